"""Drums on every so many beats, and drums whose probability a slider sets."""

from __future__ import annotations

from patchgen.headless.probe import Feed
from patchgen_training.skills.audio_drums_hits import bare, spoken
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import at_times, moments, numbers, spoke, within
from patchgen_training.skills.sequence_drums import DRUMS
from patchgen_training.skills.sequence_notes import counter
from patchgen_training.skills.sequence_phrase import Feature, phrased
from patchgen_training.skills.sequence_start import loud, pulse
from patchgen_training.skills.sketch import Sketch
from patchgen_training.skills.time_words import NUMBER_WORDS, Text, ordinal

DENSITY = Feature(("a probability slider", "a slider for the probability", "a density slider", "a slider for how often it plays", "a chance slider from 0 to 100"), ("[have] a probability slider", "[let] me set the probability with a slider", "[have] adjustable density"),
                  ("change how often it plays", "set the probability with a slider", "adjust the chance"), ("probability slider", "density slider"))


def every_nth(draw: Draw) -> Example:
    """One drum on every n-th beat, perhaps another on all beats or on the others."""
    size = draw.one((2, 3, 3, 4, 4, 4, 5, 6, 7, 8))
    name, other = draw.some(("kick", "snare", "hat", "clap", "cowbell", "tom", "rim"), 2)
    with_other = draw.one(("", "", "all", "others"))
    sketch = Sketch()
    beat = pulse(draw, sketch, noun="beat", plain_ms=500)
    select = sketch.add("sel 0", counter(sketch, beat.source, size))
    signals = [DRUMS[name].build(sketch, [select])]
    if with_other:
        signals.append(DRUMS[other].build(sketch, [beat.source if with_other == "all" else sketch.out(select, 1)]))
    total = signals[0] if len(signals) == 1 else sketch.add("*~ 0.5", *signals)
    features = [*beat.features, *loud(draw, sketch, total, 0.3 if len(signals) == 1 else 0.5)]

    def when() -> str:
        number = draw.one((str(size), NUMBER_WORDS[size]))
        return draw.one((f"on every {ordinal(draw, size)} beat", f"every {number} beats", f"once in {number} beats", f"on each {ordinal(draw, size)} beat"))

    def what() -> str:
        main = f"{spoken(draw, name)} {when()}"
        if not with_other:
            return main
        rest = draw.one(("on every beat", "on all beats", "on each beat")) if with_other == "all" else draw.one(("on all the others", "on the other beats", "in between"))
        return draw.one((f"{main} and {spoken(draw, other)} {rest}", f"{spoken(draw, other)} {rest.replace('in between', 'on the other beats')} and {main}" if with_other == "all" else f"{main}, {spoken(draw, other)} {rest}"))

    cores: list[Text] = [lambda: f"[play] {what()}", lambda: f"[trigger] {what()}", lambda: f"[play] {what()}", lambda: f"[sound] {what()}", lambda: f"[make] {what()}"]
    nouns: list[Text] = [what, lambda: f"a beat with {what()}", lambda: f"a drum loop: {what()}"]
    count = min(size + 1, 5) if size > 4 else size + 1
    at = beat.at([step for step in range(count) if step % size == 0])
    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(at_times(select, at), sounds(0.0003, 0.6)), beat.feeds, [select], beat.seconds(count - 0.5))


def density(draw: Draw) -> Example:
    """A drum, or two, on each beat with a probability: on a slider, or said."""
    names = draw.some(("kick", "snare", "hat", "clap", "rim", "cowbell", "tom"), draw.one((1, 1, 1, 2)))
    percent = draw.integer(1, 19) * 5
    by_slider = draw.chance(0.6)
    percent = 50 if by_slider else percent
    sketch = Sketch()
    beat = pulse(draw, sketch, noun="beat")
    dice = sketch.add("random 100", beat.source)
    control = sketch.add('hsl 0 100 "probability" init:50') if by_slider else 0
    gate = sketch.add("moses 50", dice, sketch.into(1, control)) if by_slider else sketch.add(f"moses {percent}", dice)
    low = sketch.add("bng", gate)
    signals = [DRUMS[names[0]].build(sketch, [low])]
    if len(names) == 2:
        signals.append(DRUMS[names[1]].build(sketch, [sketch.add("bng", sketch.out(gate, 1))]))
    total = signals[0] if len(signals) == 1 else sketch.add("*~ 0.5", *signals)
    features = [*([DENSITY] if by_slider else []), *beat.features, *loud(draw, sketch, total, 0.3 if len(signals) == 1 else 0.5)]
    chance = "by chance" if by_slider else draw.one((f"with a {percent}% chance", f"with a probability of {percent}%", f"with {percent} percent probability", f"in {percent}% of the cases"))
    either = draw.one((f", otherwise {spoken(draw, names[1])},", f" and {spoken(draw, names[1])} if not")) if len(names) == 2 else ""
    what = f"{spoken(draw, names[0])} on each beat {chance}{either}"
    cores: list[Text] = [f"[play] {what}", f"[trigger] {what}", f"[play] {what.replace('on each beat', 'on every step')}", f"randomly [play] {what}" if by_slider else f"[sound] {what}"]
    nouns: list[Text] = [what, f"a random {bare(draw, names[0])} that sounds on each beat {chance}{either}", f"a generative drum: {what}"]
    steps = 6 if beat.period < 600 else 4
    limit = 100 if by_slider and beat.begin else percent
    feeds = [Feed(3, control, "100"), *beat.feeds] if by_slider and beat.begin else beat.feeds
    checks: list[Holds] = [within(dice, steps, 0, 99, True), at_times(dice, beat.at(range(steps))), lambda seen: len(moments(seen, low)) == sum(n < limit for n in numbers(seen, dice))]
    checks += [spoke(low, steps), sounds(0.0003, 0.6)] if limit == 100 else []
    return Example(phrased(draw, cores, nouns, beat.when, features), sketch.text(), all_of(*checks), feeds, [dice, low], beat.seconds(steps - 0.5))


SKILLS: dict[str, Skill] = {"drum-every-nth": every_nth, "drum-density": density}
