"""What a user may allow and deny in the configuration, and what nobody can allow."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.app import build, policy
from patchgen.config import Settings, load
from patchgen.errors import ConfigInvalid
from patchgen.lint.gate import MUSIC
from patchgen.objects.capabilities import ALLOWABLE, Capability


def settings(**given: object) -> Settings:
    return load(None, {}, given)


@pytest.mark.parametrize("value", ["read network", "network,read", ["read", "network"]])
def test_a_list_may_be_written_in_several_ways(value: object) -> None:
    allowed = policy(settings(allow=value)).allowed

    assert allowed == MUSIC.allowed | {Capability.READ, Capability.NETWORK}


def test_a_file_with_a_list_is_read(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('allow = ["read"]\ndeny = ["midi"]\n', "utf-8")

    allowed = policy(load(file, {}, {})).allowed

    assert Capability.READ in allowed
    assert Capability.MIDI not in allowed


@pytest.mark.parametrize("key", ["allow", "deny"])
@pytest.mark.parametrize(
    "capability", sorted({c.value for c in Capability} - {c.value for c in ALLOWABLE})
)
def test_what_could_do_anything_cannot_be_allowed(key: str, capability: str) -> None:
    with pytest.raises(ConfigInvalid) as raised:
        settings(**{key: f"read {capability}"})

    assert f"is never allowed: `{capability}`" in raised.value.message
    assert raised.value.hint


def test_exec_control_code_and_dynamic_are_among_what_cannot_be_allowed() -> None:
    dangerous = {Capability.EXEC, Capability.CONTROL, Capability.CODE, Capability.DYNAMIC}

    assert not dangerous & ALLOWABLE


def test_an_unknown_word_is_refused_with_what_can_be_said() -> None:
    with pytest.raises(ConfigInvalid, match="cannot be `filez`.*file, midi, network, read"):
        settings(allow="filez")


def test_the_settings_reach_the_pipeline(tmp_path: Path) -> None:
    pipeline = build(settings(allow="file", models_folder=tmp_path, output_folder=tmp_path))

    assert pipeline.policy.allows(Capability.FILE)
    pipeline.close()
