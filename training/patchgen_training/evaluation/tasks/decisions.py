"""Comparing, logic, counting, gates, noticing change, and choosing a way."""

from __future__ import annotations

from itertools import pairwise, permutations

from patchgen_training.evaluation.formulas import decides
from patchgen_training.evaluation.player import CHOICES, Player
from patchgen_training.evaluation.replies import clicks, entered, held, replies, together
from patchgen_training.evaluation.task import Task


def between(player: Player) -> bool:
    """On for 60, off for 20, on for 70, off for 100, on for 41."""
    lights = held(entered(player, 60, 20, 70, 100, 41), 0)
    is_right = [light != 0 for light in lights] == [True, False, True, False, True]
    return is_right and bool(player.fed("tgl"))


def exactly_one(player: Player) -> bool:
    """Toggle by toggle: one on, both on, only the other on, none on."""
    one, two = player.toggle(0), player.toggle(1)
    lights = held(replies(player, (one, 1), (two, 1), (one, 0), (two, 0)), 0)
    is_right = [light != 0 for light in lights] == [True, False, True, False]
    return is_right and bool(player.fed("tgl"))


def even_or_odd(player: Player) -> bool:
    """4 and 10 flash one button, 7 and 3 another."""
    even, odd, again, back = (answer.bangs for answer in entered(player, 4, 7, 10, 3))
    return bool(even - odd) and bool(odd - even) and even == again and odd == back


def counted(player: Player) -> bool:
    """Three clicks show 3; after the other button two clicks show 2."""
    for count, reset in permutations(player.buttons()[:3], 2):
        acts = (*[(count, "bang")] * 3, (reset, "bang"), *[(count, "bang")] * 2)
        shown = held(replies(player, *acts), 0)
        if shown[:3] == [1, 2, 3] and shown[4:] == [1, 2]:
            return True
    return False


def counted_around(player: Player) -> bool:
    """Twenty clicks go up one by one from 0 to 7 and around."""
    shown = held(clicks(player, player.buttons()[0], 20))
    return shown[0] in (0, 1) and all(after == (now + 1) % 8 for now, after in pairwise(shown))


def counted_down(player: Player) -> bool:
    """Fourteen clicks: from 10 or 9 down to 0, and 0 from then on."""
    shown = held(clicks(player, player.buttons()[0], 14))
    return shown[0] in (9, 10) and all(b == max(a - 1, 0) for a, b in pairwise(shown))


def gated(player: Player) -> bool:
    """5 does not come through, with the toggle on 6 does, with the toggle off 7 does not."""
    number, toggle = player.entries()[0], player.toggle()
    acts = ((toggle, 0), (number, 5), (toggle, 1), (number, 6), (toggle, 0), (number, 7))
    answers = [answer.numbers for answer in replies(player, *acts)]
    return not answers[1] and 6 in answers[3] and not answers[5]


def crossed_upwards(player: Player) -> bool:
    """Of 10, 70, 90, 60, 30, 80, 100 only 70 and 80 make it flash."""
    answers = entered(player, 10, 70, 90, 60, 30, 80, 100)
    return [bool(answer.bangs) for answer in answers] == [
        False, True, False, False, False, True, False,
    ]  # fmt: skip


def only_news(player: Player) -> bool:
    """Of 5, 5, 6, 6, 5 the first, the third and the last are printed."""
    return [set(answer.listed) for answer in entered(player, 5, 5, 6, 6, 5)] == [
        {5},
        set(),
        {6},
        set(),
        {5},
    ]


def every_fourth(player: Player) -> bool:
    """Of twelve clicks three come through, four apart."""
    answers = clicks(player, player.buttons()[0], 12)
    come = [turn for turn, answer in enumerate(answers) if answer.bangs]
    return len(come) == 3 and all(after - now == 4 for now, after in pairwise(come))


def one_of_three(player: Player) -> bool:
    """Each choice lets the number appear in a box of its own, and there only."""
    number, choice = player.entries()[0], player.sources(*CHOICES)[0]
    places = []
    for turn, value in enumerate((11.0, 22.0, 33.0)):
        acts = ((number, 5), (choice, turn), (number, value), (choice, turn))
        answer = together(replies(player, *acts)[2:])
        places.append({seen.label for seen in answer.displayed if seen.atoms == (value,)})
    return all(len(place) == 1 for place in places) and len(set.union(*places)) == 3


def first_or_second(player: Player) -> bool:
    """Off: only the first number comes through. On: only the second."""
    (first, second), toggle = player.entries(2)[:2], player.toggle()
    acts = ((toggle, 0), (first, 11), (second, 22), (toggle, 1), (first, 33), (second, 44),
            (toggle, 0), (second, 55), (first, 66))  # fmt: skip
    shown = held(replies(player, *acts))
    is_switched = shown[4] != 33 and shown[5] == 44
    return shown[1:3] == [11, 11] and is_switched and shown[7] == shown[6] and shown[8] == 66


def up_or_down(player: Player) -> bool:
    """9 after 5 is up, 3 is down, 4 is up."""
    texts = [answer.text for answer in entered(player, 5, 9, 3, 4)]
    said = [[word for word in ("up", "down") if word in text] for text in texts]
    return said[1:] == [["up"], ["down"], ["up"]]


def light(test: str) -> str:
    """A toggle that shows the result of a box with one number."""
    return f"1 number\n2 {test} < 1\n3 tgl < 2\n"


COMPARED = "1 number\n2 number\n3 t b f < 2\n4 {} < 1 3 3.1>1\n5 tgl < 4\n"
RANGE = "1 number\n2 {} < 1\n3 {} < 1\n4 {} < 2 3>1\n5 tgl < 4\n"
TOGGLES = "1 tgl\n2 tgl\n3 t b f < 2\n4 {} < 1 3 3.1>1\n5 tgl < 4\n"
PARITY = "1 number\n2 mod {} < 1\n3 sel 0 1 < 2\n4 bng < 3\n5 bng < 3.1\n"
COUNTER = "1 bng\n2 bng\n3 {} < 2\n4 f < 1 3>1\n5 + 1 < 4\n6 number < 5\n4 < 5>1\n"
AROUND = "1 bng\n2 f < 1\n3 + 1 < 2\n4 {} < 3\n5 number < {}\n2 < 4>1\n"
DOWN = "1 bng\n2 f {} < 1\n3 - 1 < 2\n4 {} < 3\n5 number < 4\n2 < 4>1\n"
GATE = "1 number\n2 tgl\n3 {} < 2\n4 {} < 1 3>1\n5 number < 4\n"
RISING = "1 number\n2 > 64 < 1\n3 {} < 2\n4 {} < 3\n5 bng < 4\n"
FOURTH = "1 bng\n2 f < 1\n3 + 1 < 2\n4 mod {} < 3\n5 sel 0 < {}\n6 bng < 5\n2 < {}>1\n"
ROUTED = (
    "1 hradio 3\n2 number\n3 {} < 2 1>1\n4 route 0 1 2 < 3\n5 number < 4\n6 number < 4.1\n"
    "7 number < 4.2\n"
)
GATED_THREE = (
    '1 vradio 3 "where"\n2 hsl 0 127 "value"\n3 == 0 < 1\n4 == 1 < 1\n5 == 2 < 1\n'
    "6 spigot < 2 3>1\n7 spigot < 2 4>1\n8 spigot < 2 5>1\n9 number < 6\n10 number < 7\n"
    "11 number < 8\n"
)
CHOSEN = (
    "1 number\n2 number\n3 tgl\n4 == 0 < 3\n5 spigot < {} 4>1\n6 spigot < {} 3>1\n7 number < 5 6\n"
)
DIRECTION = (
    "1 number\n2 t f f < 1\n3 - < 2.1\n4 moses 0 < 3\n5 msg {} < 4\n6 sel 0 < 4.1\n7 msg {} < 6.1\n"
    "8 print < 5 7\n3 < 2>1\n"
)

TASKS = (
    Task(
        "first-is-greater", 1,
        "Create a Pure Data patch that compares two numbers and switches a toggle on if the first "
        "is greater than the second, otherwise off",
        decides({(5, 3): True, (3, 5): False, (4, 4): False}),
        (COMPARED.format(">"), COMPARED.format("expr if($f1 > $f2, 1, 0)")),
        (COMPARED.format("<"), COMPARED.format(">="), COMPARED.format("-")),
    ),
    Task(
        "inside-a-range", 1,
        "Create a Pure Data patch that switches a toggle on while the entered number is between 40 "
        "and 80 and off while it is not",
        between,
        (
            light("expr $f1 >= 40 && $f1 <= 80"),
            "1 hsl 0 127\n2 moses 40 < 1\n3 moses 80 < 2.1\n4 msg 0 < 2 3.1\n5 msg 1 < 3\n"
            "6 tgl < 4 5\n",
        ),
        (RANGE.format("> 40", "< 80", "||"), RANGE.format("< 40", "> 80", "&&"), light("> 40")),
    ),
    Task(
        "exactly-one-toggle", 1,
        "two toggles and a third one that is on only if exactly one of the two is on",
        exactly_one,
        (
            TOGGLES.format("!="),
            "1 tgl\n2 tgl\n3 t b f < 2\n4 + < 1 3 3.1>1\n5 == 1 < 4\n6 tgl < 5\n",
        ),
        ("1 tgl\n2 tgl\n3 != < 1 2>1\n4 tgl < 3\n", TOGGLES.format("||"), TOGGLES.format("&&")),
    ),
    Task(
        "even-or-odd", 1,
        "Create a Pure Data patch that bangs one button if the entered number is even and another "
        "button if it is odd",
        even_or_odd,
        (
            PARITY.format(2),
            "1 number\n2 & 1 < 1\n3 sel 1 < 2\n4 bng < 3\n5 bng < 3.1\n",
        ),
        (PARITY.format(3), "1 number\n2 div 2 < 1\n3 sel 0 1 < 2\n4 bng < 3\n5 bng < 3.1\n"),
    ),
    Task(
        "counter-with-reset", 1,
        "Create a Pure Data patch that counts how often a button is clicked and displays the "
        "count, with a second button that sets the count back to 0",
        counted,
        (
            COUNTER.format("msg 0"),
            "1 bng\n2 msg 0\n3 f < 1 2>1\n4 + 1 < 3\n5 t f f < 4\n6 print count < 5\n3 < 5.1>1\n",
        ),
        (COUNTER.format("msg 1"), COUNTER.format("msg 0").replace("number < 5", "number < 4")),
    ),
    Task(
        "counter-to-seven", 1,
        "Create a Pure Data patch that counts the clicks on a button from 0 to 7 and then starts "
        "again at 0",
        counted_around,
        (
            AROUND.format("mod 8", 2),
            "1 bng\n2 f < 1\n3 t f f < 2\n4 + 1 < 3\n5 & 7 < 4\n6 print < 3.1\n2 < 5>1\n",
        ),
        (AROUND.format("mod 7", 2), AROUND.format("* 1", 2), AROUND.format("min 7", 2)),
    ),
    Task(
        "countdown", 1,
        "button that counts down from 10 to 0, one per click, and stays at 0 when it gets there",
        counted_down,
        (
            DOWN.format(10, "max 0"),
            "1 msg bang\n2 f 10 < 1\n3 print < 2\n4 expr if($f1 > 0, $f1 - 1, 0) < 2\n2 < 4>1\n",
        ),
        (DOWN.format(10, "* 1"), DOWN.format(5, "max 0"), DOWN.format(10, "max 1")),
    ),
    Task(
        "gate", 1,
        "Create a Pure Data patch that lets the entered numbers through to a number box only while "
        "a toggle is on",
        gated,
        (
            "1 number\n2 tgl\n3 spigot < 1 2>1\n4 number < 3\n",
            "1 hsl 0 127\n2 tgl\n3 list prepend 0 < 1 2>1\n4 route 1 < 3\n5 number < 4\n",
        ),
        (GATE.format("== 0", "spigot"), GATE.format("!= 0", "*")),
    ),
    Task(
        "rises-above", 1,
        "Create a Pure Data patch that bangs a button once when the entered number rises above 64, "
        "and not again before it has fallen to 64 or below",
        crossed_upwards,
        (
            RISING.format("change", "sel 1"),
            "1 hsl 0 127\n2 t f f < 1\n3 expr $f1 > 64 && $f2 <= 64 < 2.1\n4 sel 1 < 3\n"
            "5 bng < 4\n3 < 2>1\n",
        ),
        (
            RISING.format("sel 1", "b"), RISING.format("change", "b"),
            RISING.format("change", "sel 0"),
        ),
    ),
    Task(
        "print-changes-only", 1,
        "Create a Pure Data patch that prints the entered number only when it differs from the one "
        "entered before",
        only_news,
        (
            "1 number\n2 change < 1\n3 print < 2\n",
            "1 number\n2 t f f f < 1\n3 != < 2.2\n4 spigot < 2.1 3>1\n5 print < 4\n3 < 2>1\n",
        ),
        (
            "1 number\n2 print < 1\n", "1 number\n2 sel 5 < 1\n3 print < 2.1\n",
            "1 number\n2 change < 1\n3 != 0 < 2\n4 print < 3\n",
        ),
    ),
    Task(
        "every-fourth-bang", 1,
        "only every 4th click of a button should get through to a second button",
        every_fourth,
        (
            FOURTH.format(4, 4, 4),
            "1 bng\n2 f < 1\n3 + 1 < 2\n4 t f f < 3\n5 sel 4 < 4\n6 t b b < 5\n7 msg 0 < 6.1\n"
            "8 bng < 6\n2 < 4.1>1 7>1\n",
        ),
        (FOURTH.format(3, 4, 4), FOURTH.format(4, 3, 3)),
    ),
    Task(
        "one-of-three-boxes", 1,
        "Create a Pure Data patch that has a radio button with three choices, which decides in "
        "which of three number boxes the entered number appears",
        one_of_three,
        (ROUTED.format("list prepend 0"), GATED_THREE),
        (
            "1 hradio 3\n2 number\n3 pack f f < 2 1>1\n4 route 0 1 2 < 3\n5 number < 4\n"
            "6 number < 4.1\n7 number < 4.2\n",
            ROUTED.format("list prepend 0").replace("route 0 1 2", "route 1 2 3"),
        ),
    ),
    Task(
        "first-or-second-number", 1,
        "Create a Pure Data patch that has two number boxes and a toggle and passes on the first "
        "number while the toggle is off and the second number while it is on",
        first_or_second,
        (
            CHOSEN.format(1, 2),
            "1 number\n2 number\n3 tgl\n4 t b f < 2\n5 t b f < 3\n"
            "6 expr if($f3 == 0, $f1, $f2) < 1 4 5 4.1>1 5.1>2\n7 number < 6\n",
        ),
        (CHOSEN.format(2, 1), "1 number\n2 number\n3 tgl\n4 spigot < 1 3>1\n5 number < 4 2\n"),
    ),
    Task(
        "up-or-down", 1,
        "did my number go up or down? print up or down each time I change it",
        up_or_down,
        (
            DIRECTION.format("down", "up"),
            "1 number\n2 t f f < 1\n3 > < 2.1\n4 sel 0 1 < 3\n5 print down < 4\n"
            "6 print up < 4.1\n3 < 2>1\n",
        ),
        (DIRECTION.format("up", "down"), DIRECTION.format("down", "up").replace("3 < 2>1\n", "")),
    ),
)  # fmt: skip
