"""What Pd's console lines mean: objects not created, cords that failed, other complaints."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

LEVEL = re.compile(r"^(?:verbose\(\d+\)|error): ")
"""How Pd marks levels when it writes to a terminal instead of its window."""

NOT_CREATED = re.compile(r"\.\.\. couldn't create$")
"""Pd prints the box's text first, on one line or several, then this."""

BOX_TEXT = "verbose(0): "
"""Marks the first line of that text in Pd up to 0.56."""

NOT_CREATED_PURR = re.compile(r'^couldn\'t create "(?P<text>.*)"$')

CONNECTION = re.compile(r"^\S+ (?P<cord>\d+ \d+ \d+ \d+ \(.*\)) connection failed$")

NOISE = re.compile(
    r"""^$
    | cannot\ connect\ to\ non-existing\ object$       # said again by "connection failed"
    | (?:bonk|fiddle|pd~|pique|sigmund~)\ (?:version\ )?[\d.]+   # externals that greet
    | print:\                                           # [samplerate~] speaks when DSP starts
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Complaints:
    """A console, sorted."""

    not_created: tuple[str, ...]
    """Box texts: ("foo 1 2",)."""
    failed_connections: tuple[str, ...]
    """As Pd prints them: ("0 5 2 0 (osc~->dac~)",)."""
    others: tuple[str, ...]
    """Every other line that is not known to be harmless."""


def sort_complaints(console: Iterable[str]) -> Complaints:
    """The lines of a console by what they complain about, each once, in their order."""
    not_created: list[str] = []
    failed: list[str] = []
    others: list[str] = []
    box: int | None = None
    for marked in console:
        line = LEVEL.sub("", marked).strip()
        if marked.startswith(BOX_TEXT):
            box = len(others)
        if NOT_CREATED.search(line) and others:
            first = len(others) - 1 if box is None else box
            not_created.append(" ".join(others[first:]))
            del others[first:]
            box = None
        elif purr := NOT_CREATED_PURR.match(line):
            not_created.append(purr["text"])
        elif cord := CONNECTION.match(line):
            failed.append(cord["cord"])
        elif not NOISE.match(line):
            others.append(line)
    return Complaints(once(not_created), once(failed), once(others))


def errors(console: Iterable[str]) -> tuple[str, ...]:
    """Only the lines that Pd itself marks as errors; for consoles in which patches print."""
    return once(line.removeprefix("error: ") for line in console if line.startswith("error: "))


def once(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines without repetitions."""
    return tuple(dict.fromkeys(lines))
