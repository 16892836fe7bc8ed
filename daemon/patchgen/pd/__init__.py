"""Pd files: atoms, records, canvases; reading and writing them without loss."""
