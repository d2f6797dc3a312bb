# Everything runs from .venv, which is made on first use and again when a lock changes.

PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
BROWSER_ROUNDS ?= 5
RUNTIME := docs/assets/run/runtime
CARD := docs/assets/card.png
ZENSICAL ?= 0.0.73
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: help setup serve build test lint versions claims spread mutants screenshots lighthouse soak bench audit zensical lock clean
.DELETE_ON_ERROR:

help: ## Say what there is
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

setup: .venv/.ready node_modules/.ready .venv/.browser ## Install what is needed

.venv/.ready: requirements.txt engines/pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' 2>/dev/null || \
	  { echo 'This project needs Python 3.11.5 or newer: install it, or name one, as in `make PYTHON=python3.12 $(MAKECMDGOALS)`.' >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv || \
	  { echo 'Python cannot make a virtual environment: install its venv module (Debian: apt-get install python3-venv).' >&2; exit 1; }
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable . --editable ./engines
	@touch $@

node_modules/.ready: package.json package-lock.json .npmrc .venv/.ready
	$(BIN)/npm ci --silent
	@touch $@

.venv/.browser: .venv/.ready
	$(BIN)/python -m streamlit_engines.browser
	@touch $@

$(RUNTIME)/SHA256SUMS: node_modules/.ready livedocs/runtime/abilities.py $(wildcard livedocs/runtime/*.* livedocs/runtime/site/*.py docs/assets/run/*.js)
	$(BIN)/python -m livedocs.runtime
	@touch $@

$(CARD): .venv/.ready mkdocs.yml livedocs/site/card.py
	$(BIN)/python -m livedocs.site.card $@

serve: .venv/.ready $(RUNTIME)/SHA256SUMS $(CARD) ## Show the site with reload on http://127.0.0.1:8000/, or another PORT
	$(BIN)/python -m livedocs.site.serve $(PORT)

build: .venv/.ready $(RUNTIME)/SHA256SUMS $(CARD) ## Build the site into site/, strictly
	$(BIN)/mkdocs build --strict

test: setup lint build ## Lint, build, prove every claim headlessly, on a real server and in the page, check the site
	$(BIN)/pytest -n 2 --dist loadfile
	$(BIN)/pytest -n 2 --engine=server tests/test_*.py
	$(BIN)/pytest -n 2 --engine=live tests/test_*.py

lint: .venv/.ready ## Check the style of the code
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet

versions: .venv/.ready ## Run the headless proofs on every Streamlit since 1.28, or VERSIONS="1.40 nightly", and write results/
	$(BIN)/python -m livedocs.versions.matrix $(VERSIONS)

spread: .venv/.ready ## Run them all again on some versions: do they show what results/ say?
	$(BIN)/python -m livedocs.versions.matrix --check --spread

claims: .venv/.ready ## Say which claims hold on STREAMLIT=1.50.0, or that of STREAMLIT=../app/requirements.txt; STRICT=1, REPORT=file.md
	$(BIN)/python -m livedocs.versions.claims_on "$(STREAMLIT)" $(if $(STRICT),--strict) $(if $(REPORT),--markdown "$(REPORT)")

mutants: .venv/.ready ## Break every snippet in many ways: do the proofs notice?
	$(BIN)/python -m livedocs.qa.mutants

screenshots: setup build ## Take a picture of every page, light and dark, narrow and wide
	$(BIN)/python -m livedocs.qa.screenshots

lighthouse: setup $(RUNTIME)/SHA256SUMS $(CARD) ## Let Lighthouse judge every page, or PAGES="callbacks/ errors/", on a phone: what misses a goal, and why
	$(BIN)/python -m livedocs.qa.lighthouse $(PAGES)

soak: ROUNDS ?= 20
soak: setup build ## Prove every claim over and over in random order, the processor busy: ROUNDS=20 headless, BROWSER_ROUNDS=5
	$(BIN)/python -m livedocs.qa.soak --rounds=$(ROUNDS) apptest
	$(BIN)/python -m livedocs.qa.soak --rounds=$(BROWSER_ROUNDS) --workers=2 server live

bench: ROUNDS ?= 3
bench: setup $(RUNTIME)/SHA256SUMS ## Measure apps beside stlite's own, proofs beside Playwright and AppTest alone, the build beside plain fences, in ROUNDS=3
	$(BIN)/python -m livedocs.qa.bench $(ROUNDS)
	$(BIN)/python -m livedocs.qa.bench.engine $(ROUNDS)
	$(BIN)/python -m livedocs.qa.bench.suite $(ROUNDS)
	$(BIN)/python -m livedocs.qa.bench.build $(ROUNDS)

zensical: .venv/.ready $(RUNTIME)/SHA256SUMS $(CARD) ## Build the same site with Zensical, MkDocs Material's successor, into .cache/zensical/
	SITE_DIR=.cache/zensical $(BIN)/uv run --quiet --isolated --no-project --with zensical==$(ZENSICAL) \
	  --with-requirements requirements.txt --with-editable . zensical build --strict

audit: setup $(RUNTIME)/SHA256SUMS ## Ask for known vulnerabilities in what is locked; list the licences of what the site ships
	$(BIN)/python -m livedocs.qa.audit

lock: .venv/.ready ## Write the locks anew, with the newest versions allowed
	$(BIN)/uv pip compile pyproject.toml --group site --quiet --upgrade --universal --generate-hashes \
	  --python-version 3.11.5 --custom-compile-command 'make lock' --output-file requirements.txt
	$(BIN)/uv pip compile --group runtime --quiet --upgrade --generate-hashes \
	  --python-version 3.13 --custom-compile-command 'make lock' --output-file livedocs/runtime/requirements.txt
	$(BIN)/uv pip compile --group bench --quiet --upgrade --generate-hashes \
	  --python-version 3.13 --custom-compile-command 'make lock' --output-file livedocs/qa/bench/requirements.txt
	$(BIN)/npm update --package-lock-only

clean: ## Remove all that is generated
	rm -rf .venv node_modules site .cache $(RUNTIME) $(CARD)
