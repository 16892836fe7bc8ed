"""What a message box sends: one message after the other, each to the outlet or to a receiver."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a message box."""

    receiver: str
    """Empty for the outlet."""
    atoms: tuple[str, ...]
    """Without escapes: `$1` is an argument."""

    @property
    def selector(self) -> str:
        """The first word, empty where there is none; numbers and `$1` are possible."""
        return self.atoms[0] if self.atoms else ""


def messages(atoms: tuple[str, ...]) -> tuple[Message, ...]:
    """The messages of a box from its atoms without escapes. After `;` comes a receiver's name."""
    out: list[Message] = []
    receiver, waits = "", False
    words: list[str] = []
    for atom in (*atoms, ";"):
        if atom in (",", ";"):
            if words:
                out.append(Message(receiver, tuple(words)))
            words = []
            waits = atom == ";" or (waits and atom == ",")
        elif waits:
            receiver, waits = atom, False
        else:
            words.append(atom)
    return tuple(out)
