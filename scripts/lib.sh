# shellcheck shell=bash
# What the scripts share. Sourced, never run.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export ROOT
cd "$ROOT"
TARGET=${CARGO_TARGET_DIR:-$ROOT/target}
export TARGET

say() { printf '%s\n' "$*"; }
die() {
  printf 'keukentafel: %s\n' "$*" >&2
  exit 1
}

# The binary: `binary debug`, `binary release`, `binary debug keukentafel-geteld`.
binary() { printf '%s/%s/%s' "$TARGET" "$1" "${2:-keukentafel}"; }

# npm ci in a folder, only when its lock file is not what was installed last.
npm_ready() {
  local folder=$1 stamp="$1/node_modules/.lock-installed"
  if [ -f "$stamp" ] && cmp -s "$stamp" "$folder/package-lock.json"; then return; fi
  (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error)
  cp "$folder/package-lock.json" "$stamp"
}

# The browser client, only when something of it is newer than what was built.
web_ready() {
  local built=web/app/dist/index.html
  npm_ready web/app
  if [ -f "$built" ] && [ -z "$(find web/app -newer "$built" -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -print -quit)" ]; then return; fi
  (cd web/app && npm run --silent build)
  touch "$built"
}

# The programs of the workspace, all or those that are named, with the features of the whole workspace: so no library is built twice.
build_programs() {
  local which=(--bins)
  case " $* " in *" --bin "*) which=() ;; esac
  # The page is a step of its own; a folder that is not there would stop the build.
  mkdir -p web/app/dist
  cargo build --locked --workspace "${which[@]}" "$@"
}
