"""Notes, scales and chords, and how players name them."""

from __future__ import annotations

from patchgen_training.skills.draw import Draw

ROOTS = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
ALIASES = {"C#": ("C#", "Db", "C sharp"), "Eb": ("Eb", "D#", "E flat"), "F#": ("F#", "Gb", "F sharp"),
           "Ab": ("Ab", "G#", "A flat"), "Bb": ("Bb", "A#", "B flat")}
SCALES = {
    "major": (0, 2, 4, 5, 7, 9, 11),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "pentatonic": (0, 2, 4, 7, 9),
    "major pentatonic": (0, 2, 4, 7, 9),
    "minor pentatonic": (0, 3, 5, 7, 10),
    "blues": (0, 3, 5, 6, 7, 10),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "phrygian": (0, 1, 3, 5, 7, 8, 10),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
    "harmonic minor": (0, 2, 3, 5, 7, 8, 11),
    "whole tone": (0, 2, 4, 6, 8, 10),
}
USUAL_SCALES = ("major", "major", "minor", "minor", "pentatonic", "pentatonic", "major pentatonic", "minor pentatonic",
                "minor pentatonic", "blues", "dorian", "phrygian", "lydian", "mixolydian", "harmonic minor", "whole tone")
CHORDS = {
    "major": (0, 4, 7), "minor": (0, 3, 7), "diminished": (0, 3, 6), "augmented": (0, 4, 8), "sus4": (0, 5, 7), "sus2": (0, 2, 7),
    "major seventh": (0, 4, 7, 11), "minor seventh": (0, 3, 7, 10), "dominant seventh": (0, 4, 7, 10),
}
USUAL_CHORDS = ("major",) * 6 + ("minor",) * 6 + tuple(CHORDS)
CHORD_SIGNS = {"major": "", "minor": "m", "diminished": "dim", "augmented": "aug", "sus4": "sus4", "sus2": "sus2",
               "major seventh": "maj7", "minor seventh": "m7", "dominant seventh": "7"}


def root_name(draw: Draw, pitch: int) -> str:
    """The letter of a note, sharp or flat."""
    root = ROOTS[pitch % 12]
    return draw.one(ALIASES.get(root, (root,)))


def note_name(draw: Draw, pitch: int) -> str:
    """`C4` for 60."""
    root = ROOTS[pitch % 12]
    return f"{draw.one(ALIASES.get(root, (root,))[:2])}{pitch // 12 - 1}"


def root(draw: Draw) -> int:
    """The lowest note of a scale or chord, from middle C to the B above; C most often."""
    return 60 if draw.chance(0.3) else 60 + draw.integer(0, 11)


def indefinite(name: str) -> str:
    """`an` before A, E and F, as they are spoken."""
    return "an" if name[0] in "AEF" else "a"


def scale_name(draw: Draw, pitch: int, scale: str) -> str:
    """`C minor pentatonic`."""
    return f"{root_name(draw, pitch)} {scale}"


def chord_name(draw: Draw, pitch: int, chord: str) -> str:
    """`a C minor chord`, `Cm`, `the chord C minor`."""
    name = root_name(draw, pitch)
    sign = CHORD_SIGNS[chord]
    article = indefinite(name)
    forms = [f"{article} {name} {chord} chord", f"{article} {name} {chord} chord", f"the {name} {chord} chord", f"the chord {name} {chord}"]
    if chord in ("major", "minor"):
        forms += [f"{article} {name} {chord} triad"]
    return draw.one((*forms, f"{article} {name}{sign} chord") if " " not in name else forms)


def hertz(note: float) -> float:
    """The frequency of a MIDI note."""
    return float(440 * 2 ** ((note - 69) / 12))
