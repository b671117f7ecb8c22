#!/usr/bin/env bash
# Fuzzes the guard: with cargo-fuzz, SECONDS_EACH seconds a target (30); without it the mutational fuzzer in plain Rust, 2 x 2 000 000
# inputs (the gate runs 2 x 20 000).
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

seconds=${SECONDS_EACH:-30}
if command -v cargo-fuzz >/dev/null 2>&1; then
  for target in tests/fuzz/fuzz_targets/*.rs; do
    name=$(basename "$target" .rs)
    say "fuzz $name: $seconds s"
    # Coverage needs a flag of the compiler that stable has behind this variable; sanitizers are off, the code is safe Rust.
    RUSTC_BOOTSTRAP=1 cargo fuzz run --fuzz-dir tests/fuzz -s none "$name" -- -max_total_time="$seconds" -rss_limit_mb=2048
  done
else
  say "cargo-fuzz is not installed (cargo install cargo-fuzz): mutating in plain Rust"
  KT_LANG=1 cargo test --locked --release -p keukentafel --lib guard::tests::mutate
fi
