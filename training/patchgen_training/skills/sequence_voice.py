"""Small instruments for notes: a waveform, perhaps an envelope for each note, a volume, the output."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.sketch import Cord, Handle, Sketch

WAVES: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "sine": ("osc~", (), ("a sine wave", "a sine", "a sine oscillator", "sine tones", "a sine wave oscillator")),
    "sawtooth": ("phasor~", ("-~ 0.5",), ("a sawtooth wave", "a saw wave", "a sawtooth oscillator", "a saw", "sawtooth tones")),
    "square": ("phasor~", ("expr~ $v1 > 0.5", "-~ 0.5"), ("a square wave", "a square wave oscillator", "square waves", "a square oscillator")),
    "triangle": ("phasor~", ("expr~ abs($v1 - 0.5) * 4 - 1",), ("a triangle wave", "a triangle oscillator", "triangle waves")),
}
VOLUME_WORDS = ("a volume slider", "volume control", "a slider for the volume", "a volume fader", "adjustable volume", "a volume control",
                "a volume slider", "a slider to control the volume", "a slider for loudness", "a slider to set the volume", "a gain slider")
GAINS = (0.05, 0.1, 0.1, 0.15, 0.25, 0.3)


@dataclass(frozen=True)
class Voice:
    """What was built after the notes, and the words for it."""

    sound: Sequence[str] = ()
    """`a sawtooth wave`; empty where the prompt does not say."""
    shape: Sequence[str] = ()
    """`a decay of 300 ms on each note`; empty where there is none."""
    level: Sequence[str] = field(default=())
    """`a volume slider`; empty where there is none."""
    effect: Sequence[str] = field(default=())
    """`a low-pass filter at 800 Hz`; empty where there is none."""


def waveform(sketch: Sketch, kind: str, *pitch: Handle | Cord) -> Handle:
    """The boxes of an oscillator."""
    oscillator, shaping, _ = WAVES[kind]
    handle = sketch.add(oscillator, *pitch)
    for body in shaping:
        handle = sketch.add(body, handle)
    return handle


def envelope(sketch: Sketch, signal: Handle, attack: int, decay: int, *triggers: Handle | Cord) -> Handle:
    """Each trigger lets the signal ring and fade."""
    if attack:
        up = sketch.add(f"msg 1 {attack} , 0 {decay} {attack}", *triggers)
        return sketch.add("*~", signal, sketch.into(1, sketch.add("vline~", up)))
    down = sketch.add(f"msg 1 , 0 {decay}", *triggers)
    return sketch.add("*~", signal, sketch.into(1, sketch.add("line~", down)))


def output(sketch: Sketch, signal: Handle, has_slider: bool, gain: float = 0.2) -> None:
    """The volume and both channels."""
    if has_slider:
        last = sketch.add("*~", signal, sketch.into(1, sketch.add('hsl 0 1 "volume" init:0.3')))
    else:
        last = sketch.add(f"*~ {gain:g}", signal)
    sketch.add("dac~", last, sketch.into(1, last))


def filtered(draw: Draw, sketch: Sketch, signal: Handle) -> tuple[Handle, Sequence[str]]:
    """A low-pass filter with a fixed or an adjustable cutoff."""
    noun = draw.one(("low-pass filter", "lowpass filter", "low pass filter", "lowpass"))
    if draw.chance(0.4):
        control = sketch.add('hsl 50 10000 "cutoff" init:1000')
        return sketch.add("lop~", signal, sketch.into(1, control)), (
            f"a {noun} with a cutoff slider", f"a {noun} with adjustable cutoff", f"a {noun} whose cutoff is set by a slider", f"an adjustable {noun}", f"a {noun} and a slider for its cutoff")
    cutoff = draw.one((200, 300, 400, 500, 600, 800, 800, 1000, 1000, 1200, 1500, 2000, 3000, 5000))
    return sketch.add(f"lop~ {cutoff}", signal), (
        f"a {noun} at {cutoff} Hz", f"a {cutoff} Hz {noun}", f"a {noun} with a cutoff of {cutoff} Hz", f"a {noun} set to {cutoff} Hz")


def echoed(draw: Draw, sketch: Sketch, signal: Handle) -> tuple[Handle, Sequence[str]]:
    """An echo with feedback, of a named time or a plain one."""
    time = draw.one((300, 300, 100, 150, 200, 250, 333, 375, 400, 450, 600, 750))
    line = sketch.add("delwrite~ echo 1000", signal)
    wet = sketch.add("*~ 0.5", sketch.add(f"delread~ echo {time}"))
    sketch.connect(wet, line)
    words = ("an echo", "an echo effect", "a delay with feedback", "some echo", "a delay effect", "echo") if time == 300 else (
        f"an echo of {time} ms", f"a {time} ms echo", f"a feedback delay of {time} ms", f"a {time} ms delay with feedback", f"an echo every {time} ms")
    return sketch.add("+~", signal, sketch.into(1, wet)), words


def shape_words(attack: int, decay: int) -> tuple[str, ...]:
    """Ways to speak of an envelope."""
    if attack:
        return (f"an envelope of {attack} ms attack and {decay} ms decay on each note", f"a {attack} ms attack and a {decay} ms decay per note",
                f"an attack of {attack} ms and a decay of {decay} ms for every note")
    return (f"a decay of {decay} ms on each note", f"notes that fade out in {decay} ms", f"an envelope of {decay} ms per note",
            f"a {decay} ms decay envelope", f"each note decaying in {decay} ms", f"a {decay} ms fade out for every note")


def voice(draw: Draw, sketch: Sketch, pitch: Handle, *triggers: Handle | Cord, slider: float = 0.55) -> Voice:
    """An instrument for a stream of frequencies; each trigger is a new note."""
    kind = draw.one(("sine", "sine", "sine", "sawtooth", "square", "triangle"))
    said = WAVES[kind][2] if kind != "sine" or draw.chance(0.4) else ()
    signal = waveform(sketch, kind, pitch)
    shape: Sequence[str] = ()
    effect: Sequence[str] = ()
    if draw.chance(0.16):
        signal, effect = filtered(draw, sketch, signal)
    if triggers and draw.chance(0.35):
        attack = draw.one((0, 0, 0, 5, 10, 20, 50))
        decay = draw.one((50, 80, 100, 120, 150, 200, 250, 300, 400, 500, 600, 800, 1000))
        signal = envelope(sketch, signal, attack, decay, *triggers)
        shape = shape_words(attack, decay)
    if not effect and draw.chance(0.12):
        signal, effect = echoed(draw, sketch, signal)
    has_slider = draw.chance(slider)
    fixed = not has_slider and draw.chance(0.2)
    gain = draw.one(GAINS) if fixed else 0.2
    output(sketch, signal, has_slider, gain)
    level = VOLUME_WORDS if has_slider else (f"a volume of {gain:g}", f"a gain of {gain:g}", f"an amplitude of {gain:g}") if fixed else ()
    return Voice(said, shape, level, effect)
