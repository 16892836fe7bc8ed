"""Tests of the catalog: cards, names, and downloads from a Hub of our own."""
