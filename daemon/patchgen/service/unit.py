"""The systemd user unit: the daemon starts at login, and again after a crash."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from patchgen.errors import OutputUnwritable, PatchgenError
from patchgen.pipeline.publish import write_whole
from patchgen.service.program import daemon_command

NAME = "patchgen.service"

OPENING = "# Written by `patchgen serve --install-service`, which overwrites it.\n"
"""Tells our file from one that a user has written under the same name."""

UNIT = """\
# For changes of your own: systemctl --user edit patchgen
[Unit]
Description=PatchGen, answers [patchgen] boxes in Pd
StartLimitIntervalSec=60
StartLimitBurst=5

[Service]
ExecStart={command}
Restart=on-failure
RestartSec=5
Nice=5
NoNewPrivileges=yes
LockPersonality=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
SystemCallArchitectures=native

[Install]
WantedBy=default.target
"""
"""What needs a namespace (ProtectSystem and its like) is left out: many systems refuse that to
users, and the unit would not start. MemoryDenyWriteExecute stops drivers of graphics cards."""

PATIENCE = 30
"""Seconds for one call of systemctl."""

WITHOUT_SYSTEMD = """\
systemd does not answer here, so nothing was started. Where it runs later:
  systemctl --user daemon-reload
  systemctl --user enable --now patchgen
Without systemd, let your desktop start this at login:
  {command}"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the unit."""

    path: Path
    is_changed: bool
    """Whether the file was written, or removed."""
    says: str
    """What systemd does now, or what to do without it."""


def install_service(options: Sequence[str] = ()) -> Outcome:
    """Writes the unit and starts it; the options go to `patchgen serve`. Raises PatchgenError."""
    path = unit_path()
    text = unit(daemon_command(options))
    is_changed = current(path) != text
    if is_changed:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, text)
        except OSError as error:
            raise unwritable(path, error) from error
    calls = ("daemon-reload",), ("enable", NAME), ("restart", NAME)
    if all(systemctl(*call) for call in calls):
        return Outcome(path, is_changed, "the daemon runs, and starts when you log in")
    command = " ".join(quoted(word) for word in daemon_command(options))
    return Outcome(path, is_changed, WITHOUT_SYSTEMD.format(command=command))


def uninstall_service() -> Outcome:
    """Stops the daemon that the unit started and removes the file. Raises PatchgenError."""
    path = unit_path()
    if current(path) is None:
        return Outcome(path, False, "there was no such service")
    is_stopped = systemctl("disable", "--now", NAME)
    try:
        path.unlink()
    except OSError as error:
        raise unwritable(path, error) from error
    systemctl("daemon-reload")
    says = "the daemon is stopped" if is_stopped else "systemd does not answer here"
    return Outcome(path, True, says)


def unit(command: Sequence[str]) -> str:
    """The text of the unit for a command. Raises PatchgenError for what systemd refuses."""
    program, *arguments = command
    if any(sign in program for sign in "'\"\\"):
        raise PatchgenError(
            f"systemd starts no program with quotes or backslashes in its name: {program}",
            hint="Install PatchGen into a folder with a plainer name.",
        )
    # systemd expands variables in arguments, but not in the name of the program.
    words = [quoted(program), *(quoted(word).replace("$", "$$") for word in arguments)]
    return OPENING + UNIT.format(command=" ".join(words))


def quoted(word: str) -> str:
    """The word as systemd reads it back: unquoted where nothing in it has a meaning."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    is_plain = escaped == word and not any(sign in word for sign in " \t';")
    return word if is_plain and word else f'"{escaped}"'


def unit_path() -> Path:
    """Where systemd looks for units of this user. Raises PatchgenError on other systems."""
    if not sys.platform.startswith("linux"):
        raise PatchgenError(
            "this system has no systemd, whose service this would be",
            hint="See docs/installing.md for launchd (macOS).",
        )
    base = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    try:
        return Path(base).expanduser().absolute() / "systemd" / "user" / NAME
    except RuntimeError as error:
        raise PatchgenError("there is no home folder", hint="Set XDG_CONFIG_HOME.") from error


def current(path: Path) -> str | None:
    """The unit as it stands; None if there is none. Raises OutputUnwritable for a user's own."""
    try:
        text = path.read_text("utf-8", "replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unwritable(path, error) from error
    if not text.startswith(OPENING):
        raise OutputUnwritable(
            f"{path} was not written by patchgen, and stays as it is",
            hint="Rename or remove it first.",
        )
    return text


def systemctl(*arguments: str) -> bool:
    """Calls the user's systemd; False where there is none that answers."""
    program = shutil.which("systemctl")
    if program is None:
        return False
    command = (program, "--user", *arguments)
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def unwritable(path: Path, error: OSError) -> OutputUnwritable:
    """What to say when the unit cannot be written."""
    return OutputUnwritable(
        f"cannot write {path}: {error.strerror or error}",
        hint="Set XDG_CONFIG_HOME to a folder of yours, or run `patchgen serve` in a terminal.",
    )
