"""Music of several parts: canons, melody with bass, chord progressions, step sliders, one-shot tunes."""

from __future__ import annotations

from patchgen.headless.probe import Feed
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
    says,
    spoke,
    within,
)
from patchgen_training.skills.sequence_drums import DRUMS, controls, sixteenths
from patchgen_training.skills.sequence_melody import Beat, joined, pulse
from patchgen_training.skills.sequence_notes import counter, ends, run_once
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sequence_theory import (
    CHORDS,
    SCALES,
    USUAL_SCALES,
    hertz,
    note_name,
    root,
    scale_name,
)
from patchgen_training.skills.sequence_voice import VOLUME_WORDS, WAVES, envelope, output, waveform
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import duration, every, spell
from patchgen_training.skills.time_trigger import STARTS
from patchgen_training.skills.time_words import Text, listed, said, worded


def spoken_pace(beat: Beat) -> str:
    """The pace in words, or nothing."""
    return said(beat.pace[0]) if beat.pace else ""


def canon(draw: Draw) -> Example:
    """A random melody, and the same some time later, perhaps transposed."""
    low = draw.one((48, 60, 55, 52))
    high = low + draw.one((12, 24, 19))
    late = draw.one((500, 1000, 1000, 2000, 250, 1500, 750))
    shift = draw.one((0, 0, 12, -12, 7, -5))
    sketch = Sketch()
    beat = pulse(draw, sketch, tempo=0, start="toggle")
    note = sketch.add(f"+ {low}", sketch.add(f"random {high - low + 1}", beat.source))
    first = sketch.add("osc~", sketch.add("mtof", note))
    later = sketch.add(f"pipe {late}", note)
    moved = sketch.add(f"+ {shift}" if shift > 0 else f"- {-shift}", later) if shift else later
    second = sketch.add("osc~", sketch.add("mtof", moved))
    slider = draw.chance(0.5)
    both = sketch.add("*~ 0.5", first, second)
    output(sketch, both, slider)
    interval = {0: "", 12: " an octave higher", -12: " an octave lower", 7: " a fifth higher", -5: " a fourth lower"}[shift]

    def w() -> str:
        pace = spoken_pace(beat)
        words = [draw.one(words) for words in beat.controls] + ([draw.one(VOLUME_WORDS)] if slider else [])
        return f" {pace}".rstrip() + joined(draw, " with ", words)

    def what() -> str:
        return draw.one((f"a canon of random notes {ends(draw, low, high)} where a second voice follows {spell(draw, late)} later{interval}",
                         f"a two-voice canon: random notes {ends(draw, low, high)}, the second voice {spell(draw, late)} behind{interval}",
                         f"a random melody {ends(draw, low, high)} and its echo{interval} by a second oscillator {spell(draw, late)} later"))

    clauses: list[Text] = [lambda: f"[play] {what()}{w()}", lambda: f"[generate] {what()}{w()}"]
    # The last note stands a second step after the first echo at least.
    count = 4 + int(late // beat.period)
    return Example(worded(draw, clauses * 2, [lambda: f"{what()}{w()}"], [lambda: f"{what()}{w()}"]), sketch.text(), all_of(
        within(note, count, low, high, whole=True),
        lambda seen: numbers(seen, later)[:2] == numbers(seen, note)[:2] and abs(moments(seen, later)[0] - moments(seen, note)[0] - late) < 2, sounds(0.003, 0.6)),
        tuple(beat.feeds), (note, later), (10 + beat.period * (count - 0.5)) / 1000)


def melody_and_bass(draw: Draw) -> Example:
    """Random notes above, slower random notes below."""
    slow = draw.one((2, 4, 4, 8, 3))
    low, high = draw.one(((60, 84), (60, 72), (72, 84)))
    bass_low, bass_high = draw.one(((36, 48), (28, 40), (33, 45)))
    sketch = Sketch()
    beat = pulse(draw, sketch, tempo=0, start="toggle")
    note = sketch.add(f"+ {low}", sketch.add(f"random {high - low + 1}", beat.source))
    upper = sketch.add("osc~", sketch.add("mtof", note))
    select = sketch.add("sel 0", counter(sketch, beat.source, slow))
    bass = sketch.add(f"+ {bass_low}", sketch.add(f"random {bass_high - bass_low + 1}", select))
    lower = sketch.add("osc~", sketch.add("mtof", bass))
    slider = draw.chance(0.5)
    output(sketch, sketch.add("*~ 0.5", upper, lower), slider)

    def w() -> str:
        pace = spoken_pace(beat)
        words = [draw.one(words) for words in beat.controls] + ([draw.one(VOLUME_WORDS)] if slider else [])
        return f" {pace}".rstrip() + joined(draw, " with ", words)

    def what() -> str:
        return draw.one((f"a random melody {ends(draw, low, high)} and a random bass {ends(draw, bass_low, bass_high)} that changes every {slow} notes",
                         f"random notes {low} to {high} over a bass line of random notes {bass_low} to {bass_high}, one bass note per {slow} melody notes,",
                         f"two voices: random melody ({low}-{high}) and, every {slow} notes, a random bass note ({bass_low}-{bass_high}),"))

    clauses: list[Text] = [lambda: f"[play] {what()}{w()}", lambda: f"[generate] {what()}{w()}"]
    return Example(worded(draw, clauses * 2, [lambda: f"{what()}{w()}"], [lambda: f"{what()}{w()}"]), sketch.text(), all_of(
        within(note, 5, low, high, whole=True), spoke(bass, -(-5 // slow)), within(bass, -(-5 // slow), bass_low, bass_high, whole=True), sounds(0.003, 0.6)),
        tuple(beat.feeds), (note, bass), (10 + beat.period * 4.5) / 1000)


PROGRESSIONS: tuple[tuple[str, tuple[tuple[int, str], ...]], ...] = (
    ("I IV V", ((0, "major"), (5, "major"), (7, "major"))), ("I V vi IV", ((0, "major"), (7, "major"), (9, "minor"), (5, "major"))),
    ("ii V I", ((2, "minor"), (7, "major"), (0, "major"))), ("I vi IV V", ((0, "major"), (9, "minor"), (5, "major"), (7, "major"))),
    ("i VII VI VII", ((0, "minor"), (10, "major"), (8, "major"), (10, "major"))), ("I IV", ((0, "major"), (5, "major"))), ("i iv", ((0, "minor"), (5, "minor"))),
    ("vi IV I V", ((9, "minor"), (5, "major"), (0, "major"), (7, "major"))),
)


def progression(draw: Draw) -> Example:
    """Triads in a loop on three oscillators."""
    _, chords = draw.one(PROGRESSIONS)
    key = 48 + draw.integer(0, 11)
    names = [note_name(draw, key + step)[:-1] + ("m" if kind == "minor" else "") for step, kind in chords]
    pitches = [[key + step + tone for tone in CHORDS[kind]] for step, kind in chords]
    sketch = Sketch()
    beat = pulse(draw, sketch, tempo=0)
    select = sketch.add("sel " + " ".join(map(str, range(len(chords)))), counter(sketch, beat.source, len(chords)))
    messages = [sketch.add("msg " + " ".join(map(str, notes)), sketch.out(select, i)) for i, notes in enumerate(pitches)]
    parts = sketch.add("unpack f f f", *messages)
    tones = [sketch.add("osc~", sketch.add("mtof", sketch.out(parts, i))) for i in range(3)]
    slider = draw.chance(0.5)
    output(sketch, sketch.add("*~ 0.33", *tones), slider)

    def w() -> str:
        pace = spoken_pace(beat).replace("note", "chord")
        words = [draw.one(words) for words in beat.controls] + ([draw.one(VOLUME_WORDS)] if slider else [])
        return f" {pace}".rstrip() + joined(draw, " with ", words)

    def what() -> str:
        return draw.one((f"the chord progression {' '.join(names)} in a loop", f"the chords {listed(draw, names)} over and over", f"a loop of the chords {listed(draw, names)}", f"the chords {' - '.join(names)} again and again"))

    clauses: list[Text] = [lambda: f"[play] {what()}{w()}", lambda: f"[loop] {what().replace(' in a loop', '').replace('a loop of ', '')}{w()}", lambda: f"[play] {what()} with sine waves{w()}"]
    return Example(worded(draw, clauses * 2, [lambda: f"{what()}{w()}"], [lambda: f"chords {' '.join(names)}, loop,{w()}"]), sketch.text(), all_of(
        lambda seen: next(list(line.atoms) for line in seen.values(messages[0] - 1)) == [float(p) for p in pitches[0]], at_times(messages[1], [(0 if beat.start == "load" else 10) + beat.period]),
        sounds(0.003, 0.6)), tuple(beat.feeds), (messages[0], messages[1]), (10 + beat.period * 2.5) / 1000)


def slider_steps(draw: Draw) -> Example:
    """A step sequencer whose pitches are sliders."""
    size = draw.one((3, 4, 4, 5, 6, 8, 8))
    low, high = draw.one(((36, 84), (48, 72), (24, 96), (48, 84), (60, 84), (36, 72)))
    kind = draw.one(("sine", "sine", "sawtooth", "square", "triangle"))
    first = (low + high) // 2
    sketch = Sketch()
    beat = pulse(draw, sketch, tempo=0.2)
    select = sketch.add("sel " + " ".join(map(str, range(size))), counter(sketch, beat.source, size))
    body = draw.one(("vsl", "vsl", "hsl"))
    sliders = [sketch.add(f'{body} {low} {high} "{i + 1}" init:{first}') for i in range(size)]
    stored = [sketch.add("f", sketch.out(select, i), sketch.into(1, slider)) for i, slider in enumerate(sliders)]
    pitch = sketch.add("mtof", *stored)
    volume = draw.chance(0.5)
    output(sketch, waveform(sketch, kind, pitch), volume)
    adjective = {"vsl": draw.one(("", "vertical ")), "hsl": "horizontal "}[body]

    def w() -> str:
        pace = spoken_pace(beat)
        wave = f" using {draw.one(WAVES[kind][2])}" if kind != "sine" or draw.chance(0.4) else ""
        words = [draw.one(words) for words in beat.controls] + ([draw.one(VOLUME_WORDS)] if volume else [])
        return f" {pace}".rstrip() + wave + joined(draw, " with ", words)

    def what() -> str:
        return draw.one((f"a {size} step sequencer with a {adjective}slider for each note (MIDI {low} to {high})", f"a {size}-step sequencer whose pitches are set by {size} {adjective}sliders from {low} to {high}",
                         f"a {size} note sequence, each note set with its own {adjective}slider from {low} to {high},"))

    clauses: list[Text] = [lambda: f"[play] {what()}{w()}", lambda: f"[run] {what()}{w()}", lambda: f"[loop] {what()}{w()}"]
    begin = 0 if beat.start == "load" else 10
    moved = draw.integer(low, high)
    return Example(worded(draw, clauses, [lambda: f"{what()}{w()}", lambda: f"{what()}{w()}"], [lambda: f"{what()}{w()}"]), sketch.text(), all_of(
        at_times(pitch, [begin + beat.period * i for i in range(size + 1)]), lambda seen: abs(numbers(seen, pitch)[1] / hertz(moved) - 1) < 0.02 if beat.start != "load" or beat.period > 20 else True,
        sounds(0.003, 0.6)), [*beat.feeds, Feed(4, sliders[1], str(moved))], (pitch,), (begin + beat.period * (size + 0.5)) / 1000)


EUCLID = {(3, 8): (0, 3, 6), (5, 8): (0, 2, 4, 5, 7), (2, 5): (0, 2), (3, 7): (0, 3, 5), (4, 9): (0, 3, 5, 7), (5, 12): (0, 3, 5, 8, 10), (7, 12): (0, 2, 4, 5, 7, 9, 11),
          (5, 16): (0, 4, 7, 10, 13), (7, 16): (0, 3, 5, 7, 10, 12, 14), (9, 16): (0, 2, 4, 6, 8, 9, 11, 13, 15), (4, 16): (0, 4, 8, 12), (3, 16): (0, 6, 11), (4, 7): (0, 2, 4, 6), (2, 3): (0, 2)}


def euclid(draw: Draw) -> Example:
    """Hits spread as evenly as possible over steps."""
    (hits, size), steps = draw.one(list(EUCLID.items()))
    ticks, tempo = sixteenths(draw, 16)
    name = draw.one(("kick", "snare", "hat", "rim", "cowbell", "tom"))
    sketch = Sketch()
    start = draw.one(("toggle", "toggle", "buttons", "load"))
    source, feeds = STARTS[start](sketch, ticks.body)
    select = sketch.add("sel " + " ".join(map(str, steps)), counter(sketch, source, size))
    signal = DRUMS[name].build(sketch, [sketch.out(select, i) for i in range(len(steps))])
    slider = draw.chance(0.4)
    output(sketch, signal, slider, 0.3)
    drum = DRUMS[name].nouns[0]

    def w() -> str:
        return f"in sixteenth notes {tempo}{controls(draw, start, slider)}"

    clauses: list[Text] = [lambda: f"[play] a euclidean rhythm of {hits} hits in {size} steps with {drum} {w()}", lambda: f"[spread] {hits} beats evenly over {size} steps with {drum} {w()}",
                           lambda: f"[play] {drum} in a Euclidean ({hits},{size}) pattern {w()}"]
    things: list[Text] = [lambda: f"a euclidean rhythm E({hits},{size}) with {drum} {w()}", lambda: f"a euclidean sequencer, {hits} over {size}, with {drum}, {w()}"]
    begin = 0 if start == "load" else 10
    at = [begin + ticks.period * steps[0], begin + ticks.period * size]
    return Example(worded(draw, clauses, things, [lambda: f"euclid {hits}/{size}, {drum}, {w()}"]), sketch.text(), all_of(at_times(select, at), sounds(0.0003, 0.6)), feeds, (select,),
                   (begin + ticks.period * (size + 0.5)) / 1000)


def one_shot(draw: Draw) -> Example:
    """A scale or some notes, once, on a click."""
    scale = draw.one(USUAL_SCALES)
    base, time = root(draw), duration(draw, 80, 1000)
    by_scale = draw.chance(0.5)
    notes = [*(base + step for step in SCALES[scale]), base + 12] if by_scale else [base + draw.one(SCALES["major"]) - draw.one((0, 12)) for _ in range(draw.integer(3, 6))]
    sketch = Sketch()
    button = sketch.add("bng")
    pitch = run_once(sketch, button, time, notes)
    decay = draw.one((time, time, 300, 500))
    slider = draw.chance(0.4)
    output(sketch, envelope(sketch, sketch.add("osc~", pitch), 0, decay, pitch), slider)

    def what() -> str:
        if by_scale:
            return draw.one((f"the {scale_name(draw, base, scale)} scale once", f"the notes of the {scale_name(draw, base, scale)} scale upwards, once,"))
        return draw.one((f"the MIDI notes {listed(draw, notes)} one after the other", f"the melody {listed(draw, notes)} once", f"the notes {listed(draw, notes)} in a row"))

    def w() -> str:
        return draw.one((f", one note {every(draw, time)}", f", {spell(draw, time)} per note", f" with {spell(draw, time)} per note")) + joined(
            draw, " with ", [f"a decay of {spell(draw, decay)}", *([draw.one(VOLUME_WORDS)] if slider else [])])

    clauses: list[Text] = [lambda: f"[play] {what()} when a button is clicked{w()}", lambda: f"on a click [play] {what()}{w()}", lambda: f"[play] {what()} at the press of a button{w()}", lambda: f"when a button is pressed [play] {what()}{w()}"]
    return Example(worded(draw, clauses, [lambda: f"a button that plays {what()}{w()}"], [lambda: f"click = {what()}{w()}", lambda: f"button plays {what()}{w()}"]), sketch.text(), all_of(
        says(pitch, [hertz(n) for n in notes]), at_times(pitch, [10 + time * i for i in range(len(notes))]), sounds(0.002, 0.5)), [Feed(10, button, "bang")], (pitch,), (10 + time * (len(notes) + 1.5)) / 1000)


def drone(draw: Draw) -> Example:
    """A chord or a tone that a toggle fades in and out."""
    frequencies = sorted(draw.some((55, 65, 82, 98, 110, 130, 146, 165, 196, 220, 247, 261, 294, 330, 392, 440, 494, 523, 660, 880), draw.integer(1, 4)))
    fade = draw.one((10, 50, 100, 500, 1000, 1000, 2000, 3000))
    kind = draw.one(("sine", "sine", "sawtooth", "square", "triangle"))
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    level = sketch.add("line~", sketch.add(f"msg $1 {fade}", switch))
    oscillator, shaping, _ = WAVES[kind]
    tones: list[Handle] = []
    for frequency in frequencies:
        tone = sketch.add(f"{oscillator} {frequency}")
        for body in shaping:
            tone = sketch.add(body, tone)
        tones.append(tone)
    count = len(tones)
    shaped = sketch.add("*~", *tones, sketch.into(1, level))
    slider = draw.chance(0.5)
    if slider and count > 1:
        shaped = sketch.add(f"*~ {round(1 / count, 2):g}", shaped)
    output(sketch, shaped, slider, 0.2 if count == 1 else round(0.3 / count, 2))
    name = {"sine": "sine tone", "sawtooth": "sawtooth tone", "square": "square tone", "triangle": "triangle tone"}[kind]

    def what() -> str:
        if count == 1:
            return f"a {frequencies[0]} Hz {name}"
        return draw.one((f"a drone of {count} {name}s with {listed(draw, frequencies)} Hz", f"a chord of {count} {name}s at {listed(draw, frequencies)} Hz", f"{count} {name}s of {listed(draw, frequencies)} Hz together"))

    def tail() -> str:
        return joined(draw, " with ", [draw.one(VOLUME_WORDS)]) if slider else ""

    clauses: list[Text] = [lambda: f"[fade] {what()} in and out within {spell(draw, fade)} with a toggle{tail()}", lambda: f"[turn] {what()} on and off with a toggle, fading over {spell(draw, fade)}{tail()}",
                           lambda: f"[play] {what()} while a toggle is on, with fades of {spell(draw, fade)}{tail()}"]
    things: list[Text] = [lambda: f"{what()} switched by a toggle with {spell(draw, fade)} fades{tail()}"]
    return Example(worded(draw, clauses, things, [lambda: f"{what()}, toggle fades it in/out in {spell(draw, fade)}{tail()}"]), sketch.text(), all_of(
        quiet_at(0, 8), loud_at(10 + fade, 60 + fade, 0.01), quiet_at(75 + 2 * fade, 95 + 2 * fade)), [Feed(10, switch, "1"), Feed(60 + fade, switch, "0")], (), 0.1 + 2 * fade / 1000)


def rising(draw: Draw) -> Example:
    """A tone whose pitch climbs or falls for some time after a click."""
    one, other = draw.one(((100, 1000), (200, 800), (50, 2000), (440, 880), (880, 440), (1000, 100), (300, 900), (2000, 200), (20, 5000)))
    time = duration(draw, 500, 10000)
    sketch = Sketch()
    button = sketch.add("bng")
    pitch = sketch.add("line~", sketch.add(f"msg {one} , {other} {time}", button))
    slider = draw.chance(0.5)
    output(sketch, sketch.add("osc~", pitch), slider)

    def tail() -> str:
        return joined(draw, "", [draw.one(VOLUME_WORDS)]) if slider else ""

    def span() -> str:
        return draw.one((f"from {one} to {other} Hz in {spell(draw, time)}", f"from {one} Hz to {other} Hz over {spell(draw, time)}", f"{one} to {other} Hz within {spell(draw, time)}"))

    clauses: list[Text] = [lambda: f"[sweep] the frequency of a sine oscillator {span()} when a button is clicked{tail()}", lambda: f"[glide] a sine tone {span()} on a click{tail()}", lambda: f"[let] the pitch of a sine wave go {span()} at the click of a button{tail()}",
                           lambda: f"on a click [play] a glissando {span()}{tail()}"]
    return Example(worded(draw, clauses, [lambda: f"a sine sweep {span()} started by a button{tail()}"], [lambda: f"sine sweep {span()}, button{tail()}"]), sketch.text(), all_of(
        loud_at(50, 100, 0.01), crossings(other, time + 30, time + 130, 0.05)), [Feed(10, button, "bang")], (), 0.15 + time / 1000)


SKILLS: dict[str, Skill] = widened({
    "canon": canon,
    "melody-and-bass": melody_and_bass,
    "chord-progression": progression,
    "step-sliders": slider_steps,
    "euclidean-rhythm": euclid,
    "tune-once": one_shot,
    "drone": drone,
    "pitch-sweep": rising,
})
