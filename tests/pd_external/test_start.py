"""start: the daemon becomes a process of the user's own."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from .conftest import OpenHost

PROGRAM = """\
#!{python}
import json, os, signal, sys, time
handled = [
    number for number in range(1, 32)
    if number not in (signal.SIGKILL, signal.SIGSTOP)
    and signal.getsignal(number) is not signal.SIG_DFL
    and number not in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ)
]
found = {{
    "arguments": sys.argv[1:],
    "files": [fd for fd in range(1024) if os.path.exists(f"/proc/self/fd/{{fd}}")],
    "session": os.getsid(0),
    "process": os.getpid(),
    "parent": os.getppid(),
    "input": os.readlink("/proc/self/fd/0"),
    "output": os.readlink("/proc/self/fd/1"),
    "policy": os.sched_getscheduler(0),
    "handled": handled,
    "masked": list(signal.pthread_sigmask(signal.SIG_BLOCK, [])),
}}
print("hello from the daemon", flush=True)
with open("{report}.part", "w") as file:
    json.dump(found, file)
os.rename("{report}.part", "{report}")
time.sleep(30)
"""


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's state folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def program(tmp_path: Path, state: Path) -> Path:
    """A program that writes down how it was started."""
    path = tmp_path / "my programs" / "daemon of mine"
    path.parent.mkdir()
    text = PROGRAM.format(python=sys.executable, report=tmp_path / "report.json")
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return path


def told_by(folder: Path) -> dict[str, object]:
    """What the program has written down."""
    import json

    until = time.monotonic() + 10
    while not (folder / "report.json").exists() and time.monotonic() < until:
        time.sleep(0.02)
    found: dict[str, object] = json.loads((folder / "report.json").read_text("utf-8"))
    return found


def end(answer: str) -> None:
    """Ends the program that was started."""
    os.kill(int(answer.removeprefix("started ")), signal.SIGKILL)


def test_it_gets_its_arguments_word_by_word(
    open_host: OpenHost, tmp_path: Path, program: Path
) -> None:
    with open_host() as pd:
        answer = pd.ask("start", str(program), "two words", "9340", "0.25", "a*", "$(id)", "`id`")
        found = told_by(tmp_path)
        end(answer)

    assert found["arguments"] == ["two words", "9340", "0.25", "a*", "$(id)", "`id`"]
    assert answer == f"started {found['process']}"


def test_it_is_nobodys_child_and_has_no_files_of_pds(
    open_host: OpenHost, tmp_path: Path, program: Path, state: Path
) -> None:
    with open_host() as pd:
        answer = pd.ask("start", str(program))
        found = told_by(tmp_path)
        children = Path(f"/proc/{pd._process.pid}/task/{pd._process.pid}/children").read_text()
        end(answer)

    assert children.split() == []
    assert found["session"] != found["process"]
    assert found["files"] == [0, 1, 2]
    assert found["input"] == "/dev/null"
    assert found["output"] == str(state / "patchgen" / "daemon.log")
    assert found["handled"] == []
    assert found["masked"] == []
    assert found["policy"] == os.SCHED_OTHER
    assert (state / "patchgen" / "daemon.log").read_text() == "hello from the daemon\n"


def test_it_outlives_pd(open_host: OpenHost, tmp_path: Path, program: Path) -> None:
    with open_host() as pd:
        answer = pd.ask("start", str(program))

    os.kill(int(answer.removeprefix("started ")), 0)
    end(answer)


def test_a_name_is_looked_up_in_the_path(
    open_host: OpenHost, tmp_path: Path, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{os.environ['PATH']}:{program.parent}")

    with open_host() as pd:
        answer = pd.ask("start", program.name)
        found = told_by(tmp_path)
        end(answer)

    assert answer == f"started {found['process']}"


def test_alone_it_starts_what_is_noted_beside_the_class(
    open_host: OpenHost, library: Path, tmp_path: Path, program: Path
) -> None:
    (library / "daemon").write_text(f"{program}\n-m\npatchgen.cli\n--folder=für später\n", "utf-8")

    with open_host() as pd:
        answer = pd.ask("start")
        found = told_by(tmp_path)
        end(answer)

    assert found["arguments"] == ["-m", "patchgen.cli", "--folder=für später"]


def test_alone_and_without_a_note_it_starts_patchgen_serve(
    open_host: OpenHost, tmp_path: Path, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.rename(program.parent / "patchgen")
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")

    with open_host() as pd:
        answer = pd.ask("start")
        found = told_by(tmp_path)
        end(answer)

    assert found["arguments"] == ["serve"]


def test_options_follow_what_is_noted(
    open_host: OpenHost, library: Path, tmp_path: Path, program: Path
) -> None:
    (library / "daemon").write_text(f"{program}\nserve\n", "utf-8")

    with open_host() as pd:
        answer = pd.ask("start", "--port", "9341", "--output-folder=mine und deine", "-v")
        found = told_by(tmp_path)
        end(answer)

    assert found["arguments"] == ["serve", "--port", "9341", "--output-folder=mine und deine", "-v"]
    assert answer == f"started {found['process']}"


def test_options_without_a_note_follow_patchgen_serve(
    open_host: OpenHost, tmp_path: Path, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.rename(program.parent / "patchgen")
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")

    with open_host() as pd:
        answer = pd.ask("start", "--port", "9341")
        found = told_by(tmp_path)
        end(answer)

    assert found["arguments"] == ["serve", "--port", "9341"]


def test_options_for_a_noted_program_that_is_gone_start_nothing(
    open_host: OpenHost, library: Path, tmp_path: Path, state: Path
) -> None:
    (library / "daemon").write_text("/no/such/program\nserve\n", "utf-8")

    with open_host() as pd:
        error = pd.ask("start", "--port", "9341", label="error")

    assert "/no/such/program is not started: no such program" in error


def test_a_program_that_ends_at_once_leaves_no_zombie(open_host: OpenHost, state: Path) -> None:
    with open_host() as pd:
        answers = [pd.ask("start", "/bin/true") for _ in range(5)]
        children = Path(f"/proc/{pd._process.pid}/task/{pd._process.pid}/children").read_text()

    assert all(answer.startswith("started ") for answer in answers)
    assert children.split() == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("/no/such/program",), "no such program"),
        (("no-such-program-anywhere",), "no such program in PATH"),
        (("bin/true",), "its path is not absolute"),
        (("/etc/passwd",), "no such program"),
        (("/tmp",), "no such program"),
        (("/bin/true", *["x"] * 64), "too many arguments"),
    ],
)
def test_what_cannot_be_started_is_an_error(
    open_host: OpenHost, state: Path, words: tuple[str, ...], why: str
) -> None:
    with open_host() as pd:
        error = pd.ask("start", *words, label="error")

    assert why in error
    assert "patchgen serve" in error


def test_a_file_that_is_no_program_is_an_error(
    open_host: OpenHost, tmp_path: Path, state: Path
) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"\x7fELF nothing")
    broken.chmod(0o755)

    with open_host() as pd:
        error = pd.ask("start", str(broken), label="error")

    assert "the program cannot be run" in error


def test_an_empty_note_is_an_error(open_host: OpenHost, library: Path, state: Path) -> None:
    (library / "daemon").write_text("", "utf-8")

    with open_host() as pd:
        error = pd.ask("start", label="error")

    assert "it is empty" in error


def test_pd_keeps_its_beat(open_host: OpenHost, tmp_path: Path, program: Path) -> None:
    beat = (
        "#X obj 20 200 loadbang;\n#X obj 20 220 metro 5;\n#X obj 20 240 t b b;\n"
        "#X obj 20 260 realtime;\n#X obj 20 280 max 0;\n#X obj 120 280 print gap;\n"
        "#X connect 10 0 11 0;\n#X connect 11 0 12 0;\n#X connect 12 0 13 0;\n"
        "#X connect 12 1 13 1;\n#X connect 13 0 15 0;\n"
    )

    with open_host(more=beat) as pd:
        answer = pd.ask("start", str(program))
        told_by(tmp_path)
        end(answer)
        gaps = [float(gap) for gap in pd.lines("gap")]

    print(f"largest gap: {max(gaps):.1f} ms")
    assert max(gaps) < 250
