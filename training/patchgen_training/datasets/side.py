"""On which side of a split a text stands: the same one wherever and whenever it is asked."""

from __future__ import annotations

import hashlib


def is_held_back(text: str, share: float) -> bool:
    """Whether it is among the share that validates, by its hash."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:4], "big") < share * 2**32
