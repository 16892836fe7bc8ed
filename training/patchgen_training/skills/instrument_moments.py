"""Single tones, notes and chords at a moment: for a time, while something is so, the next of a row, one by chance; sirens."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import begins, crossings, loud_at, quiet_at, within
from patchgen_training.skills.instrument_keys import KEY_CODES
from patchgen_training.skills.sequence_notes import counter, only, pick
from patchgen_training.skills.sequence_phrase import NEVER, Feature, When, phrased
from patchgen_training.skills.sequence_start import SWITCH, loud, moment, repeated
from patchgen_training.skills.sequence_steps import chord_in_words, letters, timbre
from patchgen_training.skills.sequence_theory import (
    CHORDS,
    SCALES,
    USUAL_SCALES,
    hertz,
    note_name,
    root_name,
)
from patchgen_training.skills.sequence_voice import WAVES
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import spell
from patchgen_training.skills.time_words import Text, listed

PITCHES = (110, 150, 200, 220, 261, 262, 300, 330, 350, 400, 440, 440, 440, 500, 523, 550, 600, 660, 700, 800, 880, 900, 1000, 1000, 1200, 1500, 2000)
WAVE_NAMES = {"sine": ("sine", "sine wave", "sine tone", "tone", "sine"), "sawtooth": ("sawtooth", "saw", "saw wave"), "square": ("square wave", "square tone"), "triangle": ("triangle wave", "triangle tone")}


def steady_wave(sketch: Sketch, kind: str, tone: int) -> Handle:
    """An oscillator of fixed frequency."""
    oscillator, shaping, _ = WAVES[kind]
    signal = sketch.add(f"{oscillator} {tone}")
    for body in shaping:
        signal = sketch.add(body, signal)
    return signal


def wave_words(draw: Draw, kind: str, tone: int) -> str:
    """`a 440 Hz sine`, `a saw of 200 Hz`."""
    name = draw.one(WAVE_NAMES[kind])
    return draw.one((f"a {tone} Hz {name}", f"a {tone} Hz {name}", f"a {name} at {tone} Hz", f"a {name} of {tone} Hz", f"a {tone}hz {name}", f"a {name} with {tone} Hz"))


def tone_for_time(draw: Draw) -> Example:
    """A tone that lasts for a said time."""
    kind, tone = draw.one(("sine", "sine", "sine", "sawtooth", "square", "triangle")), draw.one(PITCHES)
    length = draw.one((100, 200, 250, 300, 400, 500, 500, 500, 700, 750, 800, 1000, 1000, 1000, 1500, 2000, 2000, 3000))
    sketch = Sketch()
    chosen = moment(draw, sketch)
    level = sketch.add("vline~", sketch.add(f"msg 1 5 , 0 5 {length}", chosen.source))
    features = loud(draw, sketch, sketch.add("*~", steady_wave(sketch, kind, tone), sketch.into(1, level)))

    def lasting() -> str:
        return draw.one((f"for {spell(draw, length)}", f"for {spell(draw, length)}", f"lasting {spell(draw, length)}", f"that lasts {spell(draw, length)}", f"{spell(draw, length)} long"))

    def noun() -> str:
        return f"{wave_words(draw, kind, tone)} {lasting()}"

    cores: list[Text] = [lambda: f"[play] {noun()}", lambda: f"[play] {noun()}", lambda: f"[sound] {noun()}", lambda: f"[generate] {noun()}", lambda: f"[turn] on {wave_words(draw, kind, tone)} for {spell(draw, length)}", lambda: f"[beep] with {noun()}", lambda: f"[output] {noun()}", lambda: f"[make] {noun()}"]
    nouns: list[Text] = [noun, noun, lambda: f"a beep: {noun()}"]
    at = chosen.at[0]
    ends = [] if len(chosen.at) > 1 else [quiet_at(at + length + 20, at + length + 60)]
    checks: list[Holds] = [loud_at(at + 10, at + min(length, 200) - 5, 0.005), crossings(tone, at + 10, at + min(length, 200) - 5, 0.1), *ends, *([quiet_at(0, at - 3)] if at > 5 else [])]
    return Example(phrased(draw, cores, nouns, chosen.when, features), sketch.text(), all_of(*checks), chosen.feeds, seconds=max(chosen.seconds, (at + length + 80) / 1000) if ends else chosen.seconds)


def tone_while(draw: Draw) -> Example:
    """A tone or noise that is on while something is so."""
    kind, tone = draw.one(("sine", "sine", "sawtooth", "square", "noise")), draw.one(PITCHES)
    by = draw.one(("number", "number", "number", "slider", "slider", "key", "note", "equal"))
    limit = draw.one((10, 20, 50, 60, 64, 64, 75, 100, 100, draw.integer(1, 120)))
    above = draw.chance(0.75)
    sign = ">" if above else "<"
    sketch = Sketch()
    good, bad = (str(limit + 4), str(limit - 4)) if above else (str(limit - 4), str(limit + 4))
    over = draw.one((f"is greater than {limit}", f"is above {limit}", f"is over {limit}", f"is bigger than {limit}", f"exceeds {limit}", f"goes above {limit}", f"is more than {limit}") if above else (f"is below {limit}", f"is less than {limit}", f"is under {limit}", f"falls below {limit}", f"is smaller than {limit}"))
    if by == "key":
        letter = draw.one("abcdefghijklmnopqrstuvwxyz")
        code = KEY_CODES[letter]
        down, up = sketch.add("key"), sketch.add("keyup")
        on, off = sketch.add("msg 1 20", sketch.add(f"sel {code}", down)), sketch.add("msg 0 20", sketch.add(f"sel {code}", up))
        gate = sketch.add("line~", on, off)
        feeds = [Feed(10, down, str(code)), Feed(200, up, str(code))]
        times: tuple[str, ...] = (f"while I hold the {letter} key", f"as long as the {letter} key is held down", f"while the {letter} key is pressed", f"only while i hold down {letter.upper()}")
    elif by == "note":
        source = sketch.add("notein")
        gate = sketch.add("line~", sketch.add("msg $1 20", sketch.add("> 0", sketch.out(source, 1))))
        feeds = [Feed(10, source, "60 90 1"), Feed(200, source, "60 0 1")]
        times = ("while a MIDI key is held", "as long as any MIDI note is held down", "while I hold a key on my MIDI keyboard")
    else:
        control = sketch.add("hsl 0 127" if by == "slider" else "number")
        test = f"== {limit}" if by == "equal" else f"{sign} {limit}"
        gate = sketch.add("line~", sketch.add("msg $1 20", sketch.add(test, control)))
        thing_ = {"slider": ("a slider", "the slider", "a slider from 0 to 127"), "number": ("a number", "the number in a number box", "the number I type", "a value", "an incoming number"), "equal": ("a number", "the number I enter")}[by]
        over = draw.one((f"is {limit}", f"equals {limit}", f"is exactly {limit}")) if by == "equal" else over
        good, bad = (str(limit), str(limit + 1)) if by == "equal" else (good, bad)
        if by == "slider":
            good, bad = str(min(127, int(good))), str(max(0, int(bad)))
        times = tuple(f"{word} {draw.one(thing_)} {over}" for word in ("when", "while", "if", "as long as", "only when", "whenever"))
        feeds = [Feed(4, control, bad), Feed(10, control, good), Feed(200, control, bad)]
    source_signal = sketch.add("noise~") if kind == "noise" else steady_wave(sketch, kind, tone)
    features = loud(draw, sketch, sketch.add("*~", source_signal, sketch.into(1, gate)))

    def noun() -> str:
        return draw.one(("white noise", "noise")) if kind == "noise" else wave_words(draw, kind, tone)

    when = When(times, times, times[:1])
    cores: list[Text] = [lambda: f"[turn] on {noun()}", lambda: f"[play] {noun()}", lambda: f"[switch] on {noun()}", lambda: f"[let] me hear {noun()}", lambda: f"[sound] {noun()}", lambda: f"[output] {noun()}"]
    return Example(phrased(draw, cores, [noun], when, features), sketch.text(), all_of(quiet_at(0, 8), loud_at(60, 190, 0.005), quiet_at(240, 290)), feeds, seconds=0.3)


SIRENS: dict[str, tuple[int, int, int, bool, tuple[str, ...]]] = {
    "plain": (600, 900, 500, True, ("a siren", "a siren sound", "a wailing siren", "a siren that goes up and down")),
    "police": (600, 1200, 1500, True, ("a police siren", "an american police siren", "a police car siren")),
    "european": (440, 585, 500, False, ("an ambulance siren", "a european siren", "a two-tone siren", "a fire truck siren with two tones", "a nee-naw siren")),
    "air raid": (200, 600, 4000, True, ("an air raid siren", "a slow air raid siren")),
    "alarm": (800, 1000, 250, False, ("an alarm", "an alarm sound", "an alarm that switches between two tones", "a burglar alarm")),
}


def siren(draw: Draw) -> Example:
    """A siren between two frequencies; a toggle starts it; perhaps its speed or volume can be set."""
    low, high, time, gliding, nouns = SIRENS[draw.one(("plain", "plain", "plain", *SIRENS))]
    # A siren without numbers belongs to the oscillators.
    if draw.chance(0.5):
        low, high = draw.one(((400, 800), (500, 1000), (300, 900), (440, 880), (700, 1100)))
        time = draw.one((300, 400, 500, 700, 1000, 2000))
    paced = not gliding and time <= 1000 and draw.chance(0.4)
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    features: list[Feature] = [SWITCH]
    if paced:
        speed = sketch.add(f'hsl 50 1000 "speed" init:{min(time, 1000)}')
        metro = sketch.add(f"metro {time}", switch, sketch.into(1, speed))
        features.append(Feature(("a speed slider", "a slider for how fast it changes", "adjustable speed"), ("[have] a speed slider", "[let] me set how fast it changes"), ("change its speed", "make it faster or slower"), ("speed slider",)))
    else:
        metro = sketch.add(f"metro {time}", switch)
    turn = sketch.add("sel 1 0", sketch.add("tgl", metro))
    messages = [sketch.add(f"msg {tone} {time}" if gliding else f"msg {tone}", sketch.out(turn, i)) for i, tone in enumerate((high, low))]
    tone = sketch.add("osc~", sketch.add("line~", *messages)) if gliding else sketch.add("osc~", *messages)
    features += loud(draw, sketch, sketch.add("*~", tone, sketch.into(1, switch)))
    said = draw.one((f" between {low} and {high} Hz, {time} ms each way,", f" from {low} to {high} Hz, changing every {time} ms,"))
    cores: list[Text] = [lambda: f"[play] {draw.one(nouns)}{said}", lambda: f"[sound] like {draw.one(nouns)}{said}", lambda: f"[make] {draw.one(nouns)}{said}", lambda: f"[imitate] {draw.one(nouns)}{said}", lambda: f"[generate] {draw.one(nouns)}{said}"]
    things: list[Text] = [lambda: f"{draw.one(nouns)}{said}"]
    seconds = max(0.5, 2.3 * time / 1000)
    checks: list[Holds] = [quiet_at(0, 6), loud_at(100, 400), sounds(0.003, 0.5)]
    checks += [] if gliding else [crossings(high, 40, time - 5, 0.1), crossings(low, 30 + time, 2 * time, 0.1)]
    return Example(phrased(draw, cores, things, NEVER, features), sketch.text(), all_of(*checks), [Feed(10, switch, "1")], seconds=seconds)


def random_note(draw: Draw) -> Example:
    """A random note of a scale, a range or some letters, each time."""
    kind = draw.one(("scale", "scale", "range", "letters"))
    sketch = Sketch()
    chosen = moment(draw, sketch)
    if kind == "scale":
        scale = draw.one(("pentatonic", *USUAL_SCALES))
        base = 60 + draw.one((0, 0, draw.integer(0, 11)))
        notes = [base + step for step in SCALES[scale]]
        pitch = pick(sketch, sketch.add(f"random {len(notes)}", chosen.source), notes)
        name = scale if base == 60 and draw.chance(0.5) else f"{root_name(draw, base)} {scale}"
        of = draw.one((f"of a {name} scale", f"from the {name} scale", f"of the {name} scale", f"out of a {name} scale"))
    elif kind == "range":
        unsaid = draw.chance(0.35)
        low, high = (48, 72) if unsaid else draw.one(((48, 72), (60, 72), (60, 84), (36, 60), (50, 80), (40, 64)))
        notes = list(range(low, high + 1))
        pitch = sketch.add("mtof", sketch.add(f"+ {low}", sketch.add(f"random {high - low + 1}", chosen.source)))
        of = "" if unsaid else draw.one((f"between MIDI notes {low} and {high}", f"from {low} to {high}", f"between {note_name(draw, low)} and {note_name(draw, high)}"))
    else:
        notes, names = letters(draw)
        pitch = pick(sketch, sketch.add(f"random {len(notes)}", chosen.source), notes)
        of = draw.one((f"out of {listed(draw, names)}", f"from {listed(draw, names)}", f"among {listed(draw, names)}", f"chosen from the notes {listed(draw, names)}"))
    decay = draw.one((300, 500, 500, 500, 800, 1000))
    level = sketch.add("line~", sketch.add(f"msg 1 , 0 {decay}", pitch))
    features = loud(draw, sketch, sketch.add("*~", sketch.add("osc~", pitch), sketch.into(1, level)))
    if decay != 500:
        features.insert(0, Feature((f"a decay of {decay} ms", f"a {decay} ms decay"), (f"[have] a decay of {decay} ms", f"[fade] out in {decay} ms"), (), (f"{decay} ms decay",)))
    cores: list[Text] = [f"[play] a random note {of}", f"[play] a random note {of}", f"[choose] a random note {of} and [play] it", f"[pick] a note {of} at random and [play] it", f"[sound] a randomly chosen note {of}", f"[play] a different random note {of}"]
    nouns: list[Text] = [f"a random note {of}", f"a randomly chosen note {of}", f"a random pitch {of}"]
    at = chosen.at[0]
    return Example(phrased(draw, cores, nouns, chosen.when, features), sketch.text(), all_of(lambda seen: only(notes)([a for v in seen.values(pitch - 1) for a in v.atoms if not isinstance(a, str)]), within(pitch, 1, 20, 5000), loud_at(at + 2, at + 60, 0.005)), chosen.feeds, [pitch], min(chosen.seconds, (at + 200) / 1000))


def next_note(draw: Draw) -> Example:
    """Each time the next note of a row."""
    notes, names = letters(draw)
    by_midi = draw.chance(0.3)
    if by_midi:
        notes = [draw.integer(45, 80) for _ in notes]
        names = [str(note) for note in notes]
    sketch = Sketch()
    chosen = repeated(draw, sketch)
    pitch = pick(sketch, counter(sketch, chosen.source, len(notes)), notes)
    wave, features, signal = timbre(draw, sketch, pitch, pitch)
    features = [*features, *loud(draw, sketch, signal)]
    row = ("MIDI notes " if by_midi else "") + listed(draw, names)
    cores: list[Text] = [f"[play] the next note of {row}{wave}", f"[step] through {row} one note at a time{wave}", f"[go] to the next note of the row {row}{wave}", f"[advance] a sequence of {row} by one step{wave}"]
    nouns: list[Text] = [f"the next note of {row}{wave}", f"a melody {row} that moves on by one note{wave}", f"a step sequencer of {row} that advances one step{wave}"]
    return Example(phrased(draw, cores, nouns, chosen.when, features), sketch.text(), all_of(begins(pitch, [hertz(notes[0])], 0.01), loud_at(chosen.at[0] + 2, chosen.at[0] + 60, 0.003)), chosen.feeds, [pitch], min(chosen.seconds, (chosen.at[0] + 200) / 1000))


def chord_now(draw: Draw) -> Example:
    """A chord that fades, at any moment."""
    chord = draw.one(("major", "major", "minor", "minor", *CHORDS))
    rooted = draw.chance(0.7)
    base = 60 + (draw.one((0, 2, 4, 5, 7, 9, 11, draw.integer(0, 11))) if rooted else 0)
    length = draw.one((1000, 1000, 1000, 500, 2000, 3000))
    notes = [base + step for step in CHORDS[chord]]
    sketch = Sketch()
    chosen = moment(draw, sketch)
    tones = [sketch.add("osc~", sketch.add("mtof", sketch.add(f"msg {note}", chosen.source))) for note in notes]
    level = sketch.add("line~", sketch.add(f"msg 1 , 0 {length}", chosen.source))
    features = loud(draw, sketch, sketch.add(f"*~ {0.33 if len(notes) == 3 else 0.25}", sketch.add("*~", *tones, sketch.into(1, level))), 0.3)
    fade = "" if length == 1000 else draw.one((f" that fades out in {length} ms", f" with a decay of {length} ms", f" ringing for {length} ms"))

    def noun() -> str:
        named = chord_in_words(draw, chord, base, rooted)
        # In small letters the bare names would be kinds of modulation.
        named = f"an {named} chord" if named in ("Fm", "Am") else named
        return named + fade

    cores: list[Text] = [lambda: f"[play] {noun()}", lambda: f"[play] {noun()}", lambda: f"[sound] {noun()}", lambda: f"[trigger] {noun()}", lambda: f"[strike] {noun()}"]
    at = chosen.at[0]
    return Example(phrased(draw, cores, [noun], chosen.when, features), sketch.text(), all_of(loud_at(at + 5, at + 60, 0.005), begins(tones[-1] - 1, [hertz(notes[-1])], 0.01), *([quiet_at(0, at - 3)] if at > 5 else [])), chosen.feeds, [tones[-1] - 1], min(chosen.seconds, (at + 200) / 1000))


SKILLS: dict[str, Skill] = {"tone-for-time": tone_for_time, "tone-while": tone_while, "siren-any": siren, "random-note": random_note, "next-note": next_note, "chord-now": chord_now}
