"""The hooks that other repositories may use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from patchgen.cli.main import patchgen

FILE = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"
HOOKS = {hook["id"]: hook for hook in yaml.safe_load(FILE.read_text("utf-8"))}
BAD = "#N canvas 0 50 450 300 12;\n#X obj 20 20 bng;\n#X connect 0 3 0 0;\n"


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_has_what_pre_commit_asks_for(hook: dict[str, str]) -> None:
    assert hook.keys() >= {"id", "name", "entry", "language"}
    assert re.search(hook["files"], "sub/voice.pd") and not re.search(hook["files"], "voice.pd.txt")


@pytest.mark.parametrize(("code", "status"), [("patchgen-check", 1), ("patchgen-fix", 0)])
def test_the_entry_of_a_hook_takes_the_names_of_files(
    tmp_path: Path, code: str, status: int
) -> None:
    patch = tmp_path / "a.pd"
    patch.write_text(BAD, "utf-8")
    program, *arguments = HOOKS[code]["entry"].split()

    result = CliRunner().invoke(patchgen, [*arguments, str(patch)], prog_name=program)

    assert (program, result.exit_code) == ("patchgen", status)
    assert ("#X connect" in patch.read_text("utf-8")) == (status == 1)
