"""Skills: chords from a typed root, strummed chords, a second voice above each key, sustain pedal and release of a MIDI note."""

from __future__ import annotations

from collections.abc import Callable

from patchgen.headless.probe import Feed
from patchgen_training.skills.audio_scene import played
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_units import an, note_frequency, plain, span
from patchgen_training.skills.band2_melody import ending
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_audio import Trial
from patchgen_training.skills.expect_audio_time import contains, during, every, quiet, sounds
from patchgen_training.skills.expect_time import loud_at, quiet_at
from patchgen_training.skills.instrument_midi_notes import INTERVALS
from patchgen_training.skills.sequence_theory import CHORDS, root_name
from patchgen_training.skills.sound2_filters import CLICKS
from patchgen_training.skills.sound2_probe import begun
from patchgen_training.skills.sound_stage import finished, level, named
from patchgen_training.skills.sound_words import Control, Request

CHANGED = (
    "plays a triad on a root note, major as a rule and minor while a toggle is on", "builds a major chord on a MIDI note and changes it to minor with a toggle", "plays the root, the third and the fifth above a MIDI note, where a toggle chooses between the major and the minor third",
    "plays a chord with three sine oscillators, minor if a toggle is on and major if it is off", "switches between the major and the minor chord of a root note with a toggle", "adds 4 or, if a toggle is on, 3 semitones and 7 semitones to a root note and plays the three notes",
)  # fmt: skip
CHANGED_THINGS = ("a chord player with a toggle for major or minor", "a major/minor chord on a typed root with a toggle for the quality")
CHANGED_ASKS = ("I want to type a root note and hear its chord, with a toggle for minor", "how do I switch a chord from major to minor with a toggle?")


def major_minor(draw: Draw) -> Example:
    """A triad whose third a toggle lowers."""
    scene = begun(draw)
    root = scene.add('number "root"')
    both = scene.add("t b f", scene.add('tgl "minor"'))
    third = scene.add("expr $f1 + 4 - $f2", root, both, scene.into(1, scene.sketch.out(both, 1)))
    fifth = scene.add("+ 7", root)
    scene.signal = (scene.add("*~ 0.33", *[scene.add("osc~", scene.add("mtof", note)) for note in (root, third, fifth)]),)
    controls = [Control(draw.one(("root", "root note", "root note as a MIDI note number")), "number box"), *level(scene, ending(draw))]
    request = Request(CHANGED, CHANGED_THINGS, CHANGED_ASKS, controls)

    def triad(note: int, third: int) -> Callable[..., bool]:
        return contains(*(note_frequency(note + step) for step in (0, third, 7)), at_least=0.1)

    check = every(during(0.1, 0.4, triad(60, 4)), during(0.5, 0.8, triad(60, 3)), during(0.9, 1.2, triad(65, 3)))
    return finished(scene, request, played([(0.02, root, "60"), (0.42, both - 1, "1"), (0.82, root, "65")], check, 1.25))


STRUMMED = (
    "plays a strum of {c}: the notes start {t} after each other and ring for {d}", "plays the notes of {c} one after the other, {t} apart, like a strummed guitar, and lets them fade out in {d}", "strikes {c} as a slow strum with {t} between the notes, each dying away in {d}", "plays {c} broken from low to high, {t} between two notes, every note decaying over {d}",
    "rolls {c} upwards with a delay of {t} from note to note and a decay of {d}",
)  # fmt: skip
STRUMMED_THINGS = ("a strummed chord, {c}, with {t} between the notes and a decay of {d}", "a strum of {c}, {t} from note to note, fading in {d}")
STRUMMED_ASKS = ("I want {c} like on a guitar: notes {t} apart, each ringing for {d}", "how do I strum {c}, {t} per string, with a decay of {d}?")


def strum(draw: Draw) -> Example:
    """The notes of a chord with a delay between them."""
    scene = begun(draw)
    name = draw.one(("major", "major", "minor", "minor", "dominant seventh", "minor seventh", "sus4"))
    root, gap, ring = draw.one((48, 50, 52, 53, 55, 57, 60)), draw.one((20, 30, 40, 50, 60, 80, 100)), draw.one((500, 800, 1000, 1500, 2000))
    wanted = draw.one(("sine", "sine", "triangle"))
    button = scene.add("bng")
    signals = []
    notes = [root + step for step in CHORDS[name]]
    for i, note in enumerate(notes):
        late = scene.add(f"delay {gap * i}", button) if i else button
        shape = scene.add("line~", scene.add(f"msg 1 , 0 {ring}", late))
        sounding = wave(scene, WAVEFORMS[wanted], plain(round(note_frequency(note), 1)))
        signals.append(scene.add("*~", sounding, scene.into(1, shape)))
    scene.signal = (scene.add("*~ 0.33" if len(notes) == 3 else "*~ 0.25", *signals),)
    controls = level(scene, ending(draw))
    tail = "" if wanted == "sine" else " of triangle waves"
    request = Request(STRUMMED, STRUMMED_THINGS, STRUMMED_ASKS, controls, CLICKS, values={"c": lambda: f"{an(root_name(draw, root) + ' ' + name)} chord{tail}", "t": lambda: span(draw, gap), "d": lambda: span(draw, ring)})
    everything = contains(*(note_frequency(note) for note in notes), at_least=0.05)
    start = 0.1 + gap * (len(notes) - 1) / 1000
    return finished(scene, request, played([(0.1, button, "bang")], every(during(start + 0.02, start + 0.4, everything), during(0.1, 0.4, sounds(0.005))), start + 0.5, before=0.1))


ABOVE = (
    "plays every MIDI note together with the note {i} {w} it", "adds a second voice {i} {w} each note of a MIDI keyboard", "harmonizes incoming MIDI notes with a voice {i} {w} and plays both with oscillators", "doubles the notes of a MIDI keyboard {i} {w}, with two oscillators",
    "takes MIDI notes, plays them and adds a parallel voice {i} {w} them",
)  # fmt: skip
ABOVE_THINGS = ("a two-voice synthesizer for MIDI notes with a parallel voice {i} {w}", "a harmony {i} {w} each MIDI note, played with oscillators")
ABOVE_ASKS = ("when I play a key I want to hear it and the note {i} {w} it", "how do I add a voice {i} {w} every note I play and hear both?")


def second_voice(draw: Draw) -> Example:
    """Each key with another note above or below it, as loud as it was struck."""
    scene = begun(draw)
    steps, up = draw.one((3, 4, 4, 5, 7, 7, 12, 9)), draw.chance(0.7)
    name = draw.one(("sine", "sine", "sawtooth", "triangle"))
    source = scene.add("notein")
    note = scene.add("stripnote", source, scene.into(1, scene.sketch.out(source, 1)))
    other = scene.add(f"{'+' if up else '-'} {steps}", note)
    voices = [wave(scene, WAVEFORMS[name], "", scene.add("mtof", one)) for one in (note, other)]
    strength = scene.add("line~", scene.add("msg $1 20", scene.add("/ 127", scene.into(0, scene.sketch.out(source, 1)))))
    scene.signal = (scene.add("*~ 0.5", scene.add("*~", *voices, scene.into(1, strength))),)
    controls = level(scene, ending(draw))
    does = [text.replace("oscillators", f"{name} oscillators") if name != "sine" else text for text in ABOVE]
    does = does if name == "sine" else [text if name in text else f"{text}, with {name} waves" for text in does]
    things = [text if name == "sine" else text.replace("oscillators", f"{name} waves") for text in ABOVE_THINGS[1:]]
    words = ("above", "higher than") if up else ("below", "lower than")
    request = Request(does, things, ABOVE_ASKS if name == "sine" else (), controls, values={"i": named(draw, INTERVALS[steps]), "w": lambda: words[0]})
    wanted = contains(note_frequency(60), note_frequency(60 + (steps if up else -steps)), at_least=0.1)
    return finished(scene, request, played([(0.05, source, "60 100 1"), (0.5, source, "60 0 1")], every(during(0.1, 0.45, wanted), during(0.6, 0.7, quiet)), 0.75, before=0.05))


HELD = (
    "plays MIDI notes with {wave} and holds them with the sustain pedal, controller 64", "lets notes from a MIDI keyboard sound on as long as the sustain pedal is down, with {wave}", "plays {wave} from MIDI notes and keeps it sounding after the key is released while the pedal (CC 64) is pressed",
    "works as a MIDI synthesizer with {wave} that listens to the sustain pedal", "holds the note of {wave} while a key or the sustain pedal of a MIDI keyboard is down",
)  # fmt: skip
HELD_THINGS = ("a MIDI synth with {wave} and sustain pedal", "a MIDI instrument ({wave}) with support for the sustain pedal, CC 64")
HELD_ASKS = ("my sustain pedal should hold the note of {wave}, it sends controller 64", "how do I make a MIDI synth with {wave} obey the sustain pedal?")


def sustain(draw: Draw) -> Example:
    """A note that sounds while its key or the pedal is down."""
    scene = begun(draw)
    name = draw.one(("sine", "sawtooth", "square", "triangle"))
    source = scene.add("notein")
    note = scene.add("stripnote", source, scene.into(1, scene.sketch.out(source, 1)))
    sounding = wave(scene, WAVEFORMS[name], "", scene.add("mtof", note))
    key = scene.add("> 0", scene.into(0, scene.sketch.out(source, 1)))
    both = scene.add("t b f", scene.add("> 63", scene.add("ctlin 64")))
    pedal = both - 2
    held = scene.add("||", key, both, scene.into(1, scene.sketch.out(both, 1)))
    gate = scene.add("line~", scene.add("msg $1 50", held))
    scene.signal = (scene.add("*~", sounding, scene.into(1, gate)),)
    controls = level(scene, ending(draw))
    request = Request(HELD, HELD_THINGS, HELD_ASKS, controls, values={"wave": named(draw, (an(f"{name} wave"), an(f"{name} oscillator")))})
    feeds = [Feed(10, source, "60 100 1"), Feed(200, pedal, "64 127 1"), Feed(300, source, "60 0 1"), Feed(500, pedal, "64 0 1")]
    return finished(scene, request, Trial(feeds, 0.75, all_of(loud_at(100, 190), loud_at(400, 490), quiet_at(600, 740))))


RELEASED = (
    "plays MIDI notes with {wave} that fade out in {t} when the key is released", "gives the notes of {wave}, played over MIDI, a release of {t}", "lets {wave} sound while a MIDI key is held and die away over {t} after it is let go", "plays {wave} from a MIDI keyboard, where a note-off starts a fade-out of {t}",
    "reacts to MIDI note-ons with {wave} and to note-offs with a release of {t}",
)  # fmt: skip
RELEASED_THINGS = ("a MIDI synth with {wave} and a release of {t}", "{wave} played over MIDI that fades out in {t} at each note-off")
RELEASED_ASKS = ("when I let go of a key the note of {wave} should fade out over {t}, not stop at once", "how do I add a release of {t} to a MIDI synth with {wave}?")


def release(draw: Draw) -> Example:
    """A note that fades when its key comes up."""
    scene = begun(draw)
    name, time = draw.one(("sine", "sawtooth", "square", "triangle")), draw.one((300, 400, 500, 600, 800, 1000, 1500, 2000))
    source = scene.add("notein")
    note = scene.add("stripnote", source, scene.into(1, scene.sketch.out(source, 1)))
    sounding = wave(scene, WAVEFORMS[name], "", scene.add("mtof", note))
    ends = scene.add("sel 0", scene.into(0, scene.sketch.out(source, 1)))
    gate = scene.add("line~", scene.add(f"msg 0 {time}", ends), scene.add("msg 1 10", scene.into(0, scene.sketch.out(ends, 1))))
    scene.signal = (scene.add("*~", sounding, scene.into(1, gate)),)
    controls = level(scene, ending(draw))
    request = Request(RELEASED, RELEASED_THINGS, RELEASED_ASKS, controls, values={"wave": named(draw, (an(f"{name} wave"), an(f"{name} oscillator"))), "t": lambda: span(draw, time)})
    feeds = [Feed(10, source, "60 100 1"), Feed(200, source, "60 0 1")]
    check = all_of(loud_at(100, 190), loud_at(200 + time * 0.3, 200 + time * 0.6), quiet_at(210 + time, 240 + time))
    return finished(scene, request, Trial(feeds, 0.25 + time / 1000, check))


SKILLS: dict[str, Callable[[Draw], Example]] = {
    "major-minor": major_minor,
    "strum": strum,
    "second-voice": second_voice,
    "sustain": sustain,
    "release": release,
}

CORE: tuple[str, ...] = ("major-minor", "second-voice", "release", "instrument_midi_play/mono-synth", "instrument_midi/midi-synth", "sound_tones/chord-on-root")
"""Plain requests that deserve more examples than exotic ones."""
