"""`patchgen config`: what it prints is a configuration file."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from patchgen import config
from patchgen.config import Settings

from .conftest import Cli


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
