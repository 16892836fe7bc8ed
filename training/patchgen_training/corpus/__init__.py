"""The corpus of real patches: collected, cleaned by the linter, without copies, split by source."""
