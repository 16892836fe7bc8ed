"""Skills: three ways out of one number: words, numbers, buttons, toggles."""

from __future__ import annotations

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, bangs, emits, prints_all
from patchgen_training.skills.logic_words import Slots
from patchgen_training.skills.plain_words import SLID, TYPED, ended, example, fed, plainly
from patchgen_training.skills.sketch import Cord, Handle, Sketch

ZONES = (
    "{do} {a} if {x} is {low}, {b} if it is {mid} and {c} if it is {high}{end}", "{take} {x} and {do} {a} if it is {low}, {b} if it is {mid}, and {c} {else}{end}", "{take} {x} and {do} {a} when it is {low}, {c} when it is {high} and {b} in between{end}",
    "if {x} is {low}, {do} {a}; if it is {high}, {do} {c}; {else} {do} {b}{end}", "~compare {x} with two thresholds, {lo} and {hi}, and {do} {a} below the first, {b} between them and {c} above the second{end}", "{do} {a}, {b} or {c}{end}, depending on {whether} {x} is {low}, {mid} or {high}",
    "~sort {x} into three ranges with the limits {lo} and {hi}: {do} {a} for the lowest, {b} for the middle one and {c} for the highest{end}", "~decide {whether} {x} is {low}, {mid} or {high}, and {do} {a}, {b} or {c} respectively{end}", "{do} {a} for values {low}, {b} for values {mid} and {c} for values {high}{end}, with {x} as the input",
    "~check in which of three zones {x} lies and {do} {a} for {low}, {b} for {mid}, {c} for {high}{end}", "{do} {c} if {x} is {high}, {b} if it is {mid}, and {a} if it is {low}{end}", "~test {x} against {lo} and {hi}: {do} {a} if it is under both, {b} if it is between them, and {c} if it is over both{end}",
)  # fmt: skip
ZONE_ASKS = (
    "{x}: {low} means {a}, {mid} means {b}, {high} means {c}{tail}",
    "three cases for {x}: {a} if {low}, {b} if {mid}, {c} if {high}{tail}",
    "i want {a} when {x} is {low}, {b} when it's {mid} and {c} when it's {high}{tail}",
    "is {x} {low}, {mid} or {high}? {a}, {b} or {c}{tail}",
    "{a} up to {lo}, {b} up to {hi}, {c} above that, depending on {x}{tail}",
    "below {lo} {a}, above {hi} {c}, otherwise {b}{tail}. The input is {x}",
    "if {low} then {a}, else if {mid} then {b}, else {c}{tail}, for {x}",
)
LEVELS = (
    ("cold", "mild", "hot"), ("low", "medium", "high"), ("quiet", "normal", "loud"), ("small", "medium", "large"), ("slow", "medium", "fast"), ("short", "medium", "long"), ("under", "inside", "over"), ("green", "yellow", "red"),
    ("near", "middle", "far"), ("soft", "medium", "hard"), ("bad", "ok", "good"), ("dark", "dim", "bright"), ("ice", "water", "steam"), ("child", "adult", "senior"), ("low", "ok", "high"), ("left", "middle", "right"), ("negative", "small", "big"),
)  # fmt: skip


class Zones:
    """A number with two limits, what it is called and numbers to try."""

    def __init__(self, draw: Draw, p: Sketch) -> None:
        is_slid = draw.chance(0.2)
        self.x = p.add("hsl 0 127" if is_slid else "number")
        top = 127 if is_slid else draw.one((20, 100, 100, 127, 1000))
        self.low = (
            draw.one((10, 20, 30, 40, draw.integer(3, top // 2)))
            if top > 90
            else draw.integer(3, 9)
        )
        self.high = (
            draw.integer(self.low + 5, top - 4)
            if top < 90 or draw.chance(0.5)
            else draw.one([n for n in (50, 60, 70, 80, 90, self.low + 40) if n > self.low + 3])
        )
        self.feeds = fed(self.x, self.low - 1, (self.low + self.high) // 2, self.high + 2)
        lo, hi = str(self.low), str(self.high)
        self.slots: Slots = {
            "x": SLID if is_slid else TYPED, "lo": lo, "hi": hi, "low": (f"below {lo}", f"less than {lo}", f"under {lo}", f"smaller than {lo}", f"lower than {lo}"), "mid": (f"between {lo} and {hi}", f"from {lo} to {hi}", f"between {lo} and {hi}", "in between", f"at least {lo} but under {hi}"),
            "high": (f"above {hi}", f"over {hi}", f"{hi} or more", f"greater than {hi}", f"higher than {hi}", f"larger than {hi}", f"at least {hi}"), "end": "", "tail": "",
        }  # fmt: skip

    def ways(self, p: Sketch) -> tuple[Handle | Cord, ...]:
        """The number where it is low, in the middle, high."""
        first = p.add(f"moses {self.low}", self.x)
        second = p.add(f"moses {self.high}", p.out(first, 1))
        return first, second, p.out(second, 1)


def three_words(draw: Draw) -> Example:
    """One of three words in the console."""
    p = Sketch()
    zones = Zones(draw, p)
    words = draw.one(LEVELS)
    ways = zones.ways(p)
    p.add("print", *[p.add(f"msg {word}", way) for word, way in zip(words, ways, strict=True)])
    quote = draw.one(("{}", "{}", '"{}"', "the word {}", "'{}'"))
    slots: Slots = {
        **zones.slots,
        **dict(zip("abc", map(quote.format, words), strict=True)),
        "do": ("~print", "~print", "~write", "~post"),
        "end": (" to the console", " in the console", "", " in the Pd window"),
        "tail": (", printed", " in the console", ", print it"),
    }
    return example(plainly(draw, slots, ZONES, ZONE_ASKS), p, prints_all(list(words)), zones.feeds)


def three_numbers(draw: Draw) -> Example:
    """One of three numbers."""
    p = Sketch()
    zones = Zones(draw, p)
    values = draw.one(
        (
            (0, 1, 2),
            (1, 2, 3),
            (-1, 0, 1),
            (0, 64, 127),
            (110, 220, 440),
            (100, 200, 300),
            (0, 50, 100),
            (1, 10, 100),
            (draw.integer(1, 30), draw.integer(31, 60), draw.integer(61, 90)),
            (60, 64, 67),
            (3, 2, 1),
        )
    )
    messages = [
        p.add(f"msg {value}", way) for value, way in zip(values, zones.ways(p), strict=True)
    ]
    ends, holds, watch = ended(draw, p, messages, values)
    slots: Slots = {
        **zones.slots,
        **dict(zip("abc", map(str, values), strict=True)),
        "do": ("~output", "~give", "~return", "~send", "~choose"),
        "end": ends["out"],
        "tail": ends["tail"],
    }
    clauses = tuple(
        text for text in ZONES if not text.startswith("{do} {a}, {b} or") and "{end}," not in text
    )
    return example(plainly(draw, slots, clauses, ZONE_ASKS), p, holds, zones.feeds, watch)


def three_buttons(draw: Draw) -> Example:
    """One of three buttons flashes."""
    p = Sketch()
    zones = Zones(draw, p)
    words = draw.one(LEVELS) if draw.chance(0.5) else None
    lights = [
        p.add(f'bng "{words[i]}"' if words else "bng", way) for i, way in enumerate(zones.ways(p))
    ]
    names = (
        [f"a button labelled {word}" for word in words]
        if words
        else draw.one(
            (
                ["a first button", "a second button", "a third button"],
                ["the first of three buttons", "the second", "the third"],
                ["one button", "another button", "a third button"],
                ["the left bang", "the middle bang", "the right bang"],
            )
        )
    )
    if words and draw.chance(0.6):
        names = [f"the button {word}" for word in words]
    slots: Slots = {
        **zones.slots,
        **dict(zip("abc", names, strict=True)),
        "do": ("~flash", "~flash", "~bang", "~trigger", "~light"),
    }
    return example(
        plainly(draw, slots, ZONES, ZONE_ASKS[:4]),
        p,
        all_of(*(bangs(light, 1) for light in lights)),
        zones.feeds,
        lights,
    )


def three_toggles(draw: Draw) -> Example:
    """One of three toggles is on."""
    p = Sketch()
    zones = Zones(draw, p)
    words = draw.one(LEVELS)
    bodies = (
        f"< {zones.low}",
        f"expr $f1 >= {zones.low} && $f1 < {zones.high}".replace("<", "\\<"),
        f">= {zones.high}",
    )
    lamps = [
        p.add(f'tgl "{word}"', p.add(body, zones.x))
        for word, body in zip(words, bodies, strict=True)
    ]
    names = (
        [f"the toggle {word}" for word in words]
        if draw.chance(0.5)
        else [f"a toggle labelled {word}" for word in words]
    )
    slots: Slots = {
        **zones.slots,
        **dict(zip("abc", names, strict=True)),
        "do": ("~switch on", "~turn on", "~light", "~activate"),
    }
    holds = [emits(lamp, [float(i == j) for j in range(3)]) for i, lamp in enumerate(lamps)]
    return example(
        plainly(draw, slots, ZONES, ZONE_ASKS[:4]), p, all_of(*holds), zones.feeds, lamps
    )


SKILLS: dict[str, Skill] = {
    "three-words": three_words,
    "three-numbers": three_numbers,
    "three-buttons": three_buttons,
    "three-toggles": three_toggles,
}
CORE: tuple[str, ...] = ("three-words", "three-numbers", "three-buttons")
