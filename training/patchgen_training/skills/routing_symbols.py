"""Skills: symbols and subpatches: comparing words, building names, kinds of messages, boxes in boxes."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, bangs, emits, prints
from patchgen_training.skills.logic_gates import WORDS, clicks
from patchgen_training.skills.logic_tests import fed, finished, output_words
from patchgen_training.skills.logic_words import worded
from patchgen_training.skills.math_operations import ANGLES, POWERS, ROUNDING, WITH_CONSTANT
from patchgen_training.skills.math_operations import WORDS as SIMPLE
from patchgen_training.skills.math_pairings import ARITHMETIC, EXTREMES
from patchgen_training.skills.math_pairs import filled
from patchgen_training.skills.math_sources import tried
from patchgen_training.skills.math_tasks import Task, chain, single
from patchgen_training.skills.math_verbs import inflect
from patchgen_training.skills.sketch import Sketch


def compare_symbol(draw: Draw) -> Example:
    """A bang for a given word."""
    wanted, other = draw.some(WORDS, 2)
    p = Sketch()
    one, two = p.add(f"msg symbol {wanted}"), p.add(f"msg symbol {other}")
    flash = p.add("bng", p.add(f"sel {wanted}", one, two))
    slots = {"word": wanted, "other": other, "two": (f"two message boxes with the symbols {wanted} and {other}", f"the symbols {wanted} and {other} from message boxes")}
    clauses = ("~have {two} and ~bang only for {word}", "~compare {two} with {word} and ~trigger a bang when it matches", "~send a bang when the symbol is {word}, with {two}",
               "~check {two} for the word {word} and ~flash a bang when it comes", "~detect the symbol {word} among {two} and ~trigger a bang")
    return Example(worded(draw, slots, clauses, (), ("bang when the symbol is {word}, {two}",)), p.text(), bangs(flash, 1), clicks(two, one), [flash])


def file_name(draw: Draw) -> Example:
    """A symbol made of a word and a number."""
    word = draw.one(("file-%d", "note%d", "sample-%d", "take%d", "channel-%d", "track%d", "voice-%d", "step-%d", "preset%d", "name_%d", "rec%d", "part-%d"))
    x = draw.integer(1, 50)
    shows = draw.chance(0.4)
    p = Sketch()
    box = p.add("number")
    made = p.add(f"makefilename {word}", box)
    result = p.add("symbolbox" if shows else "print", made)
    example_name = word.replace("%d", "1")
    slots = {"like": (f"like {example_name}", f"such as {example_name}", f"of the form {word}", f"like {example_name} with the number changing"),
             "out": (" and ~show it in a symbol box", " and ~display it in a symbol box") if shows else (" and ~print it", " and ~print it to the console"),
             "tail": ", shown in a symbol box" if shows else ", printed"}
    clauses = ("~make a symbol {like} from a number{out}", "~build a name {like} from {a_number}{out}", "~turn {a_number} into a symbol {like}{out}",
               "~create file names {like} from a number box{out}", "~combine a word with {a_number} to a symbol {like}{out}", "~format {a_number} as a symbol {like}{out}")
    wanted = word.replace("%d", str(x))
    holds = emits(result, [wanted]) if shows else prints(wanted)
    return Example(worded(draw, slots, clauses, ("names {like} from a number box{tail}",), ("number to symbol {like}{tail}",)), p.text(), holds, fed(box, x),
                   [result] if shows else [])


def show_symbol(draw: Draw) -> Example:
    """Words from message boxes in a symbol box."""
    words = draw.some(WORDS, draw.integer(1, 3))
    p = Sketch()
    messages = [p.add(f"msg symbol {word}") for word in words]
    shown = p.add("symbolbox", *messages)
    listed = " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
    noun = "symbol" if len(words) == 1 else "symbols"
    slots = {"words": (f"the {noun} {listed}", f"the {'word' if len(words) == 1 else 'words'} {listed}"), "boxes": ("a message box",) if len(words) == 1 else ("message boxes", "separate message boxes")}
    clauses = ("~show {words} from {boxes} in a symbol box", "~display {words} in a symbol box, using {boxes}", "~send {words} from {boxes} to a symbol box",
               "~put {words} into a symbol box with {boxes}", "~write {words} to a symbol box by clicking {boxes}")
    return Example(worded(draw, slots, clauses, ("{boxes} with {words} and a symbol box",), ("{words} in a symbol box, {boxes}",)), p.text(), emits(shown, words), clicks(*messages), [shown])


def join_symbols(draw: Draw) -> Example:
    """A word with another one put before or behind it."""
    word, more = draw.some(WORDS, 2)
    mark = draw.one(("-", "_", "."))
    behind = draw.chance(0.6)
    p = Sketch()
    message = p.add(f"msg symbol {word}")
    shows = draw.chance(0.5)
    made = p.add(f"makefilename {'%s' + mark + more if behind else more + mark + '%s'}", message)
    result = p.add("symbolbox" if shows else "print", made)
    wanted = word + mark + more if behind else more + mark + word
    slots = {"word": word, "wanted": wanted, "out": (" and ~show it in a symbol box", " and ~display it in a symbol box") if shows else (" and ~print it", " and ~print it to the console"),
             "tail": ", shown in a symbol box" if shows else ", printed"}
    clauses = ("~turn the symbol {word} from a message box into {wanted}{out}", "~build the symbol {wanted} from {word} in a message box{out}", "~extend the symbol {word} from a message box to {wanted}{out}",
               "~join words so that {word} from a message box becomes {wanted}{out}", "~format the symbol {word} in a message box as {wanted}{out}")
    return Example(worded(draw, slots, clauses, (), ("symbol {word} to {wanted}{tail}",)), p.text(), emits(result, [wanted]) if shows else prints(wanted), clicks(message), [result] if shows else [])


def character_codes(draw: Draw) -> Example:
    """A word as a list of character codes, or the other way round."""
    word = draw.one(WORDS)
    codes = [ord(letter) for letter in word]
    listed = " ".join(map(str, codes))
    to_codes = draw.chance(0.5)
    p = Sketch()
    message = p.add(f"msg symbol {word}" if to_codes else f"msg {listed}")
    p.add("print", p.add("list fromsymbol" if to_codes else "list tosymbol", message))
    slots = {"word": word, "codes": listed, "it": ("them", "the list", "the result") if to_codes else ("it", "the symbol", "the result")}
    clauses = (("~convert the symbol {word} to a list of character codes and {printed}", "~print the ASCII codes of the letters of {word}", "~turn the word {word} into its character codes and {printed}",
                "~split the symbol {word} into character codes and {printed}") if to_codes else
               ("~convert the character codes {codes} to a symbol and {printed}", "~turn the list {codes} of ASCII codes into a word and {printed}", "~make a symbol of the codes {codes} and {printed}",
                "~print the word that the character codes {codes} stand for"))
    asks = ("ascii codes of {word}, printed",) if to_codes else ("ascii codes {codes} to symbol, printed",)
    return Example(worded(draw, slots, clauses, (), asks), p.text(), prints(*codes) if to_codes else prints(word), clicks(message))


def kinds(draw: Draw) -> Example:
    """Tells numbers from words."""
    word, number = draw.one(WORDS), draw.integer(1, 99)
    p = Sketch()
    one, two = p.add(f"msg {number}"), p.add(f"msg symbol {word}")
    route = p.add("route float symbol", one, two)
    left, right = p.add("number", route), p.add("symbolbox", p.out(route, 1))
    slots = {"two": (f"the messages {number} and {word}", f"message boxes with the number {number} and the symbol {word}")}
    clauses = ("~separate numbers from symbols, with {two}", "~route floats and symbols to different boxes, with {two}", "~tell numbers and words apart, using {two}",
               "~sort {two} by type, floats to a number box and symbols to a symbol box", "~send numbers to a number box and symbols to a symbol box, with {two}")
    return Example(worded(draw, slots, clauses, (), ("floats and symbols to separate boxes, {two}",)), p.text(), all_of(emits(left, [number]), emits(right, [word])), clicks(one, two), [left, right])


SUB_NAMES = ("calc", "process", "math", "inner", "helper", "convert", "sub", "operation", "compute")
INSIDE = {name: operation for table in (POWERS, ANGLES, ROUNDING, WITH_CONSTANT, SIMPLE) for name, operation in table.items()
          if name in ("absolute", "square", "cube", "root", "negation", "sine", "cosine", "integer-part", "round", "add", "subtract", "multiply", "divide", "modulo", "double", "half",
                      "minimum", "maximum", "reciprocal")}


def subpatch(draw: Draw) -> Example:
    """One or two operations inside a subpatch."""
    for _ in range(50):
        names = draw.some(tuple(INSIDE), draw.one((1, 1, 2)))
        operations = [INSIDE[name] for name in names]
        task: Task = single(draw, operations[0]) if len(operations) == 1 else chain(draw, operations)
        try:
            (x,) = tried(draw, task, 1)
            break
        except ValueError:
            continue
    name = draw.one(SUB_NAMES)
    is_named = draw.chance(0.5)
    name = name if is_named else "sub"
    inner = Sketch()
    box = inner.add("inlet")
    for step in task.steps:
        box = inner.add(step.body, box)
    inner.add("outlet", box)
    p = Sketch()
    number = p.add("number")
    slots, example = output_words(draw, p, p.add_sub(name, inner, number), [task.value(x)])
    sub = (f"a subpatch named {name}", f"a subpatch called {name}", f"the subpatch {name}") if is_named else ("a subpatch", "a subpatch with an inlet and an outlet", "a pd subpatch")
    verbs = [verb.replace("{x}", draw.one(("a number", "its input", "the incoming number"))) for verb in task.verbs] or [
        "~calculate " + noun.replace("{x}", "its input") for noun in task.nouns]
    nouns = [noun.replace("{x}", draw.one(("a number", "the input"))) for noun in task.nouns] or [verbs[0].replace("~", "")]
    slots = {**slots, "sub": sub, "do": verbs, "what": nouns if task.nouns else ("the result",)}
    clauses = ("~use {sub} to {base}{out}", "~have {sub} that {third}{out}", "~send a number into {sub} that {third}{out}", "~contain {sub} which {third}{out}",
               "~put the calculation into {sub} that {third}{out}")
    spoken = tuple(clause.replace("{base}", base(draw, verbs)).replace("{third}", does(draw, verbs)) for clause in clauses for _ in range(2))
    things = ("{sub} that " + does(draw, verbs) + "{tail}",)
    return finished(example, worded(draw, slots, spoken, things, ("{sub} that " + does(draw, verbs) + "{tail}",)), fed(number, x))


def base(draw: Draw, verbs: list[str]) -> str:
    """One of the verbs as an infinitive."""
    return draw.one(verbs).replace("~", "")


def does(draw: Draw, verbs: list[str]) -> str:
    """One of the verbs in the third person, whatever the sentence around it does."""
    return inflect(draw.one(verbs), "third")


def subpatch_of_two(draw: Draw) -> Example:
    """An operation on two inlets inside a subpatch."""
    pairing = draw.one([*ARITHMETIC.values(), *EXTREMES.values()])
    inner = Sketch()
    first, second = inner.add("inlet"), inner.add("inlet")
    both = inner.add("t b f", second)
    inner.add("outlet", inner.add(pairing.body, first, both, inner.into(1, inner.out(both, 1))))
    p = Sketch()
    name = draw.one(SUB_NAMES) if draw.chance(0.5) else "sub"
    is_named = name != "sub"
    one, two = p.add('number "first"'), p.add('number "second"')
    result = p.add_sub(name, inner, one, p.into(1, two))
    a, b = draw.integer(1, 50), draw.integer(1, 50)
    slots, example = output_words(draw, p, result, [float(pairing.value(0, b)), float(pairing.value(a, b))])
    sub = (f"a subpatch named {name}", f"a subpatch called {name}") if is_named else ("a subpatch", "a subpatch with two inlets", "a subpatch with two inlets and an outlet")
    nouns = [noun.replace("{x}", "two numbers") for noun in filled(pairing.nouns, [("one number", "another number"), ("the first number", "the second number")])]
    slots = {**slots, "sub": sub, "what": nouns, "calc": ("calculates", "computes", "outputs", "works out")}
    clauses = ("~use {sub} to calculate {what}{out}", "~have {sub} that {calc} {what}{out}", "~send two numbers into {sub} that {calc} {what}{out}", "~contain {sub} which {calc} {what}{out}",
               "~calculate {what} inside {sub}{out}", "~put the calculation of {what} into {sub}{out}")
    return finished(example, worded(draw, slots, clauses, ("{sub} that {calc} {what}{tail}",), ("{sub} for {what}{tail}",)), (Feed(10, two, str(b)), Feed(30, one, str(a))))


SKILLS: dict[str, Skill] = {
    "compare-symbol": compare_symbol,
    "file-name": file_name,
    "show-symbol": show_symbol,
    "join-symbols": join_symbols,
    "character-codes": character_codes,
    "numbers-and-words": kinds,
    "subpatch": subpatch,
    "subpatch-of-two": subpatch_of_two,
}
