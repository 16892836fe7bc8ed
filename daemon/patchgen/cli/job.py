"""Runs jobs in this process: shared options, the bar, the history, and what is said at the end."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable, Iterable
from contextlib import closing, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from patchgen.config import Settings
from patchgen.errors import Cancelled, PatchgenError

if TYPE_CHECKING:
    from patchgen.pipeline.steps import Event, Order, Result
    from patchgen.store.history import History

SEEDS = 2**31
SOURCE = "command line"
STEPS = 1000
"""Of the progress bar."""

Show = Callable[["Event"], None]

OUTPUT = click.option(
    "-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
    help="Write this file; otherwise a new one in the output folder.",
)  # fmt: skip
SEED = click.option("--seed", type=int, help="The same seed gives the same patch. Default: random.")
MODEL = click.option(
    "--model", metavar="NAME|PATH", help="A name from `patchgen models`, or a file.",
    shell_complete=lambda *asked: model_names(asked[-1]),
)  # fmt: skip
OPEN = click.option("--open", "is_opened", is_flag=True, help="Open the patch in Pd.")
JSON = click.option("--json", "is_json", is_flag=True, help="Print the result as JSON.")


def drawing(command: Callable[..., None]) -> Callable[..., None]:
    """Adds the options that decide how a patch is drawn."""
    options = (
        SEED,
        click.option("--temperature", type=float, help="How freely to choose: 0 to 2."),
        click.option(
            "--top-k", type=int, help="Choose among this many likeliest words; 0 means all."
        ),
        click.option("--max-tokens", type=int, help="Longest answer of the model, in tokens."),
        click.option("--candidates", type=int, help="At most this many drafts until one passes."),
        MODEL,
    )
    for option in reversed(options):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Made:
    """A patch, and its number in the history."""

    result: Result
    id: int | None
    """None where no history is kept."""


def model_names(begun: str) -> list[str]:
    """Models for the shell to complete."""
    from patchgen.catalog.find import cards

    return [card.name for card in cards() if card.name.startswith(begun)]


def seed_of(settings: Settings) -> int:
    """The seed that was set, or one by chance."""
    return secrets.randbelow(SEEDS) if settings.seed is None else settings.seed


def make(settings: Settings, order: Order, kind: str) -> Made:
    """Runs the pipeline once and keeps in the history what became of it."""
    from patchgen import app

    if not order.is_edit:
        settings = app.routed(settings, order.prompt, order.given)
    with closing(app.build(settings)) as pipeline:
        try:
            result = followed(pipeline.run(order), order)
        except PatchgenError as error:
            keep(settings, order, error, kind)
            raise
        except KeyboardInterrupt:
            keep(settings, order, Cancelled("interrupted"), kind)
            raise
    return Made(result, keep(settings, order, result, kind))


def keep(settings: Settings, order: Order, ending: Result | PatchgenError, kind: str) -> int | None:
    """The number in the history. That it cannot be kept is told, but the job is done."""
    from patchgen.cli.exits import show
    from patchgen.service.record import entry_of

    if not settings.history:
        return None
    entry = entry_of(order, ending, kind=kind, source=SOURCE, model=settings.model)
    try:
        with closing(history(settings)) as kept:
            return kept.add(entry)
    except PatchgenError as error:
        show(error)
        return None


def history(settings: Settings) -> History:
    """The history, opened. Raises HistoryUnusable."""
    from patchgen.store.history import History

    return History(settings.history_file)


def followed(events: Iterable[Event], order: Order) -> Result:
    """Shows the events as they come, and returns what the last one brings."""
    from patchgen.pipeline.steps import Written

    with progress(order.candidates) as show:
        for event in events:
            show(event)
            if isinstance(event, Written):
                return event.result
    raise AssertionError("the pipeline ends with Written or an error")


def progress(candidates: int) -> Progress | nullcontext[Show]:
    """A bar on the error stream where that is a terminal; otherwise nothing."""
    return Progress(candidates) if sys.stderr.isatty() else nullcontext(lambda event: None)


class Progress:
    """The bar: it only goes forward, and each further draft takes its share of what is left."""

    def __init__(self, candidates: int) -> None:
        self._candidates = candidates
        self._bar = click.progressbar(
            length=STEPS,
            label="drafting",
            file=sys.stderr,
            show_eta=False,
            item_show_func=lambda text: text,
        )

    def __enter__(self) -> Show:
        self._bar.__enter__()
        return self._show

    def __exit__(self, *raised: object) -> None:
        self._bar.render_finish()

    def _show(self, event: Event) -> None:
        from patchgen.pipeline.steps import Checking, Drafting, Written

        if isinstance(event, Drafting):
            done = (event.candidate - 1 + event.fraction) / self._candidates
            self._move(done, f"draft {event.candidate}, {event.tokens} tokens")
        elif isinstance(event, Checking):
            self._move(event.candidate / self._candidates, f"checking draft {event.candidate}")
        elif isinstance(event, Written):
            self._move(1, "written")

    def _move(self, fraction: float, text: str) -> None:
        self._bar.update(max(0, int(fraction * STEPS) - self._bar.pos), text)


def announce(made: Made, is_json: bool) -> None:
    """Tells about the patch on standard output."""
    from patchgen.cli import show

    lines = show.result_lines(made.result)
    click.echo(show.as_json(data(made)) if is_json else "\n".join(lines))


def data(made: Made) -> dict[str, object]:
    """All that is known about a patch."""
    from patchgen.cli import show

    return {"id": made.id, **show.result_data(made.result)}


def finish(made: Made, settings: Settings, *, is_opened: bool, is_json: bool) -> None:
    """What every command does with a patch in the end."""
    announce(made, is_json)
    if is_opened:
        show_in_pd(made.result.path, settings.pd)


def show_in_pd(path: Path, pd: Path | None) -> None:
    """Opens the patch. That this cannot be done is told, but the patch is there all the same."""
    from patchgen.cli.exits import show
    from patchgen.cli.open_patch import open_patch
    from patchgen.errors import PdMissing

    try:
        open_patch(path, pd)
    except PdMissing as error:
        show(error)
