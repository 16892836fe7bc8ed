"""Kinds of things PatchGen can generate."""
