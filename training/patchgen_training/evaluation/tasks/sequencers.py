"""Step sequencers, arpeggios, bass lines, chords and melodies that make themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from patchgen.headless.probe import Observation
from patchgen_training.evaluation.melody import (
    chord,
    is_loop,
    is_steady,
    note_number,
    note_numbers,
    tune,
)
from patchgen_training.evaluation.melody import steps as distances
from patchgen_training.evaluation.player import Action, Player
from patchgen_training.evaluation.sound import is_heard, is_silent, onsets
from patchgen_training.evaluation.spectrum import centroid, has_pitch
from patchgen_training.evaluation.spectrum import pitch as strongest
from patchgen_training.evaluation.stage import at_part, entry, played, steps, turned_up
from patchgen_training.evaluation.task import Task


def loops(
    player: Player, wanted: Sequence[int], step: float, *before: Action, turns: float = 2
) -> bool:
    """From the toggle on, these notes go round in these steps."""
    seconds = 0.15 + turns * step * len(wanted)
    seen = player.play(*before, (100.0, player.toggle(), 1), seconds=seconds)
    return goes_round(seen, wanted, step)


def goes_round(seen: Observation, wanted: Sequence[int], step: float, window: float = 0.06) -> bool:
    """From 100 ms on, the notes are heard in this order over and over; any may come first."""
    notes = tune(seen, start=0.1, window=window)
    return is_loop(note_numbers(notes), wanted) and is_steady(distances(notes)[1:], step)


def rests(player: Player, *before: Action) -> bool:
    """No two notes follow one another while the toggle is off, at first and again at last."""
    on, off = (600.0, player.toggle(), 1), (1500.0, player.toggle(), 0)
    seen = player.play(*before, on, off, seconds=3.2)
    return len(tune(seen, end=0.5)) <= 1 and len(tune(seen, start=2.1)) <= 1


def eight_sliders(player: Player) -> bool:
    """The sliders' notes sound in the sliders' order, 200 ms each, while the toggle is on."""
    melody = (48, 60, 52, 64, 55, 67, 50, 71)
    sliders = steps(player)[:8]
    if len(sliders) < 8:
        return False
    notes = [(5.0, box, note) for box, note in zip(sliders, melody, strict=True)]
    before = (*turned_up(player, *sliders), *notes)
    return loops(player, melody, 0.2, *before) and rests(player, *before)


def minor_arpeggio(player: Player) -> bool:
    """Root, third, fifth and octave go round eight times a second, from two roots."""
    number = entry(player, "root", "note", "midi", "key", "base", "pitch")
    up = turned_up(player, number)
    return rests(player, *up, (5.0, number, 60)) and all(
        loops(player, [root + n for n in (0, 3, 7, 12)], 0.125, *up, (5.0, number, root), turns=4)
        for root in (57, 62)
    )


def arpeggio_in_tempo(player: Player) -> bool:
    """C major up and down, at 240 and at 120 beats a minute, and it stops."""
    tempo = player.control("tempo", "bpm", "beat", "speed")
    melody = (60, 64, 67, 72, 67, 64)
    up = turned_up(player, tempo)
    fast = loops(player, melody, 0.25, *up, (5.0, tempo, 240))
    slow = loops(player, melody, 0.5, *up, (5.0, tempo, 120), turns=1.8)
    return fast and slow and rests(player, *up, (5.0, tempo, 240))


def pentatonic(player: Player) -> bool:
    """Notes of C minor pentatonic only, at least four of them, on a grid of 300 ms."""
    seen = played(player, (100.0, player.toggle(), 1), seconds=9.0)
    notes = tune(seen, start=0.1)
    numbers = note_numbers(notes)
    beats = [distance / 0.3 for distance in distances(notes)[1:]]
    return (
        len(set(numbers)) >= 4
        and {number % 12 for number in numbers} <= {0, 3, 5, 7, 10}
        and len(beats) >= 10
        and all(abs(beat - round(beat)) < 0.12 and round(beat) > 0 for beat in beats)
        and any(round(beat) == 1 for beat in beats)
    )


def random_walk(player: Player) -> bool:
    """Single semitones up and down between 57 and 63, each after 150 ms."""
    seen = played(player, (100.0, player.toggle(), 1), seconds=10.0)
    notes = tune(seen, start=0.1)
    numbers = note_numbers(notes)
    moves = {after - before for before, after in pairwise(numbers)}
    inner = [
        step for step, number in zip(distances(notes), numbers, strict=False) if 57 < number < 63
    ]
    return (
        numbers[:1] in ([59], [60], [61])
        and moves == {1, -1}
        and len(set(numbers)) >= 4
        and min(numbers) >= 57
        and max(numbers) <= 63
        and is_steady(inner[1:], 0.15)
    )


def bass_line(player: Player) -> bool:
    """A1, C2, E2, G2 go round, 300 ms each, and the filter makes them brighter and duller."""
    cutoff = player.control("cut", "filter", "freq", "bright", "hz")
    up, on = turned_up(player, cutoff), (100.0, player.toggle(), 1)
    bright = player.play(*up, at_part(player, cutoff, 1, 5, 3000), on, seconds=3.0)
    dull = player.play(*up, at_part(player, cutoff, 0.02, 5, 3000), on, seconds=1.5)
    return (
        goes_round(bright, (33, 36, 40, 43), 0.3, window=0.1)
        and centroid(dull, 0.15) < 0.8 * centroid(bright, 0.15)
        and rests(player, *up, at_part(player, cutoff, 1, 5, 3000))
    )


def three_chords(player: Player) -> bool:
    """Each button sounds its own triad, all three notes at once and no other."""
    for place, triad in enumerate(((60, 64, 67), (65, 69, 72), (67, 71, 74))):
        pressed = player.press(place=place)
        seen = played(player, pressed, seconds=0.8)
        if chord(seen, 0.11, 0.6) != {note % 12 for note in triad}:
            return False
        if not all(has_pitch(seen, hertz(note), 0.11, 0.6) for note in triad):
            return False
    return True


def hertz(note: int) -> float:
    """The frequency of a MIDI note."""
    return float(440 * 2 ** ((note - 69) / 12))


def progression(player: Player) -> bool:
    """A minor, F major, C major and G major follow one another, a second each, and come again."""
    seen = played(player, (20.0, player.toggle(), 1), seconds=6.1)
    wanted = [{9, 0, 4}, {5, 9, 0}, {0, 4, 7}, {7, 11, 2}] * 3
    found = [chord(seen, second + 0.1, second + 0.95) for second in range(6)]
    silent = played(player, seconds=2.5)
    changes = chord(silent, 0.1, 0.9) != chord(silent, 1.4, 2.4)
    return not changes and any(found == wanted[turn : turn + 6] for turn in range(4))


def phrase_recorder(player: Player) -> bool:
    """What was entered sounds once, in order, 250 ms a note, when the button is pressed."""
    phrase = (60, 67, 64, 71)
    entered = [(10.0 + 20 * i, player.entries()[0], note) for i, note in enumerate(phrase)]
    for count in (4, 3):
        seen = played(player, *entered[:count], player.press(500.0), seconds=2.5)
        notes = tune(seen, start=0.4)
        if note_numbers(notes)[-count:] != list(phrase[:count]) or len(notes) > count + 1:
            return False
        if not is_steady(distances(notes[-count:]), 0.25):
            return False
    return True


def note_from_list(player: Player) -> bool:
    """Every press sounds one of the four notes for a moment, and not always the same."""
    presses = [player.press(100.0 + 1500 * i) for i in range(10)]
    seen = played(player, *presses, seconds=15.2)
    heard: list[int] = []
    for at, _, _ in presses:
        start = at / 1000
        if not is_heard(seen, start, start + 0.1) or not is_silent(seen, start + 1.3, start + 1.45):
            return False
        heard.append(note_number(max(strongest(seen, start, start + 0.1), 1.0)))
    return set(heard) <= {60, 63, 65, 70} and len(set(heard)) >= 3 and len(onsets(seen)) == 10


def sine(source: str, at: int) -> str:
    """Boxes from this number on that sound the MIDI notes of some boxes as a sine."""
    return (
        f"{at} mtof < {source}\n{at + 1} osc~ < {at}\n{at + 2} *~ 0.2 < {at + 1}\n"
        f"{at + 3} dac~ < {at + 2} {at + 2}>1\n"
    )


def pad(source: str, at: int) -> str:
    """Boxes from this number on that sound the notes of a list of three at once."""
    return (
        f"{at} unpack f f f < {source}\n{at + 1} mtof < {at}\n{at + 2} mtof < {at}.1\n"
        f"{at + 3} mtof < {at}.2\n{at + 4} osc~ < {at + 1}\n{at + 5} osc~ < {at + 2}\n"
        f"{at + 6} osc~ < {at + 3}\n{at + 7} *~ 0.1 < {at + 4} {at + 5} {at + 6}\n"
        f"{at + 8} dac~ < {at + 7} {at + 7}>1\n"
    )


def counter(step: str, count: int, at: int = 1) -> str:
    """Five boxes: a toggle, a metro, and the numbers below `count` from the third of them."""
    return (
        f'{at} tgl "on"\n{at + 1} metro {step} < {at}\n{at + 2} f < {at + 1}\n'
        f"{at + 3} + 1 < {at + 2}\n{at + 4} mod {count} < {at + 3}\n{at + 2} < {at + 4}>1\n"
    )


SLIDER_STEPS = (
    counter("{step}", 8).replace("mod 8", "mod {count}") + "6 sel 0 1 2 3 4 5 6 7 < 3\n"
    + "".join(f'{7 + i} vsl 36 84 "{i + 1}" init:60\n' for i in range(8))
    + "".join(f"{15 + i} f < 6.{i} {7 + i}>1\n" for i in range(8))
    + sine(" ".join(str(15 + i) for i in range(8)), 23)
)  # fmt: skip
SLIDER_ARRAY = (
    "".join(f'{1 + i} vsl 36 84 "{i + 1}"\n' for i in range(8))
    + "".join(f"{9 + i} pack 0 {i} < {1 + i}\n" for i in range(8))
    + "17 unpack < 9 10 11 12 13 14 15 16\n18 tabwrite steps < 17 17.1>1\n"
    + "19 array define steps 8\n" + counter("200", 8, 20) + "25 tabread steps < 22\n"
    + sine("25", 26)
)  # fmt: skip
ARPEGGIO = (
    '1 number "root"\n' + counter("{step}", 4, 2) + "7 sel 0 1 2 3 < 4\n8 msg 0 < 7\n"
    "9 msg {third} < 7.1\n10 msg 7 < 7.2\n11 msg 12 < 7.3\n12 + < 8 9 10 11 1>1\n" + sine("12", 13)
)  # fmt: skip
ARPEGGIO_ARRAY = (
    '1 nbx 0 127 "note"\n' + counter("125", 4, 2) + "7 array define chord 4\n8 loadbang\n"
    "9 msg 0 0 3 7 12 < 8\n10 s chord < 9\n11 tabread chord < 4\n12 expr $f1+$f2 < 11 1>1\n"
    + sine("12", 13)
)  # fmt: skip
TEMPO = (
    '1 hsl 60 300 "tempo" init:120\n2 {beat} < 1\n3 tgl "on"\n4 metro 500 < 3{into}\n5 f < 4\n'
    "6 + 1 < 5\n7 mod 6 < 6\n5 < 7>1\n8 sel 0 1 2 3 4 5 < 5\n9 msg 60 < 8\n10 msg 64 < 8.1\n"
    "11 msg 67 < 8.2\n12 msg 72 < 8.3\n13 msg {down} < 8.4\n14 msg 64 < 8.5\n"
    + sine("9 10 11 12 13 14", 15)
)  # fmt: skip
PENTATONIC = (
    '1 tgl "on"\n2 metro 300 < 1\n3 random 10 < 2\n4 array define scale 10\n5 loadbang\n'
    "6 msg 0 {scale} < 5\n7 s scale < 6\n8 tabread scale < 3\n" + sine("8", 9)
)
PENTATONIC_CHOICE = (
    '1 tgl "on"\n2 metro {step} < 1\n3 random 5 < 2\n4 sel 0 1 2 3 4 < 3\n5 msg 48 < 4\n'
    "6 msg 51 < 4.1\n7 msg 53 < 4.2\n8 msg 55 < 4.3\n9 msg 58 < 4.4\n" + sine("5 6 7 8 9", 10)
)
WALK = (
    '1 tgl "on"\n2 metro 150 < 1\n3 t b b < 2\n4 random {choices} < 3.1\n5 * {step} < 4\n'
    "6 - 1 < 5\n7 f 60 < 3\n8 + < 7 6>1\n9 clip {low} 63 < 8\n7 < 9>1\n" + sine("9", 10)
)
WALK_IN_EXPR = (
    '1 tgl "on"\n2 metro 150 < 1\n3 random 2 < 2\n4 expr $f1 * 2 - 1 < 3\n'
    "5 expr max(57, min(63, $f1 + $f2)) < 4\n5 < 5>1\n" + sine("5", 6)
    + "10 loadbang\n11 msg 60 < 10\n5 < 11>1\n"
)  # fmt: skip
BASS = (
    counter("300", 4) + "6 sel 0 1 2 3 < 3\n7 msg 33 < 6\n8 msg {second} < 6.1\n9 msg 40 < 6.2\n"
    "10 msg 43 < 6.3\n11 mtof < 7 8 9 10\n12 phasor~ < 11\n13 -~ 0.5 < 12\n"
    '14 hsl 100 3000 "cutoff" init:800\n15 lop~ 800 < 13{cutoff}\n'
    "16 {then} < 15{cutoff}\n17 *~ 0.5 < 16\n18 dac~ < 17 17>1\n"
)
CHORDS = '1 bng "C"\n2 bng "F"\n3 bng "G"\n4 msg 60 64 67 < 1\n5 msg {f} < 2\n6 msg 67 71 74 < 3\n'
CHORD_VOICES = (
    '1 bng "C"\n2 bng "F"\n3 bng "G"\n4 msg 60 < 1\n5 msg 65 < 2\n6 msg 67 < 3\n7 + 4 < 4 5 6\n'
    "8 + 7 < 4 5 6\n9 mtof < 4 5 6\n10 mtof < 7\n11 mtof < 8\n12 osc~ < 9\n13 osc~ < 10\n"
    '14 osc~ < 11\n15 hsl 0 1 "volume"\n16 *~ 0.2 < 12 13 14\n17 *~ < 16 15>1\n18 dac~ < 17 17>1\n'
)
PROGRESSION = (
    counter("{step}", 4) + "6 sel 0 1 2 3 < 3\n7 msg 57 60 64 < 6\n8 msg {f} < 6.1\n"
    "9 msg 55 60 64 < 6.2\n10 msg 55 59 62 < 6.3\n" + pad("7 8 9 10", 11)
)
PHRASE_LIST = (
    '1 number "note"\n2 bng "play"\n3 msg append $1 < 1\n4 list store < 3\n5 t b b < 2\n'
    "6 msg 0 < 5.1\n7 msg 1 < 5\n8 metro {step} < 7\n9 f < 8 6>1\n10 + 1 < 9\n9 < 10>1\n"
    "11 msg get $1 1 < 9\n4 < 11\n12 msg 0 < 4.1\n{stop} < 12\n" + sine("4", 13)
)
PHRASE_ARRAY = (
    '1 number "note"\n2 bng "play"\n3 t f b < 1\n4 f < 3.1\n5 + 1 < 4\n4 < 5>1\n'
    "6 tabwrite phrase < 3 4>1\n7 array define phrase 100\n8 t b b < 2\n9 msg 0 < 8.1\n"
    "10 msg 1 < 8\n11 metro 250 < 10\n12 f < 11 9>1\n13 + 1 < 12\n12 < 13>1\n14 t f f < 12\n"
    "15 < < 14.1 5>1\n16 spigot < 14 15>1\n17 tabread phrase < 16\n18 sel 0 < 15\n"
    "19 msg 0 < 18\n11 < 19\n" + sine("17", 20) + "21 < 19\n"
)
LIST_PICK = (
    "1 bng\n2 random {choices} < 1\n3 sel 0 1 2 3 < 2\n4 msg 60 < 3\n5 msg 63 < 3.1\n"
    "6 msg {third} < 3.2\n7 msg 70 < 3.3\n8 mtof < 4 5 6 7\n9 osc~ < 8\n"
    "10 msg 0.5 , {end} 300 < 1\n11 line~ < 10\n12 *~ < 9 11>1\n13 dac~ < 12 12>1\n"
)
LIST_PICK_IN_EXPR = (
    "1 bng\n2 t b b < 1\n3 random 4 < 2\n4 expr 60 + ($f1 > 0) * 3 + ($f1 > 1) * 2 + ($f1 > 2) * 5"
    " < 3\n5 mtof < 4\n6 phasor~ < 5\n7 lop~ 2000 < 6\n8 msg 0.3 5 , 0 400 5 < 2.1\n"
    "9 vline~ < 8\n10 *~ < 7 9>1\n11 hip~ 5 < 10\n12 dac~ < 11 11>1\n"
)

TASKS: tuple[Task, ...] = (
    Task(
        "eight-step-sliders", 3,
        "Create a Pure Data patch that is an eight-step sequencer: eight vertical sliders from 36 "
        "to 84 set the MIDI notes of the steps, and while a toggle is on the steps sound one after "
        "the other as sine tones of 200 milliseconds each, over and over.",
        eight_sliders,
        (SLIDER_STEPS.format(step=200, count=8), SLIDER_ARRAY),
        (SLIDER_STEPS.format(step=200, count=7), SLIDER_STEPS.format(step=500, count=8)),
    ),
    Task(
        "arpeggio-of-minor-chord", 3,
        "an arpeggiator please: i type the midi note of the root in a number box and it plays "
        "root, minor third, fifth and octave upwards in a loop, 8 notes a second, toggle on/off",
        minor_arpeggio,
        (ARPEGGIO.format(step=125, third=3), ARPEGGIO_ARRAY),
        (ARPEGGIO.format(step=125, third=4), ARPEGGIO.format(step=8, third=3)),
    ),
    Task(
        "arpeggio-with-tempo", 3,
        "Create a Pure Data patch that plays the notes C4, E4, G4, C5, G4 and E4 in a loop, one "
        "note a beat, with a slider for the tempo from 60 to 300 beats per minute and a toggle "
        "that starts and stops it.",
        arpeggio_in_tempo,
        (TEMPO.format(beat="expr 60000/$f1", into=" 2>1", down=67),
         TEMPO.format(beat="t b f", into="", down=67)
         + "19 msg 60000 < 2\n20 / 1 < 19 2.1>1\n4 < 20>1\n"),
        (TEMPO.format(beat="* 1", into=" 2>1", down=67),
         TEMPO.format(beat="expr 60000/$f1", into=" 2>1", down=72)),
    ),
    Task(
        "pentatonic-improviser", 3,
        "make something that improvises on c minor pentatonic (c eb f g bb) all by itself, a new "
        "random note every 300 ms, i just want a toggle to start it",
        pentatonic,
        (PENTATONIC.format(scale="60 63 65 67 70 72 75 77 79 82"),
         PENTATONIC_CHOICE.format(step=300)),
        (PENTATONIC.format(scale="60 62 64 67 69 72 74 76 79 81"),
         PENTATONIC_CHOICE.format(step=100)),
    ),
    Task(
        "random-walk", 3,
        "Create a Pure Data patch that walks at random: while a toggle is on, a sine tone moves "
        "one semitone up or down every 150 milliseconds, starting at MIDI note 60 and never "
        "leaving the range from 57 to 63.",
        random_walk,
        (WALK.format(choices=2, step=2, low=57), WALK_IN_EXPR),
        (WALK.format(choices=2, step=2, low=40), WALK.format(choices=3, step=1, low=57)),
    ),
    Task(
        "bass-line", 3,
        "Create a Pure Data patch that loops the bass notes A1, C2, E2 and G2, 300 milliseconds "
        "each, while a toggle is on, played by a sawtooth oscillator through a low-pass filter "
        "with a slider for the cutoff frequency.",
        bass_line,
        (BASS.format(second=36, cutoff=" 14>1", then="lop~ 800"),),
        (BASS.format(second=36, cutoff="", then="lop~ 800"),
         BASS.format(second=38, cutoff=" 14>1", then="lop~ 800")),
    ),
    Task(
        "three-chord-buttons", 3,
        "Create a Pure Data patch that has three buttons for chords of sine tones: the first plays "
        "C4, E4 and G4 together, the second F4, A4 and C5, and the third G4, B4 and D5.",
        three_chords,
        (CHORDS.format(f="65 69 72") + pad("4 5 6", 7), CHORD_VOICES),
        (CHORDS.format(f="65 68 72") + pad("4 5 6", 7), CHORD_VOICES.replace("12 13 14", "12")),
    ),
    Task(
        "chord-progression", 3,
        "I need a patch that loops the chords Am F C G, one second per chord, three sine voices "
        "are enough. Toggle to start.",
        progression,
        (PROGRESSION.format(step=1000, f="57 60 65"), PROGRESSION.format(step=1000, f="53 57 60")),
        (PROGRESSION.format(step=500, f="57 60 65"), PROGRESSION.format(step=1000, f="57 62 65")),
    ),
    Task(
        "phrase-recorder", 3,
        "Create a Pure Data patch that remembers every MIDI note entered in a number box, and when "
        "a button is pressed plays the remembered notes once, in the order in which they were "
        "entered, as sine tones 250 milliseconds apart.",
        phrase_recorder,
        (PHRASE_LIST.format(step=250, stop=8), PHRASE_ARRAY),
        (PHRASE_LIST.format(step=25, stop=8), PHRASE_LIST.format(step=250, stop=9)),
    ),
    Task(
        "note-from-list", 3,
        "how do i get a random note out of a list (midi 60 63 65 70) each time i hit a button? "
        "just a short tone that fades out within a second",
        note_from_list,
        (LIST_PICK.format(choices=4, third=65, end=0), LIST_PICK_IN_EXPR),
        (LIST_PICK.format(choices=4, third=66, end=0), LIST_PICK.format(choices=1, third=65, end=0),
         LIST_PICK.format(choices=4, third=65, end=0.4)),
    ),
)  # fmt: skip
