"""What a [clone] is told by its arguments: which abstraction, how many voices."""

from __future__ import annotations

from dataclasses import dataclass

from patchgen.pd.atoms import is_number

MAX_VOICES = 128
"""Names of more voices are not worked out."""


NEWER = frozenset({"-d", "-di", "-do"})
"""How channels are given out; vanilla 0.53 does not know it."""


@dataclass(frozen=True, slots=True)
class Cloning:
    """The order that a [clone] carries out."""

    name: str = ""
    """The abstraction; empty where none is named."""
    voices: range = range(0)
    """The numbers that the voices get as their first argument."""
    args: tuple[str, ...] = ()
    """What all voices get after their number."""
    is_unnumbered: bool = False
    """With -x the voices do not get their numbers."""
    newer: str = ""
    """A flag among the arguments that vanilla 0.53 does not know."""
    is_whole: bool = False
    """Whether Pd understands it: a name and a number, in either order."""


def clones(args: tuple[str, ...]) -> Cloning:
    """The order in the arguments: `[clone -x -s 2 voice 8]` or `[clone 8 voice a b]`."""
    start, is_unnumbered, newer = 0, False, ""
    while args and (args[0] in ("-s", "-x") or args[0] in NEWER):
        if args[0] == "-x":
            is_unnumbered, args = True, args[1:]
        elif args[0] in NEWER:
            newer, args = args[0], args[1:]
        elif len(args) > 1 and may_be_number(args[1]):
            start, args = whole(args[1]), args[2:]
        else:
            break
    if len(args) < 2:
        return Cloning()
    is_turned = may_be_number(args[0]) and not is_number(args[1])
    name, count = (args[1], args[0]) if is_turned else (args[0], args[1])
    is_whole = may_be_number(count) and not is_number(name) and not name.startswith("-")
    end = start + min(MAX_VOICES, max(1, whole(count)))
    return Cloning(name, range(start, end), args[2:], is_unnumbered, newer, is_whole)


def may_be_number(atom: str) -> bool:
    """Whether the atom is a number of voices, or becomes one in an instance."""
    return "$" in atom or (is_number(atom) and float(atom) >= 0)


def whole(atom: str) -> int:
    """The atom as a whole number; 0 for what is known only later."""
    return int(min(float(atom), 1e6)) if is_number(atom) else 0
