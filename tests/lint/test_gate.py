"""What must never reach a user's Pd, and what must not be refused by mistake."""

from __future__ import annotations

import pytest

from lint.samples import canvas_of
from patchgen.findings import Severity
from patchgen.lint.gate import Policy, capabilities, gate, policy_of
from patchgen.objects.capabilities import Capability

HEAD = "#N canvas 0 50 450 300 12;\n"

REFUSED = [
    # Records that Pd would run while loading.
    f"{HEAD}pd quit;\n",
    f"{HEAD}#X savetofile x.pd /tmp;\n",
    f"{HEAD}#X obj 1 1 osc~, savetofile x.pd /tmp;\n",
    f"{HEAD}#X msg 1 1 a, savetofile x.pd /tmp;\n",
    f"{HEAD}#X array a 9 float 3;\n#A write /tmp/x;\n",
    f"{HEAD}#X declare -lib evil;\n",
    f"{HEAD}#N canvas 0 0 9 9 sub 0;\n#X msg 1 1 \\; pd quit;\n#X restore 1 1 pd sub;\n",
    f"{HEAD}#X array a 1e9 float 3;\n",
    f"{HEAD}#X obj 1 1 s {'x' * 999}\\;pd;\n",
    # Commands for Pd, and names that may become such.
    "[; pd quit(",
    "[a \\; b c \\; pd quit(",
    "[; pd dsp 1 \\, quit(",
    "[; $1 quit(",
    "[; p$1 quit(",
    "[; $2-x quit(",
    "[; pd-main.pd obj 1 1 shell(",
    "[; pd$1 obj 1 1 shell(",
    "[; #X savetofile x /tmp(",
    "[s pd]",
    "[s $1]",
    "[s $1-a]",
    "[s pd-$1]",
    "[s]",
    "[r #X]",
    "[table #A 10]",
    "[floatatom 5 0 0 0 - - pd]",
    "[hsl 128 15 0 127 0 0 pd-x.pd empty l 0 0 0 0 0 0 0 0 1]",
    "[quit( -> [s pd]",
    "[dsp 1( -> [s pd], [quit( -> [s pd]",
    "[qlist]",
    "[text sequence notes -g]",
    "[pdcontrol]",
    "[namecanvas x]",
    # Files.
    "[soundfiler]",
    "[writesf~ 2]",
    "[textfile]",
    "[openpanel]",
    "[file delete]",
    "[; a write /tmp/x(, [table a 9]",
    "[; notes $1 /tmp/x(, [text define notes]",
    "[write /tmp/x( -> [text define notes]",
    "[write /tmp/x( -> [t a] -> [array define a]",
    "[write /tmp/x( -> [spigot] -> [array define a]",
    "[$1 /tmp/x( -> [text define notes]",
    "[list trim] -> [text define notes]",
    "[r x] -> [array define a]",
    "[list trim] -> [s a], [table a 9]",
    "[list trim] -> [s 1003-a], [table $0-a 9]",
    "[pd x {[inlet] -> [text define notes]}]",
    "[send-window obj 1 1 shell( -> [pointer]",
    # Programs, code, the network, and what nobody knows.
    "[shell]",
    "[pd~]",
    "[pd x {[popen]}]",
    "[declare -lib evil]",
    "[/tmp/evil]",
    "[../evil]",
    "[clone ../evil 3]",
    "[clone evil 3]",
    "[mystery]",
    "[$1]",
    "[netsend -u]",
    "[netreceive 3000]",
]

HARMLESS = [
    "[metro 500] -> [random 12] -> [+ 60] -> [mtof] -> [osc~] -> [*~ 0.1] -> [dac~]",
    "[notein] -> [makenote] -> [noteout]",
    "[adc~] -> [dac~]",
    "[s volume], [r volume], [s $0-a], [r $0-a]",
    "[; volume 0.5(, [r volume]",
    "[; $0-a 1(",
    "[clear( -> [text define notes]",
    "[add a b \\, add c( -> [text define notes]",
    "[resize 100( -> [s a], [table a]",
    "[; a const 0(, [table a 9]",
    "[f] -> [tabwrite a], [table a 9]",
    "[t b f]:1 -> [s a], [table a 9]",
    "[r pd-dsp-started] -> [print]",
    "[hsl 128 15 0 127 0 0 volume empty l 0 0 0 0 0 0 0 0 1]",
    "[print pd]",
    "[list prepend write] -> [list trim] -> [print]",
    "[declare -path sub]",
    "[expr $f1 / 2]",
    f"{HEAD}#X declare -path sub;\n#X text 1 1 ; pd quit \\, hello;\n".replace("; pd", "\\; pd"),
]


@pytest.mark.parametrize("sample", REFUSED)
def test_the_gate_refuses(sample: str) -> None:
    findings = gate(canvas_of(sample))

    assert findings
    assert {finding.severity for finding in findings} == {Severity.ERROR}


@pytest.mark.parametrize("sample", HARMLESS)
def test_the_gate_lets_music_pass(sample: str) -> None:
    assert gate(canvas_of(sample)) == ()


def test_switching_sound_on_is_refused_under_a_code_of_its_own() -> None:
    for sample in ("[; pd dsp 1(", "[dsp 1( -> [s pd]"):
        canvas = canvas_of(sample)

        assert [finding.code for finding in gate(canvas)] == ["gate-dsp"]
        assert gate(canvas, Policy(allows_dsp=True)) == ()


def test_a_policy_can_allow_files_but_code_still_not() -> None:
    files = Policy(allowed=Policy().allowed | {Capability.FILE})

    assert gate(canvas_of("[soundfiler]"), files) == ()
    assert gate(canvas_of("[shell]"), files)


def test_who_may_write_may_read_but_not_the_other_way_round() -> None:
    reading, writing = policy_of({Capability.READ}, ()), policy_of({Capability.FILE}, ())
    read = canvas_of("[read a.wav x( -> [soundfiler]")
    write = canvas_of("[write a.wav x( -> [soundfiler]")

    assert gate(read, reading) == gate(read, writing) == gate(write, writing) == ()
    assert gate(write, reading)


@pytest.mark.parametrize("name", ["/etc/passwd", "../../x", "~/x", "C:\\x"])
def test_no_policy_allows_files_outside_the_folder(name: str) -> None:
    allowed = policy_of({Capability.FILE}, ())

    findings = gate(canvas_of(f"[symbol {name}( -> [read $1 x( -> [soundfiler]"), allowed)

    assert any("outside the patch's folder" in finding.message for finding in findings)


def test_what_is_denied_is_refused_though_it_is_allowed() -> None:
    denied = policy_of({Capability.FILE}, {Capability.FILE, Capability.MIDI})

    assert gate(canvas_of("[soundfiler]"), denied)
    assert gate(canvas_of("[notein]"), denied)


def test_a_policy_can_allow_objects_that_nobody_knows() -> None:
    assert gate(canvas_of("[mystery]"), Policy(allows_unknown=True)) == ()


def test_a_refusal_names_box_and_canvas() -> None:
    (finding,) = gate(canvas_of("[osc~] -> [dac~], [pd x {[bng] -> [s pd]}]"))

    assert (finding.place.canvas, finding.place.box) == ((2,), 1)
    assert finding.hint


def test_the_report_tells_everything_that_is_reached() -> None:
    sample = "[osc~] -> [dac~], [notein], [writesf~], [pd x {[; pd quit(}]"

    found = capabilities(canvas_of(sample))

    assert found == {Capability.AUDIO, Capability.MIDI, Capability.FILE, Capability.CONTROL}


def test_the_report_of_a_calculation_is_empty() -> None:
    assert capabilities(canvas_of("[f] -> [+ 1] -> [print]")) == frozenset()
