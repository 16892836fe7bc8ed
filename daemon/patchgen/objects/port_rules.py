"""Objects whose inlets and outlets follow from their arguments, as Pd counts them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import takewhile

from patchgen.objects.spec import Ports

Args = tuple[str, ...]

CONTROL = (False,)
SIGNAL = (True,)

_NUMBER = re.compile(r"^-?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$")


def is_number(arg: str) -> bool:
    """Whether Pd reads an argument as a number; `+5` is a symbol."""
    return _NUMBER.match(arg) is not None


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
    return lambda args: Ports((), CONTROL * (outlets - (_number(args[:1]) != 0)))


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
    """UDP has no connections to count; old style has no messages; -f tells who sent.

    A port at the beginning is old style; else flags lead.
    """
    begins_with_port = bool(args) and is_number(args[0])
    flags = () if begins_with_port else tuple(takewhile(lambda arg: arg.startswith("-"), args))
    is_udp = _number(args[1:]) != 0 if begins_with_port else "-u" in flags
    is_old = begins_with_port and args[2:3] == ("old",)
    return Ports(CONTROL, CONTROL * ((not is_old) + (not is_udp) + ("-f" in flags)))


def _text_sequence(args: Args) -> Ports:
    """After the name, -w adds an outlet for what waits; -g replaces the main outlet by it."""
    has_name = bool(args) and not is_number(args[0])
    rest = args[3:] if args[:1] == ("-s",) else args[has_name:]
    waits = is_global = False
    while rest and rest[0].startswith("-"):
        takes = {"-w": 1, "-t": 2}.get(rest[0], 0)
        takes = takes if len(rest) > takes else 0
        waits = waits or (rest[0] == "-w" and takes > 0 and not _is_zero(rest[1]))
        is_global = is_global or rest[0] == "-g"
        rest = rest[1 + takes :]
    return Ports(CONTROL * 2, CONTROL * (3 if waits and not is_global else 2))


def _fields(
    inlets: Callable[[int], int], outlets: Callable[[int], int], flag: str = ""
) -> Callable[[Args], Ports]:
    """Access to a data structure: a template, then at least one field."""

    def rule(args: Args) -> Ports:
        count = max(1, len(args) - (2 if flag and args[:1] == (flag,) else 1))
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
    is_old = bool(args) and is_number(args[0])
    inputs = max(1, _whole(args[1:]) if is_old else _flag(args, "-nsigs", 1))
    return Ports(SIGNAL * inputs, CONTROL * (inputs + 1))


def _pd_tilde(args: Args) -> Ports:
    inputs = max(1, _flag(args, "-ninsig", 2))
    return Ports(SIGNAL * inputs, CONTROL + SIGNAL * _flag(args, "-noutsig", 2))


def _snake(args: Args) -> Ports:
    """Some signals to one of many channels, back, or their sum; two where no number stands."""
    word, *rest = args or ("in",)
    many = SIGNAL * (_channels(tuple(rest)) if rest else 2)
    turned = {"out": Ports(SIGNAL, many), "sum": Ports(SIGNAL, SIGNAL)}
    return turned.get(word, Ports(many, SIGNAL))


def _flag(args: Args, flag: str, default: int) -> int:
    return _whole(args[args.index(flag) + 1 :]) if flag in args[:-1] else default


def _expr(args: Args) -> Ports:
    """Inlets up to the highest $f1, $i2, $s3; one outlet for each expression."""
    text, outlets = expressions(args)
    count = max((int(n) for _, n in VARIABLE.findall(text)), default=1)
    return Ports(CONTROL * max(1, count), CONTROL * outlets)


def _expr_tilde(args: Args) -> Ports:
    """As `expr`; $v1 and $x1 are signal inlets, and the first always is one."""
    text, outlets = expressions(args)
    signals = {1}
    count = 1
    for letter, digits in VARIABLE.findall(text):
        count = max(count, int(digits))
        if letter in "vVxX":
            signals.add(int(digits))
    return Ports(tuple(i in signals for i in range(1, count + 1)), SIGNAL * outlets)


def expressions(args: Args) -> tuple[str, int]:
    """The text without escapes, and how many expressions it has."""
    text = " ".join(args).replace("\\", "")
    return text, max(1, sum(bool(part.strip()) for part in text.split(";")))


def _whole(args: Args) -> int:
    """The first argument as a whole number; 0 where it is missing or no number."""
    return int(max(-1e6, min(1e6, _number(args))))


def _number(args: Args) -> float:
    """The first argument as a number; 0 where it is missing or no number."""
    return float(args[0]) if args and is_number(args[0]) else 0


def _is_zero(arg: str) -> bool:
    """Whether the argument is a number that makes 0 as a whole one."""
    return is_number(arg) and _whole((arg,)) == 0


VARIABLE = re.compile(r"\$([fisvx])(\d+)", re.IGNORECASE)
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
    "set": _fields(lambda n: n + 1, lambda n: 0, "-symbol"),
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
    "snake~": _snake,
}
"""Objects whose ports follow from what the arguments say; with `$1` among them nobody knows."""
