"""Whether a patch sounds, why not, and what hurts, in words."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Place
from patchgen.report.explain import Explanation
from patchgen.report.measure import Measured, Tap
from patchgen.report.silence import Sound
from patchgen.report.trouble import Trouble, Verdict

DSP = "First of all: DSP must be on (Media menu, or the DSP switch in Pd's window)."

DSP_HERE = "First of all: DSP must be on. {box} in the patch switches it."

DSP_BY_ITSELF = "The patch switches DSP on by itself."

VERDICTS = {
    Verdict.SOUNDS: "Sound comes by itself.",
    Verdict.WAITS: "Silent until somebody plays it.",
    Verdict.SILENT: "Silent, whatever anybody does.",
    Verdict.NO_OUTPUT: "It sends no sound anywhere.",
}

ASIDE = "What is silent all the same, or could be better:"

MOST_TROUBLES = 8

MOST_TAPS = 12

MOST_LOUD = 3


def sound_lines(explanation: Explanation) -> Iterator[str]:
    """The verdict, the troubles, what was heard, what hurts."""
    sound = explanation.sound
    if sound.verdict is not Verdict.NO_OUTPUT:
        yield dsp_line(sound)
    yield verdict_line(explanation)
    if sound.verdict is Verdict.SOUNDS and sound.troubles:
        yield ASIDE
    for number, found in enumerate(sound.troubles[:MOST_TROUBLES], start=1):
        yield f"{number}. {trouble_line(found)}"
    if len(sound.troubles) > MOST_TROUBLES:
        yield f"and {len(sound.troubles) - MOST_TROUBLES} more of the kind"
    if explanation.measured is not None:
        yield from measured_lines(explanation, explanation.measured)
    for finding in explanation.loudness[:MOST_LOUD]:
        where = place_words(finding.place, canvas_name(explanation, finding.place))
        hint = f" {finding.hint}" if finding.hint else ""
        yield f"Loud or clicking: {finding.message} ({where}).{hint}"


def dsp_line(sound: Sound) -> str:
    """The first thing to check."""
    if sound.is_dsp_switched:
        return DSP_BY_ITSELF
    return DSP_HERE.format(box=sound.dsp_switches[0]) if sound.dsp_switches else DSP


def verdict_line(explanation: Explanation) -> str:
    """What can be heard, as far as it can be known."""
    sound = explanation.sound
    said = VERDICTS[sound.verdict]
    if explanation.is_abstraction and sound.verdict is Verdict.WAITS:
        said = "Silent until something comes in or somebody plays it."
    if sound.unknown:
        said = f"{said[:-1]}, as far as can be known without {', '.join(sound.unknown[:3])}."
    return said


def trouble_line(found: Trouble) -> str:
    """A trouble with its place and its remedy."""
    return f"{found.message} ({place_words(found.place, found.canvas)}). {found.fix}"


def place_words(place: Place, canvas: str = "") -> str:
    """A place in words: the box by its number from 0, and the subpatch it is in."""
    box = "the whole" if place.box is None else f"box {place.box}"
    return f"{box} in {canvas}" if canvas else box


def canvas_name(explanation: Explanation, place: Place) -> str:
    """The name of the canvas of a place; empty for the patch itself."""
    named = (sub.name for sub in explanation.subpatches if sub.place.canvas == place.canvas)
    return next(named, "")


def measured_lines(explanation: Explanation, heard: Measured) -> Iterator[str]:
    """What Pd let be heard."""
    result = "silence" if heard.is_silent else "sound"
    yield f"Heard in Pd, in the first second and with nobody at the controls: {result}."
    shown = heard.taps[:MOST_TAPS]
    if shown:
        yield "  " + ", ".join(f"{tap.box} {level(tap)}" for tap in shown)
    if heard.is_silent:
        for tap in heard.first_silent[:3]:
            where = place_words(tap.place, canvas_name(explanation, tap.place))
            yield f"  The first silent box on the way is {tap.box} ({where})."
    for finding in heard.findings:
        if finding.code != "sound-silent":
            yield f"  {finding.message}. {finding.hint}"
    for complaint in heard.complaints[:3]:
        yield f"  Pd says: {complaint}"


def level(tap: Tap) -> str:
    """How loud a box is."""
    if tap.is_silent:
        return "silent"
    return "still" if tap.decibels is None else f"{tap.decibels:g} dB"
