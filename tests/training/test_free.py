"""The engine that the constraint is measured against."""

from patchgen.engine.base import Request, Text
from patchgen.engine.scripted import ScriptedEngine
from patchgen_training.evaluation.free import FreeEngine


class Nothing:
    """Allows no text at all."""

    def allows(self, text: str) -> bool:
        return False

    def may_end(self, text: str) -> bool:
        return False

    def must_end(self, text: str) -> bool:
        return False


def test_what_a_constraint_forbids_is_written() -> None:
    scripted = ScriptedEngine(["1 nonsense < 9\n"])
    request = Request((Text("a prompt"),), constraint_factory=Nothing)

    draft = FreeEngine(scripted).generate(request)

    assert draft.text == "1 nonsense < 9\n"
    assert scripted.requests[-1].constraint_factory is None
