"""Skills: metronomes that show and subdivide, typed euclidean rhythms, hits with a random place, rhythms of noise, kicks that duck a pad, rows of toggles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from patchgen_training.skills.audio_scene import played
from patchgen_training.skills.audio_units import hertz, note_frequency, plain
from patchgen_training.skills.band2_melody import beat, ending, played_notes
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_audio import Sound, energy_near
from patchgen_training.skills.expect_audio import level as rms
from patchgen_training.skills.expect_audio_time import beats, every, part, sounds
from patchgen_training.skills.expect_time import at_times, says
from patchgen_training.skills.sequence_drums import DRUMS
from patchgen_training.skills.sequence_notes import counter, pick
from patchgen_training.skills.sketch import Cord, Handle
from patchgen_training.skills.sound2_probe import begun
from patchgen_training.skills.sound_stage import both, finished, level, named
from patchgen_training.skills.sound_words import Control, Request

SHOWN = (
    "plays a metronome with an accent on the first of {n} beats and shows the beat in a number box", "clicks in {n}/4 with a higher first beat and displays which beat of the bar it is", "works as a metronome in {n}/4 time that shows the tempo in bpm and counts the beats from 1 to {n}",
    "is a metronome with {n} beats per bar, a higher click on beat 1, a number box for the bpm and one for the current beat", "counts from 1 to {n} with a click on each beat, higher on the one, and shows bpm and beat",
)  # fmt: skip
SHOWN_THINGS = ("a metronome in {n}/4 that accents beat 1 and shows bpm and beat", "a metronome with accent, bpm display and beat number, {n} beats per bar")
SHOWN_ASKS = ("I need a metronome in {n}/4: first beat higher, and I want to see the bpm and the beat number", "a click in {n}/4 please, accent on one, with the tempo and the beat shown in number boxes")


def metronome_shown(draw: Draw) -> Example:
    """A tempo slider, its number, the beat of the bar, a higher first click."""
    scene = begun(draw)
    size = draw.one((3, 4, 4, 4, 5, 6))
    switch = scene.add('tgl "on"')
    slider = scene.add('hsl 40 240 "tempo" init:120')
    scene.add('number "bpm"', slider)
    metro = scene.add("metro 500", switch, scene.into(1, scene.add("expr 60000 / $f1", slider)))
    count = counter(scene.sketch, metro, size)
    shown = scene.add('number "beat"', scene.add("+ 1", count))
    select = scene.add("sel 0", count)
    tone = scene.add("osc~", scene.add("msg 2000", select), scene.add("msg 1000", scene.into(0, scene.sketch.out(select, 1))))
    shape = scene.add("line~", scene.add("msg 1 , 0 50", metro))
    scene.signal = (scene.add("*~", tone, scene.into(1, shape)),)
    controls = [Control("", "toggle"), Control("tempo", "slider", draw.one(("", "in bpm"))), *level(scene, ending(draw))]
    request = Request(SHOWN, SHOWN_THINGS, SHOWN_ASKS, controls, values={"n": lambda: str(size)})
    trial = played([(0.005, slider, "240"), (0.06, switch, "1")], beats(0.06, 0.25, size), 0.25 * size - 0.02)
    example = finished(scene, request, trial)
    return replace(example, watch=[shown], holds=all_of(says(shown, [*range(1, size + 1)]), example.holds))


DIVIDED = (
    "plays a metronome at {b} bpm with softer clicks on the {d}", "clicks on every beat at {b} bpm and more quietly on the {d} in between", "divides a metronome of {b} bpm into {d}, with the beat louder than the rest", "plays loud clicks on the beats at {b} bpm and soft ones on the other {d}",
    "runs a click track at {b} bpm whose {d} are heard too, but softer than the beats",
)  # fmt: skip
DIVIDED_THINGS = ("a metronome at {b} bpm with subdivision into {d}", "a click track at {b} bpm with soft {d}")
DIVIDED_ASKS = ("I want to practise with a click at {b} bpm that also gives me the {d}, softer", "metronome {b} bpm, {d} quieter")
PARTS = {2: ("eighth notes", "eighths", "8th notes"), 3: ("triplets", "eighth note triplets"), 4: ("sixteenth notes", "sixteenths", "16th notes")}


def metronome_divided(draw: Draw) -> Example:
    """Loud clicks on the beats, soft ones between."""
    scene = begun(draw)
    parts, bpm = draw.one((2, 2, 3, 4)), draw.one((60, 70, 80, 90, 100, 110, 120, 132))
    switch = scene.add('tgl "on"')
    metro = scene.add(f"metro {plain(round(1 / parts, 4))} {bpm} permin", switch)
    select = scene.add("sel 0", counter(scene.sketch, metro, parts))
    shape = scene.add("line~", scene.add("msg 1 , 0 50", select), scene.add("msg 0.3 , 0 50", scene.into(0, scene.sketch.out(select, 1))))
    scene.signal = (scene.add("*~", scene.add("osc~ 1000"), scene.into(1, shape)),)
    controls = [Control("", "toggle"), *level(scene, ending(draw))]
    request = Request(DIVIDED, DIVIDED_THINGS, DIVIDED_ASKS, controls, values={"b": lambda: str(bpm), "d": named(draw, PARTS[parts])})
    period = 60 / bpm / parts

    def softer(heard: Sound) -> bool:
        first, second = rms(part(heard, 0.06, 0.1)), rms(part(heard, 0.06 + period, 0.1 + period))
        return 0.1 < second / max(first, 1e-9) < 0.6

    return finished(scene, request, played([(0.06, switch, "1")], every(softer, beats(0.06, period, parts + 1)), 0.15 + period * (parts + 1)))


EUCLID = (
    "plays a Euclidean rhythm on {drum} whose number of hits and number of steps are typed {e}", "distributes a typed number of hits as evenly as possible over a typed number of steps and plays them on {drum} {e}", "plays {drum} in a euclidean pattern {e}, with hits and steps set by the user",
    "spreads the entered number of beats evenly over the entered number of steps {e} and plays {drum} on them",
)  # fmt: skip
EUCLID_THINGS = ("a euclidean sequencer for {drum} with adjustable hits and steps {e}", "an adjustable euclidean rhythm on {drum} {e}")
EUCLID_ASKS = ("I'd like to type hits and steps of a euclidean rhythm on {drum} {e}", "euclidean rhythm with {drum}, both numbers adjustable {e}")


def euclidean_typed(draw: Draw) -> Example:
    """Hits and steps in number boxes: a step is a hit where (step * hits) mod steps is less than hits."""
    scene = begun(draw)
    name = draw.one(("kick", "kick", "snare", "hat", "rim", "clap"))
    steps = beat(scene, 200, "step")
    size, hits = scene.add('number "steps"'), scene.add('number "hits"')
    count = scene.add("f", steps.source)
    around = scene.add("mod 8", scene.add("+ 1", count), scene.into(1, size))
    scene.sketch.connect(around, count, inlet=1)
    is_hit = scene.add("expr $f2 > ($f1 * $f2) % $f3", count, scene.into(1, hits), scene.into(2, size))
    select = scene.add("sel 1", is_hit)
    scene.signal = (DRUMS[name].build(scene.sketch, [select]),)
    controls = [Control("", "toggle"), Control("number of hits", "number box"), Control("number of steps", "number box"), *level(scene, ending(draw))]
    request = Request(EUCLID, EUCLID_THINGS, EUCLID_ASKS, controls, values={"drum": named(draw, DRUMS[name].nouns), "e": steps.pace})
    total, wanted = draw.one(((8, 3), (8, 5), (5, 2), (7, 3), (6, 4)))
    trial = played([(0.003, size, str(total)), (0.005, hits, str(wanted)), (0.01, steps.switch, "1")], sounds(0.0003, 0.6), steps.seconds(total - 0.5))
    example = finished(scene, request, trial)
    at = [10 + steps.period * i for i in range(total) if i * wanted % total < wanted]
    return replace(example, watch=[select], holds=all_of(at_times(select, at), example.holds))


PLACED = (
    "plays {drum} {e} and pans every hit to a random position", "places each hit of {drum} somewhere else between left and right, at random, {e}", "gives every {short} hit a random pan {e}", "repeats {drum} {e}, each time from another random place in the stereo field",
    "plays {drum} {e}, where a random number decides on each hit how far left or right it is",
)  # fmt: skip
PLACED_THINGS = ("{drum} {e} with a random pan for each hit", "{drum} that jumps between left and right at random {e}")
PLACED_ASKS = ("every hit of {drum} should come from another random direction {e}", "{short} {e}, random panning on each hit")


def random_place(draw: Draw) -> Example:
    """A drum whose pan is drawn at each hit."""
    scene = begun(draw)
    name = draw.one(("kick", "snare", "hat", "clap", "rim", "cowbell", "tom"))
    steps = beat(scene, 250, "hit")
    sounding = DRUMS[name].build(scene.sketch, [steps.source])
    place = scene.add("/ 100", scene.add("random 101", steps.source))
    one = scene.add("*~", sounding, scene.into(1, scene.add("expr 1 - $f1", place)))
    both(scene, one, scene.add("*~", sounding, scene.into(1, place)))
    controls = [Control("", "toggle"), *level(scene, ending(draw))]
    request = Request(PLACED, PLACED_THINGS, PLACED_ASKS, controls, values={"drum": named(draw, DRUMS[name].nouns), "short": lambda: DRUMS[name].short, "e": steps.pace})

    def elsewhere(heard: Sound) -> bool:
        shares = []
        for i in range(6):
            piece = part(heard, steps.seconds(i), steps.seconds(i) + 0.03)
            shares.append(rms(piece[:1]) / max(rms(piece[:1]) + rms(piece[1:]), 1e-9))
        return max(shares) - min(shares) > 0.15

    return finished(scene, request, played([(0.01, steps.switch, "1")], elsewhere, steps.seconds(6.2)))


NOISY = (
    "plays short bursts of noise on the steps {s} of {n} {e}", "gates white noise {e} in a rhythm that opens on the steps {s} of {n}", "turns white noise into a rhythm of {n} steps with bursts on {s} {e}", "chops noise into a repeating pattern of {n} steps, heard on {s}, {e}",
    "makes a rhythm out of noise {e}, with a burst on the steps {s} in a loop of {n}",
)  # fmt: skip
NOISY_THINGS = ("a gated noise rhythm of {n} steps with bursts on {s} {e}", "a noise pattern with bursts on the steps {s} of {n} {e}")
NOISY_ASKS = ("I want rhythmic noise, {n} steps, bursts on {s}, {e}", "noise that is only heard on the steps {s} of a loop of {n} {e}")


def noise_rhythm(draw: Draw) -> Example:
    """Bursts of noise on chosen steps."""
    scene = begun(draw)
    size = draw.one((4, 8, 8, 8, 16, 6))
    chosen = sorted(draw.some(range(size), draw.integer(2, max(2, size // 2))))
    steps = beat(scene, 150, "step")
    select = scene.add("sel " + " ".join(map(str, chosen)), counter(scene.sketch, steps.source, size))
    shape = scene.add("line~", scene.add("msg 1 , 0 80", *[scene.into(0, scene.sketch.out(select, i)) for i in range(len(chosen))]))
    scene.signal = (scene.add("*~", scene.add("noise~"), scene.into(1, shape)),)
    controls = [Control("", "toggle"), *level(scene, ending(draw))]
    words = [str(step + 1) for step in chosen]
    request = Request(NOISY, NOISY_THINGS, NOISY_ASKS, controls, values={"n": lambda: str(size), "s": lambda: ", ".join(words[:-1]) + " and " + words[-1], "e": steps.pace})

    def in_rhythm(heard: Sound) -> bool:
        return all((rms(part(heard, steps.seconds(i) + 0.002, steps.seconds(i) + 0.03)) > 0.01) == (i in chosen) for i in range(size))

    return finished(scene, request, played([(0.01, steps.switch, "1")], in_rhythm, steps.seconds(size - 0.2)))


DUCKED = (
    "plays a kick drum {e} and ducks {pad} each time it hits", "turns {pad} down on every kick {e}, like a sidechain compressor", "lets {pad} pump with a kick drum {e}, so that it is silent on each kick and back within {r} ms", "plays {pad} and a kick drum {e}, where each kick pushes the pad down",
    "makes a sidechain effect {e} out of a kick drum and {pad}, which is silenced by each kick and back after {r} ms",
)  # fmt: skip
DUCKED_THINGS = ("a kick drum {e} that ducks {pad}", "sidechain pumping with a kick and {pad} {e}")
DUCKED_ASKS = ("I want the sidechain sound: a kick {e} and {pad} that ducks on each kick", "{pad} should get out of the way of a kick drum {e}")


def kick_ducks(draw: Draw) -> Example:
    """A kick on each beat; each one silences a pad, which comes back."""
    scene = begun(draw)
    steps = beat(scene, 500, "kick")
    drum = DRUMS["kick"].build(scene.sketch, [steps.source])
    frequency = draw.one((110, 131, 147, 165, 196, 220))
    back = draw.one((150, 200, 250, 300))
    wave = scene.add("-~ 0.5", scene.add(f"phasor~ {frequency}"))
    gain = scene.add("line~", scene.add(f"msg 0 , 1 {back}", steps.source))
    pad = scene.add("*~", wave, scene.into(1, gain))
    scene.signal = (scene.add("*~ 0.5", drum, pad),)
    controls = [Control("", "toggle"), *level(scene, ending(draw))]
    request = Request(DUCKED, DUCKED_THINGS, DUCKED_ASKS, controls, values={"pad": lambda: draw.one((f"a sawtooth of {hertz(draw, frequency)}", f"a {hertz(draw, frequency)} sawtooth", f"a sawtooth pad at {hertz(draw, frequency)}")), "e": steps.pace, "r": lambda: str(back)})

    def pumps(heard: Sound) -> bool:
        return rms(part(heard, 0.2, 0.24)) > 0.01 and energy_near(part(heard, 0.25, 0.6), frequency, 20) > 0.03

    return finished(scene, request, played([(0.2, steps.switch, "1")], pumps, 0.65, before=0.2))


ROWS = (
    "is a drum machine with two rows of {n} toggles, one for {a} and one for {b}, {e}", "plays {a} and {b} {e} on the steps whose toggles are on, {n} toggles for each drum", "has {n} toggles for {a} and {n} toggles for {b} and plays each drum on the steps that are checked {e}",
    "sequences {a} and {b} in {n} steps {e}, where the toggles of two rows decide what is played",
)  # fmt: skip
ROWS_THINGS = ("a drum machine with {n} step toggles each for {a} and {b} {e}", "a two-track, {n}-step drum sequencer with toggles for {a} and {b} {e}")
ROWS_ASKS = ("I want to click my own beat: {n} toggles for {a}, {n} toggles for {b}, {e}", "how do I make a {n} step drum grid for {a} and {b} {e}?")


def two_rows(draw: Draw) -> Example:
    """A grid of toggles for two drums."""
    scene = begun(draw)
    size = draw.one((4, 4, 8))
    names = draw.one((("kick", "snare"), ("kick", "snare"), ("kick", "hat"), ("snare", "hat"), ("kick", "clap")))
    steps = beat(scene, 250, "step")
    select = scene.add("sel " + " ".join(map(str, range(size))), counter(scene.sketch, steps.source, size))
    signals, rows, volumes = [], [], []
    mixed = draw.chance(0.5)
    for name in names:
        toggles = [scene.add(f'tgl "{name}{i + 1}"') for i in range(size)]
        gates: list[Handle | Cord] = [scene.add("spigot", scene.into(0, scene.sketch.out(select, i)), scene.into(1, toggle)) for i, toggle in enumerate(toggles)]
        signal = DRUMS[name].build(scene.sketch, gates)
        if mixed:
            volumes.append(scene.add(f'hsl 0 1 "{name}" init:0.5'))
            signal = scene.add("*~", signal, scene.into(1, volumes[-1]))
        signals.append(signal)
        rows.append(toggles)
    scene.signal = (scene.add("*~ 0.5", *signals),)
    controls = [*([Control(f"volume of the {DRUMS[name].short}") for name in names] if mixed else [Control("", "toggle")]), *level(scene, "unsaid")]
    values = {"n": named(draw, {4: ("four", "4"), 8: ("eight", "8")}[size]), "a": named(draw, DRUMS[names[0]].nouns), "b": named(draw, DRUMS[names[1]].nouns), "e": steps.pace}
    request = Request(ROWS, ROWS_THINGS, ROWS_ASKS, controls, values=values)
    first, second = draw.some(range(size), 2)

    def on_steps(heard: Sound) -> bool:
        return all(rms(part(heard, steps.seconds(i), steps.seconds(i) + 0.03)) > 0.003 for i in (first, second))

    silent_before = 0.01 + min(first, second) * steps.period / 1000
    return finished(scene, request, played([(0.002, rows[0][first], "1"), (0.002, rows[1][second], "1"), (0.01, steps.switch, "1")], on_steps, steps.seconds(size), before=silent_before))


BASSED = (
    "plays a bass line of the notes {n} with a kick drum on every note {e}", "loops the bass notes {n} {e} and plays a kick with each of them", "plays {n} as a bass line {e} together with a kick drum on each beat", "plays a kick drum {e} and, with each kick, one of the bass notes {n} in a loop",
)  # fmt: skip
BASSED_THINGS = ("a bass line ({n}) with a kick drum {e}", "a groove of bass notes {n} and a kick on each {e}")
BASSED_ASKS = ("I need a bass line, {n}, plus a kick on every beat {e}", "kick and bass with the notes {n} {e}")


def bass_and_kick(draw: Draw) -> Example:
    """A row of low notes, each with a kick."""
    scene = begun(draw)
    steps = beat(scene, 500, "beat")
    notes = [draw.one((33, 36, 38, 40, 41, 43, 45, 48)) for _ in range(draw.one((3, 4, 4, 4)))]
    drum = DRUMS["kick"].build(scene.sketch, [steps.source])
    pitch = pick(scene.sketch, counter(scene.sketch, steps.source, len(notes)), notes)
    bass = scene.add("-~ 0.5", scene.add("phasor~", pitch))
    scene.signal = (scene.add("*~ 0.5", drum, bass),)
    controls = [Control("", "toggle"), *level(scene, ending(draw))]
    request = Request(BASSED, BASSED_THINGS, BASSED_ASKS, controls, values={"n": lambda: draw.one((" ", ", ")).join(map(str, notes)), "e": steps.pace})

    def fits(found: Sequence[Sequence[float]]) -> bool:
        return len(found[0]) >= len(notes) and all(abs(value / note_frequency(notes[i % len(notes)]) - 1) < 0.01 for i, value in enumerate(found[0]))

    return played_notes(scene, request, steps, [pitch], fits, len(notes) + 0.5)


SKILLS: dict[str, Callable[[Draw], Example]] = {
    "metronome-shown": metronome_shown,
    "metronome-divided": metronome_divided,
    "euclidean-typed": euclidean_typed,
    "random-place": random_place,
    "noise-rhythm": noise_rhythm,
    "kick-ducks": kick_ducks,
    "two-rows": two_rows,
    "bass-and-kick": bass_and_kick,
}

CORE: tuple[str, ...] = ("metronome-shown", "metronome-divided", "two-rows", "bass-and-kick", "audio_drums/metronome", "sequence_drums/metronome")
"""Plain requests that deserve more examples than exotic ones."""
