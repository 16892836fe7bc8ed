"""The order of the words is the order of the boxes."""

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.plain_order import BACKWARD, spoken_steps, steps_of


def test_a_backward_sentence_names_the_last_step_first() -> None:
    steps = steps_of(Draw(3), ["add", "multiply"])

    text = spoken_steps(Draw(3), BACKWARD[0], steps)

    assert text.index("~") == 0
    assert "after" in text
    assert text.index("{x}") < text.index("after")


def test_a_forward_sentence_names_the_first_step_first() -> None:
    steps = steps_of(Draw(3), ["subtract", "divide"])

    text = spoken_steps(Draw(3), "{0}, then {1}", steps)

    first, second = text.split(", then ")
    assert "{x}" in first
    assert "divide" in second
