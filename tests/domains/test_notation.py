"""The notation as text."""

import pytest

from patchgen.domains.patch.notation import Line, Source, read
from patchgen.errors import NotationError


def test_a_line_names_its_box_and_what_feeds_it() -> None:
    first, second = read('1 hsl 0 1 "volume"\n2 *~ 0.1 < 1 1.2>1\n')

    assert first == Line(1, ("hsl", "0", "1", '"volume"'))
    assert second == Line(2, ("*~", "0.1"), (Source(1), Source(1, 2, 1)))


def test_an_object_named_like_the_separator_is_still_an_object() -> None:
    assert read("1 number\n2 < 5 < 1\n")[1] == Line(2, ("<", "5"), (Source(1),))


def test_a_separator_inside_arguments_is_escaped() -> None:
    (line,) = read(r"1 expr $f1 \< 3")

    assert line.body == ("expr", "$f1", "<", "3")
    assert str(line) == r"1 expr $f1 \< 3"


def test_a_subpatch_holds_its_own_numbering() -> None:
    sub, after = read("1 pd voice {\n1 inlet\n2 outlet < 1\n}\n2 print < 1\n")

    assert sub.inside == (Line(1, ("inlet",)), Line(2, ("outlet",), (Source(1),)))
    assert after.number == 2


def test_connections_may_follow_for_an_earlier_box() -> None:
    assert read("1 f\n2 + 1 < 1\n1 < 2>1\n")[2] == Line(1, (), (Source(2, 0, 1),))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("2 osc~", 1),
        ("1 osc~\n3 dac~", 2),
        ("1 osc~\n1 dac~", 2),
        ("1 osc~\n2 dac~ < x", 2),
        ("1 pd a {\n1 inlet\n", 1),
        ("1 osc~\n}", 2),
        ("one osc~", 1),
        ("1 ", 1),
    ],
)
def test_a_bad_line_is_named_by_its_number(text: str, line: int) -> None:
    with pytest.raises(NotationError) as caught:
        read(text)

    assert caught.value.line == line
