"""Skills: MIDI of many parts: notes in, changed and out again with their note-offs; sequences to MIDI out; keyboards with a voice."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_time import at_times, loud_at, quiet_at, says, within
from patchgen_training.skills.parts_clause import Head, Words, said
from patchgen_training.skills.parts_sound import (
    TONES,
    WAVE_NOUNS,
    Signal,
    echo,
    filtering,
    gate,
    oscillator,
    output,
    vibrato,
)
from patchgen_training.skills.parts_stage import Knob, Stage, control, finished
from patchgen_training.skills.parts_start import clock
from patchgen_training.skills.parts_values import counted, names, times
from patchgen_training.skills.sequence_notes import counter
from patchgen_training.skills.sketch import Cord, Handle
from patchgen_training.skills.time_words import NUMBER_WORDS, listed

THROUGH = (
    ("[receive] MIDI notes{i}, [change] them and [send] them to MIDI out{o}", "[take] incoming MIDI notes{i} and [pass] them on to the MIDI output{o}", "[process] MIDI notes{i} and [output] them over MIDI{o}", "[read] notes from a MIDI keyboard{i} and [send] them out again{o}", "[listen] to MIDI notes{i} and [forward] them to MIDI out{o}"),
    ("a MIDI processor{i}{o}", "a MIDI note processor{i}{o}", "a MIDI effect{i} between MIDI in and MIDI out{o}", "a MIDI through patch{i}{o}"), ("MIDI in{i} -> MIDI out{o}", "notein{i} to noteout{o}"),
)  # fmt: skip
MOVED = Words(
    ("a transposition of {n} semitones {w}", "every note moved {w} by {n} semitones", "notes shifted {n} semitones {w}", "a transposition {w} by {n} semitones"), ("every note is transposed {w} by {n} semitones", "the notes are shifted {n} semitones {w}", "each pitch moves {w} by {n} semitones", "{n} semitones are {p} each note"),
    ("[transpose] each note {w} by {n} semitones", "[move] every note {n} semitones {w}", "[shift] the pitch {w} by {n} semitones"), ("{n} semitones {w}", "transpose {w} {n}"),
)  # fmt: skip
OCTAVES = Words(
    ("a transposition of {n} {w}", "every note moved {n} {w}", "notes shifted {n} {w}"), ("every note is transposed {n} {w}", "the notes are shifted {n} {w}", "each note sounds {n} {w}"), ("[transpose] each note {n} {w}", "[move] every note {n} {w}"), ("{n} {w}",),
)  # fmt: skip
BY = Knob("transpose", ("transposition", "transposition in semitones", "number of semitones of transposition", "transposition amount"), "semitones", -12, 12, 0, ((-12, 12), (-24, 24), (0, 12), (-7, 7), (-12, 24)))
FIXED = Words(
    ("a fixed velocity of {v}", "the same velocity of {v} for every note", "all velocities set to {v}", "a constant velocity of {v} for note-ons"), ("every note-on gets velocity {v}", "the velocity of each note is set to {v} and note-offs stay note-offs", "all notes have a velocity of {v} while note-offs keep velocity 0", "however hard I play, the velocity is {v}"),
    ("[set] the velocity of every note to {v}", "[give] each note a velocity of {v} without harming the note-offs"), ("velocity {v}", "fixed velocity {v}"),
)  # fmt: skip
SCALED = Words(
    ("velocities multiplied by {g}", "a velocity factor of {g}", "the velocity scaled to {q}"), ("the velocity is multiplied by {g}", "the velocities are scaled to {q}", "each velocity is reduced to {q}"), ("[multiply] the velocity by {g}", "[scale] the velocities to {q}"), ("velocity * {g}", "velocity x {g}"),
)  # fmt: skip
KEPT = Words(
    ("only notes from {a} to {b}", "a note range of {a} to {b}", "a filter that only passes notes between {a} and {b}"), ("only notes from {a} to {b} get through", "notes below {a} or above {b} are ignored", "notes outside {a} to {b} are dropped"), ("[pass] only notes between {a} and {b}", "[ignore] notes outside the range {a} to {b}"), ("notes {a}-{b} only",),
)  # fmt: skip
LATE = Words(
    ("a delay of {t}", "a delay of {t} for every note", "notes that come {t} late"), ("every note comes {t} late", "the notes are delayed by {t}, note-offs too", "it takes {t} until a note is sent on"), ("[delay] each note by {t}", "[hold] every note back for {t}"), ("{t} late", "delay {t}"),
)  # fmt: skip
OFFS = Words(
    ("correct note-offs", "note-offs that stay right", "note-offs passed on properly", "no hanging notes"), ("note-offs are handled correctly", "note-offs are sent too", "no note hangs", "note-ons and note-offs both pass through", "a released key ends its note"),
    ("[send] the matching note-offs", "[pass] note-offs on as well", "[leave] no note hanging"), ("note-offs ok", "no hanging notes"),
)  # fmt: skip


def shifted(stage: Stage, note: Signal, source: Handle) -> tuple[Handle, int]:
    """The note plus a number: said, in octaves, or from a control; the box and how far it moves when tried."""
    draw = stage.draw
    kind = draw.one(("said", "said", "octave", "control"))
    if kind == "control":
        box, _ = control(stage, BY)
        amount: Signal = box if "number" in stage.sketch.lines[box - 1].split('"')[0] else stage.add("int", box)
        stage.feeds.append(Feed(3, box, "5"))
        return stage.add("+", note, stage.into(1, amount)), 5
    up = draw.chance(0.6)
    steps = draw.one((12, 12, 24)) if kind == "octave" else draw.one((1, 2, 3, 4, 5, 7, 7, 8, 9, 10, 14, 19))
    if kind == "octave":
        stage.say(OCTAVES, n=said(draw, "one octave", "an octave", "12 semitones") if steps == 12 else said(draw, "two octaves", "2 octaves"), w=said(draw, "up", "higher") if up else said(draw, "down", "lower"))
    else:
        stage.say(MOVED, n=counted(draw, steps), w=said(draw, "up", "upwards") if up else said(draw, "down", "downwards"), p=said(draw, "added to" if up else "subtracted from"))
    return stage.add(f"{'+' if up else '-'} {steps}", note), steps if up else -steps


def loudness(stage: Stage, velocity: Signal) -> tuple[tuple[Signal, ...], int]:
    """The velocity fixed or scaled: its cords, and what becomes of 100."""
    draw = stage.draw
    if draw.chance(0.5):
        value = draw.one((64, 70, 80, 90, 100, 110, 127))
        stage.say(FIXED, v=said(draw, str(value)))
        strip = stage.add("sel 0", velocity)
        return (stage.add(f"msg {value}", stage.out(strip, 1)), stage.add("msg 0", strip)), value
    factor = draw.one((0.5, 0.5, 0.25, 0.6, 0.7, 0.75, 0.8))
    stage.say(SCALED, g=said(draw, f"{factor:g}"), q=said(draw, f"{factor * 100:g}%", f"{factor * 100:g} percent"))
    return (stage.add("int", stage.add(f"* {factor:g}", velocity)),), int(100 * factor + 1e-6)


def through(must: tuple[str, ...]) -> Skill:
    """Notes in, up to three changes, notes out."""

    def make(draw: Draw) -> Example:
        stage = Stage(draw)
        chosen = (*must, *draw.some([part for part in ("move", "range", "velocity", "late") if part not in must], draw.one((0, 0, 1))))
        inside, outside = draw.one((0, 0, draw.integer(1, 16))), draw.one((0, draw.integer(1, 16)))
        source = stage.add(f"notein {inside}" if inside else "notein")
        note: Signal = source
        velocities: tuple[Signal, ...] = (stage.out(source, 1),)
        low = draw.one((36, 40, 48, 48, 50))
        high = draw.one((72, 76, 84, 84, 96))
        moved, hardness = 0, 100
        if "range" in chosen:
            one, other = names(draw, (low, high))
            stage.say(KEPT, a=said(draw, str(low)), b=said(draw, str(high))) if draw.chance(0.7) else stage.say(KEPT, a=lambda: one, b=lambda: other)
            upper = stage.add(f"moses {low}", note)
            note = stage.add(f"moses {high + 1}", stage.out(upper, 1))
        if "move" in chosen:
            note, moved = shifted(stage, note, source)
        if "velocity" in chosen:
            velocities, hardness = loudness(stage, velocities[0])
        late = 0
        if "late" in chosen:
            late = draw.one((100, 150, 200, 250, 300, 400, 500))
            stage.say(LATE, **times(draw, t=late))
            pipe = stage.add(f"pipe 0 0 {late}", note, *(stage.into(1, cord) for cord in velocities))
            note, velocities = pipe, (stage.out(pipe, 1),)
        final = stage.add("f", note) if isinstance(note, Cord) else note
        stage.add(f"noteout {outside}" if outside else "noteout", final, *(stage.into(1, cord) for cord in velocities))
        if draw.chance(0.5):
            stage.say(OFFS)
        stage.feeds += [Feed(10, source, f"60 100 {inside or 1}"), Feed(30, source, f"60 0 {inside or 1}"), Feed(40, source, f"{high + 3} 90 {inside or 1}")]
        stage.watch.append(final)
        beyond = [] if "range" in chosen else [high + 3 + moved]
        stage.checks.append(says(final, [60 + moved, 60 + moved, *beyond]))
        stage.checks.append(at_times(final, [t + late for t in ((10, 30) if "range" in chosen else (10, 30, 40))]))
        if "velocity" in chosen and isinstance(velocities[0], int):
            stage.watch.append(velocities[0])
            stage.checks.append(lambda seen: seen.values(velocities[0] - 1)[0].atoms[-1] == hardness)  # type: ignore[operator]
        stage.seconds = 0.1 + late / 1000
        place = said(draw, *((f" on channel {inside}", f" on MIDI channel {inside}", f" from channel {inside}") if inside else ("",)))
        to = said(draw, *((f" on channel {outside}", f" on MIDI channel {outside}") if outside else ("",)))
        return finished(stage, Head(*THROUGH, {"i": place, "o": to}), audible=False)

    return make


OUT = (
    ("[send] {m} to MIDI out in a loop", "[play] {m} over MIDI again and again", "[sequence] {m} to the MIDI output", "[output] {m} as MIDI notes in a loop", "[step] through {m} and [send] them to MIDI out"), ("a MIDI sequencer that sends {m}", "a MIDI sequencer for {m}", "a loop of {m} sent to MIDI out"), ("{m} to MIDI out",),
)  # fmt: skip
HARD = Words(("a velocity of {v}", "velocity {v}", "a velocity of {v} for each note"), ("the velocity is {v}", "each note has velocity {v}", "all notes are sent with velocity {v}"), ("[use] a velocity of {v}",), ("velocity {v}", "vel {v}"))
LONG = Words(("a note length of {t}", "notes that last {t}", "a duration of {t} per note", "a gate time of {t}"), ("each note lasts {t}", "the note-off comes {t} after the note-on", "the notes are {t} long"), ("[hold] each note for {t}",), ("{t} long", "note length {t}"))
ON = Words(("MIDI channel {c} as the output", "output on channel {c}"), ("everything goes to MIDI channel {c}", "the notes are sent on channel {c}", "the channel is {c}"), ("[use] MIDI channel {c}",), ("channel {c}", "ch {c}"))


def notes_out(by_chance: bool) -> Skill:
    """A clock, notes, a velocity, a length, a channel."""

    def make(draw: Draw) -> Example:
        stage = Stage(draw)
        beat = clock(stage, event="note")
        if by_chance:
            low, high = draw.one(((36, 60), (48, 72), (60, 72), (60, 84), (40, 64)))
            stage_note = stage.add(f"+ {low}", stage.add(f"random {high - low + 1}", beat.source))
            messages: list[Handle] = [stage_note]
            text = said(draw, f"random MIDI notes between {low} and {high}", f"random notes from {low} to {high}", f"random notes in the range {low}-{high}")
        else:
            notes = draw.some(range(48, 77), draw.one((3, 4, 4, 5, 6)))
            called = names(draw, notes) if draw.chance(0.5) else [str(note) for note in notes]
            select = stage.add("sel " + " ".join(map(str, range(len(notes)))), counter(stage.sketch, beat.source, len(notes)))
            messages = [stage.add(f"msg {note}", stage.out(select, i)) for i, note in enumerate(notes)]
            prefix = ("the notes ",) if called[0].isalnum() and not called[0].isdigit() else ("the MIDI notes ", "the notes ")
            text = lambda: draw.one(prefix) + listed(draw, called)  # noqa: E731
        velocity, length = draw.one((64, 70, 80, 90, 100, 110, 127)), draw.one((50, 80, 100, 120, 150, 180, 200, 250, 300))
        stage.say(HARD, v=said(draw, str(velocity)))
        stage.say(LONG, **times(draw, t=length))
        channel = draw.one((0, draw.integer(1, 16)))
        if channel:
            stage.say(ON, c=said(draw, str(channel), NUMBER_WORDS[channel]))
        made = stage.add(f"makenote {velocity} {length}", *messages)
        stage.add(f"noteout {channel}" if channel else "noteout", made, stage.into(1, stage.out(made, 1)))
        stage.watch += [messages[0], beat.source]
        steps = 2.5
        stage.seconds = beat.lasts(steps)
        stage.checks.append(at_times(beat.source, beat.at(range(3))))
        stage.checks.append(within(messages[0], 3, low, high, True) if by_chance else says(messages[0], [notes[0]]))
        return finished(stage, Head(*OUT, {"m": text}), audible=False)

    return make


KEYS = (
    ("[play] {w} from a MIDI keyboard", "[work] as a monophonic MIDI synthesizer with {w}", "[turn] MIDI notes into {w}", "[let] me play {w} on my MIDI keyboard", "[receive] MIDI notes and [play] {w}"),
    ("a monophonic MIDI synth with {w}", "a synthesizer played from a MIDI keyboard with {w}", "a MIDI synth with {w}", "a keyboard instrument with {w}"), ("MIDI keyboard -> {w}", "midi synth, {w}"),
)  # fmt: skip


def keyboard(must: tuple[str, ...]) -> Skill:
    """A keyboard, an oscillator, perhaps vibrato and a filter, an envelope with attack and release, an echo, a level."""

    def make(draw: Draw) -> Example:
        stage = Stage(draw)
        chosen = (*must, *draw.some([part for part in ("vibrato", "filter", "echo") if part not in must], draw.one((0, 0, 1))))
        kind = draw.one(TONES)
        source = stage.add("notein")
        strip = stage.add("stripnote", source, stage.into(1, stage.out(source, 1)))
        pitch: Signal = stage.add("mtof", strip)
        if "vibrato" in chosen:
            pitch = vibrato(stage, pitch)
        sound: Signal = oscillator(stage, kind, pitch)
        if "filter" in chosen:
            sound = filtering(stage, sound)
        select = stage.add("sel 0", stage.out(source, 1))
        sound = gate(stage, sound, stage.out(select, 1), select)
        if "echo" in chosen:
            sound = echo(stage, sound)
        output(stage, sound)
        stage.feeds.append(Feed(10, source, "64 100 1"))
        stage.seconds = max(stage.seconds, 0.6)
        stage.checks += [quiet_at(0, 8), loud_at(100, 300, 0.0005)]
        return finished(stage, Head(*KEYS, {"w": said(draw, *WAVE_NOUNS[kind])}))

    return make


SKILLS: dict[str, Skill] = {
    "move": through(("move",)), "move-velocity": through(("move", "velocity")), "range-move": through(("range", "move")), "velocity": through(("velocity",)), "late": through(("late",)), "late-move": through(("move", "late")), "notes-out": notes_out(False), "random-out": notes_out(True),
    "keyboard": keyboard(()), "keyboard-filter": keyboard(("filter",)), "keyboard-vibrato": keyboard(("vibrato",)), "keyboard-echo": keyboard(("echo",)),
}  # fmt: skip
CORE: tuple[str, ...] = ("move", "move-velocity", "velocity", "notes-out", "keyboard", "keyboard-filter")
