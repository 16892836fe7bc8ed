"""What an edit changed, in words."""

from __future__ import annotations

from patchgen.pd.parse import parse
from patchgen.report.changes import changes

OLD = (
    "#N canvas 0 50 450 300 12;\n#X obj 10 10 osc~ 440;\n#X obj 10 60 *~ 0.1;\n#X obj 10 90 dac~;\n"
    "#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n"
)
SLIDER = (
    "#X obj 90 10 hsl 128 15 0 1 0 0 empty empty gain -2 -8 0 10 #fcfcfc #000000 #000000 0 1;\n"
)


def test_no_change_is_no_line() -> None:
    assert changes(parse(OLD), parse(OLD)).lines == ()


def test_a_changed_box_is_told_by_both_texts() -> None:
    assert changes(parse(OLD), parse(OLD.replace("440", "330"))).lines == (
        "~ [osc~ 440] becomes [osc~ 330]",
    )


def test_cords_are_told_with_ports_that_are_not_the_first() -> None:
    new = OLD + "#X connect 1 0 2 1;\n"

    assert changes(parse(OLD), parse(new)).lines == ("+ cord [*~ 0.1] -> [dac~] inlet 2",)
    assert changes(parse(new), parse(OLD)).lines == ("- cord [*~ 0.1] -> [dac~] inlet 2",)


def test_cords_of_a_removed_box_go_without_saying() -> None:
    new = (
        "#N canvas 0 50 450 300 12;\n#X obj 10 10 osc~ 440;\n#X obj 10 90 dac~;\n"
        "#X connect 0 0 1 0;\n"
    )

    assert changes(parse(OLD), parse(new)).lines == (
        "- [*~ 0.1]", "+ cord [osc~ 440] -> [dac~]",
    )  # fmt: skip


def test_a_control_tells_its_range_and_start() -> None:
    old, new = (
        OLD.replace("#X connect", SLIDER + "#X connect", 1),
        SLIDER.replace("0 1 0 0", "0 2 0 1"),
    )

    found = changes(parse(old), parse(old.replace(SLIDER, new)))

    assert found.lines == ("~ [slider 'gain']: range 0 to 1 becomes 0 to 2, starts at 0",)


def test_subpatches_are_looked_into_and_meta_is_not() -> None:
    old = (
        "#N canvas 0 50 450 300 12;\n#N canvas 0 0 9 9 sub 0;\n#X obj 10 10 f 1;\n"
        "#X restore 10 10 pd sub;\n#N canvas 0 0 9 9 META 0;\n#X text 1 1 a;\n"
        "#X restore 9 90 pd META;\n"
    )

    found = changes(parse(old), parse(old.replace("f 1", "f 2").replace("1 1 a", "1 1 b")))

    assert found.lines == ("~ [f 1] becomes [f 2] in [pd sub]",)
