"""Models that can be used: the bundled one, files, and what may be downloaded."""
