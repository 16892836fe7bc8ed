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
      (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)
    | (?P<variable>\$[a-zA-Z]\d*\#?\w*|\$\d+)
    | (?P<string>"[^"]*")
    | (?P<name>[A-Za-z_$\#][\w.$\#]*)
    | (?P<operator>&&|\|\||==|!=|<=|>=|<<|>>|[-+*/%^&|<>=!~])
    | (?P<bracket>[()\[\],])
    | (?P<other>\S)
    )""",
    re.VERBOSE,
)

UNARY = frozenset("-+!~")


class Refused(Exception):
    """Stops the reading; carries what Pd dislikes."""


@dataclass(slots=True)
class Reader:
    """Goes through the tokens of one expression."""

    tokens: list[tuple[str, str]]
    place: int = 0

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
        """Operands with operators between them."""
        self.operand()
        while self.place < len(self.tokens) and self.tokens[self.place][0] == "operator":
            if self.take()[1] in ("!", "~"):
                raise Refused("[!] and [~] stand before an operand")
            self.operand()

    def operand(self) -> None:
        """A number, a variable, a call, or an expression in parentheses."""
        kind, text = self.take()
        while kind == "operator" and text in UNARY:
            kind, text = self.take()
        if text == "(":
            self.expression()
            self.close(")")
        elif kind == "name" and self.peek() == "(":
            self.call(text)
        elif kind in ("number", "variable", "name", "string"):
            if self.peek() == "[":
                self.take()
                self.expression()
                self.close("]")
        else:
            raise Refused(f"an operand is missing before `{text}`")

    def call(self, name: str) -> None:
        """A function with its arguments."""
        if name not in ARITY:
            raise Refused(f"there is no function `{name}`")
        self.take()
        count = 0 if self.peek() == ")" else 1
        if count:
            self.expression()
        while self.peek() == ",":
            self.take()
            self.expression()
            count += 1
        self.close(")")
        if count != ARITY[name]:
            raise Refused(f"`{name}` needs {ARITY[name]} arguments, not {count}")

    def close(self, bracket: str) -> None:
        """The end of a bracket."""
        if self.peek() != bracket:
            raise Refused(f"`{bracket}` is missing")
        self.take()


def expression_trouble(args: tuple[str, ...]) -> str | None:
    """What Pd dislikes about the text of an [expr], or None. Nothing at all is fine."""
    for text in " ".join(args).replace("\\", "").split(";"):
        tokens = [(str(match.lastgroup), match[0].strip()) for match in TOKEN.finditer(text)]
        if not tokens:
            continue
        reader = Reader(tokens)
        try:
            reader.expression()
            if reader.place < len(tokens):
                raise Refused(f"`{reader.peek()}` comes unexpected")
        except Refused as refused:
            return str(refused)
    return None
