#!/bin/sh
# Fills the model's volume, once for each checksum. For busybox; what it needs comes by environment:
# MODEL_URL     a tar archive in diffusers' ONNX layout; empty: nothing is done
# MODEL_SHA256  its SHA-256
# MODEL_DIR     the volume, /model by default
set -eu

url=${MODEL_URL:-}
sum=${MODEL_SHA256:-}
dir=${MODEL_DIR:-/model}
mark=$dir/.sha256
# In the volume, since nothing else has the room.
new=$dir/.new

[ -n "$url" ] || exit 0
if [ -z "$sum" ]; then
  echo "MODEL_SHA256: empty (expected: the SHA-256 of $url)" >&2
  exit 1
fi
if [ -f "$mark" ] && [ "$(cat "$mark")" = "$sum" ]; then
  exit 0
fi

# What an interrupted run has left.
rm -rf "$new"
mkdir "$new"
trap 'rm -rf "$new"' EXIT

wget -q -O "$new/archive" "$url"
# Before anything is unpacked: tar is not to read what nobody vouches for.
echo "$sum  $new/archive" | sha256sum -c - >&2
mkdir "$new/model"
tar -xf "$new/archive" -C "$new/model"
rm "$new/archive"

# No mark from here on: an interruption leaves a volume that is filled anew, not a mixture.
rm -f "$mark"
for each in "$dir"/* "$dir"/.[!.]*; do
  case $each in
    "$new" | */lost+found) ;;
    *) rm -rf "$each" ;;
  esac
done
for each in "$new/model"/* "$new/model"/.[!.]*; do
  # A pattern that fits nothing stands for itself.
  [ ! -e "$each" ] || mv "$each" "$dir/"
done
echo "$sum" > "$mark"
