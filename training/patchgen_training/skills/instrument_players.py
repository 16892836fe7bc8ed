"""Timbres played in every way: a button, keys, a number box, a MIDI keyboard, random notes, a sequence; with effects and volume."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import begins, loud_at, numbers, quiet_at
from patchgen_training.skills.instrument_keys import KEY_CODES
from patchgen_training.skills.instrument_timbres import TIMBRES, Timbre
from patchgen_training.skills.sequence_notes import counter, pick
from patchgen_training.skills.sequence_phrase import NEVER, Feature, When, phrased
from patchgen_training.skills.sequence_start import loud, moment, pulse
from patchgen_training.skills.sequence_steps import ECHO, echo_300, letters
from patchgen_training.skills.sequence_theory import SCALES, hertz, note_name
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_words import Text, listed

CUTOFF = Feature(("a cutoff slider", "a low-pass filter with a cutoff slider", "a tone slider", "a slider for the brightness", "an adjustable low-pass filter", "a filter slider"), ("[have] a low-pass filter with a cutoff slider", "[let] me set the cutoff with a slider", "[have] a brightness slider"),
                 ("change the brightness", "set the filter cutoff", "control the tone with a slider"), ("cutoff slider", "tone slider", "lowpass slider"))


@dataclass(frozen=True)
class Player:
    """Where the frequencies come from."""

    pitch: Handle
    """The box that puts out Hz, one number for each note."""
    when: When
    what: Callable[[str], str]
    """The timbre's noun as the object of "play"."""
    feeds: list[Feed]
    check: Holds
    at: float
    """Milliseconds of the first note."""
    features: list[Feature] = field(default_factory=list)


def itself(noun: str) -> str:
    """The noun as it is."""
    return noun


def by_moment(draw: Draw, sketch: Sketch, timbre: Timbre) -> Player:
    """One note whenever something happens."""
    chosen = moment(draw, sketch, struck=timbre.is_struck)
    kind = draw.one(("unsaid", "unsaid", "hertz", "note", "name"))
    note = draw.integer(40, 76)
    tone = draw.one((110, 131, 147, 165, 196, 220, 247, 262, 294, 300, 330, 349, 392, 400, 440, 494, 500, 523, 600, 659, 880))
    if kind in ("unsaid", "hertz"):
        tone = timbre.default if kind == "unsaid" else tone
        pitch = sketch.add(f"msg {tone}", chosen.source)
        value = float(tone)
    else:
        pitch = sketch.add("mtof", sketch.add(f"msg {note}", chosen.source))
        value = hertz(note)
    said = {"unsaid": ("",), "hertz": (f" at {tone} Hz", f" of {tone} Hz", f" tuned to {tone} Hz", f" at {tone}hz"), "note": (f" on MIDI note {note}", f" at MIDI note {note}"), "name": (f" on {(name := note_name(draw, note))}", f" tuned to {name}", f" playing {name}")}[kind]
    return Player(pitch, chosen.when, lambda noun: noun + draw.one(said), chosen.feeds, begins(pitch, [value], 0.01), chosen.at[0])


def by_midi(draw: Draw, sketch: Sketch, timbre: Timbre) -> Player:
    """Keys of a MIDI keyboard."""
    source = sketch.add("notein")
    pitch = sketch.add("mtof", sketch.add("stripnote", source, sketch.into(1, sketch.out(source, 1))))
    note = draw.integer(45, 76)
    when = When(("with a MIDI keyboard", "from my midi keyboard", "for incoming MIDI notes", "when I play a MIDI keyboard", "from MIDI notes", "on my MIDI keyboard", "over MIDI", "for every MIDI note that comes in", "with notes from a MIDI controller"),
                ("played with a MIDI keyboard", "for a MIDI keyboard", "controlled by MIDI notes", "for my midi keyboard", "that I can play from a MIDI keyboard"), ("midi keyboard", "midi in", "notein"))
    return Player(pitch, when, itself, [Feed(10, source, f"{note} 100 1"), Feed(60, source, f"{note} 0 1")], begins(pitch, [hertz(note)], 0.01), 10)


def by_number(draw: Draw, sketch: Sketch, timbre: Timbre) -> Player:
    """Note numbers, or frequencies, in a number box."""
    in_hertz = draw.chance(0.35)
    box = sketch.add('number "frequency"' if in_hertz else 'number "note"')
    pitch = sketch.add("f", box) if in_hertz else sketch.add("mtof", box)
    note = draw.integer(45, 76)
    kind = "frequency" if in_hertz else draw.one(("MIDI note", "note number", "MIDI note number"))
    when = When((f"at the {kind} in a number box", f"for every {kind} I type into a number box", f"with the {kind} from a number box", f"when i enter a {kind} in a number box", f"at whatever {kind} i type", f"on each {kind} from a number box"),
                (f"whose {kind} comes from a number box", f"with a {kind} number box", f"played by typing a {kind}", f"with a number box for the {kind}"), (f"{kind} from a number box", f"{kind} number box"))
    value = 300 if in_hertz else note
    return Player(pitch, when, itself, [Feed(10, box, str(value))], begins(pitch, [300.0 if in_hertz else hertz(note)], 0.01), 10)


def by_keys(draw: Draw, sketch: Sketch, timbre: Timbre) -> Player:
    """Keys of the computer as white keys: a s d f ... from middle C, or as many as are named."""
    row = draw.one(("asdfghjk", "asdfghjk", "asdfg", "asdf", "qwertyui", "zxcv", "zxcvb"))
    whole = row == "asdfghjk"
    notes = [60 + step for step in (*SCALES["major"], 12)][: len(row)]
    key = sketch.add("key")
    select = sketch.add("sel " + " ".join(str(KEY_CODES[letter]) for letter in row), key)
    pitch = sketch.add("mtof", *[sketch.add(f"msg {note}", sketch.out(select, i)) for i, note in enumerate(notes)])
    chars = draw.one((" ".join(row), ", ".join(row), f"{row[0]} to {row[-1]}", row))
    where = ("with the computer keyboard", "from the computer keyboard", "on my laptop keyboard", "with the keys of my computer", "when I type on the computer keyboard") if whole and draw.chance(0.5) else (
        f"with the computer keys {chars}", f"on the keys {chars}", f"from the computer keyboard (keys {chars})", f"with the keys {chars} as white keys from C", f"when I press {chars} for C major notes")
    when = When(where, tuple(f"played {text}" for text in where if not text.startswith("when")), ("computer keyboard", f"keys {chars}") if whole else (f"keys {chars}",))
    index = draw.integer(0, len(row) - 1)
    return Player(pitch, when, itself, [Feed(10, key, str(KEY_CODES[row[index]]))], begins(pitch, [hertz(notes[index])], 0.01), 10)


def by_chance(draw: Draw, sketch: Sketch, timbre: Timbre) -> Player:
    """Random notes on a beat."""
    beat = pulse(draw, sketch)
    unsaid = draw.chance(0.5)
    low, high = ((48, 72) if timbre.default > 100 else (36, 48)) if unsaid else draw.one(((48, 72), (60, 84), (60, 72), (55, 79), (36, 60), (40, 64)))
    pitch = sketch.add("mtof", sketch.add(f"+ {low}", sketch.add(f"random {high - low + 1}", beat.source)))
    tail = ("",) if unsaid else (f" between MIDI notes {low} and {high}", f" from {low} to {high}", f" in the range {low}-{high}")
    return Player(pitch, beat.when, lambda noun: draw.one(("random notes on ", "a random melody on ", "random notes with ", "random pitches on ", "random notes of ")) + noun + draw.one(tail), beat.feeds, lambda seen: bool(numbers(seen, pitch)) and all(hertz(low) - 1 <= f <= hertz(high) + 1 for f in numbers(seen, pitch)), beat.begin, beat.features)


def by_sequence(draw: Draw, sketch: Sketch, timbre: Timbre) -> Player:
    """Given letters in a loop."""
    beat = pulse(draw, sketch)
    notes, names = letters(draw)
    notes, names = notes[:4], names[:4]
    if timbre.default < 100:
        notes = [note % 12 + 36 for note in notes]
        names = [name.rstrip("0123456789") + "2" for name in names]
    pitch = pick(sketch, counter(sketch, beat.source, len(notes)), notes)
    return Player(pitch, beat.when, lambda noun: draw.one((f"the notes {listed(draw, names)} in a loop on ", f"a loop of {listed(draw, names)} with ", f"a riff of {listed(draw, names)} on ", f"the sequence {listed(draw, names)} on ")) + noun, beat.feeds, begins(pitch, [hertz(notes[0])], 0.01), beat.begin, beat.features)


def played(timbres: tuple[str, ...], players: tuple[Callable[[Draw, Sketch, Timbre], Player], ...]) -> Skill:
    """The skill of playing some timbres in some ways."""

    def skill(draw: Draw) -> Example:
        timbre = TIMBRES[draw.one(timbres)]
        sketch = Sketch()
        player = draw.one(players)(draw, sketch, timbre)
        signal = timbre.build(sketch, player.pitch)
        features = list(player.features)
        effect = draw.one(("", "", "", "echo", "cutoff"))
        if effect == "echo":
            signal, _ = echo_300(sketch, signal)
            features.append(ECHO)
        if effect == "cutoff":
            signal = sketch.add("lop~ 1000", signal, sketch.into(1, sketch.add('hsl 50 10000 "cutoff" init:1000')))
            features.append(CUTOFF)
        features += loud(draw, sketch, signal, timbre.gain)

        def noun() -> str:
            return player.what(draw.one(timbre.nouns) + (draw.one(timbre.made) if timbre.made and draw.chance(0.3) else ""))

        cores: list[Text] = [lambda: f"[play] {noun()}", lambda: f"[play] {noun()}", lambda: f"[sound] like {noun()}" if player.what is itself else f"[play] {noun()}", lambda: f"[make] {noun()}", lambda: f"[generate] {noun()}", lambda: f"[synthesize] {noun()}", lambda: f"[let] me hear {noun()}", lambda: f"[trigger] {noun()}" if player.what is itself else f"[play] {noun()}"]
        nouns: list[Text] = [noun, noun, noun, lambda: f"an instrument: {noun()}," if player.what is itself else noun()]
        at = player.at
        checks = [player.check, loud_at(at + 10, at + 140, 0.0004), sounds(0.0002, 0.6), *([quiet_at(0, at - 3)] if at > 5 else [])]
        feeds = [feed for feed in player.feeds if feed.at < at + 150]
        return Example(phrased(draw, cores, nouns, player.when, features), sketch.text(), all_of(*checks), feeds, [player.pitch], (at + 70) / 1000 if player.features or player.when is NEVER else (at + 150) / 1000)

    return skill


ALL = tuple(TIMBRES)
SKILLS: dict[str, Skill] = {
    "timbre-by-moment": played(ALL, (by_moment,)), "timbre-by-midi": played(ALL, (by_midi,)), "timbre-by-number": played(ALL, (by_number,)), "timbre-by-keys": played(ALL, (by_keys,)),
    "keyboard-piano": played(("toy piano",), (by_keys, by_keys, by_midi)), "timbre-by-chance": played(ALL, (by_chance,)), "timbre-by-sequence": played(ALL, (by_sequence,)), "pluck-any": played(("plucked string",), (by_moment, by_moment, by_midi, by_number, by_keys, by_chance)),
    "bass-any": played(("bass",), (by_moment, by_midi, by_chance, by_sequence)), "fm-any": played(("bell", "electric piano"), (by_moment, by_moment, by_midi, by_number, by_keys, by_chance)),
}
