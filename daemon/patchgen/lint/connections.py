"""Whether a cord can be made at all: the question that lint and decoding both ask."""

from __future__ import annotations

from patchgen.objects.spec import Ports


def may_connect(source: Ports | None, outlet: int, sink: Ports | None, inlet: int) -> bool:
    """Whether Pd would make this connection. None stands for a box of unknown ports."""
    return fault(source, outlet, sink, inlet) is None


def fault(source: Ports | None, outlet: int, sink: Ports | None, inlet: int) -> str | None:
    """Why Pd would refuse the connection, or None. Unknown boxes are given the benefit."""
    if source is not None and outlet >= len(source.outlets):
        return f"the box has {count(len(source.outlets), 'outlet')}"
    if sink is not None and inlet >= len(sink.inlets):
        return f"the box has {count(len(sink.inlets), 'inlet')}"
    if source is None or sink is None:
        return None
    if source.outlets[outlet] and not sink.inlets[inlet]:
        return "a signal cannot go into a control inlet"
    return None


def count(number: int, noun: str) -> str:
    """Such as "1 inlet", "2 inlets", "no inlets"."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
