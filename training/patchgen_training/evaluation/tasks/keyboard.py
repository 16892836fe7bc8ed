"""MIDI notes that go through a patch: transposed, split, harmonised, repeated."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen_training.evaluation.midi import Keyboard, Sent
from patchgen_training.evaluation.player import Player
from patchgen_training.evaluation.stage import entry
from patchgen_training.evaluation.task import Task


def between(notes: Sequence[Sent], start: float, end: float) -> list[tuple[int, int]]:
    """Pitches and velocities that were sent in these milliseconds, in rising order."""
    return sorted((n.pitch, max(n.velocity, 0)) for n in notes if start <= n.at < end)


def transposes(player: Player) -> bool:
    """Keys go out as far away as the number says, up and down, and are let go of."""
    interval, piano = entry(player, "transp", "interval", "semi", "shift"), Keyboard.at(player)
    up = piano.sent((10.0, interval, 7), piano.key(50, 60, 100), piano.key(150, 60, 0),
                    piano.key(250, 62, 30), piano.key(350, 62, 0))  # fmt: skip
    down = piano.sent((10.0, interval, -12), piano.key(50, 60, 100), piano.key(150, 60, 0))
    return (
        [(note.pitch, note.velocity) for note in up] == [(67, 100), (67, 0), (69, 30), (69, 0)]
        and [(note.pitch, note.velocity) for note in down] == [(48, 100), (48, 0)]
    )  # fmt: skip


def splits(player: Player) -> bool:
    """Each key goes out on the channel of its half, the moment it is played, and is let go of."""
    piano = Keyboard.at(player)
    wanted = ((59, 100, 1), (60, 90, 2), (40, 80, 1), (40, 0, 1), (84, 70, 2), (60, 0, 2),
              (59, 0, 1), (84, 0, 2))  # fmt: skip
    keys = [piano.key(50.0 + 50 * i, pitch, force) for i, (pitch, force, _) in enumerate(wanted)]
    return [(n.pitch, n.velocity, n.channel) for n in piano.sent(*keys)] == list(wanted)


def harmonises(player: Player) -> bool:
    """Three notes go out for one key, all with its velocity, and all of them end with it."""
    piano = Keyboard.at(player)
    notes = piano.sent(
        piano.key(50, 60, 90), piano.key(250, 60, 0), piano.key(400, 65, 40), piano.key(600, 65, 0)
    )
    return all(
        between(notes, at, at + 100) == [(root + step, force) for step in (0, 4, 7)]
        for at, root, force in ((50, 60, 90), (250, 60, 0), (400, 65, 40), (600, 65, 0))
    )


def repeats(player: Player) -> bool:
    """A key sounds three times, 250 ms apart and softer each time, and nothing goes on sounding."""
    piano = Keyboard.at(player)
    notes = piano.sent(piano.key(50, 64, 100), piano.key(150, 64, 0), seconds=3.0)
    on = [note for note in notes if note.velocity > 0]
    return (
        [(note.pitch, note.velocity) for note in on] == [(64, 100), (64, 70), (64, 40)]
        and all(abs(note.at - at) < 5 for note, at in zip(on, (50, 300, 550), strict=True))
        and any(note.velocity <= 0 and note.at > 550 for note in notes)
        and {note.pitch for note in notes} == {64}
    )


TRANSPOSE = '1 notein\n2 number "semitones"\n3 + < 1 2>1\n4 noteout < 3 1.1>1\n'
TRANSPOSE_IN_LISTS = (
    '1 hsl -24 24 "interval"\n2 notein\n3 pack f f < 2 2.1>1\n4 unpack f f < 3\n'
    "5 expr $f1+$f2 < 4 1>1\n6 noteout 1 < 5 4.1>1\n"
)
SPLIT = "1 notein\n2 moses 60 < 1\n3 noteout 1 < 2{low} 1.1>1\n4 noteout 2 < 2{high} 1.1>1\n"
SPLIT_BY_CHANNEL = "1 notein\n2 t f f < 1\n3 >= {first} < 2.1\n4 + 1 < 3\n5 noteout < 2 1.1>1 4>2\n"
HARMONY = "1 notein\n2 + {third} < 1\n3 + 7 < 1\n4 noteout < 1 2 3 1.1>1\n"
HARMONY_IN_THREE = (
    "1 notein\n2 noteout 1 < 1 1.1>1\n3 + 4 < 1\n4 noteout 1 < 3 1.1>1\n5 + 7 < 1\n"
    "6 noteout 1 < 5{force}\n"
)
REPEAT = (
    "1 notein\n2 noteout < 1 1.1>1\n3 - {less} < 1.1\n4 pipe 0 0 {time} < 1 3>1\n5 - {less} < 4.1\n"
    "6 pipe 0 0 250 < 4 5>1\n7 noteout < 4 4.1>1\n8 noteout < 6 6.1>1\n"
)
REPEAT_STRIPPED = (
    "1 notein\n2 noteout < 1 1.1>1\n3 stripnote < 1 1.1>1\n4 pack f f < 3 3.1>1\n5 t l l < 4\n"
    "6 list split 2 < 5\n7 unpack f f < 6\n8 - 30 < 7.1\n9 pipe 0 0 250 < 7 8>1\n"
    "10 makenote 64 {length} < 9 9.1>1\n11 noteout < 10 10.1>1\n12 - 30 < 9.1\n"
    "13 pipe 0 0 250 < 9 12>1\n14 makenote 64 {length} < 13 13.1>1\n15 noteout < 14 14.1>1\n"
)

TASKS: tuple[Task, ...] = (
    Task(
        "midi-transpose", 3,
        "Create a Pure Data patch that transposes incoming MIDI notes by the number of semitones "
        "in a number box or slider, negative for down, and sends them to the MIDI output with "
        "their velocities, so that no note hangs.",
        transposes,
        (TRANSPOSE, TRANSPOSE_IN_LISTS),
        (TRANSPOSE.replace(" 1.1>1", ""), TRANSPOSE.replace("+", "-"),
         TRANSPOSE_IN_LISTS.replace("6 noteout", "6 stripnote < 5 4.1>1\n7 noteout").replace(
             "1 < 5 4.1>1\n", "1 < 6 6.1>1\n")),
    ),
    Task(
        "midi-split", 3,
        "Create a Pure Data patch that splits the MIDI keyboard: incoming notes below 60 go out on "
        "MIDI channel 1, notes from 60 upwards on channel 2, with their velocities unchanged.",
        splits,
        (SPLIT.format(low="", high=".1"), SPLIT_BY_CHANNEL.format(first=60)),
        (SPLIT.format(low=".1", high=""), SPLIT_BY_CHANNEL.format(first=61)),
    ),
    Task(
        "midi-harmony", 3,
        "when i play one key on my midi keyboard i want a major chord on top of it: the note "
        "itself, +4 and +7, all to midi out with the same velocity, and released together",
        harmonises,
        (HARMONY.format(third=4), HARMONY_IN_THREE.format(force=" 1.1>1")),
        (HARMONY.format(third=3), HARMONY_IN_THREE.format(force="")),
    ),
    Task(
        "midi-echo", 3,
        "Create a Pure Data patch that sends incoming MIDI notes on to the MIDI output and repeats "
        "each note twice, after 250 and after 500 milliseconds, with the velocity 30 less each "
        "time, and lets no note hang.",
        repeats,
        (REPEAT.format(less=30, time=250), REPEAT_STRIPPED.format(length=100)),
        (REPEAT.format(less=20, time=250), REPEAT.format(less=30, time=500)),
    ),
)  # fmt: skip
