"""What the commands that ask the model of music share: options, and the sentence they become."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from patchgen.cli import settings as given
from patchgen.cli.job import JSON, OPEN, OUTPUT, SEED, announce, make, seed_of, show_in_pd

if TYPE_CHECKING:
    from patchgen.cli.job import Made
    from patchgen.config import Settings
    from patchgen.pipeline.steps import Order

LENGTHS = ("bars", "seconds", "tokens")
PHRASES = {
    "key": "in {}",
    "metre": "{}",
    "bpm": "{} bpm",
    "bars": "{} bars",
    "seconds": "{} seconds",
    "tokens": "at most {} words",
    "mode": "{} the piece",
    "prompt_bars": "from its last {} bars",
    "over": "over the chords {}",
}
"""What each option says in a sentence."""
OPTIONS = (
    click.option("--key", help="A key: Am, F#, `E-flat major`."),
    click.option("--metre", help="A metre: 3/4."),
    click.option("--bpm", type=int, help="Quarter notes a minute."),
    click.option("--bars", type=int, help="Just so many bars."),
    click.option("--seconds", type=int, help="As many bars as fill the time."),
    click.option("--tokens", type=int, help="At most so many words of the model."),
    OUTPUT,
    SEED,
    click.option("--temperature", type=float, help="How freely to choose: 0 to 2."),
    click.option("--top-k", type=int, help="Choose among this many likeliest words; 0 means all."),
    click.option("--top-p", type=click.FloatRange(0, 1),
                 help="Choose among the likeliest words that reach this probability."),
    click.option("--candidates", type=int, help="At most this many drafts until one passes."),
    click.option("--model", "music_model", metavar="NAME|PATH",
                 help="The model of music; see the setting music_model."),
    OPEN,
    JSON,
)  # fmt: skip
OFFER = click.option(
    "--n", "count", metavar="N", type=click.IntRange(2, 8),
    help="Write N different ones to choose from; see `patchgen prefer`.",
)  # fmt: skip


def asking(command: Callable[..., None]) -> Callable[..., None]:
    """Adds the options that all of them have."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def split(options: dict[str, object]) -> tuple[dict[str, object], dict[str, object]]:
    """The options that belong into the sentence, and the others."""
    said = {name: value for name, value in options.items() if name in PHRASES}
    return said, {name: value for name, value in options.items() if name not in PHRASES}


def sentence(kind: str, words: tuple[str, ...], options: dict[str, object]) -> str:
    """The sentence that words and options make; an option counts more than words."""
    from patchgen.domains.music.request import read, said
    from patchgen.domains.music.wish import overruled

    wanted = {name: value for name, value in options.items() if value is not None}
    lengths = [name for name in LENGTHS if name in wanted]
    if len(lengths) > 1:
        raise click.UsageError(f"--{lengths[0]} and --{lengths[1]}: one length is enough.")
    plain = f"{kind} {' '.join(words)}".strip()
    if not wanted:
        return plain
    first = read(plain)
    for name, value in wanted.items():
        asked = read(f"{kind}, {PHRASES[name].format(value)}")
        if asked.unknown or asked == read(kind):
            raise click.UsageError(f"--{name}: nothing can be made of {value!r}.")
        first = overruled(first, asked)
    return said(first)


def ask(
    prompt: str, kind: str, *, output: Path | None, top_p: float | None, is_opened: bool,
    is_json: bool, count: int | None = None, source: Path | None = None, **options: object,
) -> Made | None:  # fmt: skip
    """Does the job and tells of it; the piece, or nothing where several were offered."""
    from patchgen.app import order
    from patchgen.cli.offer import offer_patches

    settings = given.read(**options)
    wanted = order(settings, prompt, seed_of(settings), target=output, given=source)
    wanted = with_top_p(wanted, top_p)
    if count is not None:
        offer_patches(settings, wanted, count, is_opened=is_opened, is_json=is_json)
        return None
    return done(settings, wanted, kind, is_opened=is_opened, is_json=is_json)


def with_top_p(order: Order, top_p: float | None) -> Order:
    """The order with another cut at a probability."""
    if top_p is None:
        return order
    return replace(order, sampling=replace(order.sampling, top_p=top_p))


def done(settings: Settings, order: Order, kind: str, *, is_opened: bool, is_json: bool) -> Made:
    """Makes one piece, tells of it, and opens it where that is wanted."""
    made = make(settings, order, kind)
    announce(made, is_json)
    if is_opened:
        show_in_pd(made.result.path, settings.pd)
    return made
