"""From atoms back to the sentence."""

from __future__ import annotations

import random
import struct

import pytest

from patchgen.service.sentence import Atom, float_text, sentence


def as_pd_holds_it(value: float) -> float:
    """A number after Pd had it: 32 bits."""
    return float(struct.unpack("f", struct.pack("f", value))[0])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (440.0, "440"),
        (-3.0, "-3"),
        (-0.0, "0"),
        (0.1, "0.1"),
        (0.8, "0.8"),
        (-2.5, "-2.5"),
        (1e-05, "1e-05"),
        (0.333333, "0.333333"),
        (16777216.0, "16777216"),
        (1e8, "100000000"),
        (1e30, "1e+30"),
        (float("inf"), "inf"),
        (float("-inf"), "-inf"),
        (float("nan"), "nan"),
        (1e300, "inf"),
    ],
)
def test_a_number_reads_as_it_was_typed(value: float, text: str) -> None:
    seen_by_pd = as_pd_holds_it(value) if abs(value) < 3e38 else value

    assert float_text(seen_by_pd) == text


def test_every_float_gives_itself_again() -> None:
    chance = random.Random(1)
    patterns = (chance.getrandbits(32) for _ in range(5000))
    values = (struct.unpack("f", struct.pack("I", bits))[0] for bits in patterns)

    wrong = [v for v in values if v == v and as_pd_holds_it(float(float_text(v))) != v]

    assert wrong == []


@pytest.mark.parametrize(
    ("atoms", "text"),
    [
        (("a", "sine", "of", 440.0, "Hz"), "a sine of 440 Hz"),
        (("wait", 20.0, ",", "then", "stop", "."), "wait 20, then stop."),
        (("is", "it", "?", "yes", "!", ";", "no"), "is it? yes!; no"),
        ((",", "begins", "with", "one"), ", begins with one"),
        (("20,", "then"), "20, then"),
        (("one whole sentence, as text",), "one whole sentence, as text"),
        (("list", "bang", "float"), "list bang float"),
        (("$1", "$0"), "$1 $0"),
        (("Grüße", "ありがとう"), "Grüße ありがとう"),
        ((7,), "7"),
        ((), ""),
    ],
)
def test_atoms_become_a_sentence(atoms: tuple[Atom, ...], text: str) -> None:
    assert sentence(atoms) == text
