"""Instructions: what is read as an edit, and what is left to the model."""

from __future__ import annotations

import pytest

from patchgen.domains.patch.edits.operations import (
    AddComment,
    AddControl,
    Channels,
    Duplicate,
    Insert,
    Join,
    Remove,
    Rename,
    Replace,
    SetMessage,
    SetRange,
    SetValue,
    Show,
    StartWithPatch,
    Swap,
)
from patchgen.domains.patch.edits.quantity import Quantity
from patchgen.domains.patch.edits.read import read

SAID = {
    SetValue: (
        "change the frequency to 330", "make the metro 250 ms", "set the cutoff to 2 kHz",
        "Please set the tempo to 120 bpm.", "the metro should be 250 ms", "frequency 330",
        "use 330 Hz for the frequency", "change 440 to 330", "change the frequency from 440 to 330",
        "give the filter a cutoff of 2 kHz", "double the tempo", "make it twice as fast",
        "transpose it up an octave", "raise the volume by 6 dB", "play at 120 bpm",
        "lower the cutoff by 20%", "delay time: 300 ms", "turn the volume down to 0.1",
    ),
    Replace: (
        "use a sawtooth instead of the sine", "replace the low-pass by a high-pass",
        "mtof instead of ftom", "change the oscillator to a sawtooth", "turn the sine into noise",
        "make the oscillator a square wave", "replace osc~ 440 with phasor~ 220",
        "the filter should be a band-pass",
    ),
    Remove: (
        "remove the delay", "take out the print", "get rid of the filter", "without the filter",
        "could you please delete the second oscillator?", "I don't need the slider",
    ),
    AddControl: (
        "add a slider for the volume", "control the cutoff with a number box from 100 to 5000",
        "add a toggle that starts the metro", "add a volume slider", "make the cutoff adjustable",
        "I want to control the volume with a slider", "add a cutoff knob from 100 to 5000",
        "can you add a slider that controls the frequency from 100 to 1000?",
        "give the oscillator a slider",
    ),
    StartWithPatch: (
        "start it when the patch opens", "start automatically", "add a loadbang",
        "when the patch opens, start the metro", "make the metro start by itself",
    ),
    Insert: (
        "send it through an echo", "add reverb",
        "add a low-pass filter at 800 Hz before the output",
        "add a volume control", "give it a 300 ms echo", "put a low-pass after the oscillator",
        "run the oscillator through a high-pass", "add an 800 Hz low-pass", "add some distortion",
    ),
    Show: (
        "print the result", "show the frequency", "add a number box that shows the frequency",
        "add a level meter", "add a print for the random", "print the notes to the console",
    ),
    Rename: (
        "rename the slider to cutoff", 'label the slider "pitch bend"',
        'change the comment to "hello world"', "change the label of the slider to pitch",
    ),
    SetMessage: ("change the message to 1 2 3", "make the message box 440 say 550"),
    SetRange: (
        "set the range of the slider to 0-1", "let the slider go from 100 to 1000",
        "limit the number box to 0..127", "set the slider's maximum to 500",
    ),
    Swap: ("swap the sine and the noise", "exchange the filter and the volume"),
    Duplicate: ("duplicate the oscillator", "add a second oscillator at 220 Hz"),
    Join: ("connect the slider to the cutoff", "disconnect the lfo from the filter",
           "delete the connection between the slider and the oscillator"),
    Channels: ("make it stereo", "make it mono", "play it on both channels"),
    AddComment: ('add a comment "hello there"', "add a comment saying hello there"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("instruction", "kind"), [(said, kind) for kind, every in SAID.items() for said in every]
)
def test_a_definite_change_is_read(instruction: str, kind: type) -> None:
    found = read(instruction)

    assert found is not None
    assert [type(operation) for operation in found] == [kind]


@pytest.mark.parametrize(
    "instruction",
    [
        "make the sound warmer", "make it more interesting", "turn it into a drum machine",
        "add a melody", "add a slider", "surprise me", "make it sound like a bell", "",
        "replace the sine by a more interesting sound", "set the mood to happy",
    ],
)  # fmt: skip
def test_what_says_no_definite_change_is_left_to_the_model(instruction: str) -> None:
    assert read(instruction) is None


def test_several_changes_are_read_in_their_order() -> None:
    found = read("set the frequency to 330, remove the print and then make it stereo")

    assert found is not None
    assert [type(operation) for operation in found] == [SetValue, Remove, Channels]


def test_an_and_inside_a_change_does_not_part_it() -> None:
    assert read("change the message to play and stop") == (SetMessage("message", "play and stop"),)


def test_range_start_and_label_of_a_control_are_heard() -> None:
    found = read("add a slider labelled pitch for the frequency from 100 to 1000 starting at 200")

    low, high, start = map(Quantity, (100, 1000, 200))
    assert found == (AddControl("slider", "the frequency", low, high, start, "pitch"),)
