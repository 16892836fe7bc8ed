"""Has a model answer tasks through the product's own pipeline, and judges each answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from patchgen.engine.base import Sampling
from patchgen.errors import GenerationFailed, ParseError
from patchgen.headless.load import load
from patchgen.lint.gate import gate
from patchgen.lint.runner import is_fine, lint_text
from patchgen.lint.scope import Scope
from patchgen.pd.parse import parse
from patchgen.pipeline.run import Pipeline
from patchgen.pipeline.steps import Order, Result, Written
from patchgen_training.evaluation.task import Task, does_it


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer to one task."""

    task: str
    tier: int
    prompt: str
    seed: int
    path: str = ""
    """The patch; empty where no draft passed the checks."""
    is_read: bool = False
    """It parses."""
    is_clean: bool = False
    """The linter finds no error, and the gate lets it through."""
    is_loaded: bool = False
    """Headless Pd opens it without a complaint."""
    is_done: bool = False
    """It does what was asked."""
    drafts: int = 0
    tokens: int = 0
    seconds: float = 0.0
    """From prompt to checked file."""
    logprob: float = 0.0
    """How sure the model was: see the pipeline's Result."""
    findings: tuple[str, ...] = ()
    """Codes of what the pipeline had to say."""


def attempts(
    pipeline: Pipeline, tasks: Iterable[Task], seeds: Iterable[int], sampling: Sampling, drafts: int
) -> Iterator[Attempt]:
    """Every task with every seed. `drafts` is the most that the pipeline may make."""
    numbers = tuple(seeds)
    for task in tasks:
        for seed in numbers:
            yield attempt(pipeline, task, replace(sampling, seed=seed), drafts)


def attempt(pipeline: Pipeline, task: Task, sampling: Sampling, drafts: int) -> Attempt:
    """One task with one seed."""
    target = pipeline.folder / f"{task.name}-{sampling.seed}.pd"
    order = Order(task.prompt, sampling, drafts, target)
    try:
        *_, end = pipeline.run(order)
    except GenerationFailed:
        return Attempt(task.name, task.tier, task.prompt, sampling.seed, drafts=drafts)
    assert isinstance(end, Written) and pipeline.pd is not None
    return judged(task, end.result, pipeline.pd)


def judged(task: Task, result: Result, pd: Path) -> Attempt:
    """What the checks say about a patch on disk."""
    made = Attempt(
        task.name, task.tier, task.prompt, result.seed, str(result.path),
        drafts=result.candidates, tokens=result.tokens, seconds=result.seconds,
        logprob=result.logprob,
        findings=tuple(finding.code for finding in result.findings),
    )  # fmt: skip
    text = result.path.read_text("utf-8")
    try:
        canvas = parse(text)
    except ParseError:
        return made
    return replace(
        made,
        is_read=True,
        is_clean=is_fine(lint_text(text, Scope(is_strict=True))) and not gate(canvas),
        is_loaded=load(text, pd).is_silent,
        is_done=does_it(task, canvas, pd),
    )
