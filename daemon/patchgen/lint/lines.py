"""Where in a file the findings are: lines of boxes, and records that stand outside a patch."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from patchgen.errors import ParseError
from patchgen.findings import Finding, Place, Severity
from patchgen.lint.rules import record_kind
from patchgen.pd.model import COUNTED
from patchgen.pd.old_graph import opens_graph
from patchgen.pd.parse import Spelled, records


def located(text: str, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings with the line of their box, from 1."""
    lines = box_lines(text)
    of_records = any(finding.code == record_kind.CODE for finding in findings)
    strange = strange_lines(text) if of_records else {}
    out: list[Finding] = []
    for finding in findings:
        line = lines.get(key(finding.place))
        line = next(strange.get(finding.message, iter(())), line)
        out.append(replace(finding, place=replace(finding.place, line=line)))
    return tuple(out)


def strange_lines(text: str) -> dict[str, Iterator[int]]:
    """What is wrong with records that make no box -> the lines on which they begin."""
    line_at = counter(text)
    found: dict[str, list[int]] = {}
    for record in records(text):
        is_content = record.atoms[0] == "#A"
        stray = record_kind.stray_message(record.atoms) if is_content else None
        for message in (record_kind.trouble(record.atoms), stray):
            if message:
                found.setdefault(message, []).append(line_at(record.offset))
    return {message: iter(lines) for message, lines in found.items()}


def counter(text: str) -> Callable[[int], int]:
    """Tells the line, from 1, of a place in the text."""
    starts = [match.start() for match in re.finditer("\n", text)]
    return lambda offset: bisect_right(starts, offset) + 1


def key(place: Place) -> tuple[int, ...]:
    """The indices that lead to a box, or to a canvas's own box."""
    return place.canvas if place.box is None else (*place.canvas, place.box)


def box_lines(text: str) -> dict[tuple[int, ...], int]:
    """The line on which each box's record begins; a subpatch's is where its canvas begins."""
    line_at = counter(text)
    lines: dict[tuple[int, ...], int] = {}
    counts: list[int] = []
    for record in records(text):
        kind = record.atoms[:2]
        if kind == ("#N", "canvas") or (counts and opens_graph(record.atoms)):
            path = tuple(counts)
            lines.setdefault(path, line_at(record.offset))
            counts.append(0)
        elif kind in (("#X", "restore"), ("#X", "pop")) and len(counts) > 1:
            counts.pop()
            counts[-1] += 1
        elif kind[0] == "#X" and len(kind) > 1 and kind[1] in COUNTED and counts:
            lines[tuple(counts)] = line_at(record.offset)
            counts[-1] += 1
    return lines


def strange_records(text: str, error: ParseError) -> tuple[Finding, ...]:
    """Why the text is no patch, and every record in it that must not reach Pd."""
    place = Place(line=error.line)
    reason = Finding("not-a-patch", Severity.ERROR, error.message, place, hint=error.hint)
    return (reason, *islice(strange(text), MOST - 1))


def strange(text: str) -> Iterator[Finding]:
    """Every record that must not reach Pd."""
    line_at = counter(text)
    for record in readable(text):
        message = record_kind.trouble(record.atoms)
        if message:
            place = Place(line=line_at(record.offset))
            yield Finding(record_kind.CODE, record_kind.SEVERITY, message, place)


MOST = 100
"""Findings for a text that is no patch at all."""


def readable(text: str) -> Iterator[Spelled]:
    """The records up to where the text can no longer be split."""
    try:
        yield from records(text)
    except ParseError:
        return
