"""PatchGen: a sentence becomes a Pure Data patch."""

__version__ = "0.1.0"
