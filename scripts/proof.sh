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
  rights | canaries)
    program=keukentafel-beleid
    flags+=(--features keukentafel-tests/proef-beleid)
    ;;
esac

built=elsewhere
if [ -z "${KT_BIN:-}" ]; then
  built=here
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
  if [ "$profile" = release ]; then cargo build --release -p keukentafel-actors "${rate[@]}"; else cargo build --workspace "${rate[@]}"; fi
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
# Looks at the pages themselves.
if [ "$name" = a11y ]; then
  scripts/need.sh browser
  npm_ready tests/browser
  if [ "$built" = here ]; then web_ready; fi
fi
# The provider of identities, on a node of its own.
if [ "$name" = identity ]; then npm_ready tests/oidc; fi
exec node "tests/proofs/$name.mjs"
