"""The mean of several models."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from patchgen.errors import PatchgenError
from patchgen_training.tuning.average import WEIGHTS, average


def model(folder: Path, values: list[float]) -> Path:
    """A folder with one tensor and a configuration."""
    folder.mkdir()
    save_file({"weights": torch.tensor(values)}, folder / WEIGHTS)
    (folder / "config.json").write_text("{}", "utf-8")
    return folder


def test_the_mean_lies_between_the_models(tmp_path: Path) -> None:
    one, other = model(tmp_path / "a", [1.0, 2.0]), model(tmp_path / "b", [3.0, 6.0])

    average((one, other), tmp_path / "mean")

    assert load_file(tmp_path / "mean" / WEIGHTS)["weights"].tolist() == [2.0, 4.0]
    assert (tmp_path / "mean" / "config.json").exists()


def test_models_of_other_shapes_have_no_mean(tmp_path: Path) -> None:
    one, other = model(tmp_path / "a", [1.0, 2.0]), model(tmp_path / "b", [3.0])

    with pytest.raises(PatchgenError, match="another shape"):
        average((one, other), tmp_path / "mean")

    assert not (tmp_path / "mean").exists()
