"""The whole path: an order goes in, events come out, and a patch lies in the folder or none."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from patchgen.engine.base import Control, Draft, ModelFacts, Request, Sampling, Text
from patchgen.engine.scripted import FACTS, ScriptedEngine
from patchgen.errors import (
    Cancelled,
    EngineDied,
    GenerationFailed,
    OutputUnwritable,
    PatchgenError,
    PromptInvalid,
    TookTooLong,
)
from patchgen.headless.load import load
from patchgen.lint.gate import policy_of
from patchgen.objects.capabilities import Capability
from patchgen.pipeline.run import Pipeline
from patchgen.pipeline.steps import Checking, Drafting, Event, Found, Order, Result, Written

from .answers import (
    LOUD,
    NONSENSE,
    NOT_FINITE,
    QUITS,
    TONE,
    TWICE_LOUD,
    UNKNOWN,
    names,
    peak,
    provenance,
    spaced,
)
from .conftest import Make

PROMPT = "Create a Pure Data patch with a soft tone"
RAW = (
    "#N canvas 0 50 450 300 12;\n#X obj 10 10 osc~ 440;\n#X obj 10 40 *~ 0.1;\n"
    "#X obj 10 70 dac~;\n#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n"
)


def order(prompt: str = PROMPT, candidates: int = 1, target: Path | None = None) -> Order:
    """An order with a seed of its own."""
    return Order(prompt, Sampling(seed=41, max_tokens=100), candidates, target)


def result_of(pipeline: Pipeline, wanted: Order) -> Result:
    """What the last event brings."""
    last = list(pipeline.run(wanted))[-1]
    assert isinstance(last, Written)
    return last.result


def files(folder: Path) -> list[str]:
    """Everything in a folder that may not be there, hidden files too."""
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def requests(pipeline: Pipeline) -> list[Request]:
    """What the engine was asked."""
    assert isinstance(pipeline.engine, ScriptedEngine)
    return pipeline.engine.requests


def test_a_clean_draft_becomes_a_file(pipeline: Make, folder: Path, pd: Path) -> None:
    events = list(pipeline(TONE, pd=pd).run(order()))

    assert [type(event) for event in events] == [Drafting, Drafting, Checking, Found, Written]
    assert isinstance(events[-1], Written)
    result = events[-1].result
    assert result.path == folder / "soft-tone.pd"
    assert result.path.read_text("utf-8") == result.text
    assert files(folder) == ["soft-tone.pd"]
    assert load(result.text, pd).is_silent
    assert (result.findings, result.capabilities) == ((), ("audio",))
    assert (result.prompt, result.seed, result.tokens, result.candidates) == (PROMPT, 41, 3, 1)
    assert result.is_checked_in_pd


def test_the_file_tells_where_it_comes_from(pipeline: Make) -> None:
    result = result_of(pipeline(TONE), order())

    told = provenance(result.text)
    assert told["DESCRIPTION"] == PROMPT
    assert told["SEED"] == "41"
    assert told["MODEL"] == result.model == f"patchgen-small {FACTS.sha256[:12]}"


def test_the_model_is_asked_in_its_own_template(pipeline: Make) -> None:
    made = pipeline(TONE)

    result_of(made, order())

    (request,) = requests(made)
    assert request.prompt == (Control("<|prompt|>"), Text(PROMPT), Control("<|patch|>"))
    assert request.constraint_factory is not None
    assert request.constraint_factory().may_end(TONE)


def test_the_model_may_write_what_the_user_allows(pipeline: Make) -> None:
    made = pipeline("1 openpanel\n2 print < 1\n")
    made.policy = policy_of([Capability.READ], [])

    result = result_of(made, order())

    assert result.capabilities == ("read",)
    (request,) = requests(made)
    factory = pickle.loads(pickle.dumps(request.constraint_factory))
    assert factory().allows("1 openpanel\n")


def test_boxes_have_places_where_they_can_be_seen(pipeline: Make) -> None:
    result = result_of(pipeline(TONE), order())

    rows = [line.split()[2:4] for line in result.text.splitlines() if line.startswith("#X obj")]
    assert len(set(map(tuple, rows))) == 3


@pytest.mark.parametrize("bad", [NONSENSE, UNKNOWN, QUITS, NOT_FINITE, ""], ids=repr)
def test_a_bad_draft_is_followed_by_another(
    pipeline: Make, folder: Path, pd: Path, bad: str
) -> None:
    made = pipeline(bad, TONE, TONE, pd=pd)

    events = list(made.run(order(candidates=3)))

    assert [event.candidate for event in events if isinstance(event, Checking)] == [1, 2]
    assert isinstance(events[-1], Written)
    assert events[-1].result.candidates == 2
    assert names(events[-1].result.text)[:3] == ["osc~", "*~", "dac~"]
    assert files(folder) == ["soft-tone.pd"]


def test_every_draft_has_a_seed_of_its_own_and_the_patch_that_of_the_order(pipeline: Make) -> None:
    made = pipeline(NONSENSE, NONSENSE, TONE)

    result = result_of(made, order(candidates=3))

    seeds = [request.sampling.seed for request in requests(made)]
    assert seeds[0] == 41
    assert len(set(seeds)) == 3
    assert result.seed == 41
    assert provenance(result.text)["SEED"] == "41"


def test_no_more_drafts_than_ordered(pipeline: Make, folder: Path) -> None:
    made = pipeline(UNKNOWN, NONSENSE, TONE)

    with pytest.raises(GenerationFailed, match="no draft of 2 passed") as raised:
        list(made.run(order(candidates=2)))

    assert "shell" in raised.value.message
    assert raised.value.hint
    assert files(folder) == []


def test_findings_of_the_chosen_draft_are_told(pipeline: Make) -> None:
    cut_short = Draft(TONE, "length", tokens=100, dropped="4 os")

    events = list(pipeline(cut_short).run(order()))

    (found,) = (event for event in events if isinstance(event, Found))
    assert [finding.code for finding in found.findings] == ["unfinished"]
    assert isinstance(events[-1], Written)
    assert events[-1].result.findings == found.findings


@pytest.mark.parametrize("answer", [LOUD, TWICE_LOUD], ids=["one dac", "two dacs"])
def test_a_loud_patch_is_limited_in_the_file(pipeline: Make, pd: Path, answer: str) -> None:
    result = result_of(pipeline(answer, pd=pd), order())

    assert "clip~" in names(result.text)
    assert peak(result.text, pd) <= 1
    assert load(result.text, pd).is_silent
    assert [f.fixed for f in result.findings if f.code == "sound-too-loud"] == [True]


@pytest.mark.parametrize("answer", [UNKNOWN, QUITS, "1 netsend\n", "1 textfile\n"], ids=repr)
def test_what_the_gate_refuses_is_never_written(pipeline: Make, folder: Path, answer: str) -> None:
    with pytest.raises(GenerationFailed) as raised:
        list(pipeline(answer).run(order()))

    assert raised.value.hint
    assert files(folder) == []


def test_without_pd_the_patch_is_written_untried(pipeline: Make) -> None:
    result = result_of(pipeline(LOUD), order())

    assert not result.is_checked_in_pd
    assert "clip~" not in names(result.text)
    assert result.path.is_file()


def test_the_same_order_gives_the_same_bytes(pipeline: Make, pd: Path, tmp_path: Path) -> None:
    targets = [tmp_path / "one.pd", tmp_path / "two.pd"]

    for target in targets:
        result_of(pipeline(NONSENSE, TWICE_LOUD, pd=pd), order(candidates=2, target=target))

    assert targets[0].read_bytes() == targets[1].read_bytes()


def test_names_are_not_taken_twice(pipeline: Make, folder: Path) -> None:
    made = pipeline(TONE, TONE, TONE)

    paths = [result_of(made, order()).path for _ in range(3)]

    assert [path.name for path in paths] == ["soft-tone.pd", "soft-tone-2.pd", "soft-tone-3.pd"]
    assert files(folder) == sorted(path.name for path in paths)


@pytest.mark.parametrize(
    "prompt",
    ["../../../tmp/x", "/etc/passwd", "..", "日本語 🎹", "'a' \"b\" \\ ; , $1 #X", "x" * 4000],
    ids=lambda prompt: ascii(prompt[:12]),
)
def test_odd_prompts_make_good_files_in_the_folder(
    pipeline: Make, folder: Path, pd: Path, prompt: str
) -> None:
    result = result_of(pipeline(TONE, pd=pd), order(prompt))

    assert result.path.parent == folder
    assert provenance(result.text)["DESCRIPTION"] == spaced(prompt)
    assert load(result.text, pd).is_silent


@pytest.mark.parametrize("prompt", ["", " \n", "x" * 4001, "a\0b"], ids=lambda p: ascii(p[:4]))
def test_a_bad_prompt_is_refused_before_the_model_is_asked(
    pipeline: Make, folder: Path, prompt: str
) -> None:
    made = pipeline()

    with pytest.raises(PromptInvalid):
        list(made.run(order(prompt)))

    assert requests(made) == []
    assert files(folder) == []


@pytest.mark.parametrize("stage", [Drafting, Checking, Found])
def test_a_cancelled_job_writes_nothing(pipeline: Make, folder: Path, stage: type[Event]) -> None:
    seen: list[Event] = []

    def is_cancelled() -> bool:
        return any(isinstance(event, stage) for event in seen)

    with pytest.raises(Cancelled):
        for event in pipeline(TONE).run(order(), cancelled=is_cancelled):
            seen.append(event)

    assert seen
    assert not isinstance(seen[-1], Written)
    assert files(folder) == []


@pytest.mark.parametrize("error", [EngineDied("it died", hint="Again."), Cancelled("stopped")])
def test_what_the_engine_raises_ends_the_job(
    pipeline: Make, folder: Path, error: PatchgenError
) -> None:
    with pytest.raises(type(error)) as raised:
        list(pipeline(NONSENSE, error, TONE).run(order(candidates=3)))

    assert raised.value is error
    assert files(folder) == []


class PatientEngine:
    """Drafts until it is told to stop."""

    def __init__(self) -> None:
        self.has_stopped = threading.Event()

    def generate(
        self,
        request: Request,
        *,
        on_progress: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Draft:
        assert cancelled is not None
        pause = threading.Event()
        while not cancelled():
            pause.wait(0.01)
        self.has_stopped.set()
        raise Cancelled("the job was cancelled")

    def describe(self) -> ModelFacts:
        return FACTS

    def close(self) -> None:
        """Nothing to close."""


def test_the_model_stops_when_nobody_listens_any_more(pipeline: Make) -> None:
    engine = PatientEngine()
    events = pipeline(engine=engine).run(order())
    next(events)

    del events

    assert engine.has_stopped.wait(10)


def test_progress_never_passes_the_end(pipeline: Make) -> None:
    events = list(pipeline(Draft(TONE, "end", tokens=250)).run(order()))

    drafting = [event for event in events if isinstance(event, Drafting)]
    assert [(event.fraction, event.tokens) for event in drafting] == [(0.0, 0), (1.0, 250)]


def test_a_target_that_cannot_be_written_is_told(pipeline: Make, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    before = files(tmp_path)

    with pytest.raises(OutputUnwritable) as raised:
        list(pipeline(TONE).run(order(target=tmp_path / "file" / "patch.pd")))

    assert raised.value.hint
    assert files(tmp_path) == before


def test_a_job_that_fails_leaves_the_old_file(pipeline: Make, tmp_path: Path) -> None:
    target = tmp_path / "patch.pd"
    target.write_text("old", "utf-8")

    with pytest.raises(GenerationFailed):
        list(pipeline(NONSENSE).run(order(target=target)))
    assert target.read_text("utf-8") == "old"
    result_of(pipeline(TONE), order(target=target))

    assert target.read_text("utf-8").startswith("#N canvas")
    assert files(tmp_path) == ["patch.pd"]


@pytest.mark.parametrize(
    "answer",
    [RAW, f"Sure!\n```pd\n{RAW}```\nEnjoy;\n", f"{RAW}#X connect 1 0 2"],
    ids=["bare", "fence", "cut off"],
)
def test_a_model_that_writes_pd_text_is_a_model_like_any_other(
    pipeline: Make, pd: Path, answer: str
) -> None:
    made = pipeline(answer, pd=pd, model="patchgen-v1")

    result = result_of(made, order())

    (request,) = requests(made)
    assert request.constraint_factory is None
    assert Text(PROMPT) in request.prompt
    assert names(result.text)[:3] == ["osc~", "*~", "dac~"]
    assert load(result.text, pd).is_silent
    assert result.model.startswith("patchgen-v1 ")


def test_notation_is_no_answer_of_a_model_that_writes_pd_text(pipeline: Make, folder: Path) -> None:
    with pytest.raises(GenerationFailed, match="no #N canvas record"):
        list(pipeline(TONE, model="patchgen-v1").run(order()))

    assert files(folder) == []


def test_closing_ends_the_engine(pipeline: Make) -> None:
    made = pipeline()

    made.close()

    assert isinstance(made.engine, ScriptedEngine)
    assert made.engine.is_closed


def test_the_result_tells_how_sure_the_model_was_and_what_made_it(pipeline: Make, pd: Path) -> None:
    draft = Draft(TONE, "end", tokens=8, mean_logprob=-0.5)

    result = result_of(pipeline(draft, pd=pd), order())

    assert result.logprob == -4.0
    assert result.sha256 == FACTS.sha256
    assert list(result.versions) == ["patchgen", "llama-cpp-python", "pd"]
    assert "0.5" in result.versions["pd"]


def test_a_job_that_takes_too_long_is_ended(pipeline: Make, folder: Path) -> None:
    engine = PatientEngine()

    with pytest.raises(TookTooLong, match=r"0\.05 s") as raised:
        list(pipeline(engine=engine).run(replace(order(), seconds=0.05)))

    assert "job_seconds" in raised.value.hint
    assert engine.has_stopped.wait(10)
    assert files(folder) == []


def test_a_cancelled_job_is_no_late_job(pipeline: Make) -> None:
    engine = PatientEngine()
    events = pipeline(engine=engine).run(replace(order(), seconds=60), cancelled=lambda: True)

    with pytest.raises(Cancelled):
        list(events)
