# The commands of this project. Any make will do, GNU's or BSD's: no conditionals, no functions.
# `make setup PYTHON=python3.12` chooses the Python; otherwise the newest one that the tests are known to pass on.

.POSIX:
.SUFFIXES:

PYTHON =
PYTHONS = $(PYTHON) python3.13 python3.12 python3.11 python3 python
RUN = .venv/bin/python -m
# `make lock UPGRADE=--upgrade` takes the newest versions that pyproject.toml allows; without it pins stay.
UPGRADE =
COMPILE = CUSTOM_COMPILE_COMMAND='make lock' $(RUN) piptools compile --quiet --strip-extras --generate-hashes \
	--allow-unsafe --no-emit-options $(UPGRADE)
# What the suite asks of Node, where there is one: a client of the Bot API that is not ours.
CLIENTS = tests/outside

.PHONY: help setup demo move test lint format drill drill-broadcast day mutants bench bench-broadcast bench-growth audit lock clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## make .venv and install the pinned packages (nothing to do when up to date)
	@set -e; \
	if [ -z '$(PYTHON)' ] && cmp -s requirements-dev.lock .venv/installed.lock && $(RUN) pip --version >/dev/null 2>&1; \
	then exit 0; fi; \
	python=; unready=; \
	for candidate in $(PYTHONS); do \
		"$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
		if "$$candidate" -c 'import ensurepip, sqlite3, ssl, venv' >/dev/null 2>&1; \
		then python=$$candidate; break; else unready=$$candidate; fi; \
	done; \
	if [ -z "$$python" ] && [ -n "$$unready" ]; then \
		echo "$$unready can't make a virtual environment: one of its modules venv, ensurepip, ssl, sqlite3 is missing." >&2; \
		echo "On Debian and Ubuntu: sudo apt install python3-venv. Elsewhere install Python again, complete." >&2; exit 1; fi; \
	if [ -z "$$python" ]; then \
		echo "This needs Python 3.11 or newer, and none was found." >&2; \
		echo "Debian and Ubuntu: sudo apt install python3 python3-venv. macOS: brew install python@3.13." >&2; exit 1; fi; \
	if [ -n '$(PYTHON)' ] || ! $(RUN) pip --version >/dev/null 2>&1; then "$$python" -m venv --clear .venv; fi; \
	echo "Installing the pinned packages into .venv ..."; \
	$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock; \
	cp requirements-dev.lock .venv/installed.lock
	@cmp -s $(CLIENTS)/package-lock.json $(CLIENTS)/node_modules/installed.lock || ! command -v npm >/dev/null 2>&1 || \
	if npm ci --prefix $(CLIENTS) --ignore-scripts --no-audit --no-fund --loglevel=silent --fetch-retries=0 \
		--fetch-timeout=10000; \
	then cp $(CLIENTS)/package-lock.json $(CLIENTS)/node_modules/installed.lock; \
	else echo "npm could not fetch grammY, so its test will be skipped; everything else is here."; fi

demo: setup ## open the sandbox: the bot and a pretended Telegram in the browser, no token needed
	@$(RUN) bot sandbox

move: setup ## take the cafe's data from its file into the empty PostgreSQL database of DATABASE_URL
	@$(RUN) bot move

test: setup ## the one gate: ruff, mypy and the suite, again on PostgreSQL where one answers; what was skipped is listed
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(RUN) pytest -q --numprocesses auto --dist worksteal
	$(RUN) pytest -q --numprocesses auto --dist worksteal --postgres

lint: setup ## ruff and mypy without the tests
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy

format: setup ## put the code into its one shape
	$(RUN) ruff check --fix-only --quiet .
	$(RUN) ruff format .

drill: setup ## kill the running bot 200 times and count what is lost (nothing)
	$(RUN) pytest tests/drills --rounds 200

drill-broadcast: setup ## send to 10,000 guests while the bot is killed three times (eight minutes): nobody has it twice
	$(RUN) pytest -q tests/drills/test_broadcast.py --guests 10000

day: setup ## play a day at the counter with 120 visits, and report what each took
	$(RUN) pytest tests/drills/test_a_day.py --visits 120

mutants: setup ## take away one safeguard after another: each time the suite must notice
	$(RUN) tests.mutants

bench: setup ## measure speed and memory, as ratios to floors measured in the same run
	$(RUN) bench

bench-broadcast: setup ## messages a second against a slow Telegram, as a ratio to what was set (a minute)
	$(RUN) bench broadcast

bench-growth: setup ## a million customers against a thousand, at most 2.5 times slower (minutes, 8 GB of disk while it runs)
	$(RUN) bench growth

audit: setup ## ask whether a pinned package has a known hole; without the internet it says that it could not look
	@$(RUN) tests.audit

# Made on the oldest Python that is supported, so that what only the old one needs is in it.
lock: setup ## remake requirements.lock and requirements-dev.lock from pyproject.toml
	@.venv/bin/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || \
		{ echo "The lock is made on Python 3.11: make lock PYTHON=python3.11" >&2; exit 1; }
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra metrics --extra dev --constraint requirements.lock \
		--output-file requirements-dev.lock pyproject.toml

clean: ## remove the environment and all caches; settings and data stay
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis $(CLIENTS)/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
