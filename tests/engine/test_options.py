"""How much of the machine a model gets, and what is tried after a crash."""

from pathlib import Path

from patchgen.engine.options import (
    SMALL_MODEL,
    LoadOptions,
    core_count,
    ladder,
    reading_threads,
    writing_threads,
)


def test_the_ladder_leaves_the_graphics_card_first() -> None:
    rungs = ladder(LoadOptions(Path("a.gguf")))

    assert [rung.n_gpu_layers for rung in rungs] == ["auto", 0, 0]
    assert [rung.memory_map for rung in rungs] == [True, True, False]


def test_the_ladder_has_no_rung_twice() -> None:
    assert len(ladder(LoadOptions(Path("a.gguf"), n_gpu_layers=0))) == 2


def test_a_small_model_takes_one_thread_and_a_large_one_all(tmp_path: Path) -> None:
    small, large = LoadOptions(tmp_path / "small"), LoadOptions(tmp_path / "large")
    small.path.write_bytes(b"GGUF")
    with large.path.open("wb") as file:
        file.truncate(SMALL_MODEL)

    assert (writing_threads(small), reading_threads(small)) == (1, 1)
    assert (writing_threads(large), reading_threads(large)) == (core_count(), core_count())


def test_threads_that_are_asked_for_are_taken(tmp_path: Path) -> None:
    options = LoadOptions(tmp_path / "any", threads=3, batch_threads=5)

    assert (writing_threads(options), reading_threads(options)) == (3, 5)
