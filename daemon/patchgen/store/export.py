"""The history as training data: pairs of prompt and patch, and what was preferred to what."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.store.history import History


def instructions(history: History) -> Iterator[dict[str, object]]:
    """Every patch that was made, the oldest first; of a choice only the one that was preferred."""
    refused = {other.id for _, other in history.preferences()}
    for kept in reversed(history.find()):
        entry = kept.entry
        is_new = entry.outcome == "done" and entry.kind != "reproduce"
        if is_new and kept.id not in refused:
            yield {
                "prompt": entry.prompt, "patch": entry.patch, "kind": entry.kind,
                "model": entry.model, "sha256": entry.sha256, "time": kept.time,
            }  # fmt: skip


def preferences(history: History) -> Iterator[dict[str, object]]:
    """Every choice: what was taken and what was not."""
    for chosen, refused in history.preferences():
        yield {
            "prompt": chosen.entry.prompt, "chosen": chosen.entry.patch,
            "rejected": refused.entry.patch, "model": chosen.entry.model,
            "sha256": chosen.entry.sha256, "time": chosen.time,
        }  # fmt: skip
