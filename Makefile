# make brief   the main job on the example story        make test    everything tests need, then the tests
# make setup   leaves .venv/bin/sayso                   make check   lint, types, contracts
# make evals   how good, against pinned floors          make bench   how fast, as ratios in one run

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
STORY := examples/second-rationing
ASK := "Will the government of Halverrin announce a second round of water rationing by 30 November 2024?"

.DEFAULT_GOAL := help
.PHONY: help setup dev brief test check lint types contracts wheel lock format evals pin bench browser clean

help:
	@sed -n 's/^# //p' $(firstword $(MAKEFILE_LIST))

# The stamps make a second run quick: an environment is rebuilt only where its lock or the package's metadata changed.
.venv/.made:
	@test -n "$(PYTHON)" || { echo "no python3 found; install Python 3.11 or newer (Debian: apt-get install python3-venv)"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is too old; Sayso needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv || { echo "no virtual environment could be made (Debian: apt-get install python3-venv)"; exit 1; }
	@touch $@

.venv/.run: .venv/.made requirements/run.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

.venv/.dev: .venv/.run requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@

setup: .venv/.run
dev: .venv/.dev

brief: setup
	$(BIN)/sayso brief $(STORY)/articles --manifest $(STORY)/manifest.csv --ask $(ASK) -o brief.html

# Browser tests drive Debian's Chromium. Without it and without the right to install it they say so and are skipped.
browser:
	@command -v chromium >/dev/null || sh tests/browser/install-chromium.sh

test: dev browser
	$(BIN)/python -m pytest

check: lint types contracts

lint: dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: dev
	$(BIN)/mypy

contracts: dev
	$(BIN)/lint-imports --no-logo

# The wheel alone, in an environment of its own, far from the sources: nothing may be missing from it.
wheel: dev
	rm -rf build/wheel && mkdir -p build/wheel
	$(BIN)/python -m pip wheel --quiet --no-build-isolation --no-deps --wheel-dir build/wheel .
	$(PYTHON) -m venv build/wheel/venv
	build/wheel/venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	build/wheel/venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps build/wheel/*.whl
	cd build/wheel && venv/bin/sayso brief ../../$(STORY)/articles --manifest ../../$(STORY)/manifest.csv --ask $(ASK) -o brief.html

format: dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

evals: dev
	$(BIN)/python -m evals

pin: dev
	$(BIN)/python -m evals --pin

bench: dev
	$(BIN)/python -m bench

# After a change of dependencies in pyproject.toml. The lock files name packages, versions and hashes, no registry.
lock: dev
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
	  pyproject.toml --group build -o requirements/run.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
	  pyproject.toml --group dev -c requirements/run.lock -o requirements/dev.lock

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache brief.html
