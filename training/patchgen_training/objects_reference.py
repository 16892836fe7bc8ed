"""Builds the object reference, objects.json, from probed engines and documentation.

    python -m patchgen_training.objects_reference SHARED_DIR [--output FILE]

Ports, messages and engines are what real Pds reported. `objects_checked.json` has the types of
arguments that Pd 0.53.1 was seen to insist on. Words come from `objects_words.json`, which was
written for PatchGen, else from documentation under a licence that lets it be copied freely.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from patchgen.objects import arity, reference
from patchgen.objects.reference import Entry

Row = Mapping[str, Any]
"""A row of a probe, or an entry of the corpus's object list; only the builder reads them."""

PROBES = {"v": "objects_vanilla", "m": "objects_vanilla_master", "p": "objects_purrdata"}
"""Engine letters and the files in `reference/`; where engines differ, the first one counts."""

FREE = frozenset("BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT Public-Domain TCL WTFPL".split())
"""Licences of words that may be copied."""

HALF_FREE = "BSD-3-Clause (one-line description: plugdata, GPL-3.0)"
"""The arguments may be copied, the description may not."""

ALIASES = {
    "b": "bang", "f": "float", "i": "int", "t": "trigger", "s": "send", "r": "receive",
    "v": "value", "sel": "select", "del": "delay", "s~": "send~", "r~": "receive~",
    "vd~": "delread4~", "fswap": "swap", "q8_sqrt~": "sqrt~", "q8_rsqrt~": "rsqrt~",
    "toggle": "tgl", "my_numbox": "nbx", "my_canvas": "cnv", "hslider": "hsl", "vslider": "vsl",
    "hdl": "hradio", "rdb": "hradio", "radiobut": "hradio", "radiobutton": "hradio",
    "vdl": "vradio",
}  # fmt: skip
"""Names that make the same object; the probe's class proves each of them."""

INTERNAL = frozenset({"dsp", "click", "loadbang", "symbol2"})
"""Methods that Pd calls itself."""

EXTRA = frozenset(
    """bob~ bonk~ choice complex-mod~ fiddle~ hilbert~ loop~ lrshift~ output~ pd~ pique rev1~
    rev1-final rev2~ rev3~ sigmund~ stdout""".split()
)
"""What lies in Pd's folder `extra`, packed apart by some systems."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the shared folder and writes the reference."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path, help="folder with reference/ and corpus/")
    parser.add_argument("--output", type=Path, default=reference.DATA)
    options = parser.parse_args(arguments)
    text = json.dumps(build(options.shared), ensure_ascii=False, separators=(",", ":"))
    options.output.parent.mkdir(parents=True, exist_ok=True)
    draft = options.output.with_suffix(".tmp")
    draft.write_text(text + "\n", encoding="utf-8")
    draft.replace(options.output)


def build(shared: Path) -> dict[str, Any]:
    """The whole reference as plain data, in a fixed order."""
    files = {letter: shared / "reference" / f"{stem}.json" for letter, stem in PROBES.items()}
    corpus_file = shared / "corpus" / "objects.json"
    own_file = Path(__file__).with_name("objects_words.json")
    checked_file = Path(__file__).with_name("objects_checked.json")
    probes = {letter: _read(path) for letter, path in files.items()}
    corpus = _read(corpus_file)
    _check_aliases(probes["v"])

    entries: dict[str, Entry] = {}
    for letter, rows in probes.items():
        _add_probe(entries, letter, rows)
    for name, words in _read(own_file).items():
        _add_own_words(entries.setdefault(name, {}), words)
    for name, types in _read(checked_file).items():
        entries.setdefault(name, {})["checked"] = types
    for name, documented in corpus.items():
        if name not in ALIASES and documented["library"] != "vanilla":
            _add_documented(entries.setdefault(name, {}), documented)
    aliases = ALIASES | _library_aliases(corpus, entries)
    sources = (*files.values(), corpus_file, own_file, checked_file)
    return {
        "format": 1,
        "about": "Object reference of PatchGen. Entries without a source are PatchGen's own.",
        "made_from": [_provenance(path) for path in sources],
        "aliases": dict(sorted(aliases.items())),
        "objects": dict(sorted(entries.items())),
    }


def _read(path: Path) -> Any:
    return json.loads(path.read_bytes())


def _provenance(path: Path) -> dict[str, str]:
    return {"file": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


def _check_aliases(rows: Sequence[Row]) -> None:
    classes = {row["name"]: row["class"] for row in rows if row["ok"]}
    for alias, name in ALIASES.items():
        if alias in classes and classes[alias] != classes[name]:
            raise SystemExit(f"{alias} is no alias of {name}: the class is {classes[alias]}")


def _add_probe(entries: dict[str, Entry], letter: str, rows: Sequence[Row]) -> None:
    """Adds what one engine reported; ports and messages only where no earlier engine did."""
    known = set(entries)
    for name, count, row in _named(rows):
        entry = entries.setdefault(name, {})
        if letter not in entry.get("engines", ""):
            entry["engines"] = entry.get("engines", "") + letter
        if name in known:
            continue
        if name in EXTRA:
            entry["library"] = "extra"
        elif letter == "p":
            entry["library"] = "purr-data core"
        _add_ports(name, entry, count, row)
        selectors = entry.get("messages", "").split()
        fresh = (s for s in row["methods"] if s not in selectors and s not in INTERNAL)
        messages = " ".join([*selectors, *fresh])
        if messages:
            entry["messages"] = messages
    for name in set(entries) - known:
        entries[name]["ports"] = _without_repeats(entries[name]["ports"])


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
    flags = (row["inlets"], row["outlets"])
    text = ":".join("".join("~" if is_signal else "." for is_signal in side) for side in flags)
    table = entry.setdefault("ports", {})
    has_rule = name in arity.BY_COUNT or name in arity.BY_VALUE
    if table.setdefault(str(count), text) != text and not has_rule and name != "snake~":
        raise SystemExit(f"{name} needs a rule: {count} arguments give {text} and {table}")
    if has_rule and count:
        del table[str(count)]


def _without_repeats(table: Mapping[str, str]) -> dict[str, str]:
    """Keeps a number of arguments only where the ports differ from the number before."""
    kept: dict[str, str] = {}
    for count, text in sorted(table.items(), key=lambda item: int(item[0])):
        if not kept or kept[max(kept, key=int)] != text:
            kept[count] = text
    return kept


def _add_own_words(entry: Entry, words: Sequence[str]) -> None:
    """`["a sine", "float! frequency in Hz = 0"]`: the mark `!` is on required arguments."""
    entry["words"] = words[0]
    arguments = [_argument(text) for text in words[1:]]
    if arguments:
        entry["arguments"] = arguments
    required = sum(text.split(" ")[0].endswith("!") for text in words[1:])
    if required:
        entry["required"] = required


def _argument(text: str) -> tuple[str, str, str]:
    kind, _, rest = text.partition(" ")
    description, _, default = rest.partition(" = ")
    return kind.removesuffix("!"), description, default


def _add_documented(entry: Entry, documented: Row) -> None:
    """Adds an external object: names and engines are facts, words need a free licence."""
    entry["library"] = documented["library"]
    if documented["in"]["purr_data"] and "p" not in entry.get("engines", ""):
        entry["engines"] = entry.get("engines", "") + "p"
    if "words" in entry or documented["license"] not in FREE | {HALF_FREE}:
        return
    description = " ".join(documented["description"].split())
    if documented["license"] in FREE and description != "needs a description":
        entry["words"] = description
    arguments = [_documented_argument(argument) for argument in documented["arguments"]]
    if arguments:
        entry["arguments"] = arguments
    if "words" in entry or arguments:
        entry["source"] = documented["source"]
        entry["licence"] = documented["license"].split(" ")[0]


def _documented_argument(argument: Row) -> tuple[str, str, str]:
    kind = argument["type"] if argument["type"] in ("float", "symbol") else "list"
    return kind, " ".join(argument["description"].split()), " ".join(argument["default"].split())


def _library_aliases(corpus: Mapping[str, Row], entries: Mapping[str, Entry]) -> dict[str, str]:
    """Short names of external objects, where no object of that name exists."""
    return {
        alias: name
        for name, documented in corpus.items()
        if documented["library"] != "vanilla"
        for alias in documented["aliases"]
        if alias not in entries and alias not in ALIASES
    }


if __name__ == "__main__":
    main()
