"""Small instruments and signals: beeps, bells, chords, zaps, sirens, alarms, chimes, drones."""

from __future__ import annotations

import itertools

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import (
    crossings,
    loud_at,
    moments,
    quiet_at,
    within,
)  # fmt: skip
from patchgen_training.skills.sequence_melody import START_WORDS, joined
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sequence_theory import CHORDS, USUAL_CHORDS, chord_name, root
from patchgen_training.skills.sequence_voice import VOLUME_WORDS, WAVES, envelope, output, waveform
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_clock import clock, duration, every, plain, spell
from patchgen_training.skills.time_event import Action, on_event
from patchgen_training.skills.time_trigger import STARTS
from patchgen_training.skills.time_words import Text, listed, worded

PITCHES = (220, 262, 300, 330, 350, 392, 400, 440, 440, 500, 523, 550, 600, 660, 700, 750, 800, 880, 880, 900, 1000, 1000, 1200, 1500, 1760, 2000)
LENGTHS = (50, 80, 100, 100, 120, 150, 200, 200, 250, 300, 300, 400, 500, 500, 600, 800, 1000, 1500, 2000)


def volume_tail(draw: Draw, slider: bool) -> str:
    """What is said of the volume slider."""
    return draw.one((", with ", " and has ", ", plus ")) + draw.one(VOLUME_WORDS) if slider else ""


def beep(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A tone that fades out."""
    kind = draw.one(("sine", "sine", "sine", "sawtooth", "square", "triangle"))
    pitch, length = draw.one((*PITCHES, draw.integer(100, 2000))), draw.one(LENGTHS)
    level = sketch.add("line~", sketch.add(f"msg 1 , 0 {length}", source))
    tone = sketch.add(f"{WAVES[kind][0]} {pitch}")
    for body in WAVES[kind][1]:
        tone = sketch.add(body, tone)
    slider = draw.chance(0.4)
    output(sketch, sketch.add("*~", tone, sketch.into(1, level)), slider)

    def noun() -> str:
        wave = draw.one(("sine ", "", "")) if kind == "sine" else f"{kind} "
        long = spell(draw, length)
        return draw.one((f"a {wave}beep of {pitch} Hz that fades out in {long}", f"a {pitch} Hz {wave}tone with a decay of {long}", f"a short {pitch} Hz {wave}tone fading out in {long}",
                         f"a {wave}note of {pitch} Hz decaying in {long}", f"a {wave}ping at {pitch} Hz with {long} decay", f"a {pitch}hz {wave}beep, {long} decay,"))

    def tail() -> str:
        return volume_tail(draw, slider)

    clauses: list[Text] = [lambda: f"[play] {noun()} @{tail()}", lambda: f"[play] {noun()} @{tail()}", lambda: f"[trigger] {noun()} @{tail()}", lambda: f"[sound] {noun()} @{tail()}",
                           lambda: f"[make] {noun()} @{tail()}", lambda: f"[generate] {noun()} @{tail()}"]
    return Action(clauses, lambda trigger: all_of(sounds(0.001, 0.5), crossings(pitch, trigger.at[0] + 3, trigger.at[0] + 35, 0.1)), (),
                  [lambda: f"{noun()}, played @{tail()}"], [lambda: f"{noun()} @{tail()}", lambda: f"i want {noun()} @{tail()}"])


def chord_hit(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A chord that fades out."""
    chord, base = draw.one(USUAL_CHORDS), root(draw) - draw.one((0, 0, 12))
    length = draw.one((300, 500, 500, 800, 1000, 1000, 1500, 2000, 3000))
    notes = [base + step for step in CHORDS[chord]]
    level = sketch.add("line~", sketch.add(f"msg 1 , 0 {length}", source))
    start = sketch.add("loadbang")
    tones = [sketch.add("osc~", sketch.add("mtof", sketch.add(f"msg {note}", start))) for note in notes]
    shaped = sketch.add("*~", *tones, sketch.into(1, level))
    slider = draw.chance(0.4)
    if slider:
        shaped = sketch.add(f"*~ {0.33 if len(notes) == 3 else 0.25}", shaped)
        output(sketch, shaped, True)
    else:
        output(sketch, shaped, False, 0.1)
    place = f" from MIDI note {base}" if base < 60 else ""

    def name() -> str:
        return chord_name(draw, base, chord) if draw.chance(0.75) else f"a chord of the MIDI notes {listed(draw, notes)}"

    def what() -> str:
        chosen = name()
        return (chosen if "MIDI" in chosen else chosen + place) + draw.one((f" that fades out in {spell(draw, length)}", f" with a decay of {spell(draw, length)}", f", {spell(draw, length)} long, fading out,"))

    def tail() -> str:
        return volume_tail(draw, slider)

    clauses: list[Text] = [lambda: f"[play] {what()} @{tail()}", lambda: f"[play] {what()} @{tail()}", lambda: f"[trigger] {what()} @{tail()}", lambda: f"[sound] {what()} @{tail()}",
                           lambda: f"[play] {what()} with {len(notes)} sine oscillators @{tail()}"]
    return Action(clauses, lambda trigger: all_of(sounds(0.002, 0.5), loud_at(trigger.at[0] + 2, trigger.at[0] + 40, 0.01)), (), [lambda: f"{what()} played @{tail()}"], [lambda: f"{what()} @{tail()}"])


def noise_burst(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """White noise that fades out."""
    length = draw.one(LENGTHS)
    level = sketch.add("line~", sketch.add(f"msg 1 , 0 {length}", source))
    slider = draw.chance(0.4)
    output(sketch, sketch.add("*~", sketch.add("noise~"), sketch.into(1, level)), slider)

    def noun() -> str:
        long = spell(draw, length)
        return draw.one((f"a burst of white noise that fades out in {long}", f"a noise burst with a decay of {long}", f"a {plain(length)} ms noise burst fading out", f"a puff of noise, {long} decay,"))

    clauses: list[Text] = [lambda: f"[play] {noun()} @" + volume_tail(draw, slider), lambda: f"[trigger] {noun()} @" + volume_tail(draw, slider), lambda: f"[make] {noun()} @" + volume_tail(draw, slider)]
    return Action(clauses, lambda trigger: all_of(sounds(0.001, 0.5), loud_at(trigger.at[0] + 2, trigger.at[0] + 15, 0.01)), (), [lambda: f"{noun()} played @" + volume_tail(draw, slider)], [lambda: f"{noun()} @" + volume_tail(draw, slider)])


def zap(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A tone that slides from one frequency to another while it fades."""
    one, other = draw.one(((2000, 100), (1000, 100), (3000, 200), (1500, 50), (200, 2000), (100, 1000), (800, 80), (5000, 100), (400, 1600), (500, 100)))
    length = draw.one((100, 150, 200, 300, 400, 500, 800, 1000, 2000))
    pitch = sketch.add("line~", sketch.add(f"msg {one} , {other} {length}", source))
    level = sketch.add("line~", sketch.add(f"msg 1 , 0 {length}", source))
    slider = draw.chance(0.4)
    output(sketch, sketch.add("*~", sketch.add("osc~", pitch), sketch.into(1, level)), slider)
    fall = "falling" if one > other else "rising"

    def noun() -> str:
        long = spell(draw, length)
        return draw.one((f"a tone sweeping from {one} to {other} Hz in {long}", f"a laser zap from {one} Hz to {other} Hz in {long}", f"a {fall} glissando from {one} Hz to {other} Hz over {long} that fades out",
                         f"a {fall} sine sweep from {one} to {other} Hz lasting {long}", f"a pitch drop from {one} to {other} Hz in {long}" if one > other else f"a whoop from {one} to {other} Hz in {long}"))

    clauses: list[Text] = [lambda: f"[play] {noun()} @" + volume_tail(draw, slider), lambda: f"[trigger] {noun()} @" + volume_tail(draw, slider), lambda: f"[make] {noun()} @" + volume_tail(draw, slider),
                           lambda: f"[sound] {noun()} @" + volume_tail(draw, slider)]
    return Action(clauses, lambda trigger: all_of(sounds(0.001, 0.5), loud_at(trigger.at[0] + 2, trigger.at[0] + 30, 0.01)), (), [lambda: f"{noun()}, triggered @" + volume_tail(draw, slider)], [lambda: f"{noun()} @" + volume_tail(draw, slider)])


def bell(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """Inharmonic partials that fade."""
    base = draw.one((200, 300, 400, 440, 500, 600, 800, 880, 1000))
    length = draw.one((500, 1000, 1500, 2000, 2000, 3000, 4000))
    level = sketch.add("line~", sketch.add(f"msg 1 , 0 {length}", source))
    tones = [sketch.add(f"osc~ {plain(round(base * ratio, 2))}") for ratio in (1, 2.76, 5.4)]
    shaped = sketch.add("*~", *tones, sketch.into(1, level))
    slider = draw.chance(0.4)
    if slider:
        output(sketch, sketch.add("*~ 0.33", shaped), True)
    else:
        output(sketch, shaped, False, 0.1)

    def noun() -> str:
        long = spell(draw, length)
        return draw.one((f"a bell of {base} Hz that rings for {long}", f"a bell sound at {base} Hz with a decay of {long}", f"a {base} Hz bell ringing {long}", f"a bell-like tone of {base} Hz, fading out in {long},"))

    clauses: list[Text] = [lambda: f"[play] {noun()} @" + volume_tail(draw, slider), lambda: f"[ring] {noun()} @" + volume_tail(draw, slider), lambda: f"[strike] {noun()} @" + volume_tail(draw, slider)]
    return Action(clauses, lambda trigger: all_of(sounds(0.001, 0.5), loud_at(trigger.at[0] + 2, trigger.at[0] + 30, 0.01)), (), [lambda: f"{noun()}, rung @" + volume_tail(draw, slider)], [lambda: f"{noun()} @" + volume_tail(draw, slider)])


def random_pitch(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A steady tone that jumps to random frequencies."""
    low, high = draw.one(((100, 1000), (200, 800), (50, 500), (300, 3000), (440, 880), (100, 400), (500, 5000), (100, 2000), (draw.integer(10, 40) * 10, draw.integer(50, 200) * 10)))
    kind = draw.one(("sine", "sine", "sawtooth", "square", "triangle"))
    pitch = sketch.add(f"+ {low}", sketch.add(f"random {high - low + 1}", source))
    slider = draw.chance(0.5)
    output(sketch, waveform(sketch, kind, pitch), slider)

    def ends() -> str:
        return draw.one((f"between {low} and {high} Hz", f"from {low} to {high} Hz", f"between {low} Hz and {high} Hz", f"in the range {low}-{high} Hz"))

    def wave() -> str:
        return draw.one(WAVES[kind][2][:3])

    def tail() -> str:
        return volume_tail(draw, slider)

    clauses: list[Text] = [lambda: f"[change] the frequency of {wave()} to a random value {ends()} @{tail()}", lambda: f"[set] {wave()} to a random frequency {ends()} @{tail()}",
                           lambda: f"[play] {wave()} whose frequency jumps randomly {ends()} @{tail()}", lambda: f"randomly [change] the pitch of {wave()} {ends()} @{tail()}",
                           lambda: f"[give] {wave()} a new random frequency {ends()} @{tail()}"]
    return Action(clauses, lambda trigger: all_of(within(pitch, trigger.count, low, high), sounds(0.002, 0.5)), (pitch,), [lambda: f"{wave()} with random frequency {ends()}, changed @{tail()}"],
                  [lambda: f"{wave()}, random freq {ends()}, new one @{tail()}"])


def random_loudness(draw: Draw, sketch: Sketch, source: Handle) -> Action:
    """A tone or noise whose level jumps by chance, softly."""
    pitch = draw.one(PITCHES)
    is_noise = draw.chance(0.4)
    glide = draw.one((10, 20, 50, 100))
    amount = sketch.add("/ 100", sketch.add("random 101", source))
    level = sketch.add("line~", sketch.add(f"msg $1 {glide}", amount))
    shaped = sketch.add("*~", sketch.add("noise~" if is_noise else f"osc~ {pitch}"), sketch.into(1, level))
    output(sketch, shaped, False)
    what = "white noise" if is_noise else f"a {pitch} Hz sine tone"
    clauses: list[Text] = [f"[set] the loudness of {what} to a random value with a ramp of {glide} ms", f"[play] {what} whose volume changes randomly with {glide} ms ramps",
                           f"randomly [change] the volume of {what}, smoothed over {glide} ms,", f"[give] {what} a new random amplitude, reached in {glide} ms,"]
    return Action(clauses, lambda trigger: all_of(within(amount, trigger.count, 0, 1), sounds(0.0, 0.5)), (amount,), [f"{what} with random loudness ({glide} ms ramps), changing"], [f"random volume for {what}, {glide} ms ramp, @"])


def siren(draw: Draw) -> Example:
    """Two tones by turns, or a tone that slides up and down."""
    one, other = draw.one(((440, 585), (400, 600), (600, 900), (450, 600), (500, 800), (800, 1000), (300, 500), (700, 1000), (650, 850), (440, 660)))
    time = draw.one((200, 250, 300, 400, 500, 500, 600, 700, 750, 800, 1000))
    gliding = draw.chance(0.5)
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    turn = sketch.add("sel 1 0", sketch.add("tgl", sketch.add(f"metro {time}", switch)))
    messages = [sketch.add(f"msg {pitch} {time}" if gliding else f"msg {pitch}", sketch.out(turn, i)) for i, pitch in enumerate((other, one))]
    tone = sketch.add("osc~", sketch.add("line~", *messages)) if gliding else sketch.add("osc~", *messages)
    level = sketch.add("*~", tone, sketch.into(1, switch))
    slider = draw.chance(0.5)
    output(sketch, level, slider)

    def t() -> str:
        return spell(draw, time)

    def tail() -> str:
        return joined(draw, " with ", [draw.one(START_WORDS["toggle"]), *([draw.one(VOLUME_WORDS)] if slider else [])])

    if gliding:
        clauses: list[Text] = [lambda: f"[sound] like a siren that slides between {one} and {other} Hz, {t()} each way{tail()}", lambda: f"[play] a siren gliding up and down from {one} Hz to {other} Hz in {t()}{tail()}",
                               lambda: f"[wail] between {one} Hz and {other} Hz, {t()} up and {t()} down{tail()}"]
        things: list[Text] = [lambda: f"a wailing siren between {one} and {other} Hz, {t()} per slide{tail()}"]
    else:
        clauses = [lambda: f"[sound] like a siren with two tones, {one} and {other} Hz, changing {every(draw, time)}{tail()}", lambda: f"[alternate] between a {one} Hz and a {other} Hz tone {every(draw, time)}{tail()}",
                   lambda: f"[play] a two-tone alarm of {one} Hz and {other} Hz that changes {every(draw, time)}{tail()}", lambda: f"[play] a european siren, {one} and {other} Hz, {t()} each{tail()}"]
        things = [lambda: f"a two-tone siren of {one} and {other} Hz, {t()} per tone{tail()}", lambda: f"an alarm alternating between {one} Hz and {other} Hz {every(draw, time)}{tail()}"]
    speech: list[Text] = [lambda: f"siren {one}/{other} Hz, " + ("gliding, " if gliding else "two tones, ") + f"{t()}{tail()}"]
    checks = [quiet_at(0, 4), loud_at(200, 400)] + ([] if gliding else [crossings(other, 40, 10 + time - 5, 0.08), crossings(one, 20 + time, 2 * time, 0.08)])
    return Example(worded(draw, clauses, things, speech), sketch.text(), all_of(*checks, sounds(0.005, 0.5)), [Feed(10, switch, "1")], (), max(0.45, 2.2 * time / 1000))


def alarm(draw: Draw) -> Example:
    """A tone that starts some time after a click and can be stopped."""
    time, pitch = duration(draw, 500, 10000), draw.one(PITCHES)
    sketch = Sketch()
    start, stop = sketch.add('bng "start"'), sketch.add('bng "stop"')
    wait = sketch.add(f"delay {time}", start)
    on, off = sketch.add("msg 1 20", wait), sketch.add("msg 0 20", stop)
    level = sketch.add("line~", on, off)
    output(sketch, sketch.add("*~", sketch.add(f"osc~ {pitch}"), sketch.into(1, level)), False)

    def t() -> str:
        return spell(draw, time)

    clauses: list[Text] = [lambda: f"[sound] a {pitch} Hz alarm {t()} after a start button is clicked until a stop button is clicked", lambda: f"[start] an alarm tone of {pitch} Hz {t()} after pressing start; a stop button silences it",
                           lambda: f"[work] as an egg timer: start button, {t()} later a {pitch} Hz tone, stop button to end it"]
    things: list[Text] = [lambda: f"an alarm that sounds at {pitch} Hz {t()} after a start button, with a stop button", lambda: f"a kitchen timer of {t()} with a {pitch} Hz tone, start and stop buttons"]
    return Example(worded(draw, clauses, things, [lambda: f"egg timer {t()}, {pitch} hz beep, start/stop buttons"]), sketch.text(), all_of(
        quiet_at(0, time), loud_at(40 + time, 90 + time), quiet_at(140 + time, 180 + time)), [Feed(10, start, "bang"), Feed(100 + time, stop, "bang")], (), 0.2 + time / 1000)


def chimes(draw: Draw) -> Example:
    """Notes of a pentatonic scale at random times."""
    low, high = draw.one(((100, 1000), (200, 2000), (300, 1500), (100, 600), (500, 3000), (50, 500)))
    length = draw.one((500, 800, 1000, 1500, 2000))
    sketch = Sketch()
    start, stop = sketch.add('bng "start"'), sketch.add('bng "stop"')
    wait = sketch.add("delay", start, sketch.add("msg stop", stop))
    sketch.connect(sketch.add(f"+ {low}", sketch.add(f"random {high - low + 1}", wait)), wait)
    notes = [72, 74, 76, 79, 81]
    select = sketch.add("sel 0 1 2 3 4", sketch.add("random 5", wait))
    pitch = sketch.add("mtof", *[sketch.add(f"msg {note}", sketch.out(select, i)) for i, note in enumerate(notes)])
    slider = draw.chance(0.5)
    output(sketch, envelope(sketch, sketch.add("osc~", pitch), 0, length, wait), slider)

    def ends() -> str:
        return draw.one((f"every {low} to {high} ms", f"with random pauses of {low} to {high} ms", f"at random intervals between {low} and {high} ms"))

    def tail() -> str:
        return joined(draw, " with ", [draw.one(START_WORDS["buttons"]), *([draw.one(VOLUME_WORDS)] if slider else [])])

    clauses: list[Text] = [lambda: f"[sound] like wind chimes: pentatonic notes {ends()}, decaying in {spell(draw, length)}{tail()}", lambda: f"[play] random pentatonic bells {ends()} that ring for {spell(draw, length)}{tail()}",
                           lambda: f"[imitate] wind chimes with pentatonic notes {ends()} and a decay of {spell(draw, length)}{tail()}"]
    things: list[Text] = [lambda: f"wind chimes, pentatonic, {ends()}, {spell(draw, length)} decay{tail()}"]
    return Example(worded(draw, clauses, things, [lambda: f"wind chimes {ends()}, decay {spell(draw, length)}{tail()}"]), sketch.text(), all_of(
        each_gap(wait, low, high), sounds(0.002, 0.5)), [Feed(10, start, "bang")], (wait, pitch), 0.05 + high * 5 / 1000)


def each_gap(box: Handle, low: float, high: float) -> Holds:
    """The bangs come at random distances of a range."""
    def check(seen: Observation) -> bool:
        times = moments(seen, box)
        return len(times) >= 4 and all(low - 1 <= b - a <= high + 1 for a, b in itertools.pairwise(times))
    return check


def rings(draw: Draw) -> Example:
    """A telephone-like ring: a trill that is on and off by turns."""
    one, other = draw.one(((440, 480), (800, 1000), (700, 900), (1200, 1500), (400, 450)))
    on_time = draw.one((500, 1000, 1000, 2000, 400))
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    flip = sketch.add("tgl", sketch.add(f"metro {on_time}", switch), sketch.add("msg 0", sketch.add("sel 0", switch)))
    level = sketch.add("line~", sketch.add("msg $1 10", flip))
    pair = sketch.add("*~ 0.5", sketch.add(f"osc~ {one}"), sketch.add(f"osc~ {other}"))
    slider = draw.chance(0.4)
    output(sketch, sketch.add("*~", pair, sketch.into(1, level)), slider)

    def t() -> str:
        return spell(draw, on_time)

    def tail() -> str:
        return joined(draw, " with ", [draw.one(START_WORDS["toggle"]), *([draw.one(VOLUME_WORDS)] if slider else [])])

    clauses: list[Text] = [lambda: f"[ring] like a telephone with {one} and {other} Hz, {t()} on and {t()} off{tail()}", lambda: f"[play] two tones of {one} Hz and {other} Hz together, {t()} on, {t()} off, in a loop{tail()}",
                           lambda: f"[pulse] a double tone ({one} Hz + {other} Hz) on and off {every(draw, on_time)}{tail()}"]
    things: list[Text] = [lambda: f"a telephone ring of {one} and {other} Hz, {t()} on, {t()} off{tail()}"]
    return Example(worded(draw, clauses, things, [lambda: f"phone ring tone {one}+{other} Hz, {t()} on/off{tail()}"]), sketch.text(), all_of(
        loud_at(40, on_time - 10, 0.01), quiet_at(40 + on_time, 2 * on_time - 10)), [Feed(10, switch, "1")], (), (2 * on_time + 5) / 1000)


def pulsed(draw: Draw) -> Example:
    """A tone or noise switched on and off at a beat."""
    pitch = draw.one(PITCHES)
    is_noise = draw.chance(0.35)
    ticks = clock(draw, 60, 1500)
    sketch = Sketch()
    start = draw.one(("toggle", "toggle", "buttons", "load"))
    source, feeds = STARTS[start](sketch, ticks.body)
    # The first box is the toggle, the second the stop button.
    zero = [sketch.add("msg 0", sketch.add("sel 0", 1) if start == "toggle" else 2)] if start != "load" else []
    level = sketch.add("line~", sketch.add("msg $1 5", sketch.add("tgl", source, *zero)))
    tone = sketch.add("noise~" if is_noise else f"osc~ {pitch}")
    slider = draw.chance(0.5)
    output(sketch, sketch.add("*~", tone, sketch.into(1, level)), slider)
    what = "white noise" if is_noise else f"a {pitch} Hz tone"

    def tail() -> str:
        words = [] if start == "toggle" and draw.chance(0.3) else [draw.one(START_WORDS[start])]
        return joined(draw, " with ", words + ([draw.one(VOLUME_WORDS)] if slider else []))

    clauses: list[Text] = [lambda: f"[switch] {what} on and off {ticks.said(draw)}{tail()}", lambda: f"[turn] {what} on and off by turns {ticks.said(draw)}{tail()}", lambda: f"[pulse] {what} on and off {ticks.said(draw)}{tail()}",
                           lambda: f"[gate] {what} on and off {ticks.said(draw)}{tail()}"]
    things: list[Text] = [lambda: f"{what} that goes on and off {ticks.said(draw)}{tail()}"]
    begin = 0 if start == "load" else 10
    late = begin + ticks.period
    return Example(worded(draw, clauses, things, [lambda: f"{what} on off {ticks.said(draw)}{tail()}"]), sketch.text(), all_of(
        loud_at(begin + 8, late - 1, 0.01), quiet_at(late + 8, late + ticks.period - 1)), feeds, (), (late + ticks.period + 5) / 1000)


SKILLS: dict[str, Skill] = widened({
    "beep": on_event(beep),
    "chord-hit": on_event(chord_hit),
    "noise-burst": on_event(noise_burst),
    "zap": on_event(zap),
    "bell": on_event(bell),
    "random-pitch-tone": on_event(random_pitch),
    "random-loudness": on_event(random_loudness),
    "siren": siren,
    "alarm": alarm,
    "wind-chimes": chimes,
    "telephone": rings,
    "pulsed-tone": pulsed,
})
