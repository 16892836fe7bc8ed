"""Says the same in other words: phrases that a musician may exchange without changing the patch."""

from __future__ import annotations

import re
from collections.abc import Iterator

from patchgen_training.skills.draw import Draw

SHARE = 0.3
"""Of the phrases with a synonym, this many are exchanged."""

VERBS = (
    "display show",
    "calculate compute determine find",
    "generate produce create",
    "control adjust set regulate change",
    "choose select pick",
    "start begin",
    "raise increase",
    "lower decrease reduce",
    "receive accept",
    "convert translate transform",
    "activate trigger fire",
    "remember store",
    "repeat loop",
    "join combine",
    "restrict limit confine",
)
"""Base forms; the forms with an s are exchanged too."""

PHRASES = (
    "entered|typed in|typed|given|put in",
    "that the user enters|that the user types|entered by the user|typed by the user|from the user|that I type in",
    "the entered number|the typed number|the number entered|the number that is entered|a number entered by the user|a given number|an input number|the input number",
    "an input value|an incoming value|a value that comes in|a value I give it",
    "a number box|a number field|a numbox|a number box object",
    "number boxes|number fields",
    "is clicked|is pressed|is hit|is pushed|gets clicked|gets pressed",
    "clicking|pressing|hitting|pushing",
    "I click|I press|I hit|I push",
    "you click|you press|you hit|you push",
    "clicks on a button|presses of a button|button clicks|button presses",
    "click on a button|press a button|click a button|hit a button|push a button",
    "at the click of a button|at the press of a button|at a button click|on a button press|with the click of a button",
    "when a button|whenever a button|each time a button|every time a button|as soon as a button|once a button",
    "when the button|whenever the button|each time the button|every time the button",
    "when I|whenever I|each time I|every time I",
    "a button|a bang button|a push button|a click button",
    "a second button|another button|a further button|one more button|an additional button",
    "a slider|a fader",
    "sliders|faders",
    "horizontal slider|horizontal fader|sideways slider",
    "vertical slider|vertical fader|upright slider",
    "a toggle|a switch|an on/off switch|a toggle switch|a checkbox|a tick box",
    "toggles|on/off switches",
    "the result|the outcome|the answer|the resulting value",
    "a random number|a random value",
    "random numbers|random values",
    "random whole numbers|random integers",
    "whole number|integer|whole value",
    "whole numbers|integers",
    "decimal number|float|floating-point number|fractional number|real number",
    "numbers|values",
    "the pd window|the console|the Pd console|the log|the console window|the Pd log",
    "the speakers|the loudspeakers|the sound card|the audio output|the outputs|my speakers|the headphones",
    "the microphone|the mic|the audio input|my microphone|the sound input|my mic",
    "microphone input|mic input|mic signal|microphone signal",
    "volume control|level control|loudness control|gain control|control over the volume|way to control the volume",
    "a volume slider|a volume fader|a slider for the volume|a fader for the volume|a slider that sets the volume",
    "and adjustable volume|and variable volume|and volume I can adjust",
    "an adjustable|a variable|a changeable|a controllable|a user-defined",
    "with adjustable|with variable|with controllable",
    "has adjustable|has variable|has controllable",
    "cutoff frequency|cutoff|corner frequency|cut-off frequency|cut-off",
    "centre frequency|center frequency|mid frequency",
    "high-pass filter|highpass filter|high pass filter|hipass filter|high-pass|HPF|low-cut filter",
    "low-pass filter|lowpass filter|low pass filter|low-pass|LPF|high-cut filter",
    "band-pass filter|bandpass filter|band pass filter|band-pass|BPF",
    "sawtooth wave|saw wave|sawtooth|saw|sawtooth oscillator|saw oscillator",
    "sine wave|sine tone|sine|sinusoid|sine oscillator|sinusoidal wave|pure tone",
    "square wave|square|square oscillator|square-wave oscillator",
    "triangle wave|triangle|triangle oscillator|triangular wave",
    "MIDI note number|midi note|MIDI note|note number|midi note number|MIDI pitch|MIDI key number",
    "incoming MIDI notes|MIDI notes that come in|notes from a MIDI keyboard|incoming notes",
    "milliseconds|ms|msec|millis",
    "seconds|secs|s",
    "beats per minute|bpm|BPM",
    "hertz|Hz|Hertz|hz",
    "decibels|dB|db|decibel",
    "percent|%|per cent",
    "greater than|larger than|bigger than|higher than",
    "less than|smaller than|lower than",
    "at least|no less than|not less than",
    "at most|no more than|not more than",
    "is equal to|equals|is the same as|matches",
    "otherwise|if not|or else|in any other case",
    "while|as long as",
    "at the same time|simultaneously|in parallel",
    "one after another|one after the other|in sequence|successively|in turn",
    "and then|then|and after that|and finally",
    "continuously|all the time|non-stop|without stopping|constantly",
    "automatically|by itself|on its own",
    "when the patch is opened|when the patch opens|on load|when the patch loads|as soon as the patch opens|at start-up|right after opening|at load time",
    "at random|randomly",
    "randomly chosen|randomly picked|randomly selected",
    "the left channel|the left speaker|the left side|the left output",
    "the right channel|the right speaker|the right side|the right output",
    "how do I|how can I|how would I|how could I|how does one|what's the best way to|is there a way to|what is the easiest way to",
    "I want to|I'd like to|I would like to|I need to|I have to|I'm trying to",
    "can you|could you|would you|can somebody",
    "the sum of|the total of",
    "the average of|the mean of|the average value of",
    "squared|multiplied by itself",
    "the square of|the second power of",
    "rounded down|cut down to the whole number|without its decimals",
    "fades in|swells up|gets louder gradually|slowly gets louder",
    "fades out|dies away|gets quieter gradually|slowly gets quieter",
    "turns on|switches on",
    "turns off|switches off",
    "turned on|switched on",
    "turned off|switched off",
    "plays back|replays",
    "a delay of|a delay time of",
    "fast|quick|rapid",
    "slowly|gradually|gently",
    "tempo control|speed control|control over the tempo|control of the speed",
    "melody|tune",
    "drum machine|rhythm machine|beat box",
    "drum pattern|drum beat|rhythm|beat pattern",
    "step sequencer|sequencer",
    "arpeggiator|arpeggio player",
    "metronome|click track",
    "kick drum|bass drum|kick",
    "snare drum|snare",
    "hi-hat|hihat|hi hat|high hat",
    "synthesizer|synth|synthesiser",
    "wet/dry|dry/wet",
    "on/off|on and off",
)
"""Alternatives that read well in each other's place."""

ASIDES_BEFORE = (
    "hi, ", "hello! ", "Hey, ", "quick question: ", "I'm new to Pd. ", "For my class: ", "ok, ", "Please help: ",
    "for a workshop tomorrow: ", "Another one: ", "I am a beginner. ", "next: ", "For an installation: ",
)  # fmt: skip
ASIDES_AFTER = (
    " thanks!", " thank you", ", please", " (for a student)", ", nothing else", ", as simple as possible", " - thanks",
    ", that's all", ", if possible", " It is for a performance.", " It's for teaching.", " Keep it simple.", ", ok?",
)  # fmt: skip


def with_s(verb: str) -> str:
    """The third person: "fire" as "fires", "display" as "displays"."""
    return f"{verb}es" if verb.endswith(("ch", "sh", "s", "x", "o")) else f"{verb}s"


def groups() -> Iterator[tuple[str, ...]]:
    """All sets of phrases of which one may stand for another."""
    for verbs in VERBS:
        yield tuple(with_s(verb) for verb in verbs.split())
        for before in ("to", "and", "please", "you"):
            yield tuple(f"{before} {verb}" for verb in verbs.split())
    for phrases in PHRASES:
        yield tuple(phrases.split("|"))


SYNONYMS: dict[str, tuple[str, ...]] = {}
for _group in groups():
    for _phrase in _group:
        SYNONYMS.setdefault(_phrase.lower(), _group)
PHRASE = re.compile(
    r"(?<![\w/'-])("
    + "|".join(re.escape(phrase) for phrase in sorted(SYNONYMS, key=len, reverse=True))
    + r")(?![\w/-])",
    re.IGNORECASE,
)
WORD = re.compile(r"[a-z]+")
NAMED = re.compile(r'"[^"]*"|(?:msg|print|symbol|sel|route|s|r|send|receive|array|text)\b.*')


def reworded(sentence: str, patch: str, draw: Draw) -> str:
    """The sentence with some phrases exchanged, and now and then an aside.

    Words that the patch shows or sends stay as they are: it was made after them.
    """
    fixed = {word for part in NAMED.findall(patch) for word in WORD.findall(part.lower())}

    def exchanged(match: re.Match[str]) -> str:
        phrase = match[0]
        if not draw.chance(SHARE) or fixed.intersection(WORD.findall(phrase.lower())):
            return phrase
        other = draw.one(SYNONYMS[phrase.lower()])
        return other if not fixed.intersection(WORD.findall(other.lower())) else phrase

    sentence = PHRASE.sub(exchanged, sentence)
    if draw.chance(0.03):
        sentence = draw.one(ASIDES_BEFORE) + sentence
    if draw.chance(0.03) and sentence[-1:].isalnum():
        sentence += draw.one(ASIDES_AFTER)
    return sentence
