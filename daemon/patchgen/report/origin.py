"""Where an object comes from: Pd itself, a library, a file beside the patch, or nobody knows."""

from __future__ import annotations

from functools import cache

from patchgen.lint.abstractions import Lookup
from patchgen.objects.reference import find
from patchgen.objects.spec import Engine, Spec

ABSTRACTION = "abstraction"
UNKNOWN = "unknown"

LIBRARIES = {"purr-data core": "Purr Data"}
"""Libraries whose name in the reference says little to a reader."""


def origin(name: str, lookup: Lookup) -> str:
    """`vanilla`, `vanilla 0.57`, `extra`, `Purr Data`, a library, `abstraction` or `unknown`.

    A class that is built into Pd comes before a file of its name, any other comes after it.
    """
    library = in_reference(name)
    if library.startswith("vanilla"):
        return library
    return ABSTRACTION if lookup.has(name) else library


@cache
def in_reference(name: str) -> str:
    """The library that the object reference names; `zexy/pack` counts where zexy has a [pack]."""
    spec = find(name)
    if spec is not None:
        return library_of(spec)
    prefix, slash, last = name.rpartition("/")
    inner = find(last) if slash else None
    return inner.library if inner is not None and inner.library == prefix else UNKNOWN


def library_of(spec: Spec) -> str:
    """The library of a known object; what vanilla has only got since is told apart."""
    if spec.library == "vanilla" and Engine.VANILLA not in spec.engines:
        return "vanilla 0.57"
    return LIBRARIES.get(spec.library, spec.library)
