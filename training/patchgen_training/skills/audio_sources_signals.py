"""Skills: sirens, alarms, bells, telephones, game sounds: with the start, speed and volume that the prompt says."""

from __future__ import annotations

from dataclasses import dataclass

from patchgen_training.skills.audio_part import Part
from patchgen_training.skills.audio_scene import Scene, played
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_sources_spoken import Talk, at_end, control, steady, told
from patchgen_training.skills.audio_sources_voices import press, tone, voice
from patchgen_training.skills.audio_units import hertz, plain, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import Step, different
from patchgen_training.skills.expect_audio_time import (
    Check,
    contains,
    during,
    every,
    glides,
    has_pitch,
    pulses,
    quiet,
    sounds,
    strikes,
    varies,
)
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle

LEVELS = ("unsaid",) * 4 + ("volume",) * 3 + ("switch",) * 3 + ("switch-volume", "switch-volume", "mute", "buttons")
SIREN_VERBS = ("plays", "sounds like", "makes", "imitates", "simulates", "generates")


def siren(draw: Draw) -> Example:
    """A pitch that swings, rises or jumps, with its speed said, on a slider or left open."""
    scene = Scene(draw)
    kind, name = draw.one(("wail", "wail", "wail", "two-tone", "two-tone", "rising", "yelp")), draw.one(("sine", "sine", "sine", "square", "sawtooth", "triangle"))
    speed = draw.one(("open", "open", "said", "slider"))
    low, high = draw.one(((400, 800), (500, 1000), (500, 1500), (600, 1200), (650, 1450), (400, 1200), (700, 1600), (440, 880), (300, 900))) if draw.chance(0.5) else (600, 1200)
    if kind == "two-tone":
        low, high = draw.one(((440, 585), (450, 600), (400, 500), (435, 580), (660, 880), (700, 900), (500, 700))) if (low, high) != (600, 1200) else (440, 585)
    ranged = (low, high) not in ((600, 1200), (440, 585))
    rate = {"wail": 0.5, "two-tone": 1.0, "rising": 0.5, "yelp": 4.0}[kind]
    if speed == "said":
        rate = draw.one({"wail": (0.2, 0.25, 0.3, 0.4, 0.6, 0.8, 1), "two-tone": (0.75, 0.8, 1.25, 1.5, 2, 2.5), "rising": (0.2, 0.25, 0.4, 0.8, 1), "yelp": (3, 5, 6, 8)}[kind])
    parts: list[Part] = []
    source: Handle | None = None
    if speed == "slider":
        source, part = control(scene, "speed", 0.1, 10, rate, said=draw.one(("speed", "speed", "rate")))
        parts.append(part)
    shape = {"wail": "osc~", "yelp": "osc~", "two-tone": "phasor~", "rising": "phasor~"}[kind]
    slow = scene.add(shape, source) if source else scene.add(f"{shape} {plain(rate)}")
    if shape == "osc~":
        pitch = scene.add(f"+~ {plain((high + low) / 2)}", scene.add(f"*~ {plain((high - low) / 2)}", slow))
    elif kind == "rising":
        pitch = scene.add(f"+~ {low}", scene.add(f"*~ {high - low}", slow))
    else:
        pitch = scene.add(f"expr~ {low} + ($v1 > 0.5) * {high - low}", slow)
    scene.signal = (wave(scene, WAVEFORMS[name], "", pitch),)
    nouns = {
        "wail": ("a siren", "a siren", "a police siren", "a wailing siren", "a siren going up and down", "a fire engine siren", "an american police siren"), "yelp": ("a fast siren", "a yelping siren", "a police siren in yelp mode", "a quick up and down siren"),
        "two-tone": ("a two-tone siren", "an ambulance siren", "an ambulance siren with two tones", "a european police siren", "a hi-lo siren", "a fire truck siren with two tones"), "rising": ("a rising siren", "a siren that rises again and again", "an alarm siren that keeps rising", "a siren that climbs and starts over"),
    }[kind]  # fmt: skip
    pace: tuple[str, ...]
    of = {"sine": ("",), "square": (" with a square wave", " made of a square wave"), "sawtooth": (" with a sawtooth", " made of a saw wave"), "triangle": (" with a triangle wave",)}[name]
    period = 1000 / rate
    pace = {"open": ("",), "slider": ("",), "said": (f" at {plain(rate)} Hz", f" {plain(rate)} times per second" if rate > 1 else f" at {plain(rate)} Hz", f" taking {span(draw, period)} for each round" if period % 50 == 0 else f" at a rate of {plain(rate)} Hz")}[speed]
    ends: tuple[str, ...] = ((f" between {low} and {high} Hz", f" from {low} to {high} Hz", f" ({low}-{high} Hz)") if kind != "two-tone" else (f" of {low} and {high} Hz", f" ({low} and {high} Hz)", f" alternating between {low} and {high} Hz")) if ranged else ("",)

    def what() -> str:
        return draw.one(nouns) + draw.one(ends) + draw.one(of) + draw.one(pace)

    talk = Talk(what, SIREN_VERBS, parts=parts)
    scene.lead = 0.8
    at_end(scene, talk, LEVELS)
    if source:
        scene.steps.insert(1 if scene.silent else 0, Step(source, "10", lambda before, after: True, plain(rate)))
    return told(scene, talk, steady(scene, every(sounds(0.0005), varies(0.008))))


def beeper(draw: Draw) -> Example:
    """Beeps again and again: their time said, or their tempo on a slider."""
    scene = Scene(draw)
    chosen, kind = voice(scene, ("tone",) * 4 + ("noise",)), draw.one(("rate", "slider", "each", "each", "bpm"))
    hits = "burst" if chosen.kind == "noise" else "beep"
    parts: list[Part] = []
    tgl = scene.add('tgl "on"')
    if kind == "slider":
        box, part = control(scene, "time", 50, 1000, 500, said=draw.one(("time between beeps", "interval", "interval in ms", "time between the beeps")) if hits == "beep" else "time between bursts")
        parts.append(part)
        period = 500.0
        clock = scene.add("metro 500", tgl, scene.into(1, box))
        often: tuple[str, ...] = ("repeatedly", "over and over", "again and again")
    else:
        bpm = draw.one((60, 80, 90, 100, 120, 140, 150, 180, 240))
        rate = draw.one((1, 2, 4, 5, 8))
        period = {"bpm": 60000 / bpm, "rate": 1000 / rate, "each": float(draw.one((200, 250, 300, 400, 500, 500, 600, 750, 800, 1000, 1000, 1500, 2000, 3000, 5000)))}[kind]
        often = {
            "bpm": (f"at {bpm} bpm", f"at a tempo of {bpm} bpm", f"{bpm} times per minute", f"at {bpm} beats per minute"), "rate": (f"{rate} times per second", f"{rate} times a second", f"at {rate} Hz", f"{('once', 'twice', '', 'four times', 'five times', '', '', 'eight times')[rate - 1]} a second") if rate > 1 else ("once per second", "once a second", "every second"),
            "each": tuple(f"every {span(draw, period)}".replace("every one second", "every second").replace("every a half", "every half").replace("every 1 second", "every second") for _ in range(4)),
        }[kind]  # fmt: skip
        clock = scene.add(f"metro {plain(round(period, 2))}", tgl)
    length = draw.one(tuple(time for time in (20, 30, 50, 50, 80, 100, 100, 150, 200, 300, 500) if time <= 0.7 * min(period, 500)))
    said = draw.chance(0.4)
    length = length if said else min(100, int(period / 2))
    scene.signal = (scene.add("*~", chosen.handle, scene.into(1, scene.add("line~", scene.add(f"msg 1 , 0 {length}", clock)))),)

    def what() -> str:
        noun = chosen.noun()
        short = f"a short {noun.split(' ', 1)[1]}" if noun.startswith(("a ", "an ")) else f"a short {hits} of {noun}"
        return draw.one((short,) if "beep" in noun else (f"a {hits} of {noun}", f"a {hits} ({noun})", short)) + (draw.one((f" of {span(draw, length)}", f" with a decay of {span(draw, length)}", f" lasting {span(draw, length)}")) if said else "") + " " + draw.one(often)

    talk = Talk(what, ("plays", "plays", "repeats", "sounds", "gives"), ("while a toggle is on", "when a toggle is on", "as long as a toggle is on", "with a toggle to start and stop it", "when i switch on a toggle", "with an on/off toggle", "only while a switch is on"), ("a toggle that", "a toggle that starts a metro and"), parts)
    talk.values = {"v": chosen.noun, "o": lambda: draw.one(often)}
    if not said:
        talk.does, talk.asks = (f"{hits}s with {{v}} {{o}} {{w}}",) if hits == "beep" else (), ("{v}, " + hits + "s {o} {w}", "i need {v} to " + ("beep" if hits == "beep" else "sound") + " {o} {w}")
    at_end(scene, talk, ("unsaid", "unsaid", "volume", "volume", "gain"))
    count = 3 if period > 800 else 5
    end = 0.1 + (count - 0.3) * period / 1000
    return told(scene, talk, played([(0.1, tgl, "1")], every(during(0.1, end, pulses(count, tolerance=0)), sounds(0.0002)), end + 0.05, 0.1))


@dataclass(frozen=True, slots=True)
class Effect:
    """A short sound at a click: the pitch message (or a fixed pitch), the level message, words and length."""

    waveform: str
    pitch: str
    level: str
    nouns: tuple[str, ...]
    does: tuple[str, ...]
    check: Check
    seconds: float


EFFECTS: dict[str, Effect] = {
    "laser": Effect("sawtooth", "2000 , 100 200", "1 , 0 200", ("a laser", "a laser sound", "a laser gun", "a sci-fi laser", "a pew", "a blaster shot", "a space gun"), ("fires a laser", "goes pew"), every(strikes(0.1, 0.3, 0.003), glides(0.1, 0.28, False)), 0.45),
    "coin": Effect("square", "988 , 1319 0 80", "1 , 0 400 80", ("a coin sound", "a video game coin", "a retro coin pick-up", "an 8-bit coin sound"), ("sounds like a coin in a video game", "sounds like collecting a coin"), every(strikes(0.1, 0.56, 0.003), during(0.19, 0.4, has_pitch(1319))), 0.7),
    "jump": Effect("square", "200 , 600 150", "1 , 0 100 100", ("a jump sound", "a video game jump", "an 8-bit jump", "a cartoon jump"), ("sounds like a jump in a video game",), every(strikes(0.1, 0.3, 0.003), glides(0.1, 0.25, True)), 0.45),
    "power-up": Effect("square", "200 , 2000 800", "1 , 0 200 700", ("a power-up sound", "a video game power up", "a level up sound", "a retro power-up"), ("sounds like a power-up", "sounds like levelling up"), every(strikes(0.1, 1.0, 0.003), glides(0.1, 0.85, True)), 1.15),
    "game-over": Effect("square", "400 , 80 1000", "1 , 0 200 900", ("a game over sound", "a falling game over sound", "a losing sound", "a sad fail sound"), ("sounds like game over", "sounds like losing a life"), every(strikes(0.1, 1.2, 0.003), glides(0.1, 1.0, False)), 1.35),
    "ping": Effect("sine", "1000", "1 , 0 500", ("a ping", "a ping sound", "a sonar ping", "a submarine ping", "a notification ping", "a radar ping"), ("sounds like a ping", "goes ping"), every(strikes(0.1, 0.58, 0.003), during(0.11, 0.4, has_pitch(1000))), 0.75),
    "drop": Effect("sine", "400 , 1200 60", "1 , 0 60 20", ("a water drop", "a drip", "a drop of water", "a single bubble", "a bubble pop", "a plop"), ("sounds like a water drop", "drips"), every(strikes(0.1, 0.19, 0.003), glides(0.1, 0.17, True)), 0.35),
    "whistle": Effect("sine", "800 , 2000 300 , 800 300 300", "1 , 0 100 500", ("a whistle", "a slide whistle", "a wolf whistle", "a whistle going up and down"), ("whistles up and down", "sounds like a slide whistle"), every(strikes(0.1, 0.72, 0.003), glides(0.1, 0.38, True)), 0.85),
    "buzzer": Effect("sawtooth", "120", "1 , 0 0 800", ("a buzzer", "a quiz buzzer", "a wrong answer buzzer", "a game show buzzer"), ("sounds like a wrong answer buzzer", "buzzes like in a quiz show"), every(during(0.12, 0.88, sounds(0.003)), during(0.95, 1.0, quiet)), 1.05),
    "correct": Effect("sine", "660 , 880 0 150", "1 , 0 400 150", ("a right answer sound", "a correct answer chime", "a success sound", "a ding for a correct answer"), ("sounds like a correct answer",), every(strikes(0.1, 0.63, 0.003), during(0.26, 0.45, has_pitch(880))), 0.75),
    "doorbell": Effect("sine", "659 , 523 0 500", "1 , 0 500 , 1 0 500 , 0 1000 500", ("a doorbell", "a ding-dong", "a ding dong doorbell", "a two-note door chime", "a door bell"), ("rings like a doorbell", "goes ding dong"), every(strikes(0.1, 1.53, 0.003), contains(659, 523, at_least=0.02, width=25)), 1.75),
    "drop-bass": Effect("sine", "300 , 30 1500", "1 , 0 300 1300", ("a bass drop", "a sub drop", "a falling bass", "an 808 bass drop"), ("drops the bass", "sounds like a bass drop"), every(strikes(0.1, 1.68, 0.003), glides(0.1, 1.3, False)), 1.85),
    "spaceship": Effect("sawtooth", "100 , 1500 2000", "0 , 1 300 , 0 300 1700", ("a spaceship taking off", "a rocket launch", "a spaceship lift-off", "a take-off sound"), ("sounds like a spaceship taking off",), every(during(0.3, 1.5, sounds(0.003)), glides(0.2, 2.0, True)), 2.2),
}  # fmt: skip


def effect(draw: Draw) -> Example:
    """A short effect at a click or key."""
    scene = Scene(draw)
    chosen = EFFECTS[draw.one(tuple(EFFECTS))]
    click = press(scene, 0.15)
    bends = "," in chosen.pitch
    level = scene.add("vline~", scene.add(f"msg {chosen.level}", click.source))
    if bends:
        handle = wave(scene, WAVEFORMS[chosen.waveform], "", scene.add("vline~", scene.add(f"msg {chosen.pitch}", click.source)))
    else:
        handle = wave(scene, WAVEFORMS[chosen.waveform], chosen.pitch)
    scene.signal = (scene.add("*~", handle, scene.into(1, level)),)
    if click.agents and draw.chance(0.3):
        # Who asks only for the sound gets the same button.
        bare = tuple(noun for noun in chosen.nouns if noun.split()[1] not in ("drip", "pew"))
        talk = Talk(lambda: draw.one(bare), ("plays", "makes", "synthesizes", "sounds like", "imitates", "generates"), does=chosen.does, asks=("{s} for a game", "sound effect: {s}", "i'm making a game and need {s}", "how would you make {s}?"))
        at_end(scene, talk, ("unsaid",))
        return told(scene, talk, played([(0.1, click.box, click.message)], chosen.check, chosen.seconds, 0.1))
    talk = Talk(lambda: draw.one(chosen.nouns), ("plays", "plays", "makes", "triggers", "sounds like"), click.when, click.agents, [], tuple(f"{text} {{w}}" for text in chosen.does), (),
                ("{s} for a game, {w}", "sound effect: {s}, {w}", "{w} -> {s}", "{s} {w} pls", "i'm making a game and need {s} {w}"))  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "unsaid", "volume"))
    return told(scene, talk, played([(0.1, click.box, click.message)], chosen.check, chosen.seconds, 0.1))


@dataclass(frozen=True, slots=True)
class Signal:
    """A signal that goes on: its tones, its pulse in hertz and share (0: none), and words."""

    tones: tuple[int, ...]
    pulse: float
    share: float
    nouns: tuple[str, ...]


SIGNALS: dict[str, Signal] = {
    "dial-us": Signal((350, 440), 0, 0, ("a dial tone", "a telephone dial tone", "an american dial tone", "the dial tone of a phone", "a dial tone (350 and 440 Hz)")),
    "dial-eu": Signal((425,), 0, 0, ("a european dial tone", "a 425 Hz dial tone", "a german dial tone")),
    "busy": Signal((480, 620), 1, 0.5, ("a busy signal", "a busy tone", "a telephone busy signal", "an engaged tone", "the busy signal of a phone (480 and 620 Hz)")),
    "ring": Signal((440, 480), 0.1667, 0.3333, ("a ringing tone", "a ringback tone", "a phone that rings", "a telephone ringing (2 seconds on, 4 off)", "the ringing you hear when calling someone")),
    "smoke": Signal((3000,), 2, 0.5, ("a smoke alarm", "a smoke detector", "a fire alarm beep", "a smoke detector beeping")),
    "clock": Signal((2000,), 4, 0.5, ("an alarm clock", "an alarm clock beep", "a digital alarm clock", "a bedside alarm")),
    "truck": Signal((1250,), 1, 0.5, ("a truck backing up", "a reversing truck", "the beep of a reversing lorry", "a backup beeper")),
    "alarm": Signal((880,), 2, 0.5, ("an alarm", "an alarm sound", "an alarm tone", "a simple alarm", "a warning alarm")),
    "heart-monitor": Signal((1000,), 1.2, 0.15, ("a heart monitor", "a hospital monitor beep", "a heart rate monitor beeping")),
    "morse": Signal((700,), 6, 0.5, ("fast morse-like beeps", "quick regular beeps like morse dots", "a row of morse dots")),
}  # fmt: skip


def signal(draw: Draw) -> Example:
    """Telephones and alarms that go on."""
    scene = Scene(draw)
    chosen = SIGNALS[draw.one(tuple(SIGNALS))]
    oscillators = [scene.add(f"osc~ {pitch}") for pitch in chosen.tones]
    handle = scene.add("*~ 0.5", scene.add("+~", oscillators[0], scene.into(1, oscillators[1]))) if len(oscillators) > 1 else oscillators[0]
    parts: list[Part] = []
    if chosen.pulse:
        if chosen.pulse >= 1 and draw.chance(0.25):
            box, part = control(scene, "speed", 0.5, 10, chosen.pulse)
            parts.append(part)
            scene.steps.append(Step(box, "10", lambda before, after: True, plain(chosen.pulse)))
            clock = scene.add("phasor~", box)
        else:
            clock = scene.add(f"phasor~ {plain(chosen.pulse)}")
        handle = scene.add("*~", handle, scene.into(1, scene.add(f"expr~ {plain(chosen.share)} > $v1", clock)))
    scene.signal = (handle,)
    talk = Talk(lambda: draw.one(chosen.nouns), ("plays", "plays", "sounds like", "generates", "imitates", "simulates", "makes"), parts=parts, does=("synthesizes {s}",), asks=("i need {s} for a film", "{s} for a theatre play", "sound of {s}"))
    scene.lead = 0.6 if chosen.pulse else 0
    feeds: list[tuple[float, Handle, str]] = []
    at_end(scene, talk, LEVELS)
    if scene.silent:
        starter = scene.steps[0]
        feeds = [(0.05, starter.control, starter.message)]
    low = every(sounds(0.0005), contains(*chosen.tones, at_least=0.05, width=30))
    if chosen.pulse and len(chosen.tones) == 1:
        low = every(low, pulses(max(1, round(2.2 * chosen.pulse)), threshold=0.5, tolerance=1))
    return told(scene, talk, played(feeds, during(0.06, 2.26, low), 2.3))


KEYS = {"1": (697, 1209), "2": (697, 1336), "3": (697, 1477), "4": (770, 1209), "5": (770, 1336), "6": (770, 1477), "7": (852, 1209), "8": (852, 1336), "9": (852, 1477), "*": (941, 1209), "0": (941, 1336), "#": (941, 1477)}


def keypad(draw: Draw) -> Example:
    """Some or all digits of a telephone, each on a button."""
    scene = Scene(draw)
    digits = draw.one(("123", "123", "1234", "456", "2580", "12345", "123456", "19", "789", "12", "110", "369"))
    digits = "".join(dict.fromkeys(digits))
    time = draw.one((100, 100, 150, 200, 200, 250, 300, 500))
    said = draw.chance(0.6)
    time = time if said else 200
    pushes = [scene.add(f'bng "{digit}"') for digit in digits]
    messages = [scene.add(f"msg {KEYS[digit][0]} {KEYS[digit][1]}", push) for digit, push in zip(digits, pushes, strict=True)]
    split = scene.add("unpack f f", *messages)
    both = scene.add("+~", scene.add("osc~", split), scene.into(1, scene.add("osc~", scene.sketch.out(split, 1))))
    gain = scene.add("vline~", scene.add(f"msg 1 , 0 0 {time}", *pushes))
    scene.signal = (scene.add("*~", scene.add("*~ 0.5", both), scene.into(1, gain)),)
    listed = ", ".join(digits[:-1]) + f" and {digits[-1]}"
    long = draw.one((f" for {span(draw, time)}", f", {span(draw, time)} each", f" lasting {span(draw, time)}")) if said else ""
    talk = Talk(
        lambda: "DTMF tones", plain=False,
        does=("plays the DTMF tones of the keys {l} with a button for each{t}", "is a telephone keypad with buttons for {l}{t}", "dials {l} with buttons using touch tones{t}", "makes the phone tones for the digits {l} when I click their buttons{t}", "has buttons for the digits {l} that play their DTMF tones{t}"),
        nouns=("a telephone keypad with the digits {l}{t}", "a DTMF dialler with buttons {l}{t}", "buttons {l} that play touch tones{t}", "a phone keypad ({l}) with DTMF tones{t}"),
        asks=("dtmf keypad, {l}{t}", "phone dial buttons {l} with the right two tones{t}", "i want to dial {l} like on a phone{t}", "how do i make touch tones for {l} with buttons{t}?"), values={"l": lambda: listed, "t": lambda: long},
    )  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "volume"))
    last = digits[-1]
    end = 0.1 + time / 1000
    return told(scene, talk, played([(0.1, pushes[-1], "bang")], every(during(0.105, end - 0.005, contains(*KEYS[last], at_least=0.05, width=30)), during(end + 0.01, end + 0.08, quiet)), end + 0.1, 0.1))


def countdown_alarm(draw: Draw) -> Example:
    """A tone that starts some seconds after a click, for a time, or whose delay is on a control."""
    scene = Scene(draw)
    wait, time, adjustable = draw.one((500, 1000, 1000, 2000, 2000, 3000, 3000, 5000, 5000, 10000)), draw.one((200, 300, 500, 500, 1000, 1000, 2000)), draw.chance(0.3)
    click = press(scene, 0.05)
    chosen_parts: list[Part] = []
    if adjustable:
        box, part = control(scene, "delay", 0, 5000, 1000, said=draw.one(("delay", "delay", "waiting time")), boxed=draw.chance(0.4))
        chosen_parts.append(part)
        later, wait = scene.add("delay 1000", click.source, scene.into(1, box)), 1000
    else:
        later = scene.add(f"delay {wait}", click.source)
    on, off = scene.add("msg 1", later), scene.add("msg 0", scene.add(f"delay {time}", later))
    chosen = tone(scene)
    scene.signal = (scene.add("*~", chosen.handle, scene.into(1, on), scene.into(1, off)),)
    d = lambda: span(draw, wait)  # noqa: E731
    if adjustable:
        does: tuple[str, ...] = ("waits after a click and then plays {v} for {t}", "plays {v} for {t} some time after I click", "delays the start of {v} after a button press, it sounds for {t}")
        nouns: tuple[str, ...] = ("a timer that plays {v} for {t}, started with a button", "{v} of {t} that comes a while after a click")
        asks: tuple[str, ...] = ("i click, wait, then hear {v} for {t}", "timer button, then {v} for {t}")
    else:
        does = ("waits {d} after a click and then plays {v} for {t}", "plays {v} for {t}, {d} after a button is clicked", "starts {v} {d} after I click and stops it {t} later", "plays {v} for {t} with a delay of {d} after the button press")
        nouns = ("a {d} timer that plays {v} for {t}, started with a button", "{v} of {t} that sounds {d} after a click")
        asks = ("i click and {d} later i hear {v} for {t}", "{d} after a click play {v} for {t}", "timer {d}, then {v} for {t}, button", "remind me with {v} ({t}) {d} after i press a button")
    talk = Talk(chosen.noun, plain=False, parts=chosen_parts, does=does, nouns=nouns, asks=asks, values={"v": chosen.noun, "t": lambda: span(draw, time), "d": d})
    at_end(scene, talk, ("unsaid", "unsaid", "volume"))
    begin = 0.1 + wait / 1000
    end = begin + time / 1000
    return told(scene, talk, played([*([(0.05, box, "1000")] if adjustable else []), (0.1, click.box, click.message)], every(during(begin + 0.005, end - 0.005, sounds(0.001)), during(end + 0.01, end + 0.1, quiet)), end + 0.12, begin))


def faster(draw: Draw) -> Example:
    """Two sirens' cousins: an ambulance that alternates by a metro, its tones and time said."""
    scene = Scene(draw)
    low, high = draw.one(((440, 585), (450, 600), (400, 500), (660, 880), (500, 700), (800, 1000), (600, 750)))
    time, start = draw.one((250, 300, 400, 500, 500, 600, 700, 750, 1000)), draw.one(("toggle", "slider"))
    parts: list[Part] = []
    toggle = scene.add('tgl "on"')
    if start == "slider":
        box, part = control(scene, "time", 100, 1000, 500, said=draw.one(("time of each tone", "time per tone", "time between the tones")))
        parts.append(part)
        clock, time = scene.add("metro 500", toggle, scene.into(1, box)), 500
    else:
        clock = scene.add(f"metro {time}", toggle)
    choose = scene.add("sel 1 0", scene.add("tgl", clock))
    tones = scene.add(f"msg {high}", choose), scene.add(f"msg {low}", scene.sketch.out(choose, 1))
    scene.signal = (scene.add("*~", scene.add("osc~", *tones), scene.into(1, toggle)),)
    each = f" every {span(draw, time)}" if not parts else ""
    talk = Talk(
        lambda: draw.one((f"a two-tone siren of {low} and {high} Hz changing{each}", f"an ambulance siren ({low} and {high} Hz) that changes{each}", f"two alternating tones, {hertz(draw, low)} and {hertz(draw, high)}, switching{each}", f"an alarm that jumps between {low} and {high} Hz{each}")).replace(" changing,", ",").removesuffix(" that changes").removesuffix(", switching").removesuffix(" changing"),
        ("plays", "plays", "sounds", "makes"), ("while a toggle is on", "when a toggle is on", "when i switch on a toggle", "as long as a toggle is on", "with an on/off toggle"), ("a toggle that",), parts,
        (f"alternates between {low} and {high} Hz{each} {{w}}",),
    )  # fmt: skip
    at_end(scene, talk, ("unsaid", "unsaid", "volume", "volume"))
    return told(scene, talk, played([(0.1, toggle, "1")], during(0.1, 0.1 + 4 * time / 1000, every(sounds(0.0005), contains(low, high, at_least=0.05, width=15), lambda heard: different(heard[:, : int(44.1 * time)], heard[:, int(44.1 * time) : int(88.2 * time)]))), 0.15 + 4 * time / 1000, 0.1))


SKILLS: dict[str, Skill] = widened({
    "siren": siren, "repeated-beep": beeper, "game-effect": effect, "phone-and-alarm": signal, "touch-tone-keypad": keypad, "delayed-tone": countdown_alarm, "ambulance": faster,
})  # fmt: skip
