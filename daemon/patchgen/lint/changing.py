"""Message boxes that other messages rewrite at run time, and words that a patch could come to say.

`set` and its kin change what a message box sends, so its text alone tells nothing of it. After a
semicolon that is put in this way, the next word is a receiver, Pd itself for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from patchgen.lint.messages import messages
from patchgen.lint.rule import Patch, View
from patchgen.pd.model import Connection

REWRITING = frozenset("set add add2 addcomma addsemi adddollar adddollsym".split())
"""Messages that change a message box instead of being sent on by it."""
PARTING = frozenset("add addsemi".split())
"""Those among them that put in a semicolon."""

ANYTHING = frozenset(
    """route receive inlet fudiparse netreceive netsend qlist textfile clone struct pdcontrol
    pd""".split()
) | {"list trim", "text sequence"}
"""Objects from whose outlets any message may come."""

PASSING = frozenset({"trigger", "spigot"})
"""Objects that pass a message on as it came."""

MAKERS = frozenset({"list tosymbol", "fudiparse", "oscparse", "netreceive", "netsend", "textfile"})
"""Objects that make any word out of numbers, or get it from elsewhere."""

VARIABLE = re.compile(r"\$[0-9]+|%[^a-zA-Z%]*[a-zA-Z]")
"""What is filled in at run time: an argument, or the number of a [makefilename]."""


def origins(view: View, box: int) -> Iterator[Connection]:
    """Connections that bring messages to the first inlet, followed back to what makes them."""
    seen: set[int] = set()
    waiting = [box]
    while waiting:
        sink = waiting.pop()
        if sink in seen:
            continue
        seen.add(sink)
        for cord in view.fed_by.get(sink, ()):
            if cord.inlet == 0 and view.known[cord.source].name in PASSING:
                waiting.append(cord.source)
            elif cord.inlet == 0:
                yield cord


def is_anything(view: View, box: int) -> bool:
    """Whether nobody knows which messages the box sends."""
    known = view.known[box]
    return known.ports is None or known.name in ANYTHING


def rewriters(view: View, box: int) -> frozenset[str]:
    """The messages, out of REWRITING, that may come to a message box."""
    found: set[str] = set()
    for cord in origins(view, box):
        known = view.known[cord.source]
        is_open = is_anything(view, cord.source)
        for message in messages(known.args) if known.name == "msg" else ():
            if message.receiver:
                continue
            found |= REWRITING & {message.selector}
            is_open |= "$" in message.selector or message.selector in REWRITING
        if is_open:
            found |= sayable(view.patch, REWRITING)
    return frozenset(found)


def rewriting_trouble(view: View, box: int) -> str | None:
    """How a message box may come to send to a receiver that is not in its text, or None."""
    found = rewriters(view, box)
    if not found:
        return None
    label = view.label(box)
    if parting := sorted(found & PARTING):
        return f"`{parting[0]}` puts a semicolon into {label}, and then it sends to any receiver"
    if ";" in view.known[box].args and found - {"set"}:
        return f"`{min(found - {'set'})}` puts words behind the semicolon in {label}"
    return None


def sayable(patch: Patch, words: Iterable[str]) -> frozenset[str]:
    """Those of the words that may be said at run time: they stand in it, or it could make them."""
    wanted = frozenset(words)
    if patch.names & MAKERS or ("text define" in patch.names and "read" in patch.words):
        return wanted
    return said(patch.words, wanted)


@lru_cache(maxsize=64)
def said(words: frozenset[str], wanted: frozenset[str]) -> frozenset[str]:
    """Those of the wanted words that are among these, or that one of these can become."""
    found = wanted & words
    for word in words:
        # A `$1` alone makes nothing new.
        if VARIABLE.search(word) and not VARIABLE.fullmatch(word):
            form = re.compile(".*".join(map(re.escape, VARIABLE.split(word))))
            found |= {other for other in wanted if form.fullmatch(other)}
    return found
