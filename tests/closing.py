"""What a test opens for the length of a block."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Self


class Closing(ABC):
    """Is closed when its block ends, however it ends."""

    @abstractmethod
    def close(self) -> None:
        """Ends what was begun."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
