"""Written music: scores, the texts that stand for them, MIDI files, keys, chords and figures."""
