"""Music: pieces and chord progressions, and the patches that play them."""
