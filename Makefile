# `make run` does all the set-up and shows what kengen can do; `make test` runs all tests.

TARGET := $(or $(CARGO_TARGET_DIR),target)
KENGEN := $(TARGET)/release/kengen
JLIS := graph-data/jlis/regulation.txt
OUT := out
DATABASE := kengen.db
ASK := --db $(DATABASE) --data-set jlis
# An empty line and the command before each answer, as a user would type it.
define show
@printf '\n$$ kengen %s\n' "$(1)"
@$(KENGEN) $(2)
endef

.PHONY: run setup build answers diagrams test test-browser test-office generated fuzz corpus bench fmt lint doc clean-out

run: setup build
	@$(MAKE) --no-print-directory answers
	@$(MAKE) --no-print-directory diagrams

## What pictures need (Graphviz, a Japanese font) by apt if absent; goes on without.
setup:
	@.ci/setup

build:
	@cargo build --release --locked

## Fills the database, shows the findings and answers three questions.
answers:
	$(call show,load $(JLIS),load $(JLIS) --db $(DATABASE))
	$(call show,check,check $(ASK) --fail-on never)
	$(call show,chain 総務課長,chain 総務課長 $(ASK))
	$(call show,acting --absent 経営戦略部長,acting --absent 経営戦略部長 $(ASK))
	$(call show,owner 公印,owner 公印 $(ASK))

# DOT always, pictures where Graphviz is installed. Only what is older than the program or the regulation is drawn anew.
FORMS := dot $(if $(shell command -v dot),svg png pdf)
INPUTS := $(KENGEN) $(JLIS) graph-data/jlis/supplement.toml
COLUMNS := $(FORMS:%=$(OUT)/org-columns.%)
BRACKET := $(FORMS:%=$(OUT)/org-bracket.%)
COMMAND := $(FORMS:%=$(OUT)/command-chain.%)

diagrams: $(COLUMNS) $(BRACKET) $(COMMAND)
	@printf '\ndiagrams / 図:\n'
	@ls $(OUT)/org-* $(OUT)/command-* | sed 's/^/  /'

$(OUT):
	@mkdir -p $@

$(COLUMNS): $(INPUTS) | $(OUT)
	@$(KENGEN) diagram org --layout columns -r $(JLIS) -o $@ >/dev/null

$(BRACKET): $(INPUTS) | $(OUT)
	@$(KENGEN) diagram org --layout bracket -r $(JLIS) -o $@ >/dev/null

$(COMMAND): $(INPUTS) | $(OUT)
	@$(KENGEN) diagram chain 総務課長 -r $(JLIS) -o $@ >/dev/null

# Where Graphviz cannot be had, the tests go on without the one that paints with it, and say so.
test: setup
	@command -v dot >/dev/null || echo 'test: no Graphviz: what it paints is not checked / 図の描画は検査しません'
	$(if $(shell command -v dot),,KENGEN_WITHOUT_GRAPHVIZ=1) cargo test --locked

## Invented bodies, written down as regulations: each has to come back from the compiler as it was. `make generated BODIES=2000`.
BODIES := 10000
generated:
	KENGEN_BODIES=$(BODIES) cargo test --locked --release --test generated_bodies

## One fuzz target for so many seconds: `make fuzz FUZZ=read_bytes`. Needs a nightly toolchain and cargo-fuzz; no part of CI.
FUZZ := compile_text
LENGTH := 600
fuzz: build
	KENGEN=$(KENGEN) fuzz/seeds
	cargo +nightly fuzz run $(FUZZ) -- -max_total_time=$(LENGTH) -timeout=20 -rss_limit_mb=4096

## Compiles every regulation of ../shared/regulations; fails if the folder is missing.
corpus:
	cargo test --locked --release --test corpus

## Workbook and Word document opened by LibreOffice. No part of .ci/run: it installs several hundred megabytes.
test-office:
	@.ci/setup office
	cargo test --locked --test office

## The report in chromium, and axe-core's rules on it. axe-core (MPL-2.0) is fetched here and is no part of the project.
AXE_VERSION := 4.14.1
AXE := $(abspath $(TARGET))/browser/node_modules/axe-core/axe.min.js
test-browser: $(AXE)
	@.ci/setup browser
	@command -v chromedriver >/dev/null || { echo 'test-browser: chromedriver is missing; .ci/setup could not install it / chromedriver がありません' >&2; exit 1; }
	KENGEN_AXE=$(AXE) cargo test --locked --test browser

$(AXE):
	@.ci/setup browser
	@command -v npm >/dev/null || { echo 'test-browser: npm is missing, which fetches axe-core / axe-core を取得する npm がありません' >&2; exit 1; }
	npm install --prefix $(abspath $(TARGET))/browser --no-save --no-audit --no-fund --ignore-scripts axe-core@$(AXE_VERSION)

bench:
	cargo bench --locked

fmt:
	cargo fmt

lint:
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings

doc:
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps
