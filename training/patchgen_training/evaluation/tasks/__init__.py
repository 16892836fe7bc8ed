"""The tasks, a module for each field of what musicians ask."""
