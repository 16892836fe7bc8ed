"""The task metric of a run: how many sampled answers parse, lint clean, and load in Pd."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from transformers import TrainerCallback, TrainerControl, TrainerState, TrainingArguments

from patchgen.domains.registry import DOMAINS
from patchgen.errors import NotationError, ParseError, PdFailed
from patchgen.findings import Severity
from patchgen.headless.load import load
from patchgen.layout.place import place
from patchgen.lint.gate import gate
from patchgen.lint.registry import ABOUT_PLACES
from patchgen.lint.runner import lint
from patchgen.lint.scope import Scope
from patchgen.pd.model import Canvas
from patchgen.pd.write import write
from patchgen_training.tuning.adapter_log import append
from patchgen_training.tuning.adapter_tokens import begun

TEMPERATURE = 0.8
TOP_K = 40
Read = Callable[[str], Canvas]


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the sampled answers."""

    samples: int
    parsed: int
    clean: int
    """Parsed, and the linter has neither error nor warning."""
    loaded: int
    """Parsed, allowed by the gate, and headless Pd had nothing to say; 0 without a Pd."""


def tally(answers: Sequence[str], form: str, pd: Path | None) -> Tally:
    """Counts. `form` is what the model writes: `notation` or `pd`."""
    read = DOMAINS["patch"].forms[form].read
    found = [canvas for answer in answers if (canvas := patch(answer, read)) is not None]
    # Pd counts inlets by their places, which only .pd text has.
    placed = [place(canvas) for canvas in found] if form == "notation" else found
    return Tally(
        samples=len(answers),
        parsed=len(found),
        clean=sum(is_clean(canvas) for canvas in found),
        loaded=sum(pd is not None and loads(canvas, pd) for canvas in placed),
    )


def patch(answer: str, read: Read) -> Canvas | None:
    """The patch in an answer, if there is one with boxes."""
    try:
        canvas = read(answer)
    except (NotationError, ParseError):
        return None
    return canvas if canvas.boxes else None


def is_clean(canvas: Canvas) -> bool:
    """Whether the linter has nothing to mend; where boxes stand is not asked."""
    findings = lint(canvas, Scope(ignore=ABOUT_PLACES, is_strict=True))
    return all(finding.severity is Severity.INFO for finding in findings)


def loads(canvas: Canvas, pd: Path) -> bool:
    """Whether Pd opens the patch in silence. One that could do harm is not tried."""
    if any(finding.severity is Severity.ERROR for finding in gate(canvas)):
        return False
    try:
        return load(write(canvas), pd).is_silent
    except PdFailed:
        return False


class TaskMetric(TrainerCallback):
    """Every so many steps the model answers the same prompts; the tally goes to the log."""

    def __init__(
        self, log: Path, prompts: Sequence[str], form: str, pd: Path | None, every: int, length: int
    ) -> None:
        """`length` is the most tokens of an answer."""
        self.log, self.prompts, self.form, self.pd = log, tuple(prompts), form, pd
        self.every, self.length = every, length

    def on_step_end(
        self,
        args: TrainingArguments,
        state: TrainerState,
        control: TrainerControl,
        **given: Any,
    ) -> None:
        """Samples where it is time; all processes write answers, the first one judges."""
        if state.global_step % self.every and state.global_step != state.max_steps:
            return
        answers = list(self.answers(given["model"], given["processing_class"], args.world_size))
        if state.is_world_process_zero:
            counts = asdict(tally(answers, self.form, self.pd))
            append(self.log, state.global_step, counts)

    def answers(self, model: Any, tokenizer: Any, processes: int) -> Iterator[str]:
        """One answer to each prompt, always with the same seed."""
        with apart(model):
            for number, prompt in enumerate(self.prompts):
                torch.manual_seed(number)
                ids = torch.tensor([begun(prompt, tokenizer)], device=model.device)
                written = model.generate(
                    input_ids=ids,
                    attention_mask=torch.ones_like(ids),
                    max_new_tokens=self.length,
                    do_sample=True,
                    temperature=TEMPERATURE,
                    top_k=TOP_K,
                    use_cache=True,
                    eos_token_id=tokenizer.eos_token_id,
                    pad_token_id=tokenizer.eos_token_id,
                    synced_gpus=processes > 1,
                )
                yield tokenizer.decode(written[0, ids.shape[1] :], skip_special_tokens=True)


@contextmanager
def apart(model: Any) -> Iterator[None]:
    """Sampling leaves no trace in the run: neither in the model nor in what chance comes next."""
    was_training = model.training
    model.eval()
    try:
        with torch.random.fork_rng(), torch.no_grad():
            yield
    finally:
        model.train(was_training)
