"""Tests of the path from prompt to patch."""
