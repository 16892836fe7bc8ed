"""What inlets after the first take: mostly one kind of message, else Pd complains."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from patchgen.objects.port_rules import BY_COUNT, BY_VALUE, VARIABLE, Args, expressions, is_number
from patchgen.objects.reference import find, full_name

TAKEN = {"f": "float", "~": "float", "s": "symbol", "b": "bang", "p": "pointer"}
"""What an inlet carries -> the one kind of message that it takes."""


def takes(name: str, args: Args, inlet: int, selector: str) -> bool:
    """Whether an inlet after the first takes such a message in vanilla; True where nobody knows.

    A list may hold one element, which then counts; numbers set signal inlets.
    """
    full, rest = full_name(name, args)
    cold = cold_inlets(full, rest)
    wanted = TAKEN.get(cold[inlet], "") if 0 < inlet < len(cold) else ""
    return wanted in ("", selector) or selector == "list"


def cold_inlets(full: str, args: Args) -> str:
    """What each inlet takes, as in the reference: `.f~` are anything, floats, a signal."""
    if full in COLD:
        return COLD[full](args)
    spec = find(full)
    if spec is None or full in BY_VALUE or (full in BY_COUNT and args):
        return ""
    fitting = [text for count, text in spec.carried if count <= len(args)]
    return fitting[-1].partition(":")[0] if fitting else ""


def _packed(args: Args) -> str:
    """A letter for each element of [pack]; a number stands for a float."""
    return "".join("f" if is_number(a) else a if a in "fsp" else "." for a in args or ("f", "f"))


def _compared(args: Args) -> str:
    """[route] and [select] take what they compare with through a second inlet."""
    if len(args) > 1 or "$" in "".join(args):
        return "."
    return ".f" if not args or is_number(args[0]) else ".s"


def _variables(args: Args) -> str:
    """The letters of $f1, $s2 and $v3; what no variable stands for takes anything."""
    kinds = {int(n): letter.lower() for letter, n in VARIABLE.findall(expressions(args)[0])}
    letters = {"f": "f", "i": "f", "s": "s"}
    return "".join(letters.get(kinds.get(n, ""), ".") for n in range(1, max(kinds, default=1) + 1))


COLD: Mapping[str, Callable[[Args], str]] = {
    "pack": _packed,
    "route": _compared,
    "select": _compared,
    "expr": _variables,
    "expr~": _variables,
    "fexpr~": _variables,
}
"""What inlets after the first take where arguments decide: `f`, `s`, `p`, or `.` for anything."""
