#!/bin/bash
# test_kept.sh MKCV: nothing that a page says is lost without a word; see kept.py.
exec python3 golden/kept.py "$(realpath "$1")"
