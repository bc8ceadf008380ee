# Compass. `make run` starts the site on this machine, `make test` checks everything, `make help` lists the rest.

PORT ?= 8000
# Another one is refused: what `make` starts is for this machine only.
HOST ?= 127.0.0.1
# What `make test` keeps its rows in: sqlite or postgresql.
DATABASE ?= sqlite
VENV ?= .venv
PY = $(VENV)/bin/python
# Two for two cores, and one that mostly waits for a browser.
WORKERS ?= 3
LOCK_TOOL = pip-tools==7.6.2
SHELL = /bin/sh
MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL = help
.NOTPARALLEL:
.PHONY: help run serve facts prove test check lint types deploy-check migrations-check tests bench crowd capacity reading \
	weights format lock clean html-checker run-packages test-packages sizes postgresql translations

help: ## list what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

run: run-packages serve ## set up what is missing and serve the site (PORT=8000)

test: test-packages check tests ## check everything: style, types, settings, migrations, tests (THOROUGH=1: as CI does; DATABASE=postgresql)

check: test-packages lint types deploy-check migrations-check ## the quick half of `make test`: all but the tests

# Setting up --------------------------------------------------------------------------------------------------------
# The last lock file that was installed is copied into the environment: nothing is installed twice, and no clock is
# asked. Long commands are `exec`ed, so that a signal for make reaches them and nothing is left running.

installed = cmp -s $(1) $(VENV)/installed.txt && $(PY) -c '' 2>/dev/null
run_ready = { { $(call installed,requirements.txt); } || { $(call installed,requirements-dev.txt); }; }
test_ready = { $(call installed,requirements-dev.txt); }
usable = $(PY) -c 'import pip' 2>/dev/null
new_enough = -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
choose_python = \
	for python in $(PYTHON) python3 python3.11 python3.12 python3.13 none; do "$$python" $(new_enough) && break; done; \
	if [ "$$python" = none ]; then \
		echo "Compass needs Python 3.11 or newer. Here, python3 is: $$(python3 --version 2>&1)." >&2; exit 1; fi; \
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "Python's venv module is missing. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; fi
install = $(PY) -m pip install -qq --no-input --disable-pip-version-check --require-hashes -r

run-packages:
	@$(run_ready) || $(usable) || { $(choose_python); exec "$$python" -m venv --clear $(VENV); }
	@$(run_ready) || { echo "Installing packages. This takes about half a minute, once."; exec $(install) requirements.txt; }
	@$(run_ready) || cp requirements.txt $(VENV)/installed.txt

test-packages:
	@$(test_ready) || $(usable) || { $(choose_python); exec "$$python" -m venv --clear $(VENV); }
	@$(test_ready) || { echo "Installing packages for the tests. This takes about a minute, once."; exec $(install) requirements-dev.txt; }
	@$(test_ready) || cp requirements-dev.txt $(VENV)/installed.txt

# Serving -----------------------------------------------------------------------------------------------------------

local_settings = set -a; COMPASS_LOCAL=1; . ./.local/secrets; set +a

# Made once, for this machine only, and readable by its owner only. Deleting the file ends every visit.
.local/secrets:
	@mkdir -p .local && chmod 700 .local
	@umask 077 && $(PY) -c 'from secrets import token_urlsafe as new; print(f"COMPASS_SECRET_KEY={new(48)}\nCOMPASS_VISIT_PEPPERS={new(48)}")' > $@.new
	@mv $@.new $@

serve: .local/secrets
	@$(local_settings); exec $(PY) manage.py prepare --host "$(HOST)" --port "$(PORT)"
	@$(local_settings); exec $(PY) manage.py serve --host "$(HOST)" --port "$(PORT)" -- --log-level error

facts: run-packages .local/secrets ## say which facts are old, thin or missing (FACTS="--kind law")
	@$(local_settings); exec $(PY) manage.py check_content $(FACTS)

prove: run-packages .local/secrets ## prove the safety rules over all answers: steps, helplines and words (about three minutes on two cores)
	@$(local_settings); $(PY) manage.py migrate --verbosity 0 && $(PY) manage.py load_content --if-changed --verbosity 0
	@$(local_settings); exec $(PY) manage.py prove

# Checking ----------------------------------------------------------------------------------------------------------

like_production = COMPASS_LOCAL=0 COMPASS_HOSTS=compass.example COMPASS_DATABASE=:memory: \
	COMPASS_SECRET_KEY=only-for-checks-0123456789-abcdefghijklmnopqrstuvwxyz \
	COMPASS_VISIT_PEPPERS=only-for-checks-9876543210-abcdefghijklmnopqrstuvwxyz

lint:
	@echo "== Style (ruff)"
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .

types:
	@echo "== Types (mypy)"
	@$(PY) -m mypy

deploy-check:
	@echo "== Settings of a real site (check --deploy)"
	@$(like_production) $(PY) -W error manage.py check --deploy --fail-level WARNING

migrations-check:
	@echo "== Migrations match the models"
	@$(like_production) $(PY) -W error manage.py makemigrations --check --dry-run

# The folders whose tests write, read or wait for the database; the others look at words and pages.
ON_THE_DATABASE = $(addprefix tests/,compass security promises moves resources wizard/records wizard/notes)
# By `DATABASE`: what stands before pytest.
beside_sqlite = $(PY) -m
beside_postgresql = $(PY) -m tests.postgresql $(PY) -m
# As it writes in life.
measured_sqlite = $(PY) -m
measured_postgresql = $(PY) -m tests.postgresql --lasting $(PY) -m

tests:
	@[ -n "$(beside_$(DATABASE))" ] || { echo "DATABASE must be sqlite or postgresql." >&2; exit 1; }
	@echo "== Tests (pytest on $(DATABASE))"
	@COMPASS_THOROUGH=$(THOROUGH) exec $(beside_$(DATABASE)) pytest -n $(WORKERS) --dist loadscope --no-loadscope-reorder $(PYTEST)

postgresql: test-packages ## run the tests that touch the database on a PostgreSQL server of their own
	@$(MAKE) tests DATABASE=postgresql PYTEST="$(ON_THE_DATABASE) $(PYTEST)"

html-checker: ## fetch the HTML checker for `make test THOROUGH=1` (needs npm; Java runs it)
	@exec .ci/fetch_html_checker

bench: test-packages ## measure against a plain wizard and an empty view, and print ratios (nothing is asserted)
	@exec $(PY) -m tests.benchmarks

crowd: test-packages ## a hundred visitors want a PDF at once, and the others must not notice (needs a quiet machine)
	@COMPASS_CROWD=1 exec $(PY) -m pytest -q -s -n0 tests/project/test_crowd.py

capacity: test-packages ## a thousand people at their pace, and what they wait (needs a quiet machine; DATABASE=postgresql)
	@exec $(measured_$(DATABASE)) tests.benchmarks.capacity

reading: test-packages ## print how hard each page is to read, its long sentences and its hard words
	@READING=1 exec $(PY) -m pytest -q -n0 tests/content/test_reading_grade.py

weights: test-packages ## print how many bytes a first visit to each page takes, in brotli and in gzip
	@WEIGHTS=1 exec $(PY) -m pytest -q -s -n0 tests/content/test_page_weight.py

sizes: test-packages ## print how often the lengths of forms and pages name an answer to who measures a network
	@SIZES=1 exec $(PY) -m pytest -q -s -n0 tests/security/test_sizes_tell_little.py

# Looking after the house -------------------------------------------------------------------------------------------

translations: test-packages .local/secrets ## gather the texts, bring the files of translators up to date, compile them, say what is missing
	@$(local_settings); exec $(PY) manage.py translations --write

format: test-packages ## write the code the way `make check` wants it
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

compile = .local/lock/bin/python -m piptools compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

lock: ## write both lock files again, after a change in requirements*.in (about 5 minutes)
	@[ -x .local/lock/bin/pip-compile ] || { $(choose_python); "$$python" -m venv --clear .local/lock; }
	@.local/lock/bin/python -m pip install --quiet --disable-pip-version-check $(LOCK_TOOL)
	@exec $(compile) -o requirements.txt requirements.in
	@exec $(compile) -o requirements-dev.txt requirements-dev.in

clean: ## forget all that make made here: packages, the local database, its secrets
	rm -rf .venv .local .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
