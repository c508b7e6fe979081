# Kommandoene i prosjektet. Selve arbeidet står i tools/; her står bare hva som kan kjøres.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := hjelp
MAKEFLAGS += --no-print-directory

PORT ?= 8000
ANTALL ?= 1000000
KALL ?= 200
PY := .venv/bin/python
DEV := tools/setup.sh dev

.PHONY: hjelp run test test-postgres test-rask check setup format bench orakel api-proev mutasjon dekning laas rydd

hjelp: ## Vis denne oversikten
	@echo "Samvern – bruk: make KOMMANDO"
	@sed -nE 's/^([a-z][a-z-]*):.*## (.*)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

run: ## Sett opp det som mangler, og start Samvern på 127.0.0.1:$PORT (8000)
	@tools/setup.sh run
	@exec $(PY) -m tools.serve $(PORT)

test: ## Kjør alle prøver: SQLite, PostgreSQL, orakel og ekte nettleser
	@$(DEV)
	@$(PY) -m tools.run_tests

test-postgres: ## Kjør alle databaseprøvene på PostgreSQL, også dem om sider og svar
	@$(DEV)
	@$(PY) -m tools.run_tests postgres

test-rask: ## Kjør prøvene av lovbiblioteket og enhetene på SQLite (under 20 s)
	@$(DEV)
	@$(PY) -m pytest -q tests/law tests/cli -n 2 --dist loadscope --no-loadscope-reorder \
		-m "not oracle and not browser and not slow and not database"

check: ## Format, stil, typer, lag og husregler
	@$(DEV)
	@tools/check.sh

setup: ## Sett opp utviklingsmiljøet i .venv
	@$(DEV)

format: ## Rett format og det ruff kan rette selv
	@$(DEV)
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

bench: ## Mål hastigheten og skriv forholdstallene til bench.json
	@$(DEV)
	@$(PY) -m bench

orakel: ## Sammenlign motoren med det uavhengige orakelet på ANTALL saker (1 000 000)
	@$(DEV)
	@$(PY) -m tests.oracle --antall $(ANTALL)

api-proev: ## Prøv REST-API-et med KALL (200) forespørsler til hver operasjon
	@$(DEV)
	@$(PY) -m tools.api_proev $(KALL)

mutasjon: ## Mutasjonsprøv kalender, frister og regler (lang tid)
	@tools/mutation.sh

dekning: ## Mål hvilke linjer og greiner prøvene går gjennom (SQLite)
	@$(DEV)
	@$(PY) -m coverage run -m pytest -q -m "not oracle and not browser"
	@$(PY) -m coverage report

laas: ## Lås avhengighetene på nytt (requirements*.lock)
	@$(DEV)
	@tools/relock.sh

rydd: ## Slett alt som kan lages på nytt, også .venv (databasen i var/ blir stående)
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis \
		.coverage htmlcov mutants staticfiles bench.json krav.json var/test
	@find samvern tests tools bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
