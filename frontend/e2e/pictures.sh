#!/usr/bin/env bash
# Takes the pictures of the README anew, from the application at LUKIS_URL. Needs ImageMagick.
set -euo pipefail
cd "$(dirname "$0")/.."
LUKIS_FILM=$(mktemp -d)
export LUKIS_FILM
trap 'rm -rf "$LUKIS_FILM"' EXIT
LUKIS_E2E='e2e/{film,pictures}.ts' npm run --silent e2e
convert -delay 16 -loop 0 "$LUKIS_FILM"/*.png -resize 480x -fuzz 2% -layers optimize -colors 96 ../docs/typing.gif
