"""Whether a daemon is as good as new: nothing left to do, and a sentence becomes a whole patch."""

from __future__ import annotations

from pathlib import Path
from time import monotonic, sleep

from patchgen.errors import ParseError
from patchgen.pd.parse import parse
from patchgen.service.osc import Message
from patchgen.service.replies import DONE, ERROR
from patchgen_training.benchmarks.served import ENDINGS, PATIENCE, Caller, Served

SENTENCE = "a sine at 440 Hz"
NO_DRAFT = "no draft of "
"""How the error begins when a model has written nothing that may be used; it is no fault."""
TRIES = 5


def sound_after(it: Served, box: Caller, when: str) -> tuple[str, ...]:
    """What is wrong with the daemon now; nothing where it is well."""
    if not settled(box):
        return (f"{when}: the daemon does not come to rest",)
    for number in range(TRIES):
        job = f"{when}-{number}"
        box.ask("generate", job, SENTENCE)
        ending = box.wait_for(ENDINGS, job)
        wrong = wrong_ending(ending)
        if wrong is not None:
            return (f"{when}: {wrong}",)
        if ending is not None and ending.address == DONE:
            return half_files(it.folder)
    return (f"{when}: {TRIES} sentences without a patch",)


def settled(box: Caller) -> bool:
    """Whether all jobs come to an end."""
    until = monotonic() + 5 * PATIENCE
    while (left := box.unfinished()) and monotonic() < until:
        sleep(0.05)
    return left == 0


def wrong_ending(ending: Message | None) -> str | None:
    """What is wrong with the ending of a job; None where it is a patch or an honest refusal."""
    if ending is None:
        return f"no ending within {PATIENCE:.0f} s"
    if ending.address == ERROR:
        said = str(ending.arguments[1])
        return None if said.startswith(NO_DRAFT) else said
    _, name, folder = ending.arguments
    return wrong_patch(Path(str(folder), str(name)))


def wrong_patch(path: Path) -> str | None:
    """What is wrong with a patch that was promised."""
    try:
        boxes = parse(path.read_text("utf-8")).boxes
    except (OSError, ParseError) as error:
        return f"{path.name}: {error}"
    return None if boxes else f"{path.name} is empty"


def half_files(folder: Path) -> tuple[str, ...]:
    """Every patch in the folder that is not whole, and every file that was left behind."""
    patches = (wrong_patch(path) for path in folder.glob("*.pd"))
    left = (f"left behind: {path.name}" for path in folder.glob(".patchgen-*"))
    return (*filter(None, patches), *left)
