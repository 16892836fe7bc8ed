"""Skills: pitches on buttons, message boxes or keys, and chords with an envelope: each pitch said, with a voice, a decay, a level."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_time import begins, loud_at, quiet_at
from patchgen_training.skills.instrument_keys import KEY_CODES
from patchgen_training.skills.parts_clause import Head, said
from patchgen_training.skills.parts_sound import (
    TONES,
    WAVE_NOUNS,
    Signal,
    echo,
    filtering,
    gate,
    oscillator,
    output,
    ringing,
    voice,
)
from patchgen_training.skills.parts_stage import Stage, finished
from patchgen_training.skills.parts_start import gate_toggle, trigger
from patchgen_training.skills.parts_values import counted, names
from patchgen_training.skills.sequence_phrase import enumerated
from patchgen_training.skills.sequence_theory import hertz

BUTTONS = (
    ("[play] {m} with {n} buttons", "[have] {n} buttons that play {m}", "[play] {m}, each with its own button", "[trigger] {m} with {n} buttons, one for each"), ("{n} buttons that play {m}", "a small instrument with {n} buttons for {m}", "a button instrument for {m}"), ("{n} buttons: {m}",),
)  # fmt: skip
LETTERS = (
    ("[play] {m} with the keys {k} of the computer keyboard", "[play] {m} when the keys {k} are pressed", "[turn] the computer keys {k} into {m}"), ("a keyboard instrument that plays {m} with the keys {k}", "an instrument on the computer keys {k} for {m}"), ("keys {k}: {m}",),
)  # fmt: skip


def chosen_pitches(by: str) -> Skill:
    """Buttons or computer keys, a pitch for each, a voice with a decay."""

    def make(draw: Draw) -> Example:
        stage = Stage(draw)
        size, in_hertz = draw.one((2, 3, 3, 4, 4, 5)), draw.chance(0.5)
        values = sorted(draw.some((110, 150, 200, 220, 250, 262, 300, 330, 350, 392, 400, 440, 500, 523, 550, 600, 660, 700, 880), size)) if in_hertz else sorted(draw.some(range(48, 78), size))
        sources: list[Signal]
        if by == "keys":
            row = draw.one(("asdfg", "qwert", "zxcvb", "12345", "hjklm"))[:size]
            key = stage.add("key")
            select = stage.add("sel " + " ".join(str(KEY_CODES[letter]) for letter in row), key)
            sources = [stage.out(select, i) for i in range(size)]
            stage.feeds.append(Feed(10, key, str(KEY_CODES[row[0]])))
        else:
            row = ""
            buttons = [stage.add(f'bng "{i + 1}"') for i in range(size)]
            sources = [*buttons]
            stage.feeds.append(Feed(10, buttons[0], "bang"))
        messages = [stage.add(f"msg {value}", source) for value, source in zip(values, sources, strict=True)]
        pitch = stage.add("f" if in_hertz else "mtof", *messages)
        sound = ringing(stage, voice(stage, pitch), pitch, event="note", numeric=True)
        if draw.chance(0.3):
            sound = filtering(stage, sound, draw.one(("low", "low-control")))
        if draw.chance(0.25):
            sound = echo(stage, sound)
        output(stage, sound)
        stage.watch.append(pitch)
        stage.checks += [quiet_at(0, 8), loud_at(12, 200, 0.0005), begins(pitch, [float(values[0]) if in_hertz else hertz(values[0])], 0.01)]
        called = enumerated([str(value) for value in values]) if in_hertz or draw.chance(0.4) else enumerated(names(draw, values))
        text = said(draw, f"{called} Hz", f"the frequencies {called} Hz", f"tones of {called} Hz") if in_hertz else said(draw, f"the {'MIDI ' if called[0].isdigit() else ''}notes {called}")
        keys = said(draw, " ".join(row), ", ".join(row), enumerated([*row] or [""]))
        does, things, short = LETTERS if by == "keys" else BUTTONS
        return finished(stage, Head(does, things, short, {"m": text, "n": counted(draw, size), "k": keys}))

    return make


CHORD = (
    ("[play] a chord of {m} with {w}", "[sound] the chord {m} on {w}", "[mix] {w} for each of {m}", "[play] {m} together as a chord, each on {w}"), ("a chord of {m} on {w}", "a chord pad of {m} with {w}", "a chord player for {m} with {w}"), ("chord {m}, {w}",),
)  # fmt: skip


def chord(shape: str) -> Skill:
    """Some notes together: steady, struck or held."""

    def make(draw: Draw) -> Example:
        stage = Stage(draw)
        size, in_hertz = draw.one((3, 3, 3, 4)), draw.chance(0.35)
        base = draw.one((48, 50, 52, 53, 55, 57, 60))
        steps = draw.one(((0, 4, 7), (0, 3, 7), (0, 5, 7), (0, 3, 6))) if size == 3 else draw.one(((0, 4, 7, 11), (0, 3, 7, 10), (0, 4, 7, 10)))
        values = sorted(draw.some((110, 150, 165, 200, 220, 250, 277, 300, 330, 350, 400, 440, 500, 550), size)) if in_hertz else [base + step for step in steps]
        kind = draw.one(TONES)
        bangs: Signal = trigger(stage) if shape == "struck" else 0
        opened = gate_toggle(stage) if shape == "held" else (0, 0)
        voices = [oscillator(stage, kind, argument=str(value if in_hertz else round(hertz(value)))) for value in values]
        sound: Signal = stage.add(f"*~ {round(1 / size, 2):g}", *voices)
        if draw.chance(0.4):
            sound = filtering(stage, sound)
        if bangs:
            sound = ringing(stage, sound, bangs, event="chord")
        if shape == "held":
            sound = gate(stage, sound, *opened)
        output(stage, sound)
        called = enumerated([str(value) for value in values] if in_hertz else names(draw, values))
        text = said(draw, f"{called} Hz", f"the frequencies {called} Hz") if in_hertz else said(draw, f"the notes {called}", f"{called}")
        return finished(stage, Head(*CHORD, {"m": text, "w": said(draw, *WAVE_NOUNS[kind])}))

    return make


SKILLS: dict[str, Skill] = {"buttons": chosen_pitches("buttons"), "keys": chosen_pitches("keys"), "chord-steady": chord("steady"), "chord-struck": chord("struck"), "chord-held": chord("held")}
CORE: tuple[str, ...] = ("buttons", "chord-struck", "chord-held")
