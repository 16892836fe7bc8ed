"""All skills by name, from the modules that hold them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

import patchgen_training.skills as package
from patchgen_training.skills.example import Skill


@cache
def skills() -> dict[str, Skill]:
    """`area/name` to skill, for every module of this package with a SKILLS table."""
    found: dict[str, Skill] = {}
    for name, module in modules():
        table: dict[str, Skill] = getattr(module, "SKILLS", {})
        found.update({f"{name}/{skill}": made for skill, made in table.items()})
    return found


@cache
def core() -> frozenset[str]:
    """The skills that musicians ask for most, from the CORE tables.

    A name without an area is a skill of the table's own module. Raises KeyError where a name is no
    skill.
    """
    found = frozenset(
        skill if "/" in skill else f"{name}/{skill}"
        for name, module in modules()
        for skill in getattr(module, "CORE", ())
    )
    if unknown := found - skills().keys():
        raise KeyError(f"no such skills: {', '.join(sorted(unknown))}")
    return found


def modules() -> Iterator[tuple[str, ModuleType]]:
    """Every module of this package with its name, in order."""
    for name in sorted(info.name for info in pkgutil.iter_modules(package.__path__)):
        yield name, importlib.import_module(f"{package.__name__}.{name}")
