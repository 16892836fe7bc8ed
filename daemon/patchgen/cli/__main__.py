"""`python -m patchgen.cli` is the same as `patchgen`."""

from patchgen.cli.main import main

if __name__ == "__main__":
    main()
