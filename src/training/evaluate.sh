#!/bin/sh
# Paints the evaluation's captions with the service's own code and prints the table of
# docs/models.md. Takes the folder in which train_probe.py has left probe.pt.
set -e
# Threads that wait actively would slow each other on a busy machine.
export OMP_WAIT_POLICY=PASSIVE
folder=$(realpath "${1:?folder with probe.pt}")
here=$(dirname "$(realpath "$0")")
/usr/bin/python3 "$here/evaluate.py" captions --folder "$folder"
cd "$here/../.."
mvn -q -Pbench -DskipTests package exec:exec@paint \
  -Dbench.options="-Dcaptions=$folder/captions.tsv -Dout=$folder/images -Dsteps=${STEPS:-1,2,4,8}"
/usr/bin/python3 "$here/evaluate.py" table --folder "$folder"
