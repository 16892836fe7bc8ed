"""The benchmark's prompts stay out of the training data."""

import pytest

from patchgen_training.evaluation.apart import is_held_out
from patchgen_training.evaluation.benchmark import TASKS

PROMPT = (
    "Create a Pure Data patch that adds 10 and 20 when a bang is triggered and prints the result"
)


@pytest.mark.parametrize(
    "text",
    [
        PROMPT,
        "i need a pd patch which adds 10 and 20 when a bang is triggered, and prints the result!",
        PROMPT + ", with a volume slider",
    ],
)
def test_a_task_is_known_in_any_frame(text: str) -> None:
    assert is_held_out(text)


@pytest.mark.parametrize(
    "text",
    [
        PROMPT.replace("20", "21"),
        "Create a Pure Data patch that adds two numbers",
        "a sine at 440 Hz",
        "",
    ],
)
def test_other_requests_may_be_learned(text: str) -> None:
    assert not is_held_out(text)


def test_every_task_is_held_out() -> None:
    assert all(is_held_out(task.prompt) for task in TASKS)
