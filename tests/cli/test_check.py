"""`patchgen check`: files and folders, findings with lines, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from .conftest import Cli, Shell, command_line

GOOD = "#N canvas 0 50 450 300 12;\n#X obj 20 20 bng;\n#X obj 20 60 print;\n#X connect 0 0 1 0;\n"
BAD = "#N canvas 0 50 450 300 12;\n#X obj 20 20 bng;\n#X obj 20 60 print;\n#X connect 0 3 1 0;\n"
SCRIPT = "#N canvas 0 50 450 300 12;\npd quit;\n"
FAN = (
    "#N canvas 0 50 450 300 12;\n#X floatatom 20 20 5 0 0 0 - - -;\n#X obj 20 60 * 2;\n"
    "#X obj 90 60 + 1;\n#X obj 20 120 pack;\n#X obj 20 150 print;\n#X connect 0 0 1 0;\n"
    "#X connect 0 0 2 0;\n#X connect 1 0 3 0;\n#X connect 2 0 3 1;\n#X connect 3 0 4 0;\n"
)
SPELT = GOOD.replace("bng", "Metro 500")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two patches, one of them in a folder inside, and a file of another kind."""
    (tmp_path / "patches" / "more").mkdir(parents=True)
    (tmp_path / "patches" / "good.pd").write_text(GOOD, "utf-8")
    (tmp_path / "patches" / "more" / "bad.pd").write_text(BAD, "utf-8")
    (tmp_path / "patches" / "notes.txt").write_text("not a patch", "utf-8")
    return tmp_path / "patches"


def test_nothing_is_said_about_a_good_patch(cli: Cli, folder: Path) -> None:
    result = cli("check", folder / "good.pd")

    assert (result.exit_code, result.output) == (0, "")


def test_an_error_is_told_with_the_line_of_its_box(cli: Cli, folder: Path) -> None:
    bad = folder / "more" / "bad.pd"

    result = cli("check", bad)

    assert result.exit_code == 1
    assert result.stdout.startswith(f"{bad}:2: error connection-port: ")


def test_a_folder_stands_for_all_its_patches(cli: Cli, folder: Path) -> None:
    result = cli("check", "--json", folder)

    report = {item["file"]: item["findings"] for item in json.loads(result.stdout)}
    assert result.exit_code == 1
    assert report.keys() == {str(folder / "good.pd"), str(folder / "more" / "bad.pd")}
    assert report[str(folder / "good.pd")] == []
    assert report[str(folder / "more" / "bad.pd")][0]["severity"] == "error"


@pytest.mark.parametrize("text", [SCRIPT, "", "no patch at all", "#N canvas;\n"])
def test_what_is_no_patch_is_an_error(cli: Cli, tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.pd"
    path.write_text(text, "utf-8")

    result = cli("check", path)

    assert result.exit_code == 1
    assert "error" in result.stdout


def test_binary_bytes_are_an_error_not_a_bug(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "odd.pd"
    path.write_bytes(bytes(range(256)) * 40)

    assert cli("check", path).exit_code == 1


def test_warnings_alone_do_not_fail(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "lonely.pd"
    path.write_text("#N canvas 0 50 450 300 12;\n#X obj 20 20 random 5;\n", "utf-8")

    result = cli("check", path)

    assert result.exit_code == 0
    assert "warning" in result.stdout


def test_an_old_patch_in_latin_1_can_be_read(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "old.pd"
    path.write_bytes(b"#N canvas 0 50 450 300 12;\n#X text 20 20 Fl\xf6te;\n")

    assert cli("check", path).exit_code == 0


def test_fix_leaves_out_what_pd_refuses(cli: Cli, folder: Path) -> None:
    bad = folder / "more" / "bad.pd"

    result = cli("check", "--fix", folder)

    assert result.exit_code == 0
    assert bad.read_text("utf-8") == BAD.replace("#X connect 0 3 1 0;\n", "")
    assert f"{bad}:2: mended connection-port: " in result.stdout
    assert (folder / "good.pd").read_text("utf-8") == GOOD


def test_a_finding_tells_whether_fix_mends_it(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "fan.pd"
    path.write_text(FAN, "utf-8")

    result = cli("check", path)

    assert "info fan-out: " in result.stdout and result.stdout.count("[fix]") == 1
    assert result.stdout.endswith("1 file: 1 info; --fix mends 1\n")


def test_a_fan_out_gets_a_trigger_that_keeps_its_order(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "fan.pd"
    path.write_text(FAN, "utf-8")

    cli("check", "--fix", path)

    text = path.read_text("utf-8")
    assert "t f f;\n#X connect 0 0 5 0;\n#X connect 5 1 1 0;\n#X connect 5 0 2 0;\n" in text
    assert cli("check", path).output == ""


def test_what_changes_the_patch_is_only_mended_when_told(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "spelt.pd"
    path.write_text(SPELT, "utf-8")

    careful, careful_text = cli("check", "--fix", path), path.read_text("utf-8")
    daring = cli("check", "--fix", "--unsafe-fixes", path)

    assert "[unsafe fix]" in careful.stdout and careful_text == SPELT
    assert "mended unknown-object: " in daring.stdout
    assert path.read_text("utf-8") == SPELT.replace("Metro", "metro")


def test_unsafe_fixes_alone_are_wrong_usage(cli: Cli, folder: Path) -> None:
    assert cli("check", "--unsafe-fixes", folder).exit_code == 2


def test_diff_shows_what_fix_would_do_and_changes_nothing(cli: Cli, folder: Path) -> None:
    bad = folder / "more" / "bad.pd"

    result = cli("check", "--diff", folder)

    assert result.exit_code == 1
    assert bad.read_text("utf-8") == BAD
    assert result.stdout.splitlines()[:2] == [f"--- a/{bad}", f"+++ b/{bad}"]
    assert [line for line in result.stdout.splitlines()[2:] if line[0] in "+-"] == [
        "-#X connect 0 3 1 0;"
    ]


def test_a_mended_file_keeps_its_encoding_and_line_ends(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "old.pd"
    text = BAD.replace("\n", "\r\n").replace("print", "print Fl\xf6te")
    path.write_bytes(text.encode("latin-1"))

    cli("check", "--fix", path)

    mended = text.replace("#X connect 0 3 1 0;\r\n", "")
    assert path.read_bytes() == mended.encode("latin-1")


def test_standard_input_is_checked(cli: Cli) -> None:
    result = cli("check", "-", stdin=BAD.encode())

    assert result.exit_code == 1
    assert result.stdout.startswith("<stdin>:2: error connection-port: ")


def test_standard_input_is_mended_to_standard_output(cli: Cli) -> None:
    result = cli("check", "--fix", "-", stdin=BAD.encode())

    assert result.exit_code == 0
    assert result.stdout == BAD.replace("#X connect 0 3 1 0;\n", "")
    assert "<stdin>:2: mended connection-port: " in result.stderr


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_wrong_code_gets_the_nearest_right_one(cli: Cli, folder: Path, option: str) -> None:
    result = cli("check", option, "dead-end,fan-uot", folder)

    assert result.exit_code == 2
    assert "Did you mean 'fan-out'?" in result.stderr


def test_codes_are_selected_and_ignored(cli: Cli, folder: Path) -> None:
    bad = folder / "more" / "bad.pd"

    others = cli("check", "--select", "dead-end,fan-out", "--select", "dsp-loop", bad)
    without = cli("check", "--ignore", "connection-port", bad)

    assert (others.exit_code, others.output) == (0, "")
    assert without.exit_code == 0 and "unconnected-box" not in without.output


def test_the_target_decides_which_objects_and_ports_there_are(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "purr.pd"
    path.write_text(GOOD.replace("bng", "array define a").replace("print", "abclone x"), "utf-8")

    vanilla = cli("check", path).stdout
    purr = cli("check", "--target", "purr-data", path).stdout
    both = cli("check", "--target", "both", path).stdout

    assert "has no object [abclone]" in vanilla and "engine-difference" not in vanilla
    assert "unknown-object" not in purr and "connection-port" in purr
    assert "unknown-object" in both and "engine-difference" in both


def test_abstractions_beside_the_patch_are_known(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "main.pd"
    path.write_text(GOOD.replace("print", "voice"), "utf-8")
    before = cli("check", path).stdout

    (tmp_path / "voice.pd").write_text(
        "#N canvas 0 50 450 300 12;\n#X obj 20 20 inlet;\n#X obj 20 60 print;\n"
        "#X connect 0 0 1 0;\n",
        "utf-8",
    )

    assert "unknown-object" in before
    assert cli("check", path).output == ""


def test_a_patch_alone_has_no_unknown_objects(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "main.pd"
    path.write_text(GOOD.replace("print", "mystery"), "utf-8")

    assert cli("check", path).exit_code == 0
    assert cli("check", "--alone", path).exit_code == 1


def test_statistics_count_by_code(cli: Cli, folder: Path) -> None:
    result = cli("check", "--statistics", folder)

    assert result.exit_code == 1
    assert result.stdout.split() == ["1", "error", "connection-port", "[fix]"]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(path: Path) -> bytes:
        if path.name == "good.pd":
            raise PermissionError(13, "Permission denied")
        return path.open("rb").read()

    monkeypatch.setattr(Path, "read_bytes", unreadable)

    result = cli("check", "--ignore", "connection-port", folder)
    report = json.loads(cli("check", "--json", folder).stdout)

    assert result.exit_code == 1
    assert result.stderr == f"error: cannot read {folder / 'good.pd'}: Permission denied\n"
    assert [(bool(item["error"]), len(item["findings"])) for item in report] == [
        (True, 0),
        (False, 1),
    ]


def test_pd_itself_is_asked(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "main.pd"
    path.write_text(GOOD.replace("print", "mystery 3"), "utf-8")

    result = cli("check", "--in-pd", path)

    assert result.exit_code == 1
    assert f"{path}:3: error pd: Pd couldn't create [mystery 3]" in result.stdout


@pytest.mark.parametrize("choice", [("--ignore", "pd"), ("--select", "unknown-object")])
def test_the_complaints_of_pd_can_be_left_out(
    cli: Cli, tmp_path: Path, choice: tuple[str, str]
) -> None:
    path = tmp_path / "main.pd"
    path.write_text(GOOD.replace("print", "mystery 3"), "utf-8")

    result = cli("check", "--in-pd", *choice, path)

    assert result.exit_code == 0
    assert "unknown-object" in result.stdout and "pd: " not in result.stdout


def test_a_folder_without_patches_is_told(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    result = cli("check", tmp_path / "empty")

    assert (result.exit_code, result.stdout) == (0, "")
    assert "no .pd files" in result.stderr


def test_pd_finds_the_abstractions_beside_the_patch(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "voice.pd").write_text(GOOD, "utf-8")
    path = tmp_path / "main.pd"
    path.write_text("#N canvas 0 50 450 300 12;\n#X obj 20 20 voice;\n", "utf-8")

    assert cli("check", "--in-pd", path).output == ""


def test_what_the_linter_calls_an_error_is_not_told_again(cli: Cli, folder: Path) -> None:
    result = cli("check", "--in-pd", folder / "more" / "bad.pd")

    assert [line for line in result.stdout.splitlines() if " error " in line][1:] == []


@pytest.mark.usefixtures("no_pd")
def test_without_pd_asking_it_is_an_error(cli: Cli, folder: Path) -> None:
    result = cli("check", "--in-pd", folder)

    assert result.exit_code == 1
    assert "Pure Data is not installed" in result.stderr


def test_one_rule_is_explained(cli: Cli) -> None:
    result = cli("check", "--explain", "fan-out")

    assert result.exit_code == 0
    assert result.stdout.startswith("## fan-out\n") and "--fix" in result.stdout


def test_each_finding_as_json_has_all_its_fields(cli: Cli, folder: Path) -> None:
    (report,) = json.loads(cli("check", "--json", folder / "more" / "bad.pd").stdout)

    (finding,) = report["findings"]
    assert finding == {
        "code": "connection-port",
        "severity": "error",
        "message": "outlet 3 of [bng]: the box has 1 outlet",
        "hint": "",
        "line": 2,
        "canvas": [],
        "box": 0,
        "place": ":0",
        "fix": "safe",
        "fixed": False,
    }
    assert report["error"] == ""


def test_abstractions_are_found_on_a_search_path(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "sounds").mkdir()
    (tmp_path / "sounds" / "voice.pd").write_text(GOOD, "utf-8")
    path = tmp_path / "main.pd"
    path.write_text("#N canvas 0 50 450 300 12;\n#X obj 20 20 voice;\n", "utf-8")

    alone, together = cli("check", path), cli("check", "--path", tmp_path / "sounds", path)

    assert "unknown-object" in alone.stdout
    assert together.output == ""


def test_our_own_patches_have_no_findings(cli: Cli) -> None:
    root = Path(__file__).parents[2]
    folders = root / "abstractions", root / "help-patches"

    result = cli("check", "--in-pd", "--path", folders[0], *folders)

    assert (result.exit_code, result.output) == (0, "")


def test_on_a_terminal_findings_stand_below_the_name_of_their_file(folder: Path) -> None:
    main, terminal = os.openpty()
    bad = folder / "more" / "bad.pd"
    environment = {**os.environ, "TERM": "xterm"}
    environment.pop("NO_COLOR", None)
    with os.fdopen(terminal, "wb") as output:
        subprocess.run(command_line("check", bad), stdout=output, env=environment, timeout=60)

    shown = os.read(main, 4096).decode()
    os.close(main)

    first, second, *_ = shown.splitlines()
    assert str(bad) in first and "\x1b[" in first
    assert second.startswith("     2  \x1b[31merror  \x1b[0m connection-port: ")


def test_colours_are_for_terminals_only(cli: Cli, folder: Path) -> None:
    assert "\x1b" not in cli("check", folder).stdout


def test_many_files_are_told_in_their_order(cli: Cli, tmp_path: Path) -> None:
    for number in range(130):
        text = BAD.replace("connect 0 3", f"connect 0 {number + 1}")
        (tmp_path / f"{number:03}.pd").write_text(text, "utf-8")

    report = json.loads(cli("check", "--json", tmp_path).stdout)

    told = [item["findings"][0]["message"] for item in report]
    assert told == [f"outlet {n + 1} of [bng]: the box has 1 outlet" for n in range(130)]


def test_check_waits_neither_for_settings_nor_for_the_pipeline(shell: Shell, folder: Path) -> None:
    run = shell("check", folder / "good.pd", PYTHONPROFILEIMPORTTIME="1")

    loaded = run.stderr.decode()
    assert "patchgen.lint.runner" in loaded
    for name in ("pydantic", "importlib.metadata", "patchgen.pipeline", "concurrent.futures"):
        assert name not in loaded


def test_a_missing_file_is_wrong_usage(cli: Cli, tmp_path: Path) -> None:
    result = cli("check", tmp_path / "none.pd")

    assert result.exit_code == 2
    assert "none.pd" in result.stderr
