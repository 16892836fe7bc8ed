"""`patchgen generate`: a sentence in, a patch out, in this process."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable, Iterable
from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from patchgen.cli import settings as given
from patchgen.config import Settings

if TYPE_CHECKING:
    from patchgen.pipeline.steps import Event, Order, Result

SEEDS = 2**31
MOST_BYTES = 1 << 20
"""Of standard input; a prompt is far shorter, and more is not worth the memory."""
STEPS = 1000
"""Of the progress bar."""

Show = Callable[["Event"], None]


@click.command("generate", short_help="Write the patch that a sentence asks for.")
@click.argument("prompt")
@click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
              help="Write this file; otherwise a new one in the output folder.")  # fmt: skip
@click.option("--seed", type=int, help="The same seed gives the same patch. Default: random.")
@click.option("--temperature", type=float, help="How freely to choose: 0 to 2.")
@click.option("--top-k", type=int, help="Choose among this many likeliest words; 0 means all.")
@click.option("--max-tokens", type=int, help="Longest answer of the model, in tokens.")
@click.option("--candidates", type=int, help="At most this many drafts until one passes.")
@click.option("--model", metavar="NAME|PATH", help="A name from `patchgen models`, or a file.")
@click.option("--open", "is_opened", is_flag=True, help="Open the patch in Pd.")
@click.option("--json", "is_json", is_flag=True, help="Print the result as JSON.")
def command(
    prompt: str, output: Path | None, is_opened: bool, is_json: bool, **options: object
) -> None:
    """Write the patch that PROMPT asks for; `-` reads the prompt from standard input.

    Prints the file, what the checks found, and how long it took.
    """
    settings = given.read(**options)
    result = generated(settings, prompt_text(prompt), output)
    announce(result, is_json)
    if is_opened:
        show_in_pd(result.path, settings.pd)


def prompt_text(argument: str) -> str:
    """The prompt itself. Bytes that are no text stay visible as such, to be refused later."""
    if argument != "-":
        return argument
    return sys.stdin.buffer.read(MOST_BYTES).decode("utf-8", "surrogateescape")


def generated(settings: Settings, prompt: str, target: Path | None) -> Result:
    """Runs the pipeline once."""
    from patchgen import app
    from patchgen.pipeline.prompt import cleaned
    from patchgen.pipeline.steps import Order

    seed = secrets.randbelow(SEEDS) if settings.seed is None else settings.seed
    # Before the model is looked for: a bad prompt is wrong on any machine.
    order = Order(cleaned(prompt), app.sampling(settings, seed), settings.candidates, target)
    with closing(app.build(settings)) as pipeline:
        return followed(pipeline.run(order), order)


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


def announce(result: Result, is_json: bool) -> None:
    """Tells about the patch on standard output."""
    from patchgen.cli import show

    click.echo(
        show.as_json(show.result_data(result)) if is_json else "\n".join(show.result_lines(result))
    )


def show_in_pd(path: Path, pd: Path | None) -> None:
    """Opens the patch. That this cannot be done is told, but the patch is there all the same."""
    from patchgen.cli.exits import show
    from patchgen.cli.open_patch import open_patch
    from patchgen.errors import PdMissing

    try:
        open_patch(path, pd)
    except PdMissing as error:
        show(error)
