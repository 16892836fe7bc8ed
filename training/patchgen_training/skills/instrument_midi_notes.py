"""MIDI notes on their way from in to out: moved, harmonised, split, thinned, fixed, echoed, sent elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import at_times, says, within
from patchgen_training.skills.sequence_notes import counter
from patchgen_training.skills.sequence_phrase import NEVER, Feature, When, phrased
from patchgen_training.skills.sequence_start import loud, moment, pulse
from patchgen_training.skills.sequence_steps import letters
from patchgen_training.skills.sequence_theory import CHORDS, SCALES, USUAL_CHORDS, note_name
from patchgen_training.skills.sequence_voice import WAVES, waveform
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import spell
from patchgen_training.skills.time_words import NUMBER_WORDS, Text, does, listed

INTO = ("MIDI notes", "incoming MIDI notes", "my MIDI keyboard", "notes from a MIDI keyboard", "MIDI input", "every MIDI note", "midi notes", "the notes I play on a MIDI keyboard")
OUT = ("to MIDI out", "to the MIDI output", "out again", "to noteout", "to my synth over MIDI", "back out as MIDI", "to the MIDI out port")
INTERVALS = {1: ("a semitone", "a half step", "one semitone", "1 semitone"), 2: ("a whole tone", "a whole step", "two semitones", "2 semitones"), 3: ("a minor third", "three semitones", "3 semitones"), 4: ("a major third", "four semitones", "4 semitones"), 5: ("a fourth", "a perfect fourth", "five semitones", "5 semitones"),
             7: ("a fifth", "a perfect fifth", "seven semitones", "7 semitones"), 8: ("a minor sixth", "8 semitones"), 9: ("a sixth", "a major sixth", "9 semitones"), 10: ("a minor seventh", "10 semitones"), 12: ("an octave", "one octave", "12 semitones", "an octave", "an octave"), 24: ("two octaves", "2 octaves", "24 semitones"), 36: ("three octaves", "3 octaves")}
UP, DOWN = ("up", "up", "upwards", "higher"), ("down", "down", "downwards", "lower")


def ended(draw: Draw, sketch: Sketch, note: Handle, velocity: Handle, outlet: int = 1) -> tuple[str, list[Feature]]:
    """Where the notes go: MIDI out as a rule, or a number box, the console, an oscillator. Gives the words after the notes."""
    kind = draw.one(("out", "out", "out", "out", "number", "print", "sound"))
    if kind == "out":
        sketch.add("noteout", note, sketch.into(1, sketch.out(velocity, outlet)))
        return draw.one(("", "", f" and [send] them {draw.one(OUT)}", f" and [output] them {draw.one(OUT).replace('out again', 'as MIDI')}", " and [pass] them on", f" and [send] the result {draw.one(OUT)}")), []
    if kind == "number":
        sketch.add("number", note)
        return draw.one((" and [show] the note number in a number box", " and [display] the result in a number box", " and [show] the new note number")), []
    if kind == "print":
        sketch.add("print", note)
        return draw.one((" and [print] the note numbers", " and [print] the result", " and [print] the new note")), []
    name = draw.one(("sine", "sawtooth", "square"))
    wave = waveform(sketch, name, sketch.add("mtof", note))
    level = sketch.add("line~", sketch.add("msg $1 10", sketch.add("/ 127", sketch.out(velocity, outlet))))
    features = loud(draw, sketch, sketch.add("*~", wave, sketch.into(1, level)))
    return draw.one((f" and [play] them with {WAVES[name][2][0]}", f" and [play] the result on {WAVES[name][2][0]}")), features


def transpose(draw: Draw) -> Example:
    """Notes up or down by an interval."""
    steps = draw.one((12, 12, 12, 12, 24, 7, 7, 5, 4, 3, 2, 1, 36, 9, draw.integer(1, 11)))
    up = draw.chance(0.55)
    sketch = Sketch()
    source = sketch.add("notein")
    moved = sketch.add(f"{'+' if up else '-'} {steps}", source)
    tail, features = ended(draw, sketch, moved, source)

    def by() -> str:
        size = draw.one(INTERVALS.get(steps, (f"{steps} semitones", NUMBER_WORDS[steps] + " semitones" if steps < 17 else f"{steps} semitones")))
        return draw.one((f"{size} {draw.one(UP if up else DOWN)}", f"{'up' if up else 'down'} {size}", f"{'up' if up else 'down'} by {size}"))

    cores: list[Text] = [lambda: f"[transpose] {draw.one(INTO)} {by()}{tail}", lambda: f"[shift] {draw.one(INTO)} {by()}{tail}", lambda: f"[move] {draw.one(INTO)} {by()}{tail}", lambda: f"[take] {draw.one(INTO)}, [transpose] them {by()}{tail}", lambda: f"[play] {draw.one(INTO)} {by()}{tail}",
                         lambda: f"[raise] {draw.one(INTO)} by {draw.one(INTERVALS.get(steps, (f'{steps} semitones',)))}{tail}" if up else f"[lower] {draw.one(INTO)} by {draw.one(INTERVALS.get(steps, (f'{steps} semitones',)))}{tail}", lambda: f"[change] {draw.one(INTO)} so that they sound {by()}{tail}"]
    then = does(tail)
    nouns: list[Text] = [lambda: f"a MIDI transposer that moves notes {by()}{then}", lambda: f"a transposer that takes MIDI notes {by()}{then}"]
    if not tail:
        nouns += [lambda: f"a MIDI transposer, {by()}", lambda: f"a transposer for MIDI notes, {by()}", lambda: f"midi in, {by()}, midi out"]
    note = draw.integer(45, 80)
    return Example(phrased(draw, cores, nouns, NEVER, features, heard=False), sketch.text(), says(moved, [note + (steps if up else -steps)]), [Feed(10, source, f"{note} 90 1")], [moved], 0.05)


def transpose_by_control(draw: Draw) -> Example:
    """Notes moved by as many semitones, or octaves, as a control says."""
    octaves = draw.chance(0.3)
    control_kind = draw.one(("number", "slider"))
    sketch = Sketch()
    source = sketch.add("notein")
    limit = 3 if octaves else draw.one((12, 12, 24))
    word = "octave" if octaves else "transpose"
    control = sketch.add(f'number "{word}"' if control_kind == "number" else f'hsl -{limit} {limit} "{word}"')
    amount = sketch.add("int", control) if control_kind == "slider" else control
    amount = sketch.add("* 12", amount) if octaves else amount
    moved = sketch.add("+", source, sketch.into(1, amount))
    tail, features = ended(draw, sketch, moved, source)
    unit = "octaves" if octaves else "semitones"
    by = {"number": (f"by a number of {unit} that I type into a number box", f"by as many {unit} as a number box says", f"by an adjustable number of {unit} (number box)"), "slider": (f"by -{limit} to {limit} {unit} with a slider", f"by {unit} set with a slider from -{limit} to {limit}", f"up or down by up to {limit} {unit} with a slider")}[control_kind]
    cores: list[Text] = [lambda: f"[transpose] {draw.one(INTO)} {draw.one(by)}{tail}", lambda: f"[shift] {draw.one(INTO)} {draw.one(by)}{tail}", lambda: f"[move] {draw.one(INTO)} {draw.one(by)}{tail}"]
    nouns: list[Text] = [lambda: f"a MIDI transposer that moves notes {draw.one(by)}{does(tail)}", lambda: f"a transposer that shifts MIDI notes {draw.one(by)}{does(tail)}"]
    value = draw.one((-2, -1, 1, 2)) if octaves else draw.integer(-12, 12)
    return Example(phrased(draw, cores, nouns, NEVER, features, heard=False), sketch.text(), says(moved, [60 + value * (12 if octaves else 1)]), [Feed(5, control, str(value)), Feed(10, source, "60 90 1")], [moved], 0.05)


def harmonise(draw: Draw) -> Example:
    """Each note with one or two more at fixed intervals, or a chord."""
    whole_chord = draw.chance(0.35)
    chord = draw.one(USUAL_CHORDS)
    up = draw.chance(0.75)
    chosen = sorted(draw.some((3, 4, 5, 7, 7, 12, 9), draw.one((1, 1, 2))))
    chosen = sorted(set(chosen))
    steps = list(CHORDS[chord][1:]) if whole_chord else [step if up else -step for step in chosen]
    heard = draw.chance(0.4)
    sketch = Sketch()
    source = sketch.add("notein")
    others = [sketch.add(f"{'+' if step > 0 else '-'} {abs(step)}", source) for step in steps]
    features: list[Feature] = []
    if heard:
        tones = [sketch.add("osc~", sketch.add("mtof", note)) for note in (source, *others)]
        level = sketch.add("line~", sketch.add("msg $1 10", sketch.add("/ 127", sketch.out(source, 1))))
        features = loud(draw, sketch, sketch.add(f"*~ {round(1 / len(tones), 2):g}", sketch.add("*~", *tones, sketch.into(1, level))))
        tail = draw.one((" and [play] them with sine waves", " and [play] all notes on sine oscillators", ", played by sine oscillators"))
    else:
        for note in (source, *others):
            sketch.add("noteout", note, sketch.into(1, sketch.out(source, 1)))
        tail = draw.one(("", f" and [send] all notes {draw.one(OUT)}", " and [output] all of them", " on MIDI out"))
    side = "above" if up else "below"
    intervals = " and ".join(draw.one(INTERVALS[step]) for step in chosen)
    article = "an" if chord[0] == "a" else "a"
    if whole_chord:
        cores: list[Text] = [f"[turn] every MIDI note into {article} {chord} chord{tail}", f"[make] {article} {chord} chord from one MIDI note{tail}", f"[play] {article} {chord} chord for each note of a MIDI keyboard{tail.replace(' and [play] them', '')}", f"[build] {article} {chord} chord on each incoming note{tail}", f"[add] notes to make {article} {chord} chord of every MIDI note{tail}"]
        nouns: list[Text] = [f"a one finger {chord} chord player for MIDI" + (" with sine waves" if heard else ""), f"{article} {chord} chord from a single MIDI note" + (" played by sine oscillators" if heard else "")]
    else:
        cores = [f"[harmonize] MIDI notes with {intervals} {side}{tail}", f"[add] {intervals} {side} every MIDI note{tail}", f"[take] incoming MIDI notes, [add] {intervals} {side}{tail}", f"[double] each MIDI note {intervals} {side}{tail}", f"[play] each MIDI note together with {intervals} {side} it{tail.replace(' and [play] them', '').replace(' and [play] all notes', '')}"]
        nouns = [f"a MIDI harmonizer that adds {intervals} {side}" + (" and plays it with sine waves" if heard else ""), f"a harmoniser: each MIDI note plus {intervals} {side}," + (" on sine oscillators" if heard else "")]
    feeds = [Feed(10, source, "60 100 1")]
    return Example(phrased(draw, cores, nouns, NEVER, features, heard=False), sketch.text(), all_of(*[says(box, [60 + step]) for box, step in zip(others, steps, strict=True)], *([sounds(0.001, 0.6)] if heard else [])), feeds, others, 0.2)


def keyboard_range(draw: Draw) -> Example:
    """Only the notes on one side of a split, within a range, loud enough, or of a channel go to MIDI out; or both sides go different ways."""
    kind = draw.one(("above", "above", "below", "below", "split", "between", "loud"))
    limit = draw.one((60, 60, 60, 48, 72, draw.integer(36, 84)))
    named = draw.chance(0.3)
    at = note_name(draw, limit) if named else str(limit)
    at = "middle C" if limit == 60 and draw.chance(0.3) else at
    sketch = Sketch()
    source = sketch.add("notein")
    velocity = sketch.out(source, 1)
    high = limit + draw.one((5, 11, 12, 17, 24))
    tested = [limit - 1, limit]
    forms: tuple[str, ...]
    things: tuple[str, ...]
    if kind == "split":
        moses = sketch.add(f"moses {limit}", source)
        one, other = draw.one(((1, 2), (1, 2), (2, 1), (3, 4)))
        watched = sketch.add(f"noteout {one}", moses, sketch.into(1, velocity)) - 1
        sketch.add(f"noteout {other}", sketch.out(moses, 1), sketch.into(1, velocity))
        forms = (f"[split] a MIDI keyboard at {at}: notes below go to channel {one}, the rest to channel {other}", f"[send] MIDI notes below {at} to channel {one} and all others to channel {other}", f"[split] my keyboard at note {at}, lower notes to MIDI channel {one}, higher ones to channel {other}")
        things = (f"a keyboard split at {at} with channel {one} below and channel {other} above", f"a MIDI split point at {at}, low notes on channel {one}, high notes on channel {other},")
        wanted = [limit - 1]
    elif kind == "loud":
        limit = draw.one((64, 64, 80, 100, 40, 90, draw.integer(20, 110)))
        return loud_only(draw, limit)
    elif kind == "between":
        upper = sketch.add(f"moses {limit}", source)
        watched = sketch.add(f"moses {high + 1}", sketch.out(upper, 1))
        sketch.add("noteout", watched, sketch.into(1, velocity))
        forms = (f"[pass] only MIDI notes between {limit} and {high} to MIDI out", f"[filter] MIDI notes so that only {limit} to {high} get through", f"[let] only notes from {limit} to {high} through to the MIDI output", f"[block] MIDI notes outside the range {limit}-{high}")
        things = (f"a MIDI note filter for the range {limit} to {high}", f"a MIDI filter that only passes notes {limit}-{high}")
        tested, wanted = [limit - 1, limit + 1, high + 1], [limit + 1]
    else:
        moses = sketch.add(f"moses {limit}", source)
        watched = sketch.add("int", sketch.out(moses, 1) if kind == "above" else moses)
        sketch.add("noteout", watched, sketch.into(1, velocity))
        words = (f"from {at} upwards", f"of {at} and above", f"from {at} up") if kind == "above" else (f"below {at}", f"under {at}", f"lower than {at}")
        said = draw.one(words)
        forms = (f"[pass] only MIDI notes {said} to MIDI out", f"[let] only notes {said} through", f"[filter] MIDI notes and [keep] the ones {said}", f"[send] only the notes {said} to the MIDI output", f"[ignore] MIDI notes {'below ' + at if kind == 'above' else 'from ' + at + ' upwards'} and [pass] the others on", f"[block] MIDI notes {'below ' + at if kind == 'above' else 'from ' + at + ' upwards'}")
        things = (f"a MIDI note filter that passes notes {said}", f"a filter for MIDI notes {said}", f"a MIDI filter: only notes {said}")
        wanted = [limit] if kind == "above" else [limit - 1]
    feeds = [Feed(10 + 10 * i, source, f"{note} 90 1") for i, note in enumerate(tested)]
    return Example(phrased(draw, list(forms), list(things), heard=False), sketch.text(), says(watched, list(wanted)), feeds, [watched], 0.08)


def loud_only(draw: Draw, limit: int) -> Example:
    """Only notes struck harder, or softer, than a limit."""
    hard = draw.chance(0.7)
    sketch = Sketch()
    source = sketch.add("notein")
    velocity = sketch.out(source, 1)
    gate = sketch.add("spigot", source, sketch.into(1, sketch.add(f"{'>' if hard else '<'} {limit}", velocity)))
    made = sketch.add("makenote 100 200", gate, sketch.into(1, velocity))
    sketch.add("noteout", made, sketch.into(1, sketch.out(made, 1)))
    forms = (f"[pass] only MIDI notes with a velocity {'over' if hard else 'under'} {limit}", f"[ignore] MIDI notes {'softer' if hard else 'harder'} than velocity {limit}", f"[let] only MIDI notes through that are {'louder' if hard else 'softer'} than {limit}", f"[filter] MIDI notes by velocity, only {'above' if hard else 'below'} {limit},")
    things = (f"a velocity gate for MIDI notes ({'>' if hard else '<'} {limit})", f"a MIDI filter for notes with velocity {'above' if hard else 'below'} {limit}")
    good, bad = (limit + 5, limit - 5) if hard else (limit - 5, limit + 5)
    return Example(phrased(draw, [form + " and [send] them to MIDI out" if "by velocity" not in form else form + " to MIDI out" for form in forms], list(things), heard=False), sketch.text(), says(gate, [62]), [Feed(10, source, f"60 {bad} 1"), Feed(20, source, f"62 {good} 1")], [gate], 0.08)


def rerouted(draw: Draw) -> Example:
    """Notes to another channel, with a fixed velocity, late, or echoed."""
    kind = draw.one(("channel", "channel", "velocity", "velocity", "delay", "delay", "echo"))
    sketch = Sketch()
    source = sketch.add("notein")
    velocity = sketch.out(source, 1)
    forms: tuple[str, ...]
    things: tuple[str, ...]
    if kind == "channel":
        channel = draw.integer(1, 16)
        old = draw.one((0, 0, channel % 16 + 1))
        sketch = Sketch()
        source = sketch.add(f"notein {old}" if old else "notein")
        sketch.add(f"noteout {channel}", source, sketch.into(1, sketch.out(source, 1)))
        which = f"on channel {old} " if old else ""
        forms = (f"[send] MIDI notes {which}on to channel {channel}", f"[change] the channel of MIDI notes {f'from {old} ' if old else ''}to {channel}", f"[forward] incoming notes {which}to MIDI channel {channel}", f"[take] MIDI notes {which}and [output] them on channel {channel}", f"[move] MIDI notes {f'from channel {old} ' if old else ''}to channel {channel}")
        things = (f"a MIDI channel changer {f'from channel {old} ' if old else ''}to channel {channel}", f"a MIDI router that sends notes {which}to channel {channel}")
        return Example(phrased(draw, list(forms), list(things), heard=False), sketch.text(), says(source, [60]), [Feed(10, source, f"60 90 {old or 1}")], [source], 0.05)
    if kind == "velocity":
        value = draw.one((64, 80, 100, 100, 127, 127, 90, draw.integer(20, 120)))
        strip = sketch.add("sel 0", velocity)
        fixed = sketch.add(f"msg {value}", sketch.out(strip, 1))
        sketch.add("noteout", source, sketch.into(1, fixed), sketch.into(1, sketch.add("msg 0", strip)))
        forms = (f"[give] all MIDI notes the same velocity of {value}", f"[set] the velocity of every MIDI note to {value}", f"[ignore] how hard I play and [send] MIDI notes with velocity {value}", f"[fix] the velocity of incoming MIDI notes at {value} and [send] them out", f"[replace] the velocity of MIDI notes by {value}", f"[make] all MIDI notes equally loud, velocity {value}")
        things = (f"a fixed velocity of {value} for MIDI notes", f"a MIDI velocity fixer with value {value}", f"a patch where every MIDI note gets velocity {value}")
        return Example(phrased(draw, list(forms), list(things), heard=False), sketch.text(), says(fixed, [value]), [Feed(10, source, "60 33 1"), Feed(30, source, "60 0 1")], [fixed], 0.05)
    time = draw.one((100, 150, 200, 250, 300, 400, 500, 500, 600, 750, 1000, 1000, 1500, 2000))
    late = sketch.add(f"pipe 0 0 {time}", source, sketch.into(1, velocity))
    if kind == "delay":
        sketch.add("noteout", late, sketch.into(1, sketch.out(late, 1)))
        forms_: tuple[Text, ...] = (lambda: f"[delay] MIDI notes by {spell(draw, time)}", lambda: f"[send] incoming MIDI notes out {spell(draw, time)} later", lambda: f"[hold] MIDI notes back for {spell(draw, time)} before they go to MIDI out", lambda: f"[play] every MIDI note {spell(draw, time)} late")
        nouns_: tuple[Text, ...] = (lambda: f"a MIDI delay of {spell(draw, time)}", lambda: f"a {spell(draw, time)} delay for MIDI notes")
    else:
        softer = draw.one((0.5, 0.5, 0.6, 0.7))
        quiet = sketch.add("int", sketch.add(f"* {softer}", sketch.out(late, 1)))
        sketch.add("noteout", late, sketch.into(1, quiet))
        sketch.add("noteout", source, sketch.into(1, velocity))
        amount = draw.one((f"with {softer} times the velocity", f"at {int(softer * 100)}% of the velocity", f"with its velocity multiplied by {softer}"))
        forms_ = (lambda: f"[play] an echo of MIDI notes after {spell(draw, time)} {amount}", lambda: f"[repeat] each MIDI note once after {spell(draw, time)} {amount}", lambda: f"[send] MIDI notes out and again {spell(draw, time)} later {amount}")
        nouns_ = (lambda: f"a MIDI echo after {spell(draw, time)} {amount}", lambda: f"a MIDI note echo of {spell(draw, time)}, {amount},")
    return Example(phrased(draw, list(forms_), list(nouns_), heard=False), sketch.text(), all_of(says(late, [64]), at_times(late, [10 + time])), [Feed(10, source, "64 80 1")], [late], 0.06 + time / 1000)


def note_sequence_out(draw: Draw) -> Example:
    """Notes to MIDI out: a row, an arpeggio or a scale by chance on a beat; one note or a chord at a moment."""
    kind = draw.one(("row", "row", "chord", "scale", "moment", "drum"))
    velocity, length = draw.one(((100, 200), (100, 200), (80, 100), (127, 100), (64, 300), (90, 150)))
    sketch = Sketch()
    feeds: Sequence[Feed]
    features: list[Feature] = []
    when: When
    if kind == "moment":
        chosen = moment(draw, sketch)
        when, feeds, at, seconds = chosen.when, chosen.feeds, chosen.at[:1], 0.05 + chosen.at[0] / 1000
        notes = [draw.integer(36, 84)]
        messages = [sketch.add(f"msg {notes[0]}", chosen.source)]
    else:
        beat = pulse(draw, sketch)
        when, feeds, features = beat.when, beat.feeds, beat.features
        at, seconds = beat.at(range(3)), beat.seconds(2.5)
    channel = 10 if kind == "drum" else draw.one((0, 0, 0, 0, draw.integer(2, 16)))
    named = ""
    if kind == "row":
        notes, names = letters(draw)
        named = listed(draw, names) if draw.chance(0.5) else f"{draw.one(('MIDI notes ', 'notes ', ''))}{listed(draw, notes)}"
    elif kind == "chord":
        chord = draw.one(USUAL_CHORDS)
        notes = [60 + step for step in CHORDS[chord]]
        named = f"an arpeggio of a {chord} chord"
    elif kind == "drum":
        notes = draw.one(([36, 42, 38, 42], [36, 38], [36, 42], [36, 42, 38, 42, 36, 42, 38, 46]))
        named = f"the drum notes {listed(draw, notes)}"
    if kind == "scale":
        scale = draw.one(tuple(SCALES))
        notes = [60 + step for step in SCALES[scale]]
        named = draw.one((f"random notes of the {scale} scale", f"a random {scale} melody", f"random {scale} notes"))
    if kind != "moment":
        index = sketch.add(f"random {len(notes)}", beat.source) if kind == "scale" else counter(sketch, beat.source, len(notes))
        select = sketch.add("sel " + " ".join(map(str, range(len(notes)))), index)
        messages = [sketch.add(f"msg {note}", sketch.out(select, i)) for i, note in enumerate(notes)]
    made = sketch.add(f"makenote {velocity} {length}", *messages)
    sketch.add(f"noteout {channel}" if channel else "noteout", made, sketch.into(1, sketch.out(made, 1)))
    plain = (velocity, length) == (100, 200)
    details = ("" if plain else draw.one((f", velocity {velocity} and {length} ms long,", f" with velocity {velocity} and a duration of {length} ms", f" (velocity {velocity}, {length} ms)"))) + (f" on channel {channel}" if channel else "")
    what = draw.one((f"MIDI note {notes[0]}", f"note {notes[0]}", f"the MIDI note {notes[0]}")) if kind == "moment" else named
    place = draw.one(("to MIDI out", "to the MIDI output", "as MIDI notes", "over MIDI", "to my MIDI synth")) if kind != "moment" else "to MIDI out"
    cores: list[Text] = [f"[send] {what} {place}{details}", f"[output] {what} {place.replace('to my', 'to a')}{details}", f"[play] {what} {place.replace('to ', 'on ')}{details}", f"[send] {what} {place}{details}"]
    nouns: list[Text] = [f"a MIDI sequencer that sends {what}{details}", f"{what} sent {place}{details}"] if kind != "moment" else [f"{what} sent {place}{details}", f"a MIDI note sender for {what}{details}"]
    watch = [messages[0]]
    check: list[Holds] = [within(messages[0], 1, notes[0], notes[0])] if kind in ("moment",) else []
    if kind in ("row", "chord", "drum"):
        check = [says(messages[0], [notes[0]] * sum(1 for i in range(3) if i % len(notes) == 0)), at_times(messages[0], [t for i, t in enumerate(at) if i % len(notes) == 0])]
    if kind == "scale":
        watch, check = [select - 1], [within(select - 1, 3, 0, len(notes) - 1, True), at_times(select - 1, at)]
    return Example(phrased(draw, cores, nouns, when, features, heard=False), sketch.text(), all_of(*check), feeds, watch, seconds)


SKILLS: dict[str, Skill] = {"transpose-by-interval": transpose, "transpose-by-control": transpose_by_control, "harmonise": harmonise, "keyboard-range": keyboard_range, "notes-rerouted": rerouted, "notes-out": note_sequence_out}
