#!/bin/sh
# Downloads a model into its volume, once for each checksum. Runs with busybox. Environment variables:
# MODEL_URL     a tar archive in diffusers' ONNX layout; if empty, the script does nothing
# MODEL_SHA256  its SHA-256
# MODEL_DIR     the volume, /model by default
set -eu

url=${MODEL_URL:-}
sum=${MODEL_SHA256:-}
dir=${MODEL_DIR:-/model}
mark=$dir/.sha256
# In the volume, because no other file system has enough room.
new=$dir/.new

[ -n "$url" ] || exit 0
if [ -z "$sum" ]; then
  echo "MODEL_SHA256: empty (expected: the SHA-256 of $url)" >&2
  exit 1
fi
if [ -f "$mark" ] && [ "$(cat "$mark")" = "$sum" ]; then
  exit 0
fi

# Remove the files of an interrupted run.
rm -rf "$new"
mkdir "$new"
trap 'rm -rf "$new"' EXIT

wget -q -O "$new/archive" "$url"
# Check before unpacking: tar must not read an unverified archive.
echo "$sum  $new/archive" | sha256sum -c - >&2
mkdir "$new/model"
tar -xf "$new/archive" -C "$new/model"
rm "$new/archive"

# Remove the mark first: after an interruption, the volume is filled again and never a mixture.
rm -f "$mark"
for each in "$dir"/* "$dir"/.[!.]*; do
  case $each in
    "$new" | */lost+found) ;;
    *) rm -rf "$each" ;;
  esac
done
for each in "$new/model"/* "$new/model"/.[!.]*; do
  # A pattern without a match expands to itself.
  [ ! -e "$each" ] || mv "$each" "$dir/"
done
echo "$sum" > "$mark"
