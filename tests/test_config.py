"""Settings: their order, their bounds, and what is said about a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from patchgen import config
from patchgen.config import Settings
from patchgen.errors import ConfigInvalid


def written(folder: Path, text: str) -> Path:
    """A configuration file."""
    path = folder / "config.toml"
    path.write_text(text, "utf-8")
    return path


def test_nothing_given_means_the_defaults() -> None:
    settings = config.load(None, {}, {})

    assert settings.model == "patchgen-small"
    assert settings.port == 9340
    assert settings.seed is None


def test_file_yields_to_environment_and_that_to_the_command_line(tmp_path: Path) -> None:
    file = written(tmp_path, "port = 1001\ntop_k = 1\nmax_tokens = 1\n")
    environment = {"PATCHGEN_TOP_K": "2", "PATCHGEN_MAX_TOKENS": "2", "HOME": "/"}

    settings = config.load(file, environment, {"max_tokens": 3})

    assert (settings.port, settings.top_k, settings.max_tokens) == (1001, 2, 3)


def test_absent_overrides_and_empty_variables_change_nothing() -> None:
    settings = config.load(None, {"PATCHGEN_PORT": ""}, {"seed": None, "temperature": None})

    assert settings == Settings()


def test_home_is_spelled_out_and_folders_are_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    settings = config.load(None, {}, {"output_folder": "here"})

    assert settings.output_folder == tmp_path / "here"
    assert settings.models_folder == tmp_path / ".local/share/patchgen/models"


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("temperature", 2.5, "less than or equal to 2"),
        ("temperature", float("nan"), "finite"),
        ("port", 65536, "65535"),
        ("port", "osc", "integer"),
        ("top_k", -1, "greater than or equal to 0"),
        ("candidates", 0, "greater than or equal to 1"),
        ("seed", 2**31, "less than or equal to"),
        ("n_gpu_layers", "most", "integer"),
        ("model", "", "at least 1 character"),
        ("log_level", "loud", "'debug'"),
    ],
)
def test_a_value_out_of_bounds_is_named_with_its_source(key: str, value: object, says: str) -> None:
    with pytest.raises(ConfigInvalid) as caught:
        config.load(None, {}, {key: value})

    assert says in caught.value.message
    assert f"--{key.replace('_', '-')}" in caught.value.message
    assert caught.value.hint.startswith(f"{key}: ")


def test_graphics_layers_are_a_number_or_auto() -> None:
    assert config.load(None, {"PATCHGEN_N_GPU_LAYERS": "12"}, {}).n_gpu_layers == 12
    assert config.load(None, {"PATCHGEN_N_GPU_LAYERS": "auto"}, {}).n_gpu_layers == "auto"


def test_an_unknown_key_in_the_file_gets_the_nearest_name(tmp_path: Path) -> None:
    file = written(tmp_path, "temprature = 1\n")

    with pytest.raises(ConfigInvalid, match="no setting named 'temprature'") as caught:
        config.load(file, {}, {})

    assert "Did you mean 'temperature'?" in caught.value.hint
    assert str(file) in caught.value.message


def test_an_unknown_variable_gets_the_nearest_variable() -> None:
    with pytest.raises(ConfigInvalid) as caught:
        config.load(None, {"PATCHGEN_MODLE": "x"}, {})

    assert "PATCHGEN_MODLE" in caught.value.message
    assert "Did you mean 'PATCHGEN_MODEL'?" in caught.value.hint


def test_a_key_like_nothing_gets_no_guess() -> None:
    with pytest.raises(ConfigInvalid) as caught:
        config.load(None, {"PATCHGEN_QQQQQQ": "x"}, {})

    assert "Did you mean" not in caught.value.hint


@pytest.mark.parametrize("content", [b"port = = 1", b"\xff\xfe", b"port = 1\nport = 2\n"])
def test_a_file_that_is_no_toml_is_named(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(content)

    with pytest.raises(ConfigInvalid, match=r"config\.toml cannot be read") as caught:
        config.load(file, {}, {})

    assert "TOML" in caught.value.hint


def test_the_file_is_found_where_the_environment_says(tmp_path: Path) -> None:
    file = tmp_path / "patchgen" / "config.toml"
    file.parent.mkdir()
    file.write_text("port = 1\n", "utf-8")

    assert config.find_file({"XDG_CONFIG_HOME": str(tmp_path)}) == file
    assert config.find_file({"PATCHGEN_CONFIG": str(file)}) == file
    assert config.find_file({"XDG_CONFIG_HOME": str(tmp_path / "elsewhere")}) is None


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigInvalid, match="there is no configuration file"):
        config.find_file({"PATCHGEN_CONFIG": str(tmp_path / "none.toml")})


def test_every_setting_has_one_line_of_help() -> None:
    for name, field in Settings.model_fields.items():
        assert field.description, name
        assert "\n" not in field.description


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Settings().port = 1
