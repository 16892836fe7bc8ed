"""Skills: modulations that are easily confused: ring, AM, FM, tremolo, vibrato, panning, clipping; and delay or echo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from patchgen_training.skills.audio_part import Part
from patchgen_training.skills.audio_scene import Scene, played
from patchgen_training.skills.audio_units import plain, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import (
    Step,
    Trial,
    is_changed,
    is_repeated_after,
    is_wobbling,
    moves,
)
from patchgen_training.skills.expect_audio_time import contains, every, sounds
from patchgen_training.skills.sketch import Handle
from patchgen_training.skills.sound_stage import (
    Voice,
    ended,
    finished,
    in_hertz,
    level,
    microphone,
    named,
    noise,
    tone,
    usual,
)
from patchgen_training.skills.sound_words import Control, Request

MIDDLE = (220, 261, 300, 330, 400, 440, 500, 523, 600, 660, 880)


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said of a modulation of {what} at {m}."""

    does: tuple[str, ...]
    things: tuple[str, ...]
    asks: tuple[str, ...]


TREMOLO = Saying(
    ("makes the volume of {what} go up and down {m}", "modulates the amplitude of {what} with a slow sine LFO {m}", "applies a tremolo {m} to {what}", "makes {what} periodically louder and quieter {m}", "plays {what} with a tremolo {m}",
     "moves the loudness of {what} up and down with a low-frequency oscillator {m}", "lets the level of {what} rise and fall {m}"),
    ("a tremolo {m} on {what}", "{what} with a tremolo {m}", "{what} whose volume wobbles {m}", "an LFO on the volume of {what} {m}"),
    ("I want {what} to get louder and quieter again and again {m}", "how do I wobble the volume of {what} {m}?", "the loudness of {what} should pulse {m}, the pitch stays the same"))  # fmt: skip
VIBRATO = Saying(
    ("makes the pitch of {what} go up and down {m}", "modulates the frequency of {what} with a slow sine LFO {m}", "applies a vibrato {m} to {what}", "makes {what} periodically higher and lower {m}", "plays {what} with a vibrato {m}",
     "moves the pitch of {what} up and down with a low-frequency oscillator {m}", "lets the frequency of {what} rise and fall {m}"),
    ("a vibrato {m} on {what}", "{what} with a vibrato {m}", "{what} whose pitch wobbles {m}", "an LFO on the pitch of {what} {m}"),
    ("I want {what} to get higher and lower again and again {m}", "how do I wobble the pitch of {what} {m}?", "the pitch of {what} should wobble {m}, the volume stays the same"))  # fmt: skip
RING = Saying(
    ("multiplies {what} by a second sine {m}", "ring-modulates {what} with a sine {m}", "applies ring modulation to {what} with a modulator {m}", "multiplies two signals, {what} and an oscillator {m}", "plays the product of {what} and another sine wave {m}",
     "runs {what} through a ring modulator {m}"),
    ("a ring modulator {m} for {what}", "ring modulation of {what} with a sine {m}", "the product of {what} and a sine {m}"),
    ("how do I multiply {what} by an oscillator {m}?", "I want to ring modulate {what} {m}, like a robot"))  # fmt: skip
AMPLITUDE = Saying(
    ("modulates the amplitude of {what} with a sine {m}", "applies amplitude modulation {m} to {what}", "multiplies {what} by a sine {m} that is scaled to go from 0 to 1", "uses amplitude modulation on {what} with a modulator {m}", "lets a sine {m} control the amplitude of {what}"),
    ("amplitude modulation of {what} with a modulator {m}", "AM with {what} as carrier and a modulator {m}", "an AM sound, {what} modulated in amplitude {m}"),
    ("how does AM work? {what} as carrier, the modulator {m}", "I need amplitude modulation (AM, not ring modulation) of {what} {m}"))  # fmt: skip
FREQUENCY = Saying(
    ("modulates the frequency of {what} with a sine {m} and a depth of {d}", "applies frequency modulation to {what} with a modulator {m} and a deviation of {d}", "uses FM synthesis with {what} as carrier, a modulator {m} and a modulation depth of {d}",
     "adds an oscillator {m}, scaled by {n}, to the frequency of {what}", "lets a sine {m}, {n} Hz deep, control the frequency of {what}"),
    ("frequency modulation of {what} with a modulator {m} and a depth of {d}", "FM with {what} as carrier, a modulator {m}, depth {d}", "an FM sound, {what} modulated in frequency {m} by {d}"),
    ("how does FM work? {what} as carrier, the modulator {m}, depth {d}", "I need frequency modulation (FM, not AM) of {what} {m}, {d} deep"))  # fmt: skip


def at_rate(draw: Draw, rate: float, slow: bool) -> tuple[str, ...]:
    """Words for the modulator's frequency."""
    return ("at {r}", "at {r}", "with a rate of {r}", "{n} times per second", "with a speed of {r}") if slow and rate % 1 == 0 else ("at {r}", "with a rate of {r}") if slow else ("at {r}", "of {r}", "with a frequency of {r}", "tuned to {r}")


def modulation(kind: str, saying: Saying) -> Skill:
    """A sine carrier whose modulator has a frequency named, on a slider or in a number box."""
    slow = kind in ("tremolo", "vibrato")

    def skill(draw: Draw) -> Example:
        scene = Scene(draw)
        scene.source = Part(())
        how = draw.one(("fixed", "fixed", "slider", "box"))
        carrier = draw.one(MIDDLE)
        rate = draw.one((2, 3, 4, 5, 6, 7, 8)) if slow else draw.one((30, 40, 50, 60, 70, 80, 100, 110, 120, 150, 200))
        depth = draw.one((5, 8, 10, 15, 20)) if slow else draw.one((50, 80, 100, 150, 200, 300))
        inward = kind in ("vibrato", "fm")
        voice = None if inward else Voice(scene.add(f"osc~ {carrier}"), ("a {f} sine wave", "a sine wave of {f}", "a sine tone at {f}", "a {f} sine"), [], carrier)
        usual_rate = 5 if slow else 110 if kind == "fm" else 50 if kind == "am" else 200
        label = "rate" if slow else "modulator"
        controls: list[Control] = []
        if how == "fixed":
            modulator = scene.add(f"osc~ {rate}")
        else:
            rate = usual_rate
            control = scene.add(f'hsl 0 {20 if slow else 1000} "{label}" init:{rate}' if how == "slider" else f'number "{label}"')
            modulator = scene.add("osc~" if how == "slider" else f"osc~ {rate}", control)
            names = (f"rate of the {kind}", f"{kind} rate", "rate", f"speed of the {kind}") if slow else ("modulator frequency", "frequency of the modulator", "modulation frequency")
            controls.append(Control(draw.one(names), "slider" if how == "slider" else "number box", draw.one(("", "in Hz"))))
            scene.steps.append(Step(control, "17" if slow else "430", moves if not slow else always, str(rate)))
        handle = modulated(scene, kind, modulator, voice, carrier, depth)
        scene.signal = (handle,)
        controls += level(scene, usual(draw))
        what = ("a {f} sine wave", "a sine wave of {f}", "a sine tone at {f}", "a {f} sine")
        m = at_rate(draw, rate, slow) if how == "fixed" else ("",)
        said = saying if kind != "vibrato" or how != "fixed" else with_depth(draw, saying)
        request = Request(ended(draw, said.does), said.things, said.asks, controls, values={
            "what": named(draw, what), "m": named(draw, m), "r": in_hertz(draw, rate), "n": lambda: plain(depth if kind == "fm" else rate), "d": in_hertz(draw, depth), "f": in_hertz(draw, carrier)})  # fmt: skip
        return finished(scene, request, spectral(scene, kind, carrier, rate) if how == "fixed" and not slow and not scene.steps else None)

    return skill


def with_depth(draw: Draw, saying: Saying) -> Saying:
    """The depth of a vibrato, said behind its rate."""
    def deep(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(text.replace("{m}", "{m}" + draw.one((", {d} deep", " and a depth of {d}", " by {d}", ", up to {d} up and down"))) for text in texts)

    return Saying(deep(saying.does), deep(saying.things), deep(saying.asks))


def modulated(scene: Scene, kind: str, modulator: Handle, voice: Voice | None, carrier: float, depth: float) -> Handle:
    """The boxes between modulator and sound."""
    if voice is None:
        return scene.add("osc~", scene.add(f"+~ {plain(carrier)}", scene.add(f"*~ {plain(depth)}", modulator)))
    if kind == "ring":
        return scene.add("*~", voice.signal, scene.into(1, modulator))
    gain = scene.add("+~ 0.5", scene.add("*~ 0.5", modulator))
    handle = scene.add("*~", voice.signal, scene.into(1, gain))
    if kind == "tremolo":
        scene.contrasts.append((voice.signal, handle, is_wobbling))
    return handle


def spectral(scene: Scene, kind: str, carrier: float, rate: float) -> Trial:
    """The sidebands that tell one modulation from another."""
    sides = contains(carrier + rate, abs(carrier - rate), at_least=0.005, width=3)
    middle = contains(carrier, at_least=0.005, width=3)
    return played([], every(sounds(), sides, middle) if kind == "am" else every(sounds(), sides), 1.0)


def always(_before: object, _after: object) -> bool:
    """For changes that a quarter of a second cannot show."""
    return True


DELAY = (
    "delays {what} by {t}", "delays {what} by {t} without feedback", "plays {what} {t} late", "records {what} in a delay line and plays it {t} later", "lets me hear {what} with a delay of {t}", "outputs {what} after a delay of {t}",
)  # fmt: skip
REPEAT = (
    "adds one delayed copy of {what}, {t} later, to the original", "plays {what} together with a copy that is delayed by {t}", "mixes {what} with itself delayed by {t}", "repeats {what} once after {t} and mixes it with the direct sound",
)  # fmt: skip
ECHO = (
    "adds echoes of {what}, one every {t}, with a feedback of {b}", "delays {what} by {t} and feeds the result back with a factor of {b}", "plays {what} with an echo of {t} and a feedback of {b}", "repeats {what} every {t}, each echo {b} times as loud as the one before",
    "puts a feedback delay of {t} and {b} feedback on {what}",
)  # fmt: skip
SPACES: dict[str, Saying] = {
    "delay": Saying(DELAY, ("{what} delayed by {t}", "a delay of {t} for {what}, only the delayed sound"), ("how do I delay {what} by {t}?", "I say something and want to hear it {t} later: {what}, delayed, no feedback", "{what}, {t} later, without the original")),
    "repeat": Saying(REPEAT, ("{what} plus one repetition after {t}", "{what} mixed with a copy delayed by {t}"), ("how can I hear {what} and the same once more {t} later?", "{what} and a single copy {t} behind it")),
    "echo": Saying(ECHO, ("an echo of {t} with a feedback of {b} on {what}", "a feedback delay for {what}, {t}, feedback {b}"), ("how do I get repeating echoes of {what}, {t} apart, feedback {b}?", "{what} with echoes that die away, {t} apart and {b} as loud each")),
}  # fmt: skip


def space(kind: str) -> Skill:
    """Delay, delay with the original, or feedback: the time named, on a slider or in a number box."""

    def skill(draw: Draw) -> Example:
        scene = Scene(draw)
        scene.source = Part(())
        voice = microphone(scene) if draw.chance(0.75) else noise(scene, "white")
        time, back = draw.one((100, 150, 200, 250, 300, 350, 400, 500, 600, 750)), draw.one((0.3, 0.4, 0.5, 0.6, 0.7))
        how, feeding = draw.one(("fixed", "fixed", "slider", "box")), draw.one(("fixed", "slider")) if kind == "echo" else "fixed"
        controls: list[Control] = []
        name = "echo" if kind == "echo" else "delay"
        line = scene.add(f"delwrite~ {name} 1000", voice.signal)
        if how == "fixed":
            wet = scene.add(f"delread~ {name} {time}")
        else:
            time = 300
            control = scene.add('hsl 10 1000 "time" init:300' if how == "slider" else 'number "time"')
            wet = scene.add(f"delread~ {name}" + ("" if how == "slider" else " 300"), control)
            controls.append(Control(draw.one(("delay time", "time of the delay", "delay time", "delay")), "slider" if how == "slider" else "number box", draw.one(("", "in ms", "in milliseconds"))))
        if kind == "delay":
            scene.signal = (wet,)
        else:
            if kind == "echo":
                gain = scene.add('hsl 0 0.9 "feedback" init:0.5') if feeding == "slider" else 0
                wet = scene.add("*~", wet, scene.into(1, gain)) if gain else scene.add(f"*~ {back}", wet)
                scene.sketch.connect(wet, line)
                controls += [Control("feedback", "slider")] if gain else []
            total = scene.add("+~", voice.signal, scene.into(1, wet))
            scene.signal = (total,)
            scene.contrasts.append((voice.signal, total, is_repeated_after(time)))
        scene.lead = time / 1000 + 0.05
        if kind == "delay":
            scene.contrasts.append((voice.signal, wet, is_changed))
        controls += level(scene, draw.one(("unsaid", "unsaid", "volume", "volume", "number", "mute")))
        saying = SPACES[kind]

        def fit(texts: tuple[str, ...]) -> list[str]:
            found = list(texts)
            if how != "fixed":
                found = [text.replace(" by {t}", " by an adjustable time").replace("{t} later", "later").replace("{t} late", "late by an adjustable time").replace(", one every {t},", "").replace(" every {t},", " again and again,").replace(" of {t}", "").replace(" after {t}", " after an adjustable time").replace(", {t},", ",").replace(", {t} apart,", ",").replace(", {t} apart and", " and").replace(" {t} behind it", " behind it").replace(", {t}", "") for text in found]
            if feeding != "fixed":
                found = [text.replace(" with a feedback of {b}", " with feedback").replace(" and a feedback of {b}", " and feedback").replace(" with a factor of {b}", "").replace(", each echo {b} times as loud as the one before", ", with feedback").replace(" and {b} feedback", "").replace(", feedback {b}", "").replace(" and {b} as loud each", "") for text in found]
            return found

        values = {"what": named(draw, voice.what), "t": lambda: span(draw, time), "b": lambda: draw.one((plain(back), plain(back), f"{round(back * 100)} percent", f"{round(back * 100)}%")) if feeding == "fixed" else ""}
        return finished(scene, Request(ended(draw, fit(saying.does)), fit(saying.things), fit(saying.asks), controls, values=values))

    return skill


CLIP = (
    "clips {what} at {l} and -{l}", "limits {what} to the range from -{l} to {l} with clip~", "cuts off everything of {what} that is above {l} or below -{l}", "distorts {what} by clipping it between -{l} and {l}",
)  # fmt: skip
DRIVE = (
    "amplifies {what} {g} times and clips it between -0.5 and 0.5", "distorts {what} by multiplying it by {g} and clipping the result at -0.5 and 0.5", "overdrives {what}: a gain of {g}, then hard clipping at plus and minus 0.5",
    "multiplies {what} by {g} and limits it to the range -0.5 to 0.5, which distorts it",
)  # fmt: skip


def clipping(draw: Draw) -> Example:
    """Hard clipping at a level, or distortion by a gain before it."""
    scene = Scene(draw)
    scene.source = Part(())
    voice = tone(scene, draw.one(("fixed", "steady"))) if draw.chance(0.5) else microphone(scene)
    driven = draw.chance(0.5)
    limit, gain = draw.one((0.1, 0.2, 0.3, 0.4, 0.5, 0.6)), draw.one((5, 8, 10, 15, 20, 30, 50))
    handle = scene.add("clip~ -0.5 0.5", scene.add(f"*~ {gain}", voice.signal)) if driven else scene.add(f"clip~ -{limit} {limit}", voice.signal)
    scene.contrasts.append((voice.signal, handle, is_changed))
    scene.signal = (handle,)
    controls = level(scene, usual(draw))
    values = {"what": named(draw, voice.what), "l": lambda: plain(limit), "g": lambda: plain(gain), "f": in_hertz(draw, voice.frequency)}
    things = ("{what}, amplified {g} times and clipped at 0.5", "a distortion for {what} with a gain of {g} and clipping at 0.5") if driven else ("{what} clipped at {l}", "{what} through clip~ with limits of -{l} and {l}")
    asks = ("how do I distort {what} with a gain of {g} and a clip~ at 0.5?", "make {what} dirty: {g} times louder, then clip at +-0.5") if driven else ("how do I stop {what} from going over {l} (and below -{l})?", "clip {what} at plus and minus {l}")
    return finished(scene, Request(ended(draw, DRIVE if driven else CLIP), things, asks, controls, values=values))


SKILLS: dict[str, Callable[[Draw], Example]] = {
    "tremolo": modulation("tremolo", TREMOLO),
    "vibrato": modulation("vibrato", VIBRATO),
    "ring": modulation("ring", RING),
    "am": modulation("am", AMPLITUDE),
    "fm": modulation("fm", FREQUENCY),
    "delay": space("delay"),
    "repeat": space("repeat"),
    "echo": space("echo"),
    "clipping": clipping,
}

CORE: tuple[str, ...] = (
    *(f"sound_relatives/{name}" for name in SKILLS),
    "audio_chains/tremolo", "audio_chains/ring-modulation", "audio_chains/delay", "audio_chains/echo", "audio_chains/microphone-delay", "audio_chains/microphone-through", "audio_chains/distortion",
    "audio_oscillators/fm", "audio_oscillators/am", "audio_oscillators/vibrato", "audio_oscillators/fm-sliders", "audio_modulation_synthesis/vibrato-sine", "audio_modulation_synthesis/tremolo-sine", "audio_effects_echoes/echo",
)  # fmt: skip
"""Plain requests that deserve more examples than exotic ones."""
