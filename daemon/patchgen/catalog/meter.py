"""How a download is getting on: bytes that only go forward, in the form the library wants."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

Progress = Callable[[int, int], None]
"""Gets the bytes that have arrived and the bytes in all; the first never falls."""


@dataclass(slots=True)
class Meter:
    """Reports progress; it only goes forward, whatever is begun anew."""

    total: int
    report: Progress | None
    most: int = field(default=-1)

    def reached(self, count: int) -> None:
        """So many bytes have arrived."""
        count = min(count, self.total) if self.total else count
        if count > self.most:
            self.most = count
            if self.report is not None:
                self.report(count, max(self.total, count))

    def finish(self) -> None:
        """All is there."""
        self.reached(self.total)

    def bar_class(self) -> type[Bar]:
        """A class, as the library wants it, whose bars report here."""
        meter = self

        class MeterBar(Bar):
            def reached(self, count: int) -> None:
                meter.reached(count)

        return MeterBar


class Bar:
    """What the library needs of a progress bar; it may make two (received, unpacked)."""

    def __init__(self, *, total: int | None = None, initial: int = 0, **_: object) -> None:
        self.total, self.n = total, initial
        self.reached(self.n)

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def update(self, n: float | None = 1) -> None:
        """So many bytes more, or fewer where they must be fetched again."""
        self.n += int(n or 0)
        self.reached(self.n)

    def reached(self, count: int) -> None:
        """Nobody looks."""

    def refresh(self) -> None:
        """Nothing is drawn."""

    def close(self) -> None:
        """Nothing was opened."""

    def set_postfix_str(self, text: str = "", refresh: bool = True) -> None:
        """Nothing is drawn."""
