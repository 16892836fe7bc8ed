"""Small constraints that travel to the worker process by name."""

from __future__ import annotations

from dataclasses import dataclass


class DigitsInLines:
    """Lines of digits; whole once the last line has ended."""

    def allows(self, text: str) -> bool:
        """Digits and newlines only, no empty line."""
        return not text.strip("0123456789\n") and "\n\n" not in text and not text.startswith("\n")

    def may_end(self, text: str) -> bool:
        """At least one whole line."""
        return text.endswith("\n")

    def must_end(self, text: str) -> bool:
        """Never."""
        return False


@dataclass(frozen=True)
class OneOf:
    """Exactly one of a few texts."""

    texts: tuple[str, ...]

    def allows(self, text: str) -> bool:
        """A beginning of one of them."""
        return any(whole.startswith(text) for whole in self.texts)

    def may_end(self, text: str) -> bool:
        """One of them."""
        return text in self.texts

    def must_end(self, text: str) -> bool:
        """One that is not the beginning of another."""
        return text in self.texts and sum(whole.startswith(text) for whole in self.texts) == 1


class NeverEnding(DigitsInLines):
    """Digits without an end."""

    def may_end(self, text: str) -> bool:
        """Never."""
        return False


class Impossible(DigitsInLines):
    """Three digits, after which nothing is allowed and nothing is whole."""

    def allows(self, text: str) -> bool:
        """Up to three digits."""
        return text.isdigit() and len(text) <= 3

    def may_end(self, text: str) -> bool:
        """Never."""
        return False


class Faulty(DigitsInLines):
    """A constraint with a bug."""

    def allows(self, text: str) -> bool:
        """Fail."""
        raise ZeroDivisionError("a bug in the constraint")


class NoTwelve(DigitsInLines):
    """Lines of digits, except that nothing may follow a 12 at the beginning."""

    def allows(self, text: str) -> bool:
        """Notices the 12 a letter too late, as no constraint should."""
        return super().allows(text) and not (text.startswith("12") and len(text) > 2)


class AnythingButAscii:
    """Foreign letters."""

    def allows(self, text: str) -> bool:
        """No letter of ASCII."""
        return all(ord(letter) > 127 for letter in text)

    def may_end(self, text: str) -> bool:
        """At least one letter."""
        return bool(text)

    def must_end(self, text: str) -> bool:
        """Never."""
        return False
