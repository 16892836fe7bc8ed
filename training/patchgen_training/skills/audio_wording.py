"""Whole requests out of the words of a chain's parts, formal and free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from patchgen_training.skills.audio_part import Chain, Part
from patchgen_training.skills.audio_units import articled
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Wording, ask, that, thing

MAKES = ("generates", "generates", "creates", "produces", "plays", "outputs", "synthesizes", "makes", "synthesises")
TAKES = ("takes", "takes", "listens to", "gets", "captures", "receives")
ENDS = (
    "sends it to the audio output", "sends the result to the speakers", "outputs it to the speakers",
    "sends it to the DAC", "sends it to the digital-to-analog converter", "outputs the result to dac~",
    "plays it through the speakers", "sends it to both output channels", "outputs the sound",
)  # fmt: skip
BEFORE = (
    "before sending it to the audio output", "before sending it to the speakers", "before it goes to the DAC",
    "before sending it to the digital-to-analog converter", "before outputting it", "before it reaches dac~",
)  # fmt: skip

USERS = (", where the user can {w}", " and lets the user {w}", ", with the possibility to {w}", ", so that the user can {w}", ", allowing the user to {w}", "; it is possible to {w}", " and makes it possible to {w}")

GOING = (" going to the speakers", " connected to dac~", " into the audio output", " to the sound card", " out of both speakers",
         " sent to the output", " on the left and right output")  # fmt: skip


def base(predicate: str) -> str:
    """The imperative of a third-person predicate: "passes it on" becomes "pass it on"."""
    verb, _, rest = predicate.partition(" ")
    special = {"has": "give it", "is": "make it be", "can": "make sure it can", "goes": "let it go", "does": "do"}
    if verb in special:
        return f"{special[verb]} {rest}"
    if verb.endswith("ies"):
        verb = verb[:-3] + "y"
    elif verb.endswith(("sses", "shes", "ches", "xes")):
        verb = verb[:-2]
    else:
        verb = verb.removesuffix("s")
    return f"{verb} {rest}"


def listed(draw: Draw, items: Sequence[str]) -> str:
    """One, two and three; or one, two, and three; or one, then two."""
    if len(items) == 1:
        return items[0]
    *head, last = items
    return ", ".join(head) + draw.one((" and ", " and ", ", and ", ", then ") if len(items) > 2 else (" and ", ", then ", ", and ")) + last


def enumerated(items: Sequence[str]) -> str:
    """One, two and three."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


class Speaker:
    """Draws wordings for one chain."""

    def __init__(self, chain: Chain, level: Part | None) -> None:
        assert chain.source is not None
        self.draw, self.source, self.level = chain.draw, chain.source, level
        self.stages = tuple(chain.parts)
        self.live = "adc~" in chain.sketch.text()

    def verb(self) -> str:
        """How the source comes into being."""
        return self.draw.one(TAKES if self.live else MAKES)

    def path(self, prefer_having: bool = False) -> str:
        """`a saw wave through a low-pass filter at 800 Hz`, without the level."""
        words = self.draw.one(self.source.through)
        count = len(self.stages)
        while prefer_having and count and self.stages[count - 1].having:
            count -= 1
        passed = [self.draw.one(stage.through) for stage in self.stages[:count]]
        held = [self.draw.one(stage.having) for stage in self.stages[count:]]
        if passed:
            join = self.draw.one((" through ", " through ", " into ", " going through ", " run through ", " passed through ", " fed into ", " sent through "))  # fmt: skip
            words += join + self.draw.one((" and then ", " and ", ", then ", " into ")).join(passed)
        if held:
            words += self.attach(words, enumerated(held))
        return words

    def attach(self, sentence: str, attribute: str) -> str:
        """Adds an attribute with `with`, or `and` where there already is a `with`."""
        return (" and " if " with " in sentence else " with ") + attribute

    def formal(self) -> str:
        """A chain of predicates: generates ..., passes it ..., and has ..."""
        predicates = [f"{self.verb()} {self.draw.one(self.source.through)}"]
        if self.source.first and self.draw.chance(0.4):
            predicates = [self.draw.one(self.source.first)]
        predicates += [self.draw.one(stage.does) for stage in self.stages]
        if self.level is not None:
            predicates.append(self.draw.one(self.level.does))
        end = self.draw.integer(0, 3)
        if end == 1:
            predicates.append(self.draw.one(ENDS))
        words = listed(self.draw, predicates)
        return f"{words} {self.draw.one(BEFORE)}" if end == 2 else words

    def compact(self) -> str:
        """One predicate: plays ... through ... with ..."""
        words = self.whole()
        return f"{self.draw.one(('sends', 'runs', 'passes', 'feeds'))} {words}" if self.sent(words) else f"{self.verb()} {words}"

    def sent(self, words: str) -> bool:
        """Whether `sends` fits: only where the sound goes through something."""
        return " through " in words and self.draw.chance(0.4) and not any(
            join in words for join in (" going ", " run ", " passed ", " fed ", " sent ")
        )  # fmt: skip

    def whole(self) -> str:
        """A noun phrase for everything."""
        words = self.path(self.draw.chance(0.7))
        if self.level is not None and self.level.suffix and self.draw.chance(0.4):
            return f"{words} {self.draw.one(self.level.suffix)}"
        if self.level is not None:
            words += self.attach(words, self.draw.one(self.level.having))
        return words + (self.draw.one(GOING) if self.draw.chance(0.15) else "")

    def wish(self, clause: bool = False) -> str:
        """Bare nouns first, then what one wants to change."""
        words = self.draw.one(self.source.bare or self.source.through)
        wants = [self.draw.one(self.source.can)] if self.source.can else []
        passed = []
        for stage in self.stages:
            if stage.can and stage.bare:
                passed.append(self.draw.one(stage.bare))
                wants.append(self.draw.one(stage.can))
            else:
                passed.append(self.draw.one(stage.through))
        if self.level is not None and self.level.can:
            wants.append(self.draw.one(self.level.can))
        if passed:
            words += " through " + " and ".join(passed)
        if self.level is not None and not self.level.can:
            words += self.attach(words, self.draw.one(self.level.having))
        if not wants:
            return self.asked()
        if clause:
            user = self.draw.one(("lets me", "lets the user", "lets you", "allows the user to", "makes it possible to", "allows me to"))
            return f"{self.verb()} {words} and {user} {enumerated(wants)}"
        i_want = self.draw.one(("I want to {w}", "I'd like to {w}", "i need to be able to {w}", "let me {w}", "I should be able to {w}", "it must be possible to {w}", "so I can {w}"))  # fmt: skip
        lead = self.draw.one(("{s}", "I need {s}", "I want {s}", "give me {s}", "Make {s}", "{s} please"))
        join = self.draw.one((". ", " and ", ", ")) if "so I" not in i_want else " "
        i_want = i_want.replace("{w}", enumerated(wants))
        if join == ". ":
            i_want = i_want[0].upper() + i_want[1:]
        return lead.replace("{s}", words) + join + i_want

    def lengthy(self) -> str:
        """One long clause: the sound, its way, and last what the user can set."""
        stages = [stage for stage in self.stages if stage.can and stage.bare]
        wants = [self.draw.one(part.can) for part in (self.source, *stages) if part.can]
        wants += [self.draw.one(self.level.can)] if self.level is not None and self.level.can else []
        if not wants:
            return self.formal()
        text = f"{self.verb()} {self.draw.one(self.source.bare or self.source.through)}"
        for stage in self.stages:
            through = self.draw.one(stage.bare if stage in stages else stage.through)
            text += self.draw.one((", passes it through {x}", " and sends it through {x}", ", processes it with {x}", ", applies {x} to it")).replace("{x}", through)
        if self.level is not None and not self.level.can:
            text += self.attach(text, self.draw.one(self.level.having))
        text += self.draw.one(("", "", " and outputs the result", " and sends it to the speakers"))
        return text + self.draw.one(USERS).replace("{w}", enumerated(wants))

    def orders(self) -> str:
        """Imperatives: Generate ..., pass it through ..., add ..."""
        steps = [f"{base(self.verb())}{self.draw.one(self.source.through)}"]
        steps += [base(self.draw.one(stage.does)) for stage in self.stages]
        if self.level is not None:
            steps.append(self.draw.one(("add {x}", "give it {x}", "add {x} at the end")).replace("{x}", self.draw.one(self.level.having)))  # fmt: skip
        if self.draw.chance(0.3):
            return ". ".join(step[0].upper() + step[1:] for step in steps)
        words = listed(self.draw, steps)
        return words[0].upper() + words[1:]

    def terse(self) -> str:
        """Keywords with a separator."""
        parts = [self.source, *self.stages, *([self.level] if self.level is not None else [])]
        words = [self.draw.one(part.short) for part in parts]
        separator = self.draw.one((" > ", " -> ", ", ", ", ", " + ", " into ", " - "))
        if self.level is not None and separator not in (", ", " + ") and self.draw.chance(0.6):
            return separator.join(words[:-1]) + self.draw.one((" with ", " w/ ", ", ")) + words[-1]
        return separator.join(words)

    def asked(self) -> str:
        """A question or a plea."""
        frame = self.draw.one((
            "how do I make {s}?", "how do i get {s}", "can you make {s}?", "I'd like {s}", "i want {s}",
            "I need {s}", "Could you build {s}?", "please make {s}", "give me {s}", "looking for {s}",
            "how can I create {s}?", "is there a way to get {s}?", "what would {s} look like in pd?",
            "{s} please", "{s}", "just {s}", "show me {s}", "I would like to hear {s}", "need {s}",
        ))  # fmt: skip
        return frame.replace("{s}", self.whole())

    def wordings(self, count: int = 9) -> list[Wording]:
        """A mix of all kinds, no two alike."""
        made: dict[str, Wording] = {}
        kinds = [self.formal] * 4 + [self.compact] * 3 + [self.lengthy] * 3
        for make in kinds:
            text = make()
            made.setdefault(text, that(text))
        if self.level is not None or self.source.can or any(stage.can for stage in self.stages):
            text = self.wish(clause=True)
            if text.partition(" ")[0] in (*MAKES, *TAKES):
                made.setdefault(text, that(text))
        for _ in range(3):
            text = self.whole()
            made.setdefault(text, thing(text))
        for make in (self.wish, self.wish, self.orders, self.terse, self.terse, self.asked, self.asked):
            text = make()
            made.setdefault(text, ask(text))
        chosen = self.draw.some(list(made.values()), count)
        return [replace(wording, text=articled(wording.text)) for wording in chosen]


def example(chain: Chain, level: Part | None, more: Sequence[Wording] = ()) -> Example:
    """The finished chain with its wordings and its trial."""
    chain.output()
    chosen = chain.trial()
    wordings = Speaker(chain, level).wordings(9 - min(3, len(more))) + chain.draw.some(list(more), 3)
    return Example(wordings, chain.sketch.text(), chosen.holds, chosen.feeds, seconds=chosen.seconds)
