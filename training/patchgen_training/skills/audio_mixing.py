"""Skills: several signals at once: mixers, crossfades, switches, equalizers, stereo, and signal arithmetic."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.audio_scene import Scene, finish, played, wordings
from patchgen_training.skills.audio_sources import NOISES, WAVEFORMS, coloured, wave
from patchgen_training.skills.audio_units import TONES, hertz, plain, share
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import (
    Change,
    Sound,
    Step,
    different,
    goes_silent,
    level,
    moves,
    spectrum,
    starts,
)
from patchgen_training.skills.expect_audio_time import contains, every, sounds
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle

Fill = Callable[[], str]
NAMES: dict[str, tuple[str, ...]] = {
    "sine": ("sine", "sine wave"), "sawtooth": ("sawtooth", "saw", "sawtooth wave"),
    "square": ("square wave",), "triangle": ("triangle wave", "triangle"),
}  # fmt: skip
MIDDLE = tuple(tone for tone in TONES if 110 <= tone <= 880)


def voices(scene: Scene, count: int) -> tuple[list[Handle], list[str], list[str]]:
    """Different sources: their outputs, noun phrases, and labels."""
    draw = scene.draw
    chosen = draw.some((*WAVEFORMS, "white", "pink"), count)
    handles, nouns, labels = [], [], []
    for name in chosen:
        if name in WAVEFORMS:
            frequency = draw.one(MIDDLE)
            handles.append(wave(scene, WAVEFORMS[name], str(frequency)))
            nouns.append(f"a {hertz(draw, frequency)} {draw.one(NAMES[name])}")
        else:
            handles.append(coloured(scene, NOISES[name]))
            nouns.append(f"{name} noise")
        labels.append("noise" if name in ("white", "pink") else name)
    if labels.count("noise") > 1:
        labels = [f"{name}_noise" if name in ("white", "pink") else name for name in chosen]
    return handles, nouns, labels


def listed(items: list[str]) -> str:
    """One, two and three."""
    return ", ".join(items[:-1]) + " and " + items[-1]


def crossfade(draw: Draw) -> Example:
    """One slider between two sources."""
    scene = Scene(draw)
    (one, two), nouns, _ = voices(scene, 2)
    control = scene.add('hsl 0 1 "crossfade" init:0.5')
    second = scene.add("*~", two, scene.into(1, control))
    first = scene.add("*~", one, scene.into(1, scene.add("expr 1 - $f1", control)))
    scene.signal = (scene.add("+~", first, scene.into(1, second)),)
    scene.steps += [Step(control, "0", different, "0.5"), Step(control, "1", different, "0.5")]
    return finish(
        scene,
        ("crossfades between {a} and {b} with a {knob}", "blends {a} and {b} with one {knob}", "lets me fade from {a} to {b} with a {knob}", "mixes {a} with {b} using a crossfade {knob}", "morphs from {a} to {b} with a crossfader"),
        ("a crossfader between {a} and {b}", "a crossfade {knob} between {a} and {b}", "{a} and {b} with a crossfade {knob}", "a {knob} that fades between {a} and {b}"),
        ("crossfade {a} <-> {b}, {knob}", "how do i crossfade from {a} to {b} with a {knob}?", "one {knob}: left {a}, right {b}"), a=lambda: nouns[0], b=lambda: nouns[1],
    )  # fmt: skip


def mixer(draw: Draw) -> Example:
    """Sources with a level slider each."""
    scene = Scene(draw)
    count = draw.one((2, 3, 3))
    handles, nouns, labels = voices(scene, count)
    gains = []
    for handle, label in zip(handles, labels, strict=True):
        control = scene.add(f'hsl 0 1 "{label}" init:0.3')
        gains.append(scene.add("*~", handle, scene.into(1, control)))
        scene.steps.append(Step(control, "0.9", moves, "0.3"))
    scene.signal = (scene.mix(*gains),)
    return finish(
        scene,
        ("mixes {w}, each with its own volume {knob}", "is a {c} channel mixer for {w} with a level {knob} for each", "plays {w} together with separate volume {knob}s", "sums {w} and has a {knob} for the level of each one"),
        ("a mixer for {w} with a {knob} each", "a {c} channel mixer with {w} and volume {knob}s", "{w} mixed together, a level {knob} for each"),
        ("mixer: {w}, {knob} each", "how do I mix {w} with separate volumes?", "{w}, each one with a volume {knob}"),
        levels=("unsaid",), w=lambda: listed(nouns), c=lambda: {2: "two", 3: "three"}[count],
    )  # fmt: skip


def is_other(dry: Sound, wet: Sound) -> bool:
    """The two differ by more than a hundredth."""
    return level(wet - dry) > 0.01 * level(wet)


def blend(draw: Draw) -> Example:
    """Two sources at fixed proportions."""
    scene = Scene(draw)
    handles, nouns, _ = voices(scene, 2)
    parts = draw.some((0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8), 2)
    gains = [scene.add(f"*~ {plain(amount)}", handle) for handle, amount in zip(handles, parts, strict=True)]
    scene.signal = (scene.mix(*gains),)
    scene.contrasts += [(gain, scene.signal[0], is_other) for gain in gains]
    return finish(
        scene,
        ("mixes {a} at {x} with {b} at {y}", "adds {a} (gain {x}) and {b} (gain {y})", "blends {x} of {a} with {y} of {b}", "sums {a} scaled by {x} and {b} scaled by {y}"),
        ("a mix of {a} at {x} and {b} at {y}", "a blend of {x} {a} and {y} {b}" if nouns[0][0] != "a" and nouns[1][0] != "a" else "{a} with a gain of {x} plus {b} with a gain of {y}"),
        ("{a} * {x} + {b} * {y}", "how do i mix {a} at {x} with {b} at {y}?"), levels=("unsaid", "volume"),
        a=lambda: nouns[0], b=lambda: nouns[1], x=lambda: share(draw, parts[0]), y=lambda: share(draw, parts[1]),
    )  # fmt: skip


def selector(draw: Draw) -> Example:
    """A radio button, or toggles, that choose what is heard."""
    scene = Scene(draw)
    radio = draw.chance(0.6)
    count = draw.one((2, 3, 4)) if radio else draw.one((2, 3))
    handles, nouns, labels = voices(scene, count)
    gains = []
    if radio:
        control = scene.add(f'hradio {count} "source"')
        for index, handle in enumerate(handles):
            gains.append(scene.add("*~", handle, scene.into(1, scene.add(f"== {index}", control))))
        scene.silent = True
        scene.steps += [Step(control, "0", starts), *(Step(control, str(i), moves) for i in range(1, count))]
        texts = (
            ("switches between {w} with radio buttons", "selects one of {w} with an hradio", "lets me choose between {w} with a radio button"),
            ("a selector between {w} with radio buttons", "a source switch for {w} with an hradio", "radio buttons to choose between {w}"),
            ("choose {w} with radio buttons", "how do I switch between {w} with a radio button?"),
        )  # fmt: skip
    else:
        for handle, label in zip(handles, labels, strict=True):
            toggle = scene.add(f'tgl "{label}"')
            gains.append(scene.add("*~", handle, scene.into(1, toggle)))
            scene.steps.append(Step(toggle, "1", starts if not scene.silent else moves))
            scene.silent = True
        texts = (
            ("has a toggle each to turn on {w}", "switches {w} on and off with separate toggles", "mixes {w}, each with an on/off toggle"),
            ("{w} with an on/off toggle each", "toggles for {w}", "a mix of {w} with separate toggles"),
            ("{w}, toggle each", "how can i turn {w} on and off separately with toggles?"),
        )  # fmt: skip
    scene.signal = (scene.mix(*gains),)
    return finish(scene, *texts, levels=("unsaid", "unsaid", "volume"), w=lambda: listed(nouns))


def stereo_volumes(draw: Draw) -> Example:
    """The left and the right side with a slider each."""
    scene = Scene(draw)
    (handle,), nouns, _ = voices(scene, 1)
    left, right = scene.add('hsl 0 1 "left" init:0.3'), scene.add('hsl 0 1 "right" init:0.3')
    scene.signal = (scene.add("*~", handle, scene.into(1, left)), scene.add("*~", handle, scene.into(1, right)))
    scene.steps += [
        Step(left, "0", lambda before, after: level(after[:1]) < 1e-4 < level(after[1:]), "0.3"),
        Step(right, "0", lambda before, after: level(after[1:]) < 1e-4 < level(after[:1]), "0.3"),
    ]
    scene.output()
    chosen = scene.trial()
    words = wordings(
        draw,
        ("plays {a} with separate volume {knob}s for the left and right channel", "sends {a} to both speakers with a level {knob} for each side", "lets me set the left and right volume of {a} independently"),
        ("{a} with a volume {knob} for each channel", "{a} with separate left and right volume {knob}s", "a stereo output of {a} with left and right {knob}s"),
        ("{a}, left {knob}, right {knob}", "how do i control left and right volume of {a} separately?"), {"a": lambda: nouns[0]}, None,
    )  # fmt: skip
    return Example(words, scene.sketch.text(), chosen.holds, chosen.feeds, seconds=chosen.seconds)


def weaker(low: float, high: float) -> Change:
    """There is less energy between two frequencies."""

    def inside(heard: Sound) -> float:
        frequencies, energy = spectrum(heard)
        return float(energy[(frequencies >= low) & (frequencies <= high)].sum())

    return lambda before, after: inside(after) < 0.8 * inside(before)


def equalizer(draw: Draw) -> Example:
    """Bass, middle and treble with a slider each."""
    scene = Scene(draw)
    low, high = draw.one((200, 250, 300, 400, 500)), draw.one((2000, 2500, 3000, 4000, 5000))
    three = draw.chance(0.6)
    kind = draw.one(("white", "pink", "microphone", "sawtooth"))
    if kind == "microphone":
        handle, noun = scene.add("adc~ 1"), draw.one(("the microphone", "the mic input", "live input"))
    elif kind == "sawtooth":
        handle, noun = wave(scene, WAVEFORMS["sawtooth"], "110"), "a 110 Hz sawtooth"
    else:
        handle, noun = coloured(scene, NOISES[kind]), f"{kind} noise"
    high = high if three else low
    bands = [("bass", f"lop~ {low}")] + ([("mid", f"hip~ {low}")] if three else []) + [("treble", f"hip~ {high}")]
    spans = {"bass": (0, low / 2), "mid": (low * 1.4, high / 1.4), "treble": (high * 2, 20000)}
    gains = []
    for label, body in bands:
        band = scene.add(body, handle)
        if label == "mid":
            band = scene.add(f"lop~ {high}", band)
        control = scene.add(f'hsl 0 2 "{label}" init:1')
        gains.append(scene.add("*~", band, scene.into(1, control)))
        scene.steps.append(Step(control, "0", weaker(*spans[label]), "1"))
    scene.signal = (scene.mix(*gains),)
    many = "three" if three else "two"
    points = f" (split at {low} and {high} Hz)" if three else f" (split at {low} Hz)"
    names = "bass, mid and treble" if three else "bass and treble"
    return finish(
        scene,
        (f"is a {many}-band equalizer for {{s}} with {names} {{knob}}s{points}", f"equalizes {{s}} with {{knob}}s for {names}{points}", f"lets me set {names} of {{s}} with {{knob}}s{points}"),
        (f"a {many}-band EQ for {{s}} with {names} {{knob}}s{points}", f"an equalizer with {names} controls for {{s}}{points}", f"a tone control ({names}) for {{s}}{points}"),
        (f"{many} band eq, {names}, {{s}}{points}", f"how do i build a {many} band equalizer for {{s}}? {names} {{knob}}s{points}"), s=lambda: noun,
    )  # fmt: skip


def phase(draw: Draw) -> Example:
    """A signal plus its inverse is silence; a toggle inverts."""
    scene = Scene(draw)
    (handle,), nouns, _ = voices(scene, 1)
    toggle = scene.add('tgl "invert"')
    sign = scene.add("expr 1 - 2 * $f1", toggle)
    other = scene.add("*~ 1", handle, scene.into(1, sign))
    scene.signal = (scene.add("*~ 0.5", scene.add("+~", handle, scene.into(1, other))),)
    scene.steps += [Step(toggle, "1", goes_silent, "0")]
    return finish(
        scene,
        ("adds {a} to a copy of itself whose phase a toggle inverts, so that both cancel", "demonstrates phase cancellation with {a} and an invert toggle", "mixes {a} with itself and inverts the copy with a toggle"),
        ("a phase cancellation demo with {a} and an invert toggle", "{a} plus its copy with a phase invert toggle", "a polarity switch (toggle) that cancels {a} against its own copy"),
        ("phase cancellation of {a}, invert toggle", "how does {a} cancel itself when inverted? give me a toggle for it"), a=lambda: nouns[0], levels=("unsaid",),
    )  # fmt: skip


def wet_dry(draw: Draw) -> Example:
    """An effect with a slider between dry and wet."""
    scene = Scene(draw)
    (handle,), nouns, _ = voices(scene, 1)
    kind = draw.one(("echo", "ring modulation", "low-pass filter"))
    if kind == "echo":
        time = draw.one((150, 200, 250, 300, 350, 400))
        scene.add("delwrite~ echo 1000", handle)
        wet, detail = scene.add(f"delread~ echo {time}"), f"delay of {time} ms"
        scene.lead = 0.5
    elif kind == "ring modulation":
        frequency = draw.one((90, 130, 170, 250, 310, 430))
        wet, detail = scene.add("*~", handle, scene.into(1, scene.add(f"osc~ {frequency}"))), f"ring modulation at {frequency} Hz"
    else:
        cutoff = draw.one((200, 300, 400, 500))
        wet, detail = scene.add(f"lop~ {cutoff}", handle), f"low-pass filter at {cutoff} Hz"
    control = scene.add('hsl 0 1 "mix" init:0.5')
    loud = scene.add("*~", wet, scene.into(1, control))
    soft = scene.add("*~", handle, scene.into(1, scene.add("expr 1 - $f1", control)))
    scene.signal = (scene.add("+~", soft, scene.into(1, loud)),)
    scene.contrasts.append((soft, scene.signal[0], lambda dry, full: level(full - dry) > 0.01 * level(full)))
    article = "" if kind == "ring modulation" else "a "
    return finish(
        scene,
        (f"sends {{a}} through {article}{detail} with a dry/wet {{knob}}", f"mixes {{a}} with {article}{detail} using a wet/dry mix {{knob}}", f"processes {{a}} with {article}{detail} and has a mix {{knob}} between dry and wet"),
        (f"{{a}} through {article}{detail} with a dry/wet mix {{knob}}", f"{article}{detail} on {{a}} and a wet/dry {{knob}}"),
        (f"{{a}}, {detail}, dry/wet {{knob}}", f"how do i add a dry/wet control to {article}{detail} on {{a}}?"), a=lambda: nouns[0],
    )  # fmt: skip


def difference(draw: Draw) -> Example:
    """Arithmetic of two oscillators."""
    scene = Scene(draw)
    one, two = draw.some(MIDDLE, 2)
    name = draw.one(("sine", "sine", "triangle", "sawtooth"))
    operation = draw.one(("-~", "*~", "max~", "min~"))
    first, second = wave(scene, WAVEFORMS[name], str(one)), wave(scene, WAVEFORMS[name], str(two))
    scene.signal = (scene.add("*~ 0.5", scene.add(operation, first, scene.into(1, second))),)
    verbs = {
        "-~": ("subtracts a {g} {w} from a {f} {w}", "the difference of a {f} {w} and a {g} {w}", "{f} {w} minus {g} {w}"),
        "*~": ("multiplies a {f} {w} by a {g} {w}", "the product of a {f} {w} and a {g} {w}", "{f} {w} times {g} {w}"),
        "max~": ("takes the maximum of a {f} {w} and a {g} {w}", "the maximum of a {f} {w} and a {g} {w}", "max~ of {f} and {g} {w}s"),
        "min~": ("takes the minimum of a {f} {w} and a {g} {w}", "the minimum of a {f} {w} and a {g} {w}", "min~ of {f} and {g} {w}s"),
    }[operation]  # fmt: skip
    expected = (abs(one - two), one + two) if operation == "*~" else (one, two)
    return finish(
        scene, (verbs[0], f"plays {verbs[1]}", f"outputs {verbs[1]}"), (verbs[1], f"a sound made of {verbs[1]}"), (verbs[2], f"how do i get {verbs[1]}?"),
        check=played([], every(sounds(0.001), contains(*expected, at_least=0.01, width=8)), 0.8), f=lambda: hertz(draw, one), g=lambda: hertz(draw, two), w=lambda: draw.one(NAMES[name]),
    )  # fmt: skip


SKILLS: dict[str, Skill] = widened({
    "crossfade": crossfade, "mixer": mixer, "blend": blend, "source-selector": selector, "left-right-volume": stereo_volumes, "equalizer": equalizer,
    "phase-cancellation": phase, "wet-dry": wet_dry, "signal-arithmetic": difference,
})  # fmt: skip
