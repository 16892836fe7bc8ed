"""Skills: sounds that a number switches on, chooses or sets off; sounds for two toggles and alternate clicks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from patchgen_training.skills.audio_part import Part
from patchgen_training.skills.audio_scene import Scene, played
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_sources_spoken import Talk, at_end, told
from patchgen_training.skills.audio_sources_voices import HEARD, MIXED, WAVE_SHARE, voice
from patchgen_training.skills.audio_units import an, hertz, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio_time import (
    Check,
    during,
    every,
    has_pitch,
    quiet,
    sounds,
    strikes,
)
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle

LEVELS = ("unsaid",) * 5 + ("volume",) * 3 + ("gain",)
LIMITS = (5, 10, 20, 25, 30, 40, 50, 50, 60, 64, 64, 70, 75, 80, 90, 100, 100, 110, 120, 127, 200, 500)


@dataclass(frozen=True, slots=True)
class Test:
    """A condition on a number."""

    body: Sequence[str]
    """Boxes in a row, the last of which gives 1 or 0."""
    said: Sequence[str]
    """After "when the number"."""
    yes: float
    no: float


def condition(draw: Draw) -> Test:
    """Above, below, equal, between, even, odd."""
    limit, kind = draw.one(LIMITS), draw.one(("above",) * 6 + ("below",) * 3 + ("least", "most", "equal", "between", "even", "odd"))
    said: tuple[str, ...]
    if kind == "above":
        said = ("is greater than {n}", "is above {n}", "is bigger than {n}", "gets above {n}", "passes {n}", "goes over {n}", "exceeds {n}", "is larger than {n}", "is more than {n}", "is higher than {n}", "is over {n}", "rises above {n}", "gets too big (over {n})", "> {n}", "crosses {n}")
        return Test((f"> {limit}",), filled(said, limit), limit + 1, limit - 1)
    if kind == "below":
        said = ("is less than {n}", "is below {n}", "is smaller than {n}", "falls below {n}", "drops under {n}", "is under {n}", "is lower than {n}", "goes below {n}", "< {n}", "gets too small (under {n})")
        return Test((f"< {limit}",), filled(said, limit), limit - 1, limit + 1)
    if kind == "least":
        return Test((f">= {limit}",), filled(("is {n} or more", "is at least {n}", "is greater than or equal to {n}", "reaches {n}", "is {n} or above"), limit), limit, limit - 1)
    if kind == "most":
        return Test((f"<= {limit}",), filled(("is {n} or less", "is at most {n}", "is less than or equal to {n}", "is {n} or below"), limit), limit, limit + 1)
    if kind == "equal":
        return Test((f"== {limit}",), filled(("is {n}", "is exactly {n}", "equals {n}", "is equal to {n}"), limit), limit, limit + 1)
    if kind == "between":
        low, high = sorted(draw.some(LIMITS[1:17:2], 2))
        high = high if high > low else low + 20
        return Test((f"expr $f1 >= {low} && $f1 <= {high}",), tuple(text.format(a=low, b=high) for text in ("is between {a} and {b}", "lies between {a} and {b}", "is in the range {a} to {b}", "is from {a} to {b}", "is at least {a} and at most {b}")), (low + high) // 2, high + 5)
    even = kind == "even"
    return Test(("mod 2", "== 0" if even else "== 1"), (f"is {kind}", f"is an {kind} number", f"i type is {kind}"), 4 if even else 5, 5 if even else 4)


def filled(texts: Sequence[str], limit: int) -> tuple[str, ...]:
    """The texts with the number put in."""
    return tuple(text.format(n=limit) for text in texts)


INPUTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "number": ("number", ("a number", "the number", "a number", "the number i type", "a number in a number box", "the value", "an input number", "the input", "the number in a number box", "the incoming number")),
    "slider": ("hsl 0 127", ("a slider", "the value of a slider", "the slider", "a slider value")),
}


def asked(scene: Scene) -> tuple[Handle, Handle, Sequence[str], Test]:
    """A number, its test and the words for when: the boxes of the number and of the answer."""
    draw = scene.draw
    test = condition(draw)
    slid = test.yes < 127 and test.no < 127 and draw.chance(0.2) and len(test.body) == 1
    body, nouns = INPUTS["slider" if slid else "number"]
    box = scene.add(body)
    answer = box
    for text in test.body:
        answer = scene.add(text, answer)
    whens = []
    for _ in range(12):
        noun, said = draw.one(nouns), draw.one(test.said)
        noun = "the number" if said.startswith("i type") else noun
        whens.append(draw.one(("when {x}", "when {x}", "if {x}", "whenever {x}")).format(x=f"{noun} {said}"))
    return box, answer, whens, test


def while_number(draw: Draw) -> Example:
    """A sound that lasts as long as a number passes a test."""
    scene = Scene(draw)
    box, answer, whens, test = asked(scene)
    chosen = voice(scene, MIXED)
    if draw.chance(0.25):
        time = draw.one((10, 20, 50, 100, 200))
        gate = scene.add("line~", scene.add(f"msg $1 {time}", answer))
        parts = [Part(does=(), having=(f"a {time} ms fade", f"a fade of {time} ms", f"a ramp of {time} ms to avoid clicks"), short=(f"{time} ms fade",))]
    else:
        gate, parts, time = answer, [], 0
    scene.signal = (scene.add("*~", chosen.handle, scene.into(1, gate)),)
    only = [text.replace("when ", "only when ", 1).replace("if ", "only if ", 1) for text in whens[:4]] + [text.replace("when ", "as long as ", 1).replace("if ", "while ", 1) for text in whens[4:7] if not text.startswith("whenever")]
    talk = Talk(
        chosen.noun, ("plays", "plays", "turns on", "turns on", "sounds", "starts", "switches on", "makes"), [*whens, *only], (), parts,
        ("turns {s} on {w} and off otherwise", "plays {s} {w}, otherwise it is silent", "lets {s} through {w}", "switches {s} on {w}, off when not", "gates {s}: it sounds {w}", "turns on {s} {w}"),
        ("{s} that sounds {w}", "{s} that is switched on {w}"),
        ("i need to hear {s} {w}", "{w} i want to hear {s}, otherwise nothing", "{s} must sound {w} and stop when not", "{w} -> {s}", "make {s} audible {w}", "{w} turn on {s}, else silence", "{s} on {w}"),
    )  # fmt: skip
    at_end(scene, talk, LEVELS)
    settle = time / 1000 + 0.01
    feeds = [(0.05, box, str(test.no)), (0.15, box, str(test.yes)), (0.75, box, str(test.no))]
    return told(scene, talk, played(feeds, every(during(0.15 + settle, 0.74, chosen.check), during(0.15 + settle, 0.74, sounds(0.0005)), during(0.75 + settle, 1.1, quiet)), 1.1, 0.15))


def beep_at_number(draw: Draw) -> Example:
    """One sound at the moment when a number comes to pass a test."""
    scene = Scene(draw)
    box, answer, whens, test = asked(scene)
    time = draw.one((100, 150, 200, 250, 300, 300, 400, 500, 800, 1000))
    said = draw.chance(0.5)
    time = time if said else 300
    strike = scene.add("sel 1", scene.add("change", answer))
    chosen = voice(scene, ("tone", "tone", "tone", "tone", "noise", "chord"))
    scene.signal = (scene.add("*~", chosen.handle, scene.into(1, scene.add("line~", scene.add(f"msg 1 , 0 {time}", strike)))),)
    short = draw.one(("short ", "single ", "")) if not said else ""

    def what() -> str:
        noun = chosen.noun()
        if said:
            return noun + draw.one((" that fades out in {t}", " with a decay of {t}", " that dies away in {t}")).format(t=span(draw, time))
        return f"one short burst of {noun}" if chosen.kind == "noise" else f"a {short or 'short '}{noun.split(' ', 1)[1]}" if noun.startswith(("a ", "an ")) else f"one short hit of {noun}"

    talk = Talk(
        what, ("plays", "plays", "triggers", "gives", "sounds"), [text.replace("is ", "gets ", 1) if draw.chance(0.15) and "is above" in text else text for text in whens], (), [],
        ("plays {s} once {w}", "gives a warning, {s}, {w}", "fires {s} at the moment {w}".replace("at the moment ", ""), "triggers {s} once each time {w}".replace("each time ", "")),
        ("a warning sound: {s} {w}", "an alert ({s}) {w}"),
        ("warn me with {s} {w}", "{w} i want to hear {s} once", "{s}, just once, {w}", "i need to hear it {w}: {s}"),
    )  # fmt: skip
    at_end(scene, talk, LEVELS)
    feeds = [(0.05, box, str(test.no)), (0.15, box, str(test.yes))]
    return told(scene, talk, played(feeds, strikes(0.15, 0.15 + 0.92 * time / 1000, 0.003), 0.4 + time / 1000, 0.15))


def one_or_other(draw: Draw) -> Example:
    """One pitch where the test is passed, another where it is not."""
    scene = Scene(draw)
    test, name = condition(draw), draw.one(WAVE_SHARE)
    yes, no = draw.some(tuple(f for f in HEARD if 150 <= f <= 1320), 2)
    if abs(yes / no - 1) < 0.1:
        yes = 2 * no
    box = scene.add("number")
    answer = box
    for text in test.body:
        answer = scene.add(text, answer)
    choose = scene.add("sel 1 0", answer)
    high, low = scene.add(f"msg {yes}", choose), scene.add(f"msg {no}", scene.sketch.out(choose, 1))
    scene.signal = (wave(scene, WAVEFORMS[name], str(no), high, low),)
    word = "tone" if name == "sine" else draw.one(WAVEFORMS[name].nouns[:2])
    talk = Talk(
        lambda: an(word), plain=False,
        does=("plays {y} when the number {c} and {n} when it is not" if "{" not in test.said[0] else "", "plays {s} at {y} if a number {c}, else at {n}", "sets the frequency of {s} to {y} when a number {c} and to {n} otherwise", "plays {s} of {y} if the number {c} and one of {n} if not", "switches the pitch of {s}: {y} when the input {c}, {n} otherwise", "chooses between {y} and {n} for {s}, {y} when the number {c}"),
        nouns=("{s} of {y} when a number {c} and {n} otherwise", "{s} that jumps to {y} when the number {c}, otherwise it plays {n}"),
        asks=("if the number {c} play {y}, otherwise {n}, {o}", "{s}: {y} when the number i type {c}, else {n}", "how do i play {y} if a number {c} and {n} if not, with {s}?", "number {c} -> {y}, else {n} ({o})", "i type a number: if it {c} i hear {y}, if not {n}, {o}"),
        values={"y": lambda: hertz(draw, yes), "n": lambda: hertz(draw, no), "c": lambda: draw.one(test.said[:-1] if len(test.said) == 3 else test.said), "o": lambda: f"{name} wave" if name != "sine" or draw.chance(0.5) else "sine"},
    )  # fmt: skip
    at_end(scene, talk, LEVELS)
    check: Check = every(during(0.12, 0.5, has_pitch(yes, 0.02)), during(0.55, 0.95, has_pitch(no, 0.02)), sounds(0.0005))
    return told(scene, talk, played([(0.1, box, str(test.yes)), (0.52, box, str(test.no))], check, 1.0))


def two_switches(draw: Draw) -> Example:
    """A sound while both toggles, one of two, or exactly one of them are on."""
    scene = Scene(draw)
    kind = draw.one(("and", "and", "and", "or", "xor"))
    one, two = scene.add('tgl "first"'), scene.add('tgl "second"')
    body = {"and": "&&", "or": "||", "xor": "!="}[kind]
    fire = scene.add("t b f", two)
    answer = scene.add(body, one, fire, scene.into(1, scene.sketch.out(fire, 1)))
    chosen = voice(scene, ("tone", "tone", "tone", "noise", "chord"))
    scene.signal = (scene.add("*~", chosen.handle, scene.into(1, answer)),)
    whens = {
        "and": ("only when two toggles are both on", "when both of two toggles are on", "while two toggles are on at the same time", "when toggle one and toggle two are on", "if both toggles are on", "only if two switches are both on"),
        "or": ("when at least one of two toggles is on", "if either of two toggles is on", "when one toggle or the other is on", "while any of two switches is on", "when toggle one or toggle two is on"),
        "xor": ("when exactly one of two toggles is on", "only if one of two toggles is on but not both", "while just one of two switches is on", "when two toggles are different"),
    }[kind]
    talk = Talk(chosen.noun, ("plays", "turns on", "sounds", "starts"), whens, (), [], (), (), ("{s}, {w}", "{w} i hear {s}, otherwise silence", "two toggles: {s} {w}"))
    at_end(scene, talk, LEVELS)
    both_on: Check = quiet if kind == "xor" else sounds(0.0005)
    one_on: Check = quiet if kind == "and" else sounds(0.0005)
    feeds = [(0.1, one, "1"), (0.3, two, "1"), (0.5, one, "0"), (0.7, two, "0")]
    return told(scene, talk, played(feeds, every(during(0.11, 0.29, one_on), during(0.31, 0.49, both_on), during(0.51, 0.69, one_on), during(0.71, 0.8, quiet)), 0.8, 0.1))


def alternating(draw: Draw) -> Example:
    """A button that starts a sound and stops it, or that goes from one pitch to the other."""
    scene = Scene(draw)
    push = scene.add("bng")
    flip = scene.add("tgl", push)
    if draw.chance(0.5):
        chosen = voice(scene, MIXED)
        scene.signal = (scene.add("*~", chosen.handle, scene.into(1, flip)),)
        talk = Talk(
            chosen.noun, plain=False,
            does=("starts {s} with one click and stops it with the next", "turns {s} on and off with the same button", "switches {s} on at the first click of a button and off at the second", "plays {s} until I press the button again", "starts and stops {s} with a single button"),
            nouns=("one button that starts and stops {s}", "{s} with a button that turns it on and off alternately", "a play/stop button for {s}", "a single button to start and stop {s}"),
            asks=("click: {s} starts, click again: it stops", "first press plays {s}, second press stops it", "how do i start and stop {s} with one button?", "same button for start and stop, {s}", "i want to click once to hear {s} and click again to silence it"),
        )  # fmt: skip
        at_end(scene, talk, LEVELS)
        return told(scene, talk, played([(0.1, push, "bang"), (0.6, push, "bang")], every(during(0.12, 0.59, chosen.check), during(0.12, 0.59, sounds(0.0005)), during(0.62, 0.8, quiet)), 0.8, 0.1))
    name = draw.one(WAVE_SHARE)
    one, two = draw.some(tuple(f for f in HEARD[::3] if 150 <= f <= 1320), 2)
    choose = scene.add("sel 1 0", flip)
    pitches = scene.add(f"msg {two}", choose), scene.add(f"msg {one}", scene.sketch.out(choose, 1))
    scene.signal = (wave(scene, WAVEFORMS[name], str(one), *pitches),)
    word = "tone" if name == "sine" else draw.one(WAVEFORMS[name].nouns[:2])
    talk = Talk(
        lambda: an(word), plain=False,
        does=("switches {s} between {a} and {b} with each click", "changes the pitch of {s} from {a} to {b} and back when a button is pressed", "alternates between {a} and {b} each time I click", "plays {s} at {a}, each click switches it to {b} or back"),
        nouns=("{s} with a button that alternates between {a} and {b}", "{s} that jumps between {a} and {b} on every click"),
        asks=("each click changes {s} from {a} to {b} or back", "click to switch {s} between {a} and {b}", "one button, {s}, {a} / {b} by turns"),
        values={"a": lambda: hertz(draw, one), "b": lambda: hertz(draw, two)},
    )  # fmt: skip
    if name != "sine":
        talk.does = [text for text in talk.does if "{s}" in text]
    at_end(scene, talk, LEVELS)
    return told(scene, talk, played([(0.4, push, "bang"), (0.8, push, "bang")], every(during(0.02, 0.39, has_pitch(one, 0.02)), during(0.41, 0.79, has_pitch(two, 0.02)), during(0.81, 1.2, has_pitch(one, 0.02))), 1.2))


def number_sets(draw: Draw) -> Example:
    """A number opens a tone and is its pitch: 0 is silence."""
    scene = Scene(draw)
    chosen = draw.one(WAVE_SHARE)
    box = scene.add('number "frequency"')
    gate = scene.add("> 0", box)
    scene.signal = (scene.add("*~", wave(scene, WAVEFORMS[chosen], "", box), scene.into(1, gate)),)
    word = draw.one(WAVEFORMS[chosen].nouns[:4]) if chosen != "sine" or draw.chance(0.6) else "tone"
    talk = Talk(
        lambda: an(word), plain=False,
        does=("plays {s} at the frequency I type and is silent at 0", "plays {s} whose frequency is typed into a number box, where 0 means silence", "takes a frequency from a number box and plays {s}, zero turns it off"),
        nouns=("{s} with a frequency number box that stops at 0", "{s} whose pitch I type, silent when the number is 0"),
        asks=("i type a frequency and hear {s}, 0 = off", "number box for the frequency of {s}, no sound at 0", "{s}: number = frequency, zero = silence"),
    )  # fmt: skip
    at_end(scene, talk, LEVELS)
    return told(scene, talk, played([(0.1, box, "500"), (0.6, box, "0")], every(during(0.12, 0.59, has_pitch(500)), during(0.61, 0.8, quiet)), 0.8, 0.1))


SKILLS: dict[str, Skill] = widened({
    "while-number": while_number, "beep-at-number": beep_at_number, "one-tone-or-other": one_or_other,
    "two-switches": two_switches, "one-button-start-stop": alternating, "number-zero-silence": number_sets,
})  # fmt: skip
