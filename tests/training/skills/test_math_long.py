"""Long requests keep the number, the calculation and the place of the result."""

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import ask, that
from patchgen_training.skills.math_long import aside, illustrated
from patchgen_training.skills.math_operations import WITH_CONSTANT
from patchgen_training.skills.math_unary import unary
from patchgen_training.skills.time_words import NUMBER_WORDS


def test_every_wording_of_a_constant_operation_names_the_constant() -> None:
    for seed in range(30):
        made = unary([WITH_CONSTANT["subtract"]], Draw(seed))

        constant = made.patch.split(" - ")[1].split(" ")[0]
        is_spelled = int(constant) < len(NUMBER_WORDS)
        named = (constant, NUMBER_WORDS[int(constant)] if is_spelled else constant)
        assert all(any(name in wording.text for name in named) for wording in made.wordings)


def test_an_aside_leaves_the_request_whole() -> None:
    request = "square a number, print it"

    spoken = {aside(Draw(seed), request) for seed in range(60)}

    assert request in spoken
    assert len(spoken) > 5
    assert all(request in text for text in spoken)


def test_an_example_gives_what_goes_in_and_what_comes_out() -> None:
    words = [that("squares a number")]

    shown = illustrated(Draw(1), words, lambda x: x * x, [5], chance=1)

    assert "5" in shown[0].text
    assert "25" in shown[0].text


def test_a_question_and_a_click_get_no_example() -> None:
    words = [
        ask("what is the square of a number?"),
        that("squares a number when a button is clicked"),
    ]

    assert list(illustrated(Draw(1), words, lambda x: x * x, [5], chance=1)) == words
