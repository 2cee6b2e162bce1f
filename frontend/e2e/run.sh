#!/usr/bin/env bash
# Runs the browser test against LUKIS_URL. Brings Chromium from the system's packages where there is
# none and the user may install it.
set -euo pipefail
cd "$(dirname "$0")/.."

find_chromium() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$name" ] && command -v "$name"; then return 0; fi
  done
  return 1
}

if ! path=$(find_chromium); then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "The browser test needs Chromium: install your system's chromium package, or set CHROMIUM to its path." >&2
    exit 1
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends chromium >/dev/null
  path=$(find_chromium)
fi

CHROMIUM="$path" exec npm run --silent e2e
