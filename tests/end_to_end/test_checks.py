"""The checks themselves: a good patch passes, a near miss does not."""

import pytest

from patchgen.domains.patch.codec import decode
from patchgen.headless.engine import find_pd
from tests.end_to_end.player import Player
from tests.end_to_end.readme_prompts import TASKS, Task

NAMES = [task.check.__name__ for task in TASKS]


@pytest.mark.parametrize("task", TASKS, ids=NAMES)
def test_a_patch_that_does_it_passes(task: Task) -> None:
    assert task.check(Player(decode(task.good), find_pd()))


@pytest.mark.parametrize("task", TASKS, ids=NAMES)
def test_a_patch_that_nearly_does_it_fails(task: Task) -> None:
    try:
        assert not task.check(Player(decode(task.bad), find_pd()))
    except LookupError:
        pass  # A control that the prompt asks for is missing.
