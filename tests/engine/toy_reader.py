"""A model as a table: the next letter depends on the number of letters read. No llama.cpp."""

from __future__ import annotations

from collections.abc import Callable

import numpy

from patchgen.engine.sampling import Logits
from patchgen.engine.vocabulary import Vocabulary

END = 256
"""The token that ends the text; the tokens below it are the bytes."""
CONTROL = 257
"""A control token that must never be drawn."""


class ToyReader:
    """Wants to write one text: each of its bytes is likely at its place, all else is not."""

    def __init__(self, wish: bytes, *, room: int = 100, control_score: float = -5.0) -> None:
        """`control_score` is how much the control token is wanted everywhere."""
        self._wish = wish
        self._room = room
        self._control_score = control_score
        self.read: list[int] = []
        self.vocabulary = Vocabulary(
            pieces=(*(bytes([i]) for i in range(256)), b"", b""),
            ends=frozenset({END}),
            hidden=(CONTROL,),
            controls={"<|control|>": CONTROL},
        )

    @property
    def room(self) -> int:
        """Tokens it can still read."""
        return self._room - len(self.read)

    def begin(self, tokens: list[int], tick: Callable[[], None]) -> None:
        """Take no notice of the prompt."""
        tick()
        self.read = []

    def advance(self, token: int) -> None:
        """Remember the token."""
        self.read.append(token)

    def retreat(self) -> None:
        """Forget it."""
        self.read.pop()

    def logits(self) -> Logits:
        """Ten for the wished byte, less and less for those after it."""
        scores = numpy.linspace(0, -0.257, 258, dtype=numpy.float32)
        place = len(self.read)
        scores[self._wish[place] if place < len(self._wish) else END] = 10
        scores[CONTROL] = self._control_score
        return scores
