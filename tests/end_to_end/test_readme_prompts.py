"""The bundled model on the readme's prompts: clean always, right most of the time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from patchgen import app
from patchgen.config import Settings
from patchgen.findings import Severity
from patchgen.headless.engine import find_pd
from patchgen.headless.load import load
from patchgen.lint.gate import gate
from patchgen.lint.runner import lint_text
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pipeline.run import Pipeline
from patchgen.pipeline.steps import Order, Result, Written
from patchgen_training.evaluation.task import Task, does_it
from patchgen_training.evaluation.tasks.readme import TASKS

RIGHT_AT_LEAST = 6
NAMES = [task.name for task in TASKS]


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pipeline]:
    """The bundled model at default settings."""
    made = app.build(Settings(output_folder=tmp_path_factory.mktemp("patches")))
    yield made
    made.close()


@dataclass
class Answers:
    """Each prompt is drafted once, whoever asks first."""

    pipeline: Pipeline
    made: dict[str, Result]

    def to(self, task: Task) -> Result:
        if task.name not in self.made:
            settings = Settings()
            order = Order(task.prompt, app.sampling(settings, 0), settings.candidates)
            *_, last = self.pipeline.run(order)
            assert isinstance(last, Written)
            self.made[task.name] = last.result
        return self.made[task.name]


@pytest.fixture(scope="module")
def answers(pipeline: Pipeline) -> Answers:
    return Answers(pipeline, {})


@pytest.mark.parametrize("task", TASKS, ids=NAMES)
def test_every_prompt_gives_a_clean_patch(task: Task, answers: Answers) -> None:
    text = answers.to(task).path.read_text(encoding="utf-8")

    assert not [f for f in lint_text(text) if f.severity is Severity.ERROR]
    assert not gate(parse(text))
    assert load(text, find_pd()).is_silent


def test_most_prompts_are_answered_by_a_patch_that_does_it(
    answers: Answers, capsys: pytest.CaptureFixture[str]
) -> None:
    right = [task.name for task in TASKS if does_it(task, canvas_of(answers.to(task)), find_pd())]

    with capsys.disabled():
        print(f"\n{len(right)} of {len(TASKS)} readme prompts do what they say: {', '.join(right)}")
    assert len(right) >= RIGHT_AT_LEAST


def canvas_of(result: Result) -> Canvas:
    return parse(result.path.read_text(encoding="utf-8"))


def test_the_same_seed_gives_the_same_bytes(pipeline: Pipeline, answers: Answers) -> None:
    settings = Settings()
    order = Order(TASKS[0].prompt, app.sampling(settings, 0), settings.candidates)
    *_, last = pipeline.run(order)

    assert isinstance(last, Written)
    assert last.result.text == answers.to(TASKS[0]).text
