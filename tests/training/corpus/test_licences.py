"""Licences are told by text and place."""

from __future__ import annotations

import pytest

from patchgen_training.corpus.licences import Label, labels, licence, nearest
from training.corpus.packs import GPL

BSD = "Redistribution and use in source and binary forms, with or without modification"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (GPL, "GPL-2.0"),
        ("GNU GENERAL PUBLIC LICENSE\n   Version 3, 29 June 2007", "GPL-3.0"),
        ("GNU LESSER GENERAL PUBLIC LICENSE Version 2.1, February 1999", "LGPL-2.1"),
        ("GPL v2 or later", "GPL-2.0"),
        ("SIBSD: Standard Improved BSD License", "BSD-3-Clause"),
        (f"{BSD} ... Neither the name of the author", "BSD-3-Clause"),
        (BSD, "BSD-2-Clause"),
        ("Permission is hereby granted, free of charge, to any person", "MIT"),
        ("Creative Commons Attribution-NonCommercial-NoDerivatives 4.0", "CC-BY-NC-ND-4.0"),
        ("Do as you like", ""),
    ],
)
def test_a_licence_is_recognised_by_its_text(text: str, name: str) -> None:
    assert licence(text) == name


def test_the_nearest_licence_text_counts() -> None:
    known = labels([("README.md", "the MIT License"), ("LICENSE.txt", BSD), ("a/b/COPYING", GPL)])

    assert nearest(known, "a/b/c/sine.pd") == Label("GPL-2.0", "a/b/COPYING")
    assert nearest(known, "a/sine.pd") == Label("BSD-2-Clause", "LICENSE.txt")
    assert nearest({}, "a/sine.pd") == Label()


def test_an_archive_is_a_folder() -> None:
    known = labels([("old.zip!/lib/COPYING", GPL)])

    assert nearest(known, "old.zip!/lib/inner.zip!/sine.pd").name == "GPL-2.0"
    assert nearest(known, "sine.pd") == Label()
