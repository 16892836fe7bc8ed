"""The public benchmark: what a musician asks, and behavioural checks in headless Pd."""
