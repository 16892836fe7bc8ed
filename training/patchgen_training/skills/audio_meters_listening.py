"""Skills: patches that listen: the microphone's level as pitch, volume or switch, peaks, lights, claps, and meters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.audio_part import Part
from patchgen_training.skills.audio_scene import Scene
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_sources_spoken import Talk, Teller, at_end, control
from patchgen_training.skills.audio_sources_voices import WAVE_SHARE, voice
from patchgen_training.skills.audio_units import an, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import Sound, dominant, level, sound
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle

MIC = ("the microphone", "the microphone", "my microphone", "the mic", "my mic", "the mic input", "the audio input", "live input", "my voice", "the incoming sound")
LIMITS = (40, 50, 55, 60, 60, 65, 70, 70, 75, 80, 80, 85)
Judge = Callable[[Observation, Observation], bool]
"""Whether the patch did right in silence and with noise at the microphone."""


def deaf_and_loud(scene: Scene, talk: Talk, judge: Judge, *, feeds: Sequence[Feed] = (), watch: Sequence[Handle] = (), seconds: float = 0.6, live: str = "1 noise~") -> Example:
    """Headless Pd hears nothing, so the patch runs once in silence and once with noise in the microphone's place."""
    text = scene.sketch.text()
    twin = text.replace("1 adc~ 1", live)

    def holds(observation: Observation) -> bool:
        from patchgen.domains.patch.codec import decode
        from patchgen.headless.engine import find_pd
        from patchgen.headless.probe import observe

        shifted = [Feed(feed.at, feed.box - 1, feed.message) for feed in feeds]
        heard = observe(decode(twin), feeds=shifted, watch=[box - 1 for box in watch], seconds=seconds, pd=find_pd())
        return judge(observation, heard)

    return Example(Teller(scene.draw, talk).wordings(), text, holds, tuple(feeds), tuple(watch), seconds)


def ear(scene: Scene) -> tuple[Handle, Handle]:
    """The microphone and its level in dB, 100 for full scale."""
    microphone = scene.add("adc~ 1")
    return microphone, scene.add("env~", microphone)


def late(observation: Observation, start: float = 0.2) -> Sound:
    """What is heard once the meters have settled."""
    return sound(observation, start)


def last(observation: Observation, box: Handle) -> float:
    """The last number of a watched box."""
    value = observation.last(box - 1)
    return value if isinstance(value, float) else -1.0


def level_to_pitch(draw: Draw) -> Example:
    """A tone whose frequency follows how loud it is at the microphone."""
    scene = Scene(draw)
    name, step, base = draw.one(WAVE_SHARE), draw.one((5, 10, 10, 10, 20)), draw.one((0, 100, 100, 200))
    said = draw.chance(0.4)
    step, base = (step, base) if said else (10, 0)
    _, loud = ear(scene)
    pitch = scene.add(f"* {step}", loud)
    if base:
        pitch = scene.add(f"+ {base}", pitch)
    smooth = scene.add("line~", scene.add("msg $1 20", pitch)) if draw.chance(0.5) else pitch
    scene.signal = (wave(scene, WAVEFORMS[name], "", smooth),)
    noun = "tone" if name == "sine" and draw.chance(0.4) else draw.one(WAVEFORMS[name].nouns)
    range_said = draw.one((f" ({step} Hz per dB" + (f" above {base} Hz)" if base else ")"), f", {step} Hz for each dB" + (f" plus {base} Hz" if base else ""))) if said else ""
    talk = Talk(
        lambda: an(noun), plain=False,
        does=("plays {s} whose frequency follows the loudness of {m}{r}", "controls the pitch of {s} with the level of {m}{r}", "makes {s} go higher when {m} gets louder{r}", "maps the volume of {m} to the frequency of {s}{r}", "uses env~ on {m} to set the pitch of {s}{r}", "lets the loudness of {m} steer the frequency of {s}{r}"),
        nouns=("{s} whose pitch depends on how loud {m} is{r}", "{s} with its frequency following the level of {m}{r}", "a loudness to pitch patch: {m} controls {s}{r}"),
        asks=("the louder {m}, the higher {s}{r}", "{m} level -> frequency of {s}{r}", "how can the loudness of {m} control the pitch of {s}{r}?", "i want to shout and hear {s} rise{r}", "{s} that rises when i talk louder{r}"),
        values={"m": lambda: draw.one(MIC), "r": lambda: range_said},
    )  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "volume", "gain"))
    return deaf_and_loud(scene, talk, lambda silent, heard: abs(dominant(late(heard)) / (95.2 * step + base) - 1) < 0.06 and dominant(late(silent)) < base + 30)


def level_to_level(draw: Draw) -> Example:
    """A sound as loud as the microphone, or one that gives way to it."""
    scene = Scene(draw)
    ducking = draw.chance(0.4)
    _, loud = ear(scene)
    gain = scene.add("dbtorms", loud)
    if ducking:
        gain = scene.add("expr 1 - min(1, $f1 * 2)", gain)
    smooth = scene.add("line~", scene.add("msg $1 30", gain))
    chosen = voice(scene, ("tone", "tone", "tone", "noise", "noise", "chord"))
    scene.signal = (scene.add("*~", chosen.handle, scene.into(1, smooth)),)
    talk = Talk(
        chosen.noun, plain=False, values={"m": lambda: draw.one(MIC)},
        does=("plays {s} and turns it down when {m} gets loud", "ducks {s} under {m}", "lowers the volume of {s} while there is sound at {m}", "makes {s} quieter the louder {m} is") if ducking else ("plays {s} as loud as {m} is", "controls the volume of {s} with the loudness of {m}", "imposes the envelope of {m} on {s}", "uses {m} as an envelope follower for the level of {s}", "makes {s} follow the dynamics of {m}"),
        nouns=("{s} that is ducked by {m}", "a ducker: {m} turns down {s}") if ducking else ("{s} whose volume follows {m}", "an envelope follower from {m} to the level of {s}"),
        asks=("when i speak {s} should get quieter", "{s}, ducking by {m}", "how do i duck {s} with {m}?") if ducking else ("the louder {m} the louder {s}", "{m} level -> volume of {s}", "i want {s} to be as loud as {m}", "how do i control the volume of {s} with {m}?"),
    )  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "volume"))
    return deaf_and_loud(scene, talk, lambda silent, heard: (level(late(silent)) > 0.003 and level(late(heard)) < 0.3 * level(late(silent))) if ducking else (level(late(silent)) < 1e-4 and level(late(heard)) > 0.002))


def loud_starts(draw: Draw) -> Example:
    """A sound that plays while the microphone is loud, or once each time it becomes loud."""
    scene = Scene(draw)
    limit, once, slider = draw.one(LIMITS), draw.chance(0.45), draw.chance(0.25)
    _, loud = ear(scene)
    parts: list[Part] = []
    if slider:
        box, part = control(scene, "threshold", 0, 100, 70, said=draw.one(("threshold", "threshold in dB", "sensitivity")))
        parts.append(part)
        above = scene.add("> 70", loud, scene.into(1, box))
    else:
        above = scene.add(f"> {limit}", loud)
    said = draw.chance(0.5)
    time = draw.one((200, 300, 300, 500, 1000)) if said else 300
    gate: Handle = scene.add("line~", scene.add(f"msg 1 , 0 {time}", scene.add("sel 1", scene.add("change", above)))) if once else above
    chosen = voice(scene, ("tone", "tone", "tone", "tone", "noise", "chord"))
    scene.signal = (scene.add("*~", chosen.handle, scene.into(1, gate)),)
    over = "a threshold" if slider else f"{limit} dB"
    whens = tuple(f"{draw.one(('when', 'when', 'if', 'whenever') if not once else ('when', 'each time', 'whenever', 'as soon as'))} {draw.one(MIC)} {text}" for text in (f"is louder than {over}", f"gets louder than {over}", f"rises above {over}", f"exceeds {over}", f"passes {over}", f"goes over {over}", f"reaches more than {over}", f"is above {over}"))
    if slider:
        whens += tuple(f"when {draw.one(MIC)} is {text}" for text in ("loud", "loud enough"))

    def what() -> str:
        return chosen.noun() + (draw.one((f" that fades out in {span(draw, time)}", f" with a decay of {span(draw, time)}")) if once and said else "")

    talk = Talk(what, ("triggers", "triggers", "plays", "fires") if once else ("plays", "turns on", "sounds", "starts"), whens, (), parts,
                ("plays {s} once {w}", "triggers {s} {w}") if once else ("turns {s} on {w} and off when it is quieter", "plays {s} only {w}"), ("{s} triggered by loudness, {w}",) if once else ("{s} switched on by loudness, {w}",),
                ("i clap and hear {s}, {w}", "{w} -> {s}, once") if once else ("{w} -> {s}", "i make noise and {s} sounds, {w}"))  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "volume"))
    return deaf_and_loud(scene, talk, lambda silent, heard: level(sound(silent, 0.05)) < 1e-4 and level(sound(heard, 0.02, 0.3)) > 0.0008)


def through(draw: Draw) -> Example:
    """The microphone to the speakers with a meter, a gate, or both."""
    scene = Scene(draw)
    kind, limit = draw.one(("meter", "meter", "gate", "vu", "both")), draw.one(LIMITS)
    microphone, loud = ear(scene)
    parts: list[Part] = []
    shown = loud
    if kind in ("meter", "both"):
        shown = scene.add("number", loud)
        parts.append(Part(does=(), having=("a level meter in dB", "a dB meter", "a number box showing the level in dB", "a display of the level in dB", "its level in dB in a number box"), can=("see the level in dB", "read the level in dB in a number box"), short=("dB meter", "level in dB")))
    if kind == "vu":
        shown = scene.add("- 100", loud)
        scene.add("vu", shown)
        parts.append(Part(does=(), having=("a VU meter", "a vu level meter"), can=("see the level on a VU meter",), short=("vu meter", "VU")))
    scene.signal = (microphone,)
    if kind in ("gate", "both"):
        opened = scene.add("line~", scene.add("msg $1 20", scene.add(f"> {limit}", loud)))
        scene.signal = (scene.add("*~", microphone, scene.into(1, opened)),)
        parts.append(Part(does=(), having=(f"a noise gate at {limit} dB", f"a gate that opens above {limit} dB", f"a gate with a threshold of {limit} dB"), short=(f"gate {limit} dB", f"noise gate at {limit} dB")))
    talk = Talk(lambda: draw.one(MIC), ("plays", "sends", "passes", "monitors", "outputs"), parts=parts)
    going = draw.one((" to the speakers", " through to the speakers", " to the output", " to both speakers"))
    talk.what, talk.verbs = (lambda: draw.one(MIC) + going), ("sends", "passes", "routes", "takes")
    level_name = at_end(scene, talk, ("volume", "volume", "unsaid", "mute", "switch"))
    feeds = [Feed(20, scene.steps[0].control, "1")] if level_name == "switch" else []
    return deaf_and_loud(scene, talk, lambda silent, heard: level(late(silent)) < 1e-4 and level(late(heard)) > 0.003 and abs(last(heard, shown) - (95.2 if kind != "vu" else -4.8)) < 1.5, feeds=feeds, watch=[shown])


def peaks(draw: Draw) -> Example:
    """The loudest level since a reset, a light that stays on, or a sign of silence."""
    scene = Scene(draw)
    kind = draw.one(("peak", "peak", "silence", "hold"))
    _, loud = ear(scene)
    time = draw.one((500, 1000, 2000, 3000))
    m = lambda: draw.one(MIC)  # noqa: E731
    words: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    if kind == "peak":
        printed = draw.chance(0.2)
        reset = scene.add('bng "reset"')
        most = scene.add("max 0", loud)
        news = scene.add("change", most)
        scene.add("number" if not printed else "print", news)
        scene.sketch.connect(news, most, 1)
        scene.sketch.connect(scene.add("msg 0", reset), most, 1)
        where = "prints it" if printed else "shows it in a number box"
        words = (("keeps the highest level of {m} in dB and " + where + ", with a reset button", "remembers the peak level of {m} until a reset button is pressed and " + where, "finds the loudest moment of {m} in dB and " + where + "; a button resets it"), ("a peak hold meter for {m} with a reset button" + (" that prints" if printed else ""), "a maximum level display in dB for {m} with a reset button" + (", printed" if printed else "")), ("peak level of {m}, reset button" + (", print" if printed else ""), "how loud was {m} at most? with a reset" + (", print it" if printed else ""), "i want to see the highest level of {m} in dB and reset it" + (", printed" if printed else "")))
        shown = most
        judge: Judge = lambda silent, heard: last(silent, most) < 5 and abs(last(heard, most) - 95.4) < 1.5  # noqa: E731
    elif kind == "silence":
        limit_at = draw.one((30, 40, 50, 55, 60))
        shown = scene.add('tgl "silence"', scene.add(f"< {limit_at}", loud))
        words = ((f"turns on a toggle when {{m}} is quieter than {limit_at} dB", f"detects silence at {{m}} (below {limit_at} dB) and shows it on a toggle", f"lights a toggle while {{m}} is below {limit_at} dB"), (f"a silence detector for {{m}} with a threshold of {limit_at} dB and a toggle", f"a toggle that is on when {{m}} is silent (under {limit_at} dB)"), (f"toggle on when {{m}} is under {limit_at} dB", f"how do i detect silence on {{m}}, below {limit_at} dB? toggle", f"show me with a toggle if {{m}} is quieter than {limit_at} dB"))
        judge = lambda silent, heard: last(silent, shown) == 1 and last(heard, shown) == 0  # noqa: E731
    else:
        limit_at = draw.one(LIMITS)
        above = scene.add("sel 1", scene.add(f"> {limit_at}", loud))
        on, off = scene.add("msg 1", above), scene.add("msg 0", scene.add(f"delay {time}", above))
        shown = scene.add("tgl", on, off)
        words = ((f"turns on a toggle when {{m}} gets louder than {limit_at} dB and off {{t}} after the last loud moment", f"holds a toggle on for {{t}} whenever {{m}} passes {limit_at} dB"), (f"a peak light for {{m}} at {limit_at} dB that stays on for {{t}}", f"a toggle that is on for {{t}} after {{m}} passed {limit_at} dB"), (f"{{m}} over {limit_at} dB: toggle on, off again after {{t}}", f"overload light for {{m}} at {limit_at} dB, holds {{t}}"))
        judge = lambda silent, heard: last(silent, shown) <= 0 and last(heard, shown) == 1  # noqa: E731
    talk = Talk(m, plain=False, does=words[0], nouns=words[1], asks=words[2], values={"m": m, "t": lambda: span(draw, time)})
    return deaf_and_loud(scene, talk, judge, watch=[shown])


def clip_light(draw: Draw) -> Example:
    """A toggle or bang for levels over a limit close to full scale."""
    scene = Scene(draw)
    limit, flash = draw.one((90, 92, 94, 94, 93)), draw.chance(0.5)
    _, loud = ear(scene)
    above = scene.add(f"> {limit}", loud)
    shown = scene.add("bng", scene.add("sel 1", scene.add("change", above))) if flash else scene.add("tgl", above)
    what = "a button flashes" if flash else "a toggle lights up"
    talk = Talk(
        lambda: "a clip light", plain=False,
        does=(f"warns me with a {'bang' if flash else 'toggle'} when {{m}} is too loud (over {limit} dB)", f"{'flashes a button' if flash else 'turns on a toggle'} when {{m}} is close to clipping, above {limit} dB", f"has a clip light, a {'bang' if flash else 'toggle'}, for {{m}} at {limit} dB"),
        nouns=(f"a clip light for {{m}} at {limit} dB ({'bang' if flash else 'toggle'})", f"an overload indicator for {{m}}: {what} above {limit} dB"), asks=(f"{what} when {{m}} is over {limit} dB", f"i need to see when {{m}} is too loud, {limit} dB, with a {'bang' if flash else 'toggle'}", f"clip light for {{m}}, {limit} dB, {'bang' if flash else 'toggle'}"),
        values={"m": lambda: draw.one(MIC)},
    )  # fmt: skip
    return deaf_and_loud(scene, talk, lambda silent, heard: last(heard, above) == 1 and last(silent, above) == 0 and bool(heard.values(shown - 1)), watch=[above, shown])


def clapping(draw: Draw) -> Example:
    """Claps that are counted, that flip a toggle or that start and stop a sound."""
    scene = Scene(draw)
    limit, kind = draw.one(LIMITS), draw.one(("count", "count", "flip", "sound", "print"))
    _, loud = ear(scene)
    hit = scene.add("sel 1", scene.add("change", scene.add(f"> {limit}", loud)))
    at = f"louder than {limit} dB"
    words: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    m = lambda: draw.one(MIC[:7])  # noqa: E731
    if kind == "count":
        number = scene.add("f", hit)
        more = scene.add("+ 1", number)
        scene.sketch.connect(more, number, 1)
        reset = draw.chance(0.5)
        if reset:
            scene.sketch.connect(scene.add("msg 0", scene.add('bng "reset"')), number, 1)
        watched = scene.add("number", more)
        tail = " with a reset button" if reset else ""
        words = ((f"counts how often {{m}} gets {at}{tail}", f"counts the claps at {{m}} that are {at} and shows the number{tail}", f"shows how many sounds {at} came from {{m}}{tail}"), (f"a clap counter on {{m}}, {at},{tail}", f"a counter of loud sounds ({at}) at {{m}}{tail}"), (f"count claps on {{m}}, threshold {limit} dB{tail}", f"how many times was {{m}} {at}?{tail}", f"i clap and a number goes up, threshold {limit} dB{tail}"))
    elif kind == "flip":
        watched = scene.add("tgl", hit)
        words = ((f"flips a toggle each time {{m}} gets {at}", f"turns a toggle on and off by clapping, threshold {limit} dB", f"switches a toggle with every clap {at}"), (f"a clap switch: a toggle that flips when {{m}} is {at}",), (f"clap on, clap off: a toggle, {limit} dB threshold", f"i clap and a toggle turns on, i clap again and it turns off, {limit} dB"))
    elif kind == "print":
        word = draw.one(("loud", "clap", "hello", "noise", "hit", "peak"))
        watched = scene.add(f"msg {word}", hit)
        scene.add("print", watched)
        words = ((f'prints "{word}" each time {{m}} gets {at}', f"prints the word {word} when {{m}} passes {limit} dB", f"writes {word} to the console whenever {{m}} is {at}"), (), (f"print {word} when {{m}} is over {limit} dB", f"i clap, pd prints {word}, threshold {limit} dB"))
    else:
        watched = scene.add("tgl", hit)
        chosen = voice(scene, ("tone", "tone", "noise"))
        scene.signal = (scene.add("*~", chosen.handle, scene.into(1, watched)),)
        words = ((f"starts {{v}} with a clap and stops it with the next (threshold {limit} dB)", f"turns {{v}} on and off by clapping {at}", f"switches {{v}} on or off each time {{m}} gets {at}"), (f"{{v}} that a clap {at} turns on and off",), (f"clap: {{v}} on, clap: {{v}} off, {limit} dB", f"i want to switch {{v}} on and off by clapping, {limit} dB threshold"))
    values: dict[str, Callable[[], str]] = {"m": m}
    if kind == "sound":
        values["v"] = chosen.noun
    talk = Talk(m, plain=False, does=words[0], nouns=words[1], asks=words[2], values=values)
    if kind == "sound":
        at_end(scene, talk, ("unsaid", "unsaid", "volume"))
    return deaf_and_loud(scene, talk, lambda silent, heard: not silent.values(watched - 1) and len(heard.values(watched - 1)) == 1 and (kind != "sound" or level(late(heard)) > 0.0008), watch=[watched])


def meter_of_patch(draw: Draw) -> Example:
    """A sound with a volume slider and a meter behind it."""
    scene = Scene(draw)
    chosen, kind = voice(scene, ("tone", "tone", "tone", "noise", "chord")), draw.one(("number", "number", "vu", "slider", "print"))
    volume = scene.add('hsl 0 1 "volume" init:0.3')
    gained = scene.add("*~", chosen.handle, scene.into(1, volume))
    loud = scene.add("env~", gained)
    where: tuple[str, ...]
    if kind == "number":
        shown = scene.add("number", loud)
        where = ("shows its level in dB in a number box", "displays the level in decibels", "shows how loud it is in dB")
    elif kind == "vu":
        shown = scene.add("- 100", loud)
        scene.add("vu", shown)
        where = ("shows its level on a VU meter", "has a VU meter", "displays the level on a vu")
    elif kind == "slider":
        shown = scene.add("dbtorms", loud)
        scene.add('hsl 0 1 "level"', shown)
        where = ("shows its amplitude on a slider", "displays the level from 0 to 1 on a slider")
    else:
        shown = loud
        scene.add("print", loud)
        where = ("prints its level in dB", "prints the level in decibels to the console")
    scene.signal = (gained,)
    scene.output()
    talk = Talk(
        chosen.noun, plain=False, values={"x": lambda: draw.one(where)},
        does=("plays {s} with a volume slider and {x}", "plays {s}, lets me set the volume and {x}", "generates {s}, has a volume slider and {x}"), nouns=("{s} with a volume slider and a level meter: it {x}",) if kind != "vu" else ("{s} with a volume slider and a VU meter",),
        asks=("{s}, volume slider, it {x}", "i want {s} with a volume slider and the patch {x}") if kind != "vu" else ("{s}, volume slider, vu meter", "i want {s} with a volume slider and see its level on a VU meter"),
    )  # fmt: skip
    low, high = (0.01, 0.6) if kind == "slider" else (-60.0, -5.0) if kind == "vu" else (50.0, 95.0)
    return Example(Teller(draw, talk).wordings(), scene.sketch.text(), lambda seen: level(late(seen)) > 0.001 and low < last(seen, shown) < high, (), (shown,), 0.5)


def pitch_to_tone(draw: Draw) -> Example:
    """A number from the microphone's level on a scale, or steps: low, middle, loud."""
    scene = Scene(draw)
    _, loud = ear(scene)
    low, high = draw.one(((0, 127), (0, 1), (0, 10), (0, 100), (0, 127)))
    boxed = draw.chance(0.6)
    scaled = scene.add(f"* {high}", scene.add("dbtorms", loud))
    whole = high > 1 and draw.chance(0.4)
    if whole:
        scaled = scene.add("i", scaled)
    shown = scene.add("number" if boxed else f'hsl {low} {high} "level"', scaled)
    where = "in a number box" if boxed else "on a slider"
    kind = " as a whole number" if whole else ""
    talk = Talk(
        lambda: draw.one(MIC), plain=False,
        does=(f"shows the amplitude of {{s}} scaled to {low}-{high} {where}{kind}", f"converts the loudness of {{s}} to a value from {low} to {high} and shows it {where}{kind}", f"maps the linear level of {{s}} to the range {low} to {high}{kind}, shown {where}"), nouns=(f"a level display for {{s}} from {low} to {high} {where}{kind}", f"the loudness of {{s}} as a number from {low} to {high} {where}{kind}".replace(" as a whole number", ", whole numbers only")),
        asks=(f"level of {{s}} from {low} to {high} {where}{kind}", f"how loud is {{s}} from {low} to {high}? show it {where}{kind}", f"i want to turn the level of {{s}} into {low} to {high}{kind}, {where}"),
    )  # fmt: skip
    return deaf_and_loud(scene, talk, lambda silent, heard: last(silent, shown) <= 0.01 and 0.45 * high < last(heard, shown) + (1 if whole else 0) < 0.7 * high + 1, watch=[shown])


SKILLS: dict[str, Skill] = widened({
    "level-to-pitch": level_to_pitch, "level-to-level": level_to_level, "loudness-starts-sound": loud_starts, "microphone-with-meter": through, "peak-and-silence": peaks, "clip-light": clip_light, "claps": clapping,
    "volume-and-meter": meter_of_patch, "level-in-a-range": pitch_to_tone,
})  # fmt: skip
