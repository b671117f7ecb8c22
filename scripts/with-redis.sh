#!/usr/bin/env bash
# Runs a command beside a private Redis: with-redis.sh COMMAND...
# The server keeps nothing, listens on this machine alone under a port and a password of its own, and ends with the command.
# The command finds it in KEUKENTAFEL_TEST_REDIS (redis://default:password@127.0.0.1:port). One that runs already, on 6379 or elsewhere, is left alone.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

[ $# -gt 0 ] || die "with-redis.sh needs a command"
command -v redis-server >/dev/null 2>&1 || die "Redis is not here: scripts/need.sh redis"

base=$(mktemp -d "${TMPDIR:-/tmp}/kt-redis.XXXXXX")
server=''
stop() {
  if [ -n "$server" ]; then
    kill -KILL "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$base"
}
trap stop EXIT
trap 'exit 130' INT TERM

password=$(node -e 'console.log(require("crypto").randomBytes(18).toString("hex"))')
# A port that is free now can be taken by the time that the server is there: then another.
for _ in 1 2 3 4 5; do
  port=$(node -e 's=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
  # In a file and not as an argument, which everybody on the machine can read.
  (umask 077; printf 'bind 127.0.0.1\nport %s\nrequirepass %s\nsave ""\nappendonly no\ndir %s\nlogfile %s/log\n' "$port" "$password" "$base" "$base" >"$base/redis.conf")
  redis-server "$base/redis.conf" >/dev/null 2>&1 &
  server=$!
  for _ in $(seq 100); do
    if grep -q 'Ready to accept connections' "$base/log" 2>/dev/null; then break 2; fi
    kill -0 "$server" 2>/dev/null || break
    sleep 0.05
  done
  wait "$server" 2>/dev/null || true
  server=''
done
[ -n "$server" ] || {
  cat "$base/log" >&2 2>/dev/null || true
  die "Redis did not start"
}

export KEUKENTAFEL_TEST_REDIS="redis://default:$password@127.0.0.1:$port"
"$@"
