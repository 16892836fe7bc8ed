"""Skills: plain tones and noises in long formal sentences and free speech: pitch fixed, typed, on a slider, as MIDI note."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.audio_part import Part
from patchgen_training.skills.audio_scene import Scene
from patchgen_training.skills.audio_units import TONES, plain
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import Step, dominant, to_pitch
from patchgen_training.skills.sound_stage import (
    Voice,
    finished,
    in_hertz,
    level,
    named,
    noise,
    tone,
    usual,
)
from patchgen_training.skills.sound_words import Control, Fill, Request

PLAYS = ("plays", "plays", "plays", "generates", "produces", "outputs", "synthesizes", "creates", "makes")
TO = (
    "", "", "", " and sends it to the audio output", " on both speakers", " and sends it to the left and right output", " and sends it to the loudspeakers", " through the speakers", " and outputs it on both channels",
    " and sends it to dac~", " through the digital-to-analog converter", " on the left and the right channel",
)  # fmt: skip
ASKS = (
    "I want to hear {what}", "let me hear {what}", "how can I hear {what}?", "{what}, nothing else", "can Pd make {what}?", "I just need {what} coming out of my speakers", "why do I hear nothing? I only want {what}", "is there an object for {what}?",
    "what do I connect to dac~ to hear {what}?", "need {what} to test my speakers",
)  # fmt: skip
WAVEFORMS = ("sine", "sine", "sine", "sawtooth", "square", "triangle")


def played(draw: Draw, voice: Voice) -> tuple[list[str], list[str], list[str]]:
    """Predicates, noun phrases and sentences about playing a voice."""
    does = [f"{verb} {{what}}{end}" for verb in PLAYS for end in draw.some(TO, 5)]
    return does, ["{what}", "{what}", "a patch playing {what}", "a source of {what}"][:3], list(ASKS)


def request(scene: Scene, voice: Voice, controls: list[Control], **values: Fill) -> Request:
    """A voice that is simply played."""
    does, things, asks = played(scene.draw, voice)
    return Request(does, things, asks, [*voice.controls, *controls], values={"what": named(scene.draw, voice.what), **values})


def simple(pitches: tuple[str, ...]) -> Skill:
    """A tone with its pitch set in one of these ways."""

    def skill(draw: Draw) -> Example:
        scene = Scene(draw)
        scene.source = Part(())
        voice = tone(scene, draw.one(pitches), draw.one(WAVEFORMS))
        scene.signal, scene.frequency = (voice.signal,), voice.frequency
        controls = level(scene, usual(draw))
        return finished(scene, request(scene, voice, controls, f=in_hertz(draw, voice.frequency)))

    return skill


def noises(draw: Draw) -> Example:
    """White, pink or brown noise with a level."""
    scene = Scene(draw)
    voice = noise(scene, draw.one(("white", "white", "pink", "pink", "brown")))
    scene.signal = (voice.signal,)
    return finished(scene, request(scene, voice, level(scene, usual(draw))))


SHOWN = (
    "{play} the MIDI note entered in a number box as a sine wave and shows its frequency in hertz in a second number box", "takes a MIDI note number from a number box, converts it to hertz, shows the frequency in another number box and {play} it as a sine tone",
    "converts a MIDI note number in a number box to a frequency, displays this frequency and {play} a sine wave with it", "reads a MIDI note from a number box, displays the matching frequency in Hz in another number box and {play} a sine at that pitch",
    "receives a MIDI note in a number box, shows how many hertz it has and {play} it with an oscillator",
)  # fmt: skip
SHOWN_ASKS = (
    "I type a MIDI note like 69 and want to hear it as a sine and see its frequency (440 Hz)", "how can I play a midi note I type with a sine and at the same time see how many Hz it is?", "number box with a midi note -> hear it and see the hertz",
    "what frequency is MIDI note 60? I want to type the note, see the Hz and hear the tone", "Type in a MIDI note, hear a sine, read the frequency in another box.",
)  # fmt: skip


def note_shown(draw: Draw) -> Example:
    """A MIDI note that is heard and whose frequency is shown."""
    scene = Scene(draw)
    control = scene.add('number "note"')
    shown = scene.add("number", scene.add("mtof", control))
    scene.signal = (scene.add("osc~ 440", shown),)
    scene.steps.append(Step(control, "72", to_pitch(523.25), "69"))
    controls = level(scene, draw.one(("unsaid", "volume", "volume", "toggle")))
    return finished(scene, Request(SHOWN, (), SHOWN_ASKS, controls, values={"play": named(draw, ("plays", "plays", "sounds"))}))


TWO = (
    "plays two sine waves at the same time, one of {a} and one of {b}", "adds a sine wave of {a} to another one of {b} and plays the sum", "mixes two sine oscillators, one at {a} and the other at {b}, and sends the sum to both speakers",
    "generates a tone of {a} and a tone of {b} together", "sums two oscillators with frequencies of {a} and {b} and sends the result to the audio output", "plays {a} and {b} simultaneously as sine tones", "outputs the sum of a {a} sine and a {b} sine",
)  # fmt: skip
TWO_THINGS = ("two sine tones, {a} and {b}, at once", "the sum of a {a} sine and a {b} sine", "two oscillators of {a} and {b} mixed together")
TWO_ASKS = ("I want to hear {a} and {b} at the same time", "how do two tones, {a} and {b}, sound together?", "how can i add two oscillators, {a} and {b}?", "play {a} together with {b}", "mix a {a} sine with a {b} one, both at the same level")


def two_tones(draw: Draw) -> Example:
    """Two fixed tones together."""
    scene = Scene(draw)
    low, high = sorted(draw.some([tone for tone in TONES if 80 <= tone <= 1500], 2))
    one, two = scene.add(f"osc~ {plain(low)}"), scene.add(f"osc~ {plain(high)}")
    scene.signal = (scene.add("*~ 0.5", scene.mix(one, two)),)
    controls = level(scene, draw.one(("unsaid", "volume", "volume", "toggle", "mute")))
    return finished(scene, Request(TWO, TWO_THINGS, TWO_ASKS, controls, values={"a": in_hertz(draw, low), "b": in_hertz(draw, high)}))


BOXES = (
    "plays two sine waves whose frequencies are entered in two number boxes", "takes two frequencies from two number boxes and plays a sine wave for each", "adds two sine oscillators, each with a number box for its frequency, and plays the sum",
    "reads a frequency for each of two sine oscillators from its own number box and mixes the two", "lets the user enter the frequencies of two sine waves in number boxes and plays both at once",
)  # fmt: skip
BOXES_THINGS = ("two sine oscillators, each with a frequency number box", "two sine tones with a number box each for the frequency")
BOXES_ASKS = ("two oscillators at once, I type each frequency in its own number box", "how can I type two frequencies and hear both sines together?", "I want to compare two sine tones whose frequencies I type in")


def two_boxes(draw: Draw) -> Example:
    """Two tones with a number box each."""
    scene = Scene(draw)
    first, second = scene.add('number "frequency_1"'), scene.add('number "frequency_2"')
    one, two = scene.add("osc~ 440", first), scene.add("osc~ 660", second)
    scene.signal = (scene.add("*~ 0.5", scene.mix(one, two)),)
    scene.steps.append(Step(second, "440", to_pitch(440), "660"))
    controls = level(scene, draw.one(("unsaid", "volume", "toggle")))
    return finished(scene, Request(BOXES, BOXES_THINGS, BOXES_ASKS, controls))


CHORDS = {
    "major": (4, 7), "minor": (3, 7), "diminished": (3, 6), "augmented": (4, 8),
}  # fmt: skip
CHORD = (
    "plays a {kind} triad on the MIDI note entered in a number box", "takes a root as MIDI note from a number box and plays the {kind} chord on it with three sine oscillators", "reads a MIDI note number typed by the user and plays a {kind} triad built on this note",
    "builds a {kind} chord on a MIDI note from a number box, adding {x} and {y} semitones to it, and plays the three notes with sine waves", "receives a root note in a number box and plays it together with the notes {x} and {y} semitones above it",
    "plays three sine waves, the MIDI note of a number box and the notes {x} and {y} semitones higher, as a {kind} chord",
)  # fmt: skip
CHORD_THINGS = ("a {kind} chord on a root note typed in a number box", "a {kind} triad of sines whose root is a MIDI note number box")
CHORD_ASKS = ("I type a root note and want to hear its {kind} chord", "how do I make a {kind} triad out of one MIDI note I type? (+{x} and +{y} semitones)", "{kind} chord from one number box please", "number box with the root -> {kind} triad")


def chord_on_root(draw: Draw) -> Example:
    """A triad on a typed root: the kinds differ only in their thirds and fifths."""
    scene = Scene(draw)
    kind = draw.one(tuple(CHORDS))
    x, y = CHORDS[kind]
    root = scene.add('number "note"')
    notes = [root, scene.add(f"+ {x}", root), scene.add(f"+ {y}", root)]
    tones = [scene.add("osc~", scene.add("mtof", note)) for note in notes]
    scene.signal = (scene.add("*~ 0.33", *tones),)
    wanted = [8.17579891564 * 2 ** (note / 12) for note in (72, 72 + x, 72 + y)]
    scene.silent = False
    scene.steps.append(Step(root, "72", lambda _before, after: min(abs(dominant(after) - hertz) for hertz in wanted) < 6))
    controls = level(scene, draw.one(("unsaid", "volume", "toggle")))
    return finished(scene, Request(CHORD, CHORD_THINGS, CHORD_ASKS, controls, values={"kind": lambda: kind, "x": lambda: str(x), "y": lambda: str(y)}))


SKILLS: dict[str, Callable[[Draw], Example]] = {
    "tone-fixed": simple(("fixed", "fixed", "steady")),
    "tone-typed": simple(("box",)),
    "tone-slid": simple(("slider",)),
    "tone-note": simple(("note-box", "note-box", "note-slider")),
    "noise": noises,
    "note-shown": note_shown,
    "two-tones": two_tones,
    "two-number-boxes": two_boxes,
    "chord-on-root": chord_on_root,
}

CORE: tuple[str, ...] = (
    *(f"sound_tones/{name}" for name in SKILLS),
    "audio_chains/sine", "audio_chains/sine-slider", "audio_chains/tone-number-box", "audio_chains/tone-note-box", "audio_chains/white-noise", "audio_chains/coloured-noise", "audio_chains/tone-level", "audio_chains/noise-level",
    "audio_oscillators/two-tones", "audio_oscillators/detuned", "audio_voices/chord", "audio_oscillators_harmony/chord",
)  # fmt: skip
"""Plain requests that deserve more examples than exotic ones."""
