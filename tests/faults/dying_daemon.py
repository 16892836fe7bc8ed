"""A daemon that is killed at a chosen moment of its first job, as by kill -9.

Started as `python -m faults.dying_daemon FOLDER MOMENT`; prints its port when it is ready. MOMENT
is `checked` (between drafting and writing), `written` (the hidden file is there, whole, without
its name) or `never`.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from patchgen.catalog.find import cards
from patchgen.config import Settings
from patchgen.engine.scripted import ScriptedEngine
from patchgen.pipeline import publish
from patchgen.pipeline.run import Pipeline
from patchgen.pipeline.steps import Event, Found, Order
from patchgen.service.serve import serve

SINE = "1 osc~ 440\n2 *~ 0.1 < 1\n3 dac~ < 2 2>1\n"


def die(*_: object) -> None:
    """Ends this process without a chance to tidy up."""
    os.kill(os.getpid(), signal.SIGKILL)


class Mortal(Pipeline):
    """Dies once the drafts are checked."""

    def run(self, order: Order, *, cancelled: Callable[[], bool] | None = None) -> Iterator[Event]:
        """The job up to that moment."""
        for event in super().run(order, cancelled=cancelled):
            if isinstance(event, Found):
                die()
            yield event


def main() -> None:
    """Serves until the moment comes."""
    folder, moment = Path(sys.argv[1]), sys.argv[2]
    settings = Settings(
        port=0, output_folder=folder, models_folder=folder / "models",
        history_file=folder / "history.db",
    )  # fmt: skip
    if moment == "written":
        publish.is_named = die  # type: ignore[assignment]
    kind = Mortal if moment == "checked" else Pipeline
    pipeline = kind(ScriptedEngine([SINE] * 9), cards()[0], None, folder)
    serve(settings, ready=lambda port: print(port, flush=True), build=lambda _: pipeline)


if __name__ == "__main__":
    main()
