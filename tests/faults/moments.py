"""Moments of a job at which something happens to it."""

from __future__ import annotations

from service.box import Box


def make(box: Box, name: str, *words: str) -> None:
    """Sentences until one becomes a patch: a model may have none that passes at the first."""
    for number in range(5):
        job = f"{name}-{number}"
        box.ask("generate", job, *(words or ("a", "sine", "at", "440", "Hz")))
        if ending(box, job)[0] == "done":
            return
        assert "no draft of" in box.of("error")[-1][1]
    raise AssertionError("five sentences without a patch")


def ending(box: Box, job: str) -> tuple[str, str, str]:
    """`done` or `error`, and its two strings."""
    while True:
        for kind in ("done", "error"):
            told = next((told for told in box.of(kind) if told[0] == job), None)
            if told is not None:
                return kind, str(told[1]), str(told[2])
        box.hear_one()


def wait_for_draft(box: Box, job: str) -> None:
    """Until the model has written the first words of a job."""
    while not any(told[0] == job and told[1] == "drafting" and told[2] > 0
                  for told in box.of("progress")):  # fmt: skip
        box.wait_for("progress", job, after=len(box.heard))
