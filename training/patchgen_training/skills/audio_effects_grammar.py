"""Sentences about an effect, its source, its values and its controls, in many orders."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from patchgen_training.skills.audio_effects_request import Effect, Request, Setting, trial
from patchgen_training.skills.audio_levels import LEVELS
from patchgen_training.skills.audio_part import Part
from patchgen_training.skills.audio_units import an, articled
from patchgen_training.skills.audio_units_knob import VOLUME, number
from patchgen_training.skills.audio_wording import base, enumerated
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Form, Skill, Wording, ask, that, thing
from patchgen_training.skills.expect_audio import changes, level
from patchgen_training.skills.frames import FORMAL, FREE, VERBS, imperative
from patchgen_training.skills.sequence_phrase import spoken_aside

KNOBS = ("slider",) * 7 + ("fader", "knob", "knob", "dial")
ONE = ("a {w} {k}", "a {k} for the {w}", "adjustable {w}", "{w} control", "a {k} to change the {w}", "a {w} control", "a {k} for {w}", "variable {w}", "a {k} that sets the {w}", "control over the {w}")
MANY = ("{k}s for {l}", "adjustable {l}", "{k}s for the {l}", "controls for {l}", "{l} {k}s", "{l} control", "{l} controls", "control over {l}", "{k}s to change the {l}", "{l} on {k}s", "variable {l}")
CAN = ("change {t}", "change {t} with {ks}", "control {t}", "adjust {t}", "adjust {t} with {ks}", "set {t} with {ks}", "set {t}", "vary {t}", "tweak {t}", "turn {t} up and down", "play with {t}")
USER = ("lets me", "lets me", "lets the user", "lets you", "allows me to", "allows the user to")
PLAYS = ("plays", "plays", "generates", "creates", "produces", "makes")
THROUGH = (" through ", " through ", " through ", " into ", " going through ", " run through ", " fed into ")
WANT = ("I want to be able to {c}", "i want to {c}", "I need to {c}", "i'd like to {c}", "I should be able to {c}", "let me {c}", "i need to be able to {c}")
ASKED = ("how do I make {x}?", "how can i build {x}", "can you make {x}?", "I need {x}", "i want {x}", "give me {x}", "{x} please", "{x}", "{x}", "I'd like {x}", "could you patch {x} for me", "looking for {x}", "i need to hear {x}", "what about {x}?", "let me hear {x}")

LONG_TAKES = ("takes {s}", "receives {s}", "reads {s}", "takes {s} as input", "captures {s}", "accepts {s} as input", "listens to {s}", "gets {s} through adc~")
LONG_PLAYS = ("generates {s}", "plays {s}", "produces {s}", "creates {s}", "takes {s}", "starts from {s}")
LONG_APPLIED = (", applies {e} to it", ", processes it with {e}", " and passes it through {e}", ", sends it through {e}", ", puts {e} on it", " and adds {e} to it", ", feeds it into {e}", ", runs it through {e}")
LONG_ENDS = (" and sends the result to the audio output", " and outputs the processed sound", " and plays the result through the speakers", " and sends the result to dac~", ", and finally sends it to the digital-to-analog converter", " and lets me hear the result", " and outputs the result on both channels", "", "")
LONG_CONTROLS = (", where {n} {are} set with {ks}", ", with {n} adjustable by {ks}", ", allowing the user to change {n} with {ks}", " and lets the user set {n} with {ks}", ", with {ks} for {n}", ", so that {n} can be changed with {ks}", " and has {ks} to control {n}", ", in which {n} {are} controlled by {ks}", ", and the user can adjust {n}", ", with {n} controlled by {ks}")


class Speaker:
    """Draws the wordings of one request."""

    def __init__(self, request: Request, volume: str, part: Part | None) -> None:
        self.request, self.draw, self.effect = request, request.draw, request.effect
        self.volume, self.part = volume, part
        self.named = [s for s in request.settings.values() if s.mode == "named"]
        self.turned = [request.settings[key] for key in request.order]
        self.mood = next((s.mood for s in request.settings.values() if s.mood), "")
        self.boxes = any(s.mode == "box" for s in self.turned)

    def source(self) -> str:
        """A noun for the source."""
        return self.draw.one(self.request.origin.nouns)

    def noun(self, left: list[Setting]) -> str:
        """A noun phrase for the effect; a value that it already tells is taken off the list."""
        bare = self.draw.one(self.effect.nouns)
        mass, bare = bare.startswith("~"), bare.removeprefix("~")
        if "{m}" in bare:
            bare = moody = self.mooded(bare, left)
        else:
            moody = f"{self.mood} {bare}" if self.mood else bare
        whole = moody if mass else an(moody)
        for setting in list(left):
            if setting.knob.nouns and self.draw.chance(0.6):
                left.remove(setting)
                template = self.draw.one(setting.knob.nouns)
                if mass and template.startswith("a {v}"):
                    template = template.removeprefix("a ")
                return template.replace("{v}", self.spelled(setting)).replace("{n}", moody).replace("{a}", whole)
        return whole

    def mooded(self, template: str, left: list[Setting]) -> str:
        """The template with `slow` or `0.5 Hz` in front of its modulator."""
        if "{m}" not in template:
            return template
        word = f"{self.mood} " if self.mood else ""
        for setting in list(left):
            if setting.knob.moods and self.draw.chance(0.8):
                left.remove(setting)
                word = f"{self.spelled(setting)} "
        return template.replace("{m}", word)

    def spelled(self, setting: Setting) -> str:
        """Its value."""
        return setting.knob.spell(self.draw, setting.value)

    def value_phrase(self, setting: Setting) -> str:
        """A named value as a noun phrase: a feedback of 50 %."""
        word, value = self.draw.one(setting.words), self.spelled(setting)
        return self.draw.one((f"a {word} of {value}", f"a {word} of {value}", f"{word} {value}", f"the {word} at {value}", f"the {word} set to {value}", f"{word} {value}" if setting.knob.spell is number else f"{value} {word}"))

    def value_terse(self, setting: Setting) -> str:
        """A named value in keywords: feedback 50 %, 50 % feedback, or 50 % alone."""
        word, value = self.draw.one(setting.words), self.spelled(setting)
        alone = value if any("a {v}" in noun for noun in setting.knob.nouns) else f"{word} {value}"
        return self.draw.one((f"{word} {value}", f"{word}: {value}" if setting.knob.spell is number else f"{value} {word}", alone))

    def controls(self) -> list[str]:
        """The words of all sliders, the volume included."""
        words = [self.draw.one(setting.words) for setting in self.turned]
        if self.request.origin.word:
            words.insert(0, self.request.origin.word)
        if self.volume and (words or self.draw.chance(0.5)) and not self.boxes:
            words.append(self.volume)
        if len(words) > 1 and self.draw.chance(0.3):
            words = self.draw.some(words, len(words))
        return words

    def control_phrases(self) -> list[str]:
        """Noun phrases for the controls, the level and the toggles."""
        words = self.controls()
        made: list[str] = []
        if words and self.boxes:
            made.append(self.draw.one((f"number boxes for {enumerated(words)}", f"{enumerated(words)} in number boxes")) if len(words) > 1
                        else self.draw.one((f"a number box for the {words[0]}", f"a {words[0]} number box", f"the {words[0]} in a number box")))
        elif words:
            made.append(self.grouped(words))
        if self.volume and self.volume not in words:
            made.append(self.draw.one((f"{self.volume} control", f"a {self.volume} slider", f"a {self.volume} control", f"adjustable {self.volume}", f"a slider for the {self.volume}")))
        if self.part is not None:
            made.append(self.draw.one(self.part.having))
        if self.request.switch == "effect":
            made.append(self.draw.one(("a toggle to switch the effect on", "an effect on/off toggle", "a toggle for the effect", "a switch to turn the effect on and off")))
        elif self.request.bypass:
            made.append(self.draw.one(("a bypass toggle", "a bypass switch", "a toggle to bypass the effect", "a toggle to bypass it", "a bypass")))
        return made

    def grouped(self, words: list[str]) -> str:
        """One phrase for several sliders."""
        knob = self.draw.one(KNOBS)
        if len(words) == 1:
            return self.draw.one(ONE).replace("{w}", words[0]).replace("{k}", knob)
        if len(words) == 2 and self.draw.chance(0.3):
            return self.draw.one((f"a {knob} for the {words[0]} and another for the {words[1]}", f"a {words[0]} {knob} and a {words[1]} {knob}", f"one {knob} for {words[0]} and one for {words[1]}"))
        return self.draw.one(MANY).replace("{l}", enumerated(words)).replace("{k}", knob)

    def can(self) -> str:
        """What the user does with the controls: "change the rate and the depth with sliders"."""
        words = self.controls()
        if self.volume and self.volume not in words and not self.boxes:
            words.append(self.volume)
        wants: list[str] = []
        if words:
            article = self.draw.chance(0.7)
            listed = enumerated([f"the {word}" for word in words]) if article else f"the {enumerated(words)}"
            boxes = "number box" if self.boxes else self.draw.one(KNOBS)
            tools = ("number boxes" if self.boxes else f"{boxes}s") if len(words) > 1 else f"a {boxes}"
            templates = tuple(text for text in CAN if "{ks}" in text) if self.boxes else CAN
            wants.append(self.draw.one(templates).replace("{t}", listed).replace("{ks}", tools))
        if self.volume and self.boxes:
            wants.append(f"set the {self.volume} with a slider")
        if self.part is not None and self.part.can:
            wants.append(self.draw.one(self.part.can))
        if self.request.switch == "effect":
            wants.append(self.draw.one(("switch the effect on with a toggle", "turn the effect on and off")))
        elif self.request.bypass:
            wants.append(self.draw.one(("bypass it with a toggle", "switch the effect off with a toggle", "bypass the effect with a toggle")))
        return enumerated(wants) if wants else ""

    def changed(self) -> str:
        """Change the rate and the depth."""
        words = self.controls()
        if self.volume and self.volume not in words:
            words.append(self.volume)
        return f"{self.draw.one(('change', 'control', 'adjust', 'set', 'vary', 'tweak'))} {enumerated([f'the {word}' for word in words])}"

    def attached(self, text: str, phrases: Sequence[str]) -> str:
        """The sentence with noun phrases after `with`."""
        if not phrases:
            return text
        mark = text[-1] if text[-1] in "?!" else ""
        text = text.removesuffix(mark)
        if not phrases:
            return text + mark
        if self.draw.chance(0.15):
            return f"{text}, {', '.join(phrases)}{mark}"
        held = re.search(r" with (feedback|resonance|damping|a low-pass filter|a filter in the feedback loop)$", text)
        join = " and " if held and len(phrases) == 1 else ", with " if " with " in text else " with "
        return f"{text}{join}{enumerated(phrases)}{mark}"

    def predicate(self, left: list[Setting]) -> str:
        """What the effect does to the source, in the third person."""
        for setting in list(left):
            if setting.knob.does and self.draw.chance(0.5):
                left.remove(setting)
                return self.draw.one(setting.knob.does).replace("{v}", self.spelled(setting)).replace("{s}", self.source())
        templates = [text for text in self.effect.does if "{m}" in text] if self.mood else self.effect.does
        if not templates or self.draw.chance(0.35):
            return self.applied(left)
        return self.mooded(self.draw.one(templates), left).replace("{s}", self.source())

    def applied(self, left: list[Setting]) -> str:
        """Puts the effect on the source, or the source through the effect."""
        noun, source = self.noun(left), self.source()
        heads = [text for text in self.effect.heads if "{m}" in text] if self.mood else self.effect.heads
        if heads and self.request.origin.kind != "mic" and len(left) == len(self.named) and self.draw.chance(0.3):
            return f"{self.draw.one(PLAYS)} {self.headed(self.draw.one(heads), left)}"
        if self.effect.sings:
            return f"{self.draw.one(PLAYS)} {noun}"
        if self.request.origin.kind == "mic":
            templates: tuple[str, ...] = (
                "takes {s} and runs it through {e}", "sends {s} through {e}", "runs {s} through {e}", "puts {e} on {s}", "adds {e} to {s}",
                "applies {e} to {s}", "processes {s} with {e}", "passes {s} through {e}", "plays {s} through {e}", "uses {e} on {s}")  # fmt: skip
        else:
            templates = (
                "{p} {s} through {e}", "{p} {s} and sends it through {e}", "{p} {s} with {e}", "adds {e} to {s}", "applies {e} to {s}", "runs {s} through {e}",
                "passes {s} through {e}", "puts {e} on {s}", "{p} {s} and puts {e} on it", "{p} {s} into {e}")  # fmt: skip
        return self.draw.one(templates).replace("{p}", self.draw.one(PLAYS)).replace("{e}", noun).replace("{s}", source)

    def clause(self) -> str:
        """A predicate with everything."""
        left = list(self.named)
        text = self.predicate(left)
        values = [self.value_phrase(setting) for setting in left]
        if self.can() and self.draw.chance(0.35):
            return f"{self.attached(text, values)} and {self.draw.one(USER)} {self.can()}"
        if not values and self.control_phrases() and self.draw.chance(0.2):
            return f"{text} and has {enumerated(self.control_phrases())}"
        return self.attached(text, [*values, *self.control_phrases()])

    def long(self) -> str:
        """A long formal sentence: what comes in, what is done to it, what the user sets, where it goes."""
        left = list(self.named)
        noun, source = self.noun(left), self.source()
        live = self.request.origin.kind == "mic"
        if self.effect.sings:
            text = f"{self.draw.one(PLAYS)} {noun}"
        else:
            applied = self.draw.one(LONG_APPLIED).replace("{e}", noun)
            text = f"{self.draw.one(LONG_TAKES if live else LONG_PLAYS).replace('{s}', source)}{applied}"
        values = [self.value_phrase(setting) for setting in left]
        text = f"{text}{' and ' if re.search(r' with (feedback|resonance|damping)$', text) else ' with '}{enumerated(values)}" if values else text
        if self.part is not None or self.request.bypass or self.boxes:
            return self.attached(text, self.control_phrases())
        words = self.controls()
        words += [self.volume] if self.volume and self.volume not in words else []
        if not words:
            return text + self.draw.one(LONG_ENDS)
        knob = self.draw.one(KNOBS)
        names = enumerated([f"the {word}" for word in words])
        many = len(words) > 1
        tail = self.draw.one(LONG_CONTROLS).replace("{n}", names).replace("{w}", enumerated(words)).replace("{ks}", f"{knob}s" if many else f"a {knob}").replace("{are}", "are" if many else "is")
        return (text + self.draw.one(LONG_ENDS) if self.draw.chance(0.4) and not tail.startswith(" and ") else text) + tail

    def phrase(self) -> str:
        """A noun phrase with everything."""
        left = list(self.named)
        noun = self.noun(left)
        heads = [text for text in self.effect.heads if "{m}" in text] if self.mood else self.effect.heads
        if heads and self.draw.chance(0.35):
            left = list(self.named)
            head = self.headed(self.draw.one(heads), left)
        elif self.effect.sings:
            head = noun
        elif self.draw.chance(0.5):
            head = f"{noun} {self.draw.one((self.effect.owner, self.effect.owner, 'for', 'for', 'on'))} {self.source()}"
        else:
            head = f"{self.source()}{self.draw.one((*THROUGH, ' with '))}{noun}"
        if left and self.draw.chance(0.25):
            return ", ".join([head, *(self.value_terse(setting) for setting in left), *self.control_phrases()])
        return self.attached(head, [*(self.value_phrase(setting) for setting in left), *self.control_phrases()])

    def headed(self, template: str, left: list[Setting]) -> str:
        """A noun phrase for effect and source together: a distorted saw."""
        text = self.mooded(template, left).replace("{s}", self.source())
        return re.sub(r"\{s\|([^}]*)\}", lambda match: described(self.source(), match[1]), text)

    def terse(self) -> str:
        """Keywords."""
        short, effect = self.draw.one(self.request.origin.shorts), self.draw.one(self.effect.shorts)
        head = effect if self.effect.sings else self.draw.one((f"{short} {effect}", f"{short} > {effect}", f"{short} -> {effect}", f"{effect} on {short}", f"{effect} for {short}", f"{short} + {effect}", f"{short} with {effect}"))
        values = [self.value_terse(setting) for setting in self.named]
        mood = f"{self.mood} " if self.mood else ""
        if "{m}" in head:
            head, effect, mood = head.replace("{m}", mood), effect.replace("{m}", mood), ""
        words = self.controls()
        if self.volume and self.volume not in words and not self.boxes:
            words.append(self.volume)
        box = ("number box" if self.boxes else "slider") if len(words) == 1 else ("number boxes" if self.boxes else "sliders")
        controls = [f"{' + '.join(words)} {box}"] if words else []
        controls += [f"{self.volume} slider"] if self.volume and self.boxes else []
        more = [self.draw.one(self.part.short)] if self.part is not None else []
        more += [f"{self.request.switch} toggle"] if self.request.bypass else []
        return ", ".join([mood + head if self.effect.sings or not mood else head.replace(effect, mood + effect), *values, *controls, *more])

    def wish(self) -> str:
        """What is there, then what one wants to change."""
        left = list(self.named)
        text = self.attached(self.phrase_bare(left), [self.value_phrase(setting) for setting in left])
        if not self.can():
            return self.draw.one(ASKED).replace("{x}", text)
        want = self.draw.one(WANT).replace("{c}", self.can())
        lead = self.draw.one(("{x}", "I need {x}", "i have {x} in mind", "set up {x}", "give me {x}")).replace("{x}", text)
        return self.draw.one((f"{lead}. {want[0].upper()}{want[1:]}", f"{lead}, {want}", f"{lead} and {want}", f"{lead}; {want}"))

    def phrase_bare(self, left: list[Setting]) -> str:
        """The effect and its source, no controls."""
        noun = self.noun(left)
        return noun if self.effect.sings else self.draw.one((f"{noun} {self.effect.owner} {self.source()}", f"{self.source()} through {noun}"))

    def controls_first(self) -> str:
        """The controls, then what they belong to."""
        left = list(self.named)
        phrases = self.control_phrases()
        if not phrases or left:
            return self.draw.one(ASKED).replace("{x}", self.phrase())
        text = self.phrase_bare(left)
        if self.turned and not self.request.bypass and self.part is None and " through " not in text and self.draw.chance(0.6):
            return f"{self.draw.one(WANT).replace('{c}', self.changed())} of {text}"
        return f"{text[0].upper()}{text[1:]}: {', '.join(phrases)}" if self.draw.chance(0.5) else f"{enumerated(phrases)}: {text}"

    def question(self) -> str:
        """How do I ...?"""
        left = list(self.named)
        text = commanded(self.predicate(left))
        frame = self.draw.one(("how do I {x}?", "how can i {x}", "can you {x}?", "i want to {x}", "I'd like to {x}", "please {x}", "{x}", "how would I {x}?", "I need to {x}", "help me {x}", "i'm trying to {x}"))
        return self.attached(frame.replace("{x}", text), [*(self.value_phrase(setting) for setting in left), *self.control_phrases()])

    def goal(self) -> str:
        """A sentence of the effect's own."""
        goals = [text for text in self.effect.goals if "{m}" in text] if self.mood else self.effect.goals
        if not goals or self.named:
            return self.question()
        return self.attached(self.headed(self.draw.one(goals), []), self.control_phrases())

    def wordings(self, count: int = 11) -> list[Wording]:
        """A mix of all kinds."""
        makers: tuple[tuple[Callable[[str], Wording], Callable[[], str], int], ...] = (
            (that, self.clause, 4), (that, self.long, 4), (thing, self.phrase, 3), (ask, self.terse, 2), (ask, self.wish, 1), (ask, self.question, 1),
            (ask, self.controls_first, 1), (ask, self.goal, 1), (ask, lambda: self.draw.one(ASKED).replace("{x}", self.phrase()), 1),
            (ask, lambda: spoken_aside(self.draw, self.draw.one((self.wish, self.question, self.goal))()), 1),
        )  # fmt: skip
        made: dict[str, Wording] = {}
        for form, make, often in makers:
            for _ in range(often):
                wording = form(tidy(make()))
                if wording.form is Form.THAT and not is_known(wording.text):
                    wording = ask(self.draw.one(FORMAL if self.draw.chance(0.65) else FREE).format(wording.text))
                made.setdefault(wording.text, wording)
        return self.draw.some(list(made.values()), count)


def described(noun: str, adjective: str) -> str:
    """The noun with an adjective after its article."""
    found = re.match(r"(an?|the|my) (.*)", noun)
    if not found:
        return f"{adjective} {noun}"
    article = an(adjective).partition(" ")[0] if found[1] in ("a", "an") else found[1]
    return f"{article} {adjective} {found[2]}"


def tidy(text: str) -> str:
    """Articles in front of vowels, no doubled ones."""
    text = re.sub(r"\ba (?=(?:LFO|FM|AM|LP|HP)\b)", "an ", articled(text))
    text = re.sub(r"\b([Aa]) (?=upper\b|(?:8\d*|11|18)(?:\.\d+)?(?: |[a-zA-Z%]|$))", r"\1n ", text)
    text = text.replace("every a quarter", "every quarter").replace("each a quarter", "each quarter")
    text = re.sub(r"\b(an?) (?:an?|the) ", r"\1 ", text)
    return re.sub(r"\s+", " ", text).strip()


def commanded(clause: str) -> str:
    """The clause as a command, whatever its first verb."""
    return imperative(clause) if is_known(clause) else imperative(base(clause))


def is_known(clause: str) -> bool:
    """Whether the framework can turn the first verb into a command."""
    first = clause.partition(" ")[0]
    return first in VERBS or first in ("has", "is")


def leveled(request: Request) -> tuple[str, Part | None]:
    """Adds a level: the word for the volume slider, or a part of another kind."""
    kind = request.draw.one(("unsaid",) * 8 + ("volume",) * 8 + ("switch",) * 3 + ("switch-volume", "gain"))
    if request.starts and kind.startswith("switch"):
        kind = "unsaid"
    if kind == "volume":
        word = request.draw.one(VOLUME)[0]
        if word in {setting.label for setting in request.settings.values() if setting.is_turned}:
            word = "volume"
        control = request.add(f'hsl 0 1 "{word}" init:0.3')
        request.mono("*~", request.into(1, control))
        request.probes.append((control, "0", changes(level, 0.2)))
        return word, None
    part = LEVELS[kind](request)
    request.starts += [(step.control, step.message) for step in request.steps[:1] if request.silent]
    return "", part


def skill(effect: Effect) -> Skill:
    """The skill of one effect."""

    def make(draw: Draw) -> Example:
        request = Request(draw, effect)
        effect.build(request)
        volume, part = leveled(request)
        request.output()
        chosen = trial(request)
        return Example(Speaker(request, volume, part).wordings(), request.sketch.text(), chosen.holds, chosen.feeds, seconds=chosen.seconds)

    return make
