"""Drum sounds and drum patterns: single hits, steady beats, step patterns of several voices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import at_times, loud_at, quiet_at, spoke
from patchgen_training.skills.sequence_melody import START_WORDS, listed_and
from patchgen_training.skills.sequence_notes import counter
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sequence_voice import VOLUME_WORDS, output
from patchgen_training.skills.sketch import Cord, Handle, Sketch
from patchgen_training.skills.time_clock import Clock, clock, musical, rhythm
from patchgen_training.skills.time_event import Action, on_event
from patchgen_training.skills.time_trigger import STARTS
from patchgen_training.skills.time_words import Text, worded

Bang = Handle | Cord


@dataclass(frozen=True)
class Drum:
    """A percussion voice: how it is built, and what it is called."""

    build: Callable[[Sketch, Sequence[Bang]], Handle]
    nouns: tuple[str, ...]
    """With article."""
    short: str


def kick(sketch: Sketch, bangs: Sequence[Bang]) -> Handle:
    """A sine whose pitch and level fall."""
    pitch = sketch.add("osc~", sketch.add("line~", sketch.add("msg 200 , 50 80", *bangs)))
    level = sketch.add("line~", sketch.add("msg 1 , 0 250", *bangs))
    return sketch.add("*~", pitch, sketch.into(1, level))


def snare(sketch: Sketch, bangs: Sequence[Bang]) -> Handle:
    """Noise in the middle of the spectrum that fades."""
    band = sketch.add("bp~ 1800 1", sketch.add("noise~"))
    level = sketch.add("line~", sketch.add("msg 1 , 0 150", *bangs))
    return sketch.add("*~", band, sketch.into(1, level))


def hat(sketch: Sketch, bangs: Sequence[Bang]) -> Handle:
    """High noise, short."""
    high = sketch.add("hip~ 7000", sketch.add("noise~"))
    level = sketch.add("line~", sketch.add("msg 0.5 , 0 50", *bangs))
    return sketch.add("*~", high, sketch.into(1, level))


def open_hat(sketch: Sketch, bangs: Sequence[Bang]) -> Handle:
    """High noise, longer."""
    high = sketch.add("hip~ 7000", sketch.add("noise~"))
    level = sketch.add("line~", sketch.add("msg 0.5 , 0 300", *bangs))
    return sketch.add("*~", high, sketch.into(1, level))


def tom(sketch: Sketch, bangs: Sequence[Bang]) -> Handle:
    """A sine a little higher than the kick, and longer."""
    pitch = sketch.add("osc~", sketch.add("line~", sketch.add("msg 180 , 90 200", *bangs)))
    level = sketch.add("line~", sketch.add("msg 1 , 0 350", *bangs))
    return sketch.add("*~", pitch, sketch.into(1, level))


def clap(sketch: Sketch, bangs: Sequence[Bang]) -> Handle:
    """Noise around a kilohertz in four strokes."""
    band = sketch.add("bp~ 1200 3", sketch.add("noise~"))
    level = sketch.add("vline~", sketch.add("msg 1 , 0 10 , 1 0 12 , 0 10 12 , 1 0 24 , 0 150 24", *bangs))
    return sketch.add("*~", band, sketch.into(1, level))


def rim(sketch: Sketch, bangs: Sequence[Bang]) -> Handle:
    """A very short high tone."""
    level = sketch.add("line~", sketch.add("msg 0.7 , 0 30", *bangs))
    return sketch.add("*~", sketch.add("osc~ 1700"), sketch.into(1, level))


def cowbell(sketch: Sketch, bangs: Sequence[Bang]) -> Handle:
    """Two tones a fifth apart."""
    pair = sketch.add("+~", sketch.add("osc~ 540"), sketch.into(1, sketch.add("osc~ 800")))
    level = sketch.add("line~", sketch.add("msg 0.5 , 0 200", *bangs))
    return sketch.add("*~", pair, sketch.into(1, level))


DRUMS: dict[str, Drum] = {
    "kick": Drum(kick, ("a kick drum", "a kick", "a bass drum", "a kick drum sound", "a synthetic kick drum"), "kick"),
    "snare": Drum(snare, ("a snare drum", "a snare", "a snare sound", "a noise snare"), "snare"),
    "hat": Drum(hat, ("a hi-hat", "a hihat", "a closed hi-hat", "a hi-hat sound", "a hi hat"), "hi-hat"),
    "open hat": Drum(open_hat, ("an open hi-hat", "an open hihat", "an open hi-hat sound"), "open hi-hat"),
    "tom": Drum(tom, ("a tom", "a tom drum", "a tom-tom"), "tom"),
    "clap": Drum(clap, ("a hand clap", "a clap", "a clap sound"), "clap"),
    "rim": Drum(rim, ("a rimshot", "a rim shot", "a woodblock click"), "rim"),
    "cowbell": Drum(cowbell, ("a cowbell", "a cowbell sound"), "cowbell"),
}


def hit(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """One drum on each bang."""
    name = draw.one(("kick", "kick", "snare", "snare", "hat", "hat", *DRUMS))
    drum = DRUMS[name]
    signal = drum.build(sketch, [source])
    slider = draw.chance(0.5)
    output(sketch, signal, slider, 0.3)
    tail = ", with " + draw.one(VOLUME_WORDS) if slider else ""
    clauses: list[Text] = [
        lambda: f"[play] {draw.one(drum.nouns)} @{tail}", lambda: f"[trigger] {draw.one(drum.nouns)} @{tail}", lambda: f"[play] {draw.one(drum.nouns)} @{tail}",
        lambda: f"[synthesize] {draw.one(drum.nouns)} that is triggered @{tail}", lambda: f"[make] {draw.one(drum.nouns)} sound @{tail}", lambda: f"[hit] {draw.one(drum.nouns)} @{tail}"]
    things: list[Text] = [lambda: f"{draw.one(drum.nouns)} played @{tail}", lambda: f"{draw.one(drum.nouns)} triggered @{tail}"]
    speech: list[Text] = [lambda: f"{drum.short} @{tail}", lambda: f"{draw.one(drum.nouns)} @ please{tail}"]
    return Action(clauses, lambda trigger: all_of(loud_at(trigger.at[0] + 1, trigger.at[0] + 25, 0.003), sounds(0.0005, 0.5)), (), things, speech)


PATTERN_NAMES: tuple[tuple[str, int, dict[str, tuple[int, ...]]], ...] = (
    ("a four on the floor beat", 8, {"kick": (0, 2, 4, 6), "hat": (1, 3, 5, 7)}),
    ("a basic rock beat", 8, {"kick": (0, 4), "snare": (2, 6), "hat": (0, 1, 2, 3, 4, 5, 6, 7)}),
    ("a techno beat", 8, {"kick": (0, 2, 4, 6), "clap": (2, 6), "hat": (1, 3, 5, 7)}),
    ("a house beat", 8, {"kick": (0, 2, 4, 6), "clap": (2, 6), "open hat": (1, 3, 5, 7)}),
    ("a hip hop beat", 16, {"kick": (0, 7, 10), "snare": (4, 12), "hat": (0, 2, 4, 6, 8, 10, 12, 14)}),
    ("a simple drum beat", 4, {"kick": (0, 2), "snare": (1, 3)}),
    ("a waltz", 3, {"kick": (0,), "hat": (1, 2)}),
    ("a bossa nova clave", 16, {"rim": (0, 3, 6, 10, 13)}),
    ("a son clave", 16, {"rim": (0, 3, 6, 10, 12)}),
    ("a tresillo", 8, {"kick": (0, 3, 6)}),
    ("a breakbeat", 16, {"kick": (0, 2, 10, 11), "snare": (4, 12), "hat": (0, 2, 4, 6, 8, 10, 12, 14)}),
    ("a reggae one drop", 8, {"kick": (4,), "snare": (4,), "hat": (0, 2, 4, 6)}),
)


def drum_machine(sketch: Sketch, source: Handle, size: int, pattern: dict[str, tuple[int, ...]], slider: bool) -> list[Handle]:
    """A counter, a [sel] for each voice, the voices and their sum; gives the selects."""
    # Drums that sound on every step need no counter.
    step = counter(sketch, source, size) if any(len(steps) < size for steps in pattern.values()) else source
    signals, selects = [], []
    for name, steps in pattern.items():
        if len(steps) == size:
            bangs: list[Bang] = [source]
            selects.append(source)
        else:
            select = sketch.add("sel " + " ".join(map(str, steps)), step)
            bangs = [sketch.out(select, i) for i in range(len(steps))]
            selects.append(select)
        signals.append(DRUMS[name].build(sketch, bangs))
    if slider:
        volume = sketch.add('hsl 0 1 "volume" init:0.3')
        last = sketch.add("*~", *signals, sketch.into(1, volume))
    else:
        last = sketch.add("*~ 0.3", *signals)
    sketch.add("dac~", last, sketch.into(1, last))
    return selects


def start_beat(draw: Draw, sketch: Sketch, ticks: Clock) -> tuple[Handle, Sequence[Feed], str]:
    """A metro with its start."""
    start = draw.one(("toggle", "toggle", "toggle", "buttons", "load"))
    source, feeds = STARTS[start](sketch, ticks.body)
    return source, feeds, start


def sixteenths(draw: Draw, size: int) -> tuple[Clock, str]:
    """A metro for the steps of a bar: sixteenths, eighths or quarters of a tempo."""
    bpm = int(musical(draw).number)
    part = {16: 0.25, 8: 0.5}.get(size, 1)
    return Clock(f"{part:g} {bpm} permin", 60000 / bpm * part, "bpm", bpm), f"at {bpm} bpm"


def controls(draw: Draw, start: str, slider: bool) -> str:
    """What is said of start and volume, after the music."""
    words = [] if start == "toggle" and draw.chance(0.3) else [draw.one(START_WORDS[start])]
    words += [draw.one(VOLUME_WORDS)] if slider else []
    return draw.one((" with ", ", with ", " and has ")) + listed_and(words) if words else ""


def named_pattern(draw: Draw) -> Example:
    """A well-known beat."""
    name, size, pattern = draw.one(PATTERN_NAMES)
    ticks, tempo = sixteenths(draw, size)
    sketch = Sketch()
    source, feeds, start = start_beat(draw, sketch, ticks)
    slider = draw.chance(0.5)
    drum_machine(sketch, source, size, pattern, slider)

    def w() -> str:
        return f"{tempo}{controls(draw, start, slider)}"

    voices = listed_and([DRUMS[voice].short for voice in pattern])
    clauses: list[Text] = [
        lambda: f"[play] {name} {w()}", lambda: f"[play] {name} with {voices} {w()}", lambda: f"[generate] {name} {w()}", lambda: f"[drum] {name} {w()}",
        lambda: f"[make] {name} with synthesized {voices} {w()}", lambda: f"[loop] {name} {w()}"]
    things: list[Text] = [lambda: f"a drum machine that plays {name} {w()}", lambda: f"{name} {w()}"]
    speech: list[Text] = [lambda: f"{name[2:]} {w()}", lambda: f"drum machine, {name[2:]}, {w()}", lambda: f"gimme {name} {w()}"]
    return Example(worded(draw, clauses, things, speech), sketch.text(), sounds(0.003, 0.6), feeds, (), 0.01 + ticks.period * (size + 1) / 1000)


def free_pattern(draw: Draw) -> Example:
    """Voices at steps that the prompt names, counted from 1."""
    size = draw.one((8, 8, 16, 16, 16, 4, 12))
    names = draw.one((("kick",), ("kick", "snare"), ("kick", "snare"), ("kick", "hat"), ("kick", "snare", "hat"), ("kick", "clap"), ("snare",), ("rim",), ("cowbell", "kick")))
    pattern = {name: tuple(sorted(draw.some(range(size), draw.integer(1, max(2, size // 4))))) for name in names}
    ticks, tempo = sixteenths(draw, size)
    if draw.chance(0.4):
        ticks = rhythm(draw)
        tempo = f"with a step {ticks.said(draw)}" if ticks.unit == "ms" else ticks.said(draw)
    sketch = Sketch()
    source, feeds, start = start_beat(draw, sketch, ticks)
    slider = draw.chance(0.4)
    selects = drum_machine(sketch, source, size, pattern, slider)

    def parts() -> str:
        return listed_and([f"{DRUMS[name].short} on step{'s' * (len(steps) > 1)} {listed_and([str(s + 1) for s in steps])}" for name, steps in pattern.items()])

    def w() -> str:
        return f"{tempo}{controls(draw, start, slider)}"

    clauses: list[Text] = [
        lambda: f"[play] a {size} step drum pattern, {parts()}, {w()}", lambda: f"[loop] a {size}-step rhythm with {parts()} {w()}", lambda: f"[sequence] drums in {size} steps: {parts()}, {w()}",
        lambda: f"[play] {parts()} of a {size} step loop {w()}", lambda: f"[drum] a {size} step pattern ({parts()}) {w()}"]
    things: list[Text] = [lambda: f"a {size} step drum sequencer with {parts()} {w()}", lambda: f"a drum loop of {size} steps, {parts()}, {w()}"]
    speech: list[Text] = [lambda: f"{size} step beat: {parts()}, {w()}", lambda: f"drum machine {size} steps, {parts()}, {w()}"]
    first = pattern[names[0]]
    begin = 0 if start == "load" else 10
    watched = [selects[0]] if len(first) < size else []
    check = at_times(selects[0], [begin + ticks.period * (s + size * r) for r in range(2) for s in first[:1]]) if watched else sounds(0.001, 0.6)
    return Example(worded(draw, clauses, things, speech), sketch.text(), all_of(check, sounds(0.0003, 0.6)), feeds, watched,
                   (begin + ticks.period * (size + first[0] + 0.5)) / 1000)


def toggle_grid(draw: Draw) -> Example:
    """A step sequencer whose steps are toggles."""
    size = draw.one((4, 8, 8, 8, 6, 5, 16))
    name = draw.one(("kick", "snare", "hat", "clap", "kick", "cowbell"))
    ticks, tempo = sixteenths(draw, size)
    sketch = Sketch()
    source, feeds, start = start_beat(draw, sketch, ticks)
    select = sketch.add("sel " + " ".join(map(str, range(size))), counter(sketch, source, size))
    toggles = [sketch.add(f'tgl "{i + 1}"') for i in range(size)]
    gates = [sketch.add("spigot", sketch.out(select, i), sketch.into(1, toggle)) for i, toggle in enumerate(toggles)]
    signal = DRUMS[name].build(sketch, gates)
    slider = draw.chance(0.4)
    output(sketch, signal, slider, 0.3)

    def w() -> str:
        return f"{tempo}{controls(draw, start, slider)}"

    drum = DRUMS[name].nouns[0]
    clauses: list[Text] = [
        lambda: f"[sequence] {drum} with {size} toggles, one for each step, {w()}", lambda: f"[play] {drum} in a {size} step sequencer where toggles switch each step on, {w()}",
        lambda: f"[step] through {size} toggles and [play] {drum} where one is on, {w()}"]
    things: list[Text] = [lambda: f"a {size} step drum sequencer with a toggle per step that plays {drum}, {w()}", lambda: f"a {size}-step {DRUMS[name].short} sequencer with toggles, {w()}"]
    speech: list[Text] = [lambda: f"{size} step sequencer with toggles for {drum}, {w()}"]
    begin = 0 if start == "load" else 10
    chosen = draw.integer(1, size - 1)
    return Example(worded(draw, clauses, things, speech), sketch.text(), all_of(
        spoke(gates[chosen], 1), at_times(gates[chosen], [begin + ticks.period * chosen]), sounds(0.0003, 0.6)),
        [*feeds, Feed(1, toggles[chosen], "1")], [gates[chosen]], (begin + ticks.period * (size + 0.5)) / 1000)


def polyrhythm(draw: Draw) -> Example:
    """Two drums that divide the same time differently."""
    one, other = draw.one(((2, 3), (3, 4), (3, 2), (4, 3), (5, 4), (4, 5), (5, 3), (3, 5), (7, 4), (5, 2), (2, 5), (6, 4)))
    unit = draw.one((60, 80, 100, 100, 120, 150, 200, 50))
    whole = one * other * unit
    names = draw.one((("kick", "hat"), ("kick", "snare"), ("cowbell", "kick"), ("rim", "kick"), ("hat", "snare"), ("tom", "rim")))
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    beats = [sketch.add(f"metro {whole // count}", switch) for count in (one, other)]
    signals = [DRUMS[name].build(sketch, [beat]) for name, beat in zip(names, beats, strict=True)]
    last = sketch.add("*~ 0.3", *signals)
    sketch.add("dac~", last, sketch.into(1, last))
    first, second = (DRUMS[name].short for name in names)
    ratio = f"{one} against {other}"
    tail = draw.one((", with a toggle", ", with an on/off toggle", ", started and stopped by a toggle", " and has a toggle to start it"))
    clauses: list[Text] = [
        f"[play] a {ratio} polyrhythm of {first} and {second}, {whole} ms per cycle{tail}", f"[play] {one} {first}s against {other} {second}s every {whole} ms{tail}",
        f"[make] a polyrhythm {one}:{other} with {first} and {second}, one cycle lasting {whole} ms{tail}"]
    things: list[Text] = [f"a {one} over {other} polyrhythm ({first} and {second}) with a cycle of {whole} ms{tail}", f"a {ratio} polyrhythm with {first} and {second}, cycle {whole} ms{tail}"]
    return Example(worded(draw, clauses, things, [f"polyrhythm {one}:{other}, {first} vs {second}, cycle {whole} ms{tail}"]), sketch.text(), all_of(
        at_times(beats[0], [10 + whole / one * i for i in range(one)], 2), at_times(beats[1], [10 + whole / other * i for i in range(other)], 2), sounds(0.001, 0.6)),
        [Feed(10, switch, "1")], beats, (whole + 5) / 1000)


def metronome(draw: Draw) -> Example:
    """An audible click, perhaps with an accent."""
    ticks = musical(draw) if draw.chance(0.75) else clock(draw, 200, 1500)
    accent = draw.one((0, 0, 0, 3, 4, 4, 2, 5, 6, 7))
    pitch = draw.one((1000, 1000, 800, 880, 1200, 1500, 2000, 600))
    said = pitch != 1000
    sketch = Sketch()
    source, feeds, start = start_beat(draw, sketch, ticks)
    if accent:
        step = counter(sketch, source, accent)
        select = sketch.add("sel 0", step)
        high = sketch.add(f"msg {pitch * 2}", select)
        low = sketch.add(f"msg {pitch}", sketch.out(select, 1))
        tone = sketch.add("osc~", high, low)
    else:
        tone = sketch.add(f"osc~ {pitch}")
    level = sketch.add("line~", sketch.add("msg 1 , 0 50", source))
    slider = draw.chance(0.4)
    output(sketch, sketch.add("*~", tone, sketch.into(1, level)), slider, 0.3)

    def w() -> str:
        beat = f" in {accent}/4 with a higher click on the first beat" if accent else ""
        click = f", clicks of {pitch} Hz," if said else ""
        return f"{ticks.said(draw)}{beat}{click}{controls(draw, start, slider)}"

    clauses: list[Text] = [lambda: f"[click] like a metronome {w()}", lambda: f"[work] as a metronome {w()}", lambda: f"[play] an audible metronome click {w()}", lambda: f"[play] metronome clicks {w()}",
                           lambda: f"[tick] audibly {w()}", lambda: f"[beep] {w()}", lambda: f"[sound] a click {w()}", lambda: f"[beat] time with short clicks {w()}"]
    things: list[Text] = [lambda: f"a metronome {w()}", lambda: f"an audible metronome {w()}", lambda: f"a click track {w()}", lambda: f"a metronome with an audible click {w()}"]
    speech: list[Text] = [lambda: f"metronome {w()}", lambda: f"click track {w()}", lambda: f"tick tock {w()}"]
    begin = 0 if start == "load" else 10
    return Example(worded(draw, clauses, things, speech), sketch.text(), all_of(
        loud_at(begin + 2, begin + 30, 0.01), quiet_at(begin + 70, min(begin + ticks.period - 2, begin + 150)) if ticks.period > 90 else sounds(),
        loud_at(begin + ticks.period + 2, begin + ticks.period + 30, 0.01)), feeds, (), (begin + 2.5 * ticks.period) / 1000)


SKILLS: dict[str, Skill] = widened({
    "drum-hit": on_event(hit),
    "drum-named-pattern": named_pattern,
    "drum-free-pattern": free_pattern,
    "drum-toggle-grid": toggle_grid,
    "polyrhythm": polyrhythm,
    "metronome": metronome,
})
