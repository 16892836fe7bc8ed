"""Skills: echoes, slapback, ping-pong and tape delays, taps, reverbs, with values and controls in one sentence."""

from __future__ import annotations

from dataclasses import replace

from patchgen_training.skills.audio_effects_grammar import skill
from patchgen_training.skills.audio_effects_request import Effect, Request
from patchgen_training.skills.audio_effects_sources import TIMED
from patchgen_training.skills.audio_modulation_shapes import is_coarser
from patchgen_training.skills.audio_units import DELAYS, hertz, plain, span
from patchgen_training.skills.audio_units_knob import (
    CUTOFF,
    FEEDBACK,
    TIME,
    Knob,
    milliseconds,
    mix_knob,
    spaced_share,
)
from patchgen_training.skills.example import Skill

ECHO_TIME = Knob(TIME, 10, 1000, 300, 60, (*DELAYS, 100, 200, 250, 300, 400, 500, 500, 600, 700, 750, 800, 1000), span,
                 ("a {v} {n}", "{a} of {v}", "{a} every {v}", "a {v} {n}"), ("echoes {s} every {v}", "repeats {s} every {v}", "delays {s} by {v} with feedback"),
                 moods=(("short", 120), ("long", 700)), boxed=True)  # fmt: skip
ECHO_FEEDBACK = Knob(FEEDBACK, 0, 0.9, 0.5, 0, (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8), spaced_share, ("{a} with {v} feedback", "{a} with a feedback of {v}"), boxed=True)
ECHOES = ("echo", "echo", "echo effect", "feedback delay", "delay effect", "delay with feedback", "repeating echo")


def looped(request: Request, name: str, length: int, *inside: str) -> None:
    """A delay line that feeds itself, mixed with the dry sound."""
    dry = request.dry
    line = request.add(f"delwrite~ {name} {length}", dry)
    tap = request.turned("time", f"delread~ {name}", inlet=0)
    for body in inside:
        tap = request.turned("cutoff", body, tap)
    wet = request.turned("feedback", "*~", tap)
    request.sketch.connect(wet, line)
    if request.is_said("mix"):
        request.becomes(wet)
    else:
        request.becomes(request.add("+~", dry, request.into(1, wet)))


def echo(request: Request) -> None:
    """Delay, feedback, mix."""
    looped(request, "echo", 1000)


def tape(request: Request) -> None:
    """A low-pass in the loop: each repeat is darker."""
    looped(request, "tape", 1000, "lop~")


def slapback(request: Request) -> None:
    """One short repeat."""
    dry = request.dry
    request.add("delwrite~ slap 1000", dry)
    wet = request.turned("time", "delread~ slap", inlet=0)
    if request.is_said("level"):
        wet = request.turned("level", "*~", wet)
    request.becomes(request.add("+~", dry, request.into(1, wet)))


def ping_pong(request: Request) -> None:
    """Left after one delay, right after two."""
    dry = request.dry
    first = request.add("delwrite~ left 1000", dry)
    left = request.turned("time", "delread~ left", inlet=0)
    second = request.add("delwrite~ right 1000", left)
    setting = request.settings["time"]
    right = request.add("delread~ right", setting.handle) if setting.handle and setting.mode == "slider" else (
        request.add(f"delread~ right {plain(setting.value)}", *([setting.handle] if setting.handle else [])))
    back = request.turned("feedback", "*~", right)
    request.sketch.connect(back, first)
    del second
    request.becomes(request.add("+~", dry, request.into(1, left)), request.add("+~", dry, request.into(1, back)))


def reverb(request: Request) -> None:
    """Four taps of one line that feed back together; the decay is their gain."""
    dry = request.dry
    line = request.add("delwrite~ reverb 200", dry)
    taps = [request.add(f"delread~ reverb {time}") for time in ("29.7", "37.1", "43.3", "51.9")]
    wet = request.turned("decay", "*~", *taps)
    request.sketch.connect(wet, line)
    if request.is_said("mix"):
        request.becomes(wet)
    else:
        request.becomes(request.add("+~", dry, request.into(1, wet)))


def filtered_reverb(request: Request) -> None:
    """The reverb with a low-pass behind its taps."""
    dry = request.dry
    line = request.add("delwrite~ reverb 200", dry)
    taps = [request.add(f"delread~ reverb {time}") for time in ("29.7", "37.1", "43.3", "51.9")]
    wet = request.add("*~ 0.22", request.turned("cutoff", "lop~", *taps))
    request.sketch.connect(wet, line)
    if request.is_said("mix"):
        request.becomes(wet)
    else:
        request.becomes(request.add("+~", dry, request.into(1, wet)))


def multi_tap(request: Request) -> None:
    """Some fixed taps, each quieter than the one before."""
    dry = request.dry
    request.add("delwrite~ taps 1000", dry)
    step = request.value("time")
    taps = [request.add(f"*~ {gain}", request.add(f"delread~ taps {plain(step * (i + 1))}")) for i, gain in enumerate(("0.7", "0.5", "0.3"))]
    total = request.add("+~", dry, *(request.into(1, tap) for tap in taps))
    request.becomes(total)


def tempo_delay(request: Request) -> None:
    """A delay as long as a beat."""
    dry = request.dry
    line = request.add("delwrite~ beat 2000", dry)
    if request.is_turned("tempo"):
        tap = request.add("delread~ beat", request.add("expr 60000 / $f1", request.control("tempo")))
    else:
        tap = request.add(f"delread~ beat {plain(60000 / request.value('tempo'))}")
    wet = request.turned("feedback", "*~", tap)
    request.sketch.connect(wet, line)
    request.becomes(request.add("+~", dry, request.into(1, wet)))


def late(request: Request) -> None:
    """Only the delayed sound."""
    request.add("delwrite~ delay 3000", request.dry)
    request.becomes(request.turned("time", "delread~ delay", inlet=0))


DARK = Knob(CUTOFF, 200, 8000, 2000, 200, (500, 800, 1000, 1200, 1500, 2000, 2500, 3000, 4000), hertz, ("{a} with a low-pass at {v} in the loop", "{a} filtered at {v}"), boxed=True)
DECAY = Knob((("decay", ("decay", "decay time", "decay")), ("size", ("room size", "size")), ("length", ("length", "reverb time"))), 0, 0.24, 0.22, 0.05, moods=(("short", 0.12), ("long", 0.24)))
EFFECTS: dict[str, Effect] = {
    "echo": Effect(
        ECHOES, ("adds an echo to {s}", "echoes {s}", "puts an echo on {s}", "repeats {s} with fading echoes", "makes {s} echo", "gives {s} an echo", "plays {s} with repeating echoes"),
        ("echo", "delay w/ feedback", "echo effect", "feedback delay"), echo, {"time": ECHO_TIME, "feedback": ECHO_FEEDBACK, "mix": mix_knob()},
        ("make {s} echo like in the mountains", "i want to hear {s} repeat and fade away", "{s} should echo", "i need an echo on {s}", "every sound of {s} should come back a few times, quieter each time"), TIMED, seconds=1.6, owner="for", heads=("{s|echoing}", "echoes of {s}")),
    "tape-delay": Effect(
        ("tape delay", "tape echo", "dub delay", "dub echo", "tape-like delay", "echo with a low-pass in the feedback loop", "delay with a filter in the feedback loop", "analog style delay", "dark echo"),
        ("adds a tape echo to {s}", "echoes {s} with each repeat darker than the one before", "puts a dub delay on {s}", "delays {s} with a low-pass filter in the feedback path", "gives {s} a tape delay"),
        ("tape delay", "dub delay", "tape echo", "delay w/ lop~ in the loop"), tape, {"time": ECHO_TIME, "feedback": ECHO_FEEDBACK, "cutoff": DARK, "mix": replace(mix_knob(), likely=0.2)},
        ("the echoes of {s} should get darker and darker", "make {s} sound like through an old tape echo", "i want dub style echoes on {s}"), TIMED, seconds=1.6, owner="for"),
    "slapback": Effect(
        ("slapback", "slapback delay", "slapback echo", "rockabilly slapback", "single short echo"),
        ("adds a slapback to {s}", "doubles {s} with one short echo", "puts a slapback delay on {s}", "repeats {s} once right after"), ("slapback", "slapback delay"), slapback,
        {"time": Knob(TIME, 10, 300, 100, 250, (60, 70, 75, 80, 90, 100, 110, 120, 130, 140, 150), milliseconds, ("a {v} {n}", "{a} of {v}"), ("adds a slapback of {v} to {s}",), boxed=True),
         "level": Knob((("echo", ("echo level",)), ("wet", ("wet level", "level of the repeat"))), 0, 1, 0.7, 0, (0.3, 0.4, 0.5, 0.6), spaced_share, likely=0.5)},
        ("i want that fifties slapback sound on {s}", "one quick repeat of {s}, nothing more"), TIMED, seconds=1.0, owner="for"),
    "ping-pong": Effect(
        ("ping-pong delay", "ping pong delay", "ping pong echo", "stereo ping-pong delay", "stereo delay", "pingpong delay"),
        ("adds a ping-pong delay to {s}", "bounces echoes of {s} between left and right", "echoes {s} alternately left and right", "puts a ping pong delay on {s}", "sends the echoes of {s} from the left speaker to the right one and back"),
        ("ping pong delay", "ping-pong", "pingpong echo"), ping_pong, {"time": replace(ECHO_TIME, does=("bounces {s} between left and right every {v}",)), "feedback": replace(ECHO_FEEDBACK, likely=0.7)},
        ("the echoes of {s} should jump from one ear to the other", "i want {s} to bounce between the speakers"), TIMED, seconds=1.9, can_bypass=False, owner="for"),
    "multi-tap": Effect(
        ("multi-tap delay", "multitap delay", "delay with three taps", "three tap delay", "multi tap echo"),
        ("adds three delay taps to {s}", "plays {s} with three echoes, each quieter", "puts a multi-tap delay on {s}", "repeats {s} three times, each time quieter"), ("multitap delay", "3 tap delay"), multi_tap,
        {"time": Knob(((("time", ("tap spacing", "spacing", "tap time"))),), 10, 300, 150, 60, (100, 110, 120, 125, 150, 160, 180, 200, 220, 250, 300), milliseconds, ("{a} every {v}", "{a} with taps every {v}", "{a} with a tap every {v}"), ("repeats {s} three times every {v}, each time quieter",))},
        ("exactly three repeats of {s}, fading",), TIMED, seconds=1.4, owner="for"),
    "tempo-delay": Effect(
        ("tempo-synced delay", "tempo delay", "delay in time with the beat", "beat synced echo", "quarter note delay", "bpm delay", "delay of one beat"),
        ("echoes {s} on every beat", "delays {s} by one beat with feedback", "adds a quarter note echo to {s}", "puts a tempo-synced delay on {s}"), ("tempo delay", "bpm delay", "quarter note echo"), tempo_delay,
        {"tempo": Knob((("tempo", ("tempo", "tempo")), ("bpm", ("bpm", "tempo in bpm"))), 60, 240, 120, 240, (75, 80, 90, 100, 110, 120, 125, 128, 140, 150, 160, 180, 200), lambda draw, v: draw.one((f"{plain(v)} bpm", f"{plain(v)} BPM", f"{plain(v)} beats per minute")), ("{a} at {v}", "a {v} {n}"), ("echoes {s} on every beat at {v}",)),
         "feedback": ECHO_FEEDBACK}, ("the echoes of {s} should fall on the beat",), TIMED, seconds=1.9, owner="for"),
    "late": Effect(
        ("pure delay", "delay line without the dry sound", "plain delay, only the delayed sound", "delay line (wet only)"),
        ("delays {s}", "plays {s} later", "outputs {s} with a delay, without the original", "holds {s} back for a while and then plays it"), ("delayed, wet only", "pure delay"), late,
        {"time": Knob(TIME, 0, 3000, 500, 50, (250, 300, 400, 500, 600, 700, 750, 800, 900, 1000, 1000, 1200, 1500, 2000, 2000, 2500), span, ("{a} of {v}",), ("delays {s} by {v}", "plays {s} {v} late", "lets me hear {s} {v} later", "outputs {s} after {v}"), boxed=True)},
        ("i want to hear {s} a bit later, not the original",), ("mic",) * 6 + ("noise",), seconds=2.8, owner="of"),
    "reverb": Effect(
        ("reverb", "~reverb", "room reverb", "simple reverb", "~some reverb", "reverb effect", "hall", "reverberator"),
        ("adds reverb to {s}", "puts {s} in a room", "makes {s} sound like in a room", "gives {s} some reverb", "reverberates {s}"), ("reverb", "room", "reverb effect"), reverb,
        {"decay": DECAY, "mix": mix_knob()}, ("{s} should sound as if in a church", "make {s} sound less dry", "i need {s} to ring on like in a hall", "{s} sounds too dry, i need some room on it"), TIMED, seconds=1.0, owner="for", heads=("{s|reverberated}", "{s} in a room")),
    "dark-reverb": Effect(
        ("reverb with a low-pass filter", "damped reverb", "dark reverb", "reverb with damping", "filtered reverb", "warm reverb"),
        ("adds a dark reverb to {s}", "puts a damped reverb on {s}", "adds reverb with a low-pass filter to {s}"), ("dark reverb", "damped reverb"), filtered_reverb,
        {"cutoff": replace(DARK, words=(("cutoff", ("cutoff", "filter cutoff")), ("damping", ("damping", "damping frequency"))), nouns=("{a} at {v}",), check=is_coarser), "mix": mix_knob()}, ("a soft and dark room for {s}",), TIMED, seconds=1.0, owner="for"),
}  # fmt: skip
SKILLS: dict[str, Skill] = {name: skill(effect) for name, effect in EFFECTS.items()}
