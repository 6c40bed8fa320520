#!/bin/bash
# run.sh TARGET PROGRAM SECONDS: fuzzes one target from its seeds and from the tests' sites. What it finds interesting is
# kept beside the program and used by the next run; an input that fails is left there as well.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
found=$(dirname "$2")/found/$1
mkdir -p "$found"
cd "$(dirname "$found")"
exec "$2" -max_total_time="$3" -timeout=10 -rss_limit_mb=1536 -max_len=8192 -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="$1-" "$found" "$here/seeds/$1" "$here/../golden"
