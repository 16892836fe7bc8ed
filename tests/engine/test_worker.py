"""A model in a process of its own: crashes, cancels and orphans."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import toy_children
from toy_constraints import DigitsInLines, Faulty, NeverEnding, OneOf

from patchgen.engine.base import Request, Sampling, Text
from patchgen.engine.options import LoadOptions
from patchgen.engine.worker import WorkerEngine
from patchgen.errors import Cancelled, EngineDied, ModelBroken, ModelUnknown

DIGITS = Request((Text("440"),), Sampling(max_tokens=100, seed=5), DigitsInLines)
LONG = Request((Text("440"),), Sampling(max_tokens=100_000, seed=5), NeverEnding)


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that only waits to be buried does not."""
    status = Path(f"/proc/{pid}/status")
    return status.exists() and "State:\tZ" not in status.read_text()


def kill_and_wait(pid: int) -> None:
    """Kill a child of ours and wait for its death without taking its exit status."""
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)


def within(seconds: float, is_true: Callable[[], bool]) -> bool:
    """Whether something becomes true in time."""
    deadline = time.monotonic() + seconds
    while not is_true() and time.monotonic() < deadline:
        time.sleep(0.01)
    return is_true()


def test_only_what_the_constraint_allows_is_written(shared_engine: WorkerEngine) -> None:
    drafts = [
        shared_engine.generate(
            Request((Text("x"),), Sampling(max_tokens=80, seed=i), DigitsInLines)
        )
        for i in range(10)
    ]

    assert all(DigitsInLines().allows(draft.text) for draft in drafts)
    assert all(draft.text.endswith("\n") for draft in drafts if draft.stop_reason == "end")
    assert sum(draft.rejected for draft in drafts) > 0
    assert len({draft.text for draft in drafts}) > 1


def test_a_constraint_may_carry_values(shared_engine: WorkerEngine) -> None:
    factory = partial(OneOf, ("osc~ é", "phasor~ ü"))

    draft = shared_engine.generate(Request((Text("x"),), Sampling(seed=1), factory))

    assert draft.text in {"osc~ é", "phasor~ ü"}
    assert draft.stop_reason == "end"


def test_the_same_seed_gives_the_same_draft(shared_engine: WorkerEngine) -> None:
    # Given a free request, answered with other prompts in between
    free = Request((Text("440 " * 60),), Sampling(max_tokens=120, seed=9))

    first = shared_engine.generate(free)
    shared_engine.generate(Request((Text("440 " * 40 + "other"),), Sampling(max_tokens=50)))
    again = shared_engine.generate(free)
    other = shared_engine.generate(Request(free.prompt, Sampling(max_tokens=120, seed=10)))

    assert (again.text, again.mean_logprob) == (first.text, first.mean_logprob)
    assert other.text != first.text


def test_progress_counts_tokens_upwards(shared_engine: WorkerEngine) -> None:
    seen: list[int] = []

    request = replace(LONG, sampling=Sampling(max_tokens=200, seed=5))
    draft = shared_engine.generate(request, on_progress=seen.append)

    assert seen == sorted(seen) and len(seen) >= 2
    assert 0 <= seen[-1] <= draft.tokens


def test_cancel_takes_effect_within_a_tenth_of_a_second(shared_engine: WorkerEngine) -> None:
    started = threading.Event()
    asked: list[float] = []

    def cancelled() -> bool:
        if started.is_set():
            asked.append(time.monotonic())
        return started.is_set()

    with pytest.raises(Cancelled):
        shared_engine.generate(LONG, on_progress=lambda _: started.set(), cancelled=cancelled)
    latency = time.monotonic() - asked[0]

    # Then the caller is free at once, and so is the worker for the next job.
    begun = time.monotonic()
    shared_engine.generate(Request((Text("1"),), Sampling(max_tokens=1)))
    assert latency < 0.1
    assert time.monotonic() - begun < 0.5


def test_a_job_that_waits_for_another_can_be_cancelled(shared_engine: WorkerEngine) -> None:
    release = threading.Event()
    running = threading.Event()

    def run() -> None:
        with pytest.raises(Cancelled):
            shared_engine.generate(
                LONG, on_progress=lambda _: running.set(), cancelled=release.is_set
            )

    thread = threading.Thread(target=run)
    thread.start()
    assert running.wait(5)

    with pytest.raises(Cancelled):
        shared_engine.generate(DIGITS, cancelled=lambda: True)

    release.set()
    thread.join(5)
    assert not thread.is_alive()


def test_a_killed_worker_costs_one_job(engine: WorkerEngine) -> None:
    expected = engine.generate(DIGITS)
    first = engine.pid
    assert first is not None

    with pytest.raises(EngineDied, match="SIGKILL") as caught:
        engine.generate(LONG, on_progress=lambda _: os.kill(first, signal.SIGKILL))
    after = engine.generate(DIGITS)

    assert caught.value.hint
    assert engine.pid != first
    assert after.text == expected.text


def test_an_abort_in_the_worker_says_where(engine: WorkerEngine) -> None:
    engine.generate(DIGITS)
    pid = engine.pid
    assert pid is not None

    with pytest.raises(EngineDied, match=r"SIGABRT: .*Aborted"):
        engine.generate(LONG, on_progress=lambda _: os.kill(pid, signal.SIGABRT))


def test_a_worker_that_died_between_jobs_is_replaced_unseen(engine: WorkerEngine) -> None:
    engine.generate(DIGITS)
    pid = engine.pid
    assert pid is not None
    kill_and_wait(pid)

    assert engine.generate(DIGITS).tokens > 0


def test_a_bug_in_a_constraint_keeps_the_model_warm(engine: WorkerEngine) -> None:
    engine.generate(DIGITS)
    pid = engine.pid

    with pytest.raises(RuntimeError, match="a bug in the constraint"):
        engine.generate(Request((Text("1"),), Sampling(), Faulty))

    assert engine.generate(DIGITS).tokens > 0
    assert engine.pid == pid


def test_a_constraint_without_a_name_is_refused_before_it_is_sent(engine: WorkerEngine) -> None:
    with pytest.raises((pickle.PicklingError, AttributeError)):
        engine.generate(Request((Text("1"),), Sampling(), lambda: DigitsInLines()))


def test_settings_that_crash_the_start_are_left_and_not_tried_again(tiny_q8: Path) -> None:
    engine = WorkerEngine(LoadOptions(tiny_q8), serve=toy_children.crash_unless_plain)

    draft = engine.generate(DIGITS)
    first = engine.pid
    assert first is not None
    kill_and_wait(first)
    begun = time.monotonic()
    engine.generate(DIGITS)
    engine.close()

    assert draft.tokens > 0
    assert time.monotonic() - begun < 5


def test_a_file_that_crashes_under_all_settings_is_broken(tiny_q8: Path) -> None:
    engine = WorkerEngine(LoadOptions(tiny_q8), serve=toy_children.crash_always)

    with pytest.raises(ModelBroken, match=r"SIGABRT: GGML_ASSERT\(weights\) failed"):
        engine.describe()

    assert engine.pid is None


def test_a_hung_worker_is_ended(tiny_q8: Path) -> None:
    options = LoadOptions(tiny_q8, n_gpu_layers=0)
    engine = WorkerEngine(options, serve=toy_children.say_nothing, patience=0.1)

    with pytest.raises(ModelBroken, match="no sign of life"):
        engine.generate(DIGITS)

    assert engine.pid is None


def test_a_missing_model_is_unknown(tmp_path: Path) -> None:
    engine = WorkerEngine(LoadOptions(tmp_path / "gone.gguf"))

    with pytest.raises(ModelUnknown, match="gone.gguf") as caught:
        engine.describe()

    assert caught.value.hint


@pytest.mark.parametrize("kept", [3, 4, 40, 4000, 100_000])
def test_a_file_cut_short_is_broken_and_harms_nobody(
    kept: int, tiny_q8: Path, tmp_path: Path
) -> None:
    file = tmp_path / "cut.gguf"
    file.write_bytes(tiny_q8.read_bytes()[:kept])
    engine = WorkerEngine(LoadOptions(file))

    with pytest.raises(ModelBroken, match="cut.gguf") as caught:
        engine.generate(DIGITS)

    assert caught.value.hint
    engine.close()


def test_garbage_after_a_good_beginning_is_broken(tiny_q8: Path, tmp_path: Path) -> None:
    data = bytearray(tiny_q8.read_bytes())
    data[8:2000] = os.urandom(1992)
    file = tmp_path / "garbage.gguf"
    file.write_bytes(bytes(data))
    engine = WorkerEngine(LoadOptions(file))

    with pytest.raises(ModelBroken):
        engine.generate(DIGITS)

    engine.close()


def test_a_broken_file_can_be_replaced(tiny_q8: Path, tmp_path: Path) -> None:
    file = tmp_path / "model.gguf"
    file.write_bytes(b"GGUF and nothing")
    engine = WorkerEngine(LoadOptions(file))
    with pytest.raises(ModelBroken):
        engine.generate(DIGITS)

    file.write_bytes(tiny_q8.read_bytes())

    assert engine.generate(DIGITS).tokens > 0
    engine.close()


def test_describe_names_the_file_by_its_hash(shared_engine: WorkerEngine, tiny_q8: Path) -> None:
    printed = subprocess.run(["sha256sum", tiny_q8], capture_output=True, text=True, check=True)

    facts = shared_engine.describe()

    assert facts.sha256 == printed.stdout.split()[0]
    assert facts.name == "tiny"


def test_close_ends_the_process_and_the_job_it_is_at(engine: WorkerEngine) -> None:
    running = threading.Event()
    ended: list[Exception] = []

    def run() -> None:
        try:
            engine.generate(LONG, on_progress=lambda _: running.set())
        except Cancelled as error:
            ended.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    assert running.wait(5)
    pid = engine.pid
    assert pid is not None

    engine.close()
    thread.join(5)

    assert len(ended) == 1
    assert not is_alive(pid)
    assert engine.generate(DIGITS).tokens > 0


def test_the_worker_does_not_outlive_a_killed_daemon(tiny_q8: Path, tmp_path: Path) -> None:
    # Given a daemon with a worker in the midst of a job
    script = tmp_path / "daemon.py"
    script.write_text(
        "import sys\n"
        f"sys.path[:0] = {sys.path!r}\n"
        "from pathlib import Path\n"
        "from patchgen.engine.options import LoadOptions\n"
        "from patchgen.engine.worker import WorkerEngine\n"
        "from test_worker import LONG\n"
        "if __name__ == '__main__':\n"
        f"    engine = WorkerEngine(LoadOptions(Path({str(tiny_q8)!r})))\n"
        "    engine.describe()\n"
        "    print(engine.pid, flush=True)\n"
        "    while True:\n"
        "        engine.generate(LONG)\n"
    )
    daemon = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True)
    assert daemon.stdout is not None
    pid = int(daemon.stdout.readline())
    assert is_alive(pid)

    daemon.kill()
    daemon.wait()
    daemon.stdout.close()

    assert within(2, lambda: not is_alive(pid))


def test_the_daemon_side_never_loads_the_heavy_libraries() -> None:
    code = (
        "import sys, patchgen.engine.worker, patchgen.engine.scripted\n"
        "print({'llama_cpp', 'numpy'} & set(sys.modules))"
    )

    printed = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )

    assert printed.stdout.strip() == "set()"


def test_from_its_own_beginning_a_sure_model_goes_on_to_the_same_end(
    shared_engine: WorkerEngine,
) -> None:
    sure = replace(DIGITS, sampling=Sampling(temperature=0, max_tokens=60))
    whole = shared_engine.generate(sure)
    cuts = [place + 1 for place, letter in enumerate(whole.text) if letter == "\n"][:3]

    drafts = []
    for cut in cuts:
        rest = Sampling(temperature=0, max_tokens=60 - cut)
        request = replace(sure, beginning=whole.text[:cut], sampling=rest)
        drafts.append(shared_engine.generate(request))

    assert cuts
    assert [draft.text for draft in drafts] == [whole.text] * len(cuts)
    assert [draft.tokens for draft in drafts] == [whole.tokens - cut for cut in cuts]
