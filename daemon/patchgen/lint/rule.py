"""What a rule is, and the view of a canvas that rules look at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import chain
from operator import or_
from typing import Protocol

from patchgen.findings import Finding, Place, Severity
from patchgen.lint.abstractions import Lookup
from patchgen.lint.instances import Inside, Instances
from patchgen.lint.known import Known, known
from patchgen.lint.names import FIELDS, Use
from patchgen.lint.scope import WHOLE, Scope
from patchgen.pd.atoms import unescape
from patchgen.pd.labels import label_text
from patchgen.pd.model import Box, Canvas, Connection, Record, walk
from patchgen.pd.ports import INLETS, OUTLETS

WORD = re.compile(r"[A-Za-z_]\w*")


@dataclass(frozen=True, slots=True)
class Invalid:
    """A sample that a rule must find something in."""

    sample: str
    """A short sketch such as `[osc~ 440] -> [dac~]`, or the text of a .pd file."""
    says: str = ""
    """Words that the message must contain."""
    at: int | None = None
    """Index of the box that the first finding must name."""
    is_alone: bool = False
    """True where the rule speaks only of patches that stand alone."""


class Rule(Protocol):
    """A module in `rules/`: one thing that can be wrong with a patch."""

    CODE: str
    SEVERITY: Severity
    WHY: str
    """One sentence for the user of the patch."""
    VALID: list[str]
    """Samples in which the rule must find nothing."""
    INVALID: list[Invalid]

    def check(self, view: View) -> Iterator[Finding]:
        """What the rule finds on one canvas."""
        ...


class CordRule(Rule, Protocol):
    """A rule about connections that Pd refuses; leaving them out changes nothing."""

    def refused(self, view: View) -> Iterator[tuple[int, Finding]]:
        """Positions in `view.cords`, with the finding for each."""
        ...


class View:
    """A canvas as rules see it; what is asked for more than once is worked out once."""

    def __init__(self, canvas: Canvas, path: tuple[int, ...], patch: Patch) -> None:
        self.canvas = canvas
        self.path = path
        self.patch = patch
        self.boxes = canvas.boxes
        self.known: tuple[Known, ...] = tuple(
            known(
                box,
                is_strict=patch.scope.is_strict,
                lookup=patch.found_by,
                engine=patch.scope.engine,
            )
            for box in self.boxes
        )

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Records of this canvas other than boxes and connections."""
        return tuple(item for item in self.canvas.items if isinstance(item, Record))

    @cached_property
    def box_items(self) -> tuple[int, ...]:
        """Positions of the boxes in `canvas.items`."""
        return tuple(p for p, item in enumerate(self.canvas.items) if isinstance(item, Box))

    @cached_property
    def cord_items(self) -> tuple[tuple[int, Connection], ...]:
        """Connections with their positions in `canvas.items`."""
        return tuple(
            (place, cord)
            for place, item in enumerate(self.canvas.items)
            if (cord := as_connection(item)) is not None
        )

    @cached_property
    def cords(self) -> tuple[Connection, ...]:
        """All connections, those among them that name missing boxes or ports."""
        return tuple(cord for _, cord in self.cord_items)

    @cached_property
    def whole_cords(self) -> tuple[Connection, ...]:
        """The connections between boxes that exist."""
        count = len(self.boxes)
        return tuple(cord for cord in self.cords if cord.source < count and cord.sink < count)

    @cached_property
    def fed_by(self) -> Mapping[int, Sequence[Connection]]:
        """For each box index that is fed, the connections that arrive, in file order."""
        arriving: dict[int, list[Connection]] = {}
        for cord in self.whole_cords:
            arriving.setdefault(cord.sink, []).append(cord)
        return arriving

    @cached_property
    def feeds(self) -> Mapping[int, Sequence[Connection]]:
        """For each box index that feeds others, the connections that leave, in file order."""
        leaving: dict[int, list[Connection]] = {}
        for cord in self.whole_cords:
            leaving.setdefault(cord.source, []).append(cord)
        return leaving

    def is_fed(self, box: int, inlet: int) -> bool:
        """Whether a connection goes into this inlet."""
        return any(cord.inlet == inlet for cord in self.fed_by.get(box, ()))

    def cords_of(self, box: int, outlet: int) -> list[int]:
        """Positions in `cords` of those that leave an outlet, in the order in which they fire."""
        count = len(self.boxes)
        return [
            place
            for place, cord in enumerate(self.cords)
            if (cord.source, cord.outlet) == (box, outlet) and cord.sink < count
        ]

    def is_signal(self, cord: Connection) -> bool:
        """Whether the connection carries a signal; unknown boxes carry none."""
        ports = self.known[cord.source].ports
        return ports is not None and cord.outlet < len(ports.outlets) and ports.outlets[cord.outlet]

    def place(self, box: int | None = None) -> Place:
        """A box of this canvas, or the canvas itself, as a finding names it."""
        return Place(self.path, box)

    def label(self, box: int) -> str:
        """A box as a reader recognises it: `[osc~ 440]`."""
        return text_of(self.boxes[box])


@dataclass(frozen=True)
class Patch:
    """The whole patch that a canvas is part of, and how it is to be judged."""

    top: Canvas
    scope: Scope = WHOLE

    @cached_property
    def is_abstraction(self) -> bool:
        """Whether it surely is made to be a box in other patches: it has inlets or outlets."""
        is_apart = self.scope.is_strict or self.is_help
        return not is_apart and any(box.name in INLETS | OUTLETS for box in self.top.boxes)

    @property
    def is_help(self) -> bool:
        """Whether it is a help patch: it is opened by itself, and may show boxes without cords."""
        return self.scope.name.endswith("-help.pd")

    @cached_property
    def found_by(self) -> Lookup | None:
        """The lookup with the folders that the patch itself declares."""
        lookup = self.scope.lookup
        return None if lookup is None else lookup.declaring(self.top)

    @cached_property
    def views(self) -> tuple[View, ...]:
        """All canvases from the top down."""
        return tuple(View(canvas, path, self) for path, canvas in walk(self.top))

    @cached_property
    def names(self) -> frozenset[str]:
        """The full names of all boxes in it."""
        return frozenset(known.name for view in self.views for known in view.known)

    @cached_property
    def uses(self) -> frozenset[Use]:
        """Every name that is used anywhere in the patch or an abstraction in it, and how."""
        own = {use for view in self.views for known in view.known for use in known.uses}
        return self.inside.uses | own

    @cached_property
    def values(self) -> Counter[str]:
        """How many [value]s bear each name."""
        boxes = (known for view in self.views for known in view.known)
        return Counter(known.args[0] for known in boxes if known.name == "value" and known.args)

    @cached_property
    def formula_words(self) -> frozenset[str]:
        """All words that stand in formulas, which may be names of [value]s."""
        boxes = (known for view in self.views for known in view.known)
        formulas = (known.args for known in boxes if known.name.startswith(("expr", "fexpr")))
        return frozenset(word for args in formulas for arg in args for word in WORD.findall(arg))

    @cached_property
    def words(self) -> frozenset[str]:
        """All words in it, but for its comments."""
        boxes = (box for view in self.views for box in view.boxes if box.kind != "text")
        records = (record.atoms for view in self.views for record in view.records)
        return frozenset(map(unescape, chain(chain(*(box.atoms for box in boxes)), *records)))

    @cached_property
    def has_strangers(self) -> bool:
        """Whether anything in it loads another file, which may hold the other end of a name."""
        return not self.scope.is_strict and self.inside.has_strangers

    @cached_property
    def inside(self) -> Inside:
        """What the abstractions in it bring along."""
        boxes = (known for view in self.views for known in view.known)
        loading = (known for known in boxes if known.is_stranger or known.content is not None)
        return reduce(or_, map(self.brings, loading), Inside())

    def brings(self, found: Known) -> Inside:
        """What one box brings along that loads an abstraction."""
        if self.found_by is None:
            return Inside(has_strangers=found.is_stranger)
        return self.instances.inside(found, self.found_by)

    @cached_property
    def instances(self) -> Instances:
        """The abstractions that have been looked into."""
        return Instances()


def as_connection(item: Box | Connection | Record) -> Connection | None:
    """A connection, also where it is a record with atoms after the four numbers, as Purr's."""
    if isinstance(item, Connection):
        return item
    if not isinstance(item, Record) or item.atoms[:2] != ("#X", "connect"):
        return None
    numbers = item.atoms[2:6]
    if len(numbers) < 4 or not all(atom.isdecimal() for atom in numbers):
        return None
    return Connection(*map(int, numbers))


def text_of(box: Box) -> str:
    """The text of a box in brackets, `[1 2(` for a message, shortened where it is long."""
    if box.name in FIELDS and box.kind != "restore":
        return f"[{' '.join((box.name, label_text(box))).rstrip()}]"
    has_kind = box.kind not in ("obj", "restore", "msg")
    text = " ".join((box.kind, *box.atoms) if has_kind else box.atoms).replace("\\", "")
    shown = f"{text[:37]}..." if len(text) > 40 else text
    return f"[{shown}(" if box.kind == "msg" else f"[{shown}]"
