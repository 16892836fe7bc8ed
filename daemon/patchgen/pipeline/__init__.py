"""From prompt to patch: one path for daemon, command line and benchmark."""
