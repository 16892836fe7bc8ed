"""Effects that can be put into the way of a sound, as small patches between an inlet and outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from patchgen.domains.patch.codec import decode
from patchgen.domains.patch.edits.quantity import Quantity, measured
from patchgen.errors import EditUnclear
from patchgen.pd.atoms import number_text
from patchgen.pd.model import Canvas


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect with what can be said about it."""

    words: str
    """Patterns, any of which names it."""
    notation: str
    """`NAME` stands for a name of its own, `{0}` for its first setting."""
    settings: tuple[tuple[str, float], ...] = ()
    """Unit and usual value of each."""


EFFECTS = {
    "lowpass": Effect(
        r"(?:resonant )?lowpass(?: filter)?|highcut|lop~|filter",
        "2 lop~ {0} < 1\n3 outlet~ < 2\n", (("hz", 1000),),
    ),
    "highpass": Effect(
        r"highpass(?: filter)?|lowcut|hip~", "2 hip~ {0} < 1\n3 outlet~ < 2\n", (("hz", 200),),
    ),
    "bandpass": Effect(
        r"bandpass(?: filter)?|bp~|resonator", "2 bp~ {0} {1} < 1\n3 outlet~ < 2\n",
        (("hz", 1000), ("", 5)),
    ),
    "volume": Effect(
        r"(?:volume|gain|level|amplitude)(?: (?:control|stage|reduction|adjustment))?|\*~"
        r"|amplifier|attenuator|attenuation",
        "2 *~ {0} < 1\n3 outlet~ < 2\n", (("gain", 0.5),),
    ),
    "limiter": Effect(
        r"(?:hard )?limiter|clipper|clipping|clip~", "2 clip~ -{0} {0} < 1\n3 outlet~ < 2\n",
        (("gain", 1),),
    ),
    "distortion": Effect(
        r"distortion|overdrive|fuzz|saturation|drive",
        "2 *~ {0} < 1\n3 clip~ -1 1 < 2\n4 *~ 0.5 < 3\n5 outlet~ < 4\n", (("", 5),),
    ),
    "echo": Effect(
        r"echo(?:es)?|delay|delayline|delay effect|echo effect|feedback delay",
        "2 delwrite~ NAME {0:up} < 1 4\n3 delread~ NAME {0}\n4 *~ {1} < 3\n5 outlet~ < 1 4\n",
        (("ms", 300), ("gain", 0.4)),
    ),
    "reverb": Effect(
        r"reverb|reverberation|reverb effect|room|hall",
        "2 delwrite~ NAMEa 200 < 1 7\n3 delwrite~ NAMEb 200 < 1 8\n"
        "4 delread~ NAMEa 43.7\n5 delread~ NAMEb 59.3\n6 lop~ 4000 < 4 5\n"
        "7 *~ {0} < 5\n8 *~ {0} < 4\n9 *~ 0.4 < 6\n10 *~ 0.7 < 1\n11 outlet~ < 10 9\n",
        (("gain", 0.7),),
    ),
    "tremolo": Effect(
        r"tremolo|amplitude modulation",
        "2 osc~ {0}\n3 *~ 0.5 < 2\n4 +~ 0.5 < 3\n5 *~ < 1 4>1\n6 outlet~ < 5\n", (("hz", 5),),
    ),
    "ringmodulator": Effect(
        r"ringmodulator|ringmod", "2 osc~ {0}\n3 *~ < 1 2>1\n4 outlet~ < 3\n", (("hz", 200),)
    ),
    "chorus": Effect(
        r"chorus(?: effect)?|vibrato",
        "2 delwrite~ NAME 100 < 1\n3 osc~ {0}\n4 *~ 3 < 3\n5 +~ 20 < 4\n6 delread4~ NAME < 5\n"
        "7 *~ 0.5 < 1 6\n8 outlet~ < 7\n",
        (("hz", 0.8),),
    ),
    "flanger": Effect(
        r"flanger",
        "2 delwrite~ NAME 100 < 1\n3 osc~ {0}\n4 *~ 2 < 3\n5 +~ 4 < 4\n6 delread4~ NAME < 5\n"
        "7 *~ 0.5 < 1 6\n8 outlet~ < 7\n",
        (("hz", 0.3),),
    ),
    "dcblock": Effect(r"dc[ -]?(?:block(?:er)?|filter|removal)", "2 hip~ 5 < 1\n3 outlet~ < 2\n"),
    "bitcrusher": Effect(
        r"bit ?crusher|bit ?reduction",
        "2 *~ 8 < 1\n3 wrap~ < 2\n4 -~ < 2 3>1\n5 *~ 0.125 < 4\n6 outlet~ < 5\n"
    ),
}  # fmt: skip
"""In the notation of the house; line 1 is the inlet, the last line the outlet."""


def effect_named(text: str) -> str | None:
    """The effect that the words name."""
    words = text.strip().lower()
    found = (key for key, effect in EFFECTS.items() if re.fullmatch(effect.words, words))
    return next(found, None)


def effect_patch(effect: str, amounts: tuple[Quantity, ...], name: str) -> Canvas:
    """The effect with its settings: box 0 is its inlet, the last one its outlet."""
    made = EFFECTS[effect]
    values = [value for _, value in made.settings]
    free = list(range(len(values)))
    for amount in amounts:
        place = next((i for i in free if fits(amount, made.settings[i][0])), None)
        if place is None:
            told = f"{number_text(amount.value)} {amount.unit}".strip()
            raise EditUnclear(
                f"the {effect} has no setting for {told}",
                hint=f"Say it without; it can be given {settings_of(made)}.",
            )
        values[place] = measured(amount, made.settings[place][0])
        free.remove(place)
    text = f"1 inlet~\n{made.notation}".replace("NAME", name)
    for place, value in enumerate(values):
        text = text.replace(f"{{{place}:up}}", number_text(max(1000.0, 2 * value)))
        text = text.replace(f"{{{place}}}", number_text(value))
    return decode(text)


CALLED = {"hz": "a frequency", "ms": "a time", "gain": "a gain", "": "a number"}


def settings_of(effect: Effect) -> str:
    """What can be said of an effect."""
    return " and ".join(CALLED[unit] for unit, _ in effect.settings) or "nothing"


def fits(amount: Quantity, unit: str) -> bool:
    """Whether a setting may count in the unit of the amount."""
    if not amount.unit:
        return True
    return amount.unit in {
        "hz": ("hz", "midi"),
        "ms": ("ms", "bpm"),
        "gain": ("db", "%", "gain"),
        "": ("q",),
    }.get(unit, ())
