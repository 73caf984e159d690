# One word for each job; every one works by itself in a fresh clone with Python 3.11 or newer and no root.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SHARED ?= ../shared

.PHONY: run test check lint types layers rules score bench clean

run: $(VENV)/.installed  ## install, read samples/ into out/, show the model article
	$(BIN)/extractor run samples -o out
	$(BIN)/extractor show samples/thuy-linh.txt

test: $(VENV)/.installed-dev  ## install with the test tools, run all tests
	$(BIN)/python -m pytest -n auto --dist worksteal

check: lint types layers rules test  ## every check, as CI runs it

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

layers: $(VENV)/.installed-dev
	$(BIN)/lint-imports

rules: $(VENV)/.installed
	$(BIN)/extractor rules check

score: $(VENV)/.installed-dev  ## scores on $(SHARED)/gold, against the floors in tests/floors.json
	$(BIN)/python -m tests.score --shared $(SHARED)

bench: $(VENV)/.installed-dev  ## times as ratios to plain word segmentation, in one run
	$(BIN)/python -m bench.bench --shared $(SHARED)

clean:
	rm -rf $(VENV) out build dist *.egg-info

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@ $(VENV)/.installed
