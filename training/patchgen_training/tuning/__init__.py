"""Training runs: packing, the model from scratch, the trainer."""
