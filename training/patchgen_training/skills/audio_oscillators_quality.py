"""Skills: a radio button chooses the quality of a chord on a root: major, minor, diminished, augmented, sevenths."""

from __future__ import annotations

from patchgen_training.skills.audio_part import Part
from patchgen_training.skills.audio_scene import Scene, played
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_sources_spoken import Talk, at_end, control, enumerated, told
from patchgen_training.skills.audio_units import note_frequency, plain
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio_time import contains, during, every, sounds
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sequence_theory import CHORDS, root_name
from patchgen_training.skills.sketch import Cord, Handle
from patchgen_training.skills.time_words import NUMBER_WORDS

QUALITIES = (
    ("major", "minor"), ("major", "minor", "diminished"), ("major", "minor", "diminished", "augmented"), ("major", "minor", "diminished", "augmented"), ("major", "minor", "augmented"),
    ("major", "minor", "sus4"), ("major", "minor", "sus2", "sus4"), ("major seventh", "minor seventh", "dominant seventh"), ("minor", "major"), ("diminished", "augmented"),
)  # fmt: skip
WAVES = {"sine": ("sine waves", "sines", "sine oscillators"), "sawtooth": ("sawtooth waves", "saws", "sawtooth oscillators"), "triangle": ("triangle waves", "triangle oscillators"), "square": ("square waves", "square wave oscillators")}
DOES = (
    "plays a chord{r}{h} and chooses its quality with {k}: {l}", "plays a chord{r}{h} that can be switched between {l} with {k}", "lets me choose between {l} for a chord{r}{h} with {k}", "switches a chord{r}{h} between {l} by {k}",
    "has {k} that selects the type of a chord{r}{h} ({l})", "changes a chord{r}{h} from {f} to {o} and so on with {k}: {l}", "sounds a chord{r}{h} whose quality, {l}, is selected with {k}", "uses {k} to decide whether a chord{r}{h} is {e}",
    "selects with {k} if a chord{r}{h} sounds {e}", "builds a {e} chord{r}{h}, depending on {k}", "plays either a {e} chord{r}{h}, as chosen with {k}",
)  # fmt: skip
NOUNS = (
    "a chord{r}{h} with {k} for its quality ({l})", "a chord player{r}{h} with {k} to choose {l}", "a {e} chord{r}{h}, chosen with {k}", "{k} for the chord quality ({l}){r}{h}", "a chord type selector ({l}){r}{h} with {k}",
)  # fmt: skip
ASKS = (
    "chord{r}{h}: {k} for {l}", "i want to hear the difference between {l} chords{r}{h} with {k}", "how do i switch a chord{r}{h} between {l} with {k}?", "{l} chord{r}{h}, selected by {k}", "one chord{r}{h}, {k}, {l}", "my ear training class needs {k} to switch a chord{r}{h} between {l}",
    "can {k} choose whether the chord{r}{h} is {e}?",
)  # fmt: skip


def quality(draw: Draw) -> Example:
    """A chord on a fixed root, or on one that is set; it begins with the first quality."""
    scene = Scene(draw)
    qualities = draw.one(QUALITIES)
    name = draw.one(("sine", "sine", "sine", *WAVES))
    is_set = draw.chance(0.35)
    base = 60 if is_set or draw.chance(0.4) else draw.integer(48, 67)
    parts: list[Part] = []
    count = len(qualities)
    upright = draw.chance(0.25)
    radio = scene.add(f"{'v' if upright else 'h'}radio {count} \"quality\"")
    select = scene.add("sel " + " ".join(map(str, range(count))), radio)
    first = scene.add("loadbang")
    rows = [[step + (0 if is_set else base) for step in CHORDS[kind]] for kind in qualities]
    messages = [
        scene.add("msg " + " ".join(map(str, row)), scene.sketch.out(select, i) if i else select, *([] if i else [first]))
        for i, row in enumerate(rows)
    ]
    split = scene.add("unpack " + " ".join("f" * len(rows[0])), *messages)
    steps: list[Handle | Cord] = [scene.sketch.out(split, i) if i else split for i in range(len(rows[0]))]
    if is_set:
        box, part = control(scene, "root", 36, 84, 60, said=draw.one(("root note", "root", "root as a MIDI note")))
        parts.append(part)
        sums: list[Handle | Cord] = []
        for step in steps:
            sums.append(scene.add("+ 60", step, scene.into(1, box)))
        steps = sums
    tones = [wave(scene, WAVEFORMS[name], "", scene.add("mtof", step)) for step in steps]
    scene.signal = (scene.add(f"*~ {plain(round(1 / len(tones), 2))}", *tones),)
    letter = root_name(draw, base)
    rooted = "" if is_set or (base == 60 and draw.chance(0.5)) else draw.one((f" on {letter}", f" on the root {letter}", f" with the root {letter}")) if 60 <= base < 72 else f" on MIDI note {base}"
    how = draw.one((f" of {draw.one(WAVES[name])}", f" made of {draw.one(WAVES[name])}")) if name != "sine" or draw.chance(0.3) else ""
    across = "a vertical radio button" if upright else draw.one(("a radio button", "radio buttons", "a radio selector", f"a radio with {NUMBER_WORDS[count]} cells", "an hradio"))
    listed = enumerated(list(qualities))
    talk = Talk(
        lambda: f"a {qualities[0]} chord", plain=False, parts=parts, does=DOES, nouns=NOUNS, asks=ASKS,
        values={"k": lambda: across, "l": lambda: listed, "e": lambda: listed.replace(" and ", " or "), "f": lambda: qualities[0], "o": lambda: qualities[1], "r": lambda: rooted, "h": lambda: how},
    )  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "volume", "volume", "switch"))
    toggles = [line.split()[0] for line in scene.sketch.lines if ' tgl "on"' in line]
    begin = [note_frequency(base + step) for step in CHORDS[qualities[0]]]
    wanted = [note_frequency(base + step) for step in CHORDS[qualities[-1]]]
    feeds = [(0.01, int(toggle), "1") for toggle in toggles]
    check = every(during(0.1, 0.5, every(sounds(0.001), contains(*begin, at_least=0.02))), during(0.6, 1.0, contains(*wanted, at_least=0.02)))
    return told(scene, talk, played([*feeds, (0.5, radio, str(count - 1))], check, 1.0))


SKILLS: dict[str, Skill] = widened({"chord-quality": quality})
CORE: tuple[str, ...] = ("chord-quality",)
