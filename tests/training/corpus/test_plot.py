"""The picture of sizes."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from patchgen_training.corpus.plot import TALLEST, size_chart

NAMESPACE = "{http://www.w3.org/2000/svg}"


def test_each_column_counts_the_patches_from_its_number_on() -> None:
    root = ElementTree.fromstring(size_chart({"boxes": [1, 2, 3, 3, 9], "cords": [0]}))

    texts = [text.text for text in root.iter(f"{NAMESPACE}text")]
    assert texts[:8] == ["boxes per patch", "1", "1", "2", "3", "4", "8", "1"]
    assert texts[8:] == ["cords per patch", "0", "1"]


def test_the_tallest_column_stays_below_the_title() -> None:
    drawn = size_chart({"boxes": [1] * 1000 + [2]})

    heights = [
        float(found) for found in re.findall(r'width="[\d.]+" height="([\d.]+)" fill="#3', drawn)
    ]
    assert max(heights) == TALLEST


def test_nothing_counted_is_an_empty_picture() -> None:
    ElementTree.fromstring(size_chart({"boxes": []}))
