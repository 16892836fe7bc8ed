"""Skills: two or three effects in a row whose order the sentence says: first, then, after, before, into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from patchgen_training.skills.audio_chains import ALL, LAST
from patchgen_training.skills.audio_levels import LEVELS
from patchgen_training.skills.audio_part import Chain, Part
from patchgen_training.skills.audio_sources import microphone, noise, tone
from patchgen_training.skills.audio_wording import MAKES, TAKES, base, enumerated
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill, Wording, ask, that, thing
from patchgen_training.skills.expect_audio import moves
from patchgen_training.skills.sequence_phrase import OUTPUTS, spoken_aside, tidy

FILTERS = ("low-pass", "high-pass", "band-pass", "low-pass-slider")
SHAPES = ("distortion", "overdrive", "crush", "ring", "tremolo", "clip")
SPACES = ("echo-plain", "echo", "delay", "reverb", "chorus", "flanger", "phaser")
GROUPS = {"filter": FILTERS, "shape": SHAPES, "space": SPACES}


class Order:
    """Sentences about a source and its effects in order."""

    def __init__(self, chain: Chain, level: Part | None, live: bool) -> None:
        assert chain.source is not None
        self.draw, self.source, self.parts, self.level, self.live = chain.draw, chain.source, chain.parts, level, live

    def noun(self, index: int) -> str:
        """An effect."""
        return self.draw.one(self.parts[index].through)

    def sound(self) -> str:
        """The source."""
        return self.draw.one(self.source.through)

    def ended(self, text: str) -> str:
        """With the level, or where the sound goes."""
        if self.level is not None:
            return f"{text} and {self.draw.one(self.level.does)}" if self.draw.chance(0.4) else f"{text}{', with ' if ' with ' in text else ' with '}{self.draw.one(self.level.having)}"
        return text + (self.draw.one(OUTPUTS) if self.draw.chance(0.3) else "")

    def steps(self) -> str:
        """First ..., then ..., and finally ..."""
        verb = self.draw.one(TAKES if self.live else MAKES)
        does = [self.draw.one(part.does) for part in self.parts]
        if len(does) == 2:
            tail = self.draw.one((", first {} and then {}", ", {}, and then {}", ", {} first and {} after that", ", {} and only then {}", ", {} and afterwards {}", ", {}, then {}"))
            return f"{verb} {self.sound()}{tail.format(*does)}"
        tail = self.draw.one((", first {}, then {} and finally {}", ", {}, then {}, and at the end {}", ", {}, {} and finally {}", ", first {}, second {} and third {}"))
        return f"{verb} {self.sound()}{tail.format(*does)}"

    def sent(self) -> str:
        """Through one, then through the other."""
        nouns = [self.noun(i) for i in range(len(self.parts))]
        verb = self.draw.one(("sends", "runs", "passes", "feeds"))
        if len(nouns) == 3:
            return f"{verb} {self.sound()} through " + self.draw.one(("{}, then {} and finally {}", "{}, followed by {} and {}", "a chain of {}, {} and {} in this order", "{}, {} and {}, in this order")).format(*nouns)
        one, two = nouns
        return self.draw.one((
            f"{verb} {self.sound()} through {one}, followed by {two}", f"{verb} {self.sound()} through {one} and then through {two}", f"{verb} {self.sound()} first through {one} and then through {two}", f"{verb} {self.sound()} through {one} before it goes through {two}",
            f"puts {one} and, after it, {two} on {self.sound()}", f"{verb} {self.sound()} through {two}, but only after {one}", f"applies {two} to {self.sound()} after {one}", f"processes {self.sound()} with {one} and sends the result through {two}",
            f"puts {one} in front of {two} and {verb} {self.sound()} through both", f"{verb} {self.sound()} into {one} whose output goes into {two}"))

    def row(self) -> str:
        """As a noun phrase."""
        nouns = [self.noun(i) for i in range(len(self.parts))]
        join = self.draw.one((" into ", " followed by ", ", then ", " and then "))
        return f"{self.sound()} through {join.join(nouns)}" if self.draw.chance(0.6) else f"an effect chain for {self.sound()}: {', then '.join(nouns)}"

    def wish(self) -> str:
        """An order or a plea."""
        nouns = [self.noun(i) for i in range(len(self.parts))]
        if self.draw.chance(0.5):
            first, rest = base(self.sent()), ""
            return self.draw.one(("{}", "please {}", "How do I {}?", "can you {}?", "I want to {}")).format(first + rest)
        rest = enumerated([f"then {noun}" for noun in nouns[1:]]).replace(" and then ", " then ")
        return self.draw.one((f"{self.sound()} with {nouns[0]} first, {rest}", f"I want {nouns[0]} first and {rest} on {self.sound()}", f"{nouns[0]}, {rest}, for {self.sound()}", f"put {nouns[0]} before {nouns[1]} on {self.sound()}" if len(nouns) == 2 else f"{nouns[0]}, {rest} on {self.sound()}"))

    def terse(self) -> str:
        """Catchwords with arrows."""
        words = [self.draw.one(part.short) for part in (self.source, *self.parts)]
        return self.draw.one((" -> ", " > ", " into ", " => ")).join(words) + (f", {self.draw.one(self.level.short)}" if self.level is not None else "")

    def wordings(self) -> list[Wording]:
        """A mix of them."""
        made = [that(tidy(self.ended(self.steps()))) for _ in range(4)] + [that(tidy(self.ended(self.sent()))) for _ in range(3)]
        made += [thing(tidy(self.ended(self.row()))) for _ in range(2)] if self.level is None else [thing(tidy(f"{self.row()}, with {self.draw.one(self.level.having)}"))]
        plain = self.level is None
        made += [ask(tidy(self.terse())), *([ask(tidy(self.wish())), ask(tidy(self.wish())), ask(spoken_aside(self.draw, tidy(self.wish())))] if plain else [])]
        return made


def ordered(names: Sequence[str], draw: Draw) -> Example:
    """The stages in this order."""
    live = draw.chance(0.5)
    chain = microphone(draw) if live else tone(draw, ("sawtooth", "square", "triangle"), ("fixed", "fixed", "steady")) if draw.chance(0.6) else noise(draw, ("white", "pink"))
    for name in names:
        chain.parts.append(ALL[name](chain))
    if chain.oscillator and chain.steps:
        chain.steps = [replace(step, shows=moves) if step.control < chain.oscillator else step for step in chain.steps]
    level = LEVELS[draw.one(("unsaid", "unsaid", "unsaid", "volume", "volume", "switch"))](chain)
    order = Order(chain, level, "adc~" in chain.sketch.text())
    chain.output()
    chosen = chain.trial()
    return Example(order.wordings(), chain.sketch.text(), chosen.holds, chosen.feeds, seconds=chosen.seconds)


def groups(*kinds: str) -> Skill:
    """The skill of one effect from each group; both orders of two groups are two skills with the same sentences."""

    def make(draw: Draw) -> Example:
        names: list[str] = []
        for kind in kinds:
            names.append(draw.one([name for name in GROUPS[kind] if name not in names and name not in LAST]))
        return ordered(names, draw)

    return make


SKILLS: dict[str, Skill] = {
    "filter-then-space": groups("filter", "space"), "space-then-filter": groups("space", "filter"), "shape-then-filter": groups("shape", "filter"), "filter-then-shape": groups("filter", "shape"),
    "shape-then-space": groups("shape", "space"), "space-then-shape": groups("space", "shape"), "filter-shape-space": groups("filter", "shape", "space"), "shape-filter-space": groups("shape", "filter", "space"),
}  # fmt: skip
CORE: tuple[str, ...] = ("effect_order/filter-then-space", "effect_order/shape-then-filter", "effect_order/shape-then-space", "effect_order/filter-then-shape", "effect_order/shape-filter-space")
