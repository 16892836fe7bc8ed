# make run [PROMPT="..."]   a sentence becomes a patch; installs what is missing first
# make test                 all checks and tests
# make external             compiles what built-in objects cannot do, in pd_external
# make deken                packs the Pd library into dist/, for Pd's own package browser
# make screenshots          pictures for docs/, from a real Pd on a virtual display
# make bench CORPUS=DIR     measures the patch library and writes BENCHMARKS.md
# make clean                removes what the others made

SHELL := /bin/bash
.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
.PHONY: run test external deken screenshots bench clean

PROMPT ?= Create a Pure Data patch that generates white noise, applies a high-pass filter with an \
adjustable frequency threshold, and allows for volume adjustment before outputting the audio signal

# The prompt goes through the environment as it is: quotes, dollars and all.
export PATCH_SENTENCE := $(value PROMPT)
unexport PROMPT

VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

# The first Python that is new enough.
PYTHON ?= $(shell for python in python3 python3.11 python3.12 python3.13; do \
    $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && \
    echo $$python && break; done)
export PYTHON

HAS_DISPLAY := $(DISPLAY)$(WAYLAND_DISPLAY)

# llama.cpp's image models are not needed, and take long to compile.
export CMAKE_ARGS ?= -DLLAVA_BUILD=OFF

run: $(VENV)/installed
	@$(BIN)/patchgen generate $(if $(HAS_DISPLAY),--open) -- "$$PATCH_SENTENCE"

test: $(VENV)/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

external:
	.ci/need external
	$(MAKE) -C pd_external

deken: external
	@test -n "$(PYTHON)" || { echo "PatchGen needs Python 3.11 or newer." >&2; exit 1; }
	PYTHONPATH=daemon $(PYTHON) pd_external/pack.py dist

screenshots: $(VENV)/installed-for-tests
	$(BIN)/python tests/screenshots.py

bench: $(VENV)/installed-for-tests
	@test -n "$(CORPUS)" || { echo "Say where patches.jsonl.zst lies: make bench CORPUS=DIR" >&2; exit 1; }
	$(BIN)/patchgen-train benchmark --corpus "$(CORPUS)" --write BENCHMARKS.md

$(VENV)/installed: setup.cfg setup.py pyproject.toml
	@test -n "$(PYTHON)" || { echo "PatchGen needs Python 3.11 or newer." >&2; exit 1; }
	.ci/need run $(if $(HAS_DISPLAY),window)
	$(PYTHON) -m venv $(VENV)
	@echo "Compiling llama.cpp takes some minutes the first time."
	$(PIP) install --editable .
	touch $@

# torch first and alone: so pip settles on the one build before it weighs everything else.
$(VENV)/installed-for-tests: $(VENV)/installed
	.ci/need run window test
	$(PIP) install "$$(sed -n 's/^ *\(torch==.*\)/\1/p' setup.cfg)"
	$(PIP) install --editable '.[training,test]'
	touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	rm -f pd_external/*.o pd_external/*.pd_* pd_external/*.dll
	find daemon training tests -name __pycache__ -type d -prune -exec rm -rf {} +
