"""Broken packets, a flood and a soak in short; `patchgen-train benchmark` does them at length."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.service.jobs import MOST_WAITING
from patchgen.service.osc import Message, encode
from patchgen.service.replies import DONE, ERROR
from patchgen_training.benchmarks import flood, packets, soak
from patchgen_training.benchmarks.after import half_files, wrong_ending
from patchgen_training.benchmarks.part import Material

from .conftest import Serve

NOWHERE = Path("/nonexistent")


def material(**limits: float) -> Material:
    """What the parts are given; they need no corpus."""
    return Material(NOWHERE, NOWHERE, NOWHERE, **limits)


def test_thousands_of_broken_packets_harm_nobody() -> None:
    result = packets.measure(material(mutants=4000))

    assert [note for note in result.notes if "0 without an answer" in note]
    assert result.notes[2:] == ("0 lines about bugs in its log; 0 failures.",)


def test_a_flood_of_requests_is_refused_within_bounds() -> None:
    result = flood.measure(material(minutes=5 / 60))

    figures = {name: float(text.removesuffix(" MB").replace(",", ""))
               for name, text in result.tables[0].rows}  # fmt: skip
    assert result.notes == ("0 lines about bugs in its log; 0 failures.",)
    assert figures["sent"] >= 4000
    assert figures["refused"] > 0 and figures["patches meanwhile"] > 0
    assert figures["most jobs at once"] <= MOST_WAITING + 1
    assert figures["memory, highest"] - figures["memory before"] < 20


def test_a_short_soak_has_no_failure() -> None:
    result = soak.measure(material(minutes=0.25))

    acts, memory = result.tables
    assert all(int(number) > 0 for _, number in acts.rows)
    assert [row[0] for row in memory.rows] == ["daemon", "its processes"]
    assert result.notes == ("0.25 minutes; 0 failures; 0 lines about bugs in the log.",)


@pytest.mark.parametrize("kind", packets.NOISE)
def test_every_kind_of_noise_can_be_made_again(kind: str) -> None:
    made = [packets.noise(1, number) for number in range(200)]

    assert made == [packets.noise(1, number) for number in range(200)]
    assert len({packet for name, packet in made if name == kind}) > 5
    assert max(len(packet) for _, packet in made) < 65_000


def test_what_is_wrong_is_seen(tmp_path: Path) -> None:
    (tmp_path / "good.pd").write_text("#N canvas 0 50 9 9 10;\n#X obj 9 9 bang;\n", "utf-8")
    (tmp_path / "half.pd").write_text("#N canvas 0 50 450", "utf-8")
    (tmp_path / ".patchgen-x.partial").touch()

    def ending(name: str) -> str | None:
        return wrong_ending(Message(DONE, ("1", name, str(tmp_path))))

    assert len(half_files(tmp_path)) == 2
    assert ending("good.pd") is None
    assert "half.pd" in str(ending("half.pd"))
    assert "gone.pd" in str(ending("gone.pd"))
    assert wrong_ending(Message(ERROR, ("1", "no draft of 4 passed", "Try again."))) is None
    assert wrong_ending(Message(ERROR, ("1", "internal error: oops", ""))) == "internal error: oops"
    assert "no ending" in str(wrong_ending(None))


def test_a_bug_in_the_daemon_is_seen(serve: Serve) -> None:
    it, box = serve(log_level="info")
    box.throw(encode(Message("/patchgen/nonsense", ("1",))))
    assert box.wait_for("error", "1")
    assert it.bugs() == 0

    with (it.folder / "log").open("a", encoding="utf-8") as log:
        log.write("Traceback (most recent call last):\n")

    assert it.bugs() == 1
