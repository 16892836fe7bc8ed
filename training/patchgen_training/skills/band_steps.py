"""Skills: step sequencers with every combination of notes, direction, transposition, tempo and what one sees of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle, islice

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import at_times, numbers, says
from patchgen_training.skills.sequence_notes import counter, pick
from patchgen_training.skills.sequence_phrase import Feature, phrased
from patchgen_training.skills.sequence_runs import PLAIN
from patchgen_training.skills.sequence_start import loud, pulse
from patchgen_training.skills.sequence_steps import letters, timbre
from patchgen_training.skills.sequence_theory import hertz
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_words import NUMBER_WORDS, Text, listed

TRANSPOSED = {
    "number": Feature(("a number box for the transposition", "transposition in semitones from a number box", "a transpose number box", "a number box that transposes it by semitones"), ("[let] me transpose it with a number box", "[add] a number of semitones that I type to each note", "[transpose] by the semitones in a number box"),
                      ("transpose it by a number of semitones typed into a number box", "enter the transposition in semitones", "type how many semitones it is moved up or down"), ("transpose number box", "transposition number box")),
    "slider": Feature(("a transposition slider from -12 to 12 semitones", "a slider that transposes it by up to an octave up or down", "a transpose slider", "a slider for the transposition"), ("[let] me transpose it with a slider", "[have] a transpose slider", "[add] the value of a transposition slider to each note"),
                      ("transpose it with a slider", "move it up and down by semitones with a slider", "transpose it by up to an octave with a slider"), ("transpose slider", "transposition slider")),
    "buttons": Feature(("buttons to transpose it an octave up and back", "an octave up button and a normal button", "one button that moves it an octave up and one that brings it back"), ("[have] a button that transposes it an octave up and one that brings it back",), ("transpose it an octave up with one button and back with another",), ("octave up button, normal button",)),
}  # fmt: skip
SHOWN = {
    "step": Feature(("the number of the current step in a number box", "a number box that shows the current step", "a display of the step number", "a number box for the step counter"), ("[show] the current step in a number box", "[display] the number of the step", "[show] which step is playing"), ("see the current step number", "see which step is playing"), ("show step number", "step number displayed")),
    "note": Feature(("the MIDI note shown in a number box", "a number box that shows the current note", "a display of the current MIDI note"), ("[show] the current MIDI note in a number box", "[display] each MIDI note number", "[show] the note number that is playing"), ("see the current note number", "see which MIDI note is playing"), ("show note number", "note displayed")),
}  # fmt: skip
WAYS = {
    "": ("", "", "", "", " from the first to the last", " forwards", " in order"), "backwards": (" backwards", " in reverse order", " from the last to the first", " in reverse", " from the end to the beginning"),
    "both": (" forwards and then backwards", " back and forth", " forwards and backwards by turns", " from the first to the last and back", " up and down the row"), "random": (" in random order", " randomly", " in an order chosen by chance", " at random"),
}  # fmt: skip


def transposed(draw: Draw, sketch: Sketch, messages: Sequence[Handle], kind: str) -> tuple[Handle, Feed, int]:
    """The notes plus a number from a control: the sum, what is done to the control, by how much it then moves."""
    total = 0
    if kind == "buttons":
        up, back = sketch.add('bng "octave_up"'), sketch.add('bng "normal"')
        total = sketch.add("+", *messages, sketch.into(1, sketch.add("msg 12", up)), sketch.into(1, sketch.add("msg 0", back)))
        return total, Feed(3, up, "bang"), 12
    control = sketch.add('number "transpose"' if kind == "number" else 'hsl -12 12 "transpose" init:0')
    steps = draw.one((-12, -7, -5, 2, 3, 5, 7, 12))
    source = control if kind == "number" else sketch.add("int", control)
    return sketch.add("+", *messages, sketch.into(1, source)), Feed(3, control, str(steps)), steps


def noted(draw: Draw) -> tuple[list[int], Text, bool]:
    """Notes that the prompt names by letters or numbers, or leaves open: the notes, their words, whether they are named."""
    kind = draw.one(("letters", "letters", "midi", "midi", "open"))
    if kind == "open":
        size = draw.one((4, 4, 8, 8, 8, 16))
        count = draw.one((str(size), NUMBER_WORDS[size]))
        return list(PLAIN[size]), lambda: draw.one((f"{count} notes", f"a {count} step sequence", f"a sequence of {count} notes", f"a melody of {count} notes")), False
    notes, names = letters(draw)
    if kind == "midi":
        notes = [draw.integer(40, 80) for _ in notes]
        names = [str(note) for note in notes]
        return notes, lambda: draw.one((f"the MIDI notes {listed(draw, names)}", f"MIDI notes {listed(draw, names)}", f"a sequence of the MIDI note numbers {listed(draw, names)}", f"the note numbers {listed(draw, names)}")), True
    return notes, lambda: draw.one((f"the notes {listed(draw, names)}", f"a sequence of the notes {listed(draw, names)}", f"the melody {listed(draw, names)}", f"the note sequence {listed(draw, names)}")), True


def stepper(draw: Draw) -> Example:
    """A row of notes: its direction, its transposition, its tempo, what is shown."""
    notes, row_words, _ = noted(draw)
    way = draw.one(("", "", "", "", "backwards", "both", "random"))
    order = {"": notes, "backwards": notes[::-1], "both": notes + notes[-2:0:-1], "random": notes}[way]
    kind = draw.one(("", "", "number", "number", "slider", "slider", "buttons"))
    seen_as = draw.one(("", "", "", "step", "note"))
    sketch = Sketch()
    beat = pulse(draw, sketch)
    size = len(order)
    index = sketch.add(f"random {size}", beat.source) if way == "random" else counter(sketch, beat.source, size)
    features, feeds, moved = [*beat.features], [*beat.feeds], 0
    shown: Handle = 0
    if seen_as == "step":
        shown = sketch.add('number "step"', sketch.add("+ 1", index))
    if kind or seen_as == "note":
        select = sketch.add("sel " + " ".join(map(str, range(size))), index)
        messages = [sketch.add(f"msg {note}", sketch.out(select, i)) for i, note in enumerate(order)]
        total = 0
        if kind:
            total, feed, moved = transposed(draw, sketch, messages, kind)
            features.append(TRANSPOSED[kind])
            if beat.begin:
                feeds = [feed, *feeds]
            else:
                moved = 0
        if seen_as == "note":
            total = shown = sketch.add('number "note"', *([total] if kind else messages))
        pitch = sketch.add("mtof", total)
    else:
        pitch = pick(sketch, index, order)
    features += [SHOWN[seen_as]] if seen_as else []
    wave, more, signal = timbre(draw, sketch, pitch, pitch)
    features += [*more, *loud(draw, sketch, signal)]
    tail = draw.one(WAYS[way])

    def what() -> str:
        return f"{row_words() if callable(row_words) else row_words}{tail}{wave}"

    cores: list[Text] = [lambda: f"[play] {what()}", lambda: f"[play] {what()} one after the other", lambda: f"[loop] {what()}", lambda: f"[step] through {what()}", lambda: f"[repeat] {what()} again and again", lambda: f"[sequence] {what()}", lambda: f"[cycle] through {what()}"]
    nouns: list[Text] = [lambda: f"a step sequencer that plays {what()}", lambda: f"a sequencer for {what()}", lambda: f"a sequencer stepping through {what()}", lambda: f"a loop of {what()}"]
    count = min(size + 1, 5) if beat.period < 600 else 3

    def right(seen: Observation) -> bool:
        heard = numbers(seen, pitch)
        wanted = [hertz(note + moved) for note in order]
        if way == "random":
            return all(any(abs(f - w) < 0.05 for w in wanted) for f in heard)
        return all(abs(f - w) < 0.05 for f, w in zip(heard, islice(cycle(wanted), len(heard)), strict=True))

    checks: list[Holds] = [at_times(pitch, beat.at(range(count))), right, sounds(0.002, 0.7)]
    if seen_as == "step" and way != "random":
        checks.append(says(shown, list(islice(cycle(range(1, size + 1)), count))))
    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(*checks), feeds, [pitch, *([shown] if shown else [])], beat.seconds(count - 0.5))


SET_BY = {
    "slider": ("a vertical slider for the pitch of each step", "one slider per step for its note", "a slider for each note", "the pitch of every step set by its own slider", "individual pitch sliders for the steps"),
    "number": ("a number box for the note of each step", "one number box per step for its MIDI note", "the MIDI note of every step entered in its own number box", "individual number boxes for the notes of the steps"),
    "hertz": ("a vertical slider for the frequency of each step", "one frequency slider per step", "the frequency of every step set by its own slider from 100 to 1000 Hz", "a slider for each step's frequency"),
    "array": ("the notes drawn in an array", "the notes of the steps taken from an array that I can draw", "an array for the notes, to be drawn with the mouse", "the pitches read from a graphical array"),
}  # fmt: skip

TOOLS = {"slider": "sliders", "number": "number boxes", "array": "an array", "hertz": "frequency sliders"}


def set_steps(draw: Draw) -> Example:
    """A sequencer whose notes the user sets: sliders, number boxes, an array."""
    kind = draw.one(("slider", "slider", "number", "array", "hertz"))
    size = draw.one((4, 4, 8, 8, 8, 16) if kind == "array" else (3, 4, 4, 5, 6, 8, 8))
    sketch = Sketch()
    beat = pulse(draw, sketch, noun="step", starts=draw.one(("toggle", "toggle", "buttons")))
    index = counter(sketch, beat.source, size)
    feeds = [*beat.feeds]
    if kind == "array":
        sketch.add(f"graph notes {size} 48 72")
        sketch.add("msg ; notes const 60", sketch.add("loadbang"))
        pitch = sketch.add("mtof", sketch.add("tabread notes", index))
        wanted = [60] * size
    else:
        select = sketch.add("sel " + " ".join(map(str, range(size))), index)
        body = {"number": "number {}", "slider": "vsl 48 72 {} init:60", "hertz": "vsl 100 1000 {} init:440"}[kind]
        controls = [sketch.add(body.format(f'"{i + 1}"')) for i in range(size)]
        stores = [sketch.add("f", sketch.out(select, i), sketch.into(1, control)) for i, control in enumerate(controls)]
        pitch = sketch.add("f" if kind == "hertz" else "mtof", *stores)
        wanted = [draw.integer(150, 900) if kind == "hertz" else draw.integer(50, 70) for _ in range(size)]
        feeds = [*(Feed(2, control, str(note)) for control, note in zip(controls, wanted, strict=True)), *feeds]
    wave, more, signal = timbre(draw, sketch, pitch, pitch)
    features = [*beat.features, *more, *loud(draw, sketch, signal)]
    count = draw.one((str(size), NUMBER_WORDS[size]))
    plural = "MIDI notes between 48 and 72" if kind in ("slider", "array") and draw.chance(0.3) else "tones" if kind == "hertz" else "notes"

    def by() -> str:
        return draw.one(SET_BY[kind])

    # Where the range is named, it is the one of the sliders.
    cores: list[Text] = [
        lambda: f"[play] a sequence of {count} {plural}{wave} with {by()}", lambda: f"[work] as a {count} step sequencer{wave} with {by()}", lambda: f"[step] through {count} {plural}{wave}, with {by()}",
        lambda: f"[loop] {count} steps{wave}, with {by()}", lambda: f"[let] the user set {count} {plural} with {TOOLS[kind]} and [play] them one after the other in a loop{wave}"]
    nouns: list[Text] = [lambda: f"a {count} step sequencer{wave} with {by()}", lambda: f"a {count}-step melody sequencer{wave} with {by()}", lambda: f"a sequencer of {count} steps{wave} with {by()}"]
    steps = min(size + 1, 5) if beat.period < 600 else 3

    def right(seen: Observation) -> bool:
        row = [float(n) if kind == "hertz" else hertz(n) for n in wanted]
        return all(abs(f - w) < 0.05 for f, w in zip(numbers(seen, pitch), islice(cycle(row), len(numbers(seen, pitch))), strict=True))

    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(at_times(pitch, beat.at(range(steps))), right, sounds(0.002, 0.7)), feeds, [pitch], beat.seconds(steps - 0.5))


def toggled_steps(draw: Draw) -> Example:
    """A beep on each step whose toggle is on."""
    size, tone = draw.one((4, 8, 8, 8, 16)), draw.one((220, 330, 440, 440, 440, 500, 660, 880, 1000))
    sketch = Sketch()
    beat = pulse(draw, sketch, noun="step")
    select = sketch.add("sel " + " ".join(map(str, range(size))), counter(sketch, beat.source, size))
    toggles = [sketch.add(f'tgl "{i + 1}"') for i in range(size)]
    gates = [sketch.add("spigot", sketch.out(select, i), sketch.into(1, toggle)) for i, toggle in enumerate(toggles)]
    level = sketch.add("line~", sketch.add("msg 1 , 0 100", *gates))
    features = [*beat.features, *loud(draw, sketch, sketch.add("*~", sketch.add(f"osc~ {tone}"), sketch.into(1, level)))]
    count = draw.one((str(size), NUMBER_WORDS[size]))
    beep = f"a {tone} Hz beep" if tone != 440 or draw.chance(0.5) else draw.one(("a beep", "a short tone", "a beep"))
    cores: list[Text] = [
        f"[play] {beep} on each of {count} steps whose toggle is on", f"[step] through {count} toggles and [play] {beep} where a toggle is on", f"[work] as a {count} step sequencer with a toggle for each step that plays {beep}",
        f"[play] {beep} at the steps that I switch on with {count} toggles", f"[sequence] {beep} with {count} toggles, one per step,"]
    nouns: list[Text] = [f"a {count} step sequencer with a toggle per step that plays {beep}", f"a {count}-step sequencer of toggles for {beep}", f"{count} toggles as a step sequencer for {beep}"]
    chosen = draw.integer(0, min(size, 4) - 1)
    feeds = [Feed(1, toggles[chosen], "1"), *beat.feeds] if beat.begin else beat.feeds
    checks: list[Holds] = [at_times(beat.source, beat.at(range(chosen + 1)))]
    checks += [at_times(gates[chosen], beat.at([chosen])), sounds(0.0003, 0.6)] if beat.begin else []
    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(*checks), feeds, [beat.source, gates[chosen]], beat.seconds(chosen + 0.5))


SKILLS: dict[str, Skill] = {"stepper": stepper, "set-steps": set_steps, "toggled-steps": toggled_steps}
CORE: tuple[str, ...] = (
    "band_steps/stepper", "band_steps/set-steps", "band_steps/toggled-steps", "sequence_steps/steps-notes", "sequence_steps/arpeggiator", "sequence_steps/arpeggiator-root", "sequence_steps/generative-scale", "sequence_runs/scale-walk", "sequence_runs/sequencer-plain", "sequence_melody/melody-random", "sequence_melody/melody-random-range", "sequence_melody/melody-random-scale",
    "sequence_melody/sequence-given-notes", "sequence_melody/sequence-scale", "sequence_melody/arpeggio", "sequence_melody/melody-random-bass", "sequence_layers/step-sliders", "sequence_layers/canon", "sequence_layers/chord-progression", "sequence_ambient/progression-any", "sequence_ambient/ambient", "sequence_ambient/theremin",
)  # fmt: skip
