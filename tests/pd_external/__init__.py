"""[patchgen_host] in a real Pd: every message, every error, nothing leaked."""
