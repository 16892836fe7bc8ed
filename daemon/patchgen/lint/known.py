"""What is known about a box before its cords are looked at; remembered, since boxes repeat."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from patchgen.boxes.ports import canvas_ports, ports_of
from patchgen.lint.abstractions import Lookup
from patchgen.lint.clones import clones
from patchgen.lint.expressions import expression_trouble
from patchgen.lint.names import Use, uses
from patchgen.objects.arity import accepts
from patchgen.objects.reference import find, full_name, names
from patchgen.objects.spec import Engine, Ports
from patchgen.pd.atoms import is_number, unescape
from patchgen.pd.model import Box, Canvas

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
    """True for an object that the engine does not have built in."""
    is_open: bool = False
    """True where only the patch at work can tell: a name such as `$1`, a file that cannot be read,
    an object of a library."""
    trouble: str = ""
    """Why Pd would not make the object from these arguments."""
    uses: tuple[Use, ...] = ()
    content: Canvas | None = None
    """The abstraction that the box loads, or that [clone] copies, where it has been found."""

    @property
    def fails(self) -> bool:
        """Whether a Pd without further libraries fails to make the object."""
        return bool(self.trouble) or (self.is_unknown and not self.is_open)

    @property
    def is_stranger(self) -> bool:
        """Whether the box loads another file."""
        return self.content is None and (self.is_unknown or self.name == "clone")

    @property
    def loads(self) -> str:
        """The abstraction that the box would load; empty where it would load none."""
        if self.name == "clone":
            return clones(self.args).name
        has_no_class = self.is_unknown or self.content is not None or self.name in extras()
        return self.name if self.is_object and has_no_class and not self.is_open else ""


def known(
    box: Box,
    *,
    is_strict: bool = False,
    lookup: Lookup | None = None,
    engine: Engine = Engine.VANILLA,
) -> Known:
    """The box, looked up; `is_strict` for a patch that stands alone."""
    if box.canvas is not None:
        return Known("pd", box.args, canvas_ports(box.canvas))
    found = looked_up(box.kind, box.atoms, is_strict, engine)
    return found if lookup is None else resolved(found, lookup)


def resolved(found: Known, lookup: Lookup) -> Known:
    """The box with the abstraction that it loads, where there is one."""
    name = found.loads
    if not name or found.trouble:
        return found
    canvas = lookup(name)
    if canvas is None:
        # A file that cannot be read makes a box of which nothing is known.
        return replace(found, is_open=True) if found.is_unknown and lookup.has(name) else found
    return replace(found, ports=canvas_ports(canvas), is_unknown=False, uses=(), content=canvas)


def arguments_trouble(name: str, args: tuple[str, ...], is_strict: bool, engine: Engine) -> str:
    """Why Pd would not make the object, for objects whose arguments have a meaning of their own."""
    if name in FORMULAS:
        return expression_trouble(name, args) or ""
    if name != "clone" or not args:
        return ""
    order = clones(args)
    if order.newer and engine is Engine.VANILLA:
        return f"only newer Pds know {order.newer}"
    if not order.is_whole:
        return "it needs the name of an abstraction and a number of voices"
    if order.name in names() or is_strict:
        return f"there is no abstraction {order.name} that it could copy"
    return ""


@cache
def extras() -> frozenset[str]:
    """Objects that Pd loads from files of its own, which a file beside the patch replaces."""
    return names((Engine.VANILLA,), with_extra=True) - names((Engine.VANILLA,))


@lru_cache(maxsize=8192)
def looked_up(kind: str, atoms: tuple[str, ...], is_strict: bool, engine: Engine) -> Known:
    """A box without a canvas by its kind and atoms."""
    box = Box(kind, atoms)
    if kind != "obj":
        args = tuple(map(unescape, atoms))
        return Known(kind, args, ports_of(box), uses=uses(kind, args))
    if not atoms:
        return Known("", (), None)
    name, *rest = map(unescape, atoms)
    args = tuple(rest)
    if is_number(name) or (is_strict and ARGUMENT.fullmatch(name)):
        # Without an abstraction around it, `$1` is the number 0.
        return Known("float", (name, *args), Ports((False, False), (False,)), is_object=True)
    if name not in names((engine,), with_extra=True):
        is_open = not is_strict and (ARGUMENT.search(name) is not None or is_library(name, engine))
        return Known(name, args, None, is_object=True, is_unknown=True, is_open=is_open)
    full, left = full_name(name, args, engine)
    trouble = arguments_trouble(full, left, is_strict, engine)
    if not accepts(name, args, engine):
        trouble = "Pd does not make it from arguments of these types"
    if is_strict:
        box = Box(kind, tuple("0" if ARGUMENT.fullmatch(arg) else arg for arg in (name, *args)))
    ports = None if trouble else ports_of(box, engine)
    return Known(full, left, ports, is_object=True, trouble=trouble, uses=uses(full, left))


def is_library(name: str, engine: Engine) -> bool:
    """Whether the object is one of the libraries that come with the engine, as `zexy/pack` is."""
    library, slash, last = name.rpartition("/")
    spec = find(last)
    return spec is not None and engine in spec.engines and (not slash or library == spec.library)
