"""The probe: messages with their logical times, and sound to the sample."""

from __future__ import annotations

import time
from math import cos, pi
from pathlib import Path

import pytest

from patchgen.headless.probe import Feed, Seen, observe

from .sketch import sketch


def test_prints_carry_label_time_and_atoms(pd: Path) -> None:
    canvas = sketch("loadbang\nmetro 100\nf\n+ 1\nprint count",
                    "0 0 1 0, 1 0 2 0, 2 0 3 0, 3 0 2 1, 3 0 4 0")  # fmt: skip

    seen = observe(canvas, pd=pd, seconds=0.3)

    assert seen.prints == (
        Seen(0, "count", (1,)), Seen(100, "count", (2,)), Seen(200, "count", (3,)),
    )  # fmt: skip
    assert seen.console == ("count: 1", "count: 2", "count: 3")


def test_labels_are_those_of_pd(pd: Path) -> None:
    canvas = sketch("loadbang\nprint\nprint -n\nprint two words\nprint 7",
                    "0 0 1 0, 0 0 2 0, 0 0 3 0, 0 0 4 0")  # fmt: skip

    seen = observe(canvas, pd=pd)

    assert [one.label for one in seen.prints] == ["print", "", "two words", "7"]
    assert seen.console == ("print: bang", "bang", "two words: bang", "7: bang")


def test_prints_in_subpatches_are_matched_too(pd: Path) -> None:
    canvas = sketch(
        """loadbang
        #N canvas 0 0 100 100 inner 0
        #X obj 10 10 inlet
        #X obj 10 40 print inside
        #X connect 0 0 1 0
        #X restore 10 40 pd inner""",
        "0 0 1 0",
    )

    assert observe(canvas, pd=pd).prints == (Seen(0, "inside", ("bang",)),)


@pytest.mark.parametrize(
    ("message", "atoms"),
    [
        ("bang", ("bang",)),
        ("5", (5.0,)),
        ("-0.25", (-0.25,)),
        ("1 2 3", (1.0, 2.0, 3.0)),
        ("list a b", ("a", "b")),
        ("symbol foo", ("foo",)),
        ("set 5", ("set", 5.0)),
        ("a,b $1;", ("a,b", "$1;")),
    ],
)
def test_every_type_of_message_goes_in_and_is_seen(
    pd: Path, message: str, atoms: tuple[float | str, ...]
) -> None:
    canvas = sketch("r nowhere\nt a", "0 0 1 0")

    seen = observe(canvas, feeds=[Feed(50, 0, message)], watch=[0], pd=pd)

    assert seen.values(0) == (Seen(50, "0", atoms),)


def test_feeds_arrive_in_order_at_their_times(pd: Path) -> None:
    canvas = sketch("f\n* 2", "0 0 1 0")
    feeds = [Feed(20, 0, "2"), Feed(0, 0, "1"), Feed(20, 0, "3"), Feed(20.5, 0, "4")]

    seen = observe(canvas, feeds=feeds, watch=[1], pd=pd)

    assert [(one.at, one.atoms[0]) for one in seen.values(1)] == [
        (0, 2), (20, 4), (20, 6), (20.5, 8),
    ]  # fmt: skip
    assert seen.last(1) == 8


def test_a_feed_at_zero_comes_after_the_loadbangs(pd: Path) -> None:
    canvas = sketch("loadbang\nmsg 1\nf", "0 0 1 0, 1 0 2 0")

    seen = observe(canvas, feeds=[Feed(0, 2, "9")], watch=[2], pd=pd)

    assert [one.atoms[0] for one in seen.values(2)] == [1, 9]


def test_what_is_fed_back_is_seen_in_the_order_it_was_sent(pd: Path) -> None:
    canvas = sketch("f\n+ 1\nsel 4\nf", "0 0 1 0, 1 0 2 0, 2 1 0 0")

    seen = observe(canvas, feeds=[Feed(0, 0, "0")], watch=[0, 1], pd=pd)

    assert [one.atoms[0] for one in seen.values(0)] == [0, 1, 2, 3]
    assert seen.last(1) == 4


@pytest.mark.parametrize(
    ("box", "message", "value"),
    [("notein", "60 100 1", 60), ("ctlin 7", "7 64 1", 64), ("bendin", "100 1", 100),
     ("key", "97", 97), ("r pitch", "12", 12)],
)  # fmt: skip
def test_boxes_without_inlets_are_fed_where_they_listen(
    pd: Path, box: str, message: str, value: float
) -> None:
    seen = observe(sketch(box), feeds=[Feed(5, 0, message)], watch=[0], pd=pd)

    assert seen.last(0) == value


def test_a_box_that_said_nothing_has_no_last_value(pd: Path) -> None:
    assert observe(sketch("f"), watch=[0], pd=pd).last(0) is None


def test_a_signal_outlet_cannot_be_watched(pd: Path) -> None:
    with pytest.raises(ValueError, match="sends a signal"):
        observe(sketch("osc~ 440"), watch=[0], pd=pd)


def test_a_box_that_does_not_exist_cannot_be_fed(pd: Path) -> None:
    with pytest.raises(ValueError, match="box 3"):
        observe(sketch("f"), feeds=[Feed(0, 3, "bang")], pd=pd)


def test_connections_to_missing_boxes_do_not_reach_what_is_built_in(pd: Path) -> None:
    canvas = sketch("loadbang\nf", "0 0 2 0, 0 0 3 0, 0 0 5 0, 0 0 1 0")

    seen = observe(canvas, feeds=[Feed(100, 1, "2")], watch=[1], pd=pd)

    assert [one.at for one in seen.values(1)] == [0, 100]


def test_sound_is_exact_from_the_first_sample(pd: Path) -> None:
    canvas = sketch("osc~ 441\n*~ 3\ndac~", "0 0 1 0, 1 0 2 0")

    left, right = observe(canvas, pd=pd, seconds=0.1).audio

    assert len(left) == len(right) == 4410
    expected = [3 * cos(2 * pi * n / 100) for n in range(4410)]
    assert left.tolist() == pytest.approx(expected, abs=1e-3)
    assert set(right) == {0.0}


def test_every_dac_at_any_depth_is_heard_at_the_same_time(pd: Path) -> None:
    canvas = sketch(
        """#N canvas 0 0 100 100 first 0
        #X obj 10 10 osc~ 441
        #X obj 10 40 dac~ 1
        #X connect 0 0 1 0
        #X restore 10 10 pd first
        osc~ 441
        *~ -1
        dac~ 1
        #N canvas 0 0 100 100 last 0
        #X obj 10 10 inlet~
        #X obj 10 40 dac~ 3 2
        #X connect 0 0 1 0
        #X restore 10 10 pd last""",
        "1 0 2 0, 2 0 3 0, 1 0 4 0",
    )

    seen = observe(canvas, pd=pd, seconds=0.1)

    assert len(seen.audio) == 3
    assert seen.rms(0) == 0
    assert seen.rms(1) == 0
    assert seen.rms(2) == pytest.approx(0.7071, abs=1e-3)


def test_a_tone_starts_with_its_feed(pd: Path) -> None:
    canvas = sketch("sig~\ndac~", "0 0 1 0, 0 0 1 1")

    left, _ = observe(canvas, feeds=[Feed(100, 0, "0.5")], pd=pd, seconds=0.2).audio

    first = next(n for n, sample in enumerate(left) if sample)
    assert 4410 - 64 <= first <= 4410
    assert left[-1] == 0.5


def test_switched_off_parts_are_silent_for_just_that_time(pd: Path) -> None:
    canvas = sketch(
        """#N canvas 0 0 100 100 part 0
        #X obj 10 10 inlet
        #X obj 10 10 switch~
        #X obj 10 10 sig~ 1
        #X obj 10 40 dac~
        #X connect 0 0 1 0
        #X connect 2 0 3 0
        #X restore 10 10 pd part"""
    )

    left, _ = observe(canvas, feeds=[Feed(100, 0, "1")], pd=pd, seconds=0.2).audio

    assert sum(left) == pytest.approx(4410, abs=64)
    assert left[-1] == 1


def test_a_patch_without_dac_has_no_sound(pd: Path) -> None:
    seen = observe(sketch("osc~ 440"), pd=pd)

    assert seen.audio == ()
    assert seen.rms() == seen.peak() == 0


def test_the_microphone_hears_a_sine_if_asked(pd: Path) -> None:
    canvas = sketch("adc~\ndac~", "0 0 1 0, 0 1 1 1")

    assert observe(canvas, pd=pd).rms() == 0
    assert observe(canvas, pd=pd, microphone=441).rms(1) == pytest.approx(0.3536, abs=1e-3)


def test_a_patch_that_quits_pd_is_reported_as_unfinished(pd: Path) -> None:
    canvas = sketch("loadbang\nmsg \\; pd quit\nosc~\ndac~", "0 0 1 0, 2 0 3 0")

    seen = observe(canvas, pd=pd)

    assert not seen.is_finished
    assert observe(sketch("osc~ 440"), pd=pd).is_finished


def test_runtime_errors_are_complaints(pd: Path) -> None:
    seen = observe(sketch("f"), feeds=[Feed(0, 0, "foo")], pd=pd)

    assert seen.complaints == ("float: no method for 'foo'",)


def test_time_is_logical(pd: Path) -> None:
    canvas = sketch("osc~ 440\ndac~", "0 0 1 0")
    begun = time.monotonic()

    left, _ = observe(canvas, pd=pd, seconds=5.0).audio

    assert len(left) == 220_500
    assert time.monotonic() - begun < 2.5
