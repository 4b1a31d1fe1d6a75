# make demo   read the example newswire, print its brief, write its report
# make test   the whole test suite
# Both set up .venv first, from the lock files, by hash, and build the report's script; nothing else is needed but
# Python 3.11+, make and git.

PYTHON ?= $(firstword $(shell command -v python3.11 python3.12 python3.13 python3))
BIN := .venv/bin
RUN := $(BIN)/python -W error::DeprecationWarning:sayso
DATA := ../shared/data
FRONTEND := $(wildcard frontend/src/*) $(wildcard frontend/*.json frontend/*.lock frontend/build.*)
BUNDLE := src/sayso/exports/bundle/world.txt
PLAIN := echo "the report's script could not be built: reports are plain, and the browser tests of its views skip"

.PHONY: fuzz demo frontend test check eval gate bench docs lock assets clean
.DEFAULT_GOAL := demo

.venv/run-ready: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Sayso needs Python 3.11 or newer; none was found on the PATH"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Sayso needs Python 3.11 or newer; set PYTHON=…"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "installing what Sayso needs into .venv (about a minute) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test-ready: .venv/run-ready requirements-dev.lock
	@echo "installing the test tools …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# The report's script and style, built from frontend/ into the package.
$(BUNDLE): $(FRONTEND)
	@echo "building the report's script …"
	@$(BIN)/python frontend/build.py

frontend/node_modules/.ready: $(FRONTEND)
	@echo "building the report's script, with the tools of its tests …"
	@$(BIN)/python frontend/build.py --dev
	@touch $@

frontend: .venv/run-ready
	@$(BIN)/python frontend/build.py --check

demo: .venv/run-ready
	@$(MAKE) --no-print-directory $(BUNDLE) || $(PLAIN)
	@$(BIN)/sayso demo --folder out/demo

test: .venv/test-ready
	@$(MAKE) --no-print-directory frontend/node_modules/.ready || $(PLAIN)
	@$(BIN)/python -m pytest

check: .venv/test-ready
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python training/manifest.py --check
	@$(BIN)/python docs/check.py
	@$(BIN)/python frontend/build.py --check

# Every task of ../shared/data scored by ../shared/eval, with the floors beside.
eval: .venv/test-ready
	@$(BIN)/python evaluation/table.py --data $(DATA)

# A quick part of the same, which fails where a figure is under its floor.
gate: .venv/test-ready
	@$(BIN)/python evaluation/gate.py --data $(DATA)

# A minute of guided fuzzing of every reader, with one seed; atheris is kept apart, as only this needs it.
fuzz: .venv/test-ready
	@test -d .fuzz/atheris || $(BIN)/python -m pip install -q --target .fuzz atheris==3.0.0 || rm -rf .fuzz
	@if test -d .fuzz/atheris; then \
		mkdir -p .fuzz/corpus && PYTHONPATH=.fuzz $(BIN)/python tests/fuzz/fuzz_readers.py .fuzz/corpus \
			-max_total_time=60 -seed=8 -artifact_prefix=.fuzz/ -print_final_stats=1 >.fuzz/log 2>&1 || \
			{ tail -n 30 .fuzz/log; exit 1; }; \
		tail -n 4 .fuzz/log; \
	else echo "atheris could not be installed: not fuzzed"; fi

bench: .venv/test-ready
	@$(BIN)/python benchmarks/run.py

docs: .venv/test-ready frontend/node_modules/.ready
	@$(BIN)/python docs/screens.py
	@$(BIN)/python docs/check.py

# For maintainers: the lock files from pyproject.toml (needs uv), and the digests of the assets.
lock:
	uv pip compile pyproject.toml --extra archives --extra pdf --group build --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements.lock
	uv pip compile frontend/requirements-node.in --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -o frontend/requirements-node.lock
	uv pip compile pyproject.toml --all-extras --group build --group dev -c requirements.lock --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements-dev.lock

assets: .venv/test-ready
	@$(BIN)/python training/manifest.py

clean:
	rm -rf frontend/node_modules src/sayso/exports/bundle
	rm -rf .venv .fuzz out demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
