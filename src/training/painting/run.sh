#!/bin/bash
# Trains the painting half on a machine with a GPU. OUT: folder for results; $1: seconds in all.
# Beside this file: the folder pool (build_pool.py). A run that dies early is tried again, plainer.
cd "$(dirname "$0")" || exit 1
seconds=${1:-555}
out=${OUT:?OUT: the folder for results}
begun=$(date +%s)
python=${PYTHON:-python3}
pool=${POOL:-pool}
workers=${WORKERS:-$(( $(nproc) > 3 ? $(nproc) - 2 : 1 ))}
export PYTHONUNBUFFERED=1 NUMBA_CACHE_DIR=${TMPDIR:-/tmp}/numba-cache PYTHONDONTWRITEBYTECODE=1
export PYTORCH_CUDA_ALLOC_CONF=expandable_segments:True
mkdir -p "$out"
"$python" train.py --pool "$pool" --out "$out" --seconds "$seconds" --workers "$workers" $EXTRA
code=$?
left=$(( seconds - ($(date +%s) - begun) ))
if [ $code -ne 0 ] && [ $left -gt 150 ]; then
  echo "failed with $code; again without compilation, $left seconds left"
  "$python" train.py --pool "$pool" --out "$out" --seconds "$left" --workers "$workers" \
    --no-compile --batch 64 --capacity 60000 $EXTRA
  code=$?
fi
ls -la "$out"
exit $code
