"""The tokeniser: digits stay single, and everything comes back."""

import pytest
from tokenizers import Tokenizer

from patchgen_training.tokens.train import CONTROL, train

TEXTS = [
    "Create a Pure Data patch that adds 10 and 20",
    "1 metro 500\n2 random 12 < 1\n3 + 60 < 2\n4 mtof < 3\n5 osc~ < 4\n",
    "play white noise through a high-pass filter, with a volume control",
] * 20


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return train(TEXTS, 400)


@pytest.mark.parametrize(
    "text", ["metro 440 < 12.1>3", "  two  blanks\n\n", "Größe 🎹 0.75", "1234567890", "\t$1 \\, x"]
)
def test_any_text_comes_back(tokenizer: Tokenizer, text: str) -> None:
    assert tokenizer.decode(tokenizer.encode(text, add_special_tokens=False).ids) == text


def test_no_token_holds_two_digits(tokenizer: Tokenizer) -> None:
    several = [t for t in tokenizer.get_vocab() if sum(letter.isdigit() for letter in t) > 1]

    assert not several


def test_a_blank_joins_the_digit_after_it(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("osc~ 440", add_special_tokens=False).tokens[-3:] == ["Ġ4", "4", "0"]


def test_control_tokens_come_first(tokenizer: Tokenizer) -> None:
    assert [tokenizer.token_to_id(name) for name in CONTROL] == [0, 1, 2, 3]
