#!/usr/bin/env bash
# The gate: everything a change has to pass, on a fresh machine, within 40 minutes on two cores.
# Each step writes to var/gate/NAME.log; a step that fails is shown and the others still run. The last line counts all tests.
# STEPS="fmt clippy" runs only those.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

export TERM=dumb KT_GATE=1 CARGO_TERM_COLOR=never NO_COLOR=1 FORCE_COLOR=0
export CARGO_BUILD_JOBS=${CARGO_BUILD_JOBS:-2}
# Everything is built once: what an incremental build keeps for the next is gigabytes for nothing.
export CARGO_INCREMENTAL=${CARGO_INCREMENTAL:-0}
logs=var/gate
rm -rf "$logs"
mkdir -p "$logs"

passed=0
failed=0
broken=()
begun=$SECONDS

# sum PATTERN FILE: adds up the numbers that stand before or after the words in PATTERN.
sum() { { grep -oE "$1" "$2" || true; } | { grep -oE '[0-9]+' || true; } | awk '{ total += $1 } END { print total + 0 }'; }

# How each runner counts: sets ok and bad.
count() {
  local kind=$1 log=$2
  case $kind in
    one) ok=1 bad=0 ;;
    nextest)
      grep -E '^ *Summary \[' "$log" >"$log.sum" || true
      ok=$(sum '[0-9]+ passed' "$log.sum") bad=$(sum '[0-9]+ (failed|timed out|exec failed)' "$log.sum") ;;
    cargo)
      grep -E '^test result:' "$log" >"$log.sum" || true
      ok=$(sum '[0-9]+ passed' "$log.sum") bad=$(sum '[0-9]+ failed' "$log.sum") ;;
    vitest)
      grep -E '^ *Tests  ' "$log" >"$log.sum" || true
      ok=$(sum '[0-9]+ passed' "$log.sum") bad=$(sum '[0-9]+ failed' "$log.sum") ;;
    playwright)
      ok=$(sum '^ +[0-9]+ passed' "$log") bad=$(sum '^ +[0-9]+ (failed|flaky|interrupted|did not run)' "$log") ;;
    node)
      ok=$(sum '^(# |ℹ )pass [0-9]+' "$log") bad=$(sum '^(# |ℹ )fail [0-9]+' "$log") ;;
    proof)
      grep -E '^checks [a-z0-9]+: ' "$log" >"$log.sum" || true
      ok=$(sum '[0-9]+ passed' "$log.sum") bad=$(sum '[0-9]+ failed' "$log.sum") ;;
  esac
  rm -f "$log.sum"
}

# The tests that failed, by name: what a long log says last need not be about all of them.
named() {
  local kind=$1 log=$2
  case $kind in
    nextest) grep -E '^ +(FAIL|TIMEOUT|SIGABRT|SIGSEGV) ' "$log" ;;
    cargo) grep -E '^test .* FAILED$' "$log" ;;
    vitest) grep -E '^ *FAIL ' "$log" ;;
    playwright) grep -E '^ +✘' "$log" ;;
    proof) grep -E '^  FAILED ' "$log" ;;
  esac | awk '!seen[$0]++' | head -n 40 || true
}

# step NAME KIND COMMAND...
step() {
  local name=$1 kind=$2 log=$logs/$1.log from=$SECONDS code=0 ok=0 bad=0
  shift 2
  case " ${STEPS:-$name} " in *" $name "*) ;; *) return ;; esac
  # A shell of its own, so that a step that goes elsewhere takes nobody along; not behind ||, where set -e means nothing.
  set +e
  (set -e; "$@") >"$log" 2>&1 </dev/null
  code=$?
  set -e
  count "$kind" "$log"
  if [ "$code" != 0 ] && [ "$kind" = one ]; then ok=0 bad=1; fi
  # A runner that failed without naming a test, or passed without running one, has failed.
  if [ "$code" != 0 ] && [ "$bad" = 0 ]; then bad=1; fi
  if [ "$code" = 0 ] && [ "$ok" = 0 ] && [ "$bad" = 0 ]; then bad=1; fi
  passed=$((passed + ok)) failed=$((failed + bad))
  local line='' verdict=ok
  if [ "$kind" = proof ]; then line=" · $(tail -n 1 "$log")"; fi
  if [ "$bad" != 0 ]; then verdict=FAILED; fi
  printf '%-6s %-16s %4d s  %d passed, %d failed%s\n' "$verdict" "$name" $((SECONDS - from)) "$ok" "$bad" "$line"
  if [ "$bad" != 0 ]; then
    broken+=("$name")
    printf -- '---- %s (exit %d), what failed and the end of %s\n' "$name" "$code" "$log"
    named "$kind" "$log"
    tail -n 60 "$log"
    printf -- '----\n'
  fi
}

web_check() {
  npm_ready web/app
  cd web/app
  npm run check
}
web_build() { web_ready; }
# The guard's test leaves behind what it took, for proof-converge.
export KT_AANGENOMEN=$ROOT/$logs/aangenomen
mkdir -p "$KT_AANGENOMEN"
rust_tests() {
  if cargo nextest --version >/dev/null 2>&1; then
    # Two for each core: many wait for what an outside system does not answer.
    scripts/with-postgres.sh scripts/with-redis.sh cargo nextest run --locked --workspace --no-fail-fast --no-tests pass --test-threads $((2 * $(nproc)))
  else
    scripts/with-postgres.sh scripts/with-redis.sh cargo test --locked --workspace --no-fail-fast
  fi
}
# For who works on it, so private items too, and links to them are good.
documents() { RUSTDOCFLAGS='-D warnings -A rustdoc::private_intra_doc_links' cargo doc --locked --workspace --no-deps --document-private-items; }
shell_check() { shellcheck -x scripts/*.sh .ci/run; }
browser_types() {
  npm_ready tests/browser
  cd tests/browser
  npm run --silent ts
}
browser_tests() {
  npm_ready tests/browser
  npm_ready tests/oidc
  cd tests/browser
  KT_BIN=$(binary debug) node ../proofs/lib/with-server.mjs npx playwright test --reporter=list
}
openapi_check() { KT_BIN=$(binary debug) scripts/openapi.sh --check; }
proof() { KT_BIN=$(binary debug) scripts/proof.sh "$1"; }

step need one scripts/need.sh rust node cc python browser spelling shellcheck postgres redis openssl
if [ "$failed" != 0 ]; then
  say "$passed passed, $failed failed"
  exit 1
fi
runner=cargo
if cargo nextest --version >/dev/null 2>&1; then runner=nextest; fi

step fmt one cargo fmt --all --check
step shell one shell_check
if [ -f web/app/package.json ]; then
  step web vitest web_check
  step web-build one web_build
fi
# The server embeds or serves what was built; without a client it says so on its page.
mkdir -p web/app/dist
step clippy one cargo clippy --locked --workspace --all-targets -- -D warnings
step rust "$runner" rust_tests
step doc one documents
step server one build_programs
if [ -f web/app/openapi.json ]; then step openapi one openapi_check; fi
if [ -f tests/browser/package-lock.json ]; then
  step browser-types one browser_types
  step browser playwright browser_tests
fi
# Most of what a proof takes, it waits for a disk, a clock or an outside system: two run beside each other, one of each row. What a row found it leaves
# in a file, as it is a process of its own; the figures of speed come when nothing else runs.
row() {
  local out=$1 name
  shift
  passed=0 failed=0 broken=()
  for name in "$@"; do
    # At once, so that what a step says stays together.
    step "proof-$name" proof proof "$name" >"$out.said"
    cat "$out.said"
  done
  printf '%s %s %s\n' "$passed" "$failed" "${broken[*]}" >"$out"
}
case ${STEPS:-proof-} in *proof-*)
  npm_ready tests/proofs
  row "$logs/row-1" crash nodes revoke audit canaries mail b1 &
  one=$!
  row "$logs/row-2" converge power chaos feed hostile identity rights schema &
  two=$!
  wait "$one" "$two"
  for found in "$logs/row-1" "$logs/row-2"; do
    ok=0 bad=1 names=row
    read -r ok bad names <"$found" || true
    passed=$((passed + ok)) failed=$((failed + bad))
    if [ -n "$names" ]; then broken+=("$names"); fi
  done ;;
esac
step proof-speed proof proof speed

say "$(((SECONDS - begun) / 60)) min $(((SECONDS - begun) % 60)) s${broken[*]:+; failed: ${broken[*]}}"
say "$passed passed, $failed failed"
[ "$failed" = 0 ]
