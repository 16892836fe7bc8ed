"""Something happens when something happens: joins an action with a trigger and words the two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect_time import PRINTED
from patchgen_training.skills.sketch import Cord, Handle, Sketch
from patchgen_training.skills.time_trigger import Trigger, any_trigger, every_in_front
from patchgen_training.skills.time_words import Text, said, worded

HERE = "@"
"""Stands in a wording where the time goes; without it the time goes to an end."""

IN_BOX = ("[generate] {}", "[generate] {}", "[show] {} in a number box", "[display] {}", "[show] {}",
          "[output] {}", "[give] {}", "[produce] {}", "[display] {} in a number box", "[create] {}",
          "[make] {} and [show] it", "[generate] {} and [display] it in a number box")
VIEWING = ("[show] {}", "[show] {}", "[display] {}", "[show] {} in a number box", "[output] {}", "[give] {}",
           "[display] {} in a number box", "[tell] me {}", "[measure] {} and [show] it", "[find] out {}")
"""For what is measured or counted, not made."""
PRINTING = ("[print] {}", "[print] {}", "[print] {} to the console", "[print] {} in the Pd window",
            "[generate] {} and [print] it", "[print] {} to the pd console", "[write] {} to the console",
            "[post] {} to the console", "[log] {} with print", "[output] {} to print")


@dataclass(frozen=True)
class Action:
    """What happens on each bang, in words and in checks."""

    clauses: Sequence[Text]
    """With [verbs]: `[roll] a die`."""
    holds: Callable[[Trigger], Holds]
    watch: Sequence[Handle] = ()
    things: Sequence[Text] = ()
    speech: Sequence[Text] = ()


@dataclass(frozen=True)
class Result:
    """Where numbers end up: a number box, or the console."""

    box: Handle
    """For predicates."""
    verbs: Sequence[str]

    def seen(self) -> Result:
        """The same, spoken of as something that is observed."""
        verbs = VIEWING if self.box else tuple(verb for verb in self.verbs if "[generate]" not in verb)
        return Result(self.box, verbs)

    @property
    def watch(self) -> tuple[Handle, ...]:
        """What has to be watched."""
        return (self.box,) if self.box else ()

    def clauses(self, draw: Draw, nouns: Sequence[Text], count: int = 8) -> list[Text]:
        """`[show] a random number` and the like, from the nouns that say what comes."""
        def clause(verb: str) -> Text:
            noun = draw.one(nouns)
            return lambda: verb.format(said(noun))

        return [clause(verb) for verb in draw.some(self.verbs, count)]


def result(draw: Draw, sketch: Sketch, *sources: Handle | Cord, printed: float = 0.3) -> Result:
    """A number box, or [print] where the prompt will say so."""
    if draw.chance(printed):
        sketch.add("print", *sources)
        return Result(PRINTED, PRINTING)
    return Result(sketch.add("number", *sources), IN_BOX)


ActionMaker = Callable[[Draw, Sketch, Handle], Action]
TriggerMaker = Callable[[Draw, Sketch], Trigger]


def timed(draw: Draw, text: Text, when: Callable[[], str]) -> str:
    """The text with its time put in."""
    words, time = said(text), when()
    if HERE in words:
        return words.replace(HERE, time).replace("  ", " ").replace(" ,", ",").strip()
    if every_in_front(draw, time) and "," not in time and "(" not in time:
        return f"{time} {words}"
    return f"{words} {time}".strip()


def on_event(make: ActionMaker, trigger_of: TriggerMaker = any_trigger) -> Skill:
    """The skill of doing something whenever a trigger says so."""

    def skill(draw: Draw) -> Example:
        sketch = Sketch()
        trigger = trigger_of(draw, sketch)
        action = make(draw, sketch, trigger.source)
        when = trigger.when

        def at_its_time(text: Text) -> Text:
            return lambda: timed(draw, text, when)

        def spread(texts: Sequence[Text]) -> list[Text]:
            return [at_its_time(text) for text in texts]

        return Example(
            worded(draw, spread(action.clauses), spread(action.things), spread(action.speech)),
            sketch.text(), action.holds(trigger), tuple(trigger.feeds), tuple(action.watch),
            trigger.seconds)

    return skill
