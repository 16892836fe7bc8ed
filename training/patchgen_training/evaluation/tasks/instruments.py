"""Instruments played by hand: a bell, a string, an organ, a drone, a theremin."""

from __future__ import annotations

import numpy as np

from patchgen.headless.probe import Observation
from patchgen_training.evaluation.melody import is_near, repetition
from patchgen_training.evaluation.player import NUMBERS, SLIDERS, Player
from patchgen_training.evaluation.sound import is_heard, is_silent, rms, samples
from patchgen_training.evaluation.spectrum import has_pitch, partial, pitch, spectrum
from patchgen_training.evaluation.stage import at_part, entry, played, steps, turned_up, volume
from patchgen_training.evaluation.task import Task


def spread(seen: Observation, start: float, end: float) -> float:
    """How far in Hz the partials lie from 400 Hz on the average."""
    hertz, power = spectrum(samples(seen, start, end))
    return float(np.sqrt((np.abs(hertz - 400) ** 2 * power).sum() / max(float(power.sum()), 1e-12)))


def bell(player: Player) -> bool:
    """At the button sidebands 560 Hz from 400, which fade faster than the bell, and it ends."""
    seen = played(player, player.press(), seconds=5.0)
    return (
        is_silent(seen, 0.02, 0.095)
        and rms(seen, 0.12, 0.4) > 0.003
        and has_pitch(seen, 960, 0.12, 0.6)
        and has_pitch(seen, 160, 0.12, 0.6)
        and rms(seen, 0.9, 1.3) > 0.01 * rms(seen, 0.12, 0.4)
        and spread(seen, 0.9, 1.3) < 0.9 * spread(seen, 0.12, 0.3)
        and rms(seen, 4.4, 4.9) < 0.05 * rms(seen, 0.12, 0.4)
    )


def plucked_string(player: Player) -> bool:
    """The button plucks a string at the entered pitch, which dies away."""
    number = entry(player, "freq", "pitch", "hz", "tun", "note")
    up = turned_up(player, number)
    for hertz in (110, 165):
        plucked = player.press()
        seen = player.play(*up, (5.0, number, hertz), plucked, seconds=3.0)
        if not is_silent(seen, 0.03, 0.095) or not is_heard(seen, 0.1, 0.4):
            return False
        if not is_near(repetition(seen, 0.2, 0.6), hertz, 0.05):
            return False
        if rms(seen, 2.5, 2.9) > 0.5 * rms(seen, 0.11, 0.4):
            return False
    return True


def drawbars(player: Player) -> bool:
    """Each slider brings its own harmonic of 220 Hz, all of them at 0 silence."""
    found = steps(player) if len(steps(player)) >= 4 else player.sources(*SLIDERS, *NUMBERS)
    bars = found[:4]
    if len(bars) < 4:
        return False
    down = [at_part(player, bar, 0, 2) for bar in bars]
    pulls = [at_part(player, bar, 1, 1000 * (i + 1)) for i, bar in enumerate(bars)]
    pushes = [at_part(player, bar, 0, 1000 * (i + 2) - 1) for i, bar in enumerate(bars)]
    both = [at_part(player, bars[0], 1, 5500), at_part(player, bars[2], 1, 5500)]
    seen = played(player, *down, *pulls, *pushes, *both, seconds=6.5)
    return (
        is_silent(seen, 0.5, 0.95)
        and all(
            is_near(pitch(seen, i + 0.4, i + 0.95), 220 * i)
            and harmonics(seen, i + 0.4, i + 0.95) == [i]
            for i in (1, 2, 3, 4)
        )
        and harmonics(seen, 5.9, 6.4) == [1, 3]
    )


def harmonics(seen: Observation, start: float, end: float) -> list[int]:
    """Which of the first four harmonics of 220 Hz sound at least a fifth as strong as the best."""
    found = [partial(seen, 220 * n, start, end) for n in (1, 2, 3, 4)]
    return [n for n, strength in enumerate(found, 1) if strength > 0.2 * max(found) > 1e-6]


def line_at(seen: Observation, hertz: float) -> float:
    """Strength of a single frequency, beside the strongest between 90 and 130 Hz."""
    found, power = spectrum(samples(seen, 0.5))
    best = float(power[(found > 90) & (found < 130)].max())
    return float(np.sqrt(power[np.abs(found - hertz) < 0.6].max() / max(best, 1e-12)))


def detuned_drone(player: Player) -> bool:
    """Three lines at 110 Hz and 5 Hz to both sides, one line at 0 Hz, silence at volume 0."""
    detune, loud = player.control("detun", "spread", "beat", "hz", "diff"), volume(player)
    up = at_part(player, loud, 0.7, 1)
    wide = player.play(up, (2.0, detune, 5), seconds=4.0)
    narrow = player.play(up, (2.0, detune, 0), seconds=4.0)
    mute = player.play(at_part(player, loud, 0, 1), (2.0, detune, 5), seconds=0.8)
    return (
        is_heard(wide, 0.5)
        and is_heard(narrow, 0.5)
        and all(line_at(wide, hertz) > 0.3 for hertz in (105, 110, 115))
        and line_at(narrow, 110) > 0.9
        and max(line_at(narrow, 105), line_at(narrow, 115)) < 0.1
        and partial(wide, 220, 0.5) > 0.2 * partial(wide, 110, 0.5)
        and is_silent(mute, 0.4)
    )


def theremin(player: Player) -> bool:
    """From 200 to 2000 Hz, over pitches in between, and silent with the loudness down."""
    tone, loud = player.sources("hsl")[0], player.sources("vsl")[0]
    up = at_part(player, loud, 1, 1)
    low, high = at_part(player, tone, 0, 2), at_part(player, tone, 1, 700)
    seen = player.play(up, low, high, seconds=1.6)
    between = [hertz for hertz in looks(seen, 0.72, 0.86) if 220 < hertz < 1800]
    mute = player.play(up, low, at_part(player, loud, 0, 100), seconds=1.0)
    return (
        is_near(pitch(seen, 0.45, 0.69), 200)
        and is_near(pitch(seen, 1.2), 2000)
        and len(between) >= 3
        and is_heard(mute, 0.02, 0.09)
        and is_silent(mute, 0.6)
    )


def looks(seen: Observation, start: float, end: float) -> list[float]:
    """The pitch at every 20 ms of a stretch."""
    return [pitch(seen, at, at + 0.03) for at in np.arange(start, end - 0.03, 0.02)]


BELL = (
    "1 bng\n2 msg 1 , {end} < 1\n3 vline~ < 2\n4 osc~ {modulator}\n5 *~ 1200 < 4\n"
    "6 *~ < 5 {index}>1\n7 +~ 400 < 6\n8 osc~ < 7\n9 *~ < 8 3>1\n10 *~ 0.3 < 9\n"
    "11 dac~ < 10 10>1\n12 sig~ 1\n"
)
BELL_CURVED = (
    '1 bng "strike"\n2 msg 1 5 , 0 3000 5 < 1\n3 vline~ < 2\n4 *~ < 3 3>1\n5 sig~ 400\n'
    "6 *~ 1.4 < 5\n7 osc~ < 6\n8 *~ 3 < 4\n9 *~ < 6 8>1\n10 *~ < 7 9>1\n11 +~ < 5 10\n"
    '12 osc~ < 11\n13 *~ < 12 4>1\n14 hsl 0 1 "volume"\n15 *~ < 13 14>1\n16 dac~ < 15 15>1\n'
)
STRING = (
    '1 number "freq"\n2 expr {period} < 1\n3 bng\n4 msg 1 , 0 10 < 3\n5 vline~ < 4\n6 noise~\n'
    "7 *~ < 6 5>1\n8 delread~ string 10 < 2\n9 lop~ 3000 < 8\n10 *~ {feedback} < 9\n11 +~ < 7 10\n"
    "12 delwrite~ string 100 < 11\n13 *~ 0.3 < 11\n14 dac~ < 13 13>1\n"
)
STRING_AVERAGED = (
    '1 nbx 50 1000 "pitch" init:110\n2 t b f < 1\n3 / 1 < 4 2.1>1\n4 msg 1000 < 2\n3 < 4\n'
    '5 sig~ < 3\n6 delread4~ loop < 5\n7 rzero~ -1 < 6\n8 *~ 0.49 < 7\n9 bng "pluck"\n10 noise~\n'
    "11 msg 1 , 0 0 9 < 9\n12 vline~ < 11\n13 *~ < 10 12>1\n14 +~ < 13 8\n15 hip~ 5 < 14\n"
    "16 delwrite~ loop 100 < 15\n17 *~ 0.4 < 15\n18 dac~ < 17 17>1\n"
).replace("3 / 1 < 4 2.1>1", "3 / 1 < 2.1>1")
ORGAN = (
    '1 hsl 0 1 "first"\n2 hsl 0 1 "second"\n3 hsl 0 1 "third"\n4 hsl 0 1 "fourth"\n5 osc~ 220\n'
    "6 osc~ 440\n7 osc~ {third}\n8 osc~ {fourth}\n9 *~ < 5 1>1\n10 *~ < 6 2>1\n11 *~ < 7 3>1\n"
    "12 *~ < 8 {last}>1\n13 *~ 0.2 < 9 10 11 12\n14 dac~ < 13 13>1\n"
)
ORGAN_SMOOTH = "".join(
    f'{7 * i + 1} vsl 0 1 "level{i + 1}"\n{7 * i + 2} pack f 30 < {7 * i + 1}\n'
    f"{7 * i + 3} line~ < {7 * i + 2}\n{7 * i + 4} osc~ {220 * (i + 1)}\n"
    f"{7 * i + 5} *~ < {7 * i + 4} {7 * i + 3}>1\n{7 * i + 6} *~ 0.1 < {7 * i + 5}\n"
    f"{7 * i + 7} dac~ < {7 * i + 6} {7 * i + 6}>1\n"
    for i in range(4)
)
DRONE = (
    '1 hsl 0 10 "detune" init:2\n2 expr 110 + $f1 < 1\n3 expr {below} < 1\n4 {wave} < 2\n'
    '5 {wave} < 3\n6 {wave} 110\n7 *~ 0.2 < 4 5 6\n8 hip~ 5 < 7\n9 hsl 0 1 "volume" init:0.4\n'
    "10 *~ < 8 9>1\n11 dac~ < 10 10>1\n"
)
DRONE_SIGNALS = (
    '1 nbx 0 10 "spread"\n2 sig~ < 1\n3 +~ 110 < 2\n4 *~ -1 < 2\n5 +~ 110 < 4\n6 phasor~ < 3\n'
    '7 phasor~ < 5\n8 phasor~ 110\n9 -~ 1.5 < 6 7 8\n10 vsl 0 127 "volume"\n11 / 500 < 10\n'
    "12 *~ < 9 11>1\n13 dac~ < 12 12>1\n"
)
THEREMIN = (
    '1 hsl 200 2000 "pitch" init:440\n2 {glide} < 1\n3 {line} < 2\n4 osc~ < 3\n'
    '5 vsl 0 1 "loudness" init:0.3\n6 *~ < 4{loud}\n7 dac~ < 6 6>1\n'
)
THEREMIN_SCALED = (
    "1 hsl 0 1\n2 * 1800 < 1\n3 + 200 < 2\n4 pack f 200 < 3\n5 line 200 10 < 4\n6 osc~ < 5\n"
    "7 vsl 0 127\n8 / 127 < 7\n9 pack f 30 < 8\n10 line~ < 9\n11 *~ < 6 10>1\n12 dac~ < 11 11>1\n"
)

TASKS: tuple[Task, ...] = (
    Task(
        "frequency-modulated-bell", 3,
        "Create a Pure Data patch that sounds like a bell by frequency modulation: a button "
        "strikes it, the carrier has 400 Hz, the modulator 1.4 times as much, and loudness and "
        "modulation index both fade out within three seconds.",
        bell,
        (BELL.format(end="0 3000", modulator=560, index=3), BELL_CURVED),
        (BELL.format(end="0 3000", modulator=800, index=3),
         BELL.format(end="0 3000", modulator=560, index=12),
         BELL.format(end="0.5 3000", modulator=560, index=3)),
    ),
    Task(
        "plucked-string", 3,
        "Create a Pure Data patch that imitates a plucked string: a button sends a short burst of "
        "noise into a delay line with filtered feedback, and a number box sets the pitch of the "
        "string in Hz.",
        plucked_string,
        (STRING.format(period="1000/$f1", feedback=0.98), STRING_AVERAGED),
        (STRING.format(period="$f1/10", feedback=0.98),
         STRING.format(period="1000/$f1", feedback=0)),
    ),
    Task(
        "drawbar-organ", 3,
        "Create a Pure Data patch that is a drawbar organ on 220 Hz: four sliders from 0 to 1 set "
        "the levels of the fundamental, the second, the third and the fourth harmonic, in this "
        "order.",
        drawbars,
        (ORGAN.format(third=660, fourth=880, last=4), ORGAN_SMOOTH),
        (ORGAN.format(third=880, fourth=1760, last=4), ORGAN.format(third=660, fourth=880, last=3)),
    ),
    Task(
        "detuned-drone", 3,
        "drone of three sawtooths around 110 hz for my installation: one exactly on it, one below "
        "and one above by as many hz as a slider (0 to 10) says. plus a volume slider",
        detuned_drone,
        (DRONE.format(below="110 - $f1", wave="phasor~"), DRONE_SIGNALS),
        (DRONE.format(below="110 + $f1", wave="phasor~"),
         DRONE.format(below="110 - $f1", wave="osc~")),
    ),
    Task(
        "theremin", 3,
        "Create a Pure Data patch that works like a theremin: a horizontal slider sets the pitch "
        "of a sine wave from 200 to 2000 Hz, a vertical slider its loudness, and the pitch glides "
        "to a new value within 200 milliseconds instead of jumping.",
        theremin,
        (THEREMIN.format(glide="pack f 200", line="line~", loud=" 5>1"), THEREMIN_SCALED),
        (THEREMIN.format(glide="f", line="sig~", loud=" 5>1"),
         THEREMIN.format(glide="pack f 200", line="line~", loud="")),
    ),
)  # fmt: skip
