"""A stage of the corpus: a table of patches in a file, mapped over processes, and a manifest.

Tables lie on the disk and are read piece by piece, so memory does not grow with their length.
"""

from __future__ import annotations

import logging
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np

from patchgen.errors import PatchgenError
from patchgen_training.corpus.patch import features
from patchgen_training.datasets import manifest, table
from patchgen_training.datasets.table import PIECE

if TYPE_CHECKING:
    from datasets import Dataset

UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit of `ru_maxrss`."""

NOTHING: Mapping[str, Any] = {}

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Stage:
    """One command at work on its tables."""

    name: str
    cache: Path
    """A folder for what lies on the disk meanwhile."""
    processes: int
    inputs: Sequence[Path] = ()
    started: float = field(default_factory=time.monotonic)

    def read(self) -> Dataset:
        """The rows of all inputs. Raises PatchgenError for a file that is no table of patches."""
        from datasets import load_dataset
        from datasets.exceptions import DatasetGenerationError

        names = [str(path) for path in self.inputs]
        try:
            return load_dataset(
                "parquet", data_files=names, split="train",
                cache_dir=str(self.cache), features=features(),
            )  # fmt: skip
        except (DatasetGenerationError, OSError, ValueError) as error:
            raise PatchgenError(
                f"{', '.join(names)}: no table of patches",
                hint="`patchgen-train corpus collect` writes one.",
            ) from error

    def mapped(
        self, rows: Dataset, function: Any, added: Mapping[str, Any] = NOTHING, **options: Any
    ) -> Dataset:
        """The rows after a function, which as many processes run as there is work for.

        `added` are the columns that it adds, with an example of what they hold: a first piece with
        nothing but empty lists would not tell.
        """
        from datasets import Features

        count = min(self.processes, max(1, len(rows) // PIECE))
        kept = {} if "remove_columns" in options else rows.features
        return rows.map(
            function,
            num_proc=count if count > 1 else None,
            writer_batch_size=PIECE,
            features=Features({**kept, **{name: column(value) for name, value in added.items()}}),
            load_from_cache_file=False,
            **options,
        )

    def usable(self, rows: Dataset) -> tuple[Dataset, Counter[str]]:
        """The rows without trouble, and how many have which."""
        troubles = list(rows["trouble"])
        good = [index for index, trouble in enumerate(troubles) if not trouble]
        return rows.select(good), Counter(filter(None, troubles))

    def write(self, rows: Dataset, out: Path) -> None:
        """Writes the columns of a patch."""
        from datasets import disable_progress_bars

        disable_progress_bars()
        table.save(rows.select_columns(list(features())), out)

    def tell(self, beside: Path, outputs: Sequence[Path], facts: Mapping[str, Any]) -> None:
        """Writes the manifest beside the output, and the counts in it to the log."""
        told = {
            "stage": self.name,
            **facts,
            "inputs": [manifest.described(path) for path in self.inputs],
            "outputs": [manifest.described(path) for path in outputs],
            "processes": self.processes,
            "seconds": round(time.monotonic() - self.started, 1),
            "peak_mb": round(self.peak() / 1e6),
        }
        manifest.write(beside, told)
        counts = (f"{name} {value:,}" for name, value in facts.items() if type(value) is int)
        log.info("%s: %s", self.name, ", ".join(counts))

    def peak(self) -> int:
        """Bytes of memory at most: this process and all others, each as large as the largest."""
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        other = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        return (own + other * self.processes) * UNIT


def column(example: object) -> Any:
    """The type of a column that holds such values: texts, whole numbers, lists of them."""
    from datasets import List, Value

    if isinstance(example, list):
        return List(column(example[0]))
    return Value({str: "string", int: "int64", np.uint32: "uint32"}[type(example)])


@contextmanager
def stage(name: str, place: Path, processes: int, inputs: Sequence[Path] = ()) -> Iterator[Stage]:
    """A stage with a folder for its passing files in `place`, which is removed afterwards."""
    from datasets import disable_progress_bars, enable_progress_bars

    (enable_progress_bars if sys.stderr.isatty() else disable_progress_bars)()
    place.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".patchgen-", dir=place) as cache:
        yield Stage(name, Path(cache), processes, inputs)
