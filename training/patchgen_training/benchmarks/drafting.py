"""How long the daemon takes from a prompt to a checked file, with how much memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from patchgen import app, config
from patchgen.catalog.find import find
from patchgen.errors import GenerationFailed
from patchgen.pipeline.run import Pipeline
from patchgen.pipeline.steps import Order
from patchgen_training.benchmarks.part import Material, Result, Table
from patchgen_training.benchmarks.served import served
from patchgen_training.evaluation.benchmark import TASKS

TITLE = "Drafting"
SAYS = (
    "The bundled model on the prompts of the public benchmark: seconds from prompt to checked "
    "file in a warm pipeline, memory of the daemon and its worker, and tokens a second beside "
    "llama.cpp's own loop with its own sampler on the same file (one thread each, in turns)."
)
ROUNDS = 5
SENTENCES = 20
"""Prompts for the comparison of loops and for the daemon."""
PATIENCE = 120.0
"""Seconds for the daemon to answer everything in its inbox."""


def measure(material: Material) -> Result:
    """All three."""
    prompts = [task.prompt for task in TASKS][: material.files]
    standard = config.Settings().candidates
    with warm_pipeline() as pipeline:
        rows = [seconds_row(pipeline, prompts, drafts) for drafts in (1, standard)]
    latency = Table(("drafts, at most", "median", "95 % under", "no patch"), tuple(rows))
    memory = Table(("process", "resident"), tuple(daemon_memory(prompts[:SENTENCES])))
    loops = Table(("loop", "tokens/s, median", "of llama.cpp's"), tuple(rates(prompts[:SENTENCES])))
    return Result((latency, memory, loops), (f"{len(prompts)} prompts.",))


@contextmanager
def warm_pipeline() -> Iterator[Pipeline]:
    """The pipeline at default settings, its model loaded."""
    with TemporaryDirectory(prefix="patchgen-benchmark-") as name:
        settings = config.settings_from(config.gathered(None, {}, {"output_folder": Path(name)}))
        pipeline = app.build(settings)
        try:
            timed(pipeline, "a sine at 440 Hz", 1)
            yield pipeline
        finally:
            pipeline.close()


def timed(pipeline: Pipeline, prompt: str, drafts: int) -> float | None:
    """Seconds for one prompt; None where no draft passed the checks."""
    sampling = app.sampling(config.Settings(), 0)
    started = perf_counter()
    try:
        for _ in pipeline.run(Order(prompt, sampling, drafts)):
            pass
    except GenerationFailed:
        return None
    return perf_counter() - started


def seconds_row(pipeline: Pipeline, prompts: Sequence[str], drafts: int) -> tuple[str, ...]:
    """The figures for one number of drafts."""
    all_times = [timed(pipeline, prompt, drafts) for prompt in prompts]
    times = sorted(seconds for seconds in all_times if seconds is not None)
    late = quantiles(times, n=20)[18]
    failed = len(all_times) - len(times)
    return str(drafts), f"{median(times):.2f} s", f"{late:.2f} s", str(failed)


def daemon_memory(prompts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Resident memory of `patchgen serve` and of its worker after sentences in its inbox."""
    with TemporaryDirectory(prefix="patchgen-benchmark-") as name:
        folder = Path(name)
        with served(folder) as it:
            for number, prompt in enumerate(prompts):
                (folder / "inbox" / f"{number}.txt").write_text(prompt, "utf-8")
            wait_for(folder / "inbox", len(prompts))
            own, started = it.memory()
    yield "daemon", f"{own:.0f} MB"
    yield "its worker with the model", f"{started:.0f} MB"
    yield "both", f"{own + started:.0f} MB"


def wait_for(inbox: Path, count: int) -> None:
    """Until each sentence has an answer, a patch or an error."""
    until = perf_counter() + PATIENCE
    while perf_counter() < until:
        if len({path.stem for path in inbox.iterdir() if path.suffix != ".txt"}) >= count:
            return
        sleep(0.1)


def rates(prompts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Tokens a second of each loop."""
    settings = config.Settings()
    model = find(settings.model, settings.models_folder)
    answer = subprocess.run(
        [sys.executable, "-m", "patchgen_training.benchmarks.loops", str(model.path), str(ROUNDS)],
        input="\n".join(prompts), capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, list[float]] = json.loads(answer.stdout.splitlines()[-1])
    whole = median(found["native"])
    names = {
        "native": "llama.cpp's own",
        "free": "ours",
        "constrained": "ours, constrained to patches",
    }
    for name, title in names.items():
        rate = median(found[name])
        yield title, f"{rate:,.0f}", f"{100 * rate / whole:.0f} %"
