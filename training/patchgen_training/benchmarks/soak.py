"""Uses a real daemon as several players would, for as long as is wanted, accidents included."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from patchgen.service.examples import EXAMPLES
from patchgen.service.osc import Message
from patchgen.service.replies import DONE, PROGRESS
from patchgen_training.benchmarks.after import half_files, sound_after, wrong_ending, wrong_patch
from patchgen_training.benchmarks.figures import count
from patchgen_training.benchmarks.packets import noise
from patchgen_training.benchmarks.part import Material, Result, Table
from patchgen_training.benchmarks.served import ENDINGS, PATIENCE, Caller, Served, served

TITLE = "Soak"
SAYS = (
    "A daemon at work for a while: sentences, retries, patches continued, jobs cancelled in the "
    "midst, texts in its inbox, broken packets, and its model's process killed now and then. "
    "After each of them an answer must come, and no half file may be left."
)
MINUTES = 1.0
PACKETS = 40


@dataclass(slots=True)
class Session:
    """What an act needs, and what it leaves behind."""

    it: Served
    box: Caller
    chance: Random
    number: int = 0
    failures: list[str] = field(default_factory=list)
    latest: Path | None = None
    """A patch that was made of a sentence."""
    ended: Message | None = None
    """The ending of a job that was over before anything could happen to it."""

    def job(self) -> str:
        """A fresh id."""
        self.number += 1
        return str(self.number)

    def ending(self, job: str) -> Message | None:
        """How a job ended; what is wrong with that is noted."""
        ending = self.box.wait_for(ENDINGS, job)
        self.note(wrong_ending(ending))
        return ending

    def refusal(self, job: str, says: str) -> None:
        """The job must end with an error that says so, if it did not end well before."""
        ending, self.ended = self.ended or self.box.wait_for(ENDINGS, job), None
        is_meant = ending is not None and says in str(ending.arguments[1])
        self.note(None if is_meant else wrong_ending(ending))

    def note(self, wrong: str | None) -> None:
        """Keeps what is wrong."""
        if wrong is not None:
            self.failures.append(wrong)


def sentence(session: Session) -> None:
    """A sentence becomes a patch."""
    job = session.job()
    session.box.ask("generate", job, session.chance.choice(EXAMPLES))
    ending = session.ending(job)
    if ending is not None and ending.address == DONE:
        session.latest = Path(str(ending.arguments[2]), str(ending.arguments[1]))


def retry(session: Session) -> None:
    """The last wish again."""
    sentence(session)
    job = session.job()
    session.box.ask("retry", job)
    session.ending(job)


def resume(session: Session) -> None:
    """A patch is continued; a model that adds nothing says so."""
    if session.latest is None:
        return sentence(session)
    job = session.job()
    session.box.ask("continue", job, str(session.latest))
    session.ending(job)


def cancel(session: Session) -> None:
    """A job is cancelled while the model writes."""
    job = begun(session)
    session.box.ask("cancel", job)
    session.refusal(job, "cancelled")


def kill(session: Session) -> None:
    """The model's process is killed while it writes; after its last word the next job pays."""
    job = begun(session)
    for pid in session.it.workers():
        os.kill(pid, signal.SIGKILL)
    session.refusal(job, "SIGKILL")
    following = session.job()
    session.box.ask("generate", following, session.chance.choice(EXAMPLES))
    session.refusal(following, "SIGKILL")


def begun(session: Session) -> str:
    """A job at its draft, or one that was quicker than us."""
    job = session.job()
    session.box.ask("generate", job, session.chance.choice(EXAMPLES))
    while (said := session.box.wait_for(ENDINGS | {PROGRESS}, job)) is not None:
        if said.address in ENDINGS:
            session.ended = said
            break
        if said.arguments[1] == "drafting" and float(said.arguments[2]) > 0:
            break
    return job


def inbox(session: Session) -> None:
    """A text is dropped into the inbox."""
    text = session.it.folder / "inbox" / f"{session.job()}.txt"
    text.write_text(session.chance.choice(EXAMPLES), "utf-8")
    patch, complaint = text.with_suffix(".pd"), text.with_suffix(".error.txt")
    until = monotonic() + PATIENCE
    while monotonic() < until:
        if patch.exists():
            return session.note(wrong_patch(patch))
        if complaint.exists():
            return None
        sleep(0.05)
    return session.note(f"inbox: nothing within {PATIENCE:.0f} s")


def vandal(session: Session) -> None:
    """Broken packets."""
    with Caller(session.it.port) as box:
        for _ in range(PACKETS):
            box.throw(noise(session.chance.randrange(1000), session.number)[1])
            session.number += 1
    session.note(None if session.box.unfinished() is not None else "no answer after packets")


ACTS: dict[str, tuple[Callable[[Session], None], int]] = {
    "sentences": (sentence, 8),
    "retries": (retry, 2),
    "patches continued": (resume, 2),
    "jobs cancelled": (cancel, 3),
    "models killed": (kill, 1),
    "texts in the inbox": (inbox, 2),
    "bursts of broken packets": (vandal, 2),
}
"""What is done, and how often in proportion."""


def measure(material: Material) -> Result:
    """Acts by chance until the time is over."""
    minutes = material.minutes or MINUTES
    with TemporaryDirectory(prefix="patchgen-benchmark-") as name, served(Path(name)) as it:
        with Caller(it.port) as box:
            session = Session(it, box, Random(material.seed))
            session.failures += sound_after(it, box, "before")
            done, memory = soaked(session, monotonic() + 60 * minutes)
            session.failures += sound_after(it, box, "after")
        memory.append(it.memory())
        session.failures += half_files(it.folder / "inbox")
        bugs = it.bugs()
    acts = Table(("acts", "number"), tuple((name, count(done[name])) for name in ACTS))
    return Result((acts, told(memory)), notes(session.failures, bugs, minutes))


def soaked(session: Session, until: float) -> tuple[Counter[str], list[tuple[float, float]]]:
    """How often each act was done, and the memory after each. Every act is done once first."""
    done: Counter[str] = Counter()
    memory = [session.it.memory()]
    weights = [weight for _, weight in ACTS.values()]
    while monotonic() < until:
        fresh = next((name for name in ACTS if not done[name]), None)
        name = fresh or session.chance.choices(list(ACTS), weights)[0]
        before = len(session.failures)
        ACTS[name][0](session)
        session.failures[before:] = [f"{name}: {wrong}" for wrong in session.failures[before:]]
        done[name] += 1
        memory.append(session.it.memory())
    return done, memory


def told(memory: list[tuple[float, float]]) -> Table:
    """Memory at the beginning, at its highest and at the end."""
    rows = tuple(
        (title, *(f"{value:.0f} MB" for value in (sizes[0], max(sizes), sizes[-1])))
        for title, sizes in zip(("daemon", "its processes"), zip(*memory, strict=True), strict=True)
    )
    return Table(("memory", "warm", "highest", "end"), rows)


def notes(failures: list[str], bugs: int, minutes: float) -> tuple[str, ...]:
    """What went wrong, each kind once."""
    kinds = Counter(failures)
    told = (f"{wrong}: {number} times" for wrong, number in kinds.most_common())
    head = f"{minutes:g} minutes; {len(failures)} failures; {bugs} lines about bugs in the log."
    return (head, *told)
