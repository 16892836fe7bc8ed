"""What an engine is: the request it takes, the draft it gives, the protocol all engines follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

StopReason = Literal["end", "length", "stuck"]
"""end: the model or the constraint closed the text; length: no tokens left; stuck: dead end."""


class Constraint(Protocol):
    """What the output may be, as questions about its beginning.

    All three are functions of the text alone. They are asked in any order, also about shorter
    texts than before, so an implementation may remember work but never its last answer. The set
    of texts it allows must be closed under prefixes: when `allows("ab")`, then `allows("a")`.
    """

    def allows(self, text: str) -> bool:
        """May the output begin with `text`?"""
        ...

    def may_end(self, text: str) -> bool:
        """Is `text` a whole answer?"""
        ...

    def must_end(self, text: str) -> bool:
        """Can nothing follow `text`?"""
        ...


ConstraintFactory = Callable[[], Constraint]
"""A class or function at the top of a module (or `functools.partial` of one): it travels to the
worker process by its name and makes the constraint there."""


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text of a prompt; whatever it holds, it never becomes a control token."""

    text: str


@dataclass(frozen=True, slots=True)
class Control:
    """A control token of the model, by the name its vocabulary gives it: `<|prompt|>`."""

    name: str


Piece = Text | Control


@dataclass(frozen=True, slots=True)
class Sampling:
    """How tokens are drawn: first the cuts on the model's own distribution, then temperature."""

    temperature: float = 0.8
    """0 takes the likeliest token every time."""
    top_k: int = 40
    """Only the k likeliest tokens; 0 means all."""
    top_p: float = 0.95
    """Only the likeliest tokens that together reach this probability; 1 means all."""
    min_p: float = 0.05
    """Only tokens at least this likely in proportion to the likeliest; 0 means all."""
    seed: int = 0
    max_tokens: int = 1024


@dataclass(frozen=True, slots=True)
class Request:
    """One job for an engine: the prompt in pieces, how to sample, what the answer may be."""

    prompt: tuple[Piece, ...]
    sampling: Sampling = field(default_factory=Sampling)
    constraint_factory: ConstraintFactory | None = None
    beginning: str = ""
    """Text that the answer begins with; the model goes on from there."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the model wrote."""

    text: str
    """The whole answer, with the beginning that it was given."""
    stop_reason: StopReason
    tokens: int = 0
    """Tokens that the model wrote, those of `dropped` included."""
    seconds: float = 0.0
    rejected: int = 0
    """Sampled tokens that the constraint refused."""
    undone: int = 0
    """Tokens taken back because nothing could follow them."""
    dropped: str = ""
    """The unfinished end that was cut from a constrained text so that it is a whole answer."""
    mean_logprob: float = 0.0
    """Mean natural logarithm of the chosen tokens' probabilities, unconstrained, temperature 1."""

    @property
    def logprob(self) -> float:
        """Natural logarithm of the probability that the model gives to the whole draft."""
        return self.mean_logprob * self.tokens


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What a loaded model says about itself."""

    name: str
    architecture: str
    parameters: int
    vocabulary: int
    """Number of tokens."""
    trained_context: int
    """Tokens it saw at once in training."""
    context: int
    """Tokens it is given here, prompt and answer together."""
    gpu_layers: int
    """Layers given to a graphics card; -1 means all."""
    chat_template: str = ""
    sha256: str = ""
    """Of the file: names the model in the history and in patches."""


class Engine(Protocol):
    """Something that writes: a model in a worker process, a server far away, a list of answers."""

    def generate(
        self,
        request: Request,
        *,
        on_progress: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Draft:
        """Write one draft. `on_progress` gets the tokens so far; `cancelled` is asked often."""
        ...

    def describe(self) -> ModelFacts:
        """Facts about the model, which is loaded when it is not yet."""
        ...

    def close(self) -> None:
        """Give back memory and processes; a later `generate` starts anew."""
        ...
