"""The floors that import-linter cannot see: what is loaded when, and what the lowest may use."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import patchgen

SOURCE = Path(patchgen.__file__).parent
HEAVY = (
    *("llama_cpp", "pythonosc", "watchdog", "huggingface_hub", "resvg_py", "httpx2", "gguf"),
    *("pychord", "symusic"),
)
DOORS = ("patchgen.service.watch",)
"""Modules that are imported late themselves, so that they may import a heavy library at the top."""
PLAIN_FLOORS = ("errors.py", "findings.py", "pd", "objects", "lint", "layout")
"""These use the standard library only."""

TELL = f"; import sys; print(*(name for name in {HEAVY!r} if name in sys.modules))"


def heavy_after(statement: str, *arguments: str) -> str:
    """Which heavy libraries a fresh Python has loaded after a statement."""
    path = ":".join(entry for entry in sys.path if entry)
    run = subprocess.run(
        (sys.executable, "-c", statement + TELL, *arguments),
        capture_output=True,
        text=True,
        env={"PYTHONPATH": path, "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"},
        check=True,
    )
    return run.stdout.splitlines()[-1]


def command(*arguments: str) -> str:
    """A statement that runs the command line and goes on."""
    return (
        "from patchgen.cli.main import patchgen\n"
        f"assert patchgen.main({list(arguments)!r}, standalone_mode=False) in (None, 0)\n"
        "None"
    )


def test_this_test_sees_a_heavy_library() -> None:
    assert heavy_after("import pythonosc") == "pythonosc"


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), ("generate", "--help"), ("config", "show"), ("models",)],
    ids=" ".join,
)
def test_light_commands_load_no_heavy_library(arguments: tuple[str, ...]) -> None:
    assert heavy_after(command(*arguments)) == ""


def test_check_loads_no_heavy_library(tmp_path: Path) -> None:
    patch = tmp_path / "patch.pd"
    patch.write_text("#N canvas 0 50 450 300 12;\n#X obj 20 20 bng;\n", "utf-8")

    assert heavy_after(command("check", str(patch))) == ""


def test_only_the_doors_load_a_heavy_library() -> None:
    statement = (
        "import importlib, pkgutil, patchgen\n"
        "for module in pkgutil.walk_packages(patchgen.__path__, 'patchgen.'):\n"
        f"    module.name in {DOORS!r} or importlib.import_module(module.name)\n"
        "None"
    )

    assert heavy_after(statement) == ""


def imported(path: Path) -> Iterator[str]:
    """The top names of all modules that a file imports, inside functions too."""
    for statement in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(statement, ast.Import):
            yield from (alias.name.split(".")[0] for alias in statement.names)
        elif isinstance(statement, ast.ImportFrom):
            assert statement.level == 0, f"{path}: imports are absolute"
            yield (statement.module or "").split(".")[0]


@pytest.mark.parametrize("floor", PLAIN_FLOORS)
def test_the_lower_floors_use_the_standard_library_only(floor: str) -> None:
    root = SOURCE / floor
    files = [root] if root.is_file() else sorted(root.rglob("*.py"))

    foreign = {
        f"{file.relative_to(SOURCE)}: {name}"
        for file in files
        for name in imported(file)
        if name != "patchgen" and name not in sys.stdlib_module_names
    }

    assert files
    assert foreign == set()
