"""Bytes become text letter by letter."""

from patchgen.engine.written import Written


def test_half_a_letter_waits_for_its_other_half() -> None:
    first, second = "é".encode()[:1], "é".encode()[1:]

    half = Written("caf").plus(first)
    whole = half.plus(second) if half else None

    assert half == Written("caf", pending=first)
    assert whole == Written("café")


def test_bytes_that_cannot_become_a_letter_are_refused() -> None:
    half = Written("", pending="é".encode()[:1])

    assert half.plus(b"a") is None
    assert Written().plus(b"\xff") is None
