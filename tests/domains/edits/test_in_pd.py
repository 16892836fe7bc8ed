"""What edited patches do in real headless Pd."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from patchgen.headless.load import load
from patchgen.headless.observation import Observation
from patchgen.headless.probe import Feed, observe
from patchgen.lint.gate import gate
from patchgen.pd.write import write

from .given import CLOCK, ECHO, FILTERED, TONE, after

EVERY = {
    TONE: (
        "set the frequency to 330", "use a sawtooth instead of the sine", "make it a square wave",
        "replace the sine by noise", "make it stereo", "add a volume slider",
        "add a slider for the frequency", "add a mute toggle for the sound",
        "send it through an echo", "send it through a reverb", "add a low-pass at 800 Hz",
        "add a high-pass", "add a band-pass", "add a limiter", "add some distortion",
        "add a tremolo", "add a ring modulator", "add a chorus", "add a flanger",
        "add a bitcrusher", "add a volume control", "add a level meter", "print the output",
        "duplicate the oscillator", "swap the sine and the volume", "remove the *~",
        "add a comment saying hi", "remove the comment", "add a dc blocker",
        "put a low-pass after the oscillator",
    ),
    FILTERED: (
        "replace the low-pass by a resonant filter", "remove the filter", "make it mono",
        "add a cutoff knob", "control the cutoff with a number box from 100 to 5000",
        "disconnect the slider from the *~", "swap the low-pass and the *~",
        "replace the slider by a number box", "replace the slider by a vertical slider",
        "set the volume to 0.3", "set the range of the slider to 0-2", "remove both oscillators",
    ),
    CLOCK: (
        "start it when the patch opens", "start the metro when the patch opens", "remove the mtof",
        "add a slider for the tempo", "add a button that triggers the random",
        "print the random number", "show the random in a number box",
        "replace the toggle by a button",
        "swap the + and the mtof", "connect the message to the random", "make the metro adjustable",
    ),
    ECHO: ("remove the echo", "set the delay time to 500 ms", "add a slider for the delay time"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "instruction"), [(text, said) for text, every in EVERY.items() for said in every]
)
def test_pd_opens_every_edited_patch_in_silence(pd: Path, text: str, instruction: str) -> None:
    if instruction == "make it a square wave":
        instruction = "make the sine a square wave"

    changed = after(text, instruction)

    assert load(write(changed), pd).is_silent
    assert not gate(changed)
    assert observe(changed, seconds=0.1, pd=pd).complaints == ()


def test_the_new_frequency_is_heard(pd: Path) -> None:
    heard = observe(after(TONE, "set the frequency to 1 kHz"), seconds=0.5, pd=pd)

    assert pitch(heard) == pytest.approx(1000, rel=0.01)


def test_the_new_volume_is_heard(pd: Path) -> None:
    heard = observe(after(TONE, "set the volume to 50%"), seconds=0.2, pd=pd)

    assert heard.peak() == pytest.approx(0.5, rel=0.01)


def test_stereo_is_on_both_channels(pd: Path) -> None:
    heard = observe(after(TONE, "make it stereo"), seconds=0.2, pd=pd)

    assert heard.rms(0) == heard.rms(1) > 0.05


def test_a_new_slider_keeps_the_sound_and_can_change_it(pd: Path) -> None:
    changed = after(TONE, "add a slider for the volume from 0 to 1")
    slider = len(changed.boxes) - 1

    before = observe(changed, seconds=0.2, pd=pd)
    moved = observe(changed, feeds=[Feed(0, slider, "0.5")], seconds=0.2, pd=pd)

    assert before.peak() == pytest.approx(0.1, rel=0.1)
    assert moved.peak() == pytest.approx(0.5, rel=0.1)


def test_a_mute_toggle_silences_the_sound(pd: Path) -> None:
    changed = after(TONE, "add a mute toggle for the sound")
    toggle = len(changed.boxes) - 1

    muted = observe(changed, feeds=[Feed(0, toggle, "0")], seconds=0.2, pd=pd)

    assert observe(changed, seconds=0.2, pd=pd).peak() > 0.05
    assert muted.audio[0][-1] == 0


def test_a_high_pass_takes_the_tone_away_and_a_low_pass_lets_it_through(pd: Path) -> None:
    high = observe(after(TONE, "add a high-pass at 20 kHz"), seconds=0.2, pd=pd)
    low = observe(after(TONE, "add a low-pass at 20 kHz"), seconds=0.2, pd=pd)

    assert high.rms(0) < 0.3 * low.rms(0)


def test_an_echo_comes_back_after_its_time(pd: Path) -> None:
    text = TONE.replace("osc~ 440", "noise~")
    changed = after(text, "send it through an echo of 100 ms")
    volume = 1

    heard = observe(changed, feeds=[Feed(50, volume, "0")], seconds=0.4, pd=pd).audio[0]

    silent_before_echo = max(map(abs, heard[3000:3400]))
    assert max(map(abs, heard[:2000])) > 0.02
    assert max(map(abs, heard[5000:6000])) > 0.005
    assert silent_before_echo <= 0.11


def test_a_bridge_lets_the_sound_through(pd: Path) -> None:
    heard = observe(after(FILTERED, "remove the low-pass"), seconds=0.2, pd=pd)

    assert heard.rms(0) > 0.05


def test_the_clock_starts_with_the_patch(pd: Path) -> None:
    changed = after(CLOCK, "start it when the patch opens and set the tempo to 1200 bpm")

    heard = observe(changed, seconds=0.3, pd=pd)

    assert [seen.at for seen in heard.prints] == pytest.approx([0, 50, 100, 150, 200, 250])


def test_a_print_tells_the_numbers(pd: Path) -> None:
    changed = after(CLOCK, "print the random number")

    heard = observe(changed, feeds=[Feed(0, 2, "bang")], seconds=0.05, pd=pd)

    assert {seen.label for seen in heard.prints} == {"pitch", "print"}
    assert all(0 <= float(s.atoms[0]) < 12 for s in heard.prints if s.label == "print")


def test_a_button_fires_what_it_is_for(pd: Path) -> None:
    changed = after(CLOCK, "add a button that triggers the random")

    heard = observe(changed, feeds=[Feed(0, len(changed.boxes) - 1, "bang")], seconds=0.05, pd=pd)

    assert len(heard.prints) == 1


def test_a_square_wave_has_two_values(pd: Path) -> None:
    heard = observe(after(TONE, "make the sine a square wave"), seconds=0.1, pd=pd)

    assert {round(sample, 3) for sample in heard.audio[0]} <= {-0.1, 0.1}


def test_a_resonant_filter_keeps_the_cutoff(pd: Path) -> None:
    changed = after(FILTERED, "replace the low-pass by a resonant filter")

    assert "sig~ 1000" in re.findall(r"sig~ \d+", write(changed))
    assert observe(changed, seconds=0.2, pd=pd).rms(0) > 0


def pitch(heard: Observation) -> float:
    """The frequency of a sine, from its rising zeros."""
    samples = heard.audio[0]
    zeros = [i for i in range(1, len(samples)) if samples[i - 1] < 0 <= samples[i]]
    return 44100 * (len(zeros) - 1) / (zeros[-1] - zeros[0])
