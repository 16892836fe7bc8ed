"""Skills: sequencers and melodies of many parts: notes, clock, switch, voice, envelope, filter, echo, level."""

from __future__ import annotations

from collections.abc import Callable

from patchgen.headless.probe import Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_time import at_times, numbers
from patchgen_training.skills.parts_rows import (
    Row,
    arpeggio,
    given,
    overtones,
    per_step,
    random_hertz,
    random_notes,
    random_scale,
    walk,
)
from patchgen_training.skills.parts_sound import echo, filtering, output, ringing, tremolo, voice
from patchgen_training.skills.parts_stage import Stage, finished
from patchgen_training.skills.parts_start import Beat, clock
from patchgen_training.skills.sketch import Cord, Handle

Making = Callable[[Stage, Beat], Row]
Signal = Handle | Cord
LATER = {"filter": filtering, "echo": echo, "tremolo": tremolo}


def played(draw: Draw, making: Making, must: tuple[str, ...], optional: tuple[str, ...], clocked: str, ending: str) -> Example:
    """A row of notes on a clock through a chain of parts, always in the same order."""
    stage = Stage(draw)
    event = "note" if making in (arpeggio, random_notes, random_scale, random_hertz, overtones) else draw.one(("step", "step", "note"))
    beat = clock(stage, event=event, kind=clocked, start="toggle" if clocked or draw.chance(0.7) else draw.one(("toggle", "buttons")))
    row = making(stage, beat)
    chosen = (*must, *draw.some([part for part in optional if part not in must], draw.one((0, 0, 1, 1, 2))))
    sound: Signal = voice(stage, row.pitch, always="voice" in must)
    if "filter" in chosen:
        sound = filtering(stage, sound)
    if "envelope" in chosen:
        sound = ringing(stage, sound, row.pitch, event=event, numeric=True)
    for part in ("tremolo", "echo"):
        if part in chosen:
            sound = LATER[part](stage, sound)
    output(stage, sound, ending)
    steps = 5 if beat.period < 350 else 3
    stage.seconds = beat.lasts(steps - 0.5)
    stage.watch.append(row.pitch)
    stage.checks += [at_times(row.pitch, beat.at(range(steps))), lambda seen: right(row, seen)]
    return finished(stage, row.head)


def right(row: Row, seen: Observation) -> bool:
    """The frequencies are the wanted ones."""
    return row.fits(numbers(seen, row.pitch))


def of(making: Making, *must: str, optional: tuple[str, ...] = ("envelope", "filter", "echo", "tremolo"), clocked: str = "", ending: str = "") -> Skill:
    """A skill that always has the named parts and some of the others."""
    return lambda draw: played(draw, making, must, optional, clocked, ending)


SKILLS: dict[str, Skill] = {
    "steps-hertz-sliders": of(per_step("hertz"), "voice", "envelope", optional=("echo",)),
    "steps-hertz-sliders-plain": of(per_step("hertz"), optional=("envelope",)),
    "steps-hertz-sliders-filtered": of(per_step("hertz"), "filter", optional=("envelope",)),
    "steps-hertz-sliders-ms": of(per_step("hertz"), "envelope", clocked="ms", ending="volume"),
    "steps-note-sliders": of(per_step("notes"), "voice", "envelope", optional=("echo",)),
    "steps-note-sliders-tempo": of(per_step("notes"), "envelope", clocked="tempo"),
    "steps-note-sliders-plain": of(per_step("notes"), optional=("envelope",)),
    "steps-note-boxes": of(per_step("boxes"), "envelope"),
    "steps-note-boxes-plain": of(per_step("boxes")),
    "steps-hertz-boxes": of(per_step("hertz-boxes"), optional=("envelope", "filter")),
    "steps-interval": of(per_step("hertz"), "envelope", clocked="interval"),
    "given-letters": of(given("letters")), "given-letters-envelope": of(given("letters"), "voice", "envelope"), "given-letters-ms": of(given("letters"), "envelope", clocked="ms"),
    "given-letters-bpm": of(given("letters"), "voice", "envelope", clocked="bpm"), "given-letters-filter": of(given("letters"), "voice", "filter", "envelope"), "given-letters-echo": of(given("letters"), "envelope", "echo"),
    "given-midi": of(given("midi")), "given-midi-envelope": of(given("midi"), "voice", "envelope"), "given-midi-tempo": of(given("midi"), "envelope", clocked="tempo", ending="volume"),
    "given-hertz": of(given("hertz")), "given-hertz-envelope": of(given("hertz"), "envelope", clocked="ms"),
    "random-notes": of(random_notes), "random-notes-envelope": of(random_notes, "voice", "envelope"), "random-notes-full": of(random_notes, "envelope", "echo", clocked="tempo", ending="volume"),
    "random-hertz": of(random_hertz), "random-hertz-envelope": of(random_hertz, "voice", "envelope", clocked="ms"), "random-scale": of(random_scale), "random-scale-full": of(random_scale, "voice", "envelope", "filter"),
    "arpeggio": of(arpeggio), "arpeggio-envelope": of(arpeggio, "voice", "envelope"), "arpeggio-full": of(arpeggio, "voice", "filter", "envelope", ending="volume"), "walk": of(walk), "walk-envelope": of(walk, "voice", "envelope"), "overtones": of(overtones, optional=("envelope", "echo")),
}  # fmt: skip
CORE: tuple[str, ...] = (
    "steps-hertz-sliders", "steps-hertz-sliders-ms", "steps-note-sliders", "steps-note-boxes", "given-letters-envelope", "given-letters-ms", "given-letters-bpm", "given-midi-envelope", "random-notes-envelope", "random-scale-full", "arpeggio-full", "steps-interval",
)  # fmt: skip
