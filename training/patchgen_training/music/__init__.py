"""A model of piano pieces and chords: its texts, its anchors, and how good it is."""
