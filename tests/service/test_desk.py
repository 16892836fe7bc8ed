"""Requests, over a real socket: what is asked, and what comes back."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from patchgen import __version__
from patchgen.config import Settings
from patchgen.service.desk import SEEDS
from patchgen.service.examples import EXAMPLES
from patchgen.service.serve import Daemon

from .box import Box
from .conftest import Connect
from .toy_pipelines import ToyPipeline


def test_a_sentence_becomes_a_patch(box: Box, pipeline: ToyPipeline) -> None:
    box.ask("generate", "1-abc", "a", "sine", "of", 440, "Hz", ",", "quiet", 0.1)

    _, name, folder = box.wait_for("done")

    assert pipeline.orders[0].prompt == "a sine of 440 Hz, quiet 0.1"
    assert Path(str(folder), str(name)).is_file()
    assert [message.address for message in box.heard][:2] == [
        "/patchgen/queued",
        "/patchgen/progress",
    ]
    stages = dict.fromkeys(progress[1] for progress in box.of("progress"))
    assert list(stages) == ["queued", "drafting", "checking", "writing"]
    assert {message.arguments[0] for message in box.heard} == {"1-abc"}


def test_a_box_hears_that_the_model_was_not_sure_just_before_the_result(
    box: Box, pipeline: ToyPipeline
) -> None:
    pipeline.confidence = 0.25

    box.ask("generate", "1", "a drone")
    box.wait_for("done")

    assert box.heard[-2].arguments == ("1", "unsure", 0.25)
    assert box.heard[-1].address == "/patchgen/done"


def test_one_string_is_a_sentence_too(box: Box, pipeline: ToyPipeline) -> None:
    box.ask("generate", "1", "play 440 Hz, then 0.10 of it")

    box.wait_for("done")

    assert pipeline.orders[0].prompt == "play 440 Hz, then 0.10 of it"


@pytest.mark.parametrize(
    ("atoms", "says"),
    [
        ((), "empty"),
        (("",), "empty"),
        (("  ", " "), "empty"),
        (("x" * 10_000,), "10000 characters"),
        (("word",) * 2000, "9999 characters"),
        (("a\x01b",), "not text"),
    ],
)
def test_a_prompt_that_cannot_be_used_is_refused(
    box: Box, pipeline: ToyPipeline, atoms: tuple[str, ...], says: str
) -> None:
    box.ask("generate", "1", *atoms)

    _, message, hint = box.wait_for("error", "1")

    assert says in str(message)
    assert hint
    assert pipeline.orders == []


def test_binary_bytes_in_a_prompt_are_refused_by_name(box: Box) -> None:
    box.throw(b"/patchgen/generate\0\0,ss\0id-1\0\0\0\0\xff\xfe\x80\0")

    _, message, _ = box.wait_for("error", "id-1")

    assert "not text" in str(message)


def test_random_prompts_itself(box: Box, pipeline: ToyPipeline) -> None:
    box.ask("random", "1")
    box.wait_for("done", "1")

    assert pipeline.orders[0].prompt in EXAMPLES


def test_retry_is_the_same_sentence_with_another_seed(box: Box, pipeline: ToyPipeline) -> None:
    box.ask("generate", "1", "a drone")
    box.ask("retry", "2")
    box.ask("retry", "3")
    box.wait_for("done", "3")

    assert [order.prompt for order in pipeline.orders] == ["a drone"] * 3
    assert len({order.sampling.seed for order in pipeline.orders}) == 3


def test_retry_knows_only_the_sentence_of_its_own_box(
    daemon: Daemon, box: Box, connect: Connect
) -> None:
    other = connect(daemon)
    box.ask("generate", "1", "a drone")
    box.wait_for("done")

    other.ask("retry", "2")

    assert "nothing to try again" in str(other.wait_for("error", "2")[1])


def test_seeds_are_numbers_that_pd_can_show(box: Box, pipeline: ToyPipeline) -> None:
    for number in range(5):
        box.ask("generate", str(number), "a drone")
    box.wait_for("done", "4")

    seeds = [order.sampling.seed for order in pipeline.orders]
    assert all(0 <= seed < SEEDS for seed in seeds)
    assert len(set(seeds)) > 1


def test_settings_hold_for_the_box_that_sent_them(
    daemon: Daemon, box: Box, connect: Connect, pipeline: ToyPipeline
) -> None:
    other = connect(daemon)
    for key, value in (("temperature", 0.25), ("top-k", 7), ("max_tokens", 99), ("seed", 12345)):
        box.ask("set", key, value)
    box.ask("set", "candidates", 2)

    box.ask("generate", "1", "a drone")
    box.wait_for("done")
    other.ask("generate", "1", "a drone")
    other.wait_for("done")

    mine, theirs = pipeline.orders
    assert (mine.sampling.temperature, mine.sampling.top_k) == (0.25, 7)
    assert (mine.sampling.max_tokens, mine.sampling.seed, mine.candidates) == (99, 12345, 2)
    defaults = Settings()
    assert (theirs.sampling.temperature, theirs.candidates) == (
        defaults.temperature,
        defaults.candidates,
    )


def test_a_fixed_seed_can_be_let_loose_again(box: Box, pipeline: ToyPipeline) -> None:
    box.ask("set", "seed", 5)
    box.ask("generate", "1", "a drone")
    box.ask("set", "seed", "random")
    for number in range(2, 6):
        box.ask("generate", str(number), "a drone")
    box.wait_for("done", "5")

    assert pipeline.orders[0].sampling.seed == 5
    assert len({order.sampling.seed for order in pipeline.orders}) > 2


@pytest.mark.parametrize(
    ("words", "says", "hints"),
    [
        (("temprature", 0.5), "no setting named 'temprature'", "Did you mean 'temperature'?"),
        (("port", 9000), "no setting named 'port'", "temperature, top-k"),
        (("output-folder", "/tmp"), "no setting named 'output-folder'", "There are"),
        (("temperature", 9), "temperature = 9", "temperature"),
        (("temperature", "hot"), "temperature = hot", "temperature"),
        (("top-k", 1.5), "top_k = 1.5", "top_k"),
        (("temperature",), "no value for temperature", "set temperature VALUE"),
        (("seed", -1), "seed = -1", "seed"),
        (("model", "patchgen-smal"), "no model named 'patchgen-smal'", "patchgen-small"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_with_a_hint(
    box: Box, words: tuple[str | float, ...], says: str, hints: str
) -> None:
    box.ask("set", *words)

    _, message, hint = box.wait_for("error", "set")

    assert says in str(message)
    assert hints in str(hint)


def test_continue_is_a_job_with_a_patch_and_can_be_tried_again(
    box: Box, pipeline: ToyPipeline
) -> None:
    box.ask("continue", "1", "/tmp/my patch.pd")
    box.ask("continue", "2", "/tmp/split", "by", "pd", 2)
    box.ask("retry", "3")
    box.wait_for("done", "3")

    assert [(order.prompt, str(order.given)) for order in pipeline.orders] == [
        ("", "/tmp/my patch.pd"),
        ("", "/tmp/split by pd 2"),
        ("", "/tmp/split by pd 2"),
    ]
    assert pipeline.orders[1].sampling.seed != pipeline.orders[2].sampling.seed


def test_continue_wants_the_whole_path(box: Box, pipeline: ToyPipeline) -> None:
    box.ask("continue", "1", "patch.pd")

    _, message, hint = box.wait_for("error", "1")
    assert "whole path" in str(message)
    assert hint
    assert pipeline.orders == []


def test_status_tells_version_model_and_length(box: Box, pipeline: ToyPipeline) -> None:
    pipeline.gate.clear()
    box.ask("generate", "1", "a drone")
    box.ask("generate", "2", "a drone")

    box.ask("status", "s")

    assert box.wait_for("status", "s") == ("s", __version__, "patchgen-small", 2)


def test_an_unknown_request_is_answered_with_the_nearest_one(box: Box) -> None:
    box.ask("genrate", "1", "a drone")

    _, message, hint = box.wait_for("error", "1")

    assert "/patchgen/genrate" in str(message)
    assert "Did you mean /patchgen/generate?" in str(hint)


def test_a_request_without_an_id_is_passed_over(box: Box) -> None:
    for kind in ("generate", "random", "retry", "set", "cancel", "nonsense"):
        box.ask(kind)

    assert box.is_answered()
    assert box.of("error") == []


def test_an_id_that_is_a_number_comes_back_as_text(box: Box) -> None:
    box.ask("generate", 1004, "a", "drone")

    assert box.wait_for("done")[0] == "1004"


def test_two_daemons_do_not_talk_to_each_other(box: Box) -> None:
    for kind in ("queued", "progress", "done", "error"):
        box.ask(kind, "1", "a", "b")
    box.ask("status", "1", "0.1.0", "patchgen-small", 0)

    assert box.is_answered()
    assert len(box.heard) == 1


def test_a_box_that_has_gone_harms_nobody(daemon: Daemon, box: Box, connect: Connect) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as gone:
        gone.sendto(b"/patchgen/generate\0\0,ss\0id\0\0drone\0\0\0", ("127.0.0.1", daemon.port))

    box.ask("generate", "1", "a drone")

    assert box.wait_for("done", "1")
