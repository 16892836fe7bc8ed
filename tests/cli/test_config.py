"""`patchgen config`: what it prints is a configuration file."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from patchgen import config
from patchgen.config import Settings

from .conftest import Cli, Shell


def test_path_is_told_although_there_is_no_file(cli: Cli, home: Path) -> None:
    assert cli("config", "path").stdout == f"{home}/.config/patchgen/config.toml\n"


def test_what_show_prints_can_be_read_back(cli: Cli, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"

    file.write_text(cli("config", "show").stdout, "utf-8")

    assert config.load(file, {}, {}) == config.load(None, {}, {})


def test_odd_characters_survive(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATCHGEN_MODEL", 'a "quoted" \\ name')

    shown = tomllib.loads(cli("config", "show").stdout)

    assert shown["model"] == 'a "quoted" \\ name'


def test_a_value_that_was_set_tells_where(cli: Cli, home: Path) -> None:
    file = home / ".config/patchgen/config.toml"
    file.parent.mkdir(parents=True)
    file.write_text("port = 9999\n", "utf-8")

    shown = cli("config", "show").stdout

    assert f"(set by {file})\nport = 9999" in shown


def test_every_setting_is_shown(cli: Cli) -> None:
    shown = cli("config", "show").stdout

    for name in Settings.model_fields:
        assert f"{name} =" in shown
    assert json.loads(cli("config", "show", "--json").stdout).keys() == Settings.model_fields.keys()


@pytest.fixture
def file(home: Path) -> Path:
    """The usual configuration file, with a comment and a setting in it."""
    path = home / ".config/patchgen/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text("# my studio\nport = 9999  # the old one\n", "utf-8")
    return path


def test_some_settings_alone_are_shown(cli: Cli) -> None:
    assert json.loads(cli("config", "show", "port", "--json").stdout) == {"port": 9340}
    assert "port = 9340" in cli("config", "show", "port").stdout


def test_a_setting_is_changed_where_it_stands_and_the_rest_stays(cli: Cli, file: Path) -> None:
    assert cli("config", "set", "port", "9341").exit_code == 0
    assert cli("config", "set", "model", 'a "b"').exit_code == 0

    assert file.read_text("utf-8") == '# my studio\nport = 9341\nmodel = "a \\"b\\""\n'


def test_a_setting_that_is_taken_out_goes_back_to_its_default(cli: Cli, file: Path) -> None:
    assert cli("config", "set", "port", "--unset").exit_code == 0

    assert file.read_text("utf-8") == "# my studio\n"


def test_a_file_is_made_where_there_is_none(cli: Cli, home: Path) -> None:
    cli("config", "set", "offline", "true")

    assert (home / ".config/patchgen/config.toml").read_text("utf-8") == "offline = true\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("temprature", "1"), "Did you mean 'temperature'?"),
        (("temperature", "7"), "less than or equal to 2"),
        (("remote_url", "ftp://here"), "http://HOST:8080/v1"),
        (("remote_url", "http://me:secret@here/v1"), "PATCHGEN_API_KEY"),
        (("api_key", "secret"), "no setting named 'api_key'"),
    ],
)
def test_a_bad_setting_is_not_written(
    cli: Cli, file: Path, words: tuple[str, ...], says: str
) -> None:
    before = file.read_text("utf-8")

    result = cli("config", "set", *words)

    assert result.exit_code == 1
    assert says in result.stderr
    assert file.read_text("utf-8") == before


def test_a_value_is_wanted(cli: Cli) -> None:
    assert cli("config", "set", "port").exit_code == 2


def test_a_line_that_cannot_be_changed_alone_is_left_to_the_user(cli: Cli, file: Path) -> None:
    text = 'output_folder = """\\\n/tmp/x"""\n'
    file.write_text(text, "utf-8")

    result = cli("config", "set", "output_folder", "/tmp/y")

    assert result.exit_code == 1
    assert "by hand" in result.stderr
    assert file.read_text("utf-8") == text


def test_a_variable_that_wins_is_told(
    cli: Cli, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATCHGEN_PORT", "1")

    assert "PATCHGEN_PORT is set, too" in cli("config", "set", "port", "9341").stderr


def test_check_tells_every_mistake_at_once(
    cli: Cli, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text("temprature = 1\ntop_k = -1\nport = 1\n", "utf-8")
    monkeypatch.setenv("PATCHGEN_MODLE", "x")

    result = cli("config", "check")

    assert result.exit_code == 1
    for told in ("'temprature'", "'temperature'", "top_k = -1", "PATCHGEN_MODEL"):
        assert told in result.stdout
    assert "port" not in result.stdout
    assert len(json.loads(cli("config", "check", "--json").stdout)) == 3


def test_check_of_a_good_file_says_nothing(cli: Cli, file: Path) -> None:
    result = cli("config", "check", file)

    assert (result.exit_code, result.stdout) == (0, "")


def test_check_of_what_is_no_toml_says_so(cli: Cli, file: Path) -> None:
    file.write_text("port = = 1", "utf-8")

    result = cli("config", "check")

    assert result.exit_code == 1
    assert "cannot be read" in result.stdout


def test_the_key_is_never_shown(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATCHGEN_API_KEY", "a-secret-key")

    for words in (("show",), ("show", "--json"), ("check",)):
        result = cli("config", *words)
        assert result.exit_code == 0
        assert "a-secret-key" not in result.output


def test_the_shell_completes_names(shell: Shell) -> None:
    run = shell(
        _PATCHGEN_COMPLETE="bash_complete", COMP_WORDS="patchgen config set remote_", COMP_CWORD="3"
    )

    assert [line.split(",")[1] for line in run.stdout.decode().split()] == [
        "remote_url", "remote_model", "remote_seconds", "remote_speaks"
    ]  # fmt: skip


def test_the_shell_completes_models(shell: Shell) -> None:
    run = shell(
        _PATCHGEN_COMPLETE="bash_complete", COMP_WORDS="patchgen models use patchgen-s",
        COMP_CWORD="3",
    )  # fmt: skip

    assert run.stdout.decode().split() == ["plain,patchgen-small"]
