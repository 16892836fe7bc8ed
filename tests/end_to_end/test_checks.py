"""The checks themselves: a good patch passes, a near miss does not."""

from contextlib import suppress

import pytest

from end_to_end.player import Player
from end_to_end.readme_prompts import TASKS, Task
from patchgen.domains.patch.codec import decode
from patchgen.headless.engine import find_pd

NAMES = [task.check.__name__ for task in TASKS]


@pytest.mark.parametrize("task", TASKS, ids=NAMES)
def test_a_patch_that_does_it_passes(task: Task) -> None:
    assert task.check(Player(decode(task.good), find_pd()))


@pytest.mark.parametrize("task", TASKS, ids=NAMES)
def test_a_patch_that_nearly_does_it_fails(task: Task) -> None:
    with suppress(LookupError):  # A control that the prompt asks for may be missing.
        assert not task.check(Player(decode(task.bad), find_pd()))
