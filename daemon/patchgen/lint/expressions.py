"""Reads the little language of [expr] far enough to tell what Pd's own parser refuses."""

from __future__ import annotations

import re
from dataclasses import dataclass

FUNCTIONS = {
    1: """int rint float floor ceil sqrt exp log10 ln log sin cos tan asin acos atan sinh cosh tanh
        fact abs imodf modf mtof ftom dbtorms rmstodb dbtopow powtodb asinh acosh atanh isnan cbrt
        round trunc erf erfc expm1 log1p finite nearbyint isinf size sum avg""",
    2: "min max fmod pow atan2 random ldexp copysign remainder",
    3: "if Sum Avg",
}
"""Number of arguments -> functions (x_vexp_fun.c)."""

ARITY = {name: count for count, names in FUNCTIONS.items() for name in names.split()}

TOKEN = re.compile(
    r"""\s*(?:
      (?P<number>0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)
    | (?P<variable>\$[a-zA-Z]\d*)
    | (?P<argument>\$\d+)
    | (?P<string>"[^"]*")
    | (?P<name>[A-Za-z_](?:\w|\$\d+)*)
    | (?P<operator>&&|\|\||==|!=|<=|>=|<<|>>|[-+*/%^&|<>!~])
    | (?P<bracket>[()\[\],=])
    | (?P<other>\S)
    )""",
    re.VERBOSE,
)

UNARY = frozenset("-!~")
ONLY_UNARY = frozenset("!~")
LETTERS = {"expr": "fis", "expr~": "fisv", "fexpr~": "fisxy"}
"""Kinds of variables that each object knows; those of signals come last."""
SIGNALS = frozenset("vx")
INLETS = 100
"""The highest number of a variable."""


DEEPEST = 100
"""Of parentheses and brackets in each other."""


class Refused(Exception):
    """Stops the reading; carries what Pd dislikes."""


@dataclass(slots=True)
class Reader:
    """Goes through the tokens of one expression."""

    tokens: list[tuple[str, str]]
    place: int = 0
    depth: int = 0
    """How many expressions lie around this one."""

    def peek(self) -> str:
        """The text of the next token, empty at the end."""
        return self.tokens[self.place][1] if self.place < len(self.tokens) else ""

    def take(self) -> tuple[str, str]:
        """The next token."""
        if self.place >= len(self.tokens):
            raise Refused("an operand is missing at the end")
        self.place += 1
        return self.tokens[self.place - 1]

    def expression(self) -> None:
        """Operands with operators between them; to a variable or an array, a value is assigned."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise Refused(f"parentheses nest too deep, at most {DEEPEST}")
        can_be_assigned = self.operand()
        if can_be_assigned and self.peek() == "=":
            self.take()
            self.operand()
        while self.place < len(self.tokens) and self.tokens[self.place][0] == "operator":
            operator = self.take()[1]
            if operator in ONLY_UNARY:
                raise Refused(f"`{operator}` stands before an operand")
            self.operand()
        self.depth -= 1

    def operand(self) -> bool:
        """A number, a variable, a call, or something in parentheses; whether it can be assigned."""
        kind, text = self.take()
        if kind == "operator" and text in UNARY:
            kind, text = self.take()
        if text == "(":
            self.expression()
            self.close(")")
            return False
        if kind == "name" and self.peek() == "(":
            self.call(text)
            return False
        if kind not in ("number", "variable", "argument", "name"):
            raise Refused(f"an operand is missing before `{text}`")
        is_array = self.peek() == "["
        if is_array:
            self.take()
            self.expression()
            self.close("]")
        elif text[:2].lower() == "$s":
            raise Refused(f"`{text}` is an array and needs an index, as in `{text}[0]`")
        return kind == "name" or is_array

    def call(self, name: str) -> None:
        """A function with its arguments."""
        if name not in ARITY:
            raise Refused(f"there is no function `{name}`")
        self.take()
        count = 0 if self.peek() == ")" else 1
        if count:
            self.argument()
        while self.peek() == ",":
            self.take()
            self.argument()
            count += 1
        self.close(")")
        if count != ARITY[name]:
            raise Refused(f"`{name}` needs {ARITY[name]} arguments, not {count}")

    def argument(self) -> None:
        """An expression, or the name of an array in quotes."""
        if self.peek().startswith('"'):
            self.take()
        else:
            self.expression()

    def close(self, bracket: str) -> None:
        """The end of a bracket."""
        if self.peek() != bracket:
            raise Refused(f"`{bracket}` is missing")
        self.take()


def expression_trouble(name: str, args: tuple[str, ...]) -> str | None:
    """What Pd dislikes about the text of an [expr], [expr~] or [fexpr~], or None."""
    inlets: dict[str, str] = {}
    parts = " ".join(args).replace("\\", "").split(";")
    if len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    for text in parts:
        tokens = [(str(match.lastgroup), match[0].strip()) for match in TOKEN.finditer(text)]
        reader = Reader(tokens)
        try:
            if args:
                reader.expression()
            # After a bracket too many Pd says nothing, but ignores the rest.
            if reader.place < len(tokens):
                raise Refused(f"`{reader.peek()}` comes unexpected")
            for kind, token in tokens:
                if kind == "variable":
                    check_variable(name, token, inlets)
        except Refused as refused:
            return str(refused)
    return None


def check_variable(name: str, token: str, inlets: dict[str, str]) -> None:
    """Raises Refused for a variable of the wrong kind; notes which kind each inlet has."""
    letter, number = token[1].lower(), token[2:]
    if letter not in LETTERS[name]:
        raise Refused(f"[{name}] knows no `{token}`")
    if not number and letter not in "xy":
        raise Refused(f"`{token}` has no number")
    if number and not 1 <= int(number) <= INLETS:
        raise Refused(f"`{token}`: inlets are counted from 1 to {INLETS}")
    if not number:
        # Pd then holds the first inlet for a `$y` or `$x`, whatever it was before.
        inlets["1"] = letter
        return
    if letter == "y":
        return
    if number == "1" and name != "expr" and letter not in SIGNALS:
        raise Refused(f"the first inlet of [{name}] takes a signal, not `{token}`")
    if inlets.setdefault(number, letter) != letter:
        raise Refused(f"inlet {number} cannot be both `${inlets[number]}` and `${letter}`")
