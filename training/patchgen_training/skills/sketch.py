"""Builds a patch in notation box by box, with handles instead of hand-counted line numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from patchgen.domains.patch.notation import Source

Handle = int
"""A box's line number, from 1."""


Cord = Source
"""One end of a cord to be: a box, its outlet, and the inlet it will go into."""


@dataclass(slots=True)
class Sketch:
    """A patch in the making."""

    lines: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    count: int = 0

    def add(self, body: str, *sources: Handle | Cord) -> Handle:
        """Adds a box fed by `sources` and returns its handle."""
        self.count += 1
        self.lines.append(f"{self.count} {body}{fed_by(sources)}")
        return self.count

    def add_sub(self, name: str, inner: Sketch, *sources: Handle | Cord) -> Handle:
        """Adds a subpatch with the boxes of another sketch."""
        self.count += 1
        self.lines.append(f"{self.count} pd {name}{fed_by(sources)} {{")
        self.lines += [*inner.lines, *inner.late, "}"]
        return self.count

    def out(self, box: Handle, outlet: int) -> Cord:
        """Another outlet than the first."""
        return Cord(box, outlet)

    def into(self, inlet: int, source: Handle | Cord) -> Cord:
        """Another inlet than the first."""
        cord = source if isinstance(source, Cord) else Cord(source)
        return Cord(cord.line, cord.outlet, inlet)

    def connect(self, source: Handle, sink: Handle, inlet: int = 0, outlet: int = 0) -> None:
        """A connection against the order of boxes, or one that must come after all others."""
        self.late.append(f"{sink} < {Cord(source, outlet, inlet)}")

    def text(self) -> str:
        """The notation."""
        return "\n".join((*self.lines, *self.late)) + "\n"


def fed_by(sources: tuple[Handle | Cord, ...]) -> str:
    """The sources of a line."""
    if not sources:
        return ""
    return " < " + " ".join(str(Cord(s) if isinstance(s, int) else s) for s in sources)
