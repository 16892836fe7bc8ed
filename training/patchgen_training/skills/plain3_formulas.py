"""Skills: any formula of one, two or three letters, typed as a formula or said in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.plain2_words import filled_in, labelled
from patchgen_training.skills.plain3_deeds import FEW
from patchgen_training.skills.plain3_terms import STYLES, Term, in_pd, letter, number, said, written
from patchgen_training.skills.plain3_words import finished, made, sentences
from patchgen_training.skills.plain_words import TYPED, fed
from patchgen_training.skills.sketch import Sketch
from patchgen_training.skills.time_words import NUMBER_WORDS

Make = Callable[[Draw], Term]


def some_number(draw: Draw, low: int = 2, high: int = 12) -> Term:
    """A whole constant, now and then with one decimal."""
    return number(draw.integer(low, high) / 10 if draw.chance(0.08) else draw.integer(low, high))


def joined(kind: str, one: Term, other: Term) -> Term:
    """Two expressions with a sign between."""
    return Term(kind, (one, other))


def power(draw: Draw, x: Term) -> Term:
    """Something of one letter: its square, cube, root, absolute value, or a multiple of these."""
    found = Term(draw.one(("square", "square", "square", "cube", "root", "abs")), (x,))
    return joined("*", some_number(draw), found) if draw.chance(0.35) else found


def simple(draw: Draw, x: Term) -> Term:
    """A letter with a factor or divisor, or by itself."""
    return draw.one((x, joined("*", some_number(draw), x), joined("*", some_number(draw), x), joined("/", x, some_number(draw))))


def of_one(draw: Draw) -> Term:
    """An expression in x that a single box cannot do."""
    x = letter("x")
    sign = draw.one("+-")
    shapes: tuple[Callable[[], Term], ...] = (
        lambda: joined(sign, power(draw, x), simple(draw, x)), lambda: joined(sign, joined(draw.one("+-"), power(draw, x), simple(draw, x)), some_number(draw)), lambda: joined(sign, power(draw, x), some_number(draw)),
        lambda: joined(sign, joined("*", some_number(draw), x), some_number(draw)), lambda: joined("-", some_number(draw, 20, 100), simple(draw, x)), lambda: joined("/", joined(sign, x, some_number(draw)), some_number(draw)), lambda: joined("*", some_number(draw), joined(sign, x, some_number(draw))),
        lambda: Term(draw.one(("square", "square", "cube")), (joined(sign, x, some_number(draw)),)), lambda: joined("/", some_number(draw), joined("+", x, some_number(draw))), lambda: joined("*", x, joined(sign, x, some_number(draw))), lambda: Term("root", (joined("+", x, some_number(draw)),)),
        lambda: joined("/", joined("+", x, some_number(draw)), joined("+", x, some_number(draw))), lambda: joined("-", number(1), joined("/", x, some_number(draw))), lambda: Term("abs", (joined("-", x, some_number(draw)),)), lambda: Term("root", (joined("+", Term("square", (x,)), some_number(draw)),)),
        lambda: joined(sign, some_number(draw), power(draw, x)), lambda: joined(sign, joined("/", x, some_number(draw)), some_number(draw)), lambda: joined("+", joined("/", number(draw.one((1, 10, 100, 60))), x), some_number(draw)),
    )  # fmt: skip
    return draw.one(shapes)()


def of_two(draw: Draw, names: Sequence[str] = ("a", "b")) -> Term:
    """An expression in two letters."""
    a, b = letter(names[0]), letter(names[1])
    sign = draw.one("+-")
    shapes: tuple[Callable[[], Term], ...] = (
        lambda: joined(sign, simple(draw, a), simple(draw, b)), lambda: joined("*", some_number(draw), joined(sign, a, b)), lambda: joined("/", joined(sign, a, b), some_number(draw)), lambda: joined(sign, joined("*", a, b), some_number(draw)), lambda: joined(sign, power(draw, a), simple(draw, b)),
        lambda: joined(sign, Term("square", (a,)), Term("square", (b,))), lambda: joined(sign, power(draw, a), power(draw, b)), lambda: joined("/", joined("+", a, b), joined("*", a, b)), lambda: joined("/", joined("-", a, b), joined("+", a, b)), lambda: joined("*", a, joined("+", b, some_number(draw, 1, 9))),
        lambda: Term("root", (joined("+", Term("square", (a,)), Term("square", (b,))),)), lambda: Term("square", (joined(sign, a, b),)), lambda: Term("root", (joined("*", a, b),)), lambda: joined(sign, joined("*", a, b), joined("+", a, b)), lambda: joined("/", a, joined("+", a, b)), lambda: Term("abs", (joined("-", a, b),)),
        lambda: joined("-", Term("max", (a, b)), Term("min", (a, b))), lambda: joined("*", joined("+", a, b), joined("-", a, b)), lambda: joined("+", joined("/", a, b), some_number(draw)), lambda: joined("/", joined("*", some_number(draw), a), b), lambda: joined("*", Term("square", (a,)), b),
    )  # fmt: skip
    return draw.one(shapes)()


def of_three(draw: Draw, names: Sequence[str] = ("a", "b", "c")) -> Term:
    """An expression in three letters."""
    a, b, c = map(letter, names)
    one, two = draw.one("+-"), draw.one("+-")
    shapes: tuple[Callable[[], Term], ...] = (
        lambda: joined(two, joined(one, simple(draw, a), simple(draw, b)), simple(draw, c)), lambda: joined(one, joined("*", a, b), c), lambda: joined("*", joined(one, a, b), c), lambda: joined("/", joined(one, a, b), c), lambda: joined("*", a, joined(one, b, c)), lambda: joined("/", joined("*", a, b), c),
        lambda: joined("/", joined("+", joined("+", a, b), c), number(3)), lambda: joined("+", joined("*", a, joined("-", number(1), c)), joined("*", b, c)), lambda: joined("+", a, joined("*", joined("-", b, a), c)), lambda: joined(one, Term("square", (a,)), joined("*", b, c)), lambda: joined("*", joined("*", a, b), c),
        lambda: joined("+", joined("*", a, Term("square", (b,))), c), lambda: Term("root", (joined("+", joined("+", Term("square", (a,)), Term("square", (b,))), Term("square", (c,))),)), lambda: joined("/", joined(one, a, joined("*", some_number(draw), b)), c),
    )  # fmt: skip
    return draw.one(shapes)()


LETTERS: dict[int, tuple[tuple[str, ...], ...]] = {
    2: (("a", "b"), ("a", "b"), ("x", "y"), ("u", "v"), ("m", "n"), ("p", "q")),
    3: (("a", "b", "c"), ("a", "b", "c"), ("x", "y", "z"), ("a", "b", "m"), ("p", "q", "r")),
}
ONE_FORMAL = (
    "{calc} {f}, x being {x}{out}", "{calc} y = {f} for {x}{out}", "{take} {x} as x and {tell} {f}{place}", "{take} {x}, {calc} {f} and {end}", "~evaluate the formula y = {f}, where x is {x}{out}", "~let the user enter x and {tell} {f}{place}", "~have a number box for x and {calc} {f} from it{out}", "~apply the function f(x) = {f} to {x}{out}",
    "{tell} the value of {f}{place} whenever x, {x}, changes", "~implement y = {f} with {x} as x{out}", "~use the formula {f} on {x}{out}", "{calc} the polynomial or expression {f} with x from a number box{out}", "~solve y = {f} for y when x is entered{out}",
)  # fmt: skip
ONE_SHORT = ("{f}{st}", "y = {f}{st}", "f(x) = {f}{st}", "calculate {f}{st}", "compute {f}{st}", "{f} with x typed{st}", "x in, {f} out", "formula {f}{st}", "y={f}, x is a number box{st}", "what is {f}?", "{f}, i type x{st}")
ONE_SPEECH = (
    "i need the formula {f}, x comes from a number box{tail}", "y should be {f} when I enter x{tail}", "My formula is y = {f}. I'd like to type x{tail}", "how do i write {f} in pd? x is {x}{tail}", "for x I enter something, then it works out {f}{tail}", "what does {f} give for some x? the patch should {wish}", "maths homework: {f} for any x{tail}", "put x into {f}{tail}",
)  # fmt: skip
WORD_FORMAL = ("{calc} {w}{out}", "{tell} {w}{place}", "{calc} {w}{so}", "~work out {w}{out}", "{tell} {w}{place} whenever {change}", "{take} {boxes} and {calc} {w}{out}", "~let the user enter {boxes0} and {tell} {w}{place}", "{take} {boxes}, {calc} {w} and {end}", "~use {boxes} to get {w}{out}")
WORD_SHORT = ("{w}{st}", "{w}{st}", "calculate {w}{st}", "what is {w}?", "i want {w}{st}", "get {w}{st}", "compute {w}{st}", "give me {w}")
WORD_SPEECH = ("i need {w}{tail}", "what would {w} be? the patch should {wish}", "{w}, please{tail}", "i enter {boxes0} and want to see {w}{tail}", "how do I calculate {w}?{tail}", "We have {boxes}; I'd like {w}{tail}")
ONES = ("the number", "the number", "the input", "x", "the entered number", "a number")


def tries(draw: Draw, make: Make, letters: Sequence[str]) -> tuple[Term, list[float]]:
    """An expression and numbers for its letters that give a value worth showing."""
    while True:
        term = make(draw)
        values = [float(draw.integer(1, 12)) for _ in letters]
        try:
            y = term.value(dict(zip(letters, values, strict=True)))
        except (ValueError, ZeroDivisionError):
            continue
        if abs(y) < 1e5 and (y == 0 or abs(y) > 0.01):
            return term, values


def spelled(term: Term) -> list[str]:
    """The formula in every style."""
    return list(dict.fromkeys(written(term, style) for style in STYLES))


def one_letter(draw: Draw, *, in_words: bool, counts: tuple[int, int, int] = (6, 3, 3)) -> Example:
    """A formula of x."""
    while True:
        term, (x,) = tries(draw, of_one, ("x",))
        if not in_words or used(term, "x") > 1:
            break
    p = Sketch()
    box = p.add("number")
    ending = finished(draw, p, [p.add("expr " + in_pd(term, ("x",)), box)], [term.value({"x": x})])
    names = [draw.one(ONES) for _ in range(4)]
    slots = {**ending.slots, "x": TYPED, "f": spelled(term), "w": [said(term, draw, {"x": name}) for name in names for _ in range(3)], "boxes": ("a number", "a number x", "one number", "a number entered by the user"), "boxes0": "a number", "change": ("the number changes", "a number is entered", "x changes")}
    words = sentences(draw, slots, WORD_FORMAL, WORD_SHORT, WORD_SPEECH) if in_words else sentences(draw, slots, ONE_FORMAL, ONE_SHORT, ONE_SPEECH, counts)
    return made(words, p, ending, fed(box, x))


def is_chain(term: Term) -> bool:
    """Whether words for it name two boxes in a row: an operation on the sum, difference or product of two letters."""
    inner = [part for part in term.parts if part.kind != "number"]
    is_of_pair = len(inner) == 1 and inner[0].kind in "+-*/" and all(part.kind == "letter" for part in inner[0].parts)
    return is_of_pair and term.kind not in ("abs", "root")


def used(term: Term, name: str) -> int:
    """How often a letter stands in an expression."""
    return (term.kind == "letter" and term.text == name) + sum(used(part, name) for part in term.parts)


def several(draw: Draw, count: int, *, in_words: bool) -> Example:
    """A formula of two or three letters, each in a number box with its name."""
    letters = draw.one(LETTERS[count])
    if in_words:
        letters = ("a", "b", "c")[:count] if draw.chance(0.4) else ("first", "second", "third")[:count]
    while True:
        term, values = tries(draw, lambda drawn: (of_two if count == 2 else of_three)(drawn, letters), letters)
        if not (in_words and count == 2 and is_chain(term)):
            break
    p = Sketch()
    boxes, sources = labelled(p, letters)
    result = p.add("expr " + in_pd(term, letters), *sources)
    ending = finished(draw, p, [result], [term.value(dict(zip(letters, values, strict=True)))], only_last=True)
    listed = ", ".join(letters[:-1]) + f" and {letters[-1]}"
    n = NUMBER_WORDS[count]
    if letters[0] == "first":
        listed = f"the {', '.join(letters[:-1])} and the {letters[-1]} number"
        box_words: tuple[str, ...] = (f"{n} numbers", f"{n} number boxes", f"{n} numbers entered by the user", f"{n} input numbers", f"a {', a '.join(letters[:-1])} and a {letters[-1]} number")
        names = {name: f"the {name} number" for name in letters}
    else:
        box_words = (f"{n} number boxes {listed}", f"{n} numbers {listed}", f"number boxes {listed}", f"the numbers {listed} from number boxes", f"the values {listed} of {n} number boxes", f"{n} number boxes labelled {listed}", f"the variables {listed}")
        names = {name: name for name in letters}
    brief = ({name: f"the {name}" for name in letters}, names) if letters[0] == "first" else (names, names)
    slots = {**ending.slots, "x": listed, "boxes": box_words, "boxes0": (listed, box_words[0]), "f": spelled(term), "w": [said(term, draw, draw.one(brief)) for _ in range(8)], "change": ("one of them changes", "a number changes", "either number changes" if count == 2 else "any of the numbers changes")}
    words = sentences(draw, slots, WORD_FORMAL, WORD_SHORT, WORD_SPEECH) if in_words else sentences(draw, slots, MANY_FORMAL, MANY_SHORT, MANY_SPEECH)
    return made(words, p, ending, filled_in(boxes, values))


MANY_FORMAL = (
    "{calc} {f} from {boxes}{out}", "{take} {boxes} and {tell} {f}{place}", "~have {boxes} and {calc} {f}{out}", "~let the user enter {x} and {calc} {f}{out}", "~evaluate the formula {f} with {boxes}{out}", "{calc} y = {f}, where {x} come from number boxes{out}", "{take} {boxes}, {calc} {f} and {end}", "~use {boxes} for the formula {f}{out}",
    "{tell} {f}{place} whenever {change}, with {boxes}", "~implement the formula {f} with {boxes}{out}", "~offer {boxes} and {tell} the value of {f}{place}",
)  # fmt: skip
MANY_SHORT = ("{f}{st}", "{f}{st}", "calculate {f}{st}", "compute {f}{st}", "y = {f}{st}", "{f} with {boxes}{st}", "{f}, number boxes for {x}{st}", "{x} in, {f} out", "what is {f}?", "formula {f}{st}")
MANY_SPEECH = (
    "i need {f}, {x} come from number boxes{tail}", "y should be {f} when I enter {x}{tail}", "My formula is {f}. I'd like to type {x}{tail}", "how do i write {f} in pd? {x} are typed in{tail}", "there are {boxes} and i want {f}{tail}", "what does {f} give for {x}? the patch should {wish}",
)  # fmt: skip

SKILLS: dict[str, Skill] = {
    "any-formula-of-x": lambda draw: one_letter(draw, in_words=False), "any-formula-of-x-in-a-hurry": lambda draw: one_letter(draw, in_words=False, counts=FEW), "formula-of-x-in-words": lambda draw: one_letter(draw, in_words=True), "any-formula-of-two": lambda draw: several(draw, 2, in_words=False),
    "formula-of-two-in-words": lambda draw: several(draw, 2, in_words=True), "any-formula-of-three": lambda draw: several(draw, 3, in_words=False), "formula-of-three-in-words": lambda draw: several(draw, 3, in_words=True),
}  # fmt: skip
CORE: tuple[str, ...] = ("any-formula-of-x", "any-formula-of-x-in-a-hurry", "any-formula-of-two", "formula-of-two-in-words", "any-formula-of-three")
