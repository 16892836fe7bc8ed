"""Skills: FM, AM, pulse width, sync and vibrato voices that make their own sound, with values and controls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from patchgen_training.skills.audio_effects_grammar import skill
from patchgen_training.skills.audio_effects_request import Effect, Request
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_units import SPANS, hertz, plain, span
from patchgen_training.skills.audio_units_knob import DEPTH, Knob, rate_knob, spaced_share
from patchgen_training.skills.example import Skill
from patchgen_training.skills.sketch import Handle

MIDDLE = (110, 130, 150, 165, 180, 196, 200, 220, 246, 250, 262, 280, 300, 311, 330, 350, 392, 400, 440, 466, 500, 523, 550, 600, 660, 700, 880)


def fm_ratio(request: Request) -> None:
    """The modulator at a ratio of the carrier, its depth the index times its frequency."""
    carrier = request.control("carrier") if request.is_turned("carrier") else 0
    start = carrier or request.add(f"sig~ {plain(request.value('carrier'))}")
    modulator = request.turned("ratio", "*~", start)
    swing = request.add("*~", request.add("osc~", modulator), request.into(1, modulator))
    deep = request.turned("index", "*~", swing)
    request.becomes(request.add("osc~", request.add("+~", start, request.into(1, deep))))


def fm(request: Request) -> None:
    """Carrier, modulator and depth in hertz."""
    bent = request.turned("depth", "*~", request.lfo("modulator"))
    request.becomes(request.add("osc~", request.turned("carrier", "+~", bent)))


def fm_envelope(request: Request) -> None:
    """A button: an envelope on the depth of FM and on the level."""
    button = request.add("bng")
    request.starts.append((button, "bang"))
    time = plain(request.value("time"))
    line = request.add("line~", request.add(f"msg 1 , 0 {time}", button))
    depth = request.turned("depth", "*~", line)
    bent = request.add("*~", request.lfo("modulator"), request.into(1, depth))
    voice = request.add("osc~", request.turned("carrier", "+~", bent))
    request.becomes(request.add("*~", voice, request.into(1, line)))


def am(request: Request) -> None:
    """A carrier whose level a sine moves."""
    carrier = request.lfo("carrier")
    gain = request.add("+~ 0.5", request.add("*~ 0.5", request.lfo("modulator")))
    if request.is_said("depth"):
        gain = request.add("expr~ 1 - $v1", request.turned("depth", "*~", gain))
    request.becomes(request.add("*~", carrier, request.into(1, gain)))


def pulse_width(request: Request) -> None:
    """A pulse wave whose width a sine moves."""
    ramp = request.lfo("frequency", "phasor~")
    width = request.add("+~ 0.5", request.turned("depth", "*~", request.lfo("rate")))
    request.becomes(request.add("-~ 0.5", request.add("expr~ $v2 > $v1", ramp, request.into(1, width))))


def sync(request: Request) -> None:
    """A ramp that starts anew with each period of a slower one."""
    ramp = request.add("wrap~", request.turned("ratio", "*~", request.lfo("frequency", "phasor~")))
    request.becomes(request.add("-~ 0.5", ramp))


def swept_sync(request: Request) -> None:
    """The same with a {m}LFO on the ratio."""
    master = request.lfo("frequency", "phasor~")
    ratio = request.add("+~ 2.5", request.add("*~ 1", request.lfo("rate")))
    ramp = request.add("wrap~", request.add("*~", master, request.into(1, ratio)))
    request.becomes(request.add("-~ 0.5", ramp))


def wobbling(name: str) -> Callable[[Request], None]:
    """An oscillator with vibrato."""

    def build(request: Request) -> None:
        swing = request.turned("depth", "*~", request.lfo("rate"))
        request.becomes(wave(request, WAVEFORMS[name], "", request.turned("frequency", "+~", swing)))

    return build


def trembling(name: str) -> Callable[[Request], None]:
    """An oscillator with tremolo."""

    def build(request: Request) -> None:
        ramp: Handle = request.lfo("frequency", WAVEFORMS[name].oscillator)
        for body in WAVEFORMS[name].shaping:
            ramp = request.add(body, ramp)
        gain = request.add("+~ 0.5", request.add("*~ 0.5", request.lfo("rate")))
        request.becomes(request.add("*~", ramp, request.into(1, gain)))

    return build


CARRIER = Knob((("carrier", ("carrier frequency", "carrier", "carrier pitch")), ("frequency", ("frequency",)), ("pitch", ("pitch",))), 50, 2000, 440, 900, MIDDLE, hertz, ("{a} with a carrier of {v}", "{a} at {v}", "{a} with a {v} carrier"))
MODULATOR = Knob((("modulator", ("modulator frequency", "modulator", "modulation frequency")),), 0, 1000, 110, 640, (30, 50, 60, 70, 80, 90, 100, 120, 150, 180, 200, 250, 300, 330), hertz, ("{a} with a {v} modulator",), boxed=True)
HERTZ_DEPTH = Knob((("depth", ("depth", "modulation depth", "FM depth")), ("index", ("index", "modulation index")), ("amount", ("FM amount", "modulation amount"))), 0, 1000, 200, 0, (50, 80, 100, 150, 250, 300, 400, 500), boxed=True)
RATIO = Knob((("ratio", ("ratio", "harmonicity ratio", "modulator ratio")), ("harmonicity", ("harmonicity",))), 0, 8, 2, 5.3, (0.5, 1, 1.5, 3, 3.5, 4, 1.41, 2.5, 5, 7), boxed=True)
INDEX = Knob((("index", ("index", "modulation index")), ("brightness", ("brightness",))), 0, 10, 2, 0, (0.5, 1, 3, 4, 5, 6, 8), boxed=True)
PITCH = Knob((("frequency", ("frequency", "frequency")), ("pitch", ("pitch",))), 50, 2000, 440, 900, (*MIDDLE, 55, 65, 73, 82, 98), hertz, ("{a} at {v}", "a {v} {n}"), boxed=True)
LOW_PITCH = replace(PITCH, usual=110, nouns=("{a} at {v}", "a {v} {n}"), values=(55, 65, 73, 82, 98, 110, 123, 130, 147, 165, 196, 220), high=500, test=330)
VIBRATO = {"frequency": PITCH, "rate": replace(rate_knob(5, 20, (3, 4, 4.5, 5.5, 6, 6.5, 7, 8)), nouns=("{a} with a rate of {v}",), moods=(("slow", 2), ("fast", 9))),
           "depth": Knob((*DEPTH[:2], ("width", ("width",))), 0, 50, 5, 40, (3, 4, 6, 8, 10, 15, 20), hertz, boxed=True)}  # fmt: skip
TREMBLE = {"frequency": PITCH, "rate": replace(rate_knob(5, 20, (1, 2, 3, 4, 5.5, 6, 7, 8, 10)), nouns=("{a} with a rate of {v}",), moods=(("slow", 1.5), ("fast", 9)))}


def voice(nouns: tuple[str, ...], does: tuple[str, ...], shorts: tuple[str, ...], build: Callable[[Request], None], knobs: dict[str, Knob], goals: tuple[str, ...] = (), seconds: float = 0.8) -> Effect:
    """An effect that is its own source."""
    return Effect(nouns, does, shorts, build, knobs, goals, can_bypass=False, sings=True, seconds=seconds)


EFFECTS: dict[str, Effect] = {
    "fm-ratio": voice(
        ("FM synth with a ratio and an index", "FM voice with carrier to modulator ratio and index", "FM oscillator set by ratio and index", "FM synthesizer with harmonicity ratio and modulation index"), ("does FM synthesis with a ratio and an index", "plays an FM tone whose modulator follows the carrier by a ratio", "generates FM with the modulator at a ratio of the carrier"),
        ("fm, ratio and index", "FM synth (ratio, index)"), fm_ratio, {"carrier": CARRIER, "ratio": RATIO, "index": INDEX}, ("fm where the modulator is always a ratio of the carrier",)),
    "fm": voice(
        ("FM synth", "FM synthesizer", "FM oscillator", "~frequency modulation", "~FM synthesis", "FM tone", "simple FM voice", "two operator FM synth"), ("does FM synthesis", "modulates the frequency of a sine with another sine", "plays an FM sound", "makes a frequency modulated tone", "uses one oscillator to modulate the frequency of another"),
        ("fm synth", "fm", "frequency modulation"), fm, {"carrier": CARRIER, "modulator": MODULATOR, "depth": HERTZ_DEPTH}, ("i want metallic fm sounds", "one sine bending the frequency of another")),
    "fm-envelope": voice(
        ("FM note with an envelope on the index", "FM tone on a button", "FM pluck triggered by a button", "FM sound on a button whose index dies away", "FM hit with a decaying index on a bang"), ("plays an FM note with an envelope on the modulation index when a button is pressed", "strikes an FM tone on a bang", "triggers an FM sound whose index decays with a button"),
        ("fm hit, button, decaying index", "bang -> fm note, index envelope"), fm_envelope, {"carrier": CARRIER, "modulator": replace(MODULATOR, usual=280), "depth": replace(HERTZ_DEPTH, usual=400),
         "time": Knob((("decay", ("decay", "decay time", "length")),), 50, 5000, 1000, 200, SPANS[:18], span, ("{a} lasting {v}", "{a} with a decay of {v}"))}, ("a button that plays an fm tone which dies away",)),
    "am": voice(
        ("AM synth", "AM oscillator", "~amplitude modulation", "amplitude modulated tone", "AM tone", "amplitude modulator"), ("does amplitude modulation of a sine", "modulates the amplitude of one sine with another", "plays an AM tone", "makes an amplitude modulated sine"), ("am synth", "amplitude modulation"), am,
        {"carrier": replace(CARRIER, boxed=True), "modulator": replace(MODULATOR, usual=50, values=(20, 25, 30, 40, 60, 75, 80, 90, 100), high=500, test=330), "depth": Knob(DEPTH, 0, 1, 1, 0.05, (0.25, 0.3, 0.5, 0.6, 0.75), spaced_share, boxed=True, likely=0.6)}, ("one sine changing the loudness of another",)),
    "pwm": voice(
        ("PWM oscillator", "pulse width modulation oscillator", "~pulse width modulation", "pulse wave with a {m}LFO on its width", "PWM synth", "pulse oscillator with {m}pulse width modulation", "pulse wave with its width moved by a {m}LFO"), ("does pulse width modulation", "moves the width of a pulse wave with a {m}LFO", "plays a pulse wave whose width is modulated by a {m}LFO"), ("pwm", "pwm oscillator"), pulse_width,
        {"frequency": LOW_PITCH, "rate": replace(rate_knob(0.5), nouns=("{a} and a {v} LFO",)), "depth": Knob(DEPTH, 0, 0.5, 0.4, 0, (0.1, 0.2, 0.25, 0.3, 0.45), boxed=True)}, ("that fat string machine sound with pulse width modulation",), 1.2),
    "hard-sync": voice(
        ("hard sync oscillator", "hard-synced saw", "sync lead oscillator", "oscillator sync sound", "hard sync saw", "synced sawtooth"), ("plays a hard-synced saw", "makes a hard sync sound", "resets a fast ramp with every period of a slower one", "synthesizes oscillator sync"), ("hard sync saw", "osc sync"), sync,
        {"frequency": LOW_PITCH, "ratio": Knob((("ratio", ("ratio", "sync ratio")), ("sync", ("sync amount", "sync"))), 1, 8, 2.5, 5.3, (1.3, 1.5, 1.7, 2.2, 3.3, 3.7, 4.5), boxed=True)}, ("that screaming sync lead",)),
    "swept-sync": voice(
        ("hard sync oscillator swept by a {m}LFO", "synced saw with a {m}LFO on the sync ratio", "hard sync sweep with a {m}LFO"), ("sweeps a hard sync sound with a {m}LFO", "moves the ratio of a hard-synced saw with a {m}LFO"), ("sync sweep with {m}lfo",), swept_sync,
        {"frequency": LOW_PITCH, "rate": replace(rate_knob(0.5), nouns=())}, (), 1.2),
    "vibrato-sine": voice(
        ("sine wave with {m}vibrato", "sine tone with {m}vibrato", "sine oscillator with {m}vibrato", "sine with a {m}wobble on its pitch"), ("plays a sine wave with {m}vibrato", "makes the pitch of a sine wave wobble", "adds {m}vibrato to a sine wave", "wobbles the frequency of a sine with an LFO"), ("sine with {m}vibrato", "sine, {m}vibrato"), wobbling("sine"), VIBRATO, ("a sine that sings with vibrato",)),
    "vibrato-saw": voice(
        ("saw with {m}vibrato", "sawtooth wave with {m}vibrato", "sawtooth oscillator with {m}vibrato", "saw wave with a {m}LFO on the pitch"), ("plays a saw wave with {m}vibrato", "makes the pitch of a sawtooth wobble", "adds {m}vibrato to a saw", "moves the pitch of a sawtooth up and down with an LFO"), ("saw with {m}vibrato", "saw, {m}vibrato"), wobbling("sawtooth"), VIBRATO),
    "tremolo-sine": voice(
        ("sine wave with {m}tremolo", "sine tone with {m}tremolo", "sine oscillator with a {m}LFO on the volume"), ("plays a sine wave with {m}tremolo", "adds {m}tremolo to a sine wave", "makes the volume of a sine go up and down"), ("sine with {m}tremolo",), trembling("sine"), TREMBLE),
    "tremolo-saw": voice(
        ("saw with {m}tremolo", "sawtooth wave with {m}tremolo", "saw oscillator with a {m}LFO on the volume"), ("plays a sawtooth with tremolo", "adds {m}tremolo to a saw wave", "makes the level of a saw rise and fall"), ("saw with {m}tremolo",), trembling("sawtooth"), TREMBLE),
}  # fmt: skip
SKILLS: dict[str, Skill] = {name: skill(effect) for name, effect in EFFECTS.items()}
