"""`patchgen install-pd`: puts the library where Pd finds it, and takes it away again."""

from __future__ import annotations

from pathlib import Path

from .conftest import Cli


def test_the_library_goes_to_both_pds(cli: Cli, home: Path) -> None:
    result = cli("install-pd")

    assert result.exit_code == 0
    for folder in (".local/lib/pd/extra", ".local/lib/pd-l2ork/extra"):
        path = home / folder / "patchgen" / "patchgen.pd"
        assert path.is_file()
        assert f"installed {path}" in result.stdout


def test_a_second_time_there_is_nothing_to_do(cli: Cli) -> None:
    cli("install-pd")

    result = cli("install-pd")

    assert result.exit_code == 0
    assert result.stdout.startswith("nothing to do")


def test_one_pd_below_a_prefix(cli: Cli, home: Path, tmp_path: Path) -> None:
    result = cli("install-pd", "--target", "vanilla", "--prefix", tmp_path / "usr")

    assert result.exit_code == 0
    assert (tmp_path / "usr/lib/pd/extra/patchgen/patchgen.pd").is_file()
    assert not (tmp_path / "usr/lib/pd-l2ork").exists()
    assert not (home / ".local").exists()


def test_uninstalling_takes_everything_away(cli: Cli, home: Path) -> None:
    cli("install-pd")

    result = cli("install-pd", "--uninstall")

    assert result.exit_code == 0
    assert "removed" in result.stdout
    assert not (home / ".local/lib/pd/extra/patchgen").exists()


def test_a_prefix_that_cannot_be_written_is_told(cli: Cli, below_a_file: Path) -> None:
    result = cli("install-pd", "--prefix", below_a_file)

    assert result.exit_code == 1
    assert "error: cannot write" in result.stderr
    assert "hint: " in result.stderr
