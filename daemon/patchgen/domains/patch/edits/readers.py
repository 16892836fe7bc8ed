"""What a clause means whose pattern has matched: one reader for each way of saying."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from patchgen.domains.patch.edits.details import details, plain
from patchgen.domains.patch.edits.effects import effect_named
from patchgen.domains.patch.edits.faces import FACES, KIND
from patchgen.domains.patch.edits.new_object import new_object
from patchgen.domains.patch.edits.nouns import joined, tokens
from patchgen.domains.patch.edits.operations import (
    AddComment,
    AddControl,
    Channels,
    Duplicate,
    Insert,
    Join,
    Operation,
    Remove,
    Rename,
    Replace,
    SetMessage,
    SetRange,
    SetValue,
    Show,
    StartWithPatch,
    Swap,
)
from patchgen.domains.patch.edits.quantity import Quantity, quantity, span
from patchgen.domains.patch.edits.speech import unquoted, whole
from patchgen.errors import EditUnclear

Match = re.Match[str]
Reader = Callable[[Match], Operation | None]


def set_value(match: Match) -> Operation | None:
    """`set X to Y`."""
    amount = quantity(match["amount"])
    return SetValue(match["what"], amount) if amount else None


def set_by(match: Match) -> Operation | None:
    """`raise X by Y`."""
    amount = quantity(match["amount"])
    if amount is None:
        return None
    is_down = re.match(
        r"lower|decrease|reduce|drop|subtract|cut|slow", match["verb"], re.IGNORECASE
    )
    sign = -1 if is_down else 1
    if amount.unit in ("%", "db"):
        factor = (
            10 ** (sign * amount.value / 20)
            if amount.unit == "db"
            else 1 + sign * amount.value / 100
        )
        return SetValue(match["what"], Quantity(factor), "times")
    return SetValue(match["what"], Quantity(sign * amount.value, amount.unit), "by")


FACTORS = {"double": 2, "halve": 0.5, "triple": 3, "treble": 3, "quadruple": 4, "quarter": 0.25,
           "half": 0.5, "twice": 2}  # fmt: skip


def set_factor(match: Match) -> Operation:
    """`double X`."""
    return SetValue(match["what"], Quantity(FACTORS[match["verb"].lower()]), "times")


COMPARED = {
    "fast": ("speed", 1), "quick": ("speed", 1), "slow": ("speed", -1), "loud": ("volume", 1),
    "quiet": ("volume", -1), "soft": ("volume", -1), "high": ("frequency", 1),
    "low": ("frequency", -1),
}  # fmt: skip
"""A quality -> what it is counted in, and whether more of it is more of that."""


def set_compared(match: Match) -> Operation:
    """`make it twice as fast`, `half as loud`."""
    what, sign = COMPARED[match["quality"].lower()]
    factor = FACTORS[match["times"].lower()] ** sign
    return SetValue(setting_of(match, what), Quantity(factor), "times")


def setting_of(match: Match, setting: str) -> str:
    """Words for the setting of what is named; only a tempo can be meant where nothing is."""
    words = whole(match["what"] or "")
    return f"{words} {setting}" if words else setting.replace("speed", "tempo")


BIT = {"a bit": 1.2, "a little": 1.2, "slightly": 1.2, "much": 2.0, "a lot": 2.0}
MORE = 1.5
"""What `faster` or `louder` means where no number is said."""


def set_more(match: Match) -> Operation:
    """`make the metro a bit faster`, `quieter`."""
    what, sign = COMPARED[match["quality"].lower()]
    factor = BIT.get((match["much"] or "").lower(), MORE) ** sign
    return SetValue(setting_of(match, what), Quantity(factor), "times")


DIRECTION = re.compile(r"\b(?:(?:up|down|higher|lower)(?: by)?|by)$", re.IGNORECASE)


def transposed(match: Match) -> Operation:
    """`an octave higher`, `transpose it down two octaves`."""
    count = quantity(match["count"]) if match["count"] not in ("a", "an") else Quantity(1)
    octaves = count.value if count else 1
    sign = -1 if re.search(r"down|low", match[0], re.IGNORECASE) else 1
    share = octaves if match["step"].startswith("octave") else octaves / 12
    words = whole(DIRECTION.sub("", match["what"] or ""))
    return SetValue(f"{words} frequency".strip(), Quantity(2.0 ** (sign * share)), "times")


def set_range(match: Match) -> Operation | None:
    """`let the slider go from 0 to 1`."""
    bounds = span(match["range"])
    return SetRange(match["what"], *bounds) if bounds else None


def set_bound(match: Match) -> Operation | None:
    """`set the maximum of the slider to 500`; other maxima are values of objects."""
    amount = quantity(match["amount"])
    if amount is None or not re.search(rf"\b(?:{KIND}|control)s?\b", joined(match["what"])):
        return None
    is_high = match["bound"].lower().startswith(("max", "upper", "top", "high"))
    return SetRange(match["what"], None if is_high else amount, amount if is_high else None)


WAVES = frozenset({"osc~", "phasor~"})
"""What `make it a sawtooth` makes of the oscillator."""


EXCHANGED = re.compile(r"replace|substitute|exchange|swap|use|take", re.IGNORECASE)
VAGUE = re.compile(r"set .* to [a-z]+$", re.IGNORECASE)
"""`set the volume to max` speaks of a value, though there is a [max]."""


def replaced(match: Match) -> Operation | None:
    """`replace X by Y`; `replace 440 by 330` sets a number."""
    amount = quantity(match["by"])
    if amount and EXCHANGED.match(match[0]):
        return SetValue(match["what"], amount)
    if VAGUE.match(match[0]):
        return None
    made = new_object(match["by"])
    if made is None:
        return None
    is_wave = not whole(match["what"]) and made.name in WAVES
    return Replace("oscillator" if is_wave else match["what"], match["by"])


def removed(match: Match) -> Operation:
    """`remove X`."""
    return Remove(match["what"])


STOPPING = re.compile(r"^(?!.*\bstart).*\bstop", re.IGNORECASE)


THE = re.compile(r" (?:with|by|using|through|via|from) the $", re.IGNORECASE)
"""Before a control that is there already."""


def control(match: Match) -> Operation | None:
    """`add a slider for X from 0 to 1`."""
    said = match.groupdict()
    what, tail = said["what"] or "", said.get("tail") or ""
    low, high, start, label = details(f"{what} {tail}")
    what = plain(what)
    if not tokens(what):
        return None
    if said["kind"] and THE.search(match[0][: match.start("kind")]):
        return Join(f"the {said['kind']}", what, is_made=True)
    if FACES[kind := joined(said["kind"] or "slider")] == "bng" and STOPPING.search(match[0]):
        raise EditUnclear(
            "a button only starts things", hint="Ask for a toggle: it starts and stops."
        )
    return AddControl(kind, what, low, high, start, label)


def started(match: Match) -> Operation:
    """`start X when the patch opens`."""
    return StartWithPatch(whole(match["what"] or ""))


LEADING = re.compile(
    r"(?:(?:an?|the|some|another|a bit of) )?(?:(?P<amount>[-\d.]+ ?(?:k?hz|ms|db)) )?(?P<rest>.*)"
)
PARTS_OF_EFFECT = re.compile(
    r"\s+(?:at|of|with|and|by)\s+|,\s*|\s+(?=[-\d.]+ ?(?:k?hz|ms|s|db|%)(?:\s|$))"
)
UNITS_NAMED = {
    "cutoff": "hz", "frequency": "hz", "rate": "hz", "speed": "hz", "centre": "hz", "time": "ms",
    "delaytime": "ms", "feedback": "gain", "gain": "gain", "resonance": "q", "q": "q",
    "depth": "depth",
}  # fmt: skip
"""Settings of effects -> what a bare number of them counts."""
SETTING = re.compile(
    rf"(?:(?:an?|the) )?(?:(?P<name>{'|'.join(UNITS_NAMED)})(?: of)? )?(?P<amount>.+?)"
    rf"(?: (?P<last>{'|'.join(UNITS_NAMED)}))?"
)


def setting(text: str) -> Quantity | None:
    """`300 ms`, `a feedback of 0.5`, `50% feedback`."""
    found = SETTING.fullmatch(text)
    amount = quantity(found["amount"]) if found else None
    if found is None or amount is None or amount.unit:
        return amount
    return replace(amount, unit=UNITS_NAMED.get(found["name"] or found["last"] or "", ""))


def inserted(match: Match) -> Operation | None:
    """`send X through an echo`."""
    said = match.groupdict()
    leading = LEADING.match(joined(said["effect"]))
    assert leading is not None
    name, *parts = PARTS_OF_EFFECT.split(leading["rest"])
    told = [leading["amount"]] if leading["amount"] else []
    amounts = [setting(part) for part in (*told, *parts)]
    effect = effect_named(name)
    if effect is None or any(amount is None for amount in amounts):
        return None
    side = (said.get("side") or "before").lower()
    return Insert(
        effect,
        whole(said.get("where") or ""),
        "after" if side in ("after", "behind", "to", "on", "onto", "for") else "before",
        tuple(amount for amount in amounts if amount),
    )


def sent_through(match: Match) -> Operation | None:
    """`send the oscillator through an echo`: the effect stands behind it."""
    found = inserted(match)
    where = whole(match["what"])
    if not isinstance(found, Insert) or not where:
        return found
    return Insert(found.effect, where, "after", found.amounts)


def shown(match: Match) -> Operation | None:
    """`print X`, `show X in a number box`."""
    said = match.groupdict()
    kind = joined(said.get("kind") or "")
    verb = (said.get("verb") or "").lower()
    is_printed = verb in ("print", "log", "write", "output") or kind in (
        "print",
        "printer",
        "console",
    )
    return Show(
        said["what"],
        "print" if is_printed or (not kind and "console" in match[0]) else kind or "numberbox",
    )


def metered(match: Match) -> Operation:
    """`add a level meter`."""
    return Show(match["what"] or "output level", "vu")


def renamed(match: Match) -> Operation:
    """`rename X to Y`."""
    return Rename(match["what"], unquoted(match["text"]))


def message_set(match: Match) -> Operation:
    """`change the message X to Y`."""
    return SetMessage(f"message {unquoted(match['old'] or '')}".strip(), unquoted(match["text"]))


def comment_set(match: Match) -> Operation:
    """`change the comment X to Y`."""
    return Rename(f"comment {unquoted(match['old'] or '')}".strip(), unquoted(match["text"]))


def comment_added(match: Match) -> Operation:
    """`add a comment X`."""
    return AddComment(unquoted(match["text"]))


def swapped(match: Match) -> Operation:
    """`swap X and Y`."""
    return Swap(match["one"], match["other"])


def duplicated(match: Match) -> Operation | None:
    """`duplicate X`, `add a second X at 220 Hz`."""
    said = match.groupdict()
    amount = quantity(said["amount"]) if said.get("amount") else None
    if said.get("amount") and amount is None:
        return None
    return Duplicate(match["what"], amount)


def wired(match: Match) -> Operation:
    """`connect X to Y`."""
    is_made = not re.match(r"dis|un|detach|remove|delete|cut|break", match[0], re.IGNORECASE)
    return Join(match["source"], match["sink"], is_made)


def channels(match: Match) -> Operation:
    """`make it stereo`."""
    return Channels(
        re.search(r"mono|left (?:speaker|channel|side) only", match[0], re.IGNORECASE) is None
    )


def of_it(match: Match) -> Operation | None:
    """`give the filter a cutoff of 2 kHz`."""
    amount = quantity(match["amount"])
    return SetValue(f"{match['of']} of {match['what']}", amount) if amount else None


def by_unit(match: Match) -> Operation | None:
    """`play at 120 bpm`: the unit tells what is set."""
    amount = quantity(match["amount"])
    what = {"bpm": "tempo", "ms": "tempo", "hz": "frequency", "midi": "frequency", "db": "volume"}
    return SetValue(what[amount.unit], amount) if amount and amount.unit in what else None
