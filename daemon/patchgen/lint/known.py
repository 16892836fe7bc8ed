"""What is known about a box before its cords are looked at; remembered, since boxes repeat."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from patchgen.lint.boxes import canvas_ports, ports_of
from patchgen.lint.expressions import expression_trouble
from patchgen.lint.names import Use, uses
from patchgen.objects.arity import accepts
from patchgen.objects.reference import full_name, names
from patchgen.objects.spec import Engine, Ports
from patchgen.pd.atoms import is_number, unescape
from patchgen.pd.model import Box

ARGUMENT = re.compile(r"\$\d+")

FORMULAS = frozenset({"expr", "expr~", "fexpr~"})


@dataclass(frozen=True, slots=True)
class Known:
    """A box, looked up."""

    name: str
    """The full name (`trigger`, `text define`), the kind for boxes that are no objects, or `pd`."""
    args: tuple[str, ...]
    """What follows the name, without escapes."""
    ports: Ports | None
    """None for an object that nobody knows or that Pd does not make: it takes any cord."""
    is_object: bool = False
    """True for an object box with a name."""
    is_unknown: bool = False
    """True for an object that vanilla does not have."""
    is_open: bool = False
    """True for a name such as `$1`, known only once the abstraction is part of a patch."""
    trouble: str = ""
    """Why Pd would not make the object from these arguments."""
    uses: tuple[Use, ...] = ()

    @property
    def fails(self) -> bool:
        """Whether a Pd that knows nothing but vanilla fails to make the object."""
        return bool(self.trouble) or (self.is_unknown and not self.is_open)

    @property
    def is_stranger(self) -> bool:
        """Whether the box loads another file."""
        return self.is_unknown or self.name == "clone"


def known(box: Box, *, is_strict: bool = False) -> Known:
    """The box, looked up; `is_strict` for a patch that stands alone."""
    if box.canvas is not None:
        return Known("pd", box.args, canvas_ports(box.canvas))
    return looked_up(box.kind, box.atoms, is_strict)


@lru_cache(maxsize=8192)
def looked_up(kind: str, atoms: tuple[str, ...], is_strict: bool) -> Known:
    """A box without a canvas by its kind and atoms."""
    box = Box(kind, atoms)
    if kind != "obj":
        args = tuple(map(unescape, atoms))
        return Known(kind, args, ports_of(box), uses=uses(kind, args))
    if not atoms:
        return Known("", (), None)
    name, *rest = map(unescape, atoms)
    args = tuple(rest)
    full, left = full_name(name, args)
    if is_number(name) or (is_strict and ARGUMENT.fullmatch(name)):
        # Without an abstraction around it, `$1` is the number 0.
        return Known("float", (name, *args), Ports((False, False), (False,)), is_object=True)
    if name not in names((Engine.VANILLA,), with_extra=True):
        is_open = not is_strict and ARGUMENT.match(name) is not None
        return Known(name, args, None, is_object=True, is_unknown=True, is_open=is_open)
    trouble = "" if accepts(name, args) else "Pd does not make it from arguments of these types"
    if full == "clone" and is_strict and args:
        trouble = "there is no abstraction that it could copy"
    if full in FORMULAS:
        trouble = expression_trouble(full, left) or ""
    ports = None if trouble else ports_of(box)
    return Known(full, left, ports, is_object=True, trouble=trouble, uses=uses(full, left))
