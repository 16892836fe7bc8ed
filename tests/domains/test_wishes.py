"""What a prompt names and a patch lacks."""

import pytest

from patchgen.domains.patch.codec import decode
from patchgen.domains.patch.wishes import missing

TONE = '1 osc~ 440\n2 hsl 0 1 "volume" init:0.3\n3 *~ < 1 2>1\n4 dac~ < 3 3>1\n'


@pytest.mark.parametrize(
    "prompt",
    [
        "play a 440 Hz sine with a volume slider",
        "Create a Pure Data patch that plays a sine at 0.44 kHz and lets me adjust the volume",
        "hello",
        "",
    ],
)
def test_a_patch_that_has_what_is_named_lacks_nothing(prompt: str) -> None:
    assert missing(prompt, decode(TONE)) == ()


@pytest.mark.parametrize(
    ("prompt", "thing"),
    [
        ("a sine with a toggle", "a toggle"),
        ("a sine of 330 Hz", "the number 330"),
        ("white noise", "noise"),
        ("print the absolute value", "an absolute value"),
        ("print the absolute value", "a print to the console"),
        ("a 440 Hz sine through a low-pass filter", "a low-pass filter"),
    ],
)
def test_a_thing_that_is_named_and_not_there_is_told(prompt: str, thing: str) -> None:
    assert thing in missing(prompt, decode(TONE))


@pytest.mark.parametrize(
    ("prompt", "notation"),
    [
        ("delay a number by 2 seconds", "1 number\n2 pipe 2000 < 1\n3 number < 2\n"),
        ("ticks at 120 bpm", "1 tgl\n2 metro 500 < 1\n3 bng < 2\n"),
        ("a random number from 5 to 10", "1 bng\n2 random 6 < 1\n3 + 5 < 2\n4 number < 3\n"),
    ],
)
def test_numbers_count_in_other_units_too(prompt: str, notation: str) -> None:
    assert missing(prompt, decode(notation)) == ()


@pytest.mark.parametrize(
    ("prompt", "thing"),
    [
        ("adds the values of two sliders", "2 sliders"),
        ("four toggles, one for each step", "4 toggles"),
        ("a button that counts and a second button to reset", "2 buttons"),
        ("shows it in 3 number boxes", "3 number boxes"),
    ],
)
def test_too_few_controls_are_told(prompt: str, thing: str) -> None:
    one_each = decode("1 bng\n2 tgl\n3 hsl 0 1\n4 number < 3\n")

    assert thing in missing(prompt, one_each)


def test_a_number_before_other_words_counts_no_controls() -> None:
    buttons = decode("1 bng\n2 bng\n3 msg 5 < 1\n4 msg -5 < 2\n5 number < 3 4\n")

    assert missing("nudges a number box by 5 with buttons for up and down", buttons) == ()


def test_things_inside_a_subpatch_count() -> None:
    inner = "1 inlet\n2 sqrt < 1\n3 outlet < 2\n"
    inside = decode(f"1 number\n2 pd root < 1 {{\n{inner}}}\n3 print < 2\n")

    assert missing("print the square root of a number", inside) == ()
