"""The commands for music: pieces and chords as patches, MIDI files and texts."""
