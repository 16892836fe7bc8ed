"""Skills: effects asked for by what they do, in long and short sentences, so that near relatives differ by a word."""

from __future__ import annotations

import re
from collections.abc import Callable

from patchgen_training.skills import (
    audio_effects_echoes,
    audio_filters_banks,
    audio_modulation_motion,
    audio_modulation_shapes,
    audio_modulation_synthesis,
)
from patchgen_training.skills.audio_effects_grammar import (
    KNOBS,
    LONG_CONTROLS,
    LONG_ENDS,
    LONG_PLAYS,
    LONG_TAKES,
    Speaker,
    commanded,
    is_known,
    leveled,
    tidy,
)
from patchgen_training.skills.audio_effects_request import Effect, Request, trial
from patchgen_training.skills.audio_wording import enumerated
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Form, Skill, Wording, ask, that
from patchgen_training.skills.frames import FORMAL, FREE
from patchgen_training.skills.sequence_phrase import spoken_aside

TABLES = (audio_effects_echoes, audio_modulation_motion, audio_modulation_shapes, audio_filters_banks, audio_modulation_synthesis)
EFFECTS: dict[str, Effect] = {name: effect for table in TABLES for name, effect in table.EFFECTS.items()}
DEFINITIONS: dict[str, tuple[str, ...]] = {
    "tremolo": (
        "makes {s} periodically louder and softer", "modulates the loudness of {s} with a slow sine wave", "lets the volume of {s} rise and fall periodically", "varies the amplitude of {s} with a low-frequency oscillator", "multiplies {s} by an LFO that moves between 0 and 1",
        "makes the level of {s} pulse regularly", "modulates the amplitude of {s} with a sine LFO", "makes the volume of {s} swing up and down all the time", "changes the volume of {s} with an LFO", "wobbles the loudness of {s}", "lets an LFO control the amplitude of {s}"),
    "vibrato": (
        "makes the pitch of {s} go up and down periodically", "modulates the pitch of {s} with a slow sine wave", "lets the pitch of {s} rise and fall a little", "varies the pitch of {s} with a low-frequency oscillator", "makes {s} periodically higher and lower",
        "reads {s} from a delay line whose delay time an LFO moves", "makes the pitch of {s} swing up and down all the time", "changes the pitch of {s} with an LFO", "lets an LFO control the pitch of {s}"),
    "auto-pan": (
        "moves {s} from the left speaker to the right one and back periodically", "modulates the stereo position of {s} with a slow sine wave", "lets {s} wander between left and right", "varies the panning of {s} with a low-frequency oscillator", "makes {s} swing from side to side all the time",
        "changes the panning of {s} with an LFO", "fades {s} over from the left channel to the right channel and back again and again", "lets an LFO control the panning of {s}"),
    "chopper": ("switches {s} on and off periodically with a square wave", "modulates the amplitude of {s} with a square wave", "cuts {s} into pieces with a square LFO", "multiplies {s} by a square wave that is either 0 or 1"),
    "ring": (
        "multiplies {s} by a sine oscillator", "multiplies {s} with a sine wave that is in the audible range", "modulates {s} by multiplying it with a sine oscillator", "makes sums and differences of the frequencies of {s} and a sine wave", "takes the product of {s} and an oscillator", "gives {s} a metallic robot sound by multiplying it with a sine"),
    "chorus": ("mixes {s} with a slightly delayed copy whose delay time moves slowly", "doubles {s} with a copy that is always slightly out of tune", "thickens {s} with a slowly modulated delay of about 20 ms", "makes {s} sound as if several people played it", "adds to {s} a copy of itself from a slowly moving delay line"),
    "flanger": ("mixes {s} with a copy delayed by a few milliseconds that an LFO moves, with feedback", "mixes {s} with a very short, slowly moving delay that is fed back", "gives {s} a moving comb filter sound", "makes {s} sound like a jet plane taking off"),
    "phaser": ("sends {s} through four all-pass filters swept by an LFO and mixes it with the original", "sweeps notches through {s} with all-pass filters", "mixes {s} with a copy whose phase is shifted by moving all-pass filters", "gives {s} a slow swirling sound with all-pass filters"),
    "echo": (
        "repeats {s} again and again, each time quieter", "delays {s} and feeds part of the delayed sound back into the delay line", "mixes {s} with delayed copies of itself that fade away", "writes {s} to a delay line, reads it back later and feeds some of it in again", "plays {s} together with repeating, fading echoes",
        "makes each sound of {s} come back several times until it has died away", "sends {s} into a delay line with feedback and mixes the delayed signal with the original", "delays {s} with feedback and adds the delayed sound to the dry one"),
    "slapback": ("mixes {s} with one copy of itself a moment later", "repeats {s} exactly once after a short time", "adds a single short echo to {s}", "delays {s} once, without any feedback, and adds it to the original", "doubles {s} with one quick repeat"),
    "late": ("plays only the delayed version of {s}, without the original", "writes {s} to a delay line and outputs only what is read back later", "outputs {s} late, and nothing of the direct sound", "holds {s} back in a delay line and plays it afterwards", "delays {s} without mixing in the direct sound"),
    "ping-pong": ("bounces the echoes of {s} from the left speaker to the right one and back", "repeats {s} by turns on the left and on the right", "lets each echo of {s} appear on the other side", "delays {s} to the left, then to the right, and feeds it back"),
    "multi-tap": ("reads {s} from a delay line at three places, each quieter than the one before", "repeats {s} three times and no more, each time quieter"),
    "reverb": ("makes {s} sound as if it were played in a large hall", "gives {s} the sound of a room", "surrounds {s} with the reflections of a room", "makes {s} ring on like in a church", "mixes {s} with many short delays that feed back, like a room"),
    "distortion": ("amplifies {s} and cuts off its peaks", "amplifies {s} and clips it", "multiplies {s} by a large gain and clips the result with clip~", "makes {s} dirty by clipping it hard", "overdrives {s} until its waveform is cut off flat"),
    "overdrive": ("amplifies {s} and rounds off its peaks with a tanh curve", "multiplies {s} by a gain and passes it through tanh", "clips {s} softly", "shapes {s} with the hyperbolic tangent", "warms {s} up with a soft curve instead of hard clipping"),
    "folder": ("folds the loud parts of {s} back instead of clipping them", "amplifies {s} and passes it through a sine function"),
    "rectifier": ("takes the absolute value of {s}", "turns the negative half of {s} around", "flips every negative sample of {s} to positive"),
    "bit-crusher": ("rounds the amplitude of {s} to a few steps", "lowers the bit depth of {s}", "lowers the number of bits of {s}", "quantizes {s} to fewer amplitude levels", "reduces the resolution of {s} so that it sounds like an old video game", "makes {s} sound digital and rough by using fewer bits"),
    "lo-fi": ("lowers the sample rate of {s}", "holds each sample of {s} for a while", "reduces the sampling frequency of {s}", "samples {s} more slowly and holds the value in between", "keeps only some of the samples of {s} and repeats them"),
    "compressor": ("turns {s} down when it gets too loud, the more the louder it is", "lowers the level of {s} above a threshold by a ratio", "reduces the difference between the loud and the quiet parts of {s}", "makes loud parts of {s} softer while quiet parts stay as they are"),
    "limiter": ("keeps every sample of {s} within a ceiling", "makes sure that {s} never gets louder than a limit", "cuts {s} at a maximum level", "does not let the amplitude of {s} exceed a limit"),
    "gate": ("lets {s} through only while it is louder than a threshold", "mutes {s} whenever its level falls below a threshold", "silences {s} as long as it is quieter than a threshold", "opens only when {s} is loud enough and closes when it is quiet"),
    "preamp": ("multiplies {s} by a gain", "makes {s} louder by a factor", "amplifies {s}", "turns {s} up"),
    "pitch-shifter": ("plays {s} at another pitch without changing its speed", "transposes {s} by some semitones", "makes {s} higher or lower in real time", "shifts {s} up or down by semitones"),
    "harmonizer": ("adds a transposed copy to {s}", "plays {s} together with itself at another pitch", "mixes {s} with a second voice at an interval"),
    "low-pass": ("lets only the low frequencies of {s} pass", "removes the high frequencies of {s}", "removes everything above a cutoff frequency from {s}", "lets the frequencies of {s} below the cutoff through and blocks those above", "attenuates the high frequencies of {s}", "makes {s} duller by taking its treble away", "keeps the bass of {s} and takes the treble away"),
    "high-pass": ("lets only the high frequencies of {s} pass", "removes the low frequencies of {s}", "removes everything below a cutoff frequency from {s}", "lets the frequencies of {s} above the cutoff through and blocks those below", "attenuates the low frequencies of {s}", "makes {s} thinner by taking its bass away", "keeps the treble of {s} and takes the bass away"),
    "band-pass": ("lets only the frequencies of {s} around a centre frequency pass", "keeps a band of {s} and removes what is above and below it", "removes both the lows and the highs of {s} and keeps the middle", "attenuates everything in {s} except a band around the centre frequency"),
    "notch": ("removes the frequencies of {s} around a centre frequency", "removes a narrow band from {s} and keeps what is above and below it", "keeps all of {s} except for a band around one frequency"),
    "vibrato-sine": (
        "plays a sine whose pitch goes up and down periodically", "varies the frequency of a sine oscillator with an LFO", "modulates the pitch of a sine wave with a slow sine", "plays a sine tone that gets periodically higher and lower", "adds a slow oscillator to the frequency of a sine"),
    "tremolo-sine": (
        "plays a sine whose volume goes up and down periodically", "varies the amplitude of a sine oscillator with an LFO", "modulates the loudness of a sine wave with a slow sine", "plays a sine tone that gets periodically louder and softer", "multiplies a sine by a slow oscillator between 0 and 1"),
    "vibrato-saw": ("plays a saw whose pitch goes up and down periodically", "varies the frequency of a sawtooth oscillator with an LFO", "modulates the pitch of a sawtooth wave with a slow sine", "plays a sawtooth that gets periodically higher and lower"),
    "tremolo-saw": ("plays a saw whose volume goes up and down periodically", "varies the amplitude of a sawtooth oscillator with an LFO", "modulates the loudness of a sawtooth wave with a slow sine", "plays a sawtooth that gets periodically louder and softer"),
    "fm": (
        "modulates the frequency of one oscillator with another oscillator", "uses a modulator to change the frequency of a carrier", "adds the output of a sine oscillator to the frequency of another one", "has a carrier oscillator whose frequency is varied by a modulator oscillator", "makes frequency modulation with two sine oscillators", "synthesizes a sound by frequency modulation (FM)"),
    "am": (
        "modulates the amplitude of one oscillator with another oscillator", "uses a modulator to change the amplitude of a carrier", "multiplies a carrier by the output of another sine oscillator that stays between 0 and 1", "has a carrier oscillator whose amplitude is varied by a modulator oscillator", "makes amplitude modulation with two sine oscillators", "synthesizes a sound by amplitude modulation (AM)"),
    "pwm": ("makes the width of a pulse wave go up and down periodically", "varies the pulse width of a pulse wave with an LFO", "modulates the duty cycle of a pulse wave with a slow sine", "plays a pulse wave that gets periodically wider and narrower"),
}  # fmt: skip
ASKS = ("how do I {x}?", "how can i {x}", "Can you {x}?", "I want to {x}", "please {x}", "{x}", "i need to {x}", "is it possible to {x}?", "I'd like a patch to {x}", "What do I need to {x}?", "show me how to {x}")


def its(text: str) -> str:
    """The definition about `it` with the possessive: "the volume of it" as "its volume"."""
    return re.sub(r"\bthe ((?:(?!of\b|the\b|a\b|an\b|and\b|from\b|to\b)[a-z-]+ ){1,3})of it\b", lambda match: f"its {match[1].strip()}", text)


class Definer:
    """Sentences about what an effect does."""

    def __init__(self, speaker: Speaker, effect: Effect, definitions: tuple[str, ...]) -> None:
        self.speaker, self.effect, self.definitions, self.draw = speaker, effect, definitions, speaker.draw

    def values(self) -> list[str]:
        """The named values as noun phrases."""
        return [self.speaker.value_phrase(setting) for setting in self.speaker.named]

    def core(self) -> str:
        """What it does, in the third person."""
        text = self.draw.one(self.definitions)
        if self.effect.sings:
            return text
        if self.draw.chance(0.45):
            live = self.speaker.request.origin.kind == "mic"
            lead = self.draw.one(LONG_TAKES if live else LONG_PLAYS).replace("{s}", self.speaker.source())
            return f"{lead}{self.draw.one((' and ', ', '))}{its(text.replace('{s}', 'it'))}"
        return text.replace("{s}", self.speaker.source())

    def clause(self) -> str:
        """With values and controls."""
        return self.speaker.attached(self.core(), [*self.values(), *self.speaker.control_phrases()])

    def long(self) -> str:
        """With what the user sets, and where the sound goes."""
        speaker = self.speaker
        text = speaker.attached(self.core(), self.values())
        if speaker.part is not None or speaker.request.bypass or speaker.boxes:
            return speaker.attached(text, speaker.control_phrases())
        words = speaker.controls()
        words += [speaker.volume] if speaker.volume and speaker.volume not in words else []
        if not words:
            return text + self.draw.one(LONG_ENDS)
        many, knob = len(words) > 1, self.draw.one(KNOBS)
        names = enumerated([f"the {word}" for word in words])
        return text + self.draw.one(LONG_CONTROLS).replace("{n}", names).replace("{ks}", f"{knob}s" if many else f"a {knob}").replace("{are}", "are" if many else "is")

    def question(self) -> str:
        """As an order, a wish, a question."""
        return self.speaker.attached(self.draw.one(ASKS).replace("{x}", commanded(self.core())), [*self.values(), *self.speaker.control_phrases()])

    def wordings(self) -> list[Wording]:
        """Clauses, questions, words around them."""
        made: dict[str, Wording] = {}
        makers: tuple[tuple[Callable[[str], Wording], Callable[[], str], int], ...] = (
            (that, self.clause, 4), (that, self.long, 4), (ask, self.question, 3), (ask, lambda: spoken_aside(self.draw, self.question()), 1))
        for form, make, often in makers:
            for _ in range(often):
                wording = form(tidy(make()))
                if wording.form is Form.THAT and not is_known(wording.text):
                    wording = ask(self.draw.one(FORMAL if self.draw.chance(0.7) else FREE[:-1]).format(wording.text))
                made.setdefault(wording.text, wording)
        return list(made.values())


def defined(name: str) -> Skill:
    """The skill of an effect by its definitions."""
    effect, definitions = EFFECTS[name], DEFINITIONS[name]

    def make(draw: Draw) -> Example:
        request = Request(draw, effect)
        for setting in request.settings.values():
            # A definition has no place for "slow"; the value of the mood goes with it.
            if setting.mood:
                setting.mood, setting.value = "", setting.knob.usual
        effect.build(request)
        volume, part = leveled(request)
        request.output()
        chosen = trial(request)
        return Example(Definer(Speaker(request, volume, part), effect, definitions).wordings(), request.sketch.text(), chosen.holds, chosen.feeds, seconds=chosen.seconds)

    return make


SKILLS: dict[str, Skill] = {name: defined(name) for name in DEFINITIONS}
CORE: tuple[str, ...] = tuple(f"effect_definitions/{name}" for name in (
    "tremolo", "vibrato", "auto-pan", "ring", "chorus", "flanger", "echo", "late", "reverb", "distortion", "overdrive", "bit-crusher", "compressor", "gate", "pitch-shifter",
    "low-pass", "high-pass", "band-pass", "vibrato-sine", "tremolo-sine", "fm", "am")) + tuple(f"audio_effects_echoes/{name}" for name in ("echo", "ping-pong", "late", "reverb"))  # fmt: skip
