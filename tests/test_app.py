"""The composition root: what settings become."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from patchgen.app import build, sampling, usable_pd
from patchgen.config import Settings
from patchgen.errors import ModelUnknown, PdMissing
from patchgen.headless.engine import PLACES, find_pd
from patchgen.pipeline.steps import Order, Written


def settings(tmp_path: Path, **changes: object) -> Settings:
    """Settings that touch nothing outside the test's folder."""
    return Settings.model_validate(
        {"output_folder": tmp_path / "out", "models_folder": tmp_path / "models", **changes}
    )


def test_usual_settings_become_a_pipeline_that_works(tmp_path: Path) -> None:
    given = settings(tmp_path)

    with closing(build(given)) as pipeline:
        order = Order("a sine wave", sampling(given, 3), given.candidates)
        last = list(pipeline.run(order))[-1]

    assert isinstance(last, Written)
    assert last.result.path.parent == tmp_path / "out"
    assert last.result.seed == 3


def test_building_loads_no_model_and_makes_no_folder(tmp_path: Path) -> None:
    model = tmp_path / "broken.gguf"
    model.write_bytes(b"no model")

    with closing(build(settings(tmp_path, model=str(model)))) as pipeline:
        assert pipeline.model.path == model

    assert list(tmp_path.iterdir()) == [model]


def test_a_model_from_the_models_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models/mine.gguf").write_bytes(b"GGUF")

    with closing(build(settings(tmp_path, model="mine"))) as pipeline:
        assert pipeline.model.path == tmp_path / "models/mine.gguf"


def test_an_unknown_model_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ModelUnknown):
        build(settings(tmp_path, model="patchgen-smal"))


def test_a_pd_that_was_asked_for_must_exist(tmp_path: Path) -> None:
    with pytest.raises(PdMissing):
        build(settings(tmp_path, pd=tmp_path / "pd"))


def test_the_pd_that_was_asked_for_is_taken(tmp_path: Path) -> None:
    program = tmp_path / "pd"
    program.write_text("#!/bin/sh\n", "utf-8")
    program.chmod(0o755)

    with closing(build(settings(tmp_path, pd=program))) as pipeline:
        assert pipeline.pd == program


def test_a_machine_without_pd_goes_on_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if any(Path(place).exists() for place in PLACES):
        pytest.skip("this machine has a Pd beside the search path")
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(PdMissing):
        find_pd()
    assert usable_pd(None) is None


def test_sampling_has_what_was_set(tmp_path: Path) -> None:
    given = settings(tmp_path, temperature=0.25, top_k=7, max_tokens=99)

    made = sampling(given, 5)

    assert (made.temperature, made.top_k, made.max_tokens, made.seed) == (0.25, 7, 99, 5)
