"""Skills: arpeggios over typed and played notes, melodies whose next note depends on the last, scales over octaves, two loops of different lengths."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.audio_scene import Scene
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_audio import Trial
from patchgen_training.skills.expect_time import numbers
from patchgen_training.skills.sequence_notes import counter, pick
from patchgen_training.skills.sequence_theory import SCALES, hertz, root_name
from patchgen_training.skills.sketch import Handle
from patchgen_training.skills.sound2_probe import begun
from patchgen_training.skills.sound_stage import finished, level, named
from patchgen_training.skills.sound_words import Control, Request
from patchgen_training.skills.time_clock import every


@dataclass(frozen=True, slots=True)
class Beat:
    """A metro with its toggle: milliseconds between steps, and the pace in words."""

    source: Handle
    switch: Handle
    period: float
    pace: Callable[[], str]

    def seconds(self, steps: float) -> float:
        """How long so many steps last."""
        return (10 + self.period * steps) / 1000


def beat(scene: Scene, unsaid: int = 250, noun: str = "note") -> Beat:
    """Steps in ms, in bpm, or unsaid."""
    draw = scene.draw
    kind = draw.one(("ms", "bpm", "bpm", "unsaid"))
    bpm, time = draw.one((60, 80, 90, 100, 110, 120, 120, 130, 140, 160, 180, 240)), draw.one((100, 125, 150, 200, 250, 300, 400, 500))
    switch = scene.add('tgl "on"')
    if kind == "bpm":
        ways = (f"at {bpm} bpm", f"at a tempo of {bpm} bpm", f"at {bpm} beats per minute", f"in tempo {bpm}", f"with {bpm} BPM")
        return Beat(scene.add(f"metro 1 {bpm} permin", switch), switch, 60000 / bpm, named(draw, ways))
    if kind == "ms":
        return Beat(scene.add(f"metro {time}", switch), switch, time, lambda: draw.one((every(draw, time), f"with one {noun} {every(draw, time)}", f"one {noun} {every(draw, time)}")))
    return Beat(scene.add(f"metro {unsaid}", switch), switch, unsaid, lambda: "")


def played_notes(scene: Scene, request: Request, steps: Beat, pitches: Sequence[Handle], fits: Callable[[Sequence[Sequence[float]]], bool], count: float, feeds: Sequence[Feed] = ()) -> Example:
    """The example whose frequencies are watched while the toggle is on."""
    trial = Trial([*feeds, Feed(10, steps.switch, "1")], steps.seconds(count), sounds(0.001, 0.6))
    example = finished(scene, request, trial)

    def right(seen: Observation) -> bool:
        return fits([[value for value in numbers(seen, pitch) if value > 20] for pitch in pitches])

    checks: list[Holds] = [right, example.holds]
    return replace(example, watch=list(pitches), holds=all_of(*checks))


def is_row(found: Sequence[float], notes: Sequence[float]) -> bool:
    """The frequencies are these notes over and over."""
    return len(found) >= len(notes) and all(abs(value / hertz(notes[i % len(notes)]) - 1) < 0.002 for i, value in enumerate(found))


def ending(draw: Draw) -> str:
    """The level at the end."""
    return draw.one(("unsaid", "unsaid", "volume"))


TYPED = (
    "plays the MIDI notes of {count} number boxes one after another in a loop {e}", "arpeggiates the notes that the user types into {count} number boxes {e}", "repeats an arpeggio of {count} MIDI notes, each entered in its own number box, {e}", "takes {count} MIDI note numbers from number boxes and plays them in turn over and over {e}",
    "steps through {count} number boxes with MIDI notes and plays each one with a sine oscillator {e}", "has {count} number boxes for MIDI notes, converts them to frequencies and plays them cyclically {e}",
)  # fmt: skip
TYPED_THINGS = ("an arpeggiator over {count} typed notes {e}", "an arpeggiator with {count} number boxes for the notes {e}", "a {count}-note sequence whose MIDI notes are typed into number boxes {e}")
TYPED_ASKS = ("I want to type {count} notes into number boxes and hear them as an arpeggio {e}", "how do I play {count} notes that I enter myself as a repeating arpeggio {e}?")
COUNTS = {3: ("three", "3"), 4: ("four", "4"), 5: ("five", "5"), 2: ("two", "2")}
PLAIN = (60, 64, 67, 72, 76)


def arpeggio_typed(draw: Draw) -> Example:
    """Number boxes in a loop; a chord until they are changed."""
    scene = begun(draw)
    count = draw.one((3, 3, 4, 4, 5))
    steps = beat(scene)
    select = scene.add("sel " + " ".join(map(str, range(count))), counter(scene.sketch, steps.source, count))
    boxes = [scene.add(f'number "{i + 1}"') for i in range(count)]
    stores = [scene.add(f"f {PLAIN[i]}", scene.into(0, scene.sketch.out(select, i)), scene.into(1, box)) for i, box in enumerate(boxes)]
    pitch = scene.add("mtof", *stores)
    scene.signal = (scene.add("osc~", pitch),)
    controls = [Control("", "toggle"), *level(scene, ending(draw))]
    request = Request(TYPED, TYPED_THINGS, TYPED_ASKS, controls, values={"count": named(draw, COUNTS[count]), "e": steps.pace})
    notes = draw.some(range(50, 80), count)
    feeds = [Feed(2, box, str(note)) for box, note in zip(boxes, notes, strict=True)]
    return played_notes(scene, request, steps, [pitch], lambda found: is_row(found[0], notes), count + 1.5, feeds)


LAST = (
    "arpeggiates the last {count} notes played on a MIDI keyboard {e}", "remembers the last {count} MIDI notes and plays them one after another in a loop {e}", "remembers the last {count} notes that came in from the MIDI keyboard and repeats them as an arpeggio {e}", "plays a repeating arpeggio of the last {count} keys pressed on the MIDI keyboard {e}",
    "stores incoming MIDI notes, always the last {count}, and steps through them over and over {e}",
)  # fmt: skip
LAST_THINGS = ("an arpeggiator for the last {count} notes of my MIDI keyboard {e}", "a MIDI arpeggiator that loops the last {count} notes played {e}")
LAST_ASKS = ("I play a chord of {count} notes on my MIDI keyboard and it should go on as an arpeggio {e}", "how do I make an arpeggiator that takes the last {count} keys I pressed {e}?")


def arpeggio_played(draw: Draw) -> Example:
    """The last notes of a MIDI keyboard in a loop."""
    scene = begun(draw)
    count = draw.one((3, 3, 4))
    source = scene.add("notein")
    note = scene.add("stripnote", source, scene.into(1, scene.sketch.out(source, 1)))
    kept = scene.add("list append " + " ".join(str(note) for note in PLAIN[:count][::-1]), note)
    cut = scene.add(f"list split {count}", kept)
    scene.sketch.connect(cut, kept, inlet=1)
    spread = scene.add("unpack" + " f" * count, cut)
    steps = beat(scene)
    select = scene.add("sel " + " ".join(map(str, range(count))), counter(scene.sketch, steps.source, count))
    stores = [scene.add(f"f {PLAIN[i]}", scene.into(0, scene.sketch.out(select, i)), scene.into(1, scene.sketch.out(spread, count - 1 - i))) for i in range(count)]
    pitch = scene.add("mtof", *stores)
    scene.signal = (scene.add("osc~", pitch),)
    controls = [Control("", "toggle"), *level(scene, ending(draw))]
    request = Request(LAST, LAST_THINGS, LAST_ASKS, controls, values={"count": named(draw, COUNTS[count]), "e": steps.pace})
    notes = draw.some(range(50, 80), count)
    feeds = [Feed(2 + i, source, f"{note} 90 1") for i, note in enumerate(notes)]
    return played_notes(scene, request, steps, [pitch], lambda found: is_row(found[0], notes), count + 1.5, feeds)


CHAINED = (
    "plays a melody of the notes {n} in which the next note depends on the last, that is, {rules}, {e}", "generates a Markov melody {e}, where {rules}", "plays a melody by a Markov chain of {n} {e}, in which {rules}", "chooses each note from the one before it, {rules}, {e}", "walks randomly from note to note {e}, where {rules}",
)  # fmt: skip
CHAINED_THINGS = ("a Markov chain melody of {n} {e} where {rules}", "a melody generator {e} in which {rules}")
CHAINED_ASKS = ("I'd like a Markov melody {e} in which {rules}", "a random melody {e} with these rules: {rules}")


def markov(draw: Draw) -> Example:
    """Three notes, each of which has two that may follow."""
    scene = begun(draw)
    steps = beat(scene)
    notes = sorted(draw.some((60, 62, 64, 65, 67, 69, 71), 3))
    others = {note: tuple(draw.some(notes, 2)) for note in notes}
    state = scene.add(f"f {notes[0]}", steps.source)
    pitch = scene.add("mtof", state)
    select = scene.add("sel " + " ".join(map(str, notes)), state)
    choices = {}
    for i, note in enumerate(notes):
        choices[note] = scene.add("sel 0 1", scene.add("random 2", scene.into(0, scene.sketch.out(select, i))))
    for note in notes:
        sources = [scene.into(0, scene.sketch.out(choices[before], others[before].index(note))) for before in notes if note in others[before]]
        if sources:
            scene.sketch.connect(scene.add(f"msg {note}", *sources), state, inlet=1)
    scene.signal = (scene.add("osc~", pitch),)
    controls = [Control("", "toggle"), *level(scene, ending(draw))]
    by_name = draw.chance(0.6)

    def name(note: int) -> str:
        return root_name(draw, note) if by_name else str(note)

    def rules() -> str:
        follow = draw.one(("{} is followed by {} or {}", "after {} comes {} or {}", "from {} it goes to {} or {}"))
        texts = [follow.format(name(note), *map(name, others[note])) for note in notes]
        return ", ".join(texts[:-1]) + " and " + texts[-1]

    request = Request(CHAINED, CHAINED_THINGS, CHAINED_ASKS, controls, values={"n": lambda: f"{name(notes[0])}, {name(notes[1])} and {name(notes[2])}", "rules": rules, "e": steps.pace})

    def fits(found: Sequence[Sequence[float]]) -> bool:
        heard = [min(notes, key=lambda note: abs(hertz(note) - value)) for value in found[0]]
        return len(heard) >= 6 and all(after in others[before] for before, after in pairwise(heard))

    return played_notes(scene, request, steps, [pitch], fits, 8.5)


OCTAVES = (
    "plays random notes of the {s} scale over {o} octaves {e}", "generates a random melody in {s} with a range of {o} octaves {e}", "chooses a random note of {s} and a random octave out of {o} {e}", "plays a random melody quantised to the {s} scale across {o} octaves {e}", "picks notes by chance from {o} octaves of the {s} scale {e}",
)  # fmt: skip
OCTAVES_THINGS = ("a random melody in {s} over {o} octaves {e}", "a melody generator for the {s} scale with a range of {o} octaves {e}", "random notes of {s} in {o} octaves {e}")
OCTAVES_ASKS = ("I want random notes, only from {s}, over {o} octaves {e}", "random melody, {s}, {o} octaves {e}", "how can I get random notes that always fit {s}, spread over {o} octaves, {e}?")


def scale_octaves(draw: Draw) -> Example:
    """A random degree and a random octave."""
    scene = begun(draw)
    kind, root = draw.one(("major", "minor", "pentatonic", "minor pentatonic", "dorian", "blues", "whole tone")), draw.one((48, 48, 50, 52, 53, 55, 57))
    octaves = draw.one((2, 2, 3, 3, 4))
    steps = beat(scene)
    both = scene.add("t b b", steps.source)
    up = scene.add("* 12", scene.add(f"random {octaves}", scene.into(0, scene.sketch.out(both, 1))))
    degrees = SCALES[kind]
    select = scene.add("sel " + " ".join(map(str, range(len(degrees)))), scene.add(f"random {len(degrees)}", both))
    texts = [scene.add(f"msg {root + step}", scene.into(0, scene.sketch.out(select, i))) for i, step in enumerate(degrees)]
    pitch = scene.add("mtof", scene.add("+", *texts, scene.into(1, up)))
    scene.signal = (scene.add("osc~", pitch),)
    controls = [Control("", "toggle"), *level(scene, ending(draw))]
    request = Request(OCTAVES, OCTAVES_THINGS, OCTAVES_ASKS, controls, values={"s": lambda: f"{root_name(draw, root)} {kind}", "o": named(draw, COUNTS[octaves]), "e": steps.pace})
    allowed = [root + step + 12 * octave for octave in range(octaves) for step in degrees]

    def fits(found: Sequence[Sequence[float]]) -> bool:
        return len(found[0]) >= 8 and len({round(value) for value in found[0]}) > 2 and all(any(abs(value / hertz(note) - 1) < 0.002 for note in allowed) for value in found[0])

    return played_notes(scene, request, steps, [pitch], fits, 10.5)


TWO = (
    "plays two sequences of different lengths at the same time {e}, {a} and {b}", "loops {a} against {b} {e}, each with its own oscillator", "runs a {x}-note sequence ({a}) and a {y}-note sequence ({b}) on the same metro {e}", "lets the notes {a} and the notes {b} repeat independently {e}, so that they shift against each other",
    "steps {e} through {a} with one oscillator and through {b} with another",
)  # fmt: skip
TWO_THINGS = ("two sequencers of different lengths with {a} and {b} {e}", "a {x} against {y} note pattern {e} with {a} and {b}")
TWO_ASKS = ("I want two loops that drift apart: {a} and {b}, {e}", "one sequence with {x} notes ({a}) and one with {y} notes ({b}) on one clock, {e}")


def two_lengths(draw: Draw) -> Example:
    """Two rows of notes on one beat."""
    scene = begun(draw)
    steps = beat(scene)
    sizes = draw.one(((3, 4), (4, 3), (3, 5), (2, 3), (4, 5), (5, 4)))
    rows = [draw.some(span, size) for span, size in zip((range(48, 61), range(62, 80)), sizes, strict=True)]
    pitches = [pick(scene.sketch, counter(scene.sketch, steps.source, len(row)), row) for row in rows]
    scene.signal = (scene.add("*~ 0.5", *[scene.add("osc~", pitch) for pitch in pitches]),)
    controls = [Control("", "toggle"), *level(scene, ending(draw))]

    def said_row(row: Sequence[int]) -> Callable[[], str]:
        return lambda: draw.one((" ".join(map(str, row)), ", ".join(map(str, row))))

    values = {"a": said_row(rows[0]), "b": said_row(rows[1]), "x": named(draw, COUNTS[sizes[0]]), "y": named(draw, COUNTS[sizes[1]]), "e": steps.pace}
    request = Request(TWO, TWO_THINGS, TWO_ASKS, controls, values=values)
    return played_notes(scene, request, steps, pitches, lambda found: is_row(found[0], rows[0]) and is_row(found[1], rows[1]), 6.5)


SKILLS: dict[str, Callable[[Draw], Example]] = {
    "arpeggio-typed": arpeggio_typed,
    "arpeggio-played": arpeggio_played,
    "markov": markov,
    "scale-octaves": scale_octaves,
    "two-lengths": two_lengths,
}

CORE: tuple[str, ...] = ("arpeggio-typed", "scale-octaves", "two-lengths", "sequence_melody/melody-random-scale", "sequence_steps/arpeggiator")
"""Plain requests that deserve more examples than exotic ones."""
