"""English inflection for request sentences: verbs marked with ~ take the form a sentence needs."""

from __future__ import annotations

import re
from typing import Literal

Form = Literal["base", "third", "gerund"]

MARKED = re.compile(r"~([a-z]+)")
POSSESSIVE = re.compile(r"^the ([\w\s-]+) of \{x\}$")
PRONOUNS = {"it": "its", "them": "their"}
IRREGULAR: dict[str, tuple[str, str]] = {
    "be": ("is", "being"),
    "have": ("has", "having"),
    "do": ("does", "doing"),
    "go": ("goes", "going"),
    "let": ("lets", "letting"),
    "put": ("puts", "putting"),
    "set": ("sets", "setting"),
    "get": ("gets", "getting"),
    "cut": ("cuts", "cutting"),
    "chop": ("chops", "chopping"),
    "clip": ("clips", "clipping"),
    "drop": ("drops", "dropping"),
    "flip": ("flips", "flipping"),
    "map": ("maps", "mapping"),
    "stop": ("stops", "stopping"),
    "strip": ("strips", "stripping"),
    "swap": ("swaps", "swapping"),
    "wrap": ("wraps", "wrapping"),
    "sum": ("sums", "summing"),
    "split": ("splits", "splitting"),
    "output": ("outputs", "outputting"),
    "reset": ("resets", "resetting"),
    "step": ("steps", "stepping"),
    "hit": ("hits", "hitting"),
    "begin": ("begins", "beginning"),
    "run": ("runs", "running"),
    "snap": ("snaps", "snapping"),
    "cap": ("caps", "capping"),
    "skip": ("skips", "skipping"),
    "control": ("controls", "controlling"),
    "send": ("sends", "sending"),
}


def third(verb: str) -> str:
    """`square` becomes `squares`."""
    if verb in IRREGULAR:
        return IRREGULAR[verb][0]
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def gerund(verb: str) -> str:
    """`square` becomes `squaring`."""
    if verb in IRREGULAR:
        return IRREGULAR[verb][1]
    if verb.endswith("e") and not verb.endswith(("ee", "oe")):
        return verb[:-1] + "ing"
    return verb + "ing"


def inflect(text: str, form: Form) -> str:
    """Every ~verb of the text in the wanted form."""
    forms = {"base": lambda verb: verb, "third": third, "gerund": gerund}
    return MARKED.sub(lambda match: forms[form](match.group(1)), text)


def possessive(noun: str, whose: str = "its") -> str | None:
    """`the cube root of {x}` becomes `its cube root`; None where English has no such form."""
    match = POSSESSIVE.match(noun)
    if not match or " of " in match.group(1) or len(match.group(1).split()) > 4:
        return None
    return f"{whose} {match.group(1)}"
