"""Skills: effects that move by themselves: tremolo, vibrato, panning, chorus, flanger, phaser, gates, pumping."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from patchgen_training.skills.audio_effects_grammar import skill
from patchgen_training.skills.audio_effects_request import Effect, Request
from patchgen_training.skills.audio_effects_sources import ANY, FULL
from patchgen_training.skills.audio_units import hertz, plain, span
from patchgen_training.skills.audio_units_knob import (
    DEPTH,
    FEEDBACK,
    Knob,
    milliseconds,
    mix_knob,
    rate_knob,
    spaced_share,
)
from patchgen_training.skills.example import Skill
from patchgen_training.skills.expect_audio import is_changed, is_wobbling
from patchgen_training.skills.sketch import Handle

FULL_DEPTH = Knob(DEPTH, 0, 1, 1, 0.1, (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8), spaced_share, boxed=True)


def unipolar(request: Request) -> Handle:
    """An oscillator between 0 and 1."""
    return request.add("+~ 0.5", request.add("*~ 0.5", request.lfo("rate")))


def tremolo(request: Request) -> None:
    """The level follows a sine."""
    gain = unipolar(request)
    shallow = request.is_said("depth")
    if shallow:
        gain = request.add("expr~ 1 - $v1", request.turned("depth", "*~", gain))
    request.becomes(request.add("*~", request.dry, request.into(1, gain)), contrast=is_changed if shallow else is_wobbling)


def chopper(request: Request) -> None:
    """The level follows a square wave."""
    gain = request.add("expr~ $v1 > 0.5", request.lfo("rate", "phasor~"))
    request.becomes(request.add("*~", request.dry, request.into(1, gain)))


def auto_pan(request: Request) -> None:
    """A sine that moves the sound from side to side."""
    dry = request.dry
    if request.is_said("depth"):
        right = request.add("+~ 0.5", request.add("*~ 0.5", request.turned("depth", "*~", request.lfo("rate"))))
    else:
        right = unipolar(request)
    left = request.add("expr~ 1 - $v1", right)
    request.becomes(request.add("*~", dry, request.into(1, left)), request.add("*~", dry, request.into(1, right)))


def moving(name: str, centre: str, feeds: bool, is_dry: bool) -> Callable[[Request], None]:
    """A delay line read at a time that an oscillator moves."""

    def build(request: Request) -> None:
        dry = request.dry
        line = request.add(f"delwrite~ {name} 100", dry)
        sweep = request.turned("depth", "*~", request.lfo("rate"))
        wet = request.add(f"delread4~ {name}", request.add(f"+~ {centre}", sweep))
        if feeds:
            request.sketch.connect(request.turned("feedback", "*~", wet), line)
        if is_dry and not request.is_said("mix"):
            wet = request.add("+~", dry, request.into(1, wet))
        request.becomes(wet)

    return build


def vibrato(request: Request) -> None:
    """Only the moving delay: the pitch wobbles."""
    moving("vibrato", "10", False, False)(request)


def chorus(request: Request) -> None:
    """A moving delay of about 20 ms beside the dry sound."""
    moving("chorus", "20", False, True)(request)


def flanger(request: Request) -> None:
    """A moving delay of a few milliseconds, fed back."""
    moving("flanger", "4", True, True)(request)


def phaser(request: Request) -> None:
    """Four all-pass filters swept by a sine, beside the dry sound."""
    dry = request.dry
    sweep = request.add("+~ 0.7", request.turned("depth", "*~", request.lfo("rate")))
    wet = dry
    for _ in range(4):
        zero = request.add("rzero_rev~", wet, request.into(1, sweep))
        wet = request.add("rpole~", zero, request.into(1, sweep))
    if not request.is_said("mix"):
        wet = request.add("+~", dry, request.into(1, wet))
    request.becomes(wet)


def ring(request: Request) -> None:
    """The sound times an audible sine."""
    request.becomes(request.add("*~", request.dry, request.into(1, request.lfo("frequency"))))


def ring_lfo(request: Request) -> None:
    """A ring modulator whose frequency wobbles."""
    frequency = request.turned("frequency", "+~", request.turned("depth", "*~", request.lfo("rate")))
    request.becomes(request.add("*~", request.dry, request.into(1, request.add("osc~", frequency))))


def gated(request: Request) -> None:
    """A metro flips the sound on and off while a toggle is on."""
    toggle = request.add('tgl "on"')
    request.starts.append((toggle, "1"))
    flip = request.add("tgl", request.turned("time", "metro", toggle))
    request.becomes(request.add("*~", request.dry, request.into(1, request.add("line~", request.add("msg $1 5", flip)))))


def pumping(request: Request) -> None:
    """A metro ducks the sound, which then comes back."""
    toggle = request.add('tgl "on"')
    request.starts.append((toggle, "1"))
    clock = request.add("expr 60000 / $f1", request.control("tempo")) if request.is_turned("tempo") else 0
    period = 60000 / request.value("tempo")
    metro = request.add(f"metro {plain(period)}", toggle, *([request.into(1, clock)] if clock else []))
    line = request.add("line~", request.add(f"msg 0 , 1 {plain(round(0.6 * period))}", metro))
    request.becomes(request.add("*~", request.dry, request.into(1, line)))


def freeze(request: Request) -> None:
    """A toggle shuts the input of a delay line and lets it feed itself."""
    dry = request.dry
    toggle = request.add('tgl "freeze"')
    opened = request.add("*~ 1", dry, request.into(1, request.add("== 0", toggle)))
    line = request.add("delwrite~ freeze 2000", opened)
    tap = request.turned("time", "delread~ freeze", inlet=0)
    again = request.add("*~", tap, request.into(1, toggle))
    request.sketch.connect(again, line)
    request.starts.append((toggle, "1"))
    request.becomes(request.add("+~", opened, request.into(1, again)))


def wide(request: Request) -> None:
    """The right side late."""
    dry = request.dry
    request.add("delwrite~ wide 100", dry)
    request.becomes(dry, request.turned("time", "delread~ wide", inlet=0))


TREMOLO_RATE = replace(rate_knob(5, 20, (1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 9, 10, 12)), moods=(("slow", 1.5), ("fast", 9)), does=("makes the volume of {s} go up and down at {v}", "modulates the amplitude of {s} at {v}"))
GATE_TIME = Knob((("time", ("time", "gate time")), ("interval", ("interval",)), ("speed", ("metro time",))), 30, 500, 125, 60, (80, 100, 120, 125, 150, 200, 250, 300, 400, 500), span, ("{a} every {v}",), ("switches {s} on and off every {v} while a toggle is on", "chops {s} every {v}, started by a toggle"), boxed=True)
EFFECTS: dict[str, Effect] = {
    "tremolo": Effect(
        ("tremolo", "tremolo", "tremolo effect", "amplitude LFO", "volume LFO"), ("makes the volume of {s} go up and down", "adds tremolo to {s}", "makes {s} tremble", "modulates the amplitude of {s} with an LFO", "pulsates the loudness of {s}", "makes {s} louder and softer periodically"),
        ("tremolo", "amp lfo", "tremolo effect"), tremolo, {"rate": TREMOLO_RATE, "depth": FULL_DEPTH}, ("the loudness of {s} should wobble", "make {s} tremble like an old guitar amp", "{s} should get louder and softer by itself"), ANY, contrast=is_wobbling, seconds=1.2, heads=("{s|trembling}", "{s} with a {m}LFO on its volume", "a {m}LFO on the volume of {s}", "a {m}LFO on the amplitude of {s}")),
    "chopper": Effect(
        ("square tremolo", "chopper", "on/off tremolo", "square wave gate", "choppy tremolo"), ("chops {s} with a square wave", "cuts {s} on and off with a square LFO", "gates {s} with a square wave"), ("chopper", "square tremolo"), chopper,
        {"rate": replace(TREMOLO_RATE, does=("chops {s} {v} with a square wave".replace(" {v}", "") + " at {v}",))}, ("make {s} stutter on and off",), ANY, contrast=is_wobbling, seconds=1.2, heads=("{s|chopped}",)),
    "vibrato": Effect(
        ("vibrato", "vibrato effect", "pitch wobble", "vibrato made with a delay line"), ("adds vibrato to {s}", "makes the pitch of {s} wobble", "wobbles the pitch of {s} with a modulated delay line", "puts a vibrato on {s}"), ("vibrato", "vibrato effect", "pitch wobble"), vibrato,
        {"rate": replace(rate_knob(5, 20, (3, 4, 4.5, 5, 5.5, 6, 6.5, 7, 8)), moods=(("slow", 2), ("fast", 8))), "depth": Knob(DEPTH, 0, 10, 2, 9, (1, 1.5, 3, 4, 5), milliseconds, boxed=True)}, ("{s} should waver in pitch like a warped record", "i want {s} to sound like an opera singer's wobble"), ("mic",) * 5 + ("tone",) * 4 + ("chord", "drone"), heads=("a {m}LFO on the pitch of {s}",)),
    "auto-pan": Effect(
        ("auto-pan", "auto-panner", "autopan", "auto panner", "LFO panner", "automatic panner", "stereo panner driven by an LFO"),
        ("pans {s} from left to right and back", "moves {s} between the speakers automatically", "pans {s} with an LFO", "makes {s} wander from left to right", "swings {s} between the left and right channel"), ("autopan", "auto-pan", "lfo pan"), auto_pan,
        {"rate": replace(rate_knob(0.5), does=("pans {s} left and right at {v}",)), "depth": replace(FULL_DEPTH, words=(*DEPTH[:2], ("width", ("width", "stereo width"))))}, ("{s} should walk from one ear to the other and back", "i want {s} to move around in stereo by itself"), ANY, seconds=2.0, can_bypass=False, heads=("a {m}LFO on the panning of {s}", "{s} moving left and right by a {m}LFO")),
    "chorus": Effect(
        ("chorus", "chorus", "chorus effect"), ("adds chorus to {s}", "thickens {s} with a chorus", "puts a chorus on {s}", "makes {s} sound like several voices"), ("chorus", "chorus effect"), chorus,
        {"rate": rate_knob(0.5), "depth": Knob(DEPTH, 0, 10, 3, 9, (1, 2, 4, 5, 6, 8), milliseconds, boxed=True), "mix": mix_knob()}, ("make {s} thicker and wider, like several of it", "{s} should sound like a whole choir"), ANY),
    "flanger": Effect(
        ("flanger", "flanger", "flanger effect", "~flanging"), ("adds a flanger to {s}", "flanges {s}", "puts a flanger on {s}", "gives {s} that jet plane sound"), ("flanger", "flanging"), flanger,
        {"rate": replace(rate_knob(0.2), moods=(("slow", 0.1), ("fast", 3))), "depth": Knob(DEPTH, 0, 4, 2, 0.2, (0.5, 1, 1.5, 3), milliseconds, boxed=True), "feedback": Knob(FEEDBACK[:1], 0, 0.9, 0.5, 0, (0.2, 0.3, 0.4, 0.6, 0.7, 0.8), spaced_share, boxed=True), "mix": replace(mix_knob(), likely=0.3)},
        ("make {s} swoosh like a jet plane", "that jet sweep effect on {s}"), ANY),
    "phaser": Effect(
        ("phaser", "phaser", "phaser effect", "four stage phaser", "phaser made of all-pass filters"), ("adds a phaser to {s}", "phases {s} with swept all-pass filters", "puts a phaser on {s}", "sends {s} through a chain of all-pass filters moved by an LFO"), ("phaser", "phaser effect", "allpass phaser"), phaser,
        {"rate": replace(rate_knob(0.3), moods=(("slow", 0.1), ("fast", 3))), "depth": Knob(DEPTH, 0, 0.28, 0.2, 0, (0.1, 0.15, 0.25)), "mix": mix_knob()}, ("that swirling seventies sound on {s}",), FULL, seconds=2.2),
    "ring": Effect(
        ("ring modulator", "ring modulator", "ring mod", "~ring modulation", "ring modulation effect"), ("ring-modulates {s}", "multiplies {s} by a sine wave", "makes {s} sound robotic with ring modulation", "turns {s} into a robot with a ring modulator"), ("ring mod", "ringmod", "ring modulation"), ring,
        {"frequency": Knob((("frequency", ("frequency", "modulator frequency")), ("modulator", ("modulator", "modulator frequency")), ("carrier", ("carrier frequency",))), 0, 1000, 200, 930, (30, 40, 50, 60, 75, 80, 100, 120, 150, 175, 230, 250, 300, 350, 500, 600), hertz, ("a {v} {n}", "{a} at {v}"), ("multiplies {s} by a {v} sine", "ring-modulates {s} with a {v} sine wave"), boxed=True), "mix": mix_knob()},
        ("make {s} sound like a robot", "i want {s} to sound like a dalek", "metallic robot sound from {s}"), ANY, heads=("{s|ring modulated}", "{s} times a sine")),
    "ring-lfo": Effect(
        ("ring modulator with an LFO on its frequency", "ring modulator whose frequency is swept by an LFO", "wobbling ring modulator"), ("ring-modulates {s} with a sine whose frequency is moved by an LFO", "sweeps the frequency of a ring modulator on {s} with an LFO"), ("ring mod with lfo",), ring_lfo,
        {"rate": replace(rate_knob(0.5), nouns=(), moods=()), "depth": Knob(DEPTH, 0, 500, 100, 0, (20, 50, 80, 150, 200), hertz, boxed=True), "frequency": Knob((("frequency", ("frequency", "modulator frequency")),), 0, 1000, 200, 930, (300, 400, 500), hertz, boxed=True)}, (), ANY),
    "trance-gate": Effect(
        ("trance gate", "rhythmic gate", "gate driven by a metro", "metro gate", "gate with a start toggle", "stutter gate"), ("gates {s} rhythmically with a metro and a start toggle", "chops {s} in rhythm while a toggle is on", "switches {s} on and off with a metro while a toggle is on", "puts a trance gate on {s}"),
        ("trance gate, toggle", "metro gate, toggle", "rhythmic gate"), gated, {"time": GATE_TIME}, ("chop {s} up like in trance music", "{s} should be cut into rhythmic slices"), ANY, contrast=is_wobbling, seconds=1.6),
    "pumping": Effect(
        ("sidechain pumping effect", "pumping effect", "sidechain-like pumping", "ducking effect in time", "fake sidechain", "sidechain effect"), ("makes {s} pump like with a sidechain while a toggle is on", "ducks {s} on every beat and lets it come back, with a start toggle", "pumps {s} in time with a metro and a toggle", "lowers {s} on every beat like a sidechained kick"),
        ("sidechain pumping, toggle", "pumping"), pumping, {"tempo": Knob((("tempo", ("tempo",)), ("bpm", ("bpm", "tempo in bpm"))), 60, 240, 120, 240, (90, 100, 110, 115, 120, 125, 128, 130, 140, 150), lambda draw, v: draw.one((f"{plain(v)} bpm", f"{plain(v)} BPM", f"{plain(v)} beats per minute")), ("{a} at {v}",), ("pumps {s} at {v} while a toggle is on", "ducks {s} on every beat at {v}, started by a toggle"))},
        ("{s} should breathe like in house music", "that pumping edm sound on {s}"), ANY, contrast=is_wobbling, seconds=1.8),
    "freeze": Effect(
        ("freeze effect with a toggle", "stutter with a freeze toggle", "freeze switch", "stutter effect with a toggle"), ("freezes {s} in a short loop while a toggle is on", "repeats the last bit of {s} over and over while a toggle is on", "holds a short slice of {s} in a loop when I switch on a toggle", "makes {s} stutter as long as a toggle is on"),
        ("freeze toggle", "stutter toggle"), freeze, {"time": Knob((("length", ("loop length", "slice length", "length")), ("time", ("loop time",))), 20, 1000, 200, 60, (50, 80, 100, 120, 150, 200, 250, 300, 400, 500), span, ("{a} ({v} loop)",), ("loops the last {v} of {s} while a toggle is on", "freezes the last {v} of {s} with a toggle"), boxed=True)},
        ("i want to freeze {s} with a toggle",), ("mic",) * 6 + ("noise",), can_bypass=False),
    "wide": Effect(
        ("stereo widener", "Haas effect", "haas stereo widener", "pseudo stereo effect", "stereo widening effect"), ("widens {s} in stereo by delaying the right side", "makes {s} stereo with a short delay on the right channel", "spreads {s} over both speakers with a small delay", "turns mono into stereo: {s} with the right side a little late"), ("stereo widener", "haas"), wide,
        {"time": Knob((("delay", ("delay", "delay time")), ("width", ("width", "stereo width"))), 0, 40, 15, 35, (5, 8, 10, 12, 18, 20, 25, 30), milliseconds, ("{a} of {v}", "{a} with {v}"), ("delays the right channel of {s} by {v}", "widens {s} with {v} of delay on the right"), boxed=True)}, ("{s} is too narrow, i want it wide",), ANY, can_bypass=False),
}  # fmt: skip
SKILLS: dict[str, Skill] = {name: skill(effect) for name, effect in EFFECTS.items()}
