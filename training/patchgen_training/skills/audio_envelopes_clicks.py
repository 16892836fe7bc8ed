"""Skills: one click, one sound: for a time, dying away, swelling, several beeps, a button for each note."""

from __future__ import annotations

from patchgen_training.skills.audio_part import Part
from patchgen_training.skills.audio_scene import Scene, played
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_sources_spoken import Talk, at_end, control, told
from patchgen_training.skills.audio_sources_voices import (
    HEARD,
    MIXED,
    WAVE_SHARE,
    press,
    voice,
)
from patchgen_training.skills.audio_units import an, note_frequency, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio_time import (
    during,
    every,
    has_pitch,
    pulses,
    quiet,
    sounds,
    strikes,
)
from patchgen_training.skills.sequence_phrase import widened

LENGTHS = (50, 80, 100, 150, 200, 250, 250, 300, 400, 500, 500, 500, 600, 700, 750, 800, 1000, 1000, 1000, 1500, 1500, 2000, 2000, 2500, 3000, 4000, 5000)
"""Milliseconds of a sound that is cut off."""
DECAYS = (80, 100, 150, 200, 250, 300, 300, 400, 500, 500, 600, 800, 1000, 1000, 1500, 2000, 3000)
"""Milliseconds of a sound that dies away."""
LEVELS = ("unsaid", "unsaid", "unsaid", "volume", "volume", "volume", "number", "decibels", "gain")


def for_a_time(draw: Draw) -> Example:
    """A sound of a given length at each click."""
    scene = Scene(draw)
    time, adjustable = draw.one(LENGTHS), draw.chance(0.2)
    kind = draw.one(MIXED)
    click = press(scene)
    parts: list[Part] = []
    on = scene.add("msg 1", click.source)
    if adjustable:
        time = 500
        length, part = control(scene, "length", 50, 2000, 500, said=draw.one(("length", "duration", "length")))
        parts.append(part)
        off = scene.add("msg 0", scene.add("delay 500", click.source, scene.into(1, length)))
    else:
        off = scene.add("msg 0", scene.add(f"delay {time}", click.source))
    chosen = voice(scene, (kind,))
    scene.signal = (scene.add("*~", chosen.handle, scene.into(1, on), scene.into(1, off)),)
    ends = 0.1 + time / 1000
    if adjustable:
        what = chosen.noun
        does: tuple[str, ...] = ("turns on {s} {w} and off again after a while that I choose", "plays {s} {w} for an adjustable time", "sounds {s} for a while {w}")
        asks: tuple[str, ...] = ("{w} {s} should sound and stop by itself", "{w}: {s}, then silence again")
    else:
        def what() -> str:
            return chosen.noun() + draw.one((" for {t}", " for {t}", " for {t}", " lasting {t}", " that lasts {t}", " for only {t}", " for exactly {t}")).format(t=span(draw, time))

        does = ("turns on {v} {w} and turns it off {t} later", "plays {t} of {v} {w}", "starts {v} {w} and stops it after {t}", "for {t} plays {v} {w}", "lets {v} sound for {t} {w}", "plays {v} {w} for {t}", "plays {v} {w}, lasting {t}", "plays {v} {w}, it stops by itself after {t}")
        asks = ("{w} I want to hear {v} for {t}", "{w} {v} should sound for {t} and then stop", "{w}: {v}, {t}", "i click and get {v} for {t}", "{v} {t} {w}", "one click = {v} for {t}", "{v} for {t} per click", "how can i hear {v} for {t} {w}?")
    talk = Talk(
        what, ("plays", "plays", "plays", "sounds", "triggers", "starts", "gives", "makes"), click.when, click.agents, parts, does,
        ("{t} of {v} {w}", "a trigger for {v} of {t}") if not adjustable and click.agents else (), asks if click.agents or adjustable else asks[:3],
        {"v": chosen.noun, "t": lambda: span(draw, time)},
    )  # fmt: skip
    at_end(scene, talk, LEVELS)
    middle = min(ends, 0.1 + 1.0) - 0.01
    heard = during(0.11, middle, chosen.check if time >= 250 else sounds())
    return told(scene, talk, played([(0.1, click.box, click.message)], every(heard, during(0.11, middle, sounds(0.0005)), during(ends + 0.01, ends + 0.1, quiet)), ends + 0.12, 0.1))


def dying(draw: Draw) -> Example:
    """A sound that fades out after each click: over a fixed time, or one on a slider."""
    scene = Scene(draw)
    time, adjustable = draw.one(DECAYS), draw.chance(0.45)
    parts: list[Part] = []
    click = press(scene)
    if adjustable:
        time = 500
        length, part = control(scene, "decay", 50, 3000, 500, said=draw.one(("decay", "decay time", "decay", "decay", "fade out time")))
        parts.append(part)
        level = scene.add("line~", scene.add("msg 1 , 0 $1", scene.add("f", click.source, scene.into(1, length))))
        chosen = voice(scene, MIXED)
        what = chosen.noun
        does: tuple[str, ...] = ("plays {v} that dies away {w}", "triggers {v} with an envelope {w}", "plays {v} with a percussive envelope {w}", "starts {v} {w} and fades it out")
        asks: tuple[str, ...] = ("{v} fading out {w}", "{w} {v} should sound and fade away", "{v} as a percussive sound {w}")
    else:
        level = scene.add("line~", scene.add(f"msg 1 , 0 {time}", click.source))
        chosen = voice(scene, MIXED)

        def what() -> str:
            return chosen.noun() + draw.one((" that fades out in {t}", " that dies away in {t}", " decaying over {t}", " with a decay of {t}", " with a {t} decay", " that fades to silence in {t}", " with a decay time of {t}", " that rings out for {t}")).format(t=span(draw, time))

        does = ("hits {v} {w} and lets it decay in {t}", "plays {v} {w}, decaying to nothing in {t}", "starts {v} at full level {w} and fades it to zero over {t}", "plays {v} with a percussive envelope of {t} {w}")
        asks = ("{w} {v}, decay {t}", "{w} i want {v} that fades out over {t}", "{v}, {t} decay, {w}", "{v} like a pluck {w}, gone after {t}")
    scene.signal = (scene.add("*~", chosen.handle, scene.into(1, level)),)
    talk = Talk(what, ("plays", "plays", "plays", "triggers", "triggers", "strikes", "starts", "makes"), click.when, click.agents, parts, does, (), asks,
                {"v": chosen.noun, "t": lambda: span(draw, time)})
    at_end(scene, talk, LEVELS)
    return told(scene, talk, played([(0.1, click.box, click.message)], strikes(0.1, 0.1 + 0.92 * time / 1000, 0.004), 0.3 + time / 1000, 0.1))


def swelling(draw: Draw) -> Example:
    """Attack and release, each on a slider."""
    scene = Scene(draw)
    word = draw.one(("release", "release", "decay"))
    attack, part = control(scene, "attack", 1, 1000, 50, said=draw.one(("attack", "attack time", "attack")))
    release, other = control(scene, word, 10, 3000, 500, said=draw.one((word, f"{word} time")))
    click = press(scene)
    times = scene.add("pack f f", scene.add("f", click.source, scene.into(1, attack)), scene.into(1, release))
    envelope = scene.add("vline~", scene.add("msg 1 $1 , 0 $2 $1", times))
    chosen = voice(scene, ("tone", "tone", "tone", "noise", "chord"))
    scene.signal = (scene.add("*~", chosen.handle, scene.into(1, envelope)),)
    both = (f"attack and {word} sliders", f"adjustable attack and {word}", f"an attack slider and a {word} slider", f"sliders for attack and {word}", f"attack and {word} times on sliders", f"an adjustable attack time and {word} time", f"an envelope whose attack and {word} I can set")
    able = (f"set the attack and the {word}", f"change attack and {word} with sliders", f"adjust the attack time and the {word} time")
    parts = [part, other] if draw.chance(0.3) else [Part(does=(), having=both, can=able, short=(f"attack/{word} sliders", f"attack + {word} sliders"))]
    talk = Talk(chosen.noun, ("plays", "triggers", "plays", "plays"), click.when, click.agents, parts,
                (f"puts an attack {word} envelope on {{s}} {{w}}", "shapes {s} with an envelope {w}", "plays a note of {s} {w}", f"applies an attack/{word} envelope to {{s}} {{w}}"), (f"an A{word[0].upper()} envelope for {{s}} started {{w}}",)[: bool(click.agents)],
                (f"attack {word} envelope on {{s}} {{w}}", "envelope for {s} {w}"))  # fmt: skip
    at_end(scene, talk, LEVELS[:7])
    return told(scene, talk, played([(0.1, attack, "200"), (0.1, release, "300"), (0.15, click.box, click.message)], every(strikes(0.15, 0.63, 0.004), during(0.15, 0.18, lambda heard: abs(heard).max() < 0.6 * 0.5)), 0.75, 0.15))


def several(draw: Draw) -> Example:
    """So many beeps at a click."""
    scene = Scene(draw)
    count, on, off = draw.one((2, 2, 3, 3, 3, 4, 5)), draw.one((50, 80, 100, 100, 150, 200, 200, 250, 300)), draw.one((50, 80, 100, 100, 150, 200, 200, 300))
    said = draw.chance(0.6)
    on, off = (on, off) if said else (100, 100)
    chosen = voice(scene, ("tone", "tone", "tone", "tone", "noise"))
    click = press(scene)
    steps = [text for i in range(count) for text in ((f"1 0 {i * (on + off)}" if i else "1"), f"0 0 {i * (on + off) + on}")]
    scene.signal = (scene.add("*~", chosen.handle, scene.into(1, scene.add("vline~", scene.add("msg " + " , ".join(steps), click.source)))),)
    number = {2: ("two", "2"), 3: ("three", "3"), 4: ("four", "4"), 5: ("five", "5")}[count]
    hits = "bursts" if chosen.kind == "noise" else "beeps"

    def what() -> str:
        lasting = draw.one((" of {a} with {b} between them", ", {a} on and {b} off", " of {a}, {b} apart,", ", each {a} long, with pauses of {b},", " ({a} each, {b} pauses)")).format(a=span(draw, on), b=span(draw, off)) if said else ""
        source = draw.one((" of {v}", " of {v}", " ({v})"))
        return f"{draw.one(('', '', 'short ')) if not said else ''}{draw.one(number)} {hits}".replace("short " + number[0], number[0] + " short").replace("short " + number[1], number[1] + " short") + lasting + source.replace("{v}", chosen.noun())

    talk = Talk(
        what, ("plays", "plays", "makes", "gives", "sounds"), click.when, click.agents, [],
        ("plays {v} {n} times in a row {w}", "repeats {v} {n} times {w}", f"{hits[:-1]}s {{n}} times with {{v}} {{w}}" if hits == "beeps" else "bursts {n} times with {v} {w}") if not said else (), (),
        ("{w} {v} should sound {n} times", "{n} times {v} {w}", f"{hits[:-1]} {{n}} times {{w}}, {{v}}") if not said else (f"{{w}} {{n}} {hits}: {{v}}, {{a}} on, {{b}} off",),
        {"v": chosen.noun, "n": lambda: draw.one(number), "a": lambda: span(draw, on), "b": lambda: span(draw, off)},
    )  # fmt: skip
    at_end(scene, talk, LEVELS[:6])
    seconds = count * (on + off) / 1000
    return told(scene, talk, played([(0.1, click.box, click.message)], every(during(0.09, 0.1 + seconds, pulses(count, tolerance=0)), during(0.12 + seconds, 0.2 + seconds, quiet)), 0.25 + seconds, 0.1))


SETS: tuple[tuple[tuple[str, ...], tuple[int, ...]], ...] = (
    (("C", "E", "G"), (60, 64, 67)), (("C", "D", "E"), (60, 62, 64)), (("A", "B", "C"), (69, 71, 72)), (("C", "D", "E", "F", "G"), (60, 62, 64, 65, 67)), (("C", "F", "G"), (60, 65, 67)), (("E", "G", "A"), (64, 67, 69)),
    (("C", "E", "G", "B"), (60, 64, 67, 71)), (("D", "F", "A"), (62, 65, 69)), (("C", "D", "E", "G", "A"), (60, 62, 64, 67, 69)), (("G", "A", "B", "D"), (55, 57, 59, 62)), (("A", "C", "E"), (69, 72, 76)), (("C", "G"), (60, 67)),
)  # fmt: skip


def buttons(draw: Draw) -> Example:
    """A button for each note or frequency, that dies away."""
    scene = Scene(draw)
    name, time, kind = draw.one(WAVE_SHARE), draw.one(DECAYS[4:]), draw.one(("letters", "letters", "notes", "hertz", "hertz"))
    said = draw.chance(0.5)
    time = time if said else 500
    if kind == "hertz":
        values = sorted(draw.some(tuple(tone for tone in HEARD if 150 <= tone <= 1200), draw.one((2, 2, 3, 3, 4))))
        names = [str(value) for value in values]
    else:
        letters, notes = draw.one(SETS)
        values, names = list(notes), list(letters) if kind == "letters" else [str(note) for note in notes]
    pushes = [scene.add(f'bng "{label}"') for label in names]
    messages = [scene.add(f"msg {value}", push) for value, push in zip(values, pushes, strict=True)]
    pitch = scene.add("mtof", *messages) if kind != "hertz" else 0
    handle = wave(scene, WAVEFORMS[name], "", *([pitch] if pitch else messages))
    scene.signal = (scene.add("*~", handle, scene.into(1, scene.add("line~", scene.add(f"msg 1 , 0 {time}", *pushes)))),)
    count = {2: ("two", "2"), 3: ("three", "3"), 4: ("four", "4"), 5: ("five", "5")}[len(names)]
    first = ", ".join(names[:-1])
    unit = draw.one((" Hz", " hertz", "hz")) if kind == "hertz" else ""
    listed = f"{first} and {names[-1]}{unit}"
    tones = f"MIDI notes {listed}" if kind == "notes" else listed
    sound = draw.one(WAVEFORMS[name].nouns[:3])
    with_wave = f" on {an(sound)}" if name != "sine" or draw.chance(0.3) else ""
    fading = (f" that fade out in {span(draw, time)}", f" with a decay of {span(draw, time)}", f", each decaying in {span(draw, time)},") if said else ("",)
    notes_word = "tones" if kind == "hertz" else "notes"
    talk = Talk(
        lambda: draw.one((f"the {notes_word} {tones}", tones if kind != "letters" else f"the notes {tones}")) + draw.one(fading) + with_wave,
        ("plays", "plays", "sounds", "triggers"), (f"with {count[0]} buttons", f"with {draw.one(count)} bangs", f"from {draw.one(count)} buttons", "with a button for each", "using one button per note" if kind != "hertz" else "using one button per tone"), (), [],
        (f"has {count[0]} buttons that play {tones}{draw.one(fading)}{with_wave}", f"plays a different {notes_word[:-1]} for each of {count[0]} buttons: {tones}{draw.one(fading)}{with_wave}", f"lets me click buttons for the {notes_word} {tones}{draw.one(fading)}{with_wave}"),
        (f"{count[0]} buttons for the {notes_word} {tones}{draw.one(fading)}{with_wave}", f"a little keyboard of {draw.one(count)} buttons playing {tones}{draw.one(fading)}{with_wave}", f"a set of {count[0]} bangs, one each for {tones}{draw.one(fading)}{with_wave}"),
        (f"{draw.one(count)} buttons, {tones}{draw.one(fading)}{with_wave}", f"when i click the first button i hear {names[0]}{unit}, the others play {', '.join(names[1:])}{draw.one(fading)}{with_wave}", f"i want to play {tones} by clicking buttons{draw.one(fading)}{with_wave}"),
    )  # fmt: skip
    at_end(scene, talk, LEVELS[:6])
    wanted = [float(value) if kind == "hertz" else note_frequency(value) for value in values]
    last = 0.1 + time / 1000 + 0.1
    return told(scene, talk, played([(0.1, pushes[0], "bang"), (last, pushes[-1], "bang")], every(
        during(0.1, 0.1 + min(time, 300) / 1000, has_pitch(wanted[0], 0.04)), during(last, last + min(time, 300) / 1000, has_pitch(wanted[-1], 0.04)), during(last - 0.08, last - 0.01, quiet)), last + 0.35, 0.1))


def held_key(draw: Draw) -> Example:
    """A sound while a key of the computer is held down."""
    scene = Scene(draw)
    letter, code = draw.one((("the space bar", 32), ("space", 32), ("the space bar", 32), ("the spacebar", 32), *((f"the {chr(c)} key", c) for c in (97, 98, 100, 107, 109, 112, 115, 120))))
    fade = draw.one((0, 0, 20, 50, 100, 200))
    chosen = voice(scene, MIXED)
    down, up = scene.add("key"), scene.add("keyup")
    end = f" {fade}" if fade else ""
    on, off = scene.add(f"msg 1{end}", scene.add(f"sel {code}", down)), scene.add(f"msg 0{end}", scene.add(f"sel {code}", up))
    gain = scene.into(1, scene.add("line~", on, off)) if fade else None
    scene.signal = (scene.add("*~", chosen.handle, gain) if gain else scene.add("*~", chosen.handle, scene.into(1, on), scene.into(1, off)),)
    soft = f", with a fade of {span(draw, fade)}" if fade else ""
    talk = Talk(
        chosen.noun, ("plays", "plays", "sounds", "makes"),
        tuple(text.replace("{k}", letter) + soft for text in ("while {k} is held down", "as long as {k} is pressed", "while i hold {k}", "only while I press {k}", "as long as I hold down {k}", "for as long as {k} is held", "when {k} is down and stops when it is released")), (), [],
        (f"starts {{s}} when {letter} is pressed and stops it when it is released{soft}", f"turns {{s}} on while {letter} is down and off when i let go{soft}"), (f"{{s}} played by holding {letter}{soft}",),
        (f"hold {letter} = {{s}}, release = silence{soft}", f"{{s}} should only sound while i hold {letter}{soft}", f"press and hold {letter} for {{s}}{soft}"),
    )  # fmt: skip
    at_end(scene, talk, LEVELS[:6])
    return told(scene, talk, played([(0.1, down, str(code)), (0.6, up, str(code))], every(during(0.3, 0.59, sounds(0.0005)), during(0.3, 0.59, chosen.check), during(0.82, 0.9, quiet)), 0.92, 0.1))


def every_nth(draw: Draw) -> Example:
    """A sound on each third click or so."""
    scene = Scene(draw)
    count, time = draw.integer(2, 10), draw.one(DECAYS[2:10])
    said = draw.chance(0.4)
    time = time if said else 300
    click = scene.add("bng")
    number = scene.add("f", click)
    scene.sketch.connect(scene.add("+ 1", number), number, 1)
    strike = scene.add(f"sel {count - 1}", scene.add(f"mod {count}", number))
    chosen = voice(scene, ("tone", "tone", "tone", "noise", "chord"))
    scene.signal = (scene.add("*~", chosen.handle, scene.into(1, scene.add("line~", scene.add(f"msg 1 , 0 {time}", strike)))),)
    word = ("", "", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")[count]
    each = {2: ("every other click", "every second click", "every 2 clicks")}.get(count, (f"every {word} click", f"every {count} clicks", f"every {count}th click" if count > 3 else "every 3rd click"))

    def what() -> str:
        return chosen.noun() + (draw.one((" that fades out in {t}", " with a decay of {t}", ", {t} long,")).format(t=span(draw, time)) if said else "")

    talk = Talk(
        what, ("plays", "plays", "sounds", "triggers"), tuple(f"on {text}" for text in each) + (f"at each {word} click", f"only on {each[0]} of a button", f"on {each[0]} of a button", f"when a button was clicked {count} times and again {count} clicks later"), (), [],
        (f"counts clicks and plays {{s}} on {each[0]}",), (f"a click counter that plays {{s}} on {each[1]}",),
        (f"i click {count} times, then I want to hear {{s}}, then it starts over", f"count my clicks: {{s}} on {each[0]}", f"{each[0]} -> {{s}}"),
    )  # fmt: skip
    at_end(scene, talk, LEVELS[:6])
    feeds = [(0.1 + 0.05 * i, click, "bang") for i in range(count)]
    begin = 0.1 + 0.05 * (count - 1)
    return told(scene, talk, played(feeds, every(during(begin, begin + 0.1, sounds(0.001)), strikes(begin, begin + time / 1000, 0.003)), begin + time / 1000 + 0.15, begin))


SKILLS: dict[str, Skill] = widened({
    "click-for-a-time": for_a_time, "click-decay": dying, "click-attack-release": swelling, "click-several": several, "note-buttons": buttons, "held-key": held_key, "every-nth-click": every_nth,
})  # fmt: skip
