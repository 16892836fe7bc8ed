"""Recording into a table and playing it: once, in a loop, at any speed, backwards, by hand."""

from __future__ import annotations

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.audio_tables import heard_later, live
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import Trial, level, render, sound
from patchgen_training.skills.expect_audio_time import has_pitch, sounds
from patchgen_training.skills.instrument_keys import KEY_CODES
from patchgen_training.skills.sequence_phrase import NEVER, Feature, phrased, widened
from patchgen_training.skills.sequence_start import loud
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import plain, spell
from patchgen_training.skills.time_words import Text

MICROPHONE = ("the microphone", "my voice", "the mic", "live input", "the audio input", "sound from the microphone", "the microphone input", "my microphone")
TABLE = ("a table", "an array", "a table", "an array", "a buffer", "memory")
LENGTHS = (500, 1000, 1000, 1500, 2000, 2000, 3000, 4000, 5000)
BUTTONS = Feature(("record and play buttons", "a record button and a play button", "a button to record and one to play", "two buttons, record and play"), ("[have] a record and a play button", "[have] buttons to record and to play"), ("record with one button and play with another",), ("record button, play button", "rec + play buttons"))
LOOP = Feature(("a loop toggle", "a toggle to loop it", "a toggle for looping", "a repeat switch"), ("[have] a loop toggle", "[loop] it while a toggle is on", "[let] me loop it with a toggle"), ("loop it with a toggle", "switch looping on and off"), ("loop toggle", "loop on/off"))
SPEED = Feature(("a speed slider", "a slider for the playback speed", "adjustable speed", "a playback rate slider", "a slider to change its speed"), ("[have] a speed slider", "[let] me change the playback speed with a slider"), ("change the playback speed", "play it slower and faster", "set the speed with a slider"), ("speed slider", "adjustable speed"))
STOP = Feature(("a stop button", "a button that stops the playback"), ("[have] a stop button", "[stop] when I press a stop button"), ("stop it with a button", "stop the playback"), ("stop button",))


def record(draw: Draw, sketch: Sketch, samples: int, by: str) -> tuple[Handle, list[Feed]]:
    """The microphone into the table, at a button, while a toggle is on, or by a key."""
    sketch.add(f"graph recording {samples} -1 1")
    if by == "toggle":
        switch = sketch.add('tgl "record"')
        select = sketch.add("sel 1 0", switch)
        sketch.add("tabwrite~ recording", sketch.add("adc~ 1"), select, sketch.add("msg stop", sketch.out(select, 1)))
        return switch, [Feed(100, switch, "1")]
    if by == "key":
        key = sketch.add("key")
        select = sketch.add("sel 114 112", key)
        sketch.add("tabwrite~ recording", sketch.add("adc~ 1"), select)
        return select, [Feed(100, key, str(KEY_CODES["r"]))]
    button = sketch.add('bng "record"')
    sketch.add("tabwrite~ recording", sketch.add("adc~ 1"), button)
    return button, [Feed(100, button, "bang")]


def sampler(draw: Draw) -> Example:
    """Record, then play: perhaps looped, at another speed, backwards, stopped."""
    unsaid = draw.chance(0.45)
    length = 3000 if unsaid else draw.one(LENGTHS)
    samples = int(length * 44.1)
    by = draw.one(("button", "button", "button", "toggle", "key"))
    kind = draw.one(("plain", "plain", "loop", "loop", "speed", "speed", "stop", "backwards"))
    sketch = Sketch()
    recorder, feeds = record(draw, sketch, samples, by)
    play_button = 0 if by == "key" else sketch.add('bng "play"')
    play = play_button or sketch.out(recorder, 1)
    features: list[Feature] = []
    begin = length + 200
    if kind == "speed":
        control = sketch.add('hsl 0.25 4 "speed" init:1')
        time = sketch.add(f"expr {length} / $f1", sketch.add("f 1", play, sketch.into(1, control)))
        signal = sketch.add("tabread4~ recording", sketch.add("line~", sketch.add(f"msg 0 , {samples} $1", time)))
        features.append(SPEED)
    elif kind == "backwards":
        signal = sketch.add("tabread4~ recording", sketch.add("line~", sketch.add(f"msg {samples} , 0 {length}", play)))
    elif kind == "loop":
        looping = sketch.add('tgl "loop"')
        signal = sketch.add("tabplay~ recording", play)
        sketch.connect(sketch.add("spigot", sketch.out(signal, 1), sketch.into(1, looping)), signal)
        features.append(LOOP)
        feeds.append(Feed(150, looping, "1"))
    elif kind == "stop":
        signal = sketch.add("tabplay~ recording", play, sketch.add("msg stop", sketch.add('bng "stop"')))
        features.append(STOP)
    else:
        signal = sketch.add("tabplay~ recording", play)
    features += loud(draw, sketch, signal, 0.2)
    said = by == "button" and draw.chance(0.6)
    features = [BUTTONS, *features] if said else features
    feeds.append(Feed(begin, feeds[0].box, str(KEY_CODES["p"])) if by == "key" else Feed(begin, play_button, "bang"))
    how = draw.one((" backwards", " in reverse", " reversed")) if kind == "backwards" else ""
    where = {"button": ("",), "toggle": (", recording while a toggle is on and playing with a button", ", with a record toggle and a play button", " (record toggle, play button)"), "key": (", r to record and p to play", " with the keys r and p", " using the r key to record and the p key to play")}[by]

    def size() -> str:
        return "" if unsaid else draw.one((f" {spell(draw, length)} of", f" up to {spell(draw, length)} of", f" {spell(draw, length)} of"))

    def tail() -> str:
        return f"{how}{draw.one(where)}"

    cores: list[Text] = [lambda: f"[record]{size()} {draw.one(MICROPHONE)} into {draw.one(TABLE)} and [play] it back{tail()}", lambda: f"[record]{size()} {draw.one(MICROPHONE)} and [play] it{tail()}", lambda: f"[sample]{size()} {draw.one(MICROPHONE)} and [play] the recording{tail()}",
                         lambda: f"[capture]{size()} {draw.one(MICROPHONE)} in {draw.one(TABLE)} and [play] it{tail()}", lambda: f"[store]{size()} {draw.one(MICROPHONE)} in {draw.one(TABLE)} and [play] it back{tail()}"]
    nouns: list[Text] = [lambda: f"a sampler that records{size()} {draw.one(MICROPHONE)} and plays it back{tail()}", lambda: f"a recorder for{size()} {draw.one(MICROPHONE)} that plays it{tail()}", lambda: f"a simple sampler for{size()} {draw.one(MICROPHONE)}{' that plays' + how if how else ''}{draw.one(where)}", lambda: f"a table recorder for{size()} {draw.one(MICROPHONE)} with playback{tail()}"]
    made = Example(phrased(draw, cores, nouns, NEVER, features), sketch.text(), lambda seen: True)
    return heard_later(made, feeds, (begin + 100) / 1000, (begin + min(400, length)) / 1000, has_pitch(330, 0.05))


def looped(draw: Draw) -> Example:
    """A table that loops all the time, its speed, its start or its direction steered; a toggle lets one hear it."""
    unsaid = draw.chance(0.4)
    length = 3000 if unsaid else draw.one(LENGTHS[1:])
    samples = int(length * 44.1)
    control = draw.one(("none", "speed", "speed", "both ways", "number"))
    toggled = draw.chance(0.5)
    sketch = Sketch()
    _, feeds = record(draw, sketch, samples, "button")
    rate = plain(round(1000 / length, 4))
    features: list[Feature] = []
    if control == "none":
        ramp = sketch.add(f"phasor~ {rate}")
    else:
        low, high = {"speed": (0, 2), "both ways": (-2, 2), "number": (0, 0)}[control]
        speed = sketch.add('number "speed"' if control == "number" else f'hsl {low} {high} "speed" init:1')
        ramp = sketch.add("phasor~" if control != "number" else f"phasor~ {rate}", sketch.add(f"* {rate}", speed))
        features.append({"speed": SPEED, "both ways": Feature(("a speed slider from -2 to 2", "a speed slider that also goes backwards", "a slider for speed and direction"), ("[have] a speed slider from -2 to 2", "[go] backwards with negative speed on a slider"), ("play it forwards and backwards with a slider",), ("speed slider -2 to 2",)),
                         "number": Feature(("a number box for the speed", "the speed in a number box"), ("[take] the speed from a number box",), ("type in the speed",), ("speed number box",))}[control])
    signal = sketch.add("tabread4~ recording", sketch.add(f"*~ {samples}", ramp))
    if toggled:
        switch = sketch.add('tgl "play"')
        signal = sketch.add("*~", signal, sketch.into(1, sketch.add("line~", sketch.add("msg $1 20", switch))))
        features.append(Feature(("a toggle to play it", "a play toggle", "a toggle to switch the loop on and off"), ("[have] a play toggle", "[play] while a toggle is on"), ("switch the loop on and off",), ("play toggle",)))
        feeds.append(Feed(150, switch, "1"))
    features += loud(draw, sketch, signal, 0.2)

    def size() -> str:
        return "" if unsaid else f" {spell(draw, length)} of"

    cores: list[Text] = [lambda: f"[record]{size()} {draw.one(MICROPHONE)} with a button and [loop] it", lambda: f"[loop]{size()} {draw.one(MICROPHONE)} after I press a record button", lambda: f"[record]{size()} {draw.one(MICROPHONE)} into {draw.one(TABLE)} at a click and [play] it in a loop",
                         lambda: f"[sample]{size()} {draw.one(MICROPHONE)} on a button press and [repeat] it endlessly"]
    nouns: list[Text] = [lambda: f"a looper for{size()} {draw.one(MICROPHONE)} with a record button", lambda: f"a loop pedal for{size()} {draw.one(MICROPHONE)} with a record button", lambda: f"a mic looper{size().replace(' of', '')} with a record button".replace("looper ", "looper of ") if not unsaid else "a mic looper with a record button"]
    made = Example(phrased(draw, cores, nouns, NEVER, features), sketch.text(), lambda seen: True)
    return heard_later(made, feeds, (length + 200) / 1000, (length + 600) / 1000, has_pitch(330, 0.06))


def scrubbed(draw: Draw) -> Example:
    """A slider moves through the recording by hand."""
    unsaid = draw.chance(0.5)
    length = 3000 if unsaid else draw.one(LENGTHS[:7])
    samples = int(length * 44.1)
    smooth = draw.one((20, 20, 50, 100))
    sketch = Sketch()
    _, feeds = record(draw, sketch, samples, "button")
    position = sketch.add(f'hsl 0 {samples} "position"')
    signal = sketch.add("tabread4~ recording", sketch.add("line~", sketch.add(f"msg $1 {smooth}", position)))
    features = loud(draw, sketch, signal, 0.2)
    soft = "" if smooth == 20 else draw.one((f", smoothed over {smooth} ms,", f" with {smooth} ms smoothing"))

    def size() -> str:
        return "" if unsaid else f" {spell(draw, length)} of"

    cores: list[Text] = [lambda: f"[record]{size()} {draw.one(MICROPHONE)} and [let] me scrub through it with a slider{soft}", lambda: f"[move] through a recording of{size()} {draw.one(MICROPHONE)} with a slider{soft}", lambda: f"[read] a recorded table of{size()} {draw.one(MICROPHONE)} by hand with a slider{soft}",
                         lambda: f"[record]{size()} {draw.one(MICROPHONE)} with a button and [use] a slider to set the playback position{soft}"]
    nouns: list[Text] = [lambda: f"a scrubber for{size()} {draw.one(MICROPHONE)} with a record button and a position slider{soft}", lambda: f"a position slider to scrub through{size()} {draw.one(MICROPHONE)} recorded with a button{soft}", lambda: f"a tape scrub effect: record{size()} {draw.one(MICROPHONE)}, then move a slider{soft}"]
    feeds = [*feeds, *[Feed(length + 200 + 20 * i, position, str(min(samples, 500 + 882 * i))) for i in range(15)]]
    chosen = Trial(feeds, (length + 600) / 1000)
    text = sketch.text()

    def holds(observation: Observation) -> bool:
        heard = sound(render(live(text), chosen))
        start = int((length + 220) * 44.1)
        return level(sound(observation)) < 1e-4 and sounds(0.003, 0.7)(heard[:, start:start + 8000])

    return Example(phrased(draw, cores, nouns, NEVER, features), text, holds, feeds, seconds=chosen.seconds)


def overdub(draw: Draw) -> Example:
    """Live input in a delay that keeps everything, or nearly: a looper by feedback, with a toggle for recording."""
    length = draw.one((1000, 1500, 2000, 2000, 3000, 4000))
    keep = draw.one((1, 1, 0.9, 0.8, 0.95))
    toggled = draw.chance(0.6)
    sketch = Sketch()
    source = sketch.add("adc~ 1")
    feeds: list[Feed] = []
    features: list[Feature] = []
    if toggled:
        switch = sketch.add('tgl "record"')
        source = sketch.add("*~", source, sketch.into(1, sketch.add("line~", sketch.add("msg $1 20", switch))))
        feeds = [Feed(20, switch, "1"), Feed(400, switch, "0")]
        features.append(Feature(("a record toggle", "a toggle to let the input in", "a toggle for recording"), ("[have] a record toggle", "[let] the input in while a toggle is on"), ("switch recording on and off",), ("record toggle",)))
    line = sketch.add(f"delwrite~ loop {length}", source)
    tap = sketch.add(f"delread~ loop {length}")
    sketch.connect(tap if keep == 1 else sketch.add(f"*~ {keep}", tap), line)
    features += loud(draw, sketch, tap, 0.2)
    fades = "" if keep == 1 else draw.one((f" that keeps {int(keep * 100)}% on each pass", f" with {keep} feedback", f", fading to {int(keep * 100)}% every time around,"))
    cores: list[Text] = [lambda: f"[loop] {draw.one(MICROPHONE)} with a delay of {spell(draw, length)}, sound on sound{fades}", lambda: f"[layer] {draw.one(MICROPHONE)} in a {spell(draw, length)} loop{fades}", lambda: f"[overdub] {draw.one(MICROPHONE)} in a loop of {spell(draw, length)}{fades}"]
    nouns: list[Text] = [lambda: f"a sound on sound looper of {spell(draw, length)} for {draw.one(MICROPHONE)}{fades}", lambda: f"an overdub looper for {draw.one(MICROPHONE)}, {spell(draw, length)} long{fades}", lambda: f"a Frippertronics style loop of {spell(draw, length)} with {draw.one(MICROPHONE)}{fades}"]
    made = Example(phrased(draw, cores, nouns, NEVER, features), sketch.text(), lambda seen: True)
    return heard_later(made, feeds, (length + 100) / 1000, (length + 350) / 1000, has_pitch(330, 0.06))


SKILLS: dict[str, Skill] = widened({"sampler": sampler, "loop-steered": looped, "scrub": scrubbed, "overdub": overdub})
