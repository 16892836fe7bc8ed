"""The decoding constraint: what may be written, and what may not."""

import itertools

import pytest

from patchgen.domains.patch.judge import MAX_BOXES, PatchConstraint
from patchgen.lint.gate import policy_of
from patchgen.objects.capabilities import ALLOWABLE, Capability

GOOD = """\
1 tgl "run"
2 metro 500 < 1
3 text define words
4 pd voice < 2 {
1 inlet
2 outlet < 1
}
5 f < 4
6 + 1 < 5
7 < 3 < 6
8 hsl 0 1 "volume" init:0.3
9 osc~ 440 < 7
10 *~ < 9 8>1
11 msg 1 , 0 500 ; foo 1 < 2
12 dac~ < 10 10>1
5 < 6>1
"""


def test_every_beginning_of_a_good_patch_is_allowed() -> None:
    constraint = PatchConstraint()

    assert all(constraint.allows(GOOD[:end]) for end in range(len(GOOD) + 1))
    assert constraint.may_end(GOOD)


def test_answers_do_not_depend_on_what_was_asked_before() -> None:
    constraint = PatchConstraint()
    texts = [GOOD, GOOD[:40], "1 nonsense", GOOD[:90] + "x", "", GOOD[:10]]

    for first, second in itertools.permutations(texts, 2):
        constraint.allows(first)
        assert constraint.allows(second) == PatchConstraint().allows(second)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2", "numbers begin at 1"),
        ("1 lowpass", "there is no such object"),
        ("1 osc~ 440 <", "the first box has nothing to be fed by"),
        ("1 osc~ 440\n2 print < 1", "a signal cannot go into a control inlet"),
        ("1 metro 500\n2 dac~ < 2", "a box cannot feed itself"),
        ("1 bng\n2 print < 1.1", "there is no second outlet"),
        ("1 bng\n2 print < 1>1", "there is no second inlet"),
        ("1 bng\n2 print < 1 1", "the cord is there already"),
        ("1 bng\n2 print < 01", "a source has one spelling"),
        ("1 osc~ foo\n", "the argument has the wrong type"),
        ("1 delread~\n", "the name of the delay line is missing"),
        ("1 shell", "it starts programs"),
        ("1 netsend", "it opens the network"),
        ("1 soundfiler", "it reads files"),
        ("1 pd a\n", "a subpatch has content"),
        ("1 pd a {\n}", "an empty subpatch"),
        ("1 bng\n2 pd a < 1 {\n1 f\n}", "its only inlet is missing"),
        ("1 msg ; pd quit", "it speaks to Pd itself"),
        ("1 msg ; pd-x obj", "it patches at run time"),
        ("1 bng \n", "a blank at the end"),
        ("1  bng", "two blanks"),
        ("1 raw", "raw records are not for models"),
        ("! X", "records are not for models"),
        ("}", "nothing is open"),
        ("1 bng\n2 f\n1 < 2\n3", "no box after extra connections"),
        ("1 send pd\n", "it speaks to Pd itself"),
        ("1 expr ($f1 + $f2\n", "a bracket is open"),
    ],
)
def test_a_bad_beginning_is_refused(text: str, why: str) -> None:
    assert not PatchConstraint().allows(text), why


@pytest.mark.parametrize(
    ("allowed", "text"),
    [
        ("read", "1 openpanel\n"),
        ("file", "1 soundfiler\n"),
        ("file", "1 readsf~\n"),
        ("file", "1 file stat\n"),
        ("network", "1 netsend -u -b\n"),
    ],
)
def test_what_the_user_allows_may_be_written(allowed: str, text: str) -> None:
    wide = policy_of([Capability(allowed)], [])

    assert PatchConstraint(wide).may_end(text)
    assert not PatchConstraint().allows(text)


def test_what_the_user_denies_may_not() -> None:
    silent = policy_of([Capability.NETWORK], [Capability.MIDI, Capability.NETWORK])

    assert PatchConstraint().may_end("1 notein\n")
    assert not PatchConstraint(silent).allows("1 notein")
    assert not PatchConstraint(silent).allows("1 netsend")


@pytest.mark.parametrize("name", ["shell", "pd~", "pdcontrol", "qlist", "dyn~", "netreceive old"])
def test_nothing_allows_what_nobody_may_allow(name: str) -> None:
    assert not PatchConstraint(policy_of(ALLOWABLE, [])).allows(f"1 {name}\n")


@pytest.mark.parametrize("text", ["", "1 bng", "1 pd a {\n1 f\n"])
def test_an_unfinished_patch_may_not_end(text: str) -> None:
    assert not PatchConstraint().may_end(text)


def test_a_patch_of_full_size_must_end() -> None:
    full = "".join(f"{number} f\n" for number in range(1, MAX_BOXES + 1))
    constraint = PatchConstraint()

    assert constraint.must_end(full)
    assert not constraint.allows(full + str(MAX_BOXES + 1))
    assert not constraint.must_end("1 f\n")
