"""Random formulas: as Pd writes them, as people write them, and in words."""

import math

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.plain3_formulas import of_one, of_three, of_two
from patchgen_training.skills.plain3_terms import STYLES, Term, in_pd, letter, number, said, written

A, B, C = letter("a"), letter("b"), letter("c")


def joined(sign: str, one: Term, other: Term) -> Term:
    return Term(sign, (one, other))


def test_a_looser_part_gets_brackets_and_a_tighter_one_gets_none() -> None:
    loose = joined("*", joined("+", A, B), C)
    tight = joined("+", joined("*", A, B), C)

    texts = [in_pd(term, ("a", "b", "c")) for term in (loose, tight)]

    assert texts == ["($f1 + $f2) * $f3", "$f1 * $f2 + $f3"]


def test_what_is_subtracted_or_divided_by_keeps_its_brackets() -> None:
    minus = joined("-", A, joined("-", B, C))
    over = joined("/", A, joined("*", B, C))

    texts = [written(term, STYLES[0]) for term in (minus, over)]

    assert texts == ["a - (b - c)", "a / (b * c)"]


def test_a_number_stands_against_a_letter_where_people_write_it_so() -> None:
    term = joined("+", joined("*", number(2), Term("square", (A,))), number(3))

    texts = [written(term, style) for style in (STYLES[0], STYLES[3])]

    assert texts == ["2 * a^2 + 3", "2a² + 3"]


def test_a_product_of_a_sum_is_not_said_as_a_sum_of_a_product() -> None:
    term = joined("*", joined("+", A, B), C)

    texts = {said(term, Draw(seed), {"a": "a", "b": "b", "c": "c"}) for seed in range(30)}

    assert all(text.startswith("the product of ") for text in texts)


def test_the_formula_as_people_write_it_has_the_value_of_the_expression() -> None:
    python = STYLES[7]
    names = {"a": 3.0, "b": 5.0, "c": 7.0, "x": 4.0}
    functions = {"sqrt": math.sqrt, "max": max, "min": min}
    terms = [make(Draw(seed)) for make in (of_one, of_two, of_three) for seed in range(60)]
    terms = [term for term in terms if "|" not in written(term, python) and has_value(term, names)]

    values = [eval(written(term, python), dict(functions), dict(names)) for term in terms]

    assert len(terms) > 100
    assert all(
        math.isclose(value, term.value(names)) for value, term in zip(values, terms, strict=True)
    )


def has_value(term: Term, names: dict[str, float]) -> bool:
    """Whether the expression has a value for these letters."""
    try:
        term.value(names)
    except (ValueError, ZeroDivisionError):
        return False
    return True
