"""`patchgen music` as a whole."""

from __future__ import annotations

import pytest

from patchgen.cli.music.group import COMMANDS

from ..conftest import Cli


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(cli: Cli, name: str) -> None:
    result = cli("music", name, "--help")

    assert result.exit_code == 0
    assert f"Usage: patchgen music {name}" in result.stdout


def test_a_mistyped_command_gets_the_nearest(cli: Cli) -> None:
    result = cli("music", "encod", "a.mid")

    assert result.exit_code == 2
    assert "Did you mean 'encode'?" in result.stderr
