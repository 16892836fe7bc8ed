"""Skills: small synthesizers, their notes from a MIDI keyboard, the computer's keys or a number box, with one to three features that have controls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import begins, loud_at, quiet_at
from patchgen_training.skills.instrument_keys import KEY_CODES
from patchgen_training.skills.instrument_midi_play import KEYBOARD, SLIDER, glide_feature
from patchgen_training.skills.sequence_phrase import Feature, When, phrased
from patchgen_training.skills.sequence_start import loud
from patchgen_training.skills.sequence_steps import ECHO, echo_300
from patchgen_training.skills.sequence_theory import CHORDS, SCALES, hertz
from patchgen_training.skills.sequence_voice import WAVES
from patchgen_training.skills.sketch import Cord, Handle, Sketch
from patchgen_training.skills.time_words import Text


@dataclass(slots=True)
class Keys:
    """Where notes come from: the frequency, and what opens and closes the note."""

    pitch: Handle
    velocity: Handle | Cord | None
    """0 to 127; None where notes die away by themselves or sound on."""
    when: When
    nouns: tuple[str, ...]
    """What the instrument is called by this: `{n}` is the synth."""
    feeds: list[Feed]
    heard: float
    """Hertz when it is tried."""
    note: Sequence[Handle] = ()
    """The boxes that put out note numbers."""
    trigger: Handle = 0
    """Bangs for each note, where notes die away by themselves."""


def midi(draw: Draw, sketch: Sketch) -> Keys:
    """A MIDI keyboard."""
    source = sketch.add("notein")
    strip = sketch.add("stripnote", source, sketch.into(1, sketch.out(source, 1)))
    note = draw.integer(50, 72)
    return Keys(sketch.add("mtof", strip), sketch.out(source, 1), KEYBOARD, (), [Feed(10, source, f"{note} 100 1"), Feed(390, source, f"{note} 0 1")], hertz(note), (strip,))


def computer(draw: Draw, sketch: Sketch) -> Keys:
    """White keys from a to k, from middle C."""
    row = "asdfghjk"
    notes = [60 + step for step in (*SCALES["major"], 12)]
    key = sketch.add("key")
    select = sketch.add("sel " + " ".join(str(KEY_CODES[letter]) for letter in row), key)
    messages = [sketch.add(f"msg {note}", sketch.out(select, i)) for i, note in enumerate(notes)]
    pitch = sketch.add("mtof", *messages)
    where = ("with the computer keyboard", "from the computer keyboard", "on my laptop keyboard", "with the keys of my computer", "when I type on the computer keyboard", "with the keys a s d f g h j k", "when the keys a to k are pressed", "from the computer keyboard (keys a to k)")
    at = draw.integer(0, 7)
    return Keys(pitch, None, When(where, tuple(f"played {text}" for text in where if not text.startswith("when")), ("computer keyboard", "keys a-k")), (), [Feed(10, key, str(KEY_CODES[row[at]]))], hertz(notes[at]), messages, pitch)


def number(draw: Draw, sketch: Sketch) -> Keys:
    """A MIDI note number in a number box: a continuous tone."""
    box = sketch.add('number "note"')
    note = draw.integer(50, 72)
    when = When(("at the MIDI note in a number box", "with the MIDI note entered in a number box", "at the MIDI note number that the user types", "whose MIDI note comes from a number box", "at the pitch given by a MIDI note in a number box", "at whatever MIDI note I type"),
                ("with a note number box", "whose MIDI note is entered in a number box", "with the MIDI note in a number box"), ("note number box", "MIDI note from a number box"))
    return Keys(sketch.add("mtof", box), None, when, (), [Feed(10, box, str(note))], hertz(note), (box,))


@dataclass(slots=True)
class Synth:
    """A voice in the making."""

    sketch: Sketch
    draw: Draw
    keys: Keys
    kind: str
    features: list[Feature] = field(default_factory=list)

    def wave(self, *frequency: Handle | Cord) -> Handle:
        """One oscillator of the kind."""
        oscillator, shaping, _ = WAVES[self.kind]
        handle = self.sketch.add(oscillator, *frequency)
        for body in shaping:
            handle = self.sketch.add(body, handle)
        return handle


def sliding(synth: Synth) -> Handle:
    """The pitch glides: in a said time, or in one that a slider sets."""
    if synth.draw.chance(0.5):
        time = synth.draw.one((50, 80, 100, 150, 200, 300))
        synth.features.append(glide_feature(time))
        return synth.sketch.add("line~", synth.sketch.add(f"msg $1 {time}", synth.keys.pitch))
    control = synth.sketch.add('hsl 0 500 "glide" init:100')
    synth.features.append(Feature(("a glide slider", "a portamento slider", "a slider for the portamento time", "adjustable portamento", "a slider that sets how long the pitch takes to slide to the next note"), ("[have] adjustable portamento", "[let] me set the glide time with a slider", "[glide] from note to note in a time set by a slider"),
                                  ("set the portamento time with a slider", "change the glide time", "set how slowly the pitch slides"), ("glide slider", "portamento slider")))
    return synth.sketch.add("line~", synth.sketch.add("pack f f", synth.keys.pitch, synth.sketch.into(1, control)))


def wavering(synth: Synth) -> Handle:
    """Vibrato of 5 Hz: fixed, or its depth or its rate on a slider."""
    sketch, how = synth.sketch, synth.draw.one(("plain", "plain", "depth", "rate"))
    if how == "rate":
        wave = sketch.add("*~ 5", sketch.add("osc~", sketch.add('hsl 0 20 "rate" init:5')))
        feature = Feature(("vibrato with a rate slider", "a vibrato whose speed is set by a slider", "adjustable vibrato speed", "a slider for the vibrato rate"), ("[have] vibrato with adjustable rate", "[let] me set the speed of the vibrato"), ("change the vibrato rate", "set the speed of the vibrato with a slider"), ("vibrato rate slider",))
    elif how == "depth":
        control = sketch.add('hsl 0 50 "vibrato" init:5')
        wave = sketch.add("*~", sketch.add("osc~ 5"), sketch.into(1, control))
        feature = Feature(("a vibrato depth slider", "vibrato with a depth slider", "a slider for the amount of vibrato", "adjustable vibrato depth", "a vibrato slider"), ("[have] adjustable vibrato", "[let] me set the amount of vibrato with a slider"), ("change the vibrato depth", "set the amount of vibrato with a slider"), ("vibrato slider", "vibrato depth slider"))
    else:
        wave = sketch.add("*~ 5", sketch.add("osc~ 5"))
        feature = Feature(("vibrato", "a vibrato", "some vibrato", "a 5 Hz vibrato", "a slight periodic pitch wobble"), ("[have] vibrato", "[sing] with vibrato", "[have] a wobbling pitch"), (), ("vibrato",))
    synth.features.append(feature)
    return sketch.add("+~", wave, sketch.into(1, synth.keys.pitch))


def doubled(synth: Synth, pitch: Handle) -> Handle:
    """Two oscillators: apart by a little, by a slider, or by an octave."""
    sketch, how = synth.sketch, synth.draw.one(("detuned", "detuned", "slider", "below", "above"))
    if how == "slider":
        control = sketch.add('hsl 0 20 "detune" init:3')
        other = sketch.add("+~", sketch.add("sig~", pitch), sketch.into(1, control))
        synth.features.append(Feature(("two oscillators and a detune slider", "a second oscillator with a detune slider", "two oscillators whose detuning is set by a slider", "a detune slider for a second oscillator"), ("[have] a second oscillator with a detune slider", "[use] two oscillators and [let] me detune one with a slider"), ("detune a second oscillator with a slider",), ("2 oscillators, detune slider",)))
    else:
        other = sketch.add({"detuned": "* 1.01", "below": "* 0.5", "above": "* 2"}[how], pitch)
        synth.features.append({
            "detuned": Feature(("two slightly detuned oscillators", "a second, slightly detuned oscillator", "two oscillators a little out of tune", "two detuned oscillators"), ("[use] two slightly detuned oscillators", "[have] a second oscillator that is slightly detuned"), (), ("two detuned oscillators", "detuned")),
            "below": Feature(("a second oscillator one octave lower", "a sub oscillator an octave below", "two oscillators an octave apart, one below", "a sub-oscillator"), ("[have] a second oscillator an octave lower", "[add] a sub oscillator one octave below"), (), ("sub oscillator", "second osc an octave below")),
            "above": Feature(("a second oscillator one octave higher", "another oscillator an octave above", "a second oscillator at twice the frequency"), ("[have] a second oscillator an octave higher", "[add] an oscillator one octave above"), (), ("second osc an octave above",))}[how])
    return sketch.add("*~ 0.5", synth.wave(pitch), synth.wave(other))


INTERVALS = {3: ("a minor third", "three semitones"), 4: ("a major third", "four semitones"), 5: ("a fourth", "five semitones"), 7: ("a fifth", "seven semitones"), 12: ("an octave", "twelve semitones")}


def stacked(synth: Synth, pitch: Handle) -> Handle:
    """Each note with others above it: an interval, or a chord."""
    sketch, draw = synth.sketch, synth.draw
    if draw.chance(0.5):
        step = draw.one(tuple(INTERVALS))
        steps: tuple[int, ...] = (step,)
        words = tuple(f"the note {name} above each note" for name in INTERVALS[step]) + tuple(f"a second voice {name} higher" for name in INTERVALS[step])
        verbs = tuple(f"[add] the note {name} above" for name in INTERVALS[step]) + tuple(f"[play] each note together with the one {name} above it" for name in INTERVALS[step])
    else:
        chord = draw.one(("major", "minor", "minor seventh", "major seventh", "sus4"))
        steps = CHORDS[chord][1:]
        words = (f"a whole {chord} chord on each key", f"each note turned into a {chord} chord", f"a {chord} chord for every note")
        verbs = (f"[play] a {chord} chord on every note", f"[turn] each note into a {chord} chord", f"[build] a {chord} chord on each note")
    synth.features.append(Feature(words, verbs, (), words))
    voices = [synth.wave(pitch)]
    voices += [synth.wave(sketch.add("mtof", sketch.add(f"+ {step}", *synth.keys.note))) for step in steps]
    return sketch.add(f"*~ {round(1 / len(voices), 2):g}", *voices)


def modulated(synth: Synth, pitch: Handle) -> Handle:
    """Two sines, one bending the other: a ratio of 2, the depth said or on a slider."""
    sketch = synth.sketch
    ratio = synth.draw.one((1, 1.5, 2, 2, 2, 3, 4))
    modulator = sketch.add("osc~", sketch.add(f"* {ratio:g}", pitch))
    if synth.draw.chance(0.6):
        deep = sketch.add("*~", modulator, sketch.into(1, sketch.add('hsl 0 1000 "depth" init:200')))
        depth = Feature(("a slider for the modulation depth", "adjustable modulation depth", "a depth slider", "a slider for the amount of modulation"), ("[let] me set the modulation depth with a slider",), ("change the modulation depth with a slider", "set the amount of FM"), ("depth slider",))
        synth.features.append(depth)
    else:
        deep = sketch.add("*~ 200", modulator)
    if ratio != 2:
        synth.features.append(Feature((f"a modulator at {ratio:g} times the note's frequency", f"a modulator ratio of {ratio:g}", f"a ratio of {ratio:g}"), (f"[have] a modulator ratio of {ratio:g}",), (), (f"ratio {ratio:g}",)))
    return sketch.add("osc~", sketch.add("+~", deep, sketch.into(1, pitch)))


def pulsing(synth: Synth, pitch: Handle) -> Handle:
    """A pulse wave, its width on a slider or moved by an LFO."""
    sketch = synth.sketch
    ramp = sketch.add("phasor~", pitch)
    if synth.draw.chance(0.5):
        width: Handle | Cord = sketch.add('hsl 0.05 0.95 "width" init:0.5')
        # An expression on a signal takes the slider as a float.
        gate = sketch.add("expr~ $f2 > $v1", ramp, sketch.into(1, width))
        synth.features.append(Feature(("a pulse width slider", "a slider for the pulse width", "adjustable pulse width"), ("[have] adjustable pulse width", "[let] me set the pulse width with a slider"), ("change the pulse width", "set the width of the pulse with a slider"), ("pulse width slider",)))
    else:
        width = sketch.add("+~ 0.5", sketch.add("*~ 0.4", sketch.add("osc~ 0.5")))
        gate = sketch.add("expr~ $v2 > $v1", ramp, sketch.into(1, width))
        synth.features.append(Feature(("pulse width modulation", "an LFO on the pulse width", "PWM", "a slow LFO that changes the pulse width"), ("[have] pulse width modulation", "[have] an LFO on the pulse width"), (), ("PWM", "pwm")))
    return sketch.add("-~ 0.5", gate)


def gated(synth: Synth, signal: Handle) -> Handle:
    """The velocity as loudness, or an envelope with attack and release, said or on sliders; keys without velocity make notes die away."""
    sketch, draw, keys = synth.sketch, synth.draw, synth.keys
    if keys.trigger:
        if draw.chance(0.4):
            control = sketch.add('hsl 20 2000 "decay" init:500')
            store = sketch.add("f 500", sketch.add("t b", keys.trigger), sketch.into(1, control))
            synth.features.append(Feature(("a decay slider", "a slider for the decay", "adjustable decay", "a slider for how long a note rings"), ("[have] adjustable decay", "[let] me set the decay with a slider"), ("change the decay", "set how long the notes ring with a slider"), ("decay slider",)))
            return sketch.add("*~", signal, sketch.into(1, sketch.add("line~", sketch.add("msg 1 , 0 $1", store))))
        return sketch.add("*~", signal, sketch.into(1, sketch.add("line~", sketch.add("msg 1 , 0 500", keys.trigger))))
    if keys.velocity is None:
        return signal
    how = draw.one(("", "", "", "said", "sliders"))
    if not how:
        level = sketch.add("line~", sketch.add("msg $1 20", sketch.add("/ 127", keys.velocity)))
        return sketch.add("*~", signal, sketch.into(1, level))
    switch = sketch.add("sel 0", keys.velocity)
    if how == "said":
        attack, release = draw.one((10, 20, 50, 100)), draw.one((100, 200, 300, 500, 1000))
        off, on = sketch.add(f"msg 0 {release}", switch), sketch.add(f"msg 1 {attack}", sketch.out(switch, 1))
        synth.features.append(Feature((f"an attack of {attack} ms and a release of {release} ms", f"an envelope of {attack} ms attack and {release} ms release", f"{attack} ms attack and {release} ms release"), (f"[have] an attack of {attack} ms and a release of {release} ms", f"[fade] in within {attack} ms and out within {release} ms"), (), (f"attack {attack} ms, release {release} ms",)))
    else:
        attack_slider, release_slider = sketch.add('hsl 1 1000 "attack" init:20'), sketch.add('hsl 1 2000 "release" init:200')
        off = sketch.add("msg 0 $1", sketch.add("f 200", switch, sketch.into(1, release_slider)))
        on = sketch.add("msg 1 $1", sketch.add("f 20", sketch.add("t b", sketch.out(switch, 1)), sketch.into(1, attack_slider)))
        synth.features.append(Feature(("attack and release sliders", "sliders for attack and release", "a slider for the attack and another for the release", "an envelope with adjustable attack and release"), ("[have] sliders for attack and release", "[let] me set the attack and the release with sliders"), ("set the attack and the release with sliders", "change attack and release"), ("attack and release sliders", "attack slider, release slider")))
    return sketch.add("*~", signal, sketch.into(1, sketch.add("line~", off, on)))


def built(draw: Draw, keys_of: Sequence[Callable[[Draw, Sketch], Keys]], voices: Sequence[str]) -> Example:
    """One instrument."""
    sketch = Sketch()
    keys = draw.one(keys_of)(draw, sketch)
    voice = draw.one(voices)
    kind = draw.one(("sine", "sawtooth", "sawtooth", "square", "triangle")) if voice not in ("fm", "pulse") else "sine"
    synth = Synth(sketch, draw, keys, kind)
    if voice in ("plain", "glide", "vibrato"):
        pitch = {"plain": lambda _synth: keys.pitch, "glide": sliding, "vibrato": wavering}[voice](synth)
        signal = synth.wave(pitch)
    else:
        signal = {"double": doubled, "stack": stacked, "fm": modulated, "pulse": pulsing}[voice](synth, keys.pitch)
    if voice != "fm" and draw.chance(0.25):
        signal = sketch.add("lop~ 1000", signal, sketch.into(1, sketch.add('hsl 50 10000 "cutoff" init:1000')))
        synth.features.append(SLIDER)
    signal = gated(synth, signal)
    echo = draw.chance(0.12)
    if echo:
        signal, _ = echo_300(sketch, signal)
        synth.features.append(ECHO)
    synth.features += loud(draw, sketch, signal)
    names = {"fm": ("an FM synth", "an FM synthesizer", "a two operator FM synth", "a frequency modulation synth"), "pulse": ("a pulse wave synth", "a pulse oscillator", "a pulse wave")}.get(voice, WAVES[kind][2][:3])
    short = {"fm": "FM", "pulse": "pulse wave", "sine": "sine", "sawtooth": "sawtooth", "square": "square wave", "triangle": "triangle wave"}[voice if voice in ("fm", "pulse") else kind]

    def name() -> str:
        return draw.one(names)

    cores: list[Text] = [lambda: f"[play] {name()}", lambda: f"[play] {name()}", lambda: f"[let] the user play {name()}", lambda: f"[play] a simple {short} synthesizer" if voice != "fm" else f"[play] {name()}", lambda: f"[generate] {name()}", lambda: f"[control] {name()}"]
    nouns: list[Text] = [lambda: f"a simple {short} synth" if voice != "fm" else "a simple FM synth", lambda: f"a {short} synthesizer" if voice != "fm" else "an FM synthesizer", lambda: f"a monophonic {short} synth", lambda: f"a small {short} instrument"]
    if keys.velocity is not None:
        cores += [lambda: f"[convert] the notes to frequencies and [play] {name()}", lambda: f"[turn] the notes into frequencies for {name()}"]
    ends = [quiet_at(0, 8)] if keys.velocity is not None or keys.trigger else []
    checks: list[Holds] = [*ends, loud_at(60, 150, 0.0008), begins(keys.pitch, [keys.heard], 0.01), sounds(0.0005, 0.7)]
    return Example(phrased(draw, cores, nouns, keys.when, synth.features), sketch.text(), all_of(*checks), keys.feeds, (keys.pitch,), 0.42)


def synth_of(keys_of: Sequence[Callable[[Draw, Sketch], Keys]], voices: Sequence[str]) -> Skill:
    """The skill of building such instruments."""
    return lambda draw: built(draw, keys_of, voices)


ANY = (midi, midi, midi, computer, number)
SKILLS: dict[str, Skill] = {
    "synth-plain": synth_of((midi, midi, computer), ("plain",)), "synth-glide": synth_of(ANY, ("glide",)), "synth-vibrato": synth_of(ANY, ("vibrato",)),
    "synth-two-oscillators": synth_of(ANY, ("double",)), "synth-chords": synth_of(ANY, ("stack",)), "synth-fm": synth_of(ANY, ("fm",)), "synth-pulse": synth_of(ANY, ("pulse",)),
}  # fmt: skip
CORE: tuple[str, ...] = (
    *(f"band_synth/{name}" for name in SKILLS), "instrument_midi_play/mono-synth", "instrument_midi_play/poly-synth", "instrument_midi/midi-synth", "instrument_midi/midi-show-notes", "instrument_midi/midi-transpose", "instrument_midi_notes/transpose-by-interval", "instrument_midi_notes/transpose-by-control",
    "instrument_keys/computer-piano", "instrument_keys/key-code", "instrument_keys/key-switch", "instrument_moments/tone-for-time", "instrument_moments/tone-while", "instrument_moments/siren-any", "instrument_moments/random-note", "instrument_sounds/beep", "instrument_players/keyboard-piano", "instrument_players/pluck-any",
    "audio_voices/keyboard-synth", "audio_voices/chord", "audio_design/sea", "audio_design/wind", "audio_design/rain", "audio_design/drone",
)  # fmt: skip
