"""One linter: the truth for generation, repair, command line and corpus."""
