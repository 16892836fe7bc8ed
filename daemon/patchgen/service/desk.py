"""Where requests arrive: a table from OSC addresses to what is done; each sender has settings."""

from __future__ import annotations

import logging
import queue
import random
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from patchgen import __version__
from patchgen.app import order, routed
from patchgen.config import Settings, nearest
from patchgen.errors import HistoryLacks, PatchgenError, PatchUnusable
from patchgen.pipeline.prompt import cleaned
from patchgen.pipeline.publish import file_names
from patchgen.pipeline.steps import Order
from patchgen.service.choice import COUNT, Choice
from patchgen.service.examples import EXAMPLES
from patchgen.service.fetch import Fetcher, is_missing
from patchgen.service.jobs import Job, Line
from patchgen.service.osc import Address, Argument, Message
from patchgen.service.own_setting import KEYS, MODELS, field, with_setting
from patchgen.service.record import Do
from patchgen.service.renew import with_own
from patchgen.service.replies import (
    REPLIES,
    STATUS,
    OscListener,
    Send,
    confirm,
    error_message,
    refuse,
)
from patchgen.service.sentence import atom_text, sentence
from patchgen.store.entry import Entry

SEEDS = 2**24
"""Drawn seeds are smaller: a number box in Pd holds them exactly."""
LAST_SEED = 2**31 - 1
MOST_SENDERS = 256
"""Senders that are remembered; a box that reconnects is a new one."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sender:
    """What is known about one [patchgen] box, which is one socket: its settings, its last wish."""

    settings: Settings
    order: Order | None = None
    choice: Choice | None = None
    """What it was offered last."""


@dataclass(frozen=True, slots=True)
class Request:
    """One message from a box."""

    source: Address
    id: str
    arguments: tuple[Argument, ...]
    """Those after the id."""
    send: Send

    @property
    def sender(self) -> str:
        """The box, as the line of jobs knows it."""
        return f"{self.source[0]}:{self.source[1]}"


class Desk:
    """Answers what can be answered at once and puts the rest in the line. For one thread."""

    def __init__(
        self,
        settings: Settings,
        line: Line,
        send: Callable[[Address, Message], None],
        chance: random.Random,
        do: Do | None = None,
    ) -> None:
        """`settings` are where every sender begins; seeds and examples come from `chance`.

        `do` has the history; None where none is kept.
        """
        self._settings = settings
        self._line = line
        self._send = send
        self._chance = chance
        self._do = do
        self._senders: OrderedDict[Address, Sender] = OrderedDict()
        self._fetcher = Fetcher()
        self._news: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        """What other threads want changed; done before the next message is heard."""

    def renew(self, settings: Settings) -> None:
        """Takes over new settings; what a box has changed for itself stays. For any thread."""
        self._news.put(partial(self._take_over, settings))

    def close(self) -> None:
        """Ends the download that may run."""
        self._fetcher.stop()

    def hear(self, message: Message, source: Address) -> None:
        """Does what a message asks, or says why not."""
        while not self._news.empty():
            self._news.get()()
        if message.address in REPLIES:
            return
        if not message.arguments:
            _log.info("a message without an id: %s from %s", message.address, source)
            return
        first, *rest = message.arguments
        request = Request(source, atom_text(first), tuple(rest), partial(self._send, source))
        try:
            self._answer(message.address, request)
        except PatchgenError as error:
            request.send(error_message(request.id, error))

    def _answer(self, address: str, request: Request) -> None:
        action = REQUESTS.get(address)
        if action is None:
            _log.info("an unknown request: %s from %s", address, request.source)
            near = nearest(address, REQUESTS)
            hint = f"Did you mean {near}? " if near else ""
            raise PatchgenError(
                f"unknown request {address}", hint=f"{hint}There are: {', '.join(REQUESTS)}."
            )
        action(self, request)

    def generate(self, request: Request) -> None:
        """A sentence becomes a patch."""
        prompt = cleaned(sentence(request.arguments))
        self._enqueue(request, "generate", self._order(request, prompt))

    def offer(self, request: Request) -> None:
        """A sentence becomes two patches to choose from, called A and B."""
        choice = Choice(self._history())
        prompt = cleaned(sentence(request.arguments))
        wanted = self._order(request, prompt)
        target = self._settings.output_folder / next(file_names(prompt))
        self._enqueue(request, "generate", replace(wanted, target=target, spares=True), choice)

    def prefer(self, request: Request) -> None:
        """Keeps which of the two is better. The letter stands in the place of the id."""
        choice = self._sender(request).choice
        failed = partial(refuse, request.send)
        if choice is None:
            nothing = "there is nothing to choose from"
            hint = "Send `offer` and a sentence first; of older ones: `patchgen prefer ID A`."
            return failed(HistoryLacks(nothing, hint=hint))
        return choice.prefer(request.id, partial(confirm, request.send), failed)

    def _history(self) -> Do:
        if self._do is None:
            raise PatchgenError(
                "choices need the history, which is switched off",
                hint="Set history to true and start the daemon again.",
            )
        return self._do

    def random(self, request: Request) -> None:
        """A sentence of our own becomes a patch, with a seed of its own."""
        prompt = self._chance.choice(EXAMPLES)
        seed = self._chance.randrange(SEEDS)
        self._enqueue(request, "random", self._order(request, prompt, seed=seed))

    def retry(self, request: Request) -> None:
        """The sender's last wish again, with the next seed and the settings of now."""
        last = self._sender(request).order
        if last is None:
            raise PatchgenError("there is nothing to try again", hint="Send a sentence first.")
        seed = (last.sampling.seed + 1) % LAST_SEED
        again = self._order(request, last.prompt, given=last.given, seed=seed)
        self._enqueue(request, "retry", again)

    def resume(self, request: Request) -> None:
        """A patch or a piece on the disk goes on; the prompt is what it says of itself."""
        path = Path(" ".join(map(atom_text, request.arguments)))
        if not path.is_absolute():
            raise PatchUnusable(
                f"not the whole path of a patch: {path}", hint="Send `continue /FOLDER/FILE.pd`."
            )
        self._enqueue(request, "continue", self._order(request, "", given=path))

    def cancel(self, request: Request) -> None:
        """Ends a job of this sender; one that is over already needs no answer."""
        if not self._line.cancel(request.sender, request.id):
            _log.info("nothing to cancel: %s of %s", request.id, request.sender)

    def set(self, request: Request) -> None:
        """Changes a setting for this sender alone, for its later requests.

        The message has no id: the key stands in its place, and an error carries the id `set`. So
        does the progress of a model that must be downloaded first.
        """
        key, value = request.id.replace("_", "-"), sentence(request.arguments)
        try:
            sender = self._sender(request)
            changed = with_setting(sender.settings, key, value)
            wanted = getattr(changed, field(key)) if key in MODELS else None
            if wanted and is_missing(changed, wanted):
                later = partial(self._set_model, request, field(key), wanted)
                done = partial(self._news.put, later)
                return self._fetcher.fetch(changed, wanted, request.send, done)
            self._senders[request.source] = replace(sender, settings=changed)
        except PatchgenError as error:
            refuse(request.send, error)

    def _set_model(self, request: Request, name: str, model: str) -> None:
        """A downloaded model becomes that of its sender."""
        sender = self._sender(request)
        changed = sender.settings.model_copy(update={name: model})
        self._senders[request.source] = replace(sender, settings=changed)

    def _take_over(self, settings: Settings) -> None:
        for source, sender in self._senders.items():
            own = with_own(sender.settings, self._settings, settings, tuple(map(field, KEYS)))
            self._senders[source] = replace(sender, settings=own)
        self._settings = settings

    def status(self, request: Request) -> None:
        """Version, model, and how many jobs are not finished."""
        if request.arguments:
            return  # It is another daemon's answer.
        model = self._sender(request).settings.model
        request.send(Message(STATUS, (request.id, __version__, model, len(self._line))))

    def _order(
        self, request: Request, prompt: str, *, given: Path | None = None, seed: int | None = None
    ) -> Order:
        """A job as the sender's settings want it; without a seed theirs, or one by chance."""
        settings = self._sender(request).settings
        if seed is None:
            seed = self._chance.randrange(SEEDS) if settings.seed is None else settings.seed
        return order(settings, prompt, seed, given=given)

    def _enqueue(
        self, request: Request, kind: str, wanted: Order, choice: Choice | None = None
    ) -> None:
        sender = self._sender(request)
        self._line.put(
            Job(
                sender=request.sender,
                id=request.id,
                order=wanted,
                settings=routed(sender.settings, wanted.prompt, wanted.given),
                listener=OscListener(request.send, request.id),
                kind=kind,
                count=1 if choice is None else COUNT,
                keep=self._keep if choice is None else choice.keep,
            )
        )
        asked = replace(wanted, target=None, spares=False)
        self._senders[request.source] = replace(sender, order=asked, choice=choice or sender.choice)

    def _keep(self, entry: Entry) -> None:
        if self._do is not None:
            self._do(lambda history: history.add(entry), None)

    def _sender(self, request: Request) -> Sender:
        """Whoever asks; the one who was silent longest is forgotten."""
        sender = self._senders.pop(request.source, None) or Sender(self._settings)
        self._senders[request.source] = sender
        if len(self._senders) > MOST_SENDERS:
            self._senders.popitem(last=False)
        return sender


REQUESTS: dict[str, Callable[[Desk, Request], None]] = {
    "/patchgen/generate": Desk.generate,
    "/patchgen/offer": Desk.offer,
    "/patchgen/prefer": Desk.prefer,
    "/patchgen/random": Desk.random,
    "/patchgen/retry": Desk.retry,
    "/patchgen/continue": Desk.resume,
    "/patchgen/cancel": Desk.cancel,
    "/patchgen/set": Desk.set,
    "/patchgen/status": Desk.status,
}
