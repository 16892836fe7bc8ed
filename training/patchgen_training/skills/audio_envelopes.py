"""Skills: sounds that begin and end: decays, attacks and releases, gates, fades, repeated notes."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.audio_scene import Scene, finish, played
from patchgen_training.skills.audio_sources import NOISES, WAVEFORMS, coloured, wave
from patchgen_training.skills.audio_units import SPANS, TONES, an, hertz, plain, span
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio_time import (
    during,
    every,
    falls,
    glides,
    onsets,
    quiet,
    rises,
    sounds,
    strikes,
)
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sketch import Handle

Fill = Callable[[], str]
QUICK = (20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 200)
"""Milliseconds of attacks."""
SLOW = (100, 120, 150, 180, 200, 250, 300, 350, 400, 450, 500, 600, 700, 750, 800, 900, 1000, 1200, 1500)
"""Milliseconds of decays and releases."""
FADES = tuple(time for time in SPANS if time >= 500)
BUTTON = ("button", "button", "button", "bang", "bang button")


def source(scene: Scene, noises: float = 0.25) -> tuple[Handle, Fill]:
    """An oscillator at a named frequency, or a noise, with its noun phrase."""
    draw = scene.draw
    if draw.chance(noises):
        kind = NOISES[draw.one(("white", "pink", "brown"))]
        return coloured(scene, kind), lambda: draw.one(kind.nouns[:4])
    waveform, frequency = WAVEFORMS[draw.one(tuple(WAVEFORMS))], draw.one(TONES)
    if draw.chance(0.2):
        handle = wave(scene, waveform, "440")
        return handle, lambda: an(draw.one(waveform.nouns))
    handle = wave(scene, waveform, plain(frequency))
    return handle, lambda: draw.one(("a {f} {n}", "a {f} {n}", "{an} at {f}", "{an} of {f}")).format(
        f=hertz(draw, frequency), n=draw.one(waveform.nouns), an=an(draw.one(waveform.nouns))
    )


def shaped(scene: Scene, sound: Handle, envelope: Handle) -> None:
    """The sound times an envelope."""
    scene.signal = (scene.add("*~", sound, scene.into(1, envelope)),)


def decay(draw: Draw) -> Example:
    """A button, then a sound that dies away."""
    scene = Scene(draw)
    time = draw.one(SLOW)
    button = scene.add("bng")
    envelope = scene.add("line~", scene.add(f"msg 1 , 0 {time}", button))
    handle, noun = source(scene)
    shaped(scene, handle, envelope)
    return finish(
        scene,
        ("plays {s} that decays in {t} when a {b} is pressed", "plays {s} with a decay of {t} each time I press a {b}",
         "triggers {s} with a {t} decay envelope from a {b}", "lets {s} fade out over {t} after a {b} press",
         "makes a short note of {s} that dies away in {t} on every {b} press",
         "starts {s} at full level on a {b} and lets it decay over {t}"),
        ("{s} with a {t} decay triggered by a {b}", "{s} with a percussive decay of {t} and a {b}", "a {b} that plays {s} with {t} of decay",
         "a {b} which triggers {s} decaying in {t}"),
        ("hit a {b}, hear {s} die away in {t}", "when I press the {b} {s} should sound and decay over {t}",
         "how do i make {s} decay over {t} when i press a {b}?", "press {b} -> {s}, {t} decay"),
        check=played([(0.1, button, "bang")], strikes(0.1, 0.1 + 0.9 * time / 1000), 0.25 + time / 1000, 0.1),
        s=noun, t=lambda: span(draw, time), b=lambda: draw.one(BUTTON),
    )  # fmt: skip


def attack_release(draw: Draw) -> Example:
    """A button, then a rise and a fall."""
    scene = Scene(draw)
    attack, release = draw.one(QUICK), draw.one(SLOW)
    button = scene.add("bng")
    envelope = scene.add("vline~", scene.add(f"msg 1 {attack} , 0 {release} {attack}", button))
    handle, noun = source(scene)
    shaped(scene, handle, envelope)
    end = 0.1 + (attack + release) / 1000
    return finish(
        scene,
        ("plays {s} with an attack of {a} and a release of {r} when a {b} is pressed", "shapes {s} with an envelope: {a} attack, {r} release, started by a {b}",
         "triggers an attack-release envelope ({a} up, {r} down) on {s} with a {b}", "fades {s} in over {a} and out over {r} at each {b} press",
         "uses vline~ to give {s} an attack of {a} and a decay of {r} on bang"),
        ("{s} with an attack-release envelope ({a} / {r}) and a {b}", "an AR envelope on {s}: attack {a}, release {r}, triggered by a {b}",
         "{s} with {a} attack and {r} release, triggered by a {b}", "{s} with a {a} attack and a {r} decay on a {b}"),
        ("on bang: {s}, attack {a}, release {r}", "press the {b} and {s} swells in {a} then fades out in {r}",
         "how can I put an envelope with {a} attack and {r} release on {s}? triggered with a {b}"),
        check=played([(0.1, button, "bang")], every(strikes(0.1, end), during(0.1, 0.1 + attack / 1000, rises(0, attack / 1000))
                                                      if attack >= 60 else sounds()), end + 0.15, 0.1),
        s=noun, a=lambda: span(draw, attack), r=lambda: span(draw, release), b=lambda: draw.one(BUTTON),
    )  # fmt: skip


def adsr(draw: Draw) -> Example:
    """A toggle as the key: attack, decay to a sustain, release."""
    scene = Scene(draw)
    attack, fall, release = draw.one(QUICK), draw.one((50, 80, 100, 120, 150, 200, 250, 300)), draw.one(SLOW)
    sustain = draw.one((0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7))
    handle, noun = source(scene, 0.1)
    toggle = scene.add('tgl "note"')
    switch = scene.add("sel 1 0", toggle)
    on = scene.add(f"msg 1 {attack} , {sustain:g} {fall} {attack}", switch)
    off = scene.add(f"msg 0 {release}", scene.sketch.out(switch, 1))
    shaped(scene, handle, scene.add("vline~", on, off))
    held = 0.1 + (attack + fall) / 1000 + 0.2
    return finish(
        scene,
        ("plays {s} with an ADSR envelope (attack {a}, decay {d}, sustain {l}, release {r}) gated by a toggle",
         "applies an ADSR envelope to {s}: {a} attack, {d} decay, {l} sustain level and {r} release, with a toggle for note on and off",
         "shapes {s} with an ADSR of {a}, {d}, {l} and {r}, switched by a toggle",
         "uses a toggle as note on/off for {s} with attack {a}, decay {d}, sustain {l} and release {r}"),
        ("an ADSR envelope on {s} with attack {a}, decay {d}, sustain {l}, release {r} and a note toggle",
         "{s} with an ADSR ({a}, {d}, {l}, {r}) and a toggle to hold the note", "an ADSR ({a} / {d} / {l} / {r}) for {s}, gated by a toggle"),
        ("ADSR {a} {d} {l} {r} on {s}, toggle gates it", "how do i make an adsr for {s}? attack {a} decay {d} sustain {l} release {r}, toggle for the key"),
        check=played([(0.1, toggle, "1"), (held, toggle, "0")],
                     every(during(held - 0.1, held, sounds()), during(held + release / 1000, held + release / 1000 + 0.1, quiet),
                           falls(held - 0.02, held + 0.9 * release / 1000)), held + release / 1000 + 0.2, 0.1),
        s=noun, a=lambda: span(draw, attack), d=lambda: span(draw, fall), r=lambda: span(draw, release), l=lambda: f"{sustain:g}",
    )  # fmt: skip


def gate(draw: Draw) -> Example:
    """A toggle that fades a sound in and out."""
    scene = Scene(draw)
    same = draw.chance(0.4)
    up = draw.one(SLOW)
    down = up if same else draw.one(SLOW)
    handle, noun = source(scene)
    toggle = scene.add('tgl "on"')
    if same:
        ramp = scene.add(f"msg $1 {up}", toggle)
        shaped(scene, handle, scene.add("line~", ramp))
        does: tuple[str, ...] = (
            "fades {s} in and out over {a} with a toggle", "turns {s} on and off with a toggle, fading over {a}",
            "switches {s} smoothly with a toggle and a ramp of {a}", "uses a toggle and line~ to fade {s} in or out in {a}")  # fmt: skip
        nouns: tuple[str, ...] = ("{s} with a toggle that fades it in and out in {a}", "{s} with a soft on/off toggle ({a} fade)",
                                  "a toggle that fades {s} in and out over {a}")  # fmt: skip
        asks: tuple[str, ...] = ("toggle on: {s} fades in over {a}, toggle off: fades out over {a}",
                                 "how do I avoid clicks when i switch {s} on and off? use a {a} fade")  # fmt: skip
    else:
        switch = scene.add("sel 1 0", toggle)
        on, off = scene.add(f"msg 1 {up}", switch), scene.add(f"msg 0 {down}", scene.sketch.out(switch, 1))
        shaped(scene, handle, scene.add("line~", on, off))
        does = ("fades {s} in over {a} when a toggle is on and out over {r} when it is off", "gates {s} with a toggle, attack {a} and release {r}",
                "plays {s} while a toggle is on, with an attack of {a} and a release of {r}", "turns {s} on in {a} and off in {r} with a toggle")  # fmt: skip
        nouns = ("{s} gated by a toggle with {a} attack and {r} release", "{s} with a toggle: {a} fade in, {r} fade out",
                 "a toggle that brings {s} in over {a} and out over {r}")  # fmt: skip
        asks = ("toggle on -> {s} fades in {a}, off -> fades out {r}", "I want a toggle that starts {s} with a {a} attack and stops it with a {r} release")
    top = 0.1 + up / 1000 + 0.15
    return finish(
        scene, does, nouns, asks,
        check=played([(0.1, toggle, "1"), (top, toggle, "0")],
                     every(rises(0.1, 0.1 + up / 1000), falls(top, top + down / 1000), during(top + down / 1000 + 0.02, top + down / 1000 + 0.1, quiet)),
                     top + down / 1000 + 0.15, 0.1),
        s=noun, a=lambda: span(draw, up), r=lambda: span(draw, down),
    )  # fmt: skip


def fade_in(draw: Draw) -> Example:
    """A sound that comes in slowly, at a button or when the patch opens."""
    scene = Scene(draw)
    time = draw.one(FADES)
    handle, noun = source(scene)
    by_button = draw.chance(0.7)
    start = scene.add("bng") if by_button else scene.add("loadbang")
    shaped(scene, handle, scene.add("line~", scene.add(f"msg 0 , 1 {time}", start)))
    begin = 0.1 if by_button else 0.0
    feeds = [(0.1, start, "bang")] if by_button else []
    if by_button:
        does: tuple[str, ...] = ("fades in {s} over {t} when a {b} is pressed", "brings {s} in slowly over {t} after a {b}", "does a fade in of {t} on {s} with a {b}",
                                 "raises the level of {s} from 0 to 1 in {t} when I press a {b}")  # fmt: skip
        nouns: tuple[str, ...] = ("a {t} fade in of {s} with a {b}", "{s} with a fade-in {b} of {t}", "a {b} that fades {s} in over {t}")
        asks: tuple[str, ...] = ("press {b}: {s} fades in over {t}", "how do I fade in {s} over {t} with a {b}?", "fade in {s}, {t}, {b} to start")
    else:
        does = ("fades in {s} over {t} when the patch is opened", "starts {s} automatically with a fade in of {t}", "fades {s} in over {t} at startup",
                "slowly raises {s} from silence to full level in {t} on load")  # fmt: skip
        nouns = ("{s} that fades in over {t} on loading", "{s} with an automatic {t} fade in at startup", "a {t} fade in of {s} when the patch loads")
        asks = ("{s} should fade in over {t} as soon as the patch opens", "on load fade in {s} in {t}")
    return finish(
        scene, does, nouns, asks,
        check=played(feeds, rises(begin, begin + min(time, 3000) / 1000), begin + min(time, 3000) / 1000 + 0.1, begin),
        s=noun, t=lambda: span(draw, time), b=lambda: draw.one(BUTTON),
    )  # fmt: skip


def fade_out(draw: Draw) -> Example:
    """A sound that plays until a button fades it out."""
    scene = Scene(draw)
    time = draw.one(FADES)
    handle, noun = source(scene)
    full = scene.add("msg 1", scene.add("loadbang"))
    button = scene.add("bng")
    shaped(scene, handle, scene.add("line~", full, scene.add(f"msg 0 {time}", button)))
    end = 0.3 + time / 1000
    return finish(
        scene,
        ("fades out {s} over {t} when a {b} is pressed", "plays {s} and fades it out in {t} with a {b}", "does a {t} fade out of {s} on a {b}",
         "lowers {s} from full level to silence over {t} when I press a {b}"),
        ("a {t} fade out of {s} with a {b}", "{s} with a fade-out {b} of {t}", "{s} and a {b} that fades it out over {t}"),
        ("press {b}: {s} fades out over {t}", "how do I fade out {s} over {t} with a {b}?", "{s} playing, {b} to fade out in {t}"),
        check=played([(0.3, button, "bang")], every(during(0.1, 0.3, sounds()), falls(0.3, end), during(end + 0.02, end + 0.1, quiet)), end + 0.15),
        s=noun, t=lambda: span(draw, time), b=lambda: draw.one(BUTTON),
    )  # fmt: skip


def fades(draw: Draw) -> Example:
    """Two buttons, one for each way."""
    scene = Scene(draw)
    up = draw.one(FADES)
    down = up if draw.chance(0.4) else draw.one(FADES)
    handle, noun = source(scene)
    start, stop = scene.add('bng "fade_in"'), scene.add('bng "fade_out"')
    shaped(scene, handle, scene.add("line~", scene.add(f"msg 1 {up}", start), scene.add(f"msg 0 {down}", stop)))
    top = 0.1 + up / 1000 + 0.1
    return finish(
        scene,
        ("has one button to fade {s} in over {a} and another to fade it out over {r}", "fades {s} in ({a}) and out ({r}) with two buttons",
         "lets me fade {s} in over {a} and out over {r} with two bangs", "uses a fade in button ({a}) and a fade out button ({r}) for {s}"),
        ("{s} with a fade in button ({a}) and a fade out button ({r})", "two buttons that fade {s} in over {a} and out over {r}",
         "{s} with buttons for a {a} fade in and a {r} fade out"),
        ("fade in {a} / fade out {r} buttons for {s}", "I want two buttons: one fades {s} in over {a}, the other fades it out over {r}"),
        check=played([(0.1, start, "bang"), (top, stop, "bang")], every(rises(0.1, 0.1 + up / 1000), falls(top, top + down / 1000)),
                     top + down / 1000 + 0.1, 0.1),
        s=noun, a=lambda: span(draw, up), r=lambda: span(draw, down),
    )  # fmt: skip


def repeated(draw: Draw) -> Example:
    """A toggle, a metronome, and a note that decays each time."""
    scene = Scene(draw)
    beats = draw.chance(0.4)
    tempo = draw.one((60, 75, 80, 100, 120, 150, 200, 240))
    period = 60000 // tempo if beats else draw.one((150, 180, 200, 225, 250, 275, 300, 333, 350, 400, 450, 500, 600, 650, 750, 800, 1000))
    length = draw.one(tuple(time for time in (40, 50, 60, 80, 100, 120, 150, 200, 250, 300) if time <= 0.8 * period))
    handle, noun = source(scene)
    toggle = scene.add('tgl "on"')
    clock = scene.add(f"metro {period}", toggle)
    shaped(scene, handle, scene.add("line~", scene.add(f"msg 1 , 0 {length}", clock)))
    count = 4
    each: Fill = lambda: draw.one(("at {x}", "at a tempo of {x}")).format(x=draw.one((f"{tempo} bpm", f"{tempo} BPM", f"{tempo} beats per minute"))) if beats else draw.one((f"every {span(draw, period)}", f"once every {span(draw, period)}"))  # noqa: E731
    return finish(
        scene,
        ("plays {s} {e} with a decay of {t}, started by a toggle", "repeats a {t} note of {s} {e} while a toggle is on",
         "uses a metro to trigger {s} {e}, each decaying in {t}, with a toggle to run it", "pulses {s} {e} with {t} decays and a start/stop toggle"),
        ("{s} pulsing {e} with {t} decay and a toggle", "a metro driven {t} decay on {s} {e} with a start toggle", "repeating {t} notes of {s} {e} with an on/off toggle"),
        ("{s} {e}, {t} decay, toggle to start", "I want {s} to be struck {e} and decay in {t}, with a toggle to start and stop"),
        check=played([(0.1, toggle, "1")], onsets(count), 0.1 + (count - 0.5) * period / 1000, 0.1),
        s=noun, e=each, t=lambda: span(draw, length),
    )  # fmt: skip


def filter_envelope(draw: Draw) -> Example:
    """A button that opens a filter and lets it close."""
    scene = Scene(draw)
    top, low, time = draw.one((2000, 2500, 3000, 4000, 5000, 6000)), draw.one((100, 150, 200, 250, 300)), draw.one(SLOW)
    waveform, frequency = WAVEFORMS[draw.one(("sawtooth", "square"))], draw.one((55, 65, 73, 82, 98, 110, 130, 147, 165, 196, 220))
    handle = wave(scene, waveform, plain(frequency))
    button = scene.add("bng")
    sweep = scene.add("line~", scene.add(f"msg {top} , {low} {time}", button))
    voice = scene.add("vcf~ 3", handle, scene.into(1, sweep))
    scene.signal = (scene.sketch.out(voice, 1),)
    return finish(
        scene,
        ("sweeps a resonant low-pass filter on {s} from {h} down to {l} over {t} when a {b} is pressed", "plays {s} through a filter whose cutoff drops from {h} to {l} in {t} on a {b}",
         "has a {b} that triggers a filter envelope from {h} to {l} in {t} on {s}", "opens a low-pass on {s} to {h} with a {b} and closes it to {l} over {t}"),
        ("a filter envelope on {s} from {h} to {l} in {t} triggered by a {b}", "{s} with a low-pass sweep from {h} to {l} over {t} on a {b}"),
        ("filter sweep {h} to {l} in {t} on {s}, {b} triggers it", "how do i sweep the cutoff from {h} to {l} over {t} on {s} with a {b}?"),
        check=played([(0.1, button, "bang")], every(during(0.1, 0.3, sounds()), glides(0.1, 0.1 + time / 1000, False)), 0.2 + time / 1000),
        s=lambda: an(f"{hertz(draw, frequency)} {draw.one(waveform.nouns)}") if frequency != 82 else f"an {hertz(draw, 82)} {draw.one(waveform.nouns)}",
        h=lambda: hertz(draw, top), l=lambda: hertz(draw, low), t=lambda: span(draw, time), b=lambda: draw.one(BUTTON),
    )  # fmt: skip


SKILLS: dict[str, Skill] = widened({
    "decay": decay, "attack-release": attack_release, "adsr": adsr, "gate": gate, "fade-in": fade_in, "fade-out": fade_out,
    "fade-in-and-out": fades, "repeated-note": repeated, "filter-envelope": filter_envelope,
})  # fmt: skip
