"""Skills: sounds of the world: wind, sea, rain, engines, phones, alarms, hearts, helicopters, insects, drones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from patchgen_training.skills.audio_scene import Scene, finish, played
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_units import BASSES, CUTOFFS, hertz, plain, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import Sound, Step, centroid, moves, wobble
from patchgen_training.skills.expect_audio_time import (
    contains,
    during,
    every,
    onsets,
    quiet,
    sounds,
    strikes,
    varies,
)
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle

Fill = Callable[[], str]
Check = Callable[[Sound], bool]
Build = Callable[[Scene], None]
LEVELS = ("unsaid", "unsaid", "volume", "volume", "switch", "switch-volume")


@dataclass(frozen=True, slots=True)
class Scenery:
    """A sound of the world: how it is built, what to check, and what people call it."""

    build: Build
    check: Check
    seconds: float
    nouns: tuple[str, ...]
    does: tuple[str, ...]


def swing(scene: Scene, rate: str, depth: str, centre: str) -> Handle:
    """A slow sine around a centre."""
    return scene.add(f"+~ {centre}", scene.add(f"*~ {depth}", scene.add(f"osc~ {rate}")))


def wind(scene: Scene) -> None:
    """Noise through a band that a slow random signal moves."""
    gust = scene.add("+~ 600", scene.add("*~ 40000", scene.add("lop~ 0.5", scene.add("noise~"))))
    scene.signal = (scene.add("vcf~ 5", scene.add("noise~"), scene.into(1, gust)),)


def sea(scene: Scene) -> None:
    """Low-passed noise that swells every eight seconds."""
    low = scene.add("lop~ 800", scene.add("noise~"))
    scene.signal = (scene.add("*~", low, scene.into(1, swing(scene, "0.12", "0.45", "0.55"))),)


def rain(scene: Scene) -> None:
    """High noise and random drops."""
    hiss = scene.add("*~ 0.2", scene.add("hip~ 3000", scene.add("noise~")))
    drops = scene.add("expr~ ($v1 > 0.998) * $v1", scene.add("noise~"))
    scene.signal = (scene.add("+~", hiss, scene.into(1, scene.add("bp~ 4000 3", drops))),)


def fire(scene: Scene) -> None:
    """Random crackles on a low rumble."""
    crackle = scene.add("hip~ 1500", scene.add("expr~ ($v1 > 0.9995) * $v1", scene.add("noise~")))
    rumble = scene.add("*~ 0.5", scene.add("lop~ 200", scene.add("noise~")))
    scene.signal = (scene.add("+~", crackle, scene.into(1, rumble)),)


def thunder(scene: Scene) -> None:
    """Deep rumbling noise whose level wanders."""
    low = scene.add("*~ 4", scene.add("lop~ 100", scene.add("noise~")))
    scene.signal = (scene.add("*~", low, scene.into(1, swing(scene, "0.3", "0.4", "0.6"))),)


def helicopter(scene: Scene) -> None:
    """Noise chopped twelve times a second."""
    low = scene.add("lop~ 600", scene.add("noise~"))
    chop = scene.add("expr~ 1 - $v1", scene.add("phasor~ 12"))
    scene.signal = (scene.add("*~", low, scene.into(1, chop)),)


def train(scene: Scene) -> None:
    """Puffs of noise."""
    puff = scene.add("bp~ 800 2", scene.add("noise~"))
    chop = scene.add("expr~ 1 - $v1", scene.add("phasor~ 4"))
    scene.signal = (scene.add("*~", puff, scene.into(1, chop)),)


def bee(scene: Scene) -> None:
    """A wobbling buzz."""
    scene.signal = (scene.add("hip~ 500", wave(scene, WAVEFORMS["sawtooth"], "", swing(scene, "6", "15", "220"))),)


def cricket(scene: Scene) -> None:
    """A high tone in quick bursts."""
    tone = scene.add("osc~ 4500")
    fast = scene.add("expr~ $v1 > 0.5", scene.add("phasor~ 30"))
    slow = scene.add("expr~ $v1 > 0.6", scene.add("phasor~ 1.5"))
    scene.signal = (scene.add("*~", scene.add("*~", tone, scene.into(1, fast)), scene.into(1, slow)),)


def spaceship(scene: Scene) -> None:
    """Two low saws through a slowly moving resonant filter."""
    saws = scene.add("+~", wave(scene, WAVEFORMS["sawtooth"], "55"), scene.into(1, wave(scene, WAVEFORMS["sawtooth"], "55.4")))
    voice = scene.add("vcf~ 4", saws, scene.into(1, swing(scene, "0.1", "300", "500")))
    scene.signal = (scene.sketch.out(voice, 1),)


def heartbeat(scene: Scene) -> None:
    """Two low thumps every second."""
    beat = scene.add("metro 1000", scene.add("tgl \"run\"", scene.add("msg 1", scene.add("loadbang"))))
    gain = scene.add("vline~", scene.add("msg 1 , 0 100 , 0.6 0 250 , 0 120 250", beat))
    scene.signal = (scene.add("*~", scene.add("osc~ 50"), scene.into(1, gain)),)


def clock(scene: Scene) -> None:
    """A tick every second."""
    tick = scene.add("metro 1000", scene.add("tgl \"run\"", scene.add("msg 1", scene.add("loadbang"))))
    gain = scene.add("line~", scene.add("msg 1 , 0 15", tick))
    scene.signal = (scene.add("*~", scene.add("bp~ 3000 5", scene.add("noise~")), scene.into(1, gain)),)


def geiger(scene: Scene) -> None:
    """Clicks at random times."""
    scene.signal = (scene.add("bp~ 2500 2", scene.add("expr~ $v1 > 0.9998", scene.add("noise~"))),)


def bubbles(scene: Scene) -> None:
    """Short rising tones at random pitches."""
    held = scene.add("samphold~", scene.add("noise~"), scene.into(1, scene.add("phasor~ 7")))
    ramp = scene.add("phasor~ 7")
    pitch = scene.add("expr~ 700 + 300 * $v1 + 500 * $v2", held, scene.into(1, ramp))
    scene.signal = (scene.add("*~", scene.add("osc~", pitch), scene.into(1, scene.add("expr~ 1 - $v1", ramp))),)


def dial(scene: Scene) -> None:
    """350 and 440 Hz."""
    scene.signal = (scene.add("*~ 0.5", scene.add("+~", scene.add("osc~ 350"), scene.into(1, scene.add("osc~ 440")))),)


def busy(scene: Scene) -> None:
    """480 and 620 Hz, half a second on and off."""
    both = scene.add("*~ 0.5", scene.add("+~", scene.add("osc~ 480"), scene.into(1, scene.add("osc~ 620"))))
    gate = scene.add("expr~ 0.5 > $v1", scene.add("phasor~ 1"))
    scene.signal = (scene.add("*~", both, scene.into(1, gate)),)


def ringing(scene: Scene) -> None:
    """440 and 480 Hz, two seconds on and four off."""
    both = scene.add("*~ 0.5", scene.add("+~", scene.add("osc~ 440"), scene.into(1, scene.add("osc~ 480"))))
    gate = scene.add("expr~ 0.3333 > $v1", scene.add("phasor~ 0.1667"))
    scene.signal = (scene.add("*~", both, scene.into(1, gate)),)


def fridge(scene: Scene) -> None:
    """Mains hum with harmonics."""
    tones = [scene.add(f"osc~ {pitch}") for pitch in (50, 100, 150)]
    scene.signal = (scene.add("*~ 0.3", *tones),)


def vinyl(scene: Scene) -> None:
    """Soft noise with pops."""
    pops = scene.add("expr~ ($v1 > 0.9999) * 0.5", scene.add("noise~"))
    hiss = scene.add("*~ 0.02", scene.add("lop~ 4000", scene.add("noise~")))
    scene.signal = (scene.add("+~", pops, scene.into(1, hiss)),)


def static(scene: Scene) -> None:
    """Band-limited noise whose level jumps."""
    noise = scene.add("bp~ 1800 1", scene.add("noise~"))
    jumps = scene.add("samphold~", scene.add("noise~"), scene.into(1, scene.add("phasor~ 15")))
    scene.signal = (scene.add("*~", noise, scene.into(1, scene.add("expr~ abs($v1)", jumps))),)


SCENERIES: dict[str, Scenery] = {
    "wind": Scenery(wind, every(sounds(0.002), varies(0.03)), 3, ("wind", "a wind sound", "howling wind", "the sound of the wind"), ("sounds like wind", "makes a wind noise")),
    "sea": Scenery(sea, sounds(), 1.5, ("ocean waves", "the sound of the sea", "sea waves", "waves on a beach", "surf"), ("sounds like ocean waves", "simulates the sea")),
    "rain": Scenery(rain, every(sounds(0.002), lambda heard: centroid(heard) > 2000), 1, ("rain", "the sound of rain", "falling rain", "a rain texture"), ("sounds like rain", "simulates falling rain")),
    "fire": Scenery(fire, sounds(0.002), 1.5, ("fire", "a crackling fire", "the crackle of a fireplace", "a campfire"), ("sounds like a fire", "crackles like a campfire")),
    "thunder": Scenery(thunder, every(sounds(), lambda heard: centroid(heard) < 1500), 1.5, ("thunder rumble", "distant thunder", "rolling thunder"), ("rumbles like thunder",)),
    "helicopter": Scenery(helicopter, every(sounds(), lambda heard: wobble(heard) > 0.3), 1.2, ("a helicopter", "a helicopter sound", "rotor noise"), ("sounds like a helicopter", "imitates a helicopter")),
    "train": Scenery(train, every(sounds(), lambda heard: wobble(heard) > 0.3), 1.2, ("a steam train", "a steam engine", "a steam locomotive"), ("sounds like a steam train", "puffs like a steam engine")),
    "bee": Scenery(bee, sounds(), 1, ("a buzzing bee", "a bee", "an insect buzz", "a buzzing fly"), ("buzzes like a bee", "sounds like an insect")),
    "cricket": Scenery(cricket, every(sounds(), contains(4500, at_least=0.1, width=60)), 1.5, ("a cricket", "chirping crickets", "a cricket chirp"), ("chirps like a cricket", "sounds like crickets at night")),
    "spaceship": Scenery(spaceship, every(sounds(), lambda heard: centroid(heard) < 2500), 1.5, ("a spaceship drone", "a spaceship engine hum", "a sci-fi drone"), ("sounds like a spaceship", "hums like a starship")),
    "heartbeat": Scenery(heartbeat, every(sounds(), onsets(4, 2)), 2.2, ("a heartbeat", "a beating heart", "heart beats"), ("sounds like a heartbeat", "beats like a heart")),
    "clock": Scenery(clock, every(sounds(0.001), onsets(3)), 2.3, ("a ticking clock", "a clock tick", "clock ticks"), ("ticks like a clock once a second", "sounds like a ticking clock")),
    "geiger": Scenery(geiger, every(sounds(0.0005), lambda heard: wobble(heard) > 0.5), 2, ("a Geiger counter", "geiger counter clicks", "random radioactive clicks"), ("clicks like a Geiger counter",)),
    "bubbles": Scenery(bubbles, every(sounds(), varies(0.01)), 1.5, ("bubbles", "bubbling water", "a bubbling sound"), ("bubbles like boiling water", "sounds like bubbles")),
    "dial": Scenery(dial, every(sounds(), contains(350, 440, at_least=0.1)), 0.6, ("a telephone dial tone", "a dial tone", "a US dial tone", "a phone dial tone"), ("plays a telephone dial tone", "sounds like a phone's dial tone")),
    "busy": Scenery(busy, every(contains(480, 620, at_least=0.1), lambda heard: wobble(heard) > 0.5), 2, ("a busy signal", "a telephone busy tone", "a phone busy tone"), ("plays a telephone busy signal", "sounds like a busy phone line")),
    "ringing": Scenery(ringing, contains(440, 480, at_least=0.1), 2, ("a ringback tone", "a phone ringing tone", "a telephone ringback"), ("plays a telephone ringback tone",)),
    "fridge": Scenery(fridge, every(sounds(), contains(50, 100, 150, at_least=0.1)), 0.8, ("mains hum", "a 50 Hz mains hum", "an electric hum", "a transformer hum"), ("hums like a transformer", "sounds like mains hum")),
    "vinyl": Scenery(vinyl, sounds(0.0005), 1.5, ("vinyl crackle", "record crackle", "an old record's crackle"), ("crackles like an old record", "adds the crackle of vinyl")),
    "static": Scenery(static, every(sounds(), lambda heard: wobble(heard) > 0.2), 1.5, ("radio static", "static noise between radio stations", "a badly tuned radio"), ("sounds like radio static", "makes the noise of a detuned radio")),
}  # fmt: skip


def scenery(names: tuple[str, ...]) -> Skill:
    """One of these sounds."""

    def skill(draw: Draw) -> Example:
        scene, chosen = Scene(draw), SCENERIES[draw.one(names)]
        chosen.build(scene)
        level_name = draw.one(LEVELS)
        is_switched = level_name.startswith("switch")

        def check(heard: Sound) -> bool:
            return chosen.check(heard)

        if is_switched:
            toggle_at = 0.02
            made = finish(scene, *scenery_words(chosen), levels=(level_name,), check=None, s=lambda: draw.one(chosen.nouns))
            lines = made.patch.splitlines()
            toggle = next(int(line.split()[0]) for line in lines if ' tgl "on"' in f" {line}")
            trial = played([(toggle_at, toggle, "1")], check, chosen.seconds + 0.1)
            return Example(made.wordings, made.patch, trial.holds, trial.feeds, seconds=trial.seconds)
        return finish(scene, *scenery_words(chosen), levels=(level_name,), check=played([], check, chosen.seconds), s=lambda: draw.one(chosen.nouns))

    return skill


def scenery_words(chosen: Scenery) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Clauses, nouns and sentences for a sound of the world."""
    return (
        (*chosen.does, "synthesizes {s}", "imitates {s}", "generates {s}", "creates {s}", "produces {s}"),
        ("{s}", "a synthesizer for {s}", "a generator of {s}"),
        ("how do i make {s}?", "{s} sound", "i need {s} for a game", "sound effect: {s}", "can you synthesize {s}?", "something that sounds like {s}"),
    )  # fmt: skip


def engine(draw: Draw) -> Example:
    """A motor whose speed a slider sets."""
    scene = Scene(draw)
    control = scene.add('hsl 10 100 "speed" init:30')
    one = wave(scene, WAVEFORMS["sawtooth"], "", control)
    two = wave(scene, WAVEFORMS["square"], "", scene.add("* 0.5", control))
    scene.oscillator = 0
    scene.signal = (scene.add("lop~ 600", scene.add("+~", one, scene.into(1, two))),)
    scene.steps.append(Step(control, "90", moves, "30"))
    return finish(
        scene,
        ("sounds like a car engine whose speed is set by a {knob}", "imitates an engine with a {knob} for the rpm", "makes a motor sound with adjustable speed"),
        ("an engine sound with a speed {knob}", "a motor with adjustable speed", "a car engine simulator with a {knob} for the speed"),
        ("engine sound, speed {knob}", "how do I make a car engine noise with a {knob} for the speed?", "vroom vroom with a speed {knob}"), levels=LEVELS,
    )  # fmt: skip


def wind_slider(draw: Draw) -> Example:
    """Wind whose strength a slider sets."""
    scene = Scene(draw)
    control = scene.add('hsl 200 2000 "strength" init:600')
    scene.signal = (scene.add("bp~ 600 5", scene.add("noise~"), scene.into(1, control)),)
    scene.steps.append(Step(control, "1800", moves, "600"))
    return finish(
        scene,
        ("sounds like wind whose strength is set by a {knob}", "makes wind from filtered noise with a strength {knob}", "imitates wind with adjustable strength"),
        ("wind with a strength {knob}", "a wind machine with a {knob} for the strength", "a wind generator with adjustable strength"),
        ("wind sound, strength {knob}", "how can I make wind that gets stronger with a {knob}?"), levels=LEVELS,
    )  # fmt: skip


def drone(draw: Draw) -> Example:
    """Two or three low oscillators, slightly apart, through a low-pass."""
    scene = Scene(draw)
    name, base, count, cutoff = draw.one(tuple(WAVEFORMS)), draw.one(BASSES), draw.one((2, 3)), draw.one(tuple(value for value in CUTOFFS if value <= 1500))
    filtered = draw.chance(0.5)
    offsets = (0, 0.5) if count == 2 else (0, 0.4, -0.3)
    voices = [wave(scene, WAVEFORMS[name], plain(base + offset)) for offset in offsets]
    mixed = scene.add("*~ 0.33" if count == 3 else "*~ 0.5", *voices)
    scene.signal = (scene.add(f"lop~ {cutoff}", mixed) if filtered else mixed,)
    tail = " through a low-pass at {c}" if filtered else ""
    many = {2: "two", 3: "three"}[count]
    nouns = WAVEFORMS[name].nouns[:3]
    return finish(
        scene,
        (f"plays a {{f}} drone of {many} detuned {{w}}s{tail}", f"makes a slow beating drone around {{f}} with {many} {{w}}s{tail}", f"drones on {{f}} with {many} slightly detuned {{w}} oscillators{tail}"),
        (f"a {{f}} drone made of {many} detuned {{w}}s{tail}", f"a dark drone at {{f}} with {many} {{w}} oscillators{tail}", f"a drone ({{f}}, {many} {{w}}s){tail}"),
        (f"drone {{f}}, {many} {{w}}s{tail}", f"how do I make a {{f}} drone with {many} detuned {{w}}s{tail}?"), levels=LEVELS,
        f=lambda: hertz(draw, base), w=lambda: draw.one(nouns).removesuffix(" oscillator"), c=lambda: hertz(draw, cutoff),
    )  # fmt: skip


def dtmf(draw: Draw) -> Example:
    """A telephone key: two sines for as long as the prompt says."""
    scene = Scene(draw)
    key = draw.one("123456789*0#")
    row = (697, 770, 852, 941)["123456789*0#".index(key) // 3]
    column = (1209, 1336, 1477)["123456789*0#".index(key) % 3]
    time = draw.one((100, 150, 200, 250, 300, 400, 500))
    button = scene.add("bng")
    both = scene.add("+~", scene.add(f"osc~ {row}"), scene.into(1, scene.add(f"osc~ {column}")))
    on, off = scene.add("msg 1", button), scene.add("msg 0", scene.add(f"delay {time}", button))
    scene.signal = (scene.add("*~ 0.5", scene.add("*~", both, scene.into(1, on), scene.into(1, off))),)
    end = 0.1 + time / 1000
    name = {"*": "star", "#": "hash"}.get(key, key)
    return finish(
        scene,
        ("plays the DTMF tone of the {k} key for {t} when a button is pressed", "dials the phone digit {k} (DTMF, {t}) with a button", "makes the touch tone for {k}, {a} and {b} Hz, for {t} on a bang"),
        ("a DTMF {k} tone of {t} on a button", "the touch-tone for key {k} ({a} + {b} Hz) lasting {t}, with a button"),
        ("dtmf {k}, {t}, button", "how do I play the telephone tone for {k} for {t}? on a button"),
        check=played([(0.1, button, "bang")], every(during(0.11, end - 0.01, every(sounds(), contains(row, column, at_least=0.1, width=25))), during(end + 0.01, end + 0.1, quiet)), end + 0.15, 0.1),
        k=lambda: name, t=lambda: span(draw, time), a=lambda: str(row), b=lambda: str(column),
    )  # fmt: skip


def ping(draw: Draw) -> Example:
    """A sonar ping with an echo, or a doorbell's two notes."""
    scene = Scene(draw)
    if draw.chance(0.5):
        pitch, time = draw.one((800, 900, 1000, 1200, 1500)), draw.one((300, 350, 400, 450))
        button = scene.add('bng "ping"')
        gain = scene.add("line~", scene.add("msg 1 , 0 100", button))
        hit = scene.add("*~", scene.add(f"osc~ {pitch}"), scene.into(1, gain))
        line = scene.add("delwrite~ sonar 1000", hit)
        echo = scene.add("*~ 0.4", scene.add(f"delread~ sonar {time}"))
        scene.sketch.connect(echo, line)
        scene.signal = (scene.add("+~", hit, scene.into(1, echo)),)
        return finish(
            scene,
            ("plays a sonar ping at {f} with an echo of {t} on a button", "makes a submarine sonar sound ({f}, echo every {t}) when a button is pressed"),
            ("a sonar ping at {f} with {t} echoes and a button", "a submarine ping of {f} echoing every {t}, on a button"), ("sonar ping {f}, echo {t}, button", "how do I make a sonar ping at {f} that echoes every {t}? button"),
            check=played([(0.1, button, "bang")], every(onsets(3, 1), contains(pitch, at_least=0.2, width=30)), 0.1 + 2.6 * time / 1000, 0.1), f=lambda: hertz(draw, pitch), t=lambda: span(draw, time),
        )  # fmt: skip
    high, low = draw.one(((659, 523), (784, 622), (880, 698), (587, 466)))
    button = scene.add("bng")
    gain = scene.add("vline~", scene.add("msg 1 , 0 500 , 1 0 500 , 0 1000 500", button))
    pitch = scene.add("osc~", scene.add("vline~", scene.add(f"msg {high} , {low} 0 500", button)))
    scene.signal = (scene.add("*~", pitch, scene.into(1, gain)),)
    return finish(
        scene,
        ("rings like a doorbell, {h} then {l}, when a button is pressed", "plays a ding-dong of {h} and {l} on a bang", "makes a two-note doorbell sound ({h}, {l}) with a button"),
        ("a ding-dong doorbell of {h} and {l} with a button", "a doorbell sound ({h} then {l}) on a button"), ("doorbell {h} {l}, button", "how do i make a doorbell that goes {h} then {l}? button"),
        check=played([(0.1, button, "bang")], every(strikes(0.1, 1.5), contains(high, low, at_least=0.02, width=25)), 1.7, 0.1), h=lambda: hertz(draw, high), l=lambda: hertz(draw, low),
    )  # fmt: skip


SKILLS: dict[str, Skill] = widened({
    "weather": scenery(("wind", "sea", "rain", "thunder", "fire")), "wind": scenery(("wind",)), "sea": scenery(("sea",)), "rain": scenery(("rain",)),
    "machines": scenery(("helicopter", "train", "spaceship", "fridge", "clock")), "animals": scenery(("bee", "cricket")), "telephone": scenery(("dial", "busy", "ringing")),
    "textures": scenery(("geiger", "bubbles", "vinyl", "static", "fire")), "heartbeat": scenery(("heartbeat",)), "engine": engine, "wind-strength": wind_slider,
    "drone": drone, "touch-tone": dtmf, "signals": ping,
})  # fmt: skip
