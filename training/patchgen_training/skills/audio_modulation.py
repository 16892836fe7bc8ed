"""Effects without memory as stages of a chain: tremolo, ring modulation, distortion, crushing, wah, panning."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.audio_effects import Fill, spoken
from patchgen_training.skills.audio_part import Chain, Part
from patchgen_training.skills.audio_units import RATES, hertz, plain
from patchgen_training.skills.expect_audio import (
    Contrast,
    Sound,
    Step,
    is_changed,
    is_wobbling,
    level,
)
from patchgen_training.skills.sketch import Cord, Handle

TREMOLO_RATES = tuple(rate for rate in RATES if 2.5 <= rate <= 12)


def unipolar(chain: Chain, lfo: Handle) -> Handle:
    """An oscillator between 0 and 1."""
    return chain.add("+~ 0.5", chain.add("*~ 0.5", lfo))


def multiplied(chain: Chain, modulator: Handle) -> None:
    """The sound times a modulator."""
    (dry,) = chain.signal
    product = chain.add("*~", dry, chain.into(1, modulator))
    chain.contrasts.append((dry, product, is_changed))
    chain.signal = (product,)


def tremolo(chain: Chain) -> Part:
    """The level follows a slow sine, all the way down."""
    draw = chain.draw
    kind = draw.one(("fixed", "fixed", "slider", "unsaid"))
    names = ("tremolo", "tremolo", "tremolo effect", "amplitude LFO")
    rate = draw.one(TREMOLO_RATES) if kind == "fixed" else 5
    control = chain.add('hsl 0 20 "rate" init:5') if kind == "slider" else None
    lfo = chain.add("osc~", control) if control else chain.add(f"osc~ {plain(rate)}")
    multiplied(chain, unipolar(chain, lfo))
    dry, wet, _ = chain.contrasts.pop()
    chain.contrasts.append((dry, wet, is_wobbling))
    values: dict[str, Fill] = {"r": lambda: hertz(draw, rate), "n": lambda: draw.one(names[:3])}
    if kind == "fixed":
        return spoken(
            chain, ("a {n} at {r}", "a {r} {n}", "a {n} with a rate of {r}", "a {n} with a speed of {r}", "an amplitude LFO at {r}",
                    "a {n} ({r})", "a {r} LFO on the volume"),
            does=("modulates its amplitude at {r}", "makes the volume go up and down {times} times a second",
                  "pulses its volume at {r}", "modulates its volume with a {r} sine"),
            short=("{n} {r}", "{r} tremolo"), times=lambda: plain(rate), values=values)  # fmt: skip
    if kind == "unsaid":
        return spoken(chain, ("a {n}", "a {n}", "some tremolo", "an LFO on the volume"),
                      does=("modulates its amplitude with an LFO", "makes its volume tremble"), short=("{n}", "tremolo"), values=values)  # fmt: skip
    return spoken(
        chain, ("a {n} with adjustable rate", "a {n} with a rate {knob}", "a {n} with a {knob} for the speed",
                "a {n} whose rate is set by a {knob}", "a {n} with variable speed", "an amplitude LFO with a rate {knob}"),
        does=("modulates its amplitude at a rate set by a {knob}",), bare=("a tremolo", "a tremolo effect"),
        can=("change the tremolo rate", "set the speed of the tremolo with a {knob}"),
        short=("{n} w/ rate {knob}", "{n} with speed {knob}"), values=values)  # fmt: skip


def ring(chain: Chain) -> Part:
    """The sound times an audible sine."""
    draw = chain.draw
    slider = draw.chance(0.4)
    frequency = 200 if slider else draw.one((30, 40, 60, 75, 80, 90, 120, 135, 150, 175, 180, 210, 230, 260, 300, 333, 350, 370, 450, 500, 630, 700, 800, 900))  # fmt: skip
    control = chain.add('hsl 0 1000 "modulator" init:200') if slider else None
    multiplied(chain, chain.add("osc~", control) if control else chain.add(f"osc~ {frequency}"))
    if slider:
        return spoken(
            chain, ("a ring modulator with adjustable frequency", "a ring modulator with a {knob} for the modulator frequency",
                    "ring modulation with a frequency {knob}", "a ring modulation effect whose modulator frequency is set by a {knob}",
                    "a ring modulator with a modulator {knob}"),
            does=("ring modulates it with a sine of adjustable frequency", "multiplies it by a sine wave whose frequency is set by a {knob}"),
            bare=("a ring modulator", "ring modulation"), can=("change the modulator frequency with a {knob}", "set the ring mod frequency"),
            short=("ring mod w/ frequency {knob}", "ringmod, modulator {knob}"))  # fmt: skip
    return spoken(
        chain, ("a ring modulator at {f}", "ring modulation at {f}", "a {f} ring modulator", "ring modulation with a {f} sine",
                "a ring modulation effect at {f}", "a ring modulator with a modulator of {f}"),
        does=("ring modulates it with a {f} sine", "multiplies it by a {f} sine wave", "ring-modulates it at {f}"),
        short=("ring mod {f}", "ringmod {f}"), f=lambda: hertz(draw, frequency))  # fmt: skip


def drive(chain: Chain, shape: tuple[str, ...], usual: int, names: tuple[str, ...], does: tuple[str, ...]) -> Part:
    """A gain into a shape that bends or clips: amount unsaid, named or on a slider."""
    draw = chain.draw
    kind = draw.one(("unsaid", "fixed", "slider"))
    amount = draw.one((3, 4, 6, 8, 12, 15, 20, 25, 30, 40, 50)) if kind == "fixed" else usual
    (dry,) = chain.signal
    if kind == "slider":
        handle = chain.add("*~", dry, chain.into(1, chain.add(f'hsl 1 50 "drive" init:{usual}')))
    else:
        handle = chain.add(f"*~ {amount}", dry)
    for body in shape:
        handle = chain.add(body, handle)
    contrast(chain, dry, handle)
    values: dict[str, Fill] = {"n": lambda: draw.one(names), "a": lambda: str(amount)}
    short = names[0]
    if kind == "unsaid":
        return spoken(chain, ("{an}", "{an}", short, f"some {short}"), does=does, short=("{n}", short),
                      an=lambda: article(draw.one(names)), values=values)  # fmt: skip
    values["an"] = lambda: article(draw.one(names))
    if kind == "fixed":
        return spoken(chain, ("{an} with a drive of {a}", "{an} with a gain of {a}", f"{short} with drive {{a}}", "{an} (drive {a})"),
                      short=("{n} drive {a}", "{n} x{a}"), values=values)  # fmt: skip
    return spoken(
        chain, ("{an} with adjustable drive", "{an} with a drive {knob}", "{an} with a {knob} for the drive",
                "{an} whose drive is set by a {knob}", "{an} with drive control", "{an} with variable drive"),
        bare=(article(names[0]), article(names[1])), can=("change the drive", "set the amount of drive with a {knob}"),
        short=("{n} w/ drive {knob}", "{n} with drive {knob}"), values=values)  # fmt: skip


def contrast(chain: Chain, dry: Handle | Cord, wet: Handle, check: Contrast = is_changed) -> None:
    """The new signal, which must differ from the old one; a square wave stays as it is."""
    if not chain.flat:
        chain.contrasts.append((dry, wet, check))
    chain.signal = (wet,)


def article(name: str) -> str:
    """`a` or `an` with a name, but none before mass nouns."""
    if name in ("distortion", "overdrive", "hard clipping", "soft clipping", "saturation"):
        return f"a {name}" if name == "distortion" else name
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def distortion(chain: Chain) -> Part:
    """Hard clipping after gain."""
    return drive(chain, ("clip~ -0.5 0.5",), 20, ("distortion", "distortion effect", "hard clipping", "hard clipper", "fuzz"),
                 ("distorts it", "clips it hard", "makes it distorted", "overloads it"))  # fmt: skip


def overdrive(chain: Chain) -> Part:
    """Soft clipping after gain."""
    return drive(chain, ("expr~ tanh($v1)", "*~ 0.5"), 5, ("overdrive", "overdrive effect", "soft clipping", "soft clipper", "saturation"),
                 ("overdrives it", "saturates it softly", "clips it softly", "warms it up with soft clipping"))  # fmt: skip


def clip(chain: Chain) -> Part:
    """Clipping at a level the prompt names."""
    draw = chain.draw
    limit = draw.one((0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4))
    (dry,) = chain.signal
    handle = chain.add(f"clip~ -{limit:g} {limit:g}", dry)
    if chain.frequency:
        contrast(chain, dry, handle)
    chain.signal = (handle,)
    return spoken(
        chain, ("a clipper at {l}", "a hard clipper that limits it to {l}", "clip~ between -{l} and {l}", "clipping at {l}",
                "a limiter that clips at {l}"),
        does=("clips it between -{l} and {l}", "limits it to the range -{l} to {l}", "clips it at plus and minus {l}"),
        short=("clip {l}", "clip~ -{l} {l}"), l=lambda: f"{limit:g}")  # fmt: skip


def crush(chain: Chain) -> Part:
    """Fewer bits: the amplitude rounded down to steps."""
    draw = chain.draw
    (dry,) = chain.signal
    if draw.chance(0.4):
        control = chain.add('hsl 1 32 "steps" init:8')
        handle = chain.add("expr~ floor($v1 * $f2) / $f2", dry, chain.into(1, control))
        part = spoken(
            chain, ("a bit crusher with a {knob} for the steps", "a bitcrusher with an adjustable number of steps", "a bit reduction effect with a steps {knob}",
                    "a quantizer with a {knob} for the number of amplitude steps"),
            bare=("a bit crusher", "a bitcrusher"), can=("change the number of steps", "set the steps with a {knob}"),
            short=("bitcrusher w/ steps {knob}", "bit crush, steps {knob}"))  # fmt: skip
    else:
        bits = draw.one((2, 3, 4, 5))
        steps = 2 ** (bits - 1)
        handle = chain.add(f"expr~ floor($v1 * {steps}) / {steps}", dry)
        part = spoken(
            chain, ("a {b}-bit bit crusher", "a bit crusher at {b} bits", "a bitcrusher set to {b} bits", "a {b} bit crusher", "bit reduction to {b} bits"),
            does=("reduces it to {b} bits", "crushes it to {b} bits", "quantizes it to {b} bits"),
            short=("bitcrush {b} bit", "{b} bit crusher", "bitcrusher {b} bits"), b=lambda: str(bits))  # fmt: skip
    contrast(chain, dry, handle, is_coarser)
    return part


def is_coarser(dry: Sound, wet: Sound) -> bool:
    """Something was rounded away."""
    return level(wet - dry) > 0.01 * level(dry)


def downsample(chain: Chain) -> Part:
    """A lower sampling rate: sample and hold."""
    draw = chain.draw
    (dry,) = chain.signal
    slider = draw.chance(0.4)
    rate = 4000 if slider else draw.one((800, 1000, 1200, 1500, 2000, 2500, 3000, 4000, 5000, 6000, 8000))
    clock = chain.add("phasor~", chain.add('hsl 100 10000 "rate" init:4000')) if slider else chain.add(f"phasor~ {rate}")
    handle = chain.add("samphold~", dry, chain.into(1, clock))
    chain.contrasts.append((dry, handle, is_coarser))
    chain.signal = (handle,)
    if slider:
        return spoken(
            chain, ("a sample rate reducer with a rate {knob}", "a downsampler with adjustable rate", "a lo-fi effect with a {knob} for the sample rate",
                    "a sample rate reduction with a {knob} for the rate"),
            bare=("a sample rate reducer", "a lo-fi downsampler"), can=("change the sample rate", "set the rate with a {knob}"),
            short=("downsample w/ rate {knob}", "sample rate reduction {knob}"))  # fmt: skip
    return spoken(
        chain, ("a sample rate reducer at {r}", "a downsampler to {r}", "a lo-fi effect at a sample rate of {r}", "sample rate reduction to {r}",
                "a sample and hold at {r}"),
        does=("downsamples it to {r}", "reduces its sample rate to {r}", "samples and holds it at {r}"),
        short=("downsample {r}", "sample rate {r}"), r=lambda: hertz(draw, rate))  # fmt: skip


def auto_wah(chain: Chain) -> Part:
    """A resonant band that a slow sine moves between 400 and 2000 Hz."""
    draw = chain.draw
    (dry,) = chain.signal
    kind = draw.one(("fixed", "unsaid", "slider"))
    rate = draw.one((0.25, 0.3, 0.5, 0.7, 0.8, 1.2, 1.5, 2, 2.5, 3, 4)) if kind == "fixed" else 1
    control = chain.add('hsl 0 10 "rate" init:1') if kind == "slider" else None
    lfo = chain.add("osc~", control) if control else chain.add(f"osc~ {plain(rate)}")
    sweep = chain.add("+~ 1200", chain.add("*~ 800", lfo))
    handle = chain.add("vcf~ 5", dry, chain.into(1, sweep))
    chain.contrasts.append((dry, handle, is_changed))
    chain.signal = (handle,)
    values: dict[str, Fill] = {"r": lambda: hertz(draw, rate)}
    if kind == "fixed":
        return spoken(
            chain, ("an auto-wah at {r}", "a wah-wah effect at {r}", "a {r} auto wah", "a band-pass filter swept by a {r} LFO", "an auto-wah with a rate of {r}",
                    "a filter modulated by an LFO at {r}"),
            does=("sweeps a resonant filter over it at {r}",), short=("auto-wah {r}", "wah {r}", "lfo filter {r}"), values=values)  # fmt: skip
    if kind == "unsaid":
        return spoken(chain, ("an auto-wah", "a wah effect", "a wah-wah", "an auto wah effect", "a filter swept by an LFO"),
                      short=("auto-wah", "wah", "wah-wah"))  # fmt: skip
    return spoken(
        chain, ("an auto-wah with adjustable rate", "an auto-wah with a rate {knob}", "a wah effect with a {knob} for the speed", "a filter swept by an LFO with adjustable rate"),
        bare=("an auto-wah", "a wah effect"), can=("change the rate of the wah", "set the wah speed with a {knob}"), short=("auto-wah w/ rate {knob}", "wah, speed {knob}"))  # fmt: skip


def wah(chain: Chain) -> Part:
    """A resonant band moved by hand."""
    (dry,) = chain.signal
    control = chain.add('hsl 200 3000 "wah" init:800')
    handle = chain.add("vcf~ 5", dry, chain.into(1, control))
    chain.contrasts.append((dry, handle, is_changed))
    chain.signal = (handle,)
    return spoken(
        chain, ("a wah-wah with a {knob} as pedal", "a wah pedal on a {knob}", "a wah controlled by a {knob}", "a manual wah with a {knob}",
                "a wah effect with a {knob} instead of the pedal"),
        bare=("a wah pedal", "a wah"), can=("move the wah with a {knob}", "play the wah with a {knob}"),
        short=("wah w/ {knob}", "wah pedal {knob}"))  # fmt: skip


def split(chain: Chain, left: Handle, right: Handle) -> None:
    """The sound times a gain for each side."""
    (dry,) = chain.signal
    chain.signal = (
        chain.add("*~", dry, chain.into(1, left)), chain.add("*~", dry, chain.into(1, right)),
    )  # fmt: skip


def is_left(before: Sound, after: Sound) -> bool:
    """All of it comes from the left."""
    return level(after[:1]) > 0.5 * level(before) and level(after[1:]) < 1e-4


def is_right(before: Sound, after: Sound) -> bool:
    """All of it comes from the right."""
    return level(after[1:]) > 0.5 * level(before) and level(after[:1]) < 1e-4


def pan(chain: Chain) -> Part:
    """A slider from left to right."""
    control = chain.add('hsl 0 1 "pan" init:0.5')
    left = chain.add("expr 1 - $f1", control)
    split(chain, left, control)
    chain.steps += [Step(control, "0", is_left, "0.5"), Step(control, "1", is_right, "0.5")]
    return spoken(
        chain, ("a pan {knob}", "a stereo panner with a {knob}", "panning control", "a panorama {knob}", "a {knob} to pan it between left and right",
                "a left-right balance {knob}", "stereo panning with a {knob}"),
        does=("pans it between left and right with a {knob}", "lets me pan it between the speakers", "lets the user pan it from left to right",
              "has a {knob} to place it in the stereo field"),
        bare=("a stereo panner", "a panner"), can=("pan it left and right", "move it between left and right with a {knob}"),
        short=("pan {knob}", "panning", "stereo pan {knob}"))  # fmt: skip


def auto_pan(chain: Chain) -> Part:
    """A slow sine moves the sound from side to side."""
    draw = chain.draw
    kind = draw.one(("fixed", "unsaid", "slider"))
    rate = draw.one((0.1, 0.2, 0.25, 0.3, 0.4, 0.6, 0.7, 0.8, 1, 1.5, 2, 3, 4)) if kind == "fixed" else 0.5
    control = chain.add('hsl 0 10 "rate" init:0.5') if kind == "slider" else None
    lfo = chain.add("osc~", control) if control else chain.add(f"osc~ {plain(rate)}")
    right = unipolar(chain, lfo)
    split(chain, chain.add("expr~ 1 - $v1", right), right)
    values: dict[str, Fill] = {"r": lambda: hertz(draw, rate)}
    if kind == "fixed":
        return spoken(
            chain, ("an auto-panner at {r}", "auto-pan at {r}", "a {r} auto pan", "an auto-pan effect with a rate of {r}", "an LFO panner at {r}"),
            does=("pans it from left to right and back at {r}", "moves it between the left and right speakers at {r}", "pans it automatically at {r}"),
            short=("autopan {r}", "auto-pan {r}", "{r} autopan"), values=values)  # fmt: skip
    if kind == "unsaid":
        return spoken(
            chain, ("an auto-panner", "auto-pan", "an auto pan effect", "automatic panning", "slow automatic panning"),
            does=("pans it slowly from left to right and back", "moves it automatically between left and right"), short=("autopan", "auto-pan"))  # fmt: skip
    return spoken(
        chain, ("an auto-panner with adjustable rate", "an auto-pan with a rate {knob}", "automatic panning with a {knob} for the speed"),
        does=("pans it automatically at a rate set with a {knob}",), bare=("an auto-panner", "auto-pan"),
        can=("change the speed of the panning", "set the pan rate with a {knob}"), short=("autopan w/ rate {knob}", "auto-pan speed {knob}"))  # fmt: skip


def is_weaker(dry: Sound, wet: Sound) -> bool:
    """The effect takes level away."""
    return 0.01 * level(dry) < level(wet) < 0.97 * level(dry)


def compress(chain: Chain) -> Part:
    """Less gain above a threshold: the level measured by [env~] sets it."""
    draw = chain.draw
    limit, ratio = draw.one((-40, -36, -30, -24, -20, -18, -12)), draw.one((2, 3, 4, 5, 8, 10))
    (dry,) = chain.signal
    level_of = chain.add("- 100", chain.add("env~", dry))
    over = chain.add(f"expr max($f1 + {-limit}, 0) * {plain(round(1 / ratio - 1, 3))} + 100", level_of)
    gain = chain.add("line~", chain.add("msg $1 20", chain.add("dbtorms", over)))
    handle = chain.add("*~", dry, chain.into(1, gain))
    chain.contrasts.append((dry, handle, is_weaker))
    chain.signal = (handle,)
    return spoken(
        chain, ("a compressor with a threshold of {t} and a ratio of {q}", "a compressor ({t}, {q})", "a {q} compressor above {t}", "dynamic range compression, threshold {t}, ratio {q}"),
        does=("compresses it {q} above {t}",), short=("compressor {t} {q}",),
        t=lambda: draw.one((f"{limit} dB", f"{limit}dB")), q=lambda: draw.one((f"{ratio}:1", f"{ratio} to 1")))  # fmt: skip


def haas(chain: Chain) -> Part:
    """The right side a little late: wide stereo from one channel."""
    draw = chain.draw
    time = draw.one((5, 8, 10, 12, 15, 18, 20, 25, 30))
    (dry,) = chain.signal
    chain.add("delwrite~ wide 100", dry)
    late = chain.add(f"delread~ wide {time}")
    chain.signal = (dry, late)
    chain.contrasts.append((dry, late, is_changed))
    return spoken(
        chain, ("a Haas effect of {t}", "stereo widening with a {t} delay on the right channel", "a stereo widener that delays the right side by {t}"),
        does=("delays the right channel by {t} to widen the stereo image", "makes it wide by delaying the right channel by {t}"),
        short=("haas effect {t}", "stereo widener {t}"), t=lambda: draw.one((f"{time} ms", f"{time}ms", f"{time} milliseconds")))  # fmt: skip


MODULATIONS: dict[str, Callable[[Chain], Part]] = {
    "tremolo": tremolo, "ring": ring, "distortion": distortion, "overdrive": overdrive, "clip": clip, "crush": crush,
    "downsample": downsample, "auto-wah": auto_wah, "wah": wah,
    "compressor": compress,
}  # fmt: skip
PANNINGS: dict[str, Callable[[Chain], Part]] = {"pan": pan, "auto-pan": auto_pan, "haas": haas}
