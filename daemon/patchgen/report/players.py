"""Why players of arrays and sound files are silent."""

from __future__ import annotations

from patchgen.report.ears import Ears
from patchgen.report.hands import hands
from patchgen.report.net import Spot
from patchgen.report.reason import Block, unset
from patchgen.report.sounding import is_table_filled, opens
from patchgen.report.trouble import Trouble


def empty(ears: Ears, spot: Spot) -> Trouble:
    """An array that holds nothing, or nothing yet."""
    known = ears.net.known(spot)
    name = known.uses[0].name if known.uses else ""
    more = f" ({name})" if name else ""
    absent = absent_files(ears, name)
    if absent:
        return ears.told(spot, "file-missing", ", ".join(absent[:2]))
    if is_table_filled(ears.used, spot):
        writers = [s for (_, n), ends in ears.net.meetings.items() if n == name for s, _ in ends]
        for writer in writers:
            controls = hands(ears.used.firing, writer, 0)
            if controls:
                return ears.told(spot, "table-empty", more, controls=controls)
    return ears.told(spot, "table-empty", more)


def absent_files(ears: Ears, name: str) -> list[str]:
    """Files that a [soundfiler] is told to read into an array, and that are not there."""
    told_to = {
        message
        for spot in ears.named("soundfiler")
        for message in ears.used.firing.reaching(spot, 0)
        if message[0] == "read" and name in message[1:]
    }
    files = [next((w for w in m[1:] if not w.startswith("-")), "") for m in sorted(told_to)]
    return [file for file in files if not ears.net.has_file(file)]


def player(ears: Ears, spot: Spot) -> Block:
    """[tabplay~]: an empty array, or nobody starts it."""
    found = []
    if not is_table_filled(ears.rest, spot):
        found.append(empty(ears, spot))
    if not ears.rest.firing.reaching(spot, 0):
        found.append(unset(ears, spot, 0, "player-unstarted"))
    return Block(tuple(found))


def file_player(ears: Ears, spot: Spot) -> Block:
    """[readsf~]: no file, one that is not there, or nobody starts it."""
    come = ears.used.firing.reaching(spot, 0)
    named = [m[1] for m in sorted(come) if m[0] == "open" and len(m) > 1]
    absent = [name for name in named if not ears.net.has_file(name)]
    if absent and len(absent) == len(named):
        return Block((ears.told(spot, "file-missing", ", ".join(absent[:2])),))
    is_open = any(opens(ears.net, message) for message in ears.rest.firing.reaching(spot, 0))
    code = "file-unstarted" if is_open else "file-unopened"
    return Block((unset(ears, spot, 0, code, is_enough=any(m[0] != "1" for m in come)),))
