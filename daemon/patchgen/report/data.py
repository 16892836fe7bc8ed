"""An explanation as plain data for JSON: fields by their names, places as `2/0:5`."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum

from patchgen.findings import Place
from patchgen.report.explain import Explanation
from patchgen.report.trouble import Trouble


def as_data(explanation: Explanation) -> dict[str, object]:
    """The whole explanation."""
    return {field.name: plain(getattr(explanation, field.name)) for field in fields(explanation)}


def plain(value: object) -> object:
    """A value as numbers, words, lists and dictionaries."""
    if isinstance(value, Place):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    if is_dataclass(value):
        data = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return {**data, "is_waiting": value.is_waiting} if isinstance(value, Trouble) else data
    return value
