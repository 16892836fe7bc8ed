"""Melodies: a start, a beat, notes, an instrument and a volume, in every combination."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill, Wording, ask, that, thing
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import at_times, numbers
from patchgen_training.skills.sequence_notes import NOTES, Notes
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sequence_voice import Voice, voice
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import Clock, plain, rhythm, spell
from patchgen_training.skills.time_trigger import STARTS
from patchgen_training.skills.time_words import ORDERS, Text, do, does, said

VERBS = ("[play]", "[play]", "[play]", "[generate]", "[generate]", "[create]", "[produce]", "[make]", "[output]")
START_WORDS = {
    "toggle": ("a toggle to start and stop it", "a toggle to turn it on and off", "an on/off toggle", "a toggle to start/stop", "a toggle",
               "a start/stop toggle", "a toggle for on and off", "a toggle that starts and stops it", "an on/off switch"),
    "buttons": ("start and stop buttons", "a start button and a stop button", "buttons to start and stop", "a button to start and a button to stop"),
    "load": ("automatic start on load", "an automatic start when the patch opens", "loadbang to start it automatically"),
}
CAN_START = {
    "toggle": ("can be started and stopped with a toggle", "can be turned on and off with a toggle", "starts and stops with a toggle", "is switched on and off by a toggle"),
    "buttons": ("can be started and stopped with two buttons", "has a start and a stop button", "starts with one button and stops with another"),
    "load": ("starts automatically when the patch is opened", "starts as soon as the patch is loaded", "starts by itself on load"),
}


@dataclass(frozen=True)
class Beat:
    """The pulse of a melody."""

    source: Handle
    period: float
    pace: Sequence[Text]
    """`at 120 bpm`; empty where unsaid."""
    controls: Sequence[Sequence[str]]
    """Having-phrases of its controls."""
    start: str
    is_said: bool
    feeds: Sequence[Feed]


def note_pace(draw: Draw, clock: Clock) -> str:
    """The beat of a melody in words."""
    if clock.unit == "ms":
        each = spell(draw, clock.number)
        return draw.one((f"with a new note every {each}", f"with one note every {each}", f"every {each}", f"with notes {each} apart", f"playing a note every {each}",
                         f"one note per {each}", f"with a note length of {each}", f"a note every {each}")).replace("every a ", "every ").replace("per a ", "per ")
    if clock.unit == "hz":
        number = plain(clock.number)
        return draw.one((f"with {number} notes per second", f"at {number} notes per second", f"at a rate of {number} notes a second", f"{number} notes per second"))
    return clock.said(draw)


def pulse(draw: Draw, sketch: Sketch, tempo: float = 0.25, start: str = "") -> Beat:
    """A metro of fixed or adjustable speed, or of a speed that nobody asked for."""
    start = start or draw.one(("toggle", "toggle", "toggle", "toggle", "buttons", "load"))
    if draw.chance(tempo):
        return slider_pulse(draw, sketch)
    if draw.chance(0.25):
        clock = Clock("250", 250, "ms", 250)
        pace: Sequence[Text] = ()
    else:
        clock = rhythm(draw)
        pace = (lambda: note_pace(draw, clock),)
    source, feeds = STARTS[start](sketch, clock.body)
    is_said = start != "toggle" or draw.chance(0.65)
    return Beat(source, clock.period, pace, [START_WORDS[start]] if is_said else [], start, is_said, feeds)


def slider_pulse(draw: Draw, sketch: Sketch) -> Beat:
    """A toggle and a slider for the tempo, in bpm or in milliseconds."""
    switch = sketch.add('tgl "on"')
    if draw.chance(0.7):
        low, high = draw.one(((40, 240), (60, 200), (40, 200), (60, 180), (60, 240), (30, 300), (80, 160)))
        slider = sketch.add(f'hsl {low} {high} "tempo" init:120')
        period = sketch.add("expr 60000 / $f1", slider)
        source = sketch.add("metro 500", switch, sketch.into(1, period))
        bpm = draw.integer(low, high)
        words: tuple[str, ...] = ("a tempo slider", "adjustable tempo", "a slider for the tempo", "tempo control", "a slider to control the tempo", "a tempo slider", "a bpm slider",
                 f"a tempo slider from {low} to {high} bpm", f"a slider for the tempo ({low}-{high} bpm)", f"a tempo slider between {low} and {high} bpm")
        words = words[7:] if (low, high) != (40, 240) else words
        moved, length = Feed(5, slider, str(bpm)), 60000 / bpm
    else:
        low, high = draw.one(((50, 1000), (100, 1000), (50, 500), (100, 2000)))
        slider = sketch.add(f'hsl {low} {high} "interval" init:250')
        source = sketch.add("metro 250", switch, sketch.into(1, slider))
        words = (f"a slider for the interval from {low} to {high} ms", f"an interval slider ({low} to {high} ms)", f"a slider that sets the time between notes from {low} to {high} ms")
        moved, length = Feed(5, slider, "200"), 200.0
    is_said = draw.chance(0.7)
    return Beat(source, length, (), [START_WORDS["toggle"], words] if is_said else [words], "toggle", is_said, [moved, Feed(10, switch, "1")])


def sentences(draw: Draw, notes: Notes, beat: Beat, tone: Voice) -> list[Wording]:
    """Six to ten ways to ask for the melody."""
    return [one_sentence(draw, notes, beat, tone) for _ in range(draw.integer(6, 10))]


def one_sentence(draw: Draw, notes: Notes, beat: Beat, tone: Voice) -> Wording:
    """One way to ask for it."""
    noun = said(draw.one(notes.nouns))
    compass = said(draw.one(notes.compass)) if notes.compass else ""
    pace = said(draw.one(beat.pace)) if beat.pace else ""
    sound = draw.one(tone.sound) if tone.sound else ""
    extras = [draw.one(words) for words in (*beat.controls, tone.shape, tone.effect, tone.level) if words]
    kind = draw.integer(1, 10)
    if kind <= 2:
        return ask(terse(draw, noun, [compass, pace, sound, *extras]))
    core = " ".join(part for part in (noun, compass, pace, sounding(draw, sound, f"{noun}{compass}{pace}")) if part)
    if kind <= 4:
        return thing(core + joined(draw, core, extras))
    if kind <= 6 and beat.is_said:
        rest = [extra for extra in extras if extra not in START_WORDS[beat.start]]
        clause = f"{draw.one(VERBS)} {core}" + draw.one((", ", " and ")) + draw.one(CAN_START[beat.start])
        clause += draw.one((", with ", ". It should have ", " and has ")) + listed_and(rest) if rest else ""
        return that(does(clause))
    clause = said(f"{draw.one(VERBS)} {core}" + joined(draw, core, extras))
    return ask(draw.one(ORDERS).format(do(clause))) if draw.chance(0.25) else that(does(clause))


def sounding(draw: Draw, sound: str, before: str) -> str:
    """The instrument, with a fitting preposition."""
    if not sound:
        return ""
    return draw.one((f"with {sound}", f"using {sound}", f"on {sound}", f"played by {sound}")) if " with " not in before else draw.one((f"using {sound}", f"on {sound}", f"played by {sound}"))


def joined(draw: Draw, core: str, extras: Sequence[str]) -> str:
    """The controls, after the music."""
    if not extras:
        return ""
    words = listed_and(draw.some(extras, len(extras)) if draw.chance(0.3) else extras)
    return draw.one((f", with {words}", f" and has {words}", f", having {words}", f". It has {words}", f", with {words}")) if " with " in core else draw.one(
        (f" with {words}", f" with {words}", f", with {words}", f" and has {words}", f" and with {words}", f", plus {words}"))


def listed_and(items: Sequence[str]) -> str:
    """One, two and three."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


def terse(draw: Draw, noun: str, parts: Sequence[str]) -> str:
    """Catchwords."""
    words = [part.removeprefix("a ").removeprefix("an ") if draw.chance(0.6) else part for part in parts if part]
    text = ", ".join((noun.removeprefix("a ") if draw.chance(0.6) else noun, *words))
    return draw.one((text, text, f"{text} pls", f"{text} please", f"play {text}", f"i want {text}", f"pd: {text}"))


def heard(notes: Notes, beat: Beat, beats: int) -> Holds:
    """The notes come in time, are the right ones, and sound."""
    begin = 0.0 if beat.start == "load" else 10.0

    def right(seen: Observation) -> bool:
        return notes.fits(numbers(seen, notes.pitch))

    return all_of(at_times(notes.pitch, [begin + beat.period * i for i in range(beats)]), right, sounds(0.003, 0.6))


def melody(kinds: Sequence[str], draw: Draw) -> Example:
    """A melody whose notes come from one of the given sources."""
    sketch = Sketch()
    # An array is filled when the patch opens; a beat that starts then would read it too early.
    start = draw.one(("toggle", "buttons")) if "table" in kinds else ""
    beat = pulse(draw, sketch, start=start)
    notes = NOTES[draw.one(kinds)](draw, sketch, beat.source)
    tone = voice(draw, sketch, notes.pitch, notes.pitch)
    beats = 5 if beat.period < 600 else 3
    return Example(sentences(draw, notes, beat, tone), sketch.text(), heard(notes, beat, beats), tuple(beat.feeds), (notes.pitch,),
                   (10 + beat.period * (beats - 0.5)) / 1000)


def plain_random(draw: Draw) -> Example:
    """The barest random melody: a toggle and perhaps one control more."""
    sketch = Sketch()
    beat = pulse(draw, sketch, tempo=0.3, start="toggle")
    notes = NOTES["random-range"](draw, sketch, beat.source)
    tone = voice(draw, sketch, notes.pitch, slider=0.6)
    return Example(sentences(draw, notes, beat, tone), sketch.text(), heard(notes, beat, 4), tuple(beat.feeds), (notes.pitch,), (10 + beat.period * 3.5) / 1000)


def of(*kinds: str) -> Callable[[Draw], Example]:
    """The skill of playing melodies of these kinds."""
    return partial(melody, kinds)


SKILLS: dict[str, Skill] = widened({
    "melody-random": plain_random,
    "melody-random-range": of("random-range"),
    "melody-random-scale": of("random-scale"),
    "melody-random-given": of("random-given"),
    "melody-random-hertz": of("random-hertz"),
    "melody-random-bass": of("random-bass"),
    "melody-random-walk": of("walk"),
    "sequence-given-notes": of("row"),
    "sequence-scale": of("scale"),
    "sequence-chromatic": of("chromatic"),
    "sequence-harmonics": of("harmonics"),
    "sequence-two-notes": of("two-notes"),
    "sequence-table": of("table"),
    "arpeggio": of("arpeggio"),
})
