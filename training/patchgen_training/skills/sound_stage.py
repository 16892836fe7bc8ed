"""What plain sound requests are made of: tones, noises, the microphone, and the level at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from patchgen_training.skills.audio_levels import LEVELS, VOLUME_WORDS, falls_far
from patchgen_training.skills.audio_scene import Scene
from patchgen_training.skills.audio_sources import NOISES, WAVEFORMS, coloured, wave
from patchgen_training.skills.audio_units import TONES, an, hertz, note_frequency, plain
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example
from patchgen_training.skills.expect_audio import Step, Trial, goes_silent, heard, to_pitch
from patchgen_training.skills.sketch import Cord, Handle
from patchgen_training.skills.sound_words import Control, Fill, Request, said


@dataclass(slots=True)
class Voice:
    """A source: its signal, its names as {what}, and the control of its pitch."""

    signal: Handle
    what: tuple[str, ...]
    controls: list[Control] = field(default_factory=list)
    frequency: float = 0


WAVE_NAMES = {
    "sine": ("sine wave", "sine tone", "sine", "sine oscillator", "pure tone", "sinusoid", "sinusoidal tone", "sine wave"),
    "sawtooth": ("sawtooth wave", "saw wave", "sawtooth oscillator", "sawtooth", "saw tone", "sawtooth tone"),
    "square": ("square wave", "square wave tone", "square wave oscillator", "square tone"),
    "triangle": ("triangle wave", "triangle tone", "triangular wave", "triangle oscillator"),
}
FREQUENCY_BOX = (
    "takes a frequency in hertz from a number box and {body} at this frequency", "reads a number entered in a number box as a frequency in Hz and {body} at that frequency",
    "receives a frequency in Hz typed by the user in a number box and {body} with this frequency", "accepts a frequency in a number box and {body} at that frequency",
    "sends the number typed into a number box to the frequency of an oscillator, so that it {body}",
)  # fmt: skip
FREQUENCY_SLIDER = (
    "takes a frequency from a slider and {body} at this frequency", "uses the position of a slider as the frequency of an oscillator and {body}", "reads a frequency from a slider and {body} at that frequency",
)  # fmt: skip
NOTE_BOX = (
    "takes a MIDI note number from a number box, converts it to a frequency and {body} at that pitch", "reads a MIDI note entered in a number box, turns it into hertz and {body}",
    "receives a MIDI note number typed by the user in a number box, converts it to Hz with mtof and {body}", "accepts a MIDI pitch in a number box, converts it to a frequency in hertz and {body} at this frequency",
    "converts the MIDI note number of a number box to its frequency and {body} at it",
)  # fmt: skip
NOTE_SLIDER = ("takes a MIDI note number from a slider, converts it to a frequency and {body} at that pitch", "reads a MIDI note from a slider, turns it into hertz and {body}")


def tone(scene: Scene, pitch: str, waveform: str = "sine") -> Voice:
    """An oscillator: `fixed`, `steady`, `box`, `slider`, `note-box`, `note-slider`."""
    draw, shape, names = scene.draw, WAVEFORMS[waveform], WAVE_NAMES[waveform]
    bare = tuple(an(name) for name in names)
    if pitch == "fixed":
        frequency = draw.one(TONES)
        what = tuple(text for name in names for text in ("{a} {f} " + name, f"{an(name)} of {{f}}", f"{an(name)} at {{f}}", f"{an(name)} with a frequency of {{f}}"))
        return Voice(wave(scene, shape, plain(frequency)), tuple(text.replace("{a}", "a") for text in what), [], frequency)
    if pitch == "steady":
        return Voice(wave(scene, shape, "440"), bare, [], 440)
    if pitch == "box":
        control = scene.add('number "frequency"')
        scene.steps.append(Step(control, "650", to_pitch(650), "440"))
        name = draw.one(("frequency", "frequency", "frequency", "pitch"))
        return Voice(wave(scene, shape, "440", control), bare, [Control(name, "number box", draw.one(("", "in Hz", "in hertz")), FREQUENCY_BOX)], 440)
    if pitch == "slider":
        control = scene.add('hsl 50 2000 "frequency" init:440')
        scene.steps.append(Step(control, "2000", to_pitch(2000), "440"))
        return Voice(wave(scene, shape, "", control), bare, [Control(draw.one(("frequency", "frequency", "pitch")), "slider", "", FREQUENCY_SLIDER)], 440)
    boxed = pitch == "note-box"
    control = scene.add('number "note"' if boxed else 'hsl 36 84 "note" init:60')
    scene.steps.append(Step(control, "72", to_pitch(note_frequency(72)), "69" if boxed else "60"))
    name = draw.one(("MIDI note", "MIDI note number", "pitch as a MIDI note", "midi note"))
    voice = wave(scene, shape, "440" if boxed else "", scene.add("mtof", control))
    return Voice(voice, bare, [Control(name, "number box" if boxed else "slider", "", NOTE_BOX if boxed else NOTE_SLIDER)], 440 if boxed else note_frequency(60))


def noise(scene: Scene, colour: str) -> Voice:
    """White, pink or brown noise."""
    return Voice(coloured(scene, NOISES[colour]), (f"{colour} noise", f"{colour} noise", f"a {colour} noise signal") + (("noise",) if colour == "white" else ()))


MICROPHONE = ("the microphone", "the microphone input", "the mic", "the sound from the microphone", "the microphone signal", "my voice from the mic", "the audio input")


def microphone(scene: Scene) -> Voice:
    """The sound card's first input."""
    return Voice(scene.add("adc~ 1"), MICROPHONE)


def level(scene: Scene, kind: str) -> list[Control]:
    """The last stage: nothing said, a volume slider or number box, a toggle, a mute."""
    if kind in ("volume", "number"):
        word = scene.draw.one(VOLUME_WORDS)
        control = scene.add(f'hsl 0 1 "{word}" init:0.3' if kind == "volume" else f'number 0 1 "{word}"')
        scene.mono("*~" if kind == "volume" else "*~ 0.3", scene.into(1, control))
        scene.steps += [Step(control, "0.03", falls_far, "0.3"), Step(control, "0", goes_silent)]
        lead = (
            "{body}, multiplies it by the value of a %s and sends it to both outputs", "{body}, scales it with a %s for the {n} and plays it on both speakers", "{body} at {n} set with a %s",
        )[:2]  # fmt: skip
        device = "slider" if kind == "volume" else "number box"
        return [Control(word, device, scene.draw.one(("", "", "from 0 to 1")), tuple(text.replace("%s", f"{word} {device}" if "value" in text else device) for text in lead))]
    LEVELS[{"toggle": "switch"}.get(kind, kind)](scene)
    return [] if kind == "unsaid" else [Control("", kind)]


def usual(draw: Draw) -> str:
    """A level, most often none that is spoken of or a slider."""
    return draw.one(("unsaid", "unsaid", "volume", "volume", "volume", "number", "toggle", "toggle", "mute", "buttons"))


def finished(scene: Scene, request: Request, check: Trial | None = None) -> Example:
    """The example with its output and its trial."""
    scene.output()
    text = scene.sketch.text()
    chosen = heard(text, check, []) if check else scene.trial()
    return Example(said(scene.draw, request), text, chosen.holds, chosen.feeds, seconds=chosen.seconds)


TAILS = ("", "", "", " and plays it", " and sends it to the speakers", " and plays the result", " and sends the result to the audio output", " and outputs the result on both channels", " and sends it to dac~")


def ended(draw: Draw, does: Sequence[str]) -> list[str]:
    """Predicates with and without the way to the speakers."""
    return [text + tail for text in does for tail in ("", *draw.some(TAILS, 3)) if "play" not in tail or not text.startswith(("plays", "outputs", "lets me hear"))]


def named(draw: Draw, options: Sequence[str]) -> Fill:
    """A value spelled afresh each time."""
    return lambda: draw.one(options)


def in_hertz(draw: Draw, value: float) -> Fill:
    """A frequency spelled afresh each time."""
    return lambda: hertz(draw, value)


def both(scene: Scene, left: Handle | Cord, right: Handle | Cord) -> None:
    """The signal in two channels."""
    scene.signal = (left, right)
