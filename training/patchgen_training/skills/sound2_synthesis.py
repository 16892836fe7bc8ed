"""Skills: frequency modulation with typed numbers, waves described by their shape, a volume in decibels, regular bursts, explosions."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.audio_scene import played
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_units import TONES, plain, span
from patchgen_training.skills.band2_melody import ending
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example
from patchgen_training.skills.expect_audio import Step, different, louder, to_pitch
from patchgen_training.skills.expect_audio_time import during, every, falls, pulses
from patchgen_training.skills.sound2_filters import CLICKS
from patchgen_training.skills.sound2_probe import begun
from patchgen_training.skills.sound2_space import mono
from patchgen_training.skills.sound_stage import finished, in_hertz, level, named, usual
from patchgen_training.skills.sound_words import Control, Request

MODULATED = (
    "makes an FM tone from a carrier and a modulator, where the modulator's frequency is the carrier's times the ratio and its depth the modulator's frequency times the index", "plays a tone by frequency modulation that is set by ratio and index", "modulates the frequency of one sine with another, controlled by carrier frequency, ratio and index",
    "generates an FM sound: a modulator at ratio times the carrier frequency, as deep as the index says, moves the frequency of a sine", "is a simple two-operator FM synthesizer with ratio and modulation index",
)  # fmt: skip
MODULATED_THINGS = ("an FM synth with ratio and index", "a two-operator FM tone", "an FM oscillator with carrier frequency, ratio and index")
MODULATED_ASKS = ("I'd like to try FM: carrier, ratio and index", "how do I do FM with a ratio and a modulation index?", "FM for beginners: one carrier, one modulator, ratio and index to play with")


def modulated(draw: Draw) -> Example:
    """Carrier, ratio and index, all on sliders or all in number boxes."""
    scene = begun(draw)
    typed = draw.chance(0.4)
    kind = "number box" if typed else "slider"
    carrier = scene.add('number "frequency"' if typed else 'hsl 50 2000 "frequency" init:440')
    ratio = scene.add('number "ratio"' if typed else 'hsl 0 10 "ratio" init:2')
    index = scene.add('number "index"' if typed else 'hsl 0 10 "index" init:2')
    steady = scene.add("sig~ 440", carrier) if typed else carrier
    speed = scene.add("*~ 2" if typed else "*~", steady, scene.into(1, ratio))
    depth = scene.add("*~", scene.add("osc~", speed), scene.into(1, speed))
    moved = scene.add("+~", steady, scene.into(1, scene.add("*~ 2" if typed else "*~", depth, scene.into(1, index))))
    scene.signal = (scene.add("osc~", moved),)
    scene.steps += [Step(index, "0", to_pitch(440), "2"), Step(ratio, "3.3", different, "2")]
    controls = [Control(draw.one(("carrier frequency", "frequency", "frequency of the carrier")), kind), Control(draw.one(("ratio", "frequency ratio", "modulator ratio")), kind), Control(draw.one(("index", "modulation index")), kind), *level(scene, draw.one(("unsaid", "volume", "unsaid")))]
    return finished(scene, Request(MODULATED, MODULATED_THINGS, MODULATED_ASKS, controls))


SHAPES: dict[str, tuple[str, ...]] = {
    "sawtooth": ("a wave that rises in a straight line and then falls back at once", "a waveform that climbs linearly and jumps down again", "a ramp that goes up evenly and drops at the end of each period", "the wave shaped like the teeth of a saw"),
    "square": ("a wave that jumps between two values and stays equally long at both", "a waveform with only two levels, high and low, each for half of the period", "a wave that is up half of the time and down the other half", "a wave that switches back and forth between a high and a low value"),
    "triangle": ("a wave that rises and falls in straight lines", "a waveform that goes up evenly and comes down just as evenly", "a wave that climbs linearly for half of the period and falls linearly for the other half", "a wave of straight slopes, up and down alike"),
    "sine": ("a wave without any overtones", "the purest tone there is, with only the fundamental", "a smooth wave with a single frequency and no harmonics", "a tone that has no partials but the first"),
}  # fmt: skip
SHAPED = ("plays {s} at {f}", "generates {s}, {f}, and sends it to the speakers", "outputs {s} with a frequency of {f}", "lets me hear {s} at {f}", "makes {s}, repeated at {f}, and plays it")
SHAPED_THINGS = ("{s} at {f}", "{s}, with a frequency of {f}")
SHAPED_ASKS = ("I forgot the name of this: {s}. I need it at {f}", "which oscillator gives {s}? I want to hear it at {f}", "what do you call {s}? please play it at {f}")


def described(draw: Draw) -> Example:
    """An oscillator asked for by the look of its wave."""
    scene = begun(draw)
    name, frequency = draw.one(tuple(SHAPES)), draw.one(TONES)
    scene.signal = (wave(scene, WAVEFORMS[name], plain(frequency)),)
    controls = level(scene, usual(draw))
    return finished(scene, Request(SHAPED, SHAPED_THINGS, SHAPED_ASKS, controls, values={"s": named(draw, SHAPES[name]), "f": in_hertz(draw, frequency)}))


DECIBEL = ("plays {what} at a volume in decibels", "sets the level of {what} in dB", "scales {what} by a level in decibels, where 100 dB is full volume", "converts a level in dB to a factor and multiplies {what} by it", "controls how loud {what} is in decibels with dbtorms")
DECIBEL_THINGS = ("{what} with its volume in decibels", "a master volume in dB for {what}", "a decibel volume control for {what}")
DECIBEL_ASKS = ("I want to set the volume of {what} in dB and not from 0 to 1", "how can I control {what} in decibels?")


def in_decibels(draw: Draw) -> Example:
    """A level in dB becomes a factor."""
    scene = begun(draw)
    voice = mono(scene)
    typed = draw.chance(0.35)
    control = scene.add('number "dB"' if typed else 'hsl 0 100 "dB" init:80')
    factor = scene.add("dbtorms", control)
    scene.signal = (scene.add("*~" if not typed else "*~ 0.1", voice.signal, scene.into(1, factor)),)
    scene.steps = [Step(control, "90", louder, "80")]
    controls = [*voice.controls, Control(draw.one(("level in dB", "volume in dB", "volume in decibels", "level in decibels")), "number box" if typed else "slider")]
    return finished(scene, Request(DECIBEL, DECIBEL_THINGS, DECIBEL_ASKS, controls, values={"what": named(draw, voice.what), "f": in_hertz(draw, voice.frequency)}))


BURSTS = (
    "plays bursts of white noise, each {d} long, every {t}", "repeats a burst of noise every {t}, which fades out within {d}", "sends out a short burst of noise of {d} once every {t}", "lets white noise be heard for {d} every {t}, dying away each time", "makes regular noise bursts: one every {t}, with a decay of {d}",
)  # fmt: skip
BURSTS_THINGS = ("noise bursts of {d} every {t}", "a repeating noise burst, {d} long, every {t}", "a pulse of noise every {t} with a decay of {d}")
BURSTS_ASKS = ("I need a burst of noise of {d} again and again, every {t}", "how do I make noise come in bursts, {d} every {t}?")


def bursts(draw: Draw) -> Example:
    """Noise that fades, again and again."""
    scene = begun(draw)
    period = draw.one((250, 300, 400, 500, 600, 750, 800, 1000))
    decay = draw.one([value for value in (30, 50, 80, 100, 120, 150, 200) if value < 0.6 * period])
    switch = scene.add('tgl "on"')
    shape = scene.add("line~", scene.add(f"msg 1 , 0 {decay}", scene.add(f"metro {period}", switch)))
    scene.signal = (scene.add("*~", scene.add("noise~"), scene.into(1, shape)),)
    controls = [Control("", "toggle"), *level(scene, ending(draw))]
    request = Request(BURSTS, BURSTS_THINGS, BURSTS_ASKS, controls, values={"d": lambda: span(draw, decay), "t": lambda: span(draw, period)})
    return finished(scene, request, played([(0.1, switch, "1")], pulses(3, threshold=0.5, tolerance=0), 0.1 + 2.7 * period / 1000, before=0.1))


BLAST = (
    "plays an explosion", "makes the sound of an explosion", "imitates an explosion with low-passed noise that gets darker as it dies away over {t}", "synthesises an explosion from filtered noise", "plays a burst of noise through a low-pass filter that closes while the sound fades out in {t}, like an explosion",
    "produces a boom, that is noise whose cutoff and loudness fall within {t}",
)  # fmt: skip
BLAST_THINGS = ("an explosion sound", "the sound of an explosion", "a bomb sound made of filtered noise", "an explosion effect for a game")
BLAST_ASKS = ("I need an explosion for my game", "boom! an explosion please", "how can I synthesise an explosion?")


def explosion(draw: Draw) -> Example:
    """Noise that gets darker and quieter."""
    scene = begun(draw)
    said = draw.chance(0.5)
    time = draw.one((1000, 1500, 2000, 2500, 3000)) if said else 2000
    rush = scene.add("noise~")
    button = scene.add("bng")
    cutoff = scene.add("line~", scene.add(f"msg 3000 , 50 {time}", button))
    dark = scene.sketch.out(scene.add("vcf~ 1", rush, scene.into(1, cutoff)), 1)
    shape = scene.add("line~", scene.add(f"msg 1 , 0 {time}", button))
    scene.signal = (scene.add("*~", scene.into(0, dark), scene.into(1, shape)),)
    controls = level(scene, ending(draw))
    does = [text for text in BLAST if "{t}" in text] if said else [text for text in BLAST if "{t}" not in text]
    things = ("an explosion that lasts {t}", "an explosion sound of {t}") if said else BLAST_THINGS
    request = Request(does, things, () if said else BLAST_ASKS, controls, CLICKS, values={"t": lambda: span(draw, time)})
    return finished(scene, request, played([(0.1, button, "bang")], every(during(0.1, 0.1 + time / 1000, falls(0, time / 1000))), 0.2 + time / 1000, before=0.1))


SKILLS: dict[str, Callable[[Draw], Example]] = {
    "modulated": modulated,
    "described": described,
    "in-decibels": in_decibels,
    "bursts": bursts,
    "explosion": explosion,
}

CORE: tuple[str, ...] = ("modulated", "described", "in-decibels", "bursts", "audio_modulation_synthesis/fm-ratio", "audio_oscillators/fm-sliders")
"""Plain requests that deserve more examples than exotic ones."""
