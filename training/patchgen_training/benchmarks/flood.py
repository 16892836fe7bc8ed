"""Asks a real daemon for a thousand patches a second, and looks at its queue and memory."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from patchgen.service.jobs import MOST_WAITING
from patchgen.service.replies import DONE, ERROR, QUEUED
from patchgen_training.benchmarks.after import SENTENCE, sound_after
from patchgen_training.benchmarks.figures import count
from patchgen_training.benchmarks.part import Material, Result, Table
from patchgen_training.benchmarks.served import Caller, Served, served

TITLE = "Flood"
SAYS = (
    "Requests for patches from sixteen boxes at once, a thousand in each second. Each is either "
    "taken into the queue or refused; the queue and the memory of the daemon have bounds, and "
    "afterwards it makes patches as before."
)
RATE = 1000
"""Requests a second."""
BOXES = 16
MINUTES = 1.0
BREATH = 0.01
"""Seconds between two bursts."""


def measure(material: Material) -> Result:
    """One flood."""
    minutes = material.minutes or MINUTES
    with TemporaryDirectory(prefix="patchgen-benchmark-") as name, served(Path(name)) as it:
        with Caller(it.port) as box:
            failures = sound_after(it, box, "before")
            before = it.memory()
            answers, sent, longest, highest = flooded(it, 60 * minutes)
            failures += sound_after(it, box, "after")
        after, bugs = it.memory(), it.bugs()
    answered = answers[QUEUED] + answers["refused"]
    if longest > MOST_WAITING + 1:
        failures += (f"{longest} jobs in the queue",)
    rows = (
        ("sent", count(sent)),
        ("taken into the queue", count(answers[QUEUED])),
        ("refused", count(answers["refused"])),
        ("without an answer", count(sent - answered)),
        ("patches meanwhile", count(answers[DONE])),
        ("most jobs at once", count(longest)),
        ("memory before", f"{before[0]:.0f} MB"),
        ("memory, highest", f"{highest:.0f} MB"),
        ("memory afterwards", f"{after[0]:.0f} MB"),
    )
    notes = (f"{bugs} lines about bugs in its log; {len(failures)} failures.", *failures)
    return Result((Table(("requests", f"in {60 * minutes:.0f} s"), rows),), notes)


def flooded(it: Served, seconds: float) -> tuple[Counter[str], int, int, float]:
    """Answers by their kind, requests sent, most jobs at once, and highest memory in MB."""
    answers: Counter[str] = Counter()
    sent, longest, highest = 0, 0, 0.0
    with ExitStack() as stack:
        boxes = [stack.enter_context(Caller(it.port)) for _ in range(BOXES)]
        watcher = stack.enter_context(Caller(it.port))
        begun = monotonic()
        next_look = begun
        while (passed := monotonic() - begun) < seconds:
            while sent < RATE * passed:
                boxes[sent % BOXES].ask("generate", str(sent), SENTENCE)
                sent += 1
            for box in boxes:
                take(box, answers)
            if monotonic() >= next_look:
                longest = max(longest, watcher.unfinished() or 0)
                highest = max(highest, it.memory()[0])
                next_look = monotonic() + 0.5
            sleep(BREATH)
        watcher.unfinished()  # What was sent before has been answered by then.
        for box in boxes:
            take(box, answers)
    return answers, sent, longest, highest


def take(box: Caller, answers: Counter[str]) -> None:
    """Counts all answers that have arrived; an error with one hint is a refusal."""
    while (message := box.hear(0)) is not None:
        is_refusal = message.address == ERROR and "queue is full" in str(message)
        answers["refused" if is_refusal else message.address] += 1
