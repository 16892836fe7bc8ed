"""Slow and lasting music: drones that change, ambient notes, bells by chance, chords, canons of given notes, a theremin."""

from __future__ import annotations

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import (
    at_times,
    crossings,
    loud_at,
    moments,
    numbers,
    quiet_at,
)
from patchgen_training.skills.instrument_timbres import TIMBRES
from patchgen_training.skills.sequence_notes import counter, only, pick
from patchgen_training.skills.sequence_phrase import NEVER, Feature, phrased
from patchgen_training.skills.sequence_start import SWITCH, loud, pulse
from patchgen_training.skills.sequence_steps import ECHO, echo_300, letters
from patchgen_training.skills.sequence_theory import CHORDS, ROOTS, SCALES, hertz, root_name
from patchgen_training.skills.sequence_voice import WAVES, waveform
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import spell
from patchgen_training.skills.time_words import Text, listed


def changing_drone(draw: Draw) -> Example:
    """A tone that glides to another note of a scale or another overtone from time to time."""
    period = draw.one((1000, 1500, 2000, 2000, 3000, 4000, 5000))
    unsaid = draw.chance(0.4)
    period = 3000 if unsaid else period
    kind = draw.one(("overtones", "scale", "scale"))
    base = draw.one((55, 60, 65, 73, 82, 98, 110, 110, 130))
    scale = draw.one(("pentatonic", "minor pentatonic", "minor", "major", "whole tone"))
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    metro = sketch.add(f"metro {period}", switch)
    if kind == "overtones":
        pitch = sketch.add(f"* {base}", sketch.add("+ 1", sketch.add("random 8", metro)))
        allowed = [float(base * (i + 1)) for i in range(8)]
    else:
        pitch = pick(sketch, sketch.add(f"random {len(SCALES[scale])}", metro), [48 + step for step in SCALES[scale]])
        allowed = [hertz(48 + step) for step in SCALES[scale]]
        base = 65
    glide = min(period, 1000)
    moving = sketch.add("osc~", sketch.add("line~", sketch.add(f"msg $1 {glide}", pitch)))
    total = sketch.add("*~", sketch.add(f"osc~ {base}"), moving, sketch.into(1, sketch.add("line~", sketch.add("msg $1 1000", switch))))
    features = [*([SWITCH] if draw.chance(0.6) else []), *loud(draw, sketch, sketch.add("*~ 0.5", total), 0.3)]
    often = draw.one(("from time to time", "slowly", "every few seconds", "over time")) if unsaid else f"every {spell(draw, period)}".replace("every a ", "every ")
    of = draw.one((f"the overtones of {base} Hz", f"harmonics 1 to 8 of {base} Hz")) if kind == "overtones" else f"notes of a {scale} scale"
    low = f" over a {base} Hz bass tone" if kind == "scale" and draw.chance(0.4) else ""
    cores: list[Text] = [f"[play] a drone that changes {often} between {of}{low}", f"[play] a drone that glides to random {of.replace('the ', '')} {often}{low}", f"[generate] a slowly evolving drone from {of}, moving {often}{low}", f"[let] a drone wander through {of} {often}{low}"]
    nouns: list[Text] = [f"a drone that changes {often} through {of}{low}", f"an evolving drone on {of}, changing {often},{low}", f"a generative drone: {of}, a new one {often},{low}"]
    return Example(phrased(draw, cores, nouns, NEVER, features), sketch.text(), all_of(quiet_at(0, 8), sounds(0.005, 0.6), at_times(pitch, [10, 10 + period]), lambda seen: all(any(abs(f - a) < 0.1 for a in allowed) for f in numbers(seen, pitch))),
                   [Feed(10, switch, "1")], [pitch], (period + 300) / 1000)


def ambient(draw: Draw) -> Example:
    """Slow soft notes of a scale with long envelopes, perhaps an echo and a drone below."""
    scale = draw.one(("pentatonic", "pentatonic", "minor pentatonic", "minor", "major", "whole tone", "lydian", "dorian"))
    unsaid = draw.chance(0.35)
    scale = "pentatonic" if unsaid else scale
    name = draw.one(("pad", "strings", "bell", "glockenspiel", "sine", "flute"))
    base = 60 if unsaid else draw.one((48, 60, 60, 72)) + draw.one((0, 0, draw.integer(0, 11)))
    sketch = Sketch()
    beat = pulse(draw, sketch, plain_ms=2000, slow=True)
    dice = beat.source
    chance = draw.one((0, 0, 50, 70, 30))
    if chance:
        dice = sketch.add("bng", sketch.add(f"moses {chance}", sketch.add("random 100", beat.source)))
    pitch = pick(sketch, sketch.add(f"random {len(SCALES[scale])}", dice), [base + step for step in SCALES[scale]])
    signal = TIMBRES[name].build(sketch, pitch)
    features = list(beat.features)
    if draw.chance(0.6):
        signal, _ = echo_300(sketch, signal)
        features.append(ECHO)
    features += loud(draw, sketch, signal)
    voice = draw.one(TIMBRES[name].nouns)
    key = "" if unsaid else f" in {root_name(draw, base)} {scale}" + ({48: " an octave below middle C", 72: " an octave above middle C"}.get(base - base % 12, "")) if base != 60 else f" in {scale}"
    key = "" if unsaid else key
    often = {0: ("",), 50: (" half of the time", " with a 50% chance per beat"), 70: (" with a 70% chance per beat",), 30: (" with a 30% chance per beat",)}[chance]

    def tail() -> str:
        return f"{key} on {voice}{draw.one(often)}"

    cores: list[Text] = [lambda: f"[generate] ambient music{tail()}", lambda: f"[play] slow ambient notes{tail()}", lambda: f"[make] ambient music by itself{tail()}", lambda: f"[play] soft random notes{tail()}", lambda: f"[play] calm generative music{tail()}"]
    nouns: list[Text] = [lambda: f"an ambient generator{tail()}", lambda: f"a generative ambient patch{tail()}", lambda: f"ambient music{tail()}", lambda: f"a relaxing soundscape of random notes{tail()}"]
    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(
        lambda seen: only([base + step for step in SCALES[scale]])(numbers(seen, pitch)) and (bool(chance) or len(numbers(seen, pitch)) == 2), *([] if chance else [sounds(0.0005, 0.7)])), beat.feeds, [pitch], beat.seconds(1) + 0.25)


def chance_bells(draw: Draw) -> Example:
    """Bells or chimes that ring by chance on a beat, each at one of some pitches."""
    name = draw.one(("bell", "bell", "glockenspiel", "glockenspiel", "marimba", "plucked string"))
    percent = draw.one((20, 25, 30, 40, 50, 50, 60, 75))
    wind = draw.chance(0.4)
    percent = 50 if wind else percent
    base = draw.one((60, 72, 72, 67))
    scale = draw.one(("pentatonic", "pentatonic", "minor pentatonic", "whole tone"))
    sketch = Sketch()
    beat = pulse(draw, sketch, noun="beat")
    dice = sketch.add("random 100", beat.source)
    struck = sketch.add("bng", sketch.add(f"moses {percent}", dice))
    size = len(SCALES[scale])
    pitch = pick(sketch, sketch.add(f"random {size}", struck), [base + step for step in SCALES[scale]])
    features = [*beat.features]
    signal = TIMBRES[name].build(sketch, pitch)
    if draw.chance(0.3):
        signal, _ = echo_300(sketch, signal)
        features.append(ECHO)
    features += loud(draw, sketch, signal, TIMBRES[name].gain)
    what = {"bell": ("bells", "FM bells", "bell sounds"), "glockenspiel": ("chimes", "glockenspiel notes", "small bells"), "marimba": ("marimba notes", "wooden chimes"), "plucked string": ("plucked strings", "string plucks")}[name]
    notes = f" in a {scale} scale" + (f" from MIDI note {base}" if base != 60 else "")
    odds = draw.one((f"with a {percent}% chance on each beat", f"with {percent}% probability per beat", f"with a probability of {percent} percent on each beat"))
    said = "" if wind else f", {odds}," if draw.chance(0.5) else f" {odds}"
    if wind:
        cores: list[Text] = [lambda: f"[sound] like wind chimes with {draw.one(what)}{notes}", lambda: f"[play] wind chimes made of {draw.one(what)}{notes}", lambda: f"[imitate] wind chimes with {draw.one(what)}{notes}"]
        nouns: list[Text] = [lambda: f"wind chimes made of {draw.one(what)}{notes}", lambda: f"random wind chimes ({draw.one(what)}){notes}"]
    else:
        cores = [lambda: f"[play] {draw.one(what)} at random{notes}{said}", lambda: f"[ring] {draw.one(what)} by chance{notes}{said}", lambda: f"randomly [trigger] {draw.one(what)}{notes}{said}", lambda: f"[let] {draw.one(what)} sound now and then{notes}{said}"]
        nouns = [lambda: f"{draw.one(what)} by chance{notes}{said}", lambda: f"random {draw.one(what)}{notes}{said}", lambda: f"a generator of {draw.one(what)}{notes}{said}"]
    steps = 6
    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(at_times(dice, beat.at(range(steps))), lambda seen: len(numbers(seen, pitch)) == sum(n < percent for n in numbers(seen, dice))), beat.feeds, [dice, pitch], beat.seconds(steps - 0.5))


NUMERALS: dict[str, tuple[tuple[int, str], ...]] = {
    "I IV V": ((0, "major"), (5, "major"), (7, "major")), "I V vi IV": ((0, "major"), (7, "major"), (9, "minor"), (5, "major")), "I vi IV V": ((0, "major"), (9, "minor"), (5, "major"), (7, "major")), "ii V I": ((2, "minor"), (7, "major"), (0, "major")),
    "I IV": ((0, "major"), (5, "major")), "i iv v": ((0, "minor"), (5, "minor"), (7, "minor")), "i VI III VII": ((0, "minor"), (8, "major"), (3, "major"), (10, "major")), "I IV I V": ((0, "major"), (5, "major"), (0, "major"), (7, "major")), "vi IV I V": ((9, "minor"), (5, "major"), (0, "major"), (7, "major")),
    "I IV V I": ((0, "major"), (5, "major"), (7, "major"), (0, "major")), "I V I": ((0, "major"), (7, "major"), (0, "major")), "ii V I I": ((2, "minor"), (7, "major"), (0, "major"), (0, "major")), "I vi ii V": ((0, "major"), (9, "minor"), (2, "minor"), (7, "major")), "i iv V i": ((0, "minor"), (5, "minor"), (7, "major"), (0, "minor")),
    "I iii IV V": ((0, "major"), (4, "minor"), (5, "major"), (7, "major")), "I ii iii IV": ((0, "major"), (2, "minor"), (4, "minor"), (5, "major")), "i VII VI V": ((0, "minor"), (10, "major"), (8, "major"), (7, "major")), "IV V I": ((5, "major"), (7, "major"), (0, "major")), "I vi V": ((0, "major"), (9, "minor"), (7, "major"))}


def progression(draw: Draw) -> Example:
    """Chords by letters or by Roman numerals, in a loop or on demand by chance."""
    numerals = draw.one(tuple(NUMERALS))
    by_numerals = draw.chance(0.5)
    key = 48 + draw.one((0, 0, 0, 2, 4, 5, 7, 9))
    chords = NUMERALS[numerals] if by_numerals or draw.chance(0.5) else tuple((draw.one(SCALES["major"]), draw.one(("major", "major", "minor"))) for _ in range(draw.integer(2, 4)))
    at_random = draw.chance(0.2)
    kind = draw.one(("sine", "sine", "sine", "sawtooth"))
    sketch = Sketch()
    beat = pulse(draw, sketch, noun="chord", plain_ms=1000, slow=True)
    index = sketch.add(f"random {len(chords)}", beat.source) if at_random else counter(sketch, beat.source, len(chords))
    select = sketch.add("sel " + " ".join(map(str, range(len(chords)))), index)
    rows = [[key + step + tone for tone in CHORDS[quality]] for step, quality in chords]
    messages = [sketch.add("msg " + " ".join(map(str, notes)), sketch.out(select, i)) for i, notes in enumerate(rows)]
    parts = sketch.add("unpack f f f", *messages)
    tones = [waveform(sketch, kind, sketch.add("mtof", sketch.out(parts, i))) for i in range(3)]
    features = [*beat.features, *loud(draw, sketch, sketch.add("*~ 0.33", *tones))]
    names = [ROOTS[(key + step) % 12] + ("m" if quality == "minor" else "") for step, quality in chords]
    wave = f" with {WAVES[kind][2][0]}" if kind != "sine" else ""
    joiner = draw.one((" ", "-", " - ", ", "))
    tonic = f"{ROOTS[key % 12]} {'minor' if 'i' in numerals.split() else 'major'}"
    row, in_key = joiner.join(numerals.split()), draw.one((f"in {ROOTS[key % 12]}", f"in {tonic}", f"in the key of {tonic}", f"in the key of {ROOTS[key % 12]}"))
    what = draw.one((f"the {row} progression {in_key}", f"the chord progression {row} {in_key}", f"the chords {row} {in_key}", f"the Roman numeral progression {row} {in_key}", f"the degrees {row} {in_key} as chords")) if by_numerals else draw.one((f"the chords {listed(draw, names)}", f"the chord progression {joiner.join(names)}", f"{joiner.join(names)}"))
    order = draw.one((" in random order", " at random")) if at_random else ""
    cores: list[Text] = [f"[play] {what}{order}{wave}", f"[loop] {what}{order}{wave}", f"[cycle] through {what}{order}{wave}", f"[play] {what}{order} over and over{wave}", f"[repeat] {what}{order}{wave}"]
    bare = what.removeprefix("the ")
    nouns: list[Text] = [f"{what}{order}{wave}", f"a loop of {what}{order}{wave}", f"a chord player for {bare}{order}{wave}", f"an accompaniment of {what}{order}{wave}"]

    def right(seen: Observation) -> bool:
        heard = [[float(a) for a in line.atoms] for box in messages for line in seen.values(box - 1)]
        return len(heard) == 2 and all(notes in [[float(n) for n in row] for row in rows] for notes in heard)

    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(right, sounds(0.003, 0.7), *([] if at_random else [at_times(messages[1], beat.at([1]))])), beat.feeds, messages, beat.seconds(1.5))


def canon(draw: Draw) -> Example:
    """Given notes and the same notes later, perhaps at another octave."""
    notes, names = letters(draw)
    beat_late = draw.one((1, 2, 2, 3, 4))
    shift = draw.one((0, 0, 12, -12, 7))
    sketch = Sketch()
    period = draw.one((200, 250, 300, 400, 500, 500))
    switch = sketch.add('tgl "on"')
    index = counter(sketch, sketch.add(f"metro {period}", switch), len(notes))
    select = sketch.add("sel " + " ".join(map(str, range(len(notes)))), index)
    first = sketch.add("f", *[sketch.add(f"msg {note}", sketch.out(select, i)) for i, note in enumerate(notes)])
    late = sketch.add(f"pipe {period * beat_late}", first)
    other: Handle = sketch.add(f"{'+' if shift > 0 else '-'} {abs(shift)}", late) if shift else late
    one, two = (sketch.add("osc~", sketch.add("mtof", note)) for note in (first, other))
    features = [*([SWITCH] if draw.chance(0.6) else []), *loud(draw, sketch, sketch.add("*~ 0.5", one, two), 0.3)]
    higher = {0: "", 12: " an octave higher", -12: " an octave lower", 7: " a fifth higher"}[shift]
    row = listed(draw, names)

    def time() -> str:
        return spell(draw, period * beat_late)

    pace = f" with {spell(draw, period)} per note"
    cores: list[Text] = [lambda: f"[play] {row} as a canon{pace} where the second voice enters {time()} later{higher}", lambda: f"[play] the notes {row} in a loop{pace} and [repeat] them {time()} later{higher} with a second oscillator", lambda: f"[loop] {row}{pace} in two voices, the second {time()} behind{higher}"]
    nouns: list[Text] = [lambda: f"a canon on {row}{pace}, second voice {time()} later{higher},", lambda: f"a round with the notes {row}{pace} and a second voice {time()} behind{higher}"]
    return Example(phrased(draw, cores, nouns, NEVER, features), sketch.text(), all_of(
        lambda seen: numbers(seen, first)[:2] == [float(n) for n in notes[:2]] and numbers(seen, other)[:1] == [float(notes[0] + shift)] and abs(moments(seen, other)[0] - 10 - period * beat_late) < 3, sounds(0.003, 0.7)), [Feed(10, switch, "1")], [first, other], (10 + period * (beat_late + 1.5)) / 1000)


def theremin(draw: Draw) -> Example:
    """Two sliders, pitch and loudness, smoothed; perhaps vibrato."""
    unsaid = draw.chance(0.4)
    low, high = (100, 1000) if unsaid else draw.one(((100, 2000), (50, 1000), (200, 2000), (100, 1500), (65, 1046), (220, 880)))
    smooth = draw.one((50, 50, 20, 100, 200))
    vibrato = draw.chance(0.4)
    kind = draw.one(("sine", "sine", "sine", "triangle", "sawtooth"))
    sketch = Sketch()
    pitch = sketch.add(f'hsl {low} {high} "pitch" init:{(low + high) // 2}')
    volume = sketch.add('vsl 0 1 "volume"')
    frequency = sketch.add("line~", sketch.add(f"msg $1 {smooth}", pitch))
    if vibrato:
        frequency = sketch.add("+~", frequency, sketch.into(1, sketch.add("*~ 5", sketch.add("osc~ 6"))))
    level = sketch.add("line~", sketch.add(f"msg $1 {smooth}", volume))
    last = sketch.add("*~ 0.3", sketch.add("*~", waveform(sketch, kind, frequency), sketch.into(1, level)))
    sketch.add("dac~", last, sketch.into(1, last))
    reach = "" if unsaid else draw.one((f" from {low} to {high} Hz", f" between {low} and {high} Hz"))
    soft = draw.one((f", smoothed over {smooth} ms,", f", with {smooth} ms of smoothing,"))
    wave = f" on {WAVES[kind][2][0]}" if kind != "sine" else ""
    features = [Feature(("vibrato", "a 6 Hz vibrato", "some vibrato"), ("[have] vibrato", "[add] some vibrato"), ("hear some vibrato",), ("vibrato",))] if vibrato else []
    cores: list[Text] = [f"[play] like a theremin with one slider for pitch{reach} and one for volume{soft}{wave}", f"[imitate] a theremin{wave} with a pitch slider{reach} and a volume slider{soft}", f"[work] like a theremin{wave}: one slider for the pitch{reach}, one for loudness{soft}", f"[simulate] a theremin with sliders for pitch{reach} and loudness{soft}{wave}"]
    nouns: list[Text] = [f"a theremin{wave} with a pitch slider{reach} and a volume slider{soft}", f"a theremin{wave} controlled by two sliders, pitch{reach} and volume{soft}", f"a virtual theremin{wave}, slider for pitch{reach}, slider for volume{soft}"]
    return Example(phrased(draw, cores, nouns, NEVER, features), sketch.text(), all_of(quiet_at(0, 8), crossings(high * 0.8, 60 + 2 * smooth, 250 + 2 * smooth, 0.08), loud_at(60 + 2 * smooth, 200 + 2 * smooth, 0.01)), [Feed(5, pitch, str(high * 0.8)), Feed(10, volume, "0.8")], (), 0.3 + 2 * smooth / 1000)


SKILLS: dict[str, Skill] = {"drone-changing": changing_drone, "ambient": ambient, "bells-by-chance": chance_bells, "progression-any": progression, "canon-given": canon, "theremin": theremin}
