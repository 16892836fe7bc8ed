"""Skills: notes at a click whose pitch, decay and volume have controls; gates and ADSR with sliders; chosen noises."""

from __future__ import annotations

from patchgen_training.skills.audio_part import Part
from patchgen_training.skills.audio_scene import Scene, played
from patchgen_training.skills.audio_sources import NOISES, WAVEFORMS, wave
from patchgen_training.skills.audio_sources_spoken import Talk, at_end, control, steady, told
from patchgen_training.skills.audio_sources_voices import HEARD, MIXED, WAVE_SHARE, press, voice
from patchgen_training.skills.audio_units import an, hertz, note_frequency, plain, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import Sound, Step, centroid, moves
from patchgen_training.skills.expect_audio_time import (
    during,
    every,
    falls,
    has_pitch,
    quiet,
    rises,
    sounds,
    strikes,
)
from patchgen_training.skills.sketch import Handle

WHILE = ("while a toggle is on", "when a toggle is on", "as long as a toggle is on", "with a toggle", "when i switch on a toggle", "only while a toggle is checked")
COUNTS = {2: ("two", "2"), 3: ("three", "3"), 4: ("four", "4"), 5: ("five", "5")}


def note_panel(draw: Draw) -> Example:
    """A click plays a note: its pitch on a control, its decay said or on a slider."""
    scene = Scene(draw)
    name, kind, adjustable = draw.one(WAVE_SHARE), draw.one(("slider", "slider", "box", "note", "note-slider")), draw.chance(0.45)
    time = draw.one((200, 300, 300, 500, 500, 800, 1000, 1500, 2000))
    said = draw.chance(0.6)
    time = time if said and not adjustable else 500
    word = draw.one(("frequency", "frequency", "pitch"))
    if kind == "slider":
        box, pitch_part = control(scene, word, 100, 1000, 440)
        pitch: Handle = box
    elif kind == "box":
        box, pitch_part = control(scene, word, 0, 0, 0, boxed=True)
        pitch = box
    else:
        box, pitch_part = control(scene, "note", 36, 84, 60, said=draw.one(("MIDI note", "note", "MIDI note number")), boxed=kind == "note")
        pitch = scene.add("mtof", box)
    parts = [pitch_part]
    click = press(scene)
    if adjustable:
        length, part = control(scene, "decay", 50, 3000, 500, said=draw.one(("decay", "decay time", "decay")))
        parts.append(part)
        level = scene.add("msg 1 , 0 $1", scene.add("f", click.source, scene.into(1, length)))
    else:
        level = scene.add(f"msg 1 , 0 {time}", click.source)
    handle = wave(scene, WAVEFORMS[name], "440" if kind in ("box", "note") else "", pitch)
    scene.signal = (scene.add("*~", handle, scene.into(1, scene.add("line~", level))),)
    noun = draw.one(WAVEFORMS[name].nouns) if name != "sine" or draw.chance(0.5) else draw.one(("note", "tone", "sound", "beep"))

    def what() -> str:
        return an(noun) + (draw.one((f" that fades out in {span(draw, time)}", f" with a decay of {span(draw, time)}", f" dying away in {span(draw, time)}", f" with a {span(draw, time)} decay")) if said and not adjustable else draw.one(("", "", " that fades out")))

    talk = Talk(what, ("plays", "plays", "plays", "triggers", "strikes", "makes"), click.when, click.agents, parts)
    at_end(scene, talk, ("unsaid", "unsaid", "volume", "volume"))
    value, hz = ("72", note_frequency(72)) if kind.startswith("note") else ("600", 600.0)
    return told(scene, talk, played([(0.05, box, value), (0.1, click.box, click.message)], every(strikes(0.1, 0.1 + 0.92 * time / 1000, 0.004), during(0.1, 0.1 + min(time, 400) / 1000, has_pitch(hz, 0.04))), 0.3 + time / 1000, 0.1))


def gate_panel(draw: Draw) -> Example:
    """A toggle as the key, attack and release, or all of ADSR, on sliders."""
    scene = Scene(draw)
    chosen, full, word = voice(scene, MIXED), draw.chance(0.45), draw.one(("release", "release", "decay"))
    toggle = scene.add('tgl "note"' if full else 'tgl "on"')
    whole: tuple[str, ...]
    if full:
        attack, _ = control(scene, "attack", 1, 1000, 50)
        fall, _ = control(scene, "decay", 1, 1000, 100)
        sustain, _ = control(scene, "sustain", 0, 1, 0.5)
        release, _ = control(scene, "release", 1, 3000, 300)
        switch = scene.add("sel 1 0", toggle)
        times = scene.add("pack f f f", scene.add("f", switch, scene.into(1, attack)), scene.into(1, fall), scene.into(2, sustain))
        on = scene.add("msg 1 $1 , $3 $2 $1", times)
        off = scene.add("msg 0 $1", scene.add("f", scene.sketch.out(switch, 1), scene.into(1, release)))
        envelope = scene.add("vline~", on, off)
        whole = ("attack, decay, sustain and release sliders", "sliders for attack, decay, sustain and release", "an ADSR envelope with a slider for each stage", "ADSR sliders", "adjustable attack, decay, sustain and release", "four sliders for A, D, S and R")
        can = ("set attack, decay, sustain and release with sliders", "adjust the ADSR envelope with sliders", "change attack, decay, sustain and release")
        short = ("ADSR sliders", "attack/decay/sustain/release sliders")
    else:
        attack, _ = control(scene, "attack", 1, 2000, 100)
        release, _ = control(scene, word, 1, 3000, 500)
        switch = scene.add("sel 1 0", toggle)
        on = scene.add("msg 1 $1", scene.add("f", switch, scene.into(1, attack)))
        off = scene.add("msg 0 $1", scene.add("f", scene.sketch.out(switch, 1), scene.into(1, release)))
        envelope = scene.add("line~", on, off)
        whole = (f"attack and {word} sliders", f"sliders for attack and {word}", f"adjustable attack and {word} times", f"an attack slider and a {word} slider", f"an attack time slider and a {word} time slider")
        can = (f"set the attack and the {word} with sliders", f"adjust attack and {word}", f"change the attack time and the {word} time")
        short = (f"attack/{word} sliders", f"attack + {word} sliders")
    scene.signal = (scene.add("*~", chosen.handle, scene.into(1, envelope)),)
    gates = (*WHILE, "gated by a toggle", "switched by a toggle", "with a toggle as the key", "with a toggle for note on and off")
    talk = Talk(chosen.noun, ("plays", "plays", "sounds"), gates, ("a toggle that",), [Part(does=(), having=whole, can=can, short=short)],
                ("shapes {s} with an envelope {w}", "applies an ADSR envelope to {s} {w}" if full else "gates {s} {w}"), (), ("envelope for {s}, {w}",))  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "volume"))
    feeds = [(0.05, attack, "200"), (0.05, release, "300"), (0.1, toggle, "1"), (0.7, toggle, "0")]
    return told(scene, talk, played(feeds, every(rises(0.1, 0.3), during(0.45, 0.7, sounds(0.0003)), falls(0.7, 1.0), during(1.05, 1.15, quiet)), 1.15, 0.1))


def noise_choice(draw: Draw) -> Example:
    """A noise of a colour that radio buttons or toggles choose."""
    scene = Scene(draw)
    names = draw.some(("white", "pink", "brown"), draw.one((2, 3, 3)))
    radio = draw.chance(0.6)
    box = scene.add(f'hradio {len(names)} "noise"') if radio else 0
    gains, toggles = [], []
    source = scene.add("noise~")
    for index, name in enumerate(names):
        handle = source
        for body in NOISES[name].shaping:
            handle = scene.add(body, handle)
        if radio:
            gate = scene.add(f"== {index}", box)
        else:
            gate = scene.add(f'tgl "{name}"')
            toggles.append(gate)
        gains.append(scene.add("*~", handle, scene.into(1, gate)))
    scene.signal = (scene.add("*~ 0.5", *gains),)
    scene.silent = True
    if radio:
        scene.steps += [Step(box, str(index), moves if index else (lambda before, after: not quiet(after))) for index in range(len(names))]
    else:
        scene.steps += [Step(toggle, "1", lambda before, after: not quiet(after), "0") for toggle in toggles]
    listed = ", ".join(names[:-1]) + f" and {names[-1]} noise"
    either = ", ".join(names[:-1]) + f" or {names[-1]} noise"
    with_ = ("radio buttons", "a radio button", "an hradio", "a selector") if radio else ("a toggle for each", "toggles", "a separate toggle for each colour")
    talk = Talk(
        lambda: listed, plain=False,
        does=("switches between {l} with {x}", "lets me choose {e} with {x}", "plays {e}, chosen with {x}", "selects the colour of the noise ({l}) with {x}") if radio else ("plays {l} with {x}", "turns {l} on and off with {x}", "lets me switch {l} on and off with {x}"),
        nouns=("a noise generator with {x} for {l}", "{e}, selected with {x}") if radio else ("{l} with {x}", "a noise box with {l} and {x}"), asks=("{x}: {e}", "i want to choose between {l} with {x}", "how do i select {e} with {x}?") if radio else ("{l}, {x}", "how do i switch {l} on and off with {x}?"),
        values={"l": lambda: listed, "e": lambda: either, "x": lambda: draw.one(with_)},
    )  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid"))
    return told(scene, talk, steady(scene))


NATURE: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[float, float, float]]] = {
    "wind": (("wind", "the wind", "a howling wind", "wind noise", "a storm"), ("strength", "pitch", "strength of the wind"), (200, 2000, 600)), "sea": (("ocean waves", "the sea", "waves on a beach", "the ocean", "surf"), ("speed", "wave speed", "speed of the waves"), (0.05, 1, 0.12)),
    "rain": (("rain", "falling rain", "heavy rain", "rain on a roof"), ("density", "amount of rain", "intensity"), (0, 1, 0.3)), "fire": (("a fire", "a crackling fire", "a campfire", "fire in a fireplace"), ("crackle", "amount of crackle", "crackling"), (0, 1, 0.5)),
    "bubbles": (("bubbles", "bubbling water", "boiling water", "blub blub sounds"), ("speed", "rate of the bubbles", "speed of the bubbles"), (1, 20, 7)), "motor": (("a motor", "an engine", "a motorbike", "a car engine"), ("speed", "rpm", "speed of the motor"), (10, 100, 30)),
    "helicopter": (("a helicopter", "a helicopter rotor", "helicopter noise"), ("speed", "rotor speed", "speed of the rotor"), (2, 30, 12)),
}  # fmt: skip


def nature(draw: Draw) -> Example:
    """A sound of the world with a slider for its speed or strength, a start and a level."""
    scene = Scene(draw)
    kind = draw.one(tuple(NATURE))
    nouns, said, (low, high, init) = NATURE[kind]
    box, part = control(scene, said[0].split()[0], low, high, init, said=draw.one(said))
    if kind == "wind":
        scene.signal = (scene.add("bp~ 600 5", scene.add("noise~"), scene.into(1, box)),)
    elif kind == "sea":
        swing = scene.add("+~ 0.55", scene.add("*~ 0.45", scene.add("osc~", box)))
        scene.signal = (scene.add("*~", scene.add("lop~ 800", scene.add("noise~")), scene.into(1, swing)),)
    elif kind == "rain":
        drops = scene.add("expr~ ($v1 > 0.999 - $f2 * 0.01) * $v1", scene.add("noise~"), scene.into(1, box))
        hiss = scene.add("*~", scene.add("hip~ 3000", scene.add("noise~")), scene.into(1, scene.add("* 0.3", box)))
        scene.signal = (scene.add("+~", scene.add("bp~ 4000 3", drops), scene.into(1, hiss)),)
    elif kind == "fire":
        crackle = scene.add("hip~ 1500", scene.add("expr~ ($v1 > 0.9998 - $f2 * 0.001) * $v1", scene.add("noise~"), scene.into(1, box)))
        scene.signal = (scene.add("+~", crackle, scene.into(1, scene.add("*~ 0.5", scene.add("lop~ 200", scene.add("noise~"))))),)
    elif kind == "bubbles":
        ramp = scene.add("phasor~", box)
        held = scene.add("samphold~", scene.add("noise~"), scene.into(1, ramp))
        pitch = scene.add("expr~ 700 + 300 * $v1 + 500 * $v2", held, scene.into(1, ramp))
        scene.signal = (scene.add("*~", scene.add("osc~", pitch), scene.into(1, scene.add("expr~ 1 - $v1", ramp))),)
    elif kind == "motor":
        one = wave(scene, WAVEFORMS["sawtooth"], "", box)
        scene.signal = (scene.add("lop~ 600", scene.add("+~", one, scene.into(1, wave(scene, WAVEFORMS["square"], "", scene.add("* 0.5", box))))),)
    else:
        chop = scene.add("expr~ 1 - $v1", scene.add("phasor~", box))
        scene.signal = (scene.add("*~", scene.add("lop~ 600", scene.add("noise~")), scene.into(1, chop)),)
    changed = {"wind": lambda before, after: centroid(after) > 1.1 * centroid(before), "rain": moves, "motor": moves}.get(kind, lambda before, after: not quiet(after))
    scene.steps.append(Step(box, plain(high), changed, plain(init)))
    talk = Talk(lambda: draw.one(nouns), ("sounds like", "plays", "simulates", "imitates", "makes"), parts=[part], does=("synthesizes {s}",), asks=("{s} sound", "i need {s} for a film"))
    at_end(scene, talk, ("unsaid", "unsaid", "volume", "volume", "switch", "switch-volume", "mute"))
    return told(scene, talk, steady(scene))


def swept_click(draw: Draw) -> Example:
    """A click plays a tone that bends: from, to and time said, and a level of its own."""
    scene = Scene(draw)
    name, (one, two) = draw.one(("sine", "sine", "sine", "sawtooth", "square", "triangle")), draw.one(((200, 800), (800, 200), (1000, 100), (100, 1000), (440, 880), (880, 440), (300, 600), (1500, 300), (2000, 500), (500, 2000), (150, 50), (400, 100)))
    time = draw.one((100, 150, 200, 250, 300, 400, 500, 500, 800, 1000, 1000, 1500, 2000))
    click = press(scene)
    pitch = scene.add("line~", scene.add(f"msg {one} , {two} {time}", click.source))
    level = scene.add("line~", scene.add(f"msg 1 , 0 {time}", click.source))
    scene.signal = (scene.add("*~", wave(scene, WAVEFORMS[name], "", pitch), scene.into(1, level)),)
    noun = draw.one(WAVEFORMS[name].nouns) if name != "sine" or draw.chance(0.5) else "tone"
    way = "rises" if two > one else "falls"
    end = "rising" if two > one else "falling"

    def what() -> str:
        return draw.one((f"{an(noun)} that {way} from {hertz(draw, one)} to {hertz(draw, two)} in {span(draw, time)} and fades out", f"a {end} {noun} from {hertz(draw, one)} to {hertz(draw, two)}, fading out in {span(draw, time)}", f"a short {noun} sliding from {hertz(draw, one)} to {hertz(draw, two)} while it fades away over {span(draw, time)}", f"a glissando of {an(noun)} from {hertz(draw, one)} to {hertz(draw, two)} with a {span(draw, time)} fade out", f"a {end} and fading {noun}, {hertz(draw, one)} to {hertz(draw, two)} in {span(draw, time)},"))

    talk = Talk(what, ("plays", "plays", "triggers", "makes", "fires"), click.when, click.agents)
    at_end(scene, talk, ("unsaid", "unsaid", "unsaid", "volume"))

    def bends(heard: Sound) -> bool:
        half = heard.shape[1] // 2
        return (centroid(heard[:, half:]) > centroid(heard[:, :half])) == (two > one)

    return told(scene, talk, played([(0.1, click.box, click.message)], every(strikes(0.1, 0.1 + 0.95 * time / 1000, 0.003), during(0.1, 0.1 + 0.9 * time / 1000, bends)), 0.25 + time / 1000, 0.1))


def selected_tones(draw: Draw) -> Example:
    """Radio buttons or number keys that choose the pitch of a tone that goes on."""
    scene = Scene(draw)
    name, count, keys = draw.one(WAVE_SHARE), draw.one((2, 3, 3, 4, 4, 5)), draw.chance(0.4)
    pitches = sorted(draw.some(tuple(f for f in HEARD if 150 <= f <= 1200), count))
    if keys:
        box = scene.add("key")
        choose = scene.add("sel " + " ".join(str(49 + i) for i in range(count)), box)
    else:
        box = scene.add(f'hradio {count} "pitch"')
        choose = scene.add("sel " + " ".join(map(str, range(count))), box)
    messages = [scene.add(f"msg {pitch}", scene.sketch.out(choose, i) if i else choose) for i, pitch in enumerate(pitches)]
    scene.signal = (wave(scene, WAVEFORMS[name], str(pitches[0]), *messages),)
    numbers = " ".join(map(str, range(1, count + 1)))
    listed = ", ".join(map(str, pitches[:-1])) + f" and {pitches[-1]} Hz"
    noun = draw.one(WAVEFORMS[name].nouns) if name != "sine" or draw.chance(0.5) else "tone"
    where = (f"the keys {numbers}", f"the number keys 1 to {count}", f"keys 1-{count} of my keyboard") if keys else ("radio buttons", "a radio button", f"a radio with {draw.one(COUNTS[count])} cells", "a radio selector")
    talk = Talk(
        lambda: an(noun), plain=False,
        does=("chooses the frequency of {s} with {x}: {l}", "switches {s} between {l} with {x}", "plays {s} at {l}, selected with {x}", "sets {s} to {l} with {x}"), nouns=("{s} with {x} for {l}", "{s} whose frequency is {l}, chosen with {x}"),
        asks=("{s}, {x} choose {l}" if keys else "{s}, {l} on {x}", "i want to switch {s} between {l} with {x}", "how do i choose between {l} for {s} with {x}?"), values={"x": lambda: draw.one(where), "l": lambda: listed},
    )  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "volume", "volume"))
    last = str(48 + count) if keys else str(count - 1)
    return told(scene, talk, played([(0.3, box, last)], every(during(0.01, 0.29, has_pitch(pitches[0])), during(0.31, 0.7, has_pitch(pitches[-1])), sounds(0.0003)), 0.7))


SKILLS: dict[str, Skill] = {
    "note-panel": note_panel, "gate-panel": gate_panel, "noise-choice": noise_choice, "nature-with-slider": nature, "bent-note": swept_click, "selected-tones": selected_tones,
}  # fmt: skip
