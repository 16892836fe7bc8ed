"""Training data: checked synthetic examples and real patches, as JSON lines."""
