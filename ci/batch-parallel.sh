#!/bin/sh
# batch-parallel.sh LIST FOLDER SHARDS [HOSTS] [OPTIONS]: the CVs of all homepages of LIST into FOLDER, SHARDS shards of them
# by GNU parallel on HOSTS, as --sshlogin has them ("alpha,beta,:"; the colon is this machine, and the default). LIST, the
# homepages and FOLDER are on a file system that all hosts share, and mkcv is on the PATH of each.
set -eu
[ $# -ge 3 ] || { echo "usage: batch-parallel.sh LIST FOLDER SHARDS [HOSTS] [OPTIONS]" >&2; exit 2; }
list=$(realpath "$1") folder=$(realpath "$2") shards=$3 hosts=${4-:}
shift 3
[ $# -eq 0 ] || shift
mkdir -p "$folder"
status=0
seq "$shards" | parallel --will-cite --sshlogin "$hosts" --quote --jobs 1 \
    mkcv batch -q "$list" -o "$folder" --shard "{}/$shards" "$@" || status=$?
mkcv batch --merge -o "$folder" "$folder" || status=$?
exit "$status"
