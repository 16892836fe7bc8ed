"""Effects made of delay lines: echoes, chorus, flanger, reverb."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from patchgen.headless.probe import Observation
from patchgen_training.evaluation.melody import is_steady
from patchgen_training.evaluation.player import Player
from patchgen_training.evaluation.sound import (
    RATE,
    is_heard,
    is_silent,
    levels,
    onsets,
    rms,
    samples,
)
from patchgen_training.evaluation.spectrum import pitches, share, spectrum
from patchgen_training.evaluation.stage import at_part, played, turned_up
from patchgen_training.evaluation.task import Task


def echo(player: Player) -> bool:
    """The beep comes again every 300 ms and softer; without feedback hardly ever again."""
    feedback = player.control("feed", "repeat", "echo", "fb", "regen")
    press = player.press()
    up = turned_up(player, feedback)
    much = player.play(*up, (5.0, feedback, 0.8), press, seconds=2.2)
    none = player.play(*up, (5.0, feedback, 0), press, seconds=2.2)
    beeps = onsets(much)
    return (
        len(beeps) >= 3
        and abs(beeps[0] - 0.1) < 0.015
        and is_steady([float(gap) for gap in np.diff(beeps)], 0.3)
        and 0 < rms(much, 1.0, 1.28) < 0.9 * rms(much, 0.4, 0.68)
        and rms(much, 1.0, 1.28) > 0.1 * rms(much, 0.1, 0.38)
        and rms(none, 0.99, 2.1) < 0.02 * rms(none, 0.1, 0.38)
    )


def ping_pong(player: Player) -> bool:
    """Four echoes at 250 ms change sides each time and get softer."""
    seen = played(player, player.press(), seconds=1.6)
    if len(seen.audio) < 2:
        return False
    sides = [
        [rms(seen, at + 0.005, at + 0.105, channel) for channel in (0, 1)]
        for at in (0.35, 0.6, 0.85, 1.1)
    ]
    loudest = [max(pair) for pair in sides]
    side = [pair[1] > pair[0] for pair in sides]
    return (
        rms(seen, 0.1, 0.2) + rms(seen, 0.1, 0.2, 1) > 0.005
        and min(loudest) > 0.02 * max(loudest) > 1e-4
        and all(max(pair) > 3 * min(pair) for pair in sides)
        and all(one != other for one, other in pairwise(side))
        and all(one > 1.05 * other for one, other in pairwise(loudest))
    )


def chorus(player: Player) -> bool:
    """The microphone's sine stays, with lines beside it, and its pitch is bent."""
    seen = played(player, seconds=5.0)
    part = samples(seen, 0.8)
    if len(part) < RATE or not is_heard(seen, 0.8):
        return False
    hertz, power = spectrum(part)
    whole = float(power.sum())
    around = float(power[(hertz > 800) & (hertz < 1200)].sum()) / whole
    itself = float(power[np.abs(hertz - 1000) < 0.6].sum()) / whole
    bent = np.quantile(pitches(seen, 0.01, 0.8), [0.02, 0.98])
    return around > 0.9 and 0.03 < itself < 0.97 and bool(bent[1] - bent[0] > 1)


def comb_delays(seen: Observation) -> list[float]:
    """Milliseconds by which the sound is most like itself, at looks where it clearly is."""
    part, found = samples(seen, 0.2), []
    for at in range(0, len(part) - 882, 441):
        look = part[at : at + 882] - part[at : at + 882].mean()
        power = np.abs(np.fft.rfft(look, 2048)) ** 2
        likeness = np.fft.irfft(power) / max(float((look**2).sum()), 1e-12)
        lag = int(np.argmax(np.abs(likeness[30:600]))) + 30
        if abs(likeness[lag]) > 0.22:
            found.append(lag / 44.1)
    return found


def flanger(player: Player) -> bool:
    """The noise is like itself after 2 to 10 ms, and this time goes up and down."""
    seen = played(player, seconds=4.5)
    delays = comb_delays(seen)
    return (
        share(seen, 5000, 20000, 0.2) > 0.2
        and len(delays) > 40
        and bool(np.quantile(delays, 0.1) < 4.0)
        and bool(np.quantile(delays, 0.9) > 7.5)
        and max(delays) < 12.5
    )


def reverb(player: Player) -> bool:
    """The clap rings for more than half a second, densely, and does not without reverb."""
    amount = player.control("rev", "wet", "amount", "mix", "room", "dry")
    up, press = turned_up(player, amount), player.press()
    wet = player.play(*up, at_part(player, amount, 1, 5), press, seconds=3.0)
    dry = player.play(*up, at_part(player, amount, 0, 5), press, seconds=1.2)
    if not is_heard(dry, 0.1, 0.2) or not is_silent(wet, 0.03, 0.095):
        return False
    tail = levels(wet, 0.01)[25:60]
    return (
        rms(wet, 0.7, 0.9) > 0.0008 * rms(dry, 0.1, 0.15)
        and float((tail > 0.04 * tail.max()).mean()) > 0.8
        and rms(wet, 2.6, 3.0) < 0.5 * rms(wet, 0.2, 0.5)
        and rms(dry, 0.5, 1.0) < 0.1 * rms(wet, 0.5, 0.9)
    )


BEEP = "1 bng\n2 msg 0.5 , 0 80 < 1\n3 vline~ < 2\n4 osc~ 600\n5 *~ < 4 3>1\n"
ECHO = BEEP + (
    '6 delread~ echo {time}\n7 hsl 0 0.9 "feedback"\n8 *~ < 6 7>1\n9 +~ < 5 8\n'
    "10 delwrite~ echo 1000 < {write}\n11 dac~ < 9 9>1\n"
)
ECHO_TAPPED = BEEP + (
    '6 delread~ line 300\n7 nbx 0 0.9 "feedback"\n8 *~ 0 < 6 7>1\n9 delwrite~ line 2000 < 5 8\n'
    '10 *~ 0.7 < 6\n11 +~ < 5 10\n12 hsl 0 1 "volume"\n13 *~ < 11 12>1\n14 dac~ < 13 13>1\n'
)
PING_PONG = BEEP + (
    "6 delread~ left {time}\n7 delread~ right {time}\n8 *~ 0.6 < 7\n9 delwrite~ left 1000 < 5 8\n"
    "10 *~ 0.6 < 6\n11 delwrite~ right 1000 < 10{more}\n12 dac~ < 5 6 5>1 7>1\n"
)
PING_PONG_TAPPED = BEEP + (
    "6 delread~ a 500\n7 *~ 0.5 < 6\n8 delwrite~ a 3000 < 5 7\n9 delread~ a 250\n"
    "10 *~ 0.7 < 9\n11 *~ 0.5 < 6\n12 dac~ < 5 10 5>1 11>1\n"
)
CHORUS = (
    "1 adc~\n2 delwrite~ chorus 100 < 1\n3 osc~ 0.8\n4 *~ {depth} < 3\n5 +~ 15 < 4\n"
    "6 delread4~ chorus < 5\n7 *~ 0.5 < 1 6\n8 dac~ < 7 7>1\n"
)
CHORUS_TREMOLO = "1 adc~\n2 osc~ 3\n3 *~ 0.3 < 2\n4 +~ 0.5 < 3\n5 *~ < 1 4>1\n6 dac~ < 5 5>1\n"
CHORUS_OF_TWO = (
    "1 adc~ 1\n2 delwrite~ voice 50 < 1\n3 osc~ 0.5\n4 osc~ 0.37\n5 *~ 3 < 3\n6 *~ 4 < 4\n"
    "7 +~ 12 < 5\n8 +~ 17 < 6\n9 vd~ voice < 7\n10 vd~ voice < 8\n11 *~ 0.3 < 1 9 10\n"
    '12 hsl 0 1 "volume"\n13 *~ < 11 12>1\n14 dac~ < 13 13>1\n'
)
FLANGER = (
    "1 noise~\n2 delwrite~ flange 50 < 1\n3 osc~ 0.3\n4 *~ {depth} < 3\n5 +~ 6 < 4\n"
    "6 vd~ flange < 5\n7 *~ 0.3 < {mix}\n8 dac~ < 7 7>1\n"
)
FLANGER_PHASED = (
    "1 noise~\n2 *~ 0.3 < 1\n3 delwrite~ comb 20 < 2\n4 phasor~ 0.3\n5 cos~ < 4\n"
    "6 expr~ 6-4*$v1 < 5\n7 delread4~ comb < 6\n8 -~ < 2 7>1\n9 dac~ < 8 8>1\n"
)
CLAP = "1 bng\n2 msg 0.8 , 0 20 < 1\n3 line~ < 2\n4 noise~\n5 *~ < 4 3>1\n"
COMBS = "".join(
    f"{4 * i + 6} delread~ comb{i} {time}\n{4 * i + 7} *~ 0.88 < {4 * i + 6}\n"
    f"{4 * i + 8} +~ < 5 {4 * i + 7}\n{4 * i + 9} delwrite~ comb{i} 100 < {4 * i + 8}\n"
    for i, time in enumerate((29.7, 37.1, 41.1, 43.7))
)
REVERB = (
    CLAP
    + COMBS
    + (
        '22 hsl 0 1 "reverb"\n23 *~ 0.3 < 6 10 14 18\n24 *~ {level} < 23{amount}\n'
        "25 dac~ < 5 24 5>1 24>1\n"
    )
)
REVERB_CROSSED = (
    CLAP
    + COMBS
    + (
        '22 vsl 0 127 "wet"\n23 / 127 < 22\n24 +~ < 6 14\n25 +~ < 10 18\n26 *~ < 24 23>1\n'
        "27 *~ < 25 23>1\n28 dac~ < 5 26 5>1 27>1\n"
    )
)
ONE_ECHO = CLAP + (
    '6 delread~ one 300\n7 *~ 0.7 < 6\n8 delwrite~ one 1000 < 5 7\n9 hsl 0 1 "reverb"\n'
    "10 *~ < 6 9>1\n11 dac~ < 5 10 5>1 10>1\n"
)

TASKS: tuple[Task, ...] = (
    Task(
        "beep-with-echo", 3,
        "Create a Pure Data patch that makes a short beep when a button is pressed and repeats it "
        "as an echo every 300 milliseconds, each time softer, with a control for the feedback from "
        "0 to 0.9.",
        echo,
        (ECHO.format(time=300, write=9), ECHO_TAPPED),
        (ECHO.format(time=300, write=5), ECHO.format(time=150, write=9)),
    ),
    Task(
        "ping-pong-echo", 3,
        "Create a Pure Data patch that plays a short beep when a button is pressed, with a "
        "ping-pong echo: repetitions 250 milliseconds apart, each softer than the one before, "
        "that come from the left and the right speaker in turn.",
        ping_pong,
        (PING_PONG.format(time=250, more=""), PING_PONG_TAPPED),
        (PING_PONG.format(time=250, more=" 5"), PING_PONG.format(time=500, more="")),
    ),
    Task(
        "microphone-chorus", 3,
        "can you put a chorus on my mic? just the dry sound plus a copy whose delay wobbles by a "
        "few ms, half and half",
        chorus,
        (CHORUS.format(depth=3), CHORUS_OF_TWO),
        (CHORUS.format(depth=0), CHORUS_TREMOLO),
        microphone=1000,
    ),
    Task(
        "noise-flanger", 3,
        "Create a Pure Data patch that is a flanger for white noise: it mixes the noise with a "
        "copy of itself whose delay is swept between 2 and 10 milliseconds by a sine wave of 0.3 "
        "Hz.",
        flanger,
        (FLANGER.format(depth=4, mix="1 6"), FLANGER_PHASED),
        (FLANGER.format(depth=0, mix="1 6"), FLANGER.format(depth=4, mix="6")),
    ),
    Task(
        "clap-with-reverb", 3,
        "I need a clap with reverb: a button makes a very short noise burst, the tail should ring "
        "for a second or two, slider for how much reverb. only delay lines please, i have no "
        "externals",
        reverb,
        (REVERB.format(level="", amount=" 22>1").replace("*~  <", "*~ <"), REVERB_CROSSED),
        (ONE_ECHO, REVERB.format(level="0.5", amount="")),
    ),
)  # fmt: skip
