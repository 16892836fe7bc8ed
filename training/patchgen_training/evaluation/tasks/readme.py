"""The prompts of the first PatchGen's readme."""

from __future__ import annotations

from patchgen_training.evaluation.player import NUMBERS, SLIDERS, Check, Player, last, near
from patchgen_training.evaluation.sound import is_silent, rms
from patchgen_training.evaluation.spectrum import centroid, pitch, share
from patchgen_training.evaluation.task import Task


def task(request: str, check: Check, good: str, bad: str) -> Task:
    """A task of the readme: tier 0, named after its check."""
    name = check.__name__.replace("_", "-")
    return Task(name, 0, f"Create a Pure Data patch that {request}", check, (good,), (bad,))


def absolute(player: Player) -> bool:
    """A negative number goes in, or stands in a message box; its absolute value comes out."""
    boxes = player.canvas.boxes
    for i in player.sources("msg"):
        atom = boxes[i].atoms[0] if len(boxes[i].atoms) == 1 else ""
        if atom.startswith("-") and near(last(player.results((10, i, "bang"))), -float(atom)):
            return True
    for i in player.sources("bng"):
        given = [float(b.atoms[0]) for b in boxes if b.kind == "msg" and b.atoms[0][:1] == "-"]
        if given and near(last(player.results((10, i, "bang"))), -given[0]):
            return True
    numbers = player.sources(*NUMBERS, *SLIDERS)
    return bool(numbers) and near(last(player.results((10, numbers[0], -7))), 7)


def absolute_modulo(player: Player) -> bool:
    """-10 gives 3."""
    number = player.sources(*NUMBERS)[0]
    return near(last(player.results((10, number, -10))), 3)


def ten_and_twenty(player: Player) -> bool:
    """A bang prints 30."""
    button = player.sources("bng", "msg")[0]
    seen = player.play((10, button, "bang"))
    return bool(seen.prints) and seen.prints[-1].atoms == (30.0,)


def arc_sine(player: Player) -> bool:
    """0.5 alone gives nothing, the button then gives 0.5236."""
    number, button = player.sources(*NUMBERS)[0], player.sources("bng")[0]
    quiet = player.results((10, number, 0.5))
    result = player.results((10, number, 0.5), (20, button, "bang"))
    return not quiet and near(last(result), 0.523599)


def square_and_root(player: Player) -> bool:
    """3 and 16 give 13, whichever comes first."""
    first, second = player.sources(*NUMBERS)[:2]
    buttons = [(30.0, button, "bang") for button in player.sources("bng")[:1]]
    one = player.results((10, first, 3), (20, second, 16), *buttons)
    other = player.results((10, second, 16), (20, first, 3), *buttons)
    return near(last(one), 13) and near(last(other), 13)


def quiet_at_zero(player: Player) -> bool:
    """Sound comes by itself, and the volume silences it."""
    volume = player.control("vol", "gain", "level", "amp")
    silent = player.play((1, volume, 0), seconds=0.6)
    return rms(player.play(seconds=0.5)) > 0.003 and is_silent(silent, 0.3)


def high_passed_noise(player: Player) -> bool:
    """A higher threshold leaves a brighter sound."""
    cutoff = player.control("cut", "freq", "thresh")
    low = player.play((1, cutoff, 100), seconds=0.6)
    high = player.play((1, cutoff, 8000), seconds=0.6)
    return quiet_at_zero(player) and rms(high) < rms(low) and centroid(high) > centroid(low) + 200


def bitwise_and(player: Player) -> bool:
    """12 and 10 print 8."""
    first, second = player.sources(*NUMBERS)[:2]
    buttons = [(30.0, button, "bang") for button in player.sources("bng")[:1]]
    seen = player.play((10, second, 10), (20, first, 12), *buttons)
    return bool(seen.prints) and seen.prints[-1].atoms == (8.0,)


def random_melody(player: Player) -> bool:
    """Silent until the toggle; then notes that change; silent again afterwards or at volume 0."""
    toggle = player.sources("tgl")[0]
    volume = player.control("vol", "gain", "level")
    off = player.play(seconds=1.0)
    on = player.play((1, toggle, 1), seconds=4.0)
    muted = player.play((1, toggle, 1), (1, volume, 0), seconds=2.0)
    pitches = {round(pitch(on, i / 2, (i + 1) / 2)) for i in range(8)}
    is_off = rms(off) < rms(on) and is_silent(muted, 1.5)
    return rms(on) > 0.003 and len(pitches) > 2 and is_off


def sine_numbers(player: Player) -> bool:
    """Asked again and again, it gives different numbers, and a sine makes them."""
    words = " ".join(atom for box in player.canvas.boxes for atom in box.atoms)
    actions = [
        (10.0 + 20 * turn, box, "bang" if player.canvas.boxes[box].name == "bng" else 1 + turn % 2)
        for turn in range(12)
        for box in player.sources("bng", "tgl", *NUMBERS)[:1]
    ]
    results = player.results(*actions, seconds=3.0)
    return "sin" in words and len(set(results)) >= 4


def delayed(player: Player) -> bool:
    """42 goes in at 10 ms and comes out at 510 ms, not before."""
    number = player.sources(*NUMBERS)[0]
    came = player.timed_results((10, number, 42), seconds=1.2)
    return bool(came) and all(abs(at - 510) < 5 and near(value, 42) for at, value in came)


def pink_noise(player: Player) -> bool:
    """More energy below 1 kHz than white noise has, and some above 5 kHz."""
    seen = player.play(seconds=2.0)
    low, high = share(seen, 20, 1000), share(seen, 5000, 22050)
    return 0.2 < low < 0.98 and high > 0.003 and quiet_at_zero(player)


def band_passed_noise(player: Player) -> bool:
    """Centre moves the sound up, a higher Q narrows it, the volume silences it."""
    centre = player.control("cent", "freq", "cut")
    sharpness = player.control("q ", "reson", "band")
    low = player.play((1, centre, 300), (1, sharpness, 10), seconds=0.6)
    high = player.play((1, centre, 4000), (1, sharpness, 10), seconds=0.6)
    wide = player.play((1, centre, 4000), (1, sharpness, 1), seconds=0.6)
    return quiet_at_zero(player) and centroid(high) > 2 * centroid(low) and rms(wide) > rms(high)


NOISE = '1 noise~\n2 hsl 50 10000 "cutoff" init:1000\n3 {} < 1 2>1\n4 hsl 0 1 "volume" init:0.3\n'
PINK = "1 noise~\n2 lop~ 500 < 1\n3 *~ 0.1 < 1\n4 +~ < 2 3\n"
MELODY = (
    '1 tgl "on"\n2 metro 200 < 1\n3 random 24 < 2\n4 + 60 < 3\n5 mtof < 4\n6 osc~ < 5\n'
    '7 hsl 0 1 "volume" init:0.3\n8 *~ < 6 7>1\n9 *~ < 8 {}>1\n10 dac~ < 9 9>1\n'
)
BAND = (
    '1 noise~\n2 hsl 50 5000 "centre" init:1000\n3 hsl 1 50 "Q" init:5\n4 bp~ < 1 2>1 {}>2\n'
    '5 hsl 0 1 "volume" init:0.3\n6 *~ < 4 5>1\n7 dac~ < 6 6>1\n'
)
VOLUME = "5 *~ < 3 4>1\n6 dac~ < 5 5>1\n"
PAIR = '1 number "first"\n2 number "second"\n3 t b f < 2\n4 {} < 1 3 3.1>1\n5 {} < 4\n'

TASKS: tuple[Task, ...] = (
    task(
        "calculates the absolute value of a given negative number",
        absolute, "1 msg -5\n2 abs < 1\n3 number < 2\n", "1 msg -5\n2 * 1 < 1\n3 number < 2\n",
    ),
    task(
        "takes a floating-point number as input, calculates its absolute value modulo 7, "
        "and displays the result",
        absolute_modulo,
        "1 number\n2 abs < 1\n3 mod 7 < 2\n4 number < 3\n", "1 number\n2 mod 7 < 1\n3 number < 2\n",
    ),
    task(
        "adds 10 and 20 when a bang is triggered and prints the result",
        ten_and_twenty,
        "1 bng\n2 t b b < 1\n3 msg 10 < 2\n4 msg 20 < 2.1\n5 + < 3 4>1\n6 print < 5\n",
        "1 bng\n2 t b b < 1\n3 msg 10 < 2\n4 msg 20 < 2.1\n5 + < 4 3>1\n6 print < 5\n",
    ),
    task(
        "takes a floating-point input and outputs the arc sine of that value, with a button to "
        "trigger the calculation",
        arc_sine,
        "1 number\n2 bng\n3 f < 2 1>1\n4 expr asin($f1) < 3\n5 number < 4\n",
        "1 number\n2 bng\n3 expr asin($f1) < 1 2\n4 number < 3\n",
    ),
    task(
        "takes two input numbers, squares the first number and adds the square root of the second "
        "number, then outputs the result",
        square_and_root,
        PAIR.format("expr $f1 * $f1 + sqrt($f2)", "number"),
        PAIR.format("expr $f1 + sqrt($f2)", "number"),
    ),
    task(
        "generates white noise, applies a high-pass filter with an adjustable frequency threshold, "
        "and allows for volume adjustment before outputting the audio signal",
        high_passed_noise, NOISE.format("hip~") + VOLUME, NOISE.format("lop~") + VOLUME,
    ),
    task(
        "performs a bitwise AND operation on two input values and prints the result",
        bitwise_and, PAIR.format("&", "print"), PAIR.format("&&", "print"),
    ),
    task(
        "generates a random melody automatically, with a toggle to start and stop the melody, "
        "and a volume control",
        random_melody, MELODY.format(1), MELODY.format(1).replace("random 24", "random 1"),
    ),
    task(
        "generates pseudo-random numbers using a sine wave function",
        sine_numbers,
        "1 bng\n2 f < 1\n3 + 1 < 2\n4 expr sin($f1) * 10000 < 2\n5 wrap < 4\n6 number < 5\n"
        "2 < 3>1\n",
        "1 bng\n2 f 3 < 1\n3 expr sin($f1) * 10000 < 2\n4 wrap < 3\n5 number < 4\n",
    ),
    task(
        "takes an input value, pipes it through a 500ms delay, and outputs the delayed value",
        delayed,
        "1 number\n2 pipe 500 < 1\n3 number < 2\n", "1 number\n2 pipe 50 < 1\n3 number < 2\n",
    ),
    task(
        "generates pink noise and allows for volume control before sending the audio signal to "
        "the digital-to-analog converter",
        pink_noise,
        PINK + '5 hsl 0 1 "volume" init:0.3\n6 *~ < 4 5>1\n7 dac~ < 6 6>1\n',
        '1 noise~\n2 hsl 0 1 "volume" init:0.3\n3 *~ < 1 2>1\n4 dac~ < 3 3>1\n',
    ),
    task(
        "generates a band-pass filtered noise signal with adjustable center frequency, Q, "
        "and volume",
        band_passed_noise,
        BAND.format(3), BAND.format(3).replace("bp~ < 1 2>1 3>2", "lop~ < 1 2>1"),
    ),
)  # fmt: skip
