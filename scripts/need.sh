#!/usr/bin/env bash
# Sees to it that what a target needs is there: need.sh rust node cc python browser spelling postgres redis proxy openssl
# Debian's packages are installed when this runs as root; whatever else is missing is named, with how to get it.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

missing=()
packages=()
lacks() { missing+=("$1"); }

# at_least 1.95 1.96.1
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }
have() { command -v "$1" >/dev/null 2>&1; }
font() { have fc-list && [ -n "$(fc-list 'Noto Sans' 2>/dev/null | head -n 1)" ]; }
# dictionary nl
dictionary() { have hunspell && [ -n "$(find /usr/share/hunspell /usr/share/myspell -name "$1*.dic" -print -quit 2>/dev/null)" ]; }

for what in "$@"; do
  case $what in
    rust)
      if ! have cargo; then
        lacks "Rust 1.95 or newer (cargo is not on the PATH): see https://rustup.rs"
      else
        version=$(rustc --version | awk '{print $2}')
        at_least 1.95 "$version" || lacks "Rust 1.95 or newer (here: $version): rustup update"
      fi ;;
    node)
      if ! have node || ! have npm; then
        lacks "Node.js 20.19 or newer with npm: see https://nodejs.org"
      else
        version=$(node --version)
        at_least 20.19 "${version#v}" || lacks "Node.js 20.19 or newer (here: $version): see https://nodejs.org"
      fi ;;
    # A virtual environment must be able to get packages by itself.
    python) python3 -c 'import ensurepip' 2>/dev/null || packages+=(python3 python3-venv) ;;
    cc) have cc || packages+=(gcc libc6-dev) ;;
    browser)
      # The shell is half the work for most tests; what a browser keeps of a page only the whole one shows.
      have chromium-headless-shell || packages+=(chromium-headless-shell)
      have chromium || packages+=(chromium)
      font || packages+=(fonts-noto-core fontconfig) ;;
    spelling)
      dictionary nl || packages+=(hunspell hunspell-nl)
      dictionary en_GB || packages+=(hunspell hunspell-en-gb) ;;
    # Debian's stands outside the PATH.
    postgres) have initdb || [ -n "$(find /usr/lib/postgresql -maxdepth 3 -name initdb -print -quit 2>/dev/null)" ] || packages+=(postgresql) ;;
    redis) have redis-server || packages+=(redis-server) ;;
    proxy) have haproxy || packages+=(haproxy) ;;
    openssl) have openssl || packages+=(openssl) ;;
    shellcheck) have shellcheck || packages+=(shellcheck) ;;
    *) die "need.sh does not know '$what'" ;;
  esac
done

if [ ${#packages[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && have apt-get; then
    say "installing: ${packages[*]}"
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    get() { apt-get -y -q -o DPkg::Lock::Timeout=600 "$@" >>"$log" 2>&1; }
    # Only the programs: without this Debian starts a server on 5432 with them.
    quiet_postgres() {
      case " ${packages[*]} " in *" postgresql "*) ;; *) return 0 ;; esac
      get install --no-install-recommends postgresql-common &&
        sed -i -E 's/^#? *create_main_cluster *=.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
    }
    # A second try after mending: two apt runs at once can leave a package half installed.
    if ! { get update && quiet_postgres && get install --no-install-recommends "${packages[@]}"; } &&
      ! { get -f install && quiet_postgres && get install --no-install-recommends "${packages[@]}"; }; then
      tail -n 20 "$log" >&2
      lacks "Debian packages ${packages[*]}: apt-get could not install them"
    fi
    rm -f "$log"
  else
    lacks "Debian packages ${packages[*]}: apt-get install --no-install-recommends ${packages[*]} (as root)"
  fi
fi

if [ ${#missing[@]} -gt 0 ]; then
  say "keukentafel: this is missing:" >&2
  printf '  - %s\n' "${missing[@]}" >&2
  exit 1
fi
