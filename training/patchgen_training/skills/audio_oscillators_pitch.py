"""Skills: the pitch of a tone typed, chosen, stepped, glided and swept; sweeps over seconds; tuning forks."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen_training.skills.audio_part import Part
from patchgen_training.skills.audio_scene import Scene, played
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_sources_spoken import Talk, at_end, control, steady, told
from patchgen_training.skills.audio_sources_voices import BUTTONS, CLICKS, WAVE_SHARE
from patchgen_training.skills.audio_units import an, hertz, note_frequency, plain, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import Step, moves, to_pitch, wobble
from patchgen_training.skills.expect_audio_time import (
    during,
    every,
    glides,
    has_pitch,
    quiet,
    sounds,
    strikes,
)
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle

LEVELS = ("unsaid",) * 3 + ("volume",) * 4 + ("switch", "switch", "switch-volume", "switch-volume", "mute", "decibels", "number", "buttons")
GLIDES = (20, 30, 50, 80, 100, 100, 150, 200, 200, 250, 300, 400, 500, 500, 800, 1000, 1000, 2000)
SWEEPS = (500, 800, 1000, 1000, 1500, 2000, 2000, 3000, 3000, 4000, 5000, 5000, 6000, 8000, 10000, 10000, 15000, 20000, 30000)


def said_wave(scene: Scene, name: str, unsaid: float = 0.4) -> str:
    """The noun of a waveform; a plain tone where a sine is not named."""
    draw = scene.draw
    return draw.one(WAVEFORMS[name].nouns) if name != "sine" or not draw.chance(unsaid) else "tone"


def panel(draw: Draw) -> Example:
    """A tone with its pitch on a control, and a level, a switch, a mute or none of them."""
    scene = Scene(draw)
    name, kind = draw.one(WAVE_SHARE), draw.one(("slider", "slider", "slider", "box", "box", "note-box", "note-slider", "vertical"))
    noun, word = said_wave(scene, name), draw.one(("frequency", "frequency", "pitch"))
    having: tuple[str, ...]
    can: tuple[str, ...]
    short: tuple[str, ...]
    if kind in ("box", "note-box"):
        box = scene.add('number "note"' if kind == "note-box" else f'number "{word}"')
        pitch, back, there, hz = (scene.add("mtof", box), "69", "76", note_frequency(76)) if kind == "note-box" else (box, "440", "700", 700.0)
        handle = wave(scene, WAVEFORMS[name], "440", pitch)
        x = draw.one(("MIDI note", "MIDI note", "midi note number", "note number")) if kind == "note-box" else word
        having = (f"a {x} number box", f"a number box for the {x}", f"a number box to type the {x}", f"the {x} from a number box", f"its {x} set by a number box")
        can = (f"type the {x}", f"type in a {x}" if kind == "note-box" else f"type in the {x}", f"enter the {x} in a number box", f"choose the {x} with a number box", f"set the {x} with a number box")
        short = (f"{x} number box", f"number box = {x}", f"type the {x}")
        scene.steps.append(Step(box, there, to_pitch(hz), back))
    else:
        note = kind == "note-slider"
        low, high = (draw.one((36, 48, 0, 24)), draw.one((72, 84, 96, 127))) if note else (draw.one((20, 50, 50, 100, 110, 200, 220)), draw.one((800, 880, 1000, 1000, 2000, 2000, 5000, 10000)))
        init = 60 if note else 440
        box = scene.add(f'{"vsl" if kind == "vertical" else "hsl"} {low} {high} "{"note" if note else word}" init:{init}')
        handle = wave(scene, WAVEFORMS[name], "", scene.add("mtof", box) if note else box)
        knob = "vertical slider" if kind == "vertical" else draw.one(("slider", "slider", "slider", "knob", "fader"))
        limits = draw.one((f"from {low} to {high}", f"between {low} and {high}", f"from {low} up to {high}")) + ("" if note else draw.one((" Hz", " Hz", " hertz", "hz")))
        x = draw.one(("MIDI note", "note")) if note else word
        having = (f"a {knob} for the {x} {limits}", f"a {x} {knob} {limits}", f"its {x} on a {knob} {limits}", f"a {knob} that sets the {x} {limits}")
        can = (f"set the {x} {limits} with a {knob}", f"change the {x} {limits} with a {knob}", f"sweep the {x} {limits} by hand with a {knob}", f"move a {knob} to change the {x} {limits}")
        short = (f"{x} {knob} {low}-{high}", f"{knob} {low} to {high} for the {x}")
        scene.steps.append(Step(box, "72" if note else "600", to_pitch(note_frequency(72) if note else 600), str(init)))
    scene.signal = (handle,)
    talk = Talk(lambda: an(noun), ("plays", "plays", "generates", "produces", "outputs", "gives me", "makes"), parts=[Part(does=(), having=having, can=can, short=short)])
    at_end(scene, talk, LEVELS)
    return told(scene, talk, steady(scene))


LETTER_SETS = (
    ("C4, E4 and G4", (60, 64, 67)), ("C, E and G", (60, 64, 67)), ("A3, C4 and E4", (57, 60, 64)), ("C, D and E", (60, 62, 64)), ("A, B and C", (69, 71, 72)), ("C4, D4, E4 and F4", (60, 62, 64, 65)), ("C4 and C5", (60, 72)),
    ("G3, B3 and D4", (55, 59, 62)), ("D, F and A", (62, 65, 69)), ("E2, A2, D3, G3, B3 and E4", (40, 45, 50, 55, 59, 64)), ("G3, D4, A4 and E5", (55, 62, 69, 76)), ("C3, G3 and C4", (48, 55, 60)), ("F4, A4 and C5", (65, 69, 72)), ("C, F and G", (60, 65, 67)),
)  # fmt: skip


def note_messages(draw: Draw) -> Example:
    """Message boxes with notes, by letter or MIDI number, with or without a glide."""
    scene = Scene(draw)
    name, lettered, time = draw.one(WAVE_SHARE), draw.chance(0.6), draw.one((0, 0, 0, *GLIDES))
    notes: Sequence[int]
    letters, notes = draw.one(LETTER_SETS)
    if not lettered:
        notes = tuple(sorted(draw.some(range(48, 85), draw.one((2, 3, 3, 4)))))
        letters = ", ".join(map(str, notes[:-1])) + f" and {notes[-1]}"
    boxes = [scene.add(f"msg {note}") for note in notes]
    pitch = scene.add("mtof", *boxes)
    if time:
        pitch = scene.add("line~", scene.add(f"msg $1 {time}", pitch))
    scene.signal = (wave(scene, WAVEFORMS[name], "", pitch),) if time else (wave(scene, WAVEFORMS[name], str(round(note_frequency(notes[0]))), pitch),)
    noun, x = said_wave(scene, name), "notes" if lettered else "MIDI notes"
    slide = draw.one((", gliding to each in {t}", " with a glide of {t}", " with {t} of portamento", ", sliding from one to the next in {t}")).replace("{t}", span(draw, time)) if time else ""
    scene.steps.append(Step(boxes[-1], "bang", to_pitch(note_frequency(notes[-1]))))
    talk = Talk(
        lambda: an(noun), plain=False,
        does=(f"plays the {x} {letters} from message boxes with {{s}}{slide}", f"has message boxes for the {x} {letters} that set the pitch of {{s}}{slide}", f"lets me choose between the {x} {letters} with message boxes, played by {{s}}{slide}", f"plays {{s}} whose pitch is picked with message boxes: {letters}{slide}", f"uses message boxes and mtof to play {letters} on {{s}}{slide}"),
        nouns=(f"{{s}} with message boxes for the {x} {letters}{slide}", f"message boxes that make {{s}} play {letters}{slide}"),
        asks=(f"{{s}}, message boxes {letters}{slide}", f"i want to click messages for the {x} {letters}, {{s}}{slide}", f"how do i play the {x} {letters} with message boxes{slide}?" + (f" with {an(noun)}" if name != "sine" else ""), f"messages for {letters} into {{s}}{slide}"),
    )  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "volume", "volume"))
    if time:
        late = 0.1 + time / 1000 + 0.02
        return told(scene, talk, played([(0.1, boxes[-1], "bang")], during(late, late + 0.3, has_pitch(note_frequency(notes[-1]))), late + 0.32))
    return told(scene, talk, steady(scene))


def steps(draw: Draw) -> Example:
    """Buttons that move the pitch by semitones, octaves or hertz."""
    scene = Scene(draw)
    name = draw.one(WAVE_SHARE)
    by_hertz = draw.chance(0.35)
    amount = draw.one((10, 20, 50, 100, 5, 25)) if by_hertz else draw.one((1, 1, 2, 12, 12, 7))
    begin = draw.one((220, 300, 400, 440, 440, 500)) if by_hertz else draw.one((57, 60, 60, 60, 69))
    up, down = scene.add('bng "up"'), scene.add('bng "down"')
    total = scene.add(f"+ {begin}", scene.add(f"msg {amount}", up), scene.add(f"msg -{amount}", down))
    value = scene.add("number", total)
    scene.sketch.connect(value, total, 1)
    first = begin if by_hertz else round(note_frequency(begin))
    scene.signal = (wave(scene, WAVEFORMS[name], str(first), value if by_hertz else scene.add("mtof", value)),)
    after = begin + amount if by_hertz else note_frequency(begin + amount)
    scene.steps += [Step(up, "bang", to_pitch(after, 0.012)), Step(down, "bang", to_pitch(begin if by_hertz else note_frequency(begin), 0.012))]
    noun = said_wave(scene, name)
    if by_hertz:
        by: tuple[str, ...]
        by, origin = (f"by {hertz(draw, amount)}", f"in steps of {hertz(draw, amount)}"), draw.one((f"starting at {hertz(draw, begin)}", f"from {hertz(draw, begin)}"))
    else:
        by = {1: ("by a semitone", "by one semitone", "in semitones", "by a half step"), 2: ("by a whole tone", "by two semitones", "by a whole step"), 12: ("by an octave", "by one octave", "an octave at a time", "by 12 semitones"), 7: ("by a fifth", "by 7 semitones", "by a perfect fifth")}[amount]
        origin = draw.one((f"starting at MIDI note {begin}", f"from MIDI note {begin}", f"starting from note {begin}"))
    talk = Talk(
        lambda: an(noun), plain=False,
        does=("moves the pitch of {s} up and down {b} with two buttons, {o}", "raises {s} {b} with one button and lowers it with another, {o}", "has an up and a down button that change the pitch of {s} {b}, {o}", "transposes {s} up or down {b} with two buttons, {o}"),
        nouns=("{s} with up and down buttons that change the pitch {b}, {o},", "two buttons that move {s} up and down {b}, {o},"),
        asks=("{s}, {o}, up/down buttons move it {b}", "click up and {s} rises {b}, click down and it falls, {o}", "how do i raise and lower {s} {b} with buttons, {o}?"),
        values={"b": lambda: draw.one(by), "o": lambda: origin},
    )  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "volume"))
    return told(scene, talk, steady(scene, has_pitch(first, 0.02)))


def gliding(draw: Draw) -> Example:
    """A pitch that slides to each new value, in a fixed time or one on a slider."""
    scene = Scene(draw)
    name, source, time, adjustable = draw.one(WAVE_SHARE), draw.one(("frequency box", "note box", "slider")), draw.one(GLIDES), draw.chance(0.5)
    box = scene.add({"frequency box": 'number "frequency"', "note box": 'number "note"', "slider": 'hsl 100 1000 "frequency" init:440'}[source])
    parts: list[Part] = []
    target: Handle = scene.add("mtof", box) if source == "note box" else box
    if adjustable:
        amount, part = control(scene, "glide", 0, 2000, 200, said=draw.one(("glide", "glide time", "portamento", "portamento time", "glide")))
        parts.append(part)
        target, time = scene.add("pack f 200", target, scene.into(1, amount)), 200
    else:
        target = scene.add(f"msg $1 {time}", target)
    scene.signal = (wave(scene, WAVEFORMS[name], "", scene.add("line~", target)),)
    noun, where = said_wave(scene, name), {"frequency box": "a frequency number box", "note box": "a MIDI note number box", "slider": "a frequency slider from 100 to 1000 Hz"}[source]
    t = lambda: f" in {span(draw, time)}" if not adjustable else ""  # noqa: E731
    talk = Talk(
        lambda: an(noun), plain=False, parts=parts,
        does=("plays {s} that glides{t} to the value of {x}", "slides the pitch of {s}{t} to each new value of {x}", "makes {s} with {x} move smoothly{t} from one pitch to the next", "adds portamento to {s} controlled by {x}" if adjustable else "adds {p} of portamento to {s} controlled by {x}", "smooths the pitch of {s} set by {x}" + ("" if adjustable else " over {p}")),
        nouns=("{s} controlled by {x} whose pitch slides{t}", "{s} with {x} and a glissando to each new value{t}", "portamento for {s} with {x}" if adjustable else "{p} portamento for {s} with {x}"),
        asks=("{s}, {x}, glide{t}", "i change {x} and {s} slides there{t}", "how do i make the pitch of {s} slide{t} with {x}?", "{x} for {s}, it should not jump but glide{t}"),
        values={"x": lambda: where, "t": t, "p": lambda: span(draw, time)},
    )  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "volume", "volume"))
    values, goal = (("57", "69"), 440.0) if source == "note box" else (("300", "600"), 600.0)
    late = 0.3 + time / 1000
    checks = [during(late + 0.02, late + 0.3, has_pitch(goal)), sounds(0.0005)]
    if time >= 200:
        checks.append(during(0.3, 0.3 + time / 3000, lambda heard: not has_pitch(goal)(heard)))
    return told(scene, talk, played([(0.02, box, values[0]), (0.3, box, values[1])], every(*checks), late + 0.32))


def sweeping(draw: Draw) -> Example:
    """A sweep over seconds: at a click, with a toggle again and again, or when the patch opens."""
    scene = Scene(draw)
    name, time, kind = draw.one(("sine", "sine", "sine", "sawtooth", "square", "triangle")), draw.one(SWEEPS), draw.one(("click", "click", "loop", "loop-up-down", "load"))
    low, high = draw.one(((20, 20000), (20, 20000), (20, 2000), (50, 5000), (100, 1000), (100, 10000), (200, 2000), (220, 880), (110, 880), (300, 3000), (440, 880), (50, 500), (200, 800), (500, 1500), (1000, 4000)))
    if high >= 10000:
        # Other waveforms fold over near the top of the range.
        name = "sine"
    rising = kind == "loop-up-down" or draw.chance(0.7)
    start, end = (low, high) if rising else (high, low)
    seconds = min(time, 2500) / 1000
    noun, label = said_wave(scene, name), "bng"
    whens: tuple[str, ...]
    begin, feeds = 0.0, []
    agents: tuple[str, ...] = ()
    if kind in ("click", "load"):
        box = scene.add(label) if kind == "click" else scene.add("loadbang")
        ramp = scene.add("line~", scene.add(f"msg {start} , {end} {time}", box))
        whens, agents = (CLICKS, BUTTONS) if kind == "click" else (("when the patch opens", "as soon as the patch is opened", "on load", "when i open the patch", "automatically at startup"), ())
        if kind == "click":
            begin, feeds = 0.1, [(0.1, box, "bang")]
    else:
        rate = plain(round(1000 / time, 5))
        body = f"expr~ abs($v1 * 2 - 1) * {low - high} + {high}" if kind == "loop-up-down" else f"expr~ $v1 * {end - start} + {start}"
        ramp = scene.add(body, scene.add(f"phasor~ {rate}"))
        whens = (("over and over", "again and again", "repeatedly", "in a loop", "endlessly") if kind == "loop" else ("over and over", "again and again", "continuously", "all the time", "in a loop"))
    handle = wave(scene, WAVEFORMS[name], "", ramp)
    scene.signal = (handle,)

    def what() -> str:
        move = f"from {hertz(draw, start)} to {hertz(draw, end)}" if draw.chance(0.8) or not rising else f"between {hertz(draw, start)} and {hertz(draw, end)}"
        if kind == "loop-up-down":
            return draw.one(("{s} going up and down {m} and back every {t}", "{s} sweeping {m} and back in {t}", "{s} that rises and falls {m} and back once every {t}")).format(s=an(noun), m=f"from {hertz(draw, start)} to {hertz(draw, end)}", t=span(draw, time))
        way = draw.one(("rising", "going up", "climbing", "sweeping") if rising else ("falling", "going down", "dropping", "sweeping"))
        return draw.one(("{s} {w} {m} in {t}", "{s} {w} {m} over {t}", "a frequency sweep of {s} {m} in {t}", "a {t} sweep of {s} {m}", "{s} that moves {m} within {t}", "{s} gliding {m} during {t}")).format(s=an(noun), w=way, m=move, t=span(draw, time))

    talk = Talk(what, ("plays", "plays", "generates", "produces", "makes"), whens, agents, [],
                ("sweeps {s} {m} in {t} {w}", "moves the frequency of {s} {m} over {t} {w}") if kind != "loop-up-down" else (), (), ("sweep {s} {m}, {t}, {w}", "{w} {s} should go {m} in {t}") if kind != "loop-up-down" else (),
                {"m": lambda: f"from {hertz(draw, start)} to {hertz(draw, end)}", "t": lambda: span(draw, time)})  # fmt: skip
    if talk.does:
        # {s} is the whole sweep; these templates want the bare tone.
        talk.does, talk.asks = (tuple(text.replace("{s}", an(noun)) for text in texts) for texts in (talk.does, talk.asks))
    at_end(scene, talk, ("unsaid", "unsaid", "volume", "volume", "gain"))
    travel = time / 2000 if kind == "loop-up-down" else time / 1000
    checks = [during(begin, begin + seconds, sounds(0.0003))]
    if travel >= 2.5:
        checks.append(during(begin + 2.2, begin + 2.45, has_pitch(start + (end - start) * 2.325 / travel, 0.1)))
    else:
        checks.append(during(begin, begin + travel, glides(0, travel - 0.02, rising)))
    return told(scene, talk, played(feeds, every(*checks), begin + max(seconds, 0.3) + 0.1))


def tuning_fork(draw: Draw) -> Example:
    """A reference tone: for so long, struck, or on a toggle."""
    scene = Scene(draw)
    pitch, kind = draw.one((440, 440, 440, 440, 442, 432, 415, 441, 443, 435, 261.63, 256)), draw.one(("struck", "struck", "toggle"))
    name = "C" if pitch < 300 else "baroque A" if pitch == 415 else "A"
    time = draw.one((2000, 2000, 3000, 3000, 4000, 5000))
    said = draw.chance(0.6)
    time = time if said else 3000
    what = (f"a tuning fork at {hertz(draw, pitch)}", f"a tuning fork ({plain(pitch)} Hz)", f"a {plain(pitch)} Hz tuning fork", f"a tuning fork ({name} = {hertz(draw, pitch)})", f"a tuning fork with {name} = {plain(pitch)} Hz")
    if kind == "struck":
        button = scene.add("bng")
        scene.signal = (scene.add("*~", scene.add(f"osc~ {plain(pitch)}"), scene.into(1, scene.add("line~", scene.add(f"msg 1 , 0 {time}", button)))),)
        ring = draw.one((f" that rings for {span(draw, time)}", f" ringing {span(draw, time)}", f", fading out over {span(draw, time)},")) if said else ""
        talk = Talk(lambda: draw.one(what) + ring, ("strikes", "imitates", "simulates", "sounds like", "rings"), CLICKS, (), [], (), (), ("i hit a button and hear {s}", "strike {s} {w}"))
        at_end(scene, talk, ("unsaid", "unsaid", "volume"))
        return told(scene, talk, played([(0.1, button, "bang")], every(strikes(0.1, 0.1 + 0.92 * time / 1000), during(0.12, 0.5, has_pitch(pitch, 0.008))), 0.3 + time / 1000, 0.1))
    scene.signal = (scene.add(f"osc~ {plain(pitch)}"),)
    talk = Talk(lambda: draw.one((*what, f"a reference tone, {name} = {plain(pitch)} Hz,", f"a tuning note, {name} at {plain(pitch)} Hz,", f"a concert pitch {name} ({hertz(draw, pitch)})", f"a {plain(pitch)} Hz reference tone to tune my instrument")), ("plays", "plays", "gives me", "sounds"))
    at_end(scene, talk, ("switch", "switch-volume", "switch", "unsaid"))
    return told(scene, talk, steady(scene, has_pitch(pitch, 0.02)))


def theremin(draw: Draw) -> Example:
    """Two sliders, pitch and volume, with a switch, vibrato or a glide."""
    scene = Scene(draw)
    name, (low, high) = draw.one(("sine", "sine", "sine", "triangle", "sawtooth")), draw.one(((100, 1000), (100, 2000), (200, 1000), (50, 2000), (220, 880), (200, 2000)))
    ranged, smooth, toggle = draw.chance(0.5), draw.chance(0.3), draw.chance(0.3)
    low, high = (low, high) if ranged else (100, 1000)
    pitch = scene.add(f'hsl {low} {high} "pitch" init:440')
    volume = scene.add('hsl 0 1 "volume" init:0.3')
    source: Handle = scene.add("line~", scene.add("msg $1 50", pitch)) if smooth else pitch
    scene.signal = (scene.add("*~", wave(scene, WAVEFORMS[name], "", source), scene.into(1, volume)),)
    scene.steps += [Step(pitch, "800", moves, "440"), Step(volume, "0.05", lambda before, after: wobble(after) >= 0, "0.3")]
    noun = said_wave(scene, name, 0.6)
    limits = draw.one((f" from {low} to {high} Hz", f" ({low}-{high} Hz)", f" between {low} and {high} Hz")) if ranged else ""
    extra = draw.one((", smoothed", ", with a soft glide of 50 ms", ", without steps in the pitch (50 ms glide)")) if smooth else ""
    of = f" with {an(noun)}" if noun != "tone" else ""
    talk = Talk(
        lambda: an(noun), plain=False,
        does=(f"works like a theremin{of}: one slider for the pitch{limits}, one for the volume{extra}", f"is a simple theremin{of} with two sliders, pitch{limits} and volume{extra}", f"plays {{s}} with one slider for the pitch{limits} and another for the volume, like a theremin{extra}"),
        nouns=(f"a theremin{of} with a pitch slider{limits} and a volume slider{extra}", f"a two slider theremin{of}: pitch{limits} and volume{extra}"),
        asks=(f"theremin{of}, two sliders, pitch{limits} + volume{extra}", f"i want to play the theremin{of} with two sliders: pitch{limits} and loudness{extra}".replace("loudness", "volume"), f"how do i build a theremin{of} with two sliders, one for the pitch{limits}, one for the volume{extra}?"),
    )  # fmt: skip
    if toggle:
        scene.mono("*~", scene.into(1, scene.add('tgl "on"')))
        scene.silent = True
        scene.steps.insert(0, Step(scene.sketch.count - 1, "1", lambda before, after: not quiet(after)))
        talk.parts.append(Part(does=(), having=("an on/off toggle", "a toggle to switch it on"), can=("switch it on and off with a toggle",), short=("on/off toggle",)))
    scene.output()
    return told(scene, talk, steady(scene))


SKILLS: dict[str, Skill] = widened({
    "tone-panel": panel, "note-messages": note_messages, "pitch-steps": steps, "glide-to-pitch": gliding, "sweep-over-time": sweeping, "tuning-fork": tuning_fork, "two-slider-theremin": theremin,
})  # fmt: skip
