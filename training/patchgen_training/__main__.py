"""`python -m patchgen_training`, for launchers that start a module in several processes."""

from patchgen_training.cli import main

if __name__ == "__main__":
    main(prog_name="patchgen-train")
