"""Skills: two effects in a row on one source, with the parameters of both on controls or named."""

from __future__ import annotations

from dataclasses import replace

from patchgen_training.skills.audio_effects_echoes import EFFECTS as ECHOES
from patchgen_training.skills.audio_effects_grammar import skill
from patchgen_training.skills.audio_effects_request import Effect, Request
from patchgen_training.skills.audio_effects_sources import FULL, TIMED
from patchgen_training.skills.audio_filters_banks import EFFECTS as FILTERS
from patchgen_training.skills.audio_modulation_motion import EFFECTS as MOTIONS
from patchgen_training.skills.audio_modulation_shapes import EFFECTS as SHAPES
from patchgen_training.skills.audio_modulation_shapes import VOICED
from patchgen_training.skills.audio_units import an
from patchgen_training.skills.audio_units_knob import Knob
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import Sound, level
from patchgen_training.skills.sequence_phrase import widened

ALL: dict[str, Effect] = {**ECHOES, **FILTERS, **MOTIONS, **SHAPES}
VAGUE = ("rate", "speed", "depth", "amount", "intensity", "time", "delay", "LFO rate", "LFO speed", "modulation depth", "delay time", "delay length", "frequency", "level")
"""Words that two effects may share, so they are said with the effect's name."""
CALLED = {"low-pass": "filter", "high-pass": "filter", "band-pass": "filter", "resonant": "filter", "bit-crusher": "bitcrusher", "pitch-shifter": "shifter", "tape-delay": "echo", "ping-pong": "echo", "auto-pan": "pan"}
COLOURS = ("distortion", "overdrive", "bit-crusher", "folder")
AND = ("{a} and {b}", "{a} and then {b}", "{a} followed by {b}", "{a} into {b}", "{a}, then {b}")
DOES = (
    "runs {s} through {p}", "puts {p} on {s}", "sends {s} through {p}", "adds {p} to {s}", "applies {p} to {s}", "processes {s} with {p}", "passes {s} through {p}", "uses {p} on {s}",
)  # fmt: skip


def is_other(dry: Sound, wet: Sound) -> bool:
    """The two differ by more than a hundredth."""
    return level(wet - dry) > 0.01 * level(wet)


def named(name: str, knob: Knob) -> Knob:
    """The parameter with the effect's name before vague words."""
    called = CALLED.get(name, name.split("-")[0])
    words = tuple((f"{called}_{label}" if label in VAGUE else label, tuple(f"{called} {way}" if way in VAGUE else way for way in ways)) for label, ways in knob.words)
    return replace(knob, words=words, nouns=(), does=(), moods=(), check=is_other, boxed=False)


def joined(one: str, two: str) -> Effect:
    """Both as one effect; parameters that both have belong to the first, and neither is mixed with the dry sound."""
    first, second = ALL[one], ALL[two]
    knobs = {key: named(name, knob) for name, effect in ((two, second), (one, first)) for key, knob in effect.knobs.items() if key != "mix"}

    def build(request: Request) -> None:
        first.build(request)
        second.build(request)

    def article(noun: str) -> str:
        return noun.removeprefix("~") if noun.startswith("~") else an(noun)

    pairs = [(article(a), article(b)) for a in first.nouns if "{" not in a for b in second.nouns if "{" not in b]
    nouns = tuple("~" + AND[i % len(AND)].format(a=a, b=b) for i, (a, b) in enumerate(pairs))
    does = tuple(DOES[i % len(DOES)].replace("{p}", noun.removeprefix("~")) for i, noun in enumerate(nouns))
    chained = tuple(f"{a} and puts {article(b)} on it" for a in first.does if "{m}" not in a for b in second.nouns[:3])
    shorts = tuple(f"{a} {join} {b}" for a in first.shorts[:3] for b in second.shorts[:3] for join in ("+", ">", "and", "->"))
    return Effect(nouns, does + chained, shorts, build, knobs, (), VOICED if one in COLOURS or two in COLOURS else TIMED if two in ECHOES else FULL, contrast=is_other, seconds=max(first.seconds, second.seconds), can_bypass=False)


def clashing(one: str, two: str) -> bool:
    """Whether a parameter would belong to both."""
    return bool((set(ALL[one].knobs) & set(ALL[two].knobs)) - {"mix"})


def pairs(ones: tuple[str, ...], twos: tuple[str, ...]) -> Skill:
    """One effect of each list."""
    made = [(one, two) for one in ones for two in twos if one != two and not clashing(one, two)]

    def make(draw: Draw) -> Example:
        return skill(joined(*draw.one(made)))(draw)

    return make


SPACES = ("echo", "reverb", "tape-delay", "slapback")
PASSES = ("low-pass", "high-pass", "band-pass", "resonant")
MOVES = ("tremolo", "chorus", "flanger", "phaser", "ring", "vibrato")
SKILLS: dict[str, Skill] = widened({
    "colour-then-space": pairs(COLOURS, SPACES), "filter-then-space": pairs(PASSES, ("echo", "reverb", "slapback")), "motion-then-space": pairs(tuple(name for name in MOVES if name != "flanger"), ("echo", "reverb")),
    "colour-then-filter": pairs(COLOURS, PASSES), "filter-then-colour": pairs(PASSES, COLOURS), "filter-then-motion": pairs(PASSES, MOVES), "motion-then-filter": pairs(MOVES, PASSES),
    "colour-then-motion": pairs(COLOURS, MOVES), "dynamics-then-space": pairs(("compressor", "gate", "preamp"), ("echo", "reverb")), "colour-then-pan": pairs((*COLOURS, *PASSES), ("auto-pan", "ping-pong")),
    "pitch-then-space": pairs(("pitch-shifter", "harmonizer"), ("echo", "reverb")), "echo-then-reverb": pairs(("echo", "tape-delay", "slapback"), ("reverb",)),
})  # fmt: skip
