"""Other parsers of Pd files: installs each from its registry into a folder of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

IN_PYTHON = Path(__file__).with_name("parse_in_python.py")
IN_NODE = Path(__file__).with_name("parse_in_node.mjs")
"""Both run alone, in the environment of the parser that they time."""

PATIENCE = 600
"""Seconds for an installation, and for one round of a parser."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A parser that can be installed."""

    name: str
    package: str
    is_node: bool = False
    remark: str = ""
    """What a reader of its figures must know."""


PEERS = (
    Peer("py2pd", "py2pd"),
    Peer("pdpy-lib", "pdpy-lib", remark="Prints every record while it reads; the output is "
         "thrown away. Its search for a Pd program, which fails on Linux, is left out."),
    Peer("hvcc", "hvcc", remark="Reads the files itself and looks up every object while it "
         "parses; an object that it does not know is not counted as a failure."),
    Peer("WebPd", "@webpd/pd-parser", is_node=True,
         remark="Runs in Node.js, whose helper threads count as well."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Runner:
    """How to start a parser on a folder of files."""

    name: str
    command: tuple[str, ...]
    folder: Path
    """Where to start it."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """A parser that could not be installed."""

    name: str
    reason: str


def ours(name: str) -> Runner:
    """This project's own parser, in the same loop as the others'."""
    return Runner(name, (sys.executable, str(IN_PYTHON), name), Path.cwd())


def installed(peer: Peer, cache: Path) -> Runner | Missing:
    """The parser, installed now or by an earlier run."""
    folder = cache.resolve() / peer.name
    try:
        return in_node(peer, folder) if peer.is_node else in_python(peer, folder)
    except subprocess.TimeoutExpired:
        return Missing(peer.name, f"not installed within {PATIENCE} s")
    except (subprocess.CalledProcessError, OSError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        return Missing(peer.name, reason(error))


def in_python(peer: Peer, folder: Path) -> Runner:
    """A package of PyPI in a virtual environment."""
    python = folder / "bin" / "python"
    mark = folder / "asks-for-newer-python"
    if not python.exists():
        called(sys.executable, "-m", "venv", str(folder))
        pip = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        try:
            called(*pip, peer.package)
        except subprocess.CalledProcessError as error:
            if "Requires-Python" not in str(error.stderr):
                raise
            called(*pip, "--ignore-requires-python", peer.package)
            mark.touch()
    ask = f"from importlib.metadata import version; print(version({peer.package!r}))"
    note = "asks for a newer Python than this one; it runs all the same" if mark.exists() else ""
    version = called(str(python), "-c", ask).strip()
    command = (str(python), str(IN_PYTHON), peer.name)
    return Runner(f"{peer.name} {version}", command, folder, f"{peer.remark} {note}".strip())


def in_node(peer: Peer, folder: Path) -> Runner:
    """A package of npm."""
    facts = folder / "node_modules" / peer.package / "package.json"
    if not facts.exists():
        folder.mkdir(parents=True, exist_ok=True)
        called("npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), peer.package)
    version = json.loads(facts.read_text("utf-8"))["version"]
    return Runner(f"{peer.name} {version}", ("node", str(IN_NODE)), folder, peer.remark)


def called(*command: str) -> str:
    """What a command prints. Raises CalledProcessError when it fails."""
    run = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
    return run.stdout


def reason(error: subprocess.CalledProcessError | OSError) -> str:
    """The last line that tells what went wrong."""
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}"
    lines = [line for line in str(error.stderr).splitlines() if "rror" in line] or ["no reason"]
    return lines[-1].strip()[:200]
