"""What a sentence can be about: a tone, a noise, a chord or two tones; and the clicks and keys that start it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from patchgen_training.skills.audio_scene import Scene
from patchgen_training.skills.audio_sources import NOISES, WAVEFORMS, coloured, wave
from patchgen_training.skills.audio_units import TONES, an, hertz, note_frequency, note_name, plain
from patchgen_training.skills.audio_voices import CHORDS, ROOTS
from patchgen_training.skills.expect_audio_time import Check, contains, has_pitch, sounds
from patchgen_training.skills.sketch import Handle

Fill = Callable[[], str]
HEARD = tuple(tone for tone in TONES if tone >= 100)
"""Hertz that small speakers give."""
WAVE_SHARE = ("sine", "sine", "sine", "sine", "sawtooth", "square", "triangle")
BARE = ("tone", "tone", "tone", "tone", "beep", "sound", "note")
"""What people call a sine of whose waveform they do not think."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A source: its output, its noun phrase and what must be heard of it."""

    handle: Handle
    noun: Fill
    check: Check
    kind: str
    frequency: float = 0

def tone(scene: Scene, waveforms: Sequence[str] = WAVE_SHARE, unsaid: float = 0.12, notes: float = 0.08) -> Voice:
    """An oscillator at a frequency in hertz, at a note, or at 440 Hz where nothing is said."""
    draw = scene.draw
    name, frequency = draw.one(waveforms), draw.one(HEARD)
    waveform, named = WAVEFORMS[name], name != "sine" or draw.chance(0.6)

    def word() -> str:
        return draw.one(waveform.nouns) if named else draw.one(BARE)

    if draw.chance(notes):
        note = draw.integer(48, 84)
        handle = wave(scene, waveform, "", scene.add("mtof", scene.add(f"msg {note}", scene.add("loadbang"))))
        called = (f"at MIDI note {note}", f"playing MIDI note {note}", f"at the note {note_name(note)}", f"tuned to {note_name(note)} (MIDI {note})", f"on midi note {note}")
        return Voice(handle, lambda: f"{an(word())} {draw.one(called)}", has_pitch(note_frequency(note)), "tone", note_frequency(note))
    if draw.chance(unsaid):
        return Voice(wave(scene, waveform, "440"), lambda: an(word()), has_pitch(440), "tone", 440)
    handle = wave(scene, waveform, plain(frequency))
    forms = ("a {f} {n}", "a {f} {n}", "a {f} {n}", "{a} at {f}", "{a} of {f}", "{a} ({f})", "{a} with a frequency of {f}")
    return Voice(handle, lambda: draw.one(forms).format(f=hertz(draw, frequency), n=word(), a=an(word())), has_pitch(frequency), "tone", frequency)


def noise(scene: Scene, kinds: Sequence[str] = ("white", "white", "white", "pink", "brown")) -> Voice:
    """Noise of a colour."""
    kind = NOISES[scene.draw.one(kinds)]
    return Voice(coloured(scene, kind), lambda: scene.draw.one(kind.nouns[:4]), sounds(), "noise")


def pair(scene: Scene) -> Voice:
    """Two tones together."""
    draw = scene.draw
    name, (one, two) = draw.one(WAVE_SHARE), sorted(draw.some(HEARD[8:50], 2))
    mixed = scene.add("+~", wave(scene, WAVEFORMS[name], str(one)), scene.into(1, wave(scene, WAVEFORMS[name], str(two))))
    word = "tone" if name == "sine" else f"{name} tone"
    forms = (f"two {word}s of {one} and {two} Hz", f"two {word}s, {one} Hz and {two} Hz,", f"a double {word} ({one} + {two} Hz)", f"{one} Hz and {two} Hz together as {word}s", f"a {word} of {one} Hz plus one of {two} Hz")
    return Voice(scene.add("*~ 0.5", mixed), lambda: draw.one(forms), contains(one, two, at_least=0.05), "pair")


def chord(scene: Scene) -> Voice:
    """A chord by its letter and quality."""
    draw = scene.draw
    kind, (root, note) = draw.one(("major", "major", "minor", "minor", *CHORDS)), draw.one(ROOTS)
    steps, names = CHORDS[kind]
    frequencies = [round(note_frequency(note + step)) for step in steps]
    voices = [wave(scene, WAVEFORMS["sine"], str(frequency)) for frequency in frequencies]
    handle = scene.add(f"*~ {plain(round(1 / len(steps), 2))}", *voices)

    def noun() -> str:
        return draw.one(("a {r} {q} chord", "a {r} {q} chord", "the chord {r} {q}", "a {q} chord on {r}")).format(r=root, q=names[0])

    return Voice(handle, noun, contains(*frequencies, at_least=0.02), "chord")


KINDS: dict[str, Callable[[Scene], Voice]] = {"tone": tone, "noise": noise, "pair": pair, "chord": chord}
MIXED = ("tone",) * 6 + ("noise",) * 2 + ("chord", "pair")


def voice(scene: Scene, kinds: Sequence[str] = MIXED) -> Voice:
    """Any of them."""
    return KINDS[scene.draw.one(kinds)](scene)


CLICKS = (
    "each time I click", "each time i click a button", "every time I click a button", "every time i press a button", "when a button is clicked", "when a button is pressed", "when I click a button",
    "when i press a button", "when i hit a button", "on every click", "on each button press", "whenever I press a button", "whenever a bang is clicked", "at the click of a button", "when I click on a bang",
    "once per click", "as soon as i push a button", "with a button", "on a bang", "every time i hit the button", "each time a button is pushed", "when clicked", "when you press a button",
    "at every bang", "on click", "whenever i click",
)  # fmt: skip
BUTTONS = ("a button that", "a button that", "a bang that", "a button which", "a push button that", "a bang button that", "one button that")
SPACE = ("when I press the space bar", "each time i hit space", "every time the space bar is pressed", "with the space bar", "whenever i press the spacebar", "on each press of the space bar")
ANY_KEY = ("when I press any key", "each time a key is pressed", "whenever a key of the computer keyboard is hit", "on every keystroke", "when any key on my keyboard is pressed")


@dataclass(frozen=True, slots=True)
class Press:
    """What gives a bang."""

    source: Handle
    box: Handle
    message: str
    when: Sequence[str]
    agents: Sequence[str]


def press(scene: Scene, keys: float = 0.12) -> Press:
    """A button, or a key of the computer."""
    if not scene.draw.chance(keys):
        source = scene.add("bng")
        return Press(source, source, "bang", CLICKS, BUTTONS)
    key = scene.add("key")
    if scene.draw.chance(0.6):
        return Press(scene.add("sel 32", key), key, "32", SPACE, ())
    return Press(scene.add("bng", key), key, "97", ANY_KEY, ())
