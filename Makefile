# What people and CI jobs do here; `make` alone lists it. Settings of your own go into Makefile.local.
.DEFAULT_GOAL := help
.SUFFIXES:
.DELETE_ON_ERROR:

-include Makefile.local

PYTHON ?= python3
VENV ?= .venv

BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
PYTEST := $(BIN)/python -m pytest

.PHONY: help
help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: setup
setup: $(INSTALLED) ## Make the virtual environment and install all that is locked (does nothing when done).

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "make: Python 3.11 or newer is needed; '$(PYTHON)' is $$($(PYTHON) --version 2>/dev/null || echo missing)." \
	    "Name another one: make setup PYTHON=python3.12" >&2; exit 1; }
	@echo "Installing into $(VENV) (a minute the first time)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.PHONY: demo
demo: setup ## Compile the specs, run the services on loopback, show what they do, stop.
	@$(BIN)/python scripts/demo.py

.PHONY: dev
dev: setup ## Like demo, but keep the services running until Ctrl-C.
	@$(BIN)/python scripts/demo.py --keep

.PHONY: generate
generate: setup ## Write shared/generated/ from services.yml and specs/.
	@$(BIN)/framework generate

.PHONY: validate-specs
validate-specs: setup ## Check services.yml and specs/ without writing anything.
	@$(BIN)/framework validate

.PHONY: sync-services
sync-services: setup ## Scaffold services and controllers that the specs need and nobody wrote yet.
	@$(BIN)/framework sync

.PHONY: lint
lint: setup ## Check style, types and layers.
	$(BIN)/framework fmt --check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/lint-imports

.PHONY: check
check: validate-specs drift lint test ## All that a change must pass: specs, drift, lint, tests.

.PHONY: drift
drift: setup
	@$(BIN)/framework generate --check

.PHONY: test
test: setup ## Run the tests that need no server.
	$(PYTEST) -n auto -m "not slow"

.PHONY: test-slow
test-slow: setup ## Run the slow tests: servers, browser, projects made of the template.
	$(PYTEST) -m slow --ignore tests/contract
	HYPOTHESIS_PROFILE=thorough $(PYTEST) -n auto -m "hypothesis and not slow"

.PHONY: contract
contract: setup ## Fuzz each HTTP service against its OpenAPI document.
	$(PYTEST) tests/contract -m slow
