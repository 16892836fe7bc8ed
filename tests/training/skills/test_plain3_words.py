"""Short, formal and free sentences: each says where the result goes."""

import re
from types import ModuleType

import pytest

from patchgen_training.skills import plain3_numbers, plain3_pairs, plain3_units
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.plain3_words import told


def test_a_question_keeps_its_mark_behind_the_words_for_the_output() -> None:
    texts = told(("how to {v_q}?", "{v_q}", "{v_q}{st}"), "{st}", ("{st}",))

    assert texts == ["how to {v_q}{st}?", "{v_q}{st}", "{v_q}{st}"]


@pytest.mark.parametrize("module", [plain3_numbers, plain3_pairs, plain3_units])
def test_a_patch_that_only_prints_is_never_asked_for_without_saying_so(module: ModuleType) -> None:
    examples = [skill(Draw(seed)) for skill in module.SKILLS.values() for seed in range(8)]
    printing = [
        example for example in examples if re.search(r"^\d+ print", example.patch, re.MULTILINE)
    ]

    silent = [
        wording.text
        for example in printing
        for wording in example.wordings
        if not re.search(r"print|log|post|console|Pd window", wording.text)
    ]

    assert printing
    assert not silent
