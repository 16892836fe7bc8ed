"""Units that musicians meet: tempo, pitch, level, position, samples, controllers and their bits."""

from __future__ import annotations

from patchgen_training.evaluation.formulas import gives, maps, shows
from patchgen_training.evaluation.player import Player
from patchgen_training.evaluation.replies import entered, held
from patchgen_training.evaluation.task import Task


def note_and_cents(player: Player) -> bool:
    """450 Hz lie 38.9 cents above note 69, 430 Hz lie 39.8 cents below it."""
    for hertz, cents in ((450, 38.906), (430, 39.8)):
        found = player.answers(hertz)
        if not shows(found, 69) or not any(abs(abs(value) - cents) < 0.5 for value in found):
            return False
    return True


def bit_of_eight(player: Player) -> bool:
    """The light is on for 12, off for 7, on for 24, off for 16."""
    lights = held(entered(player, 12, 7, 24, 16), 0)
    is_right = [light != 0 for light in lights] == [True, False, True, False]
    return is_right and bool(player.fed("tgl"))


ONE = "1 number\n2 {} < 1\n3 number < 2\n"
TWO = "1 number\n2 {} < 1\n3 {} < 2\n4 number < 3\n"
THREE = "1 number\n2 {} < 1\n3 {} < 2\n4 {} < 3\n5 print < 4\n"
BOTH = "1 number\n2 {} < 1\n3 {} < 1\n4 number < 2\n5 number < 3\n"
NEAREST = (
    "1 number\n2 ftom < 1\n3 t f f < 2\n4 + {} < 3.1\n5 int < 4\n6 t f f < 5\n7 number < 6\n"
    "8 - < 3 6.1>1\n9 * 100 < 8\n10 number < 9\n"
)
LIGHT = "1 number\n2 {} < 1\n3 tgl < 2\n"
MASKED = "1 number\n2 & {} < 1\n3 {} < 2\n4 tgl < 3\n"
DIVIDED = "1 number\n2 t b f < 1\n3 msg {} < 2\n4 / < 3 2.1>1\n5 number < 4\n"

TASKS = (
    Task(
        "pitch-class", 1,
        "which pitch class is a midi note? i type the note number and want 0 to 11 back, c is 0",
        maps({61: 1, 127: 7, 48: 0}),
        (ONE.format("mod 12"), ONE.format("expr $f1 % 12")),
        (ONE.format("div 12"), ONE.format("mod 11"), ONE.format("expr $f1 / 12")),
    ),
    Task(
        "controller-to-frequency", 1,
        "Create a Pure Data patch that maps a number from 0 to 127 to a frequency between 100 and "
        "2000 Hz on a linear scale and displays the frequency",
        maps({0: 100, 127: 2000, 64: 1057.48}),
        (
            THREE.format("/ 127", "* 1900", "+ 100"),
            "1 hsl 0 127\n2 expr 100 + $f1 * 1900 / 127 < 1\n3 number < 2\n",
        ),
        (THREE.format("/ 128", "* 1900", "+ 100"), THREE.format("/ 127", "* 2000", "+ 100")),
    ),
    Task(
        "exponential-cutoff", 1,
        "0 to 1 in, cutoff from 20 Hz to 20 kHz out, exponential please so that 0.5 ends up at "
        "about 632 Hz",
        maps({0: 20, 0.5: 632.456, 1: 20000}),
        (
            THREE.format("* 6.907755", "exp", "* 20"),
            "1 hsl 0 1\n2 expr 20 * pow(1000, $f1) < 1\n3 number < 2\n",
        ),
        (TWO.format("* 19980", "+ 20"), ONE.format("expr 20 + 19980 * pow($f1, 4)")),
    ),
    Task(
        "beat-in-milliseconds", 1,
        "Create a Pure Data patch that converts a tempo in beats per minute into the duration of "
        "one beat in milliseconds",
        maps({120: 500, 90: 666.667}),
        (DIVIDED.format(60000), "1 hsl 40 240\n2 expr 60000 / $f1 < 1\n3 number < 2\n"),
        (ONE.format("/ 60000"), DIVIDED.format(60), DIVIDED.format(1000)),
    ),
    Task(
        "dotted-eighth", 1,
        "delay times: I enter the bpm and want to see how many ms a dotted eighth note lasts",
        maps({120: 375, 100: 450}),
        (DIVIDED.format(45000), TWO.format("expr 60000 / $f1", "* 0.75")),
        (DIVIDED.format(30000), TWO.format("expr 60000 / $f1", "* 1.5")),
    ),
    Task(
        "nearest-note-and-cents", 1,
        "type in a frequency in Hz and show me the nearest midi note and how many cents it is off",
        note_and_cents,
        (
            NEAREST.format(0.5),
            "1 number\n2 ftom < 1\n3 expr rint($f1) \\; ($f1 - rint($f1)) * 100 < 2\n"
            "4 print note < 3\n5 print cents < 3.1\n",
        ),
        (NEAREST.format(0), NEAREST.format(0.5).replace("* 100", "* 1")),
    ),
    Task(
        "semitones-to-speed", 1,
        "Create a Pure Data patch that converts a transposition in semitones into a playback speed "
        "ratio, where 12 semitones double the speed",
        maps({12: 2, -12: 0.5, 7: 1.49831}),
        (
            "1 hsl -12 12\n2 expr pow(2, $f1 / 12) < 1\n3 number < 2\n",
            THREE.format("+ 60", "mtof", "/ 261.6256"),
        ),
        (TWO.format("/ 12", "+ 1"), ONE.format("expr pow(2, $f1)")),
    ),
    Task(
        "decibels-to-amplitude", 1,
        "Create a Pure Data patch that converts a level in decibels, where 0 dB is full scale, "
        "into a linear amplitude and displays it",
        maps({0: 1, -6: 0.501187, -20: 0.1}),
        (TWO.format("+ 100", "dbtorms"), ONE.format("expr pow(10, $f1 / 20)")),
        (ONE.format("dbtorms"), ONE.format("expr pow(10, $f1 / 10)")),
    ),
    Task(
        "split-14-bit-value", 1,
        "Create a Pure Data patch that splits a 14-bit number into its upper seven bits and its "
        "lower seven bits and displays both",
        gives({(10000,): (78, 16), (300,): (2, 44)}),
        (BOTH.format(">> 7", "& 127"), BOTH.format("div 128", "mod 128")),
        (BOTH.format(">> 8", "& 255"), BOTH.format(">> 7", "& 7"), ONE.format(">> 7")),
    ),
    Task(
        "light-of-a-bit", 1,
        "a toggle should light up when the bit that is worth 8 is set in the number I type in",
        bit_of_eight,
        (LIGHT.format("& 8"), "1 number\n2 >> 3 < 1\n3 mod 2 < 2\n4 tgl < 3\n"),
        (LIGHT.format("== 8"), LIGHT.format(">= 8"), MASKED.format(3, "!= 0")),
    ),
    Task(
        "samples-to-milliseconds", 1,
        "how many ms are 512 samples at 44.1 kHz? I'd like to enter the number of samples",
        maps({512: 11.61, 44100: 1000, 64: 1.45125}),
        (ONE.format("/ 44.1"), THREE.format("* 1", "* 1000", "/ 44100")),
        (ONE.format("/ 44100"), ONE.format("* 44.1"), ONE.format("/ 48")),
    ),
    Task(
        "equal-power-pan", 1,
        "Create a Pure Data patch that takes a pan position from 0 to 1 and displays the gains of "
        "the left and the right channel, which are the cosine and the sine of a quarter circle",
        gives({(0.25,): (0.92388, 0.382683), (0.5,): (0.707107, 0.707107), (1,): (0, 1)}),
        (
            "1 hsl 0 1\n2 * 1.5708 < 1\n3 cos < 2\n4 sin < 2\n5 number < 3\n6 number < 4\n",
            BOTH.format("expr cos($f1 * 3.14159 / 2)", "expr sin($f1 * 3.14159 / 2)"),
        ),
        (
            BOTH.format("expr 1 - $f1", "* 1"), BOTH.format("cos", "sin"),
            ONE.format("expr cos($f1 * 1.5708)"),
        ),
    ),
    Task(
        "note-to-hertz", 1,
        "Create a Pure Data patch that converts a MIDI note number entered by the user into its "
        "frequency in Hz and displays it",
        maps({69: 440, 60: 261.626}),
        (
            ONE.format("mtof"),
            "1 hsl 0 127\n2 expr 440 * pow(2, ($f1 - 69) / 12) < 1\n3 print < 2\n",
        ),
        (ONE.format("ftom"), ONE.format("expr 440 * pow(2, $f1 / 12)"), "1 number\n2 mtof < 1\n"),
    ),
)  # fmt: skip
