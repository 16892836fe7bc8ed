"""Skills: filters that differ by one word: low-pass, high-pass, band-pass, notch; cutoff fixed, typed, on a slider, swept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from patchgen_training.skills.audio_part import Chain, Part
from patchgen_training.skills.audio_scene import Scene
from patchgen_training.skills.audio_units import an, plain
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import (
    Contrast,
    Sound,
    Step,
    brighter,
    darker,
    different,
    moves,
    spectrum,
)
from patchgen_training.skills.sketch import Handle
from patchgen_training.skills.sound_stage import (
    Voice,
    ended,
    finished,
    in_hertz,
    level,
    microphone,
    named,
    noise,
    tone,
    usual,
)
from patchgen_training.skills.sound_words import Control, Request


@dataclass(frozen=True, slots=True)
class Kind:
    """A filter: its box, its effect, and what it does to {what} at {c}."""

    names: tuple[str, ...]
    does: tuple[str, ...]
    asks: tuple[str, ...]
    frequencies: tuple[int, ...]
    high: str
    """A setting of its slider that must be heard against 1000 Hz."""


KINDS: dict[str, Kind] = {
    "low-pass": Kind(
        ("low-pass filter", "lowpass filter", "low-pass filter", "low pass filter", "lowpass", "LPF"),
        ("removes the frequencies of {what} above {c}", "lets only the frequencies of {what} below {c} through", "passes only the part of {what} that lies under {c}", "keeps the low frequencies of {what} and cuts everything above {c}",
         "attenuates what lies above {c} in {what}", "cuts the treble of {what} above {c}", "blocks everything in {what} that is higher than {c}", "filters out the highs of {what} above {c}", "makes {what} darker by removing what is above {c}",
         "keeps only the bass of {what}, up to {c}"),
        ("{what} sounds too bright, cut everything above {c}", "I only want to hear what is below {c} in {what}", "how do I get rid of the high frequencies of {what}, everything above {c}?", "keep the lows of {what}, remove the highs above {c}"),
        (150, 200, 250, 300, 400, 500, 600, 700, 800, 900, 1000, 1200, 1500, 1800, 2000, 2500, 3000), "100"),
    "high-pass": Kind(
        ("high-pass filter", "highpass filter", "high-pass", "high pass filter", "highpass", "HPF"),
        ("removes the frequencies of {what} below {c}", "lets only the frequencies of {what} above {c} through", "passes only the part of {what} that lies over {c}", "keeps the high frequencies of {what} and cuts everything below {c}",
         "attenuates what lies below {c} in {what}", "cuts the bass of {what} below {c}", "blocks everything in {what} that is lower than {c}", "filters out the lows of {what} under {c}", "makes {what} thinner by removing what is below {c}",
         "keeps only the treble of {what}, from {c} up"),
        ("{what} sounds too dull and boomy, cut everything below {c}", "I only want to hear what is above {c} in {what}", "how do I get rid of the low frequencies of {what}, everything under {c}?", "keep the highs of {what}, remove the lows below {c}"),
        (300, 400, 500, 600, 700, 800, 900, 1000, 1200, 1500, 1800, 2000, 2500, 3000, 4000, 5000), "6000"),
    "band-pass": Kind(
        ("band-pass filter", "bandpass filter", "band-pass", "band pass filter", "bandpass", "BPF"),
        ("lets only the frequencies of {what} around {c} through", "keeps a band around {c} of {what} and removes what is higher or lower", "passes only the part of {what} that lies near {c}", "extracts the frequencies around {c} in {what}",
         "removes everything from {what} except a band around {c}", "cuts the lows and the highs of {what} and keeps what is near {c}"),
        ("I only want to hear what is around {c} in {what}", "how can I keep just a band around {c} of {what}?", "everything except a band at {c} must go from {what}"),
        (300, 400, 500, 600, 700, 800, 900, 1000, 1200, 1500, 1800, 2000, 2500, 3000), "4000"),
    "notch": Kind(
        ("notch filter", "band-reject filter", "band-stop filter", "bandstop filter", "notch"),
        ("removes the frequencies of {what} around {c}", "lets everything of {what} through except a band around {c}", "cuts a hole into {what} at {c}", "takes the frequencies near {c} out of {what} and keeps the rest", "blocks the band around {c} in {what}"),
        ("there is a hum at {c} in {what}, how do I take it out?", "remove only what is around {c} from {what}", "everything except a band at {c} must stay in {what}"),
        (400, 500, 600, 700, 800, 900, 1000, 1200, 1500, 1800, 2000, 2500, 3000), "4000"),
}  # fmt: skip
THROUGH = (
    "passes {what} through {name} {at}", "sends {what} through {name} {at}", "filters {what} with {name} {at}", "applies {name} {at} to {what}", "plays {what} through {name} {at}", "runs {what} through {name} {at}",
    "feeds {what} into {name} {at}", "takes {what}, filters it with {name} {at} and plays the result", "processes {what} with {name} {at}",
)  # fmt: skip
THINGS = ("{what} through {name} {at}", "{name} {at} for {what}", "{what} filtered by {name} {at}", "{bare} {at} on {what}")
ASKED = ("how do I put {name} {at} on {what}?", "I'd like to hear {what} through {name} {at}", "{what} into {name} {at}, please", "which object filters {what} with {name} {at}?")


def box(kind: str, scene: Chain, source: Handle, frequency: str, *controls: Handle) -> Handle:
    """The filter itself, with its frequency as argument or from a control."""
    if kind == "notch":
        # A band of [vcf~] is in phase with the sound, so that taking it away leaves a hole.
        centre = scene.add(f"sig~{frequency}", *controls) if frequency else controls[0]
        return scene.add("-~", source, scene.into(1, scene.add("vcf~ 5", source, scene.into(1, centre))))
    body = {"low-pass": "lop~", "high-pass": "hip~", "band-pass": "bp~"}[kind]
    quality = " 5" if kind == "band-pass" and frequency else ""
    return scene.add(f"{body}{frequency}{quality}", source, *(scene.into(1, control) for control in controls))


def source(scene: Scene) -> Voice:
    """Noise, the microphone, or a bright tone."""
    draw = scene.draw
    chosen = draw.one(("white", "white", "white", "pink", "mic", "mic", "sawtooth", "square"))
    if chosen in ("white", "pink"):
        return noise(scene, chosen)
    return microphone(scene) if chosen == "mic" else tone(scene, draw.one(("steady", "fixed")), chosen)


def filtered(kind: str) -> Skill:
    """One of the filters with its frequency named, on a slider or in a number box."""

    def skill(draw: Draw) -> Example:
        scene = Scene(draw)
        scene.source = Part(())
        chosen, voice = KINDS[kind], source(scene)
        cutoff, how = draw.one(chosen.frequencies), draw.one(("fixed", "fixed", "slider", "slider", "box"))
        word = "cutoff frequency" if kind in ("low-pass", "high-pass") else draw.one(("centre frequency", "center frequency", "centre frequency"))
        label = "cutoff" if "cutoff" in word else "centre"
        controls = list(voice.controls)
        is_noise = not voice.frequency
        if how == "fixed":
            handle = box(kind, scene, voice.signal, f" {cutoff}")
        elif how == "slider":
            control = scene.add(f'hsl 50 {10000 if label == "cutoff" else 5000} "{label}" init:1000')
            handle = box(kind, scene, voice.signal, " 1000" if kind == "band-pass" else "", control)
        else:
            control = scene.add(f'number "{label}"')
            handle = box(kind, scene, voice.signal, " 1000", control)
        if how != "fixed":
            controls.append(Control(draw.one((word, word, label if label == "cutoff" else word, f"{kind} frequency")), how if how == "slider" else "number box", draw.one(("", "in Hz"))))
            scene.steps.append(Step(control, chosen.high, (darker if kind == "low-pass" else brighter if kind == "high-pass" else different) if is_noise else moves if kind != "notch" else always, "1000"))
        elif is_noise:
            scene.contrasts.append((voice.signal, handle, passes(kind, cutoff)))
        scene.signal = (handle,)
        controls += level(scene, usual(draw))
        at = ("at {f}", "with a cutoff of {f}" if label == "cutoff" else "centred on {f}", "set to {f}", "with a {word} of {f}") if how == "fixed" else ("",)
        c = ("{f}",) if how == "fixed" else (f"the {word}", f"the {word}", "an adjustable frequency")
        request = Request(
            ended(draw, (*chosen.does, *THROUGH, *THROUGH)), THINGS, (*chosen.asks, *ASKED), controls,
            values={"what": named(draw, voice.what), "c": named(draw, c), "at": named(draw, at), "bare": named(draw, chosen.names), "name": lambda: an(draw.one(chosen.names)), "word": lambda: word, "f": in_hertz(draw, voice.frequency or cutoff)},
        )  # fmt: skip
        request.values["f"] = in_hertz(draw, cutoff)
        if voice.frequency and voice.frequency != 440:
            pitch = in_hertz(draw, voice.frequency)
            request.values["what"] = lambda: draw.one(voice.what).replace("{f}", pitch())
        return finished(scene, request)

    return skill


def passes(kind: str, frequency: float) -> Contrast:
    """The part of the spectrum that the filter is there for has lost or gained."""

    def share(heard: Sound) -> float:
        frequencies, energy = spectrum(heard)
        chosen = {"low-pass": frequencies > 1.5 * frequency, "high-pass": frequencies < 0.6 * frequency}.get(kind, abs(frequencies / frequency - 1) < 0.03)
        return float(energy[chosen & (frequencies > 5)].sum() / energy.sum())

    return lambda dry, wet: share(wet) > 1.5 * share(dry) if kind == "band-pass" else share(wet) < 0.75 * share(dry)


def always(_before: object, _after: object) -> bool:
    """For what a pure spectrum need not show."""
    return True


SWEPT = (
    "moves the cutoff of a low-pass filter on {what} up and down with an LFO of {r}", "sweeps a low-pass filter over {what} with a slow oscillator of {r}", "plays {what} through a low-pass filter whose cutoff is modulated by a sine LFO of {r}",
    "filters {what} with a resonant low-pass whose cutoff rises and falls {n} times per second", "modulates the cutoff frequency of a filter on {what} with an oscillator of {r}", "opens and closes a low-pass filter on {what} periodically with an LFO of {r}",
    "plays {what} and lets an LFO of {r} move the cutoff of a low-pass filter between {l} and {h}", "sweeps the cutoff of a filter on {what} between {l} and {h} at {r}",
)  # fmt: skip
SWEPT_THINGS = ("{what} through a low-pass filter swept by an LFO of {r}", "a filter sweep with an LFO of {r} on {what}", "an LFO ({r}) on the cutoff of a low-pass filter for {what}")
SWEPT_ASKS = ("how do I make the cutoff of a low-pass on {what} move by itself at {r}?", "I want the filter on {what} to open and close by itself, {n} times a second", "{what}, lowpass cutoff moved by a {r} lfo")


def swept(draw: Draw) -> Example:
    """A filter that a slow oscillator opens and closes; its rate named or on a control."""
    scene = Scene(draw)
    voice = noise(scene, "white") if draw.chance(0.4) else tone(scene, "steady", draw.one(("sawtooth", "square")))
    rate, how = draw.one((0.5, 1, 2, 3, 4)), draw.one(("fixed", "fixed", "slider"))
    controls: list[Control] = []
    ranged = draw.chance(0.4)
    low, high = draw.one(((200, 2000), (300, 1500), (400, 3000), (500, 2500), (100, 1900))) if ranged else (200, 1800)
    if how == "slider":
        rate = 1
        control = scene.add('hsl 0 20 "rate" init:1')
        controls.append(Control(draw.one(("rate", "LFO rate", "speed of the LFO", "rate of the sweep")), "slider"))
        slow = scene.add("osc~", control)
    else:
        slow = scene.add(f"osc~ {plain(rate)}")
    depth, centre = (high - low) / 2, (high + low) / 2
    moved = scene.add(f"+~ {plain(centre)}", scene.add(f"*~ {plain(depth)}", slow))
    scene.signal = (scene.into(0, scene.sketch.out(scene.add("vcf~ 3", voice.signal, scene.into(1, moved)), 1)),)
    scene.lead = 0
    controls += level(scene, usual(draw))
    does = SWEPT if ranged else SWEPT[:6]
    texts = [text if how == "fixed" else text.replace(" of {r}", "").replace("({r}) ", "").replace(" at {r}", "").replace("a {r} lfo", "an lfo").replace(" {n} times per second", " periodically").replace(", {n} times a second", "") for text in does]
    if ranged:
        texts = [text if "{l}" in text else f"{text}, from {{l}} to {{h}}" for text in texts]
    things = [text.replace(" of {r}", "").replace(" ({r})", "") for text in SWEPT_THINGS] if how != "fixed" else SWEPT_THINGS
    asks = [] if how != "fixed" or ranged else SWEPT_ASKS
    if ranged:
        things = [f"{text} from {{l}} to {{h}}" for text in things]
    return finished(scene, Request(texts, things, asks, controls, values={"what": named(draw, voice.what), "r": in_hertz(draw, rate), "n": lambda: plain(rate), "l": in_hertz(draw, low), "h": in_hertz(draw, high)}))


SKILLS: dict[str, Callable[[Draw], Example]] = {
    **{kind: filtered(kind) for kind in KINDS},
    "swept": swept,
}

CORE: tuple[str, ...] = (
    *(f"sound_filters/{name}" for name in SKILLS),
    "audio_chains/noise-low-pass", "audio_chains/noise-high-pass", "audio_chains/noise-band-pass", "audio_chains/tone-low-pass", "audio_chains/tone-high-pass", "audio_chains/microphone-filter", "audio_chains/noise-filter-volume",
    "audio_oscillators/lfo-filter", "audio_filters_banks/low-pass", "audio_filters_banks/high-pass",
)  # fmt: skip
"""Plain requests that deserve more examples than exotic ones."""


