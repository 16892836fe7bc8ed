"""What holds for every patch, whatever stands in it."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from pd.patches import spelled, whole_patches

from patchgen.layout.place import place
from patchgen.lint.registry import REFUSED_CORDS
from patchgen.lint.runner import fix, lint, lint_text
from patchgen.lint.scope import Scope
from patchgen.pd.model import Box, Canvas, Connection, walk
from patchgen.pd.parse import parse
from patchgen.pd.same import same_graph
from patchgen.pd.sort import sorted_by_place
from patchgen.pd.write import write

PATCHES = whole_patches()

# Time is measured elsewhere, on a machine that does nothing else.
any_patch = settings(max_examples=60, deadline=None)


@any_patch
@given(PATCHES)
def test_what_is_written_is_read_as_the_same_patch(canvas: Canvas) -> None:
    text = write(canvas)

    again = parse(text)

    assert again == canvas
    assert write(again) == text


@any_patch
@given(spelled())
def test_a_text_comes_back_as_it_was_spelled(text: str) -> None:
    assert write(parse(text)) == text


@any_patch
@given(PATCHES)
def test_rules_find_something_to_say_or_nothing_but_never_fail(canvas: Canvas) -> None:
    text = write(canvas)

    findings = lint(canvas)
    told = lint_text(text)

    assert Counter(f.code for f in findings) == Counter(f.code for f in told)


@any_patch
@given(PATCHES, st.sampled_from([tuple(REFUSED_CORDS), None]), st.booleans())
def test_a_fixed_patch_has_nothing_left_to_fix(
    canvas: Canvas, select: tuple[str, ...] | None, unsafe: bool
) -> None:
    mended, _ = fix(canvas, Scope(select=select), unsafe=unsafe)

    again, findings = fix(mended, Scope(select=select), unsafe=unsafe)

    assert again == mended
    assert findings == ()


@any_patch
@given(PATCHES)
def test_a_fix_takes_cords_away_and_leaves_everything_else(canvas: Canvas) -> None:
    mended, findings = fix(canvas, Scope(select=REFUSED_CORDS))

    before, after = dict(walk(canvas)), dict(walk(mended))

    assert before.keys() == after.keys()
    for path, inner in after.items():
        assert stripped(inner) == stripped(before[path])
        assert is_part(inner.connections, before[path].connections)
    gone = sum(len(before[path].connections) - len(after[path].connections) for path in after)
    assert gone <= len(findings)


@any_patch
@given(PATCHES)
def test_a_layout_moves_boxes_and_keeps_them_with_their_cords(canvas: Canvas) -> None:
    placed = place(canvas)

    before, after = dict(walk(canvas)), dict(walk(placed))

    assert before.keys() == after.keys()
    for path, inner in after.items():
        old = before[path]
        assert [(b.kind, b.name) for b in inner.boxes] == [(b.kind, b.name) for b in old.boxes]
        assert inner.connections == old.connections
    assert parse(write(placed)) == placed


@any_patch
@given(PATCHES)
def test_sorting_changes_the_order_and_nothing_else(canvas: Canvas) -> None:
    result = sorted_by_place(canvas)

    assert same_graph(result, canvas)
    assert same_graph(parse(write(result)), canvas)


def stripped(canvas: Canvas) -> list[object]:
    """What a canvas holds besides cords, without what lies in the canvases inside it."""
    return [
        (item.kind, item.atoms, item.x, item.y, item.width) if isinstance(item, Box) else item
        for item in canvas.items
        if not isinstance(item, Connection)
    ]


def is_part(few: tuple[Connection, ...], many: tuple[Connection, ...]) -> bool:
    """Whether the few are among the many, in the same order."""
    rest = iter(many)
    return all(cord in rest for cord in few)
