"""Patches: the notation the model writes, its codec, and the decoding constraint."""
