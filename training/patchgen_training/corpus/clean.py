"""Cleans patches by the linter, the one truth: no connection is lost that Pd would make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from patchgen.errors import ParseError
from patchgen.findings import Severity
from patchgen.lint.registry import REFUSED_CORDS, RULES
from patchgen.lint.runner import fix, is_fine, lint
from patchgen.lint.scope import Scope
from patchgen.pd.graph import reordered
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pd.write import write
from patchgen_training.corpus.stage import stage
from patchgen_training.datasets.real import decoration

LONGEST = 65_536
"""Characters; a longer patch is a table of numbers or too much for any model."""
REFUSED = Scope(select=frozenset(REFUSED_CORDS))
"""Finds cords that Pd drops by itself: leaving them out changes nothing."""
ERRORS = Scope(
    select=frozenset(code for code, rule in RULES.items() if rule.SEVERITY is Severity.ERROR)
)


def clean(
    inputs: Sequence[Path], out: Path, processes: int = 1, *, keeps_comments: bool = True
) -> Counter[str]:
    """Writes the patches that the linter lets pass and returns why others were left out."""
    with stage("clean", out.parent, processes, inputs) as work:
        rows = work.read()
        cleaned = work.mapped(
            rows, cleaned_row, {"mended": [""]}, fn_kwargs={"keeps_comments": keeps_comments}
        )
        mended = Counter(code for codes in cleaned["mended"] for code in codes)
        good, troubles = work.usable(cleaned)
        work.write(good, out)
        facts = {
            "read": len(rows),
            "patches": len(good),
            "comments_kept": keeps_comments,
            "mended": dict(mended.most_common()),
            "left_out": dict(troubles.most_common()),
        }
        work.tell(out.with_suffix(".json"), [out], facts)
    return troubles


def cleaned_row(row: Mapping[str, Any], keeps_comments: bool) -> dict[str, Any]:
    """A row with its text cleaned, or with the reason why it cannot be."""
    text, mended, trouble = cleaned(row["text"], keeps_comments)
    return {"text": text, "mended": mended, "trouble": trouble}


def cleaned(text: str, keeps_comments: bool = True) -> tuple[str, list[str], str]:
    """The text as Pd writes it, the rules that mended something, and why it is unusable."""
    if len(text) > LONGEST:
        return text, [], "too long"
    try:
        canvas = parse(text.replace("\r\n", "\n"))
    except ParseError:
        return text, [], "no patch"
    if not keeps_comments:
        canvas = without_remarks(canvas)
    if not canvas.boxes:
        return text, [], "no boxes"
    canvas, mended = fix(canvas, REFUSED)
    findings = lint(canvas, ERRORS)
    codes = sorted({finding.code for finding in mended})
    trouble = "" if is_fine(findings) else min(f.code for f in findings if not is_fine((f,)))
    return write(replace(canvas, ending="\n")), codes, trouble


def without_remarks(canvas: Canvas) -> Canvas:
    """The patch without comments, coloured panels and META; cords follow their boxes."""
    kept = [i for i, box in enumerate(canvas.boxes) if not decoration(box)]
    canvas = reordered(canvas, kept)
    inner = tuple(
        replace(box, canvas=without_remarks(box.canvas)) if box.canvas is not None else box
        for box in canvas.boxes
    )
    return canvas.with_boxes(inner)
