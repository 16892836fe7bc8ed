"""Skills: drums by their numbers: start and end pitch, fall time, noise, filter, decay, trigger, level."""

from __future__ import annotations

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import is_changed
from patchgen_training.skills.expect_time import loud_at, quiet_at
from patchgen_training.skills.parts_clause import Head, Words, said
from patchgen_training.skills.parts_sound import (
    Signal,
    different_level,
    output,
    ringing,
)
from patchgen_training.skills.parts_stage import Knob, Stage, control, finished
from patchgen_training.skills.parts_start import clock, trigger
from patchgen_training.skills.parts_values import frequencies, times

FALLS = Words(
    ("a pitch that falls from {a} to {b} in {t}", "a sine sweeping from {a} down to {b} in {t}", "a pitch drop from {a} to {b} within {t}", "a sine oscillator whose pitch falls from {a} to {b} over {t}", "a pitch envelope from {a} to {b} in {t}", "a start pitch of {a}, an end pitch of {b} and a fall time of {t}"),
    ("the pitch drops from {a} to {b} in {t}", "a sine falls from {a} to {b} over {t}", "its pitch starts at {a} and reaches {b} after {t}", "the frequency sweeps from {a} down to {b} within {t}", "it begins at {a} and slides down to {b} in {t}"),
    ("[sweep] a sine from {a} down to {b} in {t}", "[let] the pitch fall from {a} to {b} within {t}", "[drop] the pitch of a sine wave from {a} to {b} over {t}"), ("pitch {a} to {b} in {t}", "{a} -> {b}, {t}", "drop {a}-{b} in {t}"),
)  # fmt: skip
THUMPS = {
    "kick": ("a kick drum", "a bass drum", "a kick", "a synthetic kick drum"), "tom": ("a tom", "a tom drum", "a tom-tom", "an electronic tom"), "zap": ("a laser zap", "a zap sound", "a falling laser sound"), "drum": ("a drum sound", "an electronic drum", "a synthesized drum"),
}  # fmt: skip
NUMBERS = {
    "kick": ((120, 150, 180, 200, 220, 250, 300, 400), (35, 40, 45, 50, 55, 60), (30, 40, 50, 60, 80, 100), (150, 200, 250, 300, 350, 400, 500)),
    "tom": ((150, 160, 180, 200, 220, 250), (70, 80, 90, 100, 110, 120), (80, 100, 150, 200, 250), (200, 250, 300, 350, 400, 500)),
    "zap": ((1500, 2000, 2500, 3000, 4000), (80, 100, 150, 200), (80, 100, 150, 200, 300), (100, 150, 200, 300, 400)),
    "drum": ((180, 200, 250, 300, 400, 500), (50, 60, 80, 100, 120), (40, 50, 80, 100, 150), (150, 200, 300, 400)),
}
HIT = (
    ("[play] {w}", "[synthesize] {w}", "[make] {w}", "[trigger] {w}", "[produce] {w}", "[generate] {w}"), ("{w}", "{w}", "{w} voice", "a synthesis of {w}"), ("{w}",),
)  # fmt: skip
DECAYS = Words(
    ("a decay of {t}", "an amplitude decay of {t}", "a volume envelope of {t}", "a {t_} decay", "an amplitude that fades out in {t}", "a decay time of {t}"),
    ("the level fades out over {t}", "it dies away in {t}", "the volume decays in {t}", "the decay is {t}", "it is gone after {t}", "the whole hit lasts {t}", "the amplitude falls to zero within {t}"),
    ("[fade] out in {t}", "[let] the volume decay over {t}", "[die] away within {t}"), ("decay {t}", "{t} decay"),
)  # fmt: skip
END = Knob("pitch", ("end pitch", "final pitch", "pitch at the end", "end frequency"), "Hz", 30, 200, 50, ((30, 100), (40, 120), (30, 150), (20, 80), (40, 200)))
LENGTH = Knob("decay", ("decay", "decay time", "length of the decay"), "ms", 20, 1000, 250, ((50, 500), (50, 1000), (100, 800), (20, 600), (100, 1000)), (200, 300, 400))


def hits(stage: Stage, how: str) -> Signal:
    """A button or the like, or a clock with a toggle."""
    return clock(stage, event="hit", start="toggle", kind=stage.draw.one(("ms", "bpm", "tempo"))).source if how == "clock" else trigger(stage)


def decay(stage: Stage, sound: Signal, bangs: Signal, milliseconds: int, top: str = "1") -> Signal:
    """The level falls: said, or on a slider."""
    if stage.draw.chance(0.3):
        box, value = control(stage, LENGTH, ("slider",))
        stage.probes.append((box, "60", different_level))
        ramp = stage.add("line~", stage.add(f"msg {top} , 0 $1", stage.add(f"f {value:g}", bangs, stage.into(1, box))))
    else:
        stage.say(DECAYS, **times(stage.draw, t=milliseconds))
        ramp = stage.add("line~", stage.add(f"msg {top} , 0 {milliseconds}", bangs))
    wet = stage.add("*~", sound, stage.into(1, ramp))
    stage.contrasts.append((sound, wet, is_changed))
    return wet


def thump(draw: Draw, how: str, steered: bool) -> Example:
    """A sine whose pitch falls."""
    stage = Stage(draw)
    name = draw.one(("kick", "kick", "kick", "tom", "drum", "zap"))
    starts, ends, falls, decays = NUMBERS[name]
    bangs = hits(stage, how)
    high, low, time, length = draw.one(starts), draw.one(ends), draw.one(falls), draw.one(decays)
    if steered:
        box, value = control(stage, END, ("slider",))
        store = stage.add(f"f {value:g}", bangs, stage.into(1, box))
        stage.say(FALL_TO, **frequencies(draw, a=high), **times(draw, t=time))
        line = stage.add(f"msg {high} , $1 {time}", store)
        stage.probes.append((box, "190", different_level))
    else:
        stage.say(FALLS, **frequencies(draw, a=high, b=low), **times(draw, t=time))
        line = stage.add(f"msg {high} , {low} {time}", bangs)
    sound = decay(stage, stage.add("osc~", stage.add("line~", line)), bangs, length)
    output(stage, sound, draw.one(("unsaid", "volume", "volume", "fixed")))
    stage.checks += [quiet_at(0, 8), loud_at(12, 40, 0.001)]
    return finished(stage, Head(*HIT, {"w": said(draw, *THUMPS[name])}))


FALL_TO = Words(
    ("a pitch drop from {a} in {t}", "a pitch that falls from {a} within {t}", "a fall from {a} that takes {t}"), ("the pitch falls from {a} in {t}", "it starts at {a} and drops within {t}", "the fall from {a} takes {t}"), ("[let] the pitch drop from {a} in {t}",), ("drop from {a} in {t}",),
)  # fmt: skip
BAND = Words(
    ("white noise through a band-pass at {f} with a Q of {q}", "band-pass filtered noise at {f} (Q {q})", "noise through a band-pass filter of {f} and Q {q}"), ("white noise goes through a band-pass filter at {f} with Q {q}", "its sound is noise around {f} with a Q of {q}", "the noise is band-pass filtered at {f}, Q {q}"),
    ("[filter] white noise with a band-pass at {f} and a Q of {q}", "[use] noise through a band-pass at {f} with Q {q}"), ("noise bp {f} Q {q}", "noise -> bandpass {f}, Q {q}"),
)  # fmt: skip
TOP = Words(
    ("white noise through a high-pass at {f}", "high-pass filtered noise above {f}", "noise with everything below {f} removed", "noise through a high-pass filter of {f}"), ("white noise goes through a high-pass filter at {f}", "only noise above {f} is used", "the noise is high-pass filtered at {f}"),
    ("[filter] white noise with a high-pass at {f}", "[use] noise through a high-pass at {f}"), ("noise hip {f}", "noise highpassed at {f}"),
)  # fmt: skip
RUSHES = {
    "snare": ("a snare drum", "a snare", "a noise snare"), "hat": ("a hi-hat", "a closed hi-hat", "a hihat"), "open hat": ("an open hi-hat", "an open hihat"), "shaker": ("a shaker", "a maraca sound"),
}  # fmt: skip


def rush(draw: Draw, how: str) -> Example:
    """A burst of filtered noise."""
    stage = Stage(draw)
    name = draw.one(("snare", "snare", "hat", "hat", "open hat", "shaker"))
    bangs = hits(stage, how)
    if name == "snare":
        centre, quality = draw.one((800, 1000, 1200, 1500, 1800, 2000, 2500)), draw.one((1, 1, 2, 3))
        stage.say(BAND, q=said(draw, str(quality)), **frequencies(draw, f=centre))
        body = stage.add(f"bp~ {centre} {quality}", stage.add("noise~"))
    else:
        cutoff = draw.one((4000, 5000, 6000, 7000, 8000, 9000))
        stage.say(TOP, **frequencies(draw, f=cutoff))
        body = stage.add(f"hip~ {cutoff}", stage.add("noise~"))
    length = draw.one({"snare": (80, 100, 120, 150, 180, 200), "hat": (20, 30, 40, 50, 60), "open hat": (200, 250, 300, 400), "shaker": (40, 60, 80, 100)}[name])
    sound = decay(stage, body, bangs, length, "1" if name == "snare" else "0.5")
    output(stage, sound, draw.one(("unsaid", "volume", "volume", "fixed")))
    stage.checks += [quiet_at(0, 8), loud_at(11, 30, 0.0005)]
    return finished(stage, Head(*HIT, {"w": said(draw, *RUSHES[name])}))


BELL = Words(
    ("two sine waves at {a} and {b}", "sines of {a} and {b}", "two tones, {a} and {b}"), ("it consists of two sines at {a} and {b}", "two tones of {a} and {b} sound together"), ("[mix] sine waves of {a} and {b}",), ("sines {a} + {b}",),
)  # fmt: skip


def bell(draw: Draw, how: str) -> Example:
    """Two sines that ring together."""
    stage = Stage(draw)
    name, one, other = draw.one(((("a cowbell", "a cowbell sound"), 540, 800), (("a bell", "a bell sound", "a metallic bell"), 800, 1130), (("a bell", "a chime"), 660, 1550), (("a metallic hit", "a metallic percussion sound"), 430, 970)))
    bangs = hits(stage, how)
    stage.say(BELL, **frequencies(draw, a=one, b=other))
    pair = stage.add("+~", stage.add(f"osc~ {one}"), stage.into(1, stage.add(f"osc~ {other}")))
    sound = ringing(stage, pair, bangs, event="hit")
    output(stage, sound, draw.one(("unsaid", "volume", "volume")))
    return finished(stage, Head(*HIT, {"w": said(draw, *name)}))


SKILLS: dict[str, Skill] = {
    "thump-button": lambda draw: thump(draw, "button", False), "thump-clock": lambda draw: thump(draw, "clock", False), "thump-pitch-slider": lambda draw: thump(draw, "button", True), "rush-button": lambda draw: rush(draw, "button"), "rush-clock": lambda draw: rush(draw, "clock"),
    "bell-button": lambda draw: bell(draw, "button"), "bell-clock": lambda draw: bell(draw, "clock"),
}  # fmt: skip
CORE: tuple[str, ...] = ("thump-button", "thump-clock", "thump-pitch-slider", "rush-button", "rush-clock")
