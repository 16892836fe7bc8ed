"""The small parts that rules stand on: messages, cycles, names, expressions."""

from __future__ import annotations

import pytest

from patchgen.lint.cycles import cycles
from patchgen.lint.expressions import expression_trouble
from patchgen.lint.messages import Message, messages
from patchgen.lint.names import Family, Role, Use, uses


def test_a_message_box_sends_to_its_outlet_first() -> None:
    assert messages(("1", "2")) == (Message("", ("1", "2")),)


def test_a_comma_makes_a_second_message_and_a_semicolon_names_a_receiver() -> None:
    found = messages(("0", ",", "1", "500", ";", "foo", "bar", ",", "2", ";", "x"))

    assert found == (
        Message("", ("0",)),
        Message("", ("1", "500")),
        Message("foo", ("bar",)),
        Message("foo", ("2",)),
    )


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ([(0, 1), (1, 2), (0, 2)], []),
        ([(0, 0)], [(0,)]),
        ([(2, 1), (1, 0), (3, 2)], []),
        ([(0, 1), (1, 2), (2, 0), (2, 3)], [(0, 1, 2)]),
        ([(0, 1), (1, 0), (2, 3), (3, 2), (1, 2)], [(0, 1), (2, 3)]),
        ([(3, 0), (0, 1), (1, 0), (1, 3)], [(0, 1, 3)]),
    ],
)
def test_cycles_are_groups_that_lead_back(
    edges: list[tuple[int, int]], expected: list[tuple[int, ...]]
) -> None:
    assert cycles(edges) == expected


def test_a_long_chain_needs_no_recursion() -> None:
    edges = [(i, i + 1) for i in range(20_000)] + [(20_000, 0)]

    assert len(cycles(edges)[0]) == 20_001


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("send a", [("message", "gives", "a")]),
        ("receive a", [("message", "takes", "a")]),
        ("send 5", []),
        ("delread~ d 100", [("delay line", "takes", "d")]),
        ("array define -k a 100", [("array", "holds", "a")]),
        ("array define -yrange 0 1 a", [("array", "holds", "a")]),
        ("text get -s template field", []),
        ("vu 15 120 level", [("message", "takes", "level")]),
        ("bng 15 250 50 0 out empty label", [("message", "gives", "out")]),
        ("floatatom 5 0 0 0 - in out", [("message", "gives", "out"), ("message", "takes", "in")]),
        ("msg 1 ; a b ; a c ; d 1", [("message", "gives", "a"), ("message", "gives", "d")]),
    ],
)
def test_names_are_read_from_arguments(text: str, expected: list[tuple[str, str, str]]) -> None:
    words = text.split()
    length = 2 if words[0] in ("array", "text") else 1

    found = uses(" ".join(words[:length]), tuple(words[length:]))

    assert found == tuple(Use(Family(f), Role(r), name) for f, r, name in expected)


GOOD_EXPRESSIONS = [
    "expr $f1 * 2", "expr ($f1 + $f2) / -3", "expr max($f1, 3)", "expr if($f1 > 2, 1, 0)",
    "expr !$f1 && 1", "expr 1; 2", "expr~ $v1 * $v2", "expr~ $v1 * $f2", "expr 0x10",
    "fexpr~ $x1[-1] + $y1[-2]", "expr $f1 % 12", "expr sin(2 * 3.14 * $f1)", "expr a = $f1",
    "expr $s1[$f2]", 'expr sum("a")', "expr -$f1", "expr random(0, 10)", "expr 1e-5 * .5",
    "expr $i1 >> 2", "expr $f1 != 3", "expr a[1] = 3", "expr 1 - -1",
    "expr", "expr 1 ;", "fexpr~ $x1 + $y", "fexpr~ $y + $x + $x1",
]  # fmt: skip
BAD_EXPRESSIONS = [
    ("expr $f1 +", "missing"), ("expr * $f1", "missing"), ("expr ($f1", "`)` is missing"),
    ("expr foo($f1)", "no function"), ("expr pow($f1)", "needs 2"), ("expr $f1 $f2", "unexpected"),
    ("expr 1; sin()", "needs 1"), ("expr - -1", "missing"), ("expr +1", "missing"),
    ("expr $f1 + $i1", "both"), ("expr $v1", "knows no"), ("expr~ $f1", "a signal"),
    ("fexpr~ $v1", "knows no"), ("expr $s1", "index"), ('expr "a"', "missing"),
    ("expr $f0", "from 1"), ("expr 1 = 2", "unexpected"), ("expr a = b = 3", "unexpected"),
    ("expr ()", "missing"), ("expr 2 ~ 3", "before an operand"), ("expr a.b", "unexpected"),
    ("expr ; 1", "missing"), ("expr 1 ; ; 2", "missing"), ("expr ;", "missing"),
    ("fexpr~ $y + $x1", "both"),
]  # fmt: skip


@pytest.mark.parametrize("text", GOOD_EXPRESSIONS)
def test_good_expressions_are_accepted(text: str) -> None:
    name, *words = text.split()

    assert expression_trouble(name, tuple(words)) is None


@pytest.mark.parametrize(("text", "says"), BAD_EXPRESSIONS)
def test_bad_expressions_are_explained(text: str, says: str) -> None:
    name, *words = text.split()

    assert says in (expression_trouble(name, tuple(words)) or "")
