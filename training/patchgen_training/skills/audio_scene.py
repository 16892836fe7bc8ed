"""Requests written as whole sentences: templates with values, and a level at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.audio_levels import LEVELS
from patchgen_training.skills.audio_part import SLIDER_WORDS, Chain, Part
from patchgen_training.skills.audio_units import articled
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Wording, ask, that, thing
from patchgen_training.skills.expect_audio import Bypass, Holds, Sound, Trial, heard, level, sound
from patchgen_training.skills.sketch import Handle

Fill = Callable[[], str]
Templates = Sequence[str]
Check = Callable[[Sound], bool]
FRAMES = (
    "how do I make {s}?", "how do i build {s}", "can you make {s}?", "I need {s}", "i want {s}", "give me {s}",
    "{s} please", "need {s}", "I'd like {s}", "looking for {s}", "show me {s}", "{s}", "could you do {s}?",
)  # fmt: skip


class Scene(Chain):
    """A chain whose words are templates, tried by playing it and listening."""

    def mix(self, *signals: Handle) -> Handle:
        """The sum of two signals, or more."""
        total = signals[0]
        for other in signals[1:]:
            total = self.add("+~", total, self.into(1, other))
        return total


def filled(draw: Draw, template: str, values: dict[str, Fill]) -> str:
    """The template with each value spelled afresh."""
    text = template.replace("{knob}", draw.one(SLIDER_WORDS))
    for name, value in values.items():
        while "{" + name + "}" in text:
            text = text.replace("{" + name + "}", value(), 1)
    return articled(text)


def with_level(draw: Draw, text: str, part: Part | None, is_clause: bool) -> str:
    """The sentence with the level said at its end."""
    if part is None:
        return text
    mark = text[-1] if text.endswith(("?", "!")) else ""
    body = text.removesuffix(mark) if mark else text
    if is_clause and draw.chance(0.4):
        return f"{body} and {draw.one(part.does)}{mark}"
    join = " and " if " with " in body and draw.chance(0.7) else ", with " if " with " in body else " with "
    return f"{body}{join}{draw.one(part.having)}{mark}"


def wordings(
    draw: Draw, does: Templates, nouns: Templates, asks: Templates, values: dict[str, Fill], part: Part | None
) -> list[Wording]:
    """Up to four clauses, three nouns and four sentences."""
    made: list[Wording] = []
    for template in draw.some(does, 4):
        made.append(that(with_level(draw, filled(draw, template, values), part, True)))
    for template in draw.some(nouns, 3):
        made.append(thing(with_level(draw, filled(draw, template, values), part, False)))
    framed = [draw.one(FRAMES).replace("{s}", template) for template in draw.some(nouns, 2)]
    for template in draw.some([*asks, *framed], 4):
        made.append(ask(with_level(draw, filled(draw, template, values), part, False)))
    return made


def finish(
    scene: Chain, does: Templates, nouns: Templates, asks: Templates = (), *, levels: Sequence[str] = ("unsaid", "unsaid", "volume"),
    check: Trial | None = None, values: dict[str, Fill] | None = None, **more: Fill,
) -> Example:  # fmt: skip
    """Adds the level and the output. `check` replaces the trial of the controls."""
    part = LEVELS[scene.draw.one(levels)](scene)
    scene.output()
    text = scene.sketch.text()
    chosen = heard(text, check, []) if check else scene.trial()
    return Example(
        wordings(scene.draw, does, nouns, asks, {**(values or {}), **more}, part), text, chosen.holds, chosen.feeds, seconds=chosen.seconds
    )


def played(feeds: Sequence[tuple[float, Handle, str]], check: Check, seconds: float, before: float = 0.0) -> Trial:
    """Feeds at times in seconds, then a check on what is heard; nothing may be heard `before` a time."""

    def holds(observation: Observation) -> bool:
        everything = sound(observation)
        if float(abs(everything).max()) > 1.0 or (before and level(sound(observation, 0, before - 0.003)) > 1e-4):
            return False
        return check(everything)

    return Trial([Feed(1000 * at, box, message) for at, box, message in feeds], seconds, holds)


__all__ = ["Bypass", "Holds", "Scene", "filled", "finish", "played", "with_level", "wordings"]
