"""Mermaid: a strict grammar of what we write, which mermaid's own parser (11.17) accepts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from layout.canvases import canvases

from patchgen.draw.mermaid import mermaid
from patchgen.pd.model import Canvas

from .samples import HOSTILE, SYNTH, TONE, patch

NAME = r"b\d+(?:_\d+)*"
TEXT = r'"(?:[A-Za-z0-9_ \-.,:+*~/=()!?$%]|#\d+;)+"'
SHAPES = (r"\[T\]", r">T\]", r"\[/T/\]", r"\(\[T\]\)", r"\[\\T/\]", r"\[/T\\\]", r"\[\(T\)\]")
NODE = re.compile(f"({NAME})(?:{'|'.join(SHAPES)})(?::::comment)?".replace("T", TEXT))
OPEN = re.compile(rf"subgraph ({NAME})\[{TEXT}\]")
CORD = re.compile(rf'({NAME}) (?:-->|==>)(?:\|"\d+:\d+"\|)? ({NAME})')
STYLE = "classDef comment fill:none,stroke:none"


def checked(diagram: str) -> list[str]:
    """The lines of a diagram, if it is one; an AssertionError tells the line that is none."""
    head, *lines = diagram.splitlines()
    assert head == "flowchart TD"
    named: set[str] = set()
    depth = 0
    for line in map(str.strip, lines):
        opened, node, cord = OPEN.fullmatch(line), NODE.fullmatch(line), CORD.fullmatch(line)
        depth += (opened is not None) - (line == "end")
        if opened or node:
            name = (opened or node).group(1)  # type: ignore[union-attr]
            assert name not in named, line
            named.add(name)
        elif cord:
            assert {cord.group(1), cord.group(2)} <= named, line
        else:
            assert line in ("end", STYLE), line
        assert depth >= 0
    assert depth == 0
    return lines


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_patch_gives_a_valid_diagram(name: str) -> None:
    assert checked(mermaid(HOSTILE[name]))


@settings(max_examples=30, deadline=None)
@given(canvases())
def test_any_patch_gives_a_valid_diagram(canvas: Canvas) -> None:
    lines = checked(mermaid(canvas))

    assert len(lines) >= len(canvas.boxes)


def test_signals_are_thick_and_other_ports_named() -> None:
    assert checked(mermaid(TONE))[-3:] == [
        "    b0 ==> b1", "    b1 ==> b2", '    b1 ==>|"0:1"| b2',
    ]  # fmt: skip


def test_cords_go_through_the_ports_of_a_subpatch() -> None:
    lines = [line.strip() for line in checked(mermaid(SYNTH))]

    assert "b0 ==> b1_1" in lines, "the left inlet is the second in the file"
    assert "b1_2 ==> b2" in lines
    assert "b3 --> b1_0" in lines


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("end", "end"), ('say "hi"', "say #34;hi#34;"), ("a [b] {c} | #1", None),
        ("1. one", "1#46; one"), ("- one", "#45; one"), ("_x_ a_b", "#95;x#95; a_b"),
        ("$$x", "#36;$x"), ("`x`", "#96;x#96;"), ("*a* *~ 2", "#42;a#42; *~ 2"),
    ],
)  # fmt: skip
def test_text_means_nothing_to_mermaid(words: str, shown: str | None) -> None:
    (line, _) = checked(mermaid(patch(f"text 1 1 {words}")))

    assert shown is None or f'["{shown}"]' in line


def test_empty_subpatch_is_a_box() -> None:
    lines = checked(mermaid(patch("#N canvas 0 0 9 9 e 0", "restore 1 1 pd e")))

    assert lines == ['    b0["pd e"]']
