"""Skills: tunes that everybody knows, scales and notes once at a click, swing, accents, drums chosen by numbers and by turns."""

from __future__ import annotations

from itertools import cycle, islice

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import at_times, loud_at, numbers, quiet_at, says, spoke
from patchgen_training.skills.sequence_drums import DRUMS
from patchgen_training.skills.sequence_notes import counter, pick, run_once
from patchgen_training.skills.sequence_phrase import NEVER, Feature, phrased
from patchgen_training.skills.sequence_start import BUTTON, loud, pulse
from patchgen_training.skills.sequence_steps import timbre
from patchgen_training.skills.sequence_theory import SCALES, USUAL_SCALES, hertz, root_name
from patchgen_training.skills.sequence_voice import envelope
from patchgen_training.skills.sketch import Cord, Handle, Sketch
from patchgen_training.skills.time_clock import every, spell
from patchgen_training.skills.time_words import NUMBER_WORDS, ORDINALS, Text

TUNES: dict[tuple[str, ...], tuple[int, ...]] = {
    ("Twinkle Twinkle Little Star", "twinkle twinkle", "Twinkle, twinkle, little star"): (60, 60, 67, 67, 69, 69, 67, 65, 65, 64, 64, 62, 62, 60),
    ("Ode to Joy", "the Ode to Joy", "Beethoven's Ode to Joy", "ode to joy by Beethoven"): (64, 64, 65, 67, 67, 65, 64, 62, 60, 60, 62, 64, 64, 62, 62),
    ("Frère Jacques", "frere jacques", "Frere Jacques", "Brother John"): (60, 62, 64, 60, 60, 62, 64, 60, 64, 65, 67),
    ("Mary Had a Little Lamb", "mary had a little lamb"): (64, 62, 60, 62, 64, 64, 64),
    ("Jingle Bells", "jingle bells", "the refrain of Jingle Bells"): (64, 64, 64, 64, 64, 64, 64, 67, 60, 62, 64),
    ("Happy Birthday", "happy birthday", "the beginning of Happy Birthday"): (60, 60, 62, 60, 65, 64),
    ("London Bridge", "London Bridge is falling down"): (67, 69, 67, 65, 64, 65, 67),
}  # fmt: skip


def known_tune(draw: Draw) -> Example:
    """A song everybody knows, in a loop."""
    names = draw.one(tuple(TUNES))
    notes = list(TUNES[names])
    sketch = Sketch()
    beat = pulse(draw, sketch, plain_ms=400)
    pitch = pick(sketch, counter(sketch, beat.source, len(notes)), notes)
    wave, features, signal = timbre(draw, sketch, pitch, pitch)
    features = [*beat.features, *features, *loud(draw, sketch, signal)]
    name = draw.one(names)
    cores: list[Text] = [f"[play] {name}{wave}", f"[play] the melody of {name}{wave}", f"[play] the tune {name}{wave}", f"[loop] {name}{wave}", f"[play] {name} over and over{wave}", f"[sequence] the notes of {name}{wave}"]
    nouns: list[Text] = [f"the melody of {name}{wave}", f"a music box that plays {name}{wave}", f"a player of {name}{wave}", f"the song {name}{wave}"]
    steps = 5 if beat.period < 600 else 3

    def right(seen: Observation) -> bool:
        heard = numbers(seen, pitch)
        return all(abs(f - hertz(n)) < 0.05 for f, n in zip(heard, islice(cycle(notes), len(heard)), strict=True))

    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(at_times(pitch, beat.at(range(steps))), right, sounds(0.003, 0.7)), beat.feeds, [pitch], beat.seconds(steps - 0.5))


def once(draw: Draw) -> Example:
    """A scale or a tune, once, at a click."""
    time, unsaid = draw.one((100, 150, 200, 250, 300, 400, 500)), draw.chance(0.5)
    time = 250 if unsaid else time
    if draw.chance(0.3):
        names = draw.one(tuple(TUNES))
        notes, what = list(TUNES[names]), draw.one(names)
        things = (what, f"the tune {what}", f"the melody of {what}")
    else:
        scale, rooted = draw.one(("major", "major", "minor", *USUAL_SCALES)), draw.chance(0.7)
        base = 60 + (draw.one((0, 0, 2, 4, 5, 7, 9)) if rooted else 0)
        down = draw.chance(0.3)
        notes = [*(base + step for step in SCALES[scale]), base + 12]
        notes = notes[::-1] if down else notes
        name = f"{root_name(draw, base)} {scale} scale" if rooted else f"{scale} scale"
        way = draw.one((" downwards", " descending", " from top to bottom", " going down") if down else ("", "", " upwards", " ascending", " going up"))
        things = (f"a {name}{way}", f"the {name}{way}", f"the notes of the {name}{way}")
    sketch = Sketch()
    button = sketch.add("bng")
    pitch = run_once(sketch, button, time, notes)
    features = loud(draw, sketch, envelope(sketch, sketch.add("osc~", pitch), 0, 500, pitch))
    pace: tuple[str, ...] = ("",) if unsaid else (f" with {spell(draw, time)} per note", f", one note {every(draw, time)},", f" with a note {every(draw, time)}")

    def noun() -> str:
        return draw.one(things) + draw.one((" once", " once", " one time", " a single time")) + draw.one(pace)

    cores: list[Text] = [lambda: f"[play] {noun()}", lambda: f"[play] {noun()} and then [stop]", lambda: f"[run] through {noun()}", lambda: f"[play] {noun()}, note by note,"]
    nouns: list[Text] = [noun, lambda: f"a button for {noun()}"]
    return Example(phrased(draw, cores, nouns[:1], BUTTON, features), sketch.text(), all_of(says(pitch, [hertz(n) for n in notes]), at_times(pitch, [10 + time * i for i in range(len(notes))]), sounds(0.002, 0.5)), [Feed(10, button, "bang")], (pitch,), (10 + time * (len(notes) + 1.5)) / 1000)


def swung(draw: Draw) -> Example:
    """A drum in swung eighths: the second comes after two thirds of the beat."""
    name = draw.one(("hat", "hat", "hat", "rim", "snare"))
    below = draw.chance(0.5) and name != "kick"
    bpm = draw.one((80, 90, 96, 100, 110, 120, 120, 130, 140, 150, 160))
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    metro = sketch.add(f"metro 1 {bpm} permin", switch)
    late = sketch.add(f"delay {round(40000 / bpm, 2):g}", metro)
    signals = [DRUMS[name].build(sketch, [metro, late])]
    if below:
        signals.append(DRUMS["kick"].build(sketch, [metro]))
    features = loud(draw, sketch, sketch.add("*~ 0.5", *signals) if below else signals[0], 0.5 if below else 0.3)
    drum = DRUMS[name].nouns
    kick = draw.one((" and a kick on every beat", " with a kick drum on each beat", " over a kick on the quarters")) if below else ""
    tempo = draw.one((f"at {bpm} bpm", f"at {bpm} BPM", f"with a tempo of {bpm} bpm", f"at {bpm} beats per minute"))
    cores: list[Text] = [lambda: f"[play] {draw.one(drum)} in swung eighth notes{kick} {tempo}", lambda: f"[play] {draw.one(drum)} with swing{kick} {tempo}", lambda: f"[play] a shuffle on {draw.one(drum)}{kick} {tempo}", lambda: f"[play] swinging eighths on {draw.one(drum)}{kick} {tempo}", lambda: f"[play] {draw.one(drum)} in a triplet swing{kick} {tempo}"]
    nouns: list[Text] = [lambda: f"{draw.one(drum)} with swing{kick} {tempo}", lambda: f"a swing rhythm on {draw.one(drum)}{kick} {tempo}", lambda: f"a shuffle beat with {draw.one(drum)}{kick} {tempo}"]
    shown = [Feature(("an on/off toggle", "a toggle to start and stop it"), ("[start] and [stop] with a toggle",), ("start and stop it with a toggle",), ("toggle",))] if draw.chance(0.5) else []
    beat = 60000 / bpm
    return Example(phrased(draw, cores, nouns, NEVER, [*shown, *features]), sketch.text(), all_of(at_times(metro, [10, 10 + beat]), at_times(late, [10 + beat * 2 / 3]), sounds(0.0003, 0.6)), [Feed(10, switch, "1")], [metro, late], (10 + beat * 1.3) / 1000)


def accented(draw: Draw) -> Example:
    """A drum that repeats, louder on the first of some."""
    name, size = draw.one(("hat", "hat", "snare", "rim")), draw.one((2, 3, 4, 4, 8))
    sketch = Sketch()
    beat = pulse(draw, sketch, noun="hit")
    first = sketch.add("sel 0", counter(sketch, beat.source, size))
    peaks = [sketch.add("msg 1", first), sketch.add("msg 0.3", sketch.out(first, 1))]
    length = {"hat": 50, "snare": 150, "rim": 30}[name]
    if name == "rim":
        body = sketch.add("osc~ 1700")
    else:
        body = sketch.add("hip~ 7000" if name == "hat" else "bp~ 1800 1", sketch.add("noise~"))
    level = sketch.add("line~", sketch.add(f"msg $1 , 0 {length}", *peaks))
    features = [*beat.features, *loud(draw, sketch, sketch.add("*~", body, sketch.into(1, level)), 0.3)]
    number = draw.one((str(size), NUMBER_WORDS[size]))
    how = (f"louder on every {ORDINALS[size]} hit", f"with every {ORDINALS[size]} hit louder", f"with an accent on the first of every {number}", f"accenting one of {number} hits", f"where the first of {number} hits is louder than the others") if size > 2 else ("with every other hit louder", "where every second hit is louder", "alternately loud and soft")
    drum = DRUMS[name].nouns
    cores: list[Text] = [lambda: f"[play] {draw.one(drum)} {draw.one(how)}", lambda: f"[repeat] {draw.one(drum)} {draw.one(how)}", lambda: f"[loop] {draw.one(drum)} {draw.one(how)}"]
    nouns: list[Text] = [lambda: f"{draw.one(drum)} that repeats {draw.one(how)}", lambda: f"a loop of {draw.one(drum)} {draw.one(how)}"]
    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(at_times(peaks[0], beat.at([0])), at_times(beat.source, beat.at([0, 1])), loud_at(beat.begin + 1, beat.begin + 20, 0.001)), beat.feeds, [beat.source, peaks[0]], beat.seconds(1.5))


CHOICES: dict[str, tuple[tuple[str, str], ...]] = {
    "parity": (("when the number is even", "when it is odd"), ("for even numbers", "for odd numbers"), ("if the number entered is even", "if it is odd"), ("on even numbers", "on odd ones")),
    "limit": (("when the number is greater than {l}", "otherwise"), ("for numbers above {l}", "for all others"), ("if the number is over {l}", "if it is not"), ("when a number exceeds {l}", "when it does not")),
    "sign": (("when the number is negative", "when it is not"), ("for numbers below 0", "for all others"), ("if the number entered is less than zero", "otherwise")),
    "switch": (("when a toggle is switched on", "when it is switched off"), ("when the toggle goes on", "when it goes off"), ("if I turn a toggle on", "if I turn it off")),
}  # fmt: skip


def drum_by_number(draw: Draw) -> Example:
    """One drum if something is so, another if not."""
    kind, (one, two) = draw.one(("parity", "parity", "limit", "limit", "sign", "switch")), draw.some(("kick", "snare", "hat", "clap", "tom", "cowbell"), 2)
    limit = draw.one((10, 50, 64, 64, 100, draw.integer(2, 120)))
    sketch = Sketch()
    box = sketch.add("tgl" if kind == "switch" else "number")
    test = {"parity": "mod 2", "limit": f"> {limit}", "sign": "< 0", "switch": ""}[kind]
    select = sketch.add("sel 0 1" if kind == "parity" else "sel 1 0", sketch.add(test, box) if test else box)
    total = sketch.add("*~ 0.5", *(DRUMS[name].build(sketch, [sketch.out(select, i)]) for i, name in enumerate((one, two))))
    features = loud(draw, sketch, total, 0.5)

    def what() -> str:
        yes, no = draw.one(CHOICES[kind])
        a, b = draw.one(DRUMS[one].nouns), draw.one(DRUMS[two].nouns)
        return f"{a} {yes.replace('{l}', str(limit))} and {b} {no}"

    cores: list[Text] = [lambda: f"[play] {what()}", lambda: f"[trigger] {what()}", lambda: f"[play] {what()}", lambda: f"[sound] {what()}"]
    good, bad = {"parity": (4, 7), "limit": (limit + 3, limit - 2), "sign": (-3, 3), "switch": (1, 0)}[kind]
    feeds = [Feed(10, box, str(good)), Feed(600, box, str(bad))]
    checks: list[Holds] = [quiet_at(0, 8), loud_at(12, 35, 0.003), loud_at(602, 625, 0.003), sounds(0.0003, 0.6)]
    return Example(phrased(draw, cores, [lambda: f"a patch with {what()}", what], NEVER, features), sketch.text(), all_of(*checks), feeds, (), 0.7)


def by_turns(draw: Draw) -> Example:
    """Each click the next of some drums, and around."""
    names = draw.some(("kick", "snare", "hat", "clap", "tom", "cowbell"), draw.one((2, 2, 3, 4)))
    sketch = Sketch()
    button = sketch.add("bng")
    turn = counter(sketch, button, len(names))
    select = sketch.add("sel " + " ".join(map(str, range(len(names)))), turn)
    outs: list[Cord] = [sketch.out(select, i) for i in range(len(names))]
    total: Handle = sketch.add("*~ 0.5", *(DRUMS[name].build(sketch, [out]) for name, out in zip(names, outs, strict=True)))
    features = loud(draw, sketch, total, 0.5)

    def row(word: str = "and") -> str:
        drums = [draw.one(DRUMS[name].nouns) for name in names]
        return ", ".join(drums[:-1]) + f" {word} {drums[-1]}"

    def spelled() -> str:
        return ", ".join(f"{draw.one(DRUMS[name].nouns)} on the {ORDINALS[i + 1]} click" for i, name in enumerate(names)) + " and so on from the beginning"

    cores: list[Text] = [lambda: f"[play] {row()} by turns, one at each click of a button", lambda: f"[alternate] between {row()} each time I click a button", lambda: f"[cycle] through {row()} with each click of a button", lambda: f"[play] {spelled()}", lambda: f"[play] the next of {row()} on every button press"]
    nouns: list[Text] = [lambda: f"a button that plays {row()} by turns", lambda: f"one button for {row()}, a different one with each click"]
    feeds = [Feed(10 + 500 * i, button, "bang") for i in range(len(names) + 1)]
    checks: list[Holds] = [quiet_at(0, 8), *[loud_at(12 + 500 * i, 35 + 500 * i, 0.003) for i in range(len(names) + 1)], spoke(turn, len(names) + 1)]
    return Example(phrased(draw, cores, nouns, NEVER, features), sketch.text(), all_of(*checks), feeds, [turn], 0.1 + 0.5 * len(names))


SKILLS: dict[str, Skill] = {"known-tune": known_tune, "once": once, "swung": swung, "accented": accented, "drum-by-number": drum_by_number, "drums-by-turns": by_turns}
CORE: tuple[str, ...] = ("band_melody/known-tune", "band_melody/once", "band_melody/drum-by-number", "band_melody/drums-by-turns")
