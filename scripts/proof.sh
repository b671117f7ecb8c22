#!/usr/bin/env bash
# proof.sh NAME: one promise of the product, shown. The figure is the last line; not zero when it falls short.
# LONG=1 the full form, on the release build · SEED=n one seed again · FAALT=1 against a binary with the guard off: it must fail.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

name=${1:?which proof}
# Reads texts and starts nothing.
if [ "$name" = b1 ]; then
  scripts/need.sh node spelling
  npm_ready tests/proofs
  exec node tests/proofs/b1.mjs
fi
# Whole nodes in one process, on a clock and a chance of the test's own.
if [ "$name" = simulate ]; then
  scripts/need.sh rust cc
  export KT_ZADEN_BEWAAR=$ROOT/var/zaden
  mkdir -p "$KT_ZADEN_BEWAAR"
  if [ -n "${SEED:-}" ]; then export KT_ZAAD=$SEED; fi
  if [ "${LONG:-}" = 1 ]; then export KT_ZADEN=${KT_ZADEN:-10000}; fi
  feature=()
  if [ "${FAALT:-}" = 1 ]; then feature=(--features keukentafel-actors/proef-eerst-zenden); fi
  code=0
  cargo test --locked -q -p keukentafel-actors --lib "${feature[@]}" simulatie -- --nocapture >"$KT_ZADEN_BEWAAR/log" 2>&1 || code=$?
  grep -E '^seed |^error' "$KT_ZADEN_BEWAAR/log" || true
  awk '/^simulated: / { seeds += $2; done += $4; lines += $6; fell += $8; bad += $11 }
    END { printf "checks simulate: %d passed, %d failed\nproof-simulate: %d seeds of two or three nodes, %d commands, %d lines and %d fallen nodes; in %d something was lost, double, or seen without a right\n", seeds - bad, bad, seeds, done, lines, fell, bad }' "$KT_ZADEN_BEWAAR/log"
  exit $code
fi
# A test of the store beside a PostgreSQL of its own: it is built as `make test` builds it.
if [ "$name" = feed ]; then
  scripts/need.sh node rust postgres
  npm_ready tests/proofs
  exec scripts/with-postgres.sh node tests/proofs/feed.mjs
fi
profile=debug
flags=()
if [ "${LONG:-}" = 1 ]; then
  profile=release
  flags+=(--release)
fi
if [ "${FAALT:-}" = 1 ]; then
  case $name in
    crash | power) flags+=(--features keukentafel-actors/proef-eerst-zenden) ;;
    hostile) flags+=(--features keukentafel-actors/proef-zonder-wacht) ;;
  esac
fi

# proof-hostile weighs what an input takes: the same server, with its heap counted (tests/proofs/geteld.rs).
program=keukentafel
if [ "$name" = hostile ]; then program=keukentafel-geteld; fi
# proof-rights and proof-canaries change a cell of the policy that the server has loaded (tests/proofs/beleid.rs), and ask outside systems.
case $name in
  rights | canaries) program=keukentafel-beleid ;;
esac

built=elsewhere
if [ -z "${KT_BIN:-}" ]; then
  built=here
  # The release holds the client in it.
  case $name in a11y | speed | deploy | story) web_ready ;; esac
  scripts/need.sh rust cc
  programs=(--bin "$program")
  case $name in
    crash | hostile | rights | canaries | schema | a11y) programs+=(--bin sim-brp --bin sim-allegro --bin sim-mail) ;;
    speed) programs+=(--bin loadtest --bin sim-brp --bin sim-allegro --bin sim-mail) ;;
  esac
  if [ "$name" = speed ] && [ "$profile" = release ]; then
    # Figures are of the product as it ships: without the features that the tests ask for.
    cargo build --locked -q --release -p keukentafel-web -p keukentafel-loadtest -p keukentafel-koppelingen "${programs[@]}"
  else
    build_programs -q "${programs[@]}" "${flags[@]}"
  fi
  KT_BIN=$(binary "$profile" "$program")
else
  KT_BIN=$(dirname "$KT_BIN")/$program
fi
export KT_BIN

# Ten thousand events a second into one dashboard: a program of its own, on the actors alone.
if [ "$name" = speed ] && { [ "$built" = here ] || [ ! -x "$(dirname "$KT_BIN")/examples/dashboard_rate" ]; }; then
  rate=(--locked -q --example dashboard_rate)
  if [ "$profile" = release ]; then
    cargo build --release -p keukentafel-actors "${rate[@]}"
    cargo build --release -p keukentafel --locked -q --example postgres_rate
  else cargo build --workspace "${rate[@]}"; fi
fi

# What the guard takes of bytes that no editor sends, written out by its own test; the gate has run that already.
if [ "$name" = converge ] && [ "${FAALT:-}" != 1 ] && [ ! -f "${KT_AANGENOMEN:-}/made.jsonl" ]; then
  export KT_AANGENOMEN=$ROOT/var/aangenomen
  mkdir -p "$KT_AANGENOMEN"
  say "  the guard's own test writes out what it takes (LONG=1: a hundred times as much)"
  KT_LANG=${LONG:-} cargo test --locked -q -p keukentafel --lib guard::tests::mutate >"$KT_AANGENOMEN/log" 2>&1 || {
    cat "$KT_AANGENOMEN/log"
    exit 1
  }
fi

# schemathesis is a Python program: in a folder of its own, at the version that is named.
if [ "$name" = schema ] && [ -z "${KT_SCHEMATHESIS:-}" ]; then
  scripts/need.sh python
  venv=$ROOT/var/schemathesis
  if ! cmp -s tests/proofs/requirements.txt "$venv/installed.txt"; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q --disable-pip-version-check -r tests/proofs/requirements.txt
    cp tests/proofs/requirements.txt "$venv/installed.txt"
  fi
  export KT_SCHEMATHESIS=$venv/bin/st
fi

scripts/need.sh node cc
npm_ready tests/proofs
# Look at the pages themselves.
case $name in
  a11y | speed | deploy | story)
    scripts/need.sh browser
    npm_ready tests/browser ;;
esac
# The provider of identities, on a node of its own.
if [ "$name" = identity ]; then npm_ready tests/oidc; fi
# At a database and a Redis of its own.
if [ "$name" = nodes ]; then
  scripts/need.sh postgres redis
  exec scripts/with-postgres.sh node tests/proofs/nodes.mjs
fi
# The same behind the proxy of docs/inrichting.
if [ "$name" = deploy ]; then
  scripts/need.sh postgres redis proxy openssl
  exec scripts/with-postgres.sh node tests/proofs/deploy.mjs
fi
# Certificates of the proof's own.
if [ "$name" = mail ]; then scripts/need.sh openssl; fi
# It ends and starts these itself.
case $name in
  chaos | story | speed) scripts/need.sh postgres redis ;;
esac
exec node "tests/proofs/$name.mjs"
