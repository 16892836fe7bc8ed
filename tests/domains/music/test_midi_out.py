"""What a player sends to MIDI, with [print] in the place of [noteout] and [pgmout]."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from patchgen.domains.music.player import player
from patchgen.headless.probe import Seen
from patchgen.music.score import DRUMS, Note, Score
from patchgen.pd.model import Box, Canvas, Connection

from .playback import play

SCORE = Score(
    (Note(0, 12, 60, 80), Note(0, 36, 48, 70, 2), Note(12, 6, 38, 90, DRUMS), Note(24, 12, 62, 80))
)
ON = (-5.0, "midi", "1")
"""Before the piece is started."""


def listened(canvas: Canvas) -> Canvas:
    """The same patch with what goes to MIDI printed: key, velocity and channel as a list."""
    index = next(i for i, box in enumerate(canvas.boxes) if box.args[:1] == ("midi",))
    midi = canvas.boxes[index]
    assert midi.canvas is not None
    boxes = tuple(heard(box) for box in midi.canvas.boxes)
    count, note = len(boxes), next(i for i, b in enumerate(boxes) if b.name == "pack")
    content = midi.canvas.with_boxes(boxes)
    cords = (*content.connections, Connection(note, 0, count, 0))
    content = replace(content, items=(*content.items, Box("obj", ("print", "note"), 10, 10)))
    inside = replace(midi, canvas=content.with_connections(cords))
    return canvas.with_boxes((*canvas.boxes[:index], inside, *canvas.boxes[index + 1 :]))


def heard(box: Box) -> Box:
    """What takes the place of a box that speaks to a device."""
    if box.name == "noteout":
        return replace(box, atoms=("pack", "f", "f", "f"))
    return replace(box, atoms=("print", f"program-{box.args[0]}")) if box.name == "pgmout" else box


def notes(prints: Sequence[Seen]) -> list[tuple[float | str, ...]]:
    """Milliseconds since the start, then key, velocity and channel from 1."""
    return [(round(one.at - 10), *one.atoms) for one in prints if one.label == "note"]


def test_notes_go_to_their_channels() -> None:
    seen = play(listened(player(SCORE, "")), 2.0, ON)

    assert sorted(notes(seen.prints)) == [
        (0, 48, 70, 3), (0, 60, 80, 1), (500, 38, 90, 10), (500, 60, 0, 1), (750, 38, 0, 10),
        (1000, 62, 80, 1), (1500, 48, 0, 3), (1500, 62, 0, 1),
    ]  # fmt: skip


def test_nothing_goes_out_before_midi_is_switched_on() -> None:
    seen = play(listened(player(SCORE, "")), 2.0)

    assert seen.prints == ()


def test_switched_off_it_lets_go_of_what_sounds() -> None:
    seen = play(listened(player(SCORE, "")), 2.0, ON, (600.0, "midi", "0"))

    after = sorted(one for one in notes(seen.prints) if float(one[0]) >= 600)
    assert after == [(600, 38, 0, 10), (600, 48, 0, 3)]


def test_stop_lets_go_on_all_channels() -> None:
    seen = play(listened(player(SCORE, "")), 2.0, ON, (100.0, "play", "0"))

    after = sorted(one for one in notes(seen.prints) if float(one[0]) >= 100)
    assert after == [(100, 48, 0, 3), (100, 60, 0, 1)]


def test_instruments_are_sent_when_midi_is_switched_on() -> None:
    seen = play(listened(player(SCORE, "", {2: 32})), 0.5, ON)

    programs = {one.label: one.atoms for one in seen.prints if one.label != "note"}
    assert programs == {"program-1": (1,), "program-3": (33,)}
