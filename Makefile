# Everything one does with Clientela. `make` alone lists it.
.DEFAULT_GOAL := help
.PHONY: help run demo watch test bench release fmt clean
# Flags for the program itself: make run ARGS="--help"
ARGS ?=
# Where scripts/build puts what `make run` starts.
program := $(or $(CARGO_TARGET_DIR),target)/debug/clientela
released := $(or $(CARGO_TARGET_DIR),target)/release/clientela

help: ## List what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Install what is missing, build, serve http://127.0.0.1:3000 on ./data
	@scripts/setup run
	@scripts/build dev
	@exec $(program) serve $(ARGS)

demo: ## The same on made-up data of a Spanish firm, in a temporary folder
	@scripts/setup run
	@scripts/build dev
	@exec $(program) demo $(ARGS)

watch: ## Build again and reload the page at every change (needs cargo-leptos)
	@scripts/setup run
	@scripts/watch

test: ## Install what is missing and run every check and test
	@scripts/setup test
	@scripts/test

bench: ## Measure speed and memory; results are in benches/RESULTS.md
	@scripts/setup test
	@scripts/build release
	cargo bench --bench clientela $(if $(ARGS),-- $(ARGS))
	CLIENTELA_BIN="$(abspath $(released))" node benches/browser/main.mjs $(ARGS)

release: ## Build the one file to ship: small, fast, everything inside
	@scripts/setup run
	@scripts/build release

fmt: ## Format the code
	cargo fmt

clean: ## Remove what was built here (not the tools, not ./data)
	cargo clean
	rm -rf target scripts/node_modules end2end/node_modules end2end/artefacts
