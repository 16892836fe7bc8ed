"""The installed library in headless Pd: silent when it opens, and a click does what it says."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from abstractions.conftest import OpenPd
from abstractions.fake_daemon import FakeDaemon
from abstractions.pd_session import PdSession, free_port
from click.testing import CliRunner

from patchgen.cli.main import patchgen
from patchgen.domains.music.request import read
from patchgen.domains.music.wish import said
from patchgen.service.sentence import sentence

from .conftest import HELP_PATCHES
from .test_form import PATCHES
from .wiring import wired

FLAGS = ("-nogui", "-noaudio", "-nrt", "-noprefs", "-stderr")


@contextmanager
def opened(
    open_pd: OpenPd, library: Path, name: str, port: int, **more: str
) -> Iterator[tuple[PdSession, tuple[str, ...]]]:
    """Pd with a copy of a patch whose boxes can be clicked: `say("click0")`; and their texts."""
    text, texts = wired((HELP_PATCHES / name).read_text("utf-8"), port)
    (library / "copy.pd").write_text(text, "utf-8")
    clicks = {f"click{number}": f"\\; click{number} bang" for number in range(len(texts))}
    show = f"\\; pd open copy.pd {library}"
    with open_pd(home=library.parents[4], show=show, **clicks, **more) as pd:
        pd.say("show")
        yield pd, texts


@pytest.mark.parametrize("path", PATCHES, ids=lambda path: path.stem)
def test_it_opens_without_a_complaint(path: Path, engine: str, home: Path, library: Path) -> None:
    run = subprocess.run(
        (engine, *FLAGS, "-open", str(library / path.name), "-send", "pd quit"),
        env={**os.environ, "HOME": str(home)}, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip

    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("arguments", ["check --in-pd --target {target}", "layout --check"])
def test_our_own_tools_find_nothing(library: Path, target: str, arguments: str) -> None:
    words = arguments.format(target=target).split()

    result = CliRunner().invoke(patchgen, [*words, str(library)])

    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.parametrize("box", ["patchgen", "patchgen/patchgen_host"])
def test_the_menu_entry_help_finds_it(box: str, open_pd: OpenPd, home: Path) -> None:
    name = f"{Path(box).name}-help.pd"
    probe = f"\\; pd-{name} dirty 0"
    menu = "\\; pd-host.pd done-popup 2 210 115"
    # The first message is a short one: it stands left of the box, and a long one would cover it.
    with open_pd(box, home=home, short="0", menu=menu, probe=probe) as pd:
        pd.say("probe")
        before = pd.wait_for("no such object")
        complaints = len(pd.console)
        pd.say("menu")
        pd.say("probe")
        pd.wait_until(lambda: len(pd.console) > complaints, seconds=0.5)

    assert name in before
    assert len(pd.console) == complaints


def test_each_example_asks_for_its_own_words_with_the_same_seed(
    open_pd: OpenPd, library: Path
) -> None:
    with (
        FakeDaemon() as daemon,
        opened(open_pd, library, "patchgen-examples.pd", daemon.port) as (pd, texts),
    ):
        prompts = [(number, text) for number, text in enumerate(texts) if len(text.split()) > 4]
        for count, (number, _) in enumerate(prompts, start=1):
            pd.say(f"click{number}")
            daemon.wait_for("generate", count)
        asked = [sentence(request.args[1:]) for request in daemon.of("generate")]
        seeds = [sentence(request.args) for request in daemon.of("set")]

    assert len(prompts) == 10
    assert asked == [text for _, text in prompts]
    assert seeds == ["seed 0"] * 10


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("pink noise with a volume control", "generate", "pink noise with a volume control"),
        ("random", "random", ""),
        ("status", "status", ""),
        ("set temperature 0.8", "set", "temperature 0.8"),
        ("set seed random", "set", "seed random"),
        ("set model patchgen-small", "set", "model patchgen-small"),
    ],
)
def test_a_box_of_the_help_patch_asks_what_it_says(
    open_pd: OpenPd, library: Path, text: str, kind: str, said: str
) -> None:
    with (
        FakeDaemon() as daemon,
        opened(open_pd, library, "patchgen-help.pd", daemon.port) as (pd, texts),
    ):
        pd.say(f"click{texts.index(text)}")
        request = daemon.wait_for(kind)[-1]

    words = request.args if kind == "set" else request.args[1:]
    assert sentence(words) == said


def test_each_box_of_the_help_for_music_asks_for_music(open_pd: OpenPd, library: Path) -> None:
    with (
        FakeDaemon() as daemon,
        opened(open_pd, library, "patchgen-music-help.pd", daemon.port) as (pd, texts),
    ):
        wishes = [text for text in texts if text.startswith(("piano", "chords"))]
        for count, wish in enumerate(wishes, start=1):
            pd.say(f"click{texts.index(wish)}")
            daemon.wait_for("generate", count)
        asked = [sentence(request.args[1:]) for request in daemon.of("generate")]

    assert len(wishes) == 13
    assert asked == [wish.replace(" \\,", ",") for wish in wishes]
    assert [read(sentence).unknown for sentence in asked] == [()] * 13
    assert all(len(said(read(sentence))) > len("chords") for sentence in asked)


def test_chords_on_several_lines_arrive_as_music(open_pd: OpenPd, library: Path) -> None:
    with (
        FakeDaemon() as daemon,
        opened(open_pd, library, "patchgen-music-help.pd", daemon.port) as (pd, texts),
    ):
        (button,) = (number for number, text in enumerate(texts) if " send " in text)
        pd.say(f"click{button}")
        request = daemon.wait_for("generate")[-1]

    wish = read(sentence(request.args[1:]))
    assert wish.line == "| C | Am7 | Dm7 | G7 | Em7 A7 | Dm7 G7 | C6 | % |"


def test_a_long_prompt_arrives_in_one_piece(open_pd: OpenPd, library: Path) -> None:
    with (
        FakeDaemon() as daemon,
        opened(open_pd, library, "patchgen-help.pd", daemon.port) as (pd, texts),
    ):
        (button,) = (number for number, text in enumerate(texts) if " send " in text)
        pd.say(f"click{button}")
        request = daemon.wait_for("generate")[-1]

    said = sentence(request.args[1:])
    assert said.startswith("a drone of three saws, slightly apart in pitch, through")
    assert said.endswith("and a volume control")


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("patchgen-help.pd", "patchgen-first-minute.pd"),
        ("patchgen-help.pd", "patchgen-examples.pd"),
        ("patchgen-help.pd", "patchgen-music-help.pd"),
        ("patchgen-first-minute.pd", "patchgen-help.pd"),
        ("patchgen-music-help.pd", "patchgen-help.pd"),
    ],
)
def test_a_link_opens_the_other_patch(open_pd: OpenPd, library: Path, name: str, link: str) -> None:
    probe = f"\\; pd-{link} dirty 0"
    with opened(open_pd, library, name, free_port(), probe=probe) as (pd, texts):
        pd.say("probe")
        before = pd.wait_for("no such object")
        complaints = len(pd.console)
        pd.say(f"click{texts.index(f'symbol {link}')}")
        pd.say("probe")
        pd.wait_until(lambda: len(pd.console) > complaints, seconds=0.5)

    assert link in before
    assert len(pd.console) == complaints


def test_the_file_becomes_a_subpatch_and_goes_away(open_pd: OpenPd, library: Path) -> None:
    with opened(open_pd, library, "patchgen_host-help.pd", free_port()) as (pd, texts):
        for text in ("sub example patchgen-first-minute.pd", "remove example"):
            pd.say(f"click{texts.index(text)}")
        answers = pd.wait_for_label("answer", 2)

    assert answers == ("sub example", "remove example")
