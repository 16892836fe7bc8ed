"""The settings that a [patchgen] box may change for itself."""

from __future__ import annotations

from patchgen.config import Given, Settings, nearest, settings_from
from patchgen.errors import ConfigInvalid

MODELS = ("model", "music-model")
"""One that is not here yet is downloaded."""
KEYS = ("temperature", "top-k", "max-tokens", "seed", "candidates", *MODELS)


def field(key: str) -> str:
    """The name of a setting in `Settings`."""
    return key.replace("-", "_")


def with_setting(settings: Settings, key: str, value: str) -> Settings:
    """The settings with one changed. Raises ConfigInvalid."""
    key = key.replace("_", "-")
    if key not in KEYS:
        near = nearest(key, KEYS)
        hint = f"Did you mean '{near}'? " if near else ""
        raise ConfigInvalid(
            f"no setting named '{key}'", hint=f"{hint}There are: {', '.join(KEYS)}."
        )
    if not value:
        raise ConfigInvalid(f"no value for {key}", hint=f"Send `set {key} VALUE`.")
    given = {name: Given(old, "before") for name, old in settings.model_dump().items()}
    drawn = key == "seed" and value == "random"
    given[field(key)] = Given(None if drawn else value, "set")
    return settings_from(given)
