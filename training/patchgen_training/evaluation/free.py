"""An engine that writes without a constraint: what the constraint is measured against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from patchgen.engine.base import Draft, Engine, ModelFacts, Request


@dataclass(frozen=True, slots=True)
class FreeEngine:
    """Any engine; only the constraint of a request is left out."""

    engine: Engine

    def generate(
        self,
        request: Request,
        *,
        on_progress: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Draft:
        """A draft in which anything may stand."""
        free = replace(request, constraint_factory=None)
        return self.engine.generate(free, on_progress=on_progress, cancelled=cancelled)

    def describe(self) -> ModelFacts:
        """The facts of the engine."""
        return self.engine.describe()

    def close(self) -> None:
        """Closes the engine."""
        self.engine.close()
