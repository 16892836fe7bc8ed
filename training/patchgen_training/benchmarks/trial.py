"""One hostile text through the library: what raises, and what takes too long."""

from __future__ import annotations

import signal
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import patchgen
from patchgen.draw.mermaid import mermaid
from patchgen.draw.svg import svg
from patchgen.draw.text import text
from patchgen.errors import ParseError
from patchgen.layout.place import place
from patchgen.lint.runner import fix, lint_text
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pd.sort import sorted_by_place
from patchgen.pd.write import write
from patchgen.report.explain import explain
from patchgen.report.words import as_text

LIMIT = 1.0
"""Seconds of processor time that a step may take."""

LIBRARY = Path(patchgen.__file__).parent

PATIENCE = 10
"""Seconds after which a step is ended."""


class OverTime(BaseException):
    """A step took longer than PATIENCE; no `except Exception` in its way catches this."""


class Unstable(Exception):
    """What the library wrote it does not read as the same patch."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A text on which a step failed."""

    step: str
    kind: str
    """The same for the same bug: the exception and where it was raised."""
    text: str
    story: str
    """How the text was made, and the traceback."""


def reread(canvas: Canvas) -> object:
    """Reads what was written. Raises Unstable where that is written in another way, or no patch."""
    written = write(canvas)
    try:
        again = write(parse(written))
    except ParseError as error:
        raise Unstable("what was written is no patch") from error
    if again != written:
        raise Unstable("what was written is written in another way the next time")
    return again


def fixed(canvas: Canvas) -> object:
    """Everything mended that can be, also where that changes what the patch does."""
    return fix(canvas, unsafe=True)


def drawn(canvas: Canvas) -> object:
    """Every kind of picture that needs no other library."""
    return svg(canvas), mermaid(canvas), text(canvas)


def explained(canvas: Canvas) -> object:
    """The patch in words."""
    return as_text(explain(canvas))


Step = Callable[[Canvas], object]

ALWAYS: Mapping[str, Step] = {"write": write, "reread": reread, "fix": fixed}
"""What is done with every canvas."""

SOMETIMES: Mapping[str, Step] = {
    "sort": sorted_by_place,
    "layout": place,
    "draw": drawn,
    "explain": explained,
}
"""What is done with some as well."""


class Trial:
    """Runs texts through all steps and keeps what fails."""

    def __init__(self) -> None:
        self.failures: list[Failure] = []
        self.parsed = 0
        self.slowest: dict[str, float] = {}
        self.runs: dict[str, int] = {}

    def run(self, text: str, origin: str, steps: Mapping[str, Step]) -> None:
        """One text; `steps` are those that follow on parsing and linting."""
        canvas: Canvas | None = None
        with self.watched("parse", text, origin):
            canvas = parse(text)
        with self.watched("lint", text, origin):
            lint_text(text)
        if canvas is not None:
            self.parsed += 1
            for name, step in steps.items():
                with self.watched(name, text, origin):
                    step(canvas)

    @contextmanager
    def watched(self, step: str, text: str, origin: str) -> Iterator[None]:
        """Runs a step under the clock; only a ParseError of the parser is an answer."""
        raised: BaseException | None = None
        started = process_time()
        signal.setitimer(signal.ITIMER_PROF, PATIENCE)
        try:
            yield
        except (Exception, OverTime) as error:  # noqa: BLE001  # Finding bugs is what this is for.
            raised = error
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        seconds = process_time() - started
        self.runs[step] = self.runs.get(step, 0) + 1
        self.slowest[step] = max(seconds, self.slowest.get(step, 0.0))
        if step == "parse" and isinstance(raised, ParseError):
            raised = None
        if raised is not None:
            story = f"{origin}\n{''.join(traceback.format_exception(raised))[-8000:]}"
            self.failures.append(Failure(step, kind(raised), text, story))
        elif seconds > LIMIT:
            story = f"{origin}\n{step} took {seconds:.2f} s"
            self.failures.append(Failure(step, f"over {LIMIT:g} s", text, story))


def kind(error: BaseException) -> str:
    """The exception and the line of the library that raised it."""
    if isinstance(error, Unstable):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(LIBRARY)] or frames
    return f"{type(error).__name__} in {Path(own[-1].filename).name}:{own[-1].lineno}"


def end_step(_signal: int, _frame: object) -> None:
    """The handler that ends a step that hangs."""
    raise OverTime(f"over {PATIENCE} s of processor time")
