"""Times one Python parser over a folder of .pd files; runs alone, in the parser's own environment.

    python parse_in_python.py PARSER FOLDER

The answer is one line of JSON. Reading the files is not timed, except for hvcc, which takes paths.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

Parser = Callable[[Path, str], Any]

WARM_UP = 50
"""Files that are parsed once before the clock starts."""

LONGEST = 10
"""Seconds for one file, after which it counts as failed."""

ERRORS = 5
"""Failures that are told."""


class TooSlow(Exception):
    """A file took longer than LONGEST."""


def patchgen() -> Parser:
    """The parser of this project."""
    parse = import_module("patchgen.pd.parse").parse
    return lambda path, text: parse(text)


def patchgen_lint() -> Parser:
    """The parser and all rules of this project."""
    lint_text = import_module("patchgen.lint.runner").lint_text
    return lambda path, text: lint_text(text)


def pdpy_lib() -> Parser:
    """The way that the translator of pdpy-lib takes: lines, token lists, objects."""
    lines = import_module("pdpy_lib.utilities.utils").parsePdFileLines
    # Its search for a Pd program raises a TypeError on Linux, after all has been parsed.
    found = {"__set_pd_path__": lambda patch, path: None}
    patch = type("Patch", (import_module("pdpy_lib.patching.pdpy").PdPy,), found)
    return lambda path, text: patch(name=path.name, pd_lines=lines(text.splitlines()))


def hvcc() -> Parser:
    """The first pass of hvcc, which also looks up objects; one it does not know is no failure."""
    parser = import_module("hvcc.interpreters.pd2hv.PdParser").PdParser
    own_notices = import_module("hvcc.interpreters.pd2hv.PdObject").PdObject.get_notices

    def parse(path: Path, text: str) -> None:
        # It catches its own exceptions and keeps them among the errors of the top canvas.
        for error in own_notices(parser().graph_from_file(path)).errors:
            if error.enum.name in ("ERROR_EXCEPTION", "ERROR_GENERIC"):
                raise ValueError(error.message)

    return parse


def py2pd() -> Parser:
    """The AST parser of py2pd."""
    parse = import_module("py2pd").parse
    return lambda path, text: parse(text)


PARSERS: dict[str, Callable[[], Parser]] = {
    "patchgen": patchgen,
    "patchgen+lint": patchgen_lint,
    "pdpy-lib": pdpy_lib,
    "hvcc": hvcc,
    "py2pd": py2pd,
}


def main(name: str, folder: Path) -> None:
    """Parses all files once and prints what happened."""
    files = [(path, path.read_text("utf-8")) for path in sorted(folder.glob("*.pd"))]
    parse = PARSERS[name]()
    answer = os.dup(1)
    # Some parsers print what they read.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    signal.signal(signal.SIGALRM, too_slow)
    for path, text in files[:WARM_UP]:
        complaint(parse, path, text)
    started = process_time()
    complaints = [complaint(parse, path, text) for path, text in files]
    seconds = process_time() - started
    failed = [said for said in complaints if said is not None]
    facts = {
        "seconds": seconds,
        "parsed": len(files) - len(failed),
        "failed": len(failed),
        "errors": failed[:ERRORS],
    }
    os.write(answer, f"{json.dumps(facts)}\n".encode())


def complaint(parse: Parser, path: Path, text: str) -> str | None:
    """What the parser says against a file, or None where it takes it."""
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        parse(path, text)
    except Exception as error:  # noqa: BLE001  # Whatever it is, the file was not parsed.
        return f"{path.name}: {type(error).__name__}: {error}"[:200]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return None


def too_slow(_signal: int, _frame: object) -> None:
    """Ends the file at hand."""
    raise TooSlow(f"over {LONGEST} s")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
