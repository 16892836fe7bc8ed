"""Collects patches from mailing lists, trees, dumps and earlier collections into one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from patchgen.errors import PatchgenError
from patchgen_training.corpus.dump import in_posts, post_files
from patchgen_training.corpus.mail import in_mailbox, is_mailbox
from patchgen_training.corpus.patch import Patch, features, row
from patchgen_training.corpus.records import in_records
from patchgen_training.corpus.stage import stage
from patchgen_training.corpus.tree import folders, in_folder
from patchgen_training.datasets.table import PIECE

Kind = Literal["mail", "tree", "dump", "records"]


@dataclass(frozen=True, slots=True)
class Place:
    """A file or folder that one process reads at a time."""

    kind: Kind
    root: Path
    path: Path


def collect(wanted: Sequence[tuple[Kind, Path]], out: Path, processes: int = 1) -> Counter[str]:
    """Writes a table of all patches that are found, and returns what could not be read and why."""
    from datasets import Dataset

    places = [place for kind, root in wanted for place in places_in(kind, root)]
    if not places:
        raise PatchgenError("nothing to collect from", hint="The folders hold no files.")
    with stage("collect", out.parent, processes) as work:
        count = min(processes, len(places))
        rows = Dataset.from_generator(
            rows_in, features=features(), cache_dir=str(work.cache),
            gen_kwargs={"places": places}, num_proc=count if count > 1 else None,
            writer_batch_size=PIECE,
        )  # fmt: skip
        rows, troubles = work.usable(rows)
        work.write(rows, out)
        facts = {
            "from": [f"{kind} {root.name}" for kind, root in wanted],
            "patches": len(rows),
            "sources": len(set(rows["source"])),
            "licences": dict(Counter(rows["license"]).most_common()),
            "troubles": dict(troubles.most_common()),
        }
        work.tell(out.with_suffix(".json"), [out], facts)
    return troubles


def places_in(kind: Kind, root: Path) -> Iterator[Place]:
    """What there is to read, in pieces that processes can share."""
    if not root.exists():
        raise PatchgenError(f"{root}: no such file or folder", hint="Check the name.")
    if kind == "records" or (kind == "mail" and root.is_file()):
        yield Place(kind, root, root)
    elif kind == "dump":
        yield from (Place(kind, root, path) for path in post_files(root))
    else:
        yield from (Place(kind, root, path) for path in folders(root))


def rows_in(places: Sequence[Place]) -> Iterator[dict[str, Any]]:
    """The rows of some places."""
    for place in places:
        yield from map(row, patches_in(place))


def patches_in(place: Place) -> Iterator[Patch]:
    """The patches of one place; what is damaged is told and does not end the whole."""
    try:
        match place.kind:
            case "records":
                yield from in_records(place.path)
            case "dump":
                yield from in_posts(place.root, place.path)
            case "mail" if place.path.is_file():
                yield from in_mailbox(place.path)
            case _:
                yield from in_folder(place.root, place.path)
                if place.kind == "mail":
                    yield from mailboxes(place.path)
    except (OSError, ValueError, KeyError) as error:
        yield Patch("", place.root.name, place.path.name, trouble=f"{place.kind}: {error}"[:120])


def mailboxes(folder: Path) -> Iterator[Patch]:
    """The patches in the mailboxes of a folder; the attachments there are files as in a tree."""
    for path in sorted(folder.iterdir()):
        if path.is_file() and is_mailbox(path):
            yield from in_mailbox(path)
