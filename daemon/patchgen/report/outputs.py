"""What comes out of a patch: sound, MIDI, text, files, names, arrays, and what is only shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from patchgen.findings import Place
from patchgen.lint.messages import messages
from patchgen.lint.names import Family, Role
from patchgen.report.hands import upstream
from patchgen.report.net import Net, Spot

KINDS: Mapping[str, str] = {
    **dict.fromkeys(("dac~", "output~"), "sound"),
    **dict.fromkeys("noteout ctlout pgmout bendout touchout polytouchout midiout".split(), "midi"),
    **dict.fromkeys(("print", "print~"), "console"),
    **dict.fromkeys(("writesf~", "soundfiler", "textfile", "text define", "qlist"), "file"),
    "netsend": "network",
    **dict.fromkeys(("tabwrite", "tabwrite~", "tabsend~", "array set"), "array"),
    **dict.fromkeys(("text set", "text insert", "text fromlist"), "text"),
}
"""Objects by what comes out of them."""

READERS = frozenset({"soundfiler", "textfile", "text define", "qlist"})
"""Objects that only write a file when they are told to."""

SHOWING = frozenset("floatatom symbolatom listbox nbx vu".split())
"""Boxes that show what they get."""


@dataclass(frozen=True, slots=True)
class Output:
    """One way out of a patch."""

    kind: str
    """`sound`, `midi`, `console`, `file`, `network`, `array`, `text`, `name` or `display`."""
    box: str
    place: Place
    detail: str = ""
    """The channels, the name, the array."""


def outputs(net: Net) -> tuple[Output, ...]:
    """Every way out, in the order of the file."""
    return tuple(output for spot in net.spots for output in outputs_of(net, spot))


def outputs_of(net: Net, spot: Spot) -> Iterator[Output]:
    """What comes out of one box."""
    known, said, place = net.known(spot), net.said(spot), Place(spot.canvas, spot.box)
    kind = KINDS.get(known.name)
    is_fed = bool(net.arriving.get(spot))
    if known.name in READERS and not is_told_to_write(net, spot):
        kind = None
    if kind is not None and is_fed:
        yield Output(kind, said, place, detail(net, spot))
    elif known.name in SHOWING and is_fed and not net.leaving.get(spot):
        yield Output("display", said, place)
    for name in foreign_names(net, spot):
        yield Output("name", said, place, name)


def is_told_to_write(net: Net, spot: Spot) -> bool:
    """Whether a message that a box can get tells it to write a file."""
    boxes = (net.known(here) for here in upstream(net, spot, 0))
    told = (message for known in boxes if known.name == "msg" for message in messages(known.args))
    return any(message.selector == "write" for message in told)


def detail(net: Net, spot: Spot) -> str:
    """Channels of [dac~], the name of an array."""
    known = net.known(spot)
    if known.name == "dac~":
        channels = known.args or ("1", "2")
        return f"channel{'s' if len(channels) > 1 else ''} {' and '.join(channels)}"
    return known.uses[0].name if known.uses else ""


def foreign_names(net: Net, spot: Spot) -> tuple[str, ...]:
    """Names under which a box sends something that nothing in the patch receives."""
    here = {link.name for link in net.leaving.get(spot, ())}
    gives = (use for use in net.known(spot).uses if use.role is Role.GIVES)
    families = (Family.MESSAGE, Family.SIGNAL, Family.BUS)
    return tuple(use.name for use in gives if use.family in families and use.name not in here)
