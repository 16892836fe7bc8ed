"""Beats by name, clicks with accents, rhythms that divide time: every start, tempo and volume."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.audio_drums_hits import bare
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import at_times, crossings, loud_at, says
from patchgen_training.skills.sequence_drums import DRUMS, drum_machine
from patchgen_training.skills.sequence_layers import EUCLID
from patchgen_training.skills.sequence_notes import counter
from patchgen_training.skills.sequence_phrase import NEVER, phrased
from patchgen_training.skills.sequence_start import SWITCH, VOLUME, loud, pulse
from patchgen_training.skills.sketch import Sketch
from patchgen_training.skills.time_words import NUMBER_WORDS, ORDINALS, Text

BEATS: tuple[tuple[tuple[str, ...], int, dict[str, tuple[int, ...]]], ...] = (
    (("four on the floor", "a four on the floor kick", "a four-on-the-floor kick", "a kick on every beat", "a four to the floor kick drum", "a kick drum on every quarter note"), 4, {"kick": (0, 1, 2, 3)}),
    (("a four on the floor kick with off-beat hi-hats", "a kick on every beat and a hi-hat on the off-beats", "four on the floor with offbeat hats", "a kick on each beat with hi-hats in between"), 8, {"kick": (0, 2, 4, 6), "hat": (1, 3, 5, 7)}),
    (("a backbeat", "a backbeat of kick and snare", "a kick on 1 and 3 and a snare on 2 and 4", "a kick on beats one and three with a snare on beats two and four", "a simple kick snare beat", "a boom bap beat, kick then snare,"), 4, {"kick": (0, 2), "snare": (1, 3)}),
    (("a rock beat", "a standard rock beat", "a rock drum pattern with kick, snare and hi-hats in eighths", "a beat with kick on 1 and 3, snare on 2 and 4 and hi-hats on the eighth notes", "a basic drum groove of kick, snare and hihat"), 8, {"kick": (0, 4), "snare": (2, 6), "hat": (0, 1, 2, 3, 4, 5, 6, 7)}),
    (("off-beat hi-hats", "a hi-hat on the off-beats", "offbeat hats", "a hihat between the beats"), 2, {"hat": (1,)}),
    (("a disco beat", "a disco beat with kick, snare and open hi-hat"), 8, {"kick": (0, 2, 4, 6), "snare": (2, 6), "open hat": (1, 3, 5, 7)}),
    (("a techno beat", "a techno drum loop", "a techno pattern of kick, clap and hi-hat"), 8, {"kick": (0, 2, 4, 6), "clap": (2, 6), "hat": (1, 3, 5, 7)}),
    (("a waltz beat", "a waltz drum pattern", "an oom-pah-pah of kick and hi-hat", "a 3/4 beat with a kick on one and hi-hats on two and three"), 3, {"kick": (0,), "hat": (1, 2)}),
    (("a half-time beat", "a half time groove with the snare on beat three"), 4, {"kick": (0,), "snare": (2,), "hat": (0, 1, 2, 3)}),
    (("a 7/8 beat", "a drum pattern in 7/8", "a kick, snare and hi-hat pattern in 7/8"), 7, {"kick": (0,), "snare": (4,), "hat": (0, 1, 2, 3, 4, 5, 6)}),
    (("a 5/4 beat", "a drum pattern in 5/4", "a beat in five with kick and snare"), 5, {"kick": (0, 3), "snare": (2, 4)}),
    (("a tresillo", "a tresillo rhythm on the kick"), 8, {"kick": (0, 3, 6)}),
    (("a son clave", "a clave rhythm", "a 3-2 son clave with a rimshot"), 16, {"rim": (0, 3, 6, 10, 12)}),
    (("a reggaeton beat", "a dembow rhythm"), 16, {"kick": (0, 4, 8, 12), "snare": (3, 6, 11, 14)}),
)
PART = {2: 0.5, 3: 1, 4: 1, 5: 1, 7: 0.5, 8: 0.5, 16: 0.25}


def beat(draw: Draw) -> Example:
    """A well-known beat."""
    names, size, pattern = draw.one((*BEATS[:4] * 2, *BEATS))
    sketch = Sketch()
    part = PART[size]
    ticks = pulse(draw, sketch, noun="step", part=part, plain_ms=int(500 * part), in_beats=True)
    slider = draw.chance(0.4)
    if size == 4 and list(pattern) == ["kick"] and len(pattern["kick"]) == 4:
        features = [*ticks.features, *loud(draw, sketch, DRUMS["kick"].build(sketch, [ticks.source]), 0.3)]
        watched = ticks.source
        at = ticks.at(range(4))
    else:
        watched = drum_machine(sketch, ticks.source, size, pattern, slider)[0]
        features = [*ticks.features, *([VOLUME] if slider else [])]
        first = next(iter(pattern.values()))
        at = ticks.at([first[0], first[0] + size])
    steps = 4 if watched == ticks.source and len(pattern) == 1 else size + next(iter(pattern.values()))[0] + 1
    cores: list[Text] = [lambda: f"[play] {draw.one(names)}", lambda: f"[play] {draw.one(names)}", lambda: f"[loop] {draw.one(names)}", lambda: f"[drum] {draw.one(names)}", lambda: f"[generate] {draw.one(names)}", lambda: f"[make] {draw.one(names)}"]
    nouns: list[Text] = [lambda: draw.one(names), lambda: f"a drum machine that plays {draw.one(names)}", lambda: f"a drum machine playing {draw.one(names)}", lambda: f"a drum loop: {draw.one(names)}", lambda: f"a groove, {draw.one(names)},"]
    # The first outlet of [sel] speaks for the first step of the first drum.
    return Example(phrased(draw, cores, nouns, ticks.when, features), sketch.text(), all_of(at_times(watched, at), sounds(0.0005, 0.6)), ticks.feeds, [watched], ticks.seconds(steps - 0.5))


METERS = {2: ("in 2/4",), 3: ("in 3/4", "in three four time", "in waltz time", "in 3/4 time"), 4: ("in 4/4", "in four four time", "in common time", "in 4/4 time"), 5: ("in 5/4", "in 5/4 time"), 6: ("in 6/8", "in 6/4"), 7: ("in 7/8", "in 7/4", "in 7/8 time"), 9: ("in 9/8",), 12: ("in 12/8",)}


def accents(draw: Draw, size: int) -> str:
    """The accent in words."""
    number = draw.one((str(size), NUMBER_WORDS[size]))
    nth = draw.one((ORDINALS[size], ORDINALS[size], f"{size}{ {2: 'nd', 3: 'rd'}.get(size, 'th') }"))
    ways = [f"with an accent on every {nth} beat", f"with an accent every {number} beats", f"with a higher click every {number} beats", f"with every {nth} click higher", f"where every {nth} beat is accented", f"with a higher pitch on every {nth} beat",
            f"with the first of {number} beats accented", f"with an accent on the first of every {number} beats", f"that accents every {nth} click", f"with an accented first beat in bars of {number}", f"with a louder, higher click on one of {number} beats", f"accented every {number} clicks"]
    ways += [f"{meter} with an accent on {one}" for meter in METERS.get(size, ()) for one in ("the first beat", "one", "the downbeat")]
    return draw.one(ways)


def click_track(draw: Draw) -> Example:
    """A click, with an accent every some beats or without."""
    size = draw.one((0, 2, 3, 3, 4, 4, 4, 4, 5, 6, 7, 8, 9, 12))
    sketch = Sketch()
    beat_ = pulse(draw, sketch, noun="beat", plain_ms=500)
    watched = beat_.source
    if size:
        select = sketch.add("sel 0", counter(sketch, beat_.source, size))
        high = watched = sketch.add("msg 2000", select)
        tone = sketch.add("osc~", high, sketch.add("msg 1000", sketch.out(select, 1)))
    else:
        tone = sketch.add("osc~ 1000")
    level = sketch.add("line~", sketch.add("msg 1 , 0 50", beat_.source))
    features = [*beat_.features, *loud(draw, sketch, sketch.add("*~", tone, sketch.into(1, level)), 0.3)]

    def tail() -> str:
        return accents(draw, size) if size else ""

    cores: list[Text] = [lambda: f"[play] a metronome {tail()}", lambda: f"[click] {tail()}" if size else "[click] like a metronome", lambda: f"[play] a click track {tail()}", lambda: f"[tick] like a metronome {tail()}", lambda: f"[work] as a metronome {tail()}", lambda: f"[give] me a click {tail()}",
                         lambda: f"[count] the beat with clicks {tail()}", lambda: f"[beep] on each beat {tail()}"]
    nouns: list[Text] = [lambda: f"a metronome {tail()}", lambda: f"a click track {tail()}", lambda: f"a metronome click {tail()}", lambda: f"a click {tail()}", lambda: f"an audible metronome {tail()}", lambda: f"a practice metronome {tail()}"]
    period, begin = beat_.period, beat_.begin
    tones: list[Holds] = [crossings(2000, begin + 1, begin + 25, 0.2), crossings(1000, begin + period + 1, begin + period + 25, 0.2)] if size else []
    count = size + 1 if size else 3
    at = beat_.at([0, size] if size else range(3))
    return Example(phrased(draw, cores, nouns, beat_.when, features), sketch.text(), all_of(at_times(watched, at), *tones, loud_at(begin + 2, begin + 30, 0.01)), beat_.feeds, [watched], beat_.seconds(count - 0.5))


def seen_metronome(draw: Draw) -> Example:
    """A metronome that one sees: it flashes a button and perhaps counts the beats of a bar."""
    size = draw.one((0, 3, 4, 4, 5, 6, 7))
    sketch = Sketch()
    beat_ = pulse(draw, sketch, noun="beat", plain_ms=500)
    light = sketch.add('bng "beat"', beat_.source)
    number = sketch.add('number "beat"', sketch.add("+ 1", counter(sketch, beat_.source, size))) if size else 0
    level = sketch.add("line~", sketch.add("msg 1 , 0 50", beat_.source))
    features = [*beat_.features, *loud(draw, sketch, sketch.add("*~", sketch.add("osc~ 1000"), sketch.into(1, level)), 0.3)]
    counting = draw.one((f" and [count] the beats from 1 to {size} in a number box", f" and [show] the beat number from 1 to {size}", f" and [display] which of the {NUMBER_WORDS[size]} beats it is")) if size else ""
    counted = draw.one((f" and a beat number from 1 to {size}", f" and a number box counting 1 to {size}")) if size else ""
    cores: list[Text] = [f"[click] and [flash] a button on every beat{counting}", f"[play] a click and [flash] a bang on each beat{counting}", f"[blink] and [click] on every beat{counting}", f"[flash] a light and [play] a click on each beat{counting}"]
    nouns: list[Text] = [f"a metronome with a click and a flashing button{counted}", f"a visual metronome with sound{counted}", f"a metronome that clicks and blinks{counted}", f"a click with a blinking light{counted}"]
    checks: list[Holds] = [at_times(light, beat_.at(range(3))), loud_at(beat_.begin + 2, beat_.begin + 30, 0.01)]
    if number:
        checks.append(says(number, [1, 2, 3]))
    return Example(phrased(draw, cores, nouns, beat_.when, features), sketch.text(), all_of(*checks), beat_.feeds, [light, *([number] if number else [])], beat_.seconds(2.5))



def two_rhythms(draw: Draw) -> Example:
    """Two beats at once: a polyrhythm of unsaid speed, or two that drift apart in phase."""
    drifting = draw.chance(0.45)
    names = draw.one((("kick", "hat"), ("kick", "snare"), ("rim", "kick"), ("cowbell", "kick"), ("hat", "snare"), ("tom", "clap")))
    as_drums = draw.chance(0.6)
    one, other = draw.one(((3, 4), (3, 4), (2, 3), (4, 3), (3, 2), (5, 4), (4, 5), (5, 3), (3, 5), (7, 4)))
    base = draw.one((200, 250, 300, 400, 500))
    slower = base + draw.one((5, 10, 10, 20))
    unsaid = not drifting or draw.chance(0.4)
    base, slower = (500, 510) if unsaid and drifting else (base, slower)
    periods = (base, slower) if drifting else (other * 200, one * 200)
    tones = draw.one(((880, 660), (1000, 800), (440, 660), (600, 900), (880, 1320)))
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    metros = [sketch.add(f"metro {period}", switch) for period in periods]
    if as_drums:
        signals = [DRUMS[name].build(sketch, [metro]) for name, metro in zip(names, metros, strict=True)]
    else:
        signals = [sketch.add("*~", sketch.add(f"osc~ {tone}"), sketch.into(1, sketch.add("line~", sketch.add("msg 1 , 0 100", metro)))) for tone, metro in zip(tones, metros, strict=True)]
    features = [*([SWITCH] if draw.chance(0.6) else []), *loud(draw, sketch, sketch.add("*~ 0.5", *signals), 0.4)]
    pair = f"{bare(draw, names[0])} and {bare(draw, names[1])}" if as_drums else draw.one((f"{tones[0]} Hz and {tones[1]} Hz beeps", f"beeps of {tones[0]} and {tones[1]} Hz"))
    if drifting:
        times = "" if unsaid else draw.one((f" at {base} and {slower} ms", f" ({base} ms and {slower} ms)", f", every {base} and every {slower} ms,"))
        cores: list[Text] = [f"[play] {pair} with two metros of slightly different speed{times}", f"[make] phase music: {pair} that slowly drift apart{times}", f"[let] {pair} drift out of phase{times}", f"[run] two metronomes at slightly different tempos with {pair}{times}"]
        nouns: list[Text] = [f"phase music with {pair}{times}", f"a Steve Reich style phasing piece with {pair}{times}", f"two metros slightly out of sync playing {pair}{times}", f"{pair} phasing against each other{times}"]
    else:
        ratio = draw.one((f"{one} against {other}", f"{NUMBER_WORDS[one]} against {NUMBER_WORDS[other]}", f"{one} over {other}", f"{one}:{other}"))
        cores = [f"[play] a polyrhythm {ratio} with {pair}", f"[play] {ratio} with {pair}", f"[make] a {ratio} polyrhythm of {pair}", f"[let] me hear {ratio} with {pair}"]
        nouns = [f"a {ratio} polyrhythm with {pair}", f"a polyrhythm of {ratio} using {pair}", f"a cross rhythm, {ratio}, {pair},"]
    whole = max(periods) * 2 + 20
    return Example(phrased(draw, cores, nouns, NEVER, features), sketch.text(), all_of(*[
        at_times(metro, [10 + period * i for i in range(int((whole - 11) / period) + 1)]) for metro, period in zip(metros, periods, strict=True)], sounds(0.0005, 0.6)), [Feed(10, switch, "1")], metros, whole / 1000)


def euclidean(draw: Draw) -> Example:
    """Hits spread evenly, with any tempo and controls."""
    (hits, size), steps = draw.one([*[((3, 8), EUCLID[3, 8]), ((5, 8), EUCLID[5, 8])] * 2, *EUCLID.items()])
    name = draw.one(("kick", "snare", "hat", "rim", "cowbell", "tom"))
    sketch = Sketch()
    ticks = pulse(draw, sketch, noun="step", part=0.25, plain_ms=125, said_part=True)
    select = sketch.add("sel " + " ".join(map(str, steps)), counter(sketch, ticks.source, size))
    signal = DRUMS[name].build(sketch, [sketch.out(select, i) for i in range(len(steps))])
    features = [*ticks.features, *loud(draw, sketch, signal, 0.3)]
    drum = draw.one(DRUMS[name].nouns)
    few, many = draw.one((str(hits), NUMBER_WORDS[hits])), draw.one((str(size), NUMBER_WORDS[size]))
    cores: list[Text] = [f"[play] a euclidean rhythm with {few} hits in {many} steps on {drum}", f"[play] {few} hits spread evenly over {many} steps with {drum}", f"[distribute] {few} beats as evenly as possible over {many} steps on {drum}", f"[play] a Euclidean {hits} over {size} pattern with {drum}"]
    nouns: list[Text] = [f"a euclidean rhythm {hits}/{size} with {drum}", f"an E({hits},{size}) rhythm on {drum}", f"a euclidean drum pattern of {few} hits in {many} steps with {drum}", f"a euclidean {bare(draw, name)}, {hits} out of {size},"]
    return Example(phrased(draw, cores, nouns, ticks.when, features), sketch.text(), all_of(at_times(select, ticks.at([steps[0], size])), sounds(0.0003, 0.6)), ticks.feeds, [select], ticks.seconds(size + 0.5))


SKILLS: dict[str, Skill] = {"beat-by-name": beat, "click-accent": click_track, "metronome-seen": seen_metronome, "two-rhythms": two_rhythms, "euclidean": euclidean}
