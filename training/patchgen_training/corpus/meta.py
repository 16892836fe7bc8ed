"""What the author wrote into the META subpatch: description, keywords, licence, author."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from patchgen.errors import ParseError
from patchgen.pd.atoms import unescape
from patchgen.pd.model import Canvas, walk
from patchgen.pd.parse import parse


def meta(text: str) -> Mapping[str, str]:
    """The lines of `pd META` by their first words in capitals; nothing where there is none."""
    try:
        canvas = parse(text)
    except ParseError:
        return {}
    return {word: said for part in metas(canvas) for word, said in lines(part)}


def metas(canvas: Canvas) -> Iterator[Canvas]:
    """The META subpatches of a patch."""
    for _, part in walk(canvas):
        for box in part.boxes:
            if box.canvas is not None and box.args[:1] == ("META",):
                yield box.canvas


def lines(canvas: Canvas) -> Iterator[tuple[str, str]]:
    """The comments of a META subpatch: a word in capitals and what follows it."""
    for box in canvas.boxes:
        words = [unescape(atom) for atom in box.atoms]
        if box.kind == "text" and words and words[0].isupper():
            yield words[0].rstrip(":"), " ".join(words[1:]).replace(" ,", ",")
