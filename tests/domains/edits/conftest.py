"""The real Pd: without one these tests fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.headless.engine import find_pd


@pytest.fixture(scope="session")
def pd() -> Path:
    """Pd on this machine."""
    return find_pd()
