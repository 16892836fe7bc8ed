"""Skills: the volume in 0..1, 0..127, percent or dB, by slider, box, messages or buttons; mutes, fades and starts."""

from __future__ import annotations

from dataclasses import dataclass

from patchgen_training.skills.audio_levels import falls_far
from patchgen_training.skills.audio_part import Part
from patchgen_training.skills.audio_scene import Scene, played
from patchgen_training.skills.audio_sources import MICROPHONE
from patchgen_training.skills.audio_sources_spoken import Talk, at_end, steady, told
from patchgen_training.skills.audio_sources_voices import MIXED, Voice, voice
from patchgen_training.skills.audio_units import an, plain, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import Step, changes, goes_silent, level, starts
from patchgen_training.skills.expect_audio_time import (
    Check,
    during,
    every,
    falls,
    quiet,
    rises,
    sounds,
)
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle

FADES = (100, 200, 300, 500, 500, 800, 1000, 1000, 1500, 2000, 2000, 3000, 4000, 5000, 8000, 10000)
WORDS = ("volume", "volume", "volume", "volume", "level", "loudness", "gain", "amplitude")


def anything(scene: Scene, microphone: float = 0.25) -> Voice:
    """A tone, noise, chord, or the microphone."""
    if scene.draw.chance(microphone) and not scene.sketch.count:
        return Voice(scene.add("adc~ 1"), lambda: scene.draw.one(MICROPHONE.through[:9]), lambda heard: True, "microphone")
    return voice(scene, MIXED)


@dataclass(frozen=True, slots=True)
class Unit:
    """A way to count loudness: the range of the control, the boxes to a factor, and its words."""

    low: float
    high: float
    init: float
    quiet: float
    boxes: tuple[str, ...]
    said: tuple[str, ...]


UNITS: dict[str, Unit] = {
    "midi": Unit(0, 127, 40, 4, ("/ 127",), ("from 0 to 127", "between 0 and 127", "in the range 0-127", "(0-127)", "0..127", "in MIDI values from 0 to 127")),
    "percent": Unit(0, 100, 30, 3, ("/ 100",), ("in percent", "from 0 to 100", "from 0 to 100 percent", "in %", "from 0% to 100%", "between 0 and 100 percent", "(0-100%)", "as a percentage")),
    "one": Unit(0, 1, 0.3, 0.03, (), ("from 0 to 1", "between 0 and 1", "in the range 0 to 1", "(0-1)", "0..1")),
    "below": Unit(-60, 0, -12, -32, ("+ 100", "dbtorms"), ("in dB", "in decibels", "from -60 to 0 dB", "between -60 dB and 0 dB", "in dB (-60 to 0)", "in decibels below full scale")),
    "hundred": Unit(0, 100, 90, 70, ("dbtorms",), ("in dB from 0 to 100", "from 0 to 100 dB", "between 0 and 100 dB", "in decibels (0-100)", "as 0 to 100 decibels")),
    "half": Unit(0, 0.5, 0.2, 0.02, (), ("from 0 to 0.5", "between 0 and 0.5", "(0-0.5)", "limited to 0.5")),
}  # fmt: skip


def in_units(draw: Draw) -> Example:
    """A volume whose unit the prompt names."""
    scene = Scene(draw)
    chosen, unit, word = anything(scene), UNITS[draw.one(("midi", "midi", "percent", "percent", "one", "one", "below", "below", "hundred", "half"))], draw.one(WORDS)
    shape = draw.one(("hsl", "hsl", "hsl", "vsl", "number"))
    scene.signal = (chosen.handle,)
    body = f'number {unit.low:g} {unit.high:g} "{word}"' if shape == "number" else f'{shape} {unit.low:g} {unit.high:g} "{word}" init:{unit.init:g}'
    control = scene.add(body)
    factor = control
    for text in unit.boxes:
        factor = scene.add(text, factor)
    smooth = draw.chance(0.15)
    if smooth:
        factor = scene.add("line~", scene.add("msg $1 20", factor))
    scene.mono("*~ 0.3" if shape == "number" and not smooth else "*~", scene.into(1, factor))
    if shape == "number":
        scene.silent = smooth
        scene.steps.append(Step(control, f"{unit.init:g}", starts if smooth else lambda before, after: True))
    scene.steps.append(Step(control, f"{unit.quiet:g}", falls_far, f"{unit.init:g}"))
    knob = {"hsl": draw.one(("slider", "slider", "slider", "fader", "knob")), "vsl": "vertical slider", "number": draw.one(("number box", "number box", "number"))}[shape]
    called = f"a vertical {word} slider" if shape == "vsl" else f"{an(word)} {knob}"
    tail = draw.one((", smoothed to avoid clicks", " without clicks", ", smoothed over 20 ms")) if smooth else ""
    having = tuple(text.format(k=knob, w=word, a=called, u=said) + tail for said in (draw.one(unit.said) for _ in range(3)) for text in ("{a} {u}", "a {k} for the {w} {u}", "its {w} set by a {k} {u}", "{w} control {u} on a {k}"))
    can = tuple(text.format(k=knob, w=word, u=said) + tail for said in (draw.one(unit.said) for _ in range(3)) for text in ("set the {w} {u} with a {k}", "control the {w} {u} with a {k}", "change how loud it is {u} with a {k}", "type the {w} {u}" if shape == "number" else "move a {k} to change the {w} {u}"))
    talk = Talk(
        chosen.noun, ("plays", "plays", "generates", "outputs", "gives me") if chosen.kind != "microphone" else ("passes", "plays", "sends"), parts=[Part(does=(), having=having, can=can, short=tuple(f"{called.partition(' ')[2]} {said}" for said in unit.said))],
        does=tuple(text.replace("{w}", "{word}") for text in ("controls the {w} of {v} with a {k} {u}", "uses a {k} {u} for the {w} of {v}", "scales {v} with a {k} {u} for the {w}", "takes the {w} {u} from a {k} and applies it to {v}", "lets me set the {w} of {v} {u} with a {k}", "makes it possible to set the {w} of {v} with a {k} {u}", "sets how loud {v} is with a {k} {u}")),
        nouns=("{a} {u} for {v}", "{v} with {a} {u}"), asks=("how do i control the {word} of {v} with a {k} {u}?", "{v}, {word} {u} on a {k}", "i want to set the {word} of {v} {u} with a {k}", "{k} {u} -> {word} of {v}", "i want to be able to change how loud {v} is, {u}, with a {k}"),
        values={"v": chosen.noun, "k": lambda: knob, "u": lambda: draw.one(unit.said), "a": lambda: called, "word": lambda: word},
    )  # fmt: skip
    written = talk.does, talk.nouns, talk.asks
    if draw.chance(0.5):
        talk.plain, talk.parts = False, []
        talk.does, talk.nouns, talk.asks = (tuple(text + tail for text in texts) for texts in written)
    else:
        talk.does = talk.nouns = talk.asks = ()
    scene.output()
    return told(scene, talk, steady(scene))


def by_messages(draw: Draw) -> Example:
    """Message boxes for some levels."""
    scene = Scene(draw)
    chosen, word = anything(scene, 0.15), draw.one(WORDS)
    values = draw.one(((0, 0.5, 1), (0, 0.25, 0.5, 1), (0, 0.1, 0.3), (0, 0.2, 0.4), (0.1, 0.3, 0.5), (0, 0.3, 0.6), (0, 0.5), (0.05, 0.2, 0.5), (0.2, 0.4, 0.8), (0, 1), (0, 0.3)))
    ramp = draw.one((0, 0, 50, 100, 500, 1000))
    messages = [scene.add(f"msg {plain(value)}" + (f" {ramp}" if ramp else "")) for value in values]
    scene.signal = (scene.add("*~", chosen.handle, scene.into(1, scene.add("line~", *messages))) if ramp else scene.add("*~", chosen.handle, *(scene.into(1, message) for message in messages)),)
    listed = ", ".join(map(plain, values[:-1])) + f" and {plain(values[-1])}"
    fade = draw.one((f", fading over {span(draw, ramp)}", f", each reached in {span(draw, ramp)}", f" with a ramp of {span(draw, ramp)}")) if ramp else ""
    talk = Talk(
        chosen.noun, plain=False,
        does=("sets the {k} of {s} with message boxes {l}{f}", "has messages {l} for the {k} of {s}{f}", "changes the {k} of {s} to {l} by clicking messages{f}", "plays {s} at a {k} of {l}, chosen with message boxes{f}", "switches the {k} of {s} between {l} with messages{f}"),
        nouns=("{s} with message boxes for a {k} of {l}{f}", "{s} whose {k} can be {l}, chosen by message boxes{f}", "message boxes {l} that set the {k} of {s}{f}"),
        asks=("{s}, message boxes {l} for the {k}{f}", "i want to click on {l} to set the {k} of {s}{f}", "how do i set the {k} of {s} to {l} with messages{f}?"),
        values={"k": lambda: word, "l": lambda: listed, "f": lambda: fade},
    )  # fmt: skip
    scene.signal = (scene.add("*~ 0.3", scene.signal[0]),)
    scene.output()
    late = 0.15 + ramp / 1000
    top = max(values)
    index = values.index(top)

    return told(scene, talk, played([(0.1, messages[index], "bang"), (late + 0.3, messages[0], "bang")], every(during(late, late + 0.29, sounds(0.0003)), during(late + 0.35 + ramp / 1000, late + 0.6 + ramp / 1000, quiet if values[0] == 0 else sounds(0.0001, 0.3))), late + ramp / 1000 + 0.65, 0.1))


def louder_quieter(draw: Draw) -> Example:
    """Two buttons that raise and lower the volume by steps."""
    scene = Scene(draw)
    chosen, step, word = voice(scene, MIXED), draw.one((0.05, 0.1, 0.1, 0.1, 0.2)), draw.one(WORDS)
    names = draw.one((("louder", "quieter"), ("up", "down"), ("plus", "minus")))
    up, down = scene.add(f'bng "{names[0]}"'), scene.add(f'bng "{names[1]}"')
    total = scene.add("+ 0.3", scene.add(f"msg {plain(step)}", up), scene.add(f"msg {plain(-step)}", down))
    limited = scene.add("clip 0 1", total)
    scene.sketch.connect(limited, total, 1)
    if draw.chance(0.4):
        scene.add("number", limited)
        shown = draw.one((" and shows it in a number box", " and displays the value", " and shows the current value"))
    else:
        shown = ""
    scene.signal = (scene.add("*~ 0.3", chosen.handle, scene.into(1, limited)),)
    by = draw.one((f" by {plain(step)}", f" in steps of {plain(step)}")) if step != 0.1 or draw.chance(0.5) else ""
    talk = Talk(
        chosen.noun, plain=False,
        does=(f"raises and lowers the {{k}} of {{s}}{by} with two buttons{shown}", f"makes {{s}} louder with one button and quieter with another{by}{shown}", f"turns {{s}} up and down{by} with two buttons{shown}", f"has a {names[0]} and a {names[1]} button that change the {{k}} of {{s}}{by}{shown}"),
        nouns=(f"{{s}} with buttons for louder and quieter{by}", f"{{s}} with volume up and volume down buttons{by}", f"two buttons to turn {{s}} up and down{by}") if not shown else (f"{{s}} with louder and quieter buttons{by} and a number box for the {{k}}",),
        asks=((f"one button makes {{s}} louder, the other quieter{by}", f"{{s}}, plus and minus buttons for the {{k}}{by}", f"how do i make {{s}} louder and quieter{by} with two buttons?") if not shown else (f"{{s}}, buttons louder/quieter{by}, show the {{k}}",)),
        values={"k": lambda: word},
    )  # fmt: skip
    scene.steps += [Step(up, "bang", changes(level, 1.1)), Step(down, "bang", changes(level, 0.9)), Step(down, "bang", changes(level, 0.9))]
    scene.output()
    return told(scene, talk, steady(scene, chosen.check))


def muting(draw: Draw) -> Example:
    """A mute toggle or button, beside a volume slider or without one."""
    scene = Scene(draw)
    chosen, slider, button = anything(scene), draw.chance(0.5), draw.chance(0.4)
    scene.signal = (chosen.handle,)
    if slider:
        scene.mono("*~", scene.into(1, scene.add('hsl 0 1 "volume" init:0.3')))
    else:
        scene.mono("*~ 0.2")
    if button:
        press = scene.add('bng "mute"')
        muted = scene.add("== 0", scene.add("tgl", press))
        scene.steps += [Step(press, "bang", goes_silent), Step(press, "bang", starts)]
    else:
        toggle = scene.add('tgl "mute"')
        muted = scene.add("== 0", toggle)
        scene.steps.append(Step(toggle, "1", goes_silent, "0"))
    scene.mono("*~ 1", scene.into(1, muted))
    name = "button" if button else draw.one(("toggle", "toggle", "switch"))
    extra = Part(does=(), having=(f"a mute {name}", f"a mute {name}", f"a {name} to mute it", f"a {name} that mutes it"), can=(f"mute it with a {name}", "mute it" if not button else "mute and unmute it with a button", f"silence it with a {name}", f"mute and unmute it with a {name}"), short=(f"mute {name}", f"mute with a {name}"))
    level = Part(does=(), having=("a volume slider", "volume control", "a slider for the volume", "a volume slider", "adjustable volume"), can=("change the volume", "set the volume with a slider", "adjust the volume"), short=("volume slider", "vol slider"))
    talk = Talk(chosen.noun, ("plays", "plays", "outputs", "sounds") if chosen.kind != "microphone" else ("plays", "passes", "outputs"), parts=[level, extra] if slider else [extra],
                does=(f"mutes and unmutes {{s}} with a {name}", f"silences {{s}} when a mute {name} is " + ("pressed and brings it back at the next press" if button else "on")) if not slider else (), nouns=(f"a mute {name} for {{s}}",) if not slider else (),
                asks=(f"how do i mute {{s}} with a {name}?", f"{{s}} and a {name} to shut it up") if not slider else (f"{{s}}, volume slider, mute {name}", f"{{s}}: i want to set the volume and mute it with a {name}"))  # fmt: skip
    if not slider:
        if draw.chance(0.5):
            talk.does = talk.nouns = talk.asks = ()
        else:
            talk.parts, talk.plain = [], False
    else:
        talk.asks = ()
    scene.output()
    return told(scene, talk, steady(scene))


def fading(draw: Draw) -> Example:
    """A toggle whose fade takes as long as a slider or box says."""
    scene = Scene(draw)
    chosen, word, boxed = voice(scene, MIXED), draw.one(("fade", "fade", "time", "ramp")), draw.chance(0.4)
    toggle = scene.add('tgl "on"')
    control = scene.add(f'number "{word}"') if boxed else scene.add(f'hsl 10 5000 "{word}" init:500')
    scene.signal = (scene.add("*~", chosen.handle, scene.into(1, scene.add("line~", scene.add("pack f 500", toggle, scene.into(1, control))))),)
    name, where = {"fade": "fade time", "time": "time", "ramp": "ramp time"}[word], "number box" if boxed else draw.one(("slider", "slider", "knob"))
    talk = Talk(
        chosen.noun, plain=False,
        does=("fades {s} in and out with a toggle and has a {k} for the {n}", "turns {s} on and off with a toggle, with an adjustable {n}" if not boxed else "turns {s} on and off with a toggle, the {n} comes from a {k}", "fades {s} in when a toggle is on and out when it is off, the {n} is set with a {k}", "switches {s} on and off softly with a toggle, a {k} sets the {n} in ms"),
        nouns=("{s} that a toggle fades in and out, with a {k} for the {n}", "a toggle to fade {s} in and out with the {n} on a {k}", "{s} with an on/off toggle and a {n} {k}"),
        asks=("toggle for {s}, {n} {k}", "i want to fade {s} in and out with a toggle and set the {n} with a {k}", "how do i fade {s} with a toggle and choose the {n} with a {k}?", "{s} on/off toggle, the fade should last as long as a {k} says"),
        values={"k": lambda: where, "n": lambda: name},
    )  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "volume"))
    return told(scene, talk, played([(0.05, control, "400"), (0.1, toggle, "1"), (0.7, toggle, "0")], every(rises(0.1, 0.5), falls(0.7, 1.1), during(1.15, 1.25, quiet)), 1.25, 0.1))


def fade_to(draw: Draw) -> Example:
    """Buttons or a number box that bring the sound to a level in a given time."""
    scene = Scene(draw)
    chosen, time, kind = voice(scene, MIXED), draw.one(FADES), draw.one(("box", "box", "button", "up-down"))
    t, feeds = (lambda: span(draw, time)), []
    seconds = time / 1000
    check: Check
    if kind == "box":
        box: Handle = scene.add('number 0 1 "volume"')
        ramp = scene.add(f"msg $1 {time}", box)
        does: tuple[str, ...] = ("fades {s} over {t} to the volume I type", "moves the volume of {s} to the value in a number box in {t}", "ramps the level of {s} to a typed value over {t}", "takes a volume from a number box and fades {s} to it in {t}")
        nouns: tuple[str, ...] = ("{s} with a volume number box that fades over {t}", "{s} whose volume glides to the number I type in {t}")
        asks: tuple[str, ...] = ("i type a volume and {s} fades to it in {t}", "{s}, volume number box with a {t} fade", "how do i fade {s} to a typed volume in {t}?")
        feeds, check = [(0.1, box, "1")], every(rises(0.1, 0.1 + seconds), sounds(0.0002))
    elif kind == "button":
        level = draw.one((0.2, 0.25, 0.5, 0.5, 0.75, 0.8))
        start, go = scene.add("msg 1", scene.add("loadbang")), scene.add('bng "fade"')
        ramp = scene.add(f"msg {plain(level)} {time}", go)
        scene.signal = (scene.add("*~", chosen.handle, scene.into(1, scene.add("line~", start, ramp))),)
        does = ("fades {s} from full volume down to {l} over {t} when a button is clicked", "lowers the volume of {s} to {l} in {t} on a click", "turns {s} down to {l} over {t} when I press a button")
        nouns = ("{s} with a button that fades it to {l} in {t}", "a {t} fade of {s} down to {l} on a button")
        asks = ("click a button and {s} goes down to {l} in {t}", "{s}, button fades to {l} over {t}", "how do i fade {s} to {l} in {t} with a button?")
        feeds, check = [(0.3, go, "bang")], lambda heard: abs(heard[:, -4000:]).max() < abs(heard[:, :12000]).max() * (level + 0.12) and sounds()(heard)
        talk = Talk(chosen.noun, plain=False, does=does, nouns=nouns, asks=asks, values={"t": t, "l": lambda: draw.one((plain(level), f"{level * 100:g}%", f"{level * 100:g} percent"))})
        at_end(scene, talk, ("unsaid",))
        return told(scene, talk, played(feeds, check, 0.6 + seconds))
    else:
        box = scene.add('bng "start"')
        hold = draw.one((500, 1000, 2000))
        ramp = scene.add(f"msg 1 {time} , 0 {time} {time + hold}", box)
        scene.signal = (scene.add("*~", chosen.handle, scene.into(1, scene.add("vline~", ramp))),)
        h = lambda: span(draw, hold)  # noqa: E731
        does = ("fades {s} in over {t}, holds it for {h} and fades it out over {t} when a button is pressed", "starts {s} on a click with a {t} fade in, {h} at full level and a {t} fade out", "brings {s} in over {t}, keeps it for {h} and fades it away in {t} at a click")
        nouns = ("a button that fades {s} in over {t}, holds {h} and fades it out over {t}", "{s} with {t} fade in, {h} hold and {t} fade out on a button")
        asks = ("click: {s} fades in {t}, stays {h}, fades out {t}", "{s}, fade in {t}, hold {h}, fade out {t}, button")
        talk = Talk(chosen.noun, plain=False, does=does, nouns=nouns, asks=asks, values={"t": t, "h": h})
        at_end(scene, talk, ("unsaid",))
        top = 0.1 + seconds
        return told(scene, talk, played([(0.1, box, "bang")], every(rises(0.1, top), during(top, top + hold / 1000, sounds()), falls(top + hold / 1000, top + hold / 1000 + seconds)), 2 * seconds + hold / 1000 + 0.2, 0.1))
    scene.signal = (scene.add("*~", chosen.handle, scene.into(1, scene.add("line~", ramp))),)
    talk = Talk(chosen.noun, plain=False, does=does, nouns=nouns, asks=asks, values={"t": t})
    at_end(scene, talk, ("unsaid",))
    return told(scene, talk, played(feeds, check, 0.3 + seconds))


SKILLS: dict[str, Skill] = widened({
    "volume-in-units": in_units, "volume-messages": by_messages, "louder-quieter": louder_quieter, "mute": muting, "adjustable-fade": fading, "fade-to-level": fade_to,
})  # fmt: skip
