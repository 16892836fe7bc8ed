"""A group of commands, each in a module that is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import click


class Commands(click.Group):
    """A group that imports its commands late."""

    def __init__(self, *args: object, table: Mapping[str, str], **more: object) -> None:
        """`table` has the module of each command by its name, the most used first."""
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.table = table

    def list_commands(self, context: click.Context) -> list[str]:
        """All names, the most used first."""
        return list(self.table)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of that name; its module must import no heavy library at the top."""
        if name not in self.table:
            return None
        command: click.Command = import_module(self.table[name]).command
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, but a wrong name gets the nearest right one."""
        if args[0] not in self.table and not context.resilient_parsing:
            # Settings are heavy, and most commands need none.
            from patchgen.config import nearest

            near = nearest(args[0], self.table)
            guess = f" Did you mean {near!r}?" if near else ""
            context.fail(f"No such command {args[0]!r}.{guess}")
        return super().resolve_command(context, args)
