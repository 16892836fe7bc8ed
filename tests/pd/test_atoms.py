"""Atoms as Pd's files spell them."""

import pytest

from patchgen.pd.atoms import escape, escape_words, is_number, number_text, unescape


@pytest.mark.parametrize(
    ("text", "atom"),
    [
        ("a,b", r"a\,b"),
        ("a;b", r"a\;b"),
        ("$1-x", r"\$1-x"),
        ("$x", "$x"),
        ("a b", r"a\ b"),
        ("\\", r"\\"),
    ],
)
def test_an_atom_is_escaped_as_pd_does_and_comes_back(text: str, atom: str) -> None:
    assert escape(text) == atom
    assert unescape(atom) == text


def test_commas_of_a_sentence_become_atoms_of_their_own() -> None:
    assert escape_words("noise, then a filter;") == ("noise", r"\,", "then", "a", "filter", r"\;")


@pytest.mark.parametrize("atom", ["0", "-1", ".5", "5.", "1e3", "-1.5e-05"])
def test_what_pd_reads_as_a_float_is_a_number(atom: str) -> None:
    assert is_number(atom)


@pytest.mark.parametrize("atom", ["+5", "1/2", "440Hz", "", "-", "e5", "nan"])
def test_what_pd_reads_as_a_symbol_is_no_number(atom: str) -> None:
    assert not is_number(atom)


def test_numbers_are_written_with_six_digits() -> None:
    assert [number_text(value) for value in (1.0, 0.1, 1234567.0)] == ["1", "0.1", "1.23457e+06"]
