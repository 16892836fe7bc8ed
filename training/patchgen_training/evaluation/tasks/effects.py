"""Effects on a given sound: a swept filter, a bit crusher, a gate, panning, ducking."""

from __future__ import annotations

import numpy as np

from patchgen.headless.probe import Observation
from patchgen_training.evaluation.melody import chord
from patchgen_training.evaluation.player import Player
from patchgen_training.evaluation.sound import RATE, Samples, is_heard, is_silent, levels, samples
from patchgen_training.evaluation.spectrum import middle, partial, rate, spectrum, wobble
from patchgen_training.evaluation.stage import at_part, played, turned_up, volume
from patchgen_training.evaluation.task import Task


def centres(seen: Observation, start: float) -> Samples:
    """The frequency in Hz above which half of the power lies, at every 25 ms."""
    part = samples(seen, start)
    looks = [part[at : at + 2205] for at in range(0, len(part) - 2205, 1102)]
    return np.array([middle(look) for look in looks])


def swept_filter(player: Player) -> bool:
    """The noise's centre goes from below 800 to above 1700 Hz and back, as often as is set."""
    speed, loud = player.control("rate", "lfo", "speed", "freq", "hz"), volume(player)
    for hertz in (2, 4):
        seen = player.play(at_part(player, loud, 0.8, 1), (2.0, speed, hertz), seconds=3.2)
        if not is_heard(seen, 0.2):
            return False
        heights = centres(seen, 0.2)
        low, high = np.quantile(heights, [0.1, 0.9])
        is_wide = low < 800 < 1700 < high
        if not is_wide or abs(rate(heights, 1102 / RATE, 0.25) - hertz) > 0.15 * hertz:
            return False
    return is_silent(player.play(at_part(player, loud, 0, 1), seconds=0.8), 0.4)


def jumps(seen: Observation) -> float:
    """How often a second the sound jumps from one value to another."""
    moves = np.abs(np.diff(samples(seen, 0.3)))
    return float((moves > 0.05 * moves.max()).mean()) * RATE if len(moves) and moves.max() else 0.0


def bit_crusher(player: Player) -> bool:
    """Few bits leave few steps in a period, many bits many; a low rate few steps a second."""
    bits = player.control("bit", "depth", "crush", "quant")
    speed = player.control("rate", "hz", "down", "hold", "freq")
    if bits == speed:
        return False
    up = turned_up(player, bits, speed)
    coarse, fine, held = (
        player.play(*up, (2.0, bits, depth), (3.0, speed, hertz), seconds=1.3)
        for depth, hertz in ((2, 20000), (16, 20000), (16, 1000))
    )
    return (
        is_heard(coarse, 0.3)
        and partial(coarse, 220, 0.3) > 3 * partial(coarse, 440, 0.3)
        and partial(fine, 220, 0.3) > 3 * partial(fine, 440, 0.3)
        and 300 < jumps(coarse) < 3000
        and jumps(fine) > 8000
        and 500 < jumps(held) < 1200
    )


def trance_gate(player: Player) -> bool:
    """A minor is cut to silence and back as often as is set."""
    speed = player.control("speed", "rate", "gate", "freq", "hz", "tempo")
    for hertz in (8, 4):
        seen = played(player, (2.0, speed, hertz), seconds=2.5)
        heard = levels(seen, 0.01)[30:]
        if not len(heard) or abs(wobble(seen, 0.3) - hertz) > 0.06 * hertz:
            return False
        if float(np.quantile(heard, 0.1)) > 0.1 * float(np.quantile(heard, 0.9)):
            return False
    return chord(seen, 0.3, 2.5) == {9, 0, 4}


def auto_pan(player: Player) -> bool:
    """The tone goes from one side to the other and back in two seconds, as loud all the way."""
    seen = played(player, seconds=6.3)
    if len(seen.audio) < 2 or not is_heard(seen, 0.3):
        return False
    left, right = (levels(seen, 0.02, channel)[15:] for channel in (0, 1))
    whole = left**2 + right**2
    place = right / np.maximum(left + right, 1e-9)
    low, high = np.quantile(place, [0.05, 0.95])
    return (
        bool(low < 0.15 and high > 0.85)
        and float(whole.min()) > 0.3 * float(whole.max())
        and abs(rate(place, 0.02, 0.25) - 0.5) < 0.06
        and float(((place > 0.25) & (place < 0.75)).mean()) > 0.05
    )


def ducking(player: Player) -> bool:
    """The tone drops to less than half as the drum is struck, and is back within a second."""
    presses = [player.press(at) for at in (800.0, 2300.0)]
    seen = played(player, *presses, seconds=3.8)
    before = partial(seen, 440, 0.4, 0.5)
    return before > 1e-5 and all(
        partial(seen, 440, at + 0.03, at + 0.13) < 0.6 * before
        and partial(seen, 440, at + 1.0, at + 1.1) > 0.85 * before
        and drum(seen, at + 0.01, at + 0.2) > 5 * drum(seen, at + 1.0, at + 1.19)
        for at in (0.8, 2.3)
    )


def drum(seen: Observation, start: float, end: float) -> float:
    """Power between 30 and 160 Hz."""
    hertz, power = spectrum(samples(seen, start, end))
    return float(power[(hertz > 30) & (hertz < 160)].sum()) + 1e-9


SWEEP = (
    '1 noise~\n2 hsl 0.1 5 "rate" init:1\n3 osc~ 1 < {rate}\n4 *~ {depth} < 3\n5 +~ 1650 < 4\n'
    '6 vcf~ 4 < 1 5>1\n7 hsl 0 1 "volume" init:0.3\n8 *~ < 6 7>1\n9 dac~ < 8 8>1\n'
)
SWEEP_IN_STEPS = (
    '1 nbx 0.1 5 "lfo" init:1\n2 osc~ < 1\n3 loadbang\n4 metro 10 < 3\n5 snapshot~ < 2 4\n'
    '6 * 1350 < 5\n7 + 1650 < 6\n8 noise~\n9 bp~ 300 8 < 8 7>1\n10 vsl 0 127 "vol"\n'
    "11 / 127 < 10\n12 *~ < 9 11>1\n13 dac~ < 12 12>1\n"
)
CRUSHER = (
    '1 osc~ 220\n2 number "bits"\n3 expr pow(2, {bits} - 1) < 2\n4 *~ < 1 3>1\n5 wrap~ < 4\n'
    '6 -~ < 4 5>1\n7 expr 1/$f1 < 3\n8 *~ < 6 7>1\n9 hsl 500 20000 "rate"\n10 phasor~ {rate}\n'
    "11 samphold~ < 8 10>1\n12 *~ 0.3 < 11\n13 dac~ < 12 12>1\n"
)
CRUSHER_IN_EXPR = (
    '1 nbx 1 16 "depth"\n2 nbx 500 20000 "samplerate"\n3 osc~ 220\n4 phasor~ < 2\n'
    "5 samphold~ < 3 4>1\n6 pow 2 < 7 1>1\n7 msg 2 < 1\n8 sig~ < 6\n"
    "9 expr~ floor($v1 * $v2 / 2 + 0.5) / ($v2 / 2) < 5 8>1\n10 *~ 0.2 < 9\n11 hip~ 5 < 10\n"
    "12 dac~ < 11 11>1\n"
).replace("6 pow 2 < 7 1>1\n7 msg 2 < 1\n", "6 expr pow(2, $f1) < 1\n7 comment crusher\n")
GATE = (
    "1 phasor~ 220\n2 phasor~ {third}\n3 phasor~ 329.63\n4 *~ 0.1 < 1 2 3\n5 hip~ 5 < 4\n"
    '6 hsl 1 16 "speed" init:8\n7 osc~ 8{speed}\n8 *~ {depth} < 7\n9 +~ 0.5 < 8\n10 clip~ 0 1 < 9\n'
    "11 *~ < 5 10>1\n12 dac~ < 11 11>1\n"
)
GATE_IN_MESSAGES = (
    '1 nbx 1 16 "rate"\n2 expr 500/$f1 < 1\n3 loadbang\n4 metro 62.5 < 3 2>1\n5 f < 4\n6 == 0 < 5\n'
    "5 < 6>1\n7 pack f 5 < 5\n8 line~ < 7\n9 phasor~ 110\n10 phasor~ 130.81\n11 phasor~ 164.81\n"
    "12 -~ 1.5 < 9 10 11\n13 *~ 0.2 < 12\n14 *~ < 13 8>1\n15 dac~ < 14 14>1\n"
)
PAN = (
    "1 osc~ 330\n2 *~ 0.3 < 1\n3 osc~ {rate}\n4 *~ {width} < 3\n5 +~ 0.5 < 4\n6 *~ -1 < 5\n"
    "7 +~ 1 < 6\n8 *~ < 2 5>1\n9 *~ < 2 {right}>1\n10 dac~ < 8 9>1\n"
)
PAN_EQUAL_POWER = (
    "1 osc~ 330\n2 *~ 0.3 < 1\n3 osc~ 0.5\n4 *~ 0.125 < 3\n5 +~ 0.125 < 4\n6 cos~ < 5\n"
    "7 -~ 0.25 < 5\n8 cos~ < 7\n9 *~ < 2 6>1\n10 *~ < 2 8>1\n11 dac~ < 9 10>1\n"
)
DUCK = (
    "1 bng\n2 osc~ 440\n3 msg {low} , {back} 500 < 1\n4 loadbang\n5 msg 1 < 4\n6 line~ < 3 5\n"
    "7 *~ < 2 6>1\n8 *~ 0.3 < 7\n9 msg 150 , 50 50 < 1\n10 line~ < 9\n11 osc~ < 10\n"
    "12 msg 0.6 , 0 200 < 1\n13 line~ < 12\n14 *~ < 11 13>1\n15 dac~ < 8 14 8>1 14>1\n"
)
DUCK_FOLLOWED = (
    '1 bng "kick"\n2 msg 1 , 0 500 < 1\n3 vline~ < 2\n4 *~ -0.7 < 3\n5 +~ 1 < 4\n6 osc~ 440\n'
    "7 *~ < 6 5>1\n8 osc~ 60\n9 msg 1 , 0 150 < 1\n10 vline~ < 9\n11 *~ < 8 10>1\n"
    "12 *~ 0.3 < 7 11\n13 dac~ < 12 12>1\n"
)

TASKS: tuple[Task, ...] = (
    Task(
        "swept-band-pass", 3,
        "Create a Pure Data patch that sends white noise through a band-pass filter whose centre "
        "frequency is swept between 300 and 3000 Hz by a sine wave LFO, with a control for the "
        "rate of the LFO from 0.1 to 5 Hz and one for the volume.",
        swept_filter,
        (SWEEP.format(rate=2, depth=1350), SWEEP_IN_STEPS),
        (SWEEP.replace(" < {rate}", "").format(depth=1350), SWEEP.format(rate=2, depth=300)),
    ),
    Task(
        "bit-crusher", 3,
        "Create a Pure Data patch that crushes a 220 Hz sine wave: one control sets the bit depth "
        "from 1 to 16 bits, and another one lowers the sample rate by holding samples, from 500 to "
        "20000 Hz.",
        bit_crusher,
        (CRUSHER.format(bits="$f1", rate="< 9"), CRUSHER_IN_EXPR),
        (CRUSHER.format(bits="16 + 0*$f1", rate="< 9"), CRUSHER.format(bits="$f1", rate="20000")),
    ),
    Task(
        "trance-gate", 3,
        "trance gate! an A minor chord of saws, chopped on and off, completely silent in between, "
        "with a slider for how many times a second (1 to 16)",
        trance_gate,
        (GATE.format(third=261.63, speed=" < 6", depth=30), GATE_IN_MESSAGES),
        (GATE.format(third=277.18, speed=" < 6", depth=30),
         GATE.format(third=261.63, speed="", depth=30),
         GATE.format(third=261.63, speed=" < 6", depth=0.25)),
    ),
    Task(
        "auto-pan", 3,
        "how can I let a 330 Hz sine wander from the left speaker to the right one and back, one "
        "round in 2 seconds, about equally loud all the time?",
        auto_pan,
        (PAN.format(rate=0.5, width=0.5, right=7), PAN_EQUAL_POWER),
        (PAN.format(rate=2, width=0.5, right=7), PAN.format(rate=0.5, width=0.5, right=5)),
    ),
    Task(
        "ducking", 3,
        "Create a Pure Data patch that ducks a steady 440 Hz tone: each press of a button plays a "
        "short low bass drum and at the same moment pulls the tone down to less than a third of "
        "its level, from where it returns within half a second.",
        ducking,
        (DUCK.format(low=0.2, back=1), DUCK_FOLLOWED),
        (DUCK.format(low=1, back=1), DUCK.format(low=0.2, back=0.3)),
    ),
)  # fmt: skip
