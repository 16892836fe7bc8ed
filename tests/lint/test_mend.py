"""Mends: several at once, in subpatches, and held against what Pd prints before and after."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.samples import canvas_of
from patchgen.findings import Fix
from patchgen.headless.engine import find_pd, run
from patchgen.lint.runner import fix, fix_text, lint
from patchgen.lint.scope import Scope
from patchgen.pd.model import Canvas, Connection, walk
from patchgen.pd.parse import parse
from patchgen.pd.write import write

FAN = "[loadbang] -> [f 3] -> [* 2] -> [pack] -> [print], [f 3] -> [+ 1] -> 1:[pack]"
TWO_FANS = f"{FAN}, [bng] -> [f 7] -> [* 9] -> [pack]#2 -> [print b], [f 7] -> [- 1] -> 1:[pack]#2"
LATE = "[loadbang] -> [f 3] -> [*] -> [print], [f 3] -> 1:[*]"


def mended(sample: str, *, unsafe: bool = False) -> Canvas:
    return fix(canvas_of(sample), unsafe=unsafe)[0]


def texts(canvas: Canvas) -> list[str]:
    return [" ".join(box.atoms) for box in canvas.boxes]


def test_two_mends_on_one_canvas_get_a_box_each() -> None:
    canvas = mended(TWO_FANS)

    assert texts(canvas)[-2:] == ["t f f", "t f f"]
    first, second = len(canvas.boxes) - 2, len(canvas.boxes) - 1
    assert {cord.source for cord in canvas.connections if cord.sink == first} == {1}
    assert {cord.source for cord in canvas.connections if cord.sink == second} == {7}
    assert not lint(canvas, Scope(select={"fan-out"}))


def test_the_other_boxes_keep_their_indices_and_places() -> None:
    before = canvas_of(TWO_FANS)

    after = mended(TWO_FANS)

    assert after.boxes[: len(before.boxes)] == before.boxes


def test_a_new_box_covers_no_other() -> None:
    canvas = mended(TWO_FANS)

    assert not lint(canvas, Scope(select={"overlapping-boxes", "hidden-box"}))


def test_a_subpatch_is_mended_where_it_is() -> None:
    inner = "[inlet] -> [f] -> [* 2] -> [pack] -> [print], [f] -> [+ 1] -> 1:[pack]"

    canvas = mended(f"[bng] -> [pd a {{{inner}}}], [bng] -> 5:[pd a]")

    (_, top), (path, part) = walk(canvas)
    assert path == (1,) and texts(part)[-1] == "t f f"
    assert top.connections == (Connection(0, 0, 1, 0),)


def test_a_cord_to_a_missing_box_does_not_find_the_new_one() -> None:
    canvas = canvas_of(FAN)
    astray = canvas.with_connections((*canvas.connections, Connection(0, 0, len(canvas.boxes), 0)))

    only_fans, _ = fix(astray, Scope(select={"fan-out"}))
    everything, _ = fix(astray)

    assert only_fans == astray
    assert texts(everything)[-1] == "t f f"
    assert Connection(0, 0, len(canvas.boxes), 0) not in everything.connections


def test_findings_say_how_far_a_mend_goes() -> None:
    canvas = canvas_of(f"{LATE}, [Metro] -> 7:[f 3], [bng]")

    found = {finding.code: finding.fix for finding in lint(canvas)}

    assert found["connection-port"] is Fix.SAFE
    assert found["cold-after-hot"] is Fix.UNSAFE
    assert found["unknown-object"] is Fix.UNSAFE
    assert found["unconnected-box"] is Fix.NONE


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("sample", [FAN, TWO_FANS, LATE, "[osc~] -> [*~ 4] -> [dac~]", "[Osc~]"])
def test_what_is_mended_stays_so(sample: str, unsafe: bool) -> None:
    once = mended(sample, unsafe=unsafe)

    again, findings = fix(once, unsafe=unsafe)

    assert again is once and findings == ()


def test_the_text_of_a_file_changes_only_where_it_is_mended() -> None:
    text = write(canvas_of(FAN)).replace("#X obj 10 10 loadbang;", "#X obj 10.0 10 loadbang;")

    fresh, findings = fix_text(text)

    kept = [line for line in text.splitlines() if line in fresh.splitlines()]
    assert [finding.place.line for finding in findings] == [3]
    assert len(text.splitlines()) - len(kept) == 2
    assert "#X obj 10.0 10 loadbang;" in kept


def test_a_text_that_is_no_patch_is_left_alone() -> None:
    assert fix_text("pd quit;\n") == ("pd quit;\n", ())


@pytest.fixture(scope="module")
def pd() -> Path:
    return find_pd()


def console(pd: Path, canvas: Canvas, folder: Path) -> tuple[str, ...]:
    """What Pd prints while it loads a patch and its loadbangs fire."""
    (folder / "patch.pd").write_text(write(canvas), "utf-8")
    return run(pd, ("-send", "pd quit", "patch.pd"), folder=folder, timeout=10).console


@pytest.mark.parametrize(
    "sample",
    [
        FAN,
        FAN.replace("[f 3]", "[t b b]").replace("[* 2]", "[f 2]").replace("[+ 1]", "[f 1]"),
        FAN.replace("[f 3]", "[symbol a(").replace("[* 2]", "[list]").replace("[+ 1]", "[t b]"),
        LATE,
        "[loadbang] -> [1 2( -> [print a], [1 2( -> [f] -> [+ 1] -> 1:[f], [1 2( -> [t b] -> [f], "
        "[f] -> [print b]",
        "[loadbang] -> [f 3]:7 -> [print], [f 3] -> [print], [f 3] -> [print]",
    ],
)
def test_pd_prints_the_same_after_safe_mends(pd: Path, tmp_path: Path, sample: str) -> None:
    before, after = canvas_of(sample), mended(sample)

    said = console(pd, before, tmp_path)
    complaints = {line for line in said if "connect" in line}

    assert [line for line in said if line not in complaints] == [*console(pd, after, tmp_path)]


def test_pd_multiplies_with_the_new_number_after_the_unsafe_mend(pd: Path, tmp_path: Path) -> None:
    careful, daring = mended(LATE), mended(LATE, unsafe=True)

    assert console(pd, careful, tmp_path) == ("print: 0",)
    assert console(pd, daring, tmp_path) == ("print: 9",)


def test_a_mended_patch_can_be_read_again() -> None:
    canvas = mended(TWO_FANS)

    assert parse(write(canvas)) == canvas
