"""What each box of a canvas reaches beyond the patch: by its object, its names, its messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from patchgen.lint.changing import rewriters
from patchgen.lint.messages import messages
from patchgen.lint.names import Role
from patchgen.lint.rule import View
from patchgen.lint.selectors import obeys, only_reads
from patchgen.objects.capabilities import (
    CANVASES,
    Capability,
    capability,
    is_elsewhere,
    receiver_capability,
)
from patchgen.objects.reference import names, second_words
from patchgen.pd.atoms import unescape

NAMING = frozenset(
    {"msg", "symbol", "makefilename", "list", "list append", "list prepend", "text define"}
)
"""Boxes that can hold the name of a file."""

PATCH_NUMBER = re.compile(r"\$0(?!\d)")


@dataclass(frozen=True, slots=True)
class Reach:
    """One thing that a patch could do."""

    capability: Capability
    why: str
    box: int | None = None
    is_dsp: bool = False
    """Only switches sound on or off."""
    is_far: bool = False
    """Names a file outside the patch's folder."""
    is_unknown: bool = False
    """An object that vanilla Pd does not bring along, so that nobody knows what it does."""


def reaches(view: View) -> Iterator[Reach]:
    """Everything on one canvas, harmless things left out."""
    for record in view.records:
        if record.atoms[:2] == ("#X", "declare"):
            args = tuple(map(unescape, record.atoms[2:]))
            declared = capability("declare", args)
            if declared is not Capability.NONE:
                yield Reach(declared, f"[declare {' '.join(args)}]")
    for index, known in enumerate(view.known):
        yield from spelling_reach(view, index)
        if only_switches_sound(view, index):
            yield Reach(Capability.AUDIO, f"{view.label(index)} switches sound", index, is_dsp=True)
            continue
        if known.is_object:
            yield from object_reach(view, index)
            if capability(known.name, known.args) is not Capability.NONE:
                continue
        if known.name == "msg":
            yield from message_reach(view, index)
        for use in known.uses:
            if known.name != "msg" and (reach := name_reach(use.role, use.name)) is not None:
                yield Reach(reach, f"{view.label(index)} uses the name {use.name}", index)
        obeyed = obeys(view, index)
        if obeyed is not None:
            yield Reach(*obeyed, index)


def only_switches_sound(view: View, index: int) -> bool:
    """Whether the box is a [send pd] that gets no other messages than `dsp`."""
    known = view.known[index]
    if known.name != "send" or known.args != ("pd",):
        return False
    sources = [view.known[cord.source] for cord in view.fed_by.get(index, ())]
    return bool(sources) and all(
        source.name == "msg"
        and all(m.receiver or m.selector == "dsp" for m in messages(source.args))
        and not rewriters(view, cord.source)
        for source, cord in zip(sources, view.fed_by[index], strict=True)
    )


def spelling_reach(view: View, index: int) -> Iterator[Reach]:
    """Words with two backslashes: Pd takes both away, and so `p\\\\d` is `pd` to it."""
    box = view.boxes[index]
    hidden = next((atom for atom in box.atoms if "\\\\" in atom), None)
    if hidden is not None and box.kind != "text":
        yield Reach(Capability.CONTROL, f"Pd reads `{hidden}` without its backslashes", index)


def object_reach(view: View, index: int) -> Iterator[Reach]:
    """What an object does by itself."""
    known, label = view.known[index], view.label(index)
    found = capability(known.name, known.args)
    if found is Capability.FILE and only_reads(view, index):
        found = Capability.READ
    if found is not Capability.NONE:
        yield Reach(found, label, index)
    for name in (known.name, *cloned(known.name, known.args)):
        if not is_built_in(name):
            yield Reach(Capability.NONE, f"nobody knows what [{name}] does", index, is_unknown=True)


def far_reaches(view: View) -> Iterator[Reach]:
    """Names of files outside the patch's folder, in boxes from which an object may get them."""
    for index, known in enumerate(view.known):
        if known.name not in NAMING:
            continue
        far = next((word for word in known.args if is_elsewhere(word)), None)
        if far is not None:
            why = f"{view.label(index)} names {far}, which lies outside the patch's folder"
            yield Reach(Capability.FILE, why, index, is_far=True)


def cloned(name: str, args: tuple[str, ...]) -> tuple[str, ...]:
    """The abstraction that [clone] copies."""
    if name != "clone":
        return ()
    words = [arg for arg in args if not arg.startswith("-") and not arg.lstrip("-").isdecimal()]
    return tuple(words[:1])


def is_built_in(name: str) -> bool:
    """Whether every Pd brings the object along."""
    first, blank, second = name.partition(" ")
    return first in names(with_extra=True) and (not blank or second in second_words(first))


def message_reach(view: View, index: int) -> Iterator[Reach]:
    """What a message box sends to names: to Pd, to a canvas, or to nobody knows whom."""
    for message in messages(view.known[index].args):
        if not message.receiver:
            continue
        words = " ".join((message.receiver, *message.atoms))
        if message.receiver == "pd" and message.selector == "dsp":
            yield Reach(Capability.AUDIO, f"`; {words}` switches sound", index, is_dsp=True)
            continue
        reach = name_reach(Role.GIVES, message.receiver)
        if reach is not None:
            yield Reach(reach, f"the message `; {words}`", index)


def name_reach(role: Role, name: str) -> Capability | None:
    """What can be done under a name; None for a name that is the patch's own."""
    if role is Role.HOLDS and receiver_capability(name) is not Capability.NONE:
        return Capability.DYNAMIC  # What Pd is told would come to it, and the other way round.
    if role is not Role.GIVES:
        # Listening to Pd is harmless, but `#X` and the like would catch records of other files.
        return Capability.DYNAMIC if name.startswith("#") else None
    reach = receiver_capability(name)
    if reach is not Capability.NONE:
        return reach
    if may_be(name, "pd"):
        return Capability.CONTROL
    return Capability.DYNAMIC if may_begin(name, CANVASES) else None


def literal(name: str) -> str | None:
    """What stands before the first argument in a name such as `pd-$1`; None where none does.

    `$0` is a number and can be no part of a dangerous beginning.
    """
    place = name.find("$")
    return None if place < 0 or PATCH_NUMBER.match(name, place) else name[:place]


def may_be(name: str, word: str) -> bool:
    """Whether a name with arguments in it can become this word."""
    start = literal(name)
    return start is not None and word.startswith(start)


def may_begin(name: str, words: tuple[str, ...]) -> bool:
    """Whether the name begins with one of the words, or can come to do so."""
    start = literal(name)
    if start is None:
        return name.startswith(words)
    return any(word.startswith(start) or start.startswith(word) for word in words)
