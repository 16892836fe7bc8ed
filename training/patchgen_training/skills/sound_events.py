"""Skills: one click, one sound: for a time, dying away, swelling; fades in and out; pitches that rise or fall; sirens."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.audio_part import Part
from patchgen_training.skills.audio_scene import Scene, played
from patchgen_training.skills.audio_units import hertz, plain, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example
from patchgen_training.skills.expect_audio_time import (
    contains,
    during,
    every,
    falls,
    glides,
    quiet,
    rises,
    sounds,
    strikes,
)
from patchgen_training.skills.pace_words import CLICK
from patchgen_training.skills.sketch import Handle
from patchgen_training.skills.sound_stage import (
    Voice,
    finished,
    in_hertz,
    level,
    named,
    noise,
    tone,
)
from patchgen_training.skills.sound_words import Control, Fill, Request

LEVELS = ("unsaid", "unsaid", "volume", "volume", "number")


def source(scene: Scene) -> Voice:
    """A tone of any shape, or noise."""
    draw = scene.draw
    if draw.chance(0.2):
        return noise(scene, draw.one(("white", "white", "pink")))
    return tone(scene, draw.one(("fixed", "fixed", "fixed", "steady")), draw.one(("sine", "sine", "sine", "sawtooth", "square", "triangle")))


def spelled(draw: Draw, voice: Voice) -> Fill:
    """The voice with its frequency filled in."""
    return lambda: draw.one(voice.what).replace("{f}", hertz(draw, voice.frequency))


FOR = (
    "plays {what} for {t}", "plays {what} for {t} and then stops it", "turns {what} on and off again after {t}", "lets {what} sound for {t}", "starts {what} and stops it {t} later", "outputs {what} with a length of {t}", "switches {what} on for {t}", "plays {t} of {what}",
)  # fmt: skip
FOR_ASKS = ("I click and want to hear {what} for {t}, then silence", "how do I play {what} for {t} with a button?", "one click = {what}, {t} long", "a button that beeps: {what} for {t}", "press the button, {what} sounds, {t} later it stops by itself")


def for_a_time(draw: Draw) -> Example:
    """A sound of a length at each click."""
    scene = Scene(draw)
    time = draw.one((100, 150, 200, 250, 300, 400, 500, 500, 600, 750, 800, 1000, 1000, 1500, 2000))
    button = scene.add("bng")
    on = scene.add("msg 1", button)
    adjustable = draw.chance(0.25)
    controls: list[Control] = []
    if adjustable:
        time = 500
        control = scene.add('hsl 50 2000 "length" init:500')
        off = scene.add("msg 0", scene.add("delay 500", button, scene.into(1, control)))
        controls.append(Control(draw.one(("length", "duration", "length of the sound")), "slider", draw.one(("", "in ms"))))
    else:
        off = scene.add("msg 0", scene.add(f"delay {time}", button))
    voice = source(scene)
    scene.signal = (scene.add("*~", voice.signal, scene.into(1, on), scene.into(1, off)),)
    controls += level(scene, draw.one(LEVELS))
    end = 0.1 + time / 1000
    check = played([(0.1, button, "bang")], every(during(0.11, end - 0.01, sounds(0.0005)), during(end + 0.01, end + 0.1, quiet)), end + 0.12, 0.1)

    def fit(texts: tuple[str, ...]) -> list[str]:
        return [text.replace(" for {t}", " for an adjustable time").replace(", {t} long", ", as long as I choose").replace(" {t} later", " later").replace(" after {t}", " after an adjustable time").replace("a length of {t}", "an adjustable length").replace("plays {t} of {what}", "plays {what} for an adjustable time") for text in texts] if adjustable else list(texts)

    request = Request(fit(FOR), (), fit(FOR_ASKS), controls, when=CLICK, values={"what": spelled(draw, voice), "t": lambda: span(draw, time)})
    return finished(scene, request, check)


DIES = (
    "plays {what} that fades out in {t}", "plays {what} with a decay of {t}", "starts {what} at full level and lets it die away in {t}", "triggers {what} with an envelope that falls from 1 to 0 in {t}", "lets {what} ring out over {t}", "sounds {what} and fades it to silence within {t}",
    "plays a percussive note, {what} decaying over {t}",
)  # fmt: skip
DIES_ASKS = ("like a plucked string: I click, {what} sounds and fades out in {t}", "how do I make {what} die away in {t} after a click?", "click -> {what}, decay {t}", "each click should give a note of {what} that fades within {t}")
SWELLS = (
    "plays {what} that rises in {a} and falls in {t}", "plays {what} with an attack of {a} and a release of {t}", "triggers an envelope on {what}: up to full level in {a}, down to silence in {t}", "fades {what} in over {a} and out again over {t}", "lets {what} swell for {a} and die away for {t}",
    "shapes {what} with an attack time of {a} and a decay time of {t}",
)  # fmt: skip
SWELLS_ASKS = ("I click and {what} swells for {a}, then fades for {t}", "how do I give {what} an attack of {a} and a release of {t}? A button triggers it", "click -> {what}, attack {a}, decay {t}")


def shaped(swelling: bool) -> Callable[[Draw], Example]:
    """A note with a decay, or an attack and a release, at each click."""

    def skill(draw: Draw) -> Example:
        scene = Scene(draw)
        attack = draw.one((20, 50, 80, 100, 150, 200, 300, 500)) if swelling else 0
        time = draw.one((150, 200, 250, 300, 400, 500, 500, 600, 800, 1000, 1500, 2000))
        button = scene.add("bng")
        envelope = scene.add("vline~", scene.add(f"msg 1 {attack} , 0 {time} {attack}", button)) if swelling else scene.add("line~", scene.add(f"msg 1 , 0 {time}", button))
        voice = source(scene)
        scene.signal = (scene.add("*~", voice.signal, scene.into(1, envelope)),)
        controls = level(scene, draw.one(LEVELS))
        end = 0.1 + (attack + time) / 1000
        request = Request(SWELLS if swelling else DIES, (), SWELLS_ASKS if swelling else DIES_ASKS, controls, when=CLICK, values={"what": spelled(draw, voice), "t": lambda: span(draw, time), "a": lambda: span(draw, attack)})
        return finished(scene, request, played([(0.1, button, "bang")], strikes(0.1, end - 0.02, 0.003), end + 0.15, 0.1))

    return skill


IN = (
    "fades {what} in over {t}", "raises the volume of {what} from silence to full level in {t}", "makes {what} gradually louder within {t}, starting from silence,", "brings {what} in slowly, taking {t},", "lets the level of {what} rise from 0 to 1 in {t}", "turns {what} up smoothly over {t}",
)  # fmt: skip
IN_ASKS = ("how do I fade in {what} over {t} with a button?", "I click and {what} should slowly come in, {t}", "fade in for {what}, {t}, started by a button")
OUT = (
    "fades {what} out over {t}", "lowers the volume of {what} from full level to silence in {t}", "makes {what} gradually quieter within {t} until it is silent,", "lets {what} disappear slowly, taking {t},", "lets the level of {what} fall from 1 to 0 in {t}", "turns {what} down smoothly to nothing over {t}",
)  # fmt: skip
OUT_ASKS = ("how do I fade out {what} over {t} with a button?", "{what} is playing and when I click it should slowly go away, {t}", "fade out for {what}, {t}, started by a button")
SWITCHED = (
    "fades {what} in over {t} when a toggle is switched on and out over {t} when it is switched off", "turns {what} on and off with a toggle, fading over {t} to avoid clicks", "plays {what} while a toggle is on, with a fade of {t} in and out", "lets {what} come in within {t} if a toggle is on and disappear within {t} if it is off",
)  # fmt: skip
SWITCHED_ASKS = ("toggle on: {what} fades in, {t}; toggle off: it fades out, {t}", "how do I switch {what} with a toggle without a click in the sound, {t} of fading?")


def faded(kind: str) -> Callable[[Draw], Example]:
    """In at a click, out at a click, or both with a toggle."""

    def skill(draw: Draw) -> Example:
        scene = Scene(draw)
        scene.source = Part(())
        time = draw.one((300, 400, 500, 600, 800, 1000, 1000, 1500, 2000, 2000, 3000, 4000, 5000))
        voice = source(scene)
        seconds = time / 1000
        if kind == "in":
            button = scene.add("bng")
            ramp = scene.add("line~", scene.add(f"msg 0 , 1 {time}", button))
            feeds, check = [(0.1, button, "bang")], rises(0.1, 0.1 + seconds)
        elif kind == "out":
            full = scene.add("msg 1", scene.add("loadbang"))
            button = scene.add("bng")
            ramp = scene.add("line~", full, scene.add(f"msg 0 {time}", button))
            feeds, check = [(0.1, button, "bang")], every(during(0, 0.09, sounds()), falls(0.1, 0.1 + seconds), during(0.12 + seconds, 0.2 + seconds, quiet))
        else:
            button = scene.add('tgl "on"')
            ramp = scene.add("line~", scene.add(f"msg $1 {time}", button))
            feeds, check = [(0.1, button, "1"), (0.15 + seconds, button, "0")], every(rises(0.1, 0.1 + seconds), falls(0.15 + seconds, 0.15 + 2 * seconds))
        scene.signal = (scene.add("*~", voice.signal, scene.into(1, ramp)),)
        controls = level(scene, draw.one(LEVELS[:4]))
        does, asks = {"in": (IN, IN_ASKS), "out": (OUT, OUT_ASKS), "toggle": (SWITCHED, SWITCHED_ASKS)}[kind]
        request = Request(does, (), asks, controls, when=() if kind == "toggle" else CLICK, values={"what": spelled(draw, voice), "t": lambda: span(draw, time)})
        return finished(scene, request, played(feeds, check, (2 if kind == "toggle" else 1) * seconds + 0.3, 0 if kind == "out" else 0.1))

    return skill


RISES = (
    "plays {a} {w} whose frequency rises from {l} to {h} in {t}", "sweeps the frequency of {a} {w} from {l} up to {h} over {t}", "lets the pitch of {a} {w} go up from {l} to {h} within {t}", "plays {a} {w} that glides upwards from {l} to {h} in {t}", "moves the frequency of {a} {w} smoothly from {l} up to {h} in {t}",
)  # fmt: skip
RISES_ASKS = ("how can I let {a} {w} climb from {l} to {h} in {t} when I click?", "click -> {w} going up, {l} to {h}, {t}")
FALLS = (
    "plays {a} {w} whose frequency falls from {h} to {l} in {t}", "sweeps the frequency of {a} {w} from {h} down to {l} over {t}", "lets the pitch of {a} {w} go down from {h} to {l} within {t}", "plays {a} {w} that glides downwards from {h} to {l} in {t}", "moves the frequency of {a} {w} smoothly from {h} down to {l} in {t}",
)  # fmt: skip
FALLS_ASKS = ("how can I let {a} {w} sink from {h} to {l} in {t} when I click?", "click -> {w} going down, {h} to {l}, {t}")


def swept(upwards: bool) -> Callable[[Draw], Example]:
    """A pitch that rises or falls at a click."""

    def skill(draw: Draw) -> Example:
        scene = Scene(draw)
        low, high = draw.one((80, 100, 110, 150, 200, 220, 300, 440)), draw.one((600, 800, 880, 1000, 1200, 1500, 2000, 3000))
        time = draw.one((500, 600, 800, 1000, 1000, 1500, 2000, 2000, 3000, 4000, 5000))
        first, last = (low, high) if upwards else (high, low)
        button = scene.add("bng")
        scene.signal = (scene.add("osc~", scene.add("line~", scene.add(f"msg {first} , {last} {time}", button))),)
        controls = level(scene, draw.one(LEVELS))
        values = {"a": lambda: "a", "w": named(draw, ("sine wave", "sine tone", "sine", "sine oscillator")), "l": in_hertz(draw, low), "h": in_hertz(draw, high), "t": lambda: span(draw, time)}
        check = during(0.12, 0.1 + time / 1000, every(sounds(0.001), glides(0, time / 1000 - 0.03, upwards)))
        return finished(scene, Request(RISES if upwards else FALLS, (), RISES_ASKS if upwards else FALLS_ASKS, controls, when=CLICK, values=values), played([(0.1, button, "bang")], check, 0.25 + time / 1000))

    return skill


SIREN = (
    "makes a siren whose pitch goes up and down between {l} and {h} at {r}", "plays a siren: a sine wave that sweeps between {l} and {h} at a rate of {r}", "sweeps the frequency of an oscillator up and down between {l} and {h} like a siren, at {r}", "sounds like a siren rising and falling between {l} and {h}, {n} times per second",
    "lets one oscillator at {r} move the frequency of another between {l} and {h} like a siren",
)  # fmt: skip
SIREN_THINGS = ("a siren between {l} and {h} at {r}", "a siren sound sweeping from {l} to {h} and back at {r}")
SIREN_ASKS = ("how do I make a siren that goes up and down between {l} and {h} at {r}?", "wailing siren, {l} to {h} and back, {r}")
BARE = ("makes a siren", "sounds like a siren", "plays a wailing siren", "imitates a siren whose pitch goes up and down", "plays a tone whose pitch rises and falls again and again like a siren")
BARE_THINGS = ("a siren", "a siren sound", "a wailing siren", "a tone that goes up and down like a siren")
BARE_ASKS = ("make me a siren", "how do I make a siren?", "i want to hear a siren", "the sound of a siren going up and down")


def siren(draw: Draw) -> Example:
    """One oscillator that moves the pitch of another."""
    scene = Scene(draw)
    given = draw.chance(0.7)
    low, high = draw.one(((300, 900), (400, 800), (400, 1000), (500, 1000), (500, 1500), (600, 1200), (200, 1000))) if given else (600, 1200)
    rate = draw.one((0.5, 1, 1, 2, 3, 4)) if given else 0.5
    slow = scene.add(f"osc~ {plain(rate)}")
    scene.signal = (scene.add("osc~", scene.add(f"+~ {plain((low + high) / 2)}", scene.add(f"*~ {plain((high - low) / 2)}", slow))),)
    first: Handle = scene.sketch.count + 1
    kind = draw.one(("unsaid", "toggle", "toggle", "volume"))
    controls = level(scene, kind)
    values = {"l": in_hertz(draw, low), "h": in_hertz(draw, high), "r": in_hertz(draw, rate), "n": lambda: plain(rate)}
    request = Request(SIREN, SIREN_THINGS, SIREN_ASKS, controls, values=values) if given else Request(BARE, BARE_THINGS, BARE_ASKS, controls, values=values)
    feeds = [(0.05, first + 1, "1")] if kind == "toggle" else []
    check = during(0.1, 2.2, every(sounds(0.001), contains(low, high, at_least=0.005, width=0.25 * (high - low))))
    return finished(scene, request, played(feeds, check, 2.3))


SKILLS: dict[str, Callable[[Draw], Example]] = {
    "for-a-time": for_a_time,
    "dying-away": shaped(False),
    "swelling": shaped(True),
    "fade-in": faded("in"),
    "fade-out": faded("out"),
    "fade-by-toggle": faded("toggle"),
    "rising": swept(True),
    "falling": swept(False),
    "siren": siren,
}

CORE: tuple[str, ...] = (
    *(f"sound_events/{name}" for name in SKILLS),
    "audio_sweeps/beep", "audio_sweeps/siren", "audio_sweeps/sweep", "audio_envelopes/decay", "audio_envelopes/fade-in", "audio_envelopes/fade-out", "audio_envelopes/gate", "audio_envelopes_clicks/click-for-a-time", "audio_envelopes_clicks/click-decay",
)  # fmt: skip
"""Plain requests that deserve more examples than exotic ones."""
