# Everything a fresh machine with Python 3.11 or newer, make and a package index needs.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:

.PHONY: survey test test-model check lint lock clean bench bench-stories bench-reading bench-copies bench-gathering

survey: $(VENV)/installed
	$(BIN)/theodolite survey --out site

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest

# A small real model behind the second extractor; says so and passes where it cannot be had.
test-model: $(VENV)/installed-dev
	$(BIN)/python tests/extract/endpoint/model/run.py

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# MATRIX and TABLE are a matrix of scores and the table made from it.
bench: $(VENV)/installed-dev
	$(BIN)/python benchmarks/scale.py $(MATRIX) --table $(TABLE)
	$(BIN)/python benchmarks/cross_validation.py $(MATRIX) --table $(TABLE)
	$(BIN)/python benchmarks/gap_coverage.py
	$(BIN)/python benchmarks/coverage.py
	$(BIN)/python benchmarks/ranks.py
	$(BIN)/python benchmarks/verdicts.py
	$(BIN)/python benchmarks/bursts.py

# Stories beside all-singletons and a TF-IDF pass; DATA is the folder with the collections.
bench-stories: $(VENV)/installed-dev
	$(BIN)/python benchmarks/stories.py $(DATA)

# Reading beside other tools; DATA is the folder with the collections that each benchmark names.
bench-reading: $(VENV)/installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check quantulum3==0.10.0
	$(BIN)/python benchmarks/reading.py $(DATA)
	$(BIN)/python benchmarks/tables.py $(DATA)
	$(BIN)/python benchmarks/measeval.py $(DATA)/measeval/measeval_text_tsv.zip

# Scrapy is in an environment of its own.
bench-gathering: $(VENV)/installed-dev
	$(PYTHON) -m venv $(VENV)/scrapy
	$(VENV)/scrapy/bin/python -m pip install --quiet --disable-pip-version-check scrapy==2.19.0
	$(BIN)/python benchmarks/fetching.py --scrapy $(VENV)/scrapy/bin/python
	$(BIN)/python benchmarks/gathering.py

# Near copies beside datasketch, which stands in an environment of its own; DATA as above.
bench-copies: $(VENV)/installed-dev
	$(PYTHON) -m venv $(VENV)/peers
	$(VENV)/peers/bin/python -m pip install --quiet --disable-pip-version-check datasketch==2.0.0
	$(BIN)/python benchmarks/copies.py $(DATA) --peer $(VENV)/peers/bin/python --small --seed 4

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock $(VENV)/installed
	$(PIP) -r requirements-dev.lock
	@touch $@

# One resolution for every platform and every Python from 3.11 on; needs uv.
lock:
	uv pip compile --universal --generate-hashes --only-binary :all: --no-emit-index-url --no-header \
		-p 3.11 pyproject.toml --group dev -o requirements-dev.lock
	echo 'hatchling>=1.25' | uv pip compile --universal --generate-hashes --only-binary :all: \
		--no-emit-index-url --no-header -p 3.11 pyproject.toml - -c requirements-dev.lock -o requirements.lock

clean:
	rm -rf $(VENV) site
