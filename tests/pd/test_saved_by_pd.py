"""Pd has the last word: what it saves comes back byte for byte, and it counts boxes as we do."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.headless.engine import find_pd, run
from patchgen.pd.model import COUNTED
from patchgen.pd.parse import parse
from patchgen.pd.write import spelled_anew, write

SAVED = sorted((Path(__file__).parent.parent / "patches" / "saved").glob("*.pd"))
HEAD = "#N canvas 0 50 450 300 12;\n"
PROBE = "#X obj 30 30 f;\n#X obj 30 60 f;\n" + "".join(
    f"#X connect {source} 0 {source + 1} 0;\n" for source in range(6)
)
"""Two boxes, and cords of which Pd keeps the one between them whatever their indices are."""


def saved_by_pd(text: str, folder: Path) -> str:
    """The text of the file after Pd has opened the patch and saved it."""
    (folder / "patch.pd").write_bytes(text.encode())
    message = f"pd-patch.pd savetofile saved.pd {folder}; pd quit"
    run(find_pd(), ("-noloadbang", "-send", message, "patch.pd"), folder=folder, timeout=20)
    return (folder / "saved.pd").read_bytes().decode()


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_what_pd_saves_comes_back_byte_for_byte(path: Path, tmp_path: Path) -> None:
    saved = saved_by_pd(path.read_text("utf-8"), tmp_path)

    assert write(parse(saved)) == saved


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_what_we_write_pd_saves_as_it_saved_the_original(path: Path, tmp_path: Path) -> None:
    ours = write(spelled_anew(parse(path.read_text("utf-8"))))
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()

    saved = saved_by_pd(path.read_text("utf-8"), first)

    assert saved_by_pd(ours, second) == saved


@pytest.mark.parametrize(
    "records",
    [
        "#X text 1 1 hi;",
        "#X obj 1 1 bng;",
        "#X obj 1 1 nobody-knows-it 3;",
        "#X obj 1 1;",
        "#X msg 1 1 hi;",
        "#X msg 1 1 hi \\, ho \\; hey;",
        "#X floatatom 1 1 5 0 0 0 - - - 0;",
        "#X symbolatom 1 1 10 0 0 0 - - - 0;",
        "#X listbox 1 1 10 0 0 0 - - - 0;",
        "#N canvas 0 0 100 100 s 0;\n#X obj 1 1 bng;\n#X restore 1 1 pd s;",
        "#N canvas 0 0 100 100 s 0;\n#X restore 1 1 pd s;\n#X f 20;",
        "#N struct p float x float y;\n#X scalar p 1 2 \\;;",
        "#X array a 3 float 3;\n#A 0 1 2 3;",
        "#X graph g 0 1 3 -1 10 10 99 99;\n#X array a 3 float 0;\n#X array b 3 float 0;\n#X pop;",
        "#X graph g 0 1 3 -1 10 10 99 99;\n#X pop;",
        "#X obj 1 1 array define -k a 3;\n#A 0 1 2 3;\n#X f 20;",
        "#X unheard 1 2 3;",
        "#Z what is this;",
        "#X declare -path x;",
        "#X coords 0 1 1 -1 100 100 1;",
        "#X f 12;",
        "#X xlabel 1 2;",
    ],
)
def test_pd_counts_the_same_boxes(records: str, tmp_path: Path) -> None:
    text = f"{HEAD}{records}\n{PROBE}"

    saved = parse(saved_by_pd(text, tmp_path))

    first = [box.name for box in parse(text).boxes].index("f")
    assert first + 1 < 6
    assert len(saved.boxes) == len(parse(text).boxes)
    assert [c for c in saved.connections if c.source >= first] == [parse(text).connections[first]]


def test_every_kind_that_counts_but_one_is_known_to_this_pd() -> None:
    assert COUNTED - {"dropdown"} == {
        "obj", "msg", "floatatom", "symbolatom", "listbox", "text", "restore", "scalar", "array",
    }  # fmt: skip


@pytest.mark.parametrize(
    "numbers",
    ["g 0 1 3 -1 10 10 100 100", "g 0 -1 1999 1 259 176 459 36", "g", "g 0 0 0 0 0 0 0 0"],
)
def test_an_old_graph_is_read_as_pd_reads_it(numbers: str, tmp_path: Path) -> None:
    text = f"{HEAD}#X graph {numbers};\n#X pop;\n"

    saved = saved_by_pd(text, tmp_path)

    assert write(spelled_anew(parse(text))) == saved
