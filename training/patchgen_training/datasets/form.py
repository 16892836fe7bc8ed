"""Forms of an example: a raw patch, an instruction in Alpaca's words, or a pair as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from patchgen.domains.patch.codec import encode
from patchgen.errors import PatchgenError
from patchgen.pd.parse import parse
from patchgen.pd.write import write
from patchgen.pipeline.provenance import without_provenance
from patchgen_training.evaluation.apart import is_held_out

if TYPE_CHECKING:
    from datasets import Dataset

Form = Literal["raw", "instruction", "pairs"]
Row = Mapping[str, Any]

INSTRUCTION = "create a Pd patch that matches the following request."
"""What the original asks for in every example."""
ALPACA = (
    "Below is an instruction that describes a task, paired with an input that provides further "
    "context. Write a response that appropriately completes the request.\n\n"
    "### Instruction:\n{instruction}\n\n### Input:\n{prompt}\n\n### Response:\n"
)
"""The prompt; the answer follows."""
PATCH: Mapping[Form, str] = {"raw": "patch", "instruction": "output", "pairs": "completion"}
"""The column that holds the patch."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How the rows of a data set become examples."""

    form: Form
    is_notation: bool = False
    """Patches in the daemon's notation instead of .pd text."""
    instruction: str = ""
    """What stands above each prompt; empty: the row's own, or the original's."""


@dataclass(frozen=True, slots=True)
class Formed:
    """Examples as a trainer takes them, and how many rows could not be used and why."""

    rows: Dataset
    """With the column `text`, or with `prompt` and `completion`. The end token is not in it."""
    left_out: Mapping[str, int]


def formed(rows: Dataset, wording: Wording) -> Formed:
    """Rows of one form as examples; raises PatchgenError where a column is missing.

    Rows without prompt or patch, those that ask for a task of the benchmark, and those that the
    notation cannot express are left out.
    """
    options = {"wording": wording}
    steps: Mapping[str, Callable[..., bool]] = {
        "empty": is_filled,
        "benchmark": is_apart,
        "no_notation": is_expressible,
    }
    check_columns(rows, wording.form)
    left_out: dict[str, int] = {}
    for name, is_usable in steps.items():
        before = len(rows)
        rows = rows.filter(is_usable, fn_kwargs=options)
        left_out[name] = before - len(rows)
    made = rows.map(worded, fn_kwargs=options, remove_columns=rows.column_names)
    return Formed(made, left_out)


def check_columns(rows: Dataset, form: Form) -> None:
    """Raises PatchgenError where a column is missing."""
    missing = [name for name in wanted(form) if name not in rows.column_names]
    if missing:
        raise PatchgenError(
            f"the data set has no column {', '.join(missing)}",
            hint=f"It has {', '.join(rows.column_names)}: name the one that is meant.",
        )


def wanted(form: Form) -> tuple[str, ...]:
    """The columns that a form needs."""
    return (PATCH[form],) if form == "raw" else ("prompt", PATCH[form])


def worded(row: Row, wording: Wording) -> dict[str, str]:
    """A row as an example."""
    patch = row[PATCH[wording.form]]
    patch = answer(patch) if wording.form != "raw" else patch
    patch = noted(patch) if wording.is_notation else patch
    if wording.form == "raw":
        # The original puts each patch on a line of its own.
        return {"text": f"\n{patch}"}
    prompt = row["prompt"] if wording.form == "pairs" else alpaca(row, wording.instruction)
    return {"prompt": prompt, "completion": patch}


def alpaca(row: Row, instruction: str = "") -> str:
    """The prompt up to the place where the answer begins."""
    asked = instruction or row.get("instruction") or INSTRUCTION
    return ALPACA.format(instruction=asked, prompt=row["prompt"])


def answer(patch: str) -> str:
    """The patch without its META, where a generated one tells its prompt and its seed."""
    if "META" not in patch:
        return patch
    try:
        return write(without_provenance(parse(patch)))
    except PatchgenError:
        return patch


def noted(patch: str) -> str:
    """The notation of a patch; empty where it cannot be read."""
    try:
        return encode(parse(patch), exact=False)
    except PatchgenError:
        return ""


def is_filled(row: Row, wording: Wording) -> bool:
    """Whether nothing is missing."""
    return all((row[name] or "").strip() for name in wanted(wording.form))


def is_apart(row: Row, wording: Wording) -> bool:
    """Whether the row asks for none of the benchmark's tasks."""
    return wording.form == "raw" or not is_held_out(row["prompt"])


def is_expressible(row: Row, wording: Wording) -> bool:
    """Whether the patch can be written as the wording wants it."""
    return not wording.is_notation or bool(noted(row[PATCH[wording.form]]))
