"""The console: every kind of line finds its place."""

from __future__ import annotations

from patchgen.headless.console import errors, sort_complaints


def test_the_greeting_of_an_external_is_no_complaint() -> None:
    found = sort_complaints(
        ["bonk version 1.5", "fiddle version 1.1 TEST4", "pd~ version 0.54",
         "pique 0.1 for PD version 23", "sigmund~ version 0.07", ""]
    )  # fmt: skip

    assert found.others == ()


def test_consoles_of_other_engines_are_read_too() -> None:
    purr = sort_complaints(['error: couldn\'t create "foo 1"'])
    newer = sort_complaints(["foo 1", "error: ... couldn't create"])

    assert purr.not_created == newer.not_created == ("foo 1",)
    assert purr.others == newer.others == ()


def test_the_same_complaint_is_told_once() -> None:
    found = sort_complaints(["error: array1: no such array", "error: array1: no such array"])

    assert found.others == ("array1: no such array",)


def test_only_marked_lines_are_errors() -> None:
    console = ["print: 5", "error: array1: no such array", "verbose(3): looked in /usr"]

    assert errors(console) == ("array1: no such array",)
