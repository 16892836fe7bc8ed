"""Running rules: which, where, on text, and what is mended."""

from __future__ import annotations

import time

from lint.samples import canvas_of
from patchgen.findings import Severity
from patchgen.lint.registry import REFUSED_CORDS
from patchgen.lint.runner import fix, is_fine, lint, lint_text
from patchgen.lint.scope import WHOLE, Scope
from patchgen.objects.spec import Engine
from patchgen.pd.model import walk

HEAD = "#N canvas 0 50 450 300 12;\n"


def codes(sample: str, scope: Scope = WHOLE) -> set[str]:
    return {finding.code for finding in lint(canvas_of(sample), scope)}


def test_a_good_patch_has_no_findings() -> None:
    sample = "[tgl] -> [metro 500] -> [random 12] -> [+ 60] -> [mtof] -> [osc~] -> [*~ 0.1]"

    assert codes(f"{sample} -> [dac~], [*~ 0.1] -> 1:[dac~]") == set()


def test_only_selected_rules_run_and_ignored_ones_do_not() -> None:
    sample = "[osc~ high] -> [dac~], [bng]"

    assert codes(sample) == {"bad-arguments", "unconnected-box"}
    assert codes(sample, Scope(select={"bad-arguments"})) == {"bad-arguments"}
    assert codes(sample, Scope(ignore={"bad-arguments"})) == {"unconnected-box"}


def test_overlaps_are_only_looked_for_on_request() -> None:
    sample = f"{HEAD}#X obj 10 10 bng;\n#X obj 12 10 print;\n#X connect 0 0 1 0;\n"

    assert codes(sample) == set()
    assert codes(sample, Scope(select={"overlapping-boxes"})) == {"overlapping-boxes"}


def test_an_unknown_object_is_an_error_where_the_patch_stands_alone() -> None:
    canvas = canvas_of("[bng] -> [mystery]")

    assert [f.severity for f in lint(canvas)] == [Severity.WARNING]
    assert [f.severity for f in lint(canvas, Scope(is_strict=True))] == [Severity.ERROR]


def test_a_patch_that_stands_alone_has_no_arguments_and_no_abstractions() -> None:
    sample = "[bng] -> [$1] -> [print], [clone voice 4], [r~ $1-a]"

    alone = [
        f for f in lint(canvas_of(sample), Scope(is_strict=True)) if f.severity is Severity.ERROR
    ]

    assert codes(sample, Scope(select={"bad-arguments", "missing-source"})) == set()
    assert {finding.code for finding in alone} == {"bad-arguments", "missing-source"}


def test_connections_of_an_unknown_object_are_given_the_benefit() -> None:
    assert codes("[mystery]:9 -> 9:[riddle]") == {"unknown-object"}


def test_findings_name_the_canvas_they_are_on() -> None:
    (finding,) = lint(canvas_of("[bng] -> [pd x {[inlet] -> [print], [osc~ high]}]"))

    assert (finding.place.canvas, finding.place.box) == ((1,), 2)


def test_names_are_looked_for_in_the_whole_patch() -> None:
    assert codes("[bng] -> [s a], [pd x {[r a] -> [print]}]") == set()


def test_engines_beyond_vanilla_are_asked_when_named() -> None:
    sample = "[bng] -> [array define a] -> [print]"

    assert codes(sample) == set()
    assert codes(sample, Scope(engines=(Engine.VANILLA, Engine.PURR))) == {"engine-difference"}


def test_findings_of_a_text_have_lines() -> None:
    text = (
        f"{HEAD}#X obj 10 10 bng;\n#N canvas 0 0 9 9 sub 0;\n#X obj 1 1 inlet;\n"
        "#X obj 1 30 osc~ high;\n#X connect 0 0 1 0;\n#X restore 10 40 pd sub;\n"
        "#X connect 0 0 1 0;\n"
    )

    (finding,) = lint_text(text)

    assert (finding.code, finding.place.line) == ("bad-arguments", 5)


def test_records_that_are_no_boxes_have_lines_too() -> None:
    text = f"{HEAD}#X obj 10 10 bng;\npd quit;\n#X obj 10 40 print;\n#X savetofile a b;\npd quit;\n"

    found = [(finding.code, finding.place.line) for finding in lint_text(text)]

    assert [line for code, line in found if code == "record-kind"] == [3, 5, 6]


def test_a_text_that_is_no_patch_is_a_finding() -> None:
    (finding,) = lint_text("Here is your patch!")

    assert finding.code == "not-a-patch"
    assert finding.severity is Severity.ERROR


def test_strange_records_are_found_although_the_text_is_no_patch() -> None:
    found = lint_text("pd quit;\n#N canvas 0 50 450 300 12;\n#X floatatom;\n")

    assert [finding.code for finding in found] == ["not-a-patch", "record-kind"]
    assert found[1].place.line == 1


def test_an_unbalanced_restore_is_a_finding() -> None:
    assert lint_text(f"{HEAD}#X restore 1 1 pd a;\n")[0].code == "not-a-patch"
    assert lint_text(f"{HEAD}{HEAD}#X obj 1 1 f;\n")[0].code == "not-a-patch"


def test_a_connect_record_with_more_atoms_is_a_connection() -> None:
    text = f"{HEAD}#X obj 1 1 bng;\n#X obj 1 30 print;\n#X connect 0 0 1 0 empty;\n"

    assert lint_text(text) == ()
    assert lint_text(text.replace("0 0 1 0", "0 0 1 7"))[0].code == "connection-port"


def test_fix_leaves_out_what_pd_refuses_and_nothing_else() -> None:
    canvas = canvas_of(
        "[osc~] -> [dac~], [osc~] -> [dac~], [osc~]:3 -> [dac~], [osc~] -> [print], "
        "[pd x {[inlet] -> 5:[print], [inlet] -> [print]}]"
    )

    mended, findings = fix(canvas, Scope(select=REFUSED_CORDS))

    assert [len(inner.connections) for _, inner in walk(mended)] == [1, 1]
    assert all(finding.fixed for finding in findings)
    assert {finding.code for finding in findings} == {
        "duplicate-connection", "connection-port", "signal-to-control",
    }  # fmt: skip
    assert is_fine(lint(mended))
    assert mended.boxes[:3] == canvas.boxes[:3]


def test_fix_does_not_touch_a_good_patch() -> None:
    canvas = canvas_of("[osc~] -> [*~ 0.1] -> [dac~]")

    mended, findings = fix(canvas, Scope(select=REFUSED_CORDS))

    assert mended is canvas
    assert findings == ()


def test_a_large_patch_is_linted_in_reasonable_time() -> None:
    boxes = "".join(f"#X obj 10 {i} + {i};\n" for i in range(1500))
    cords = "".join(f"#X connect {i} 0 {j} {k};\n" for i in range(1499)
                    for j, k in ((i + 1, 0), ((i * 7) % 1500, 1)))  # fmt: skip
    started = time.perf_counter()

    lint_text(HEAD + boxes + cords)

    assert time.perf_counter() - started < 10
