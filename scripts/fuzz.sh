#!/usr/bin/env bash
# Fuzzes the readers of hostile bytes for SECONDS_EACH seconds each (30). The corpus is kept in fuzz/corpus.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

seconds=${SECONDS_EACH:-30}
if [ -d fuzz/fuzz_targets ] && command -v cargo-fuzz >/dev/null 2>&1; then
  for target in fuzz/fuzz_targets/*.rs; do
    name=$(basename "$target" .rs)
    say "fuzz $name: $seconds s"
    # Coverage needs a flag of the compiler that stable has behind this variable; sanitizers are off, the code is safe Rust.
    RUSTC_BOOTSTRAP=1 cargo fuzz run -s none "$name" -- -max_total_time="$seconds" -rss_limit_mb=2048
  done
else
  # The mutational fuzzer in plain Rust: ignored in the gate, without a bound but time here.
  KT_FUZZ_SECONDS=$seconds cargo test --locked --release --workspace -- --ignored fuzz
fi
