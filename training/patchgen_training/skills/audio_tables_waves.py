"""Waveforms in arrays: drawn, computed, random, chosen by buttons; and arrays of notes."""

from __future__ import annotations

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, pitch, sounds
from patchgen_training.skills.expect_audio import different, level, sound
from patchgen_training.skills.expect_time import at_times, begins, numbers, quiet_at, within
from patchgen_training.skills.instrument_midi_play import KEYBOARD
from patchgen_training.skills.sequence_notes import counter
from patchgen_training.skills.sequence_phrase import NEVER, Feature, When, phrased
from patchgen_training.skills.sequence_start import loud, pulse
from patchgen_training.skills.sequence_steps import timbre
from patchgen_training.skills.sequence_theory import hertz
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_words import NUMBER_WORDS, Text

SHAPES = {"sine": "1", "saw": "1 0.5 0.33 0.25 0.2 0.17 0.14 0.13", "square": "1 0 0.33 0 0.2 0 0.14", "triangle": "1 0 -0.11 0 0.04 0 -0.02", "organ": "1 0.8 0 0.5 0 0 0 0.3", "two partials": "1 1"}
SAID = {"sine": ("a sine", "a sine wave"), "saw": ("a saw", "a sawtooth"), "square": ("a square", "a square wave"), "triangle": ("a triangle", "a triangle wave"), "organ": ("an organ wave",), "two partials": ("two partials",)}


def pitched(draw: Draw, sketch: Sketch, name: str) -> tuple[Handle, When, list[Feature], list[Feed], float]:
    """The oscillator on the table: fixed, on a slider or box, or on the keyboard; gives what is heard then in Hz."""
    kind = draw.one(("fixed", "fixed", "unsaid", "slider", "slider", "number", "note", "midi"))
    if kind in ("fixed", "unsaid"):
        base = 220 if kind == "unsaid" else draw.one((110, 131, 147, 165, 196, 200, 220, 262, 300, 330, 392, 440, 500))
        tail = When((f"at {base} Hz", f"at {base}hz", f"with a frequency of {base} Hz"), (f"at {base} Hz", f"of {base} Hz"), (f"{base} Hz",)) if kind == "fixed" else NEVER
        return sketch.add(f"tabosc4~ {name}", sketch.add(f"sig~ {base}")), tail, [], [], base
    if kind == "slider":
        control = sketch.add('hsl 50 1000 "frequency" init:220')
        feature = Feature(("a frequency slider", "a slider for the frequency", "a pitch slider", "adjustable frequency", "adjustable pitch"), ("[have] a frequency slider", "[let] me set the pitch with a slider"), ("change the frequency", "set the pitch with a slider"), ("frequency slider", "pitch slider"))
        return sketch.add(f"tabosc4~ {name}", control), NEVER, [feature], [], 220
    if kind in ("number", "note"):
        word = "frequency" if kind == "number" else "note"
        control = sketch.add(f'number "{word}"')
        hertz_box = control if kind == "number" else sketch.add("mtof", control)
        said = "frequency" if kind == "number" else "MIDI note"
        feature = Feature((f"a number box for the {said}", f"a {said} number box"), (f"[take] the {said} from a number box", f"[have] a {said} number box"), (f"type in the {said}",), (f"{said} number box",))
        return sketch.add(f"tabosc4~ {name}", hertz_box), NEVER, [feature], [Feed(5, control, "300" if kind == "number" else "60")], 300 if kind == "number" else hertz(60)
    source = sketch.add("notein")
    tone = sketch.add(f"tabosc4~ {name}", sketch.add("mtof", sketch.add("stripnote", source, sketch.into(1, sketch.out(source, 1)))))
    gate = sketch.add("line~", sketch.add("msg $1 20", sketch.add("/ 127", sketch.out(source, 1))))
    return sketch.add("*~", tone, sketch.into(1, gate)), KEYBOARD, [], [Feed(5, source, "60 120 1")], hertz(60)


def drawn(draw: Draw) -> Example:
    """An array that one can draw in, read as a waveform; it begins as a sine."""
    sketch = Sketch()
    shape = draw.one(("sine", "sine", "saw", "square", "triangle"))
    unsaid = shape == "sine" and draw.chance(0.7)
    sketch.add("graph wave 515 -1 1")
    sketch.add(f"msg ; wave sinesum 512 {SHAPES[shape]} ; wave normalize 1" if shape != "sine" else "msg ; wave sinesum 512 1", sketch.add("loadbang"))
    tone, when, features, feeds, frequency = pitched(draw, sketch, "wave")
    features = [*features, *loud(draw, sketch, tone)]
    begun = "" if unsaid else draw.one((f", first filled with {SAID[shape][0]}", f" that starts as {SAID[shape][-1]}", f", beginning with {SAID[shape][0]}"))
    cores: list[Text] = [f"[let] me draw a waveform in an array{begun} and [play] it", f"[play] a waveform that I draw in a table{begun}", f"[use] a graphical array{begun} as the waveform of an oscillator", f"[play] an array{begun} as an oscillator", f"[turn] a drawing in an array{begun} into a sound", f"[read] an array{begun} as a wavetable"]
    nouns: list[Text] = [f"an oscillator whose waveform I can draw with the mouse{begun}", f"a drawable waveform oscillator{begun}", f"a wavetable synth with an array to draw in{begun}", f"a wavetable oscillator with a waveform drawn in an array{begun}", f"a draw your own waveform synth{begun}"]
    return Example(phrased(draw, cores, nouns, when, features), sketch.text(), all_of(pitch(frequency), sounds(0.005, 0.6)), feeds)


def chosen_by_buttons(draw: Draw) -> Example:
    """Buttons write waveforms into the table that is playing."""
    names = draw.some(tuple(SHAPES)[:5], draw.one((2, 3, 3, 4)))
    if set(names) == {"sine", "triangle"}:
        names = ["sine", "square"]
    sketch = Sketch()
    sketch.add("graph wave 515 -1 1")
    sketch.add("msg ; wave sinesum 512 1", sketch.add("loadbang"))
    buttons = []
    for name in names:
        buttons.append(sketch.add(f'bng "{name}"'))
        sketch.add(f"msg ; wave sinesum 512 {SHAPES[name]} ; wave normalize 1", buttons[-1])
    tone, when, features, feeds, _ = pitched(draw, sketch, "wave")
    features = [*features, *loud(draw, sketch, tone)]

    def kinds() -> str:
        words = [draw.one(SAID[name]) for name in names]
        return ", ".join(words[:-1]) + f" and {words[-1]}"

    cores: list[Text] = [lambda: f"[have] buttons that fill a wavetable with {kinds()} and [play] it", lambda: f"[switch] the waveform in an array between {kinds()} with buttons and [play] it", lambda: f"[play] a table and [let] me choose {kinds()} with buttons", lambda: f"[fill] an array with {kinds()} by buttons and [play] it as an oscillator"]
    nouns: list[Text] = [lambda: f"a wavetable oscillator with buttons for {kinds()}", lambda: f"a table oscillator where buttons choose {kinds()}", lambda: f"a wavetable synth with {kinds()} buttons".replace("with a ", "with ").replace("with an ", "with ")]
    pressed = next(i for i, name in enumerate(names) if name not in ("sine", "triangle"))

    def changed(seen: Observation) -> bool:
        before, after = sound(seen, 0.05, 0.25), sound(seen, 0.32, 0.52)
        return level(before) > 0.003 and different(before, after)

    return Example(phrased(draw, cores, nouns, when, features), sketch.text(), changed, [*feeds, Feed(300, buttons[pressed], "bang")], seconds=0.55)


def indices(sketch: Sketch, start: Handle, size: int) -> Handle:
    """A bang and an index for every point of a table, all at once."""
    begin = sketch.add("t b b", start)
    until = sketch.add("until", begin)
    index = sketch.add("f", until, sketch.into(1, sketch.add("msg 0", sketch.out(begin, 1))))
    ahead = sketch.add("+ 1", index)
    sketch.connect(ahead, index, inlet=1)
    sketch.connect(sketch.add(f"sel {size}", ahead), until, inlet=1)
    return sketch.add("t b f", index)


def random_wave(draw: Draw) -> Example:
    """A button fills the table with random points; a loud, rough waveform."""
    size = draw.one((64, 64, 128, 256, 512))
    unsaid = size == 64 and draw.chance(0.6)
    sketch = Sketch()
    sketch.add(f"graph wave {size + 3} -1 1")
    button = sketch.add('bng "random"')
    both = indices(sketch, button, size + 3)
    value = sketch.add("expr $f1 / 1000 - 1", sketch.add("random 2001", both))
    sketch.add("tabwrite wave", value, sketch.into(1, sketch.out(both, 1)))
    tone, when, features, feeds, _ = pitched(draw, sketch, "wave")
    features = [*features, *loud(draw, sketch, tone)]
    points = "" if unsaid else draw.one((f" of {size} points", f" with {size} samples"))
    cores: list[Text] = [f"[fill] a wavetable{points} with random values when I press a button and [play] it", f"[play] an array{points} as an oscillator with a button that fills it with random numbers", f"[randomize] the waveform in a table{points} with a button and [play] it", f"[play] a random waveform{points} that changes when a button is clicked"]
    nouns: list[Text] = [f"a random waveform oscillator{points} with a button for a new waveform", f"a wavetable{points} that a button fills with random values", f"an oscillator with a random wave table{points}, new on each click,"]
    return Example(phrased(draw, cores, nouns, when, features), sketch.text(), all_of(within(value, size + 3, -1, 1), quiet_at(0, 95), sounds(0.003, 0.6)), [*feeds, Feed(100, button, "bang")], [value], 0.3)


def array_notes(draw: Draw) -> Example:
    """Notes in an array that one draws in; a button may fill it by chance."""
    size = draw.one((4, 8, 8, 8, 16, 16))
    low, high = draw.one(((36, 84), (48, 72), (48, 84), (60, 84)))
    by_button = draw.chance(0.6)
    sketch = Sketch()
    first = (low + high) // 2
    sketch.add(f"graph notes {size} {low} {high}")
    sketch.add(f"msg ; notes const {first}", sketch.add("loadbang"))
    if by_button:
        button = sketch.add('bng "random"')
        both = indices(sketch, button, size)
        sketch.add("tabwrite notes", sketch.add(f"+ {low}", sketch.add(f"random {high - low + 1}", both)), sketch.into(1, sketch.out(both, 1)))
    beat = pulse(draw, sketch, noun="step", starts=draw.one(("toggle", "toggle", "buttons")))
    tone = sketch.add("mtof", sketch.add("tabread notes", counter(sketch, beat.source, size)))
    wave, features, signal = timbre(draw, sketch, tone, tone)
    features = [*beat.features, *features, *loud(draw, sketch, signal)]
    if by_button:
        features.insert(0, Feature(("a button that fills it with random notes", "a randomize button", "a button for new random notes"), ("[have] a button for random notes", "[have] a randomize button"), ("fill it with random notes at a click", "randomize the notes with a button"), ("randomize button",)))
    count = draw.one((str(size), NUMBER_WORDS[size]))
    cores: list[Text] = [f"[play] {count} notes that I draw in an array (MIDI {low} to {high}){wave}", f"[step] through an array of {count} notes between {low} and {high} that I can draw{wave}", f"[read] a melody of {count} steps from a drawn table, notes {low} to {high},{wave}", f"[sequence] the {count} notes of a graphical array from {low} to {high}{wave}"]
    nouns: list[Text] = [f"a {count} step sequencer whose notes I draw in an array ({low} to {high}){wave}", f"a drawable {count} step sequencer for MIDI notes {low} to {high}{wave}", f"a table sequencer of {count} steps from {low} to {high}{wave}", f"a graphical step sequencer: an array of {count} notes {low}-{high}{wave}"]
    begun = [Feed(2, button, "bang")] if by_button else []
    checks: list[Holds] = [at_times(tone, beat.at(range(3))), lambda seen: all(hertz(low) - 1 <= f <= hertz(high) + 1 for f in numbers(seen, tone)), sounds(0.003, 0.7), *([] if by_button else [begins(tone, [hertz(first)])])]
    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(*checks), [*begun, *beat.feeds], [tone], beat.seconds(2.5))


SKILLS: dict[str, Skill] = {"waveform-drawn": drawn, "waveform-buttons": chosen_by_buttons, "waveform-random": random_wave, "array-notes": array_notes}
