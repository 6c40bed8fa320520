#!/bin/bash
# test_browser.sh MKCV: pages of every kind in a real browser: see browse.js. Its two packages are taken from npm's
# registry at the versions of package-lock.json, once, into the folder $MKCV_NODE (a temporary one when not set).
set -eu
mkcv=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export LC_ALL=C
node=${MKCV_NODE:-$tmp/node}
mkdir -p "$node"
if ! cmp -s "$here/package-lock.json" "$node/package-lock.json"; then
    cp "$here/package.json" "$here/package-lock.json" "$node"
    (cd "$node" && npm ci --ignore-scripts --no-audit --no-fund) >&2 || { rm "$node/package-lock.json"; exit 1; }
fi
cp "$here/browse.js" "$node"

"$mkcv" -q --style classic -o "$tmp/classic.html" "$here/../../content"
"$mkcv" -q --style compact -o "$tmp/compact.html" "$here/../../content"
"$mkcv" -q --style sidebar -o "$tmp/sidebar.html" "$here/../golden/scholar"
"$mkcv" -q --lang he --set 'section.columns=[garden 2]' -o "$tmp/hebrew.html" "$here/page.md"
# the checker itself must be able to fail
sed 's/<html lang="en[^"]*">/<html>/' "$tmp/classic.html" >"$tmp/bad-lang.html"
sed 's/max-width:46rem/width:60rem/' "$tmp/classic.html" >"$tmp/bad-wide.html"
sed 's/--c1a1a1a:#1a1a1a/--c1a1a1a:#bbbbbb/' "$tmp/classic.html" >"$tmp/bad-pale.html"
for bad in "$tmp"/bad-*.html; do
    ! cmp -s "$bad" "$tmp/classic.html" || { echo "FAILED: $bad is as good as before"; exit 1; }
done
node "$node/browse.js" "$tmp"/*.html
