"""The tokens of a model as plain data: what each writes, which end, which are never drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from patchgen.errors import ModelBroken


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything about tokens that choosing one needs."""

    pieces: tuple[bytes, ...]
    """The bytes each token writes; a letter outside ASCII may be spread over several tokens."""
    ends: frozenset[int]
    """Tokens that end the text."""
    hidden: tuple[int, ...]
    """Tokens that are never drawn: control tokens that do not end the text, and empty ones."""
    controls: Mapping[str, int]
    """Control tokens by name."""

    def control(self, name: str) -> int:
        """The token of that name. A template that names a missing one is for another model."""
        if name in self.controls:
            return self.controls[name]
        known = ", ".join(list(self.controls)[:12]) or "none"
        raise ModelBroken(
            f"the model has no control token '{name}'",
            hint=f"The prompt template belongs to another model. Control tokens here: {known}.",
        )
