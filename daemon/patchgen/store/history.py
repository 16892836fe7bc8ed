"""The history in an SQLite file: jobs go in, and are found again."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

from patchgen.errors import HistoryLacks, HistoryUnusable
from patchgen.store.entry import Correction, Entry, Kept
from patchgen.store.migrations import STEPS, migrate, version

PATIENCE = 5.0
"""Seconds to wait while another process writes."""
JSON = frozenset({"sampling", "versions", "findings"})
"""Columns that hold JSON."""
COLUMNS = tuple(field.name for field in fields(Entry))
JOBS = "SELECT * FROM jobs LEFT JOIN corrections ON job = id"
LETTERS = "ABCDEFGH"

Clock = Callable[[], datetime]


def now() -> datetime:
    """The time, the same everywhere on earth."""
    return datetime.now(UTC)


class History:
    """The file while it is open. One writes at a time, from whichever thread."""

    def __init__(self, file: Path, clock: Clock = now) -> None:
        """Opens the file, or makes it. Raises HistoryUnusable."""
        self._file = file
        self._clock = clock
        self._lock = threading.Lock()
        with self._translated():
            file.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(
                file, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
            try:
                self._prepare()
            except BaseException:
                self._database.close()
                raise
            self._identity = identity(file)
        self._database.row_factory = sqlite3.Row

    def _prepare(self) -> None:
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = NORMAL")
        self._database.execute("PRAGMA foreign_keys = ON")
        if version(self._database) > len(STEPS):
            raise HistoryUnusable(
                f"the history {self._file} was written by a newer PatchGen",
                hint="Install that one, or set history_file to another file.",
            )
        migrate(self._database)

    def close(self) -> None:
        """Gives the file back."""
        with self._lock:
            self._database.close()

    def is_gone(self) -> bool:
        """Whether the file was moved away or another took its place: what is written is lost."""
        try:
            return identity(self._file) != self._identity
        except OSError:
            return True

    def add(self, entry: Entry) -> int:
        """Keeps a job and returns its id."""
        row = [cell(name, getattr(entry, name)) for name in COLUMNS]
        marks = ", ".join("?" * (len(row) + 1))
        done = self._do(
            f"INSERT INTO jobs (time, {', '.join(COLUMNS)}) VALUES ({marks})", self._time(), *row
        )
        assert done.lastrowid is not None
        return done.lastrowid

    def get(self, job: int) -> Kept:
        """The job of that id. Raises HistoryLacks."""
        found = [*self._rows(f"{JOBS} WHERE id = ?", job)]
        if not found:
            raise HistoryLacks(f"no job {job} in the history", hint="See `patchgen history`.")
        return found[0]

    def newest(self) -> Kept:
        """The job that ended last. Raises HistoryLacks."""
        found = self.find(limit=1)
        if not found:
            raise HistoryLacks("the history is empty", hint="Try `patchgen generate PROMPT`.")
        return found[0]

    def find(self, words: str = "", limit: int = -1) -> list[Kept]:
        """Jobs whose prompt, file, model, kind or outcome hold all words, the newest first."""
        texts = "prompt || ' ' || file || ' ' || model || ' ' || kind || ' ' || outcome"
        wanted = words.split()
        where = " AND ".join(f"instr(lower({texts}), lower(?)) > 0" for _ in wanted) or "TRUE"
        query = f"{JOBS} WHERE {where} ORDER BY id DESC LIMIT ?"
        return [*self._rows(query, *wanted, limit)]

    def made(self, file: Path) -> Kept | None:
        """The job that wrote the file last; None where no job did."""
        query = f"{JOBS} WHERE file = ? AND outcome = 'done' ORDER BY id DESC LIMIT 1"
        return next(self._rows(query, cell("file", str(file))), None)

    def correct(self, job: int, patch: str, change: str) -> None:
        """Keeps what the player made of a job's patch, in the place of what was kept before."""
        self._do(
            "INSERT OR REPLACE INTO corrections (job, corrected, correction, change) "
            "VALUES (?, ?, ?, ?)",
            job, self._time(), cell("correction", patch), change,
        )  # fmt: skip

    def withdraw(self, job: int) -> None:
        """Forgets the correction: the player has undone it."""
        self._do("DELETE FROM corrections WHERE job = ?", job)

    def remove(self, jobs: Sequence[int]) -> int:
        """Forgets jobs, not their files, and returns how many there were."""
        marks = ", ".join("?" * len(jobs))
        return self._do(f"DELETE FROM jobs WHERE id IN ({marks})", *jobs).rowcount

    def clear(self) -> int:
        """Forgets everything, and returns how many jobs that were."""
        return self._do("DELETE FROM jobs").rowcount

    def offer(self, jobs: Sequence[int]) -> None:
        """Notes that these jobs were offered for a choice, as A, B and so on."""
        for letter, job in zip(LETTERS, jobs, strict=False):
            self._do("UPDATE jobs SET offer = ?, letter = ? WHERE id = ?", jobs[0], letter, job)

    def offered(self, job: int) -> list[Kept]:
        """All that was offered together with this job, by letter. Raises HistoryLacks."""
        offer = self.get(job).offer
        if offer is None:
            raise HistoryLacks(
                f"job {job} was not offered for a choice",
                hint="`patchgen generate --offer 2 PROMPT` makes two patches to choose from.",
            )
        return [*self._rows(f"{JOBS} WHERE offer = ? ORDER BY letter", offer)]

    def prefer(self, job: int, letter: str) -> Kept:
        """Keeps the choice among what was offered; a later one replaces it. Raises HistoryLacks."""
        offered = self.offered(job)
        chosen = next((kept for kept in offered if kept.letter == letter.upper()), None)
        if chosen is None:
            letters = ", ".join(kept.letter for kept in offered)
            raise HistoryLacks(f"no patch {letter!r} was offered", hint=f"There are: {letters}.")
        self._do(
            "INSERT OR REPLACE INTO preferences (offer, letter, time) VALUES (?, ?, ?)",
            chosen.offer, chosen.letter, self._time(),
        )  # fmt: skip
        return chosen

    def preferences(self) -> Iterator[tuple[Kept, Kept]]:
        """What was chosen, with each patch that it was preferred to."""
        with self._lock, self._translated():
            found = self._database.execute("SELECT offer, letter FROM preferences").fetchall()
        for offer, letter in found:
            offered = [*self._rows(f"{JOBS} WHERE offer = ? ORDER BY id", offer)]
            for chosen in (kept for kept in offered if kept.letter == letter):
                yield from ((chosen, kept) for kept in offered if kept.letter != letter)

    def _time(self) -> str:
        return self._clock().isoformat(timespec="milliseconds")

    def _do(self, command: str, *values: object) -> sqlite3.Cursor:
        with self._lock, self._translated():
            return self._database.execute(command, values)

    def _rows(self, query: str, *values: object) -> Iterator[Kept]:
        with self._lock, self._translated():
            found = self._database.execute(query, values).fetchall()
        return map(kept_in, found)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turns what SQLite and the disk raise into HistoryUnusable."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise HistoryUnusable(
                f"the history {self._file} cannot be used: {error}",
                hint="Move the file away, set history_file to another one, or history to false.",
            ) from error


def identity(file: Path) -> tuple[int, int]:
    """What tells a file from any other, whatever they are called."""
    facts = file.stat()
    return facts.st_dev, facts.st_ino


def cell(name: str, value: object) -> object:
    """A field of an entry as its column holds it."""
    text = json.dumps(value, ensure_ascii=False) if name in JSON else value
    # Bytes of a file name that are no text come as lone surrogates, which SQLite refuses.
    return text.encode("utf-8", "backslashreplace").decode() if isinstance(text, str) else text


def kept_in(row: sqlite3.Row) -> Kept:
    """A row of the table."""
    values = {name: json.loads(row[name]) if name in JSON else row[name] for name in COLUMNS}
    values["findings"] = tuple(values["findings"])
    entry, correction = Entry(**values), None
    if row["job"] is not None:
        correction = Correction(row["corrected"], row["change"], row["correction"])
    return Kept(row["id"], row["time"], entry, row["offer"], row["letter"], correction)
