"""A server that only knows chats: what it is asked, and what is made of its answers."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from small_server import Answer, SmallServer
from toy_constraints import DigitsInLines

from patchgen.engine.base import Control, Draft, Request, Sampling, Text
from patchgen.engine.options import Server
from patchgen.engine.remote import RETAKES, TRIES, RemoteEngine
from patchgen.engine.remote_manner import answered
from patchgen.errors import Cancelled, RemoteFailed

PROMPT = (Control("<|prompt|>"), Text("a <|patch|> drone "), Control("<|patch|>"))
PLAIN = Request(PROMPT, Sampling(temperature=0.5, max_tokens=50, seed=3))
DIGITS = replace(PLAIN, constraint_factory=DigitsInLines)


def engine(server: SmallServer, **changes: object) -> RemoteEngine:
    """An engine that asks again at once."""
    return RemoteEngine(replace(Server(server.url), **changes), waits=(0.0,))


def written(request: Request, *answers: Answer) -> tuple[Draft, SmallServer]:
    """The draft that these answers lead to, where the server only knows chats."""
    with SmallServer(*answers, only_chat=True) as server:
        return engine(server).generate(request), server


def messages(server: SmallServer, number: int = 0) -> list[tuple[str, str]]:
    """Who says what in a request."""
    sent = server.asked[number]["messages"]
    assert isinstance(sent, list)
    return [(message["role"], message["content"]) for message in sent]


def test_the_prompt_is_a_message_without_control_tokens() -> None:
    draft, server = written(PLAIN, Answer(("1 osc~ 440\n", "2 dac~ < 1\n")))

    assert draft.text == "1 osc~ 440\n2 dac~ < 1\n"
    assert (draft.stop_reason, draft.tokens) == ("end", 2)
    assert messages(server) == [("user", "a < |patch|> drone")]
    sent = [server.asked[0][key] for key in ("temperature", "max_tokens", "seed", "stream")]
    assert sent == [0.5, 50, 3, True]
    assert "prompt" not in server.asked[0]


def test_the_next_job_asks_for_a_chat_at_once() -> None:
    with SmallServer(Answer(("1",)), only_chat=True) as server:
        asked = engine(server)
        asked.generate(PLAIN)
        server.only_chat = False

        asked.generate(PLAIN)

    assert "messages" in server.asked[1]


def test_a_server_that_knows_both_is_asked_as_the_user_wants() -> None:
    with SmallServer(Answer(("1",))) as server:
        for speaks in ("auto", "completions", "chat"):
            engine(server, speaks=speaks).generate(PLAIN)

    assert ["messages" in asked for asked in server.asked] == [False, False, True]


def test_who_wants_completions_only_is_told_that_there_are_none() -> None:
    with (
        SmallServer(Answer(("1",)), only_chat=True) as server,
        pytest.raises(RemoteFailed, match="404") as caught,
    ):
        engine(server, speaks="completions").generate(PLAIN)

    assert "remote_url" in caught.value.hint


def test_a_beginning_is_what_was_said_already() -> None:
    request = replace(DIGITS, beginning="12\n")

    draft, server = written(request, Answer(("34\n",)))

    assert messages(server)[1] == ("assistant", "12\n")
    assert server.asked[0]["continue_final_message"] is True
    assert draft.text == "12\n34\n"


def test_a_beginning_that_is_repeated_counts_once() -> None:
    draft, _ = written(replace(DIGITS, beginning="12\n"), Answer(("1", "2\n3", "4\n")))

    assert draft.text == "12\n34\n"


def test_a_refused_answer_is_begun_anew_with_another_seed() -> None:
    draft, server = written(DIGITS, Answer(("12\n", "3x4\n")), Answer(("78\n",)))

    assert (draft.text, draft.rejected) == ("78\n", 1)
    assert [len(messages(server, number)) for number in (0, 1)] == [1, 1]
    assert server.asked[0]["seed"] != server.asked[1]["seed"]
    assert server.asked[1]["max_tokens"] == 50


def test_a_chat_that_never_says_what_is_allowed_is_given_up() -> None:
    draft, server = written(DIGITS, Answer(("1\n", "x")))

    assert (draft.stop_reason, draft.text) == ("stuck", "1\n")
    assert len(server.asked) == RETAKES + 1


def test_a_cut_answer_is_begun_anew() -> None:
    draft, server = written(PLAIN, Answer(("one ", "two "), reason=None), Answer(("three",)))

    assert draft.text == "three"
    assert len(messages(server, 1)) == 1


def test_a_chat_that_goes_on_failing_is_given_up() -> None:
    with SmallServer(Answer(status=500), only_chat=True) as server:
        with pytest.raises(RemoteFailed, match="500"):
            engine(server).generate(PLAIN)

        assert len(server.asked) == TRIES


def test_a_cancelled_chat_closes_the_connection() -> None:
    begun = threading.Event()
    with SmallServer(Answer(("1",), reason=None, hangs=True), only_chat=True) as server:
        with pytest.raises(Cancelled):
            engine(server).generate(
                PLAIN, on_progress=lambda _: begun.set(), cancelled=begun.is_set
            )

        assert server.was_left.wait(10)


@pytest.mark.parametrize(
    ("answer", "more", "whole"),
    [
        ("", "1 osc~\n", "1 osc~\n"),
        ("", "\n 1 osc~\n", "1 osc~\n"),
        ("", "``", ""),
        ("", "```pd\n1 osc~\n``", "1 osc~\n"),
        ("", "```\n1 osc~\n```\nThis is a sine.", "1 osc~\n"),
        ("1 f\n", "2 f\n", "1 f\n2 f\n"),
        ("1 f\n", "1", "1 f\n"),
        ("1 f\n", "1 f\n2", "1 f\n2"),
    ],
)
def test_an_answer_is_freed_of_fences_and_repetition(answer: str, more: str, whole: str) -> None:
    assert answered(answer, more) == whole
