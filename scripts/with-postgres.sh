#!/usr/bin/env bash
# Runs a command beside a private PostgreSQL: with-postgres.sh COMMAND...
# The server has a folder, a socket and a port of its own and keeps what it writes as in production; it ends with the command.
# The command finds it in KEUKENTAFEL_TEST_POSTGRES (postgres://…/postgres, as a superuser), and its tools in KEUKENTAFEL_TEST_POSTGRES_BIN. One that runs already, on 5432 or elsewhere, is left alone.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

[ $# -gt 0 ] || die "with-postgres.sh needs a command"

# The newest that is here: on the PATH, or where Debian puts it.
bin=$(dirname "$(command -v initdb || find /usr/lib/postgresql -maxdepth 3 -name initdb 2>/dev/null | sort -V | tail -n 1)")
[ -x "$bin/initdb" ] || die "PostgreSQL 15 or newer is not here: scripts/need.sh postgres"

# Short: the path of a socket has room for some hundred bytes.
base=$(mktemp -d "${TMPDIR:-/tmp}/kt-pg.XXXXXX")
# PostgreSQL does not run as root.
as=()
if [ "$(id -u)" = 0 ]; then
  chmod 711 "$base"
  owner=$(id -u postgres 2>/dev/null || id -u nobody)
  install -d -o "$owner" -m 700 "$base/pg"
  as=(setpriv --reuid="$owner" --regid="$(id -g "$owner")" --clear-groups --)
else
  install -d -m 700 "$base/pg"
fi

server=''
stop() {
  # At once, as its files go: nothing need be moved into them first. It is no child of this shell: gone is when it takes no signal.
  if [ -n "$server" ] && kill -QUIT "$server" 2>/dev/null; then
    for _ in $(seq 100); do
      kill -0 "$server" 2>/dev/null || break
      sleep 0.1
    done
  fi
  rm -rf "$base"
}
trap stop EXIT
trap 'exit 130' INT TERM

start() {
  local port=$1
  (cd "$base/pg" && "${as[@]}" "$bin/pg_ctl" -D data -s -w -t 60 -l log -o "-p $port \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories=$base/pg -c max_connections=200 -c max_locks_per_transaction=256 \
    -c shared_buffers=64MB -c checkpoint_timeout=1h -c max_wal_size=4GB" start)
}

(cd "$base/pg" && "${as[@]}" "$bin/initdb" -D data -U keukentafel -A trust --locale=C.UTF-8 -E UTF8 --no-sync >init.log 2>&1) || {
  cat "$base/pg/init.log" >&2
  die "initdb failed"
}
# A port that is free now can be taken by the time that the server is there: then another.
for _ in 1 2 3 4 5; do
  port=$(node -e 's=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
  if start "$port"; then
    server=$(head -n 1 "$base/pg/data/postmaster.pid")
    break
  fi
done
[ -n "$server" ] || {
  cat "$base/pg/log" >&2
  die "PostgreSQL did not start"
}

export KEUKENTAFEL_TEST_POSTGRES="postgres://keukentafel@127.0.0.1:$port/postgres" KEUKENTAFEL_TEST_POSTGRES_BIN
KEUKENTAFEL_TEST_POSTGRES_BIN=$(dirname "$(readlink -f "$bin/initdb")")
"$@"
