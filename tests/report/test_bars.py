"""The bar chart is valid SVG, and its bars are as long as the figures say."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from patchgen.report.bars import BARS, COLOURS, LIBRARY, bar_chart
from patchgen.report.histogram import Entry

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*objects: Entry, title: str = "Objects") -> ElementTree.Element:
    """The root of the chart."""
    return ElementTree.fromstring(bar_chart(objects, title))


def words(chart: ElementTree.Element) -> list[str]:
    """All texts of a chart."""
    return [element.text or "" for element in chart.iter(f"{SVG}text")]


def bars(chart: ElementTree.Element) -> list[tuple[float, str]]:
    """Length and colour of each bar."""
    rectangles = [e for e in chart.iter(f"{SVG}rect") if e.get("height") == "14"]
    return [(float(e.get("width", "0")), e.get("fill", "")) for e in rectangles]


def test_bars_are_as_long_as_the_counts() -> None:
    chart = drawn(Entry("a", "vanilla", 200, 9), Entry("b", "unknown", 50, 1))

    assert bars(chart) == [(BARS, COLOURS["vanilla"]), (BARS / 4, COLOURS["unknown"])]


def test_figures_stand_beside_the_bars() -> None:
    found = words(drawn(Entry("a", "vanilla", 1200, 9), Entry("b", "unknown", 1, 1)))

    assert "1,200 in 9 files" in found
    assert "1 in 1 file" in found


def test_other_libraries_share_a_colour_and_a_word() -> None:
    chart = drawn(Entry("limiter~", "zexy", 2, 1), Entry("gemwin", "Gem", 1, 1))

    assert {colour for _, colour in bars(chart)} == {LIBRARY}
    assert words(chart).count("library") == 1


@pytest.mark.parametrize("name", ["<b>&amp;", "]]>", "a\x00b", "a\x1bb", "a\ud800b", "\ufffe", '"'])
def test_any_name_makes_valid_svg(name: str) -> None:
    chart = drawn(Entry(name, "unknown", 1, 1), title=name)

    assert len(words(chart)) == 4


def test_a_long_name_is_cut() -> None:
    assert any(
        word.startswith("xxx") and len(word) < 30
        for word in words(drawn(Entry("x" * 60, "unknown", 1, 1)))
    )


def test_without_objects_there_is_still_a_picture() -> None:
    assert words(drawn()) == ["Objects"]


def test_nothing_is_loaded_from_elsewhere() -> None:
    chart = bar_chart([Entry("a", "vanilla", 1, 1)], "Objects")

    assert "href" not in chart
    assert "<style" not in chart
    assert chart.count("http") == 1
