"""How fast patches are read, beside every other parser that the registries have."""

from __future__ import annotations

import json
import logging
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from patchgen_training.benchmarks.figures import count
from patchgen_training.benchmarks.part import Material, Result, Table
from patchgen_training.benchmarks.peers import PATIENCE, PEERS, Missing, Runner, installed, ours
from patchgen_training.benchmarks.sample import sample

TITLE = "Parse and lint"
SAYS = (
    "Reading patches, and reading and linting them, beside other parsers over the same files. Each "
    "parser runs in a process of its own, one core, in turns; 50 files are parsed before the clock "
    "starts, and reading from disk is not timed. The time is processor time, so that other work on "
    "the machine counts little."
)
FILES = 5000
ROUNDS = 5
SLOW = 30
"""Seconds after which a parser runs only once."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Race:
    """What a parser has shown so far."""

    runner: Runner
    seconds: list[float] = field(default_factory=list)
    failed: int = 0
    errors: list[str] = field(default_factory=list)
    trouble: str = ""
    """Why it is out of the race."""

    @property
    def is_over(self) -> bool:
        """Whether it needs no further round."""
        return bool(self.trouble) or (bool(self.seconds) and self.seconds[0] > SLOW)


def measure(material: Material) -> Result:
    """Installs the others, then runs all of them in turns."""
    peers = [installed(peer, material.cache) for peer in PEERS] if material.has_peers else []
    missing = [peer for peer in peers if isinstance(peer, Missing)]
    ready = [peer for peer in peers if isinstance(peer, Runner)]
    races = [Race(runner) for runner in (ours("patchgen"), ours("patchgen+lint"), *ready)]
    drawn = sample(material.corpus, material.files or FILES, material.seed)
    with TemporaryDirectory(prefix="patchgen-benchmark-") as name:
        folder = Path(name)
        for number, specimen in enumerate(drawn):
            (folder / f"{number:05}.pd").write_text(specimen.text, "utf-8", newline="")
        for turn in range(ROUNDS):
            for race in races:
                if not race.is_over:
                    run(race, folder)
            log.info("parse: round %d of %d", turn + 1, ROUNDS)
    size = sum(len(specimen.text.encode()) for specimen in drawn)
    return told(races, missing, len(drawn), size)


def run(race: Race, folder: Path) -> None:
    """One round of one parser."""
    command = (*race.runner.command, str(folder))
    try:
        child = subprocess.run(
            command, cwd=race.runner.folder, capture_output=True, text=True,
            timeout=PATIENCE, check=True,
        )  # fmt: skip
        facts = json.loads(child.stdout.splitlines()[-1])
    except subprocess.TimeoutExpired:
        race.trouble = f"took over {PATIENCE} s"
    except subprocess.CalledProcessError as error:
        race.trouble = last_words(str(error.stderr))
    except (IndexError, ValueError):
        race.trouble = "gave no figures"
    else:
        race.seconds.append(facts["seconds"])
        race.failed, race.errors = facts["failed"], facts["errors"]


def last_words(stderr: str) -> str:
    """What a process said before it ended; Node.js tells the reason before a long trace."""
    lines = stderr.strip().splitlines() or ["ended without a word"]
    return next((line for line in lines if line.startswith("FATAL ERROR")), lines[-1])


def told(races: list[Race], missing: list[Missing], files: int, size: int) -> Result:
    """The table, our parser first."""
    base = median(races[0].seconds) if races[0].seconds else 0.0
    rows = [row(race, base, files, size) for race in races if race.seconds]
    notes = [f"{count(files)} patches drawn from the corpus, {size / 1e6:.1f} MB."]
    notes += [f"{race.runner.name}: {race.runner.note}" for race in races if race.runner.note]
    notes += [
        f"{race.runner.name} did not finish: {race.trouble}" for race in races if race.trouble
    ]
    notes += [f"{peer.name} could not be installed: {peer.reason}" for peer in missing]
    head = ("parser", "files/s", "MB/s", "times patchgen's time", "seconds", "rounds", "fails on")
    details = [f"{race.runner.name}: {error}" for race in races for error in race.errors]
    return Result((Table(head, tuple(rows)),), tuple(notes), tuple(details))


def row(race: Race, base: float, files: int, size: int) -> tuple[str, ...]:
    """One parser."""
    middle = median(race.seconds)
    spread = f"{middle:.2f} ({min(race.seconds):.2f} to {max(race.seconds):.2f})"
    return (
        race.runner.name, count(files / middle), f"{size / 1e6 / middle:.2f}",
        f"{middle / base:.2f}" if base else "-", spread, str(len(race.seconds)),
        f"{count(race.failed)} files",
    )  # fmt: skip
