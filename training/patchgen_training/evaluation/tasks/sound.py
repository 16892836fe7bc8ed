"""Sound: waveforms, noise, pitch and volume controls, chords, panning, the microphone."""

from __future__ import annotations

from itertools import product
from math import log2

from patchgen.headless.probe import Observation
from patchgen_training.evaluation.listen import heard, with_volume
from patchgen_training.evaluation.panel import (
    LOUD,
    awake,
    controls,
    ends,
    fitting,
    streams,
    switch,
)
from patchgen_training.evaluation.player import NUMBERS, SLIDERS, Action, Player
from patchgen_training.evaluation.sound import loudness, rms
from patchgen_training.evaluation.spectrum import (
    harmonics,
    is_saw,
    is_shape,
    is_sine,
    is_square,
    partial,
    partials,
    share,
)
from patchgen_training.evaluation.task import Task

PITCH = ("freq", "pitch", "hz", "hertz", "note")


def sine_with_volume(player: Player) -> bool:
    """A sine of 440 Hz, and a volume that silences it."""
    return with_volume(player, lambda seen: is_sine(seen, 440))


def saw_with_switch(player: Player) -> bool:
    """A saw at the number's pitch while the toggle is on, else nothing."""
    on = player.toggle()
    return any(
        all(
            is_saw(heard(player, (5, number, hertz), (10, on, 1)), hertz)
            and loudness(heard(player, (5, number, hertz), (10, on, 1), (100, on, 0))) < 5e-4
            for hertz in fitting(player, number, 200, 310)
        )
        for number in controls(player, *PITCH)
    )


def square(player: Player) -> bool:
    """A square wave of 220 Hz."""
    return is_square(heard(player), 220)


def triangle(player: Player) -> bool:
    """A triangle of 330 Hz with a volume."""
    return with_volume(player, lambda seen: is_shape(seen, 330, 0, 1 / 9, 0, 1 / 25))


def note_number(player: Player) -> bool:
    """69 is a sine of 440 Hz, 57 one of 220 Hz."""
    return any(
        all(
            is_sine(heard(player, (5, i, note)), 440 * 2 ** ((note - 69) / 12))
            for note in fitting(player, i, 57, 69)
        )
        for i in controls(player, *PITCH, "midi")
    )


def major_chord(player: Player) -> bool:
    """C, E and G in any octave, each a sine, and a volume."""
    return with_volume(player, is_c_major, seconds=1.2)


def is_c_major(seen: Observation) -> bool:
    """Three partials: C, E and G."""
    found = partials(seen, floor=0.15)
    return len(found) == 3 and {round(12 * log2(f / 261.63)) % 12 for f in found} == {0, 4, 7}


def fifth(player: Player) -> bool:
    """Two tones at 3 to 2, and both move with the control."""
    return any(keeps_fifth(player, control) for control in controls(player, *PITCH, "low", "tone"))


def keeps_fifth(player: Player, control: int) -> bool:
    """Two partials at 3 to 2 for two values; 60 and 90 are pitches in Hz as well as MIDI notes."""
    found = [
        partials(heard(player, (5, control, value), seconds=1.2), floor=0.3)
        for value in fitting(player, control, 60, 90)
    ]
    fits = [len(two) == 2 and abs(two[1] / two[0] - 1.5) < 0.03 for two in found]
    return all(fits) and found[1][0] > 1.2 * found[0][0]


def five_harmonics(player: Player) -> bool:
    """Harmonics 1 to 5 of 110 Hz at 1, 1/2, 1/3, 1/4, 1/5, and no sixth."""
    seen = heard(player, seconds=0.8)
    first = partial(seen, 110)
    wanted = zip(harmonics(seen, 110, 2, 3, 4, 5), (1 / 2, 1 / 3, 1 / 4, 1 / 5), strict=True)
    fits = all(abs(part - strength) < 0.04 for part, strength in wanted)
    return first > 1e-4 and fits and harmonics(seen, 110, 6)[0] < 0.02


def brown_noise(player: Player) -> bool:
    """Power falls by some 20 dB a decade between 500 Hz and 10 kHz; a volume."""
    return with_volume(player, is_brown, seconds=2.0)


def is_brown(seen: Observation) -> bool:
    """Between pink, a tenth of the power a decade higher, and what is hardly noise any more."""
    low, high = share(seen, 500, 1000) / 500, share(seen, 5000, 10000) / 5000
    return high > 0 and 30 < low / high < 1500


def noise_switch(player: Player) -> bool:
    """White noise after switching on, none before, none after switching off."""
    seen = player.play(
        *awake(player, *player.sources("tgl", "bng", "msg")),
        switch(player, True, 300), switch(player, False, 1000), seconds=1.5,
    )  # fmt: skip
    noise = heard(player, switch(player, True, 5), seconds=1.0)
    is_white = 0.4 < share(noise, 0, 11025) < 0.6 and share(noise, 0, 2205) < 0.2
    return (
        is_white
        and loudness(seen, 0.4, 0.95) > 1e-3
        and loudness(seen, 0.0, 0.29) < 5e-4
        and loudness(seen, 1.15) < 5e-4
    )


def pan(player: Player) -> bool:
    """Low end left only, high end right only, equal in the middle."""
    return any(pans(player, control) for control in controls(player, "pan", "balance", "left"))


def pans(player: Player, control: int) -> bool:
    """Whether this control is the one."""
    low, high = ends(player, control)
    found = []
    for value in (low, (low + high) / 2, high):
        seen = heard(player, (5, control, value))
        found.append((rms(seen, 0.15), rms(seen, 0.15, channel=1)))
    (left, none), (half, other), (silent, right) = found
    is_even = min(half, other) > 0.6 * max(half, other) > 0.2 * max(left, right)
    return left > 1e-3 and right > 1e-3 and none < 0.05 * left and silent < 0.05 * right and is_even


def sine_or_saw(player: Player) -> bool:
    """Some way of clicking gives a sine of 220 Hz, another one a saw."""
    names = {"tgl": (1, 0), "hradio": (0, 1), "vradio": (0, 1), "bng": ("bang",), "msg": ("bang",)}
    ways: list[tuple[Action, ...]] = [()]
    for name, messages in names.items():
        ways += [((20.0, i, m),) for i, m in product(player.sources(name), messages)]
    ways += [((20.0, i, e),) for i in player.sources(*SLIDERS, *NUMBERS) for e in ends(player, i)]
    found = [heard(player, *way) for way in ways[:8]]
    return any(is_sine(seen, 220) for seen in found) and any(is_saw(seen, 220) for seen in found)


def pulse_width(player: Player) -> bool:
    """Half-way a square, at a tenth even harmonics nearly as strong as the first."""
    return any(
        is_square(heard(player, (5, i, low + (high - low) / 2)), 110)
        and 0.7 < harmonics(heard(player, (5, i, low + (high - low) / 10)), 110, 2)[0] < 1.1
        for i in controls(player, "width", "pw", "duty")
        for low, high in [ends(player, i)]
    )


def decibels(player: Player) -> bool:
    """20 dB more are ten times the amplitude, 0 is silence."""
    return any(
        loudness(heard(player, (5, i, 0))) < 1e-4
        and 9.5 < loudness(heard(player, (5, i, 90))) / loudness(heard(player, (5, i, 70))) < 10.5
        for i in controls(player, "db", "dec", *LOUD)
        if loudness(heard(player, (5, i, 70))) > 1e-4
    )


def microphone_volume(player: Player) -> bool:
    """The sine at the microphone comes out, and the volume silences it."""
    return with_volume(player, lambda seen: is_sine(seen, 500))


def microphone_decibels(player: Player) -> bool:
    """A sine of amplitude 0.5 is 91 dB in Pd and -9 dB below full scale."""
    found = [stream[-1][1] for stream in streams(player, *awake(player), seconds=0.8)]
    return any(
        isinstance(atom, float) and (abs(atom - 91) < 2 or abs(atom + 9) < 2)
        for atoms in found
        for atom in atoms[-1:]
    )


VOLUME = '{0} hsl 0 1 "volume" init:0.3\n{1} *~ < {2} {0}>1\n{3} dac~ < {1} {1}>1\n'
SAW = '1 number "frequency"\n2 {}~ < 1\n3 tgl "on"\n4 *~ {} < 2 3>1\n5 *~ 0.2 < 4\n6 dac~ < 5 5>1\n'
CHORD = "1 osc~ {}\n2 osc~ {}\n3 osc~ {}\n4 +~ < 1 2\n5 *~ 0.3 < 3 4\n" + VOLUME.format(6, 7, 5, 8)
QUIET = "{1} *~ 0.2 < {0}\n{2} dac~ < {1} {1}>1\n"
SQUARE = "1 phasor~ 220\n2 expr~ $v1 {} < 1\n3 -~ 0.5 < 2\n" + QUIET.format(3, 4, 5)
FIFTH = "1 number {}\n2 osc~ < 1\n3 * {} < 1\n4 osc~ < 3\n5 *~ 0.1 < 2 4\n6 dac~ < 5 5>1\n"
FIVE = (
    "1 osc~ 110\n2 osc~ 220\n3 osc~ 330\n4 osc~ 440\n5 osc~ 550\n6 *~ {} < 2\n7 *~ {} < 3\n"
    "8 *~ {} < 4\n9 *~ {} < 5\n10 *~ 0.2 < 1 6 7 8 9\n11 dac~ < 10 10>1\n"
)
PAN = '1 osc~ 330\n2 hsl 0 1 "pan" init:0.5\n'
CHOICE = '1 tgl "saw"\n2 osc~ 220\n3 phasor~ 220\n'
MICROPHONE = '1 adc~ 1\n2 hsl 0 1 "volume"\n'

TASKS = (
    Task(
        "sine-440-volume", 2,
        "Create a Pure Data patch that plays a sine wave of 440 Hz with a slider for the volume.",
        sine_with_volume,
        ("1 osc~ 440\n" + VOLUME.format(2, 3, 1, 4),
         "1 osc~ 440\n2 vsl 0 127\n3 / 127 < 2\n4 pack f 20 < 3\n5 line~ < 4\n6 *~ < 1 5>1\n"
         "7 dac~ < 6 6>1\n"),
        ("1 osc~ 440\n" + VOLUME.format(2, 3, 1, 4).replace("dac~ < 3 3>1", "dac~ < 1 1>1"),
         "1 phasor~ 440\n" + VOLUME.format(2, 3, 1, 4)),
    ),
    Task(
        "saw-frequency-switch", 2,
        "Create a Pure Data patch that plays a sawtooth wave whose frequency is set with a number "
        "box, with a toggle that turns the sound on and off.",
        saw_with_switch,
        (SAW.format("phasor", 0),
         "1 nbx\n2 phasor~ < 1\n3 *~ 2 < 2\n4 -~ 1 < 3\n5 tgl\n6 msg $1 20 < 5\n7 line~ < 6\n"
         "8 *~ < 4 7>1\n9 *~ 0.1 < 8\n10 dac~ < 9 9>1\n"),
        (SAW.format("osc", 0), SAW.format("phasor", 1).replace(" 3>1", "")),
    ),
    Task(
        "square-220", 2,
        "Create a Pure Data patch that plays a square wave of 220 Hz.",
        square,
        (SQUARE.format(">= 0.5"),
         "1 osc~ 220\n2 *~ 1e+06 < 1\n3 clip~ -0.2 0.2 < 2\n4 dac~ < 3 3>1\n"),
        (SQUARE.format("> 0.1"), SQUARE.format("* 1")),
    ),
    Task(
        "triangle-330", 2,
        "triangle wave, 330 hz, with a volume fader",
        triangle,
        ("1 phasor~ 330\n2 expr~ abs($v1 - 0.5) * 4 - 1 < 1\n" + VOLUME.format(3, 4, 2, 5),
         "1 phasor~ 330\n2 *~ -1 < 1\n3 +~ 1 < 2\n4 min~ < 1 3>1\n5 -~ 0.25 < 4\n"
         "" + VOLUME.format(6, 7, 5, 8)),
        ("1 phasor~ 330\n2 -~ 0.5 < 1\n" + VOLUME.format(3, 4, 2, 5),
         "1 osc~ 330\n" + VOLUME.format(2, 3, 1, 4)),
    ),
    Task(
        "note-number-slider", 2,
        "Create a Pure Data patch that plays a sine wave whose pitch is set with a slider as a "
        "MIDI note number.",
        note_number,
        ('1 hsl 0 127 "note"\n2 mtof < 1\n3 osc~ < 2\n4 *~ 0.1 < 3\n5 dac~ < 4 4>1\n',
         '1 vsl 36 96\n2 expr 440 * pow(2\\, ($f1 - 69) / 12) < 1\n3 osc~ < 2\n'
         '' + VOLUME.format(4, 5, 3, 6)),
        ('1 hsl 0 127 "note"\n2 osc~ < 1\n3 *~ 0.1 < 2\n4 dac~ < 3 3>1\n',
         '1 hsl 0 127 "note"\n2 ftom < 1\n3 osc~ < 2\n4 *~ 0.1 < 3\n5 dac~ < 4 4>1\n'),
    ),
    Task(
        "c-major-chord", 2,
        "Create a Pure Data patch that plays a C major chord with three sine waves and lets me "
        "control the volume.",
        major_chord,
        (CHORD.format(261.63, 329.63, 392),
         "1 loadbang\n2 msg 48 < 1\n3 msg 52 < 1\n4 msg 55 < 1\n5 mtof < 2\n6 mtof < 3\n"
         "7 mtof < 4\n8 osc~ < 5\n9 osc~ < 6\n10 osc~ < 7\n11 *~ 0.2 < 8 9 10\n"
         "" + VOLUME.format(12, 13, 11, 14)),
        (CHORD.format(261.63, 311.13, 392), CHORD.format(261.63, 349.23, 440)),
    ),
    Task(
        "parallel-fifth", 2,
        "two tones a perfect fifth apart please, i want to change the frequency of the lower one",
        fifth,
        (FIFTH.format('"low"', 1.5),
         '1 hsl 36 84 "note"\n2 mtof < 1\n3 osc~ < 2\n4 + 7 < 1\n5 mtof < 4\n6 osc~ < 5\n'
         '7 *~ 0.1 < 3 6\n8 dac~ < 7 7>1\n'),
        (FIFTH.format('"low"', 1.333), FIFTH.format('"low"', 1.5).replace("* 1.5", "+ 5")),
    ),
    Task(
        "five-harmonics", 2,
        "Create a Pure Data patch that adds up the first five harmonics of 110 Hz, the amplitude "
        "of each one being 1 divided by its number.",
        five_harmonics,
        (FIVE.format(0.5, 0.3333, 0.25, 0.2),
         "1 phasor~ 110\n"
         "2 expr~ sin(6.283*$v1) + sin(12.566*$v1)/2 + sin(18.85*$v1)/3 + sin(25.133*$v1)/4 "
         "+ sin(31.416*$v1)/5 < 1\n" + QUIET.format(2, 3, 4)),
        (FIVE.format(1, 1, 1, 1), FIVE.format(0.5, 0.25, 0.125, 0.0625)),
    ),
    Task(
        "brown-noise", 2,
        "Create a Pure Data patch that generates brown noise and has a volume slider.",
        brown_noise,
        ("1 noise~\n2 lop~ 30 < 1\n3 *~ 8 < 2\n" + VOLUME.format(4, 5, 3, 6),
         "1 noise~\n2 *~ 0.02 < 1\n3 rpole~ 0.995 < 2\n" + VOLUME.format(4, 5, 3, 6)),
        ("1 noise~\n" + VOLUME.format(2, 3, 1, 4),
         "1 noise~\n2 lop~ 30 < 1\n3 *~ 8 < 2\n4 dac~ < 3 3>1\n5 hsl 0 1\n"),
    ),
    Task(
        "noise-on-off", 2,
        "white noise, on and off",
        noise_switch,
        ("1 tgl\n2 noise~\n3 *~ < 2 1>1\n" + QUIET.format(3, 4, 5),
         "1 msg 1 , 0.2 20\n2 msg 0 20\n3 line~ < 1 2\n4 noise~\n5 *~ < 4 3>1\n6 dac~ < 5 5>1\n"),
        ("1 noise~\n2 *~ 0.1 < 1\n3 dac~ < 2 2>1\n4 tgl\n",
         "1 tgl\n2 noise~\n3 *~ < 2 1>1\n4 lop~ 500 < 3\n5 dac~ < 4 4>1\n"),
    ),
    Task(
        "pan", 2,
        "Create a Pure Data patch that plays a tone and has a slider for panning: at its lowest "
        "value the tone is only in the left channel, at its highest only in the right one.",
        pan,
        (PAN + "3 sqrt < 2\n4 expr sqrt(1 - $f1) < 2\n5 *~ < 1 4>1\n6 *~ < 1 3>1\n7 dac~ < 5 6>1\n",
         "1 phasor~ 330\n2 *~ 0.2 < 1\n3 vsl 0 127\n4 / 127 < 3\n5 *~ < 2 4>1\n6 -~ < 2 5>1\n"
         "7 dac~ < 6 5>1\n"),
        (PAN + "3 *~ < 1 2>1\n4 -~ < 1 3>1\n5 dac~ < 3 4>1\n", PAN + "3 *~ < 1 2>1\n"
                                                                     "4 dac~ < 3 3>1\n"),
    ),
    Task(
        "sine-or-saw", 2,
        "I'd like to switch between a sine and a sawtooth, both at 220 Hz",
        sine_or_saw,
        (CHOICE + "4 == 0 < 1\n5 *~ 1 < 2 4>1\n6 *~ < 3 1>1\n7 *~ 0.2 < 5 6\n8 dac~ < 7 7>1\n",
         "1 hradio 2\n2 == 0 < 1\n3 == 1 < 1\n4 osc~ 220\n5 phasor~ 220\n6 *~ < 4 2>1\n"
         "7 *~ < 5 3>1\n8 *~ 0.2 < 6 7\n9 dac~ < 8 8>1\n"),
        (CHOICE + "4 *~ < 2 1>1\n5 *~ < 3 1>1\n6 *~ 0.2 < 4 5\n7 dac~ < 6 6>1\n",
         CHOICE.replace("phasor~ 220", "phasor~ 440") + "4 == 0 < 1\n5 *~ 1 < 2 4>1\n"
                                                        "6 *~ < 3 1>1\n7 *~ 0.2 < 5 6\n"
                                                        "8 dac~ < 7 7>1\n"),
    ),
    Task(
        "pulse-width", 2,
        "can you make me a 110 hz pulse wave with a slider for the pulse width?",
        pulse_width,
        ('1 phasor~ 110\n2 hsl 0 1 "width" init:0.5\n3 expr~ $v1 \\< $f2 < 1 2>1\n4 -~ 0.5 < 3\n'
         '' + QUIET.format(4, 5, 6),
         '1 phasor~ 110\n2 hsl 1 99\n3 / 100 < 2\n4 -~ < 1 3>1\n5 *~ 1e+06 < 4\n'
         '6 clip~ -0.1 0.1 < 5\n7 dac~ < 6 6>1\n'),
        ('1 phasor~ 110\n2 hsl 0 1 "width" init:0.5\n3 expr~ $v1 \\< 0.5 < 1\n4 *~ < 3 2>1\n'
         '' + QUIET.format(4, 5, 6),
         '1 phasor~ 110\n2 hsl 0 1 "width" init:0.5\n3 *~ < 1 2>1\n4 wrap~ < 3\n'
         '' + QUIET.format(4, 5, 6)),
    ),
    Task(
        "volume-in-decibels", 2,
        "Create a Pure Data patch that plays a tone whose volume is set in decibels with a number "
        "box, where 100 is full volume and 0 is silence.",
        decibels,
        ('1 number "dB"\n2 dbtorms < 1\n3 osc~ 330\n4 *~ < 3 2>1\n5 dac~ < 4 4>1\n',
         "1 nbx 0 100\n2 pack f 30 < 1\n3 line~ < 2\n4 dbtorms~ < 3\n5 phasor~ 220\n"
         "6 *~ 0.5 < 5\n7 *~ < 6 4>1\n8 dac~ < 7 7>1\n"),
        ('1 number "dB"\n2 / 100 < 1\n3 osc~ 330\n4 *~ < 3 2>1\n5 dac~ < 4 4>1\n',
         '1 number "dB"\n2 dbtopow < 1\n3 osc~ 330\n4 *~ < 3 2>1\n5 dac~ < 4 4>1\n'),
    ),
    Task(
        "microphone-volume", 2,
        "Create a Pure Data patch that sends the microphone to the loudspeakers, with a slider for "
        "the volume.",
        microphone_volume,
        (MICROPHONE + "3 *~ < 1 2>1\n4 dac~ < 3 3>1\n",
         "1 adc~\n2 vsl 0 127\n3 / 127 < 2\n4 *~ < 1 3>1\n5 *~ < 1.1 3>1\n6 dac~ < 4 5>1\n"),
        (MICROPHONE + "3 *~ 0.5 < 1\n4 dac~ < 3 3>1\n", MICROPHONE + "3 osc~ < 1\n4 *~ < 3 2>1\n"
                                                                     "5 dac~ < 4 4>1\n"),
        microphone=500,
    ),
    Task(
        "microphone-decibels", 2,
        "Create a Pure Data patch that shows how loud the microphone is, in decibels, in a number "
        "box.",
        microphone_decibels,
        ("1 adc~ 1\n2 env~ < 1\n3 number < 2\n",
         "1 adc~\n2 env~ 4096 < 1\n3 - 100 < 2\n4 nbx < 3\n"),
        ("1 adc~ 1\n2 env~ < 1\n3 dbtorms < 2\n4 number < 3\n",
         "1 adc~ 1\n2 metro 50\n3 snapshot~ < 1 2\n4 number < 3\n5 loadbang\n2 < 5\n"),
        microphone=500,
    ),
)  # fmt: skip
