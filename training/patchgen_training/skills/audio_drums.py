"""Skills: drum sounds at a button or at a tempo, and small rhythms of two or three of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from patchgen_training.skills.audio_scene import Scene, finish, played
from patchgen_training.skills.audio_units import hertz, plain, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import Sound, centroid
from patchgen_training.skills.expect_audio_time import beats, during, every, glides, onsets, strikes
from patchgen_training.skills.sketch import Handle

Fill = Callable[[], str]
Check = Callable[[Sound], bool]


@dataclass(frozen=True, slots=True)
class Hit:
    """A drum built into a scene: its output, how long it lasts, what to check, and its words."""

    signal: Handle
    length: int
    """Milliseconds."""
    check: Check
    nouns: tuple[str, ...]
    details: Callable[[], str]
    """What the prompt says of it, such as "with a 200 ms decay"; may be empty."""


Drum = Callable[[Scene, Handle], Hit]


def struck(scene: Scene, trigger: Handle, length: int) -> Handle:
    """A fall from 1 to 0."""
    return scene.add("line~", scene.add(f"msg 1 , 0 {length}", trigger))


def detail(scene: Scene, said: bool, *ways: Callable[[], str]) -> Callable[[], str]:
    """One of the ways to say the details, or nothing."""
    return lambda: f" {scene.draw.one(ways)()}" if said else ""


def kick(scene: Scene, trigger: Handle) -> Hit:
    """A sine whose pitch drops."""
    draw = scene.draw
    said = draw.chance(0.6)
    high, low, length = (200, 50, 300) if not said else (draw.one((120, 150, 180, 220, 250, 300)), draw.one((40, 45, 55, 60)), draw.one((150, 200, 250, 350, 400)))
    pitch = scene.add("line~", scene.add(f"msg {high} , {low} 50", trigger))
    body = scene.add("osc~", pitch)
    signal = scene.add("*~", body, scene.into(1, struck(scene, trigger, length)))
    return Hit(
        signal, length, lambda heard: centroid(heard) < 500, ("kick drum", "kick", "bass drum"),
        detail(scene, said, lambda: f"with a pitch falling from {hertz(draw, high)} to {hertz(draw, low)} and a {span(draw, length)} decay",
               lambda: f"that sweeps from {high} to {low} Hz and decays in {span(draw, length)}",
               lambda: f"(pitch {high} to {low} Hz, decay {span(draw, length)})"),
    )  # fmt: skip


def snare(scene: Scene, trigger: Handle) -> Hit:
    """High-passed noise and a tone."""
    draw = scene.draw
    said = draw.chance(0.5)
    tone, length = (180, 150) if not said else (draw.one((160, 170, 190, 200, 210, 220)), draw.one((100, 120, 180, 200, 250)))
    noise = scene.add("hip~ 1000", scene.add("noise~"))
    both = scene.add("+~", noise, scene.into(1, scene.add(f"osc~ {tone}")))
    signal = scene.add("*~", both, scene.into(1, struck(scene, trigger, length)))
    return Hit(
        signal, length, lambda heard: centroid(heard) > 1000, ("snare drum", "snare", "snare sound"),
        detail(scene, said, lambda: f"made of noise and a {hertz(draw, tone)} tone with a {span(draw, length)} decay",
               lambda: f"with a {tone} Hz body and {span(draw, length)} decay", lambda: f"(noise plus {hertz(draw, tone)}, {span(draw, length)})"),
    )  # fmt: skip


def hat(scene: Scene, trigger: Handle) -> Hit:
    """Noise above 7000 Hz, short or long."""
    draw = scene.draw
    kind = draw.one(("closed", "open", "said"))
    cutoff = 7000 if kind != "said" else draw.one((5000, 6000, 8000, 9000, 10000))
    length = {"closed": 50, "open": 400}.get(kind) or draw.one((30, 40, 60, 80, 100, 120))
    noise = scene.add(f"hip~ {cutoff}", scene.add("noise~"))
    signal = scene.add("*~", noise, scene.into(1, struck(scene, trigger, length)))
    names = {"closed": ("hi-hat", "closed hi-hat", "hihat", "hi hat"), "open": ("open hi-hat", "open hihat", "open hat")}
    return Hit(
        signal, length, lambda heard: centroid(heard) > 4000, names.get(kind, ("hi-hat", "hihat", "hi hat")),
        detail(scene, kind == "said", lambda: f"of noise above {hertz(draw, cutoff)} with a {span(draw, length)} decay",
               lambda: f"(high-passed at {hertz(draw, cutoff)}, {span(draw, length)} decay)"),
    )  # fmt: skip


def clap(scene: Scene, trigger: Handle) -> Hit:
    """Band-passed noise with three quick bursts."""
    noise = scene.add("bp~ 1200 2", scene.add("noise~"))
    gain = scene.add("vline~", scene.add("msg 1 , 0 10 , 1 0 15 , 0 10 15 , 1 0 30 , 0 150 30", trigger))
    signal = scene.add("*~ 2", scene.add("*~", noise, scene.into(1, gain)))
    return Hit(signal, 180, lambda heard: 300 < centroid(heard) < 6000, ("hand clap", "clap", "handclap"), lambda: "")


def tom(scene: Scene, trigger: Handle) -> Hit:
    """A sine that drops a little."""
    draw = scene.draw
    said = draw.chance(0.6)
    pitch = 120 if not said else draw.one((80, 90, 100, 110, 130, 140, 150, 160, 180))
    sweep = scene.add("line~", scene.add(f"msg {plain(pitch * 1.5)} , {pitch} 80", trigger))
    signal = scene.add("*~", scene.add("osc~", sweep), scene.into(1, struck(scene, trigger, 350)))
    return Hit(signal, 350, lambda heard: centroid(heard) < 700, ("tom", "tom drum", "tom-tom"),
               detail(scene, said, lambda: f"tuned to {hertz(draw, pitch)}", lambda: f"at {hertz(draw, pitch)}"))  # fmt: skip


def cowbell(scene: Scene, trigger: Handle) -> Hit:
    """Two squares through a band-pass."""
    one = scene.add("expr~ $v1 > 0.5", scene.add("phasor~ 540"))
    two = scene.add("expr~ $v1 > 0.5", scene.add("phasor~ 800"))
    band = scene.add("bp~ 1000 2", scene.add("+~", one, scene.into(1, two)))
    signal = scene.add("*~", band, scene.into(1, struck(scene, trigger, 250)))
    return Hit(signal, 250, lambda heard: 400 < centroid(heard) < 4000, ("cowbell", "cow bell", "cowbell sound"), lambda: "")


def block(scene: Scene, trigger: Handle) -> Hit:
    """A very short tone."""
    draw = scene.draw
    said = draw.chance(0.5)
    pitch = 1000 if not said else draw.one((800, 900, 1200, 1500, 1600, 2000))
    signal = scene.add("*~", scene.add(f"osc~ {pitch}"), scene.into(1, struck(scene, trigger, 30)))
    return Hit(signal, 30, lambda heard: centroid(heard) > 300, ("click", "wood block", "rim click"),
               detail(scene, said, lambda: f"at {hertz(draw, pitch)}", lambda: f"of {hertz(draw, pitch)}"))  # fmt: skip


DRUMS: dict[str, Drum] = {"kick": kick, "snare": snare, "hat": hat, "clap": clap, "tom": tom, "cowbell": cowbell, "block": block}
TEMPOS = (60, 75, 80, 90, 96, 100, 110, 120, 125, 128, 130, 140, 150, 160, 180)


def by_button(make: Drum) -> Skill:
    """A drum at a button."""

    def skill(draw: Draw) -> Example:
        scene = Scene(draw)
        button = scene.add('bng "play"')
        hit = make(scene, button)
        scene.signal = (hit.signal,)
        end = 0.1 + hit.length / 1000
        falls = glides(0.0, 0.15, False) if make is kick else hit.check
        return finish(
            scene,
            ("plays a {n}{d} when a button is pressed", "synthesizes a {n}{d} triggered by a bang", "makes a {n} sound{d} on every button press",
             "triggers a {n}{d} from a bang", "creates a {n} sound{d} with a play button", "generates a {n}{d} each time I click a button"),
            ("a {n}{d} triggered by a button", "a synthesized {n}{d} with a button", "a {n} sound{d} on a bang button", "a button that plays a {n}{d}", "a {n}{d} with a trigger button"),
            ("how do i synthesize a {n}{d}? button to trigger", "{n}{d}, button", "press a button, get a {n}{d}", "bang -> {n}{d}", "when I hit the button it should play a {n}{d}"),
            check=played([(0.1, button, "bang")], every(strikes(0.1, end + 0.01, 0.003), during(0.1, end, falls), during(0.1, end, hit.check)), end + 0.15, 0.1),
            n=lambda: draw.one(hit.nouns), d=hit.details,
        )  # fmt: skip

    return skill


def tempo_words(draw: Draw, tempo: int) -> str:
    """Such as "at 120 bpm"."""
    return draw.one((f"at {tempo} bpm", f"at {tempo} BPM", f"at a tempo of {tempo} bpm", f"at {tempo} beats per minute", f"with a tempo of {tempo} BPM"))


def at_tempo(names: tuple[str, ...]) -> Skill:
    """A drum that repeats: at a tempo the prompt names, or on a tempo slider."""

    def skill(draw: Draw) -> Example:
        scene = Scene(draw)
        toggle = scene.add('tgl "run"')
        kind = draw.one(("bpm", "bpm", "period", "slider"))
        tempo, period = draw.one(TEMPOS), draw.one((200, 250, 300, 350, 400, 450, 500, 600, 700, 750, 800, 1000))
        if kind == "slider":
            control = scene.add('hsl 40 240 "bpm" init:120')
            clock = scene.add("metro 500", toggle, scene.into(1, scene.add("expr 60000 / $f1", control)))
            seconds = 0.5
        else:
            milliseconds = 60000 / tempo if kind == "bpm" else period
            clock = scene.add(f"metro {round(milliseconds, 2):g}", toggle)
            seconds = milliseconds / 1000
        hit = DRUMS[draw.one(names)](scene, clock)
        scene.signal = (hit.signal,)
        words: Fill = {
            "bpm": lambda: tempo_words(draw, tempo), "period": lambda: f"every {span(draw, period)}",
            "slider": lambda: draw.one(("at a tempo set by a slider", "with adjustable tempo", "with a bpm slider", "at an adjustable tempo in bpm")),
        }[kind]  # fmt: skip
        return finish(
            scene,
            ("plays a {n}{d} {e}, started by a toggle", "repeats a {n}{d} {e} while a toggle is on", "loops a {n}{d} {e} with a start/stop toggle",
             "triggers a {n}{d} {e} from a metro with an on/off toggle"),
            ("a {n}{d} repeating {e}, switched by a toggle", "a {n}{d} {e} and a toggle to start it", "a metro driven {n}{d} {e} with an on/off toggle"),
            ("{n}{d} {e}, toggle to start", "I want a {n}{d} {e} that I can start and stop with a toggle", "how do i play a {n}{d} {e}? with a toggle"),
            check=played([(0.1, toggle, "1")], every(beats(0.1, seconds, 4), hit.check), 0.1 + 3.6 * seconds, 0.1),
            n=lambda: draw.one(hit.nouns), d=hit.details, e=words,
        )  # fmt: skip

    return skill


def metronome(draw: Draw) -> Example:
    """A click, higher on the first beat of a bar where the prompt says so."""
    scene = Scene(draw)
    tempo, pitch, accent = draw.one(TEMPOS), draw.one((800, 880, 1000, 1200, 1500)), draw.chance(0.5)
    beats = draw.one((3, 4, 4, 5, 6))
    toggle = scene.add('tgl "run"')
    clock = scene.add(f"metro {round(60000 / tempo, 2):g}", toggle)
    if accent:
        count = scene.add("f", clock)
        scene.sketch.connect(scene.add("+ 1", count), count, 1)
        beat = scene.add(f"mod {beats}", count)
        first = scene.add("sel 0", beat)
        high = scene.add(f"msg {pitch * 2}", first)
        low = scene.add(f"msg {pitch}", scene.sketch.out(first, 1))
        sound = scene.add("osc~", high, low)
    else:
        sound = scene.add(f"osc~ {pitch}")
    scene.signal = (scene.add("*~", sound, scene.into(1, struck(scene, clock, 30))),)
    said: Fill = lambda: draw.one((f" accenting the first of {beats} beats", f" with an accent every {beats} beats", f" with a higher click on the first of {beats} beats")) if accent else ""  # noqa: E731
    beat_seconds = 60 / tempo
    return finish(
        scene,
        ("is a metronome {e} with {f} clicks{a}, started by a toggle", "clicks {e} with a short {f} tone{a} and a toggle to start", "plays metronome clicks of {f} {e}{a} with an on/off toggle"),
        ("a metronome {e} with a {f} click{a} and a toggle", "a {f} metronome click {e}{a} with a start toggle"),
        ("metronome {e}, {f} click{a}, toggle", "how do i build a metronome {e} that clicks at {f}{a}? toggle to start"),
        check=played([(0.1, toggle, "1")], onsets(4), 0.1 + 3.6 * beat_seconds, 0.1),
        e=lambda: tempo_words(draw, tempo), f=lambda: hertz(draw, pitch), a=said,
    )  # fmt: skip


def kick_and_hat(draw: Draw) -> Example:
    """One drum on the beat and another off it."""
    scene = Scene(draw)
    tempo = draw.one(TEMPOS)
    toggle = scene.add('tgl "run"')
    half = round(30000 / tempo, 2)
    clock = scene.add(f"metro {plain(half * 2)}", toggle)
    low = DRUMS[draw.one(("kick", "kick", "tom"))](scene, clock)
    high = DRUMS[draw.one(("hat", "clap", "snare"))](scene, scene.add(f"delay {plain(half)}", clock))
    scene.signal = (scene.add("+~", low.signal, scene.into(1, high.signal)),)
    return finish(
        scene,
        ("plays a {n}{d} on the beat and a {m}{x} on the off-beat {e} with a toggle", "loops a {n}{d} on every beat and a {m}{x} between the beats {e}, started by a toggle",
         "makes a simple beat {e}: {n}{d} on the beat, {m}{x} off the beat, with a start toggle"),
        ("a drum beat {e} with a {n}{d} on the beat, a {m}{x} on the off-beat and a toggle", "a simple groove {e}: {n}{d} on, {m}{x} off the beat, with an on/off toggle"),
        ("{n}{d} on the beat, {m}{x} offbeat, {e}, toggle", "I need a beat {e} with a {n}{d} on each beat and a {m}{x} in between, toggle to start"),
        check=played([(0.1, toggle, "1")], every(onsets(6, 3, 1.3), during(0.1, 0.1 + min(0.12, half / 1000), low.check)), 0.1 + 5.8 * half / 1000, 0.1),
        n=lambda: draw.one(low.nouns), d=low.details, m=lambda: draw.one(high.nouns), x=high.details, e=lambda: tempo_words(draw, tempo),
    )  # fmt: skip


def kit(draw: Draw) -> Example:
    """Two or three drums, each with its own button."""
    scene = Scene(draw)
    names = draw.some(("kick", "snare", "hat", "clap", "tom"), draw.one((2, 3)))
    buttons, hits = [], []
    for name in names:
        label = {"hat": "hihat"}.get(name, name)
        buttons.append(scene.add(f'bng "{label}"'))
        hits.append(DRUMS[name](scene, buttons[-1]))
    scene.signal = (scene.mix(*(hit.signal for hit in hits)),)
    feeds = [(0.1 + 0.5 * i, button, "bang") for i, button in enumerate(buttons)]
    checks = [during(0.1 + 0.5 * i, 0.1 + 0.5 * i + hit.length / 1000, hit.check) for i, hit in enumerate(hits)]

    def drums() -> str:
        words = [f"a {draw.one(hit.nouns)}{hit.details()}" for hit in hits]
        return ", ".join(words[:-1]) + " and " + words[-1]

    return finish(
        scene,
        ("has buttons for {w}", "plays {w}, each from its own button", "is a little drum kit with {w} on buttons", "synthesizes {w}, one button each"),
        ("a drum kit with {w} on separate buttons", "a small drum machine with buttons for {w}", "a set of buttons that play {w}"),
        ("drum kit: {w}, a button each", "how do i make a drum kit with {w}? one button per sound"),
        check=played(feeds, every(onsets(len(names), 1), *checks), 0.1 + 0.5 * len(names), 0.1), w=drums,
    )  # fmt: skip


SKILLS: dict[str, Skill] = {
    **{f"{name}-button": by_button(drum) for name, drum in DRUMS.items()},
    "kick-loop": at_tempo(("kick",)), "drum-loop": at_tempo(tuple(DRUMS)), "metronome": metronome,
    "kick-and-hat": kick_and_hat, "drum-kit": kit,
}  # fmt: skip
