# The commands to remember: run, test, check, bench, build. Each does its own set-up.

PYTHON ?= python3
BIN := .venv/bin
ENV := .venv/.installed
EDITOR := frontend/dist/index.html
EDITOR_SOURCES := $(shell find frontend/src frontend/public frontend/index.html frontend/*.json frontend/*.ts -type f 2>/dev/null)

.PHONY: help run setup test test-python test-editor test-deep browser postgresql check format bench build types docs pictures screenshots clean

help:
	@echo "make run        set everything up and open the editor"
	@echo "make test       set everything up and run all tests, in a browser too"
	@echo "make test-deep  give the tests that take random examples very many of them"
	@echo "make check      format, lint and check types"
	@echo "make bench      measure, and print a table"
	@echo "make build      build the wheel that pip can install"
	@echo "make setup      only prepare .venv and the built editor"

run: setup
	$(BIN)/touchline serve $(ARGS)

setup: $(ENV) $(EDITOR)

$(ENV): requirements/uv.lock requirements/dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Touchline needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 …")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { echo "$(PYTHON) cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2; rm -rf .venv; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.lock
	$(BIN)/python -m uv pip sync --quiet --python $(BIN)/python --compile-bytecode --require-hashes requirements/dev.lock
	$(BIN)/python -m uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q backend/touchline
	@touch $@

frontend/node_modules/.package-lock.json: frontend/package-lock.json | $(ENV)
	cd frontend && $(NODE) npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(EDITOR): frontend/node_modules/.package-lock.json $(EDITOR_SOURCES)
	cd frontend && $(NODE) npm run --silent build
	@touch $@

# npm and node side by side in one folder that comes first on the path.
NODE = PATH="$$(cd $(CURDIR) && $(BIN)/python setup/node.py):$$PATH"

browser: $(ENV)
	@$(BIN)/python setup/browser.py

postgresql: $(ENV)
	@$(BIN)/python setup/postgresql.py

test: setup browser postgresql test-editor test-python

test-editor: setup
	cd frontend && $(NODE) npm test --silent

test-python: setup browser postgresql
	$(BIN)/python -m pytest -n auto --dist worksteal

# Very many random examples, other ones each time, and what takes too long for every run.
test-deep: setup browser postgresql
	HYPOTHESIS_PROFILE=deep $(BIN)/python -m pytest -n auto --dist worksteal -m "random or deep"

check: setup
	$(BIN)/ruff format --quiet $(if $(CI),--check) .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	cd frontend && $(NODE) npm run --silent check

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	cd frontend && $(NODE) npm run --silent format

# The types that cross the wire come from the API's own description; fields, words and limits from the
# model, formats from their registry; the icons of the charts from those of the editor.
types: $(ENV)
	$(BIN)/python -m touchline.api.openapi > frontend/openapi.json
	$(BIN)/python -m touchline.model.fields > frontend/src/model/fields.json
	$(BIN)/python -m touchline.formats.listing > frontend/src/model/formats.json
	$(BIN)/python setup/make_icons.py
	cd frontend && $(NODE) npm run --silent types

# One page for each rule, with its cases drawn by Touchline itself; the fields and the limits.
docs: $(ENV)
	$(BIN)/python setup/rule_pages.py
	$(BIN)/python setup/field_pages.py

# The pictures in the README.
pictures: setup browser
	$(BIN)/python setup/pictures.py

# Every screen and state in light and dark, to be looked at; or only some: make screenshots ARGS="home keys"
screenshots: setup browser
	$(BIN)/python setup/screenshots.py $(ARGS)

bench: setup browser
	$(BIN)/python -m benchmarks

build: setup
	$(BIN)/python -m uv build --quiet --wheel --no-build-isolation --python $(BIN)/python --out-dir build

clean:
	rm -rf .venv .node build frontend/dist frontend/node_modules
