"""Pd without a window: loads patches, runs them faster than real time, and listens."""
