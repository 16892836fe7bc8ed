"""Which licence a text is, and which licence text stands nearest to a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

TEXTS = (
    ("AGPL-3.0", r"gnu affero general public license"),
    ("LGPL-3.0", r"gnu lesser general public license,? (as pub.{0,70})?version 3|lgpl.{0,2}3"),
    ("LGPL-2.1", r"gnu (lesser|library) general public license|lgpl"),
    ("GPL-3.0", r"gnu general public license,? (as published.{0,80})?version 3|\bgpl.{0,2}3"),
    ("GPL-2.0", r"gnu general public license,? (as published.{0,80})?version 2|\bgpl.{0,2}2"),
    ("GPL", r"gnu general public license|\bgpl\b"),
    ("CC-BY-NC-ND-4.0", r"(creative commons )?attribution-noncommercial-noderiv|\bcc.by.nc.nd\b"),
    ("CC-BY-NC-SA-4.0", r"(creative commons )?attribution-noncommercial-sharea|\bcc.by.nc.sa\b"),
    ("CC-BY-NC-4.0", r"(creative commons )?attribution-noncommercial|\bcc.by.nc\b"),
    ("CC-BY-SA-4.0", r"(creative commons )?attribution-sharealike|\bcc.by.sa\b"),
    ("CC0-1.0", r"cc0|creative commons zero"),
    ("CC-BY-4.0", r"creative commons attribution|\bcc.by\b"),
    ("Apache-2.0", r"apache license,? version 2|apache-2"),
    ("WTFPL", r"do what the f[u*]ck you want|\bwtfpl\b"),
    ("Unlicense", r"unencumbered software released into the public domain|\bunlicense\b"),
    ("MIT", r"permission is hereby granted, free of charge|\bmit license\b|^mit$"),
    ("ISC", r"\bisc license\b|^isc$|permission to use, copy, modify, and/or distribute this"),
    ("BSD-2-Clause", r"bsd.2.clause|simplified bsd"),
    ("BSD-3-Clause", r"standard improved bsd|bsd.3.clause|\bbsd\b"),
    ("BSD-3-Clause", r"redistribution and use in source and binary forms.*neither the name of"),
    ("BSD-2-Clause", r"redistribution and use in source and binary forms"),
    ("TCL", r"existing copyright notices are retained in all copies|\btcl/tk\b"),
    ("Public-Domain", r"public domain"),
)  # fmt: skip
"""SPDX-like name -> how its text or its name is recognised."""
PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in TEXTS)
BEGINNING = 4000
"""Characters in which a text must say what it is."""


@dataclass(frozen=True, slots=True)
class Label:
    """A licence and what says so."""

    name: str = ""
    source: str = ""


NONE = Label()


def licence(text: str) -> str:
    """The licence that a text names first; empty where it names none.

    The GPL speaks of the LGPL further down, so the place counts before the order of the table.
    """
    folded = " ".join(text[:BEGINNING].lower().split())
    found = [(hit.start(), i) for i, (_, p) in enumerate(PATTERNS) if (hit := p.search(folded))]
    return PATTERNS[min(found)[1]][0] if found else ""


def labels(texts: Iterable[tuple[str, str]]) -> dict[str, Label]:
    """Folder -> licence, from the paths and contents of licence files and readmes.

    A readme counts only where no licence text lies beside it.
    """
    found: dict[str, Label] = {}
    for path, text in sorted(texts, key=lambda pair: "readme" in pair[0].lower()):
        name = licence(text)
        if name:
            found.setdefault(folder(path), Label(name, path))
    return found


def nearest(known: Mapping[str, Label], path: str) -> Label:
    """The licence in the folder of a file, or else in the folders above it."""
    place = folder(path)
    while True:
        if place in known or place == ".":
            return known.get(place, NONE)
        place = folder(place)


def folder(path: str) -> str:
    """The folder of a file, `.` at the top; an archive is a folder, too."""
    return str(PurePosixPath(path).parent)
