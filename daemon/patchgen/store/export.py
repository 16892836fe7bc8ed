"""The history as training data: pairs of prompt and patch, and what was preferred to what."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.store.entry import Kept
from patchgen.store.history import History


def instructions(history: History) -> Iterator[dict[str, object]]:
    """Every patch that was made, the oldest first, as the player left it.

    Of a choice only the one that was preferred.
    """
    refused = {other.id for _, other in history.preferences()}
    for kept in made(history):
        if kept.id not in refused:
            yield {
                "prompt": kept.entry.prompt, "patch": kept.best, "kind": kept.entry.kind,
                **origin(kept),
            }  # fmt: skip


def preferences(history: History) -> Iterator[dict[str, object]]:
    """What was better than what: patches that were chosen, and corrections."""
    for chosen, refused in history.preferences():
        yield pair(chosen, refused.entry.patch)
    for kept in made(history):
        if kept.correction is not None:
            yield pair(kept, kept.entry.patch)


def made(history: History) -> Iterator[Kept]:
    """Jobs that made a patch, the oldest first; one that was made again counts once.

    An edit tells what to change, and not what the patch is.
    """
    for kept in reversed(history.find()):
        if kept.entry.outcome == "done" and kept.entry.kind not in ("reproduce", "edit"):
            yield kept


def pair(chosen: Kept, rejected: str) -> dict[str, object]:
    """A patch and a worse one."""
    sides = {"chosen": chosen.best, "rejected": rejected}
    return {"prompt": chosen.entry.prompt, **sides, **origin(chosen)}


def origin(kept: Kept) -> dict[str, object]:
    """Where a row comes from; `change` tells what the player corrected."""
    change = "" if kept.correction is None else kept.correction.change
    entry = kept.entry
    return {"model": entry.model, "sha256": entry.sha256, "time": kept.time, "change": change}
