"""Shaping of sound: envelopes, fades, filters, delays, distortion, thresholds."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from patchgen_training.evaluation.listen import heard
from patchgen_training.evaluation.moments import said
from patchgen_training.evaluation.panel import awake, controls, ends, fitting
from patchgen_training.evaluation.player import CHOICES, NUMBERS, SLIDERS, Player
from patchgen_training.evaluation.sound import loudness
from patchgen_training.evaluation.spectrum import centroid, has_pitch, partial, pitch, share
from patchgen_training.evaluation.task import Task
from patchgen_training.evaluation.tasks.notation import OUT

CUTOFF = ("cut", "freq", "hz", "filter", "bright")


def fades(player: Player) -> bool:
    """Louder and louder for two seconds, then as loud as before, then down to nothing in one."""
    toggle = player.toggle()
    seen = heard(player, (100, toggle, 1), (3000, toggle, 0), seconds=4.6)
    full = loudness(seen, 2.3, 2.9)
    up = [loudness(seen, at, at + 0.05) / full for at in (0.3, 0.7, 1.1, 1.5)] if full else []
    down = [loudness(seen, at, at + 0.05) / full for at in (3.2, 3.45, 3.7)] if full else []
    return (
        full > 1e-3
        and abs(pitch(seen, 2.3, 2.9) - 440) < 13
        and loudness(seen, 0, 0.09) < 0.01 * full
        and loudness(seen, 4.03) < 0.01 * full
        and sorted(up) == up
        and up[0] < 0.6
        and up[-1] < 0.95
        and sorted(down, reverse=True) == down
        and 1e-4 < down[-1] < down[0] < 0.98
    )


def dying_note(player: Player) -> bool:
    """Silence, 600 Hz at each click, loud first, half-way softer, gone after 300 ms."""
    button = player.buttons()[0]
    seen = heard(player, (100, button, "bang"), (1000, button, "bang"), seconds=1.8)
    early, half = loudness(seen, 0.1, 0.2), loudness(seen, 0.3, 0.35)
    return (
        early > 1e-3
        and early > 1.4 * half > 0
        and loudness(seen, 0.0, 0.09) < 0.02 * early
        and loudness(seen, 0.45, 0.95) < 0.02 * early
        and loudness(seen, 1.0, 1.1) > 0.7 * early
        and abs(pitch(seen, 0.1, 0.3) - 600) < 18
    )


def envelope(player: Player) -> bool:
    """Full after 100 ms, half of that after 300 ms and as long as it is on, gone in 500 ms."""
    toggle = player.toggle()
    seen = heard(player, (100, toggle, 1), (1000, toggle, 0), seconds=1.9)
    start, top = loudness(seen, 0.1, 0.13), loudness(seen, 0.185, 0.215)
    held, later = loudness(seen, 0.45, 0.55), loudness(seen, 0.85, 0.95)
    return (
        top > 1e-3
        and loudness(seen, 0, 0.09) < 0.02 * top
        and start < 0.5 * top
        and 0.4 < held / top < 0.65
        and abs(later / held - 1) < 0.1
        and 0.02 < loudness(seen, 1.2, 1.25) / held < 0.9
        and loudness(seen, 1.53) < 0.02 * held
    )


def low_passed_saw(player: Player) -> bool:
    """110 Hz comes through at every cutoff, and more of what is above at a higher one."""
    return any(brightens(player, control) for control in controls(player, *CUTOFF))


def brightens(player: Player, control: int) -> bool:
    """Whether this control is the cutoff of a low-pass filter."""
    low, high = (
        heard(player, (5, control, value)) for value in fitting(player, control, 200, 4000)
    )
    return (
        min(loudness(low), loudness(high)) > 1e-3
        and partial(high, 110) > 0.5 * partial(low, 110)
        and has_pitch(low, 110)
        and centroid(high, 0.15) > 1.4 * centroid(low, 0.15)
    )


def echoes(player: Player) -> bool:
    """After the click a sound, again after 300 and 600 ms, each time softer, quiet in between."""
    seen = heard(player, player.press(), seconds=1.4)
    peaks = [loudness(seen, 0.1 + 0.3 * turn, 0.16 + 0.3 * turn) for turn in range(4)]
    gaps = [loudness(seen, 0.03 + 0.3 * turn, 0.085 + 0.3 * turn) for turn in range(4)]
    softer = all(0.05 * a < b < 0.95 * a for a, b in pairwise(peaks[1:]))
    quiet = all(gap < 0.4 * peak for gap, peak in zip(gaps, peaks, strict=True))
    return peaks[0] > 1e-3 and 0.05 < peaks[1] / peaks[0] < 1.05 and softer and quiet


def delayed_microphone(player: Player) -> bool:
    """The sine of the microphone begins after half a second."""
    seen = heard(player, seconds=1.2)
    full = loudness(seen, 0.6, 1.1)
    is_late = loudness(seen, 0.0, 0.48) < 0.01 * full and loudness(seen, 0.515, 0.6) > 0.7 * full
    return full > 1e-3 and is_late and abs(pitch(seen, 0.6) - 500) < 15


def bass_cut(player: Player) -> bool:
    """50 Hz is much softer than 2000 Hz, 1000 Hz is not."""
    bass, voice, bright = (
        loudness(heard(replace(player, microphone=hertz))) for hertz in (50.0, 1000.0, 2000.0)
    )
    return bright > 1e-3 and bass < 0.4 * bright and voice > 0.75 * bright


def distortion(player: Player) -> bool:
    """At one end of the control there are far more harmonics of 220 Hz than at the other."""
    return any(distorts(player, i) for i in player.sources(*SLIDERS, *NUMBERS, *CHOICES))


def distorts(player: Player, control: int) -> bool:
    """Whether the control makes the difference."""
    low, high = ends(player, control, 50)
    found = []
    for value in (low + 0.02 * (high - low), high):
        seen = heard(player, (5, control, value))
        if loudness(seen) < 1e-4 or abs(pitch(seen, 0.15) - 220) > 7:
            return False
        found.append(1 - share(seen, 210, 230, 0.15))
    return max(found) > 0.03 and max(found) > 1.3 * min(found) + 0.01


def loud_alarm(player: Player) -> bool:
    """The sine at the microphone has 91 dB: more than 80, less than 100."""
    for limit, is_loud in ((80, True), (100, False)):
        found = said(player, *awake(player), (1, player.entries()[0], limit), seconds=0.8)
        if any("loud" in text for _, text in found) is not is_loud:
            return False
    return True


FADE = (
    "1 tgl\n2 sel 1 0 < 1\n3 msg 1 {} < 2\n4 msg 0 {} < 2.1\n5 line~ < 3 4\n6 osc~ 440\n"
    "7 *~ < 6 5>1\n"
)
NOTE = "1 bng\n2 msg {} < 1\n3 {}~ < 2\n4 osc~ 600\n5 *~ < 4 3>1\n" + OUT.format(5, 6, 7)
GATE = (
    "1 tgl\n2 sel 1 0 < 1\n3 msg {} < 2\n4 msg 0 500 < 2.1\n5 {}~ < 3 4\n6 phasor~ 150\n"
    "7 *~ < 6 5>1\n" + OUT.format(7, 8, 9)
)
LOW_PASS = '1 phasor~ 110\n2 hsl 50 8000 "cutoff" init:1000\n3 {} < 1 2>1\n' + OUT.format(3, 4, 5)
ECHO = (
    "1 bng\n2 msg 1 , 0 50 < 1\n3 line~ < 2\n4 noise~\n5 *~ < 4 3>1\n6 delwrite~ echo 1000 < 5\n"
    "7 delread~ echo {}\n8 *~ 0.5 < 7\n9 dac~ < 5 7 5>1 7>1\n"
)
LATE = "1 adc~ 1\n2 delwrite~ mic {} < 1\n3 delread~ mic {}\n4 dac~ < {} {}>1\n"
DRIVE = '1 osc~ 220\n2 hsl 1 50 "drive" init:1\n{}' + OUT.format(4, 5, 6)
ALARM = (
    '1 adc~ 1\n2 {} < 1\n3 number "dB"\n4 > 100 < 2 3>1\n5 sel 1 < 4\n6 msg loud < 5\n7 print < 6\n'
)

TASKS = (
    Task(
        "fade-in-and-out", 2,
        "Create a Pure Data patch that fades in a 440 Hz sine wave over two seconds when a toggle "
        "is switched on and fades it out over one second when it is switched off.",
        fades,
        (FADE.format(2000, 1000) + OUT.format(7, 8, 9),
         "1 tgl\n2 t f f < 1\n3 == 0 < 2\n4 sel 1 0 < 2.1\n5 msg 2000 < 4\n6 msg 1000 < 4.1\n"
         "7 pack f f < 2 5>1 6>1\n8 line~ < 7\n9 osc~ 440\n10 *~ < 9 8>1\n11 *~ 0.3 < 10\n"
         "12 dac~ < 11 11>1\n"),
        (FADE.format(1000, 2000) + OUT.format(7, 8, 9), FADE.format(2, 1) + OUT.format(7, 8, 9)),
    ),
    Task(
        "dying-note", 2,
        "Create a Pure Data patch that plays a 600 Hz sine note that dies away within 300 "
        "milliseconds each time a button is pressed.",
        dying_note,
        (NOTE.format("1 , 0 300", "line"),
         "1 bng\n2 msg 1 5 , 0 290 5 < 1\n3 vline~ < 2\n4 *~ < 3 3>1\n5 osc~ 600\n6 *~ < 5 4>1\n"
         "" + OUT.format(6, 7, 8)),
        (NOTE.format("1 , 0 0 300", "vline"), NOTE.format("0 , 1 300", "line"),
         NOTE.format("0 300", "line")),
    ),
    Task(
        "adsr-saw", 2,
        "saw at 150 hz with an envelope: attack 100 ms, decay 200 ms to half the level, stays "
        "there as long as a toggle is on, release 500 ms",
        envelope,
        (GATE.format("1 100 , 0.5 200 100", "vline"),
         "1 tgl\n2 sel 1 0 < 1\n3 msg 1 100 < 2\n4 delay 100 < 2\n5 msg 0.5 200 < 4\n"
         "6 msg 0 500 < 2.1\n7 line~ < 3 5 6\n8 phasor~ 150\n9 *~ < 8 7>1\n"
         "" + OUT.format(9, 10, 11)),
        (GATE.format("1 100 , 0.5 200", "line"), GATE.format("1 100 , 0 200 100", "vline")),
    ),
    Task(
        "low-pass-saw", 2,
        "Create a Pure Data patch that sends a sawtooth wave of 110 Hz through a low-pass filter "
        "whose cutoff frequency is set with a slider.",
        low_passed_saw,
        (LOW_PASS.format("lop~"),
         "1 phasor~ 110\n2 -~ 0.5 < 1\n3 vsl 30 120\n4 mtof < 3\n5 sig~ < 4\n6 vcf~ 2 < 2 5>1\n"
         "" + OUT.format("6.1", 7, 8)),
        (LOW_PASS.format("hip~"), LOW_PASS.format("lop~ 1000").replace(" 2>1", "")),
    ),
    Task(
        "echoes", 2,
        "Create a Pure Data patch that plays a short burst of noise when a button is pressed, "
        "followed by echoes every 300 milliseconds that get softer and softer.",
        echoes,
        (ECHO.format(300) + "6 < 8\n",
         "1 msg bang\n2 msg 0.5 , 0 40 < 1\n3 line~ < 2\n4 noise~\n5 *~ < 4 3>1\n"
         "6 delread~ loop 300\n7 *~ 0.7 < 6\n8 +~ < 5 7\n9 delwrite~ loop 300 < 8\n"
         "10 dac~ < 8 8>1\n"),
        (ECHO.format(300), ECHO.format(30) + "6 < 8\n"),
    ),
    Task(
        "late-microphone", 2,
        "i want to hear my mic half a second late",
        delayed_microphone,
        (LATE.format(1000, 500, 3, 3),
         "1 adc~\n2 +~ < 1 1.1\n3 *~ 0.5 < 2\n4 delwrite~ voice 500 < 3\n5 sig~ 500\n"
         "6 delread4~ voice < 5\n7 dac~ < 6 6>1\n"),
        (LATE.format(100, 500, 3, 3), LATE.format(1000, 500, 1, 1)),
        microphone=500,
    ),
    Task(
        "bass-cut", 2,
        "cut everything below 200 hz or so out of my mic signal",
        bass_cut,
        ("1 adc~ 1\n2 hip~ 200 < 1\n3 dac~ < 2 2>1\n",
         "1 adc~\n2 hip~ 180 < 1\n3 hip~ 180 < 1.1\n4 hip~ 180 < 2\n5 hip~ 180 < 3\n"
         "6 dac~ < 4 5>1\n"),
        ("1 adc~ 1\n2 lop~ 200 < 1\n3 dac~ < 2 2>1\n", "1 adc~ 1\n2 bp~ 200 1 < 1\n"
                                                       "3 dac~ < 2 2>1\n"),
        microphone=1000,
    ),
    Task(
        "clipping-drive", 2,
        "Create a Pure Data patch that distorts a sine wave of 220 Hz by clipping, with a slider "
        "for the amount of distortion.",
        distortion,
        (DRIVE.format("3 *~ < 1 2>1\n4 clip~ -1 1 < 3\n"),
         "1 osc~ 220\n2 vsl 0 1\n3 * 20 < 2\n4 + 1 < 3\n5 expr~ tanh($v1 * $f2) < 1 4>1\n"
         "" + OUT.format(5, 6, 7)),
        (DRIVE.format("3 clip~ -0.5 0.5 < 1\n4 *~ < 3 2>1\n"), DRIVE.format("3 *~ < 1 2>1\n"
                                                                            "4 *~ 0.1 < 3\n")),
    ),
    Task(
        "loudness-alarm", 2,
        "Create a Pure Data patch that prints the word loud when the level of the microphone goes "
        "over a number of decibels, which is entered in a number box (100 is full level).",
        loud_alarm,
        (ALARM.format("env~"),
         "1 adc~ 1\n2 env~ 2048 < 1\n3 nbx 0 120\n4 expr $f1 > $f2 < 2 3>1\n5 change < 4\n"
         "6 sel 1 < 5\n7 symbol loud < 6\n8 print < 7\n"),
        (ALARM.format("env~").replace("4 > 100", "4 \\< 100"),
         ALARM.format("snapshot~") + "8 loadbang\n9 metro 50 < 8\n2 < 9\n"),
        microphone=500,
    ),
)  # fmt: skip
