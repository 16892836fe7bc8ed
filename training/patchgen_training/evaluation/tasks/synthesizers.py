"""Synthesizers of several parts: filters, envelopes, arrays, a MIDI keyboard, a sampler."""

from __future__ import annotations

from patchgen_training.evaluation.melody import is_near, repetition
from patchgen_training.evaluation.midi import Keyboard
from patchgen_training.evaluation.panel import fitting
from patchgen_training.evaluation.player import Player, label
from patchgen_training.evaluation.sound import RATE, is_heard, is_silent, rms
from patchgen_training.evaluation.spectrum import centroid, partial, pitch, share
from patchgen_training.evaluation.stage import at_part, entry, played, turned_up, volume
from patchgen_training.evaluation.task import Task


def filtered_sawtooth(player: Player) -> bool:
    """Pitch, cutoff and volume each do what they are called."""
    tone = player.control("pitch", "freq", "osc", "note", "tone")
    cutoff = player.control("cut", "filter", "lop", "bright", "lowpass")
    loud = volume(player)
    if len({tone, cutoff, loud}) < 3:
        return False
    full, open_ = at_part(player, loud, 0.8, 1), at_part(player, cutoff, 1, 2, 5000)
    low = player.play(full, open_, (3.0, tone, 220), seconds=0.7)
    high = player.play(full, open_, (3.0, tone, 440), seconds=0.7)
    dull = player.play(full, at_part(player, cutoff, 0, 2, 5000), (3.0, tone, 440), seconds=0.7)
    mute = player.play(at_part(player, loud, 0, 1), open_, (3.0, tone, 440), seconds=0.7)
    return (
        is_near(pitch(low, 0.2), 220)
        and is_near(pitch(high, 0.2), 440)
        and partial(high, 880) > 0.25 * partial(high, 440)
        and centroid(dull, 0.2) < 0.8 * centroid(high, 0.2)
        and is_silent(mute, 0.35)
    )


def wavetable(player: Player) -> bool:
    """Three buttons, in any order, give a sine, a sawtooth and a square wave at the pitch."""
    number = entry(player, "freq", "pitch", "hz")
    buttons = player.sources("bng") if len(player.sources("bng")) >= 3 else player.sources("msg")
    found = []
    for button in buttons[:3]:
        told = (*turned_up(player, number), (5.0, number, 220), (20.0, button, "bang"))
        seen = player.play(*told, seconds=0.8)
        if not is_near(pitch(seen, 0.2), 220):
            return False
        second, third = (partial(seen, 220 * n, 0.2) / partial(seen, 220, 0.2) for n in (2, 3))
        found.append((second > 0.2, third > 0.15))
    return sorted(found) == [(False, False), (False, True), (True, True)]


def closing_filter(player: Player) -> bool:
    """The button gives a note of 110 Hz that is bright at first, dull later, and over at last."""
    seen = played(player, player.press(), seconds=2.5)
    return (
        is_silent(seen, 0.03, 0.095)
        and is_heard(seen, 0.1, 0.3)
        and is_near(repetition(seen, 0.15, 0.5), 110)
        and share(seen, 600, RATE, 0.11, 0.19) > max(0.01, 3 * share(seen, 600, RATE, 0.58, 0.66))
        and rms(seen, 0.58, 0.66) > 1e-4
        and rms(seen, 2.0, 2.4) < 0.1 * rms(seen, 0.12, 0.4)
    )


def keyboard_synth(player: Player) -> bool:
    """Keys give their pitch, a stronger touch is louder, and letting go is silence."""
    piano = Keyboard.at(player)
    seen = piano.player.play(
        *turned_up(player),
        piano.key(100, 69, 120), piano.key(600, 69, 0),
        piano.key(1200, 57, 40), piano.key(1700, 57, 0),
        piano.key(2300, 69, 40), piano.key(2700, 69, 0), seconds=3.5,
    )  # fmt: skip
    return (
        is_silent(seen, 0.03, 0.095)
        and is_near(repetition(seen, 0.2, 0.55), 440)
        and is_near(repetition(seen, 1.3, 1.65), 220)
        and all(rms(seen, at, at + 0.15) < 0.05 * rms(seen, 0.2, 0.5) for at in (1.0, 2.1, 3.3))
        and rms(seen, 0.2, 0.5) > 1.4 * rms(seen, 2.4, 2.65) > 0.002
    )


def sampler(player: Player) -> bool:
    """Nothing to play at first; then the microphone's second, at the speed of the slider."""
    record, play = pair(player, ("rec",), ("play",))
    speed = player.control("speed", "rate", "pitch", "tempo")
    up = turned_up(player, speed)
    empty = player.play(*up, (5.0, speed, 1), (20.0, play, told(player, play)), seconds=0.8)
    if not is_silent(empty, 0.1):
        return False
    for factor in (1.0, 2.0):
        seen = player.play(
            *up, (5.0, speed, fitting(player, speed, factor)[0]),
            (50.0, record, told(player, record)), (1500.0, play, told(player, play)), seconds=2.4,
        )  # fmt: skip
        if not is_near(pitch(seen, 1.55, 1.9), 440 * factor) or rms(seen, 1.55, 1.9) < 0.01:
            return False
    return is_silent(seen, 2.2)


def pair(player: Player, first: tuple[str, ...], second: tuple[str, ...]) -> tuple[int, int]:
    """Two buttons by what is written on them, else the first two."""
    boxes = player.canvas.boxes
    buttons = player.sources("bng", "tgl") or player.sources("msg")
    named = [
        [i for i in buttons if any(word in label(boxes[i]) for word in words)]
        for words in (first, second)
    ]
    return (named[0][0], named[1][0]) if all(named) else (buttons[0], buttons[1])


def told(player: Player, button: int) -> object:
    """What a click sends: 1 from a toggle, else a bang."""
    return 1 if player.canvas.boxes[button].name == "tgl" else "bang"


SYNTH = (
    '1 hsl 50 1000 "pitch" init:220\n2 {wave} < 1\n3 -~ 0.5 < 2\n4 hsl 100 5000 "cutoff"\n'
    '5 lop~ 1000 < 3{cutoff}\n6 hsl 0 1 "volume" init:0.3\n7 *~ < 5{volume}\n8 dac~ < 7 7>1\n'
)
SYNTH_SMOOTH = (
    '1 vsl 50 1000 "freq"\n2 phasor~ < 1\n3 *~ 2 < 2\n4 -~ 1 < 3\n5 hsl 100 5000 "filter"\n'
    '6 pack f 20 < 5\n7 line~ < 6\n8 vcf~ 1 < 4 7>1\n9 hsl 0 127 "level"\n10 / 127 < 9\n'
    "11 pack f 20 < 10\n12 line~ < 11\n13 *~ < 8.1 12>1\n14 *~ 0.3 < 13\n15 dac~ < 14 14>1\n"
)
WAVES = (
    '1 number "freq"\n2 tabosc4~ wave < 1\n3 *~ 0.3 < 2\n4 dac~ < 3 3>1\n5 array define wave 515\n'
    "6 msg ; wave sinesum 512 1\n7 msg ; wave sinesum 512 1 0.5 0.333 0.25 0.2\n"
    "8 msg ; wave sinesum 512 1 {square}\n"
)
WAVES_READ = (
    '1 hsl 50 1000 "freq"\n2 phasor~ < 1\n3 *~ 64 < 2\n4 tabread~ shape < 3\n5 bng "sine"\n'
    '6 bng "saw"\n7 bng "square"\n8 s shape\n9 msg sinesum 64 0.5 < 5\n8 < 9\n10 t b b < 6\n'
    "11 msg 0 < 10.1\n12 until < 10\n13 f < 12 11>1\n14 + 1 < 13\n13 < 14>1\n"
    "15 expr $f1/32-1 < 13\n16 tabwrite shape < 15 13>1\n17 sel 63 < 13\n12 < 17>1\n"
    "18 msg 0 {high} < 7\n8 < 18\n19 *~ 0.2 < 4\n20 hip~ 5 < 19\n21 dac~ < 20 20>1\n"
    "22 array define shape 64\n"
)
SQUARE = " ".join(["0.7"] * 32 + ["-0.7"] * 32)
NOTE = (
    "1 bng\n2 phasor~ 110\n3 msg {first} , 200 500 < 1\n4 line~ < 3\n5 vcf~ 2 < 2 4>1\n"
    "6 msg 0.4 , {end} < 1\n7 line~ < 6\n8 *~ < 5.1 7>1\n9 hip~ 5 < 8\n10 dac~ < 9 9>1\n"
)
NOTE_STEPPED = (
    '1 bng "go"\n2 phasor~ 110\n3 -~ 0.5 < 2\n4 msg 5000 , 200 500 < 1\n5 line 200 10 < 4\n'
    "6 lop~ 200 < 3 5>1\n7 lop~ 200 < 6 5>1\n8 msg 1 5 , 0 300 400 < 1\n9 vline~ < 8\n"
    "10 *~ < 7 9>1\n11 dac~ < 10 10>1\n"
)
KEYS = (
    "1 notein\n2 mtof < 1\n3 osc~ < 2\n4 {force} < 1.1\n5 pack f 20 < 4\n6 line~ < 5\n"
    "7 *~ < 3 6>1\n8 *~ 0.5 < 7\n9 dac~ < 8 8>1\n"
)
KEYS_FILTERED = (
    "1 notein\n2 stripnote < 1 1.1>1\n3 mtof < 2\n4 phasor~ < 3\n5 -~ 0.5 < 4\n6 lop~ 2000 < 5\n"
    "7 {off} < 1.1\n8 / 127 < 7\n9 msg $1 10 < 8\n10 line~ < 9\n11 *~ < 6 10>1\n12 dac~ < 11 11>1\n"
)
SAMPLER = (
    '1 bng "record"\n2 adc~ 1\n3 tabwrite~ sample < 2 1\n4 array define sample 44100\n'
    '5 bng "play"\n6 hsl 0.5 2 "speed" init:1\n7 f 1 < 5 6>1\n8 expr {milliseconds} < 7\n'
    "9 msg 0 , 44100 $1 < 8\n10 vline~ < 9\n11 tabread4~ sample < 10\n12 dac~ < 11 11>1\n"
)
SAMPLER_LOOPED = (
    '1 bng "rec"\n2 adc~\n3 tabwrite~ tape < 2 1\n4 array define tape 44103\n5 bng "play"\n'
    '6 nbx 0.5 2 "rate" init:1\n7 phasor~ < 6 8>1\n8 msg 0 < 5\n9 *~ 44100 < 7\n'
    "10 tabread4~ tape < 9\n11 msg 1 < 5\n12 expr 1000/$f1 < 6\n13 delay 1000 < 5 12>1\n"
    "14 msg 0 < 13\n15 *~ < 10 11>1 14>1\n16 dac~ < 15 15>1\n"
)

TASKS: tuple[Task, ...] = (
    Task(
        "filtered-sawtooth", 3,
        "Create a Pure Data patch that is a small synthesizer: a sawtooth oscillator with a slider "
        "for its pitch from 50 to 1000 Hz, a low-pass filter with a slider for its cutoff from 100 "
        "to 5000 Hz, and a slider for the volume.",
        filtered_sawtooth,
        (SYNTH.format(wave="phasor~", cutoff=" 4>1", volume=" 6>1"), SYNTH_SMOOTH),
        (SYNTH.format(wave="phasor~", cutoff="", volume=" 6>1"),
         SYNTH.format(wave="osc~", cutoff=" 4>1", volume=" 6>1")),
    ),
    Task(
        "waveforms-in-an-array", 3,
        "Create a Pure Data patch that plays the waveform in an array over and over at the "
        "frequency in a number box, with three buttons or message boxes that fill the array with "
        "one period of a sine, of a sawtooth and of a square wave.",
        wavetable,
        (WAVES.format(square="0 0.333 0 0.2 0 0.143"), WAVES_READ.format(high=SQUARE)),
        (WAVES.format(square="0.333 0.2 0.143"), WAVES.format(square="0 0 0")),
    ),
    Task(
        "closing-filter-note", 3,
        "one shot bass synth: button plays a 110 Hz saw, the lowpass goes from 5000 down to 200 Hz "
        "in half a second, and the note fades away within a second",
        closing_filter,
        (NOTE.format(first=5000, end="0 900"), NOTE_STEPPED),
        (NOTE.format(first=200, end="0 900"), NOTE.format(first=5000, end="0.4 900")),
    ),
    Task(
        "keyboard-synth", 3,
        "i want to play a simple synth with my midi keyboard: pitch follows the key, velocity is "
        "the loudness, and it is silent when i let go",
        keyboard_synth,
        (KEYS.format(force="/ 127"), KEYS_FILTERED.format(off="f")),
        (KEYS.format(force="> 0"), KEYS_FILTERED.format(off="max 40")),
    ),
    Task(
        "sampler-with-speed", 3,
        "Create a Pure Data patch that records one second from the microphone into an array when "
        "a record button is pressed, plays it once when a play button is pressed, and has a slider "
        "for the playback speed from 0.5 to 2.",
        sampler,
        (SAMPLER.format(milliseconds="1000/$f1"), SAMPLER_LOOPED),
        (SAMPLER.format(milliseconds="1000*$f1"), SAMPLER.format(milliseconds="1000 + 0*$f1")),
        microphone=440,
    ),
)  # fmt: skip
