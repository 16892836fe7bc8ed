"""Skills: several sounds with a slider or a switch each, fades between two, and where sounds are: left, right, moving."""

from __future__ import annotations

from patchgen_training.skills.audio_part import Part
from patchgen_training.skills.audio_scene import Scene, played
from patchgen_training.skills.audio_sources import MICROPHONE, NOISES, WAVEFORMS, coloured, wave
from patchgen_training.skills.audio_sources_spoken import (
    Talk,
    at_end,
    control,
    enumerated,
    steady,
    told,
)
from patchgen_training.skills.audio_sources_voices import HEARD, Voice, voice
from patchgen_training.skills.audio_units import hertz, plain, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import (
    Sound,
    Step,
    Trial,
    different,
    goes_silent,
    level,
    moves,
    render,
    sound,
)
from patchgen_training.skills.expect_audio_time import (
    Check,
    during,
    every,
    left,
    quiet,
    right,
    sounds,
)
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle

NAMES: dict[str, tuple[str, ...]] = {"sine": ("sine", "sine wave", "sine tone"), "sawtooth": ("sawtooth", "saw", "saw wave"), "square": ("square wave",), "triangle": ("triangle wave",)}
COUNTS = {2: ("two", "2"), 3: ("three", "3"), 4: ("four", "4")}
SINGLE = ("tone", "tone", "tone", "noise", "noise", "chord")


def sources(scene: Scene, count: int) -> tuple[list[Handle], list[str], list[str]]:
    """Different oscillators and noises, each with its noun and a label; now and then tones of one waveform."""
    draw = scene.draw
    if draw.chance(0.3):
        name = draw.one(("sine", "sine", "sawtooth", "triangle"))
        pitches = sorted(draw.some(HEARD[5:60:2], count))
        return [wave(scene, WAVEFORMS[name], str(pitch)) for pitch in pitches], [f"a {hertz(draw, pitch)} {draw.one(NAMES[name])}" for pitch in pitches], [str(pitch) for pitch in pitches]
    handles, nouns, labels = [], [], []
    for name in draw.some((*WAVEFORMS, "white", "pink"), count):
        if name in WAVEFORMS:
            pitch, said = draw.one(HEARD[:60]), draw.chance(0.7)
            handles.append(wave(scene, WAVEFORMS[name], str(pitch if said else 440)))
            nouns.append(f"a {hertz(draw, pitch)} {draw.one(NAMES[name])}" if said else f"a {draw.one(NAMES[name])}")
            labels.append(name)
        else:
            handles.append(coloured(scene, NOISES[name]))
            nouns.append(f"{name} noise")
            labels.append("noise" if "noise" not in labels and "white_noise" not in labels else f"{name}_noise")
    return handles, nouns, labels


def switched_sources(draw: Draw) -> Example:
    """A toggle for each of several sounds, at fixed levels or with a slider each and a master."""
    scene = Scene(draw)
    kind = draw.one(("toggles", "toggles", "both", "master", "mutes"))
    count = draw.one((2, 2, 3, 3, 4) if kind == "toggles" else (2, 2, 3))
    handles, nouns, labels = sources(scene, count)
    gains = []
    for handle, label in zip(handles, labels, strict=True):
        if kind != "toggles":
            slider = scene.add(f'hsl 0 1 "{label}" init:0.3')
            handle = scene.add("*~", handle, scene.into(1, slider))
        if kind in ("toggles", "both"):
            toggle = scene.add(f'tgl "{label}"' if kind == "toggles" else f'tgl "{label}_on"')
            handle = scene.add("*~", handle, scene.into(1, toggle))
            scene.steps.append(Step(toggle, "1", lambda before, after: level(after) > 1.02 * level(before)))
        elif kind == "mutes":
            toggle = scene.add(f'tgl "mute_{label}"')
            handle = scene.add("*~ 1", handle, scene.into(1, scene.add("== 0", toggle)))
            scene.steps.append(Step(toggle, "1", lambda before, after: different(before, after) or level(after) < 0.995 * level(before), "0"))
        else:
            scene.steps.append(Step(slider, "0.9", moves, "0.3"))
        gains.append(handle)
    mixed = scene.add(f"*~ {plain(round(1 / count, 2))}", *gains)
    parts: list[Part] = []
    if kind == "master":
        master, part = control(scene, "master", 0, 1, 0.5, said=draw.one(("master volume", "master volume", "master", "master level")))
        mixed = scene.add("*~", mixed, scene.into(1, master))
        parts.append(part)
        scene.steps.append(Step(master, "0", goes_silent))
    scene.signal = (mixed,)
    scene.silent = kind in ("toggles", "both")
    each = {
        "toggles": ("a toggle for each", "an on/off toggle each", "a toggle to switch each of them on and off", "separate toggles", "an on/off switch for every sound"),
        "both": ("a toggle and a volume slider for each", "an on/off toggle and a level slider each", "a volume slider and a switch for each sound"),
        "mutes": ("a volume slider and a mute toggle for each", "a level slider and a mute switch each", "a fader and a mute for every sound"),
        "master": ("a volume slider for each", "a level slider each", "separate volume sliders", "its own fader for every sound"),
    }[kind]  # fmt: skip
    talk = Talk(
        lambda: enumerated(nouns), plain=False, parts=parts,
        does=("mixes {s}, with {e}", "plays {s} with {e}", "has {e}: {s}", "lets me combine {s} using {e}", "sums {s}, {e}") + (("switches {s} on and off independently with {e}", "turns {s} on and off separately, {e}") if kind == "toggles" else ("is a {c} channel mixer for {s} with {e}",)),
        nouns=("{s} with {e}", "a mixer of {s} with {e}", "a {c} channel mixer ({s}) with {e}") if kind != "toggles" else ("{s} with {e}", "a sound board with {s} and {e}"),
        asks=("{s}, {e}", "i want to mix {s} with {e}", "how do i play {s} with {e}?", "{c} sounds: {s}, {e}", "i want to be able to turn {s} on and off one by one, {e}" if kind == "toggles" else "i want to be able to balance {s}, {e}"),
        values={"e": lambda: draw.one(each), "c": lambda: draw.one(COUNTS[count])},
    )  # fmt: skip
    if kind == "toggles":
        scene.mono("*~ 0.3")
    scene.output()
    return told(scene, talk, steady(scene))


def changeover(draw: Draw) -> Example:
    """From one sound to another: by a toggle, two buttons or one, in a given time."""
    scene = Scene(draw)
    (one, two), (first, second), _ = sources(scene, 2)
    kind, time = draw.one(("toggle", "toggle", "button", "hard")), draw.one((200, 500, 1000, 1000, 2000, 2000, 3000, 4000, 5000))
    press = scene.add('tgl "switch"') if kind != "button" else scene.add('bng "start"')
    if kind == "hard":
        time = 0
        gain: Handle = press
        other = scene.add("== 0", press)
        one = scene.add("*~ 1", one, scene.into(1, other))
    else:
        gain = scene.add("line~", scene.add(f"msg $1 {time}" if kind == "toggle" else f"msg 0 , 1 {time}", press))
        one = scene.add("*~", one, scene.into(1, scene.add("expr~ 1 - $v1", gain)))
    two = scene.add("*~", two, scene.into(1, gain))
    scene.signal = (scene.add("+~", one, scene.into(1, two)),)
    t = lambda: span(draw, time)  # noqa: E731
    words = {
        "toggle": (("crossfades from {a} to {b} in {t} when a toggle is switched on and back when it is off", "fades between {a} and {b} over {t} with a toggle", "uses a toggle to crossfade {a} and {b} in {t}"), ("a toggle that crossfades between {a} and {b} in {t}", "a {t} crossfade from {a} to {b} on a toggle"), ("toggle: crossfade {a} to {b} and back, {t}", "how do i crossfade from {a} to {b} in {t} with a toggle?", "i want to fade from {a} to {b} in {t} with a switch")),
        "button": (("crossfades from {a} to {b} in {t} when a button is clicked", "fades {a} out and {b} in over {t} at a click", "morphs from {a} to {b} in {t} when I press a button"), ("a button that crossfades from {a} to {b} in {t}", "a {t} transition from {a} to {b} on a button"), ("click: {a} fades into {b} in {t}", "crossfade {a} -> {b}, {t}, button", "how can i fade from {a} to {b} over {t} by clicking?")),
        "hard": (("switches between {a} and {b} with a toggle", "plays {a} when a toggle is off and {b} when it is on", "changes from {a} to {b} when a toggle is on"), ("a toggle that switches between {a} and {b}", "an A/B switch between {a} and {b}"), ("toggle on: {b}, off: {a}", "how do i switch between {a} and {b} with a toggle?", "A/B switch, {a} / {b}")),
    }[kind]  # fmt: skip
    talk = Talk(lambda: first, plain=False, does=words[0], nouns=words[1], asks=words[2], values={"a": lambda: first, "b": lambda: second, "t": t})
    at_end(scene, talk, ("unsaid", "unsaid", "volume", "volume"))
    late = 0.4 + time / 1000

    def crosses(heard: Sound) -> bool:
        early = heard[:, int(0.1 * 44100) : int(0.4 * 44100)]
        end = heard[:, int((late + 0.05) * 44100) : int((late + 0.35) * 44100)]
        return moves(early, end)

    feeds = [(0.4, press, "1" if kind != "button" else "bang")]
    return told(scene, talk, played(feeds, every(sounds(0.0005), crosses), late + 0.4))


PLACES: dict[str, tuple[float, float, tuple[str, ...]]] = {
    "left": (1, 0, ("only on the left", "in the left speaker only", "only in the left channel", "hard left", "in my left ear")), "right": (0, 1, ("only on the right", "in the right speaker only", "only in the right channel", "hard right", "in my right ear")),
    "rather left": (0.75, 0.25, ("panned 75% left", "at 75% left and 25% right", "panned to the left (0.75 left, 0.25 right)")), "rather right": (0.25, 0.75, ("panned 75% right", "at 25% left and 75% right", "panned to the right (0.25 left, 0.75 right)")),
}  # fmt: skip


def placed(draw: Draw) -> Example:
    """One sound on one side, or two sounds, one on each."""
    scene = Scene(draw)
    if draw.chance(0.5):
        chosen = microphone_or(scene)
        one, two, said = PLACES[draw.one(tuple(PLACES))]
        scene.signal = (scene.add(f"*~ {plain(one)}", chosen.handle), scene.add(f"*~ {plain(two)}", chosen.handle))
        if one in (0, 1):
            # Hard sides need only one cord; the other channel stays empty.
            scene.sketch.lines, scene.sketch.count = scene.sketch.lines[:-2], scene.sketch.count - 2
            scene.signal = (chosen.handle,)
        talk = Talk(chosen.noun, ("plays", "plays", "sends", "outputs") if chosen.kind != "microphone" else ("plays", "sends"), said)
        if one in (0, 1):
            part_of(scene, talk)
            scene.add("dac~", scene.signal[0] if one else scene.into(1, scene.signal[0]))
        else:
            at_end(scene, talk, ("unsaid", "unsaid", "volume"))
        louder, softer = (left, right) if one > two else (right, left)
        check = lambda heard: louder(sounds(0.0003))(heard) and softer(lambda side: level(side) < 0.4 * max(level(heard[:1]), level(heard[1:])))(heard)  # noqa: E731
        trial = steady(scene, check if chosen.kind != "microphone" else None)
        return told(scene, talk, trial)
    one_voice, two_voice = voice(scene, ("tone", "tone", "noise", "chord")), voice(scene, ("tone", "tone", "tone", "chord"))
    scene.signal = (one_voice.handle, two_voice.handle)
    talk = Talk(
        one_voice.noun, plain=False,
        does=("plays {a} on the left and {b} on the right", "sends {a} to the left speaker and {b} to the right speaker", "puts {a} in the left channel and {b} in the right one", "plays {a} in the left ear and {b} in the right ear", "has {b} on the right and {a} on the left"),
        nouns=("{a} on the left and {b} on the right", "a stereo patch with {a} left and {b} right", "{a} in the left speaker, {b} in the right"),
        asks=("left: {a}, right: {b}", "{a} left, {b} right", "how do i send {a} to the left speaker and {b} to the right one?", "i want {a} in one ear (left) and {b} in the other"), values={"a": one_voice.noun, "b": two_voice.noun},
    )  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "volume", "volume", "switch"))
    return told(scene, talk, steady(scene, every(left(one_voice.check), right(two_voice.check))))


def microphone_or(scene: Scene, share: float = 0.12) -> Voice:
    """The microphone now and then, else any sound."""
    if scene.draw.chance(share) and not scene.sketch.count:
        return Voice(scene.add("adc~ 1"), lambda: scene.draw.one(MICROPHONE.through[:6]), lambda heard: True, "microphone")
    return voice(scene, SINGLE)


def part_of(scene: Scene, talk: Talk) -> None:
    """A fixed gain, or a volume slider with its words."""
    if scene.draw.chance(0.5):
        scene.mono("*~ 0.2")
        return
    slider, part = control(scene, "volume", 0, 1, 0.3)
    scene.mono("*~", scene.into(1, slider))
    scene.steps.append(Step(slider, "0", goes_silent))
    talk.parts.append(part)


def side_buttons(draw: Draw) -> Example:
    """Buttons, toggles or a radio for left, centre and right."""
    scene = Scene(draw)
    chosen, kind, centre = microphone_or(scene), draw.one(("buttons", "buttons", "toggle", "messages")), draw.chance(0.5)
    names = ["left", "centre", "right"] if centre else ["left", "right"]
    values = {"left": 0.0, "centre": 0.5, "right": 1.0}
    if kind == "toggle":
        names, centre = ["left", "right"], False
        place: Handle = scene.add('tgl "right"')
        presses = [(place, "1")]
        amount: Handle = place
        middle = [place]
    elif kind == "buttons":
        buttons = [scene.add(f'bng "{name}"') for name in names]
        middle = [scene.add(f"msg {values[name]:g}", button) for name, button in zip(names, buttons, strict=True)]
        presses = [(buttons[-1], "bang")]
    else:
        middle = [scene.add(f"msg {values[name]:g}") for name in names]
        presses = [(middle[-1], "bang")]
    start = scene.add("msg 0.5", scene.add("loadbang")) if kind != "toggle" else 0
    amount = scene.add("f", *middle, start) if start else middle[0]
    opposite = scene.add("expr 1 - $f1", amount)
    scene.signal = (scene.add("*~ 1" if kind == "toggle" else "*~", chosen.handle, scene.into(1, opposite)), scene.add("*~", chosen.handle, scene.into(1, amount)))
    listed = enumerated(names)
    words = {
        "buttons": (f"with buttons for {listed}", f"with {len(names)} buttons: {listed}", f"by clicking {listed}".replace(" and ", " or ")), "toggle": ("with a toggle: off is left, on is right", "with a toggle (left when off, right when on)", "using one toggle, left when it is off and right when on"),
        "messages": (f"with message boxes for {listed} (" + ", ".join(f"{values[name]:g}" for name in names) + ")", "with messages " + ", ".join(f"{values[name]:g} for {name}" for name in names)),
    }[kind]  # fmt: skip
    talk = Talk(
        chosen.noun, plain=False, does=("moves {s} between the speakers {x}", "pans {s} {x}", "sends {s} to the left or right speaker {x}", "places {s} in the stereo field {x}"), nouns=("a panner for {s} {x}", "{s} that I can pan {x}"),
        asks=("pan {s} {x}", "how do i send {s} left or right {x}?", "i want to choose where {s} comes from {x}", "{s}, panned {x}"), values={"x": lambda: draw.one(words)},
    )  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "volume"))
    check: Check = every(during(0.25, 0.6, right(sounds(0.0003))), during(0.25, 0.6, left(quiet)), during(0.0, 0.18, left(sounds(0.0003))))
    if chosen.kind == "microphone":
        check = every(during(0.25, 0.6, right(sounds(0.0001))), during(0.25, 0.6, left(quiet)))
    return told(scene, talk, played([(0.2, presses[0][0], presses[0][1])], check, 0.6))


def moving(draw: Draw) -> Example:
    """A sound that moves between the speakers: jumping, swinging, or once from side to side at a click."""
    scene = Scene(draw)
    chosen, kind = microphone_or(scene), draw.one(("jump", "jump", "once", "once", "swing"))
    parts: list[Part] = []
    feeds: list[tuple[float, Handle, str]] = []
    words: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    if kind == "jump":
        time = draw.one((100, 200, 250, 300, 400, 500, 500, 750, 1000))
        toggle = scene.add('tgl "on"')
        flip = scene.add("tgl", scene.add(f"metro {time}", toggle))
        amount = scene.add("line~", scene.add("msg $1 5", flip))
        opposite = scene.add("expr~ 1 - $v1", amount)
        often = [f"every {span(draw, time)}" for _ in range(3)]
        words = (("moves {s} from one speaker to the other {o} while a toggle is on", "throws {s} left and right by turns {o}, started by a toggle", "switches {s} between the left and right speaker {o} with a toggle to start"), ("{s} that jumps between left and right {o} while a toggle is on", "a ping-pong panner for {s} changing sides {o} with a toggle"), ("{s} left, right, left, right {o}, toggle", "how can {s} jump from left to right {o}? toggle to start", "alternate {s} between the speakers {o}, on/off toggle"))
        feeds = [(0.05, toggle, "1")]
        seconds, shift = max(0.6, 2.2 * time / 1000), time / 1000
        check: Check = during(0.05, 0.05 + 2 * shift, lambda heard: right(sounds(0.0003))(heard[:, 600 : int(shift * 44100) - 600]) and left(quiet)(heard[:, 600 : int(shift * 44100) - 600]) and left(sounds(0.0003))(heard[:, int(shift * 44100) + 600 : -600]) and right(quiet)(heard[:, int(shift * 44100) + 600 : -600]))
    elif kind == "once":
        time = draw.one((500, 1000, 1000, 2000, 2000, 3000, 4000, 5000))
        rightwards = draw.chance(0.6)
        button = scene.add('bng "move"')
        amount = scene.add("line~", scene.add(f"msg {0 if rightwards else 1} , {1 if rightwards else 0} {time}", button))
        opposite = scene.add("expr~ 1 - $v1", amount)
        way = "from left to right" if rightwards else "from right to left"
        often = [f"in {span(draw, time)}" for _ in range(2)] + [f"over {span(draw, time)}"]
        words = (("moves {s} " + way + " {o} when a button is clicked", "pans {s} " + way + " {o} on a click", "lets {s} wander " + way + " {o} when I press a button"), ("{s} that moves " + way + " {o} on a button", "a button that pans {s} " + way + " {o}"), ("click: {s} goes " + way + " {o}", "how do i move {s} " + way + " {o} with a button?", "i want {s} to fly " + way + " {o} at a click"))
        feeds = [(0.1, button, "bang")]
        seconds = 0.2 + time / 1000
        third = time / 3000
        check = every(during(0.1, 0.1 + third, lambda heard: level(begin_side(heard, rightwards)) > 1.5 * level(begin_side(heard, not rightwards))), during(0.1 + 2 * third, 0.1 + 3 * third, lambda heard: level(begin_side(heard, not rightwards)) > 1.5 * level(begin_side(heard, rightwards))))
    else:
        slider, part = control(scene, "speed", 0, 10, 0.5, said=draw.one(("speed", "panning speed", "rate", "speed of the movement")))
        parts.append(part)
        amount = scene.add("+~ 0.5", scene.add("*~ 0.5", scene.add("osc~", slider)))
        opposite = scene.add("expr~ 1 - $v1", amount)
        often = [""]
        words = (("moves {s} from side to side", "swings {s} between the left and the right speaker", "pans {s} back and forth automatically"), ("{s} moving from side to side", "{s} that wanders between the speakers"), ("{s} should wander left and right by itself", "auto pan for {s}"))
        feeds, seconds = [(0.05, slider, "4")], 1.0
        check = lambda heard: level(heard[:1] - heard[1:]) > 0.2 * level(heard)  # noqa: E731
    scene.signal = (scene.add("*~", chosen.handle, scene.into(1, opposite)), scene.add("*~", chosen.handle, scene.into(1, amount)))
    talk = Talk(chosen.noun, plain=False, parts=parts, does=words[0], nouns=words[1], asks=words[2], values={"o": lambda: draw.one(often)})
    at_end(scene, talk, ("unsaid", "unsaid", "volume", "volume"))
    return told(scene, talk, played(feeds, check, seconds))


def begin_side(heard: Sound, is_left: bool) -> Sound:
    """One of the channels."""
    return heard[:1] if is_left else heard[1:]


def sides_volume(draw: Draw) -> Example:
    """Stereo with a balance slider, or a volume for each side, or mono from both inputs."""
    scene = Scene(draw)
    kind = draw.one(("pan-box", "pan-127", "pan-minus", "two", "swap"))
    if kind == "swap":
        both = scene.add("adc~ 1 2")
        scene.signal = (scene.add("*~ 0.5", scene.sketch.out(both, 1)), scene.add("*~ 0.5", both))
        talk = Talk(lambda: "the stereo input", plain=False, does=("swaps the left and right channel of {s}", "exchanges left and right of {s}", "sends the left input to the right speaker and the right input to the left one"), nouns=("a channel swapper for {s}", "a patch with left and right of {s} swapped"), asks=("swap left and right of {s}", "how do i swap the two channels of my sound card's input?", "left in to right out and right in to left out"))
        scene.output()
        # A tone on the left input alone must come out on the right.
        text = scene.sketch.text().replace("1 adc~ 1 2", "1 osc~ 330").replace(" < 1.1", "")

        def crossed(_seen: object) -> bool:
            heard = sound(render(text, Trial([], 0.3)))
            return left(quiet)(heard) and right(sounds())(heard)

        return told(scene, talk, Trial([], 0.3, crossed))
    chosen = microphone_or(scene)
    if kind == "two":
        one, two = scene.add('hsl 0 1 "left" init:0.3'), scene.add('hsl 0 1 "right" init:0.3')
        scene.signal = (scene.add("*~", chosen.handle, scene.into(1, one)), scene.add("*~", chosen.handle, scene.into(1, two)))
        scene.steps += [Step(one, "0", lambda before, after: left(quiet)(after) and not right(quiet)(after), "0.3"), Step(two, "0", lambda before, after: right(quiet)(after), "0.3")]
        talk = Talk(chosen.noun, plain=False, does=("plays {s} with separate volume sliders for left and right", "has a left and a right volume slider for {s}", "lets me set how loud {s} is in the left and in the right speaker"), nouns=("{s} with a volume slider for each speaker", "left and right volume sliders for {s}"), asks=("{s}, left volume and right volume on sliders", "how do i control left and right volume of {s} separately?"))
        scene.output()
        return told(scene, talk, steady(scene))
    low, high, init = {"pan-box": (0, 1, 0.5), "pan-127": (0, 127, 64), "pan-minus": (-1, 1, 0)}[kind]
    boxed = kind == "pan-box"
    body = 'number 0 1 "pan"' if boxed else f'hsl {low} {high} "pan" init:{init}'
    box = scene.add(body)
    amount = box if boxed else scene.add("/ 127", box) if kind == "pan-127" else scene.add("expr ($f1 + 1) / 2", box)
    opposite = scene.add("expr 1 - $f1", amount)
    scene.signal = (scene.add("*~ 0.5" if boxed else "*~", chosen.handle, scene.into(1, opposite)), scene.add("*~ 0.5" if boxed else "*~", chosen.handle, scene.into(1, amount)))
    where = {"pan-box": ("a number box from 0 (left) to 1 (right)", "a pan number box, 0 is left and 1 is right"), "pan-127": ("a pan slider from 0 to 127", "a slider from 0 (left) to 127 (right)", "a knob from 0 to 127 like in MIDI"), "pan-minus": ("a pan slider from -1 to 1", "a slider from -1 (left) to 1 (right)", "a pan knob between -1 and 1")}[kind]
    talk = Talk(chosen.noun, plain=False, does=("pans {s} with {x}", "places {s} between the speakers with {x}", "moves {s} from left to right with {x}", "controls the stereo position of {s} with {x}"), nouns=("{s} with {x}", "a panner for {s} with {x}"), asks=("pan {s} with {x}", "{s}, {x} for the panning", "how do i pan {s} with {x}?"), values={"x": lambda: draw.one(where)})
    at_end(scene, talk, ("unsaid", "unsaid", "volume"))
    check = every(during(0.15, 0.4, right(quiet)), during(0.15, 0.4, left(sounds(0.0002))), during(0.55, 0.8, left(quiet)))
    return told(scene, talk, played([(0.1, box, f"{low}"), (0.5, box, f"{high}")], check, 0.8))


SKILLS: dict[str, Skill] = widened({
    "sources-with-switches": switched_sources, "changeover": changeover, "left-and-right": placed, "side-buttons": side_buttons, "moving-sound": moving, "pan-ranges": sides_volume,
})  # fmt: skip
