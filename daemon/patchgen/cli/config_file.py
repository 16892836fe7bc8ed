"""Changes one line of the configuration file; comments and all other lines stay."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from patchgen.errors import ConfigInvalid
from patchgen.pipeline.publish import write_whole


def with_line(text: str, key: str, line: str | None) -> str:
    """The text with this line for the key, in the place of the old one; None takes it out."""
    wanted = re.compile(rf'^\s*["\']?{re.escape(key)}["\']?\s*=')
    lines = text.splitlines()
    found = [i for i, old in enumerate(lines) if wanted.match(old)]
    if line is None:
        lines = [old for i, old in enumerate(lines) if i not in found]
    elif found:
        lines[found[0]] = line
    else:
        lines.append(line)
    return "".join(f"{each}\n" for each in lines)


def change(file: Path, key: str, line: str | None) -> None:
    """Writes the file whole or not at all. Raises ConfigInvalid where it is not as simple."""
    try:
        before = file.read_text("utf-8") if file.exists() else ""
        after = with_line(before, key, line)
        if others(before, key) != others(after, key) or (key in tomllib.loads(after)) is not bool(
            line
        ):
            raise ValueError(f"{key} is not on a line of its own")
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, after)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise ConfigInvalid(
            f"cannot change {file}: {why}", hint=f"Edit it by hand: {line or f'without {key}'}"
        ) from error


def others(text: str, key: str) -> dict[str, object]:
    """All settings of a text but one."""
    return {name: value for name, value in tomllib.loads(text).items() if name != key}
