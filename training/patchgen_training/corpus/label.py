"""What was found in one place becomes patches that know their licence and their description."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from patchgen.cli.patch_files import decoded
from patchgen_training.corpus.archives import Found, is_licence
from patchgen_training.corpus.licences import Label, labels, licence, nearest
from patchgen_training.corpus.meta import meta
from patchgen_training.corpus.patch import Patch

HELP = "-help.pd"


def patches(found: Iterable[Found], source: str, given: Label) -> Iterator[Patch]:
    """The patches of one place. What a patch says of itself counts before what lies beside it.

    `given` holds where neither says anything.
    """
    files = list(found)
    texts = [(file.path, decoded(file.data)) for file in files if is_licence(file.path)]
    known = {**labels(texts)}
    known.setdefault(".", given)
    made = [
        patch(file, source, nearest(known, file.path))
        for file in files
        if not is_licence(file.path)
    ]
    return described_by_help(made)


def patch(file: Found, source: str, near: Label) -> Patch:
    """One file as a patch, with what its META says."""
    text = decoded(file.data).removeprefix("\ufeff")
    said = meta(text) if "META" in text else {}
    own = licence(said.get("LICENSE", ""))
    label = Label(own, "META") if own else near
    keywords = tuple(said.get("KEYWORDS", "").split())
    return Patch(
        text, source, file.path, label.name, label.source, said.get("AUTHOR", ""),
        said.get("DESCRIPTION", ""), keywords, trouble=file.trouble,
    )  # fmt: skip


def described_by_help(made: list[Patch]) -> Iterator[Patch]:
    """The patches; an abstraction without words of its own gets those of its help patch."""
    helps = {one.path.removesuffix(HELP): one for one in made if one.path.endswith(HELP)}
    for one in made:
        its_help = helps.get(one.path.removesuffix(".pd"))
        if its_help is None or one.description:
            yield one
        else:
            yield replace(one, description=its_help.description, keywords=its_help.keywords)
