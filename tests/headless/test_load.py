"""The load check: silent for good patches, exact about bad ones."""

from __future__ import annotations

from pathlib import Path

from patchgen.headless.load import load

from .sketch import sketch_text


def test_a_good_patch_loads_silently(pd: Path) -> None:
    text = sketch_text("osc~ 440\n*~ 0.1\ndac~\nloadbang\nprint", "0 0 1 0, 1 0 2 0, 3 0 4 0")

    report = load(text, pd)

    assert report.is_silent


def test_an_object_that_does_not_exist_is_named_with_its_arguments(pd: Path) -> None:
    report = load(sketch_text("osc~ 440\nfrobnicate 1 2\nmetro fast"), pd)

    assert report.not_created == ("frobnicate 1 2", "metro fast")
    assert not report.is_silent


def test_failed_connections_are_reported_with_their_numbers(pd: Path) -> None:
    text = sketch_text("osc~ 440\nf\ndac~", "0 0 2 0, 0 5 2 0, 1 0 2 7, 0 0 42 0")

    report = load(text, pd)

    assert report.failed_connections == (
        "0 5 2 0 (osc~->dac~)",
        "1 0 2 7 (float->dac~)",
        "0 0 42 0 (osc~->???)",
    )
    assert report.complaints == ()


def test_a_signal_into_a_control_inlet_is_a_complaint(pd: Path) -> None:
    report = load(sketch_text("osc~ 440\nf", "0 0 1 0"), pd)

    assert any("nonsignal inlet" in line for line in report.complaints)


def test_a_table_that_is_missing_is_a_complaint(pd: Path) -> None:
    report = load(sketch_text("tabread~ nowhere\ndac~", "0 0 1 0"), pd)

    assert report.complaints == ("tabread~: nowhere: no such array",)


def test_text_that_is_no_patch_is_a_complaint(pd: Path) -> None:
    report = load("Here is your patch!", pd)

    assert not report.is_silent


def test_a_file_that_quits_pd_is_a_complaint(pd: Path) -> None:
    report = load("pd quit;\n" + sketch_text("osc~ 440"), pd)

    assert "the patch makes Pd quit" in report.complaints


def test_loadbangs_do_not_fire(pd: Path) -> None:
    report = load(sketch_text("loadbang\nprint", "0 0 1 0"), pd)

    assert report.is_silent


def test_what_is_printed_when_dsp_starts_is_no_complaint(pd: Path) -> None:
    report = load(sketch_text("samplerate~\nprint", "0 0 1 0"), pd)

    assert report.is_silent


def test_a_box_text_of_several_lines_is_one_object(pd: Path) -> None:
    report = load(sketch_text("foo 1 \\; bar 2 \\; baz"), pd)

    assert report.not_created == ("foo 1; bar 2; baz",)
    assert report.complaints == ()
