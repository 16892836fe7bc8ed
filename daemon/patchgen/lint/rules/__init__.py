"""One rule a module, each with samples of what it accepts and what it finds."""
