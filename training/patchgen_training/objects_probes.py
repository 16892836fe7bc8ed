"""What real Pds reported of their objects, as entries of the object reference."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from patchgen.objects.port_rules import BY_COUNT, BY_VALUE
from patchgen.objects.reference import Entry

Row = Mapping[str, Any]
"""A row of a probe, or an entry of the corpus's object list; only the builder reads them."""

PROBES = {"v": "objects_vanilla", "m": "objects_vanilla_master", "p": "objects_purrdata"}
"""Engine letters and the files in `reference/`; where engines differ, the first one counts,
and what the others do otherwise is noted beside it."""

TESTED = {"v": "vanilla", "m": "master", "p": "purr"}
"""Engine letters and the names of the extracts."""

LETTERS = {"signal": "~", "float": "f", "symbol": "s", "list": "l", "bang": "b", "pointer": "p"}
"""What a port carries, as it is written in the reference; `.` for anything."""

ALIASES = {
    "b": "bang", "f": "float", "i": "int", "t": "trigger", "s": "send", "r": "receive",
    "v": "value", "sel": "select", "del": "delay", "s~": "send~", "r~": "receive~",
    "vd~": "delread4~", "fswap": "swap", "q8_sqrt~": "sqrt~", "q8_rsqrt~": "rsqrt~",
    "toggle": "tgl", "my_numbox": "nbx", "my_canvas": "cnv", "hslider": "hsl", "vslider": "vsl",
    "hdl": "hradio", "rdb": "hradio", "radiobut": "hradio", "radiobutton": "hradio",
    "vdl": "vradio",
}  # fmt: skip
"""Names that make the same object; the probe's class proves each of them."""

SIDES = ("inlet", "outlet")

INTERNAL = frozenset({"dsp", "click", "loadbang", "symbol2"})
"""Methods that Pd calls itself."""

EXTRA = frozenset(
    """bob~ bonk~ choice complex-mod~ fiddle~ hilbert~ loop~ lrshift~ output~ pd~ pique rev1~
    rev1-final rev2~ rev3~ sigmund~ stdout""".split()
)
"""What lies in Pd's folder `extra`, packed apart by some systems."""


def probe_files(shared: Path) -> dict[str, Path]:
    """Engine letters and the files of the probes."""
    return {letter: shared / "reference" / f"{stem}.json" for letter, stem in PROBES.items()}


def read_probes(shared: Path) -> dict[str, Sequence[Row]]:
    """Engine letters and the rows of the probes."""
    return {letter: read(path) for letter, path in probe_files(shared).items()}


def read(path: Path) -> Any:
    """A JSON file."""
    return json.loads(path.read_bytes())


def extract(rows: Sequence[Row]) -> Iterator[list[str]]:
    """Kind, name, arguments, inlets and outlets of each box that an engine made."""
    for row in rows:
        if row["ok"]:
            sides = (
                "".join("~" if is_signal else "." for is_signal in row[f"{s}s"]) for s in SIDES
            )
            yield [row["box"], row["name"], row["args"], *sides]


def check_aliases(rows: Sequence[Row]) -> None:
    """Stops where an alias makes another object than its name does."""
    classes = {row["name"]: row["class"] for row in rows if row["ok"]}
    for alias, name in ALIASES.items():
        if alias in classes and classes[alias] != classes[name]:
            raise SystemExit(f"{alias} is no alias of {name}: the class is {classes[alias]}")


def add_probe(entries: dict[str, Entry], letter: str, rows: Sequence[Row]) -> None:
    """Adds what one engine reported: a new entry, or what is otherwise than in an earlier one."""
    for name, made in _made(rows).items():
        entry = entries.get(name)
        if entry is not None:
            entry["engines"] += letter
            _add_differences(entry, letter, made)
            continue
        entries[name] = made | {"engines": letter}
        if name in EXTRA:
            entries[name]["library"] = "extra"
        elif letter == "p":
            entries[name]["library"] = "purr-data core"


def _made(rows: Sequence[Row]) -> dict[str, Entry]:
    """The ports and messages that one engine reported, by object."""
    entries: dict[str, Entry] = {}
    for name, count, row in _named(rows):
        entry = entries.setdefault(name, {"engines": ""})
        _add_ports(name, entry, count, row)
        if row["class"] == "canvas":
            continue  # Its methods build patches; what comes through an inlet goes further inside.
        selectors = entry.get("messages", "").split()
        fresh = (s for s in row["methods"] if s not in selectors and s not in INTERNAL)
        messages = " ".join([*selectors, *fresh])
        if messages:
            entry["messages"] = messages
    for entry in entries.values():
        entry["ports"] = _without_repeats(entry["ports"])
    return entries


def _add_differences(entry: Entry, letter: str, made: Entry) -> None:
    """Notes what this engine does otherwise: all its ports, and messages with `+` and `-`."""
    if _signals(made["ports"]) != _signals(entry["ports"]):
        entry.setdefault("elsewhere", {})[letter] = made["ports"]
    before, after = (e.get("messages", "").split() for e in (entry, made))
    signed = [f"+{s}" for s in after if s not in before]
    signed += [f"-{s}" for s in before if s not in after]
    if signed:
        entry.setdefault("messages_elsewhere", {})[letter] = " ".join(signed)


def _signals(table: Mapping[str, str]) -> dict[str, str]:
    """The table with everything but signals made equal."""
    plain = {count: re.sub(r"[^~:]", ".", text) for count, text in table.items()}
    return _without_repeats(plain)


def _named(rows: Sequence[Row]) -> Iterator[tuple[str, int, Row]]:
    """Rows of objects that were made: the full name, the number of arguments left, the row."""
    classes = {row["class"] for row in rows if row["ok"]}
    for row in rows:
        if not row["ok"] or row["name"] == "comment":
            continue
        first, *rest = f"{row['name']} {row['args']}".split()
        if rest and f"{first} {rest[0]}" in classes:
            first = f"{first} {rest.pop(0)}"
        yield ALIASES.get(first, first), len(rest), row


def _add_ports(name: str, entry: Entry, count: int, row: Row) -> None:
    text = ":".join("".join(map(_letter, row[f"{side}s"], row[f"{side}_types"])) for side in SIDES)
    table = entry.setdefault("ports", {})
    has_rule = name in BY_COUNT or name in BY_VALUE
    if has_rule and count:
        return
    before = table.setdefault(str(count), text)
    if re.sub(r"[^~:]", ".", before) != re.sub(r"[^~:]", ".", text):
        raise SystemExit(f"{name} needs a rule: {count} arguments give {text} and {table}")
    table[str(count)] = "".join(a if a == b else "." for a, b in zip(before, text, strict=True))


def _letter(is_signal: bool, kind: str) -> str:
    """What a port carries. A first inlet takes messages by its object's methods."""
    return "~" if is_signal else LETTERS.get(kind, ".")


def _without_repeats(table: Mapping[str, str]) -> dict[str, str]:
    """Keeps a number of arguments only where the ports differ from the number before."""
    kept: dict[str, str] = {}
    for count, text in sorted(table.items(), key=lambda item: int(item[0])):
        if not kept or kept[max(kept, key=int)] != text:
            kept[count] = text
    return kept
