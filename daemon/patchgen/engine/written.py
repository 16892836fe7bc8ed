"""The text so far, and the bytes of a letter that is not whole yet."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """What a run of tokens has written."""

    text: str = ""
    pending: bytes = b""
    """The first bytes of a letter whose rest the next tokens must bring."""
    has_ended: bool = False

    def plus(self, piece: bytes) -> Written | None:
        """With the piece added; None where the bytes can no longer become UTF-8."""
        try:
            text, used = codecs.utf_8_decode(self.pending + piece, "strict", False)
        except UnicodeDecodeError:
            return None
        return Written(self.text + text, (self.pending + piece)[used:])

    def endings(self) -> Iterator[str]:
        """Texts the pending bytes can lead to: all where one byte is missing, else 64 spread out.

        A constraint cannot be asked about half a letter, but about these. One that allows a
        single letter of a large alphabet may so be cheated of it; one that allows ranges is not.
        """
        missing = _letter_length(self.pending[0]) - len(self.pending)
        for i in range(64):
            rest = bytes(0x80 + (i if place == 0 else i * 37 % 64) for place in range(missing))
            whole = self.plus(rest)
            if whole is not None:
                yield whole.text


def _letter_length(lead: int) -> int:
    """Bytes of a letter in UTF-8, by its first byte."""
    return 4 if lead >= 0xF0 else 3 if lead >= 0xE0 else 2
