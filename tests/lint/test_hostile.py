"""Texts made to do harm: the linter looks through them in little time, whatever it finds."""

from __future__ import annotations

import time
from collections.abc import Iterable

import pytest

from patchgen.lint.runner import lint_text

HEAD = "#N canvas 0 50 450 300 10;\n"
SECONDS = 4.0
"""Of the processor; twice what a free machine takes."""


def spread(boxes: Iterable[str]) -> str:
    """A patch with boxes that do not touch."""
    return HEAD + "".join(
        f"#X obj {i % 100 * 60} {i // 100 * 30} {box};\n" for i, box in enumerate(boxes)
    )


TEXTS = {
    "boxes at one place": HEAD + "#X obj 1 1 f;\n" * 70_000,
    "strange records": HEAD + "#X abframe 1;\n#X abframe 0;\n" * 35_000,
    "canvases that do not close": HEAD + "#X graph g 0 1 2 3 4 5 6 7;\n" * 35_000,
    "contents of nothing": HEAD + "#A 0 1 2;\n" * 90_000,
    "one name for all": spread(["s a", "r a"] * 9_000),
    "values": spread(f"value a{i}" for i in range(9_000)),
    "formulas": spread([f"expr a{i}" for i in range(9_000)] + ["value b"] * 9_000),
    "a long circle": spread(["f"] * 9_000)
    + "".join(f"#X connect {i} 0 {(i + 1) % 9_000} 0;\n" for i in range(9_000)),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_megabyte_of_anything_is_looked_through_in_seconds(text: str) -> None:
    start = time.process_time()

    lint_text(text)

    assert time.process_time() - start < SECONDS
