# Everything somebody needs to run, try or change Dorpsstem. `make help` lists it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

DATA ?= instance
PORT ?= 8000
TESTS ?=
ARGS ?=
JOBS ?= 2
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --quiet --prefer-binary
CATALOGS := $(wildcard survey_app/translations/*/LC_MESSAGES/*.po analysis/translations/*/LC_MESSAGES/*.po)
LOCK := $(BIN)/pip-compile --quiet --no-header --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options \
	--build-deps-for=editable

.PHONY: help install demo test check bench lock words routes tests-ready clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: .venv/.program .venv/.words ## Make .venv with the program in it

demo: install ## Fill a database with five villages and serve it (DATA=instance PORT=8000)
	@exec $(BIN)/dorpsstem demo --data "$(DATA)" --port "$(PORT)"

test: tests-ready ## Run every test, browser and servers included (TESTS=tests/house ARGS=-x)
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup $(ARGS) $(TESTS)

check: install .venv/.tests ## Check style, types, imports, templates, translations, documents
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo setup.cfg
	@$(BIN)/python -m pytest -q -m "not browser" tests/house

bench: install ## Measure, print a table, write benchmarks/results/
	@$(BIN)/python -m benchmarks $(ARGS)

words: install .venv/.tests ## Bring the .po files up to date with the sentences in the code
	@tools/words.sh

routes: .venv/.tests ## Write tests/house/routes.txt anew, after an address changed on purpose
	@$(BIN)/python -m tests.house.addresses

lock: .venv/.tests ## Write the lock files anew from setup.cfg
	@$(LOCK) --output-file=requirements.lock setup.cfg
	@$(LOCK) --extra=test --extra=check --constraint=requirements.lock \
		--output-file=requirements-dev.lock setup.cfg

clean: ## Remove .venv and what tools left behind; your data stays
	@rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage*

tests-ready: install .venv/.tests
	@tools/system_packages.sh

.venv/bin/python:
	@python=$$(tools/find_python.sh) && "$$python" -m venv .venv

.venv/.program: requirements.lock setup.cfg pyproject.toml | .venv/bin/python
	@echo "Installing what the program needs (a minute or two, once) ..."
	@$(PIP) --no-deps --require-hashes --requirement requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.tests: requirements-dev.lock .venv/.program
	@echo "Installing what tests and checks need ..."
	@$(PIP) --no-deps --require-hashes --requirement requirements-dev.lock
	@touch $@

.venv/.words: $(CATALOGS) .venv/.program
	@for folder in survey_app analysis; do \
		for file in $$folder/translations/*/LC_MESSAGES/*.po; do \
			[ -e "$$file" ] || continue; \
			$(BIN)/pybabel -q compile --input-file "$$file" --output-file "$${file%.po}.mo"; \
		done; \
	done
	@touch $@
