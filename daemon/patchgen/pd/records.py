"""Splits the text of a .pd file into records, and says where a record stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from patchgen.errors import ParseError
from patchgen.pd.atoms import split

MAX_CHARACTERS = 16_000_000
MAX_RECORDS = 250_000
"""The largest patch that we know of has 15,000."""

GAP = re.compile(r"(?:[ \t\r\n]++|;)*+")
"""White space and empty records."""

INDEX, PIXELS = "(?:0|[1-9][0-9]{0,6})", "(?:0|-?[1-9][0-9]{0,6})"
PLACED_BOX = rf"\#X\ (?:obj|msg|text|floatatom|symbolatom|listbox)\ {PIXELS}\ {PIXELS}"
RECORD = re.compile(
    rf"""
    (\#X\ connect\ {INDEX}\ {INDEX}\ {INDEX}\ {INDEX};\n)(?![ \t\r\n;])
    | ({PLACED_BOX}(?:\ (?:[^\s;\\,]++|\\\S)++)*+)(?:,\ f\ ({INDEX}))?+;\n(?![ \t\r\n;])
    | ({PLACED_BOX})(?=[ ,;\t\r\n])((?:[^;\\]++|\\.?+)*+);({GAP.pattern})
    | ((?:[^;\\]++|\\.?+)*+)(?:;({GAP.pattern})|\Z)
    """,
    re.DOTALL | re.VERBOSE,
)
"""A connection, a box of plain words and perhaps a width, any box, any record, a cut-off end.

The former two are most records of most files, and need no further look. It matches everywhere and
each step only goes forward, so that no text takes more than linear time.
"""

CONNECTION, PLAIN_BOX, WIDE_BOX, BOX, CUT_OFF, OTHER = 1, 2, 3, 6, 7, 8
"""The last group that took part in a match, which says what it is."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A record's atoms and the position of its first character."""

    atoms: tuple[str, ...]
    offset: int


def records(text: str) -> Iterator[Spelled]:
    """Records in file order, each split into atoms. Raises ParseError at a cut-off end."""
    for match in matches(text):
        if match.lastindex == CUT_OFF:
            check_end(match)
        else:
            yield Spelled(split(body(match)), match.start())


def body(match: re.Match[str]) -> str:
    """The text of a record without its semicolon and what follows that."""
    if match.lastindex == OTHER:
        return str(match[CUT_OFF])
    end = match.start(BOX) if match.lastindex == BOX else match.end() - 1
    return match.string[match.start() : end - 1]


def matches(text: str) -> Iterator[re.Match[str]]:
    """Matches of RECORD in file order, at last CUT_OFF. Raises ParseError for a huge file."""
    is_large = len(text) > MAX_RECORDS
    if is_large and (len(text) > MAX_CHARACTERS or text.count(";") > MAX_RECORDS):
        raise ParseError(
            f"the file has {len(text)} characters and {text.count(';')} semicolons",
            line=1, column=1,
            hint=f"At most {MAX_CHARACTERS} characters and {MAX_RECORDS} records are read.",
        )  # fmt: skip
    lead = GAP.match(text)
    return RECORD.finditer(text, lead.end() if lead else 0)


def check_end(match: re.Match[str]) -> None:
    """Raises ParseError where something stands after the last semicolon."""
    if match[0]:
        raise error_at(
            match.string, match.start(), "the last record has no closing semicolon",
            hint="The file seems to be cut off.",
        )  # fmt: skip


def error_at(text: str, offset: int, message: str, hint: str = "") -> ParseError:
    """A ParseError for a character position."""
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return ParseError(message, line=line, column=column, hint=hint)
