"""Skills: instruments played from a MIDI keyboard, a note number box, or a button."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.audio_scene import Scene, finish, played
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_units import (
    CUTOFFS,
    hertz,
    note_frequency,
    plain,
    span,
)
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import Sound, Trial, centroid
from patchgen_training.skills.expect_audio_time import (
    contains,
    during,
    every,
    falls,
    has_pitch,
    quiet,
    rises,
    sounds,
    strikes,
)
from patchgen_training.skills.instrument_timbres import frequency_modulated
from patchgen_training.skills.instrument_timbres import plucked as karplus_strong
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle

Fill = Callable[[], str]
Check = Callable[[Sound], bool]
KEYBOARD = ("a MIDI keyboard", "my MIDI keyboard", "a MIDI keyboard", "MIDI notes", "incoming MIDI notes", "notein", "MIDI input")
NAMES: dict[str, tuple[str, ...]] = {
    "sine": ("sine", "sine wave", "sine tone"), "sawtooth": ("sawtooth", "saw", "sawtooth wave"),
    "square": ("square wave", "square"), "triangle": ("triangle wave", "triangle"),
}  # fmt: skip


def heard(
    note: int, velocity: Handle, pitch: Handle, extra: Check | None = None, slow: float = 0.0
) -> Trial:
    """Plays a note on the boxes after [notein] and lets it go."""
    checks = [during(0.25 + slow, 0.5 + slow, every(sounds(), extra or has_pitch(note_frequency(note))))]
    checks.append(during(0.6 + 3 * slow, 0.75 + 3 * slow, quiet))
    feeds = [(0.1, pitch, str(note)), (0.1, velocity, "100"), (0.5 + slow, velocity, "0")]
    return played(feeds, every(*checks), 0.8 + 3 * slow, 0.1)


def keyboard(draw: Draw) -> Example:
    """A monophonic synthesizer: pitch from the note, level from the velocity."""
    scene = Scene(draw)
    name = draw.one(tuple(WAVEFORMS))
    notes = scene.add("notein")
    pitch = scene.add("mtof", scene.add("stripnote", notes, scene.into(1, scene.sketch.out(notes, 1))))
    handle = wave(scene, WAVEFORMS[name], "", pitch)
    filtered = draw.chance(0.4)
    cutoff = draw.one(tuple(value for value in CUTOFFS if value >= 800))
    if filtered:
        handle = scene.add(f"lop~ {cutoff}", handle)
    velocity = scene.add("/ 127", scene.sketch.out(notes, 1))
    gain = scene.add("line~", scene.add("msg $1 20", velocity))
    scene.signal = (scene.add("*~", handle, scene.into(1, gain)),)
    tail = " through a low-pass filter at {c}" if filtered else ""
    return finish(
        scene,
        (f"plays a {{w}} from {{k}}{tail}, with velocity as volume", f"is a monophonic {{w}} synth{tail} played by {{k}} with velocity sensitivity",
         f"receives MIDI notes, converts them to frequency and plays a {{w}}{tail}, the velocity sets the level",
         f"lets me play a {{w}}{tail} with {{k}} where the velocity controls the loudness", f"turns {{k}} into a {{w}} with velocity{tail}"),
        (f"a monophonic {{w}} synth{tail} played with {{k}}, velocity sensitive", f"a velocity sensitive {{w}} synthesizer{tail} controlled by {{k}}",
         f"a MIDI {{w}} synth{tail} with velocity", f"a simple mono synth with a {{w}} oscillator{tail}, played from {{k}} with velocity"),
        (f"midi keyboard -> {{w}} synth{tail}, velocity = volume", f"how do I play a {{w}}{tail} from {{k}} with velocity?",
         f"mono synth, {{w}}{tail}, notein, velocity to volume", f"i want to play a {{w}}{tail} on my keyboard, harder = louder"),
        check=heard(draw.one((57, 60, 64, 67, 69)), velocity, pitch),
        w=lambda: draw.one(NAMES[name]), k=lambda: draw.one(KEYBOARD), c=lambda: hertz(draw, cutoff),
    )  # fmt: skip


def keyboard_envelope(draw: Draw) -> Example:
    """A monophonic synthesizer with attack and release."""
    scene = Scene(draw)
    name, attack, release = draw.one(tuple(WAVEFORMS)), draw.one((5, 10, 20, 30, 50, 80, 100)), draw.one((100, 150, 200, 250, 300, 400, 500))
    notes = scene.add("notein")
    stripped = scene.add("stripnote", notes, scene.into(1, scene.sketch.out(notes, 1)))
    handle = wave(scene, WAVEFORMS[name], "", scene.add("mtof", stripped))
    switch = scene.add("sel 0", scene.sketch.out(notes, 1))
    off = scene.add(f"msg 0 {release}", switch)
    on = scene.add(f"msg 1 {attack}", scene.sketch.out(switch, 1))
    gain = scene.add("line~", off, on)
    scene.signal = (scene.add("*~", handle, scene.into(1, gain)),)
    check = heard(draw.one((57, 60, 64, 67, 69)), switch, stripped + 1, None, release / 1000 / 2)
    return finish(
        scene,
        ("plays a {w} from {k} with an attack of {a} and a release of {r}", "is a mono {w} synth for {k} with {a} attack and {r} release",
         "receives MIDI notes and plays a {w} with an envelope: {a} attack, {r} release", "lets me play a {w} on {k}, fading in over {a} and out over {r}"),
        ("a monophonic {w} synth for {k} with {a} attack and {r} release", "a MIDI {w} synth with an envelope ({a} attack, {r} release)",
         "a {w} keyboard synth with an attack of {a} and a release of {r}"),
        ("midi {w} synth, attack {a}, release {r}", "how do i add an envelope with {a} attack and {r} release to a {w} played from {k}?"),
        check=check, w=lambda: draw.one(NAMES[name]), k=lambda: draw.one(KEYBOARD), a=lambda: span(draw, attack), r=lambda: span(draw, release),
    )  # fmt: skip


def fm_keyboard(draw: Draw) -> Example:
    """Two oscillators, one modulating the other, from the keyboard."""
    scene = Scene(draw)
    ratio, index = draw.one((0.5, 1.5, 2, 3, 3.5, 4, 5, 7)), draw.one((100, 150, 200, 250, 300, 400, 500))
    notes = scene.add("notein")
    pitch = scene.add("mtof", scene.add("stripnote", notes, scene.into(1, scene.sketch.out(notes, 1))))
    modulator = scene.add(f"*~ {index}", scene.add("osc~", scene.add(f"* {plain(ratio)}", pitch)))
    carrier = scene.add("osc~", scene.add("+~", modulator, scene.into(1, pitch)))
    velocity = scene.add("/ 127", scene.sketch.out(notes, 1))
    gain = scene.add("line~", scene.add("msg $1 20", velocity))
    scene.signal = (scene.add("*~", carrier, scene.into(1, gain)),)
    frequency = note_frequency(69)
    spread = contains(frequency + ratio * frequency, at_least=0.001)
    return finish(
        scene,
        ("is an FM synth played by {k} with a modulator ratio of {q} and a modulation depth of {i}", "plays a two operator FM voice from {k}, ratio {q}, depth {i}",
         "receives MIDI notes and plays them with frequency modulation (ratio {q}, depth {i})"),
        ("an FM synthesizer for {k} with ratio {q} and depth {i}", "a MIDI FM synth, modulator at {q} times the note and {i} deep",
         "a two operator FM synth played with {k} (ratio {q}, depth {i})"),
        ("fm synth from midi, ratio {q}, depth {i}", "how can I play FM sounds on {k}? ratio {q}, modulation depth {i}"),
        check=heard(69, velocity, pitch, spread), k=lambda: draw.one(KEYBOARD), q=lambda: plain(ratio), i=lambda: f"{index} Hz" if draw.chance(0.6) else str(index),
    )  # fmt: skip


def bell(draw: Draw) -> Example:
    """An FM bell at a button: an inharmonic modulator that dies away with the sound."""
    scene = Scene(draw)
    carrier, time = draw.one((220, 262, 294, 330, 349, 392, 440, 494, 523, 587, 659, 698, 784, 880)), draw.one((800, 1000, 1200, 1500, 2000, 2500, 3000))
    ratio = 1.4
    button = scene.add("bng")
    scene.signal = (frequency_modulated(scene.sketch, scene.add(f"msg {carrier}", button), ratio, 1000, time),)
    return finish(
        scene,
        ("plays an FM bell at {f} that rings for {t} when a button is pressed", "synthesizes a bell sound with frequency modulation at {f}, decaying over {t} on bang",
         "strikes a bell tuned to {f} with a {t} decay from a button", "makes a metallic FM bell sound of {t} around {f} on a click"),
        ("an FM bell at {f} with a {t} decay and a button", "a bell sound at {f} ringing for {t}, triggered by a bang", "a {f} FM bell with a {t} decay on a click"),
        ("bell sound {f}, {t} decay, button", "how do I make a bell at {f} with FM? it should ring {t} on a button press", "ring a {f} bell for {t} when i hit the button"),
        check=played([(0.1, button, "bang")], every(strikes(0.1, 0.1 + 0.9 * time / 1000), during(0.1, 0.4, contains(carrier + round(carrier * ratio), at_least=0.002, width=20))), 0.2 + time / 1000, 0.1),
        f=lambda: hertz(draw, carrier), t=lambda: span(draw, time),
    )  # fmt: skip


def plucked(draw: Draw) -> Example:
    """Karplus-Strong: a burst of noise in a short, damped feedback delay."""
    scene = Scene(draw)
    frequency = draw.one((82, 98, 110, 123, 130, 147, 165, 175, 196, 208, 220, 247, 262, 294, 330, 349, 392, 440))
    button = scene.add("bng")
    scene.signal = (karplus_strong(scene.sketch, scene.add(f"msg {frequency}", button)),)
    return finish(
        scene,
        ("plays a plucked string at {f} with the Karplus-Strong algorithm when a button is pressed", "synthesizes a plucked string of {f} from a noise burst and a delay line on a click",
         "uses Karplus-Strong synthesis to pluck a {f} string on bang", "simulates a guitar string tuned to {f} with a noise burst in a feedback delay, triggered by a button"),
        ("a Karplus-Strong plucked string at {f} with a button", "a {f} plucked string sound triggered by a button", "a guitar-like string at {f} on a button (Karplus-Strong)"),
        ("karplus strong {f}, button to pluck", "how do i make a plucked string at {f}? button to play", "pluck a string at {f} when I press a button"),
        check=played([(0.1, button, "bang")], every(during(0.12, 0.4, sounds(0.003)), falls(0.12, 1.2), during(0.3, 0.8, lambda heard: centroid(heard) < 6000)), 1.3, 0.1),
        f=lambda: hertz(draw, frequency),
    )  # fmt: skip


def additive(draw: Draw) -> Example:
    """Harmonics with amplitudes: an organ, or sines that the prompt lists."""
    scene = Scene(draw)
    base, count = draw.one((55, 82, 98, 110, 131, 147, 165, 196, 220, 262, 294, 330)), draw.integer(3, 6)
    falling = draw.chance(0.6)
    voices = []
    for number in range(1, count + 1):
        handle = scene.add(f"osc~ {base * number}")
        voices.append(scene.add(f"*~ {plain(round(1 / number, 2))}", handle) if falling and number > 1 else handle)
    scene.signal = (scene.add(f"*~ {plain(round(1 / count, 2)) if not falling else 0.4}", *voices),)
    law = " with amplitudes falling as 1/n" if falling else " at equal amplitudes"
    return finish(
        scene,
        (f"adds {{n}} harmonics of {{f}}{law}", f"does additive synthesis with {{n}} harmonics of {{f}}{law}", f"sums {{n}} sine partials, multiples of {{f}},{law}",
         f"builds a tone out of the first {{n}} harmonics of {{f}}{law}"),
        (f"an additive synth with {{n}} harmonics of {{f}}{law}", f"a tone made of {{n}} harmonics of {{f}}{law}", f"a sum of {{n}} harmonic sine waves on {{f}}{law}"),
        (f"additive: {{n}} harmonics of {{f}}{law}", f"how do I add {{n}} harmonics of {{f}}{law}?", f"{{n}} partials over {{f}}{law}"),
        check=played([], every(sounds(), contains(base, base * 2, base * count, at_least=0.005)), 0.6),
        n=lambda: draw.one((str(count), ("three", "four", "five", "six")[count - 3])), f=lambda: hertz(draw, base),
    )  # fmt: skip


def organ(draw: Draw) -> Example:
    """Three drawbars over the keyboard or over a fixed note."""
    scene = Scene(draw)
    notes = scene.add("notein")
    pitch = scene.add("mtof", scene.add("stripnote", notes, scene.into(1, scene.sketch.out(notes, 1))))
    voices = [scene.add("osc~", pitch)]
    for ratio, name in ((2, "octave"), (3, "twelfth")):
        handle = scene.add("osc~", scene.add(f"* {ratio}", pitch))
        level_of = scene.add(f'hsl 0 1 "{name}" init:0.5')
        voices.append(scene.add("*~", handle, scene.into(1, level_of)))
    velocity = scene.add("/ 127", scene.sketch.out(notes, 1))
    gain = scene.add("line~", scene.add("msg $1 20", velocity))
    scene.signal = (scene.add("*~ 0.5", scene.add("*~", scene.mix(*voices), scene.into(1, gain))),)
    return finish(
        scene,
        ("is a simple organ played by {k} with drawbars for the octave and the twelfth", "plays an organ sound from {k}: fundamental plus octave and twelfth on {knob}s",
         "adds sliders for the octave and the twelfth to a sine played from {k} like a drawbar organ"),
        ("a drawbar organ for {k} with octave and twelfth {knob}s", "an organ synth played by {k} with {knob}s for the octave and the twelfth"),
        ("organ from midi, octave + twelfth {knob}s", "how do I build an organ with drawbars (octave, twelfth) for {k}?"),
        check=heard(60, velocity, pitch, contains(note_frequency(60), 2 * note_frequency(60), 3 * note_frequency(60), at_least=0.01)),
        k=lambda: draw.one(KEYBOARD),
    )  # fmt: skip


def bass(draw: Draw) -> Example:
    """A low saw or square through a low-pass, plucked by a button."""
    scene = Scene(draw)
    name, note, time = draw.one(("sawtooth", "square")), draw.integer(28, 45), draw.one((200, 250, 300, 400, 500, 600, 800))
    cutoff = draw.one((300, 400, 500, 600, 700, 800, 1000, 1200))
    frequency = round(note_frequency(note))
    handle = scene.add(f"lop~ {cutoff}", wave(scene, WAVEFORMS[name], str(frequency)))
    button = scene.add('bng')
    gain = scene.add("line~", scene.add(f"msg 1 , 0 {time}", button))
    scene.signal = (scene.add("*~", handle, scene.into(1, gain)),)
    return finish(
        scene,
        ("plays a bass note at {f}, a {w} low-passed at {c}, decaying in {t} on a button", "makes a {w} bass sound of {f} through a low-pass at {c} with a {t} decay on a click",
         "triggers a synth bass ({f}, {w}, low-pass {c}, {t} decay) from a button"),
        ("a {w} bass at {f} with a low-pass at {c}, a {t} decay, on a button", "a bass sound: {f} {w}, {c} low-pass, {t} decay, on a button"),
        ("synth bass {f} {w}, lowpass {c}, decay {t}, button", "I need a bass note at {f} with a {w} filtered at {c} that decays in {t} when I hit a button"),
        check=played([(0.1, button, "bang")], every(strikes(0.1, 0.1 + 0.9 * time / 1000), during(0.1, 0.1 + time / 1000, lambda heard: centroid(heard) < 2500)), 0.25 + time / 1000, 0.1),
        w=lambda: draw.one(NAMES[name]), f=lambda: hertz(draw, frequency), c=lambda: hertz(draw, cutoff), t=lambda: span(draw, time),
    )  # fmt: skip


CHORDS: dict[str, tuple[tuple[int, ...], tuple[str, ...]]] = {
    "major": ((0, 4, 7), ("major", "major triad")), "minor": ((0, 3, 7), ("minor", "minor triad")),
    "diminished": ((0, 3, 6), ("diminished",)), "augmented": ((0, 4, 8), ("augmented",)), "seventh": ((0, 4, 7, 10), ("dominant seventh", "7th")),
    "major seventh": ((0, 4, 7, 11), ("major seventh", "maj7")), "minor seventh": ((0, 3, 7, 10), ("minor seventh", "m7")),
}  # fmt: skip
ROOTS = (("C", 60), ("D", 62), ("E", 64), ("F", 65), ("G", 55), ("A", 57), ("B", 59), ("Bb", 58), ("Eb", 63), ("F#", 54))


def chord(draw: Draw) -> Example:
    """Three or four oscillators that sound together."""
    scene = Scene(draw)
    kind, (root, note) = draw.one(tuple(CHORDS)), draw.one(ROOTS)
    steps, names = CHORDS[kind]
    frequencies = [round(note_frequency(note + step)) for step in steps]
    name = draw.one(("sine", "sine", "sine", "triangle", "sawtooth"))
    voices = [wave(scene, WAVEFORMS[name], str(frequency)) for frequency in frequencies]
    scene.signal = (scene.add(f"*~ {plain(round(1 / len(steps), 2))}", *voices),)
    listed = " Hz, ".join(map(str, frequencies[:-1])) + f" and {frequencies[-1]} Hz"
    return finish(
        scene,
        ("plays a {r} {q} chord with {w} oscillators", "sounds a {r} {q} chord made of {w}s", "plays the chord {r} {q} ({l}) with {w} oscillators",
         "generates a {q} chord on {r} with {c} {w} oscillators"),
        ("a {r} {q} chord of {w}s", "a {r} {q} chord with {c} {w} oscillators", "a {q} chord on {r} made of {w} oscillators"),
        ("{r} {q} chord, {w} oscillators", "how do i play a {r} {q} chord with {w}s?", "{c} {w} oscillators playing {r} {q}"),
        levels=("unsaid", "volume"), check=played([], every(sounds(), contains(*frequencies, at_least=0.05)), 0.6),
        r=lambda: root, q=lambda: draw.one(names), w=lambda: draw.one(NAMES[name]), l=lambda: listed,
        c=lambda: {3: "three", 4: "four"}[len(steps)],
    )  # fmt: skip


def pad(draw: Draw) -> Example:
    """Detuned saws through a low-pass that swell with a toggle."""
    scene = Scene(draw)
    base, detune, cutoff, time = draw.one((110, 131, 147, 165, 196, 220, 262)), draw.one((1, 1.5, 2, 3)), draw.one((600, 800, 1000, 1200, 1500, 2000)), draw.one((500, 800, 1000, 1500, 2000))
    voices = [wave(scene, WAVEFORMS["sawtooth"], plain(base + offset)) for offset in (0, detune, -detune)]
    low = scene.add(f"lop~ {cutoff}", scene.add("*~ 0.33", *voices))
    toggle = scene.add('tgl "on"')
    gain = scene.add("line~", scene.add(f"msg $1 {time}", toggle))
    scene.signal = (scene.add("*~", low, scene.into(1, gain)),)
    return finish(
        scene,
        ("plays a pad of three saws around {f} detuned by {d}, low-passed at {c}, that fades in and out over {t} with a toggle",
         "makes a slow synth pad: three detuned saws at {f} ({d} apart), a low-pass at {c} and a {t} fade on a toggle"),
        ("a pad of three sawtooths at {f} detuned by {d} through a low-pass at {c} with a {t} attack and release on a toggle",
         "a synth pad ({f}, detune {d}, low-pass {c}, {t} fades) with a toggle"),
        ("pad sound: 3 detuned saws {f} +- {d}, lowpass {c}, fade {t}, toggle", "I want a warm pad at {f}, three saws detuned by {d}, lowpass {c}, toggle fades it in {t}"),
        check=played([(0.1, toggle, "1")], rises(0.1, 0.1 + time / 1000), 0.2 + time / 1000, 0.1),
        f=lambda: hertz(draw, base), d=lambda: hertz(draw, detune), c=lambda: hertz(draw, cutoff), t=lambda: span(draw, time),
    )  # fmt: skip


def glide(draw: Draw) -> Example:
    """A number box whose pitch slides to each new value."""
    scene = Scene(draw)
    name, time, as_note = draw.one(tuple(WAVEFORMS)), draw.one((50, 80, 100, 120, 150, 200, 250, 300, 400, 500)), draw.chance(0.6)
    if as_note:
        control = scene.add('number "note"')
        target = scene.add(f"msg $1 {time}", scene.add("mtof", control))
    else:
        control = scene.add('number "frequency"')
        target = scene.add(f"msg $1 {time}", control)
    handle = wave(scene, WAVEFORMS[name], "", scene.add("line~", target))
    scene.signal = (handle,)
    first, second = ("60", "72") if as_note else ("300", "600")
    high = note_frequency(72) if as_note else 600.0
    done = 0.6 + time / 1000
    return finish(
        scene,
        ("plays a {w} whose pitch glides to each new {x} in {t}", "adds a portamento of {t} to a {w} with a {x} number box", "slides the pitch of a {w} to the {x} in a number box over {t}",
         "makes a {w} glide between {x} values in {t}"),
        ("a {w} with {t} of portamento and a {x} number box", "a {w} that glides to the {x} of a number box in {t}", "a {t} glide on a {w} controlled by a {x} number box"),
        ("portamento {t} on a {w}, {x} number box", "how do i get a {t} glide between values on a {w}? {x} comes from a number box"),
        check=played([(0.05, control, first), (0.5, control, second)], every(during(done + 0.02, done + 0.25, has_pitch(high)), during(0.05, 0.5, sounds())), done + 0.3),
        w=lambda: draw.one(NAMES[name]), t=lambda: span(draw, time), x=lambda: "MIDI note" if as_note else "frequency",
    )  # fmt: skip


SKILLS: dict[str, Skill] = widened({
    "keyboard-synth": keyboard, "keyboard-envelope": keyboard_envelope, "fm-keyboard": fm_keyboard, "bell": bell, "plucked-string": plucked,
    "additive": additive, "organ": organ, "bass": bass, "chord": chord, "pad": pad, "glide": glide,
})  # fmt: skip
