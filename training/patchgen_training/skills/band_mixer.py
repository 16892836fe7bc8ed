"""Skills: mixers of the microphone, noises and tones: a fader each, and mutes, solos, switches, a master or pans."""

from __future__ import annotations

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect_audio import Trial, level, render, sound
from patchgen_training.skills.sequence_phrase import NEVER, Feature, enumerated, phrased
from patchgen_training.skills.sequence_voice import WAVES
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_words import NUMBER_WORDS, Text

TONES = (110, 165, 200, 220, 262, 300, 330, 400, 440, 440, 500, 523, 660, 880)
PLAIN_NAMES = {"sine": "a sine wave", "sawtooth": "a sawtooth wave", "square": "a square wave", "triangle": "a triangle wave"}
EXTRAS: dict[str, Feature] = {
    "": Feature((), ()),
    "mutes": Feature(("a mute toggle for each channel", "mute switches for all channels", "a mute toggle for every sound", "a toggle to mute each of them"), ("[have] a mute toggle for each channel", "[let] me mute each sound with a toggle"), ("mute each channel with a toggle", "mute each sound separately"), ("mute toggles", "mute per channel")),
    "solo": Feature(("a radio button that chooses which one is heard alone", "a solo selector with radio buttons", "radio buttons to hear only one of them"), ("[have] a solo selector", "[let] me hear only one of them with radio buttons"), ("choose which one is heard alone with radio buttons",), ("solo radio buttons",)),
    "master": Feature(("a master volume", "a master fader", "a master volume slider", "a slider for the overall volume", "a main volume fader"), ("[have] a master volume slider", "[let] me set the overall volume with a master fader"), ("set the overall volume with a master fader", "change the master volume"), ("master volume", "master fader")),
    "switches": Feature(("an on/off toggle for each channel", "a toggle to switch each sound on and off", "an on/off switch for every sound"), ("[have] an on/off toggle for each channel", "[switch] each sound on and off with a toggle"), ("switch each sound on and off with a toggle",), ("on/off toggle each",)),
}  # fmt: skip


def source(draw: Draw, sketch: Sketch, kind: str) -> tuple[Handle, str, str, str]:
    """Its output, the words for it, its label, and what stands in for it in the trial."""
    if kind == "mic":
        return sketch.add("adc~ 1"), draw.one(("the microphone", "the mic", "the microphone input", "my voice")), "mic", "mic"
    if kind == "noise":
        return sketch.add("noise~"), draw.one(("white noise", "noise")), "noise", "noise"
    tone = draw.one(TONES)
    oscillator, shaping, _ = WAVES[kind]
    handle = sketch.add(f"{oscillator} {tone}")
    for body in shaping:
        handle = sketch.add(body, handle)
    name = PLAIN_NAMES[kind]
    return handle, draw.one((f"{name} at {tone} Hz", f"a {tone} Hz {name.removeprefix('a ')}", f"{name} of {tone} Hz")), kind, kind


def summed(sketch: Sketch, gains: list[Handle]) -> Handle:
    """One after the other, then the level nobody speaks of."""
    total = gains[0]
    for other in gains[1:]:
        total = sketch.add("+~", total, sketch.into(1, other))
    return sketch.add("*~ 0.2", total)


def mixer(draw: Draw) -> Example:
    """Two to four channels."""
    kinds = draw.some(("mic", "noise", "sine", "sawtooth", "square", "triangle"), draw.one((2, 2, 3, 3, 4)))
    extra = draw.one(("", "", "mutes", "mutes", "solo", "master", "master", "switches"))
    sketch = Sketch()
    made = [source(draw, sketch, kind) for kind in kinds]
    solo = sketch.add(f'hradio {len(kinds) + 1} "solo"') if extra == "solo" else 0
    gains, faders, toggles = [], [], []
    for i, (handle, _, label, _) in enumerate(made):
        faders.append(sketch.add(f'hsl 0 1 "{label}" init:0.3'))
        gain = sketch.add("*~", handle, sketch.into(1, faders[-1]))
        if extra == "switches":
            toggles.append(sketch.add(f'tgl "{label}_on"'))
            gain = sketch.add("*~", gain, sketch.into(1, toggles[-1]))
        elif extra == "mutes":
            toggles.append(sketch.add(f'tgl "mute_{label}"'))
            gain = sketch.add("*~ 1", gain, sketch.into(1, sketch.add("== 0", toggles[-1])))
        elif extra == "solo":
            gain = sketch.add("*~ 1", gain, sketch.into(1, sketch.add(f"expr $f1 == 0 || $f1 == {i + 1}", solo)))
        gains.append(gain)
    total = summed(sketch, gains) if not extra else sketch.add(f"*~ {round(1 / len(kinds), 2):g}", *gains)
    master = 0
    if extra == "master":
        master = sketch.add('hsl 0 1 "master" init:0.5')
        total = sketch.add("*~", total, sketch.into(1, master))
    sketch.add("dac~", total, sketch.into(1, total))
    words = [name for _, name, _, _ in made]
    row = enumerated(words)
    count = draw.one((NUMBER_WORDS[len(kinds)], str(len(kinds))))
    each = draw.one(("each with its own volume slider", "with a volume slider for each", "with a fader for each", "each with a separate volume slider", "with a level slider each", "each scaled by its own slider"))
    also = [EXTRAS[extra]] if extra else []
    if extra == "solo":
        each += ", the first position of a radio button playing all" if draw.chance(0.3) else ""
    cores: list[Text] = [f"[mix] {row}, {each}", f"[add] {row} together, {each}", f"[play] {row} at the same time, {each}", f"[combine] {row} into one output, {each}", f"[work] as a {count} channel mixer for {row}, {each}", f"[sum] {row}, {each}"]
    nouns: list[Text] = [f"a mixer for {row}, {each}", f"a {count} channel mixer for {row}, {each}", f"a {count}-channel mixing desk for {row}, {each}", f"a mixer of {row}, {each}"]
    text = sketch.text()
    begin = [Feed(5, toggle, "1") for toggle in toggles] if extra == "switches" else []
    return Example(phrased(draw, cores, nouns, NEVER, also), text, mixes(text, begin, faders, [] if extra != "mutes" else toggles, solo, master), begin, (), 0.3)


def mixes(text: str, begin: list[Feed], faders: list[Handle], mutes: list[Handle], solo: Handle, master: Handle) -> Holds:
    """Each fader at 0 makes it quieter, as do mutes and solos; the master makes it silent. A tone stands in for the microphone."""
    live = text.replace("adc~ 1", "osc~ 350")

    def loudness(*feeds: Feed) -> float:
        return level(sound(render(live, Trial([*begin, *feeds], 0.3)), 0.05))

    def holds(_seen: Observation) -> bool:
        usual = loudness()
        softer = [loudness(Feed(6, fader, "0")) for fader in faders] + [loudness(Feed(6, mute, "1")) for mute in mutes]
        softer += [loudness(Feed(6, solo, "1"))] if solo else []
        return 0.001 < usual < 0.6 and all(one < 0.999 * usual for one in softer) and (not master or loudness(Feed(6, master, "0")) < 1e-4)

    return holds


SKILLS: dict[str, Skill] = {"mixer": mixer}
CORE: tuple[str, ...] = ("band_mixer/mixer",)
