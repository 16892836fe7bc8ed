"""What a job asks of the model: a patch from a sentence, the rest of a given patch, or an edit."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeGuard

from patchgen.domains.base import Beginning, Form
from patchgen.domains.patch.edits.merging import merged, settled
from patchgen.engine.base import ConstraintFactory
from patchgen.errors import NothingAdded, ParseError, PatchUnusable
from patchgen.findings import Finding
from patchgen.layout.beside import beside
from patchgen.layout.place import place
from patchgen.lint.gate import MUSIC, Policy, gate
from patchgen.lint.registry import ABOUT_PLACES
from patchgen.lint.runner import is_fine, lint
from patchgen.lint.scope import Scope
from patchgen.pd.graft import ends, with_new
from patchgen.pd.graph import is_content
from patchgen.pd.model import Box, Canvas, Connection, Record
from patchgen.pd.parse import parse
from patchgen.pipeline.prompt import LONGEST, cleaned
from patchgen.pipeline.provenance import edits_of, prompt_of
from patchgen.report.explain import explain

LARGEST_FILE = 1 << 20
"""Bytes; no model reads a patch of that size."""
MOST_NAMED = 8
"""Objects in a description that is made from a patch."""


@dataclass(frozen=True, slots=True)
class Task:
    """How a job differs from others; all else is the same for every kind."""

    prompt: str
    name: str
    """What the file's name is made of."""
    read: Callable[[str], Canvas]
    """The patch in the model's answer. Raises NotationError, ParseError or NothingAdded."""
    arranged: Callable[[Canvas], Canvas]
    """Gives the boxes their places."""
    beginning: str = ""
    """What the answer begins with."""
    given: str = ""
    """Name of the file that is continued or edited."""
    given_sha256: str = ""
    edit: str = ""
    """The instruction by which it is edited."""
    constraint: ConstraintFactory | None = None
    """What just this answer may be; None: what every answer in its form may be."""
    findings: tuple[Finding, ...] = ()
    """What there is to say of the sentence itself."""


def from_sentence(prompt: str, form: Form) -> Task:
    """A patch from nothing but words. Raises PromptInvalid."""
    prompt = cleaned(prompt)
    return Task(prompt, prompt, form.read, place)


def from_patch(path: Path, prompt: str, form: Form, policy: Policy = MUSIC) -> Task:
    """The rest of a given patch: its boxes stay as and where they are.

    Without a prompt it is what the patch says of itself, else what can be said about it. Raises
    PatchUnusable or PromptInvalid.
    """
    data = read_file(path)
    canvas = usable(data, path, policy)
    beginning = form.beginning(canvas, policy)
    return Task(
        prompt=cleaned(prompt) if prompt.strip() else subject(canvas),
        name=f"{path.stem} continued",
        read=lambda answer: joined(canvas, beginning, form.read(answer)),
        arranged=partial(beside, kept=len(canvas.boxes)),
        beginning=beginning.text,
        given=path.name,
        given_sha256=hashlib.sha256(data).hexdigest(),
    )


def from_edit(path: Path, instruction: str, form: Form, policy: Policy = MUSIC) -> Task:
    """A given patch changed as an instruction says: the model writes it anew from both sentences.

    What is the same in its answer stays as and where it is. Raises PatchUnusable or PromptInvalid.
    """
    data = read_file(path)
    instruction = cleaned(instruction)
    canvas = usable(data, path, policy, verb="edited")
    told = (subject(canvas), *edits_of(canvas), instruction)
    return Task(
        prompt=cleaned(" ".join(f"{sentence.rstrip('.')}." for sentence in told)),
        name=f"{path.stem} edited",
        read=lambda answer: changed(canvas, form.read(answer)),
        arranged=partial(settled, canvas),
        given=path.name,
        given_sha256=hashlib.sha256(data).hexdigest(),
        edit=instruction,
    )


def changed(given: Canvas, answer: Canvas) -> Canvas:
    """The given patch as the answer wants it. Raises NothingAdded."""
    whole = merged(given, answer)
    if whole == given:
        raise NothingAdded(
            "the model changes nothing in the patch", hint="Say in other words what is to change."
        )
    return whole


def read_file(path: Path) -> bytes:
    """The bytes of a patch. Raises PatchUnusable."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise PatchUnusable(f"cannot read {path}: {why}", hint="Check the file's name.") from error
    if len(data) > LARGEST_FILE:
        raise PatchUnusable(f"{path} is too large", hint="Take a smaller patch.")
    return data


def usable(data: bytes, path: Path, policy: Policy, verb: str = "continued") -> Canvas:
    """The patch, once linter and gate have nothing against it. Raises PatchUnusable."""
    try:
        canvas = parse(decoded(data))
    except ParseError as error:
        raise PatchUnusable(
            f"{path} is not a patch: {error.message}", hint="Give a .pd file that Pd has saved."
        ) from error
    for finding in gate(canvas, policy):
        raise PatchUnusable(f"{path} cannot be {verb}: {finding.message}", hint=finding.hint)
    for finding in lint(canvas, Scope(ignore=ABOUT_PLACES, is_strict=True)):
        if not is_fine((finding,)):
            raise PatchUnusable(
                f"{path} has an error: {finding.message}", hint=f"`patchgen check --fix {path}`"
            )
    return canvas


def decoded(data: bytes) -> str:
    """The text of a file; before version 0.43 Pd wrote Latin-1, in which any bytes are a text."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def subject(canvas: Canvas) -> str:
    """The prompt that a patch would come from: its own description, else one made from it."""
    told = prompt_of(canvas).strip()
    if told:
        return cleaned(told[:LONGEST])
    found = [use.description.rstrip(".") or use.name for use in explain(canvas).objects]
    if not found:
        raise PatchUnusable(
            "the patch has no boxes and no description", hint="Say in words what it should become."
        )
    return cleaned(f"Create a Pure Data patch with {', '.join(found[:MOST_NAMED])}.")


def joined(given: Canvas, beginning: Beginning, answer: Canvas) -> Canvas:
    """The given patch with what the answer adds to it. Raises NothingAdded."""
    count = len(beginning.order)
    fresh = added_items(answer, count)
    shift = len(given.boxes) - count
    had = {ends(cord) for cord in given.connections}
    cords: list[Connection] = []
    for cord in answer.connections:
        is_known = max(cord.source, cord.sink) < count
        source, sink = (
            beginning.order[box] if box < count else box + shift for box in (cord.source, cord.sink)
        )
        moved = replace(cord, source=source, sink=sink)
        if ends(moved) not in had and (beginning.shows_cords or not is_known):
            cords.append(moved)
    if not fresh and not cords:
        raise NothingAdded(
            "the model adds nothing to the patch",
            hint="It takes it for complete. Say in other words what it should become.",
        )
    whole = replace(given, items=with_new(given.items, fresh))
    return whole.with_connections((*given.connections, *cords))


def added_items(answer: Canvas, count: int) -> tuple[Box | Record, ...]:
    """The boxes of an answer after the first ones, each with the records of its content."""
    found: list[Box | Record] = []
    for item in answer.items:
        if isinstance(item, Box):
            count -= 1
        if count < 0 and (isinstance(item, Box) or is_saved_content(item)):
            found.append(item)
    return tuple(found)


def is_saved_content(item: Box | Connection | Record) -> TypeGuard[Record]:
    """Whether it is a record that speaks of the box before it."""
    return isinstance(item, Record) and is_content(item)
