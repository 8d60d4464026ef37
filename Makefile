# make brief   the main job on the example story        make test    everything tests need, then the tests
# make setup   leaves .venv/bin/sayso                   make check   lint, types, contracts
# make evals   how good, against pinned floors          make bench   how fast, as ratios in one run
# make evals-peers   other tools on the same texts (slow; installs them under build/peers)
# make train   the shipped weights anew (hours; training/README.md)

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
STORY := examples/second-rationing
ASK := "Will the government of Halverrin announce a second round of water rationing by 30 November 2024?"

.DEFAULT_GOAL := help
.PHONY: train train-tagger train-gauge train-stances train-tiny training help setup dev brief test check lint types contracts wheel lock format evals evals-peers pin bench browser database clean

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

# htmx is not ours and not in the history: it comes by name from the package that carries it, and is shipped in the wheel.
HTMX := src/sayso/app/desk/assets/htmx.min.js
.venv/.assets: .venv/.run requirements/assets.lock
	rm -rf build/assets && mkdir -p build/assets $(dir $(HTMX))
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --target build/assets \
	  -r requirements/assets.lock
	cp build/assets/django_htmx/static/django_htmx/htmx-2.min.js $(HTMX)
	@touch $@

.venv/.dev: .venv/.run requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@

setup: .venv/.run .venv/.assets
dev: .venv/.dev .venv/.assets

brief: setup
	$(BIN)/sayso brief $(STORY)/articles --manifest $(STORY)/manifest.csv --ask $(ASK) -o brief.html

# Browser tests drive Debian's Chromium. Without it and without the right to install it they say so and are skipped.
browser:
	@command -v chromium >/dev/null || sh tests/browser/install-chromium.sh

# One test suite runs on both stores, SQLite and a PostgreSQL server that the tests start and stop themselves.
database:
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || sh tests/store/install-postgresql.sh

test: dev browser database
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

evals-peers: dev
	$(BIN)/python -m evals --peers

pin: dev
	$(BIN)/python -m evals --pin

bench: dev
	$(BIN)/python -m bench

# The shipped weights, from the data in $(DATA), the texts in training/written and the base model. Goes on where it was
# interrupted. The gauge learns from what the shipped tagger reads, so it comes second.
DATA ?= ../shared/data
WRITTEN ?= training/written
RUNS ?= training/runs
WEIGHTS ?= src/sayso/brain/weights
RECIPE ?= training/recipe.toml
GAUGE ?= training/gauge.toml
STANCES ?= training/stances.toml
STANCE_DEV ?= evals/stances/dev
LOSS ?= 0.3
LOSS_OF_R ?= 1.0
LOSS_OF_LEANS ?= 3.0
TRAINING := PYTHONPATH=.:src training/.venv/bin/python -m

training/.venv/.made: training/pyproject.toml requirements/run.lock
	$(PYTHON) -m venv training/.venv
	training/.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	training/.venv/bin/python -m pip install --quiet --disable-pip-version-check ./training
	@touch $@

training: training/.venv/.made

train: train-tagger train-gauge train-stances

train-tagger: training
	$(TRAINING) training.train --recipe $(RECIPE) --data $(DATA)/polnear --runs $(RUNS) --name tagger
	$(TRAINING) training.export $(RUNS)/tagger/final.pt $(RUNS)/tagger/whole.onnx
	$(TRAINING) training.quantise $(RUNS)/tagger/whole.onnx $(RUNS)/tagger/int8.onnx --data $(DATA)/polnear
	$(TRAINING) training.parity $(RUNS)/tagger/whole.onnx $(RUNS)/tagger/int8.onnx --loss $(LOSS) --data $(DATA)/polnear
	$(TRAINING) training.ship $(RUNS)/tagger/int8.onnx $(WEIGHTS)/tagger-en --tables $(RUNS)/tagger/whole.json \
	  --recipe $(RECIPE) --data $(DATA)/polnear

train-gauge: training
	$(TRAINING) training.gauge --recipe $(GAUGE) --data $(DATA) --written $(WRITTEN) --runs $(RUNS) --name gauge
	$(TRAINING) training.export $(RUNS)/gauge/final.pt $(RUNS)/gauge/whole.onnx
	$(TRAINING) training.quantise $(RUNS)/gauge/whole.onnx $(RUNS)/gauge/int8.onnx --data $(DATA)/polnear
	$(TRAINING) training.fit $(RUNS)/gauge/whole.onnx $(RUNS)/gauge/int8.onnx $(WEIGHTS)/gauge-en --loss $(LOSS_OF_R) \
	  --recipe $(GAUGE) --data $(DATA)

train-stances: training
	$(TRAINING) training.stances --recipe $(STANCES) --data $(DATA) --written $(WRITTEN) --runs $(RUNS) --name stance
	$(TRAINING) training.export $(RUNS)/stance/final.pt $(RUNS)/stance/whole.onnx
	$(TRAINING) training.quantise $(RUNS)/stance/whole.onnx $(RUNS)/stance/int8.onnx --pairs $(DATA)/stance/train.jsonl
	$(TRAINING) training.pool $(RUNS)/stance/whole.onnx $(RUNS)/stance/int8.onnx $(WEIGHTS)/stance-en --loss $(LOSS_OF_LEANS) \
	  --recipe $(STANCES) --data $(DATA) --dev $(STANCE_DEV)

# The whole recipe on a handful of invented texts, in minutes: what comes out is of no use, that it comes out is.
train-tiny: training
	rm -rf build/tiny
	$(TRAINING) training.tiny build/tiny/data
	sed 's/^epochs = .*/epochs = 8/; s/^pieces = .*/pieces = 400/' training/recipe.toml > build/tiny/recipe.toml
	sed 's/^epochs = .*/epochs = 2/; s/^ordinary = .*/ordinary = 4/' training/gauge.toml > build/tiny/gauge.toml
	sed 's/^pieces = .*/pieces = 400/' training/stances.toml > build/tiny/stances.toml
	$(MAKE) train DATA=build/tiny/data WRITTEN=build/tiny/data/written RUNS=build/tiny/runs WEIGHTS=build/tiny/weights \
	  RECIPE=build/tiny/recipe.toml GAUGE=build/tiny/gauge.toml STANCES=build/tiny/stances.toml \
	  STANCE_DEV=build/tiny/data/written/stances LOSS=5 LOSS_OF_R=50 LOSS_OF_LEANS=50

# After a change of dependencies in pyproject.toml. The lock files name packages, versions and hashes, no registry.
lock: dev
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
	  pyproject.toml --group build -o requirements/run.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
	  pyproject.toml --group dev -c requirements/run.lock -o requirements/dev.lock

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache brief.html
