"""The composition root: what settings become."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from patchgen.app import build, foundation, routed, sampling, server, usable_pd
from patchgen.catalog.find import cards
from patchgen.config import Settings
from patchgen.domains.music.player import player as tune
from patchgen.engine.remote import RemoteEngine
from patchgen.engine.worker import WorkerEngine
from patchgen.errors import ModelUnknown, PdMissing
from patchgen.headless.engine import PLACES, find_pd
from patchgen.music.score import Note, Score
from patchgen.pd.write import write
from patchgen.pipeline.run import Pipeline
from patchgen.pipeline.steps import Order, Written


def settings(tmp_path: Path, **changes: object) -> Settings:
    """Settings that touch nothing outside the test's folder."""
    return Settings.model_validate(
        {"output_folder": tmp_path / "out", "models_folder": tmp_path / "models", **changes}
    )


def worker(pipeline: Pipeline) -> WorkerEngine:
    """The engine of a model on this machine."""
    assert isinstance(pipeline.engine, WorkerEngine)
    return pipeline.engine


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
        assert worker(pipeline).options.path == model

    assert list(tmp_path.iterdir()) == [model]


def test_a_model_from_the_models_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models/mine.gguf").write_bytes(b"GGUF")

    with closing(build(settings(tmp_path, model="mine"))) as pipeline:
        assert worker(pipeline).options.path == tmp_path / "models/mine.gguf"


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


def test_an_adapter_of_the_settings_comes_before_that_of_the_card(tmp_path: Path) -> None:
    model = tmp_path / "own.gguf"
    model.write_bytes(b"GGUF")
    card = cards()[0].model_copy(update={"name": "own", "file": None, "lora": "beside.gguf"})
    model.with_suffix(".json").write_text(card.model_dump_json(), "utf-8")

    with closing(build(settings(tmp_path, model=str(model)))) as pipeline:
        assert worker(pipeline).options.lora == tmp_path / "beside.gguf"
    other = settings(tmp_path, model=str(model), lora=tmp_path / "other.gguf", lora_scale=0.5)
    with closing(build(other)) as pipeline:
        options = worker(pipeline).options
    assert (options.lora, options.lora_scale) == (tmp_path / "other.gguf", 0.5)


def test_a_server_takes_the_place_of_the_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATCHGEN_API_KEY", "secret")
    given = settings(tmp_path, model="patchgen-v1", remote_url="http://127.0.0.1:1")

    with closing(build(given)) as pipeline:
        assert isinstance(pipeline.engine, RemoteEngine)
        assert pipeline.card.name == "patchgen-v1"
        assert pipeline.card.calibration is None
    assert server(given).url == "http://127.0.0.1:1/v1"
    assert server(given).key == "secret"


def test_jobs_with_other_sampling_share_a_pipeline_and_those_with_another_model_do_not(
    tmp_path: Path,
) -> None:
    before = foundation(settings(tmp_path))

    assert foundation(settings(tmp_path, temperature=1.5, seed=3, candidates=1)) == before
    assert foundation(settings(tmp_path, n_ctx=512)) != before
    assert foundation(settings(tmp_path, remote_url="http://127.0.0.1:1")) != before


@pytest.mark.parametrize("prompt", ["piano in C", "Chords, 8 bars"])
def test_music_goes_to_its_own_model_on_this_machine(tmp_path: Path, prompt: str) -> None:
    given = settings(tmp_path, music_model="waltzes", remote_url="http://HOST:8080/v1")

    found = routed(given, prompt)

    assert (found.model, found.remote_url) == ("waltzes", None)
    assert routed(given, "a piano that plays a waltz") == given


def test_a_given_piece_is_music_whatever_the_sentence(tmp_path: Path) -> None:
    given = settings(tmp_path, music_model="waltzes")
    sine, player = tmp_path / "sine.pd", tmp_path / "player.pd"
    sine.write_text("#N canvas 0 0 450 300 12;\n#X obj 10 10 osc~ 440;\n", "utf-8")
    player.write_text(write(tune(Score((Note(0, 12, 60, 90),)), "")), "utf-8")

    assert routed(given, "", sine) == given
    assert routed(given, "", player).model == "waltzes"
    assert routed(given, "", tmp_path / "tune.mid").model == "waltzes"


def test_a_model_for_patches_that_writes_music_stays(tmp_path: Path) -> None:
    model = tmp_path / "waltzes.gguf"
    model.write_bytes(b"GGUF PIANO ")

    assert routed(settings(tmp_path, model=str(model)), "piano").model == str(model)
