"""Modulation: swept filters, tremolo, vibrato, ring and frequency modulation."""

from __future__ import annotations

from patchgen.headless.probe import Observation
from patchgen_training.evaluation.listen import heard
from patchgen_training.evaluation.panel import controls, ends, fitting, pairs
from patchgen_training.evaluation.player import CHOICES, NUMBERS, SLIDERS, Player
from patchgen_training.evaluation.sound import Samples, levels, loudness, samples
from patchgen_training.evaluation.spectrum import (
    is_sine,
    middle,
    partial,
    pitches,
    rate,
    share,
)
from patchgen_training.evaluation.task import Task
from patchgen_training.evaluation.tasks.notation import OUT

RATE = ("rate", "speed", "freq", "hz", "tempo", "lfo")
DEPTH = ("depth", "amount", "int", "index", "dev", "width")


def sweep(player: Player) -> bool:
    """The noise rises for three seconds, up to about 4000 Hz."""
    seen = heard(player, player.press(), seconds=3.6)
    early, half, late = (middle(samples(seen, at, at + 0.3)) for at in (0.2, 1.5, 3.0))
    return 0 < early < 1500 and 1.3 * early < half < 0.85 * late and 2800 < late < 5600


def swing(track: Samples) -> tuple[float, float]:
    """Rate in Hz and standard deviation of the ups and downs of values that are 10 ms apart."""
    if len(track) < 20:
        return 0.0, 0.0
    return rate(track, 0.01), float(track.std())


def trembles(seen: Observation, hertz: float) -> bool:
    """A tone around 440 Hz whose loudness goes up and down so often a second."""
    track = levels(seen)[20:]
    rate, size = swing(track)
    is_deep = size > 0.1 * float(track.mean()) > 1e-5
    return is_deep and abs(rate / hertz - 1) < 0.1 and share(seen, 400, 480) > 0.9


def tremolo(player: Player) -> bool:
    """Loudness goes up and down as often a second as the number says."""
    others = [(5.0, i, sum(ends(player, i)) / 2) for i in controls(player, *DEPTH)]
    return any(
        all(
            trembles(heard(player, *others, (6, control, hertz), seconds=2.1), hertz)
            for hertz in fitting(player, control, 4, 7)
        )
        for control in controls(player, *RATE)
    )


def vibrato(player: Player) -> bool:
    """The pitch swings around 440 Hz, faster with one control, further with the other."""
    for speed, depth in pairs(player, RATE, DEPTH):
        low, high = ends(player, speed, 20)
        parts = low + 0.3 * (high - low), low + 0.6 * (high - low)
        if any(
            vibrates(player, speed, depth, *speeds)
            for speeds in (fitting(player, speed, 4, 8), parts)
        ):
            return True
    return False


def vibrates(player: Player, speed: int, depth: int, slow: float, fast: float) -> bool:
    """Whether the two controls are rate and depth."""
    low, high = ends(player, depth, 20)
    wanted = ((slow, high / 2), (fast, high / 2), (slow, low + (high - low) * 0.02))
    found = [heard(player, (5, speed, a), (5, depth, b), seconds=1.6) for a, b in wanted]
    tracks = [pitches(seen) for seen in found]
    (one, size), (two, _), (_, little) = map(swing, tracks)
    is_around = all(len(track) and abs(float(track.mean()) - 440) < 20 for track in tracks)
    is_heard = is_around and loudness(found[0]) > 1e-3
    return is_heard and 0.5 < 1.3 * one < two < 40 and size > 0.5 and little < 0.3 * size


def ring_modulation(player: Player) -> bool:
    """The sine of the microphone, 1000 Hz, becomes its sum and difference with the control."""
    return any(
        all(is_ring(heard(player, (5, i, f)), f) for f in fitting(player, i, 150, 300))
        for i in controls(player, "freq", "hz", "carrier", "ring", "pitch")
    )


def is_ring(seen: Observation, hertz: float) -> bool:
    """Two equal sidebands of 1000 Hz, and nothing in the middle."""
    below, above = partial(seen, abs(1000 - hertz)), partial(seen, 1000 + hertz)
    return (
        loudness(seen) > 1e-3 and 0.7 * above < below < 1.4 * above
        and partial(seen, 1000) < 0.05 * above and partial(seen, 1000 + 2 * hertz) < 0.2 * above
    )  # fmt: skip


def frequency_modulation(player: Player) -> bool:
    """A sine without depth; with it sidebands as far from the carrier as the modulator is high."""
    found = player.sources(*NUMBERS, *SLIDERS, *CHOICES)
    named = [controls(player, *words) for words in (("carr",), ("modulator", "mod f"), DEPTH)]
    carrier, modulator, depth = (
        mine[0] if len(mine) == 1 else found[place] for place, mine in enumerate(named)
    )
    plain = heard(player, (5, carrier, 600), (5, modulator, 100), (5, depth, 0))
    for hertz, size in ((100, 200), (150, 200)):
        seen = heard(player, (5, carrier, 600), (5, modulator, hertz), (5, depth, size))
        sides = partial(seen, 600 - hertz), partial(seen, 600 + hertz)
        second = partial(seen, 600 + 2 * hertz)
        if min(sides) < 0.2 * max(partial(seen, 600), *sides) or second < 0.1 * min(sides):
            return False
    return is_sine(plain, 600)


SWEEP = "1 bng\n2 msg {} < 1\n3 line~ < 2\n4 noise~\n5 vcf~ 5 < 4 3>1\n" + OUT.format(5, 6, 7)
TREMOLO = '1 number "rate"\n2 osc~ < 1\n{}5 osc~ 440\n6 *~ < 5 {}>1\n' + OUT.format(6, 7, 8)
HALVED = "3 *~ 0.5 < 2\n4 +~ 0.5 < 3\n"
VIBRATO = (
    '1 hsl 0 20 "speed" init:5\n2 hsl 0 50 "depth" init:10\n3 osc~ < 1\n4 *~ < 3 2>1\n'
    "5 {} < 4\n6 osc~ < 5\n" + OUT.format(6, 7, 8)
)
RING = '1 adc~ 1\n2 hsl 0 2000 "frequency"\n3 osc~ < 2\n{}4 *~ < 1 3>1\n5 dac~ < 4 4>1\n'
FM = (
    '1 number "carrier"\n2 number "modulator"\n3 number "depth"\n4 osc~ < 2\n5 *~ < 4 3>1\n'
    "6 {} < 5 1>1\n7 {} < 6\n" + OUT.format(7, 8, 9)
)

TASKS = (
    Task(
        "band-sweep", 2,
        "Create a Pure Data patch that sweeps a band-pass filter over white noise from 200 Hz up "
        "to 4000 Hz in three seconds when a button is pressed.",
        sweep,
        (SWEEP.format("200 , 4000 3000"),
         "1 bng\n2 msg 55.35 , 107.2 3000 < 1\n3 line < 2\n4 mtof < 3\n5 noise~\n"
         "6 bp~ 200 8 < 5 4>1\n" + OUT.format(6, 7, 8)),
        (SWEEP.format("4000 , 200 3000"), SWEEP.format("200 , 4000 300")),
    ),
    Task(
        "tremolo", 2,
        "Create a Pure Data patch that plays a 440 Hz sine wave with a tremolo whose rate in hertz "
        "is set with a number box.",
        tremolo,
        (TREMOLO.format(HALVED, 4),
         "1 nbx 0 20\n2 phasor~ < 1\n3 *~ 2 < 2\n4 -~ 1 < 3\n5 expr~ abs($v1) < 4\n6 osc~ 440\n"
         "7 *~ < 6 5>1\n" + OUT.format(7, 8, 9)),
        (TREMOLO.format("3 *~ 1 < 2\n4 *~ 1 < 3\n", 4),
         '1 number "rate"\n2 osc~ < 1\n3 *~ 10 < 2\n4 +~ 440 < 3\n5 osc~ < 4\n'
         '' + OUT.format(5, 6, 7)),
    ),
    Task(
        "vibrato", 2,
        "a 440 Hz sine with vibrato, one slider for how fast and one for how deep",
        vibrato,
        (VIBRATO.format("+~ 440"),
         "1 vsl 0 15\n2 vsl 0 1\n3 osc~ < 1\n4 * 30 < 2\n5 *~ < 3 4>1\n6 sig~ 440\n7 +~ < 5 6\n"
         "8 osc~ < 7\n" + OUT.format(8, 9, 10)),
        (VIBRATO.format("*~ 440"),
         VIBRATO.format("+~ 440").replace(" 2>1", "").replace("*~ <", "*~ 9 <")),
    ),
    Task(
        "ring-modulated-microphone", 2,
        "how do I ring modulate my microphone with a sine? want a slider for its frequency",
        ring_modulation,
        (RING.format("").replace("{}", ""),
         "1 adc~\n2 nbx\n3 osc~ < 2\n4 *~ < 1 3>1\n5 *~ 0.5 < 4\n6 dac~ < 5 5>1\n"),
        (RING.replace("{}4 *~ < 1 3>1\n5 dac~ < 4 4>1", "4 +~ 1 < 3\n5 *~ < 1 4>1\n6 dac~ < 5 5>1"),
         RING.format("").replace("*~ <", "+~ <")),
        microphone=1000,
    ),
    Task(
        "frequency-modulation", 2,
        "Create a Pure Data patch that does frequency modulation with number boxes for the carrier "
        "frequency, the modulator frequency and the modulation depth in hertz.",
        frequency_modulation,
        (FM.format("+~", "osc~"),
         "1 nbx\n2 nbx\n3 nbx\n4 sig~ < 1\n5 osc~ < 2\n6 expr~ $v1 + $v2 * $f3 < 4 5>1 3>2\n"
         "7 osc~ < 6\n" + OUT.format(7, 8, 9)),
        (FM.format("+~", "osc~").replace(" 3>1", "").replace("5 *~ <", "5 *~ 200 <"),
         FM.replace("6 {} < 5 1>1\n7 {} < 6", "6 osc~ < 1\n7 *~ < 6 5>1")),
    ),
)  # fmt: skip
