"""The decoding constraint: may a model's answer begin like this?

The text grows token by token. Lines that are whole are kept as ports per box; of the last,
unfinished line every word is judged as a beginning. So a wrong token is refused the moment it is
sampled, and nothing has to be rolled back. What a box is and what it may connect to comes from
the object reference, the same that the linter asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from patchgen.domains.patch import body, vocabulary
from patchgen.domains.patch.cords import Cords
from patchgen.domains.patch.notation import MAX_DEPTH, unquoted
from patchgen.lint.gate import MUSIC, Policy
from patchgen.lint.known import known
from patchgen.objects.arity import required
from patchgen.objects.capabilities import capability
from patchgen.objects.spec import Ports
from patchgen.pd.atoms import unescape
from patchgen.pd.model import Box

MAX_BOXES = 80
"""More boxes than any sentence needs; a model that runs on is stopped here."""
MAX_WORDS = 120
MAX_WORD = 64
WORD = re.compile(r"[!-~]+")


@dataclass(slots=True)
class Frame:
    """A canvas whose lines are being written."""

    ports: list[Ports | None] = field(default_factory=list)
    """What each box so far has; None allows everything."""
    cords: set[tuple[int, int, int, int]] = field(default_factory=set)
    inlets: list[bool] = field(default_factory=list)
    """Of the subpatch this frame is: True for inlet~."""
    outlets: list[bool] = field(default_factory=list)
    needs: int = 0
    """Inlets that cords into this subpatch already use."""
    is_late: bool = False
    """True once a line has added connections to an earlier box."""


class PatchConstraint:
    """Answers `allows`, `may_end` and `must_end` for the notation (engine.base.Constraint)."""

    def __init__(self, policy: Policy = MUSIC) -> None:
        """`policy`: what the boxes may reach."""
        self.policy = policy
        self.done = ""
        self.frames = [Frame()]

    def allows(self, text: str) -> bool:
        """Whether some allowed patch begins with `text`."""
        if not text.startswith(self.done):
            self.done, self.frames = "", [Frame()]
        end = text.rfind("\n") + 1
        if end > len(self.done):
            for line in text[len(self.done) : end - 1].split("\n"):
                if not self.is_whole(line):
                    return False
                self.take(line)
                self.done += line + "\n"
        return self.may_begin(text[end:])

    def may_end(self, text: str) -> bool:
        """Whether `text` is a whole patch: at least one box, all braces closed."""
        return (
            self.allows(text)
            and text.endswith("\n")
            and len(self.frames) == 1
            and bool(self.frames[0].ports)
        )

    def must_end(self, text: str) -> bool:
        """Whether the patch is as large as it may get."""
        return self.may_end(text) and len(self.frames[0].ports) >= MAX_BOXES

    def may_begin(self, line: str) -> bool:
        """Whether a line may begin like this."""
        frame = self.frames[-1]
        if line in ("", "}"):
            return not line or self.may_close()
        words = line.split(" ")
        if "" in words[:-1] or len(words) > MAX_WORDS:
            return False
        number = words[0]
        fresh = str(len(frame.ports) + 1)
        if len(words) == 1:
            return (self.may_open_box() and fresh.startswith(number)) or any(
                str(k).startswith(number) for k in range(1, len(frame.ports) + 1)
            )
        if number == fresh:
            return self.may_open_box() and self.box_may_begin(words[1:])
        return self.is_earlier(number) and self.late_may_begin(int(number), words[1:])

    def is_whole(self, line: str) -> bool:
        """Whether a line may end here."""
        words = line.split(" ")
        if line == "}":
            return self.may_close()
        if not self.may_begin(line) or len(words) < 2 or not words[-1]:
            return False
        if words[0] != str(len(self.frames[-1].ports) + 1):
            return len(words) > 2 and self.cords(int(words[0]), None, words[2:]).is_whole()
        head, sources, opens = parts(words[1:])
        if opens:
            return len(self.frames) < MAX_DEPTH
        if sources is not None and not sources:
            return False
        box = made(head)
        if box is None or box.name == "pd" or not is_fine(box, self.policy):
            return False
        return not sources or self.cords(int(words[0]), known(box).ports, sources).is_whole()

    def take(self, line: str) -> None:
        """Adds a whole line to what is known."""
        frame = self.frames[-1]
        if line == "}":
            self.frames.pop()
            above = self.frames[-1]
            above.ports[-1] = Ports(tuple(frame.inlets), tuple(frame.outlets))
            return
        words = line.split(" ")
        number = int(words[0])
        if number <= len(frame.ports):
            frame.is_late = True
            frame.cords |= self.cords(number, None, words[2:]).taken()
            return
        head, sources, opens = parts(words[1:])
        box = made(head)
        frame.ports.append(None if opens or box is None else known(box).ports)
        cords = self.cords(number, frame.ports[-1], sources or [])
        frame.cords |= cords.taken()
        if head[0] in ("inlet", "inlet~"):
            frame.inlets.append(head[0] == "inlet~")
        if head[0] in ("outlet", "outlet~"):
            frame.outlets.append(head[0] == "outlet~")
        if opens:
            self.frames.append(Frame(needs=cords.highest_inlet() + 1))

    def may_open_box(self) -> bool:
        """Whether another box may come: lines that add connections close the list of boxes."""
        frame = self.frames[-1]
        return not frame.is_late and len(frame.ports) < MAX_BOXES

    def may_close(self) -> bool:
        """Whether a subpatch may end here: it has all the inlets that are fed."""
        frame = self.frames[-1]
        return len(self.frames) > 1 and bool(frame.ports) and len(frame.inlets) >= frame.needs

    def is_earlier(self, number: str) -> bool:
        """Whether the number names a box of this canvas."""
        return (
            number.isdecimal()
            and not number.startswith("0")
            and (int(number) <= len(self.frames[-1].ports))
        )

    def late_may_begin(self, number: int, words: list[str]) -> bool:
        """Whether more connections into an earlier box may begin like this."""
        if words[0] not in ("", "<"):
            return False
        ports = self.frames[-1].ports[number - 1]
        if ports is not None and not ports.inlets:
            return False
        return len(words) == 1 or self.cords(number, None, words[1:]).may_begin()

    def box_may_begin(self, words: list[str]) -> bool:
        """Whether a box's name, arguments and sources may begin like this."""
        name = words[0]
        if len(words) == 1:
            return vocabulary.boxes(self.policy).begins(name)
        head, sources, opens = parts(words)
        if not vocabulary.boxes(self.policy).has(name) or not self.arguments_may_begin(head):
            return False
        if opens:
            return name == "pd" and len(head) > 1
        if sources is None:
            return True
        box = made(head)
        if name != "pd" and (box is None or not is_fine(box, self.policy)):
            return False
        if name == "pd" and len(head) < 2:
            return False
        ports = None if box is None or name == "pd" else known(box).ports
        if ports is not None and not ports.inlets:
            return False
        number = len(self.frames[-1].ports) + 1
        if sources and name == "pd" and sources[-1] == "" and len(sources) > 1:
            return True
        return self.cords(number, ports, sources or [""]).may_begin()

    def arguments_may_begin(self, words: list[str]) -> bool:
        """Whether creation arguments may look like this; the last may be unfinished."""
        name, args = words[0], words[1:]
        if name in vocabulary.PREFIXES and args:
            known = vocabulary.seconds(name, self.policy)
            if not (known.begins(args[0]) if len(args) == 1 else known.has(args[0])):
                return False
        for place, word in enumerate(args):
            if word == "" and place == len(args) - 1:
                return True
            if len(word) > MAX_WORD or not WORD.fullmatch(word):
                return False
            if to_pd(args, place) or (word.startswith("\\") and word not in ("\\", "\\<")):
                return False
        return True

    def cords(self, number: int, sink: Ports | None, words: list[str]) -> Cords:
        """The sources of a line, judged against the boxes so far."""
        frame = self.frames[-1]
        ports = sink
        if number <= len(frame.ports):
            ports = frame.ports[number - 1]
        return Cords(number, ports, frame.ports, frame.cords, words)


def parts(words: list[str]) -> tuple[list[str], list[str] | None, bool]:
    """Name and arguments; the words after `<` if there is one; whether `{` opens a subpatch."""
    opens = len(words) > 1 and words[-1] == "{"
    if opens:
        words = words[:-1]
    marks = [place for place, word in enumerate(words) if place and word == "<"]
    if not marks:
        return words, None, opens
    return words[: marks[0]], words[marks[0] + 1 :], opens


def made(head: list[str]) -> Box | None:
    """The box that name and arguments make, or None where a form is misused."""
    return body.from_words(unquoted(head)) if head[-1] else None


def is_fine(box: Box, policy: Policy) -> bool:
    """Whether the box has the arguments it needs and reaches no farther than it may."""
    if box.kind != "obj":
        return True
    found = known(box)
    args = tuple(unescape(atom) for atom in box.args)
    is_enough = len(found.args) >= required(found.name)
    return not found.trouble and is_enough and policy.allows(capability(box.name, args))


def to_pd(args: list[str], place: int) -> bool:
    """Whether a message addresses Pd itself or a canvas: `; pd quit`."""
    if place == 0 or args[place - 1] != ";":
        return False
    word = args[place]
    return (word == "pd" and place < len(args) - 1) or word.startswith(("pd-", "$", "\\$"))
