"""How many inlets and outlets a box has, and how many arguments it needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise

from patchgen.objects.reference import BOX_KINDS, find, full_name, second_words
from patchgen.objects.spec import Ports

Args = tuple[str, ...]

CONTROL = (False,)
SIGNAL = (True,)


def ports(name: str, args: Args, kind: str | None = None) -> Ports | None:
    """The ports of a box in vanilla 0.53; None where nobody knows, which a caller should permit.

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
    if _NUMBER.match(name):
        return Ports(CONTROL * 2, CONTROL)  # Pd makes a [float] of a number.
    full, rest = full_name(name, args)
    if full in BY_VALUE and any("$" in arg for arg in rest):
        return None
    rule = BY_COUNT.get(full) or BY_VALUE.get(full)
    return rule(rest) if rule is not None else _as_probed(full, len(rest))


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


def accepts(name: str, args: Args) -> bool:
    """Whether Pd makes the object with these types of arguments: `[osc~ foo]` is refused.

    `$1` counts as either type, and the number 0 passes for a symbol, as it does in Pd. A first
    word after `list` or `text` must be one that they know, or a number.
    """
    full, rest = full_name(name, args)
    if full == name and rest and second_words(name):
        return _fits(rest[0], "f")
    spec = find(full)
    wanted = spec.checked if spec is not None else ""
    return all(_fits(arg, letter) for arg, letter in zip(rest, wanted, strict=False))


def _fits(arg: str, letter: str) -> bool:
    if "$" in arg:
        return True
    is_number = _NUMBER.match(arg) is not None
    return is_number if letter == "f" else not is_number or float(arg) == 0


def _is_comment(name: str, args: Args) -> bool:
    return name == "text" and full_name(name, args)[0] == "text"


def _as_probed(name: str, count: int) -> Ports | None:
    """What Pd made with as many arguments, or with the next smaller number of them."""
    spec = find(name)
    if spec is None or not spec.probed:
        return None
    fitting = [known for n, known in spec.probed if n <= count]
    return fitting[-1] if fitting else spec.probed[0][1]


def _one_outlet_each(args: Args) -> Ports:
    """`trigger` and `unpack`: one outlet for each argument, two without arguments."""
    return Ports(CONTROL, CONTROL * (len(args) or 2))


def _pack(args: Args) -> Ports:
    return Ports(CONTROL * (len(args) or 2), CONTROL)


def _choice(args: Args) -> Ports:
    """`route` and `select`: one argument can be changed through a second inlet."""
    count = len(args) or 1
    return Ports(CONTROL * (2 if count == 1 else 1), CONTROL * (count + 1))


def _pipe(args: Args) -> Ports:
    """The last argument is the time; those before it are what is delayed."""
    count = max(1, len(args) - 1)
    return Ports(CONTROL * (count + 1), CONTROL * count)


def _named(outlets: int) -> Callable[[Args], Ports]:
    """Without a name, a second inlet sets it; the number 0 is no name."""
    return lambda args: Ports(CONTROL * (1 if args and args[0] != "0" else 2), CONTROL * outlets)


def _midi_in(outlets: int) -> Callable[[Args], Ports]:
    """MIDI inputs tell the channel unless an argument has chosen it."""
    return lambda args: Ports((), CONTROL * (outlets - (_whole(args[:1]) != 0)))


def _ctlin(args: Args) -> Ports:
    has_controller = bool(args) and _whole(args) >= 0
    if _whole(args[1:]) != 0:
        return Ports((), CONTROL)
    return Ports((), CONTROL * (2 if has_controller else 3))


def _dac(args: Args) -> Ports:
    return Ports(SIGNAL * (len(args) or 2))


def _adc(args: Args) -> Ports:
    return Ports(CONTROL, SIGNAL * (len(args) or 2))


def _readsf(args: Args) -> Ports:
    return Ports(CONTROL, SIGNAL * _channels(args) + CONTROL)


def _writesf(args: Args) -> Ports:
    return Ports(SIGNAL * _channels(args))


def _channels(args: Args) -> int:
    """Pd plays and records between 1 and 64 channels."""
    return min(64, max(1, _whole(args)))


def _netreceive(args: Args) -> Ports:
    """UDP has no connections to count; old style has no messages; -f tells who sent."""
    flags = [arg for arg in args if arg.startswith("-")]
    is_udp = "-u" in flags if flags else _whole(args[1:]) != 0
    is_old = not flags and "old" in args[2:]
    return Ports(CONTROL, CONTROL * ((not is_old) + (not is_udp) + ("-f" in flags)))


def _text_sequence(args: Args) -> Ports:
    """-w adds an outlet for what waits; -g replaces the main outlet by it."""
    waits = any(a == "-w" and b != "0" for a, b in pairwise(args[1:]))
    return Ports(CONTROL * 2, CONTROL * (3 if waits and "-g" not in args else 2))


def _fields(inlets: Callable[[int], int], outlets: Callable[[int], int]) -> Callable[[Args], Ports]:
    """Access to a data structure: a template, then at least one field."""

    def rule(args: Args) -> Ports:
        count = max(1, len(args) - (2 if args[:1] == ("-symbol",) else 1))
        return Ports(CONTROL * inlets(count), CONTROL * outlets(count))

    return rule


def _pointer(args: Args) -> Ports:
    return Ports(CONTROL * 2, CONTROL * (len(args) + 2))


def _clone(args: Args) -> Ports | None:
    """As the abstraction that it copies, which is not looked at here."""
    return None if args else Ports()


def _sigmund(args: Args) -> Ports:
    """One outlet for each thing it is told to find."""
    found = sum(arg in _SIGMUND_OUTLETS for arg in args)
    return Ports(SIGNAL, CONTROL * (found or 2))


def _fiddle(args: Args) -> Ports:
    """Note, attack, one to three pitches, level, and partials where wanted."""
    pitches = min(3, max(1, _whole(args[1:])))
    return Ports(SIGNAL, CONTROL * (3 + pitches + (_whole(args[3:]) > 0)))


def _bonk(args: Args) -> Ports:
    """A number of inputs, told by -nsigs or in old style by the second number."""
    is_old = bool(args) and _NUMBER.match(args[0]) is not None
    inputs = max(1, _whole(args[1:]) if is_old else _flag(args, "-nsigs", 1))
    return Ports(SIGNAL * inputs, CONTROL * (inputs + 1))


def _pd_tilde(args: Args) -> Ports:
    inputs = max(1, _flag(args, "-ninsig", 2))
    return Ports(SIGNAL * inputs, CONTROL + SIGNAL * _flag(args, "-noutsig", 2))


def _flag(args: Args, flag: str, default: int) -> int:
    return _whole(args[args.index(flag) + 1 :]) if flag in args[:-1] else default


def _expr(args: Args) -> Ports:
    """Inlets up to the highest $f1, $i2, $s3; one outlet for each expression."""
    text, outlets = _expressions(args)
    count = max((int(n) for _, n in _VARIABLE.findall(text)), default=1)
    return Ports(CONTROL * max(1, count), CONTROL * outlets)


def _expr_tilde(args: Args) -> Ports:
    """As `expr`; $v1 and $x1 are signal inlets, and the first always is one."""
    text, outlets = _expressions(args)
    signals = {1}
    count = 1
    for letter, digits in _VARIABLE.findall(text):
        count = max(count, int(digits))
        if letter in "vVxX":
            signals.add(int(digits))
    return Ports(tuple(i in signals for i in range(1, count + 1)), SIGNAL * outlets)


def _expressions(args: Args) -> tuple[str, int]:
    """The text without escapes, and how many expressions it has."""
    text = " ".join(args).replace("\\", "")
    return text, max(1, sum(bool(part.strip()) for part in text.split(";")))


def _whole(args: Args) -> int:
    """The first argument as a whole number; 0 where it is missing or no number."""
    return int(float(args[0])) if args and _NUMBER.match(args[0]) else 0


_NUMBER = re.compile(r"^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$")
_VARIABLE = re.compile(r"\$([fisvx])(\d+)", re.IGNORECASE)
_SIGMUND_OUTLETS = frozenset("pitch env note notes peaks tracks quality evenness spectrum".split())

BY_COUNT: Mapping[str, Callable[[Args], Ports | None]] = {
    "trigger": _one_outlet_each,
    "unpack": _one_outlet_each,
    "pack": _pack,
    "route": _choice,
    "select": _choice,
    "pipe": _pipe,
    "send": _named(0),
    "value": _named(1),
    "dac~": _dac,
    "adc~": _adc,
    "get": _fields(lambda n: 1, lambda n: n),
    "set": _fields(lambda n: n + 1, lambda n: 0),
    "append": _fields(lambda n: n + 1, lambda n: 1),
    "pointer": _pointer,
    "clone": _clone,
    "expr": _expr,
    "expr~": _expr_tilde,
    "fexpr~": _expr_tilde,
}
"""Objects that get a port for each argument, whatever `$1` among them will be."""

BY_VALUE: Mapping[str, Callable[[Args], Ports | None]] = {
    "notein": _midi_in(3),
    "pgmin": _midi_in(2),
    "bendin": _midi_in(2),
    "touchin": _midi_in(2),
    "polytouchin": _midi_in(3),
    "ctlin": _ctlin,
    "readsf~": _readsf,
    "writesf~": _writesf,
    "netreceive": _netreceive,
    "text sequence": _text_sequence,
    "sigmund~": _sigmund,
    "fiddle~": _fiddle,
    "bonk~": _bonk,
    "pd~": _pd_tilde,
}
"""Objects whose ports follow from what the arguments say; with `$1` among them nobody knows."""
