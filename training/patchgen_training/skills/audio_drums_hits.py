"""Single drums struck by clicks, keys, pads, conditions and beats, some with a control for their sound."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import at_times, loud_at, quiet_at, within
from patchgen_training.skills.instrument_keys import KEY_CODES
from patchgen_training.skills.sequence_drums import DRUMS
from patchgen_training.skills.sequence_phrase import NEVER, Feature, enumerated, phrased
from patchgen_training.skills.sequence_start import Moment, loud, moment, pulse
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_words import Text

NAMES: dict[str, tuple[str, ...]] = {
    "kick": ("a kick drum", "a kick", "a bass drum", "a kick drum sound", "a kickdrum"), "snare": ("a snare drum", "a snare", "a snare sound", "a snare hit", "a snare drum sound"),
    "hat": ("a hi-hat", "a hihat", "a closed hi-hat", "a hi hat", "a hi-hat sound"), "open hat": ("an open hi-hat", "an open hihat", "an open hat"), "tom": ("a tom", "a tom drum", "a tom-tom", "a tom sound"),
    "clap": ("a hand clap", "a clap", "a clap sound", "a handclap"), "rim": ("a rimshot", "a rim shot", "a woodblock", "a wood block sound"), "cowbell": ("a cowbell", "a cowbell sound", "a cow bell")}
USUAL = ("kick", "kick", "snare", "snare", "snare", "hat", "hat", *DRUMS)


def spoken(draw: Draw, name: str) -> str:
    """A drum with its article."""
    return draw.one(NAMES[name])


def bare(draw: Draw, name: str) -> str:
    """A drum without it."""
    return spoken(draw, name).split(" ", 1)[1].removesuffix(" sound")


def struck(chosen: Moment, low: float = 0.003) -> tuple[Holds, ...]:
    """Silence before the moment, sound after it."""
    at = chosen.at[0]
    return (loud_at(at + 2, at + 25, low), sounds(0.0003, 0.5), *([quiet_at(0, at - 3)] if at > 5 else []))


def strike_words(draw: Draw, name: str) -> tuple[list[Text], list[Text]]:
    """Clauses and nouns for one drum."""
    cores: list[Text] = [lambda: f"[play] {spoken(draw, name)}", lambda: f"[play] {spoken(draw, name)}", lambda: f"[trigger] {spoken(draw, name)}", lambda: f"[make] {spoken(draw, name)}", lambda: f"[sound] {spoken(draw, name)}",
                         lambda: f"[synthesize] {spoken(draw, name)}", lambda: f"[hit] {spoken(draw, name)}", lambda: f"[generate] {spoken(draw, name)}", lambda: f"[produce] {spoken(draw, name)}"]
    nouns: list[Text] = [lambda: spoken(draw, name), lambda: spoken(draw, name), lambda: f"a synthesized {bare(draw, name)}", lambda: f"a simple {bare(draw, name)}", lambda: f"an electronic {bare(draw, name)}"]
    return cores, nouns


def drum_when(draw: Draw) -> Example:
    """A drum at any moment."""
    name = draw.one(USUAL)
    sketch = Sketch()
    chosen = moment(draw, sketch, struck=True)
    features = loud(draw, sketch, DRUMS[name].build(sketch, [chosen.source]), 0.3)
    cores, nouns = strike_words(draw, name)
    return Example(phrased(draw, cores, nouns, chosen.when, features), sketch.text(), all_of(*struck(chosen)), chosen.feeds, (), chosen.seconds)


def shaped_voice(draw: Draw, sketch: Sketch, name: str, source: Handle) -> tuple[Handle, Handle, Feature, str]:
    """A drum one of whose qualities a slider sets: its signal, the slider, the words, a value to try."""
    if draw.chance(0.5):
        usual = {"kick": 250, "snare": 150, "hat": 50, "open hat": 300, "tom": 350, "clap": 150, "rim": 30, "cowbell": 200}[name]
        control = sketch.add(f'hsl 20 1000 "decay" init:{usual}')
        level = sketch.add("line~", sketch.add("msg 1 , 0 $1", sketch.add(f"f {usual}", source, sketch.into(1, control))))
        if name in ("kick", "tom"):
            start, end, time = (200, 50, 80) if name == "kick" else (180, 90, 200)
            body = sketch.add("osc~", sketch.add("line~", sketch.add(f"msg {start} , {end} {time}", source)))
        else:
            body = sketch.add({"snare": "bp~ 1800 1", "hat": "hip~ 7000", "open hat": "hip~ 7000"}[name], sketch.add("noise~"))
        words = Feature(("a decay slider", "adjustable decay", "a slider for the decay", "a slider for how long it rings", "a length slider", "a decay time slider"), ("[have] adjustable decay", "[have] a decay slider", "[let] me set the decay with a slider"),
                        ("change the decay", "set how long it rings", "adjust the decay time", "make it longer or shorter with a slider"), ("decay slider", "adjustable decay", "length slider"))
        return sketch.add("*~", body, sketch.into(1, level)), control, words, "400"
    level_body, low, high, usual, word = {"kick": ("1 , 0 250", 30, 200, 50, "pitch"), "tom": ("1 , 0 350", 50, 400, 90, "pitch"), "snare": ("1 , 0 150", 200, 8000, 1800, "tone"), "hat": ("0.5 , 0 50", 1000, 12000, 7000, "tone"),
                                          "open hat": ("0.5 , 0 300", 1000, 12000, 7000, "tone")}[name]
    control = sketch.add(f'hsl {low} {high} "{word}" init:{usual}')
    if name in ("kick", "tom"):
        fall = sketch.add(f"msg {200 if name == 'kick' else 180} , $1 {80 if name == 'kick' else 200}", sketch.add(f"f {usual}", source, sketch.into(1, control)))
        body = sketch.add("osc~", sketch.add("line~", fall))
    else:
        body = sketch.add("bp~ 1800 1" if name == "snare" else "hip~ 7000", sketch.add("noise~"), sketch.into(1, control))
    level = sketch.add("line~", sketch.add(f"msg {level_body}", source))
    synonyms = ("pitch", "pitch", "tuning", "frequency") if word == "pitch" else ("tone", "tone", "brightness", "filter", "filter frequency")
    other = draw.one(synonyms)
    words = Feature((f"a {other} slider", f"adjustable {other}", f"a slider for the {other}", f"a {other} knob"), (f"[have] adjustable {other}", f"[have] a {other} slider", f"[let] me set the {other} with a slider"),
                    (f"change the {other}", f"set the {other} with a slider", f"adjust the {other}"), (f"{other} slider", f"adjustable {other}"))
    return sketch.add("*~", body, sketch.into(1, level)), control, words, str(high // 2)


def drum_shaped(draw: Draw) -> Example:
    """A drum with a slider for its decay, its pitch or its tone."""
    name = draw.one(("kick", "kick", "snare", "snare", "hat", "tom", "open hat"))
    sketch = Sketch()
    chosen = moment(draw, sketch, struck=True)
    signal, control, feature, value = shaped_voice(draw, sketch, name, chosen.source)
    features = [feature, *loud(draw, sketch, signal, 0.3)]
    cores, nouns = strike_words(draw, name)
    feeds = [*chosen.feeds, *([Feed(6, control, value)] if chosen.at[0] > 5 else [])]
    return Example(phrased(draw, cores, nouns, chosen.when, features), sketch.text(), all_of(*struck(chosen, 0.002)), feeds, (), chosen.seconds)


def keyed_kit(draw: Draw) -> Example:
    """Two to four drums on keys of the computer, numbers typed, MIDI pads, or buttons."""
    names = draw.some(("kick", "snare", "hat", "clap", "tom", "cowbell", "open hat"), draw.one((2, 2, 3, 3, 4)))
    by = draw.one(("keys", "keys", "midi", "midi", "numbers"))
    sketch = Sketch()
    source: Handle
    if by == "keys":
        letters = draw.one((tuple(name[0] if name[0] not in "co" else name[1] for name in names), tuple("asdf"), tuple("qwer"), tuple("zxcv"), tuple("1234"), tuple("jkl") + ("h",)))[: len(names)]
        letters = letters if len(set(letters)) == len(letters) else tuple("asdf")[: len(names)]
        codes, labels = [KEY_CODES[key] for key in letters], list(letters)
        source = last = sketch.add("key")
    elif by == "midi":
        general = {"kick": 36, "snare": 38, "hat": 42, "clap": 39, "tom": 45, "cowbell": 56, "open hat": 46}
        first = draw.one((36, 48, 60))
        codes = [general[name] for name in names] if draw.chance(0.6) else [first + i for i in range(len(names))]
        labels = [str(code) for code in codes]
        source = sketch.add("notein")
        last = sketch.add("stripnote", source, sketch.into(1, sketch.out(source, 1)))
    else:
        codes, labels = list(range(1, len(names) + 1)), [str(i + 1) for i in range(len(names))]
        source = last = sketch.add("number")
    select = sketch.add("sel " + " ".join(map(str, codes)), last)
    total = sketch.add("*~ 0.5", *[DRUMS[name].build(sketch, [sketch.out(select, i)]) for i, name in enumerate(names)])
    features = loud(draw, sketch, total, 0.5)
    each: dict[str, tuple[str, ...]] = {"keys": ("{d} on the {k} key", "{d} with {k}", "{k} for {d}", "{d} when I press {k}", "{k} = {d}"), "midi": ("{d} on MIDI note {k}", "{d} on note {k}", "MIDI note {k} for {d}", "note {k} for {d}"), "numbers": ("{d} for {k}", "{k} for {d}", "{d} when I type {k}", "{k} = {d}")}

    def parts() -> str:
        form = draw.one(each[by])
        named = bare if "=" in form else spoken
        return enumerated([form.format(d=named(draw, name), k=key) for name, key in zip(names, labels, strict=True)])

    where = {"keys": ("from the computer keyboard", "with computer keys", "on my laptop keyboard", "with keys of the computer keyboard"), "midi": ("from a MIDI keyboard", "over MIDI", "with MIDI pads", "from a drum pad"), "numbers": ("from a number box", "by typing numbers into a number box", "from the number in a number box")}[by]
    cores: list[Text] = [lambda: f"[play] drums {draw.one(where)}: {parts()}", lambda: f"[trigger] drum sounds {draw.one(where)}: {parts()}", lambda: f"[play] {parts()} {draw.one(where) if by != 'keys' else ''}", lambda: f"[trigger] {parts()}{' from a number box' if by == 'numbers' else ''}"]
    nouns: list[Text] = [lambda: f"a drum kit played {draw.one(where)} ({parts()})", lambda: f"a little drum machine {draw.one(where)}, {parts()},", lambda: f"a drum kit {draw.one(where)}: {parts()}", lambda: f"drums {draw.one(where)}, {parts()}"]
    hit = draw.integer(0, len(names) - 1)
    message = f"{codes[hit]} 100 1" if by == "midi" else str(codes[hit])
    return Example(phrased(draw, cores, nouns, NEVER, features), sketch.text(), all_of(quiet_at(0, 8), loud_at(12, 35, 0.003), sounds(0.0003, 0.5)), [Feed(10, source, message)], (), 0.2)


def random_kit(draw: Draw) -> Example:
    """One of some drums by chance on every beat."""
    names = draw.some(("kick", "snare", "hat", "clap", "tom", "rim", "cowbell"), draw.one((2, 2, 3, 3, 4)))
    sketch = Sketch()
    beat = pulse(draw, sketch, noun="beat")
    dice = sketch.add(f"random {len(names)}", beat.source)
    select = sketch.add("sel " + " ".join(map(str, range(len(names)))), dice)
    total = sketch.add("*~ 0.5", *[DRUMS[name].build(sketch, [sketch.out(select, i)]) for i, name in enumerate(names)])
    features = [*beat.features, *loud(draw, sketch, total, 0.5)]

    def either(word: str = "or") -> str:
        words = [spoken(draw, name) for name in names]
        return ", ".join(words[:-1]) + f" {word} {words[-1]}"

    each = "on every beat" if not beat.when.short else ""
    cores: list[Text] = [lambda: f"randomly [play] {either()} {each}", lambda: f"[choose] {either()} at random {each} and [play] it" if each else f"[play] {either()} at random", lambda: f"[play] {either()} by chance {each}",
                         lambda: f"[pick] one of {enumerated([bare(draw, name) for name in names])} at random {each}", *([lambda: f"[flip] a coin {each} and [play] {either()}"] if len(names) == 2 else [])]
    nouns: list[Text] = [lambda: f"a random drummer that plays {either()} {each}", lambda: f"random drums ({enumerated([bare(draw, name) for name in names])}) {each}", lambda: f"a random beat of {enumerated([bare(draw, name) for name in names])} {each}"]
    steps = 5 if beat.period < 600 else 3
    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(within(dice, steps, 0, len(names) - 1, True), at_times(dice, beat.at(range(steps))), sounds(0.0003, 0.6)), beat.feeds, [dice], beat.seconds(steps - 0.5))


def drum_roll(draw: Draw) -> Example:
    """A fast repetition while a toggle is on."""
    name = draw.one(("snare", "snare", "hat", "tom", "kick"))
    time = draw.one((40, 50, 50, 60, 70, 80, 100))
    unsaid = draw.chance(0.5)
    time = 50 if unsaid else time
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    signal = DRUMS[name].build(sketch, [sketch.add(f"metro {time}", switch)])
    features = loud(draw, sketch, signal, 0.3)
    said = "" if unsaid else draw.one((f" with a stroke every {time} ms", f" ({time} ms between hits)", f", one hit every {time} milliseconds,"))
    drum = "drum" if name == "snare" and draw.chance(0.5) else bare(draw, name)
    cores: list[Text] = [f"[play] a {drum} roll{said} while a toggle is on", f"[make] a {drum} roll{said} with a toggle", f"[roll] a {drum}{said} as long as a toggle is on", f"[play] a {drum} roll{said} when I switch on a toggle"]
    nouns: list[Text] = [f"a {drum} roll{said} on a toggle", f"a {drum} roll{said} that a toggle starts and stops", f"a {drum} roll{said} with an on/off toggle"]
    return Example(phrased(draw, cores, nouns, NEVER, features), sketch.text(), all_of(quiet_at(0, 8), loud_at(12, 30, 0.003), loud_at(12 + 3 * time, 28 + 3 * time, 0.003), quiet_at(850, 900)), [Feed(10, switch, "1"), Feed(300, switch, "0")], (), 0.92)


SKILLS: dict[str, Skill] = {"drum-when": drum_when, "drum-shaped": drum_shaped, "drum-keyed-kit": keyed_kit, "drum-random-kit": random_kit, "drum-roll": drum_roll}
