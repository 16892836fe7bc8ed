"""Lists, words, stored values, chance, repetition, and buttons that switch things."""

from __future__ import annotations

import re
from itertools import pairwise, permutations

from patchgen.pd.atoms import is_number
from patchgen_training.evaluation.formulas import shows
from patchgen_training.evaluation.player import NUMBERS, SLIDERS, Player, last, near
from patchgen_training.evaluation.replies import Reply, clicks, entered, held, replies
from patchgen_training.evaluation.task import Task


def list_box(player: Player, least: int) -> tuple[int, int]:
    """A message box that holds a list of at least so many numbers, and how many it holds."""
    for i, box in enumerate(player.canvas.boxes):
        if box.kind == "msg" and len(box.atoms) >= least and all(map(is_number, box.atoms)):
            return i, len(box.atoms)
    raise LookupError("no message box with a list of numbers")


def list_sum(player: Player) -> bool:
    """With 4 9 2 5 in the message box a click shows 20, with 1 1 1 3 it shows 6."""
    box, count = list_box(player, 4)
    acts = ((box, "set 4 9 2 5"), (box, "bang"), (box, "set 1 1 1 3"), (box, "bang"))
    answers = replies(player, *acts)
    return count == 4 and shows(answers[1].numbers, 20) and shows(answers[3].numbers, 6)


def backwards(player: Player) -> bool:
    """Other numbers, as many as the message box holds, come out in reverse."""
    box, count = list_box(player, 3)
    numbers = [10 * (place + 1) + place % 2 for place in range(count)]
    answers = replies(player, (box, "set " + " ".join(map(str, numbers))), (box, "bang"))
    return answers[1].listed == [*map(float, reversed(numbers))]


def joined(player: Player) -> bool:
    """A click prints 7, 8 and 9 in the order of the boxes, and 7, 8 and 3 when the last is new."""
    numbers, button = player.entries(3)[:3], player.buttons()[0]
    entered = zip(numbers, (7, 8, 9), strict=True)
    answers = replies(player, *entered, (button, "bang"), (numbers[2], 3), (button, "bang"))
    return answers[3].listed == [7, 8, 9] and answers[5].listed == [7, 8, 3]


def low_middle_high(player: Player) -> bool:
    """20 is low, 60 is middle, 100 is high, 41 is middle."""
    texts = [answer.text for answer in entered(player, 20, 60, 100, 41)]
    said = [[word for word in ("low", "middle", "high") if word in text] for text in texts]
    return said == [["low"], ["middle"], ["high"], ["middle"]]


def numbered_name(player: Player) -> bool:
    """12 gives track-12, 3 gives track-3."""
    twelve, three = entered(player, 12, 3)
    return "track-12" in twelve.text.split() and "track-3" in three.text.split()


def greeting(player: Player) -> bool:
    """Hello world comes by itself, in capitals or not."""
    said = Reply(player.play().prints).text
    return "hello world" in re.sub("[^a-z]+", " ", said)


def stored(player: Player) -> bool:
    """5 is stored, 9 is entered: the other button shows 5, and 9 after 9 is stored."""
    number = player.entries()[0]
    for store, recall in permutations(player.buttons()[:3], 2):
        acts = ((number, 5), (store, "bang"), (number, 9), (recall, "bang"), (store, "bang"))
        answers = replies(player, *acts, (recall, "bang"))
        before, after = answers[3].numbers, answers[5].numbers
        if 5 in before and 9 not in before and 9 in after:
            return True
    return False


def picked(player: Player) -> bool:
    """Sixty clicks bring all four notes, no others, and no fixed row of them."""
    answers = clicks(player, player.buttons()[0], 60, step=5)
    row = [max(answer.numbers) for answer in answers if answer.numbers]
    return set(row) == {60, 64, 67, 72} and len(row) == 60 and len(set(pairwise(row))) > 6


def from_50_to_100(player: Player) -> bool:
    """Six hundred clicks bring whole numbers, both ends and most between, nothing else."""
    answers = clicks(player, player.buttons()[0], 600, step=1)
    row = [answer.numbers[-1] for answer in answers if answer.numbers]
    is_inside = set(row) <= set(range(50, 101))
    return len(row) == 600 and is_inside and {50, 100} < set(row) and len(set(row)) > 40


def never_twice(player: Player) -> bool:
    """In 120 clicks all numbers from 1 to 6 come, none right after itself."""
    answers = clicks(player, player.buttons()[0], 120, step=5)
    row = [answer.numbers[-1] for answer in answers if answer.numbers]
    is_fresh = all(now != after for now, after in pairwise(row))
    return set(row) == {1, 2, 3, 4, 5, 6} and is_fresh and len(set(pairwise(row))) > 12


def one_to_ten(player: Player) -> bool:
    """Each of two clicks brings 1 to 10 in order."""
    answers = clicks(player, player.buttons()[0], 2)
    return all(answer.listed == [*map(float, range(1, 11))] for answer in answers)


def on_and_off(player: Player) -> bool:
    """On, off, off, on, on."""
    for on, off in permutations(player.buttons()[:3], 2):
        acts = [(button, "bang") for button in (on, off, off, on, on)]
        lights = held(replies(player, *acts), 0)
        if [light != 0 for light in lights] == [True, False, False, True, True]:
            return bool(player.fed("tgl"))
    return False


def alternating(player: Player) -> bool:
    """Six clicks show 1 and 0 in turn."""
    shown = held(clicks(player, player.buttons()[0], 6))
    is_turning = all(now + after == 1 for now, after in pairwise(shown))
    return set(shown[:2]) == {0, 1} and is_turning and bool(player.fed(*NUMBERS))


def starts_at_100(player: Player) -> bool:
    """100 is shown without an action, and is what the slider holds; then it is moved."""
    slider = player.sources(*SLIDERS)[0]
    start, *moved = replies(player, (slider, "bang"), (slider, 20), (slider, 120))
    is_set = near(last(player.results()), 100, 0.01) and near(last(start.numbers), 100, 0.01)
    return is_set and shows(moved[0].numbers, 20) and shows(moved[1].numbers, 120)


FOUR = "1 msg 1 2 3 4\n2 unpack f f f f < 1\n"
SUM = FOUR + "3 + < 2 2.1>1\n4 + < 3 2.2>1\n5 {}\n6 print < 5\n"
BACK = FOUR + "3 pack f f f f < {}\n4 print < 3\n"
JOIN = "1 number\n2 number\n3 number\n4 bng\n5 pack f f f < {}\n6 print < 5\n"
STEPS = (
    "1 number\n2 moses {} < 1\n3 moses {} < 2.1\n4 msg {} < 2\n5 msg {} < 3\n6 msg {} < 3.1\n"
    "7 print < 4 5 6\n"
)
STORE = '1 number\n2 bng "store"\n3 bng "recall"\n4 f < {}\n5 f < {}\n6 number < 5\n'
PICK = (
    "1 bng\n2 random {} < 1\n3 sel 0 1 2 3 < 2\n4 msg 60 < 3\n5 msg 64 < 3.1\n6 msg 67 < 3.2\n"
    "7 msg {} < 3.3\n8 number < 4 5 6 7\n"
)
CHANCE = "1 bng\n2 random {} < 1\n3 + {} < 2\n4 {} < 3\n"
DICE = "1 bng\n2 random {} < 1\n3 + {} < 2\n4 {} < 3\n5 number < 4\n"
LOOP = (
    "1 bng\n2 t b b < 1\n3 msg 10 < 2\n4 until < 3\n5 msg 0 < {}\n6 f < 4 5>1\n7 + 1 < 6\n"
    "8 print < {}\n6 < 7>1\n"
)
UNTIL_TEN = (
    "1 bng\n2 t b b < 1\n3 until < 2\n4 f < 3\n5 + 1 < 4\n6 t f f f < 5\n7 == 10 < 6\n8 sel 1 < 7\n"
    "9 print < 6.1\n10 msg 0 < 2.1\n4 < 6.2>1 10>1\n3 < 8>1\n"
)
SWITCH = "1 bng\n2 bng\n3 msg {} < 1\n4 msg {} < 2\n5 tgl < 3 4\n"
START = "1 hsl 0 127 {}\n2 number < 1\n"

TASKS = (
    Task(
        "sum-of-a-list", 1,
        "Create a Pure Data patch that takes a list of four numbers from a message box, adds them "
        "up and prints the sum",
        list_sum,
        (
            SUM.format("+ < 4 2.3>1"),
            FOUR + "3 expr $f1 + $f2 + $f3 + $f4 < 2 2.1>1 2.2>2 2.3>3\n4 print sum < 3\n",
        ),
        (SUM.format("+ < 4"), "1 msg 1 2 3 4\n2 + < 1\n3 print < 2\n"),
    ),
    Task(
        "list-backwards", 1,
        "print a list backwards: 1 2 3 4 in a message box should come out as 4 3 2 1",
        backwards,
        (
            "1 msg 1 2 3 4\n2 msg $4 $3 $2 $1 < 1\n3 print < 2\n",
            FOUR + "3 t b f < 2\n4 f < 3 2.3>1\n5 pack f f f f < 4 2.2>1 2.1>2 3.1>3\n"
            "6 print < 5\n",
        ),
        (BACK.format("2 2.1>1 2.2>2 2.3>3"), BACK.format("2.3 2.2>1 2.1>2 2>3")),
    ),
    Task(
        "three-numbers-to-list", 1,
        "Create a Pure Data patch that joins three numbers into one list and prints the list when "
        "a button is clicked",
        joined,
        (
            JOIN.format("1 2>1 3>2 4"),
            "1 number\n2 number\n3 number\n4 bng\n5 t b b b < 4\n6 f < 5 1>1\n7 f < 5.1 2>1\n"
            "8 f < 5.2 3>1\n9 pack f f f < 6 7>1 8>2\n10 print list < 9\n",
        ),
        (JOIN.format("3 2>1 1>2 4"), JOIN.format("1 2>1 4"), JOIN.format("1 2>1 3>2")),
    ),
    Task(
        "low-middle-high", 1,
        "Create a Pure Data patch that prints the word low for numbers below 40, middle for "
        "numbers from 40 to 80 and high for numbers above 80",
        low_middle_high,
        (
            STEPS.format(40, 80.001, "low", "middle", "high"),
            "1 hsl 0 127\n2 expr ($f1 >= 40) + ($f1 > 80) < 1\n3 sel 0 1 2 < 2\n4 print low < 3\n"
            "5 print middle < 3.1\n6 print high < 3.2\n",
        ),
        (
            STEPS.format(40, 80, "high", "middle", "low"),
            STEPS.format(40, 80, "low", "low", "high"),
            "1 number\n2 moses 40 < 1\n3 moses 80 < 1\n4 msg low < 2\n5 msg middle < 3\n"
            "6 msg high < 3.1\n7 print < 4 5 6\n",
        ),
    ),
    Task(
        "numbered-name", 1,
        "Create a Pure Data patch that turns the entered number into a symbol of the form track-7 "
        "and prints it",
        numbered_name,
        (
            "1 number\n2 makefilename track-%d < 1\n3 print < 2\n",
            "1 number\n2 msg symbol track-$1 < 1\n3 print < 2\n",
        ),
        (
            "1 number\n2 list prepend track- < 1\n3 print < 2\n",
            "1 number\n2 makefilename track%d < 1\n3 print < 2\n",
        ),
    ),
    Task(
        "hello-world", 1,
        "patch that says hello world in the console as soon as I open it",
        greeting,
        (
            "1 loadbang\n2 msg hello world < 1\n3 print < 2\n",
            "1 loadbang\n2 msg Hello world! < 1\n3 print start < 2\n",
        ),
        (
            "1 bng\n2 msg hello world < 1\n3 print < 2\n",
            "1 loadbang\n2 print < 1\n3 comment hello world\n",
        ),
    ),
    Task(
        "store-and-recall", 1,
        "Create a Pure Data patch that stores the entered number when one button is clicked and "
        "shows the stored number when another button is clicked",
        stored,
        (
            STORE.format("2 1>1", "3 4>1"),
            "1 hsl 0 127\n2 msg bang\n3 msg bang\n4 f < 2 1>1\n5 v kept < 4\n6 v kept < 3\n"
            "7 print < 6\n",
        ),
        (STORE.format("2 1>1", "3 1>1"), STORE.format("1", "3 4>1")),
    ),
    Task(
        "random-note-of-four", 1,
        "pick one of the notes 60, 64, 67 and 72 at random every time i click",
        picked,
        (
            PICK.format(4, 72),
            "1 msg bang\n2 random 4 < 1\n3 * 4 < 2\n4 expr 60 + $f1 - ($f1 == 8) < 3\n"
            "5 print note < 4\n",
        ),
        (PICK.format(3, 72), PICK.format(4, 71), CHANCE.format(13, 60, "number")),
    ),
    Task(
        "random-between", 1,
        "Create a Pure Data patch that shows a random whole number from 50 to 100, both included, "
        "each time a button is clicked",
        from_50_to_100,
        (
            CHANCE.format(51, 50, "number"),
            "1 bng\n2 random 51 < 1\n3 expr $f1 + 50 < 2\n4 print < 3\n",
        ),
        (
            CHANCE.format(50, 50, "number"), CHANCE.format(100, 50, "number"),
            CHANCE.format(51, 51, "print"),
        ),
    ),
    Task(
        "random-never-twice", 1,
        "how do I get random numbers from 1 to 6 that never repeat the one before? click = new "
        "number",
        never_twice,
        (
            DICE.format(6, 1, "change"),
            "1 bng\n2 random 5 < 1\n3 + 1 < 2\n4 f < 3\n5 + < 4\n6 mod 6 < 5\n7 t f f < 6\n"
            "8 + 1 < 7\n9 number < 8\n5 < 7.1>1\n",
        ),
        (DICE.format(6, 1, "* 1"), DICE.format(6, 0, "change"), DICE.format(5, 1, "change")),
    ),
    Task(
        "one-to-ten", 1,
        "Create a Pure Data patch that prints all whole numbers from 1 to 10 at once, one after "
        "another, each time a button is clicked",
        one_to_ten,
        (LOOP.format("2.1", 7), UNTIL_TEN),
        (
            LOOP.format("2.1", 6), LOOP.format("2.1", 7).replace("< 4 5>1", "< 4"),
            UNTIL_TEN.replace("== 10", "== 9"),
        ),
    ),
    Task(
        "on-and-off-buttons", 1,
        "Create a Pure Data patch that has two buttons, one that switches a toggle on and one that "
        "switches it off",
        on_and_off,
        (SWITCH.format(1, 0), "1 msg 0\n2 msg 1\n3 tgl < 1 2\n"),
        (SWITCH.format("bang", "bang"), SWITCH.format(1, 1), "1 bng\n2 bng\n3 tgl < 1 2\n"),
    ),
    Task(
        "click-alternates", 1,
        "one button, and every click flips a number box between 1 and 0",
        alternating,
        ("1 bng\n2 tgl < 1\n3 number < 2\n", "1 bng\n2 f < 1\n3 == 0 < 2\n4 number < 3\n2 < 3>1\n"),
        (
            "1 bng\n2 random 2 < 1\n3 number < 2\n", "1 bng\n2 msg 1 < 1\n3 number < 2\n",
            "1 bng\n2 f < 1\n3 + 1 < 2\n4 number < 3\n2 < 3>1\n",
        ),
    ),
    Task(
        "slider-starts-at-100", 1,
        "Create a Pure Data patch that has a slider from 0 to 127, which is set to 100 "
        "automatically when the patch opens, and a number box that shows its value",
        starts_at_100,
        (START.format("init:100"), "1 loadbang\n2 msg 100 < 1\n3 vsl 0 127 < 2\n4 number < 3\n"),
        (
            START.format('"level"'), START.format("init:64"),
            "1 loadbang\n2 msg 100 < 1\n3 hsl 0 127\n4 number < 2 3\n",
        ),
    ),
)  # fmt: skip
