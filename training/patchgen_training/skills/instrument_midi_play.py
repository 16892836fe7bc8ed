"""Synthesizers for a MIDI keyboard with what belongs to them: voices, bend, wheel, controllers, velocity; and controllers that go out."""

from __future__ import annotations

from collections.abc import Callable

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import crossings, loud_at, quiet_at, says, spoke, within
from patchgen_training.skills.sequence_drums import DRUMS
from patchgen_training.skills.sequence_phrase import NEVER, Feature, When, phrased
from patchgen_training.skills.sequence_start import loud
from patchgen_training.skills.sequence_steps import ECHO, echo_300
from patchgen_training.skills.sequence_theory import hertz, note_name
from patchgen_training.skills.sequence_voice import WAVES, waveform
from patchgen_training.skills.sketch import Cord, Handle, Sketch
from patchgen_training.skills.time_words import NUMBER_WORDS, Text

BEND = Feature(("pitch bend", "pitch bend of two semitones", "a working pitch wheel", "pitch bend by the wheel"), ("[react] to pitch bend", "[follow] the pitch bend wheel", "[have] pitch bend"), ("bend the pitch with the wheel", "use the pitch bend wheel"), ("pitch bend",))
VIBRATO = Feature(("vibrato on the mod wheel", "mod wheel vibrato", "a vibrato controlled by the modulation wheel", "vibrato depth on CC 1"), ("[have] vibrato on the mod wheel", "[add] vibrato with the mod wheel"), ("add vibrato with the mod wheel",), ("mod wheel vibrato", "vibrato on cc1"))
BRIGHT = Feature(("velocity controlling the brightness", "a low-pass filter opened by velocity", "velocity to filter cutoff"), ("[sound] brighter when I play harder", "[open] the filter with velocity", "[have] brighter notes at higher velocity"), ("make it brighter by playing harder",), ("velocity to cutoff", "velocity -> brightness"))
SLIDER = Feature(("a cutoff slider", "a low-pass filter with a cutoff slider", "a filter slider", "an adjustable low-pass filter"), ("[have] a low-pass filter with a cutoff slider", "[let] me set the filter cutoff"), ("change the cutoff", "set the brightness with a slider"), ("cutoff slider", "lowpass slider"))
KEYBOARD = When(("with a MIDI keyboard", "from my midi keyboard", "for incoming MIDI notes", "when I play a MIDI keyboard", "from MIDI notes", "on my MIDI keyboard", "over MIDI", "when midi notes come in"),
                ("for a MIDI keyboard", "played with a MIDI keyboard", "for my midi keyboard", "controlled by MIDI notes", "played from MIDI"), ("midi keyboard", "midi in", "notein"))


def glide_feature(time: int) -> Feature:
    """Portamento."""
    return Feature((f"a portamento of {time} ms", f"{time} ms glide", f"a glide of {time} ms between notes"), (f"[glide] between notes in {time} ms", f"[have] {time} ms of portamento", f"[slide] from note to note in {time} ms"), (), (f"{time} ms glide", f"portamento {time} ms"))


def controller_filter(number: int) -> Feature:
    """A low-pass filter on a controller."""
    name = f"CC {number}"
    return Feature((f"a low-pass filter controlled by {name}", f"a filter cutoff on {name}", f"the cutoff on MIDI controller {number}", f"a low-pass cutoff set by control change {number}"), (f"[let] {name} control the filter cutoff", f"[use] MIDI controller {number} for the cutoff of a low-pass filter"), (f"control the cutoff with {name}", f"change the brightness with MIDI CC {number}"), (f"cutoff on cc{number}",))


def mono(draw: Draw) -> Example:
    """One voice with some of the extras."""
    kind = draw.one(("sine", "sawtooth", "sawtooth", "square", "triangle"))
    extras = draw.some(("bend", "vibrato", "cc", "slider", "bright", "glide", "echo"), draw.one((0, 1, 1, 1, 2, 2)))
    if len({"cc", "slider", "bright"} & set(extras)) > 1:
        extras = extras[:1]
    if {"glide", "vibrato"} <= set(extras):
        extras = ["vibrato"]
    sketch = Sketch()
    features: list[Feature] = []
    feeds: list[Feed] = []
    source = sketch.add("notein")
    note: Handle = sketch.add("stripnote", source, sketch.into(1, sketch.out(source, 1)))
    if "bend" in extras:
        bend = sketch.add("bendin")
        amount = sketch.add("t b f", sketch.add("expr ($f1 - 8192) / 4096", bend))
        note = sketch.add("+", note, amount, sketch.into(1, sketch.out(amount, 1)))
        features.append(BEND)
        feeds.append(Feed(100, bend, "16384 1"))
    pitch = sketch.add("mtof", note)
    frequency: Handle = pitch
    if "glide" in extras:
        time = draw.one((20, 50, 80, 100, 100, 150, 200))
        frequency = sketch.add("line~", sketch.add(f"msg $1 {time}", pitch))
        features.append(glide_feature(time))
    if "vibrato" in extras:
        depth = sketch.add("/ 10", sketch.add("ctlin 1"))
        frequency = sketch.add("+~", sketch.add("*~", sketch.add("osc~ 5"), sketch.into(1, depth)), sketch.into(1, pitch))
        features.append(VIBRATO)
    oscillator, shaping, names = WAVES[kind]
    signal = sketch.add(oscillator, frequency)
    for body in shaping:
        signal = sketch.add(body, signal)
    if "cc" in extras:
        number = draw.one((1, 74, 74, 71, 7, draw.integer(2, 119)))
        signal = sketch.add("lop~ 1000", signal, sketch.into(1, sketch.add("expr 100 + $f1 * 50", sketch.add(f"ctlin {number}"))))
        features.append(controller_filter(number))
    if "slider" in extras:
        signal = sketch.add("lop~ 1000", signal, sketch.into(1, sketch.add('hsl 50 10000 "cutoff" init:1000')))
        features.append(SLIDER)
    if "bright" in extras:
        signal = sketch.add("lop~ 1000", signal, sketch.into(1, sketch.add("expr 100 + $f1 * 50", sketch.out(source, 1))))
        features.append(BRIGHT)
    level = sketch.add("line~", sketch.add("msg $1 20", sketch.add("/ 127", sketch.out(source, 1))))
    signal = sketch.add("*~", signal, sketch.into(1, level))
    if "echo" in extras:
        signal, _ = echo_300(sketch, signal)
        features.append(ECHO)
    features += loud(draw, sketch, signal)
    wave = draw.one(names[:3])
    short = wave.removeprefix("a ").removesuffix(" oscillator").removesuffix(" wave")
    cores: list[Text] = [f"[play] {wave}", f"[play] {wave} with velocity as loudness", f"[play] a monophonic {short} synth", f"[let] me play {wave}", f"[control] {wave}", f"[play] {wave} whose volume follows the velocity"]
    nouns: list[Text] = [f"a monophonic {short} synth", f"a {short} synth", f"a {short} synthesizer", f"a mono synth with {wave}", f"a velocity sensitive {short} synth", f"a simple {short} instrument"]
    played = draw.integer(50, 76)
    reached = hertz(played + (2 if "bend" in extras else 0))
    checks: list[Holds] = [quiet_at(0, 8), loud_at(60, 150, 0.001), says(pitch, [hertz(played), reached] if "bend" in extras else [hertz(played)])]
    checks += [quiet_at(420, 480)] if "echo" not in extras else []
    if not {"echo", "glide"} & set(extras):
        checks.append(crossings(reached, 130, 380, 0.05))
    return Example(phrased(draw, cores, nouns, KEYBOARD, features), sketch.text(), all_of(*checks), [Feed(10, source, f"{played} 100 1"), *feeds, Feed(390, source, f"{played} 0 1")], (pitch,), 0.49)


def poly(draw: Draw) -> Example:
    """Two to four voices shared out by [poly]."""
    count = draw.one((2, 3, 3, 4, 4, 4))
    unsaid = count == 4 and draw.chance(0.6)
    kind = draw.one(("sine", "sine", "sawtooth", "square", "triangle"))
    release = draw.one((20, 20, 20, 50, 100, 150, 200, 300))
    extra = draw.one(("", "", "slider", "echo"))
    sketch = Sketch()
    source = sketch.add("notein")
    share = sketch.add(f"poly {count} 1", source, sketch.into(1, sketch.out(source, 1)))
    amount = sketch.add("/ 127", sketch.out(share, 2))
    route = sketch.add("route " + " ".join(str(i + 1) for i in range(count)), sketch.add("pack f f f", share, sketch.into(1, sketch.out(share, 1)), sketch.into(2, amount)))
    voices = []
    for i in range(count):
        pair = sketch.add("unpack f f", sketch.out(route, i))
        tone = waveform(sketch, kind, sketch.add("mtof", pair))
        level = sketch.add("line~", sketch.add(f"msg $1 {release}", sketch.out(pair, 1)))
        voices.append(sketch.add("*~", tone, sketch.into(1, level)))
    signal = sketch.add(f"*~ {round(1 / count, 2):g}", *voices)
    features = []
    if release != 20:
        features.append(Feature((f"fades of {release} ms", f"an attack and release of {release} ms", f"a {release} ms attack and release"), (f"[fade] each note in and out over {release} ms", f"[have] an attack and release of {release} ms"), (), (f"{release} ms attack/release",)))
    if extra == "slider":
        signal = sketch.add("lop~ 1000", signal, sketch.into(1, sketch.add('hsl 50 10000 "cutoff" init:1000')))
        features.append(SLIDER)
    if extra == "echo":
        signal, _ = echo_300(sketch, signal)
        features.append(ECHO)
    features += loud(draw, sketch, signal, 0.5)
    number = "" if unsaid else draw.one((f"{NUMBER_WORDS[count]} voice", f"{count} voice", f"{count}-voice"))
    wave = draw.one(WAVES[kind][2][:3]) if kind != "sine" or draw.chance(0.4) else ""
    using = f" {draw.one(('using', 'made of', 'with'))} {wave}" if wave else ""
    cores: list[Text] = [f"[play] chords{using}" + ("" if unsaid else f" with up to {NUMBER_WORDS[count]} voices"), f"[play] a polyphonic {number} synth{using}", f"[work] as a {number} polyphonic synthesizer{using}", f"[play] {'several' if unsaid else NUMBER_WORDS[count]} notes at once{using}"]
    nouns: list[Text] = [f"a polyphonic {number} synth{using}", f"a {number} polyphonic synthesizer{using}", f"a {number} poly synth{using}", f"a polyphonic {number} instrument{using}"]
    return Example(phrased(draw, cores, nouns, KEYBOARD, features), sketch.text(), all_of(quiet_at(0, 8), loud_at(60, 150, 0.001), crossings(hertz(69), 40, 190, 0.1) if kind == "sine" and extra != "echo" else sounds(0.0005), *([] if extra == "echo" else [quiet_at(240 + release, 270 + release, 0.004)])),
                   [Feed(10, source, "69 100 1"), Feed(195, source, "64 90 1"), Feed(220, source, "69 0 1"), Feed(220, source, "64 0 1")], (share,), (280 + release) / 1000)


def controller_sound(draw: Draw) -> Example:
    """A controller turns a quality of a running sound."""
    number = draw.one((1, 1, 7, 74, 74, 71, 10, draw.integer(2, 119)))
    names = (f"MIDI CC {number}", f"MIDI controller {number}", f"control change {number}", f"CC{number}", f"midi cc {number}") + {1: ("the mod wheel", "the modulation wheel"), 7: ("the MIDI volume controller (CC 7)",)}.get(number, ())
    what = draw.one(("cutoff", "cutoff", "pitch", "volume", "tempo", "tremolo", "pan", "bang"))
    sketch = Sketch()
    source = sketch.add(f"ctlin {number}")
    checks: list[Holds] = []
    feeds = [Feed(10, source, f"{number} 127 1")]
    features: list[Feature] = []
    watch: list[Handle] = []
    nouns: tuple[str, ...]
    if what == "cutoff":
        name, body, mend = draw.one((("white noise", "noise~", ""), ("a 110 Hz saw", "phasor~ 110", "-~ 0.5"), ("a 220 Hz sawtooth", "phasor~ 220", "-~ 0.5"), ("the microphone", "adc~ 1", "")))
        value = sketch.add("expr 100 + $f1 * 50", source)
        signal = sketch.add(body)
        signal = sketch.add(mend, signal) if mend else signal
        features = loud(draw, sketch, sketch.add("lop~ 100", signal, sketch.into(1, value)))
        nouns = (f"the cutoff of a low-pass filter on {name}", f"a low-pass filter on {name}", f"the brightness of {name} through a low-pass filter")
        watch, checks = [value], [says(value, [6450]), *([sounds(0.001, 0.6)] if "adc" not in body else [])]
    elif what == "pitch":
        value = sketch.add("mtof", source)
        features = loud(draw, sketch, sketch.add("osc~", value))
        nouns = ("the pitch of a sine oscillator", "the pitch of a tone", "the pitch of a sine wave")
        watch, checks = [value], [says(value, [hertz(127)])]
    elif what == "volume":
        value = sketch.add("/ 127", source)
        level = sketch.add("line~", sketch.add("msg $1 20", value))
        sound_name, body = draw.one((("white noise", "noise~"), ("a 440 Hz tone", "osc~ 440"), ("a 220 Hz sine", "osc~ 220")))
        signal = sketch.add("*~ 0.2", sketch.add("*~", sketch.add(body), sketch.into(1, level)))
        sketch.add("dac~", signal, sketch.into(1, signal))
        nouns = (f"the volume of {sound_name}", f"how loud {sound_name} is", f"the level of {sound_name}")
        watch, checks = [value], [says(value, [1]), quiet_at(0, 8), loud_at(50, 150, 0.01)]
    elif what == "tempo":
        switch = sketch.add('tgl "on"')
        value = sketch.add("expr 1000 - $f1 * 7", source)
        metro = sketch.add("metro 500", switch, sketch.into(1, value))
        features = loud(draw, sketch, DRUMS["kick"].build(sketch, [metro]), 0.3)
        nouns = ("the tempo of a kick drum from 1000 to 111 ms", "the speed of a kick loop between 1000 and 111 ms")
        watch, checks, feeds = [value, metro], [says(value, [111]), spoke(metro, 2)], [*feeds, Feed(20, switch, "1")]
    elif what == "tremolo":
        value = sketch.add("/ 10", source)
        wave = sketch.add("+~ 1", sketch.add("osc~", value))
        features = loud(draw, sketch, sketch.add("*~ 0.5", sketch.add("*~", sketch.add("osc~ 440"), sketch.into(1, wave))))
        nouns = ("the speed of a tremolo on a 440 Hz tone", "the tremolo rate of a 440 Hz sine")
        watch, checks = [value], [says(value, [12.7]), sounds(0.01, 0.5)]
    elif what == "pan":
        value = sketch.add("/ 127", source)
        tone = sketch.add("*~ 0.2", sketch.add("osc~ 440"))
        right = sketch.add("*~", tone, sketch.into(1, value))
        other = sketch.add("*~", tone, sketch.into(1, sketch.add("expr 1 - $f1", value)))
        sketch.add("dac~", other, sketch.into(1, right))
        nouns = ("the panning of a 440 Hz tone", "the stereo position of a 440 Hz sine")
        watch, checks = [value], [says(value, [1])]
    else:
        gate = sketch.add("sel 1", sketch.add("> 63", source))
        value = sketch.add("bng", gate)
        watch, checks, feeds = [value], [spoke(value, 1)], [Feed(10, source, f"{number} 127 1"), Feed(20, source, f"{number} 0 1")]
        cores: list[Text] = [lambda: f"[flash] a button when {draw.one(names)} is over 63", lambda: f"[send] a bang when {draw.one(names)} gets above 63"]
        return Example(phrased(draw, cores, [lambda: f"a bang when {draw.one(names)} goes over 63"], heard=False), sketch.text(), all_of(*checks), feeds, watch, 0.05)
    cores = [lambda: f"[control] {draw.one(nouns)} with {draw.one(names)}", lambda: f"[use] {draw.one(names)} to control {draw.one(nouns)}", lambda: f"[map] {draw.one(names)} to {draw.one(nouns)}", lambda: f"[let] {draw.one(names)} change {draw.one(nouns)}", lambda: f"[change] {draw.one(nouns)} with {draw.one(names)}", lambda: f"[set] {draw.one(nouns)} from {draw.one(names)}"]
    things: list[Text] = [lambda: f"{draw.one(names)} on {draw.one(nouns)}", lambda: f"{draw.one(names)} -> {draw.one(nouns)}"]
    return Example(phrased(draw, cores, things, NEVER, features, heard=False), sketch.text(), all_of(*checks), feeds, watch, 0.2)


def controller_out(draw: Draw) -> Example:
    """Sliders, boxes, toggles and buttons that send controllers, programs and bends; controllers renumbered."""
    kind = draw.one(("slider", "slider", "slider", "number", "toggle", "program", "bend", "button", "remap"))
    number, channel = draw.one((1, 7, 7, 10, 74, 71, draw.integer(2, 119))), draw.one((0, 0, 0, draw.integer(1, 16)))
    sketch = Sketch()
    on, tail = (f" on channel {channel}", f" {channel}") if channel else ("", "")
    name = draw.one((f"MIDI controller {number}", f"MIDI CC {number}", f"control change {number}", f"cc {number}", f"CC{number}"))
    wanted: float
    forms: tuple[str, ...]
    things: tuple[str, ...]
    if kind == "slider":
        box = sketch.add(f'hsl 0 127 "cc {number}"'.replace(f' {number}"', f'{number}"'))
        value = sketch.add("int", box)
        sketch.add(f"ctlout {number}{tail}", value)
        forms, things, message, wanted = (f"[send] {name}{on} from a slider", f"[control] {name}{on} with a slider", f"[output] {name}{on} with a slider from 0 to 127"), (f"a slider that sends {name}{on}", f"a MIDI fader for {name}{on}"), "90", 90
    elif kind == "number":
        value = sketch.add(f'number "cc{number}"')
        sketch.add(f"ctlout {number}{tail}", value)
        forms, things, message, wanted = (f"[send] {name}{on} from a number box", f"[output] the value of a number box as {name}{on}", f"[send] whatever number I type as {name}{on}"), (f"a number box that sends {name}{on}",), "33", 33
        box = value
    elif kind == "toggle":
        box = sketch.add('tgl "pedal"' if number == 64 else f'tgl "cc{number}"')
        value = sketch.add("* 127", box)
        sketch.add(f"ctlout {number}{tail}", value)
        forms, things, message, wanted = (f"[switch] {name}{on} between 0 and 127 with a toggle", f"[send] {name}{on} as 0 or 127 from a toggle"), (f"a toggle that sends 0 or 127 on {name}{on}",), "1", 127
    elif kind == "program":
        box = value = sketch.add('number "program"')
        sketch.add(f"pgmout{tail}", value)
        forms, things, message, wanted = (f"[send] MIDI program changes{on} from a number box", f"[change] the MIDI program{on} with a number box", f"[send] a program change{on} when I type a number"), (f"a MIDI program changer{on} with a number box", f"a number box that sends program changes{on}"), "12", 12
    elif kind == "bend":
        box = sketch.add('hsl 0 16383 "bend" init:8192')
        value = sketch.add("int", box)
        sketch.add(f"bendout{tail}", value)
        forms, things, message, wanted = (f"[send] MIDI pitch bend{on} from a slider", f"[output] pitch bend{on} with a slider"), (f"a pitch bend slider that sends MIDI{on}", f"a slider for MIDI pitch bend{on}"), "9000", 9000
    elif kind == "button":
        amount = draw.integer(0, 127)
        box = sketch.add("bng")
        value = sketch.add(f"msg {amount}", box)
        sketch.add(f"ctlout {number}{tail}", value)
        forms, things, message, wanted = (f"[send] the value {amount} on {name}{on} when a button is pressed", f"[set] {name}{on} to {amount} with a button"), (f"a button that sends {amount} on {name}{on}",), "bang", amount
    else:
        other = draw.one([item for item in (1, 7, 10, 11, 71, 74, 91) if item != number])
        box = value = sketch.add(f"ctlin {number}")
        sketch.add(f"ctlout {other}{tail}", value)
        forms, things, message, wanted = (f"[turn] {name} into controller {other}{on}", f"[forward] {name} as CC {other}{on}", f"[take] {name} and [send] it out as controller {other}{on}"), (f"a MIDI controller remapper from {number} to {other}{on}",), f"{number} 55 1", 55
    return Example(phrased(draw, list(forms), list(things), heard=False), sketch.text(), all_of(says(value, [8192, 9000], 1) if kind == "bend" else within(value, 1, wanted - 1, wanted + 1)), [Feed(10, box, message)], [value], 0.05)


Reaction = tuple[str, Callable[[Sketch, Handle | Cord], Handle]]


def note_trigger(draw: Draw) -> Example:
    """One key of a MIDI keyboard does something."""
    note = draw.one((36, 48, 60, 60, 72, draw.integer(30, 90)))
    name = draw.one((f"MIDI note {note}", f"note {note}", f"the MIDI note {note}", f"{note_name(draw, note)} on my MIDI keyboard"))
    sketch = Sketch()
    source = sketch.add("notein")
    select = sketch.add(f"sel {note}", sketch.add("stripnote", source, sketch.into(1, sketch.out(source, 1))))
    what = draw.one(("bang", "toggle", "drum", "drum", "print"))
    features: list[Feature] = []
    heard = False
    forms: tuple[str, ...]
    things: tuple[str, ...]
    if what == "bang":
        last, forms, things = sketch.add("bng", select), ("[flash] a button", "[send] a bang", "[light] up a bang"), ("a flashing button", "a bang")
    elif what == "toggle":
        last, forms, things = sketch.add("tgl", select), ("[flip] a toggle", "[switch] a toggle on and off", "[turn] a toggle on and off"), ("a toggle that flips", "a toggle switched")
    elif what == "print":
        word = draw.one(("hello", "now", "hit", "go", "note"))
        last = sketch.add(f"msg {word}", select)
        sketch.add("print", last)
        forms, things = (f"[print] {word}", f"[print] the word {word}", f"[write] {word} to the console"), (f"the word {word} printed",)
    else:
        drum = draw.one(tuple(DRUMS))
        last, heard = sketch.add("bng", select), True
        features = loud(draw, sketch, DRUMS[drum].build(sketch, [last]), 0.3)
        forms, things = tuple(f"[{verb}] {draw.one(DRUMS[drum].nouns)}" for verb in ("play", "trigger", "sound")), DRUMS[drum].nouns
    when = When((f"when {name} is played", f"whenever {name} comes in", f"if I play {name}", f"on {name}", f"each time {name} is pressed", f"with {name}"), (f"on {name}", f"when {name} is played", f"with {name}"), (f"on {name}",))
    return Example(phrased(draw, list(forms), list(things), when, features, heard=heard), sketch.text(), all_of(spoke(last, 1), *([loud_at(12, 30, 0.003)] if heard else [])), [Feed(5, source, f"{note - 1} 90 1"), Feed(10, source, f"{note} 90 1"), Feed(40, source, f"{note} 0 1")], [last], 0.1)


SKILLS: dict[str, Skill] = {"mono-synth": mono, "poly-synth": poly, "controller-sound": controller_sound, "controller-out": controller_out, "note-trigger": note_trigger}
