"""Questions about numbers, and the box that bangs on a yes."""

from patchgen_training.skills.logic_watch import Question, Value, bang_on_yes
from patchgen_training.skills.sketch import Sketch


def asked(body: str) -> str:
    """The patch that bangs when a number passes one test."""
    sketch = Sketch()
    number = Value(sketch.add("number"), ("a number",), 0, 127, True)
    test = Question(sketch.add(body, number.box), ("so",), (1, 1), (0, 0))
    bang_on_yes(sketch, number, test)
    return sketch.text()


def test_one_certain_number_needs_no_comparison() -> None:
    assert asked("== 5") == "1 number\n2 sel 5 < 1\n"


def test_a_threshold_is_compared_first() -> None:
    assert asked("> 5") == "1 number\n2 > 5 < 1\n3 sel 1 < 2\n"
