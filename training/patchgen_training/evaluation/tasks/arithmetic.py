"""Sums, formulas, powers, angles, rounding, limits, and what a series of numbers adds up to."""

from __future__ import annotations

from patchgen_training.evaluation.formulas import gives, maps, shows
from patchgen_training.evaluation.player import SLIDERS, Player
from patchgen_training.evaluation.replies import held, replies
from patchgen_training.evaluation.task import Task


def updated_sum(player: Player) -> bool:
    """1, 2 and 4 give 7 at once, whichever of them comes last."""
    one, two, three = zip(player.entries(3)[:3], (1, 2, 4), strict=True)
    orders = ((one, two, three), (two, three, one), (three, one, two))
    return all(shows(replies(player, *order)[-1].numbers, 7) for order in orders)


def blend(player: Player) -> bool:
    """A quarter of the way from 10 to 20 is 12.5, three quarters from 10 to 30 are 25."""
    boxes = player.entries(3)[:3]
    sliders = [box for box in boxes if player.canvas.boxes[box].name in SLIDERS]
    try:
        mix = player.control("mix", "blend", "amount")
    except LookupError:
        mix = sliders[0] if len(sliders) == 1 else boxes[2]
    one, two = [box for box in boxes if box != mix][:2]
    cases = {(10.0, 20.0, 0.25): 12.5, (10.0, 30.0, 0.75): 25.0}
    return all(shows(player.answered((one, two, mix), given), at) for given, at in cases.items())


def running_average(player: Player) -> bool:
    """4, 8 and 3 give 4, 6 and 5."""
    number = player.entries()[0]
    answers = replies(player, *((number, value) for value in (4, 8, 3)))
    return all(shows(a.numbers, mean) for a, mean in zip(answers, (4, 6, 5), strict=True))


def highest(player: Player) -> bool:
    """30, 80 and 50 leave 80; after a click 20 is the highest."""
    number, button = player.entries()[0], player.buttons()[0]
    acts = ((number, 30), (number, 80), (number, 50), (button, "bang"), (number, 20))
    shown = held(replies(player, *acts))
    return shown[:3] == [30, 80, 80] and shown[-1] == 20


def last_four(player: Player) -> bool:
    """After 10, 20, 30 and 40 it is 25, after 50 it is 35, after 0 it is 30."""
    number = player.entries()[0]
    answers = replies(player, *((number, value) for value in (10, 20, 30, 40, 50, 0)))
    return all(shows(a.numbers, mean) for a, mean in zip(answers[3:], (25, 35, 30), strict=True))


PAIR = "1 number\n2 number\n3 t b f < 2\n4 {} < 1 3 3.1>1\n5 {} < 4\n"
ONE = "1 number\n2 {} < 1\n3 number < 2\n"
TWO = "1 number\n2 {} < 1\n3 {} < 2\n4 number < 3\n"
THREE = "1 number\n2 {} < 1\n3 {} < 2\n4 {} < 3\n5 number < 4\n"
BLEND = (
    '1 number "a"\n2 number "b"\n3 hsl 0 1 "mix"\n4 t b f < 2\n5 t b f < 3\n'
    "6 expr {} < 1 4 5 4.1>1 5.1>2\n7 number < 6\n"
)
AVERAGE = (
    "1 number\n2 t f b < 1\n3 f < 2.1\n4 + 1 < 3\n5 + < 2\n6 t f f < 5\n7 {} < 6 4>1\n"
    "8 number < 7\n3 < 4>1\n5 < 6.1>1\n"
)
LAST_FOUR = (
    "1 number\n2 t f b b f < 1\n3 f < 2.1 2>1\n4 f < 2.2 3>1\n"
    "5 expr ($f1 + $f2 + $f3 + $f4) / 4 < 2.3 2>1 3>2 4>3\n6 number < 5\n"
)
LISTED_FOUR = (
    "1 number\n2 list append < 1\n3 list split 4 < 2\n4 t l l < 3\n5 unpack f f f f < 4\n"
    "6 + < 5 5.1>1\n7 + < 6 5.2>1\n8 + < 7 5.3>1\n9 / 4 < 8\n10 print mean < 9\n2 < 4.1>1 3.2>1\n"
)

TASKS = (
    Task(
        "sum-of-three", 1,
        "Create a Pure Data patch that adds three numbers and updates the sum in a number box "
        "whenever any of the three is changed",
        updated_sum,
        (
            "1 number\n2 number\n3 number\n4 t b f < 2\n5 t b f < 3\n6 + < 1 4 5 4.1>1\n"
            "7 + < 6 5.1>1\n8 number < 7\n",
            "1 number\n2 number\n3 number\n4 t b f < 2\n5 t b f < 3\n"
            "6 expr $f1 + $f2 + $f3 < 1 4 5 4.1>1 5.1>2\n7 number < 6\n",
        ),
        ("1 number\n2 number\n3 number\n4 + < 1 2>1\n5 + < 4 3>1\n6 number < 5\n",),
    ),
    Task(
        "distance", 1,
        "whats the difference between two numbers, but never negative? i want to type both of them",
        gives({(3, 10): (7,), (12, 4): (8,)}),
        (
            "1 number\n2 number\n3 - < 1 2>1\n4 abs < 3\n5 number < 4\n",
            PAIR.format("expr if($f1 > $f2, $f1 - $f2, $f2 - $f1)", "print"),
        ),
        (PAIR.format("-", "number"), "1 number\n2 number\n3 - < 1 2>1\n4 max 0 < 3\n5 print < 4\n"),
    ),
    Task(
        "quotient-and-remainder", 1,
        "Create a Pure Data patch that divides one whole number by another and displays the whole "
        "quotient and the remainder in two number boxes",
        gives({(17, 5): (3, 2), (100, 8): (12, 4)}),
        (
            "1 number\n2 number\n3 t b f < 2\n4 t f f < 1 3\n5 div < 4 3.1>1\n"
            "6 mod < 4.1 3.1>1\n7 number < 5\n8 number < 6\n",
            "1 number\n2 number\n3 expr int($f1 / $f2) \\; $f1 % $f2 < 1 2>1\n4 number < 3\n"
            "5 number < 3.1\n",
        ),
        ("1 number\n2 number\n3 / < 1 2>1\n4 mod < 1 2>1\n5 number < 3\n6 number < 4\n",),
    ),
    Task(
        "blend-of-two-values", 1,
        "Create a Pure Data patch that blends two values a and b with a mix control from 0 to 1 "
        "and displays a * (1 - mix) + b * mix",
        blend,
        (
            BLEND.format("$f1 * (1 - $f3) + $f2 * $f3"),
            "1 number\n2 number\n3 number\n4 - < 2 1>1\n5 * < 4 3>1\n6 + < 5 1>1\n7 print < 6\n",
        ),
        (BLEND.format("$f1 * $f3 + $f2 * (1 - $f3)"),),
    ),
    Task(
        "multiply-then-subtract", 1,
        "Create a Pure Data patch that multiplies the entered number by 3, subtracts 4 and prints "
        "the result",
        maps({5: 11, -2: -10}),
        (
            "1 number\n2 * 3 < 1\n3 - 4 < 2\n4 print < 3\n",
            "1 hsl -10 10\n2 expr 3 * $f1 - 4 < 1\n3 print < 2\n",
        ),
        (TWO.format("- 4", "* 3"), "1 number\n2 * 3 < 1\n3 - 4 < 1\n4 print < 3\n"),
    ),
    Task(
        "polynomial", 1,
        "Create a Pure Data patch that evaluates the polynomial 2x^2 - 3x + 1 for a number entered "
        "by the user and displays the value",
        maps({4: 21, -2: 15}),
        (
            ONE.format("expr 2 * $f1 * $f1 - 3 * $f1 + 1"),
            "1 number\n2 t f f < 1\n3 * 2 < 2.1\n4 - 3 < 3\n5 * < 2 4>1\n6 + 1 < 5\n7 number < 6\n",
        ),
        (ONE.format("expr 2 * ($f1 ^ 2) - 3 * $f1 + 1"),),
    ),
    Task(
        "power-of-two-numbers", 1,
        "Create a Pure Data patch that raises a first number to the power of a second number and "
        "shows the result",
        gives({(2, 10): (1024,), (9, 0.5): (3,)}),
        (PAIR.format("pow", "number"), PAIR.format("expr pow($f1, $f2)", "print")),
        ("1 number\n2 number\n3 pow < 2 1>1\n4 number < 3\n", PAIR.format("*", "number")),
    ),
    Task(
        "sine-of-degrees", 1,
        "Create a Pure Data patch that takes an angle in degrees and displays its sine",
        maps({30: 0.5, 90: 1, 210: -0.5}),
        (
            TWO.format("* 0.0174533", "sin"),
            "1 hsl 0 360\n2 expr sin($f1 * 3.14159265 / 180) < 1\n3 print < 2\n",
        ),
        (ONE.format("sin"), TWO.format("* 0.0174533", "cos")),
    ),
    Task(
        "angle-of-point", 1,
        "Create a Pure Data patch that takes the x and y coordinates of a point and displays its "
        "angle from the positive x axis in degrees",
        gives({(1, 2): (63.4349,), (0, 5): (90,), (-2, 2): (135,)}),
        (
            '1 number "x"\n2 number "y"\n3 t b f < 1\n4 atan2 < 2 3 3.1>1\n5 * 57.29578 < 4\n'
            "6 number < 5\n",
            PAIR.format("expr atan2($f2, $f1) * 180 / 3.14159265", "number"),
        ),
        (
            PAIR.format("expr atan2($f1, $f2) * 57.29578", "number"),
            PAIR.format("expr atan2($f2, $f1)", "number"),
        ),
    ),
    Task(
        "round-to-whole", 1,
        "I need to round a float to the nearest whole number, so 2.7 becomes 3 and 2.2 becomes 2",
        maps({2.7: 3, 2.2: 2, 11.6: 12}),
        (TWO.format("+ 0.5", "int"), ONE.format("expr rint($f1)")),
        (ONE.format("int"), TWO.format("+ 1", "int")),
    ),
    Task(
        "nearest-multiple", 1,
        "Create a Pure Data patch that quantizes the entered number to the nearest multiple of 5",
        maps({13: 15, 12: 10, 48: 50}),
        (
            "1 number\n2 / 5 < 1\n3 + 0.5 < 2\n4 i < 3\n5 * 5 < 4\n6 number < 5\n",
            ONE.format("expr rint($f1 / 5) * 5"),
        ),
        (THREE.format("/ 5", "i", "* 5"), THREE.format("* 5", "+ 0.5", "i")),
    ),
    Task(
        "limit-to-range", 1,
        "Create a Pure Data patch that limits the entered number to the range from 20 to 100 and "
        "displays the limited value",
        maps({5: 20, 50: 50, 300: 100}),
        (ONE.format("clip 20 100"), TWO.format("max 20", "min 100")),
        (TWO.format("min 20", "max 100"), ONE.format("min 100")),
    ),
    Task(
        "running-average", 1,
        "Create a Pure Data patch that displays the average of all numbers entered so far",
        running_average,
        (
            AVERAGE.format("/"),
            "1 number\n2 t f b < 1\n3 f < 2.1\n4 + 1 < 3\n5 expr $f2 + ($f1 - $f2) / $f3 < 2 4>2\n"
            "6 number < 5\n3 < 4>1\n5 < 6>1\n",
        ),
        (
            "1 number\n2 t f f < 1\n3 + < 2 2.1>1\n4 / 2 < 3\n5 number < 4\n",
            "1 number\n2 + < 1\n3 t f f < 2\n4 number < 3\n2 < 3.1>1\n",
        ),
    ),
    Task(
        "highest-so-far", 1,
        "Create a Pure Data patch that remembers the highest number entered so far and displays "
        "it, with a button that resets it to 0",
        highest,
        (
            "1 number\n2 bng\n3 msg 0 < 2\n4 max 0 < 1\n5 number < 4 3\n4 < 5>1\n",
            "1 number\n2 msg 0\n3 f 0\n4 expr if($f1 > $f2, $f1, $f2) < 1\n5 t f f < 4 2\n"
            "6 print < 5\n4 < 5.1>1\n",
        ),
        (
            "1 number\n2 bng\n3 msg 0 < 2\n4 max 0 < 1\n5 t f f < 4\n6 number < 5 3\n4 < 5.1>1\n",
            "1 number\n2 bng\n3 msg 0 < 2\n4 min 0 < 1\n5 number < 4 3\n4 < 5>1\n",
        ),
    ),
    Task(
        "average-of-last-four", 1,
        "my sensor values are jumpy, how do i smooth them? just show the average of the last 4 "
        "numbers that came in",
        last_four,
        (LAST_FOUR, LISTED_FOUR),
        (AVERAGE.format("/"), LAST_FOUR.replace(" + $f4) / 4", ") / 3")),
    ),
)  # fmt: skip
