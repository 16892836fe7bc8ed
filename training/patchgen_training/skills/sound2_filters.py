"""Skills: resonance with a typed cutoff, notes that open their filter, random and stepped cutoffs, sweeps to a typed end that can be stopped."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.audio_scene import played
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_units import plain, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example
from patchgen_training.skills.expect_audio import Sound, Step, centroid, darker, moves
from patchgen_training.skills.expect_audio_time import (
    during,
    every,
    falls,
    glides,
    part,
    quiet,
    sounds,
)
from patchgen_training.skills.sound2_probe import begun
from patchgen_training.skills.sound_stage import (
    Voice,
    finished,
    in_hertz,
    level,
    microphone,
    named,
    noise,
    tone,
)
from patchgen_training.skills.sound_words import Control, Request

RESONANT = (
    "filters {what} with a resonant low-pass", "passes {what} through a low-pass filter with resonance", "sends {what} through a resonant low-pass filter", "removes the highs of {what} with a low-pass and boosts the cutoff with an adjustable resonance", "runs {what} through a voltage controlled filter (vcf~)",
    "applies a low-pass filter with cutoff and resonance to {what}",
)  # fmt: skip
RESONANT_THINGS = ("a resonant low-pass filter for {what}", "a resonant filter on {what}", "{what} through a resonant low-pass")
RESONANT_ASKS = ("I'd like a synth-like filter on {what}", "how do I filter {what} with resonance?", "a squelchy low-pass on {what}")


def bright(draw: Draw) -> str:
    """A source that a filter can be heard on."""
    return draw.one(("white", "white", "pink", "sawtooth", "sawtooth", "square", "mic"))


def resonant(draw: Draw) -> Example:
    """Cutoff and resonance, each in a number box or on a slider."""
    scene = begun(draw)
    kind = bright(draw)
    voice: Voice = noise(scene, kind) if kind in ("white", "pink") else microphone(scene) if kind == "mic" else tone(scene, draw.one(("steady", "fixed")), kind)
    first, second = draw.one((("number", "slider"), ("number", "slider"), ("number", "number"), ("slider", "number")))
    cutoff = scene.add('number "cutoff"' if first == "number" else 'hsl 50 5000 "cutoff" init:1000')
    quality = scene.add('number "resonance"' if second == "number" else 'hsl 1 20 "resonance" init:5')
    # A filter whose boxes are still empty has a usable cutoff and Q of its own.
    steady = scene.add("sig~ 1000", cutoff) if first == "number" else cutoff
    body = scene.add("vcf~ 5" if second == "number" else "vcf~", voice.signal, scene.into(1, steady), scene.into(2, quality))
    scene.signal = (scene.into(0, scene.sketch.out(body, 1)),)
    scene.steps.append(Step(cutoff, "150", darker if not voice.frequency else moves, "1000"))
    word = draw.one(("cutoff frequency", "cutoff", "cutoff frequency in Hz", "cutoff"))
    controls = [*voice.controls, Control(word, "number box" if first == "number" else "slider"), Control(draw.one(("resonance", "resonance", "resonance (Q)")), "number box" if second == "number" else "slider"), *level(scene, draw.one(("unsaid", "unsaid", "volume", "toggle")))]
    return finished(scene, Request(RESONANT, RESONANT_THINGS, RESONANT_ASKS, controls, values={"what": named(draw, voice.what), "f": in_hertz(draw, voice.frequency)}))


PLUCKED = (
    "plays {wave} of {f} that starts bright and gets darker, because the cutoff of a low-pass falls from {h} to {l} in {t}", "triggers a note, {wave} at {f}, with an envelope on its loudness and another on the cutoff of a low-pass filter, from {h} down to {l} in {t}",
    "sounds {wave} of {f} whose low-pass filter closes from {h} to {l} within {t} while the note dies away", "strikes {wave} of {f}, lets its filter fall from {h} to {l} and its level to 0 in {t}", "plays a note of {wave} at {f} with a filter envelope from {h} to {l} over {t} and a decay of the same length",
)  # fmt: skip
PLUCKED_THINGS = ("a note of {wave} at {f} with a filter envelope from {h} to {l} in {t}", "a synth note, {wave} at {f}, whose low-pass closes from {h} to {l} in {t} while it dies away")
PLUCKED_ASKS = ("I want a plucky synth note: {wave}, {f}, low-pass from {h} to {l} in {t}", "how do I give a note ({wave}, {f}) a filter envelope that falls from {h} to {l} in {t}?")
CLICKS = ("when a button is clicked", "each time I click a button", "at the click of a button", "whenever the user presses a button", "on each click on a button")


def plucked(draw: Draw) -> Example:
    """A note whose filter closes while it fades."""
    scene = begun(draw)
    name, frequency = draw.one(("sawtooth", "sawtooth", "square")), draw.one((82, 98, 110, 131, 147, 165, 196, 220))
    high, low = draw.one((2000, 2500, 3000, 4000, 5000, 6000)), draw.one((150, 200, 250, 300, 400, 500))
    time = draw.one((300, 400, 500, 600, 800, 1000))
    sounding = wave(scene, WAVEFORMS[name], plain(frequency))
    button = scene.add("bng")
    cutoff = scene.add("line~", scene.add(f"msg {high} , {low} {time}", button))
    filtered = scene.sketch.out(scene.add("vcf~ 3", sounding, scene.into(1, cutoff)), 1)
    shape = scene.add("line~", scene.add(f"msg 1 , 0 {time}", button))
    scene.signal = (scene.add("*~", scene.into(0, filtered), scene.into(1, shape)),)
    controls = level(scene, draw.one(("unsaid", "unsaid", "volume")))
    values = {"wave": named(draw, [f"a {name} wave", f"a {name} oscillator", f"a {name}"]), "f": in_hertz(draw, frequency), "h": in_hertz(draw, high), "l": in_hertz(draw, low), "t": lambda: span(draw, time)}
    end = 0.1 + time / 1000
    check = every(during(0.1, end, falls(0, time / 1000)), during(0.1, end, glides(0, 0.75 * time / 1000, False)))
    return finished(scene, Request(PLUCKED, PLUCKED_THINGS, PLUCKED_ASKS, controls, CLICKS, values=values), played([(0.1, button, "bang")], check, end + 0.05, before=0.1))


WANDERING = (
    "sets the cutoff of a low-pass filter on {what} to a random value between {l} and {h} {e}", "changes the cutoff frequency of a filter on {what} randomly {e}, between {l} and {h}", "picks a new random cutoff from {l} to {h} {e} for a low-pass filter on {what}",
    "filters {what} with a low-pass whose cutoff jumps to another random frequency between {l} and {h} {e}",
)  # fmt: skip
GLIDING = (
    "lets the cutoff of a low-pass filter on {what} glide to a new random value between {l} and {h} {e}", "moves the cutoff frequency of a filter on {what} smoothly to a random target between {l} and {h} {e}", "sweeps a low-pass filter over {what}, from one random cutoff between {l} and {h} to the next, with a new target {e}",
    "filters {what} with a low-pass whose cutoff slides towards another random frequency between {l} and {h} {e}",
)  # fmt: skip


def random_cutoff(draw: Draw) -> Example:
    """A cutoff by chance, in jumps or in glides as long as the metro's time."""
    scene = begun(draw)
    kind = draw.one(("white", "pink", "sawtooth", "square"))
    voice = noise(scene, kind) if kind in ("white", "pink") else tone(scene, draw.one(("steady", "fixed")), kind)
    low, high = draw.one(((200, 2000), (100, 1000), (300, 3000), (500, 2500), (200, 4000), (100, 3000)))
    time, smooth = draw.one((200, 250, 300, 400, 500)), draw.chance(0.5)
    switch = scene.add('tgl "on"')
    value = scene.add(f"+ {low}", scene.add(f"random {high - low + 1}", scene.add(f"metro {time}", switch)))
    if smooth:
        value = scene.add("line~", scene.add(f"msg $1 {time}", value))
    body = scene.add("vcf~ 3", voice.signal, scene.into(1, value))
    scene.signal = (scene.into(0, scene.sketch.out(body, 1)),)
    scene.steps = []
    controls = [Control("", "toggle"), *level(scene, draw.one(("unsaid", "unsaid", "volume")))]
    things = ("a low-pass on {what} that glides to random cutoffs from {l} to {h}, a new one {e}",) if smooth else ("a low-pass on {what} with a random cutoff from {l} to {h}, a new one {e}",)
    asks = ("I want random filter sweeps on {what}, smooth, between {l} and {h}, a new target {e}",) if smooth else ("I want the filter on {what} to jump around by chance between {l} and {h}, {e}",)
    values = {"what": named(draw, voice.what), "f": in_hertz(draw, voice.frequency), "l": in_hertz(draw, low), "h": in_hertz(draw, high), "e": lambda: f"every {span(draw, time)}"}
    values["what"] = named(draw, [text.replace("{f}", in_hertz(draw, voice.frequency)()) for text in voice.what])

    def changing(heard: Sound) -> bool:
        found = [centroid(part(heard, 0.1 + i * 0.1, 0.2 + i * 0.1)) for i in range(16)]
        return max(found) > 1.15 * min(found)

    request = Request(GLIDING if smooth else WANDERING, things, asks, controls, values=values)
    return finished(scene, request, played([(0.02, switch, "1")], every(changing, during(0.1, 1.7, sounds(0.0005, 0.6))), 1.75))


SWEPT = (
    "sweeps {wave} from {l} to {h} in {t} when a start button is clicked and stops it when a stop button is clicked", "starts a sweep of {wave} from {l} to {h} over {t} with one button and stops it with another", "plays {wave} that goes from {l} to {h} within {t} after a click on start, until stop is clicked",
    "has a start button that lets {wave} glide from {l} to {h} in {t} and a stop button that silences it",
)  # fmt: skip
SWEPT_THINGS = ("a sweep of {wave} from {l} to {h} in {t} with a start and a stop button", "a frequency sweep ({wave}, {l} to {h}, {t}) with start and stop buttons")
SWEPT_ASKS = ("I need a test sweep, {wave} from {l} to {h} in {t}, and I must be able to stop it with a second button", "click start: {wave} goes from {l} to {h} in {t}. Click stop: silence.")


def stopped_sweep(draw: Draw) -> Example:
    """A sweep with a button for its start and one for its end."""
    scene = begun(draw)
    name = draw.one(("sine", "sine", "sine", "sawtooth"))
    low, high = draw.one((100, 200, 220, 300, 440)), draw.one((1000, 2000, 3000, 4000, 5000, 8000))
    if draw.chance(0.3):
        low, high = high, low
    time = draw.one((1000, 2000, 3000, 4000, 5000, 10000))
    start, stop = scene.add('bng "start"'), scene.add('bng "stop"')
    glide = scene.add("line~", scene.add(f"msg {low} , {high} {time}", start))
    sounding = scene.add("osc~", glide) if name == "sine" else scene.add("-~ 0.5", scene.add("phasor~", glide))
    gate = scene.add("line~", scene.add("msg 1 10", start), scene.add("msg 0 10", stop))
    scene.signal = (scene.add("*~", sounding, scene.into(1, gate)),)
    controls = level(scene, draw.one(("unsaid", "unsaid", "volume")))
    values = {"wave": named(draw, ["a sine", "a sine tone", "a sine wave"] if name == "sine" else ["a sawtooth", "a sawtooth wave"]), "l": in_hertz(draw, low), "h": in_hertz(draw, high), "t": lambda: span(draw, time)}
    check = every(during(0.15, 0.75, glides(0, 0.6, high > low)), during(0.9, 1.0, quiet)) if time <= 3000 and name == "sine" else every(during(0.15, 0.75, sounds(0.01)), during(0.9, 1.0, quiet))
    return finished(scene, Request(SWEPT, SWEPT_THINGS, SWEPT_ASKS, controls, values=values), played([(0.1, start, "bang"), (0.8, stop, "bang")], check, 1.05, before=0.1))


SKILLS: dict[str, Callable[[Draw], Example]] = {
    "resonant": resonant,
    "plucked": plucked,
    "random-cutoff": random_cutoff,
    "stopped-sweep": stopped_sweep,
}

CORE: tuple[str, ...] = ("resonant", "plucked", "random-cutoff", "audio_envelopes/filter-envelope", "audio_chains/noise-resonant", "audio_filters_banks/resonant")
"""Plain requests that deserve more examples than exotic ones."""
