"""Words and counts about a patch: what it is, what it does, why it is silent."""
