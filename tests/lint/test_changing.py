"""Message boxes that are rewritten at run time, and words that a patch could come to say."""

from __future__ import annotations

import pytest

from lint.samples import canvas_of
from patchgen.lint.changing import rewriters, sayable
from patchgen.lint.rule import Patch


@pytest.mark.parametrize(
    ("sample", "found"),
    [
        ("[b(, [set 1( -> [b(", {"set"}),
        ("[b(, [set 1( -> [t a] -> [spigot] -> [b(", {"set"}),
        ("[b(, [a add( -> [b(", set()),
        ("[b(, [; x add( -> [b(", set()),
        ("[b(, [r x] -> [b(", set()),
        ("[b(, [r x] -> [b(, [add2 1( -> [s x]", {"add2"}),
        ("[b(, [$1 x( -> [b(, [symbol add( -> [s x]", {"add"}),
        ("[b(, [set 1( -> 1:[b(", set()),
    ],
)
def test_what_may_rewrite_a_message_box(sample: str, found: set[str]) -> None:
    (view,) = Patch(canvas_of(sample)).views

    assert rewriters(view, 0) == found


@pytest.mark.parametrize(
    ("sample", "can_say"),
    [
        ("[write(", True),
        ("[symbol wr$1(", True),
        ("[$1ite(", True),
        ("[$1(", False),
        ("[$1-a(", False),
        ("[makefilename wri%s]", True),
        ("[makefilename take-%d]", False),
        ("[list tosymbol]", True),
        ("[list fromsymbol]", False),
        ("[rewrite(", False),
    ],
)
def test_a_patch_can_say_its_words_and_what_it_puts_together(sample: str, can_say: bool) -> None:
    assert bool(sayable(Patch(canvas_of(sample)), {"write"})) is can_say


def test_a_comment_says_nothing() -> None:
    canvas = canvas_of("#N canvas 0 50 450 300 12;\n#X text 9 9 write;\n")

    assert not sayable(Patch(canvas), {"write"})
