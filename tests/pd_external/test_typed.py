"""text: a prompt as it was typed into a message box."""

from __future__ import annotations

from pathlib import Path

import pytest
from screen import Screen

from .conftest import OpenHost
from .host_session import HostSession

TYPED_BOX = """\
#N canvas 0 50 450 300 10;
#X obj 20 20 inlet;
#N canvas 0 50 450 300 external 0;
#X obj 20 20 inlet;
#X obj 20 40 list prepend text;
#X obj 20 60 list trim;
#X obj 20 80 patchgen_host;
#X obj 20 110 outlet;
#X obj 120 110 outlet;
#X connect 0 0 1 0;
#X connect 1 0 2 0;
#X connect 2 0 3 0;
#X connect 3 0 4 0;
#X connect 3 1 5 0;
#X restore 20 60 pd external;
#X obj 20 100 outlet;
#X obj 120 100 outlet;
#X connect 0 0 1 0;
#X connect 1 0 2 0;
#X connect 1 1 3 0;
#X coords 0 -1 1 1 120 40 1 0 0;
"""
"""Asks for the text of whatever arrives."""

MESSAGE_BOXES = """\
#X msg 20 160 x;
#X msg 20 200 x;
#X msg 320 160 x;
#X connect 10 0 3 0;
#X connect 11 0 3 0;
"""
"""Two boxes at the inlet, and one that is not."""


MENU = 25
"""Pixels of the menu bar above a canvas."""


@pytest.fixture
def typed_box(library: Path) -> str:
    """The name of that abstraction."""
    (library / "typed-box.pd").write_text(TYPED_BOX, "utf-8")
    return "typed-box"


@pytest.fixture
def open_vanilla(library: Path, tmp_path: Path) -> OpenHost:
    """Opens the owner in vanilla Pd: Purr Data's window tells atoms, not what was typed."""

    def start(**options: str) -> HostSession:
        return HostSession(tmp_path, library, **options)

    return start


def type_into(pd: HostSession, x: int, y: int, text: str) -> None:
    """Does what a window tells Pd while somebody types into the box at that place."""
    for word in ("editmode 1", f"mouse {x} {y} 1 0", f"mouseup {x} {y} 1"):
        pd.tell(*word.split(), to="canvas")
    pd.tell("mouse", str(x), str(y), "1", "0", to="canvas")
    pd.tell("mouseup", str(x), str(y), "1", to="canvas")
    pd.tell("key", "1", "8", "0", to="canvas")
    for letter in text:
        pd.tell("key", "1", str(ord(letter)), "0", to="canvas")
    pd.tell("editmode", "0", to="canvas")


def retype(screen: Screen, window: int, x: int, y: int, text: str) -> None:
    """Types into the box at that place, with keyboard and mouse."""
    screen._run("xdotool", "key", "--window", str(window), "ctrl+e")
    screen.click(window, x, y)
    screen.click(window, x, y)
    screen._run("xdotool", "key", "BackSpace", "BackSpace")
    screen._run("xdotool", "type", "--delay", "30", text)
    screen._run("xdotool", "key", "ctrl+e")


def click(pd: HostSession, x: int, y: int) -> str:
    """Clicks a box; returns the next answer."""
    before = len(pd.lines("answer"))
    pd.tell("mouse", str(x), str(y), "1", "0", to="canvas")
    found = pd.wait_for_label("answer", before + 1)
    return found[before] if len(found) > before else ""


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("a drone at 0.10", "text a drone at 0.10"),
        ("play 1e3 times", "text play 1e3 times"),
        ("two  blanks   here", "text two  blanks   here"),
        ("16777217 is odd", "text 16777217 is odd"),
        ("comma\\, and price\\$  5", "text comma, and price$  5"),
        ("prompt make 0.10 of it", "text prompt make 0.10 of it"),
        ("list the notes", "text list the notes"),
        ("symbol of peace", "text symbol of peace"),
        ("bang the drum", "text bang the drum"),
        ("für  später", "text für  später"),
        ("nothing special", "plain"),
        ("0.5 of 440", "plain"),
    ],
)
def test_what_was_typed_comes_back(
    open_vanilla: OpenHost, typed_box: str, text: str, answer: str
) -> None:
    with open_vanilla(box=typed_box, more=MESSAGE_BOXES) as pd:
        type_into(pd, 26, 168, text)
        found = click(pd, 26, 168)

    assert found == answer


@pytest.mark.parametrize(
    ("text", "atoms", "answer"),
    [
        ("a drone, slow and  dark", "a drone \\, slow and dark", "text a drone, slow and  dark"),
        ("a, b, c", "a \\, b \\, c", "plain"),
        ("a ,b", "a \\, b", "text a ,b"),
        ("prompt make 0.10 of it", "make 0.1 of it", "text make 0.10 of it"),
        ("prompt list  notes", "list notes", "text list  notes"),
        ("offer 0.10 of it", "0.1 of it", "text 0.10 of it"),
        ("  a  drone ", "a drone", "text   a  drone "),
        ("a 0.10", "a 0.2", "plain"),
        ("a 0.10", "a", "plain"),
        ("a 0.10", "a 0.1 b", "plain"),
        ("a 0.10; b c", "a 0.1", "plain"),
        ("a $1 0.10", "a 0 0.1", "plain"),
        ("a 0.10", "", "plain"),
    ],
)
def test_only_the_very_atoms_have_a_text(
    open_vanilla: OpenHost, text: str, atoms: str, answer: str
) -> None:
    with open_vanilla(more=MESSAGE_BOXES) as pd:
        type_into(pd, 26, 168, text)
        found = pd.ask("text", *atoms.split())

    assert found == answer


def test_two_spellings_of_the_same_are_doubtful(open_vanilla: OpenHost) -> None:
    with open_vanilla(more=MESSAGE_BOXES) as pd:
        type_into(pd, 26, 168, "a drone at 0.10")
        alone = pd.ask("text", "a", "drone", "at", "0.1")
        type_into(pd, 26, 208, "a drone at 0.100")
        doubtful = pd.ask("text", "a", "drone", "at", "0.1")

    assert (alone, doubtful) == ("text a drone at 0.10", "plain")


def test_a_box_elsewhere_does_not_count(open_host: OpenHost) -> None:
    with open_host(more=MESSAGE_BOXES) as pd:
        type_into(pd, 326, 168, "a drone at 0.10")
        found = pd.ask("text", "a", "drone", "at", "0.1")

    assert found == "plain"


def test_what_was_loaded_from_a_file_is_plain(open_host: OpenHost) -> None:
    more = "#X msg 20 160 a drone at 440.123456;\n#X connect 10 0 3 0;\n"

    with open_host(more=more) as pd:
        found = pd.ask("text", "a", "drone", "at", "440.123456")

    assert found == "plain"


def test_a_first_word_that_pd_takes_away_comes_back(open_host: OpenHost) -> None:
    more = "#X msg 20 160 list the notes \\, slowly;\n#X connect 10 0 3 0;\n"

    with open_host(more=more) as pd:
        found = pd.ask("text", "the", "notes", "\\,", "slowly")

    assert found == "text list the notes, slowly"


def test_a_closed_window_knows_no_text(open_host: OpenHost) -> None:
    with open_host(more=MESSAGE_BOXES) as pd:
        type_into(pd, 26, 168, "a drone at 0.10")
        pd.tell("vis", "0", to="canvas")
        closed = pd.ask("text", "a", "drone", "at", "0.1")
        pd.tell("vis", "1", to="canvas")
        opened = pd.ask("text", "a", "drone", "at", "0.1")

    assert (closed, opened) == ("plain", "plain")


def test_without_an_owner_it_is_plain(open_host: OpenHost) -> None:
    with open_host(box="patchgen_host", more=MESSAGE_BOXES) as pd:
        type_into(pd, 26, 168, "a drone at 0.10")
        found = pd.ask("text", "a", "drone", "at", "0.1")

    assert found == "plain"


def test_a_long_text_comes_back_whole(open_vanilla: OpenHost) -> None:
    words = [f"word{number}" for number in range(2500)]
    text = " ".join(["list", *words])
    more = (
        f"#X msg 20 160 {text};\n#X obj 20 200 route text;\n#X obj 20 220 symbol;\n"
        "#X obj 20 240 list fromsymbol;\n#X obj 20 260 list length;\n#X obj 20 280 print length;\n"
        "#X connect 10 0 3 0;\n#X connect 3 0 11 0;\n#X connect 11 0 12 0;\n"
        "#X connect 12 0 13 0;\n#X connect 13 0 14 0;\n#X connect 14 0 15 0;\n"
    )

    with open_vanilla(more=more) as pd:
        pd.tell("text", *words)
        lengths = pd.wait_for_label("length")

    assert len(text) > 20_000
    assert lengths == (str(len(text)),)


def test_typing_into_the_real_window(
    library: Path, tmp_path: Path, typed_box: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Screen() as screen:
        monkeypatch.setenv("DISPLAY", screen._environment["DISPLAY"])
        with HostSession(
            tmp_path, library, box=typed_box, more=MESSAGE_BOXES, options=("-noaudio",)
        ) as pd:
            window = screen.window("owner.pd")
            retype(screen, window, 27, 170 + MENU, "a drone at 0.10  and 1e3 times")
            screen.click(window, 27, 170 + MENU)
            found = pd.wait_for_label("answer")

    assert found == ("text a drone at 0.10  and 1e3 times",)
