"""The tables of the history, step by step: an old file gets the steps that it lacks."""

from __future__ import annotations

import sqlite3

STEPS = (
    """
    CREATE TABLE jobs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        time TEXT NOT NULL,
        kind TEXT NOT NULL,
        source TEXT NOT NULL,
        prompt TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('done', 'failed', 'cancelled')),
        seed INTEGER NOT NULL,
        sampling TEXT NOT NULL,
        model TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        versions TEXT NOT NULL,
        given TEXT NOT NULL,
        error TEXT NOT NULL,
        findings TEXT NOT NULL,
        seconds REAL NOT NULL,
        tokens INTEGER NOT NULL,
        drafts INTEGER NOT NULL,
        logprob REAL NOT NULL,
        file TEXT NOT NULL,
        patch TEXT NOT NULL,
        offer INTEGER REFERENCES jobs (id) ON DELETE SET NULL,
        letter TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX jobs_by_offer ON jobs (offer);
    CREATE TABLE preferences (
        offer INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
        letter TEXT NOT NULL,
        time TEXT NOT NULL
    );
    """,
    """
    CREATE TABLE corrections (
        job INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
        corrected TEXT NOT NULL,
        correction TEXT NOT NULL,
        change TEXT NOT NULL
    );
    CREATE INDEX jobs_by_file ON jobs (file);
    """,
)
"""Once published, a step is never changed: a new one is added."""


def version(database: sqlite3.Connection) -> int:
    """How many steps the file has had."""
    (found,) = database.execute("PRAGMA user_version").fetchone()
    return int(found)


def migrate(database: sqlite3.Connection) -> None:
    """Takes the missing steps, each whole or not at all, whoever else opens the file."""
    for number in range(version(database), len(STEPS)):
        database.execute("BEGIN IMMEDIATE")
        try:
            if version(database) == number:
                for statement in filter(str.strip, STEPS[number].split(";")):
                    database.execute(statement)
                database.execute(f"PRAGMA user_version = {number + 1}")
            database.execute("COMMIT")
        except BaseException:
            database.execute("ROLLBACK")
            raise
