"""Skills: pitches and filters that move from here to there: sweeps, sirens, alarms, lasers, beeps."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.audio_scene import Scene, finish, played
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_units import hertz, plain, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio_time import (
    contains,
    during,
    every,
    glides,
    onsets,
    pulses,
    quiet,
    sounds,
    strikes,
    varies,
)
from patchgen_training.skills.sequence_phrase import widened

Fill = Callable[[], str]
NAMES: dict[str, tuple[str, ...]] = {
    "sine": ("sine", "sine wave", "sine tone"), "sawtooth": ("sawtooth", "saw", "sawtooth wave"),
    "square": ("square wave",), "triangle": ("triangle wave", "triangle"),
}  # fmt: skip
TIMES = (300, 400, 500, 600, 800, 1000, 1200, 1500, 2000, 2500, 3000, 4000, 5000, 8000, 10000)
BUTTON = ("button", "button", "bang", "bang button")


def unsaid(name: str, *texts: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The texts for a waveform: one that names none means a sine."""
    return texts if name == "sine" else tuple(tuple(text for text in form if "{w}" in text) for form in texts)


def sweep(draw: Draw) -> Example:
    """A button, then a pitch that moves between two frequencies."""
    scene = Scene(draw)
    name = draw.one(("sine", "sine", "sawtooth", "square", "triangle"))
    low, high = draw.one((50, 80, 100, 110, 150, 200, 220, 250, 300)), draw.one((600, 800, 880, 1000, 1200, 1500, 2000, 3000, 4000))
    start, end = draw.one(((low, high), (low, high), (high, low)))
    time = draw.one(TIMES)
    button = scene.add("bng")
    line = scene.add("line~", scene.add(f"msg {start} , {end} {time}", button))
    scene.signal = (wave(scene, WAVEFORMS[name], "", line),)
    seconds = min(time, 3000) / 1000
    rising = end > start
    return finish(
        scene,
        ("sweeps a {w} from {a} to {z} in {t} when a {b} is pressed", "plays a {w} that glides from {a} " + ("up" if rising else "down") + " to {z} over {t} on a {b}",
         "uses line~ to move a {w}'s frequency from {a} to {z} in {t} on bang", "makes a frequency sweep of a {w} from {a} to {z} lasting {t}, started by a {b}"),
        ("a {w} sweep from {a} to {z} in {t} on a {b}", "a frequency sweep ({w}) from {a} to {z} over {t} with a {b}", "a " + ("rising" if rising else "falling") + " {w} from {a} to {z} in {t}, triggered by a {b}"),
        ("sweep {w} {a} -> {z} in {t}, {b}", "how do I sweep a {w} from {a} to {z} over {t} with a {b}?", "press a {b} and a {w} goes from {a} to {z} within {t}"),
        check=played([(0.1, button, "bang")], every(during(0.1, 0.1 + seconds, sounds()), glides(0.1, 0.1 + seconds, rising)) if time <= 3000
                     else during(0.1, 3.1, every(sounds(), varies(0.05))), 0.2 + seconds),
        w=lambda: draw.one(NAMES[name]), a=lambda: hertz(draw, start), z=lambda: hertz(draw, end), t=lambda: span(draw, time), b=lambda: draw.one(BUTTON),
    )  # fmt: skip


def noise_sweep(draw: Draw) -> Example:
    """A riser: noise through a band-pass or low-pass that moves on a button."""
    scene = Scene(draw)
    low, high = draw.one((100, 150, 200, 300, 400)), draw.one((3000, 4000, 5000, 6000, 8000))
    start, end = draw.one(((low, high), (high, low)))
    time, kind = draw.one(TIMES), draw.one(("band-pass", "low-pass"))
    button = scene.add("bng")
    line = scene.add("line~", scene.add(f"msg {start} , {end} {time}", button))
    voice = scene.add("vcf~ 3", scene.add("noise~"), scene.into(1, line))
    scene.signal = (scene.sketch.out(voice, 1) if kind == "low-pass" else voice,)
    seconds = min(time, 3000) / 1000
    return finish(
        scene,
        ("sweeps a resonant {k} filter on white noise from {a} to {z} in {t} when a {b} is pressed", "runs noise through a {k} whose frequency moves from {a} to {z} over {t} on a {b}", "makes a noise sweep: resonant {k} from {a} to {z} in {t}, started by a {b}"),
        ("a noise sweep through a resonant {k} from {a} to {z} in {t} with a {b}", "white noise with a {k} filter sweeping from {a} to {z} over {t} on a {b}"),
        ("noise sweep, {k} {a} -> {z}, {t}, {b}", "how do i do a " + ("riser" if end > start else "downlifter") + " with noise and a {k} from {a} to {z} in {t}? {b} to start"),
        check=played([(0.1, button, "bang")], every(during(0.1, 0.1 + seconds, sounds(0.001)), glides(0.1, 0.1 + seconds, end > start)) if time <= 3000
                     else during(0.1, 3.1, every(sounds(0.001), varies(0.03))), 0.2 + seconds),
        k=lambda: draw.one((kind, kind, kind.replace("-", ""))), a=lambda: hertz(draw, start), z=lambda: hertz(draw, end), t=lambda: span(draw, time), b=lambda: draw.one(BUTTON),
    )  # fmt: skip


def siren(draw: Draw) -> Example:
    """A pitch that goes up and down with an LFO, switched by a toggle."""
    scene = Scene(draw)
    name = draw.one(("sine", "sine", "square", "sawtooth", "triangle"))
    low, high = draw.one((400, 440, 500, 550, 600)), draw.one((900, 1000, 1100, 1200, 1400))
    said, rate = draw.chance(0.7), draw.one((0.2, 0.25, 0.3, 0.5, 0.8, 1, 1.5, 2, 3))
    if not said:
        low, high, rate = 600, 1200, 0.5
    swing = scene.add(f"*~ {plain((high - low) / 2)}", scene.add(f"osc~ {plain(rate)}"))
    handle = wave(scene, WAVEFORMS[name], "", scene.add(f"+~ {plain((high + low) / 2)}", swing))
    toggle = scene.add('tgl "on"')
    scene.signal = (scene.add("*~", handle, scene.into(1, toggle)),)
    between: Fill = (lambda: draw.one((f" between {hertz(draw, low)} and {hertz(draw, high)} at {hertz(draw, rate)}", f" from {hertz(draw, low)} to {hertz(draw, high)} and back {plain(rate)} times per second", f" ({low}-{high} Hz, {hertz(draw, rate)})"))) if said else (lambda: "")
    return finish(
        scene,
        ("plays a {w} siren{x} with an on/off toggle", "sounds a siren{x} made of a {w}, switched by a toggle", "makes a wailing {w} siren{x} that a toggle turns on and off", "sweeps a {w} up and down like a siren{x}, with a toggle"),
        ("a {w} siren{x} with a toggle", "a siren sound{x} with a {w} and an on/off toggle", "a wailing police siren{x} made with a {w}, toggle to start"),
        ("{w} siren{x}, toggle", "how do I make a siren{x} with a {w}? a toggle should start it"),
        check=played([(0.1, toggle, "1")], during(0.1, 0.1 + max(1.0, 1.2 / rate), every(sounds(), varies(0.05))), 0.1 + max(1.0, 1.2 / rate), 0.1),
        w=lambda: draw.one(NAMES[name]), x=between,
    )  # fmt: skip


def two_tone(draw: Draw) -> Example:
    """Two pitches that alternate while a toggle is on."""
    scene = Scene(draw)
    name, time = draw.one(("sine", "square", "square", "triangle")), draw.one((150, 200, 250, 300, 400, 500, 600))
    low, high = draw.one((392, 400, 435, 440, 450, 494, 500, 520)), draw.one((580, 587, 600, 650, 660, 700, 750, 800, 900, 960))
    toggle = scene.add('tgl "on"')
    clock = scene.add(f"metro {time}", toggle)
    choose = scene.add("sel 1 0", scene.add("tgl", clock))
    one, two = scene.add(f"msg {high}", choose), scene.add(f"msg {low}", scene.sketch.out(choose, 1))
    handle = wave(scene, WAVEFORMS[name], "", one, two)
    scene.signal = (scene.add("*~", handle, scene.into(1, toggle)),)
    does, nouns, asks = unsaid(
        name,
        ("plays a two-tone alarm alternating between {l} and {h} every {t}, switched by a toggle", "alternates a {w} between {l} and {h} every {t} while a toggle is on", "makes an alarm with two tones ({l} and {h}) that change every {t} and an on/off toggle"),
        ("a two-tone alarm of {l} and {h} changing every {t} with a toggle", "a {w} alternating between {l} and {h} every {t} with an on/off toggle", "a hi-lo siren ({l} / {h}, {t} each) with a toggle"),
        ("two tone alarm {l}/{h}, {t}, toggle", "how do i alternate a {w} between {l} and {h} every {t}? toggle on/off"),
    )
    return finish(
        scene, does, nouns, asks,
        check=played([(0.1, toggle, "1")], during(0.1, 0.1 + 4 * time / 1000, every(sounds(), contains(low, high, at_least=0.05, width=15))), 0.1 + 4 * time / 1000, 0.1),
        w=lambda: draw.one(NAMES[name]), l=lambda: hertz(draw, low), h=lambda: hertz(draw, high), t=lambda: span(draw, time),
    )  # fmt: skip


def beeps(draw: Draw) -> Example:
    """A tone that is switched on and off at a rate, while a toggle is on."""
    scene = Scene(draw)
    name, pitch, time = draw.one(("sine", "sine", "square", "triangle")), draw.one((440, 500, 600, 660, 750, 800, 880, 1000, 1200, 1500, 2000)), draw.one((100, 150, 200, 250, 300, 400, 500))
    toggle = scene.add('tgl "on"')
    flip = scene.add('tgl', scene.add(f"metro {time}", toggle))
    handle = scene.add("*~", wave(scene, WAVEFORMS[name], str(pitch)), scene.into(1, flip))
    scene.signal = (scene.add("*~", handle, scene.into(1, toggle)),)
    does, nouns, asks = unsaid(
        name,
        ("beeps at {f}, {t} on and {t} off, while a toggle is on", "plays {f} {w} beeps of {t} with pauses of {t}, started by a toggle", "makes an intermittent {f} {w}, on for {t} and off for {t}, with a toggle"),
        ("a {f} beeper with {t} beeps and {t} pauses and a toggle", "an alarm beeping at {f}, {t} on, {t} off, with an on/off toggle", "intermittent {f} {w} beeps ({t} on and off) with a toggle"),
        ("beep {f}, {t} on {t} off, toggle", "I need an alarm that beeps at {f} for {t}, then is silent for {t}, toggle to start"),
    )
    return finish(
        scene, does, nouns, asks,
        check=played([(0.1, toggle, "1")], during(0.1, 0.1 + 7.5 * time / 1000, pulses(4)), 0.1 + 7.5 * time / 1000, 0.1),
        w=lambda: draw.one(NAMES[name]), f=lambda: hertz(draw, pitch), t=lambda: span(draw, time),
    )  # fmt: skip


def beep(draw: Draw) -> Example:
    """One beep of a given length at a button."""
    scene = Scene(draw)
    name, pitch, time = draw.one(("sine", "sine", "square", "triangle", "sawtooth")), draw.one((330, 440, 500, 523, 600, 660, 750, 800, 880, 1000, 1200, 1500, 2000)), draw.one((80, 100, 150, 200, 250, 300, 400, 500, 750, 1000, 1500, 2000))
    button = scene.add("bng")
    on = scene.add("msg 1", button)
    off = scene.add("msg 0", scene.add(f"delay {time}", button))
    scene.signal = (scene.add("*~", wave(scene, WAVEFORMS[name], str(pitch)), scene.into(1, on), scene.into(1, off)),)
    end = 0.1 + time / 1000
    does, nouns, asks = unsaid(
        name,
        ("plays a {f} {w} for {t} when a {b} is pressed", "beeps at {f} for {t} on a {b}", "makes one {w} beep of {t} at {f} each time I press a {b}", "turns a {f} {w} on for {t} when I click a {b}"),
        ("a {t} beep at {f} ({w}) on a {b}", "a {b} that plays a {f} {w} for {t}", "a {f} {w} beep lasting {t}, triggered by a {b}"),
        ("{b} -> {f} {w} for {t}", "how can I play a {f} {w} for exactly {t} with a {b}?", "one beep, {f}, {t}, {w}, {b}"),
    )
    return finish(
        scene, does, nouns, asks,
        check=played([(0.1, button, "bang")], every(during(0.11, end - 0.01, sounds()), during(end + 0.01, end + 0.1, quiet)), end + 0.15, 0.1),
        w=lambda: draw.one(NAMES[name]), f=lambda: hertz(draw, pitch), t=lambda: span(draw, time), b=lambda: draw.one(BUTTON),
    )  # fmt: skip


def laser(draw: Draw) -> Example:
    """A quick fall of pitch and level at a button."""
    scene = Scene(draw)
    name = draw.one(("sine", "sawtooth", "square"))
    said = draw.chance(0.6)
    high, low, time = (2000, 100, 200) if not said else (draw.one((1200, 1500, 2500, 3000, 4000)), draw.one((80, 120, 150, 200)), draw.one((120, 150, 250, 300, 400)))
    button = scene.add("bng")
    pitch = scene.add("line~", scene.add(f"msg {high} , {low} {time}", button))
    gain = scene.add("line~", scene.add(f"msg 1 , 0 {time}", button))
    scene.signal = (scene.add("*~", wave(scene, WAVEFORMS[name], "", pitch), scene.into(1, gain)),)
    fall: Fill = (lambda: draw.one((f" falling from {hertz(draw, high)} to {hertz(draw, low)} in {span(draw, time)}", f" ({high} to {low} Hz in {span(draw, time)})"))) if said else (lambda: "")
    return finish(
        scene,
        ("makes a {w} laser sound{x} when a button is pressed", "fires a sci-fi laser{x} with a {w} on bang", "plays a zap made of a {w}{x} on a button"),
        ("a {w} laser zap{x} on a button", "a laser gun sound{x} ({w}) with a fire button", "a {w} pew-pew sound{x} triggered by a button"),
        ("{w} laser{x}, button", "how do i make a laser sound with a {w}{x}? button to fire"),
        check=played([(0.1, button, "bang")], every(strikes(0.1, 0.1 + time / 1000), glides(0.1, 0.1 + time / 1000, False)), 0.25 + time / 1000, 0.1),
        w=lambda: draw.one(NAMES[name]), x=fall,
    )  # fmt: skip


def arpeggio(draw: Draw) -> Example:
    """Steps through fixed frequencies while a toggle is on."""
    scene = Scene(draw)
    time, name = draw.one((120, 150, 200, 250, 300, 400)), draw.one(("sine", "sawtooth", "square", "triangle"))
    pitches = draw.one(((262, 330, 392), (220, 262, 330), (294, 370, 440), (330, 392, 494), (196, 247, 294), (262, 330, 392, 523), (220, 277, 330, 440), (294, 349, 440, 587)))
    toggle = scene.add('tgl "on"')
    clock = scene.add(f"metro {time}", toggle)
    count = scene.add("f", clock)
    scene.sketch.connect(scene.add("+ 1", count), count, 1)
    choose = scene.add("sel " + " ".join(str(i) for i in range(len(pitches))), scene.add(f"mod {len(pitches)}", count))
    notes = [scene.add(f"msg {pitch}", scene.sketch.out(choose, i)) for i, pitch in enumerate(pitches)]
    handle = wave(scene, WAVEFORMS[name], "", *notes)
    gain = scene.add("line~", scene.add(f"msg 1 , 0 {time}", clock))
    scene.signal = (scene.add("*~", handle, scene.into(1, gain)),)
    listed = ", ".join(map(str, pitches[:-1])) + f" and {pitches[-1]} Hz"
    return finish(
        scene,
        ("arpeggiates {l} with a {w}, one note every {t}, started by a toggle", "steps through {l} every {t} with a {w} and a start/stop toggle", "loops the notes {l} on a {w}, {t} each, while a toggle is on"),
        ("a {w} arpeggio of {l}, {t} per note, with a toggle", "an arpeggiator playing {l} every {t} on a {w} with an on/off toggle"),
        ("arpeggio {l}, {w}, {t}, toggle", "how do I step through {l} every {t} with a {w}? toggle to run"),
        check=played([(0.1, toggle, "1")], every(onsets(len(pitches)), contains(pitches[0], pitches[-1], at_least=0.002, width=15)), 0.1 + (len(pitches) - 0.3) * time / 1000, 0.1),
        l=lambda: listed, w=lambda: draw.one(NAMES[name]), t=lambda: span(draw, time),
    )  # fmt: skip


SKILLS: dict[str, Skill] = widened({
    "sweep": sweep, "noise-sweep": noise_sweep, "siren": siren, "two-tone-alarm": two_tone, "beeps": beeps, "beep": beep,
    "laser": laser, "arpeggio": arpeggio,
})  # fmt: skip
