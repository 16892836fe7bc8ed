"""Edits of a given patch: an instruction is read as operations, which change the canvas."""
