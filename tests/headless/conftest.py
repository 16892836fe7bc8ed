"""The real Pd, and patches written as short texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.errors import PdMissing
from patchgen.headless.engine import find_pd


@pytest.fixture(scope="session")
def pd() -> Path:
    """Pd on this machine; without one the tests that need it are skipped."""
    try:
        return find_pd()
    except PdMissing as missing:
        pytest.skip(missing.message)
