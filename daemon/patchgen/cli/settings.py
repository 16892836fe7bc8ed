"""The settings of one command: configuration file, environment, and its own options."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping

from patchgen import config
from patchgen.config import Given, Settings


def given(overrides: Mapping[str, object]) -> dict[str, Given]:
    """What was set, and where."""
    return config.gathered(config.find_file(os.environ), os.environ, overrides)


def read(**overrides: object) -> Settings:
    """The settings; an override of None is no override. Also sets up the log."""
    settings = config.settings_from(given(overrides))
    set_up_log(settings.log_level)
    return settings


def set_up_log(level: str) -> None:
    """Our own messages on the error stream; those of the libraries are left to themselves."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log = logging.getLogger("patchgen")
    log.setLevel(level.upper())
    log.handlers = [handler]
