"""All skills by name, from the modules that hold them."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import patchgen_training.skills as package
from patchgen_training.skills.example import Skill


@cache
def skills() -> dict[str, Skill]:
    """`area/name` to skill, for every module of this package with a SKILLS table."""
    found: dict[str, Skill] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(package.__path__)):
        table: dict[str, Skill] = getattr(
            importlib.import_module(f"{package.__name__}.{module}"), "SKILLS", {}
        )
        found.update({f"{module}/{name}": skill for name, skill in table.items()})
    return found
