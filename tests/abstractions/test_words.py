"""What is said to [patchgen] arrives in the daemon as it was meant."""

from __future__ import annotations

import pytest

from .conftest import OpenPd
from .fake_daemon import FakeDaemon
from .pd_session import free_port


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("make a drone \\, slow and dark \\, please", "make a drone , slow and dark , please"),
        ("prompt make a drone \\, slow", "make a drone , slow"),
        ("prompt list the notes of a chord", "list the notes of a chord"),
        ("prompt bang the drum slowly", "bang the drum slowly"),
        ("prompt float above the noise", "float above the noise"),
        ("prompt symbol of peace", "symbol of peace"),
        ("prompt pointer to a drone", "pointer to a drone"),
        ("prompt set free", "set free"),
        ("prompt random", "random"),
        ("list of chords \\, in a row", "list of chords , in a row"),
        ("list create a drone", "create a drone"),
        ("symbol drone", "drone"),
        ("3 sine waves at 440 and 0.25", "3.0 sine waves at 440.0 and 0.25"),
        ("60", "60.0"),
        ("ein Glöckchen für später", "ein Glöckchen für später"),
        ("random melody with a toggle", "random melody with a toggle"),
        ("retry the echo until it fades", "retry the echo until it fades"),
        ("cancel noise with a filter", "cancel noise with a filter"),
        ("status lamp that blinks", "status lamp that blinks"),
        ("help me hear a fifth", "help me hear a fifth"),
        ("open and close a filter", "open and close a filter"),
        ("set up a filter bank", "set up a filter bank"),
        ("set it free", "set it free"),
        ("continue the melody", "continue the melody"),
        ("start the melody on a bang", "start the melody on a bang"),
        ("random \\, slow notes", "random , slow notes"),
        ("piano in F# minor \\, 3/4 \\, 16 bars", "piano in F# minor , 3/4 , 16.0 bars"),
        ("piano over the chords C#m7 F/A Bb7 G7/B", "piano over the chords C#m7 F/A Bb7 G7/B"),
        ("chords | Eb7#9 | F#m7b5 | % | N.C. |", "chords | Eb7#9 | F#m7b5 | % | N.C. |"),
        ("chords C6 A- G+ F7(b5) C♯m B♭", "chords C6 A- G+ F7(b5) C♯m B♭"),
        ("chords C \\, Am \\, F", "chords C , Am , F"),
        ("chords", "chords"),
        ("drone at set pitch \\, set volume 3", "drone at set pitch , set volume 3.0"),
    ],
)
def test_a_sentence_is_a_prompt(open_pd: OpenPd, text: str, heard: str) -> None:
    with FakeDaemon() as daemon, open_pd(f"patchgen {daemon.port}", say=text) as pd:
        pd.say("say")
        requests = daemon.wait_for("generate")

    assert [" ".join(map(str, request.args[1:])) for request in requests] == [heard]
    assert not any("error" in line for line in pd.console)


@pytest.mark.parametrize(
    ("text", "kind"), [("random", "random"), ("retry", "retry"), ("status", "status")]
)
def test_a_word_alone_is_a_command(open_pd: OpenPd, text: str, kind: str) -> None:
    with FakeDaemon() as daemon, open_pd(f"patchgen {daemon.port}", say=text) as pd:
        pd.say("say")
        requests = daemon.wait_for(kind)

    assert [len(request.args) for request in requests] == [1]
    assert daemon.of("generate") == ()


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("set temperature 0.5", [("temperature", 0.5)]),
        ("set model tiny", [("model", "tiny")]),
        ("set music-model tiny", [("music-model", "tiny")]),
        ("set seed 7 \\, set top-k 40", [("seed", 7.0), ("top-k", 40.0)]),
        ("set temprature 1", [("temprature", 1.0)]),
    ],
)
def test_a_setting_goes_to_the_daemon(
    open_pd: OpenPd, text: str, settings: list[tuple[object, ...]]
) -> None:
    with FakeDaemon() as daemon, open_pd(f"patchgen {daemon.port}", say=text) as pd:
        pd.say("say")
        requests = daemon.wait_for("set", len(settings))

    assert [request.args for request in requests] == settings
    assert daemon.of("generate") == ()


def test_a_known_setting_may_stand_before_a_prompt(open_pd: OpenPd) -> None:
    text = "set seed 7 \\, a drone \\, slow"
    with FakeDaemon() as daemon, open_pd(f"patchgen {daemon.port}", say=text) as pd:
        pd.say("say")
        requests = daemon.wait_for("generate")

    assert [request.kind for request in daemon.requests] == ["set", "generate"]
    assert requests[0].args[1:] == ("a", "drone", ",", "slow")


def test_a_setting_may_stand_within_a_wish_for_music(open_pd: OpenPd) -> None:
    text = "piano a waltz \\, set music-model tiny \\, 8 bars"
    with FakeDaemon() as daemon, open_pd(f"patchgen {daemon.port}", say=text) as pd:
        pd.say("say")
        requests = daemon.wait_for("generate")

    assert [request.kind for request in daemon.requests] == ["set", "generate"]
    assert requests[0].args[1:] == ("piano", "a", "waltz", ",", 8.0, "bars")


def test_a_chord_line_ends_at_a_semicolon_and_pd_says_so(open_pd: OpenPd) -> None:
    text = "chords C Am \\; F G"
    with FakeDaemon() as daemon, open_pd(f"patchgen {daemon.port}", say=text) as pd:
        pd.say("say")
        requests = daemon.wait_for("generate")
        complaint = pd.wait_for("no such object")

    assert requests[0].args[1:] == ("chords", "C", "Am")
    assert "F" in complaint


def test_continue_takes_a_piece_beside_the_patch_around_the_box(open_pd: OpenPd) -> None:
    with FakeDaemon() as daemon, open_pd(f"patchgen {daemon.port}", say="continue song.mid") as pd:
        (pd.patch.parent / "song.mid").touch()
        pd.say("say")
        requests = daemon.wait_for("continue")

    assert [request.args[1:] for request in requests] == [(str(pd.patch.with_name("song.mid")),)]


def test_two_instants_are_two_prompts(open_pd: OpenPd) -> None:
    with (
        FakeDaemon() as daemon,
        open_pd(f"patchgen {daemon.port}", one="a drone", two="a bell") as pd,
    ):
        pd.say("one")
        daemon.wait_for("generate")
        pd.say("two")
        requests = daemon.wait_for("generate", 2)

    assert [request.args[1:] for request in requests] == [("a", "drone"), ("a", "bell")]


def test_a_prompt_of_20000_characters_arrives_whole(open_pd: OpenPd) -> None:
    text = " ".join(["tone"] * 4000)
    with FakeDaemon() as daemon, open_pd(f"patchgen {daemon.port}", say=text) as pd:
        pd.say("say")
        requests = daemon.wait_for("generate")

    assert [" ".join(map(str, request.args[1:])) for request in requests] == [text]


def test_a_prompt_that_fits_in_no_packet_is_refused(open_pd: OpenPd) -> None:
    with (
        FakeDaemon() as daemon,
        open_pd(f"patchgen {daemon.port}", say=" ".join(["tone"] * 9000)) as pd,
    ):
        pd.say("say")
        told = pd.wait_for_label("tell0")

    assert told == ("error the prompt is too long 60000 bytes are the limit",)
    assert daemon.requests == ()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("bang", "error a bang is no prompt"),
        ("prompt", "error the prompt is empty"),
        ("continue nowhere.pd", "error no such file:"),
    ],
)
def test_what_cannot_be_asked_is_said(open_pd: OpenPd, text: str, complaint: str) -> None:
    with FakeDaemon() as daemon, open_pd(f"patchgen {daemon.port}", say=text) as pd:
        pd.say("say")
        told = pd.wait_for_label("tell0")

    assert told[0].startswith(complaint)
    assert daemon.requests == ()


def test_continue_takes_a_file_beside_the_patch_around_the_box(open_pd: OpenPd) -> None:
    text = "continue host.pd"
    with FakeDaemon() as daemon, open_pd(f"patchgen {daemon.port}", say=text) as pd:
        pd.say("say")
        requests = daemon.wait_for("continue")

    assert [request.args[1:] for request in requests] == [(str(pd.patch),)]


@pytest.mark.parametrize(
    ("arguments", "settings"),
    [
        ("0.5 noopen {port}", [("temperature", 0.5)]),
        ("{port} 0.5", [("temperature", 0.5)]),
        ("noopen {port} 0", [("temperature", 0.0)]),
        ("{port}", []),
        ("sub noopen {port} 1.5", [("temperature", 1.5)]),
    ],
)
def test_arguments_stand_in_any_order_and_the_temperature_goes_before_each_request(
    open_pd: OpenPd, arguments: str, settings: list[tuple[object, ...]]
) -> None:
    with (
        FakeDaemon() as daemon,
        open_pd(f"patchgen {arguments.format(port=daemon.port)}", say="a drone") as pd,
    ):
        pd.say("say")
        daemon.wait_for("generate")

    assert [request.args for request in daemon.of("set")] == settings
    assert daemon.requests[-1].kind == "generate"


def test_an_argument_that_means_nothing_is_named(open_pd: OpenPd) -> None:
    with open_pd(f"patchgen {free_port()} sbu") as pd:
        told = pd.wait_for_label("tell0")

    assert told == ("error unknown argument: sbu",)
