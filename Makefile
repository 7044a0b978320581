# Everything happens in .venv, from the exact versions of requirements.lock.
# A Python 3.11 or newer is all that has to be there; PYTHON=… chooses another one.

PYTHON ?= $(shell for name in python3.11 python3 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SOURCES := spec scraper generator tests benchmarks

.DEFAULT_GOAL := help
.PHONY: help build test check format docs bench exports lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: $(STAMP) ## pages → documents → packages, as specwright.toml lists them
	$(BIN)/specwright build

test: $(STAMP) ## every test
	$(BIN)/python -m pytest -n auto

check: $(STAMP) ## format, lint, types, imports, tests, and whether pages, documents and packages agree
	$(BIN)/black --check --quiet $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test
	$(BIN)/specwright check

format: $(STAMP) ## format and sort imports
	$(BIN)/ruff check --fix --quiet $(SOURCES)
	$(BIN)/black --quiet $(SOURCES)

docs: $(STAMP) ## write docs/cli.md and docs/diagnostics.md
	$(BIN)/python -m generator.reference docs

bench: $(STAMP) ## how the budgets are kept, and how the packages compare with those of other generators, in one run
	$(BIN)/python -m benchmarks

exports: $(STAMP) ## give every form of every document to the tools of others, and write docs/exports.md
	$(BIN)/python -m tests.exports

lock: ## write requirements.lock: the newest versions that pyproject.toml allows
	$(PYTHON) -m venv --clear .build/lock
	.build/lock/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' 'setuptools>=77,<90'
	.build/lock/bin/python -m pip freeze --all --exclude-editable | grep -v '^pip==' | LC_ALL=C sort -f > .build/lock.txt
	mv .build/lock.txt requirements.lock
	rm -rf .build/lock

clean: ## remove the environment and every cache; committed output stays
	rm -rf $(VENV) .specwright .build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(STAMP): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo 'error: expected Python 3.11 or newer on the PATH, or PYTHON=…' >&2; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
		--config-settings editable_mode=compat --editable .
	touch $@
