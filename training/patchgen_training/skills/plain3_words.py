"""Short, formal and free sentences for one result: a source, what is done with it, where the result goes, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Wording, ask, that
from patchgen_training.skills.expect import all_of, emits, prints, prints_all, shows
from patchgen_training.skills.logic_speech import AS_IT_IS, CLAIMS, ORDERS, questioned
from patchgen_training.skills.logic_words import Slots, filled, picked
from patchgen_training.skills.math_long import aside
from patchgen_training.skills.math_sources import BOTH, DISPLAY, PRINT, Output, weighted
from patchgen_training.skills.math_verbs import inflect
from patchgen_training.skills.plain_words import WORDS
from patchgen_training.skills.sketch import Cord, Handle, Sketch

SHORT_ENDS: dict[tuple[bool, bool], tuple[str, ...]] = {
    (True, False): ("", "", "", " and show it", ", show it", " and display it", " in a number box", " to a number box"),
    (False, True): (" and print it", " and print", ", print it", ", printed", " to the console", " and log it", ", print the result", " in the console", " and post it"),
    (True, True): (", show and print it", " and show and print it", ", display and print", ", number box and print"),
}  # fmt: skip
TELL: dict[tuple[bool, bool], tuple[str, ...]] = {
    (True, False): ("~show", "~display", "~output", "~give", "~present", "~return"),
    (False, True): ("~print", "~post", "~log", "~print out"),
    (True, True): ("both ~display and ~print", "~show and ~print", "~print and also ~show"),
}
PLACE: dict[tuple[bool, bool], tuple[str, ...]] = {
    (True, False): (" in a number box", " in another number box", "", "", " in a second number box", " on a number box"),
    (False, True): (" to the console", "", " in the Pd console", " to the Pd window", " in the console"),
    (True, True): ("",),
}  # fmt: skip
OUTPUTS: tuple[tuple[Output, float], ...] = ((DISPLAY, 6), (PRINT, 3.5), (BOTH, 1))
LABELS = (
    "result",
    "value",
    "answer",
    "total",
    "out",
    "number",
    "found",
    "y",
)


@dataclass(frozen=True, slots=True)
class Ending:
    """Where the result goes: the words for it, the check, and the boxes to watch."""

    slots: Slots
    holds: Holds
    watch: list[Handle]


def finished(
    draw: Draw, p: Sketch, sources: Sequence[Handle | Cord], values: Sequence[float], tolerance: float = 1e-3, *, only_last: bool = False,
) -> Ending:  # fmt: skip
    """A number box, a print or both; with `only_last` the values before the last one do not matter."""
    output = weighted(draw, OUTPUTS)
    kind = (output.has_display, output.has_print)
    label = draw.one(LABELS) if kind == (False, True) and draw.chance(0.12) else ""
    checks: list[Holds] = []
    watch: list[Handle] = []
    if output.has_display:
        watch.append(p.add("number", *sources))
        checks.append(shows(watch[0], values[-1], tolerance) if only_last else emits(watch[0], values, tolerance))
    if output.has_print:
        p.add(f"print {label}".rstrip(), *sources)
        checks.append(prints(values[-1], tolerance=tolerance) if only_last else prints_all(values, tolerance))
    return Ending(labelled(label) if label else spoken(output, kind), all_of(*checks), watch)


def spoken(output: Output, kind: tuple[bool, bool]) -> Slots:
    """The words for an output without a label."""
    ends = tuple(end for end in output.ends if end)
    silent = ("", "") if "" in output.ends else ()
    return {
        "end": ends, "out": tuple(f"{joint}{end}" for end in ends for joint in (" and ", " and ", ", and ")) + silent * (len(ends) // 2),
        "tail": tuple(f", {tail}" if tail else "" for tail in output.tails), "st": SHORT_ENDS[kind], "tell": TELL[kind], "place": PLACE[kind],
        "so": tuple(f", so that {passive}" for passive in output.passives), "wish": output.wishes,
    }  # fmt: skip


def labelled(label: str) -> Slots:
    """The words for a print with a label."""
    marks = (f'with the label "{label}"', f"with the label {label}", f"labelled {label}", f'with "{label}" in front', f"with the prefix {label}")
    ends = tuple(f"~print {it} {mark}" for it in ("it", "the result", "the result to the console") for mark in marks)
    return {
        "end": ends, "out": tuple(f"{joint}{end}" for end in ends for joint in (" and ", ", and ")), "tail": tuple(f", printed {mark}" for mark in marks),
        "st": tuple(f", print it {mark}" for mark in marks), "tell": ("~print", "~post"), "place": tuple(f" {mark}" for mark in marks),
        "so": tuple(f", so that the result is printed {mark}" for mark in marks), "wish": tuple(f"print it {mark}" for mark in marks),
    }  # fmt: skip


SHORT_FRAMES = ("{}", "{}", "{}", "{}", "{} please", "{} pls", "just {}", "{}, thanks", "{} in pd", "pd: {}", "{}!", "{}, that's all")


def shortened(draw: Draw, text: str) -> str:
    """A short sentence as typed in a hurry."""
    if draw.chance(0.5) or text.endswith("?"):
        return text
    return draw.one(SHORT_FRAMES).format(text)


OUT_MARKS = ("{out}", "{end}", "{so}", "{tell}")


def told(texts: Sequence[str], mark: str, marks: Sequence[str]) -> list[str]:
    """The texts, each with a place for where the result goes; a question keeps its mark at the end."""
    return [
        text if any(one in text for one in marks) else f"{text[:-1]}{mark}?" if text.endswith("?") else f"{text}{mark}"
        for text in texts
    ]


def sentences(
    draw: Draw, slots: Slots, formal: Sequence[str], short: Sequence[str], speech: Sequence[str], counts: tuple[int, int, int] = (6, 3, 3)
) -> tuple[Wording, ...]:  # fmt: skip
    """About half formal clauses with ~verbs, a fifth short ones, the rest orders, wishes and speech."""
    slots = {**WORDS, "it": "it", **slots}
    if "st" in slots and "" not in slots["st"]:
        formal, short, speech = told(formal, "{out}", OUT_MARKS), told(short, "{st}", ("{st}", *OUT_MARKS)), told(speech, "{tail}", ("{tail}", "{wish}", "{st}", *OUT_MARKS))

    def put(text: str, person: str = "base") -> str:
        return inflect(filled(draw, text, slots), "third" if person == "third" else "base").strip()

    found = [that(put(text, "third")) for text in picked(draw, formal, counts[0])]
    found += [ask(shortened(draw, put(text))) for text in picked(draw, short, counts[1])]
    found += [ask(aside(draw, questioned(put(text)), 0.25)) for text in picked(draw, speech, counts[2])]
    front = [text for text in formal if not text.startswith(("{front}", "when", "given", "for "))]
    for text in picked(draw, front or list(formal), 1):
        order = put(text)
        found.append(ask(aside(draw, draw.one(ORDERS if text in front else AS_IT_IS).format(order), 0.15)))
    found.append(ask(draw.one(CLAIMS).format(put(draw.one(formal), "third"))))
    return tuple(dict.fromkeys(wording for wording in found if "  " not in wording.text))


def made(words: Sequence[Wording], p: Sketch, ending: Ending, feeds: Sequence[object], seconds: float = 0.4) -> Example:
    """A finished example."""
    return Example(words, p.text(), ending.holds, tuple(feeds), ending.watch, seconds)  # type: ignore[arg-type]
