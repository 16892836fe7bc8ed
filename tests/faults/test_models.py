"""A model file that is cut short or garbled: one clear message, and the next model works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from patchgen.catalog.find import find

from .conftest import Serve
from .moments import make
from .programs import patchgen

DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "no GGUF": lambda data: b"<html>404</html>" * 99,
    "only the magic": lambda data: data[:4],
    "cut in the header": lambda data: data[:4000],
    "cut in the weights": lambda data: data[: len(data) // 2],
    "garbled": lambda data: data[:8] + bytes(range(256)) * 40 + data[10_248:],
}


@pytest.fixture
def damaged(tmp_path: Path) -> Callable[[str], Path]:
    """The bundled model with one of these."""

    def make_one(damage: str) -> Path:
        path = tmp_path / "damaged.gguf"
        path.write_bytes(DAMAGE[damage](find("patchgen-small", tmp_path).path.read_bytes()))
        return path

    return make_one


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_model_is_told_in_one_message(
    damaged: Callable[[str], Path], damage: str, tmp_path: Path
) -> None:
    model, target = damaged(damage), tmp_path / "patch.pd"

    done = patchgen(tmp_path, "generate", "a sine", "--model", model, "-o", target)

    message, hint = done.stderr.splitlines()
    assert message.startswith("error: ") and "damaged.gguf" in message
    assert hint.startswith("hint: ")
    assert (done.returncode, target.exists()) == (1, False)


def test_after_a_damaged_model_a_good_one_works(
    serve: Serve, damaged: Callable[[str], Path]
) -> None:
    model = damaged("cut in the weights")
    it, box = serve()
    box.ask("set", "model", str(model))

    for name in ("1", "2"):
        box.ask("generate", name, "a", "sine")
        assert "corrupted or incomplete" in str(box.wait_for("error", name)[1])
    box.ask("set", "model", "patchgen-small")

    make(box, "good")
    assert it.bugs() == 0
    assert "WARNING" not in (it.folder / "log").read_text("utf-8")
