"""What players call Pd's objects: the words of a musician by object."""

from __future__ import annotations

import re

NOUNS = {
    "osc~": "oscillator sine sinus sinewave cosine tone osc wave lfo carrier modulator generator",
    "phasor~": "oscillator sawtooth saw ramp phasor phase lfo generator vco",
    "tabosc4~": "oscillator wavetable wave generator",
    "noise~": "noise hiss source generator",
    "lop~": "lowpass filter highcut lpf",
    "hip~": "highpass filter lowcut hpf",
    "bp~": "bandpass filter resonator bpf",
    "vcf~": "filter vcf resonant lowpass bandpass", "biquad~": "filter biquad", "slop~": "filter",
    "*~": "multiplier volume gain amplifier amp vca level multiplication fader",
    "*": "multiplier multiplication times product scaling",
    "+": "adder addition sum plus offset transposition",
    "+~": "adder mixer addition sum plus offset",
    "-": "subtraction minus difference", "-~": "subtraction minus difference",
    "/": "division divider", "/~": "division divider",
    "dac~": "output out speaker loudspeaker dac", "adc~": "input microphone mic adc",
    "metro": "metronome metro clock pulse beat ticker tempo", "delay": "delay wait",
    "pipe": "delay pipe", "delwrite~": "delay echo line delayline",
    "delread~": "delay echo tap line delayline", "delread4~": "delay echo tap line delayline",
    "random": "chance dice randomizer randomiser", "mtof": "converter", "ftom": "converter",
    "line": "ramp glide fade", "line~": "ramp glide fade envelope", "vline~": "ramp envelope",
    "clip~": "limiter clipper distortion", "clip": "limiter", "env~": "follower meter envelope",
    "loadbang": "start autostart loadbang startup", "print": "printer console print",
    "notein": "midi keyboard note notes", "noteout": "midi note notes", "makenote": "note notes",
    "ctlin": "midi controller", "ctlout": "midi controller", "bendin": "midi pitchbend wheel",
    "float": "counter number float store", "int": "counter number int store",
    "select": "select selector comparison", "route": "router", "moses": "threshold split splitter",
    "spigot": "gate spigot valve", "trigger": "trigger", "mod": "modulo remainder",
    "%": "modulo remainder", "expr": "expression formula", "expr~": "expression formula",
    "snapshot~": "snapshot", "sig~": "constant signal", "tabread4~": "sampler sample reader",
    "tabplay~": "sampler sample player", "tabread": "reader", "table": "table array",
    "hsl": "slider fader horizontal control knob", "vsl": "slider fader vertical control knob",
    "nbx": "numberbox number control display", "floatatom": "numberbox number control display",
    "symbolatom": "symbolbox symbol display", "listbox": "listbox list display",
    "tgl": "toggle switch checkbox onoff control", "bng": "button bang bng control",
    "hradio": "radio radiobuttons selector buttons control", "vu": "meter vu",
    "vradio": "radio radiobuttons selector buttons control", "cnv": "panel canvas background",
    "msg": "message messagebox", "text": "comment remark", "pd": "subpatch",
    "send": "send sender", "receive": "receive receiver", "throw~": "bus", "catch~": "bus",
    "send~": "send sender bus", "receive~": "receive receiver bus", "outlet~": "output outlet",
    "outlet": "output outlet", "inlet": "input inlet", "inlet~": "input inlet",
    "samphold~": "samplehold", "timer": "timer stopwatch", "key": "keyboard key", "poly": "voices",
}  # fmt: skip
"""Full name of an object (or kind of box) -> words for it."""

JOINED = (
    (r"\b(low|high|band)[ -](pass|cut)\b", r"\1\2"), (r"\bcut[ -]off\b", "cutoff"),
    (r"\b(number|message|list|symbol|check)[ -]?box(es)?\b", r"\1box"),
    (r"\bnumbers? box\b", "numberbox"), (r"\bsaw[ -]tooth\b", "sawtooth"),
    (r"\bradio[ -]buttons?\b", "radiobuttons"), (r"\b(white|pink|brown) noise\b", "noise"),
    (r"\bsine?[ -]waves?\b", "sine"), (r"\bsaw(tooth)?[ -]waves?\b", "sawtooth"),
    (r"\b(square|triangle)[ -]waves?\b", r"\1"), (r"\bdelay[ -]lines?\b", "delayline"),
    (r"\bpitch[ -]?bend\b", "pitchbend"), (r"\bwave[ -]table\b", "wavetable"),
    (r"\bon[ /-](?:and[ -])?off\b", "onoff"), (r"\bcent(er|re) frequency\b", "centre"),
    (r"\b(corner|cutoff|filter) freq(uency)?\b", r"\1"), (r"\bvu[ -]meter\b", "vu"),
    (r"\bsub[ -]patch\b", "subpatch"), (r"\bsample(?:[ -]and|[ -]&)[ -]hold\b", "samplehold"),
    (r"\bload[ -]bang\b", "loadbang"), (r"\bloud[ -]speakers?\b", "speaker"),
    (r"\bcolour\b", "color"), (r"\bfeed[ -]back\b", "feedback"),
    (r"\bmulti[ -]?pl(?:y|ication)\b", "multiplication"), (r"\bdelay time\b", "delaytime"),
    (r"\becho time\b", "delaytime"), (r"\b(lower|upper) (limit|bound)\b", r"\1limit"),
    (r"\bcenter\b", "centre"), (r"\bring mod(ulator|ulation)?\b", "ringmodulator"),
)  # fmt: skip
"""Words that are written in several ways or as two."""

EMPTY = frozenset(
    "the a an my this that its of in for on to from by with and object objects box boxes one value "
    "setting patch current main please at is s which into through signal sound's number's pd "
    "creation argument parameter it's all both every each".split()
)
"""Words that tell nothing of which box is meant."""

TOKEN = re.compile(r"[^\s,;:?!\"'()\[\]]+")


OF_NUMBER = re.compile(r"(?<=\d) ?(?:k?hz|hertz|ms|bpm|db)\b")
"""The unit in `the 220 Hz oscillator`: boxes have the number alone."""


def joined(text: str) -> str:
    """The text with each of these words in one spelling."""
    text = text.lower().replace("\u2019", "'").replace("'s ", " ")
    for pattern, word in JOINED:
        text = re.sub(pattern, word, text)
    return text


def tokens(text: str) -> list[str]:
    """The words of a text that tell something."""
    plain = OF_NUMBER.sub("", joined(text))
    words = (word.rstrip(".") or word for word in TOKEN.findall(plain))
    return [word for word in words if word not in EMPTY]


def singular(word: str) -> str:
    """`oscillators` as `oscillator`."""
    if len(word) > 4 and word.endswith("ches"):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
