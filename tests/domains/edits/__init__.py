"""Edits of patches: read, done, and tried in real Pd."""
