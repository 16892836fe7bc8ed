"""What each kind of signal object makes of what feeds it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from patchgen.pd.atoms import is_number
from patchgen.report.answers import ANYTHING, NOTHING, Message, Messages, may_be_other_than_zero
from patchgen.report.level import Heard, Level
from patchgen.report.net import Net, Spot

NONE = Level.NONE

AUDIBLE = (20.0, 22050.0)
"""Hz, between which an oscillator can be heard at all at 44100 samples a second."""


def product(heard: Heard, spot: Spot) -> Level:
    """[*~]: nothing where one side is nothing, else the livelier side."""
    sides = heard.inlet(spot, 0), heard.inlet(spot, 1)
    return NONE if NONE in sides else max(sides)


def oscillator(heard: Heard, spot: Spot) -> Level:
    """[osc~]: stands still at 0 Hz, cannot be heard below 20."""
    fed = heard.inlet(spot, 0)
    if fed >= Level.SLOW:
        return Level.SOUND
    hertz = [abs(float(m[0])) for m in heard.number(spot, 0) if m != ANYTHING]
    is_open = ANYTHING in heard.number(spot, 0) or (fed and not hertz)
    if is_open or any(figure >= AUDIBLE[0] for figure in hertz):
        return Level.SOUND
    return Level.SLOW if any(hertz) else Level.STEADY


def ramp(heard: Heard, spot: Spot) -> Level:
    """[phasor~]: as an oscillator, but 0 where it stands still."""
    level = oscillator(heard, spot)
    return NONE if level is Level.STEADY else level


def constant(heard: Heard, spot: Spot) -> Level:
    """[sig~], and [line~] with all its targets."""
    return Level.STEADY if may_be_other_than_zero(heard.number(spot, 0)) else NONE


def line(heard: Heard, spot: Spot) -> Level:
    """[line~] and [vline~]: 0 until they are told where to go."""
    return Level.STEADY if may_be_other_than_zero(targets(heard, spot)) else NONE


def targets(heard: Heard, spot: Spot) -> Messages:
    """Where a ramp is told to go."""
    args = heard.net.known(spot).args
    start = frozenset({(args[0],)}) if args and is_number(args[0]) else NOTHING
    return heard.firing.reaching(spot, 0) | start


def low_pass(heard: Heard, spot: Spot) -> Level:
    """[lop~]: lets nothing through at 0 Hz, its usual cutoff."""
    cutoff = heard.number(spot, 1)
    is_open = may_be_other_than_zero(cutoff) or heard.inlet(spot, 1) > NONE
    return heard.inlet(spot, 0) if is_open else NONE


def voltage_filter(heard: Heard, spot: Spot) -> Level:
    """[vcf~]: with a Q, lets nothing through while no centre frequency comes."""
    has_q = may_be_other_than_zero(heard.number(spot, 2))
    return NONE if has_q and heard.inlet(spot, 1) is NONE else heard.inlet(spot, 0)


def quotient(heard: Heard, spot: Spot) -> Level:
    """[/~]: a division by 0 gives 0."""
    return product(heard, spot)


def clipped(heard: Heard, spot: Spot) -> Level:
    """[clip~]: 0 where no bounds are given."""
    args = heard.net.known(spot).args
    is_set = any(heard.firing.reaching(spot, inlet) for inlet in (1, 2))
    is_open = is_set or any(is_number(arg) and float(arg) for arg in args)
    return heard.inlet(spot, 0) if is_open else NONE


def table(heard: Heard, spot: Spot) -> Level:
    """Readers of arrays that move through them by signal: nothing from an empty one."""
    if not is_table_filled(heard, spot):
        return NONE
    fed = max(heard.inlet(spot, 0), Level.STEADY)
    return Level.SOUND if fed >= Level.SLOW else fed


def table_oscillator(heard: Heard, spot: Spot) -> Level:
    """[tabosc4~]: nothing from an empty array, and a constant at 0 Hz."""
    return oscillator(heard, spot) if is_table_filled(heard, spot) else NONE


def player(heard: Heard, spot: Spot) -> Level:
    """[tabplay~]: nothing until it is started."""
    is_started = bool(heard.firing.reaching(spot, 0))
    return Level.SOUND if is_started and is_table_filled(heard, spot) else NONE


def is_table_filled(heard: Heard, spot: Spot) -> bool:
    """Whether the array that a box reads holds anything."""
    known = heard.net.known(spot)
    if not known.uses:
        return True
    if known.uses[0].name in heard.filled:
        return True
    # A name that is set from outside may be any array, and `set` chooses another.
    return any(m[0] == "set" or m == ANYTHING for m in heard.firing.reaching(spot, 0))


def file_player(heard: Heard, spot: Spot) -> Level:
    """[readsf~]: nothing until a file is opened and started."""
    come = heard.firing.reaching(spot, 0)
    is_open = ANYTHING in come or any(opens(heard.net, message) for message in come)
    is_on = may_be_other_than_zero(come) or ("start",) in come
    return Level.SOUND if is_open and is_on else NONE


def opens(net: Net, message: Message) -> bool:
    """Whether a message opens a file that is there."""
    return message[0] == "open" and len(message) > 1 and net.has_file(message[1])


def microphone(heard: Heard, _spot: Spot) -> Level:
    """[adc~] and an [inlet~] of an abstraction: only what somebody plays into it."""
    return Level.SOUND if heard.is_played else NONE


def inlet(heard: Heard, spot: Spot) -> Level:
    """[inlet~]: what comes into the subpatch."""
    if not spot.canvas:
        return microphone(heard, spot)
    return heard.inlet(spot, 0) if heard.net.arriving.get(spot) else NONE


def named(heard: Heard, spot: Spot) -> Level:
    """[receive~], [catch~] and readers of a delay line: what comes under the name."""
    known = heard.net.known(spot)
    is_open = not known.uses or any("$" in use.name.replace("$0", "") for use in known.uses)
    return Level.SOUND if is_open and heard.is_played else heard.source(spot)


def shaped(heard: Heard, spot: Spot) -> Level:
    """Objects that bend a signal: what moves slowly may come out as sound."""
    fed = heard.loudest(spot)
    return Level.SOUND if fed >= Level.SLOW else Level.STEADY


def held(heard: Heard, spot: Spot) -> Level:
    """[samphold~]: takes a sample whenever its right inlet falls."""
    fed = heard.inlet(spot, 0)
    return fed if heard.inlet(spot, 1) >= Level.SLOW else NONE


RULES: Mapping[str, Callable[[Heard, Spot], Level]] = {
    **dict.fromkeys(("*~", "/~"), product),
    **dict.fromkeys(
        "cos~ wrap~ expr~ fexpr~ mtof~ exp~ pow~ powtodb~ rmstodb~ log~".split(), shaped
    ),
    **dict.fromkeys(("tabread~", "tabread4~"), table),
    **dict.fromkeys(("line~", "vline~"), line),
    **dict.fromkeys(("receive~", "catch~", "delread~", "delread4~", "tabreceive~"), named),
    "osc~": oscillator,
    "phasor~": ramp,
    "sig~": constant,
    "lop~": low_pass,
    "vcf~": voltage_filter,
    "clip~": clipped,
    "tabosc4~": table_oscillator,
    "tabplay~": player,
    "readsf~": file_player,
    "adc~": microphone,
    "inlet~": inlet,
    "samphold~": held,
}
"""Objects whose level is known; others pass on the loudest signal, or make sound."""
