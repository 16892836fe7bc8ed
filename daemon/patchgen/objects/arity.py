"""How many inlets and outlets a box has, and how many arguments it needs."""

from __future__ import annotations

from patchgen.objects.port_rules import BY_COUNT, BY_VALUE, CONTROL, Args, is_number
from patchgen.objects.reference import BOX_KINDS, ONLY, find, full_name, second_words
from patchgen.objects.spec import Engine, Ports


def ports(
    name: str, args: Args, kind: str | None = None, engine: Engine = Engine.VANILLA
) -> Ports | None:
    """The ports of a box; None where nobody knows, which a caller should permit.

    `kind` is the box's kind in the file. It tells a comment from the object [text]; without it,
    `text` counts as a comment unless a second word of [text] follows. The ports of a subpatch
    (`restore`) follow from its content, which is not looked at here.
    """
    if kind == "restore":
        return None
    if kind in ("text", "scalar", "array") or (kind is None and _is_comment(name, args)):
        return Ports()
    if kind in BOX_KINDS or name in BOX_KINDS:
        return Ports(CONTROL, CONTROL)
    if is_number(name):
        return Ports(CONTROL * 2, CONTROL)  # Pd makes a [float] of a number.
    full, rest = full_name(name, args, engine)
    if full in BY_VALUE and any("$" in arg for arg in rest):
        return None
    rule = BY_COUNT.get(full) or BY_VALUE.get(full)
    if rule is not None and not is_other(full, engine):
        return rule(rest)
    return _as_probed(full, len(rest), engine)


def required(name: str) -> int:
    """Arguments without which the object fails, does nothing, or waits to be told by message.

    For `text` and the like the second word counts; for `text get` it does not.
    """
    spec = find(name)
    return 0 if spec is None else sum(argument.is_required for argument in spec.arguments)


def takes_only_numbers(name: str) -> bool:
    """Whether a symbol among the arguments makes no sense; False for unknown objects."""
    spec = find(name)
    known = spec is not None and bool(spec.probed)
    return spec is not None and known and all(a.type == "float" for a in spec.arguments)


def is_other(full: str, engine: Engine) -> bool:
    """Whether the engine makes other ports than vanilla of the same text."""
    spec = find(full)
    return spec is not None and spec.probed_in(engine) is not spec.probed


def accepts(name: str, args: Args, engine: Engine = Engine.VANILLA) -> bool:
    """Whether Pd makes the object with these types of arguments: `[osc~ foo]` is refused.

    `$1` counts as either type, and the number 0 passes for a symbol, as it does in Pd. A first
    word after `list` or `text` must be one that they know, or a number.
    """
    full, rest = full_name(name, args, engine)
    if full == name and rest and second_words(name, ONLY[engine]):
        return _fits(rest[0], "f")
    spec = find(full)
    wanted = spec.checked if spec is not None else ""
    return all(_fits(arg, letter) for arg, letter in zip(rest, wanted, strict=False))


def _fits(arg: str, letter: str) -> bool:
    if "$" in arg:
        return True
    has_number = is_number(arg)
    return has_number if letter == "f" else not has_number or float(arg) == 0


def _is_comment(name: str, args: Args) -> bool:
    return name == "text" and full_name(name, args)[0] == "text"


def _as_probed(name: str, count: int, engine: Engine) -> Ports | None:
    """What Pd made with as many arguments, or with the next smaller number of them."""
    spec = find(name)
    probed = () if spec is None else spec.probed_in(engine)
    fitting = [known for n, known in probed if n <= count]
    return fitting[-1] if fitting else (probed[0][1] if probed else None)
