#!/usr/bin/env bash
# run.sh run | dev: the server with demo data on 127.0.0.1:8080 (ADRES=… for elsewhere, SCHOON=1 for fresh data).
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

mode=${1:-run}
adres=${ADRES:-127.0.0.1:8080}
scripts/need.sh rust node cc
mkdir -p var
if [ "${SCHOON:-}" = 1 ]; then rm -f var/demo.sqlite var/demo.sqlite-* var/demo.sqlite.slot var/installatie.sleutel var/sessies.json var/sim-*; fi

say "building the browser client"
web_ready
say "building the server and the simulators of outside systems"
build_programs --bin keukentafel --bin sim-brp --bin sim-allegro --bin sim-mail

say "when it listens: http://$adres/demo"

if [ "$mode" = dev ]; then
  # The client's own server with hot reload; it passes what is not the client's on to ours.
  (cd web/app && exec npm run --silent dev) &
  vite=$!
  trap 'kill "$vite" 2>/dev/null || true' EXIT
  scripts/with-sims.sh var "$adres" debug "$(binary debug)" demo --adres "$adres" --data var
else
  exec scripts/with-sims.sh var "$adres" debug "$(binary debug)" demo --adres "$adres" --data var
fi
