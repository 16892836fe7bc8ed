"""What comes out of a patch."""

from __future__ import annotations

import pytest

from patchgen.report.outputs import outputs

from .boxes import TO_PITCH
from .sketched import net_of


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        ("[osc~ 440] -> [dac~]", [("sound", "channels 1 and 2")]),
        ("[osc~ 440] -> [dac~ 2]", [("sound", "channel 2")]),
        ("[60( -> [noteout]", [("midi", "")]),
        ("[bng] -> [print]", [("console", "")]),
        ("[osc~ 440] -> [writesf~]", [("file", "")]),
        ("[write a.wav t( -> [soundfiler], [table t]", [("file", "")]),
        ("[read a.wav t( -> [soundfiler], [table t]", []),
        ("[list 1( -> [netsend -u]", [("network", "")]),
        ("[osc~ 440] -> [tabwrite~ t], [table t]", [("array", "t")]),
        ("[bng] -> [s elsewhere]", [("name", "elsewhere")]),
        ("[bng] -> [s here], [r here] -> [print]", [("console", "")]),
        ("[; elsewhere 1(", [("name", "elsewhere")]),
        (f"{TO_PITCH}", [("name", "pitch")]),
        ("[f 3] -> [floatatom]", [("display", "")]),
        ("[f 3] -> [floatatom] -> [s a], [r a] -> [print]", [("console", "")]),
        ("[dac~]", []),
    ],
)
def test_each_way_out_is_named(sample: str, expected: list[tuple[str, str]]) -> None:
    told = [(output.kind, output.detail) for output in outputs(net_of(sample))]

    assert told == expected
