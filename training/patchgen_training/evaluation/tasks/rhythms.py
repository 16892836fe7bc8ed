"""Drum voices, beats, metronomes, and rhythms against each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from patchgen.headless.probe import Observation
from patchgen_training.evaluation.melody import is_steady
from patchgen_training.evaluation.player import Player
from patchgen_training.evaluation.sound import is_heard, is_silent, levels, onsets, rms, samples
from patchgen_training.evaluation.spectrum import centroid, share
from patchgen_training.evaluation.stage import entry, played, turned_up
from patchgen_training.evaluation.task import Task


def gaps(seen: Observation, channel: int = 0) -> list[float]:
    """Seconds between the beginnings in one channel."""
    return [float(gap) for gap in np.diff(onsets(seen, channel=channel))]


def hits(seen: Observation, gap: float = 0.15) -> list[float]:
    """Seconds at which something begins, also where one is ten times as loud as another."""
    heard, found, is_quiet = levels(seen, 0.005), [-gap], True
    if not len(heard) or float(heard.max()) < 0.002:
        return []
    for place, level in enumerate(heard / heard.max()):
        at = place * 0.005
        if is_quiet and level > 0.1 and at - found[-1] >= gap:
            found.append(at)
            is_quiet = False
        is_quiet = is_quiet or level < 0.05
    return found[1:]


def accented_metronome(player: Player) -> bool:
    """At 120 and 240 beats a minute every fourth click, from the first on, is higher."""
    tempo = entry(player, "tempo", "bpm", "beat", "speed")
    up, toggle = turned_up(player, tempo), player.toggle()
    for beats, seconds in ((120, 4.4), (240, 2.4)):
        seen = player.play(*up, (5.0, tempo, beats), (100.0, toggle, 1), seconds=seconds)
        clicks = hits(seen)
        steps = [after - before for before, after in pairwise(clicks)]
        if len(clicks) < 8 or not is_steady(steps, 60 / beats):
            return False
        heights = [centroid(seen, click, click + 0.06) for click in clicks[:8]]
        middle = (min(heights) + max(heights)) / 2
        accents = [place for place, height in enumerate(heights) if height > middle]
        if accents != [0, 4] or max(heights) < 1.15 * min(heights):
            return False
    off = player.play(*up, (5.0, tempo, 240), (100.0, toggle, 1), (900.0, toggle, 0), seconds=2.0)
    return is_silent(off, 1.4) and is_silent(off, 0.02, 0.09)


def crossings(seen: Observation, start: float, end: float) -> float:
    """The frequency of a low tone in Hz, by counting how often it rises through zero."""
    part = samples(seen, start, end)
    places = np.flatnonzero((part[:-1] < 0) & (part[1:] >= 0))
    return 44100 * (len(places) - 1) / float(places[-1] - places[0]) if len(places) > 1 else 0.0


def bass_drum(player: Player) -> bool:
    """Silence; at the button a tone that starts high, falls to 50 Hz and dies within 400 ms."""
    seen = played(player, player.press(), seconds=1.0)
    return (
        is_silent(seen, 0.02, 0.095)
        and rms(seen, 0.1, 0.2) > 0.01
        and crossings(seen, 0.1, 0.14) > 90
        and 44 < crossings(seen, 0.19, 0.32) < 60
        and rms(seen, 0.55, 0.9) < 0.05 * rms(seen, 0.1, 0.2)
    )


def snare_drum(player: Player) -> bool:
    """Noise and a tone of 180 Hz from the button on, gone soon after 200 ms; and once again."""
    up, button = turned_up(player), player.buttons()[0]
    seen = player.play(*up, (100.0, button, "bang"), (900.0, button, "bang"), seconds=1.6)
    hit = player.play(*up, (2.0, button, "bang"), seconds=0.2)
    tone, beside = share(hit, 165, 195, 0.01), share(hit, 300, 330, 0.01)
    return (
        is_silent(seen, 0.02, 0.095)
        and is_heard(seen, 0.1, 0.2)
        and rms(seen, 0.55, 0.88) < 0.05 * rms(seen, 0.1, 0.2)
        and len(onsets(seen, gap=0.3)) == 2
        and share(hit, 2000, 20000, 0.01) > 0.05
        and tone > 5 * beside
    )


def rock_beat(player: Player) -> bool:
    """A low drum and a bright one take turns every 300 ms while the toggle is on."""
    up, toggle = turned_up(player), player.toggle()
    seen = player.play(*up, (100.0, toggle, 1), (2900.0, toggle, 0), seconds=4.2)
    found = hits(seen)
    if not found:
        return False
    first = found[0]
    beats = [first + 0.3 * place for place in range(8)]
    heights = [centroid(seen, beat, beat + 0.06) for beat in beats]
    low, high = sorted((heights[::2], heights[1::2]))
    return (
        0.09 < first < 0.42
        and min(low) > 0
        and max(low) < 400
        and min(high) > 1500
        and all(
            rms(seen, beat + 0.21, beat + 0.29) < 0.3 * rms(seen, beat, beat + 0.06) > 0.001
            for beat in beats
        )
        and is_silent(seen, 3.4)
    )


def sixteen_toggles(player: Player) -> bool:
    """Bursts come 120 ms apart where a toggle is on, for two patterns, and none where none is.

    A seventeenth toggle, before or after the others, is taken for a switch.
    """
    toggles = player.sources("tgl")
    return len(toggles) in (16, 17) and any(
        not sounds(player, (), rest)
        and all(plays(player, pattern, steps, rest) for pattern in ((0, 3, 4, 10), (2, 7, 9)))
        for steps, rest in ((toggles[:16], toggles[16:]), (toggles[-16:], toggles[:-16]))
    )


def sounds(player: Player, steps: Sequence[int], rest: Sequence[int]) -> list[float]:
    """Gaps between the bursts, in steps of 120 ms, while these toggles are on."""
    on = [(5.0, i, 1) for i in (*steps, *rest)]
    return [gap / 0.12 for gap in gaps(played(player, *on, seconds=4.2))]


def plays(
    player: Player, pattern: Sequence[int], steps: Sequence[int], rest: Sequence[int]
) -> bool:
    """Whether a pattern of steps goes round, wherever it begins."""
    wanted = [(b - a) % 16 for a, b in zip(pattern, (*pattern[1:], pattern[0]), strict=True)]
    found = sounds(player, [steps[place] for place in pattern], rest)[1:]
    return len(found) >= len(wanted) and any(
        all(abs(gap - wanted[(turn + i) % len(wanted)]) < 0.15 for i, gap in enumerate(found))
        for turn in range(len(wanted))
    )


def three_against_four(player: Player) -> bool:
    """Left three and right four clicks in two seconds, which begin together."""
    seen = played(player, (100.0, player.toggle(), 1), seconds=4.5)
    left, right = onsets(seen, channel=0), onsets(seen, channel=1)
    return (
        len(left) >= 6
        and len(right) >= 8
        and abs(left[0] - right[0]) <= 0.015
        and is_steady(gaps(seen, 0), 2 / 3)
        and is_steady(gaps(seen, 1), 0.5)
        and is_silent(played(player, seconds=1.0))
    )


METRONOME = (
    '1 number "bpm"\n2 expr {beat} < 1\n3 tgl "on"\n4 t f f < 3\n5 sel 1 < 4.1\n6 msg 0 < 5\n'
    "7 metro 500 < 4 2>1\n8 f < 7 6>1\n9 + 1 < 8\n10 mod {count} < 9\n8 < 10>1\n11 sel 0 < 8\n"
    "12 msg {high} < 11\n13 msg 800 < 11.1\n14 osc~ < 12 13\n15 msg 0.5 , 0 40 < 7\n16 line~ < 15\n"
    "17 *~ < 14 16>1\n18 dac~ < 17 17>1\n"
)
METRONOME_CLICKS = (
    '1 nbx 30 300 "tempo" init:100\n2 tgl "start"\n3 metro 1 < 2 5>1\n4 t b f < 1\n'
    "5 / 1 < 6 4.1>1\n6 msg 60000 < 4\n7 f 3 < 3\n8 + 1 < 7\n9 mod 4 < 8\n7 < 9>1\n"
    "10 sel 0 < 9\n11 vline~ < 12\n12 msg 1 , 0 30 < 10.1\n13 vline~ < 14\n14 msg 1 , 0 30 < 10\n"
    "15 osc~ 1000\n16 osc~ 1600\n17 *~ < 11 15>1\n18 *~ < 13 16>1\n"
    '19 hsl 0 127 "volume"\n20 / 127 < 19\n21 *~ < 17 18 20>1\n22 dac~ < 21 21>1\n'
)
BASS_DRUM = (
    "1 bng\n2 msg {start} , 50 60 < 1\n3 line~ < 2\n4 osc~ < 3\n5 msg 0.8 , {end} 400 < 1\n"
    "6 line~ < 5\n7 *~ < 4 6>1\n8 dac~ < 7 7>1\n"
)
BASS_DRUM_CURVED = (
    '1 bng "kick"\n2 t b b b < 1\n3 msg 0 < 2.2\n4 msg 1 , 0 60 < 2.1\n5 vline~ < 4\n6 *~ 150 < 5\n'
    "7 +~ 50 < 6\n8 osc~ < 7 3>1\n9 msg 1 2 , 0 398 2 < 2\n10 vline~ < 9\n11 *~ < 10 10>1\n"
    '12 *~ < 8 11>1\n13 hsl 0 1 "vol" init:0.5\n14 *~ < 12 13>1\n15 dac~ < 14 14>1\n'
)
SNARE = (
    "1 bng\n2 noise~\n3 osc~ 180\n4 *~ {tone} < 3\n5 *~ 0.4 < 2\n6 msg 1 , {end} < 1\n"
    "7 vline~ < 6\n8 *~ < 4 5 7>1\n9 dac~ < 8 8>1\n"
)
SNARE_IN_PARTS = (
    "1 bng\n2 noise~\n3 hip~ 1000 < 2\n4 osc~ 180\n5 msg 0.5 , 0 180 < 1\n6 line~ < 5\n"
    "7 msg 0.3 , 0 100 < 1\n8 line~ < 7\n9 *~ < 3 6>1\n10 *~ < 4 8>1\n11 dac~ < 9 10 9>1 10>1\n"
)
BEAT = (
    '1 tgl "on"\n2 metro {step} < 1\n3 f < 2\n4 + 1 < 3\n5 mod 8 < 4\n3 < 5>1\n'
    "6 sel 0 {snare} 4 6 < 3\n7 msg 0.8 , 0 120 < 6 6.2\n8 line~ < 7\n9 osc~ 60\n10 *~ < 9 8>1\n"
    "11 noise~\n12 msg 0.4 , 0 100 < 6.1 6.3\n13 line~ < 12\n14 *~ < 11 13>1\n"
    "15 dac~ < 10 14 10>1 14>1\n"
)
BEAT_IN_TURNS = (
    '1 tgl "on"\n2 metro 300 < 1\n3 f < 2\n4 == 0 < 3\n3 < 4>1\n5 sel 0 1 < 3\n'
    "6 msg 1 , 0 100 < 5\n7 vline~ < 6\n8 osc~ 60\n9 *~ < 8 7>1\n10 noise~\n11 hip~ 2000 < 10\n"
    "12 msg 1 , 0 80 < 5.1\n13 vline~ < 12\n14 *~ < 11 13>1\n15 *~ 0.4 < 9 14\n16 dac~ < 15 15>1\n"
)
BURST = "{0} noise~\n{1} *~ < {0} {2}>1\n{3} dac~ < {1} {1}>1\n"
TOGGLES = (
    "".join(f'{i} tgl "{i}"\n' for i in range(1, 17))
    + "17 loadbang\n18 metro {step} < 17\n19 f < 18\n20 + 1 < 19\n21 mod {count} < 20\n19 < 21>1\n"
    + f"22 sel {' '.join(map(str, range(16)))} < 19\n"
    + "".join(f"{i} spigot < 22.{i - 23} {i - 22}>1\n" for i in range(23, 39))
    + f"39 msg 0.5 , 0 50 < {' '.join(map(str, range(23, 39)))}\n40 line~ < 39\n"
    + BURST.format(41, 42, 40, 43)
)
TOGGLES_IN_ARRAY = (
    "".join(f"{i} tgl\n" for i in range(1, 17))
    + "".join(f"{i} pack 0 {i - 17} < {i - 16}\n" for i in range(17, 33))
    + f"33 unpack < {' '.join(map(str, range(17, 33)))}\n34 tabwrite pattern < 33 33.1>1\n"
    + "35 array define pattern 16\n36 tgl\n37 metro 120 < 36\n38 f < 37\n39 + 1 < 38\n"
    + "40 mod 16 < 39\n38 < 40>1\n41 tabread pattern < 38\n42 sel 1 < 41\n"
    + "43 msg 0.5 , 0 50 < 42\n44 line~ < 43\n" + BURST.format(45, 46, 44, 47)
)  # fmt: skip
CROSS = (
    '1 tgl "on"\n2 metro {left} < 1\n3 metro {right} < 1\n4 msg 1 , 0 30 < 2\n5 line~ < 4\n'
    "6 msg 1 , 0 30 < 3\n7 line~ < 6\n8 osc~ 600\n9 osc~ 900\n10 *~ < 8 5>1\n11 *~ < 9 7>1\n"
    "12 dac~ < 10 11>1\n"
)
CROSS_COUNTED = (
    '1 tgl "on"\n2 metro 166.6667 < 1\n3 f < 2\n4 + 1 < 3\n5 mod 12 < 4\n3 < 5>1\n6 mod 4 < 3\n'
    "7 sel 0 < 6\n8 mod 3 < 3\n9 sel 0 < 8\n10 msg 1 , 0 30 < 7\n11 vline~ < 10\n"
    "12 msg 1 , 0 30 < 9\n13 vline~ < 12\n14 osc~ 800\n15 *~ < 14 11>1\n16 *~ < 14 13>1\n"
    "17 dac~ < 15 16>1\n"
)

TASKS: tuple[Task, ...] = (
    Task(
        "accented-metronome", 3,
        "Create a Pure Data patch that is a metronome: a number box sets the tempo in beats per "
        "minute, a toggle starts and stops it, and each beat is a short click that is higher on "
        "the first of every four beats.",
        accented_metronome,
        (METRONOME.format(beat="60000/$f1", count=4, high=1600), METRONOME_CLICKS),
        (METRONOME.format(beat="60000/$f1", count=3, high=1600),
         METRONOME.format(beat="60000/$f1", count=4, high=800),
         METRONOME.format(beat="$f1*4", count=4, high=1600)),
    ),
    Task(
        "bass-drum", 3,
        "Create a Pure Data patch that plays a synthetic bass drum when a button is pressed: a "
        "sine wave whose pitch falls from 200 to 50 Hz in 60 milliseconds and whose loudness dies "
        "away in 400 milliseconds.",
        bass_drum,
        (BASS_DRUM.format(start=200, end=0), BASS_DRUM_CURVED),
        (BASS_DRUM.format(start=50, end=0), BASS_DRUM.format(start=200, end=0.4)),
    ),
    Task(
        "snare-drum", 3,
        "snare sound please: noise plus a bit of a 180 hz tone, gone after 200 ms or so, and a "
        "button to hit it",
        snare_drum,
        (SNARE.format(tone=0.4, end="0 200"), SNARE_IN_PARTS),
        (SNARE.format(tone=0, end="0 200"), SNARE.format(tone=0.4, end="0 2000")),
    ),
    Task(
        "drum-beat", 3,
        "Create a Pure Data patch that plays a drum beat of eight steps of 150 milliseconds while "
        "a toggle is on: a short 60 Hz bass drum on the first and fifth step, and a burst of noise "
        "as a snare on the third and seventh.",
        rock_beat,
        (BEAT.format(step=150, snare=2), BEAT_IN_TURNS),
        (BEAT.format(step=150, snare=1), BEAT.format(step=300, snare=2)),
    ),
    Task(
        "sixteen-step-hi-hat", 3,
        "Create a Pure Data patch that runs by itself through sixteen steps of 120 milliseconds "
        "and has a toggle for each step; on every step whose toggle is on it plays a burst of "
        "noise that lasts 50 milliseconds.",
        sixteen_toggles,
        (TOGGLES.format(step=120, count=16), TOGGLES_IN_ARRAY),
        (TOGGLES.format(step=120, count=15), TOGGLES.format(step=125, count=16)),
    ),
    Task(
        "three-against-four", 3,
        "polyrhythm 3 against 4? left speaker clicks 3 times and the right one 4 times in the same "
        "two seconds, evenly, again and again. one toggle for both so they start together",
        three_against_four,
        (CROSS.format(left=666.667, right=500), CROSS_COUNTED),
        (CROSS.format(left=500, right=666.667), CROSS.format(left=600, right=500)),
    ),
)  # fmt: skip
