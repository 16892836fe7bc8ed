"""MIDI: notes, controllers, bends and programs that come in; melodies that go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import (
    at_times,
    crossings,
    loud_at,
    quiet_at,
    says,
    within,
)  # fmt: skip
from patchgen_training.skills.sequence_melody import joined
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sequence_theory import CHORDS, USUAL_CHORDS, hertz
from patchgen_training.skills.sequence_voice import VOLUME_WORDS, WAVES, output, waveform
from patchgen_training.skills.sketch import Cord, Handle, Sketch
from patchgen_training.skills.time_clock import spell
from patchgen_training.skills.time_event import result
from patchgen_training.skills.time_trigger import any_beat
from patchgen_training.skills.time_words import Text, worded

INCOMING = ("MIDI notes", "incoming MIDI notes", "notes from a MIDI keyboard", "MIDI note input", "the notes of a MIDI keyboard")


def midi_synth(draw: Draw) -> Example:
    """A monophonic instrument: notein to an oscillator, velocity to loudness."""
    kind = draw.one(("sine", "sine", "sawtooth", "square", "triangle"))
    glide = draw.one((0, 0, 0, 20, 50, 100, 200))
    decay = draw.one((0, 0, 0, 300, 500, 1000))
    sketch = Sketch()
    notes = sketch.add("notein")
    strip = sketch.add("stripnote", notes, sketch.into(1, sketch.out(notes, 1)))
    pitch = sketch.add("mtof", strip)
    source: Handle = pitch
    if glide:
        source = sketch.add("line~", sketch.add(f"msg $1 {glide}", pitch))
    signal = waveform(sketch, kind, source)
    loud = sketch.add("/ 127", sketch.out(strip if decay else notes, 1))
    level = sketch.add("line~", sketch.add(f"msg $1 , 0 {decay}" if decay else "msg $1 20", loud))
    slider = draw.chance(0.4)
    output(sketch, sketch.add("*~", signal, sketch.into(1, level)), slider)

    def extras() -> str:
        words = [f"a glide of {spell(draw, glide)}" if draw.chance(0.6) else f"{spell(draw, glide)} portamento"] if glide else []
        words += [f"a decay of {spell(draw, decay)}"] if decay else []
        words += [draw.one(VOLUME_WORDS)] if slider else []
        return joined(draw, " with ", words)

    def wave() -> str:
        return draw.one(WAVES[kind][2][:3])

    clauses: list[Text] = [
        lambda: f"[play] {draw.one(INCOMING)} with {wave()}, velocity sets the loudness{extras()}", lambda: f"[take] {draw.one(INCOMING)} and [play] them with {wave()} and velocity{extras()}",
        lambda: f"[convert] {draw.one(INCOMING)} to frequencies for {wave()}, loudness from velocity{extras()}", lambda: f"[let] me play {wave()} from a MIDI keyboard with velocity{extras()}",
        lambda: f"[synthesize] {draw.one(INCOMING)} with {wave()}, velocity controls the volume{extras()}"]
    name = {"sine": "sine", "sawtooth": "saw", "square": "square wave", "triangle": "triangle"}[kind]
    things: list[Text] = [lambda: f"a monophonic MIDI synth with {wave()} and velocity{extras()}", lambda: f"a simple {name} synthesizer for a MIDI keyboard with velocity{extras()}",
                          lambda: f"a MIDI controlled {name} oscillator, velocity to loudness{extras()}"]
    speech: list[Text] = [lambda: f"midi keyboard -> {name} synth, velocity{extras()}", lambda: f"i want to play {wave()} with my midi keyboard, velocity sensitive{extras()}"]
    note = draw.integer(50, 80)
    check = all_of(quiet_at(0, 8), loud_at(60, 150), crossings(hertz(note), 10 + max(glide, 20) + 10, 290), quiet_at(340, 400) if not decay else sounds(0.001))
    return Example(worded(draw, clauses, things, speech), sketch.text(), check, [Feed(10, notes, f"{note} 100 1"), Feed(310, notes, f"{note} 0 1")], (pitch,), 0.41)


def show_notes(draw: Draw) -> Example:
    """Note, velocity or frequency of incoming notes in number boxes, or printed."""
    want = draw.one(("note", "velocity", "both", "hertz"))
    sketch = Sketch()
    source = sketch.add("notein")
    printed = draw.chance(0.35)
    pitch = sketch.add("mtof", source) if want == "hertz" else source
    velocities = sketch.out(source, 1)
    chosen: dict[str, tuple[Handle | Cord, ...]] = {"velocity": (velocities,), "both": (pitch, velocities)}
    sources = chosen.get(want, (pitch,))
    if want == "both" and printed:
        sketch.add("print", sketch.add("pack f f", sources[0], sketch.into(1, sources[1])))
        boxes = [0]
    else:
        labels = {"note": ("note",), "velocity": ("velocity",), "both": ("note", "velocity"), "hertz": ("frequency",)}[want]
        boxes = [0 if printed else sketch.add(f'number "{label}"', one) for label, one in zip(labels, sources, strict=True)]
        if printed:
            sketch.add("print", sources[0])
    what = {"note": ("the note number of incoming MIDI notes", "the pitch of MIDI notes", "the MIDI note numbers that come in"),
            "velocity": ("the velocity of incoming MIDI notes", "the velocity of MIDI notes", "how hard MIDI keys are played (velocity)"),
            "both": ("note number and velocity of incoming MIDI notes", "pitch and velocity of MIDI notes", "the note and the velocity that a MIDI keyboard sends"),
            "hertz": ("the frequency in Hz of incoming MIDI notes", "the frequency of MIDI notes", "incoming MIDI notes as frequencies in Hz")}[want]
    verbs = ("[print]", "[print]", "[write] to the console") if printed else ("[show]", "[display]", "[show] in number boxes" if want == "both" else "[show] in a number box", "[read] and [show]")

    def clause() -> str:
        verb, rest, tail = draw.one(verbs), draw.one(what), ""
        if " in " in verb or " to " in verb:
            verb, _, tail = verb.partition(" ")
            tail = " " + tail
        return f"{verb} {rest}{tail}"

    note, velocity = draw.integer(30, 90), draw.integer(1, 127)
    expected: dict[str, list[float]] = {"note": [note], "velocity": [velocity], "both": [note, velocity], "hertz": [hertz(note)]}
    wanted = expected[want]
    checks: list[Holds] = [says(0, wanted)] if printed else [says(box, [value]) for box, value in zip(boxes, wanted, strict=True)]
    speech: list[Text] = [lambda: ("print " if printed else "show ") + draw.one(what), lambda: "how do i " + ("print " if printed else "see ") + draw.one(what) + "?"]
    return Example(worded(draw, [clause, clause, clause, clause], (), speech), sketch.text(), all_of(*checks), [Feed(10, source, f"{note} {velocity} 1")],
                   [] if printed else boxes, 0.05)


def transpose(draw: Draw) -> Example:
    """MIDI in to MIDI out, moved by semitones."""
    steps = draw.one((12, -12, 7, 5, -5, 24, -24, 3, 4, -7, 1, 2, -1, -2, -3))
    sketch = Sketch()
    source = sketch.add("notein")
    moved = sketch.add(f"+ {steps}" if steps > 0 else f"- {-steps}", source)
    sketch.add("noteout", moved, sketch.into(1, sketch.out(source, 1)))
    name = {12: "an octave up", -12: "an octave down", 24: "two octaves up", -24: "two octaves down", 7: "a fifth up", 5: "a fourth up", -5: "a fourth down", -7: "a fifth down"}.get(steps)
    way = "up" if steps > 0 else "down"
    number = f"{abs(steps)} semitone{'s' * (abs(steps) > 1)} {way}"

    def by() -> str:
        return draw.one((number, name)) if name else number

    clauses: list[Text] = [lambda: f"[transpose] incoming MIDI notes {by()} and [send] them to MIDI out", lambda: f"[send] MIDI notes on {by()}", lambda: f"[take] MIDI notes, [move] them {by()} and [output] them as MIDI",
                           lambda: f"[shift] the notes of a MIDI keyboard {by()} and [send] them out again", lambda: f"[transpose] MIDI input {by()} to the MIDI output"]
    things: list[Text] = [lambda: f"a MIDI transposer, {by()}", lambda: f"a MIDI transpose patch ({by()})"]
    note = draw.integer(40, 80)
    return Example(worded(draw, clauses, things, [lambda: f"transpose midi {by()}", lambda: f"midi in -> {by()} -> midi out"]), sketch.text(), says(moved, [note + steps]),
                   [Feed(10, source, f"{note} 90 1")], [moved], 0.05)


def harmonise(draw: Draw) -> Example:
    """A chord on each incoming note, to MIDI out."""
    chord = draw.one(USUAL_CHORDS)
    steps = CHORDS[chord][1:]
    sketch = Sketch()
    source = sketch.add("notein")
    others = [sketch.add(f"+ {step}", source) for step in steps]
    velocity = sketch.into(1, sketch.out(source, 1))
    for note in (source, *others):
        sketch.add("noteout", note, velocity)
    article = "an" if chord[0] == "a" else "a"
    clauses: list[Text] = [f"[play] {article} {chord} chord on MIDI out for every incoming MIDI note", f"[turn] each MIDI note into {article} {chord} chord and [send] it to MIDI out",
                           f"[harmonize] MIDI notes to {chord} chords and [output] them", f"[make] {article} {chord} chord from one MIDI note and [send] all notes out"]
    things: list[Text] = [f"a one finger {chord} chord player for MIDI", f"a MIDI chord generator that makes {article} {chord} chord of each note"]
    return Example(worded(draw, clauses, things, [f"one midi note in, {chord} chord out"]), sketch.text(), all_of(*[says(box, [60 + step]) for box, step in zip(others, steps, strict=True)]),
                   [Feed(10, source, "60 90 1")], others, 0.05)


@dataclass(frozen=True)
class Incoming:
    """A kind of MIDI message: its box, what it is called, how it is driven, what it then says."""

    body: str
    nouns: tuple[str, ...]
    message: str
    value: float


def controllers(draw: Draw) -> Incoming:
    """A controller, bend, program or pressure."""
    number = draw.one((1, 7, 10, 11, 64, 74, 71, draw.integer(2, 119)))
    channel = draw.one((0, 0, 0, draw.integer(1, 16)))
    on = f" on channel {channel}" if channel else ""
    tail = f" {channel}" if channel else ""
    value = draw.integer(1, 127)
    names = {1: ("the mod wheel (controller 1)",), 7: ("the MIDI volume controller 7",), 64: ("the sustain pedal (controller 64)",), 10: ("the pan controller 10",)}.get(number, ())
    return draw.one((
        Incoming(f"ctlin {number}{tail}", tuple(f"{noun}{on}" for noun in (f"MIDI controller {number}", f"MIDI CC {number}", f"control change {number}", f"cc {number}", *names)),
                 f"{number} {value} {channel or 1}", value),
        Incoming(f"ctlin {number}{tail}", tuple(f"{noun}{on}" for noun in (f"MIDI controller number {number}", f"CC{number}", f"controller {number}", *names)), f"{number} {value} {channel or 1}", value),
        Incoming(f"bendin{tail}", tuple(f"{noun}{on}" for noun in ("the MIDI pitch bend", "the pitch wheel", "incoming pitch bend", "the pitch bend wheel")), f"{value * 60} {channel or 1}", value * 60),
        Incoming(f"pgmin{tail}", tuple(f"{noun}{on}" for noun in ("MIDI program changes", "incoming program changes", "the MIDI program number")), f"{value} {channel or 1}", value),
        Incoming(f"touchin{tail}", tuple(f"{noun}{on}" for noun in ("MIDI aftertouch", "channel pressure", "the aftertouch of a MIDI keyboard")), f"{value} {channel or 1}", value),
    ))


def show_controller(draw: Draw) -> Example:
    """A controller's value in a number box, a slider, or printed, perhaps scaled."""
    kind = controllers(draw)
    sketch = Sketch()
    source = sketch.add(kind.body)
    scaled = kind.body.startswith("ctlin") and draw.chance(0.35)
    last, value = source, kind.value
    tail = ""
    if scaled:
        last, value = sketch.add("/ 127", source), kind.value / 127
        tail = draw.one((" scaled to 0..1", " scaled to the range 0 to 1", " divided by 127"))
    if not scaled and kind.body.startswith("ctlin") and draw.chance(0.35):
        slider = sketch.add("hsl 0 127", last)
        clauses: list[Text] = [lambda: f"[move] a slider with {draw.one(kind.nouns)}", lambda: f"[show] {draw.one(kind.nouns)} on a slider", lambda: f"[control] a slider with {draw.one(kind.nouns)}",
                               lambda: f"[connect] {draw.one(kind.nouns)} to a slider"]
        return Example(worded(draw, clauses, (), [lambda: f"{draw.one(kind.nouns)} to slider"]), sketch.text(), within(slider, 1, value - 1, value + 1), [Feed(10, source, kind.message)], [slider], 0.05)
    shown = result(draw, sketch, last, printed=0.35)
    nouns: list[Text] = [lambda: f"{draw.one(kind.nouns)}{tail}", lambda: f"the value of {draw.one(kind.nouns)}{tail}"]
    verbs = ("[print] {}", "[print] {} to the console", "[receive] {} and [print] it") if not shown.box else ("[show] {}", "[display] {}", "[show] {} in a number box", "[receive] {} and [show] it", "[read] {}", "[get] {}", "[monitor] {}")
    clauses = [lambda verb=verb: verb.format(draw.one(nouns)()) for verb in verbs * 2]  # type: ignore[misc, operator]
    return Example(worded(draw, clauses, (), [lambda: f"{draw.one(kind.nouns)}{tail} " + ("in a number box" if shown.box else "printed")]), sketch.text(), says(shown.box, [value]),
                   [Feed(10, source, kind.message)], shown.watch, 0.05)


def controlled_tone(draw: Draw) -> Example:
    """A controller sets the pitch or the loudness of a tone."""
    number = draw.one((1, 7, 74, 11, 10, draw.integer(2, 119)))
    kind = draw.one(("sine", "sawtooth", "square", "triangle"))
    sketch = Sketch()
    source = sketch.add(f"ctlin {number}")
    name = draw.one((f"MIDI controller {number}", f"MIDI CC {number}", f"controller {number}", f"cc{number}"))
    wave = WAVES[kind][2][0]
    if draw.chance(0.5):
        low, high = draw.one(((100, 1000), (200, 2000), (50, 500), (100, 2000), (220, 880)))
        pitch = sketch.add(f"expr {low} + $f1 / 127 * ({high} - {low})", source)
        output(sketch, waveform(sketch, kind, pitch), False)
        what = f"the frequency of {wave} from {low} to {high} Hz"
        check = all_of(says(pitch, [high]), sounds(0.01, 0.5))
        watch: Sequence[Handle] = [pitch]
    else:
        pitch_ = draw.one((220, 330, 440, 440, 500, 660, 880))
        amount = sketch.add("/ 127", source)
        oscillator, shaping, _ = WAVES[kind]
        tone = sketch.add(f"{oscillator} {pitch_}")
        for body in shaping:
            tone = sketch.add(body, tone)
        level = sketch.add("line~", sketch.add("msg $1 20", amount))
        output(sketch, sketch.add("*~", tone, sketch.into(1, level)), False)
        what = f"the volume of {wave} of {pitch_} Hz"
        check = all_of(quiet_at(0, 8), loud_at(60, 190))
        watch = []
    clauses: list[Text] = [f"[control] {what} with {name}", f"[use] {name} to set {what}", f"[let] {name} control {what}", f"[map] {name} to {what}", f"[change] {what} with {name}"]
    return Example(worded(draw, clauses, [f"a MIDI controlled tone: {name} sets {what}"], [f"{name} -> {what}", f"{name} should control {what}"]), sketch.text(), check, [Feed(10, source, f"{number} 127 1")], watch, 0.2)


def channel_notes(draw: Draw) -> Example:
    """Only the notes of one channel, or of a part of the keyboard."""
    sketch = Sketch()
    if draw.chance(0.5):
        channel = draw.integer(1, 16)
        source = sketch.add(f"notein {channel}")
        last = source
        what = draw.one((f"MIDI notes of channel {channel}", f"notes on MIDI channel {channel}", f"only the MIDI notes on channel {channel}"))
        feeds = [Feed(10, source, f"62 90 {channel}"), Feed(20, source, f"64 90 {channel % 16 + 1}")]
        wanted = [62]
    else:
        split = draw.one((48, 60, 60, 72, draw.integer(36, 84)))
        above = draw.chance(0.5)
        source = sketch.add("notein")
        moses = sketch.add(f"moses {split}", source)
        last = moses
        shown = result(draw, sketch, sketch.out(moses, 1) if above else moses)
        what = draw.one((f"MIDI notes from {split} upwards", f"only MIDI notes of {split} and above")) if above else draw.one((f"MIDI notes below {split}", f"only MIDI notes under {split}"))
        feeds = [Feed(10, source, f"{split - 1} 90 1"), Feed(20, source, f"{split} 90 1")]
        wanted = [split] if above else [split - 1]
        return finish_filter(draw, sketch, shown.box, what, feeds, wanted)
    shown = result(draw, sketch, last)
    return finish_filter(draw, sketch, shown.box, what, feeds, wanted)


def finish_filter(draw: Draw, sketch: Sketch, box: Handle, what: str, feeds: Sequence[Feed], wanted: Sequence[float]) -> Example:
    """Words and check of a filter for notes."""
    verbs = ("[show] {}", "[display] {} in a number box", "[receive] {} and [show] the note number", "[show] the note numbers of {}") if box else (
        "[print] {}", "[print] the note numbers of {}", "[receive] {} and [print] them")
    return Example(worded(draw, [verb.format(what) for verb in verbs] * 2, (), [f"{what}, " + ("note number in a number box" if box else "print the note number")]), sketch.text(),
                   says(box, list(wanted)), feeds, (box,) if box else (), 0.05)


def scale_velocity(draw: Draw) -> Example:
    """Velocities made softer, louder, or fixed, on the way to MIDI out."""
    fixed = draw.chance(0.4)
    sketch = Sketch()
    source = sketch.add("notein")
    strip = sketch.add("sel 0", sketch.out(source, 1)) if fixed else 0
    if fixed:
        value = draw.one((64, 80, 100, 100, 127, 90, draw.integer(20, 120)))
        loud = sketch.add(f"msg {value}", sketch.out(strip, 1))
        silent = sketch.add("msg 0", strip)
        sketch.add("noteout", source, sketch.into(1, loud), sketch.into(1, silent))
        clauses: list[Text] = [f"[send] MIDI notes on with a fixed velocity of {value}", f"[set] the velocity of all MIDI notes to {value} and [send] them out", f"[give] every MIDI note the velocity {value} and [pass] it to MIDI out"]
        return Example(worded(draw, clauses, [f"a MIDI velocity fixer ({value})"], [f"all midi notes with velocity {value}"]), sketch.text(), says(loud, [value]), [Feed(10, source, "60 33 1")], [loud], 0.05)
    factor = draw.one((0.5, 0.5, 0.75, 1.5, 2, 0.8, 1.2, 0.25))
    scaled = sketch.add("clip 0 127", sketch.add("int", sketch.add(f"* {factor:g}", sketch.out(source, 1))))
    sketch.add("noteout", source, sketch.into(1, scaled))
    clauses = [f"[scale] the velocity of MIDI notes by {factor:g} and [send] them to MIDI out", f"[multiply] MIDI velocities by {factor:g} and [send] the notes out, limited to 127,", f"[pass] MIDI notes on with their velocity times {factor:g}",
               f"[change] the velocity of incoming MIDI notes by a factor of {factor:g} and [output] them"]
    return Example(worded(draw, clauses, [f"a MIDI velocity scaler with factor {factor:g}"], [f"midi velocity * {factor:g}, then out"]), sketch.text(), says(scaled, [min(127, int(80 * factor))]), [Feed(10, source, "60 80 1")], [scaled], 0.05)


def midi_melody(draw: Draw) -> Example:
    """Random notes to MIDI out."""
    sketch = Sketch()
    trigger = any_beat(draw, sketch)
    low, high = draw.one(((48, 72), (60, 72), (60, 84), (36, 60), (36, 84), (low_ := draw.integer(30, 70), low_ + draw.integer(6, 30))))
    velocity, length = draw.one((64, 80, 90, 100, 100, 110, 127)), draw.one((50, 100, 100, 150, 200, 200, 250, 300, 400))
    note = sketch.add(f"+ {low}", sketch.add(f"random {high - low + 1}", trigger.source))
    made = sketch.add(f"makenote {velocity} {length}", note)
    sketch.add("noteout", made, sketch.into(1, sketch.out(made, 1)))

    def what() -> str:
        return draw.one((f"random MIDI notes between {low} and {high}, velocity {velocity}, {length} ms long,", f"random notes from {low} to {high} to MIDI out (velocity {velocity}, length {length} ms)",
                         f"a random MIDI melody from {low} to {high} with velocity {velocity} and {length} ms notes", f"random notes {low}-{high} over MIDI, velocity {velocity}, duration {length} ms,"))

    clauses: list[Text] = [lambda: f"[send] {what()} {trigger.when()}", lambda: f"[output] {what()} {trigger.when()}", lambda: f"[generate] {what()} {trigger.when()}", lambda: f"[play] {what()} {trigger.when()}"]
    return Example(worded(draw, clauses, (), [lambda: f"{what()} {trigger.when()}", lambda: f"midi out: {what()} {trigger.when()}"]), sketch.text(), all_of(
        within(note, trigger.count, low, high, whole=True), at_times(note, trigger.at)), trigger.feeds, [note], trigger.seconds)


def midi_button_note(draw: Draw) -> Example:
    """One note to MIDI out on a click."""
    note, velocity, length = draw.integer(36, 84), draw.one((64, 80, 100, 127)), draw.one((100, 200, 250, 500, 500, 1000, 1000, 2000))
    sketch = Sketch()
    button = sketch.add("bng")
    made = sketch.add(f"makenote {velocity} {length}", sketch.add(f"msg {note}", button))
    sketch.add("noteout", made, sketch.into(1, sketch.out(made, 1)))

    def long() -> str:
        return spell(draw, length)

    clauses: list[Text] = [lambda: f"[send] MIDI note {note} with velocity {velocity} for {long()} when a button is clicked", lambda: f"on a click [play] the MIDI note {note}, velocity {velocity}, {long()} long, on MIDI out",
                           lambda: f"[output] a MIDI note ({note}, velocity {velocity}, duration {long()}) with a button"]
    return Example(worded(draw, clauses, (), [lambda: f"button -> midi note {note}, vel {velocity}, {long()}"]), sketch.text(), all_of(
        says(made, [note, note]), at_times(made, [10, 10 + length])), [Feed(10, button, "bang")], [made], 0.05 + length / 1000)


SKILLS: dict[str, Skill] = widened({
    "midi-synth": midi_synth,
    "midi-show-notes": show_notes,
    "midi-transpose": transpose,
    "midi-chords": harmonise,
    "midi-controller-value": show_controller,
    "midi-controlled-tone": controlled_tone,
    "midi-filter-notes": channel_notes,
    "midi-velocity": scale_velocity,
    "midi-out-random": midi_melody,
    "midi-out-button": midi_button_note,
})
