"""Parts of a sound with their words: oscillators, noises, filters, envelopes, echoes, tremolo, the level and the place."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen_training.skills.audio_sources import NOISES
from patchgen_training.skills.audio_units import plain
from patchgen_training.skills.expect_audio import (
    Sound,
    different,
    is_changed,
    level,
    louder,
    moves,
    quieter,
)
from patchgen_training.skills.parts_clause import Words, said
from patchgen_training.skills.parts_stage import Knob, Stage, control
from patchgen_training.skills.parts_values import frequencies, times
from patchgen_training.skills.sequence_voice import WAVES
from patchgen_training.skills.sketch import Cord, Handle

Signal = Handle | Cord
WAVE_NOUNS = {
    "sine": ("a sine wave", "a sine oscillator", "a sine tone", "a sine"), "sawtooth": ("a sawtooth wave", "a sawtooth oscillator", "a saw oscillator", "a saw wave", "a sawtooth"),
    "square": ("a square wave", "a square wave oscillator", "a square oscillator"), "triangle": ("a triangle wave", "a triangle oscillator", "a triangle wave oscillator"),
}  # fmt: skip
VOICED = Words(
    ("{w} as the voice", "{w} as the sound", "{w} for the sound", "{w} as the sound source", "{w}"),
    ("the sound is {w}", "the voice is {w}", "the notes are played by {w}", "{w} makes the sound", "it is played with {w}", "the sound source is {w}", "it should sound like {w}"),
    ("[use] {w} as the voice", "[play] it with {w}", "[use] {w} for the sound"), ("{w}", "{w} voice"),
)  # fmt: skip
TONES = tuple(WAVE_NOUNS)


def oscillator(stage: Stage, kind: str, *pitch: Signal, argument: str = "") -> Handle:
    """The boxes of one waveform."""
    body, shaping, _ = WAVES[kind]
    handle = stage.add(f"{body} {argument}".strip(), *pitch)
    for more in shaping:
        handle = stage.add(more, handle)
    return handle


def voice(stage: Stage, *pitch: Signal, always: bool = False) -> Handle:
    """An oscillator that the sentence names; a sine where it does not."""
    kind = stage.draw.one(("sine", *TONES))
    if kind != "sine" or always or stage.draw.chance(0.5):
        stage.say(VOICED, w=said(stage.draw, *WAVE_NOUNS[kind]))
    return oscillator(stage, kind, *pitch)


def noise(stage: Stage, colour: str) -> Handle:
    """Noise of a colour."""
    handle = stage.add("noise~")
    for body in NOISES[colour].shaping:
        handle = stage.add(body, handle)
    return handle


LOW = Words(
    ("a low-pass filter at {f}", "a low-pass filter with a cutoff of {f}", "a lowpass at {f}", "a low-pass filter set to {f}", "a low-pass with its cutoff frequency at {f}", "low-pass filtering at {f}"),
    ("it goes through a low-pass filter at {f}", "everything above {f} is filtered out", "a low-pass filter at {f} takes off the highs", "the sound is low-pass filtered at {f}", "a lowpass at {f} makes it darker", "frequencies above {f} are cut"),
    ("[send] it through a low-pass filter at {f}", "[filter] it with a low-pass at {f}", "[remove] everything above {f} with a low-pass filter"), ("lowpass {f}", "low-pass at {f}", "lop {f}"),
)  # fmt: skip
HIGH = Words(
    ("a high-pass filter at {f}", "a high-pass filter with a cutoff of {f}", "a highpass at {f}", "a high-pass filter set to {f}", "a high-pass with its cutoff frequency at {f}", "high-pass filtering at {f}"),
    ("it goes through a high-pass filter at {f}", "everything below {f} is filtered out", "a high-pass filter at {f} takes away the bass", "the sound is high-pass filtered at {f}", "a highpass at {f} makes it thinner", "frequencies below {f} are cut"),
    ("[send] it through a high-pass filter at {f}", "[filter] it with a high-pass at {f}", "[remove] everything below {f} with a high-pass filter"), ("highpass {f}", "high-pass at {f}", "hip {f}"),
)  # fmt: skip
CUTOFF = Knob("cutoff", ("cutoff of a low-pass filter", "cutoff frequency of a low-pass filter", "low-pass cutoff", "low-pass filter cutoff", "cutoff frequency of the low-pass filter"), "Hz", 50, 10000, 1000, ((100, 5000), (200, 4000), (50, 5000), (100, 8000), (200, 2000), (300, 3000), (100, 2000), (500, 6000), (80, 4000), (150, 10000)), (300, 500, 800, 1000, 2000))
HIGH_CUTOFF = Knob("cutoff", ("cutoff of a high-pass filter", "cutoff frequency of a high-pass filter", "high-pass cutoff", "high-pass filter cutoff"), "Hz", 50, 10000, 1000, ((100, 5000), (200, 4000), (50, 2000), (100, 8000), (20, 2000), (300, 3000)), (300, 500, 800, 1000))
RESONANCE = Knob("resonance", ("resonance", "filter resonance", "Q of the filter", "resonance of the filter"), "", 1, 20, 5, ((1, 10), (1, 20), (1, 30), (2, 15), (1, 15)))
RESONANT = Knob("cutoff", ("cutoff of a resonant low-pass filter", "cutoff frequency of a resonant low-pass filter", "cutoff of a resonant filter", "resonant low-pass cutoff"), "Hz", 50, 5000, 1000, ((100, 4000), (200, 3000), (100, 5000), (80, 3000), (200, 5000)), (500, 800))
CUTOFFS = (300, 400, 500, 600, 800, 900, 1000, 1200, 1500, 2000, 2500, 3000, 4000)


def filtering(stage: Stage, signal: Signal, kind: str = "") -> Signal:
    """A filter: low, high, each fixed or with a control, or resonant with two controls."""
    kind = kind or stage.draw.one(("low", "low", "high", "low-control", "low-control", "low-control", "high-control", "resonant"))
    if kind in ("low", "high"):
        cutoff = stage.draw.one(CUTOFFS)
        stage.say(LOW if kind == "low" else HIGH, **frequencies(stage.draw, f=cutoff))
        wet = stage.add(f"{'lop~' if kind == 'low' else 'hip~'} {cutoff}", signal)
        # A low sine hardly feels a low-pass.
        stage.contrasts.append((signal, wet, lambda dry, filtered: level(filtered - dry) > 0.001 * level(dry)))
        return wet
    if kind == "resonant":
        cutoff_box, _ = control(stage, RESONANT, ("slider",))
        quality, _ = control(stage, RESONANCE, ("slider",))
        stage.probes.append((cutoff_box, "40", moves))
        return stage.out(stage.add("vcf~", signal, stage.into(1, cutoff_box), stage.into(2, quality)), 1)
    handle, value = control(stage, CUTOFF if kind == "low-control" else HIGH_CUTOFF)
    boxed = "number" in stage.sketch.lines[handle - 1].split('"')[0]
    body = "lop~" if kind == "low-control" else "hip~"
    wet = stage.add(f"{body} {plain(value)}" if boxed else body, signal, stage.into(1, handle))
    stage.probes.append((handle, "60" if kind == "low-control" else "9000", moves))
    return wet


DECAYED = Words(
    ("a decay of {t}", "a {t_} decay", "a decay time of {t}", "an envelope with a {t_} decay", "a decay envelope of {t}", "{e}s that fade out in {t}", "a fade-out of {t} on every {e}", "{e}s that are gone after {t}"),
    ("every {e} dies away in {t}", "each {e} fades out within {t}", "the {e}s decay over {t}", "a {e} lasts {t} and fades out", "each {e} has a decay of {t}", "the {e} is gone after {t}", "every {e} rings for {t}", "it takes {t} until a {e} is silent", "the decay is {t}"),
    ("[let] each {e} die away in {t}", "[fade] every {e} out over {t}", "[give] each {e} a decay of {t}"), ("{t} decay", "decay {t}", "fades out in {t}"),
)  # fmt: skip
STRUCK = Words(
    ("an attack of {a} and a decay of {t}", "a {a_} attack and a {t_} decay", "an envelope of {a} attack and {t} decay", "an attack time of {a} and a decay time of {t}", "an envelope that rises in {a} and falls in {t}", "{e}s that swell in {a} and fade in {t}"),
    ("each {e} rises in {a} and fades out over {t}", "every {e} has an attack of {a} and a decay of {t}", "the envelope goes up in {a} and down in {t}", "the attack takes {a} and the decay {t}", "the {e}s fade in within {a} and die away over {t}", "attack is {a}, decay is {t}"),
    ("[shape] each {e} with an attack of {a} and a decay of {t}", "[fade] each {e} in over {a} and out over {t}", "[give] every {e} a {a_} attack and a {t_} decay"), ("attack {a} decay {t}", "{a} attack, {t} decay"),
)  # fmt: skip
DECAY = Knob("decay", ("decay", "decay time", "length of the decay", "decay in ms", "decay time in ms"), "ms", 20, 2000, 500, ((50, 1000), (20, 2000), (50, 500), (100, 2000), (100, 1000), (10, 1000), (50, 3000)), (200, 300, 500))
DECAYS = (50, 60, 80, 100, 120, 150, 180, 200, 200, 250, 300, 350, 400, 500, 600, 750, 800, 1000)
ATTACKS = (5, 10, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100)


def ringing(stage: Stage, signal: Signal, *triggers: Signal, event: str = "note", kind: str = "", longest: float = 1000, numeric: bool = False) -> Signal:
    """Each trigger lets the signal sound and fade: a decay, an attack and a decay, or a decay on a control."""
    draw = stage.draw
    kind = kind or draw.one(("decay", "decay", "attack", "control"))
    decay = draw.one([time for time in DECAYS if time <= longest])
    noun = said(draw, event)
    if kind == "control":
        box, value = control(stage, DECAY)
        # A number would take the place of the stored time.
        bangs: Sequence[Signal] = (stage.add("t b", *triggers),) if numeric else triggers
        store = stage.add(f"f {plain(value)}", *bangs, stage.into(1, box))
        stage.probes.append((box, "60", different_level))
        ramp = stage.add("line~", stage.add("msg 1 , 0 $1", store))
    elif kind == "attack":
        attack = draw.one(ATTACKS)
        stage.say(STRUCK, e=noun, **times(draw, a=attack, t=decay))
        ramp = stage.add("vline~", stage.add(f"msg 1 {attack} , 0 {decay} {attack}", *triggers))
    else:
        stage.say(DECAYED, e=noun, **times(draw, t=decay))
        ramp = stage.add("line~", stage.add(f"msg 1 , 0 {decay}", *triggers))
    wet = stage.add("*~", signal, stage.into(1, ramp))
    stage.contrasts.append((signal, wet, is_changed))
    return wet


def different_level(before: Sound, after: Sound) -> bool:
    """Louder, quieter or of another colour."""
    return louder(before, after) or quieter(before, after) or different(before, after)


GATED = Words(
    ("an attack of {a} and a release of {t}", "a {a_} attack and a {t_} release", "an envelope with {a} attack and {t} release", "an attack time of {a} and a release time of {t}", "a fade-in of {a} and a fade-out of {t}"),
    ("it fades in over {a} and out over {t}", "the attack takes {a} and the release {t}", "it comes in within {a} and is released over {t}", "attack is {a}, release is {t}", "the sound rises in {a} and, when let go, falls in {t}", "the envelope has an attack of {a} and a release of {t}"),
    ("[fade] in over {a} and out over {t}", "[give] it an attack of {a} and a release of {t}"), ("attack {a} release {t}", "{a} attack, {t} release"),
)  # fmt: skip
FOUR = Words(
    ("an ADSR envelope with {a} attack, {d} decay, {s} sustain and {t} release", "an ADSR envelope (attack {a}, decay {d}, sustain {s}, release {t})", "an envelope of {a} attack, {d} decay, a sustain level of {s} and {t} release"),
    ("the ADSR envelope has {a} attack, {d} decay, sustain {s} and {t} release", "attack is {a}, decay {d}, sustain {s} and release {t}", "the envelope rises in {a}, falls to {s} in {d} and is released over {t}"),
    ("[shape] it with an ADSR envelope of {a}, {d}, {s} and {t}", "[give] it an ADSR envelope with {a} attack, {d} decay, {s} sustain and {t} release"), ("ADSR {a}/{d}/{s}/{t}", "adsr {a} {d} {s} {t}"),
)  # fmt: skip
RELEASES = (100, 150, 200, 250, 300, 400, 500, 600, 800, 1000, 1200, 1500, 2000)


def gate(stage: Stage, signal: Signal, on: Signal, off: Signal, *, full: bool = True) -> Signal:
    """An envelope that opens and closes: attack and release, or all four stages."""
    draw = stage.draw
    attack, release = draw.one(ATTACKS), draw.one(RELEASES)
    if full and draw.chance(0.35):
        decay, sustain = draw.one((50, 80, 100, 150, 200, 300)), draw.one((0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8))
        percent = f"{sustain * 100:g}"
        stage.say(FOUR, s=said(draw, plain(sustain), plain(sustain), f"{percent}%", f"{percent} percent"), **times(draw, a=attack, d=decay, t=release))
        opened = stage.add(f"msg 1 {attack} , {plain(sustain)} {decay} {attack}", on)
        ramp = stage.add("vline~", opened, stage.add(f"msg 0 {release}", off))
    else:
        stage.say(GATED, **times(draw, a=attack, t=release))
        ramp = stage.add("line~", stage.add(f"msg 1 {attack}", on), stage.add(f"msg 0 {release}", off))
    wet = stage.add("*~", signal, stage.into(1, ramp))
    stage.contrasts.append((signal, wet, is_changed))
    return wet


ECHOED = Words(
    ("an echo of {t} with {g} feedback", "a {t_} echo with a feedback of {g}", "an echo after {t} with {g} feedback", "a delay of {t} with a feedback of {g}", "a feedback delay of {t} with feedback {g}"),
    ("it is repeated every {t} with {g} feedback", "an echo comes after {t} with a feedback of {g}", "there is an echo of {t} with {g} feedback", "a delay line of {t} feeds back {g} of its output"),
    ("[add] an echo of {t} with {g} feedback", "[send] it through a {t_} delay with a feedback of {g}"), ("echo {t} feedback {g}", "delay {t}, {g} feedback"),
)  # fmt: skip
ECHO_ONLY = Words(
    ("an echo of {t}", "a {t_} echo", "an echo after {t}", "a feedback delay of {t}", "a {t_} delay with feedback"),
    ("an echo follows after {t}", "it has an echo of {t}", "the sound goes through an echo of {t}", "it echoes every {t}"), ("[add] an echo of {t}", "[send] it through a {t_} echo"), ("{t} echo", "echo {t}"),
)  # fmt: skip
DELAY = Knob("time", ("echo time", "delay time of an echo", "time of the echo", "echo time in ms"), "ms", 10, 1000, 300, ((50, 500), (50, 1000), (10, 500), (100, 800), (100, 1000), (20, 600)), (200, 250, 400, 500))
FEEDBACK = Knob("feedback", ("feedback of an echo", "echo feedback", "feedback of the echo"), "", 0, 0.9, 0.5, ((0, 0.9), (0, 0.8), (0, 0.7), (0, 0.95)), (0.3, 0.4, 0.6))


def echo(stage: Stage, signal: Signal, kind: str = "") -> Signal:
    """Repeats: all said, or the time or the feedback on a slider."""
    draw = stage.draw
    kind = kind or draw.one(("said", "said", "both", "time", "feedback"))
    time = draw.one((100, 125, 150, 200, 250, 300, 333, 375, 400, 450, 500, 600))
    gain = draw.one((0.3, 0.4, 0.5, 0.5, 0.6, 0.7)) if kind == "both" else 0.5
    if kind == "both":
        percent = f"{gain * 100:g}"
        stage.say(ECHOED, g=said(draw, plain(gain), f"{percent}%", f"{percent} percent", plain(gain)), **times(draw, t=time))
    elif kind == "said":
        stage.say(ECHO_ONLY, **times(draw, t=time))
    line = stage.add("delwrite~ echo 1000", signal)
    if kind == "time":
        tap = stage.add("delread~ echo", control(stage, DELAY, ("slider",))[0])
    else:
        tap = stage.add(f"delread~ echo {time if kind != 'feedback' else 300}")
    if kind == "feedback":
        wet = stage.add("*~", tap, stage.into(1, control(stage, FEEDBACK, ("slider",))[0]))
    else:
        wet = stage.add(f"*~ {plain(gain)}", tap)
    stage.sketch.connect(wet, line)
    total = stage.add("+~", signal, stage.into(1, wet))
    stage.contrasts.append((signal, total, is_changed))
    stage.seconds = max(stage.seconds, 0.9)
    return total


TREMBLED = Words(
    ("a tremolo of {f}", "a {f} tremolo", "tremolo at {f}", "a tremolo at a rate of {f}", "an amplitude LFO of {f}"), ("a tremolo moves the level at {f}", "the loudness wobbles at {f}", "an LFO of {f} moves the amplitude", "it has a tremolo of {f}"),
    ("[add] a tremolo of {f}", "[modulate] the amplitude at {f}"), ("tremolo {f}", "{f} tremolo"),
)  # fmt: skip
RATE = Knob("rate", ("tremolo rate", "rate of a tremolo", "speed of a tremolo", "rate of the tremolo"), "Hz", 0, 20, 5, ((0, 10), (0, 20), (1, 20), (0, 15), (1, 10), (2, 12)), (2, 3, 4, 8))


def tremolo(stage: Stage, signal: Signal) -> Signal:
    """The level goes up and down."""
    rate = stage.draw.one((2, 3, 4, 5, 6, 7, 8, 10))
    if stage.draw.chance(0.4):
        stage.say(TREMBLED, **frequencies(stage.draw, f=rate))
        lfo = stage.add(f"osc~ {rate}")
    else:
        lfo = stage.add("osc~", control(stage, RATE, ("slider",))[0])
    wet = stage.add("*~", signal, stage.into(1, stage.add("+~ 0.5", stage.add("*~ 0.5", lfo))))
    stage.contrasts.append((signal, wet, is_changed))
    return wet


VIBRATED = Words(
    ("a vibrato of {f} with a depth of {d}", "a {f} vibrato that is {d} deep", "vibrato at {f} and {d} deep", "a vibrato with a rate of {f} and a depth of {d}"), ("the pitch wobbles by {d} at {f}", "a vibrato of {f} moves the pitch by {d}", "it has a vibrato of {f} with a depth of {d}"),
    ("[add] a vibrato of {f} with a depth of {d}",), ("vibrato {f}, depth {d}", "{f} vibrato {d} deep"),
)  # fmt: skip


def vibrato(stage: Stage, pitch: Signal) -> Signal:
    """The pitch goes up and down by some hertz."""
    rate, depth = stage.draw.one((3, 4, 5, 6, 7, 8)), stage.draw.one((3, 4, 5, 8, 10, 12, 15, 20))
    stage.say(VIBRATED, **frequencies(stage.draw, f=rate, d=depth))
    wave = stage.add(f"*~ {depth}", stage.add(f"osc~ {rate}"))
    return stage.add("+~", wave, stage.into(1, pitch))


VOLUME = Knob("volume", ("volume", "volume", "volume", "output volume", "overall volume", "main volume"), "", 0, 1, 0.3, ((0, 1), (0, 1)), (0.2, 0.3, 0.4, 0.5))
LEVEL = Words(
    ("a volume of {g}", "an output level of {g}", "a gain of {g}", "an amplitude of {g}"), ("the volume is {g}", "the output level is {g}", "it is played at a volume of {g}", "the amplitude is {g}"), ("[play] it at a volume of {g}", "[scale] it by {g}"), ("volume {g}", "gain {g}"),
)  # fmt: skip
PAN = Knob("pan", ("pan position", "panning", "panning between left and right", "position between left and right", "stereo position"), "", 0, 1, 0.5, ())


def output(stage: Stage, signal: Signal, kind: str = "") -> None:
    """The level, or the place between the speakers, and both channels."""
    draw = stage.draw
    kind = kind or draw.one(("unsaid", "unsaid", "volume", "volume", "volume", "volume", "fixed", "pan", "pan-volume"))
    if kind.startswith("pan"):
        pan, _ = control(stage, PAN, ("slider",))
        left = stage.add("*~", signal, stage.into(1, stage.add("expr 1 - $f1", pan)))
        right = stage.add("*~", signal, stage.into(1, pan))
        sides: Sequence[Handle] = scaled(stage, (left, right), kind == "pan-volume")
        stage.add("dac~", sides[0], stage.into(1, sides[1]))
        stage.probes.append((pan, "0", lambda _before, after: loudest(after, 1) < 1e-4 < loudest(after, 0)))
        return
    if kind == "fixed":
        gain = draw.one((0.05, 0.1, 0.15, 0.25, 0.3, 0.4))
        stage.say(LEVEL, g=said(draw, plain(gain), plain(gain), f"{gain * 100:g}%", f"{gain * 100:g} percent"))
        last = stage.add(f"*~ {plain(gain)}", signal)
    else:
        (last,) = scaled(stage, (signal,), kind == "volume")
    stage.add("dac~", last, stage.into(1, last))


def loudest(heard: Sound, channel: int) -> float:
    """The loudest sample of one side, once the controls have settled."""
    return float(abs(heard[channel, 2000:]).max())


def falls_silent(_before: Sound, after: Sound) -> bool:
    """Nothing is heard once the controls have settled."""
    return level(after[:, 2000:]) < 1e-4


def scaled(stage: Stage, signals: Sequence[Signal], slider: bool) -> tuple[Handle, ...]:
    """Every channel times a volume slider, or an unsaid gain."""
    if not slider:
        return tuple(stage.add("*~ 0.2", signal) for signal in signals)
    volume, _ = control(stage, VOLUME, ("slider",))
    stage.probes.append((volume, "0", falls_silent))
    return tuple(stage.add("*~", signal, stage.into(1, volume)) for signal in signals)


