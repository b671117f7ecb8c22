#!/usr/bin/env bash
# with-sims.sh FOLDER ADRES PROFILE COMMAND…: runs COMMAND with the simulators of outside systems beside it, each a process of its own on a free
# port, and ends them with it. They keep their state in FOLDER; ADRES is where the server will listen, for the hints of Allegro. COMMAND gets
# the KEUKENTAFEL_* settings; FOLDER/sim-*.url says where they are, for whoever books something (POST /_boek) or breaks something
# (POST /_storing). PROFILE is debug or release.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

folder=$1 adres=$2 profile=$3
shift 3
mkdir -p "$folder"

# Keys of this run only: nobody needs to know them.
key() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }
KEUKENTAFEL_BRP_SLEUTEL=$(key)
KEUKENTAFEL_ALLEGRO_SLEUTEL=$(key)
KEUKENTAFEL_ALLEGRO_HINT_SLEUTEL=$(key)
export KEUKENTAFEL_BRP_SLEUTEL KEUKENTAFEL_ALLEGRO_SLEUTEL KEUKENTAFEL_ALLEGRO_HINT_SLEUTEL

children=()
code=0
end() {
  trap - EXIT INT TERM
  # The server first: it says goodbye to whoever has it open.
  if [ -n "${main:-}" ]; then
    kill -TERM "$main" 2>/dev/null || true
    code=0
    wait "$main" || code=$?
  fi
  for child in "${children[@]}"; do kill "$child" 2>/dev/null || true; done
  exit "$code"
}
trap end EXIT INT TERM

# start NAME ARGUMENTS…: starts a simulator and puts its address in $url.
start() {
  local name=$1 tries=100
  shift
  rm -f "$folder/$name.url"
  "$TARGET/$profile/$name" --addr 127.0.0.1:0 --data "$folder/$name.jsonl" "$@" >"$folder/$name.url" &
  children+=($!)
  until url=$(sed -n 's/^luistert op //p' "$folder/$name.url") && [ -n "$url" ]; do
    kill -0 "${children[-1]}" 2>/dev/null || die "$name did not start"
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || die "$name did not say where it listens"
    sleep 0.1
  done
  # A mail server says where it takes mail, too.
  smtp=$(sed -n 's/^smtp op //p' "$folder/$name.url")
  printf '%s\n' "$url" >"$folder/$name.url"
}

start sim-brp --sleutel-env KEUKENTAFEL_BRP_SLEUTEL
export KEUKENTAFEL_BRP_URL=$url
start sim-allegro --sleutel-env KEUKENTAFEL_ALLEGRO_SLEUTEL \
  --hint "http://$adres/api/v1/koppelingen/allegro/hint" --hint-key-env KEUKENTAFEL_ALLEGRO_HINT_SLEUTEL
export KEUKENTAFEL_ALLEGRO_URL=$url

start sim-mail
KEUKENTAFEL_MAIL_URL=$smtp
export KEUKENTAFEL_MAIL_URL KEUKENTAFEL_MAIL_VAN=geen-antwoord@wiedermeer.example

"$@" &
main=$!
wait "$main" || true
