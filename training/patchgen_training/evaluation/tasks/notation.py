"""Notation that patches of several tasks share."""

OUT = "{1} *~ 0.2 < {0}\n{2} dac~ < {1} {1}>1\n"
"""The end of a patch: box {0} is heard softly on both sides; {1} and {2} are free numbers."""
