"""Abstractions as subpatches, with their arguments put in."""

from __future__ import annotations

from pathlib import Path

from lint.samples import canvas_of

from patchgen.lint.abstractions import beside
from patchgen.lint.rule import Patch
from patchgen.pd.model import walk
from patchgen.pd.write import write
from patchgen.report.ears import Ears
from patchgen.report.expand import expanded
from patchgen.report.net import Net
from patchgen.report.silence import diagnose
from patchgen.report.trouble import Verdict

VOICE = (
    "#N canvas 0 50 450 300 12;\n#X obj 10 10 osc~ \\$1;\n#X obj 10 40 *~ \\$2;\n"
    "#X obj 10 70 outlet~;\n#X obj 90 10 r \\$0-x;\n#X msg 90 40 set \\$1;\n"
    "#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n#X connect 3 0 4 0;\n"
)


def texts(folder: Path, sample: str) -> list[str]:
    """All boxes of a sketch whose abstractions lie in the folder."""
    whole = expanded(canvas_of(sample), beside(folder))
    return [" ".join(box.atoms) for _, canvas in walk(whole) for box in canvas.boxes]


def test_arguments_are_put_in_but_not_into_message_boxes(tmp_path: Path) -> None:
    (tmp_path / "voice.pd").write_text(VOICE, "utf-8")

    told = texts(tmp_path, "[voice 440 0.5] -> [dac~]")

    assert told[:4] == ["voice 440 0.5", "dac~", "osc~ 440", "*~ 0.5"]
    assert told[-1] == "set \\$1"


def test_each_abstraction_has_a_number_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "voice.pd").write_text(VOICE, "utf-8")

    told = texts(tmp_path, "[voice 440] -> [dac~], [voice 220] -> [dac~]")
    names = [text for text in told if text.startswith("r ")]

    assert len(set(names)) == 2


def test_clones_are_opened_once(tmp_path: Path) -> None:
    (tmp_path / "voice.pd").write_text(VOICE, "utf-8")

    told = texts(tmp_path, "[clone -s 1 voice 4 0.2] -> [dac~]")

    assert told.count("osc~ 1") == 1
    assert "*~ 0.2" in told


def test_a_voice_of_a_clone_gets_messages_without_its_number(tmp_path: Path) -> None:
    (tmp_path / "voice.pd").write_text(
        "#N canvas 0 50 450 300 12;\n#X obj 10 10 inlet;\n#X obj 10 40 osc~;\n"
        "#X obj 10 70 outlet~;\n#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n",
        "utf-8",
    )
    lookup = beside(tmp_path)

    silent, loud = (
        diagnose(Ears(Net(Patch(expanded(canvas_of(sample), lookup)))))
        for sample in (
            "[loadbang] -> [1 0( -> [clone voice 4] -> [dac~]",
            "[loadbang] -> [1 440( -> [clone voice 4] -> [dac~]",
        )
    )

    assert silent.verdict is Verdict.SILENT
    assert loud.verdict is Verdict.SOUNDS


def test_one_that_loads_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "round.pd").write_text("#N canvas 0 50 450 300 12;\n#X obj 10 10 round;\n", "utf-8")

    told = texts(tmp_path, "[round]")

    assert 1 < len(told) < 20


def test_pds_own_objects_are_not_looked_for(tmp_path: Path) -> None:
    (tmp_path / "osc~.pd").write_text(VOICE, "utf-8")

    assert texts(tmp_path, "[osc~ 440] -> [dac~]") == ["osc~ 440", "dac~"]


def test_the_diagnosis_looks_inside(tmp_path: Path) -> None:
    (tmp_path / "voice.pd").write_text(VOICE, "utf-8")
    lookup = beside(tmp_path)

    loud, silent = (
        diagnose(Ears(Net(Patch(expanded(canvas_of(sample), lookup)))))
        for sample in ("[voice 440 0.5] -> [dac~]", "[voice 440] -> [dac~]")
    )

    assert loud.verdict is Verdict.SOUNDS
    assert (silent.verdict, silent.troubles[0].code) == (Verdict.SILENT, "gain-zero")
    assert silent.troubles[0].canvas == "voice 440"


def test_the_whole_patch_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "voice.pd").write_text(VOICE, "utf-8")

    text = write(expanded(canvas_of("[voice 440 0.5] -> [dac~]"), beside(tmp_path)))

    assert "#X restore 10 10 voice 440 0.5;" in text
