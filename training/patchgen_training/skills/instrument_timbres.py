"""Timbres that follow a stream of frequencies: each new frequency is also a new note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from patchgen_training.skills.sketch import Handle, Sketch

Build = Callable[[Sketch, Handle], Handle]


@dataclass(frozen=True, slots=True)
class Timbre:
    """How an instrument is built on a frequency in Hz, and what it is called."""

    build: Build
    nouns: tuple[str, ...]
    """With article."""
    made: tuple[str, ...] = ()
    """How it is made, after the noun: ` made of three detuned saws`."""
    default: int = 220
    """Hertz where the prompt does not say."""
    gain: float = 0.2

    @property
    def is_struck(self) -> bool:
        """Whether its name alone means a single stroke."""
        return self.nouns[0] in STRUCK


def struck(sketch: Sketch, signal: Handle, pitch: Handle, decay: int) -> Handle:
    """A note that dies away."""
    return sketch.add("*~", signal, sketch.into(1, sketch.add("line~", sketch.add(f"msg 1 , 0 {decay}", pitch))))


def swelled(sketch: Sketch, signal: Handle, pitch: Handle, attack: int, hold: int, release: int) -> Handle:
    """A note that comes and goes slowly."""
    return sketch.add("*~", signal, sketch.into(1, sketch.add("vline~", sketch.add(f"msg 1 {attack} , 0 {release} {attack + hold}", pitch))))


def multiples(sketch: Sketch, pitch: Handle, *ratios: float) -> list[Handle]:
    """Sines at multiples of the pitch."""
    return [sketch.add("osc~", pitch if ratio == 1 else sketch.add(f"* {ratio:g}", pitch)) for ratio in ratios]


def saws(sketch: Sketch, pitch: Handle, *ratios: float) -> list[Handle]:
    """Sawtooths at multiples of the pitch."""
    return [sketch.add("phasor~", pitch if ratio == 1 else sketch.add(f"* {ratio:g}", pitch)) for ratio in ratios]


def square(sketch: Sketch, pitch: Handle) -> Handle:
    """A square wave."""
    return sketch.add("-~ 0.5", sketch.add("expr~ $v1 > 0.5", sketch.add("phasor~", pitch)))


def organ(sketch: Sketch, pitch: Handle) -> Handle:
    """Three harmonics, held for a while."""
    return swelled(sketch, sketch.add("*~ 0.33", *multiples(sketch, pitch, 1, 2, 3)), pitch, 10, 500, 50)


def frequency_modulated(sketch: Sketch, pitch: Handle, ratio: float, depth: int, decay: int) -> Handle:
    """Two sines, one modulating the other, both dying away together."""
    level = sketch.add("line~", sketch.add(f"msg 1 , 0 {decay}", pitch))
    modulator = sketch.add("osc~", pitch if ratio == 1 else sketch.add(f"* {ratio:g}", pitch))
    deep = sketch.add(f"*~ {depth}", sketch.add("*~", modulator, sketch.into(1, level)))
    carrier = sketch.add("osc~", sketch.add("+~", deep, sketch.into(1, pitch)))
    return sketch.add("*~", carrier, sketch.into(1, level))


def flute(sketch: Sketch, pitch: Handle) -> Handle:
    """A sine and a little noise around its frequency."""
    breath = sketch.add("*~ 0.3", sketch.add("bp~ 440 10", sketch.add("noise~"), sketch.into(1, pitch)))
    return swelled(sketch, sketch.add("+~", sketch.add("osc~", pitch), sketch.into(1, breath)), pitch, 80, 400, 200)


def strings(sketch: Sketch, pitch: Handle) -> Handle:
    """Three saws a little apart, with a slow bow."""
    summed = sketch.add("hip~ 20", sketch.add("*~ 0.33", *saws(sketch, pitch, 1, 1.005, 0.995)))
    return swelled(sketch, sketch.add("lop~ 3000", summed), pitch, 300, 400, 600)


def pad(sketch: Sketch, pitch: Handle) -> Handle:
    """Two saws apart, dark, very slow."""
    summed = sketch.add("hip~ 20", sketch.add("*~ 0.5", *saws(sketch, pitch, 1, 1.01)))
    return swelled(sketch, sketch.add("lop~ 1000", summed), pitch, 800, 500, 1500)


def synth_bass(sketch: Sketch, pitch: Handle) -> Handle:
    """A saw whose filter closes."""
    level = sketch.add("line~", sketch.add("msg 1 , 0 400", pitch))
    cutoff = sketch.add("+~ 100", sketch.add("*~ 1500", level))
    saw = sketch.add("-~ 0.5", sketch.add("phasor~", pitch))
    low = sketch.add("vcf~ 3", saw, sketch.into(1, cutoff))
    return sketch.add("*~", low, sketch.into(1, level))


def lead(sketch: Sketch, pitch: Handle) -> Handle:
    """A saw that slides from note to note."""
    slide = sketch.add("line~", sketch.add("msg $1 100", pitch))
    saw = sketch.add("-~ 0.5", sketch.add("phasor~", slide))
    return swelled(sketch, saw, pitch, 10, 600, 200)


def plucked(sketch: Sketch, pitch: Handle) -> Handle:
    """Karplus-Strong: a burst of noise in a damped delay of one period."""
    gain = sketch.add("line~", sketch.add("msg 1 , 0 10", pitch))
    line = sketch.add("delwrite~ string 100", sketch.add("*~", sketch.add("noise~"), sketch.into(1, gain)))
    tap = sketch.add("delread~ string", sketch.add("expr 1000 / $f1", pitch))
    sketch.connect(sketch.add("*~ 0.98", sketch.add("lop~ 4000", tap)), line)
    return tap


def whistle(sketch: Sketch, pitch: Handle) -> Handle:
    """A sine with vibrato."""
    wave = sketch.add("+~", sketch.add("*~ 5", sketch.add("osc~ 5")), sketch.into(1, pitch))
    return swelled(sketch, sketch.add("osc~", wave), pitch, 100, 600, 200)


def reed(sketch: Sketch, pitch: Handle) -> Handle:
    """A square through a low-pass."""
    return swelled(sketch, sketch.add("lop~ 1500", square(sketch, pitch)), pitch, 40, 400, 100)


STRUCK = ("a bell", "a plucked string", "a marimba", "a glockenspiel")
TIMBRES: dict[str, Timbre] = {
    "organ": Timbre(organ, ("an organ", "an organ sound", "a simple organ", "an organ tone"), (" made of three harmonics", " made of three sine waves", " from sines at 1, 2 and 3 times the pitch")),
    "electric piano": Timbre(lambda s, p: frequency_modulated(s, p, 1, 300, 1000), ("an electric piano", "an FM electric piano", "a Rhodes-like electric piano", "an e-piano sound", "an electric piano sound"), (" made with FM", " by frequency modulation", " using FM synthesis")),
    "bell": Timbre(lambda s, p: frequency_modulated(s, p, 1.4, 1000, 2000), ("a bell", "an FM bell", "a bell sound", "a metallic bell"), (" made with FM", " by frequency modulation", " using FM synthesis"), 440),
    "flute": Timbre(flute, ("a flute", "a flute-like sound", "a breathy flute", "a simple flute"), (" made of noise and a sine", " from a sine plus filtered noise", " with some breath noise"), 440),
    "strings": Timbre(strings, ("a string sound", "synth strings", "a string ensemble", "a string synth sound", "strings"), (" made of three detuned saws", " from detuned sawtooth waves", " by detuned saws"), 220),
    "pad": Timbre(pad, ("a pad", "a warm pad", "a synth pad", "a soft pad sound", "a slow pad"), (" with two detuned saws", " made of detuned sawtooth waves", " with slow attack and release"), 220),
    "bass": Timbre(synth_bass, ("a synth bass", "a bass", "a bass sound", "a bass synth"), (" with a filter envelope", " with an envelope on the filter", " whose filter closes on each note"), 55),
    "lead": Timbre(lead, ("a lead synth", "a synth lead", "a lead sound", "a sawtooth lead"), (" with portamento", " with glide", " that glides between notes", " that slides from note to note"), 440),
    "plucked string": Timbre(plucked, ("a plucked string", "a Karplus-Strong string", "a string pluck", "a guitar-like pluck", "a karplus strong pluck", "a plucked guitar string", "a Karplus-Strong plucked string"), (" from a noise burst in a delay line", " made with filtered feedback delay", " using a noise burst and a feedback delay"), 220),
    "marimba": Timbre(lambda s, p: struck(s, s.add("*~ 0.5", *multiples(s, p, 1, 4)), p, 300), ("a marimba", "a marimba sound", "a xylophone", "a wooden mallet sound"), (" made of two sines",), 330),
    "glockenspiel": Timbre(lambda s, p: struck(s, s.add("*~ 0.33", *multiples(s, p, 1, 2.76, 5.4)), p, 2000), ("a glockenspiel", "a chime", "a tubular bell", "a music box sound"), (" made of inharmonic partials", " from three inharmonic sine waves"), 523),
    "whistle": Timbre(whistle, ("a whistle", "a whistling sound", "a whistle-like tone", "someone whistling"), (), 660),
    "clarinet": Timbre(reed, ("a clarinet", "a clarinet-like tone", "a reed sound"), (" made of a filtered square wave", " from a square wave through a low-pass"), 220),
    "chip": Timbre(lambda s, p: struck(s, square(s, p), p, 150), ("a chiptune blip", "an 8-bit sound", "a retro game sound", "a square wave blip"), (), 440),
    "toy piano": Timbre(lambda s, p: struck(s, s.add("osc~", p), p, 500), ("a piano", "a simple piano", "a toy piano", "a little piano", "a mini keyboard", "a small synth piano"), (), 262),
    "sine": Timbre(lambda s, p: struck(s, s.add("osc~", p), p, 500), ("a decaying sine", "a sine note that fades out", "a soft sine that dies away", "a sine tone with a short decay"), (), 440),
}
