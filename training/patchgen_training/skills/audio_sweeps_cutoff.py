"""Skills: filters that something moves: an LFO, a button, a metro, chance, the loudness of the sound."""

from __future__ import annotations

from dataclasses import replace

from patchgen_training.skills.audio_effects_grammar import skill
from patchgen_training.skills.audio_effects_request import Effect, Request
from patchgen_training.skills.audio_effects_sources import FULL
from patchgen_training.skills.audio_units import SPANS, hertz, plain, span
from patchgen_training.skills.audio_units_knob import CUTOFF, RESONANCE, Knob, rate_knob
from patchgen_training.skills.example import Skill
from patchgen_training.skills.expect_audio_time import varies
from patchgen_training.skills.sketch import Cord, Handle

SWEEP_RATE = replace(rate_knob(0.5), nouns=("{a} at {v}",), moods=(("slow", 0.2), ("slow", 0.2), ("slow", 0.2), ("fast", 6), ("very slow", 0.1), ("gentle", 0.3)))
SWEEP_DEPTH = Knob((("depth", ("depth", "LFO depth", "modulation depth", "sweep depth")), ("amount", ("amount", "LFO amount")), ("range", ("range",))), 0, 1000, 800, 0, (200, 300, 400, 500, 600, 700, 900), hertz, boxed=True)
CENTRE = replace(Knob(CUTOFF, 200, 5000, 1000, 3500, (900, 1000, 1200, 1400, 1500, 1800, 2000), hertz, boxed=True), words=(*CUTOFF[:2], ("centre", ("centre frequency", "center frequency"))))
SHARP = Knob(RESONANCE, 1, 20, 3, 20, (2, 4, 5, 6, 8, 10, 12), likely=1)
PROCESSED = FULL
LOW = ("low-pass filter", "lowpass filter", "lowpass", "low pass filter", "resonant low-pass filter", "resonant filter", "filter")
BAND = ("band-pass filter", "bandpass filter", "band pass filter", "bandpass")
MOVING = (
    "{f} with a {m}LFO on the cutoff", "{f} swept by a {m}LFO", "{f} modulated by a {m}LFO", "{f} whose cutoff is moved by a {m}LFO", "{f} with its cutoff on a {m}LFO",
    "{f} with a {m}LFO controlling the cutoff", "{f} and a {m}LFO on the cutoff",
)  # fmt: skip
DOES_LFO = (
    "sweeps a {f} on {s} with a {m}LFO", "modulates the cutoff of a {f} on {s} with a {m}LFO", "moves the cutoff of a {f} on {s} up and down with a {m}LFO", "uses a {m}LFO to sweep the cutoff of a {f} on {s}",
    "filters {s} with a {f} whose cutoff follows a {m}LFO", "puts a {m}LFO on the cutoff of a {f} for {s}", "has a {m}LFO on the cutoff of a {f} on {s}", "opens and closes a {f} on {s} with a {m}LFO",
)  # fmt: skip


def crossed(templates: tuple[str, ...], filters: tuple[str, ...]) -> tuple[str, ...]:
    """Each sentence with each kind of filter."""
    return tuple(text.replace("{f}", kind) for text in templates for kind in filters)


def filtered(request: Request, cutoff: Handle, low: bool) -> Handle | Cord:
    """A resonant filter at a moving frequency: low-pass or band-pass."""
    voice = request.add("vcf~ " + plain(request.value("resonance")), request.dry, request.into(1, cutoff)) if not request.is_turned("resonance") else (
        request.turned("resonance", "vcf~", request.dry, request.into(1, cutoff), inlet=2))
    return request.sketch.out(voice, 1) if low else voice


def centred(request: Request, lfo: Handle) -> Handle:
    """A swing around a frequency."""
    return request.turned("cutoff", "+~", request.turned("depth", "*~", lfo))


def lfo_low(request: Request) -> None:
    """A sine on the cutoff of a resonant low-pass."""
    request.becomes(filtered(request, centred(request, request.lfo("rate")), True))


def lfo_band(request: Request) -> None:
    """A sine on the centre of a band-pass."""
    request.becomes(filtered(request, centred(request, request.lfo("rate")), False))


def triangle(request: Request) -> None:
    """A triangle on the cutoff."""
    request.becomes(filtered(request, centred(request, request.add("expr~ abs($v1 - 0.5) * 4 - 1", request.lfo("rate", "phasor~"))), True))


def held(request: Request) -> None:
    """Noise, sampled and held, on the cutoff."""
    clock = request.lfo("rate", "phasor~")
    request.becomes(filtered(request, centred(request, request.add("samphold~", request.add("noise~"), request.into(1, clock))), True))


def random_steps(request: Request) -> None:
    """A metro and random on the cutoff, while a toggle is on."""
    toggle = request.add('tgl "on"')
    request.starts.append((toggle, "1"))
    clock = request.turned("time", "metro", toggle)
    pick = request.add("+ 200", request.add("random 3000", clock))
    request.becomes(filtered(request, pick, True))


def struck(request: Request) -> None:
    """A button that opens the filter, which then closes."""
    button = request.add("bng")
    request.starts.append((button, "bang"))
    top, low, time = (plain(request.value(key)) for key in ("top", "bottom", "time"))
    line = request.add("line~", request.add(f"msg {top} , {low} {time}", button))
    request.becomes(filtered(request, line, True))


def repeated(request: Request) -> None:
    """The same at every tick of a metro."""
    toggle = request.add('tgl "on"')
    request.starts.append((toggle, "1"))
    clock = request.turned("time", "metro", toggle)
    line = request.add("line~", request.add(f"msg 3000 , 200 {plain(0.8 * request.value('time'))}", clock))
    request.becomes(filtered(request, line, True))


def followed(request: Request) -> None:
    """The loudness of the sound on the frequency of a band-pass."""
    follower = request.add("dbtorms", request.add("env~", request.dry))
    amount = request.turned("sensitivity", "*", follower)
    line = request.add("line~", request.add("msg $1 30", request.add("+ 300", amount)))
    request.becomes(filtered(request, line, False))


def by_hand(request: Request) -> None:
    """A slider on the cutoff, smoothed, and one for the resonance."""
    line = request.add("line~", request.add("msg $1 50", request.control("cutoff")))
    request.becomes(filtered(request, line, True))


STEP_TIME = Knob((("time", ("time", "step time")), ("interval", ("interval",)), ("speed", ("metro time",))), 50, 1000, 250, 60, (100, 120, 125, 150, 200, 250, 300, 400, 500, 500), span, ("{a} every {v}",), boxed=True)
LFO_KNOBS = {"rate": SWEEP_RATE, "depth": replace(SWEEP_DEPTH, likely=0.6), "cutoff": replace(CENTRE, likely=0.5), "resonance": SHARP}
TOP = Knob((("top", ("starting frequency", "top frequency")),), 100, 8000, 3000, 500, (2000, 2500, 3000, 4000, 5000, 6000), hertz, ("{a} from {v}",))
LFO_HEADS = ("a {m}LFO on the cutoff of {s|low-pass filtered}", "{s|low-pass filtered} with a {m}LFO on the cutoff", "{s|filtered} with a {m}LFO on the cutoff", "a {m}LFO on the cutoff of {s|filtered}", "a {m}filter LFO on {s}", "{s|lowpass filtered} with its cutoff on a {m}LFO", "a {m}LFO on the filter cutoff for {s}", "a {m}LFO sweeping the cutoff of {s|lowpass filtered}", "a {m}LFO controlling the cutoff of {s|low pass filtered}")
EFFECTS: dict[str, Effect] = {
    "lfo-low-pass": Effect(
        crossed(MOVING, LOW), crossed(DOES_LFO, LOW), ("{m}lfo on lowpass cutoff", "{m}LFO -> lowpass cutoff", "lowpass w/ {m}lfo", "{m}filter lfo", "{m}lfo filter sweep"), lfo_low, LFO_KNOBS,
        ("a {m}LFO on the cutoff of {s}", "a {m}LFO on the cutoff of {s|low-pass filtered}", "a {m}lfo moving the brightness of {s}", "i want the filter on {s} to open and close by itself", "{m}filter sweep on {s} with an LFO", "{s} should slowly get brighter and darker again" ), PROCESSED, varies(0.01), seconds=2.2, heads=LFO_HEADS),
    "lfo-band-pass": Effect(
        (*crossed(MOVING, BAND), "auto-wah with a {m}LFO", "wah driven by a {m}LFO", "wah wah controlled by a {m}LFO"), (*crossed(DOES_LFO, BAND), "makes {s} go wah-wah with a {m}LFO", "puts a wah on {s} that a {m}LFO moves"),
        ("{m}lfo bandpass sweep", "{m}lfo wah", "bandpass w/ {m}lfo"), lfo_band, {**LFO_KNOBS, "rate": replace(SWEEP_RATE, usual=1), "cutoff": replace(LFO_KNOBS["cutoff"], usual=1200), "resonance": replace(SHARP, usual=5)}, ("{s} should go wah wah by itself", "a {m}LFO instead of my foot on the wah pedal for {s}"), PROCESSED, varies(0.01), seconds=2.2),
    "triangle-lfo": Effect(
        crossed(("{f} swept by a {m}triangle LFO", "{f} with a {m}triangle LFO on the cutoff", "{f} modulated by a {m}triangle wave"), LOW[:4]), crossed(("sweeps a {f} on {s} with a {m}triangle LFO", "modulates the cutoff of a {f} on {s} with a {m}triangle wave LFO"), LOW[:4]),
        ("{m}triangle lfo on lowpass",), triangle, LFO_KNOBS, (), PROCESSED, varies(0.01), seconds=2.2),
    "sample-and-hold": Effect(
        crossed(("{f} with a {m}sample and hold on the cutoff", "{f} with a random cutoff", "{f} with sample and hold on the cutoff", "{f} whose cutoff jumps to random values", "{f} with a {m}random LFO on the cutoff", "{f} with randomly stepping cutoff"), LOW),
        crossed(("jumps the cutoff of a {f} on {s} around randomly with sample and hold", "modulates the cutoff of a {f} on {s} with a {m}sample and hold LFO", "gives a {f} on {s} random cutoffs with samphold~", "steps the cutoff of a {f} on {s} randomly"), LOW),
        ("s&h filter", "sample and hold cutoff", "random cutoff filter", "samphold~ on the cutoff"), held, {**LFO_KNOBS, "rate": replace(SWEEP_RATE, usual=4, values=(2, 3, 4, 5, 6, 7, 8, 10), moods=(("slow", 1), ("fast", 10)), high=20, test=20)},
        ("i want that bubbling computer sound: random cutoff on {s}", "{s} with the filter jumping around at random"), PROCESSED, None, seconds=2.5),
    "random-cutoff": Effect(
        crossed(("{f} that gets a new random cutoff at every tick of a metro", "{f} with a random cutoff from a metro and a start toggle", "{f} whose cutoff is set at random by a metro"), LOW[:4]),
        crossed(("sets the cutoff of a {f} on {s} to a random value with a metro and a start toggle", "picks random cutoffs for a {f} on {s} while a toggle is on"), LOW[:4]), ("metro + random -> lowpass cutoff, toggle",), random_steps,
        {"time": replace(STEP_TIME, does=("gives a low-pass filter on {s} a new random cutoff every {v} while a toggle is on", "changes the cutoff of a lowpass on {s} at random every {v}, started by a toggle", "picks a random cutoff for a low-pass on {s} every {v} with a start/stop toggle")), "resonance": SHARP}, (), PROCESSED, None, seconds=1.5),
    "button-sweep": Effect(
        crossed(("{f} that closes when I press a button", "{f} with a sweep on a button", "{f} with a downward sweep triggered by a bang", "{f} with an envelope on the cutoff triggered by a button"), LOW),
        crossed(("sweeps the cutoff of a {f} on {s} down when a button is pressed", "closes a {f} on {s} on a bang", "triggers an envelope on the cutoff of a {f} on {s} with a button", "plays {s} through a {f} whose cutoff drops when I click a button", "drops the cutoff of a {f} on {s} each time I hit a button"), LOW),
        ("filter envelope, button", "bang -> cutoff envelope"), struck,
        {"top": replace(TOP, likely=0.6), "bottom": Knob((("low", ("end frequency", "lowest frequency")),), 50, 1000, 200, 600, (100, 150, 200, 250, 300, 400), hertz, ("{a} to {v}",), likely=0.5),
         "time": Knob((("time", ("sweep time", "decay time", "time")),), 50, 5000, 500, 100, SPANS[:16], span, ("{a} over {v}", "{a}, lasting {v}"), ("closes a low-pass filter on {s} over {v} when a button is pressed", "sweeps the cutoff of a lowpass on {s} down in {v} on a bang"), likely=0.8), "resonance": SHARP},
        ("a click on a button and {s} gets dark",), PROCESSED, None, seconds=1.0),
    "metro-sweep": Effect(
        crossed(("{f} that is swept down by a metro", "{f} with a rhythmic sweep and a start toggle", "{f} with a repeating envelope on the cutoff"), LOW[:5]),
        crossed(("sweeps a {f} on {s} down again and again while a toggle is on", "triggers an envelope on the cutoff of a {f} on {s} with a metro and a toggle", "pulses the cutoff of a {f} on {s} with a metro started by a toggle"), LOW[:5]), ("metro filter sweep, toggle",), repeated,
        {"time": replace(STEP_TIME, values=(200, 250, 300, 400, 500, 600, 750, 800, 1000), does=("sweeps a low-pass on {s} down every {v} while a toggle is on", "retriggers a cutoff envelope on {s} every {v}, toggle to start")), "resonance": SHARP}, (), PROCESSED, None, seconds=1.4),
    "envelope-follower": Effect(
        ("auto-wah that follows the loudness", "envelope follower on a band-pass filter", "envelope filter", "auto wah driven by the envelope", "touch wah", "wah controlled by how loud it is", "envelope controlled filter", "auto-wah with an envelope follower"),
        ("opens a filter on {s} the louder it gets", "controls a band-pass filter on {s} by its loudness", "puts an envelope follower auto-wah on {s}", "moves a filter on {s} with its own level", "uses env~ on {s} to open a filter"), ("envelope filter", "envelope follower wah", "touch wah"), followed,
        {"sensitivity": Knob((("sensitivity", ("sensitivity", "sensitivity")), ("amount", ("amount", "envelope amount"))), 0, 10000, 4000, 500, boxed=True), "resonance": replace(SHARP, usual=5)},
        ("the louder {s} gets, the more the filter should open", "i play louder, the filter opens: wah on {s}"), ("mic",) * 6 + ("noise", "bright"), None, seconds=1.0),
    "smooth-cutoff": Effect(
        ("low-pass filter with a smoothed cutoff slider", "resonant lowpass with a smooth cutoff slider", "click-free low-pass filter", "lowpass without zipper noise"),
        ("filters {s} with a low-pass whose slider is smoothed", "sweeps a lowpass on {s} by hand without clicks", "runs {s} through a resonant low-pass that I can sweep smoothly"), ("lowpass, smoothed cutoff",), by_hand,
        {"cutoff": Knob(CUTOFF, 50, 5000, 1000, 100, (), hertz, needed=True), "resonance": SHARP}, ("i want to sweep the filter on {s} by hand without zipper noise",), PROCESSED, None),
}  # fmt: skip
SKILLS: dict[str, Skill] = {name: skill(effect) for name, effect in EFFECTS.items()}
