"""MIDI without a device: plays what a patch receives, and records the notes it sends."""

from __future__ import annotations

from dataclasses import dataclass, replace

from patchgen.headless.instrument import extended
from patchgen.headless.parts import cords, obj, subpatch
from patchgen.pd.model import Box, Canvas
from patchgen_training.evaluation.player import Action, Player

LABEL = "midi-noteout"
"""What is printed before a note that leaves the patch."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A note message that left the patch."""

    at: float
    """Milliseconds."""
    pitch: int
    velocity: int
    """0 or less lets go of the key, as Pd clips it."""
    channel: int


@dataclass(frozen=True, slots=True)
class Keyboard:
    """A MIDI keyboard at the input of a patch, and a recorder at its output."""

    player: Player
    """Plays the patch with stand-ins for [noteout] and a box by which keys are reached."""

    @classmethod
    def at(cls, player: Player) -> Keyboard:
        """Plugged into this patch; its boxes keep their indices."""
        canvas = extended(with_stand_ins(player.canvas), (obj("notein"),), (), ())
        return cls(replace(player, canvas=canvas))

    def key(self, at: float, pitch: int, velocity: int, channel: int = 1) -> Action:
        """A key that goes down, or up where the velocity is 0, after so many milliseconds."""
        return at, len(self.player.canvas.boxes) - 1, f"{pitch} {velocity} {channel}"

    def sent(self, *actions: Action, seconds: float = 1.0) -> list[Sent]:
        """The notes that the patch sends while the actions are done, in order of time."""
        return [
            Sent(message.at, *(round(float(atom)) for atom in message.atoms[:3]))
            for message in self.player.play(*actions, seconds=seconds).prints
            if message.label == LABEL
        ]


def with_stand_ins(canvas: Canvas) -> Canvas:
    """Every [noteout], at any depth, by a box that prints the same."""
    return canvas.with_boxes(tuple(stand_in(box) for box in canvas.boxes))


def stand_in(box: Box) -> Box:
    """What takes the place of a box; most boxes stay as they are."""
    if box.canvas is not None:
        return replace(box, canvas=with_stand_ins(box.canvas))
    if box.kind != "obj" or box.name != "noteout":
        return box
    channel = box.args[0] if box.args else "1"
    boxes = (*(obj("inlet") for _ in range(3)), obj(f"pack 0 0 {channel}"), obj(f"print {LABEL}"))
    return subpatch("noteout", boxes, cords((0, 3, 4), (1, (3, 1)), (2, (3, 2))))
