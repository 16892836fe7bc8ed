"""Filters as stages of a chain: each with its boxes, its parameters and the words for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from patchgen_training.skills.audio_part import SLIDER_WORDS, Chain, Part
from patchgen_training.skills.audio_units import CUTOFFS, an, hertz, plain
from patchgen_training.skills.expect_audio import Step, brighter, different, moves, quieter
from patchgen_training.skills.sketch import Handle

Stage = Callable[[Chain], Part]


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter with one frequency."""

    name: str
    """`lop~` or `hip~`."""
    nouns: tuple[str, ...]
    does: tuple[str, ...]
    """Extra predicates; {f} is the frequency."""
    bright: str
    """A cutoff that makes noise brighter than 1000 Hz does."""
    closed: str
    """A cutoff that lets hardly anything of a tone through."""


FILTERS: dict[str, Filter] = {
    "low-pass": Filter(
        "lop~",
        ("low-pass filter", "low-pass filter", "lowpass filter", "low pass filter", "lowpass", "low-pass", "LPF"),
        ("removes everything above {f}", "cuts the high frequencies above {f}", "cuts the highs above {f}",
         "filters out frequencies above {f}", "attenuates frequencies higher than {f}"),
        "8000", "10"),
    "high-pass": Filter(
        "hip~",
        ("high-pass filter", "high-pass filter", "highpass filter", "high pass filter", "highpass", "high-pass",
         "HPF"),
        ("removes everything below {f}", "cuts the low frequencies below {f}", "cuts the lows below {f}",
         "filters out frequencies under {f}", "removes the bass below {f}"),
        "8000", "15000"),
}  # fmt: skip

def tried(chain: Chain, control: Handle, kind: Filter) -> Step:
    """Moves a cutoff from 1000 Hz to where a noise gets brighter or a tone gets weaker."""
    if chain.frequency:
        return Step(control, kind.closed, quieter, "1000")
    return Step(control, kind.bright, brighter, "1000")


CUTOFF_WORDS = ("cutoff", "cutoff", "cutoff frequency", "cutoff frequency", "cut-off", "frequency")
PASSING = (
    "passes it through {np}", "applies {np}", "filters it with {np}", "runs it through {np}",
    "sends it through {np}", "processes it with {np}", "routes it through {np}", "feeds it into {np}",
)  # fmt: skip


def spoken(through: list[str], extra: list[str], chain: Chain) -> tuple[str, ...]:
    """Predicates from noun phrases, plus extra ones."""
    return tuple(chain.draw.one(PASSING).format(np=phrase) for phrase in through) + tuple(extra)


def fixed(kind: Filter) -> Stage:
    """The filter at a cutoff the prompt names."""

    def stage(chain: Chain) -> Part:
        draw = chain.draw
        cutoff = draw.one(CUTOFFS)
        chain.mono(f"{kind.name} {plain(cutoff)}")
        through, shorts = [], []
        for _ in range(4):
            noun = draw.one(kind.nouns)
            through += [
                f"{an(noun)} at {hertz(draw, cutoff)}", f"a {hertz(draw, cutoff)} {noun}",
                f"{an(noun)} with a cutoff of {hertz(draw, cutoff)}", f"{an(noun)} set to {hertz(draw, cutoff)}",
                f"{an(noun)} with a {draw.one(CUTOFF_WORDS)} of {hertz(draw, cutoff)}",
            ]  # fmt: skip
            shorts += [f"{noun} {hertz(draw, cutoff)}", f"{noun} at {hertz(draw, cutoff)}"]
        extra = [text.format(f=hertz(draw, cutoff)) for text in kind.does]
        return Part(does=spoken(through, extra, chain), through=tuple(through), short=tuple(shorts))

    return stage


def adjustable_words(chain: Chain, nouns: tuple[str, ...], word: Callable[[], str], box: Callable[[], str]) -> Part:
    """The words for a filter with one parameter on a slider or in a number box."""
    draw = chain.draw
    through, shorts, can = [], [], []
    for _ in range(4):
        noun = draw.one(nouns)
        through += [
            f"{an(noun)} with an adjustable {word()}", f"{an(noun)} with a {word()} {box()}",
            f"{an(noun)} with a {box()} for the {word()}", f"{an(noun)} whose {word()} is set by a {box()}",
            f"{an(noun)} whose {word()} can be changed with a {box()}",
            f"{an(noun)} with {word()} control", f"{an(noun)} with variable {word()}",
            f"{an(noun)} with a control for the {word()}", f"{an(noun)} with controllable {word()}",
        ] if "number" not in box() else [
            f"{an(noun)} with a number box for the {word()}", f"{an(noun)} whose {word()} is set in a number box",
            f"{an(noun)} with a {word()} number box", f"{an(noun)} with its {word()} from a number box",
        ]  # fmt: skip
        shorts += [f"{noun} w/ {word()} {box()}", f"{noun} with {word()} {box()}", f"{noun} ({word()} {box()})"]
        can += [f"change the {word()} with a {box()}", f"set the {word()} with a {box()}"]
        if "number" not in box():
            can += [f"adjust the {word()}", f"sweep the {word()} with a {box()}", f"control the {word()}"]
    bare = tuple(an(noun) for noun in nouns)
    return Part(
        does=spoken(through, [], chain), through=tuple(through), bare=bare, can=tuple(can), short=tuple(shorts)
    )


def cutoff_word(chain: Chain) -> Callable[[], str]:
    """Words for a cutoff."""
    return lambda: chain.draw.one(CUTOFF_WORDS)


def knob(chain: Chain) -> Callable[[], str]:
    """Words for a slider."""
    return lambda: chain.draw.one(SLIDER_WORDS)


def adjustable(kind: Filter) -> Stage:
    """The filter with a cutoff slider."""

    def stage(chain: Chain) -> Part:
        control = chain.add('hsl 50 10000 "cutoff" init:1000')
        chain.mono(kind.name, chain.into(1, control))
        chain.steps.append(tried(chain, control, kind))
        return adjustable_words(chain, kind.nouns, cutoff_word(chain), knob(chain))

    return stage


def ranged(kind: Filter) -> Stage:
    """The filter with a cutoff slider whose range the prompt gives."""

    def stage(chain: Chain) -> Part:
        draw = chain.draw
        low = draw.one((20, 40, 50, 80, 100, 150, 200, 300))
        high = draw.one((2000, 3000, 4000, 5000, 6000, 8000, 10000, 12000, 15000))
        control = chain.add(f'hsl {low} {high} "cutoff" init:1000')
        chain.mono(kind.name, chain.into(1, control))
        chain.steps.append(tried(chain, control, kind))
        through, shorts, can = [], [], []
        for _ in range(4):
            noun, word, box = draw.one(kind.nouns), draw.one(CUTOFF_WORDS), draw.one(SLIDER_WORDS)
            limits = draw.one((f"from {low} to {high} Hz", f"between {low} and {high} Hz",
                               f"from {hertz(draw, low)} to {hertz(draw, high)}", f"({low} to {high} Hz)"))  # fmt: skip
            through += [
                f"{an(noun)} with a {word} {box} {limits}", f"{an(noun)} with its {word} adjustable {limits}",
                f"{an(noun)} whose {word} goes {limits.strip('()')} on a {box}",
            ]  # fmt: skip
            shorts.append(f"{noun}, {word} {box} {low}-{high}")
            can.append(f"move the {word} {limits} with a {box}")
        bare = tuple(an(noun) for noun in kind.nouns)
        does = spoken(through, [], chain)
        return Part(does=does, through=tuple(through), bare=bare, can=tuple(can), short=tuple(shorts))

    return stage


def boxed(kind: Filter) -> Stage:
    """The filter with a cutoff number box; 1000 Hz until something is typed."""

    def stage(chain: Chain) -> Part:
        control = chain.add('number "cutoff"')
        chain.mono(f"{kind.name} 1000", chain.into(1, control))
        chain.steps.append(tried(chain, control, kind))
        return adjustable_words(chain, kind.nouns, cutoff_word(chain), lambda: "number box")

    return stage


BAND_NOUNS = ("band-pass filter", "band-pass filter", "bandpass filter", "band pass filter", "bandpass", "band-pass")
CENTRES = ("centre frequency", "center frequency", "centre frequency", "center", "frequency")


def band(chain: Chain) -> Part:
    """A band-pass at a frequency and Q the prompt names (Q is 5 where it does not)."""
    draw = chain.draw
    centre, quality, named = draw.one(CUTOFFS), draw.one((2, 3, 4, 6, 8, 10, 12, 15, 20)), draw.chance(0.6)
    chain.mono(f"bp~ {plain(centre)} {quality if named else 5}")
    through, shorts = [], []
    for _ in range(4):
        noun, around = draw.one(BAND_NOUNS), hertz(draw, centre)
        if named:
            through += [
                f"{an(noun)} at {around} with a Q of {quality}", f"{an(noun)} centred on {around} with Q {quality}",
                f"{an(noun)} with a {draw.one(CENTRES)} of {around} and a Q of {quality}",
                f"{an(noun)} at {around} with a resonance of {quality}", f"{an(noun)} at {around}, Q {quality}",
            ]  # fmt: skip
            shorts.append(f"{noun} {around} q {quality}")
        else:
            through += [
                f"{an(noun)} at {around}", f"{an(noun)} centred on {around}", f"{an(noun)} around {around}",
                f"{an(noun)} with a {draw.one(CENTRES)} of {around}", f"{an(noun)} centered at {around}",
            ]  # fmt: skip
            shorts.append(f"{noun} {around}")
    return Part(does=spoken(through, [], chain), through=tuple(through), short=tuple(shorts))


def band_adjustable(chain: Chain) -> Part:
    """A band-pass with sliders for the centre frequency and, where the prompt says so, the Q."""
    draw = chain.draw
    centre = chain.add('hsl 50 5000 "centre" init:1000')
    with_quality = draw.chance(0.6)
    steps = [Step(centre, "4500", moves if chain.frequency else brighter, "1000")]
    if with_quality:
        quality = chain.add('hsl 1 50 "Q" init:5')
        chain.mono("bp~", chain.into(1, centre), chain.into(2, quality))
        steps.append(Step(quality, "50", different, "5"))
    else:
        chain.mono("bp~ 1000 5", chain.into(1, centre))
    chain.steps += steps if chain.frequency == 0 else steps[:1]
    if not with_quality:
        return adjustable_words(chain, BAND_NOUNS, lambda: draw.one(CENTRES), knob(chain))
    through, shorts, can = [], [], []
    for _ in range(4):
        noun, around, box = draw.one(BAND_NOUNS), draw.one(CENTRES), draw.one(SLIDER_WORDS)
        width = draw.one(("Q", "Q", "Q factor", "resonance", "bandwidth (Q)", "Q value"))
        through += [
            f"{an(noun)} with adjustable {around} and {width}", f"{an(noun)} with controls for {around} and {width}", f"{an(noun)} with {box}s for {around} and {width}",
            f"{an(noun)} whose {around} and {width} are set by {box}s", f"{an(noun)} with {around} and {width} {box}s",
            f"{an(noun)} with a {box} for the {around} and a {box} for the {width}",
        ]  # fmt: skip
        shorts.append(f"{noun} w/ {around} + {width} {box}s")
        can += [f"change the {around} and the {width} with {box}s", f"control {around} and {width}"]
    bare = tuple(an(noun) for noun in BAND_NOUNS)
    does = spoken(through, [], chain)
    return Part(does=does, through=tuple(through), bare=bare, can=tuple(can), short=tuple(shorts))


RESONANT_NOUNS = ("resonant low-pass filter", "resonant lowpass filter", "resonant lowpass", "resonant low pass filter",
                  "low-pass filter with resonance", "resonant filter", "moog-style low-pass filter")  # fmt: skip


def resonant(chain: Chain) -> Part:
    """A resonant low-pass at a cutoff and Q the prompt names: outlet 1 of [vcf~]."""
    draw = chain.draw
    cutoff, quality = draw.one(CUTOFFS), draw.one((2, 3, 4, 5, 6, 8, 10))
    frequency = chain.add(f"sig~ {plain(cutoff)}")
    handle = chain.mono(f"vcf~ {quality}", chain.into(1, frequency))
    chain.signal = (chain.sketch.out(handle, 1),)
    through, shorts = [], []
    for _ in range(4):
        noun, at = draw.one(RESONANT_NOUNS), hertz(draw, cutoff)
        join = "and" if " with " in noun else "with"
        through += [
            f"{an(noun)} at {at} {join} a Q of {quality}", f"{an(noun)} at {at}, Q {quality}",
            f"{an(noun)} {join} a cutoff of {at} and a resonance of {quality}",
        ]  # fmt: skip
        shorts.append(f"{noun} {at} q{quality}")
    return Part(does=spoken(through, [], chain), through=tuple(through), short=tuple(shorts))


def resonant_adjustable(chain: Chain) -> Part:
    """A resonant low-pass with a cutoff slider and, where the prompt says so, one for the resonance."""
    draw = chain.draw
    cutoff = chain.add('hsl 50 5000 "cutoff" init:1000')
    with_quality = draw.chance(0.5)
    sources = [chain.into(1, cutoff)]
    if with_quality:
        sources.append(chain.into(2, chain.add('hsl 1 20 "resonance" init:5')))
    handle = chain.mono("vcf~ 5" if not with_quality else "vcf~", *sources)
    chain.signal = (chain.sketch.out(handle, 1),)
    if chain.frequency:
        chain.steps.append(Step(cutoff, "10", quieter, "1000"))
    else:
        chain.steps.append(Step(cutoff, "4500", brighter, "1000"))
    if not with_quality:
        nouns = tuple(noun for noun in RESONANT_NOUNS if " with " not in noun)
        return adjustable_words(chain, nouns, cutoff_word(chain), knob(chain))
    if chain.frequency == 0:
        chain.steps.append(Step(cutoff + 1, "20", different, "5"))
    through, shorts, can = [], [], []
    nouns = ("low-pass filter", "lowpass filter", "resonant low-pass filter", "resonant lowpass", "resonant filter")
    for _ in range(4):
        noun, box = draw.one(nouns), draw.one(SLIDER_WORDS)
        word, width = draw.one(CUTOFF_WORDS), draw.one(("resonance", "resonance", "Q"))
        through += [
            f"{an(noun)} with adjustable {word} and {width}", f"{an(noun)} with controls for {word} and {width}", f"{an(noun)} with {box}s for {word} and {width}",
            f"{an(noun)} with {word} and {width} {box}s",
            f"{an(noun)} with a {box} for the {word} and another for the {width}",
        ]  # fmt: skip
        shorts.append(f"{noun} w/ {word} + {width} {box}s")
        can += [f"sweep the {word} and change the {width}", f"control {word} and {width} with {box}s"]
    bare = tuple(an(noun) for noun in nouns[2:])
    does = spoken(through, [], chain)
    return Part(does=does, through=tuple(through), bare=bare, can=tuple(can), short=tuple(shorts))


def notch(chain: Chain) -> Part:
    """A notch at a frequency the prompt names: the sound without its band."""
    draw = chain.draw
    centre = draw.one(CUTOFFS)
    (source,) = chain.signal
    # [vcf~] is in phase with the sound at its centre, so that the two cancel; [bp~] is not.
    inside = chain.add("vcf~ 5", source, chain.into(1, chain.add(f"sig~ {plain(centre)}")))
    chain.signal = (chain.add("-~", source, chain.into(1, inside)),)
    nouns = ("notch filter", "notch filter", "notch", "band-reject filter", "band-stop filter", "bandstop filter")
    through, shorts = [], []
    for _ in range(4):
        noun = draw.one(nouns)
        through += [
            f"{an(noun)} at {hertz(draw, centre)}", f"{an(noun)} centred on {hertz(draw, centre)}",
            f"a {hertz(draw, centre)} {noun}", f"{an(noun)} with a centre frequency of {hertz(draw, centre)}",
        ]  # fmt: skip
        shorts.append(f"{noun} {hertz(draw, centre)}")
    extra = [f"notches out {hertz(draw, centre)}", f"removes a band around {hertz(draw, centre)}"]
    return Part(does=spoken(through, extra, chain), through=tuple(through), short=tuple(shorts))


def steep(chain: Chain) -> Part:
    """Two or three of the same filter in a row."""
    draw = chain.draw
    kind, count, cutoff = FILTERS[draw.one(("low-pass", "high-pass"))], draw.one((2, 2, 3)), draw.one(CUTOFFS)
    for _ in range(count):
        chain.mono(f"{kind.name} {plain(cutoff)}")
    many = {2: "two", 3: "three"}[count]
    through, shorts = [], []
    for _ in range(4):
        noun, at = draw.one(kind.nouns), hertz(draw, cutoff)
        through += [
            f"{many} {noun}s in series at {at}", f"{many} cascaded {noun}s at {at}", f"{many} {noun}s in a row at {at}",
            f"a chain of {many} {noun}s at {at}", f"{an(noun)} at {at}, {many} of them in series",
        ]  # fmt: skip
        shorts.append(f"{count}x {noun} {at}")
    return Part(does=spoken(through, [], chain), through=tuple(through), short=tuple(shorts))


def two_fixed(chain: Chain) -> Part:
    """A high-pass and a low-pass with two frequencies."""
    draw = chain.draw
    low, high = draw.one((100, 150, 200, 250, 300, 400, 500)), draw.one((1500, 2000, 2500, 3000, 4000, 5000, 6000))
    chain.mono(f"hip~ {low}")
    chain.mono(f"lop~ {high}")
    through, shorts = [], []
    for _ in range(4):
        one, two = draw.one(FILTERS["high-pass"].nouns), draw.one(FILTERS["low-pass"].nouns)
        through += [
            f"{an(one)} at {hertz(draw, low)} and {an(two)} at {hertz(draw, high)}",
            f"{an(one)} at {hertz(draw, low)} followed by {an(two)} at {hertz(draw, high)}",
            f"{an(one)} ({hertz(draw, low)}) and then {an(two)} ({hertz(draw, high)})",
        ]
        shorts.append(f"{one} {hertz(draw, low)} > {two} {hertz(draw, high)}")
    extra = [f"keeps only what lies between {hertz(draw, low)} and {hertz(draw, high)}"]
    return Part(does=spoken(through, extra, chain), through=tuple(through), short=tuple(shorts))


def two_adjustable(chain: Chain) -> Part:
    """A high-pass and a low-pass, each with a slider."""
    draw = chain.draw
    low = chain.add('hsl 20 2000 "highpass" init:100')
    high = chain.add('hsl 200 10000 "lowpass" init:3000')
    chain.mono("hip~", chain.into(1, low))
    chain.mono("lop~", chain.into(1, high))
    chain.steps += [Step(low, "15000", quieter, "100"), Step(high, "20", quieter, "3000")]
    through, shorts, can = [], [], []
    for _ in range(4):
        one, two, box = draw.one(FILTERS["high-pass"].nouns), draw.one(FILTERS["low-pass"].nouns), draw.one(SLIDER_WORDS)
        through += [
            f"{an(one)} and {an(two)}, each with a cutoff {box}", f"{an(one)} and {an(two)} with adjustable cutoffs",
            f"an adjustable {one} and an adjustable {two}", f"{an(one)} and {an(two)} with a {box} each",
        ]  # fmt: skip
        shorts.append(f"{one} + {two}, cutoff {box}s")
        can += [f"set both cutoffs with {box}s", "adjust both cutoffs"]
    bare = tuple(f"{an(draw.one(FILTERS['high-pass'].nouns))} and {an(draw.one(FILTERS['low-pass'].nouns))}" for _ in range(3))  # fmt: skip
    does = spoken(through, [], chain)
    return Part(does=does, through=tuple(through), bare=bare, can=tuple(can), short=tuple(shorts))


STAGES: dict[str, Stage] = {
    "low-pass": fixed(FILTERS["low-pass"]), "high-pass": fixed(FILTERS["high-pass"]),
    "low-pass-slider": adjustable(FILTERS["low-pass"]), "high-pass-slider": adjustable(FILTERS["high-pass"]),
    "low-pass-range": ranged(FILTERS["low-pass"]), "high-pass-range": ranged(FILTERS["high-pass"]),
    "low-pass-box": boxed(FILTERS["low-pass"]), "high-pass-box": boxed(FILTERS["high-pass"]),
    "band-pass": band, "band-pass-slider": band_adjustable, "resonant": resonant,
    "resonant-slider": resonant_adjustable, "notch": notch, "steep": steep,
    "two": two_fixed, "two-sliders": two_adjustable,
}  # fmt: skip
