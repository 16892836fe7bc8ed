"""Turns wordings into prompts: sentence frames, imperatives, synonyms, sloppy typing.

Two thirds of the prompts begin like "Create a Pure Data patch that ..."; the others are free.
"""

from __future__ import annotations

import re

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Form, Wording
from patchgen_training.skills.thesaurus import reworded

FORMAL = (
    "Create a Pure Data patch that {}",
    "Create a Pure Data patch that {}",
    "Create a Pure Data patch that {}",
    "Create a Pure Data patch which {}",
    "Create a Pd patch that {}",
    "Make a Pure Data patch that {}",
    "Generate a Pure Data patch that {}",
    "Build a Pure Data patch that {}",
    "Write a Pure Data patch that {}",
    "Design a Pure Data patch that {}",
)
FREE = (
    "I need a patch that {}",
    "I want a patch that {}",
    "I'd like a patch that {}",
    "Make a patch that {}",
    "make me something that {}",
    "Can you make a patch that {}?",
    "Could you build a Pd patch which {}?",
    "please make a patch that {}",
    "Give me a patch that {}",
    "I am looking for a patch that {}",
    "a patch that {}",
    "patch which {}",
    "We need a small patch that {} for class",
    "Is there a way to build a patch that {}?",
    "Need something that {}",
    "{}",
)
THINGS_FORMAL = (
    "Create {} in Pure Data",
    "Create a Pure Data patch for {}",
    "Create {}",
    "Build {} in Pure Data",
    "Generate {}",
    "Make a Pure Data patch with {}",
    "Create a Pure Data patch with {}",
)
THINGS_FREE = (
    "Make {}",
    "make me {}",
    "I need {}",
    "I want {}",
    "I'd like {}",
    "Give me {}",
    "Can you make {}?",
    "Could you make {} for me?",
    "{} please",
    "{}",
    "{}",
    "Build me {}",
    "how do I make {}?",
    "I'm trying to make {}",
    "Looking for {}",
    "need {} pls",
)
IMPERATIVES = ("{}", "{}", "{}", "Please {}", "please {}", "Can you {}?", "I want to {}", "how do I {}?")


def base(verb: str) -> str:
    """The verb as a command: "passes" as "pass", "carries" as "carry"."""
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    return verb[:-2] if re.search(r"(sses|zzes|shes|ches|xes|oes)$", verb) else verb[:-1]


VERBS = (
    "accepts accompanies accumulates acts adds adjusts allows alternates amplifies analyses "
    "analyzes appends applies approaches arpeggiates asks attenuates automates averages bangs "
    "beats beeps begins bends bitcrushes blends blinks blocks boosts bounces bounds brings "
    "builds bursts buzzes calculates cancels caps captures changes checks chooses chops clamps "
    "classifies clears clicks clips closes collects combines compares composes compresses "
    "computes confines connects constrains controls converts copies counts creates crossfades "
    "crushes cuts cycles debounces decides decreases delays delivers demonstrates detects "
    "determines detunes dials directs displays distorts distributes divides doubles draws drips "
    "drives drops drums ducks echoes emits emphasises emphasizes enables ends estimates "
    "evaluates exchanges extracts fades feeds fills filters finds fires flashes flips folds "
    "follows forces formats forwards freezes gates generates gets gives glides goes halts "
    "halves harmonises harmonizes hears hits holds ignores imitates implements imposes "
    "improvises includes increases increments initializes interpolates inverts iterates joins "
    "keeps labels layers leaves lets lights limits listens loads logs looks loops lowers makes "
    "maps measures mixes modulates monitors morphs moves multiplies mutes negates notches "
    "nudges offers offsets opens orders outputs overdrives overdubs packs pans passes picks "
    "places plays posts prepends prevents prints processes produces provides pulses pumps puts "
    "quantizes raises ramps randomizes reacts reads recalls receives records reduces remembers "
    "removes repeats replaces replays rescales resets restarts restricts returns reverses ring- "
    "modulates rings rolls rotates rounds routes runs samples saturates saves says scales "
    "selects sends separates sequences sets shapes shifts shows silences simulates sings skips "
    "slides smooths snaps sorts sounds splits spreads squares stacks starts stays steps stops "
    "stores strikes strums subdivides subtracts sums swaps sweeps swings switches synchronises "
    "synchronizes synthesises synthesizes takes tallies tells tests thickens thins throws ticks "
    "toggles tosses tracks transforms translates transposes triggers triples truncates tunes "
    "turns unpacks updates uses wails waits walks warms warns watches whistles widens works "
    "wraps writes climbs contains deducts describes does expresses gathers initialises jumps "
    "presents quantises remains remaps solves stretches"
).split()
IRREGULAR = {"has": "have", "is": "be"}
BASE = {verb: base(verb) for verb in VERBS} | IRREGULAR
VERB_PLACE = re.compile(r"(^|, and then |, then |, and |\band then |\band |\bthen |, |\bor )([a-z-]+)\b")
PD_NAMES = ("Pure Data", "Pd", "pure data", "puredata", "PureData", "pd", "Purr Data")


def prompt(wording: Wording, patch: str, draw: Draw) -> str:
    """A prompt for the patch as a user might type it."""
    return typed(reworded(framed(wording, draw), patch, draw), draw)


def framed(wording: Wording, draw: Draw) -> str:
    """The wording as a whole sentence."""
    if wording.form is Form.ASK:
        return wording.text
    formal = draw.chance(0.62)
    if wording.form is Form.THING:
        return draw.one(THINGS_FORMAL if formal else THINGS_FREE).format(wording.text)
    if not formal and draw.chance(0.3):
        return draw.one(IMPERATIVES).format(imperative(wording.text))
    return draw.one(FORMAL if formal else FREE).format(wording.text)


def imperative(clause: str) -> str:
    """Turns "adds 3 and prints it" into "add 3 and print it"."""
    return VERB_PLACE.sub(lambda match: match[1] + BASE.get(match[2], match[2]), clause)


def typed(text: str, draw: Draw) -> str:
    """The sentence with the habits of a person at a keyboard."""
    text = text[0].upper() + text[1:] if draw.chance(0.8) else text
    if draw.chance(0.3):
        text = text.replace("Pure Data", draw.one(PD_NAMES))
    if text[-1].isalnum() and draw.chance(0.35):
        text += "."
    elif text[-1] in ".?" and draw.chance(0.25):
        text = text[:-1]
    if draw.chance(0.22):
        text = text.lower()
    if draw.chance(0.05):
        text = mistyped(text, draw)
    return text


def mistyped(text: str, draw: Draw) -> str:
    """One slip of the finger inside a word: a letter lost, doubled, or swapped with the next."""
    places = [match.start() + 1 for match in re.finditer(r"[A-Za-z]{4,}", text)]
    if not places:
        return text
    at = draw.one(places)
    slip = draw.integer(0, 2)
    if slip == 0:
        return text[:at] + text[at + 1 :]
    if slip == 1:
        return text[:at] + text[at] + text[at:]
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
