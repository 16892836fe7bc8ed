"""A daemon in a process of its own whose jobs never end by themselves: for signals and sockets.

Started as `python -m service.toy_daemon FOLDER`; prints its port when it is ready.
"""

from __future__ import annotations

import sys
from pathlib import Path

from patchgen.config import Settings
from patchgen.service.serve import serve

from .toy_pipelines import ToyPipeline


def main() -> None:
    """Serves until a signal comes."""
    folder = Path(sys.argv[1])
    settings = Settings(port=0, output_folder=folder, models_folder=folder, history=False)
    pipeline = ToyPipeline(settings.output_folder)
    pipeline.gate.clear()
    serve(settings, ready=lambda port: print(port, flush=True), build=lambda _: pipeline)
    print(f"closed {pipeline.closings}", flush=True)


if __name__ == "__main__":
    main()
