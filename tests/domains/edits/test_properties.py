"""What must hold for every edit: no box moves, nothing else changes, twice is once."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patchgen.domains.patch.edits.edit import edited
from patchgen.errors import EditUnclear
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pd.write import write

from .given import ALL

VERBS = ("set the", "change the")
SETTABLE = ("frequency", "cutoff", "volume", "tempo", "delay time", "random", "slider", "metro")
FREE = (
    "remove the {thing}", "replace the {thing} by a sawtooth", "add a slider for the {thing}",
    "duplicate the {thing}", "print the {thing}", "add a toggle that starts the {thing}",
    "send the {thing} through an echo", "rename the {thing} to new", "add reverb", "make it stereo",
    "swap the {thing} and the oscillator", "start the {thing} when the patch opens",
    "connect the {thing} to the slider", "add a volume slider", "make it mono",
)  # fmt: skip
THINGS = (*SETTABLE, "oscillator", "second oscillator", "filter", "toggle", "mtof", "print", "echo")

patches = st.sampled_from(sorted(ALL))
amounts = st.sampled_from(("1", "0.5", "330", "2 kHz", "120 bpm", "-6 dB", "half a second", "A4"))


def done(text: str, instruction: str) -> Canvas | None:
    """The patch after the instruction; None where it is unclear."""
    try:
        return edited(parse(text), instruction)
    except EditUnclear:
        return None


def places(canvas: Canvas) -> Counter[object]:
    """Where boxes stand."""
    return Counter((box.x, box.y) for box in canvas.boxes)


@given(patches, st.sampled_from(FREE), st.sampled_from(THINGS))
@settings(max_examples=150, deadline=None)
def test_no_box_moves_and_records_that_are_not_edited_keep_their_bytes(
    name: str, form: str, thing: str
) -> None:
    text = ALL[name]

    changed = done(text, form.format(thing=thing))

    if changed is None:
        return
    before = parse(text)
    gone = places(before) - places(changed)
    assert len(changed.boxes) >= len(before.boxes) or form.startswith("remove")
    assert not gone or form.startswith("remove")
    records = set(write(changed).splitlines())
    lost = [line for line in text.splitlines() if line not in records and "connect" not in line]
    assert len(lost) <= (9 if form.startswith("remove") else 3)


@given(patches, st.sampled_from(VERBS), st.sampled_from(SETTABLE), amounts)
@settings(max_examples=150, deadline=None)
def test_setting_twice_is_setting_once(name: str, verb: str, what: str, amount: str) -> None:
    instruction = f"{verb} {what} to {amount}"

    once = done(ALL[name], instruction)

    if once is not None:
        assert write(once) == write(done(write(once), instruction) or once)
        assert done(write(once), instruction) is not None


@pytest.mark.parametrize("name", sorted(ALL))
def test_new_boxes_stand_on_no_other(name: str) -> None:
    from patchgen.layout.metric import metric

    for instruction in ("add reverb", "add a slider for the frequency", "add a volume slider"):
        changed = done(ALL[name], instruction)
        if changed is not None:
            assert metric(changed).overlaps == metric(parse(ALL[name])).overlaps


def test_odd_spellings_survive_an_edit() -> None:
    text = (
        "#N canvas 0 50 450 300 12;\n#X obj 10.0 040 osc~\n 440.0;\n#X obj 10 60 *~  0.10;\n"
        "#X obj 10 90 dac~;\n#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n"
    )

    changed = done(text, "make it stereo")

    assert changed is not None
    assert write(changed) == text + "#X connect 1 0 2 1;\n"
