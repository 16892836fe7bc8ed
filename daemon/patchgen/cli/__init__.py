"""The command line: one module a command; only here and in the daemon errors become text."""
