"""Effects in time as stages of a chain: delay, echo, reverb, chorus, flanger, comb."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.audio_part import SLIDER_WORDS, Chain, Part
from patchgen_training.skills.audio_units import DELAYS, RATES, hertz, plain, share, span
from patchgen_training.skills.expect_audio import Contrast, is_changed, is_repeated_after
from patchgen_training.skills.sketch import Cord, Handle

Fill = Callable[[], str]
APPLYING = (
    "adds {np}", "applies {np}", "adds {np} to it", "puts {np} on it", "processes it with {np}",
    "passes it through {np}", "sends it through {np}", "runs it through {np}", "uses {np}",
)  # fmt: skip


def spoken(
    chain: Chain, phrases: tuple[str, ...], *, short: tuple[str, ...], does: tuple[str, ...] = (),
    bare: tuple[str, ...] = (), can: tuple[str, ...] = (), values: dict[str, Fill] | None = None, **more: Fill,
) -> Part:  # fmt: skip
    """Words for an effect. Templates name values in braces; {knob} is always there."""
    draw = chain.draw

    def fill(template: str) -> str:
        text = template.replace("{knob}", draw.one(SLIDER_WORDS))
        for name, value in {**(values or {}), **more}.items():
            while "{" + name + "}" in text:
                text = text.replace("{" + name + "}", value(), 1)
        return text

    through = tuple(fill(phrase) for phrase in phrases for _ in range(2))
    applied = tuple(draw.one(APPLYING).format(np=phrase) for phrase in through)
    return Part(
        does=applied + tuple(fill(text) for text in does), through=through, having=through,
        bare=bare, can=tuple(fill(text) for text in can), short=tuple(fill(text) for text in short),
    )  # fmt: skip


def mixed(chain: Chain, dry: Handle | Cord, wet: Handle, check: Contrast) -> None:
    """The dry sound plus the wet one becomes the signal."""
    total = chain.add("+~", dry, chain.into(1, wet))
    chain.contrasts.append((dry, total, check))
    chain.signal = (total,)


def timed(chain: Chain, milliseconds: float) -> Fill:
    """Spells a time."""
    return lambda: span(chain.draw, milliseconds)


def delay(chain: Chain) -> Part:
    """One delayed copy at a time the prompt names."""
    time = chain.draw.one(DELAYS)
    chain.lead = 0.5
    (dry,) = chain.signal
    chain.add("delwrite~ delay 1000", dry)
    mixed(chain, dry, chain.add(f"delread~ delay {time}"), is_repeated_after(time))
    return spoken(
        chain,
        ("a {t} delay", "a delay of {t}", "a single echo after {t}", "one echo after {t}", "a simple {t} delay",
         "a delay line of {t} mixed with the dry sound", "a {t} slapback", "a delay of {t} without feedback"),
        does=("mixes it with a copy delayed by {t}", "adds a copy of it delayed by {t}", "delays it by {t} and mixes both",
              "repeats it once after {t}"),
        short=("{t} delay", "delay {t}", "single echo {t}"), t=timed(chain, time),
    )  # fmt: skip


def pure_delay(chain: Chain) -> Part:
    """The sound later, without the dry one."""
    times = (*DELAYS, 500, 600, 700, 750, 800)
    # After a whole number of periods a delayed tone would look like the tone itself.
    time = chain.draw.one([time for time in times if not chain.frequency or 0.2 < chain.frequency * time / 1000 % 1 < 0.8] or [173])
    chain.lead = 1.0
    (dry,) = chain.signal
    chain.add("delwrite~ delay 1000", dry)
    wet = chain.add(f"delread~ delay {time}")
    chain.contrasts.append((dry, wet, is_changed))
    chain.signal = (wet,)
    return spoken(
        chain,
        ("a pure delay of {t}", "a delay line of {t} without the dry signal", "a {t} delay line, only the delayed sound"),
        does=("delays it by {t}", "delays it by {t}", "outputs it {t} later", "plays it {t} late"),
        short=("delayed by {t}", "delwrite~/delread~ {t}", "{t} late"), t=timed(chain, time),
    )  # fmt: skip


def delay_slider(chain: Chain) -> Part:
    """One delayed copy with a slider for the time."""
    chain.lead = 0.5
    (dry,) = chain.signal
    chain.add("delwrite~ delay 1000", dry)
    control = chain.add('hsl 0 1000 "delay" init:300')
    mixed(chain, dry, chain.add("delread~ delay", control), is_repeated_after(300))
    return spoken(
        chain,
        ("an adjustable delay", "a delay with adjustable time", "a delay with a {knob} for the time",
         "a variable delay", "a delay line with a {knob} for the delay time", "a delay whose time is set by a {knob}"),
        does=("delays it by a time set with a {knob} and mixes both", "mixes it with a copy delayed by an adjustable time"),
        bare=("a delay", "a delay line"), can=("change the delay time with a {knob}", "set the delay time"),
        short=("adjustable delay", "delay w/ time {knob}", "delay, time {knob}"),
    )  # fmt: skip


def feedback_line(chain: Chain, name: str, length: int, time: float, feedback: float) -> tuple[Handle | Cord, Handle]:
    """A delay line that feeds itself: what goes in, and what comes out scaled by the feedback."""
    (dry,) = chain.signal
    line = chain.add(f"delwrite~ {name} {length}", dry)
    wet = chain.add(f"*~ {plain(feedback)}", chain.add(f"delread~ {name} {plain(time)}"))
    chain.sketch.connect(wet, line)
    return dry, wet


def echo(chain: Chain) -> Part:
    """An echo with feedback; 0.5 where the prompt names none."""
    draw = chain.draw
    time, amount, named = draw.one(DELAYS), draw.one((0.3, 0.35, 0.4, 0.45, 0.6, 0.65, 0.7)), draw.chance(0.6)
    amount = amount if named else 0.5
    dry, wet = feedback_line(chain, "echo", 1000, time, amount)
    mixed(chain, dry, wet, is_repeated_after(time))
    chain.lead = 1.0
    values: dict[str, Fill] = {"t": timed(chain, time), "g": lambda: share(draw, amount)}
    if named:
        return spoken(
            chain,
            ("an echo of {t} with {g} feedback", "an echo with a delay time of {t} and a feedback of {g}",
             "a {t} delay with {g} feedback", "a feedback delay of {t} with a feedback of {g}",
             "a delay effect ({t}, feedback {g})", "an echo effect with {t} delay and {g} feedback",
             "a delay line of {t} with a feedback gain of {g}"),
            does=("repeats it every {t} with a feedback of {g}", "echoes it every {t} with {g} feedback"),
            short=("echo {t} feedback {g}", "{t} delay fb {g}", "delay {t}, feedback {g}"), values=values,
        )  # fmt: skip
    return spoken(
        chain,
        ("an echo of {t}", "a {t} echo", "an echo effect with a delay time of {t}", "a {t} delay with feedback",
         "a feedback delay of {t}", "an echo every {t}", "repeating echoes {t} apart"),
        does=("echoes it every {t}", "makes it repeat every {t} and fade away"),
        short=("echo {t}", "{t} echo", "feedback delay {t}"), values=values,
    )  # fmt: skip


def echo_plain(chain: Chain) -> Part:
    """An echo of which the prompt names nothing: 300 ms, 0.5."""
    dry, wet = feedback_line(chain, "echo", 1000, 300, 0.5)
    mixed(chain, dry, wet, is_repeated_after(300))
    chain.lead = 1.0
    return spoken(
        chain,
        ("an echo", "an echo effect", "a delay with feedback", "a feedback delay", "echo", "a delay effect",
         "repeating echoes", "some echo", "a little echo"),
        does=("makes it echo", "lets it echo"), short=("echo", "delay effect", "feedback delay"),
    )  # fmt: skip


def echo_sliders(chain: Chain) -> Part:
    """An echo with sliders for the time, the feedback, or both."""
    draw = chain.draw
    both = draw.chance(0.6)
    time = both or draw.chance(0.5)
    feedback = both or not time
    (dry,) = chain.signal
    line = chain.add("delwrite~ echo 1000", dry)
    tap = (
        chain.add("delread~ echo", chain.add('hsl 10 1000 "time" init:300'))
        if time else chain.add("delread~ echo 300")
    )  # fmt: skip
    wet = (
        chain.add("*~", tap, chain.into(1, chain.add('hsl 0 0.9 "feedback" init:0.5')))
        if feedback else chain.add("*~ 0.5", tap)
    )  # fmt: skip
    chain.sketch.connect(wet, line)
    mixed(chain, dry, wet, is_repeated_after(300))
    chain.lead = 1.0
    what = {(1, 1): "time and feedback", (1, 0): "time", (0, 1): "feedback"}[int(time), int(feedback)]
    plural = "s" if both else ""
    phrases: tuple[str, ...] = ("an echo with adjustable {w}", "a delay effect with feedback and {w} {knob}" + plural if time and not feedback
               else "a delay effect with {w} {knob}" + plural,
               "an echo with {w} control", "an echo effect with variable {w}", "an adjustable echo ({w})")  # fmt: skip
    if both:
        phrases += ("a delay with {knob}s for time and feedback", "an echo whose delay time and feedback are set by {knob}s",
                    "a feedback delay with adjustable delay time and feedback amount")  # fmt: skip
    else:
        phrases += ("an echo with a {knob} for the {w}", "an echo whose {w} is set by a {knob}")
    return spoken(
        chain, phrases, bare=("an echo", "an echo effect"), w=lambda: what,
        can=("change the {w} of the echo", "set the {w} with {knob}s" if both else "set the echo {w} with a {knob}"),
        short=("echo w/ {w} {knob}" + plural, "echo ({w} {knob}" + plural + ")"),
    )  # fmt: skip


def reverb(chain: Chain) -> Part:
    """A small room: four taps of one delay line that feed back together."""
    draw = chain.draw
    (dry,) = chain.signal
    line = chain.add("delwrite~ reverb 200", dry)
    taps = [chain.add(f"delread~ reverb {time}") for time in ("29.7", "37.1", "43.3", "51.9")]
    wet = chain.add("*~ 0.22", *taps)
    chain.sketch.connect(wet, line)
    chain.lead = 0.5
    if draw.chance(0.4):
        amount = chain.add('hsl 0 1 "reverb" init:0.5')
        mixed(chain, dry, chain.add("*~", wet, chain.into(1, amount)), is_changed)
        return spoken(
            chain,
            ("a reverb with adjustable amount", "an adjustable reverb", "a reverb with a {knob} for the amount",
             "a reverb with a wet level {knob}", "a reverb with a {knob} to set how wet it is", "reverb with an amount {knob}"),
            bare=("a reverb", "some reverb"), can=("change the amount of reverb", "set the reverb amount with a {knob}"),
            short=("reverb w/ amount {knob}", "reverb {knob}", "adjustable reverb"),
        )  # fmt: skip
    mixed(chain, dry, wet, is_changed)
    return spoken(
        chain,
        ("a reverb", "reverb", "a simple reverb", "some reverb", "a reverb effect", "a small room reverb", "a basic reverberator",
         "reverberation"),
        does=("makes it sound as if in a room", "puts it in a room"),
        short=("reverb", "simple reverb", "room reverb"),
    )  # fmt: skip


def moving_delay(chain: Chain, name: str, rate: float, depth: str, centre: str, feedback: str, control: bool) -> None:
    """A delay line read at a time that an oscillator moves."""
    (dry,) = chain.signal
    line = chain.add(f"delwrite~ {name} 100", dry)
    speed = chain.add(f'hsl 0 10 "rate" init:{plain(rate)}') if control else None
    sweep = chain.add("osc~", speed) if speed else chain.add(f"osc~ {plain(rate)}")
    wet = chain.add(f"delread4~ {name}", chain.add(f"+~ {centre}", chain.add(f"*~ {depth}", sweep)))
    if feedback:
        chain.sketch.connect(chain.add(f"*~ {feedback}", wet), line)
    mixed(chain, dry, wet, is_changed)


def moving(names: tuple[str, ...], name: str, usual: float, depth: str, centre: str, feedback: str) -> Callable[[Chain], Part]:
    """A chorus or flanger: its rate fixed, unsaid or on a slider."""

    def stage(chain: Chain) -> Part:
        draw = chain.draw
        kind = draw.one(("fixed", "unsaid", "slider"))
        rate = draw.one(tuple(rate for rate in RATES if rate <= 4)) if kind == "fixed" else usual
        moving_delay(chain, name, rate, depth, centre, feedback, kind == "slider")
        values: dict[str, Fill] = {"r": lambda: hertz(draw, rate), "n": lambda: draw.one(names)}
        if kind == "fixed":
            return spoken(
                chain, ("a {n} at {r}", "a {r} {n}", "a {n} with a rate of {r}", "a {n} with an LFO at {r}",
                        "a {n} modulated at {r}", "a {n} with a speed of {r}"),
                short=("{n} {r}", "{r} {n}"), values=values)  # fmt: skip
        if kind == "unsaid":
            return spoken(chain, ("a {n}", "a {n}", "a simple {n}", "some " + name, "a slow {n}" if usual < 1 else "a {n}"),
                          short=("{n}", name), values=values)  # fmt: skip
        return spoken(
            chain, ("a {n} with adjustable rate", "a {n} with a rate {knob}", "a {n} with a {knob} for the speed",
                    "a {n} whose rate is set by a {knob}", "an adjustable {n}", "a {n} with a {knob} for the rate"),
            bare=(f"a {name}", f"a {name} effect"), can=(f"change the rate of the {name}", "set the " + name + " rate with a {knob}"),
            short=("{n} w/ rate {knob}", "{n} with speed {knob}"), values=values)  # fmt: skip

    return stage


chorus = moving(("chorus", "chorus", "chorus effect"), "chorus", 0.5, "3", "20", "")
flanger = moving(("flanger", "flanger", "flanger effect", "flanging effect"), "flanger", 0.2, "2", "4", "0.5")


def phaser(chain: Chain) -> Part:
    """Four first-order all-pass filters swept by a slow sine, mixed with the dry sound."""
    draw = chain.draw
    kind = draw.one(("fixed", "unsaid", "slider"))
    rate = draw.one((0.1, 0.2, 0.25, 0.4, 0.5, 0.6, 0.8, 1, 1.5, 2)) if kind == "fixed" else 0.3
    (dry,) = chain.signal
    speed = chain.add('hsl 0 10 "rate" init:0.3') if kind == "slider" else None
    lfo = chain.add("osc~", speed) if speed else chain.add(f"osc~ {plain(rate)}")
    sweep = chain.add("+~ 0.7", chain.add("*~ 0.2", lfo))
    wet = dry
    for _ in range(4):
        zero = chain.add("rzero_rev~", wet, chain.into(1, sweep))
        wet = chain.add("rpole~", zero, chain.into(1, sweep))
    assert isinstance(wet, int)
    mixed(chain, dry, wet, is_changed)
    values: dict[str, Fill] = {"r": lambda: hertz(draw, rate), "n": lambda: draw.one(("phaser", "phaser effect", "phaser"))}
    if kind == "fixed":
        return spoken(chain, ("a {n} at {r}", "a {r} {n}", "a {n} with a rate of {r}", "a {n} swept at {r}"), short=("phaser {r}",), values=values)
    if kind == "unsaid":
        return spoken(chain, ("a {n}", "a slow {n}", "phasing", "a simple {n}"), short=("phaser", "phasing"), values=values)
    return spoken(
        chain, ("a {n} with adjustable rate", "a {n} with a rate {knob}", "a {n} with a {knob} for the speed"), bare=("a phaser", "a phaser effect"),
        can=("change the phaser rate", "set the speed of the phaser with a {knob}"), short=("phaser w/ rate {knob}",), values=values,
    )  # fmt: skip


def comb(chain: Chain) -> Part:
    """A comb filter: a short delay with feedback."""
    draw = chain.draw
    time, amount = draw.one((2, 2.5, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20)), draw.one((0.5, 0.6, 0.65, 0.7))
    dry, wet = feedback_line(chain, "comb", 100, time, amount)
    mixed(chain, dry, wet, is_changed)
    return spoken(
        chain,
        ("a comb filter of {t} with a feedback of {g}", "a comb filter with a {t} delay and {g} feedback",
         "a {t} comb filter, feedback {g}", "a comb filter (delay {t}, feedback {g})"),
        short=("comb filter {t} fb {g}", "comb {t} {g}"),
        t=lambda: draw.one((f"{plain(time)} ms", f"{plain(time)}ms", f"{plain(time)} milliseconds")), g=lambda: share(draw, amount),
    )  # fmt: skip


def ping_pong(chain: Chain) -> Part:
    """A stereo echo that jumps from left to right."""
    draw = chain.draw
    named = draw.chance(0.7)
    time = draw.one(DELAYS) if named else 300
    (dry,) = chain.signal
    first = chain.add("delwrite~ left 1000", dry)
    left = chain.add(f"delread~ left {time}")
    chain.add("delwrite~ right 1000", left)
    right = chain.add("*~ 0.5", chain.add(f"delread~ right {time}"))
    chain.sketch.connect(right, first)
    one = chain.add("+~", dry, chain.into(1, left))
    two = chain.add("+~", dry, chain.into(1, right))
    chain.contrasts.append((dry, one, is_repeated_after(time)))
    chain.contrasts.append((dry, two, is_repeated_after(2 * time)))
    chain.signal = (one, two)
    chain.lead = 1.0
    if not named:
        return spoken(chain, ("a ping-pong delay", "a ping pong delay", "a stereo ping-pong echo", "an echo that bounces between left and right",
                              "a ping-pong echo"),
                      short=("ping pong delay", "ping-pong echo"))  # fmt: skip
    return spoken(
        chain,
        ("a ping-pong delay of {t}", "a {t} ping pong delay", "a stereo ping-pong echo of {t}", "a ping-pong delay with a delay time of {t}",
         "an echo that bounces between left and right every {t}"),
        short=("ping pong delay {t}", "{t} ping-pong"), t=timed(chain, time),
    )  # fmt: skip


EFFECTS: dict[str, Callable[[Chain], Part]] = {
    "delay": delay, "delay-slider": delay_slider, "echo": echo, "echo-plain": echo_plain,
    "echo-sliders": echo_sliders, "reverb": reverb, "chorus": chorus, "flanger": flanger, "comb": comb,
    "ping-pong": ping_pong, "pure-delay": pure_delay, "phaser": phaser,
}  # fmt: skip
