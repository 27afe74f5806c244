#!/usr/bin/env bash
# See that the machine has what the tests drive: a browser, two servers, a PDF reader, a font.
# Installs what is missing where that needs no password; otherwise names the one command.
set -euo pipefail

missing=()
needs() { missing+=("$1"); }

command -v chromium >/dev/null || needs chromium
command -v redis-server >/dev/null || needs redis-server
command -v pdftoppm >/dev/null || needs poppler-utils
command -v setpriv >/dev/null || needs util-linux
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || needs postgresql
if ! command -v fc-list >/dev/null; then
    needs fontconfig
    needs fonts-noto-core
elif [ -z "$(fc-list ':lang=ar' family)" ]; then
    needs fonts-noto-core
fi
[ "${#missing[@]}" -eq 0 ] && exit 0

install=(apt-get install --yes --no-install-recommends "${missing[@]}")
if [ "$(id -u)" -eq 0 ]; then
    as_root=()
elif command -v sudo >/dev/null && sudo --non-interactive true 2>/dev/null; then
    as_root=(sudo --non-interactive)
else
    echo "The tests need more from the system; run: sudo ${install[*]}" >&2
    exit 1
fi
if ! command -v apt-get >/dev/null; then
    echo "The tests need these programs, under the names Debian gives them: ${missing[*]}" >&2
    exit 1
fi
echo "Installing for the tests: ${missing[*]}"
"${as_root[@]}" apt-get update --quiet
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${install[@]}"
