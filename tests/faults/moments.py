"""Moments of a job at which something happens to it."""

from __future__ import annotations

import os
import signal
import time

from service.box import Box

LONG = "Create a Pure Data patch with many sliders, many oscillators, many filters and effects"


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


def stop_in_draft(box: Box, worker: int, *words: str) -> str:
    """Asks until the model's process can be stopped in the middle of a draft; the job's name.

    A small model may be through with a draft before anybody hears of its progress.
    """
    for number in range(50):
        job = f"draft-{number}"
        box.ask("generate", job, *words)
        while not (is_over(box, job) or has_begun(box, job)):
            box.hear_one()
        os.kill(worker, signal.SIGSTOP)
        time.sleep(0.5)  # So long a daemon needs at most to say that the draft was whole.
        if box.is_answered() and not is_over(box, job):
            return job
        os.kill(worker, signal.SIGCONT)
    raise AssertionError("fifty drafts that were over too soon")


def has_begun(box: Box, job: str) -> bool:
    """Whether the model has written the first words."""
    return any(told[:2] == (job, "drafting") and told[2] > 0 for told in box.of("progress"))


def is_over(box: Box, job: str) -> bool:
    """Whether the model has written all: its draft is checked, or the job has ended."""
    return any(
        told[0] == job and (kind != "progress" or told[1] not in ("queued", "drafting"))
        for kind in ("progress", "done", "error")
        for told in box.of(kind)
    )
