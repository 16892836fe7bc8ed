"""An instruction and a patch become the changed patch."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from patchgen.domains.patch.edits import (
    controlling,
    inserting,
    naming,
    operations,
    ranging,
    removing,
    replacing,
    setting,
    showing,
    starting,
)
from patchgen.domains.patch.edits.operations import Operation
from patchgen.domains.patch.edits.read import read
from patchgen.domains.patch.edits.things import Things
from patchgen.pd.model import Canvas

Perform = Callable[[Things, Operation], Canvas]

PERFORMERS = {
    operations.SetValue: setting.value_set,
    operations.SetRange: ranging.range_set,
    operations.Replace: replacing.replaced,
    operations.Remove: removing.removed,
    operations.AddControl: controlling.controlled,
    operations.StartWithPatch: starting.started,
    operations.Insert: inserting.inserted,
    operations.Show: showing.shown,
    operations.Rename: naming.renamed,
    operations.SetMessage: naming.message_set,
    operations.AddComment: naming.commented,
    operations.Swap: replacing.swapped,
    operations.Duplicate: replacing.duplicated,
    operations.Join: removing.joined,
    operations.Channels: inserting.with_channels,
}
"""What does each kind of change."""


def edited(canvas: Canvas, instruction: str) -> Canvas | None:
    """The patch as the instruction wants it; None for one that says no definite change.

    Raises EditUnclear where it does, but not of which box.
    """
    found = read(instruction)
    if found is None:
        return None
    for operation in found:
        perform = cast(Perform, PERFORMERS[type(operation)])
        canvas = perform(Things(canvas), operation)
    return canvas
