"""Skills: drums at a button or on a beat, with their details said or not; metronomes; small kits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from patchgen.headless.probe import Feed
from patchgen_training.skills.audio_units import hertz, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import at_times, crossings, loud_at, quiet_at
from patchgen_training.skills.sequence_drums import DRUMS, drum_machine
from patchgen_training.skills.sequence_notes import counter
from patchgen_training.skills.sequence_phrase import NEVER, enumerated, phrased
from patchgen_training.skills.sequence_start import BUTTON, VOLUME, loud, pulse
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_words import Text


@dataclass(frozen=True, slots=True)
class Hit:
    """A drum built into a patch, its words, and what the prompt says of it."""

    signal: Handle
    nouns: tuple[str, ...]
    """With article."""
    details: Callable[[], str]
    """Such as "with a 200 ms decay"; may be empty."""


Drum = Callable[[Draw, Sketch, Handle], Hit]


def struck(sketch: Sketch, signal: Handle, trigger: Handle, length: int, peak: str = "1") -> Handle:
    """A fall from the peak to 0."""
    return sketch.add("*~", signal, sketch.into(1, sketch.add("line~", sketch.add(f"msg {peak} , 0 {length}", trigger))))


def detailed(draw: Draw, *ways: str) -> Callable[[], str]:
    """One of the ways to say the details."""
    return lambda: f" {draw.one(ways)}"


def nothing() -> str:
    """No details."""
    return ""


def plainly(name: str, *nouns: str) -> Drum:
    """A drum of which nothing is said."""

    def make(draw: Draw, sketch: Sketch, trigger: Handle) -> Hit:
        return Hit(DRUMS[name].build(sketch, [trigger]), nouns or DRUMS[name].nouns, nothing)

    return make


def kick(draw: Draw, sketch: Sketch, trigger: Handle) -> Hit:
    """A sine whose pitch drops."""
    if draw.chance(0.4):
        return plainly("kick")(draw, sketch, trigger)
    high, low, length = (draw.one((120, 150, 180, 220, 250, 300)), draw.one((40, 45, 55, 60)), draw.one((150, 200, 250, 350, 400)))
    body = sketch.add("osc~", sketch.add("line~", sketch.add(f"msg {high} , {low} 80", trigger)))
    signal = struck(sketch, body, trigger, length)
    return Hit(
        signal,
        DRUMS["kick"].nouns,
        detailed(
            draw,
            f"with a pitch falling from {hertz(draw, high)} to {hertz(draw, low)} and a {span(draw, length)} decay",
            f"that sweeps from {high} to {low} Hz and decays in {span(draw, length)}",
            f"(pitch {high} to {low} Hz, decay {span(draw, length)})",
            f"made of a sine that drops from {high} Hz to {low} Hz and dies away in {span(draw, length)}",
        ),
    )


def snare(draw: Draw, sketch: Sketch, trigger: Handle) -> Hit:
    """Noise, with a tone where the prompt names one."""
    if draw.chance(0.5):
        return plainly("snare")(draw, sketch, trigger)
    tone, length = (draw.one((160, 170, 180, 190, 200, 210, 220)), draw.one((100, 120, 150, 180, 200, 250)))
    band = sketch.add("bp~ 1800 1", sketch.add("noise~"))
    both = sketch.add("+~", band, sketch.into(1, sketch.add(f"osc~ {tone}")))
    return Hit(
        struck(sketch, sketch.add("*~ 0.5", both), trigger, length),
        DRUMS["snare"].nouns,
        detailed(draw, f"made of noise and a {hertz(draw, tone)} tone with a {span(draw, length)} decay", f"with a {tone} Hz body and {span(draw, length)} decay", f"(noise plus {hertz(draw, tone)}, {span(draw, length)})"),
    )


def hat(draw: Draw, sketch: Sketch, trigger: Handle) -> Hit:
    """High noise, short or long."""
    kind = draw.one(("closed", "open", "said"))
    if kind != "said":
        return plainly("hat" if kind == "closed" else "open hat")(draw, sketch, trigger)
    cutoff, length = draw.one((5000, 6000, 8000, 9000, 10000)), draw.one((30, 40, 60, 80, 100, 120))
    signal = struck(sketch, sketch.add(f"hip~ {cutoff}", sketch.add("noise~")), trigger, length, "0.5")
    return Hit(
        signal, DRUMS["hat"].nouns, detailed(draw, f"of noise above {hertz(draw, cutoff)} with a {span(draw, length)} decay", f"(high-passed at {hertz(draw, cutoff)}, {span(draw, length)} decay)", f"made of white noise through a high-pass filter at {hertz(draw, cutoff)}, {span(draw, length)} long")
    )


def tom(draw: Draw, sketch: Sketch, trigger: Handle) -> Hit:
    """A sine that drops an octave."""
    if draw.chance(0.4):
        return plainly("tom")(draw, sketch, trigger)
    pitch = draw.one((70, 80, 100, 110, 120, 130, 140, 150, 160, 180))
    body = sketch.add("osc~", sketch.add("line~", sketch.add(f"msg {2 * pitch} , {pitch} 200", trigger)))
    return Hit(struck(sketch, body, trigger, 350), DRUMS["tom"].nouns, detailed(draw, f"tuned to {hertz(draw, pitch)}", f"at {hertz(draw, pitch)}"))


def block(draw: Draw, sketch: Sketch, trigger: Handle) -> Hit:
    """A very short tone."""
    nouns = ("a wood block", "a woodblock", "a rim shot", "a rimshot", "a rim click")
    if draw.chance(0.5):
        return plainly("rim", *nouns)(draw, sketch, trigger)
    pitch = draw.one((800, 900, 1000, 1200, 1500, 1600, 2000))
    level = sketch.add("line~", sketch.add("msg 0.7 , 0 30", trigger))
    return Hit(sketch.add("*~", sketch.add(f"osc~ {pitch}"), sketch.into(1, level)), (*nouns, "a click"), detailed(draw, f"at {hertz(draw, pitch)}", f"of {hertz(draw, pitch)}"))


MAKES: dict[str, Drum] = {"kick": kick, "snare": snare, "hat": hat, "clap": plainly("clap"), "tom": tom, "cowbell": plainly("cowbell"), "block": block}


def words(draw: Draw, hit: Hit) -> tuple[list[Text], list[Text]]:
    """Clauses and nouns for one drum."""

    def noun() -> str:
        return draw.one(hit.nouns) + hit.details()

    cores: list[Text] = [lambda: f"[play] {noun()}", lambda: f"[play] {noun()}", lambda: f"[synthesize] {noun()}", lambda: f"[trigger] {noun()}", lambda: f"[generate] {noun()}", lambda: f"[produce] {noun()}", lambda: f"[create] {noun()}"]
    return cores, [noun, noun, lambda: f"a button for {noun()}" if " drum" in hit.nouns[0] else noun()]


def by_button(make: Drum) -> Skill:
    """A drum at a button."""

    def skill(draw: Draw) -> Example:
        sketch = Sketch()
        button = sketch.add("bng")
        hit = make(draw, sketch, button)
        features = loud(draw, sketch, hit.signal, 0.3)
        cores, nouns = words(draw, hit)
        return Example(phrased(draw, cores, nouns[:2], BUTTON, features), sketch.text(), all_of(quiet_at(0, 8), loud_at(12, 35, 0.003), sounds(0.0003, 0.5), quiet_at(600, 650)), [Feed(10, button, "bang")], (), 0.66)

    return skill


def at_tempo(names: tuple[str, ...]) -> Skill:
    """A drum that repeats."""

    def skill(draw: Draw) -> Example:
        sketch = Sketch()
        beat = pulse(draw, sketch, noun="hit", plain_ms=500)
        hit = MAKES[draw.one(names)](draw, sketch, beat.source)
        features = [*beat.features, *loud(draw, sketch, hit.signal, 0.3)]

        def noun() -> str:
            return draw.one(hit.nouns) + hit.details()

        every = () if beat.when is not NEVER else (" on every beat", " on each beat", " over and over", " again and again", " repeatedly", "")
        tail: Callable[[], str] = lambda: draw.one(every or ("",))  # noqa: E731
        cores: list[Text] = [lambda: f"[play] {noun()}{tail()}", lambda: f"[repeat] {noun()}", lambda: f"[loop] {noun()}", lambda: f"[trigger] {noun()}{tail()}", lambda: f"[play] {noun()} from a metro"]
        nouns: list[Text] = [lambda: f"a loop of {noun()}", lambda: f"{noun()}{tail() if beat.when is NEVER else ' that repeats'}", lambda: f"a repeating {noun().split(' ', 1)[1]}"]
        steps = 4 if beat.period < 600 else 3
        return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(at_times(beat.source, beat.at(range(steps))), loud_at(beat.begin + 2, beat.begin + 30, 0.002), sounds(0.0003, 0.6)), beat.feeds, [beat.source], beat.seconds(steps - 0.5))

    return skill


def metronome(draw: Draw) -> Example:
    """A click, higher on the first beat of a bar where the prompt says so."""
    pitch, size = (draw.one((800, 880, 1000, 1000, 1200, 1500)), draw.one((0, 0, 2, 3, 3, 4, 4, 5, 6)))
    sketch = Sketch()
    beat = pulse(draw, sketch, noun="beat", plain_ms=500)
    if size:
        select = sketch.add("sel 0", counter(sketch, beat.source, size))
        tone = sketch.add("osc~", sketch.add(f"msg {pitch * 2}", select), sketch.add(f"msg {pitch}", sketch.out(select, 1)))
    else:
        tone = sketch.add(f"osc~ {pitch}")
    features = [*beat.features, *loud(draw, sketch, struck(sketch, tone, beat.source, 50), 0.3)]
    click = "" if pitch == 1000 else draw.one((f" with {hertz(draw, pitch)} clicks", f" with a short {hertz(draw, pitch)} tone as its click", f" with a click of {hertz(draw, pitch)}"))
    accent = draw.one((f" accenting the first of {size} beats", f" with an accent every {size} beats", f" with a higher click on the first of {size} beats", f" where the first beat of every {size} is an octave higher")) if size else ""
    cores: list[Text] = [f"[work] as a metronome{click}{accent}", f"[play] a metronome{click}{accent}", f"[click] on every beat{click}{accent}", f"[tick] like a metronome{click}{accent}", f"[play] a short click on each beat{click}{accent}"]
    nouns: list[Text] = [f"a metronome{click}{accent}", f"an audible metronome{click}{accent}", f"a click track{click}{accent}"]
    first = 2 * pitch if size else pitch
    begin = beat.begin
    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(at_times(beat.source, beat.at(range(3))), crossings(first, begin + 1, begin + 30, 0.2), crossings(pitch, begin + beat.period + 1, begin + beat.period + 30, 0.2)), beat.feeds, [beat.source], beat.seconds(2.5))


def on_and_off(draw: Draw) -> Example:
    """One drum on the beat and another off it."""
    low, high = (draw.one(("kick", "kick", "tom", "snare")), draw.one(("hat", "hat", "clap", "open hat", "rim")))
    sketch = Sketch()
    beat = pulse(draw, sketch, noun="step", part=0.5, plain_ms=250, in_beats=True)
    slider = draw.chance(0.4)
    selects = drum_machine(sketch, beat.source, 8, {low: (0, 2, 4, 6), high: (1, 3, 5, 7)}, slider)
    features = [*beat.features, *([VOLUME] if slider else [])]

    def what() -> str:
        one, two = draw.one(DRUMS[low].nouns), draw.one(DRUMS[high].nouns)
        return draw.one((f"{one} on the beat and {two} on the off-beat", f"{one} on every beat and {two} between the beats", f"{one} on each beat with {two} in between", f"{one} on the quarter notes and {two} on the off-beats"))

    cores: list[Text] = [lambda: f"[play] {what()}", lambda: f"[loop] {what()}", lambda: f"[alternate] {what()}" if draw.chance(0.1) else f"[play] {what()}", lambda: f"[make] a simple beat: {what()}"]
    nouns: list[Text] = [lambda: f"a beat with {what()}", lambda: f"a simple groove, {what()},", lambda: f"a drum loop of {what()}"]
    at = beat.at([0, 8])
    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(at_times(selects[0], at), sounds(0.0005, 0.6)), beat.feeds, [selects[0]], beat.seconds(8.5))


def kit(draw: Draw) -> Example:
    """Two to four drums, each with its own button."""
    names = draw.some(("kick", "snare", "hat", "clap", "tom"), draw.one((2, 3, 3, 4)))
    sketch = Sketch()
    buttons, hits = [], []
    for name in names:
        buttons.append(sketch.add(f'bng "{ {"hat": "hihat"}.get(name, name) }"'))
        hits.append(MAKES[name](draw, sketch, buttons[-1]) if draw.chance(0.3) else plainly(name)(draw, sketch, buttons[-1]))
    total = sketch.add("*~ 0.5", *(hit.signal for hit in hits))
    features = loud(draw, sketch, total, 0.5)

    def drums() -> str:
        return enumerated([draw.one(hit.nouns) + hit.details() for hit in hits])

    cores: list[Text] = [lambda: f"[have] buttons for {drums()}", lambda: f"[play] {drums()}, each from its own button", lambda: f"[synthesize] {drums()}, one button each", lambda: f"[trigger] {drums()} with separate buttons", lambda: f"[let] me play {drums()}, each with a button of its own"]
    nouns: list[Text] = [lambda: f"a drum kit with {drums()} on separate buttons", lambda: f"a small drum machine with buttons for {drums()}", lambda: f"a set of buttons that play {drums()}", lambda: f"{len(names)} drum pads: {drums()}"]
    feeds = [Feed(10 + 600 * i, button, "bang") for i, button in enumerate(buttons)]
    checks: Sequence[Callable[..., bool]] = [loud_at(12 + 600 * i, 40 + 600 * i, 0.002) for i in range(len(names))]
    return Example(phrased(draw, cores, nouns, NEVER, features), sketch.text(), all_of(quiet_at(0, 8), *checks, sounds(0.0003, 0.5)), feeds, (), 0.06 + 0.6 * len(names))


SKILLS: dict[str, Skill] = {
    **{f"{name}-button": by_button(drum) for name, drum in MAKES.items()},
    "kick-loop": at_tempo(("kick",)), "drum-loop": at_tempo(tuple(MAKES)), "metronome": metronome,
    "kick-and-hat": on_and_off, "drum-kit": kit,
}  # fmt: skip
