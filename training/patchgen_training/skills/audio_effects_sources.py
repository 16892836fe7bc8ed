"""What an effect is put on: the microphone, noises, tones, chords, drones, a struck note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from patchgen_training.skills.audio_part import Chain
from patchgen_training.skills.audio_sources import NOISES, WAVEFORMS, coloured, wave
from patchgen_training.skills.audio_units import BASSES, TONES, an, hertz, plain
from patchgen_training.skills.sketch import Handle

FIELD_SHORT = {"sawtooth": ("saw", "sawtooth", "saw wave"), "square": ("square", "square wave"), "sine": ("sine", "sine tone"), "triangle": ("triangle", "triangle wave")}
NOUNS = {
    "sawtooth": ("saw", "saw wave", "sawtooth", "sawtooth wave", "saw oscillator", "sawtooth oscillator"),
    "square": ("square wave", "square wave", "square oscillator", "square tone"),
    "sine": ("sine wave", "sine", "sine tone", "sine oscillator"),
    "triangle": ("triangle wave", "triangle", "triangle oscillator"),
}  # fmt: skip
MICROPHONE = (
    "the mic", "my mic", "the microphone", "my microphone", "the microphone input", "the mic input", "live input", "my voice", "my guitar",
    "the audio input", "the incoming sound", "the sound from adc~", "the line input", "my bass", "what I sing into the mic", "whatever comes into the microphone", "a live microphone",
)  # fmt: skip
CHORDS = (
    (("a C major chord", "a C major triad", "a C chord"), (262, 330, 392)), (("an A minor chord", "an A minor triad", "an Am chord"), (220, 262, 330)),
    (("a D minor chord", "a D minor triad"), (294, 349, 440)), (("an E minor chord", "an Em chord"), (165, 196, 247)), (("a G major chord", "a G major triad"), (196, 247, 294)),
    (("a chord", "a three note chord", "a major chord", "a simple chord"), (262, 330, 392)), (("a minor chord",), (220, 262, 330)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Its words, and what is needed to hear it."""

    nouns: tuple[str, ...]
    """With article."""
    shorts: tuple[str, ...]
    kind: str
    start: Handle = 0
    """The button that sets it off."""
    control: Handle = 0
    """A slider of its own."""
    word: str = ""
    """What the slider is called."""


def microphone(chain: Chain) -> Source:
    """The first input."""
    chain.signal = (chain.add("adc~ 1"),)
    return Source(MICROPHONE, ("mic", "mic", "microphone", "adc~", "guitar", "live input", "voice"), "mic")


def noise(chain: Chain) -> Source:
    """A noise of some colour; white where the prompt says only noise."""
    kind = NOISES[chain.draw.one(("white", "white", "white", "pink", "pink", "brown"))]
    chain.signal = (coloured(chain, kind),)
    return Source(kind.nouns, kind.shorts, "noise")


def tone(chain: Chain, *names: str) -> Source:
    """An oscillator at a frequency that is named, left open, or on a slider."""
    draw = chain.draw
    name = draw.one(names or ("sawtooth", "sawtooth", "square", "sine", "triangle"))
    nouns, shorts = NOUNS[name], FIELD_SHORT[name]
    mode = draw.one(("named", "named", "open", "open", "slider"))
    chain.flat = name == "square"
    if mode == "slider":
        word = draw.one(("frequency", "frequency", "pitch"))
        control = chain.add(f'hsl 50 2000 "{word}" init:440')
        chain.signal = (wave(chain, WAVEFORMS[name], "", control),)
        chain.frequency = 440
        return Source(tuple(map(an, nouns)), shorts, name, control=control, word=word)
    chain.frequency = 440 if mode == "open" else draw.one(TONES if draw.chance(0.6) else (*BASSES, 110, 110, 220, 220))
    chain.signal = (wave(chain, WAVEFORMS[name], plain(chain.frequency)),)
    if mode == "open":
        return Source((*map(an, nouns), "a plain " + nouns[0], "a simple " + nouns[0]), shorts, name)
    spelled = [hertz(draw, chain.frequency) for _ in range(6)]
    named = [text for noun, at in zip((*nouns, *nouns), spelled, strict=False) for text in (f"a {at} {noun}", f"{an(noun)} at {at}", f"{an(noun)} of {at}", f"a {at} {noun}")]
    return Source(tuple(named), tuple(f"{draw.one(shorts)} {at}" for at in spelled), name)


def bright(chain: Chain) -> Source:
    """A tone with overtones."""
    return tone(chain, "sawtooth", "sawtooth", "square")


def chord(chain: Chain) -> Source:
    """Three oscillators."""
    draw = chain.draw
    nouns, frequencies = draw.one(CHORDS)
    name = draw.one(("sine", "sine", "sawtooth", "triangle"))
    voices = [wave(chain, WAVEFORMS[name], str(frequency)) for frequency in frequencies]
    chain.signal = (chain.add("*~ 0.33", *voices),)
    of = {"sine": ("", " of sines", " of sine waves"), "sawtooth": (" of saws", " of sawtooth waves"), "triangle": (" of triangle waves",)}[name]
    return Source(tuple(f"{noun}{end}" for noun in nouns for end in of), tuple(f"{noun}{of[-1]}" for noun in nouns), "chord")


def drone(chain: Chain) -> Source:
    """Two low saws, slightly apart."""
    draw = chain.draw
    base = draw.one(BASSES)
    named = draw.chance(0.6)
    base = base if named else 55
    voices = [wave(chain, WAVEFORMS["sawtooth"], plain(base + offset)) for offset in (0, 0.5)]
    chain.signal = (chain.add("*~ 0.5", *voices),)
    if not named:
        return Source(("a drone", "a low drone", "a saw drone", "a deep drone", "a sawtooth drone"), ("drone", "saw drone"), "drone")
    return Source(
        (f"a {hertz(draw, base)} drone", f"a drone at {hertz(draw, base)}", f"a low drone at {hertz(draw, base)}", f"a saw drone at {hertz(draw, base)}"),
        (f"drone {hertz(draw, base)}",), "drone",
    )  # fmt: skip


def struck(chain: Chain) -> Source:
    """A button and a note that dies away."""
    draw = chain.draw
    name, decay = draw.one(("sine", "sine", "triangle", "sawtooth")), draw.one((100, 150, 200, 250, 300))
    named = draw.chance(0.5)
    chain.frequency = draw.one(tuple(tone for tone in TONES if 200 <= tone <= 1000)) if named else 440
    button = chain.add("bng")
    gain = chain.add("line~", chain.add(f"msg 1 , 0 {decay}", button))
    chain.signal = (chain.add("*~", wave(chain, WAVEFORMS[name], plain(chain.frequency)), chain.into(1, gain)),)
    nouns = ("note", "beep", "blip", "tone", "ping")
    at = [f"{hertz(draw, chain.frequency)} " if named else "" for _ in nouns]
    form = "" if name == "sine" else f"{NOUNS[name][0]} "
    push = ("triggered by a button", "on a button", "on a bang", "played by a button", "started with a button", "when I click a button", "each time I hit a bang")
    length = draw.one((f"{decay} ms ", f"{decay}ms ", f"{decay} millisecond "))
    texts = tuple(f"a {length}{hertz_}{form}{noun} {draw.one(push)}" for noun, hertz_ in zip(nouns, at, strict=True))
    return Source(texts, tuple(f"bang -> {length}{at[0]}{form}{noun}" for noun in nouns[:2]), "struck", start=button)


SOURCES: dict[str, Callable[[Chain], Source]] = {
    "mic": microphone, "noise": noise, "tone": tone, "bright": bright, "chord": chord, "drone": drone, "struck": struck,
    "saw": lambda chain: tone(chain, "sawtooth"), "sine": lambda chain: tone(chain, "sine"),
}  # fmt: skip
ANY = ("mic",) * 5 + ("noise",) * 3 + ("tone",) * 5 + ("chord", "drone")
FULL = ("mic",) * 4 + ("noise",) * 4 + ("bright",) * 6 + ("drone", "drone", "chord")
"""Sounds that a filter can act upon."""
TIMED = ("mic",) * 7 + ("struck",) * 4 + ("noise", "tone", "tone", "chord")
"""Sounds that one puts echoes on."""
