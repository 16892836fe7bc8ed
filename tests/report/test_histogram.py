"""What patches are made of, counted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from patchgen.errors import PatchgenError
from patchgen.report.histogram import LONGEST_NAME, Spread, Statistics, histogram, spread


def counted(files: Mapping[str, str], folder: Path = Path("nowhere")) -> Statistics:
    """The statistics of patches given as records without header."""
    texts = {folder / name: f"#N canvas 0 50 450 300 12;\n{text}" for name, text in files.items()}
    return histogram(texts, texts.__getitem__)


def names(found: Statistics) -> dict[str, tuple[str, int, int]]:
    """Origin, boxes and files by name."""
    return {entry.name: (entry.library, entry.boxes, entry.files) for entry in found.objects}


def test_aliases_and_two_words_count_as_one_object() -> None:
    found = counted({
        "a.pd": "#X obj 1 1 t b;\n#X obj 1 1 trigger b f;\n#X obj 1 1 list append 1;\n",
        "b.pd": "#X obj 1 1 t a;\n#X obj 1 1 sel 1;\n#X obj 1 1 42;\n",
    })  # fmt: skip

    assert names(found) == {
        "trigger": ("vanilla", 3, 2), "list append": ("vanilla", 1, 1),
        "select": ("vanilla", 1, 1), "float": ("vanilla", 1, 1),
    }  # fmt: skip


def test_words_in_comments_messages_and_arguments_are_no_objects() -> None:
    found = counted({"a.pd": "#X text 1 1 osc~;\n#X msg 1 1 osc~;\n#X obj 1 1 print osc~;\n"})

    assert list(names(found)) == ["print"]


def test_kinds_of_boxes_are_counted_and_comments_apart() -> None:
    found = counted({
        "a.pd": "#X floatatom 1 1 5 0 0 0 - - -;\n#X text 1 1 hello;\n#X msg 1 1 1;\n"
        "#N canvas 0 0 9 9 s 0;\n#X obj 1 1 f;\n#X restore 1 1 pd s;\n"
        "#N canvas 0 0 9 9 (subpatch) 0;\n#X array q 4 float 2;\n#X restore 1 1 graph;\n",
    })  # fmt: skip

    assert found.kinds == {
        "number": 1, "message": 1, "subpatch": 1, "object": 1, "graph": 1, "array": 1,
    }  # fmt: skip
    assert found.comments == 1


def test_origins_are_told() -> None:
    objects = "osc~", "sigmund~", "canvasinfo", "zexy/limiter~", "siginfo~", "mystery", "$1-x"
    found = counted({"a.pd": "".join(f"#X obj 1 1 {name};\n" for name in objects)})

    origins = {name: library for name, (library, _, _) in names(found).items()}
    assert origins["osc~"] == "vanilla"
    assert origins["sigmund~"] == "extra"
    assert origins["canvasinfo"] == "Purr Data"
    assert origins["siginfo~"] == "vanilla 0.57"
    assert origins["mystery"] == origins["$1-x"] == "unknown"


def test_an_abstraction_is_known_by_the_file_beside_the_patch(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("voice.pd", "sub/deep.pd", "osc~.pd", "limiter~.pd"):
        (tmp_path / name).write_text("#N canvas 0 0 9 9 12;\n", "utf-8")
    boxes = "".join(f"#X obj 1 1 {n};\n" for n in ("voice", "sub/deep", "deep", "osc~", "limiter~"))

    found = names(counted({"main.pd": boxes}, tmp_path))

    assert {name: library for name, (library, _, _) in found.items()} == {
        "voice": "abstraction", "sub/deep": "abstraction", "deep": "unknown",
        "osc~": "vanilla", "limiter~": "abstraction",
    }  # fmt: skip


def test_the_same_name_may_come_from_two_places(tmp_path: Path) -> None:
    (tmp_path / "with").mkdir()
    (tmp_path / "with" / "voice.pd").write_text("#N canvas 0 0 9 9 12;\n", "utf-8")
    texts = dict.fromkeys(("with/a.pd", "without/a.pd"), "#X obj 1 1 voice;\n")

    found = counted(texts, tmp_path)

    assert {(e.name, e.library, e.boxes) for e in found.objects} == {
        ("voice", "abstraction", 1), ("voice", "unknown", 1),
    }  # fmt: skip


def test_sizes_are_measured_through_all_canvases() -> None:
    nested = (
        "#X obj 1 1 f;\n#N canvas 0 0 9 9 s 0;\n#X obj 1 1 f;\n#X obj 1 1 f;\n#X connect 0 0 1 0;\n"
        "#X restore 1 1 pd s;\n#X connect 0 0 1 0;\n"
    )

    found = counted({"a.pd": nested})

    sizes = {name: measure.most for name, measure in found.sizes.items()}
    size = len(f"#N canvas 0 50 450 300 12;\n{nested}")
    assert sizes == {"boxes": 4, "cords": 2, "canvases": 2, "depth": 2, "bytes": size}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([7], Spread(7, 7, 7)),
        ([3, 1, 2], Spread(2, 3, 3)),
        (list(range(1, 101)), Spread(50, 90, 100)),
    ],
)
def test_a_spread_names_values_that_occur(values: list[int], expected: Spread) -> None:
    assert spread(values) == expected


def test_a_broken_file_is_listed_and_the_rest_counted() -> None:
    found = counted({"a.pd": "#X obj 1 1 f;\n", "b.pd": "#X obj 1 1 f", "c.pd": "#X obj 1 1 f;\n"})

    assert found.files == 2
    assert names(found) == {"float": ("vanilla", 2, 2)}
    assert [(path.name, "line 2" in str(error)) for path, error in found.failures] == [
        ("b.pd", True)
    ]


def test_an_unreadable_file_is_listed() -> None:
    def read(path: Path) -> str:
        raise PatchgenError(f"cannot read {path}")

    found = histogram([Path("gone.pd")], read)

    assert found.files == 0
    assert found.sizes == {}
    assert found.failures[0][1].message == "cannot read gone.pd"


def test_an_endless_name_is_cut() -> None:
    found = counted({"a.pd": f"#X obj 1 1 {'x' * 5000};\n"})

    assert len(found.objects[0].name) == LONGEST_NAME
