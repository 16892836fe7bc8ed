"""Builds the object reference, objects.json, from probed engines and documentation.

    python -m patchgen_training.objects_reference SHARED_DIR [--probed tests/objects]

Ports, messages and engines are what real Pds reported. `objects_checked.json` has the types of
arguments that Pd 0.53.1 was seen to insist on. Words come from `objects_words.json`, which was
written for PatchGen, else from documentation under a licence that lets it be copied freely.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from patchgen.objects import reference
from patchgen.objects.reference import Entry
from patchgen_training.objects_probes import (
    ALIASES,
    TESTED,
    Row,
    add_probe,
    check_aliases,
    extract,
    probe_files,
    read,
    read_probes,
)

FREE = frozenset("BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT Public-Domain TCL WTFPL".split())
"""Licences of words that may be copied."""

HALF_FREE = "BSD-3-Clause (one-line description: plugdata, GPL-3.0)"
"""The arguments may be copied, the description may not."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the shared folder and writes the reference."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path, help="folder with reference/ and corpus/")
    parser.add_argument("--output", type=Path, default=reference.DATA)
    parser.add_argument("--probed", type=Path, help="folder for the port counts that tests read")
    options = parser.parse_args(arguments)
    text = json.dumps(build(options.shared), ensure_ascii=False, separators=(",", ":"))
    _write(options.output, text)
    if options.probed is not None:
        for letter, rows in read_probes(options.shared).items():
            table = ",\n".join(json.dumps(row) for row in extract(rows))
            _write(options.probed / f"probed_{TESTED[letter]}.json", f"[\n{table}\n]")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".tmp")
    draft.write_text(text + "\n", encoding="utf-8")
    draft.replace(path)


def build(shared: Path) -> dict[str, Any]:
    """The whole reference as plain data, in a fixed order."""
    files = probe_files(shared)
    corpus_file = shared / "corpus" / "objects.json"
    own_file = Path(__file__).with_name("objects_words.json")
    checked_file = Path(__file__).with_name("objects_checked.json")
    probes = read_probes(shared)
    corpus = read(corpus_file)
    check_aliases(probes["v"])

    entries: dict[str, Entry] = {}
    for letter, rows in probes.items():
        add_probe(entries, letter, rows)
    for name, words in read(own_file).items():
        _add_own_words(entries.setdefault(name, {}), words)
    for name, types in read(checked_file).items():
        entries.setdefault(name, {})["checked"] = types
    for name, documented in corpus.items():
        if _is_object(name, documented, entries):
            _add_documented(entries.setdefault(name, {}), documented)
    aliases = ALIASES | _library_aliases(corpus, entries)
    sources = (*files.values(), corpus_file, own_file, checked_file)
    return {
        "format": 2,
        "about": "Object reference of PatchGen. Entries without a source are PatchGen's own.",
        "made_from": [_provenance(path) for path in sources],
        "aliases": dict(sorted(aliases.items())),
        "objects": dict(sorted(entries.items())),
    }


def _is_object(name: str, documented: Row, made: Collection[str]) -> bool:
    """Whether a page of documentation is about an object: a built-in one is what an engine made."""
    if documented["library"] == "vanilla" or name in ALIASES:
        return False
    return documented["library"] != "purr-data core" or name in made


def _provenance(path: Path) -> dict[str, str]:
    return {"file": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


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
