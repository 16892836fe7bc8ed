"""The benchmark's checks themselves: good patches pass, near misses do not."""

from collections import Counter

import pytest

from patchgen.headless.engine import find_pd
from patchgen_training.evaluation.benchmark import TASKS, TIERS
from patchgen_training.evaluation.task import Task
from patchgen_training.evaluation.verify import mistakes


@pytest.mark.parametrize("task", TASKS, ids=[task.name for task in TASKS])
def test_good_patches_pass_and_near_misses_fail(task: Task) -> None:
    assert list(mistakes(task, find_pd())) == []


def test_every_task_can_be_told_from_the_others_and_can_fail() -> None:
    assert not [name for name, count in Counter(t.name for t in TASKS).items() if count > 1]
    assert not [text for text, count in Counter(t.prompt for t in TASKS).items() if count > 1]
    assert all(task.good and task.bad and task.tier in TIERS for task in TASKS)
