"""What all tests of training share."""

import os

# Tiny models are fastest on one core, and on a busy machine two threads wait for each other.
os.environ["OMP_NUM_THREADS"] = "1"
