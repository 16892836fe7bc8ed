"""The tokeniser: byte-level BPE whose digits stay single."""
