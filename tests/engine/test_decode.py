"""The writing loop and lazy masking, on a model that is a table."""

from __future__ import annotations

import math
from functools import partial

import pytest
from toy_constraints import (
    AnythingButAscii,
    DigitsInLines,
    Impossible,
    NeverEnding,
    NoTwelve,
    OneOf,
)
from toy_reader import ToyReader

from patchgen.engine.base import ConstraintFactory, Draft, Request, Sampling
from patchgen.engine.decode import write_draft
from patchgen.errors import Cancelled, PromptInvalid

GREEDY = Sampling(temperature=0.0)


def draft(
    reader: ToyReader,
    constraint: ConstraintFactory | None = None,
    sampling: Sampling = GREEDY,
) -> Draft:
    request = Request((), sampling, constraint)
    return write_draft(reader, [0], request, tick=lambda tokens: None)


def one_of(*texts: str) -> ConstraintFactory:
    return partial(OneOf, texts)


def test_without_a_constraint_the_model_has_its_way() -> None:
    written = draft(ToyReader(b"osc~ 440"))

    assert (written.text, written.stop_reason) == ("osc~ 440", "end")
    assert (written.tokens, written.rejected, written.undone) == (8, 0, 0)


def test_letters_outside_ascii_arrive_whole() -> None:
    assert draft(ToyReader("é–𝄞".encode())).text == "é–𝄞"


def test_broken_utf8_is_never_written() -> None:
    written = draft(ToyReader(b"a\xffb"))

    assert written.text.startswith("a") and written.text.endswith("b")
    assert written.rejected == 1


def test_refused_tokens_are_counted_and_replaced() -> None:
    written = draft(ToyReader(b"4x0\n"), DigitsInLines)

    assert (written.text, written.stop_reason) == ("4\n0\n", "end")
    assert written.rejected > 0


def test_the_end_waits_until_the_text_is_whole() -> None:
    written = draft(ToyReader(b""), one_of("osc~ 440"))

    assert (written.text, written.stop_reason) == ("osc~ 440", "end")


def test_a_text_that_must_end_ends_without_asking_the_model() -> None:
    written = draft(ToyReader(b"mtofmtofmtof"), one_of("mtof", "metro"))

    assert (written.text, written.tokens) == ("mtof", 4)


def test_half_a_letter_is_refused_where_no_whole_one_may_follow() -> None:
    written = draft(ToyReader("é".encode()), one_of("o"))

    assert (written.text, written.undone) == ("o", 0)


@pytest.mark.parametrize("letter", ["é", "ü", "ż"])
def test_a_letter_of_two_bytes_can_be_demanded(letter: str) -> None:
    assert draft(ToyReader(b"abc"), one_of(f"x{letter}y")).text == f"x{letter}y"


@pytest.mark.parametrize("letter", ["–", "音", "𝄞"])
def test_any_letter_is_written_where_letters_are_allowed(letter: str) -> None:
    assert draft(ToyReader(letter.encode()), AnythingButAscii).text == letter


def test_a_dead_end_is_left_backwards() -> None:
    # Given a constraint that sees too late that "12" leads nowhere
    written = draft(ToyReader(b"12\n"), NoTwelve)

    assert written.text.startswith("1") and not written.text.startswith("12")
    assert (written.stop_reason, written.undone) == ("end", 1)


def test_a_constraint_without_an_answer_is_reported_as_stuck() -> None:
    written = draft(ToyReader(b"12345"), Impossible)

    assert written.stop_reason == "stuck"
    assert written.undone > 0


def test_the_token_limit_cuts_back_to_whole_lines() -> None:
    written = draft(ToyReader(b"12\n34\n56"), DigitsInLines, Sampling(temperature=0, max_tokens=8))

    assert (written.text, written.dropped) == ("12\n34\n", "56")
    assert (written.stop_reason, written.tokens) == ("length", 8)


def test_a_text_without_a_whole_line_is_given_as_it_is() -> None:
    written = draft(ToyReader(b"1" * 50), NeverEnding, Sampling(temperature=0, max_tokens=5))

    assert (written.text, written.dropped, written.stop_reason) == ("11111", "", "length")


def test_a_full_context_stops_the_text() -> None:
    written = draft(ToyReader(b"1" * 50, room=7))

    assert (written.tokens, written.stop_reason) == (7, "length")


def test_control_tokens_are_never_drawn() -> None:
    written = draft(ToyReader(b"440", control_score=100.0))

    assert written.text == "440"


@pytest.mark.parametrize("seed", range(20))
def test_every_seed_keeps_the_constraint(seed: int) -> None:
    wild = Sampling(temperature=50.0, top_k=0, top_p=1.0, min_p=0.0, seed=seed, max_tokens=40)

    written = draft(ToyReader(b"1"), DigitsInLines, wild)

    assert DigitsInLines().allows(written.text)


def test_the_mean_log_probability_is_that_of_the_chosen_tokens() -> None:
    # Given a model that gives its wish e^10 against 257 others near e^0 (one of them hidden).
    reader = ToyReader(b"ab")

    written = draft(reader)

    others = sum(math.exp(-i / 1000) for i in range(257)) + math.exp(-5)
    assert written.mean_logprob == pytest.approx(-math.log1p(others / math.exp(10)), rel=0.05)


def test_a_tick_that_raises_stops_the_work() -> None:
    def tick(tokens: int) -> None:
        if tokens == 3:
            raise Cancelled("stop")

    reader = ToyReader(b"1" * 50)
    with pytest.raises(Cancelled):
        write_draft(reader, [0], Request((), GREEDY), tick=tick)

    assert len(reader.read) == 3


def test_a_given_beginning_stays_and_the_model_goes_on_from_it() -> None:
    request = Request((), GREEDY, one_of("osc~ 440\n"), beginning="osc~")

    written = write_draft(ToyReader(b" 440\n"), [0], request, tick=lambda tokens: None)

    assert (written.text, written.stop_reason, written.tokens) == ("osc~ 440\n", "end", 5)


def test_nothing_of_a_given_beginning_is_taken_back() -> None:
    request = Request((), GREEDY, Impossible, beginning="osc~")

    written = write_draft(ToyReader(b" 440\n"), [0], request, tick=lambda tokens: None)

    assert (written.text, written.stop_reason) == ("osc~", "stuck")


def test_a_beginning_that_leaves_no_room_is_refused() -> None:
    request = Request((), GREEDY, None, beginning="osc~ 440\n")

    with pytest.raises(PromptInvalid, match="too large") as raised:
        write_draft(ToyReader(b"x", room=20), [0], request, tick=lambda tokens: None)

    assert "n_ctx" in raised.value.hint
