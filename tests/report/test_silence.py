"""Why there is no sound: each reason in a patch that has it, and not in its healthy twin."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint.samples import canvas_of

from patchgen.lint.rule import Patch
from patchgen.report.ears import Ears
from patchgen.report.net import Net
from patchgen.report.silence import diagnose
from patchgen.report.trouble import REMEDIES, Verdict

from .boxes import GO, RUN, RUN_KEPT, TO_PITCH, VOLUME, VOLUME_KEPT
from .sketched import codes_of, sound_of

TWINS: list[tuple[str, str, str]] = [
    ("no-dac", "[osc~ 440] -> [*~ 0.1]", "[osc~ 440] -> [*~ 0.1] -> [dac~]"),
    ("dac-unfed", "[dac~], [r x]", "[osc~ 440] -> [dac~]"),
    ("missing-cord", "[osc~ 440] -> [*~ 0.1], [dac~]", "[osc~ 440] -> [*~ 0.1] -> [dac~]"),
    ("missing-cord", "[osc~ 440], [lop~ 500] -> [dac~]", "[osc~ 440] -> [lop~ 500] -> [dac~]"),
    ("dac-one-channel", "[osc~ 440] -> [dac~]", "[osc~ 440] -> [dac~], [osc~ 440] -> 1:[dac~]"),
    ("dac-one-channel", "[osc~ 440] -> [dac~ 1 2]", "[osc~ 440] -> [dac~ 1]"),
    ("dac-channel", "[osc~ 440] -> [dac~ 3]", "[osc~ 440] -> [dac~ 2]"),
    ("dac-control", "[440( -> [dac~]", "[440( -> [osc~] -> [dac~]"),
    ("wrong-cord", "[osc~ 440] -> [* 0.1] -> [dac~]", "[osc~ 440] -> [*~ 0.1] -> [dac~]"),
    ("wrong-cord", "[osc~ 3] -> 1:[*~ 1] -> [dac~]", "[osc~ 3] -> 1:[*~] -> [dac~]"),
    ("gain-zero", "[osc~ 440] -> [*~ 0] -> [dac~]", "[osc~ 440] -> [*~ 0.1] -> [dac~]"),
    ("gain-zero", "[osc~ 440] -> [*~] -> [dac~]", "[osc~ 440] -> [*~ 1] -> [dac~]"),
    (
        "gain-zero",
        f"[osc~ 440] -> [*~] -> [dac~], {VOLUME} -> 1:[*~]",
        f"[osc~ 440] -> [*~] -> [dac~], {VOLUME_KEPT} -> 1:[*~]",
    ),
    (
        "gain-zero",
        "[osc~ 440] -> [*~ 1] -> [dac~], [loadbang] -> [0( -> 1:[*~ 1]",
        "[osc~ 440] -> [*~ 1] -> [dac~], [loadbang] -> [0.2( -> 1:[*~ 1]",
    ),
    ("division-zero", "[osc~ 440] -> [/~] -> [dac~]", "[osc~ 440] -> [/~ 3] -> [dac~]"),
    (
        "ramp-unstarted",
        "[osc~ 440] -> [*~] -> [dac~], [vline~] -> 1:[*~]",
        "[osc~ 440] -> [*~] -> [dac~], [loadbang] -> [1 10( -> [vline~] -> 1:[*~]",
    ),
    (
        "ramp-unstarted",
        f"[osc~ 440] -> [*~] -> [dac~], {RUN} -> [metro 100] -> [1 9( -> [line~] -> 1:[*~]",
        f"[osc~ 440] -> [*~] -> [dac~], {RUN_KEPT} -> [metro 100] -> [1 9( -> [line~] -> 1:[*~]",
    ),
    (
        "constant-zero",
        "[osc~ 440] -> [*~] -> [dac~], [sig~] -> 1:[*~]",
        "[osc~ 440] -> [*~] -> [dac~], [sig~ 0.1] -> 1:[*~]",
    ),
    (
        "constant-zero",
        f"[osc~ 440] -> [*~] -> [dac~], {VOLUME} -> [lop~ 5] -> 1:[*~]",
        f"[osc~ 440] -> [*~] -> [dac~], {VOLUME_KEPT} -> [lop~ 5] -> 1:[*~]",
    ),
    ("constant", "[sig~ 0.5] -> [dac~]", "[sig~ 440] -> [osc~] -> [dac~]"),
    ("frequency-zero", "[osc~] -> [dac~]", "[osc~ 440] -> [dac~]"),
    ("frequency-zero", "[r pitch] -> [osc~] -> [dac~]", "[osc~ 220] -> [osc~] -> [dac~]"),
    ("frequency-low", "[phasor~ 3] -> [dac~]", "[phasor~ 30] -> [dac~]"),
    ("frequency-high", "[osc~ 30000] -> [dac~]", "[osc~ 3000] -> [dac~]"),
    ("filter-closed", "[noise~] -> [lop~] -> [dac~]", "[noise~] -> [lop~ 900] -> [dac~]"),
    (
        "filter-closed",
        "[noise~] -> [vcf~ 5] -> [dac~]",
        "[noise~] -> [vcf~ 5] -> [dac~], [sig~ 500] -> 1:[vcf~ 5]",
    ),
    ("filter-thin", "[noise~] -> [hip~ 20000] -> [dac~]", "[noise~] -> [hip~ 20] -> [dac~]"),
    ("clip-closed", "[noise~] -> [clip~] -> [dac~]", "[noise~] -> [clip~ -1 1] -> [dac~]"),
    (
        "hold-still",
        "[noise~] -> [samphold~] -> [dac~]",
        "[noise~] -> [samphold~] -> [dac~], [phasor~ 100] -> 1:[samphold~]",
    ),
    (
        "table-empty",
        "[phasor~ 99] -> [tabread4~ a] -> [dac~], [table a 64]",
        "[phasor~ 99] -> [tabread4~ a] -> [dac~], [table a 64], [loadbang] -> [; a sinesum 64 1(",
    ),
    (
        "index-still",
        "[tabread~ a] -> [dac~], [table a 64], [loadbang] -> [; a sinesum 64 1(",
        "[phasor~ 9] -> [tabread~ a] -> [dac~], [table a 64], [loadbang] -> [; a sinesum 64 1(",
    ),
    (
        "player-unstarted",
        "[tabplay~ a] -> [dac~], [table a 64], [loadbang] -> [; a sinesum 64 1(",
        "[loadbang] -> [tabplay~ a] -> [dac~], [table a 64], [loadbang] -> [; a sinesum 64 1(",
    ),
    (
        "file-unopened",
        f"{GO} -> [readsf~] -> [dac~]",
        "[loadbang] -> [open a.wav \\, 1( -> [readsf~]",
    ),
    (
        "file-unstarted",
        f"[loadbang] -> [open a.wav( -> [readsf~] -> [dac~], {RUN} -> [readsf~]",
        "[loadbang] -> [open a.wav \\, 1( -> [readsf~] -> [dac~]",
    ),
    ("microphone", "[adc~] -> [dac~]", "[noise~] -> [dac~]"),
    (
        "no-partner",
        "[r~ a] -> [dac~], [noise~] -> [s~ b]",
        "[r~ a] -> [dac~], [noise~] -> [s~ a]",
    ),
    ("no-partner", "[catch~ a] -> [dac~]", "[catch~ a] -> [dac~], [noise~] -> [throw~ a]"),
    (
        "no-partner",
        "[delread~ a] -> [dac~]",
        "[delread~ a] -> [dac~], [noise~] -> [delwrite~ a 100]",
    ),
    (
        "switch-off",
        "[pd a {[osc~ 440] -> [outlet~], [switch~]}] -> [dac~]",
        "[pd a {[osc~ 440] -> [outlet~], [loadbang] -> [1( -> [switch~]}] -> [dac~]",
    ),
    (
        "inlet-unfed",
        "[pd a {[inlet~] -> [*~ 0.1] -> [outlet~]}] -> [dac~]",
        "[osc~ 440] -> [pd a {[inlet~] -> [*~ 0.1] -> [outlet~]}] -> [dac~]",
    ),
    (
        "unknown-object",
        "[osc~ 440] -> [mystery~] -> [dac~]",
        "[osc~ 440] -> [hip~ 50] -> [dac~]",
    ),
    ("bad-arguments", "[osc~ a] -> [dac~]", "[osc~ 440] -> [dac~]"),
    ("unfed", "[*~ 0.1] -> [dac~]", "[osc~ 440] -> [*~ 0.1] -> [dac~]"),
    ("level-zero", "[osc~ 440] -> [output~]", "[osc~ 440] -> [dac~]"),
]
"""Code, a patch that has the trouble, one nearly the same that has not."""


@pytest.mark.parametrize(("code", "sick", "healthy"), TWINS)
def test_each_trouble_is_found_where_it_is_and_nowhere_else(
    code: str, sick: str, healthy: str
) -> None:
    found, found_in_healthy = codes_of(sick), codes_of(healthy)

    assert code in found
    assert code not in found_in_healthy


def test_every_trouble_but_missing_files_is_in_the_table() -> None:
    told = {code for code, _, _ in TWINS}

    assert told == REMEDIES.keys() - {"file-missing"}


@pytest.mark.parametrize(
    ("sample", "verdict"),
    [
        ("[osc~ 440] -> [dac~]", Verdict.SOUNDS),
        ("[osc~ 440] -> [*~] -> [dac~]", Verdict.SILENT),
        (f"[osc~ 440] -> [*~] -> [dac~], {VOLUME} -> 1:[*~]", Verdict.WAITS),
        ("[notein] -> [mtof] -> [osc~] -> [dac~]", Verdict.WAITS),
        ("[metro 500] -> [print]", Verdict.NO_OUTPUT),
        ("[inlet~] -> [*~ 0.5] -> [outlet~]", Verdict.WAITS),
        ("[osc~ 440] -> [dac~ 3 4]", Verdict.SILENT),
        ("[delread~ a] -> [*~ 0.5] -> [delwrite~ a 9], [delread~ a] -> [dac~]", Verdict.SILENT),
    ],
)
def test_the_verdict_tells_sound_from_waiting_and_from_silence(
    sample: str, verdict: Verdict
) -> None:
    sound = sound_of(sample)

    assert sound.verdict is verdict


def test_a_waiting_patch_names_what_to_do() -> None:
    sample = f"[osc~ 440] -> [*~] -> [dac~], {VOLUME} -> [s v], [r v] -> 1:[*~]"

    (trouble, _) = sound_of(sample).troubles

    assert trouble.message == "[*~] multiplies by 0 until you move [slider 'volume']"
    assert trouble.fix == "Move [slider 'volume']."
    assert trouble.place.box == 1


def test_a_stopped_metro_is_named_with_its_toggle() -> None:
    sample = f"[osc~ 440] -> [*~] -> [dac~], {RUN} -> [metro 99] -> [1 9( -> [line~] -> 1:[*~]"

    (trouble, _) = sound_of(sample).troubles

    assert "nothing starts [metro 99]" in trouble.message
    assert trouble.fix == "Switch on [toggle 'run']."


def test_a_slider_reaches_a_pitch_under_a_name() -> None:
    sample = f"{TO_PITCH}, [r pitch] -> [osc~] -> [dac~]"

    (trouble, _) = sound_of(sample).troubles

    assert trouble.controls == ("move [slider 'tune']",)


def test_a_missing_cord_names_both_boxes() -> None:
    sample = "[noise~] -> [hip~ 100], [lop~ 500] -> [*~ 0.1] -> [dac~]"

    trouble = sound_of(sample).troubles[0]

    assert trouble.message == "no cord goes from [hip~ 100] to [lop~ 500]"
    assert trouble.fix == "Connect [hip~ 100] to the first inlet of [lop~ 500]."


def test_no_cord_is_proposed_where_something_else_explains_the_silence() -> None:
    codes = codes_of("[noise~] -> [lop~] -> [dac~], [osc~ 440] -> [*~ 0.5]")

    assert "filter-closed" in codes
    assert "missing-cord" not in codes


def test_a_place_inside_a_subpatch_is_told() -> None:
    sample = "[osc~ 440] -> [pd gain {[inlet~] -> [*~] -> [outlet~]}] -> [dac~]"

    trouble = sound_of(sample).troubles[0]

    assert (trouble.code, trouble.place.canvas, trouble.place.box) == ("gain-zero", (1,), 1)
    assert trouble.canvas == "pd gain"


def test_unknown_objects_make_the_verdict_unsure() -> None:
    sound = sound_of("[osc~ 440] -> [mystery~] -> [dac~]")

    assert sound.verdict is Verdict.SOUNDS
    assert sound.unknown == ("[mystery~]",)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_sound_file_is_looked_for(tmp_path: Path, is_there: bool) -> None:
    if is_there:
        (tmp_path / "a.wav").write_bytes(b"RIFF")
    canvas = canvas_of("[loadbang] -> [open a.wav \\, 1( -> [readsf~] -> [dac~]")

    sound = diagnose(Ears(Net(Patch(canvas), tmp_path)))

    assert (sound.verdict is Verdict.SOUNDS) is is_there
    assert any(trouble.code == "file-missing" for trouble in sound.troubles) is not is_there


def test_a_saved_array_is_no_empty_one() -> None:
    text = (
        "#N canvas 0 50 450 300 12;\n#N canvas 0 50 450 250 (subpatch) 0;\n"
        "#X array wave 4 float 3;\n#A 0 0 0.5 0 -0.5;\n#X coords 0 1 4 -1 200 140 1;\n"
        "#X restore 10 10 graph;\n#X obj 10 200 phasor~ 100;\n#X obj 10 230 tabread4~ wave;\n"
        "#X obj 10 260 dac~ 1;\n#X connect 1 0 2 0;\n#X connect 2 0 3 0;\n"
    )

    filled, empty = sound_of(text), sound_of(text.replace("0.5 0 -0.5", "0 0 0"))

    assert filled.verdict is Verdict.SOUNDS
    assert [trouble.code for trouble in empty.troubles] == ["table-empty"]


@pytest.mark.parametrize(
    ("sample", "is_switched", "switches"),
    [
        ("[osc~ 440] -> [dac~]", False, ()),
        ("[osc~ 440] -> [dac~], [; pd dsp 1(", False, ("[; pd dsp 1(",)),
        ("[osc~ 440] -> [dac~], [; pd dsp 0(", False, ()),
        ("[osc~ 440] -> [dac~], [loadbang] -> [; pd dsp 1(", True, ("[; pd dsp 1(",)),
        ("[osc~ 440] -> [dac~], [dsp 1( -> [s pd]", False, ("[s pd]",)),
    ],
)
def test_switches_for_dsp_in_the_patch_are_found(
    sample: str, is_switched: bool, switches: tuple[str, ...]
) -> None:
    sound = sound_of(sample)

    assert sound.is_dsp_switched is is_switched
    assert sound.dsp_switches == switches
