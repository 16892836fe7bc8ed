"""The command that starts the daemon: absolute, and deaf to the folder it is started in."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from patchgen.errors import PatchgenError
from patchgen.service.program import daemon_command


def test_the_command_is_absolute_and_ends_with_the_options() -> None:
    command = daemon_command(("--port", "9341"))

    assert Path(command[0]).is_absolute()
    assert command[-3:] == ("serve", "--port", "9341")


def test_a_module_in_the_folder_at_hand_is_not_imported(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise SystemExit('the wrong click')\n", "utf-8")

    run = subprocess.run(
        (*daemon_command(), "--help"), cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stderr
    assert "Answer [patchgen] boxes" in run.stdout


@pytest.mark.parametrize("executable", ["", "/a\nb/python"])
def test_a_python_without_a_usable_name_is_told(
    monkeypatch: pytest.MonkeyPatch, executable: str
) -> None:
    monkeypatch.setattr("sys.executable", executable)

    with pytest.raises(PatchgenError) as caught:
        daemon_command()

    assert repr(executable) in caught.value.message
    assert caught.value.hint
