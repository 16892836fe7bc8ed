"""Skills: parametric patches with many wordings, each with a check that runs in headless Pd."""
