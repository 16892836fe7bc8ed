"""Skills: sounds steered by chance, radio buttons, MIDI controllers and two sliders at once; pitch shifting."""

from __future__ import annotations

from collections.abc import Callable

from patchgen.headless.probe import Observation
from patchgen_training.skills.audio_scene import Scene, finish, played
from patchgen_training.skills.audio_sources import NOISES, WAVEFORMS, coloured, wave
from patchgen_training.skills.audio_tables import heard_later
from patchgen_training.skills.audio_units import TONES, hertz, plain, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import (
    Sound,
    Step,
    Trial,
    dominant,
    goes_silent,
    level,
    moves,
    quieter,
    render,
    sound,
    to_pitch,
    wobble,
)
from patchgen_training.skills.expect_audio_time import during, every, has_pitch, part, sounds
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle

Fill = Callable[[], str]
NAMES: dict[str, tuple[str, ...]] = {
    "sine": ("sine", "sine wave"), "sawtooth": ("sawtooth", "saw", "sawtooth wave"),
    "square": ("square wave", "square"), "triangle": ("triangle wave", "triangle"),
}  # fmt: skip
MIDDLE = tuple(tone for tone in TONES if 110 <= tone <= 880)
PERIODS = (100, 120, 150, 200, 250, 300, 400, 500, 600, 750, 800, 1000)


def pitches_move(start: float, period: float) -> Callable[[Sound], bool]:
    """The strongest frequency is not the same in each of four periods."""

    def check(heard: Sound) -> bool:
        found = {round(dominant(part(heard, start + i * period, start + (i + 0.9) * period)) / 5) for i in range(5)}
        return len(found) > 1

    return check


def random_tone(draw: Draw) -> Example:
    """A new random frequency or note each period, while a toggle is on or at each press of a button."""
    scene = Scene(draw)
    name, period = draw.one(tuple(WAVEFORMS)), draw.one(PERIODS)
    as_notes, button = draw.chance(0.4), draw.chance(0.3)
    control = scene.add("bng") if button else scene.add('tgl "on"')
    trigger = control if button else scene.add(f"metro {period}", control)
    if as_notes:
        low, high = draw.one((36, 40, 48, 50, 55, 60)), draw.one((72, 76, 79, 84, 88, 90))
        pitch = scene.add("mtof", scene.add(f"+ {low}", scene.add(f"random {high - low + 1}", trigger)))
    else:
        low, high = draw.one((80, 100, 150, 200, 220, 250, 300)), draw.one((600, 800, 880, 1000, 1200, 1500, 2000))
        pitch = scene.add(f"+ {low}", scene.add(f"random {high - low}", trigger))
    handle = wave(scene, WAVEFORMS[name], "", pitch)
    scene.signal = (handle if button else scene.add("*~", handle, scene.into(1, control)),)
    feeds = [(0.1 + 0.3 * i, control, "bang") for i in range(6)] if button else [(0.1, control, "1")]
    seconds = 0.3 if button else period / 1000
    bounds: Fill = (lambda: draw.one((f"MIDI notes from {low} to {high}", f"MIDI notes between {low} and {high}"))) if as_notes else (lambda: draw.one((f"frequencies between {low} and {high} Hz", f"frequencies from {hertz(draw, low)} to {hertz(draw, high)}")))
    when: Fill = (lambda: draw.one(("each time a button is pressed", "on every bang", "whenever I click a button"))) if button else (lambda: draw.one((f"every {span(draw, period)} while a toggle is on", f"every {span(draw, period)}, started by a toggle")))
    return finish(
        scene,
        ("plays a {w} at random {b} {e}", "picks random {b} for a {w} {e}", "gives a {w} oscillator random {b} {e}", "changes the pitch of a {w} to random {b} {e}"),
        ("a {w} with random {b} {e}", "a random {w} tone generator ({b}) that changes {e}", "a {w} oscillator playing random {b} {e}"),
        ("random {b} on a {w} {e}", "how do I play random {b} with a {w} {e}?"),
        check=played(feeds, every(during(0.15, 0.1 + 5 * seconds, sounds()), pitches_move(0.12, seconds)), 0.15 + 5.2 * seconds, 0.0 if button else 0.1),
        w=lambda: draw.one(NAMES[name]), b=bounds, e=when,
    )  # fmt: skip


def wave_selector(draw: Draw) -> Example:
    """Radio buttons for the waveform of one pitch."""
    scene = Scene(draw)
    names = draw.some(tuple(WAVEFORMS), draw.one((2, 3, 4)))
    slider, base = draw.chance(0.5), draw.one(MIDDLE)
    control = scene.add('hsl 50 2000 "frequency" init:440') if slider else None
    radio = scene.add(f'hradio {len(names)} "waveform"')
    voices = []
    for index, name in enumerate(names):
        handle = wave(scene, WAVEFORMS[name], "", control) if control else wave(scene, WAVEFORMS[name], str(base))
        voices.append(scene.add("*~", handle, scene.into(1, scene.add(f"== {index}", radio))))
    scene.signal = (scene.mix(*voices),)
    scene.oscillator, scene.silent = 0, True
    scene.steps += [Step(radio, "0", lambda before, after: level(after) > 0.01)]
    scene.steps += [Step(radio, str(index), moves) for index in range(1, len(names))]
    listed = ", ".join(names[:-1]) + " and " + names[-1]
    pitch: Fill = (lambda: draw.one(("with a frequency {knob}", "with adjustable frequency"))) if slider else (lambda: f"at {hertz(draw, base)}")
    return finish(
        scene,
        ("switches an oscillator {p} between {l} with radio buttons", "selects the waveform of an oscillator {p} ({l}) with an hradio", "lets me choose between {l} waves {p} with a radio button"),
        ("an oscillator {p} with radio buttons for {l}", "a waveform selector ({l}) {p}", "a multi-wave oscillator {p}: {l} chosen with an hradio"),
        ("osc {p}, choose {l} with radio buttons", "how do I switch between {l} waves {p} with a radio?"), p=lambda: pitch().replace("{knob}", "slider"), l=lambda: listed,
    )  # fmt: skip


def unison(draw: Draw) -> Example:
    """Several saws around one pitch."""
    scene = Scene(draw)
    base, count, gap = draw.one(tuple(tone for tone in MIDDLE if tone <= 500)), draw.one((3, 4, 5, 7)), draw.one((0.5, 1, 1.5, 2, 3))
    name = draw.one(("sawtooth", "sawtooth", "sawtooth", "square"))
    voices = [wave(scene, WAVEFORMS[name], plain(base + (i - (count - 1) / 2) * gap)) for i in range(count)]
    scene.signal = (scene.add(f"*~ {plain(round(1 / count, 2))}", *voices),)
    many = {3: "three", 4: "four", 5: "five", 7: "seven"}[count]
    return finish(
        scene,
        ("plays a supersaw of {c} {w}s around {f}, {g} apart", "stacks {c} detuned {w} oscillators at {f}, spaced by {g}", "makes a fat unison sound with {c} {w}s, each {g} apart, around {f}"),
        ("a unison of {c} {w}s at {f} with {g} between them", "a supersaw with {c} {w} oscillators at {f} detuned by {g}", "{c} {w}s around {f}, {g} apart"),
        ("supersaw {f}, {c} {w}s, {g} apart", "how do I make a fat supersaw with {c} {w}s at {f}, {g} apart?"),
        check=played([], every(sounds(), lambda heard: wobble(heard) > 0.1), max(1.0, 1.1 / gap)),
        w=lambda: draw.one(NAMES[name][:2]), c=lambda: draw.one((str(count), many)), f=lambda: hertz(draw, base), g=lambda: hertz(draw, gap),
    )  # fmt: skip


def theremin(draw: Draw) -> Example:
    """A slider for the pitch, another for the volume."""
    scene = Scene(draw)
    name = draw.one(("sine", "sine", "triangle", "sawtooth"))
    low, high = draw.one((100, 150, 200, 220)), draw.one((1000, 1200, 1500, 2000))
    vibrato = draw.chance(0.4)
    pitch = scene.add(f'hsl {low} {high} "pitch" init:440')
    volume = scene.add('vsl 0 1 "volume" init:0.3')
    source = scene.add("+~", scene.add("*~ 6", scene.add("osc~ 6")), scene.into(1, pitch)) if vibrato else pitch
    handle = wave(scene, WAVEFORMS[name], "", source)
    scene.signal = (scene.add("*~", handle, scene.into(1, volume)),)
    scene.steps += [Step(pitch, "900", moves, "440"), Step(volume, "0", goes_silent)]
    extra = " and a little vibrato" if vibrato else ""
    made = finish(
        scene,
        (f"is a theremin: a {{w}} with a horizontal slider for the pitch from {low} to {high} Hz and a vertical one for the volume{extra}", f"plays like a theremin with a {{w}}, pitch slider ({low}-{high} Hz) and vertical volume slider{extra}"),
        (f"a {{w}} theremin with a pitch slider from {low} to {high} Hz, a vertical volume slider{extra}", f"a theremin simulation ({{w}}, {low} to {high} Hz) with a horizontal pitch slider and a vertical volume slider{extra}"),
        (f"theremin: {{w}}, pitch slider {low}-{high}, vertical volume slider{extra}", f"how do i build a theremin with a {{w}}? hslider pitch {low} to {high} Hz, vslider volume{extra}"), levels=("full",),
        w=lambda: draw.one(NAMES[name]),
    )  # fmt: skip
    return made


def pitch_shift(draw: Draw) -> Example:
    """The microphone in another pitch: two moving taps of a delay line."""
    scene = Scene(draw)
    slider = draw.chance(0.35)
    semitones = 7 if slider else draw.one((-12, -7, -5, -4, -3, 3, 4, 5, 7, 12))
    ratio = 2 ** (semitones / 12)
    scene.add("delwrite~ shift 200", scene.add("adc~ 1"))
    if slider:
        control = scene.add('hsl -12 12 "semitones" init:7')
        ramp = scene.add("phasor~", scene.add("expr (1 - pow(2, $f1 / 12)) * 10", control))
    else:
        ramp = scene.add(f"phasor~ {plain(round((1 - ratio) * 10, 2))}")
    taps = []
    for phase in (ramp, scene.add("wrap~", scene.add("+~ 0.5", ramp))):
        tap = scene.add("delread4~ shift", scene.add("*~ 100", phase))
        taps.append(scene.add("*~", tap, scene.into(1, scene.add("expr~ sin($v1 * 3.14159)", phase))))
    scene.signal = (scene.add("+~", taps[0], scene.into(1, taps[1])),)
    way = "up" if semitones > 0 else "down"
    named = {12: "an octave", 7: "a fifth", 5: "a fourth", 4: "a major third", 3: "a minor third"}[abs(semitones)]
    amounts = (f"{way} by {abs(semitones)} semitones", f"{abs(semitones)} semitones {way}", f"{way} {named}", f"{named} {way}")
    texts = (
        ("shifts the pitch of the microphone by a number of semitones set with a {knob}", "transposes live input with a semitone {knob}", "is a pitch shifter for the mic with a {knob} from -12 to 12 semitones"),
        ("a pitch shifter for the microphone with a semitone {knob}", "a live transposer with a {knob} from -12 to 12 semitones"), ("pitch shift mic, semitone {knob}", "how do i change the pitch of my voice with a {knob}?"),
    ) if slider else (
        ("shifts the pitch of the microphone {a}", "transposes live input {a}", "makes my voice sound {a}", "pitch shifts the mic {a} with two delay taps"),
        ("a pitch shifter that moves the microphone {a}", "a live transposer, {a}", "a harmonizer voice on the mic, {a}"), ("pitch shift mic {a}", "how do I shift my voice {a}?"),
    )  # fmt: skip
    made = finish(scene, *texts, a=lambda: draw.one(amounts))
    return heard_later(made, [], 0.4, 1.4, has_pitch(330 * ratio, 0.05))


def controller(draw: Draw) -> Example:
    """A MIDI controller on a cutoff, a frequency or the pitch bend on a pitch."""
    scene = Scene(draw)
    kind = draw.one(("cutoff", "frequency", "bend"))
    texts: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    number, base, name = draw.one((1, 2, 16, 20, 21, 71, 74)), draw.one(MIDDLE), draw.one(("sawtooth", "square", "sine", "triangle"))
    if kind == "bend":
        bend = scene.add("bendin")
        pitch = scene.add(f"expr {base} * pow(2, ($f1 - 8192) / 49152)", bend)
        scene.signal = (wave(scene, WAVEFORMS[name], str(base), pitch),)
        scene.steps.append(Step(pitch, "16384", to_pitch(base * 2 ** (1 / 6), 0.02), "8192"))
        texts = (
            ("bends the pitch of a {f} {w} with the MIDI pitch wheel by two semitones", "plays a {w} at {f} whose pitch follows the pitch bend wheel (+-2 semitones)"),
            ("a {f} {w} with MIDI pitch bend of two semitones", "a {w} at {f} controlled by the pitch wheel, two semitones up and down"), ("pitch bend on a {f} {w}, 2 semitones", "how do I use the pitch wheel to bend a {f} {w} by 2 semitones?"),
        )  # fmt: skip
    elif kind == "cutoff":
        sounding = scene.add("noise~") if name == "sine" else wave(scene, WAVEFORMS[name], str(base))
        cutoff = scene.add("+ 100", scene.add("* 40", scene.add(f"ctlin {number}")))
        scene.signal = (scene.add("lop~ 1000", sounding, scene.into(1, cutoff)),)
        scene.steps.append(Step(cutoff - 1, "0", quieter, "22.5"))
        what = "white noise" if name == "sine" else "a {f} {w}"
        texts = (
            (f"controls the cutoff of a low-pass filter on {what} with MIDI CC {{n}}", f"filters {what} with a low-pass whose cutoff follows MIDI controller {{n}}", f"maps control change {{n}} to the cutoff of a low-pass on {what}"),
            (f"{what} through a low-pass controlled by MIDI CC {{n}}", f"a low-pass on {what} with its cutoff on MIDI controller {{n}}"), (f"cc {{n}} -> cutoff of {what}", f"how do I control the cutoff of {what} with cc {{n}}?"),
        )  # fmt: skip
    else:
        pitch = scene.add("+ 100", scene.add("* 10", scene.add(f"ctlin {number}")))
        scene.signal = (wave(scene, WAVEFORMS[name], "440", pitch),)
        scene.steps.append(Step(pitch - 1, "70", to_pitch(800), "34"))
        texts = (
            ("controls the frequency of a {w} with MIDI CC {n}, from 100 to 1370 Hz", "maps MIDI controller {n} to the frequency of a {w} (100 Hz plus 10 Hz per step)"),
            ("a {w} whose frequency follows MIDI CC {n} from 100 to 1370 Hz", "a {w} oscillator on MIDI controller {n}, 100 to 1370 Hz"), ("cc {n} -> {w} frequency 100-1370", "how can a MIDI knob on cc {n} set the frequency of a {w} from 100 to 1370 Hz?"),
        )  # fmt: skip
    return finish(scene, *texts, levels=("unsaid", "volume"), f=lambda: hertz(draw, base), w=lambda: draw.one(NAMES[name]), n=lambda: str(number))


def ring_sliders(draw: Draw) -> Example:
    """Two oscillators multiplied, a frequency slider for each."""
    scene = Scene(draw)
    name = draw.one(("sine", "sine", "sawtooth", "triangle"))
    one = scene.add('hsl 50 2000 "carrier" init:440')
    carrier = wave(scene, WAVEFORMS[name], "", one)
    two = scene.add('hsl 0 1000 "modulator" init:100')
    scene.signal = (scene.add("*~", carrier, scene.into(1, scene.add("osc~", two))),)
    scene.steps += [Step(one, "1200", moves, "440"), Step(two, "700", moves, "100")]
    return finish(
        scene,
        ("does ring modulation of two oscillators ({w} carrier) with a frequency {knob} for each", "multiplies a {w} carrier by a sine modulator, both with frequency {knob}s", "is a ring modulator with carrier and modulator frequency {knob}s, the carrier being a {w}"),
        ("a ring modulator ({w} carrier) with {knob}s for the carrier and modulator frequencies", "ring modulation of a {w} with adjustable carrier and modulator frequencies"),
        ("ring mod, {w} carrier, {knob}s for both frequencies", "how do I ring modulate a {w} with a sine and change both frequencies with {knob}s?"), w=lambda: draw.one(NAMES[name]),
    )  # fmt: skip


def filter_selector(draw: Draw) -> Example:
    """Radio buttons that choose between filters on a noise."""
    scene = Scene(draw)
    kind, cutoff = draw.one(("white", "pink", "sawtooth")), draw.one((400, 500, 600, 800, 1000, 1200, 1500, 2000))
    if kind == "sawtooth":
        handle: Handle = wave(scene, WAVEFORMS["sawtooth"], "110")
    else:
        handle = coloured(scene, NOISES[kind])
    bodies = draw.one((("lop~", "hip~"), ("lop~", "hip~", "bp~"), ("lop~", "bp~", "hip~")))
    radio = scene.add(f'hradio {len(bodies)} "filter"')
    voices = []
    for index, body in enumerate(bodies):
        filtered = scene.add(f"{body} {cutoff} 5" if body == "bp~" else f"{body} {cutoff}", handle)
        voices.append(scene.add("*~", filtered, scene.into(1, scene.add(f"== {index}", radio))))
    scene.signal = (scene.mix(*voices),)
    scene.silent = True
    scene.steps += [Step(radio, "0", lambda before, after: level(after) > 0.001)] + [Step(radio, str(i), moves) for i in range(1, len(bodies))]
    words = {"lop~": "low-pass", "hip~": "high-pass", "bp~": "band-pass"}
    listed = ", ".join(words[body] for body in bodies[:-1]) + " and " + words[bodies[-1]]
    noun = "a 110 Hz sawtooth" if kind == "sawtooth" else f"{kind} noise"
    return finish(
        scene,
        ("filters {s} with a {l} filter at {f}, chosen with radio buttons", "switches between {l} filtering of {s} at {f} with an hradio", "lets me select a {l} filter at {f} for {s} with radio buttons"),
        ("a filter selector ({l} at {f}) for {s} with radio buttons", "{s} through a {l} filter at {f} chosen by an hradio"), ("{s}, radio: {l} at {f}", "how do I switch between {l} filters at {f} on {s}? with a radio button"),
        levels=("unsaid", "volume"), s=lambda: noun, l=lambda: listed, f=lambda: hertz(draw, cutoff),
    )  # fmt: skip


def karaoke(draw: Draw) -> Example:
    """Left minus right: what is in the middle disappears."""
    scene = Scene(draw)
    both = scene.add("adc~ 1 2")
    scene.signal = (scene.add("-~", both, scene.into(1, scene.sketch.out(both, 1))),)
    made = finish(
        scene,
        ("removes the vocals from a stereo input by subtracting the right channel from the left", "cancels the centre of the stereo input (left minus right)", "subtracts the right input from the left one, like a karaoke machine"),
        ("a vocal remover for the stereo input (left minus right)", "a karaoke effect that subtracts the right channel from the left", "a centre canceller for stereo input"),
        ("karaoke effect, left minus right input", "how do I remove vocals from a stereo input?", "vocal remover, adc~ left - right"), levels=("unsaid", "volume", "volume", "gain", "switch"),
    )  # fmt: skip
    seconds = max(made.seconds, 0.4)

    def holds(_observation: Observation) -> bool:
        # A tone on both sides cancels; a tone on one side stays.
        chosen = Trial(list(made.feeds), seconds)
        same = made.patch.replace("1 adc~ 1 2", "1 osc~ 330").replace("1.1>1", "1>1")
        one = made.patch.replace("1 adc~ 1 2", "1 osc~ 330").replace(" 1.1>1", "")
        return level(sound(render(same, chosen))) < 1e-4 < level(sound(render(one, chosen)))

    return Example(made.wordings, made.patch, holds, made.feeds, seconds=seconds)


SKILLS: dict[str, Skill] = widened({
    "random-tone": random_tone, "waveform-selector": wave_selector, "unison": unison, "theremin": theremin, "pitch-shift": pitch_shift,
    "midi-controller": controller, "ring-sliders": ring_sliders, "filter-selector": filter_selector, "vocal-remover": karaoke,
})  # fmt: skip
