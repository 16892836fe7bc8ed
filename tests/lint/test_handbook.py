"""The document about the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.lint.handbook import CODES, chapter, handbook
from patchgen.lint.registry import MENDERS, RULES

FILE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_document_in_the_repository_is_true() -> None:
    written = FILE.read_text("utf-8")

    assert written == handbook(), "run `patchgen check --rules > docs/rules.md`"


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_chapter_that_the_table_leads_to(code: str) -> None:
    text = handbook()

    assert f"| [{code}](#{code}) |" in text
    assert f"\n{chapter(code)}" in text


@pytest.mark.parametrize("code", RULES)
def test_a_chapter_says_why_and_shows_good_and_bad(code: str) -> None:
    text = chapter(code)

    assert RULES[code].WHY in text
    assert "\nbad   " in text and "\ngood  " in text
    assert ("Mended: no." in text) == (code not in MENDERS)
