"""An area on the screen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rectangle:
    """An area in pixels; y grows downwards, right and bottom belong to it."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Pixels across."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Pixels down."""
        return self.bottom - self.top

    def moved(self, x: float, y: float) -> Rectangle:
        """The same area further right and down."""
        return Rectangle(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def joined(self, other: Rectangle) -> Rectangle:
        """The smallest area that holds both."""
        return Rectangle(
            min(self.left, other.left), min(self.top, other.top),
            max(self.right, other.right), max(self.bottom, other.bottom),
        )

    def overlaps(self, other: Rectangle) -> bool:
        """Whether the two share a pixel; areas that only touch share none."""
        return (
            self.left < other.right and other.left < self.right
            and self.top < other.bottom and other.top < self.bottom
        )
