"""Both Pds where they are there; a Pd that is not is reported by name."""

from __future__ import annotations

from abstractions.conftest import engine, target

__all__ = ["engine", "target"]
