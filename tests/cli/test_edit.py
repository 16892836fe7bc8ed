"""`patchgen edit`: shown first, written when that is wanted, nothing else touched."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from patchgen.pd.parse import parse

from .conftest import Cli

TONE = (
    "#N canvas 0 50 450 300 12;\n#X obj 100 80 osc~ 440;\n#X obj 100 120 *~ 0.1;\n"
    "#X obj 100 160 dac~;\n#X text 200 80 my tone;\n#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n"
)
LOWER = ("set", "the", "frequency", "to", "330")


@pytest.fixture
def tone(tmp_path: Path) -> Path:
    """A patch that somebody made."""
    path = tmp_path / "tone.pd"
    path.write_text(TONE, "utf-8")
    return path


def test_an_edit_is_shown_and_not_made(cli: Cli, tone: Path) -> None:
    result = cli("edit", tone, *LOWER)

    assert (result.exit_code, result.stdout) == (0, "~ [osc~ 440] becomes [osc~ 330]\n")
    assert "--apply" in result.stderr
    assert tone.read_text("utf-8") == TONE


def test_apply_writes_the_file_and_keeps_its_mode(cli: Cli, tone: Path) -> None:
    tone.chmod(0o600)

    result = cli("edit", tone, "--apply", *LOWER)

    assert result.exit_code == 0
    assert result.stderr == ""
    assert tone.read_text("utf-8") == TONE.replace("440", "330")
    assert stat.S_IMODE(tone.stat().st_mode) == 0o600


def test_a_latin_1_file_stays_one(cli: Cli, tone: Path) -> None:
    old = TONE.replace("my tone", "schön").encode("latin-1")
    tone.write_bytes(old)

    cli("edit", tone, "--apply", *LOWER)

    assert tone.read_bytes() == old.replace(b"440", b"330")


def test_another_file_leaves_the_first_alone(cli: Cli, tone: Path, tmp_path: Path) -> None:
    result = cli("edit", tone, "-o", tmp_path / "new.pd", *LOWER)

    assert result.exit_code == 0
    assert tone.read_text("utf-8") == TONE
    assert (tmp_path / "new.pd").read_text("utf-8") == TONE.replace("440", "330")


def test_standard_input_goes_to_standard_output(cli: Cli) -> None:
    result = cli("edit", "-", "-o", "-", *LOWER, stdin=TONE.encode())

    assert (result.exit_code, result.stdout) == (0, TONE.replace("440", "330"))


def test_a_second_time_there_is_nothing_to_do(cli: Cli, tone: Path) -> None:
    cli("edit", tone, "--apply", *LOWER)
    before = tone.stat()

    result = cli("edit", tone, "--apply", *LOWER)

    assert "nothing to change" in result.stdout
    assert (tone.stat().st_mtime_ns, tone.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_diff_is_one_that_patch_reads(cli: Cli, tone: Path) -> None:
    result = cli("edit", tone, "--apply", "--diff", *LOWER)

    assert "-#X obj 100 80 osc~ 440;\n+#X obj 100 80 osc~ 330;\n" in result.stdout
    assert tone.read_text("utf-8") == TONE


def test_json_tells_everything(cli: Cli, tone: Path) -> None:
    told = json.loads(cli("edit", tone, "--json", "--apply", *LOWER).stdout)

    assert told["by"] == "instruction"
    assert told["is_changed"] and told["is_checked_in_pd"]
    assert told["changes"]["changed"] == ["[osc~ 440] becomes [osc~ 330]"]
    assert told["written"] == str(tone)
    assert told["id"] == 1


def test_the_history_keeps_what_was_done_and_not_what_was_looked_at(cli: Cli, tone: Path) -> None:
    cli("edit", tone, "make", "it", "stereo")
    cli("edit", tone, "--apply", *LOWER)

    (kept,) = json.loads(cli("history", "list", "--json").stdout)

    assert (kept["kind"], kept["prompt"]) == ("edit", "set the frequency to 330")
    assert (kept["given"], kept["file"]) == (str(tone), str(tone))
    assert cli("history", "export").stdout == ""
    again = cli("retry")
    assert again.exit_code == 1
    assert "patchgen edit" in again.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [("remove the reverb", "'the reverb'"), ("remove the tone and the cat", "is called")],
)
def test_what_is_unclear_ends_with_a_hint(cli: Cli, tone: Path, words: str, says: str) -> None:
    result = cli("edit", tone, "--apply", words)

    assert result.exit_code == 1
    assert says in result.stderr
    assert "hint:" in result.stderr
    assert tone.read_text("utf-8") == TONE


def test_no_patch_is_told(cli: Cli, tone: Path) -> None:
    tone.write_text("hello", "utf-8")

    result = cli("edit", tone, *LOWER)

    assert result.exit_code == 1
    assert str(tone) in result.stderr


def test_apply_and_another_file_exclude_each_other(cli: Cli, tone: Path) -> None:
    assert cli("edit", tone, "--apply", "-o", "x.pd", *LOWER).exit_code == 2


def test_the_model_does_what_no_instruction_says_exactly(cli: Cli, tone: Path) -> None:
    result = cli("edit", tone, "--seed", 1, "--apply", "make it warmer and more interesting")

    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("the model wrote this; see the diff\n")
    changed = parse(tone.read_text("utf-8"))
    standing = {(box.x, box.y) for box in changed.boxes}
    assert (200, 80) in standing
    assert changed != parse(TONE)


def test_a_pipe_is_read_once_for_the_model_too(cli: Cli) -> None:
    words = ("make", "it", "warmer", "and", "more", "interesting")

    result = cli("edit", "-", "-o", "-", "--seed", 1, *words, stdin=TONE.encode())

    assert result.exit_code == 0, result.stderr
    assert parse(result.stdout) != parse(TONE)


def test_an_edited_patch_is_made_again_with_its_edits(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "made.pd"
    cli("generate", "--seed", 3, "-o", path, "Create a patch that plays a 440 Hz sine")
    cli("edit", path, "--apply", "set the frequency to 330")

    result = cli("reproduce", path)

    assert result.exit_code == 0, result.output
    assert "the same bytes again, with 1 edit" in result.stdout


def test_a_patch_edited_by_the_model_in_place_cannot_be_made_again(cli: Cli, tone: Path) -> None:
    copy = tone.with_name("before.pd")
    copy.write_text(TONE, "utf-8")
    cli("edit", tone, "--seed", 1, "--apply", "make it warmer and more interesting")

    alone, with_copy = cli("reproduce", tone), cli("reproduce", tone, "--given", copy)

    assert alone.exit_code == 1
    assert "--given" in alone.stderr
    assert "the same bytes again" in with_copy.stdout
