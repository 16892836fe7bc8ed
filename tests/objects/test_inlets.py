"""What cold inlets take, as Pd's complaints tell."""

from __future__ import annotations

import pytest

from patchgen.objects.inlets import takes


@pytest.mark.parametrize(
    ("text", "inlet", "taken"),
    [
        ("+ 1", 1, "float"), ("*~", 1, "float"), ("send", 1, "symbol"), ("timer", 1, "bang"),
        ("pack f s", 1, "symbol"), ("pack f 5", 1, "float"), ("select a", 1, "symbol"),
        ("route 1", 1, "float"), ("expr $f1 + $i2", 1, "float"),
        ("set a b", 1, "bang float symbol foo"),
        ("list append", 1, "bang float symbol foo"), ("route a b", 1, "bang float symbol foo"),
        ("+ 1", 0, "bang float symbol foo"), ("mystery", 1, "bang float symbol foo"),
        ("expr~ $v1 + $v2", 1, "bang float symbol foo"), ("select $1", 1, "bang float symbol foo"),
    ],
)  # fmt: skip
def test_a_cold_inlet_takes_one_kind_of_message(text: str, inlet: int, taken: str) -> None:
    name, *args = text.split()

    found = [s for s in ("bang", "float", "symbol", "foo") if takes(name, tuple(args), inlet, s)]

    assert found == taken.split()
