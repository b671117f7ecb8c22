#!/usr/bin/env bash
# Takes the pictures of the main pages anew, with demo data and the simulators of outside systems: docs/schermen.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

scripts/need.sh rust node cc browser
if [ -z "${KT_BIN:-}" ]; then
  web_ready
  build_programs -q
  KT_BIN=$(binary debug)
fi
export KT_BIN
npm_ready tests/browser
cd tests/browser
node ../proofs/lib/with-server.mjs npx playwright test --config schermen.config.ts
ls ../../docs/schermen
