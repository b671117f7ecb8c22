#!/usr/bin/env bash
# The client's view of the API, from the server's types: web/app/openapi.json and the TypeScript types made from it.
# openapi.sh writes them; openapi.sh --check fails when they are not what the server says.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

document=web/app/openapi.json
types=web/app/src/api/schema.d.ts
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

if [ -z "${KT_BIN:-}" ]; then
  build_programs -q --bin keukentafel
  KT_BIN=$(binary debug)
fi
"$KT_BIN" openapi >"$fresh/openapi.json"
npm_ready web/app
# Through the client's own script, on a copy, so that both ways make exactly the same file.
cp "$document" "$fresh/before.json" 2>/dev/null || : >"$fresh/before.json"
cp "$types" "$fresh/before.d.ts" 2>/dev/null || : >"$fresh/before.d.ts"
cp "$fresh/openapi.json" "$document"
(cd web/app && npm run --silent types >/dev/null)

if [ "${1:-}" = --check ]; then
  cp "$types" "$fresh/schema.d.ts"
  cp "$fresh/before.json" "$document"
  cp "$fresh/before.d.ts" "$types"
  diff -u "$document" "$fresh/openapi.json" | head -n 60 || true
  diff -u "$types" "$fresh/schema.d.ts" | head -n 60 || true
  if ! cmp -s "$document" "$fresh/openapi.json" || ! cmp -s "$types" "$fresh/schema.d.ts"; then
    die "the client's API is not the server's: make openapi"
  fi
fi
