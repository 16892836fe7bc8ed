"""Examples as blocks: nothing cut, prompts not learned."""

import numpy as np

from patchgen_training.datasets.row import Row
from patchgen_training.tokens.train import ANSWER, BEGIN, END, train
from patchgen_training.tuning.packing import IGNORED, encode, pack

ROWS = [
    Row(f"play {n} Hz", f"1 osc~ {n}\n2 dac~ < 1 1>1\n", "test", str(n)) for n in range(100, 140)
]
TOKENIZER = train([row.prompt + row.patch for row in ROWS], 300)


def test_the_loss_counts_the_answer_and_its_end_only() -> None:
    tokens, labels = encode(ROWS[0], TOKENIZER)
    answer = TOKENIZER.encode(ROWS[0].patch, add_special_tokens=False).ids

    assert tokens[0] == TOKENIZER.token_to_id(BEGIN)
    assert TOKENIZER.token_to_id(ANSWER) in tokens
    assert [label for label in labels if label != IGNORED] == [*answer, TOKENIZER.token_to_id(END)]


def test_every_example_stands_whole_in_some_block() -> None:
    blocks = pack(ROWS, TOKENIZER, 128, seed=1)
    lines = [" ".join(map(str, block)) for block in blocks.tokens]

    assert blocks.tokens.shape == blocks.labels.shape == (len(lines), 128)
    for row in ROWS:
        wanted = " ".join(map(str, encode(row, TOKENIZER)[0]))
        assert any(wanted in line for line in lines)


def test_the_same_seed_packs_the_same_blocks() -> None:
    one, other, third = (pack(ROWS, TOKENIZER, 128, seed=seed) for seed in (1, 1, 2))

    assert np.array_equal(one.tokens, other.tokens)
    assert not np.array_equal(one.tokens, third.tokens)


def test_an_example_that_is_too_long_is_left_out() -> None:
    assert len(pack(ROWS, TOKENIZER, 8, seed=1).tokens) == 0
