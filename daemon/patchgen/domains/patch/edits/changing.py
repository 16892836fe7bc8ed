"""A number after a change: set, raised, doubled; as a gain, a period or a tempo."""

from __future__ import annotations

from dataclasses import replace

from patchgen.domains.patch.edits.nouns import tokens
from patchgen.domains.patch.edits.operations import SetValue
from patchgen.domains.patch.edits.quantity import measured
from patchgen.domains.patch.edits.units import check
from patchgen.errors import EditUnclear
from patchgen.pd.atoms import is_number, number_text, unescape
from patchgen.pd.model import Box
from patchgen.report.naming import said

PACE = frozenset("tempo speed rate pace bpm".split())
"""Words for how often something happens, where a patch counts the time between."""


def changed(now: float | None, asked: SetValue, unit: str, what: str) -> float:
    """The number after the change. Raises EditUnclear where there was none to start from."""
    if asked.how != "times":
        check(asked.amount, unit, what)
    if asked.how == "to":
        return measured(asked.amount, unit)
    if now is None:
        raise EditUnclear(f"{what} has no number to start from", hint="Say the number itself.")
    if is_pace(asked, unit) and now:
        return paced(now, asked)
    if asked.how == "times":
        return now * asked.amount.value
    step = measured(asked.amount, unit) if asked.amount.unit in ("", unit) else asked.amount.value
    return now + step


def is_pace(asked: SetValue, unit: str) -> bool:
    """Whether more is asked of something that is faster the smaller its number is."""
    is_tempo = asked.how == "by" and asked.amount.unit == "bpm"
    return unit == "ms" and (is_tempo or bool(PACE & set(tokens(asked.what))))


def paced(now: float, asked: SetValue) -> float:
    """A period in milliseconds after its tempo has changed."""
    if asked.how == "times":
        return now / asked.amount.value
    if asked.amount.unit == "ms":
        return now + asked.amount.value
    return 60000 / max(1e-3, 60000 / now + asked.amount.value)


def with_beats(box: Box, asked: SetValue) -> Box:
    """A [metro 1 120 permin] of another tempo. Raises EditUnclear for other ways to count."""
    count, tempo, unit = box.args[:3]
    is_plain = all(is_number(atom) and float(atom) > 0 for atom in (count, tempo))
    if unit != "permin" or not is_plain:
        raise EditUnclear(
            f"{said(box)} counts in {unescape(unit)}", hint="Say 'replace it by metro 500' first."
        )
    beats = float(count)
    check(asked.amount, "bpm", said(box))
    if asked.amount.unit in ("ms", "hz"):
        period = changed(60000 * beats / float(tempo), asked, "ms", said(box))
        value = 60000 * beats / max(1e-3, period)
    elif asked.how == "times" and not PACE & set(tokens(asked.what)):
        value = float(tempo) / asked.amount.value
    else:
        value = changed(float(tempo) / beats, asked, "bpm", said(box)) * beats
    return replace(box, atoms=(box.name, count, number_text(value), *box.args[2:]))
