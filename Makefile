# One door to everything: `make` lists what there is.
SHELL := /bin/bash
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
export LONG SEED FAALT SCHOON ADRES STEPS FEATURES FLIPS

PROOFS := converge crash power nodes chaos feed story deploy simulate hostile revoke timing identity mail audit rights canaries schema b1 a11y speed

.PHONY: help
help: ## This list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  LONG=1 the full form of a proof · SEED=n one seed · FAALT=1 the proof against something broken"

.PHONY: run dev build
run: ## Build and start with demo data on http://127.0.0.1:8080 (SCHOON=1: fresh data; ADRES=host:port)
	@scripts/run.sh run
dev: ## As run, with the client's hot reload beside it
	@scripts/run.sh dev
build: ## The release: browser client and server in one binary
	@scripts/need.sh rust node cc
	@. scripts/lib.sh && web_ready && cargo build --locked --release -p keukentafel-web --bin keukentafel && echo "$$TARGET/release/keukentafel"

.PHONY: test lint fmt fuzz
test: ## The gate: installs what the tests need and runs everything; STEPS="fmt rust" for some of it
	@scripts/gate.sh
lint: ## Formatting, clippy, shellcheck
	@STEPS="need fmt shell clippy" scripts/gate.sh
fmt: ## Formats the Rust and the client
	@cargo fmt --all
	@if [ -d web/app/node_modules ]; then cd web/app && npm run --silent format; fi
fuzz: ## Fuzzes the readers of hostile bytes (SECONDS_EACH=30)
	@scripts/fuzz.sh

.PHONY: openapi rows schermen
openapi: ## Regenerates the client's API description and types from the server
	@scripts/openapi.sh
schermen: ## Takes the pictures of the main pages anew (docs/schermen)
	@scripts/schermen.sh
rows: ## Which requirement is shown by which test
	@node scripts/rows.mjs

.PHONY: proofs $(PROOFS:%=proof-%)
proofs: ## Lists the proofs: what the product promises, shown
	@awk -F ':.*## ' '/^proof-[a-z0-9]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
proof-converge: ## Stock Yjs clients and the server agree, and equal their log, by seed
	@scripts/proof.sh converge
proof-crash: ## kill -9 loses nothing that was acknowledged or seen
	@scripts/proof.sh crash
proof-power: ## Power cuts, failing and full disks lose nothing and lie about nothing
	@scripts/proof.sh power
proof-nodes: ## Nodes at one PostgreSQL are one server: nothing lost or double, rights end on all, with and without Redis
	@scripts/proof.sh nodes
proof-deploy: ## A new version goes out node by node, behind the proxy and with the Redis user of docs/inrichting: nobody reloads, no letter is lost
	@scripts/proof.sh deploy
proof-simulate: ## Whole nodes, simulated by seed, with a bus, a record and clocks that fail: nothing lost, double or shown without a right (LONG=1: 10 000 seeds)
	@scripts/proof.sh simulate
proof-chaos: ## Redis and PostgreSQL are killed, filled and held, nodes too, under load: nothing lost, double or missed, and it goes on by itself
	@scripts/proof.sh chaos
proof-feed: ## Who follows the feed gets exactly what was committed, in order, under delays and rollbacks
	@scripts/proof.sh feed
proof-story: ## Two people and one report in browsers, over three nodes behind a proxy, and the database goes away
	@scripts/proof.sh story
proof-hostile: ## Hostile frames, updates and requests are refused, and nobody else notices
	@scripts/proof.sh hostile
proof-revoke: ## A right that ends, ends on the open screen within a second; a record that cannot be read shows nothing
	@scripts/proof.sh revoke
proof-timing: ## What may not be seen takes as long as what is not there
	@scripts/proof.sh timing
proof-identity: ## Against a real OpenID provider: who proves who they are comes in, and nobody else
	@scripts/proof.sh identity
proof-mail: ## Mail leaves under TLS alone, to whom the machine trusts; where that cannot be, nothing is said
	@scripts/proof.sh mail
proof-audit: ## Every look has its line, and every line that is touched is named
	@scripts/proof.sh audit
proof-rights: ## Everybody × every address, topic and document, against hand-typed verdicts; changed cells are noticed (FLIPS=n; LONG=1 of every thing)
	@scripts/proof.sh rights
proof-canaries: ## What somebody may not see is in nothing that they get, and in no log or file
	@scripts/proof.sh canaries
proof-schema: ## schemathesis against the OpenAPI description, in three roles
	@scripts/proof.sh schema
proof-b1: ## Every text of the portal and of the server in plain Dutch: short sentences, no words of the office, spelled right
	@scripts/proof.sh b1
proof-a11y: ## Every page by its links, as everybody: WCAG 2.2 AA in light, dark and the second theme, 320 px, keyboard, stillness
	@scripts/proof.sh a11y
proof-speed: ## Deliveries, memory and latency against their bars
	@scripts/proof.sh speed
