"""Skills: filters with values and controls, in rows and side by side: crossover, vowels, combs, all-pass, vocoder."""

from __future__ import annotations

from dataclasses import replace

from patchgen_training.skills.audio_effects_grammar import skill
from patchgen_training.skills.audio_effects_request import Effect, Request
from patchgen_training.skills.audio_effects_sources import FULL
from patchgen_training.skills.audio_modulation_shapes import is_coarser
from patchgen_training.skills.audio_units import CUTOFFS, hertz, plain
from patchgen_training.skills.audio_units_knob import (
    CUTOFF,
    FEEDBACK,
    RESONANCE,
    Knob,
    milliseconds,
    mix_knob,
    spaced_share,
)
from patchgen_training.skills.example import Skill
from patchgen_training.skills.expect_audio import is_changed

FIXED = tuple(cutoff for cutoff in CUTOFFS if cutoff <= 6000)
"""From 7019 Hz on, [lop~] lets everything through."""
PASS = Knob(CUTOFF, 50, 10000, 1000, 6000, FIXED, hertz, ("a {v} {n}", "{a} at {v}", "{a} with a cutoff of {v}"), boxed=True)


def low(request: Request) -> None:
    """[lop~]."""
    request.becomes(request.turned("cutoff", "lop~", request.dry))


def high(request: Request) -> None:
    """[hip~]."""
    request.becomes(request.turned("cutoff", "hip~", request.dry))


def resonant(request: Request) -> None:
    """The low-pass outlet of [vcf~]."""
    cutoff = request.control("cutoff") if request.settings["cutoff"].mode == "slider" else request.turned("cutoff", "sig~", inlet=0)
    voice = request.turned("resonance", "vcf~", request.dry, request.into(1, cutoff), inlet=2)
    request.becomes(request.sketch.out(voice, 1))


def band(request: Request) -> None:
    """[bp~] with centre and Q."""
    if request.is_turned("centre") and not request.is_turned("q"):
        control = request.control("centre")
        request.becomes(request.add(f"bp~ {plain(request.value('centre'))} {plain(request.value('q'))}", request.dry, request.into(1, control)))
    elif request.is_turned("q"):
        cords = [request.into(1, request.control("centre"))] if request.is_turned("centre") else []
        quality = request.control("q")
        request.becomes(request.add(f"bp~ {plain(request.value('centre'))} {plain(request.value('q'))}", request.dry, *cords, request.into(2, quality)))
    else:
        request.becomes(request.add(f"bp~ {plain(request.value('centre'))} {plain(request.value('q'))}", request.dry))


def notch(request: Request) -> None:
    """The sound without its band; [vcf~] is in phase with it at the centre, which [bp~] is not."""
    dry = request.dry
    centre = request.control("centre") if request.settings["centre"].mode == "slider" else request.turned("centre", "sig~", inlet=0)
    inside = request.turned("q", "vcf~", dry, request.into(1, centre), inlet=2)
    request.becomes(request.add("-~", dry, request.into(1, inside)))


def series(request: Request) -> None:
    """A high-pass, then a low-pass."""
    request.becomes(request.turned("high", "lop~", request.turned("low", "hip~", request.dry)))


def parallel(request: Request) -> None:
    """Two band-passes side by side."""
    dry = request.dry
    one, two = (request.add(f"bp~ {plain(request.value(key))} 8", dry, *([request.into(1, request.control(key))] if request.is_turned(key) else [])) for key in ("first", "second"))
    request.becomes(request.add("+~", one, request.into(1, two)))


def crossover(request: Request) -> None:
    """A low band and a high band, each with its level."""
    dry = request.dry
    if request.is_turned("frequency"):
        control = request.control("frequency")
        bands = [request.add("lop~", dry, request.into(1, control)), request.add("hip~", dry, request.into(1, control))]
    else:
        split = plain(request.value("frequency"))
        bands = [request.add(f"lop~ {split}", dry), request.add(f"hip~ {split}", dry)]
    lows, highs = request.turned("low", "*~", bands[0]), request.turned("high", "*~", bands[1])
    request.becomes(request.add("+~", lows, request.into(1, highs)))


VOWELS = {"a": (730, 1090, 2440), "e": (530, 1840, 2480), "i": (270, 2290, 3010), "o": (570, 840, 2410), "u": (300, 870, 2240)}


def formants(request: Request, name: str) -> None:
    """Three band-passes at the formants of a vowel."""
    dry = request.dry
    bands = [request.add(f"bp~ {frequency} 10", dry) for frequency in VOWELS[name]]
    request.becomes(request.add("*~ 2", *bands))


def vowel_a(request: Request) -> None:
    """Ah."""
    formants(request, "a")


def vowel_i(request: Request) -> None:
    """Ee."""
    formants(request, "i")


def vowel_o(request: Request) -> None:
    """Oh."""
    formants(request, "o")


def vowel_u(request: Request) -> None:
    """Oo."""
    formants(request, "u")


def vowel_choice(request: Request) -> None:
    """Messages that set three band-passes to vowels."""
    dry = request.dry
    start = request.add("loadbang")
    boxes = [request.add("msg " + " ".join(map(str, VOWELS[name])), *([start] if name == "a" else [])) for name in ("a", "i", "o")]
    unpack = request.add("unpack 0 0 0", *boxes)
    bands = [request.add("bp~ 1000 10", dry, request.into(1, request.sketch.out(unpack, i) if i else unpack)) for i in range(3)]
    request.probes.append((boxes[1], "bang", is_changed))
    request.becomes(request.add("*~ 2", *bands))


def comb(request: Request) -> None:
    """A delay of one period that feeds itself."""
    dry = request.dry
    line = request.add("delwrite~ comb 100", dry)
    if request.is_turned("frequency"):
        tap = request.add("delread~ comb", request.add("expr 1000 / $f1", request.control("frequency")))
    else:
        tap = request.add(f"delread~ comb {plain(round(1000 / request.value('frequency'), 3))}")
    wet = request.turned("feedback", "*~", tap)
    request.sketch.connect(wet, line)
    request.becomes(request.add("+~", dry, request.into(1, wet)))


def all_pass(request: Request) -> None:
    """All frequencies pass, each with its own phase: a delay fed back and forward."""
    inside = request.add("+~", request.dry)
    request.add("delwrite~ allpass 100", inside)
    tap = request.turned("time", "delread~ allpass", inlet=0)
    request.sketch.connect(request.add("*~ 0.6", tap), inside, 1)
    request.becomes(request.add("+~", tap, request.into(1, request.add("*~ -0.6", inside))))


def direct(request: Request) -> None:
    """[hip~] at a few hertz."""
    request.becomes(request.add("hip~ 5", request.add("+~ 0.5", request.dry)))


def vocoder(request: Request) -> None:
    """The microphone's level in three bands on the same bands of the sound."""
    dry = request.dry
    voice = request.add("adc~ 1")
    bands = []
    for frequency in (300, 1000, 3000):
        follower = request.add("lop~ 30", request.add("expr~ abs($v1)", request.add(f"bp~ {frequency} 5", voice)))
        bands.append(request.add("*~", request.add(f"bp~ {frequency} 5", dry), request.into(1, follower)))
    request.becomes(request.turned("gain", "*~", *bands))


def tilt(request: Request) -> None:
    """A telephone: a narrow band, clipped."""
    narrow = request.add("lop~ 3000", request.add("hip~ 400", request.dry))
    request.becomes(request.add("clip~ -0.5 0.5", request.turned("drive", "*~", narrow)))


CENTRE = Knob((("centre", ("centre frequency", "center frequency", "centre")), ("frequency", ("frequency", "frequency")), ("center", ("center frequency", "center"))), 50, 5000, 1000, 4000, CUTOFFS, hertz, ("{a} at {v}", "{a} around {v}", "{a} centred on {v}", "a {v} {n}"))
QUALITY = Knob((("Q", ("Q", "Q", "Q factor")), ("resonance", ("resonance",)), ("width", ("Q (bandwidth)",))), 1, 50, 5, 45, (2, 3, 4, 8, 10, 12, 15, 20, 30))
BANDS = ("band-pass filter", "bandpass filter", "band pass filter", "bandpass")
EFFECTS: dict[str, Effect] = {
    "low-pass": Effect(
        ("low-pass filter", "lowpass filter", "lowpass", "low pass filter", "LPF", "treble cut"), ("filters {s} with a low-pass", "takes the highs out of {s}", "makes {s} darker with a low-pass filter", "cuts the highs of {s}", "removes the treble from {s}", "dampens {s}"), ("lowpass", "lop~", "LPF", "low-pass filter"), low,
        {"cutoff": replace(PASS, does=("cuts everything above {v} from {s}", "filters {s} above {v}", "removes everything above {v} from {s}"))}, ("{s} is too bright, i need to darken it", "make {s} sound muffled"), FULL, contrast=is_coarser, heads=("{s|low-pass filtered}", "{s|lowpass filtered}", "{s|filtered}", "{s|muffled}")),
    "high-pass": Effect(
        ("high-pass filter", "highpass filter", "highpass", "high pass filter", "HPF", "low cut", "bass cut"), ("filters {s} with a high-pass", "cuts the lows of {s}", "removes the bass from {s}", "makes {s} thinner with a high-pass filter", "takes the rumble out of {s}"), ("highpass", "hip~", "HPF", "low cut"), high,
        {"cutoff": replace(PASS, words=CUTOFF[:2], does=("cuts everything below {v} from {s}", "removes the frequencies below {v} from {s}", "filters out what is under {v} in {s}"))}, ("{s} rumbles too much, cut the bass", "make {s} sound thin"), FULL, contrast=is_coarser, heads=("{s|high-pass filtered}", "{s|highpass filtered}")),
    "resonant": Effect(
        ("resonant low-pass filter", "resonant lowpass", "resonant filter", "moog style filter", "vcf~ low-pass filter", "synth filter", "low-pass filter with resonance", "voltage controlled filter"), ("filters {s} with a resonant low-pass", "runs {s} through vcf~", "sends {s} through a resonant low-pass filter", "puts a synth filter on {s}"), ("resonant lowpass", "vcf~ lowpass", "resonant filter"), resonant,
        {"cutoff": replace(PASS, high=5000, test=200, nouns=("{a} at {v}",), does=("filters {s} at {v} with a resonant low-pass",)), "resonance": replace(Knob(RESONANCE, 1, 20, 5, 20, (2, 3, 4, 6, 8, 10, 12, 15), nouns=("{a} with a resonance of {v}",)), boxed=True)}, ("i want to hear a squelchy synth filter on {s}",), FULL, heads=("{s|resonantly filtered}",)),
    "band-pass": Effect(
        (*BANDS, "BPF", "narrow band-pass filter"), ("filters {s} with a band-pass", "lets only a band of {s} through", "keeps only one band of {s}", "isolates a frequency band of {s}"), ("bandpass", "bp~", "band-pass"), band,
        {"centre": replace(CENTRE, does=("lets only the frequencies around {v} of {s} through", "filters {s} around {v}")), "q": QUALITY}, ("only a narrow band of {s} should be heard",), FULL, heads=("{s|band-pass filtered}", "{s|bandpass filtered}")),
    "notch": Effect(
        ("notch filter", "notch", "band-stop filter", "bandstop filter", "band-reject filter", "band reject filter"), ("notches a frequency out of {s}", "removes one frequency from {s}", "takes a band out of {s}", "filters {s} with a notch"), ("notch", "notch filter", "bandstop"), notch,
        {"centre": replace(CENTRE, does=("removes {v} from {s}", "notches {v} out of {s}", "takes {v} out of {s}")), "q": QUALITY}, ("there is a hum in {s}, take it out",), FULL, heads=("{s|notch filtered}",)),
    "series": Effect(
        ("high-pass and low-pass filter in series", "high-pass filter followed by a low-pass filter", "band limited filter made of hip~ and lop~", "~low cut and high cut", "~two filters in series"), ("filters {s} with a high-pass and then a low-pass", "runs {s} through a highpass and a lowpass in series", "cuts the lows and the highs of {s}", "limits the band of {s} with hip~ and lop~"), ("hip~ > lop~", "highpass + lowpass in series"), series,
        {"low": Knob((("highpass", ("high-pass cutoff", "highpass frequency")), ("low_cut", ("low cut",))), 20, 2000, 200, 1900, (80, 100, 150, 250, 300, 400, 500), hertz, boxed=True), "high": Knob((("lowpass", ("low-pass cutoff", "lowpass frequency")), ("high_cut", ("high cut",))), 200, 10000, 3000, 300, (1500, 2000, 2500, 4000, 5000, 6000), hertz, boxed=True)},
        ("neither bass nor treble of {s}, only the middle",), FULL, contrast=is_coarser),
    "parallel": Effect(
        ("pair of band-pass filters in parallel", "two-band filter", "parallel pair of bandpass filters", "filter bank with two band-passes in parallel", "two resonator bank"), ("sends {s} through two band-pass filters in parallel", "runs {s} through two bandpasses side by side and adds them", "splits {s} into two band-passes and sums them", "filters {s} with two parallel resonant bands"), ("two bandpasses in parallel", "2 bp~ parallel"), parallel,
        {"first": Knob((("first", ("first frequency", "frequency of the first filter")), ("low", ("lower frequency",))), 50, 5000, 500, 90, (200, 300, 350, 400, 600, 700), hertz), "second": Knob((("second", ("second frequency", "frequency of the second filter")), ("high", ("upper frequency",))), 50, 5000, 2000, 4500, (1200, 1500, 1800, 2500, 3000), hertz)},
        (), FULL),
    "crossover": Effect(
        ("two-band crossover", "crossover", "crossover with a low and a high band", "two way crossover", "bass and treble control", "two-band equalizer", "2 band EQ"), ("splits {s} into lows and highs and mixes them again", "divides {s} into a low band and a high band", "splits {s} at a crossover frequency", "separates the bass and the treble of {s}"), ("crossover", "2 band crossover", "bass/treble"), crossover,
        {"frequency": Knob((("crossover", ("crossover frequency", "crossover")), ("split", ("split frequency",))), 100, 5000, 800, 4500, (200, 250, 300, 400, 500, 600, 1000, 1200, 1500, 2000), hertz, ("{a} at {v}",), ("splits {s} at {v} into two bands",), check=lambda one, two: True, likely=0.6),
         "low": replace(Knob((("low", ("low band level", "level of the lows")), ("bass", ("bass", "bass level"))), 0, 1, 1, 0, needed=True), likely=1), "high": Knob((("high", ("high band level", "level of the highs")), ("treble", ("treble", "treble level"))), 0, 1, 1, 0, needed=True)},
        ("i want to mix the bass and the treble of {s} separately",), FULL, contrast=lambda dry, wet: True, can_bypass=False),
    "vowel-a": Effect(("formant filter for the vowel a", "vowel filter saying ah", "three band formant filter for an A", "vowel filter (a)"), ("makes {s} say ah", "gives {s} the formants of the vowel a", "filters {s} so that it sounds like an a"), ("vowel a", "formant filter a"), vowel_a, {}, ("make {s} sing aaah",), FULL),
    "vowel-i": Effect(("formant filter for the vowel i", "vowel filter saying ee", "three band formant filter for an I", "vowel filter (i)"), ("makes {s} say ee", "gives {s} the formants of the vowel i", "filters {s} so that it sounds like an i"), ("vowel i", "formant filter i"), vowel_i, {}, ("make {s} sing eeee",), FULL),
    "vowel-o": Effect(("formant filter for the vowel o", "vowel filter saying oh", "vowel filter (o)"), ("makes {s} say oh", "gives {s} the formants of the vowel o", "filters {s} so that it sounds like an o"), ("vowel o", "formant filter o"), vowel_o, {}, ("make {s} sing oooh",), FULL),
    "vowel-u": Effect(("formant filter for the vowel u", "vowel filter saying oo", "vowel filter (u)"), ("makes {s} say oo", "gives {s} the formants of the vowel u", "filters {s} so that it sounds like a u"), ("vowel u", "formant filter u"), vowel_u, {}, ("make {s} sing uuuh",), FULL),
    "vowel-messages": Effect(
        ("formant filter with messages for the vowels a, i and o", "vowel filter with message boxes for a, i and o", "talking filter with messages for three vowels"), ("switches {s} between the vowels a, i and o with message boxes", "makes {s} speak the vowels a, i and o with messages", "filters {s} with formants chosen by messages for a, i and o"), ("vowel filter, messages a i o",), vowel_choice, {},
        ("i want {s} to talk: a, i, o with messages",), FULL),
    "comb": Effect(
        ("comb filter", "comb filter", "tuned comb filter", "resonating comb filter", "comb resonator", "feedback comb filter"), ("runs {s} through a comb filter", "tunes {s} with a comb filter", "makes {s} resonate with a comb filter", "filters {s} with a short feedback delay"), ("comb filter", "comb"), comb,
        {"frequency": Knob((("frequency", ("frequency", "resonance frequency")), ("pitch", ("pitch", "pitch of the comb")), ("tuning", ("tuning",))), 50, 1000, 200, 730, (80, 100, 110, 150, 165, 220, 250, 300, 330, 440, 500), hertz, ("{a} tuned to {v}", "{a} at {v}"), ("makes {s} resonate at {v} with a comb filter",)), "feedback": Knob(FEEDBACK[:1], 0, 0.95, 0.7, 0, (0.5, 0.6, 0.8, 0.85, 0.9), spaced_share, boxed=True), "mix": replace(mix_knob(), likely=0.2)},
        ("make {s} ring like a metal tube",), ("mic",) * 4 + ("noise",) * 5 + ("bright",), can_bypass=True, heads=("{s|comb filtered}",)),
    "all-pass": Effect(
        ("all-pass filter", "allpass filter", "delay line all-pass filter", "schroeder allpass"), ("runs {s} through an all-pass filter made from a delay line", "smears {s} with an allpass filter", "changes only the phase of {s} with an all-pass"), ("allpass", "all-pass filter"), all_pass,
        {"time": Knob((("time", ("delay time", "time")), ("delay", ("delay",))), 2, 90, 10, 60, (3, 5, 7, 8, 12, 15, 20, 25, 30), milliseconds, ("{a} of {v}", "{a} with a delay of {v}"), boxed=True), "mix": replace(mix_knob(), likely=0.3)}, (), ("mic", "noise", "bright", "struck")),
    "dc-block": Effect(("DC block", "DC blocker", "DC offset filter", "hip~ DC filter"), ("adds an offset of 0.5 to {s} and removes it again with a DC blocker", "blocks the DC offset of {s} after adding 0.5 to it"), ("+0.5 offset, dc block",), direct, {}, (), ("saw", "sine", "noise"), contrast=lambda dry, wet: abs(float(wet.mean())) < 0.02, can_bypass=False),
    "vocoder": Effect(
        ("vocoder with the mic as modulator", "three band vocoder driven by the mic", "simple mic vocoder", "vocoder with three bands and the microphone", "3 band vocoder with the mic as modulator", "vocoder for my voice"), ("makes {s} talk with the voice from the mic", "vocodes {s} with the microphone", "shapes three bands of {s} with the microphone's bands", "imposes my voice on {s} with a vocoder"), ("vocoder with mic", "3 band vocoder"), vocoder,
        {"gain": Knob((("gain", ("gain", "output boost")), ("boost", ("boost",))), 1, 40, 10, 30, (), boxed=True, likely=0.7)}, ("my voice should make {s} speak like a robot",), ("saw", "saw", "noise", "drone", "chord"), contrast=lambda dry, wet: True, can_bypass=False, heads=("{s|vocoded}",)),
    "telephone": Effect(
        ("telephone effect", "radio voice effect", "phone line effect", "megaphone effect", "old radio effect"), ("makes {s} sound like over the telephone", "makes {s} sound like an old radio", "puts a telephone effect on {s}", "sends {s} through a phone-like band and a bit of clipping"), ("telephone", "old radio"), tilt,
        {"drive": Knob((("drive", ("drive", "drive")), ("distortion", ("distortion", "amount of distortion"))), 1, 50, 5, 40, (2, 3, 4, 8, 10), boxed=True, check=is_coarser)}, ("{s} should sound like a phone call", "walkie talkie sound for {s}"), ("mic",) * 6 + ("noise", "saw", "chord")),
}  # fmt: skip
SKILLS: dict[str, Skill] = {name: skill(effect) for name, effect in EFFECTS.items()}
