"""Capabilities: what must never pass as harmless, and what must not be refused by mistake."""

from __future__ import annotations

import pytest

from patchgen.objects.capabilities import Capability, capability, receiver_capability
from patchgen.objects.reference import names


def reach(text: str) -> str:
    """The capability of an object written as in a box."""
    name, *args = text.split()
    return capability(name, tuple(args)).value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("osc~ 440", "none"), ("/ 2", "none"), ("/~ 2", "none"), ("text define a", "none"),
        ("s volume", "none"), ("clone voice 8", "none"), ("declare -path lib", "none"),
        ("file splitext", "none"), ("expr $f1 / 2", "none"), ("zexy/urn", "none"),
        ("dac~", "audio"), ("clone dac~ 2", "audio"), ("notein 1", "midi"),
        ("soundfiler", "file"), ("file handle", "file"), ("file", "file"), ("readsf~ 2", "read"),
        ("netsend -u", "network"), ("netreceive 3000", "network"), ("net.http.send", "network"),
        ("s pd-main.pd", "dynamic"), ("namecanvas x", "dynamic"),
        ("iemguts/canvasdelete", "dynamic"),
        ("s pd", "control"), ("s", "control"), ("s 0", "control"),
        ("netreceive 3000 0 old", "control"),
        ("text sequence a -g", "control"), ("qlist", "control"), ("pdcontrol", "control"),
        ("listbox 20 0 0 0 - - pd 0", "control"),
        ("declare -lib zexy", "code"), ("declare -path /tmp", "code"), ("pdlua", "code"),
        ("declare -path ../x", "code"), ("import zexy", "code"), ("/tmp/evil", "code"),
        ("../evil", "code"), ("a/../../evil", "code"), ("~/evil", "code"), ("C:/evil", "code"),
        ("clone ../evil 3", "code"), ("pyext script", "code"),
        ("pd~", "exec"), ("shell", "exec"), ("ggee/shell", "exec"), ("popen", "exec"),
        ("system.exec", "exec"), ("clone shell 3", "exec"), ("motex/system", "exec"),
    ],
)  # fmt: skip
def test_an_object_reaches_as_far_as_it_can(text: str, expected: str) -> None:
    assert reach(text) == expected


def test_an_unknown_object_counts_as_harmless() -> None:
    assert capability("myabstraction", ("1",)) is Capability.NONE


def test_a_two_word_name_counts_as_name_and_argument() -> None:
    assert capability("file delete", ()) is Capability.FILE
    assert capability("text sequence", ("song", "-g")) is Capability.CONTROL


def test_aliases_reach_as_far_as_their_objects() -> None:
    assert capability("s", ("pd",)) is capability("send", ("pd",))


def test_most_of_vanilla_is_harmless() -> None:
    harmless = [name for name in names() if capability(name, ("a",)) is Capability.NONE]

    assert len(harmless) > 0.85 * len(names())


def test_receivers_of_pd_and_its_canvases_are_told_from_others() -> None:
    assert receiver_capability("pd") is Capability.CONTROL
    assert receiver_capability("pd-voice") is Capability.DYNAMIC
    assert receiver_capability("pdvolume") is Capability.NONE
