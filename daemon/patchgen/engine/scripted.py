"""An engine that answers from a list: for tests of everything above this floor."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from patchgen.engine.base import Draft, ModelFacts, Request
from patchgen.errors import Cancelled, PatchgenError

FACTS = ModelFacts(
    name="scripted",
    architecture="list",
    parameters=0,
    vocabulary=0,
    trained_context=2048,
    context=2048,
    gpu_layers=0,
    sha256="0" * 64,
)


class ScriptedEngine:
    """Gives its answers in order; an answer that is an error is raised, a draft given as it is."""

    def __init__(self, answers: Iterable[str | Draft | PatchgenError]) -> None:
        """The answers, one for each call of `generate`."""
        self._answers = iter(answers)
        self.requests: list[Request] = []
        self.is_closed = False

    def generate(
        self,
        request: Request,
        *,
        on_progress: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Draft:
        """The next answer; each line counts as one token."""
        self.requests.append(request)
        answer = next(self._answers, None)
        assert answer is not None, "the script has no answer left"
        if cancelled is not None and cancelled():
            raise Cancelled("the job was cancelled")
        if isinstance(answer, PatchgenError):
            raise answer
        if isinstance(answer, str):
            text = request.beginning + answer
            answer = Draft(text, "end", tokens=len(answer.splitlines()))
        if on_progress is not None:
            on_progress(answer.tokens)
        return answer

    def describe(self) -> ModelFacts:
        """Facts about a model that does not exist."""
        return FACTS

    def close(self) -> None:
        """Remember that it was closed."""
        self.is_closed = True
