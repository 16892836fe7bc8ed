"""Random numbers whose range the player sets, and chance that depends on a control."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import numbers, says, within
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_event import Action, on_event, result
from patchgen_training.skills.time_words import Text, worded


def up_to_control(draw: Draw) -> Example:
    """A random number below one that the player sets."""
    slider = draw.chance(0.5)
    top = draw.one((100, 127, 50, 1000, 20, 500))
    sketch = Sketch()
    button = sketch.add("bng")
    limit = sketch.add(f'hsl 1 {top} "range" init:{top}' if slider else 'number "range"')
    shown = result(draw, sketch, sketch.add("random", button, sketch.into(1, limit)))
    knob = draw.one((f"a slider from 1 to {top}", f"a slider (1 to {top})")) if slider else draw.one(("a number box", "another number box", "an input number"))
    nouns: list[Text] = [
        f"a random number below the value of {knob} on a button click", f"random numbers on button clicks, the range set by {knob}",
        f"a random number with an adjustable range, set with {knob}, when a button is pressed", f"a random integer smaller than the number from {knob} on a click",
        f"a random number on a bang whose upper limit comes from {knob}"]
    return Example(worded(draw, shown.clauses(draw, nouns)), sketch.text(), all_of(
        within(shown.box, 4, 0, 6, whole=True)), [Feed(5, limit, "7"), *(Feed(10 + i, button, "bang") for i in range(4))], shown.watch, 0.1)


def between_two(draw: Draw) -> Example:
    """A random number between two number boxes."""
    low_name, high_name = draw.one((("min", "max"), ("min", "max"), ("low", "high"), ("from", "to"), ("lowest", "highest"), ("minimum", "maximum")))
    sketch = Sketch()
    button = sketch.add("bng")
    low, high = sketch.add(f'number "{low_name}"'), sketch.add(f'number "{high_name}"')
    chance = sketch.add("random 10000", button)
    drawn = sketch.add("expr int($f2 + $f1 / 10000 * ($f3 - $f2 + 1))", chance, sketch.into(1, low), sketch.into(2, high))
    shown = result(draw, sketch, drawn)
    pair = draw.one((f"a {low_name} and a {high_name} number box", f"two number boxes called {low_name} and {high_name}", f"number boxes for {low_name} and {high_name}"))
    nouns: list[Text] = [
        f"a random integer between {low_name} and {high_name}, set in two number boxes, when a button is clicked", f"a random whole number on a click, with {pair} for the range",
        f"random integers on button clicks with {pair}", f"a random number in an adjustable range, with {pair} and a button"]
    a = draw.integer(1, 50)
    b = a + draw.integer(3, 50)
    return Example(worded(draw, shown.clauses(draw, nouns), (), [f"random between {low_name} and {high_name} (number boxes), button" + ("" if shown.box else ", print it")]), sketch.text(),
                   within(shown.box, 5, a, b, whole=True), [Feed(4, low, str(a)), Feed(5, high, str(b)), *(Feed(10 + i, button, "bang") for i in range(5))], shown.watch, 0.1)


def chance_control(draw: Draw) -> Example:
    """Bangs that pass with a probability from a slider or number box."""
    slider = draw.chance(0.6)
    sketch = Sketch()
    button = sketch.add("bng")
    control = sketch.add('hsl 0 100 "probability" init:50' if slider else 'number 0 100 "probability"')
    gate = sketch.add("moses 50" if slider else "moses", sketch.add("random 100", button), sketch.into(1, control))
    light = sketch.add("bng", gate)
    knob = draw.one(("a slider from 0 to 100", "a slider (0-100)", "a probability slider in percent")) if slider else draw.one(("a number box in percent", "a number box"))
    clauses: list[Text] = [f"[let] a button's bang through with a probability set by {knob}", f"[pass] bangs by chance, the probability in percent comes from {knob}",
                           f"[send] a bang on a click only with the probability given by {knob}"]
    things: list[Text] = [f"a probability gate for button clicks with {knob} for the percentage", f"a random gate for bangs whose probability is set with {knob}"]
    feeds = [Feed(4, control, "0"), *(Feed(5 + i, button, "bang") for i in range(5)), Feed(20, control, "100"), *(Feed(21 + i, button, "bang") for i in range(5))]
    return Example(worded(draw, clauses, things), sketch.text(), lambda seen: len(seen.values(light - 1)) == 5, feeds, [light], 0.1)


def random_panning(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A sound that jumps to random places between left and right."""
    noise = draw.chance(0.35)
    pitch = draw.one((220, 300, 440, 500, 880, 1000))
    glide = draw.one((10, 20, 50, 100))
    sound = sketch.add("noise~" if noise else f"osc~ {pitch}")
    place = sketch.add("/ 100", sketch.add("random 101", source))
    pan = sketch.add("line~", sketch.add(f"msg $1 {glide}", place))
    soft = sketch.add("*~ 0.2", sound)
    right = sketch.add("*~", soft, sketch.into(1, pan))
    left = sketch.add("-~", soft, sketch.into(1, right))
    sketch.add("dac~", left, sketch.into(1, right))
    what = "white noise" if noise else f"a {pitch} Hz tone"
    clauses: list[Text] = [f"[pan] {what} to a random position between left and right with a {glide} ms glide", f"[move] {what} to a random place in the stereo field (glide {glide} ms)",
                           f"randomly [pan] {what} in {glide} ms", f"[place] {what} at random between the left and right speaker, gliding {glide} ms,"]
    return Action(clauses, lambda trigger: all_of(within(place, trigger.count, 0, 1), sounds(0.01, 0.5)), (place,), [f"{what} that is panned at random ({glide} ms glide)"], [f"random panning of {what}, {glide} ms glide, @"])


def number_guess(draw: Draw) -> Example:
    """A secret random number, and whether a guess is too low, too high, or right."""
    top = draw.one((10, 10, 20, 50, 100, 100, 1000))
    low, right, high = draw.one((("low", "right", "high"), ("higher", "correct", "lower"), ("more", "yes", "less")))
    sketch = Sketch()
    new = sketch.add('bng "new"')
    secret = sketch.add("+ 1", sketch.add(f"random {top}", new))
    guess = sketch.add('number "guess"')
    difference = sketch.add("-", guess, sketch.into(1, secret))
    sign = sketch.add("clip -1 1", difference)
    select = sketch.add("sel -1 0 1", sign)
    sketch.add("print", *[sketch.add(f"msg {word}", sketch.out(select, i)) for i, word in enumerate((low, right, high))])
    clauses: list[Text] = [f"[work] as a number guessing game from 1 to {top}: a new button, a guess number box, and [print] {low}, {right} or {high}",
                           f"[pick] a secret number from 1 to {top} with a button called new and [print] {low} if a guess is too small, {high} if it is too big and {right} if it is equal"]
    things: list[Text] = [f"a guess the number game (1 to {top}) that prints {low}, {right} or {high}, with a new button and a guess number box"]

    return Example(worded(draw, clauses, things), sketch.text(), all_of(
        says(0, [low, high]), lambda seen: 1 <= numbers(seen, secret)[0] <= top), [Feed(5, new, "bang"), Feed(10, guess, "0"), Feed(20, guess, str(top + 1))], [secret], 0.1)


SKILLS: dict[str, Skill] = {
    "random-up-to-control": up_to_control,
    "random-between-boxes": between_two,
    "random-gate-control": chance_control,
    "random-panning": on_event(random_panning),
    "guess-number": number_guess,
}
