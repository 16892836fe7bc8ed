"""Tests of the abstractions: headless Pd, real UDP, a daemon made of a script."""
