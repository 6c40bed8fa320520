#!/bin/bash
# run.sh TARGET PROGRAM SECONDS: fuzzes one target from its seeds and from the tests' sites. What it finds interesting is
# kept beside the program and used by the next run; an input that fails is left there as well.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
found=$(cd "$(dirname "$2")" && pwd)/found/$1
program=$(realpath "$2")
mkdir -p "$found"
seeds=("$here/seeds/$1" "$here/../golden")
longest=8192
case $1 in
cv)
    longest=12288
    mkdir -p "$found-sites"
    for site in "$here"/../golden/*/; do
        "$here/pack.sh" "$site" >"$found-sites/$(basename "$site")"
    done
    seeds=("$here/seeds/$1" "$found-sites") ;;
document) longest=32768 ;;
esac
cd "$(dirname "$found")"
exec "$program" -max_total_time="$3" -timeout=10 -rss_limit_mb=1536 -max_len=$longest -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="$1-" "$found" "${seeds[@]}"
