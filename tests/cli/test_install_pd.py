"""`patchgen install-pd`: puts the library where Pd finds it, and takes it away again."""

from __future__ import annotations

from pathlib import Path

from .conftest import Cli


def test_the_library_goes_to_both_pds(cli: Cli, home: Path) -> None:
    result = cli("install-pd")

    assert result.exit_code == 0
    for folder in (".local/lib/pd/extra", ".local/lib/pd-l2ork/extra"):
        assert (home / folder / "patchgen" / "patchgen.pd").is_file()
        assert f": {home / folder / 'patchgen'}\n" in result.stdout
    assert "installed for vanilla Pd" in result.stdout
    assert "installed for Purr Data" in result.stdout
    assert "patchgen-help.pd" in result.stdout
    assert "Start Pd again" in result.stdout


def test_a_second_time_there_is_nothing_to_do(cli: Cli) -> None:
    cli("install-pd")

    result = cli("install-pd")

    assert result.exit_code == 0
    assert result.stdout.startswith("nothing to do")
    assert "Start Pd again" not in result.stdout


def test_what_is_not_ours_is_named(cli: Cli, home: Path) -> None:
    mine = home / ".local/lib/pd/extra/patchgen/mine.pd"
    mine.parent.mkdir(parents=True)
    mine.write_text("", "utf-8")

    result = cli("install-pd", "--target", "vanilla")

    assert "kept, because not from here: mine.pd" in result.stdout
    assert mine.is_file()


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
