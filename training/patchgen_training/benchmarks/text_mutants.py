"""Breaks the text of a patch as editors, networks and models do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random

Mutation = Callable[[str, str, Random], str]
"""From a text and another one to splice in, a broken text."""

LONGEST = 32_768
"""Characters of a mutant."""

NUMBER = re.compile(r"(?<=[ \n])-?\d+(?:\.\d+)?(?=[ ;,])")
ATOM = re.compile(r"(?<= )[^ ;\n]+")
RECORD = re.compile(r"(?<=;\n)")

EXTREMES = (
    "-1 0 1e999 -1e999 1e37 1e-320 99999999999999999999 2147483648 -2147483649 0.5 nan inf -inf "
    "0x10 +1 1_000 007 . - 1e 1e+ \u00b2 \u0663 4294967296 \\$1 -0"
).split()
ATOMS = (
    "\\ \\\\ \\; \\, \\$ \\$0 \\$1-x $ $0 , ; #X #N #A connect restore canvas obj f , pd "
    "\u00a0 \u2028 \u0085 \x0b \x1c \x00 \ufeff \U0001f3b9 e\u0301 [ ] { } ( ) < > & \" ' % ~ dac~"
).split(" ")
CHARACTERS = " \t\r\n;,\\$#.-+0123456789eEXNA~/*%\x00\x0b\x1c\x7f\x85\xa0\xad\u0661\u2028\ufffe"


def mutant(text: str, other: str, chance: Random) -> tuple[str, str]:
    """The text with one to three things broken, and how."""
    names = [chance.choice(list(MUTATIONS)) for _ in range(chance.choice((1, 1, 2, 3)))]
    for name in names:
        text = MUTATIONS[name](text, other, chance)[:LONGEST] or " "
    return "+".join(names), text


def span(text: str, chance: Random, most: int) -> tuple[int, int]:
    """A start and an end in the text, at most so far apart."""
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + chance.randrange(1, most))


def cut(text: str, _other: str, chance: Random) -> str:
    """A piece is missing."""
    start, end = span(text, chance, 200)
    return text[:start] + text[end:]


def truncate(text: str, _other: str, chance: Random) -> str:
    """The end is missing."""
    return text[: chance.randrange(len(text) + 1)]


def repeat(text: str, _other: str, chance: Random) -> str:
    """A piece comes again and again."""
    start, end = span(text, chance, 300)
    return text[:end] + text[start:end] * chance.choice((1, 2, 10, 100)) + text[end:]


def swap(text: str, _other: str, chance: Random) -> str:
    """Two pieces trade places."""
    a, b, c, d = sorted(chance.randrange(len(text) + 1) for _ in range(4))
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def flip_characters(text: str, _other: str, chance: Random) -> str:
    """Some characters become others."""
    characters = list(text)
    for _ in range(chance.choice((1, 2, 5, 20))):
        characters[chance.randrange(len(characters))] = chance.choice(CHARACTERS)
    return "".join(characters)


def flip_bytes(text: str, _other: str, chance: Random) -> str:
    """Some bytes become others, and the file is read as Latin-1 where it is no UTF-8 now."""
    data = bytearray(text.encode("utf-8", "replace"))
    for _ in range(chance.choice((1, 2, 5, 20))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def delete_records(text: str, _other: str, chance: Random) -> str:
    """Some records are missing."""
    records = RECORD.split(text)
    for _ in range(chance.choice((1, 1, 3, 10))):
        if len(records) > 1:
            del records[chance.randrange(len(records))]
    return "".join(records)


def repeat_records(text: str, _other: str, chance: Random) -> str:
    """Some records come again elsewhere."""
    records = RECORD.split(text)
    for _ in range(chance.choice((1, 1, 3, 10))):
        records.insert(chance.randrange(len(records) + 1), chance.choice(records))
    return "".join(records)


def shuffle_records(text: str, _other: str, chance: Random) -> str:
    """Records stand in another order."""
    records = RECORD.split(text)
    start, end = sorted(chance.randrange(len(records) + 1) for _ in range(2))
    middle = records[start:end]
    chance.shuffle(middle)
    return "".join((*records[:start], *middle, *records[end:]))


def exaggerate(text: str, _other: str, chance: Random) -> str:
    """Numbers become such as nobody expects."""
    return replaced(NUMBER, EXTREMES, text, chance)


def confuse(text: str, _other: str, chance: Random) -> str:
    """Atoms become such as nobody expects."""
    return replaced(ATOM, ATOMS, text, chance)


def replaced(pattern: re.Pattern[str], words: list[str] | tuple[str, ...], text: str,
             chance: Random) -> str:  # fmt: skip
    """The text with some matches replaced by one of the words."""
    found = list(pattern.finditer(text))
    picked = chance.sample(found, min(len(found), chance.choice((1, 2, 5, 30))))
    for match in sorted(picked, key=lambda match: -match.start()):
        text = text[: match.start()] + chance.choice(words) + text[match.end() :]
    return text


def splice(text: str, other: str, chance: Random) -> str:
    """The beginning of one file and the end of another, at a record or anywhere."""
    if chance.random() < 0.5:
        first, second = RECORD.split(text), RECORD.split(other)
        return "".join(first[: chance.randrange(len(first) + 1)]) + "".join(
            second[chance.randrange(len(second) + 1) :]
        )
    return text[: chance.randrange(len(text) + 1)] + other[chance.randrange(len(other) + 1) :]


def deepen(text: str, _other: str, chance: Random) -> str:
    """The patch lies inside subpatches, perhaps inside too many."""
    depth = chance.choice((1, 3, 20, 90, 98, 200))
    opened = "#N canvas 0 50 450 300 12;\n" * depth
    return opened + text + "#X restore 10 10 pd deep;\n" * chance.choice((depth, depth, depth - 1))


MUTATIONS: Mapping[str, Mutation] = {
    "cut": cut,
    "truncate": truncate,
    "repeat": repeat,
    "swap": swap,
    "flip-characters": flip_characters,
    "flip-bytes": flip_bytes,
    "delete-records": delete_records,
    "repeat-records": repeat_records,
    "shuffle-records": shuffle_records,
    "exaggerate": exaggerate,
    "confuse": confuse,
    "splice": splice,
    "deepen": deepen,
}
