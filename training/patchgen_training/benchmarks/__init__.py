"""The patch library, measured: one module a part, all of it written into BENCHMARKS.md."""
