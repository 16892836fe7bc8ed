"""`patchgen check --fix` and --diff: what is mended, and what stays as it was."""

from __future__ import annotations

from pathlib import Path

from .conftest import Cli
from .patches import BAD, FAN, GOOD, SPELT


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


def test_standard_input_is_mended_to_standard_output(cli: Cli) -> None:
    result = cli("check", "--fix", "-", stdin=BAD.encode())

    assert result.exit_code == 0
    assert result.stdout == BAD.replace("#X connect 0 3 1 0;\n", "")
    assert "<stdin>:2: mended connection-port: " in result.stderr
