"""Expected errors as one line on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click
from pydantic import ValidationError

from patchgen.errors import PatchgenError


@contextmanager
def plainly() -> Iterator[None]:
    """What happened, and what to do next; anything else is a bug and keeps its trace."""
    try:
        yield
    except ValidationError as error:
        # The first word of a place is the recipe's kind, which nobody wrote there.
        wrong = (f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in error.errors())
        raise click.ClickException(f"The recipe is not valid: {'; '.join(wrong)}.") from error
    except PatchgenError as error:
        raise click.ClickException(f"{error.message}. {error.hint}") from error
