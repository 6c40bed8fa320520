#!/bin/bash
# pack.sh FOLDER: the files of a small site as one input of fuzz_cv.
set -eu
cd "$1"
find . -path ./expected -prune -o -type f -print | LC_ALL=C sort | while read -r file; do
    printf '=== %s\n' "${file#./}"
    cat "$file"
    echo
done
