"""Skills: drum patterns put together from what each drum does, drums asked for by what they are made of, drums mixed by hand."""

from __future__ import annotations

from dataclasses import dataclass

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import at_times, loud_at, quiet_at
from patchgen_training.skills.sequence_drums import DRUMS, Bang, drum_machine
from patchgen_training.skills.sequence_notes import counter
from patchgen_training.skills.sequence_phrase import Feature, enumerated, phrased
from patchgen_training.skills.sequence_start import VOLUME, loud, moment, pulse
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_words import Text


@dataclass(frozen=True, slots=True)
class Role:
    """What a drum does in a bar of four beats: at which sixteenths, in which words."""

    steps: tuple[int, ...]
    grain: int
    """Steps per bar that it needs."""
    words: tuple[str, ...]
    """After the drum's name: "on beats 1 and 3"."""


EVERY = Role((0, 4, 8, 12), 4, ("on every beat", "on each beat", "on all four beats", "on every quarter note", "on beats 1, 2, 3 and 4", "four to the bar", "on the quarter notes"))
KICKS = {
    "every": EVERY,
    "odd": Role((0, 8), 4, ("on beats 1 and 3", "on 1 and 3", "on beats one and three", "on the first and third beat", "on one and three", "on the first and the third beat of each bar")),
    "first": Role((0,), 4, ("on beat 1", "on the first beat", "on the first beat of every bar", "on the one", "at the beginning of each bar", "on beat one")),
    "triple": Role((0, 6, 12), 8, ("on eighths 1, 4 and 7", "on the first, fourth and seventh eighth note")),
}
SNARES = {
    "even": Role((4, 12), 4, ("on beats 2 and 4", "on 2 and 4", "on beats two and four", "on the second and fourth beat", "on two and four", "on the backbeat", "on the second and the fourth beat of each bar")),
    "third": Role((8,), 4, ("on beat 3", "on the third beat", "on three", "on beat three of each bar")),
    "last": Role((12,), 4, ("on beat 4", "on the fourth beat", "on the last beat", "on beat four")),
}
HATS = {
    "quarters": EVERY,
    "eighths": Role(tuple(range(0, 16, 2)), 8, ("on every eighth note", "on the eighth notes", "on all eighths", "on eighth notes", "in eighth notes", "playing eighths", "twice per beat", "on every 8th note", "on each half beat")),
    "sixteenths": Role(tuple(range(16)), 16, ("on every sixteenth note", "on the sixteenth notes", "in sixteenths", "on all sixteenths", "playing sixteenth notes", "four times per beat", "on every 16th note")),
    "offbeats": Role((2, 6, 10, 14), 8, ("on the off-beats", "on the offbeat", "between the beats", "on every off-beat", "on the ands", "halfway between the beats", "on the offbeats")),
}
NAMES = {
    "kick": ("a kick", "a kick drum", "a bass drum", "the kick", "the bass drum", "a kick drum sound"), "snare": ("a snare", "a snare drum", "the snare", "the snare drum"), "clap": ("a clap", "a hand clap", "the clap"),
    "hat": ("a hi-hat", "hi-hats", "a closed hi-hat", "a hihat", "the hi-hat", "hihats"), "open hat": ("an open hi-hat", "open hi-hats", "an open hat"),
    "rim": ("a rimshot", "a rim shot"), "cowbell": ("a cowbell", "the cowbell"),
}  # fmt: skip


def chosen_roles(draw: Draw) -> dict[str, Role]:
    """Two or three drums with what they do; one of them is a kick or a snare."""
    kick = {"kick": KICKS[draw.one(("every", "every", "odd", "odd", "odd", "first", "first", "triple"))]}
    snare = {draw.one(("snare", "snare", "snare", "clap")): SNARES[draw.one(("even", "even", "even", "even", "third", "last"))]}
    hat = {draw.one(("hat", "hat", "hat", "hat", "open hat")): HATS[draw.one(("quarters", "eighths", "eighths", "eighths", "sixteenths", "offbeats", "offbeats"))]}
    return draw.one((kick | snare, kick | snare, kick | hat, snare | hat, kick | snare | hat, kick | snare | hat, kick | snare | hat, kick, hat))


def levelled_machine(sketch: Sketch, source: Handle, size: int, pattern: dict[str, tuple[int, ...]], kind: str) -> list[Handle]:
    """The drum machine with a slider, or a toggle, for each drum; gives these controls."""
    step = counter(sketch, source, size) if any(len(steps) < size for steps in pattern.values()) else source
    controls, signals = [], []
    for name, steps in pattern.items():
        bangs: list[Bang] = [source]
        if len(steps) < size:
            select = sketch.add("sel " + " ".join(map(str, steps)), step)
            bangs = [sketch.out(select, i) for i in range(len(steps))]
        signal = DRUMS[name].build(sketch, bangs)
        label = DRUMS[name].short.replace(" ", "_")
        controls.append(sketch.add(f'hsl 0 1 "{label}" init:0.5' if kind == "sliders" else f'tgl "{label}"'))
        signals.append(sketch.add("*~", signal, sketch.into(1, controls[-1])))
    total = sketch.add("*~ 0.3", *signals)
    sketch.add("dac~", total, sketch.into(1, total))
    return controls


EACH = {
    "sliders": Feature(("a volume slider for each drum", "separate volume sliders for the drums", "a level slider for every drum", "a fader for each sound", "individual volume sliders"), ("[have] a volume slider for each drum", "[let] me mix the drums with a slider each"), ("set the volume of each drum with its own slider", "mix the drums with a slider each", "change the level of each drum separately"), ("volume slider per drum", "fader for each drum")),
    "toggles": Feature(("a toggle to switch each drum on and off", "an on/off toggle for each drum", "separate toggles for the drums", "a toggle per drum"), ("[have] an on/off toggle for each drum", "[let] me switch each drum on and off with a toggle"), ("switch each drum on and off with its own toggle", "turn the drums on and off separately"), ("on/off toggle per drum", "toggle for each drum")),
}  # fmt: skip


def pattern_by_beats(draw: Draw) -> Example:
    """A bar in which each drum is said by its beats."""
    roles = chosen_roles(draw)
    size = max(4, *(role.grain for role in roles.values()))
    part = 4 / size
    pattern = {name: tuple(step * size // 16 for step in role.steps) for name, role in roles.items()}
    sketch = Sketch()
    beat = pulse(draw, sketch, noun="step", part=part, plain_ms=int(500 * part), in_beats=True)
    mixed = draw.one(("", "", "", "", "", "sliders", "toggles")) if len(roles) > 1 else ""
    features = [*beat.features]
    feeds = [*beat.feeds]
    watch: list[Handle] = []
    checks: list[Holds] = []
    first = next(iter(pattern.values()))
    steps = size + first[0] + 1
    if mixed:
        controls = levelled_machine(sketch, beat.source, size, pattern, mixed)
        features.append(EACH[mixed])
        if mixed == "toggles":
            feeds += [Feed(2, control, "1") for control in controls]
        watch, checks = [beat.source], [at_times(beat.source, beat.at(range(3))), sounds(0.0003, 0.6)]
        steps = 3
    else:
        slider = draw.chance(0.35)
        selects = drum_machine(sketch, beat.source, size, pattern, slider)
        features += [VOLUME] if slider else []
        at = beat.at(range(steps)) if len(first) == size else beat.at([first[0], first[0] + size])
        watch, checks = [selects[0]], [at_times(selects[0], at), sounds(0.0003, 0.6)]

    def parts() -> str:
        words = [f"{draw.one(NAMES[name])} {draw.one(role.words)}" for name, role in draw.some(list(roles.items()), 3)]
        return enumerated(words)

    cores: list[Text] = [lambda: f"[play] {parts()}", lambda: f"[play] {parts()}", lambda: f"[loop] {parts()}", lambda: f"[play] a drum pattern with {parts()}", lambda: f"[play] a drum beat with {parts()}", lambda: f"[repeat] a bar of drums with {parts()}", lambda: f"[generate] a rhythm with {parts()}", lambda: f"[play] a 4/4 drum loop: {parts()}"]
    nouns: list[Text] = [lambda: f"a drum machine that plays {parts()}", lambda: f"a drum pattern with {parts()}", lambda: f"a beat: {parts()}", lambda: f"a drum loop with {parts()}", lambda: f"a rhythm section of {parts()}", lambda: f"a simple drum machine, {parts()},"]
    speech: list[Text] = [lambda: f"i want {parts()}", lambda: f"drums please: {parts()}", lambda: f"How do I program {parts()}?", lambda: f"I need a beat for practising. {parts()[0].upper()}{parts()[1:]}"]
    plain = draw.chance(0.5) or not beat.when.short
    return Example(phrased(draw, cores, nouns, beat.when, features, () if not plain or beat.when.short else speech), sketch.text(), all_of(*checks), feeds, watch, beat.seconds(steps - 0.5))


MADE_OF: dict[str, tuple[str, ...]] = {
    "kick": ("a sine wave whose pitch falls quickly from 200 to 50 Hz", "a low sine that drops in pitch and dies away", "a sine with a fast pitch drop and a short decay", "a sine wave swept down to 50 Hz"),
    "snare": ("a short burst of band-pass filtered noise", "noise through a band-pass with a short decay", "filtered white noise that dies away in 150 ms", "a short burst of noise"),
    "hat": ("a very short burst of high-pass filtered noise", "white noise through a high-pass filter with a very short decay", "high-passed noise of 50 ms", "only the high part of white noise, very short"),
    "open hat": ("high-pass filtered noise with a longer decay", "high-passed white noise that fades out in 300 ms", "a longer burst of high-pass filtered noise"),
    "tom": ("a sine wave whose pitch falls slowly from 180 to 90 Hz", "a sine that drops an octave while it dies away", "a sine falling from 180 Hz to 90 Hz"),
    "clap": ("several quick bursts of band-pass filtered noise", "three or four quick noise bursts in a row", "a few noise bursts right after each other"),
    "cowbell": ("two tones at 540 and 800 Hz with a short decay", "a 540 Hz and an 800 Hz tone that die away together", "two oscillators at 540 Hz and 800 Hz and a short envelope"),
    "rim": ("a very short high tone", "a 1700 Hz sine that lasts only 30 ms", "a very short sine at 1700 Hz"),
}


def drum_made_of(draw: Draw) -> Example:
    """One drum by its name, its making, or both, in the same sentences for all drums."""
    name = draw.one((*MADE_OF, "kick", "snare", "hat", "snare"))
    sketch = Sketch()
    when = moment(draw, sketch)
    features = loud(draw, sketch, DRUMS[name].build(sketch, [when.source]), 0.3)

    def noun() -> str:
        return draw.one(DRUMS[name].nouns)

    def made() -> str:
        return draw.one(MADE_OF[name])

    cores: list[Text] = [
        lambda: f"[synthesize] {noun()} from {made()}", lambda: f"[make] {noun()} out of {made()}", lambda: f"[play] {noun()} made of {made()}", lambda: f"[play] {noun()}, that is {made()},", lambda: f"[play] {noun()} sound".replace(" sound sound", " sound"),
        lambda: f"[play] {noun()}", lambda: f"[imitate] {noun()} with {made()}", lambda: f"[use] {made()} to make {noun()} sound".replace(" sound sound", " sound"), lambda: f"[trigger] {noun()} built from {made()}", lambda: f"[produce] the sound of {noun()}".removesuffix(" sound")]
    nouns: list[Text] = [noun, lambda: f"{noun()} made of {made()}", lambda: f"{noun()} ({made()})", lambda: f"a synthesis of {noun()} from {made()}"]
    at = when.at[0]
    checks: list[Holds] = [loud_at(at + 2, at + 25, 0.003), sounds(0.0003, 0.5), *([quiet_at(0, at - 3)] if at > 5 else [])]
    return Example(phrased(draw, cores, nouns, when.when, features), sketch.text(), all_of(*checks), when.feeds, (), when.seconds)


SKILLS: dict[str, Skill] = {"pattern-by-beats": pattern_by_beats, "drum-made-of": drum_made_of}
CORE: tuple[str, ...] = (
    "band_drums/pattern-by-beats", "band_drums/drum-made-of", "audio_drums/kick-button", "audio_drums/snare-button", "audio_drums/hat-button", "audio_drums/clap-button", "audio_drums/kick-loop", "audio_drums/drum-loop", "audio_drums/metronome", "audio_drums/drum-kit",
    "audio_drums/kick-and-hat", "audio_drums_beats/beat-by-name", "audio_drums_beats/click-accent", "audio_drums_beats/euclidean", "audio_drums_hits/drum-when", "audio_drums_hits/drum-shaped", "audio_drums_hits/drum-keyed-kit", "sequence_drums/metronome", "sequence_drums/drum-toggle-grid", "sequence_drums/drum-hit",
)  # fmt: skip
