"""Whether every patch of the corpus comes out as it went in."""

from __future__ import annotations

import re
from collections import Counter

from patchgen.errors import ParseError
from patchgen.pd.parse import parse
from patchgen.pd.write import write
from patchgen_training.benchmarks.figures import count, share
from patchgen_training.benchmarks.part import Material, Result, Table
from patchgen_training.benchmarks.sample import Specimen, sample

TITLE = "Fidelity"
SAYS = (
    "What `write(parse(text))` makes of every patch of the corpus: the same bytes, the same atoms "
    "with other white space, or something else."
)

EXACT = "byte for byte the same"
SPACES = "the same up to white space"
OTHER = "parsed, but something is lost"
REFUSED = "ParseError"
PLACE = re.compile(r"^line \d+, column \d+: ")


def measure(material: Material) -> Result:
    """Reads and writes all patches."""
    outcomes: Counter[str] = Counter()
    messages: Counter[str] = Counter()
    details = []
    for specimen in sample(material.corpus, material.files, material.seed):
        outcome, message = fate(specimen)
        outcomes[outcome] += 1
        if message:
            messages[message] += 1
        if outcome != EXACT:
            details.append(f"{specimen.name}: {outcome} {message}")
    whole = outcomes.total()
    parsed = outcomes[EXACT] + outcomes[SPACES] + outcomes[OTHER]
    rows = [("parsed", count(parsed), share(parsed, whole))]
    rows += [
        (outcome, count(outcomes[outcome]), share(outcomes[outcome], whole))
        for outcome in dict.fromkeys((EXACT, SPACES, OTHER, REFUSED, *outcomes))
    ]
    notes = [f"{count(whole)} patches."]
    notes += [f"{message}: {number} times" for message, number in messages.most_common(12)]
    return Result(
        (Table(("outcome", "patches", "share"), tuple(rows)),), tuple(notes), tuple(details)
    )


def fate(specimen: Specimen) -> tuple[str, str]:
    """What becomes of a patch, and the message where it is refused."""
    try:
        text = write(parse(specimen.text))
    except ParseError as error:
        return REFUSED, PLACE.sub("", error.message or str(error))
    except Exception as error:  # noqa: BLE001  # Counting bugs is what this is for.
        return type(error).__name__, str(error)
    if text == specimen.text:
        return EXACT, ""
    return (SPACES if text.split() == specimen.text.split() else OTHER), ""
