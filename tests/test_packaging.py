"""What an installed wheel must carry, as setup.cfg states it."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

import pytest

from patchgen.service.library import CONTENTS

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def setup() -> ConfigParser:
    """setup.cfg."""
    parser = ConfigParser()
    parser.read(ROOT / "setup.cfg", "utf-8")
    return parser


@pytest.mark.parametrize("package", ["daemon/patchgen", "training/patchgen_training"])
def test_every_data_file_of_a_package_is_packed(setup: ConfigParser, package: str) -> None:
    root = ROOT / package
    patterns = setup["options.package_data"][root.name].split()

    packed = {path for pattern in patterns for path in root.glob(pattern)}
    there = {
        path
        for path in root.rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc", ".md")
    }

    assert there - packed == set()


def test_every_package_folder_is_a_package() -> None:
    for root in (ROOT / "daemon/patchgen", ROOT / "training/patchgen_training"):
        for module in root.rglob("*.py"):
            assert (module.parent / "__init__.py").is_file(), module


def test_what_install_pd_copies_is_packed(setup: ConfigParser) -> None:
    packed = {
        path
        for patterns in setup["options.data_files"].values()
        for pattern in patterns.split()
        for path in ROOT.glob(pattern)
    }
    copied = {path for folder, pattern in CONTENTS for path in (ROOT / folder).glob(pattern)}

    assert copied
    assert copied - packed == set()


def test_the_scripts_lead_to_functions(setup: ConfigParser) -> None:
    from importlib import import_module

    lines = setup["options.entry_points"]["console_scripts"].strip().splitlines()

    for line in lines:
        module, function = line.split("=")[1].strip().split(":")
        assert callable(getattr(import_module(module), function))
