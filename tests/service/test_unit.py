"""The systemd unit: accepted by systemd, never over a file of the user's, clear without systemd."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import pytest

from patchgen.errors import OutputUnwritable, PatchgenError
from patchgen.service import unit as module
from patchgen.service.program import daemon_command
from patchgen.service.unit import NAME, OPENING, install_service, uninstall_service, unit

SYSTEMCTL = """\
#!/bin/sh
echo "$@" >> {calls}
exit {status}
"""


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of user units; there is no systemctl but what a test puts into `bin`."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path / "config/systemd/user"


def put_systemctl(folder: Path, status: int = 0) -> Path:
    """A systemctl that notes its calls in the returned file."""
    calls = folder / "calls"
    program = folder / "bin/systemctl"
    program.parent.mkdir()
    program.write_text(SYSTEMCTL.format(calls=shlex.quote(str(calls)), status=status), "utf-8")
    program.chmod(0o755)
    return calls


def test_systemd_finds_nothing_wrong_with_the_unit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "a b%c$d;e" / "python"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", "utf-8")
    program.chmod(0o755)
    path = tmp_path / NAME
    path.write_text(unit((str(program), "serve", "--model", '/x y/"$HOME"%h.gguf')), "utf-8")
    monkeypatch.setenv("PATH", os.defpath)

    verify = ("systemd-analyze", "verify", str(path))
    run = subprocess.run(verify, capture_output=True, text=True, check=False)

    assert (run.returncode, run.stderr) == (0, "")


def test_systemd_refuses_a_unit_whose_program_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / NAME
    path.write_text(unit(("/nonexistent/python",)), "utf-8")
    monkeypatch.setenv("PATH", os.defpath)

    verify = ("systemd-analyze", "verify", str(path))
    run = subprocess.run(verify, capture_output=True, text=True, check=False)

    assert run.returncode != 0


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("--port", "--port"),
        ("a b", '"a b"'),
        ("50%", '"50%%"'),
        ('say "x"', '"say \\"x\\""'),
        ("$HOME", "$$HOME"),
        ("", '""'),
    ],
)
def test_arguments_arrive_as_they_are(word: str, written: str) -> None:
    assert f"ExecStart=/bin/x {written}\n" in unit(("/bin/x", word))


def test_a_program_that_systemd_would_refuse_is_told() -> None:
    with pytest.raises(PatchgenError) as caught:
        unit(('/a "b"/python',))

    assert '/a "b"/python' in caught.value.message


def test_without_systemd_the_unit_is_there_and_the_rest_is_said(config: Path) -> None:
    outcome = install_service(("--port", "9341"))

    assert outcome.path == config / NAME
    assert outcome.path.read_text("utf-8") == unit(daemon_command(("--port", "9341")))
    assert "systemctl --user enable --now patchgen" in outcome.says
    assert " ".join(daemon_command()) in outcome.says


def test_systemd_is_told_to_start_it(tmp_path: Path) -> None:
    calls = put_systemctl(tmp_path)

    outcome = install_service()

    assert "the daemon runs" in outcome.says
    assert calls.read_text("utf-8").splitlines() == [
        "--user daemon-reload",
        f"--user enable {NAME}",
        f"--user restart {NAME}",
    ]


def test_a_systemd_that_does_not_answer_is_said(tmp_path: Path) -> None:
    put_systemctl(tmp_path, status=1)

    assert "does not answer" in install_service().says


def test_a_second_time_the_file_stays(tmp_path: Path) -> None:
    install_service()

    assert not install_service().is_changed


def test_other_options_replace_the_unit(config: Path) -> None:
    install_service()

    outcome = install_service(("--port", "9341"))

    assert outcome.is_changed
    assert "--port 9341" in (config / NAME).read_text("utf-8")


@pytest.mark.parametrize("act", [install_service, uninstall_service])
def test_a_unit_of_the_user_is_left_alone(config: Path, act: object) -> None:
    config.mkdir(parents=True)
    (config / NAME).write_text("[Service]\nExecStart=/bin/true\n", "utf-8")

    with pytest.raises(OutputUnwritable) as caught:
        assert callable(act)
        act()

    assert str(config / NAME) in caught.value.message
    assert not (config / NAME).read_text("utf-8").startswith(OPENING)


def test_uninstalling_stops_and_forgets_it(tmp_path: Path, config: Path) -> None:
    calls = put_systemctl(tmp_path)
    install_service()
    calls.unlink()

    outcome = uninstall_service()

    assert outcome.is_changed
    assert not (config / NAME).exists()
    assert calls.read_text("utf-8").splitlines() == [
        f"--user disable --now {NAME}",
        "--user daemon-reload",
    ]


def test_uninstalling_what_is_not_there_calls_nobody(tmp_path: Path) -> None:
    calls = put_systemctl(tmp_path)

    outcome = uninstall_service()

    assert not outcome.is_changed
    assert not calls.exists()


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))

    with pytest.raises(OutputUnwritable) as caught:
        install_service()

    assert "XDG_CONFIG_HOME" in caught.value.hint


def test_other_systems_are_sent_to_their_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.sys, "platform", "darwin")

    with pytest.raises(PatchgenError) as caught:
        install_service()

    assert "launchd" in caught.value.hint
