"""What Pd is told about a job: the events of the pipeline as OSC messages, at a bearable pace."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from patchgen.errors import PatchgenError
from patchgen.pipeline.confidence import LOW
from patchgen.pipeline.examine import NOT_FOUND
from patchgen.pipeline.piece import NOT_UNDERSTOOD
from patchgen.pipeline.steps import Checking, Drafting, Event, Found, Offered, Result
from patchgen.service.osc import Argument, Message, fits
from patchgen.store.entry import Kept

QUEUED = "/patchgen/queued"
PROGRESS = "/patchgen/progress"
DONE = "/patchgen/done"
ERROR = "/patchgen/error"
STATUS = "/patchgen/status"
REPLIES = frozenset((QUEUED, PROGRESS, DONE, ERROR))
"""What a daemon says and never answers: two of them would talk to each other for ever."""

SET = "set"
"""What stands for the id in answers to a setting, which has none."""

UNHEARD = frozenset((NOT_FOUND, NOT_UNDERSTOOD))
"""Codes of findings that tell what was asked for and is not there."""

MOST_PER_SECOND = 20
"""Progress messages of one job."""

Send = Callable[[Message], None]
Clock = Callable[[], float]


def error_message(request_id: str, error: PatchgenError) -> Message:
    """An error as one line and its hint as another."""
    return Message(ERROR, (request_id, one_line(error.message), one_line(error.hint)))


def refuse(send: Send, error: PatchgenError) -> None:
    """Says why a message without an id of its own is not obeyed."""
    send(error_message(SET, error))


def confirm(send: Send, kept: Kept) -> None:
    """Says which patch was preferred."""
    told = f"{kept.letter}: {Path(kept.entry.file).name}"
    send(Message(PROGRESS, (SET, "preferred", 1.0, told)))


def one_line(text: str) -> str:
    """Pd prints a symbol with line breaks as one mess."""
    return " ".join(text.split())


def stage(event: Event) -> tuple[str, float] | None:
    """The word for a step and how far it has come; None for the last one, which is no progress."""
    match event:
        case Drafting(fraction=fraction):
            return "drafting", fraction
        case Checking():
            return "checking", 1.0
        case Found():
            return "writing", 1.0
        case _:
            return None


def caveat(result: Result) -> tuple[Argument, ...]:
    """What is to be looked at in a patch before it is believed: one thing at most, or nothing.

    A word and a number, as in all progress: a box that does not know the word takes it for a stage.
    """
    if result.confidence is not None and result.confidence < LOW:
        return "unsure", result.confidence
    missing = (finding.message for finding in result.findings if finding.code in UNHEARD)
    return next((("missing", 1.0, one_line(message)) for message in missing), ())


def place_of(result: Result) -> tuple[str, ...]:
    """Name and folder as Pd opens them; nothing where Pd would get them only in part."""
    name, folder = result.path.name, result.path.parent.as_posix()
    return (name, folder) if fits(name) and fits(folder) else ()


class Throttle:
    """Lets a new stage through at once and more of the same evenly spread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._sent: deque[float] = deque(maxlen=MOST_PER_SECOND)
        """Times of the latest messages; the oldest is what a full second is measured from."""
        self._stage = ""

    def lets(self, stage: str) -> bool:
        """Whether a message about this stage may go now; it then counts as sent."""
        now = self._clock()
        if len(self._sent) == MOST_PER_SECOND and now - self._sent[0] < 1.0:
            return False
        if stage == self._stage and now - self._sent[-1] < 1.0 / MOST_PER_SECOND:
            return False
        self._stage = stage
        self._sent.append(now)
        return True


class OscListener:
    """Tells one [patchgen] box about one of its requests."""

    def __init__(self, send: Send, request_id: str, clock: Clock = time.monotonic) -> None:
        self._send = send
        self._id = request_id
        self._throttle = Throttle(clock)

    def queued(self, position: int) -> None:
        """The acknowledgement: the daemon runs and will do it."""
        self._send(Message(QUEUED, (self._id, position)))
        self._progress("queued", 0.0)

    def progress(self, event: Event) -> None:
        """A step, where the pace allows it; a patch of several at any pace."""
        if isinstance(event, Offered) and (place := place_of(event.result)):
            self._send(Message(PROGRESS, (self._id, "offered", 1.0, *place)))
        told = stage(event)
        if told is not None:
            self._progress(*told)

    def done(self, result: Result) -> None:
        """Where the patch is, behind what is to be looked at in it.

        A path that Pd would get only in part is an error instead.
        """
        if place := place_of(result):
            if told := caveat(result):
                self._send(Message(PROGRESS, (self._id, *told)))
            self._send(Message(DONE, (self._id, *place)))
            return
        self.failed(
            PatchgenError(
                f"the patch is written, but Pd cannot open so long a path: {result.path}",
                hint="Choose an output_folder with a shorter path.",
            )
        )

    def failed(self, error: PatchgenError) -> None:
        """Why there is no patch, and what to do."""
        self._send(error_message(self._id, error))

    def _progress(self, word: str, fraction: float) -> None:
        if self._throttle.lets(word):
            self._send(Message(PROGRESS, (self._id, word, fraction)))
