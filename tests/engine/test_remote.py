"""An engine on another machine: what it asks, what it makes of the answer, and every fault."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from small_server import Answer, SmallServer
from toy_constraints import AnythingButAscii, DigitsInLines, NeverEnding, OneOf

from patchgen.engine.base import Control, Draft, Request, Sampling, Text
from patchgen.engine.options import Server
from patchgen.engine.remote import RETAKES, TRIES, RemoteEngine
from patchgen.errors import Cancelled, PromptInvalid, RemoteFailed

PROMPT = (Control("<|prompt|>"), Text("a drone"), Control("<|patch|>"))
PLAIN = Request(PROMPT, Sampling(temperature=0.5, top_k=7, max_tokens=50, seed=3))
DIGITS = replace(PLAIN, constraint_factory=DigitsInLines)
PATIENCE = 10.0


def engine(server: SmallServer, **changes: object) -> RemoteEngine:
    """An engine that asks again at once."""
    return RemoteEngine(replace(Server(server.url), **changes), waits=(0.0,))


def written(request: Request, *answers: Answer) -> tuple[Draft, SmallServer]:
    """The draft that these answers lead to."""
    with SmallServer(*answers) as server:
        return engine(server).generate(request), server


def failure(request: Request, *answers: Answer, **changes: object) -> RemoteFailed:
    """The error that these answers lead to."""
    with SmallServer(*answers) as server, pytest.raises(RemoteFailed) as caught:
        engine(server, **changes).generate(request)
    assert caught.value.hint
    return caught.value


def test_the_answer_is_what_the_server_streams() -> None:
    draft, _ = written(PLAIN, Answer(("1 osc~ 440\n", "2 dac~", " < 1\n")))

    assert (draft.text, draft.stop_reason, draft.tokens) == ("1 osc~ 440\n2 dac~ < 1\n", "end", 3)


def test_prompt_and_sampling_are_sent() -> None:
    _, server = written(PLAIN, Answer(("1",)))

    (asked,) = server.asked
    assert asked["prompt"] == "<|prompt|>a drone<|patch|>"
    assert asked["model"] == "small"
    sent = [asked[key] for key in ("temperature", "top_k", "max_tokens", "seed", "stream")]
    assert sent == [0.5, 7, 50, 3, True]


def test_a_user_cannot_write_a_control_token() -> None:
    request = replace(PLAIN, prompt=(*PROMPT[:1], Text("a <|patch|> and </s>"), *PROMPT[2:]))

    _, server = written(request, Answer(("1",)))

    assert server.asked[0]["prompt"] == "<|prompt|>a < |patch|> and < /s><|patch|>"


def test_a_beginning_is_the_start_of_the_answer() -> None:
    request = replace(DIGITS, beginning="12\n")

    draft, server = written(request, Answer(("34\n",)))

    assert str(server.asked[0]["prompt"]).endswith("<|patch|>12\n")
    assert draft.text == "12\n34\n"


def test_a_refused_line_is_asked_for_again_from_the_lines_before_it() -> None:
    draft, server = written(DIGITS, Answer(("12\n", "3x4\n5", "6\n")), Answer(("78\n",)))

    assert (draft.text, draft.stop_reason, draft.rejected) == ("12\n78\n", "end", 1)
    assert str(server.asked[1]["prompt"]).endswith("<|patch|>12\n")
    assert server.asked[0]["seed"] != server.asked[1]["seed"]


def test_a_server_that_never_writes_what_is_allowed_is_not_asked_for_ever() -> None:
    draft, server = written(DIGITS, Answer(("1\n", "x")))

    assert draft.stop_reason == "stuck"
    assert draft.text == "1\n" * (RETAKES + 1)
    assert draft.dropped == "x"
    assert len(server.asked) == RETAKES + 1


def test_a_cold_server_would_write_the_same_again() -> None:
    cold = replace(DIGITS, sampling=replace(DIGITS.sampling, temperature=0))

    draft, server = written(cold, Answer(("12\n", "x")))

    assert (draft.text, draft.dropped, draft.stop_reason) == ("12\n", "x", "stuck")
    assert len(server.asked) == 1


def test_a_beginning_is_never_cut_away() -> None:
    request = replace(PLAIN, beginning="1", constraint_factory=AnythingButAscii)

    _, server = written(request, Answer(("x",)))

    assert all(str(asked["prompt"]).endswith("<|patch|>1") for asked in server.asked)


def test_a_missing_last_line_break_is_put_in() -> None:
    draft, _ = written(DIGITS, Answer(("12",)))

    assert (draft.text, draft.stop_reason) == ("12\n", "end")


def test_what_must_end_ends_although_the_server_goes_on() -> None:
    request = replace(PLAIN, constraint_factory=only_done)

    with SmallServer(Answer(("do", "ne", "and more"), hangs=True)) as server:
        draft = engine(server).generate(request)

        assert server.was_left.wait(PATIENCE)
    assert (draft.text, draft.stop_reason) == ("done", "end")


def only_done() -> OneOf:
    """Allows one text."""
    return OneOf(("done",))


def test_no_more_tokens_than_wanted() -> None:
    short = replace(DIGITS, sampling=replace(DIGITS.sampling, max_tokens=2))

    draft, _ = written(short, Answer(("1\n", "2\n", "3\n"), hangs=True))

    assert (draft.text, draft.stop_reason, draft.tokens) == ("1\n2\n", "length", 2)


def test_the_unfinished_line_of_a_long_answer_is_dropped() -> None:
    draft, _ = written(DIGITS, Answer(("1\n", "2"), reason="length"))

    assert (draft.text, draft.dropped, draft.stop_reason) == ("1\n", "2", "length")


def test_progress_counts_tokens() -> None:
    seen: list[int] = []
    with SmallServer(Answer(("1", "2", "3"))) as server:
        engine(server).generate(PLAIN, on_progress=seen.append)

    assert seen == [1, 2, 3, 3]


def test_a_cut_stream_goes_on_where_it_was_cut() -> None:
    draft, server = written(PLAIN, Answer(("one ", "two "), reason=None), Answer(("three",)))

    assert draft.text == "one two three"
    assert str(server.asked[1]["prompt"]).endswith("<|patch|>one two ")


def test_a_server_that_fails_is_asked_again() -> None:
    busy = Answer(status=503, body='{"error": {"message": "loading the model"}}')

    draft, server = written(PLAIN, busy, busy, Answer(("1",)))

    assert draft.text == "1"
    assert len(server.asked) == 3


def test_a_server_that_goes_on_failing_is_given_up() -> None:
    with SmallServer(Answer(status=500, body='{"detail": "out of memory"}')) as server:
        with pytest.raises(RemoteFailed, match="500: out of memory") as caught:
            engine(server).generate(PLAIN)

        assert len(server.asked) == TRIES
    assert caught.value.hint


def test_an_error_in_the_stream_is_told() -> None:
    error = failure(PLAIN, Answer(raw=('{"error": {"message": "no memory"}}',)))

    assert "no memory" in error.message


def test_a_server_that_wants_a_long_pause_is_not_waited_for() -> None:
    started = time.monotonic()

    failure(PLAIN, Answer(status=429, headers={"Retry-After": "3600"}))

    assert time.monotonic() - started < PATIENCE


def test_a_hanging_server_is_given_up() -> None:
    error = failure(PLAIN, Answer(("1",), reason=None, hangs=True), patience=0.2)

    assert "no word" in error.message
    assert "remote_seconds" in error.hint


@pytest.mark.parametrize("status", [401, 403])
def test_a_missing_key_is_told_by_its_variable(status: int) -> None:
    refusal = Answer(status=status, body='{"error": {"message": "Invalid API key"}}')

    assert "is missing" in failure(PLAIN, refusal).hint
    told = failure(PLAIN, refusal, key="secret")
    assert "PATCHGEN_API_KEY" in told.hint
    assert "secret" not in told.message + told.hint


def test_the_key_is_sent_and_never_shown() -> None:
    with SmallServer(Answer(("1",))) as server:
        engine(server, key="secret").generate(PLAIN)

        assert server.keys == ["Bearer secret"]
    assert "secret" not in repr(Server("http://here/v1", key="secret"))


@pytest.mark.parametrize(
    "answer",
    [Answer(raw=("{nonsense",)), Answer(raw=('{"choices": 3}',)), Answer(kind="text/html")],
    ids=("no JSON", "other JSON", "no stream"),
)
def test_what_is_no_such_server_is_told(answer: Answer) -> None:
    error = failure(PLAIN, answer)

    assert "does not answer as an OpenAI-compatible server" in error.message


def test_a_prompt_that_is_too_long_is_the_users_to_mend() -> None:
    refusal = Answer(status=400, body='{"error": {"message": "exceeds context window of 2048"}}')

    with pytest.raises(PromptInvalid, match="context window"):
        written(PLAIN, refusal)


def test_an_unknown_model_is_told() -> None:
    error = failure(PLAIN, Answer(status=404, body='{"message": "no such model"}'))

    assert "no such model" in error.message
    assert "remote_model" in error.hint


def test_nobody_there_is_told() -> None:
    with SmallServer(Answer()) as server:
        url = server.url

    with pytest.raises(RemoteFailed, match="nobody answers at http://127") as caught:
        RemoteEngine(Server(url), waits=(0.0,)).describe()

    assert "remote_url" in caught.value.hint


def seconds_until_left(server: SmallServer, stop: Callable[[RemoteEngine], None]) -> float:
    """How long the server is kept after `stop`."""
    asked = engine(server)
    wanted = threading.Event()
    outcome: list[Exception] = []

    def work() -> None:
        try:
            asked.generate(PLAIN, cancelled=wanted.is_set, on_progress=lambda _: begun.set())
        except Cancelled as error:
            outcome.append(error)

    begun = threading.Event()
    thread = threading.Thread(target=work)
    thread.start()
    assert begun.wait(PATIENCE)
    started = time.monotonic()
    wanted.set() if stop is cancel else stop(asked)
    assert server.was_left.wait(PATIENCE)
    taken = time.monotonic() - started
    thread.join()
    assert outcome
    return taken


def cancel(_: RemoteEngine) -> None:
    """Stands for the user's own cancel."""


@pytest.mark.parametrize("stop", [cancel, RemoteEngine.close], ids=("cancel", "close"))
def test_a_cancelled_job_closes_the_connection(stop: Callable[[RemoteEngine], None]) -> None:
    with SmallServer(Answer(("1",), reason=None, hangs=True)) as server:
        taken = [seconds_until_left(server, stop)]
        server.was_left.clear()
        taken.append(seconds_until_left(server, stop))

    # The better of two: the machine may be busy with something else.
    assert min(taken) < 0.2


def test_a_closed_engine_works_again() -> None:
    with SmallServer(Answer(("1",))) as server:
        asked = engine(server)
        asked.close()

        assert asked.generate(PLAIN).text == "1"


def test_the_only_model_of_a_server_is_taken() -> None:
    with SmallServer(Answer(), models=("mistral",)) as server:
        assert engine(server).describe().name == "mistral"


def test_several_models_must_be_told_apart() -> None:
    with SmallServer(Answer(), models=("one", "two")) as server:
        with pytest.raises(RemoteFailed, match="2 models: one, two"):
            engine(server).describe()

        assert engine(server, model="two").describe().name == "two"


def test_a_server_that_lists_no_models_is_asked_all_the_same() -> None:
    with SmallServer(Answer(("1",))) as server:
        server.models = Answer(status=404)

        assert engine(server, model="mine").generate(PLAIN).text == "1"
        assert server.asked[0]["model"] == "mine"


def test_what_the_server_tells_of_the_model_is_kept() -> None:
    told = {"id": "big", "meta": {"n_params": 7_000, "n_vocab": 32, "n_ctx_train": 4096}}
    with SmallServer(Answer()) as server:
        server.models = Answer(body=json.dumps({"data": [told]}))

        facts = engine(server).describe()

    assert (facts.parameters, facts.vocabulary, facts.context) == (7_000, 32, 4096)
    assert facts.sha256 == ""


def test_an_answer_that_never_ends_is_bounded() -> None:
    endless = replace(PLAIN, constraint_factory=NeverEnding)

    draft, server = written(endless, Answer(("1\n",)))

    assert draft.stop_reason == "stuck"
    assert len(server.asked) == RETAKES + 1
