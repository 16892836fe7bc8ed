"""What sounds: oscillators by waveform and pitch control, noises, the microphone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from patchgen_training.skills.audio_part import SLIDER_WORDS, Chain, Part
from patchgen_training.skills.audio_units import TONES, an, hertz, note_frequency, note_name, plain
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.expect_audio import Step, to_pitch
from patchgen_training.skills.sketch import Cord, Handle


@dataclass(frozen=True, slots=True)
class Waveform:
    """An oscillator: the box that takes the pitch, and the boxes that shape its output."""

    oscillator: str
    shaping: tuple[str, ...]
    nouns: tuple[str, ...]
    """Without article; each also makes sense after "440 Hz"."""
    shorts: tuple[str, ...]


WAVEFORMS: dict[str, Waveform] = {
    "sine": Waveform(
        "osc~", (),
        ("sine wave", "sine wave", "sine tone", "sine oscillator", "sinewave", "pure tone", "sinusoid",
         "cosine oscillator", "sine wave oscillator", "sine", "sine wave signal", "sine signal"),
        ("sine", "osc~", "sine tone", "sinewave")),
    "sawtooth": Waveform(
        "phasor~", ("-~ 0.5",),
        ("sawtooth wave", "sawtooth wave", "saw wave", "sawtooth oscillator", "sawtooth", "saw tone",
         "saw oscillator", "sawtooth tone", "ramp wave"),
        ("saw", "sawtooth", "saw wave", "phasor~ saw")),
    "square": Waveform(
        "phasor~", ("expr~ $v1 > 0.5", "-~ 0.5"),
        ("square wave", "square wave", "square tone", "square oscillator", "square wave oscillator",
         "square wave tone"),
        ("square", "square wave", "squarewave")),
    "triangle": Waveform(
        "phasor~", ("expr~ abs($v1 - 0.5) * 4 - 1",),
        ("triangle wave", "triangle wave", "triangle tone", "triangle oscillator", "triangular wave",
         "triangle wave oscillator"),
        ("triangle", "triangle wave", "tri wave")),
}  # fmt: skip


def wave(chain: Chain, waveform: Waveform, argument: str, *pitch: Handle | Cord) -> Handle:
    """The boxes of an oscillator; remembers where its pitch goes in."""
    handle = chain.add(f"{waveform.oscillator} {argument}".strip(), *pitch)
    chain.oscillator = handle
    for body in waveform.shaping:
        handle = chain.add(body, handle)
    return handle


@dataclass(frozen=True, slots=True)
class Noise:
    """A noise as a row of boxes after [noise~]."""

    shaping: tuple[str, ...]
    nouns: tuple[str, ...]
    """With their article, where they have one."""
    shorts: tuple[str, ...]


NOISES: dict[str, Noise] = {
    "white": Noise((), ("white noise", "white noise", "white noise", "noise", "a white noise signal",
                        "a noise signal", "white noise from noise~"),
                   ("white noise", "noise", "noise~", "whitenoise")),
    "pink": Noise(
        ("rpole~ 0.99", "rzero~ 0.965", "rpole~ 0.85", "rzero~ 0.42", "*~ 0.3"),
        ("pink noise", "pink noise", "pink noise", "a pink noise signal", "1/f noise", "pinkish noise"),
        ("pink noise", "pink", "pinknoise")),
    "brown": Noise(
        ("lop~ 20", "*~ 10"),
        ("brown noise", "brown noise", "brownian noise", "red noise", "brown (red) noise",
         "a brown noise signal"), ("brown noise", "red noise", "brownian noise")),
    "blue": Noise(("hip~ 5000",), ("blue noise", "a blue noise signal", "bluish noise"), ("blue noise",)),
    "violet": Noise(("rzero~ 1",), ("violet noise", "purple noise"), ("violet noise", "purple noise")),
}  # fmt: skip


def coloured(chain: Chain, kind: Noise) -> Handle:
    """The boxes of a noise."""
    handle = chain.add("noise~")
    for body in kind.shaping:
        handle = chain.add(body, handle)
    return handle


PITCH_WORDS = ("frequency", "frequency", "pitch")
Pitched = Callable[[Chain, Waveform], Part]


def fixed(chain: Chain, waveform: Waveform) -> Part:
    """An oscillator at a frequency the prompt names."""
    draw = chain.draw
    frequency = draw.one(TONES)
    chain.frequency = frequency
    chain.signal = (wave(chain, waveform, plain(frequency)),)

    def spell() -> str:
        return hertz(draw, frequency)

    nouns = []
    for _ in range(4):
        noun = draw.one(waveform.nouns)
        nouns += [
            f"a {spell()} {noun}", f"{an(noun)} at {spell()}", f"{an(noun)} of {spell()}",
            f"{an(noun)} with a frequency of {spell()}", f"{an(noun)} tuned to {spell()}",
        ]  # fmt: skip
    shorts = tuple(f"{draw.one(waveform.shorts)} {spell()}" for _ in range(3))
    shorts += tuple(f"{spell()} {draw.one(waveform.shorts)}" for _ in range(3))
    return Part(does=(), through=tuple(nouns), short=shorts)


def steady(chain: Chain, waveform: Waveform) -> Part:
    """An oscillator whose frequency the prompt leaves open: 440 Hz."""
    chain.frequency = 440
    chain.signal = (wave(chain, waveform, "440"),)
    nouns = tuple(an(noun) for noun in waveform.nouns)
    return Part(does=(), through=nouns, short=waveform.shorts)


def note_fixed(chain: Chain, waveform: Waveform) -> Part:
    """An oscillator at a MIDI note the prompt names by number or name."""
    draw = chain.draw
    note = draw.integer(36, 84)
    chain.frequency = note_frequency(note)
    start = chain.add("loadbang")
    number = chain.add(f"msg {note}", start)
    chain.signal = (wave(chain, waveform, "", chain.add("mtof", number)),)
    nouns: list[str] = []
    for _ in range(3):
        noun = draw.one(waveform.nouns)
        nouns += [
            f"{an(noun)} at MIDI note {note}", f"{an(noun)} tuned to MIDI note {note}",
            f"{an(noun)} playing MIDI note {note}", f"{an(noun)} at midi pitch {note}",
            f"{an(noun)} playing the note {note_name(note)} (MIDI {note})",
        ]  # fmt: skip
    short = tuple(f"{draw.one(waveform.shorts)} midi note {note}" for _ in range(2))
    return Part(does=(), through=tuple(nouns), short=short)


def slider(chain: Chain, waveform: Waveform) -> Part:
    """An oscillator with a frequency slider, whose range the prompt may give."""
    draw = chain.draw
    low, high, start = 50, 2000, 440
    ranged = draw.chance(0.5)
    if ranged:
        low = draw.one((20, 30, 40, 50, 60, 80, 100, 110, 150, 200))
        high = draw.one((500, 600, 800, 880, 1000, 1200, 1500, 2000, 3000, 4000, 5000, 8000, 10000, 15000, 20000))
        start = 440 if low < 440 < high else low
    control = chain.add(f'hsl {low} {high} "frequency" init:{start}')
    chain.frequency = start
    chain.signal = (wave(chain, waveform, "", control),)
    chain.steps.append(Step(control, str(high), to_pitch(high), str(start)))
    nouns, shorts, can = [], [], []
    for _ in range(4):
        noun, knob, word = draw.one(waveform.nouns), draw.one(SLIDER_WORDS), draw.one(PITCH_WORDS)
        if ranged:
            limits = draw.one((f"from {low} to {high} Hz", f"between {low} and {high} Hz", f"({low}-{high} Hz)",
                               f"from {hertz(draw, low)} to {hertz(draw, high)}"))  # fmt: skip
            nouns += [
                f"{an(noun)} with a {word} {knob} {limits}",
                f"{an(noun)} whose {word} goes {limits.strip('()')} on a {knob}",
                f"{an(noun)} with a {knob} for the {word} {limits}",
                f"{an(noun)} with its {word} adjustable {limits}",
            ]
            shorts.append(f"{draw.one(waveform.shorts)}, {word} {knob} {low}-{high}")
            can.append(f"set the {word} {limits} with a {knob}")
        else:
            nouns += [
                f"{an(noun)} with a {word} {knob}", f"{an(noun)} with adjustable {word}",
                f"{an(noun)} whose {word} is set by a {knob}", f"{an(noun)} with a {knob} for its {word}",
                f"{an(noun)} with variable {word}", f"{an(noun)} whose {word} can be changed with a {knob}",
                f"{an(noun)} with {word} control",
            ]  # fmt: skip
            shorts.append(f"{draw.one(waveform.shorts)} w/ {word} {knob}")
            can += [f"change the {word} with a {knob}", f"adjust the {word}", f"set the {word} with a {knob}"]
    bare = tuple(an(noun) for noun in waveform.nouns)
    limits = f" from {low} to {high} Hz" if ranged else ""
    first = tuple(
        draw.one((
            "controls the {w} of {n} with a {k}{l}", "uses a {k} to control the {w} of {n}{l}", "uses a {k} to set the {w} of {n}{l}",
            "lets the user change the {w} of {n}{l} with a {k}", "changes the {w} of {n} with a {k}{l}", "has a {k} that controls the {w} of {n}{l}",
        )).format(w=draw.one(PITCH_WORDS), n=an(draw.one(waveform.nouns)), k=draw.one(SLIDER_WORDS), l=limits)
        for _ in range(5)
    )  # fmt: skip
    return Part(does=(), through=tuple(nouns), bare=bare, can=tuple(can), short=tuple(shorts), first=first)


def messages(chain: Chain, waveform: Waveform) -> Part:
    """An oscillator whose frequency message boxes choose."""
    draw = chain.draw
    count = draw.one((2, 3, 3, 4))
    choices = sorted(draw.some(tuple(tone for tone in TONES if 100 <= tone <= 1320), count))
    boxes = [chain.add(f"msg {choice}") for choice in choices]
    chain.frequency = choices[0]
    chain.signal = (wave(chain, waveform, str(choices[0]), *boxes),)
    chain.steps.append(Step(boxes[-1], "bang", to_pitch(choices[-1]), str(choices[0])))
    listed = ", ".join(map(str, choices[:-1])) + f" and {choices[-1]}"
    nouns = []
    for _ in range(4):
        noun = draw.one(waveform.nouns)
        nouns += [
            f"{an(noun)} with message boxes for {listed} Hz", f"{an(noun)} whose frequency is chosen by messages of {listed} Hz",
            f"{an(noun)} with messages to switch between {listed} Hz", f"{an(noun)} with {count} message boxes ({listed} Hz)",
        ]  # fmt: skip
    bare = tuple(an(noun) for noun in waveform.nouns)
    can = (f"choose {listed} Hz with message boxes", f"switch between {listed} Hz with messages")
    shorts = tuple(f"{short}, messages {listed} Hz" for short in waveform.shorts)
    return Part(does=(), through=tuple(nouns), bare=bare, can=can, short=shorts)


def number_box(chain: Chain, waveform: Waveform) -> Part:
    """An oscillator with a number box for its frequency."""
    draw = chain.draw
    control = chain.add('number "frequency"')
    chain.frequency = 440
    chain.signal = (wave(chain, waveform, "440", control),)
    chain.steps.append(Step(control, "650", to_pitch(650), "440"))
    nouns, can = [], []
    for _ in range(4):
        noun, word = draw.one(waveform.nouns), draw.one(PITCH_WORDS)
        nouns += [
            f"{an(noun)} with a number box for the {word}", f"{an(noun)} whose {word} is set in a number box",
            f"{an(noun)} controlled by a {word} number box", f"{an(noun)} with a {word} number box",
            f"{an(noun)} whose {word} comes from a number box",
        ]  # fmt: skip
        can += [f"type the {word} in a number box", f"set the {word} with a number box"]
    shorts = tuple(f"{short}, number box for {draw.one(PITCH_WORDS)}" for short in waveform.shorts)
    bare = tuple(an(noun) for noun in waveform.nouns)
    first = tuple(
        draw.one((
            "controls the {w} of {n} with a number box", "uses a number box to set the {w} of {n}", "takes the {w} of {n} from a number box",
            "lets me type in the {w} of {n}",
        )).format(w=draw.one(PITCH_WORDS), n=an(draw.one(waveform.nouns)))
        for _ in range(4)
    )  # fmt: skip
    return Part(does=(), through=tuple(nouns), bare=bare, can=tuple(can), short=shorts, first=first)


def note_box(chain: Chain, waveform: Waveform) -> Part:
    """An oscillator with a MIDI note number in a number box or on a slider."""
    draw = chain.draw
    boxed = draw.chance(0.6)
    body = 'number "note"' if boxed else 'hsl 36 84 "note" init:60'
    control = chain.add(body)
    chain.frequency = 440 if boxed else note_frequency(60)
    chain.signal = (wave(chain, waveform, "440" if boxed else "", chain.add("mtof", control)),)
    back = "69" if boxed else "60"
    chain.steps.append(Step(control, "72", to_pitch(note_frequency(72)), back))
    box = "number box" if boxed else "slider"
    nouns, can = [], []
    for _ in range(4):
        noun = draw.one(waveform.nouns)
        nouns += [
            f"{an(noun)} with a {box} for the MIDI note", f"{an(noun)} whose pitch is set as a MIDI note in a {box}",
            f"{an(noun)} played by a MIDI note {box}", f"{an(noun)} with a MIDI note number {box}",
        ] if boxed else [
            f"{an(noun)} with a slider for the MIDI note", f"{an(noun)} with a MIDI note slider",
            f"{an(noun)} whose pitch is set as a MIDI note by a slider",
        ]  # fmt: skip
        can += [f"choose the MIDI note with a {box}", f"set the pitch as a MIDI note number with a {box}"]
    shorts = tuple(f"{short} from midi note {box}" for short in waveform.shorts)
    bare = tuple(an(noun) for noun in waveform.nouns)
    return Part(does=(), through=tuple(nouns), bare=bare, can=tuple(can), short=shorts)


PITCHES: dict[str, Pitched] = {
    "fixed": fixed, "steady": steady, "note-fixed": note_fixed,
    "slider": slider, "number-box": number_box, "note-box": note_box, "messages": messages,
}  # fmt: skip


def tone(draw: Draw, waveforms: tuple[str, ...] = (), pitches: tuple[str, ...] = ()) -> Chain:
    """A chain that begins with an oscillator of one of these kinds."""
    chain = Chain(draw)
    name = draw.one(waveforms or tuple(WAVEFORMS))
    waveform = WAVEFORMS[name]
    chain.flat = name == "square"
    chain.source = PITCHES[draw.one(pitches or ("fixed", "fixed", "steady", "slider", "number-box"))](chain, waveform)
    return chain


def noise(draw: Draw, kinds: tuple[str, ...] = ()) -> Chain:
    """A chain that begins with a noise."""
    chain = Chain(draw)
    kind = NOISES[draw.one(kinds or ("white", "pink", "brown", "white", "pink", "brown", "blue", "violet"))]
    chain.signal = (coloured(chain, kind),)
    chain.source = Part(does=(), through=kind.nouns, short=kind.shorts)
    return chain


MICROPHONE = Part(
    does=(),
    through=("the microphone", "the microphone input", "the mic", "my microphone", "audio input", "live input",
             "the sound card's input", "incoming audio", "the adc input", "live sound from the microphone", "my guitar",
             "the guitar input", "the line input", "my voice", "the input signal", "an external instrument"),
    short=("mic", "adc~", "mic in", "microphone", "live input", "guitar", "line in"),
)  # fmt: skip


def microphone(draw: Draw) -> Chain:
    """A chain that begins with the microphone."""
    chain = Chain(draw)
    chain.signal = (chain.add("adc~ 1"),)
    chain.source = MICROPHONE
    return chain


def any_source(draw: Draw) -> Chain:
    """Any of them."""
    kinds: tuple[Callable[[Draw], Chain], ...] = (tone, tone, tone, noise, noise, microphone)
    return draw.one(kinds)(draw)
