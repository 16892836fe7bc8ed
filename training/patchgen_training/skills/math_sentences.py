"""Sentences that ask for a calculation, from the words of its task, input and output."""

from __future__ import annotations

from typing import Protocol

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.math_verbs import PRONOUNS, inflect, possessive

GENERIC = (
    "~calculate", "~compute", "~find", "~calculate", "~work out", "~determine", "~evaluate", "~get", "~take",
    "~compute", "~calculate",
)
THEN = (" and ", ", then ", " and then ", " and ", ", and ")
OPENERS = (
    "i need to {}", "how do i {}?", "how can I {}", "please {}", "i want to {}", "can you {}?", "{}",
    "{} please", "let me {}", "i would like to {}", "help me {}", "something to {}", "pls {}", "{}, in pd",
    "patch to {}", "a way to {}", "we need to {}", "Could you make something to {}?", "it should {}",
)
MAKERS = ("a patch for {}", "a small patch {}", "a tool for {}", "a patch {}", "a calculator for {}")
TAKES = ("~take", "~take", "~read", "~accept", "~get", "~receive", "~use")


class Asked(Protocol):
    """The words of a task: `{x}` stands for its input, or for all of its inputs."""

    @property
    def nouns(self) -> tuple[str, ...]: ...
    @property
    def verbs(self) -> tuple[str, ...]: ...
    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def is_single(self) -> bool: ...


class Given(Protocol):
    """The words of an input."""

    @property
    def nouns(self) -> tuple[str, ...]: ...
    @property
    def taken(self) -> tuple[str, ...]: ...
    @property
    def whens(self) -> tuple[str, ...]: ...
    @property
    def pronoun(self) -> str: ...


class Delivered(Protocol):
    """The words of an output."""

    @property
    def ends(self) -> tuple[str, ...]: ...
    @property
    def heads(self) -> tuple[str, ...]: ...
    @property
    def tails(self) -> tuple[str, ...]: ...
    @property
    def passives(self) -> tuple[str, ...]: ...
    @property
    def wishes(self) -> tuple[str, ...]: ...


def act(draw: Draw, task: Asked, x: str) -> str:
    """`~square a number` or `~calculate the square of a number`."""
    use_noun = bool(task.nouns) and (not task.verbs or draw.chance(0.6))
    if use_noun:
        return f"{draw.one(GENERIC)} {result(draw, task, x)}"
    return draw.one(task.verbs).replace("{x}", x)


def result(draw: Draw, task: Asked, x: str) -> str:
    """`the square of a number`, or `its square` where x is it."""
    noun = draw.one(task.nouns)
    if x in PRONOUNS:
        return possessive(noun, PRONOUNS[x]) or noun.replace("{x}", x)
    return noun.replace("{x}", x)


def placed(draw: Draw, clause: str, when: str, fronted: float = 0.25) -> str:
    """The clause with its moment after it, or before it with the chance `fronted`."""
    if not when:
        return clause
    if draw.chance(fronted) and not when.startswith(("with", "but", "only", "triggered")):
        return f"{when}, {clause}"
    return f"{clause} {when}"


def plain_clause(
    draw: Draw, task: Asked, source: Given, output: Delivered, fronted: float = 0.25
) -> str:
    """`~calculate the square of a number and ~display the result`."""
    moment = draw.one(source.whens)
    clause = placed(draw, act(draw, task, draw.one(source.nouns)), moment, fronted)
    end = draw.one(output.ends)
    return clause + draw.one(THEN) + end if end else clause


def taking_clause(draw: Draw, task: Asked, source: Given, output: Delivered) -> str:
    """`~take a number as input, ~calculate its square, and ~display the result`."""
    end = draw.one(output.ends)
    middle = placed(draw, act(draw, task, source.pronoun), draw.one(source.whens))
    first = f"{draw.one(TAKES)} {draw.one(source.taken)}"
    if end:
        return f"{first}, {middle}{draw.one((', and ', ' and ', ', then '))}{end}"
    return f"{first} and {middle}"


def showing_clause(
    draw: Draw, task: Asked, source: Given, output: Delivered, fronted: float = 0.25
) -> str:
    """`~display the square of a number`."""
    noun = result(draw, task, draw.one(source.nouns))
    return placed(draw, draw.one(output.heads).replace("{r}", noun), draw.one(source.whens), fronted)


def noun_phrase(draw: Draw, task: Asked, source: Given, output: Delivered) -> str:
    """`a cube root calculator with the result printed`."""
    tail = draw.one(output.tails)
    x, when = draw.one(source.nouns), draw.one(source.whens)
    name = draw.one(task.names)
    head = draw.one((
        f"{name} of {x}", f"a calculator for {name} of {x}", f"{name} applied to {x}",
        inflect(draw.one(MAKERS).format(act(draw, task, x).replace("first ", "")), "gerund"),
    ))
    if task.is_single and draw.chance(0.3):
        head = f"{x} with {name} applied"
    head = placed(draw, head, when, 0)
    return f"{head}, {tail}" if tail else head


def speech(draw: Draw, task: Asked, source: Given, output: Delivered) -> str:
    """A half sentence or question."""
    tail, x = draw.one(output.tails), draw.one(source.nouns)
    when = draw.one(source.whens)
    name = draw.one(task.names)
    lines = [
        draw.one(OPENERS).format(inflect(plain_clause(draw, task, source, output, 0), "base")),
        draw.one(OPENERS).format(inflect(plain_clause(draw, task, source, output, 0), "base")),
        joined(x, name, when, tail),
        joined(f"{x} in, {name} out" if not x[0].isdigit() else f"{name} of {x}", when, tail),
        joined(f"{name} of {x}", when, tail),
        joined(inflect(act(draw, task, x), "base") + (f" {when}" if when else ""), tail),
    ]
    if task.nouns:
        noun = result(draw, task, x)
        lines += [
            joined(f"what is {noun}?", when, tail),
            joined(f"i want {noun}" + (f" {when}" if when else ""), tail),
            joined(f"need {noun}", when, tail),
            draw.one(OPENERS).format(inflect(showing_clause(draw, task, source, output, 0), "base")),
        ]
    return draw.one(lines)


def joined(*parts: str) -> str:
    """The parts that are not empty, with commas between."""
    return ", ".join(part for part in parts if part).replace("?,", "?")
