"""Skills: distortion, overdrive, folding, bit crushing, dynamics, pitch shifting, each with values and controls."""

from __future__ import annotations

from dataclasses import replace

from patchgen_training.skills.audio_effects_grammar import skill
from patchgen_training.skills.audio_effects_request import Effect, Request
from patchgen_training.skills.audio_effects_sources import ANY
from patchgen_training.skills.audio_units import hertz, plain
from patchgen_training.skills.audio_units_knob import Knob, mix_knob, spaced_share, times
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Skill
from patchgen_training.skills.expect_audio import Sound, level

VOICED = ("mic",) * 5 + ("noise",) * 2 + ("saw", "saw", "sine", "sine", "drone", "chord")
"""No square waves: clipping leaves them as they are."""


def is_coarser(dry: Sound, wet: Sound) -> bool:
    """Something was rounded away."""
    return level(wet - dry) > 0.01 * level(dry)


def toned(request: Request, wet: int) -> None:
    """A low-pass behind it, where the prompt speaks of the tone."""
    request.becomes(request.turned("tone", "lop~", wet) if request.is_said("tone") else wet)


def distortion(request: Request) -> None:
    """Gain, then hard clipping."""
    toned(request, request.add("clip~ -0.5 0.5", request.turned("drive", "*~", request.dry)))


def overdrive(request: Request) -> None:
    """Gain, then a soft curve."""
    toned(request, request.add("*~ 0.5", request.add("expr~ tanh($v1)", request.turned("drive", "*~", request.dry))))


def folder(request: Request) -> None:
    """Gain, then a sine as a curve: loud parts are folded back."""
    toned(request, request.add("*~ 0.5", request.add("expr~ sin($v1 * 1.5708)", request.turned("fold", "*~", request.dry))))


def rectifier(request: Request) -> None:
    """The absolute value: an octave higher."""
    toned(request, request.add("hip~ 5", request.add("expr~ abs($v1)", request.dry)))


def crush(request: Request) -> None:
    """Fewer steps, and a lower rate where the prompt speaks of it."""
    if request.is_turned("bits"):
        steps = request.add("expr pow(2, $f1 - 1)", request.control("bits"))
        wet = request.add("expr~ floor($v1 * $f2) / $f2", request.dry, request.into(1, steps))
    else:
        steps_ = plain(2 ** (request.value("bits") - 1))
        wet = request.add(f"expr~ floor($v1 * {steps_}) / {steps_}", request.dry)
    if request.is_said("rate"):
        wet = request.add("samphold~", wet, request.into(1, request.lfo("rate", "phasor~")))
    request.becomes(wet)


def downsample(request: Request) -> None:
    """Sample and hold."""
    request.becomes(request.add("samphold~", request.dry, request.into(1, request.lfo("rate", "phasor~"))))


def compressor(request: Request) -> None:
    """The level above a threshold, measured by [env~], takes gain away."""
    decibels = request.add("- 100", request.add("env~", request.dry))
    threshold, ratio = request.value("threshold"), request.value("ratio")
    sources = [decibels]
    limit, slope = f"+ {plain(-threshold)}", f"* {plain(round(1 / ratio - 1, 3))}"
    cords = []
    if request.is_turned("threshold"):
        limit = "- $f2"
        cords.append(request.into(1, request.control("threshold")))
    if request.is_turned("ratio"):
        place = len(cords) + 2
        slope = f"* (1 / $f{place} - 1)"
        cords.append(request.into(place - 1, request.control("ratio")))
    over = request.add(f"expr max($f1 {limit}, 0) {slope} + 100", *sources, *cords)
    gain = request.add("line~", request.add("msg $1 20", request.add("dbtorms", over)))
    squeezed = request.add("*~", request.dry, request.into(1, gain))
    request.becomes(request.turned("makeup", "*~", squeezed) if request.is_said("makeup") else squeezed)


def limiter(request: Request) -> None:
    """Nothing passes the ceiling."""
    if request.is_turned("ceiling"):
        control = request.control("ceiling")
        request.becomes(request.add("expr~ max(min($v1, $f2), 0 - $f2)", request.dry, request.into(1, control)))
    else:
        ceiling = plain(request.value("ceiling"))
        request.becomes(request.add(f"clip~ -{ceiling} {ceiling}", request.dry))


def gate(request: Request) -> None:
    """Closed while [env~] is below a threshold."""
    is_open = request.turned("threshold", ">", request.add("env~", request.dry))
    gain = request.add("line~", request.add("msg $1 20", is_open))
    request.becomes(request.add("*~", request.dry, request.into(1, gain)))


def duck(request: Request) -> None:
    """The microphone's level turns the sound down."""
    talks = request.turned("threshold", ">", request.add("env~", request.add("adc~ 1")))
    down = request.add("expr 1 - $f1 * 0.8", talks)
    gain = request.add("line~", request.add("msg $1 100", down))
    request.becomes(request.add("*~", request.dry, request.into(1, gain)))


def preamp(request: Request) -> None:
    """Only a gain."""
    request.becomes(request.turned("gain", "*~", request.dry))


def shifter(request: Request) -> None:
    """Two moving taps of a delay line."""
    ratio = 2 ** (request.value("semitones") / 12)
    request.add("delwrite~ shift 200", request.dry)
    if request.is_turned("semitones"):
        ramp = request.add("phasor~", request.add("expr (1 - pow(2, $f1 / 12)) * 10", request.control("semitones")))
    else:
        ramp = request.add(f"phasor~ {plain(round((1 - ratio) * 10, 2))}")
    taps = []
    for phase in (ramp, request.add("wrap~", request.add("+~ 0.5", ramp))):
        tap = request.add("delread4~ shift", request.add("*~ 100", phase))
        taps.append(request.add("*~", tap, request.into(1, request.add("expr~ sin($v1 * 3.14159)", phase))))
    request.becomes(request.add("+~", taps[0], request.into(1, taps[1])))


def harmony(request: Request) -> None:
    """The shifted voice beside the dry one."""
    dry = request.dry
    shifter(request)
    if not request.is_said("mix"):
        request.becomes(request.add("+~", dry, request.into(1, request.signal[-1])))


def interval(draw: Draw, value: float) -> str:
    """Semitones in words."""
    way, steps = ("up" if value > 0 else "down"), plain(abs(value))
    named = {12: "an octave", 7: "a fifth", 5: "a fourth", 4: "a major third", 3: "a minor third"}.get(int(abs(value)), f"{steps} semitones")
    return draw.one((f"{named} {way}", f"{named} {way}", f"{steps} semitones {way}", f"{way} {named}"))


DRIVE = Knob((("drive", ("drive", "drive")), ("gain", ("input gain",)), ("distortion", ("distortion amount", "amount of distortion"))), 1, 50, 20, 1, (3, 5, 8, 10, 15, 25, 30, 40), times, boxed=True, check=is_coarser)
TONE = Knob((("tone", ("tone",)),), 200, 8000, 3000, 200, (), hertz, boxed=True, likely=0.5)
BITS = Knob((("bits", ("bits", "bit depth", "number of bits")), ("resolution", ("resolution", "bit resolution"))), 1, 12, 4, 1, (2, 3, 5, 6, 8), lambda draw, v: draw.one((f"{plain(v)} bits", f"{plain(v)} bit", f"{plain(v)}-bit")),
            ("a {v} {n}", "{a} at {v}"), ("crushes {s} to {v}", "reduces {s} to {v}", "quantizes {s} to {v}"), check=is_coarser)  # fmt: skip
SAMPLE_RATE = Knob((("rate", ("sample rate", "sampling rate")), ("samplerate", ("sample rate reduction",))), 100, 10000, 4000, 300, (800, 1000, 2000, 2500, 3000, 5000, 6000, 8000), hertz, ("{a} at {v}",), ("reduces the sample rate of {s} to {v}", "downsamples {s} to {v}"), boxed=True, check=is_coarser)
THRESHOLD = Knob((("threshold", ("threshold",)),), -60, 0, -20, -55, (-40, -36, -30, -24, -18, -12), lambda draw, v: draw.one((f"{plain(v)} dB", f"{plain(v)}dB")))
LEVEL = Knob((("threshold", ("threshold", "threshold")), ("sensitivity", ("sensitivity",))), 0, 120, 60, 119, (45, 50, 55, 65, 70), lambda draw, v: draw.one((f"{plain(v)} dB", f"{plain(v)}dB", plain(v))), boxed=True)
SEMITONES = Knob((("semitones", ("semitones", "number of semitones")), ("transpose", ("transposition", "transpose amount")), ("pitch", ("pitch", "pitch shift"))), -12, 12, 7, -7, (-12, -12, -7, -5, -4, -3, -2, 2, 3, 4, 5, 7, 12, 12), interval, ("{a} that goes {v}",),
                 ("shifts {s} {v}", "transposes {s} {v}", "makes {s} sound {v}", "pitches {s} {v}"), needed=True)  # fmt: skip
EFFECTS: dict[str, Effect] = {
    "distortion": Effect(
        ("~distortion", "distortion", "distortion effect", "hard clipper", "fuzz", "fuzz effect", "distortion pedal", "~hard clipping"), ("distorts {s}", "clips {s} hard", "overloads {s}", "puts a distortion on {s}", "makes {s} sound dirty"), ("distortion", "fuzz", "clip~ distortion"), distortion,
        {"drive": DRIVE, "tone": TONE, "mix": replace(mix_knob(), likely=0.25)}, ("make {s} dirty and loud", "{s} should sound broken", "i want {s} to sound like a metal guitar"), VOICED, can_bypass=True, heads=("{s|distorted}", "{s|clipped}")),
    "overdrive": Effect(
        ("~overdrive", "overdrive", "soft clipper", "tanh distortion", "tube-like overdrive", "~saturation", "saturator", "~soft clipping", "overdrive pedal", "warm distortion"), ("overdrives {s}", "saturates {s}", "clips {s} softly with tanh", "warms {s} up", "drives {s} into a tanh curve"), ("overdrive", "tanh", "soft clip"), overdrive,
        {"drive": replace(DRIVE, usual=5), "tone": TONE, "mix": replace(mix_knob(), likely=0.25)}, ("make {s} warm like a tube amp", "a bit of warmth and grit on {s}"), VOICED, heads=("{s|overdriven}", "{s|saturated}", "{s|softly clipped}")),
    "folder": Effect(
        ("wavefolder", "wave folder", "foldback distortion", "~foldback distortion", "sine folder"), ("folds {s} back", "runs {s} through a wavefolder", "distorts {s} by folding it", "puts a wavefolder on {s}"), ("wavefolder", "foldback"), folder,
        {"fold": Knob((("fold", ("fold", "fold amount", "folding")), ("drive", ("drive",))), 1, 20, 4, 12, (2, 3, 5, 6, 8, 10), times, boxed=True), "tone": TONE}, ("i want west coast style folding on {s}",), VOICED, heads=("{s|folded}",)),
    "rectifier": Effect(
        ("full-wave rectifier", "octave fuzz", "rectifier", "octave up effect by rectifying"), ("rectifies {s}", "makes {s} an octave higher by taking its absolute value", "sends {s} through a full-wave rectifier"), ("rectifier", "octave up rectifier"), rectifier, {"tone": replace(TONE, likely=1)}, (), ("mic", "mic", "sine", "saw", "noise")),
    "bit-crusher": Effect(
        ("bitcrusher", "bitcrusher", "bit crusher", "bit crusher effect", "lo-fi bit reducer", "bit depth reducer"), ("bitcrushes {s}", "crushes {s}", "reduces the bit depth of {s}", "makes {s} lo-fi by reducing its bits", "makes {s} sound like an 8-bit game", "puts a bitcrusher on {s}", "quantizes the amplitude of {s}"),
        ("bitcrusher", "bit crush", "bitcrush", "bit reduction"), crush, {"bits": BITS, "rate": replace(SAMPLE_RATE, likely=0.6, nouns=()), "mix": replace(mix_knob(), likely=0.2)}, ("make {s} sound like an old video game", "lo-fi crunchy {s}", "{s} should sound like a cheap old sampler", "i want dirty digital noise on {s}"), ANY, contrast=is_coarser, heads=("{s|bitcrushed}", "{s|bit-crushed}", "{s|crushed}")),
    "lo-fi": Effect(
        ("sample rate reducer", "downsampler", "sample-rate reducer", "decimator", "lo-fi effect", "~sample rate reduction"), ("reduces the sample rate of {s}", "downsamples {s}", "samples and holds {s}", "makes {s} lo-fi with a lower sample rate"), ("downsample", "sample rate reducer", "lo-fi"), downsample,
        {"rate": SAMPLE_RATE, "mix": replace(mix_knob(), likely=0.3)}, ("make {s} sound like an old telephone line with aliasing",), ANY, contrast=is_coarser, heads=("{s|downsampled}",)),
    "compressor": Effect(
        ("compressor", "compressor", "dynamic range compressor", "~compression", "env~ based compressor"), ("compresses {s}", "evens out the loudness of {s}", "makes the loud parts of {s} quieter", "reduces the dynamics of {s}"), ("compressor", "compression"), compressor,
        {"threshold": replace(THRESHOLD, nouns=("{a} above {v}",)), "ratio": Knob((("ratio", ("ratio", "compression ratio")),), 1, 20, 4, 1, (2, 3, 5, 6, 8, 10), lambda draw, v: draw.one((f"{plain(v)}:1", f"{plain(v)} to 1", plain(v)))), "makeup": Knob((("makeup", ("makeup gain", "make-up gain")),), 0, 4, 1, 0.2, (), times, likely=0.3)},
        ("{s} is sometimes too loud, sometimes too quiet, even it out", "tame the loud peaks of {s}"), ANY, heads=("{s|compressed}",)),
    "limiter": Effect(
        ("limiter", "limiter", "hard limiter", "brickwall limiter", "safety limiter", "peak limiter"), ("limits {s}", "keeps {s} from getting too loud", "puts a limiter on {s}", "protects my ears from {s} with a limiter", "cuts the peaks of {s}"), ("limiter", "hard limiter"), limiter,
        {"ceiling": Knob((("ceiling", ("ceiling", "limit")), ("threshold", ("threshold",)), ("limit", ("limit", "maximum level"))), 0.05, 1, 0.3, 0.05, (0.1, 0.15, 0.2, 0.25), spaced_share, ("{a} at {v}",), ("limits {s} to {v}", "keeps {s} below {v}"))}, ("{s} must never get too loud",), VOICED, heads=("{s|limited}",)),
    "gate": Effect(
        ("noise gate", "noise gate", "gate", "gate driven by env~"), ("gates {s}", "mutes {s} when it is quiet", "lets {s} through only when it is loud enough", "silences the background noise of {s} with a gate"), ("noise gate", "gate"), gate, {"threshold": replace(LEVEL, nouns=("{a} at {v}",), does=("lets {s} through only above {v}", "mutes {s} below {v}"))},
        ("i don't want to hear the hiss of {s} when nobody plays", "cut {s} off when it is silent"), ("mic",) * 6 + ("noise",), contrast=lambda dry, wet: level(wet) < 1.01 * level(dry), seconds=0.6),
    "duck": Effect(
        ("ducking effect keyed by the microphone", "ducker controlled by the mic", "voice-over ducking", "mic controlled ducker", "sidechain ducking from the microphone"), ("turns {s} down while I speak into the mic", "ducks {s} when the microphone is loud", "lowers {s} whenever I talk", "makes {s} quieter as long as the mic gets a signal"), ("ducked by the mic", "mic ducking"), duck,
        {"threshold": LEVEL}, ("{s} must get out of the way when i speak", "when i talk {s} goes down, when i stop it comes back"), ("noise", "noise", "bright", "drone", "chord", "sine"), seconds=0.8, can_bypass=False),
    "preamp": Effect(
        ("preamp", "input gain", "gain stage", "mic preamp", "booster"), ("boosts {s}", "amplifies {s}", "makes {s} louder", "gives {s} more gain", "sends {s} to the speakers with a gain"), ("preamp", "gain stage", "boost"), preamp,
        {"gain": Knob((("gain", ("gain", "input gain", "gain")), ("boost", ("boost", "amount of boost"))), 0, 4, 1, 0.2, (1.5, 2, 2.5, 3), times, ("{a} of {v}",), ("amplifies {s} by {v}", "boosts {s} by a factor of {v}"), needed=True, boxed=True)}, ("{s} is too weak, i need to boost it",), ("mic",) * 6 + ("sine", "saw"), contrast=lambda dry, wet: True, can_bypass=False),
    "pitch-shifter": Effect(
        ("pitch shifter", "pitch shifter", "transposer", "pitch shift effect", "pitch shifter made with delay lines"), ("shifts the pitch of {s}", "transposes {s}", "changes the pitch of {s} in real time", "pitch shifts {s} with two delay taps"), ("pitch shift", "pitch shifter"), shifter,
        {"semitones": SEMITONES, "mix": replace(mix_knob(), likely=0.25)}, ("i want {s} in another pitch",), ("mic",) * 6 + ("saw", "sine", "chord"), seconds=1.0, heads=("{s|pitch shifted}", "{s|transposed}")),
    "harmonizer": Effect(
        ("harmonizer", "harmonizer", "harmony voice", "parallel harmony"), ("adds a second voice to {s}", "harmonizes {s}", "doubles {s} with a transposed copy"), ("harmonizer", "harmony"), harmony,
        {"semitones": replace(SEMITONES, does=("adds a voice {v} to {s}", "doubles {s} {v}"), nouns=("{a} {v}",)), "mix": replace(mix_knob(), likely=0.3)}, ("{s} should sing in two voices",), ("mic",) * 6 + ("saw", "sine"), seconds=1.0),
}  # fmt: skip
SKILLS: dict[str, Skill] = {name: skill(effect) for name, effect in EFFECTS.items()}
