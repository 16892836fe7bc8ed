"""Skills: tones together: chords by letter or hertz, intervals, detuning in hertz and cents, beats, harmonics, drones."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.audio_part import Part
from patchgen_training.skills.audio_scene import Scene, played
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_sources_spoken import Talk, at_end, control, steady, told
from patchgen_training.skills.audio_sources_voices import WAVE_SHARE, press
from patchgen_training.skills.audio_units import (
    BASSES,
    CUTOFFS,
    hertz,
    note_frequency,
    plain,
    share,
    span,
)
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import Sound, Step, energy_near, level, moves, wobble
from patchgen_training.skills.expect_audio_time import (
    contains,
    during,
    every,
    has_pitch,
    left,
    right,
    rises,
    sounds,
    strikes,
)
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sequence_theory import CHORDS, ROOTS, USUAL_CHORDS, chord_name, root
from patchgen_training.skills.sketch import Cord, Handle

Fill = Callable[[], str]
LEVELS = ("unsaid",) * 3 + ("volume",) * 4 + ("switch", "switch", "switch-volume", "mute", "gain")
BASE = (110, 120, 130, 147, 150, 165, 180, 196, 200, 220, 220, 240, 250, 262, 294, 300, 330, 349, 350, 392, 400, 440, 440, 440, 500)
COUNTS = {2: ("two", "2"), 3: ("three", "3"), 4: ("four", "4"), 5: ("five", "5"), 6: ("six", "6"), 7: ("seven", "7"), 8: ("eight", "8")}
WAVE_NOUNS = {"sine": ("sine", "sine wave", "sine oscillator"), "sawtooth": ("sawtooth", "saw wave", "sawtooth oscillator"), "square": ("square wave", "square wave oscillator"), "triangle": ("triangle wave", "triangle oscillator")}


def chord_hit(draw: Draw) -> Example:
    """A chord by its name, its letters, its MIDI notes or its frequencies, at once, at a click or faded by a toggle."""
    scene = Scene(draw)
    kind, base, name = draw.one(USUAL_CHORDS), root(draw) - draw.one((0, 0, 12)), draw.one(WAVE_SHARE)
    frequencies = [round(note_frequency(base + step)) for step in CHORDS[kind]]
    start = draw.one(("level", "level", "level", "decay", "decay", "fade"))
    time = draw.one((300, 500, 500, 800, 1000, 1000, 2000, 2000, 3000))
    click = press(scene) if start == "decay" else None
    voices = [wave(scene, WAVEFORMS[name], str(frequency)) for frequency in frequencies]
    mixed = scene.add(f"*~ {plain(round(1 / len(voices), 2))}", *voices)
    letters = ", ".join(ROOTS[(base + step) % 12] for step in CHORDS[kind])
    midi = [base + step for step in CHORDS[kind]]
    numbers = ", ".join(map(str, frequencies[:-1])) + f" and {frequencies[-1]} Hz"
    notes = "MIDI notes " + ", ".join(map(str, midi[:-1])) + f" and {midi[-1]}"
    low = "" if base >= 60 else f" from MIDI note {base}"
    noun = draw.one(WAVE_NOUNS[name])
    how = f" with {noun}s" if name != "sine" or draw.chance(0.3) else ""

    def what() -> str:
        return draw.one((chord_name(draw, base, kind) + low, chord_name(draw, base, kind) + low, f"a chord of {numbers}", f"a {COUNTS[len(midi)][0]} note chord of {numbers}", f"a chord of the {notes}", f"{chord_name(draw, base, kind)} ({letters}){low}", f"{chord_name(draw, base, kind)} ({numbers})")) + how

    check = contains(*frequencies, at_least=0.02)
    if click is not None:
        scene.signal = (scene.add("*~", mixed, scene.into(1, scene.add("line~", scene.add(f"msg 1 , 0 {time}", click.source)))),)
        talk = Talk(lambda: what() + draw.one((f" that fades out in {span(draw, time)}", f" with a decay of {span(draw, time)}", f" dying away over {span(draw, time)}")), ("plays", "plays", "strikes", "sounds", "triggers"), click.when, click.agents)
        at_end(scene, talk, ("unsaid", "unsaid", "volume"))
        return told(scene, talk, played([(0.1, click.box, click.message)], every(strikes(0.1, 0.1 + 0.92 * time / 1000, 0.004), during(0.11, 0.35, check)), 0.3 + time / 1000, 0.1))
    if start == "fade":
        toggle = scene.add('tgl "on"')
        scene.signal = (scene.add("*~", mixed, scene.into(1, scene.add("line~", scene.add(f"msg $1 {time}", toggle)))),)
        talk = Talk(what, ("fades in", "plays", "fades in and out"), tuple(f"{text} {span(draw, time)}" for text in ("with a toggle and a fade of", "with a toggle, fading over", "by a toggle over")), (), [], (), (), ("{s} that a toggle fades in and out in " + span(draw, time),))
        talk.verbs = ("fades",)
        talk.plain, talk.does = False, ("fades {s} in and out with a toggle over {t}", "turns {s} on and off with a toggle and a fade of {t}", "plays {s} while a toggle is on, fading in and out in {t}")
        talk.nouns, talk.asks = ("{s} with a toggle that fades it in and out in {t}", "{s} with a soft on/off toggle ({t} fade)"), ("{s}, toggle, {t} fade", "i want a toggle to fade {s} in and out in {t}")
        talk.values = {"t": lambda: span(draw, time)}
        at_end(scene, talk, ("unsaid", "unsaid", "volume"))
        return told(scene, talk, played([(0.1, toggle, "1")], every(rises(0.1, 0.1 + time / 1000), during(0.1 + time / 1000, 0.4 + time / 1000, check)), 0.45 + time / 1000, 0.1))
    scene.signal = (mixed,)
    talk = Talk(what, ("plays", "plays", "generates", "sounds", "gives me"))
    at_end(scene, talk, LEVELS)
    return told(scene, talk, steady(scene, contains(*frequencies, at_least=0.02, width=18)))


def chord_choice(draw: Draw) -> Example:
    """A root on a box or slider, or buttons for several chords, or a switch between major and minor."""
    scene = Scene(draw)
    name = draw.one(("sine", "sine", "sine", "triangle", "sawtooth"))
    how = f" with {draw.one(WAVE_NOUNS[name])}s" if name != "sine" or draw.chance(0.25) else ""
    if draw.chance(0.5):
        kind, boxed = draw.one(("major", "major", "minor", "minor", "major seventh", "minor seventh", "dominant seventh", "diminished", "sus4")), draw.chance(0.6)
        box = scene.add('number "root"' if boxed else 'hsl 36 84 "root" init:60')
        tones = [wave(scene, WAVEFORMS[name], "", scene.add("mtof", scene.add(f"+ {step}", box) if step else box)) for step in CHORDS[kind]]
        scene.signal = (scene.add(f"*~ {plain(round(1 / len(tones), 2))}", *tones),)
        control_name = "number box" if boxed else draw.one(("slider", "slider", "knob"))
        talk = Talk(
            lambda: f"a {kind} chord", plain=False,
            does=("plays {s} on the root note in a {k}{h}", "takes a MIDI note from a {k} and plays {s} on it{h}", "builds {s} on the MIDI note of a {k}{h}", "plays {s} whose root is set with a {k} as a MIDI note{h}", "transposes {s} with a {k} for the root note{h}"),
            nouns=("{s} with a {k} for the root note{h}", "{s} whose root comes from a MIDI note {k}{h}"),
            asks=("{s}, root from a {k}{h}", "i set a root note with a {k} and hear {s} on it{h}", "how do i play {s} on any root with a {k}{h}?"), values={"k": lambda: control_name, "h": lambda: how},
        )  # fmt: skip
        at_end(scene, talk, ("unsaid", "unsaid", "volume", "volume"))
        wanted = [note_frequency(57 + step) for step in CHORDS[kind]]
        return told(scene, talk, played([(0.02, box, "57")], during(0.1, 0.6, contains(*wanted, at_least=0.02)), 0.6))
    chords = draw.one((("C major", "F major", "G major"), ("A minor", "F major", "C major", "G major"), ("D minor", "G major", "C major"), ("C major", "A minor"), ("E minor", "C major", "G major", "D major"), ("C major", "C minor"), ("A major", "A minor"), ("D major", "D minor")))
    where = {"C": 60, "D": 62, "E": 64, "F": 65, "G": 55, "A": 57}
    pushes = [scene.add(f'bng "{chord.replace(" major", "").replace(" minor", "m")}"') for chord in chords]
    messages = [scene.add("msg " + " ".join(str(where[chord[0]] + step) for step in CHORDS[chord[2:]]), push) for chord, push in zip(chords, pushes, strict=True)]
    split = scene.add("unpack f f f", *messages)
    tones = [wave(scene, WAVEFORMS[name], "", scene.add("mtof", split if i == 0 else scene.sketch.out(split, i))) for i in range(3)]
    mixed = scene.add("*~ 0.33", *tones)
    time = draw.one((0, 500, 1000, 1500, 2000))
    if time:
        mixed = scene.add("*~", mixed, scene.into(1, scene.add("line~", scene.add(f"msg 1 , 0 {time}", *pushes))))
    scene.signal = (mixed,)
    fade = draw.one((f", each fading out in {span(draw, time)}", f" with a decay of {span(draw, time)}", f", decaying over {span(draw, time)}")) if time else ""
    listed = ", ".join(chords[:-1]) + f" and {chords[-1]}"
    talk = Talk(
        lambda: f"the chords {listed}", plain=False,
        does=("plays {s} with a button for each{h}{f}", "has {n} buttons for {s}{h}{f}", "lets me play {s} by clicking buttons{h}{f}", "switches between {s} with {n} buttons{h}{f}"), nouns=("{n} buttons for {s}{h}{f}", "a chord machine with buttons for {l}{h}{f}"),
        asks=("buttons for {l} chords{h}{f}", "i click a button and hear a chord: {l}{h}{f}", "how do i play {s} with buttons{h}{f}?"), values={"n": lambda: draw.one(COUNTS[len(chords)]), "h": lambda: how, "f": lambda: fade, "l": lambda: listed},
    )  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "volume"))
    wanted = [note_frequency(where[chords[-1][0]] + step) for step in CHORDS[chords[-1][2:]]]
    return told(scene, talk, played([(0.1, pushes[-1], "bang")], during(0.12, 0.5, every(sounds(0.001), contains(*wanted, at_least=0.02))), 0.6))


INTERVALS = {
    "perfect fifth": (1.5, ("a fifth", "a perfect fifth", "a pure fifth", "a fifth (3:2)", "a perfect fifth (ratio 3:2)")), "octave": (2.0, ("an octave", "an octave (2:1)", "one octave")), "perfect fourth": (4 / 3, ("a fourth", "a perfect fourth", "a pure fourth (4:3)")),
    "major third": (1.25, ("a major third", "a pure major third", "a major third (5:4)")), "minor third": (1.2, ("a minor third", "a minor third (6:5)")), "major sixth": (5 / 3, ("a major sixth", "a major sixth (5:3)")), "two octaves": (4.0, ("two octaves",)), "twelfth": (3.0, ("an octave and a fifth", "a twelfth (3:1)")),
    "tritone": (2**0.5, ("a tritone", "an augmented fourth")), "semitone": (2 ** (1 / 12), ("a semitone", "a half step", "a minor second")), "whole tone": (2 ** (1 / 6), ("a whole tone", "a major second")),
}  # fmt: skip


def interval(draw: Draw) -> Example:
    """Two tones a named interval apart, the lower fixed or on a slider."""
    scene = Scene(draw)
    key, name, slider = draw.one(("perfect fifth", "perfect fifth", "octave", *INTERVALS)), draw.one(WAVE_SHARE), draw.chance(0.4)
    ratio, called = INTERVALS[key]
    parts: list[Part] = []
    if slider:
        base = 220.0
        box, part = control(scene, "frequency", 50, 1000, 220, said=draw.one(("frequency", "frequency", "pitch", "lower frequency", "base frequency")))
        parts.append(part)
        voices = [wave(scene, WAVEFORMS[name], "", box), wave(scene, WAVEFORMS[name], "", scene.add(f"* {plain(round(ratio, 4))}", box))]
        scene.steps.append(Step(box, "400", moves, "220"))
        where = ("", "")
    else:
        base = draw.one(BASE)
        voices = [wave(scene, WAVEFORMS[name], plain(base)), wave(scene, WAVEFORMS[name], plain(round(base * ratio, 2)))]
        where = (f" above {hertz(draw, base)}", f" on {hertz(draw, base)}")
    scene.signal = (scene.add("*~ 0.5", scene.add("+~", voices[0], scene.into(1, voices[1]))),)
    noun = draw.one(WAVE_NOUNS[name]) if name != "sine" or draw.chance(0.5) else "tone"

    def what() -> str:
        apart = draw.one(called)
        return draw.one((f"two {noun}s {apart} apart" + (f", the lower at {hertz(draw, base)}" if not slider else ""), f"the interval of {apart}" + draw.one(where) + f" with {noun}s", f"a {noun}" + (f" of {hertz(draw, base)}" if not slider else "") + f" together with one {apart} higher", f"{apart}" + draw.one(where) + f" with two {noun}s", f"a {noun}" + (f" at {hertz(draw, base)}" if not slider else "") + f" and another {apart} above it"))

    talk = Talk(what, ("plays", "plays", "sounds", "generates", "makes"), parts=parts)
    at_end(scene, talk, LEVELS)
    return told(scene, talk, steady(scene, contains(base, base * ratio, at_least=0.02, width=40 if slider else 18)))


def interval_control(draw: Draw) -> Example:
    """The second tone's distance on a slider or box: hertz, cents, semitones, or a ratio."""
    scene = Scene(draw)
    unit, base, name, boxed = draw.one(("cents", "cents", "semitones", "semitones", "Hz", "Hz", "ratio")), draw.one(BASE), draw.one(WAVE_SHARE), draw.chance(0.35)
    low, high, init = {"cents": (-100, 100, 10), "semitones": (0, 24, 7), "Hz": (0, 20, 1), "ratio": (1, 4, 1.5)}[unit]
    word = {"cents": "detune", "semitones": "interval", "Hz": "detune", "ratio": "ratio"}[unit]
    body = {"cents": f"expr {base} * pow(2, $f1 / 1200)", "semitones": f"expr {base} * pow(2, $f1 / 12)", "Hz": f"+ {base}", "ratio": f"* {base}"}[unit]
    box = scene.add(f'number "{word}"' if boxed else f'hsl {low} {high} "{word}" init:{init}')
    one, two = wave(scene, WAVEFORMS[name], str(base)), wave(scene, WAVEFORMS[name], str(base) if boxed else "", scene.add(body, box))
    scene.signal = (scene.add("*~ 0.5", scene.add("+~", one, scene.into(1, two))),)
    noun, knob = draw.one(WAVE_NOUNS[name]) if name != "sine" or draw.chance(0.5) else "tone", "number box" if boxed else draw.one(("slider", "slider", "slider", "knob"))
    limits = draw.one(("", f" from {low} to {high}")) if not boxed else ""
    named = f"{unit}" if unit != "ratio" else "as a ratio"
    talk = Talk(
        lambda: f"two {noun}s", plain=False,
        does=tuple(text.replace("in as", "as") for text in (
            ("detunes the second of {s} at {f} in {u}{l} with a {k}", "plays {s} at {f}, one of them detuned by a {k} in {u}{l}", "plays a {n} at {f} and another one detuned in {u}{l} with a {k}", "lets me detune one of {s} at {f} by some {u} with a {k}{l}") if word == "detune" else
            ("plays a {n} of {f} and a second one whose {x} above it is set in {u}{l} with a {k}", "plays {s}: one at {f}, the other higher by the number of {u} on a {k}{l}", "transposes the second of {s} at {f} by {u}{l} with a {k}") if word == "interval" else
            ("plays a {n} of {f} and a second one at a frequency {x} set with a {k}{l}", "multiplies {f} by the ratio on a {k}{l} to tune the second of {s}"))),
        nouns=("{s} at {f} with a {k} to detune one of them in {u}{l}", "{s} at {f} and a detune {k} in {u}{l}") if word == "detune" else ("{s}, one at {f}, with a {k} for the interval in {u}{l}", "an interval player on {f}: {s} and a {k} in {u}{l}") if word == "interval" else ("{s}, one at {f}, with a {k} for the frequency ratio{l}",),
        asks=("{s} at {f}, detune {k} in {u}{l}", "how do i detune {s} at {f} in {u} with a {k}{l}?") if word == "detune" else ("{s}, {f} and so many {u} higher on a {k}{l}", "{k} for the interval in {u} above {f}, {s}{l}") if word == "interval" else ("{s}, {f} times the ratio of a {k}{l}",),
        values={"f": lambda: hertz(draw, base), "u": lambda: named, "k": lambda: knob, "l": lambda: limits, "n": lambda: noun, "x": lambda: word},
    )  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "volume", "volume", "switch"))
    far = {"cents": ("100", base * 2 ** (1 / 12)), "semitones": ("12", base * 2.0), "Hz": ("20", base + 20.0), "ratio": ("3", base * 3.0)}[unit]
    slot = [(0.05, box, far[0])]
    if scene.silent:
        slot.append((0.05, scene.steps[0].control, "1"))
    return told(scene, talk, played(slot, during(0.1, 1.0, every(sounds(0.001), contains(base, far[1], at_least=0.03, width=4))), 1.0))


def beating(draw: Draw) -> Example:
    """So many beats a second, fixed or on a slider."""
    scene = Scene(draw)
    base, beats, name, slider = draw.one(BASE), draw.one((1, 2, 3, 4, 5, 6, 8, 10)), draw.one(("sine", "sine", "sine", "triangle", "sawtooth")), draw.chance(0.35)
    noun = draw.one(WAVE_NOUNS[name]) if name != "sine" or draw.chance(0.5) else "tone"
    rate = draw.one((f"{beats} times per second", f"{beats} times a second", f"{beats} beats per second", f"at {hertz(draw, beats)}", f"with a beat frequency of {hertz(draw, beats)}")) if beats > 1 else draw.one(("once per second", "once a second", "at 1 Hz"))
    if slider:
        box, part = control(scene, "beats", 0, 20, 2, said=draw.one(("beat frequency", "beating rate", "beat rate", "beating speed")))
        one, two = wave(scene, WAVEFORMS[name], str(base)), wave(scene, WAVEFORMS[name], "", scene.add(f"+ {base}", box))
        scene.steps.append(Step(box, "20", lambda before, after: wobble(after) > 0.2))
        talk = Talk(lambda: draw.one((f"two beating {noun}s at {hertz(draw, base)}", f"beats between two {noun}s near {hertz(draw, base)}", f"the beating of two {noun}s around {hertz(draw, base)}", f"two {noun}s at {hertz(draw, base)} that beat against each other")), ("plays", "plays", "makes", "demonstrates"), parts=[part])
    else:
        one, two = wave(scene, WAVEFORMS[name], str(base)), wave(scene, WAVEFORMS[name], str(base + beats))
        talk = Talk(lambda: draw.one((f"two {noun}s at {hertz(draw, base)} that beat {rate}", f"beats {rate} with two {noun}s near {hertz(draw, base)}" if "beats per" not in rate else f"{rate} with two {noun}s near {hertz(draw, base)}", f"two {noun}s beating {rate}, the lower one at {hertz(draw, base)}", f"an audible beating {rate} between two {noun}s around {hertz(draw, base)}")), ("plays", "plays", "makes", "produces"))
        if "beats per" in rate:
            rate = f"{beats} times per second"
    scene.signal = (scene.add("*~ 0.5", scene.add("+~", one, scene.into(1, two))),)
    at_end(scene, talk, ("unsaid", "unsaid", "volume", "volume"))
    if slider:
        return told(scene, talk, steady(scene))
    return told(scene, talk, played([], every(sounds(0.001), lambda heard: wobble(heard) > 0.2, contains(base, base + beats, at_least=0.02, width=0.8)), 2.0))


def binaural(draw: Draw) -> Example:
    """A little more on the right than on the left; the difference fixed or on a slider, or the base on a slider."""
    scene = Scene(draw)
    base, gap, kind = draw.one((100, 110, 120, 136, 150, 180, 200, 200, 220, 250, 300, 400, 440)), draw.one((2, 3, 4, 5, 6, 7, 8, 10, 10, 12, 15, 20)), draw.one(("fixed", "fixed", "gap", "both"))
    parts: list[Part] = []
    left_tone: Handle
    if kind == "both":
        carrier, part = control(scene, "frequency", 50, 500, 200, said=draw.one(("frequency", "base frequency", "carrier frequency")))
        parts.append(part)
        base, gap = 200, 10
        difference, other = control(scene, "beat", 0, 30, 10, said=draw.one(("beat frequency", "beat", "difference")))
        parts.append(other)
        left_tone = scene.add("osc~", carrier)
        # Either slider must give a new sum: the hot inlet follows the cold one.
        fire = scene.add("t b f", difference)
        right_tone = scene.add("osc~", scene.add("+", carrier, fire, scene.into(1, scene.sketch.out(fire, 1))))
    elif kind == "gap":
        gap = 10
        difference, other = control(scene, "beat", 0, 30, 10, said=draw.one(("beat frequency", "difference between the ears", "beat", "beat rate")))
        parts.append(other)
        left_tone, right_tone = scene.add(f"osc~ {base}"), scene.add("osc~", scene.add(f"+ {base}", difference))
    else:
        left_tone, right_tone = scene.add(f"osc~ {base}"), scene.add(f"osc~ {base + gap}")
    scene.signal = (left_tone, right_tone)
    f: Fill = lambda: hertz(draw, base)  # noqa: E731
    g: Fill = lambda: hertz(draw, gap)  # noqa: E731
    what = {
        "fixed": lambda: draw.one((f"binaural beats of {g()} on a {f()} tone", f"a {g()} binaural beat at {f()}", f"a binaural beat: {f()} in the left ear, {hertz(draw, base + gap)} in the right", f"binaural beats with {f()} left and {hertz(draw, base + gap)} right", f"binaural beats ({f()} carrier, {g()} difference)")),
        "gap": lambda: draw.one((f"binaural beats on {f()}", f"a binaural beat around {f()}", f"binaural beats with {f()} in the left ear")), "both": lambda: draw.one(("binaural beats", "a binaural beat", "binaural beats for headphones", "a binaural beat generator")),
    }[kind]  # fmt: skip
    talk = Talk(what, ("plays", "plays", "generates", "makes", "produces"), parts=parts)
    level_name = at_end(scene, talk, ("unsaid", "unsaid", "volume", "volume", "switch", "switch-volume"))
    feeds = [(0.05, scene.steps[0].control, "1")] if "switch" in level_name else []
    return told(scene, talk, played(feeds, during(0.1, 1.6, every(left(has_pitch(base, 0.006)), right(has_pitch(base + gap, 0.006)), sounds(0.001))), 1.6))


def harmonics(draw: Draw) -> Example:
    """Partials, each with a level slider, over a fixed or adjustable fundamental."""
    scene = Scene(draw)
    count, base, slider = draw.one((3, 3, 4, 4, 5)), draw.one(BASE[:22]), draw.chance(0.4)
    base = 110 if slider else base
    kind = draw.one(("all", "all", "all", "odd"))
    numbers = range(1, count + 1) if kind == "all" else range(1, 2 * count, 2)
    parts: list[Part] = []
    box = 0
    if slider:
        box, part = control(scene, "frequency", 50, 500, 110, said=draw.one(("fundamental", "fundamental frequency", "frequency", "base frequency", "pitch")))
        parts.append(part)
    voices, sliders = [], []
    for number in numbers:
        amount = scene.add(f'hsl 0 1 "{number}" init:{round(1 / number, 2):g}')
        sliders.append(amount)
        pitch = (scene.add(f"* {number}", box) if number > 1 else box) if slider else 0
        voices.append(scene.add("*~", scene.add("osc~", pitch) if slider else scene.add(f"osc~ {base * number}"), scene.into(1, amount)))
    scene.signal = (scene.add("*~ 0.3", *voices),)
    last = numbers[-1]

    def appears(before: Sound, after: Sound) -> bool:
        return energy_near(after, base * last, 14) > 1.5 * energy_near(before, base * last, 14)

    scene.steps.append(Step(sliders[-1], "1", appears, f"{round(1 / last, 2):g}"))
    odd = "odd " if kind == "odd" else ""
    on = "" if slider else f" of {hertz(draw, base)}"
    talk = Talk(
        lambda: draw.one((f"the first {draw.one(COUNTS[count])} {odd}harmonics{on} with a level slider for each", f"{draw.one(COUNTS[count])} {odd}harmonics{on}, each with its own volume slider", f"a sum of {draw.one(COUNTS[count])} {odd}harmonics{on} with a slider for each amplitude", f"{draw.one(COUNTS[count])} {odd}partials{on} with separate level sliders", f"{draw.one(COUNTS[count])} {odd}harmonic sines{on}, one slider per harmonic")),
        ("plays", "plays", "mixes", "adds up", "generates"), parts=parts, does=(f"does additive synthesis with {count} {odd}harmonics{on} and a slider for the level of each", f"is an additive synth with {count} {odd}harmonics{on} and a level slider for each"),
        nouns=(f"an additive synthesizer with {count} {odd}harmonics{on} and a slider per harmonic", f"a drawbar organ with {count} {odd}harmonics{on} and level sliders" if kind == "all" else f"an additive synth of {count} odd harmonics{on} with level sliders"),
        asks=(f"additive synth, {count} {odd}harmonics{on}, slider each", f"i want to mix {count} {odd}harmonics{on} with sliders"),
    )  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "unsaid", "volume", "switch"))
    return told(scene, talk, steady(scene, contains(base, at_least=0.1, width=20)))


def drone(draw: Draw) -> Example:
    """A low held sound: named notes, fifths, detuned oscillators, a filter, and a slow fade or a switch."""
    scene = Scene(draw)
    base, kind, name = draw.one(BASSES), draw.one(("fifth", "octaves", "three", "slider", "moving")), draw.one(("sawtooth", "sawtooth", "sine", "triangle", "square"))
    parts: list[Part] = []
    body = WAVEFORMS[name]
    tail = ""
    if kind == "slider":
        box, part = control(scene, "cutoff", 50, 3000, 500, said=draw.one(("cutoff", "brightness", "cutoff frequency", "tone")))
        parts.append(part)
        name, body = "sawtooth", WAVEFORMS["sawtooth"]
        mixed: Handle | Cord = scene.add("*~ 0.5", wave(scene, body, plain(base)), wave(scene, body, plain(base + 0.5)))
        mixed = scene.add("lop~ 500", mixed, scene.into(1, box))
        scene.steps.append(Step(box, "60", lambda before, after: level(after) < 0.95 * level(before), "500"))
        tail = f" of two detuned saws at {hertz(draw, base)} through a low-pass filter"
    elif kind == "moving":
        cutoff, rate = draw.one(tuple(value for value in CUTOFFS if 300 <= value <= 800)), draw.one((0.05, 0.1, 0.1, 0.2, 0.25))
        swing = scene.add(f"+~ {cutoff}", scene.add(f"*~ {cutoff // 2}", scene.add(f"osc~ {rate:g}")))
        mixed = scene.sketch.out(scene.add("vcf~ 3", wave(scene, body, plain(base)), scene.into(1, swing)), 1)
        tail = f" of a {name} at {hertz(draw, base)} through a low-pass filter that moves slowly around {hertz(draw, cutoff)} ({hertz(draw, rate)})"
    else:
        ratios, words = {"fifth": ((1, 1.5), "a root of {f} and its fifth"), "octaves": ((1, 2, 4), "{f} and the two octaves above"), "three": ((1, 1.5, 2), "{f}, its fifth and its octave")}[kind]
        tones = [wave(scene, body, plain(round(base * ratio, 2))) for ratio in ratios]
        mixed = scene.add(f"*~ {plain(round(1 / len(tones), 2))}", *tones)
        tail = " made of " + words.replace("{f}", hertz(draw, base)) + (f" on {name}s" if name != "square" else " on square waves")
    scene.signal = (mixed,)
    talk = Talk(lambda: draw.one(("a drone", "a drone", "a deep drone", "a low drone", "a continuous drone", "a bass drone")) + tail, ("plays", "plays", "holds", "makes", "sounds"), parts=parts)
    at_end(scene, talk, LEVELS)
    return told(scene, talk, steady(scene, sounds(0.0003)))


def level_pair(draw: Draw) -> Example:
    """Two tones whose shares the prompt names, a root and something above it."""
    scene = Scene(draw)
    base, key = draw.one(BASE), draw.one(("perfect fifth", "octave", "major third", "twelfth", "perfect fourth"))
    ratio, called = INTERVALS[key]
    amount = draw.one((0.1, 0.2, 0.25, 0.3, 0.5, 0.6))
    one, two = scene.add(f"osc~ {base}"), scene.add(f"*~ {plain(amount)}", scene.add(f"osc~ {plain(round(base * ratio, 2))}"))
    scene.signal = (scene.add("*~ 0.5", scene.add("+~", one, scene.into(1, two))),)
    talk = Talk(lambda: draw.one((f"a {hertz(draw, base)} sine and, quieter at {share(draw, amount)}, another {draw.one(called[:2])} above", f"a sine at {hertz(draw, base)} plus {share(draw, amount)} of one {draw.one(called[:2])} higher", f"a {hertz(draw, base)} tone mixed with one {draw.one(called[:2])} above it at {share(draw, amount)} of its level")), ("plays", "mixes", "plays", "generates"))
    at_end(scene, talk, LEVELS)
    return told(scene, talk, steady(scene, every(contains(base, at_least=0.5, width=18), contains(base * ratio, at_least=0.004, width=18))))


SKILLS: dict[str, Skill] = widened({
    "chord": chord_hit, "chord-choice": chord_choice, "interval": interval, "interval-control": interval_control, "beating": beating, "binaural": binaural, "harmonics-sliders": harmonics, "drone": drone, "root-and-overtone": level_pair,
})  # fmt: skip
