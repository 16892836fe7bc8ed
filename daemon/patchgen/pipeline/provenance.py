"""Where a patch comes from, told in its own `pd META`: all that is needed to make it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import quote, unquote

from patchgen import __version__
from patchgen.engine.base import Sampling
from patchgen.errors import PatchUnusable
from patchgen.pd.atoms import escape_words, unescape
from patchgen.pd.graft import grafted
from patchgen.pd.graph import reordered
from patchgen.pd.model import Box, Canvas, Connection, Record
from patchgen.pd.sizes import size

META = ("META", "0")
GAP = 4
"""Pixels between the comments in the META subpatch."""
EDITED = "EDITED"
OURS = frozenset({"SEED", "MODEL", "PROMPT", "ORIGIN", EDITED})
"""Lines that only PatchGen writes; a new patch made from an old one gets new ones."""
SAMPLING = {field.name: type(getattr(Sampling(), field.name)) for field in fields(Sampling)}


@dataclass(frozen=True, slots=True)
class Provenance:
    """Everything that decides what a job makes."""

    prompt: str
    sampling: Sampling
    candidates: int
    model: str
    sha256: str
    versions: Mapping[str, str]
    """Programs that had a part in it, by name."""
    given: str = ""
    """Name of the patch that was continued; empty where none was."""
    given_sha256: str = ""
    edit: str = ""
    """The instruction by which a model edited the given patch; empty where it continued it."""


def with_provenance(canvas: Canvas, origin: Provenance) -> Canvas:
    """The patch with a `pd META` that tells where it comes from; one that is there gets lines more.

    What a player wrote into META stays.
    """
    at = meta_of(canvas)
    old = None if at is None else canvas.boxes[at]
    inner = old.canvas if old is not None else None
    meta = with_lines(inner or Canvas(0, 50, 500, 160, META), origin)
    if at is None or old is None:
        box = Box("restore", ("pd", "META"), canvas=meta)
        # The last box, so that no connection index changes.
        return replace(canvas, items=(*canvas.items, box)).with_connections(canvas.connections)
    boxes = canvas.boxes
    return canvas.with_boxes((*boxes[:at], replace(old, canvas=meta), *boxes[at + 1 :]))


def with_lines(meta: Canvas, origin: Provenance) -> Canvas:
    """The META canvas with our lines below those that stay."""
    kept = tuple(item for item in meta.items if not is_ours(item))
    old = [item for item in kept if isinstance(item, Box)]
    known = {split(box)[0] for box in old}
    made = [line for line in lines(origin) if line.partition(" ")[0] not in known]
    if said(old) in ("", origin.prompt) and as_read(origin.prompt) == origin.prompt:
        made = [line for line in made if not line.startswith("PROMPT ")]
    y = max((int(box.y) + size(box)[1] + GAP for box in old), default=10)
    comments: list[Box] = []
    for line in made:
        comments.append(Box("text", escape_words(line), 10, y))
        y += size(comments[-1])[1] + GAP
    return replace(meta, items=(*kept, *comments))


def is_ours(item: Box | Connection | Record) -> bool:
    """Whether it is a line that only PatchGen writes."""
    if not isinstance(item, Box) or item.kind != "text":
        return False
    return split(item)[0] in OURS


def lines(origin: Provenance) -> tuple[str, ...]:
    """What META tells, line by line; PROMPT only where DESCRIPTION does not say it exactly."""
    return (
        "KEYWORDS generated patchgen",
        f"DESCRIPTION {origin.prompt}",
        f"AUTHOR PatchGen {__version__}",
        f"SEED {origin.sampling.seed}",
        f"MODEL {origin.model} {origin.sha256[:12]}".strip(),
        f"PROMPT {' '.join(map(quote, origin.prompt.split(' ')))}",
        f"ORIGIN {' '.join(f'{key}={quote(value)}' for key, value in entries(origin).items())}",
    )


def entries(origin: Provenance) -> dict[str, str]:
    """The values for programs, as `key=value`: of bare numbers Pd saves six digits only."""
    drawn = {name: str(getattr(origin.sampling, name)) for name in SAMPLING}
    found = {**drawn, "candidates": str(origin.candidates), "model": origin.model}
    found |= {"sha256": origin.sha256, "given": origin.given, "given_sha256": origin.given_sha256}
    found["edit"] = origin.edit
    found |= {f"version:{name}": version for name, version in origin.versions.items()}
    return {key: value for key, value in found.items() if value}


def with_edit(canvas: Canvas, instruction: str) -> Canvas:
    """The patch with a line more in its META that tells of an edit; only where PatchGen made it."""
    at = meta_of(canvas)
    inner = None if at is None else canvas.boxes[at].canvas
    if at is None or inner is None or "ORIGIN" not in told_by(canvas):
        return canvas
    y = max(int(box.y) + size(box)[1] + GAP for box in inner.boxes)
    line = Box("text", escape_words(f"{EDITED} {quote(instruction, safe=' ')}"), 10, y)
    meta = replace(canvas.boxes[at], canvas=grafted(inner, (line,), ()))
    return canvas.with_boxes((*canvas.boxes[:at], meta, *canvas.boxes[at + 1 :]))


def edits_of(canvas: Canvas) -> tuple[str, ...]:
    """The instructions by which the patch was edited after it was made, the first one first."""
    at = meta_of(canvas)
    inner = None if at is None else canvas.boxes[at].canvas
    lines = map(split, inner.boxes) if inner is not None else ()
    return tuple(unquote(rest) for key, rest in lines if key == EDITED)


def without_provenance(canvas: Canvas) -> Canvas:
    """The patch without its META."""
    at = meta_of(canvas)
    return reordered(canvas, [i for i in range(len(canvas.boxes)) if i != at])


def provenance_of(canvas: Canvas) -> Provenance:
    """What the patch's META tells. Raises PatchUnusable where it tells too little."""
    told = told_by(canvas)
    found = {
        key: unquote(value)
        for key, _, value in (word.partition("=") for word in told.get("ORIGIN", "").split())
    }
    try:
        sampling = Sampling(**{name: kind(found[name]) for name, kind in SAMPLING.items()})
        return Provenance(
            prompt=prompt_in(told),
            sampling=sampling,
            candidates=int(found["candidates"]),
            model=found["model"],
            sha256=found.get("sha256", ""),
            versions=versions_in(found),
            given=found.get("given", ""),
            given_sha256=found.get("given_sha256", ""),
            edit=found.get("edit", ""),
        )
    except (KeyError, ValueError) as error:
        raise PatchUnusable(
            f"the patch does not tell how it was made: {error} in pd META",
            hint="Only patches that PatchGen 0.1 or later wrote can be made again.",
        ) from error


def origin_of(canvas: Canvas) -> str:
    """The line that tells one job from every other; empty where the patch has none."""
    return told_by(canvas).get("ORIGIN", "")


def versions_in(found: Mapping[str, str]) -> dict[str, str]:
    """The programs among the entries."""
    prefix = "version:"
    return {k.removeprefix(prefix): v for k, v in found.items() if k.startswith(prefix)}


def prompt_of(canvas: Canvas) -> str:
    """What the patch says that it is; empty where it says nothing."""
    return prompt_in(told_by(canvas))


def prompt_in(told: Mapping[str, str]) -> str:
    """The prompt among the lines of META."""
    if "PROMPT" in told:
        return unquote(told["PROMPT"])
    return told.get("DESCRIPTION", "")


def told_by(canvas: Canvas) -> dict[str, str]:
    """The lines of META by their first words."""
    at = meta_of(canvas)
    inner = None if at is None else canvas.boxes[at].canvas
    return dict(map(split, inner.boxes)) if inner is not None else {}


def meta_of(canvas: Canvas) -> int | None:
    """The index of the META subpatch."""
    found = (i for i, box in enumerate(canvas.boxes) if box.canvas and box.args[:1] == META[:1])
    return next(found, None)


def said(boxes: Iterable[Box]) -> str:
    """The description among comments."""
    return dict(map(split, boxes)).get("DESCRIPTION", "")


def split(box: Box) -> tuple[str, str]:
    """The first word of a comment and the rest, punctuation back at the word before it."""
    text = " ".join(unescape(atom) for atom in box.atoms)
    key, _, rest = text.replace(" ,", ",").replace(" ;", ";").partition(" ")
    return key.rstrip(",;"), rest


def as_read(prompt: str) -> str:
    """A prompt as it comes back from a comment."""
    return split(Box("text", escape_words(f"DESCRIPTION {prompt}")))[1]
