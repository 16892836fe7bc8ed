"""The history: every job, what became of it, and what the player liked better."""
