#!/bin/bash
# test_roundtrip.sh MKCV [SITE...]: a site and its JSON are the same CV: their flows are equal in every style, and the JSON written
# from the JSON is the JSON. Without SITE: every case of this folder and content/.
set -u
mkcv=$(realpath "$1")
shift
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export LC_ALL=C
failed=0

sites=("$@")
if [ $# = 0 ]; then
    sites=("$here/../../content")
    for expected in "$here"/*/expected; do
        case=${expected%/expected}
        page=("$case"/page.*)
        [ -e "${page[0]}" ] && sites+=("${page[0]}") || sites+=("$case")
    done
fi

# same NAME ONE OTHER
same() {
    [ -s "$2" ] && cmp -s "$2" "$3" && return
    echo "FAILED: $1"
    diff "$2" "$3" | head -20
    failed=1
}

for site in "${sites[@]}"; do
    name=${site#"$here"/}
    "$mkcv" -q --to json -o "$tmp/cv.json" "$site" 2>/dev/null
    "$mkcv" -q --to json -o "$tmp/again.json" "$tmp/cv.json" 2>/dev/null
    same "$name: the JSON of its JSON" "$tmp/cv.json" "$tmp/again.json"
    for style in classic compact; do
        "$mkcv" -q --style $style --dump flow -o "$tmp/flow" "$site" 2>/dev/null
        "$mkcv" -q --style $style --dump flow -o "$tmp/again" "$tmp/cv.json" 2>/dev/null
        same "$name: the flow of its JSON, $style" "$tmp/flow" "$tmp/again"
    done
    rm -f "$tmp"/*
done

# a text that was edited counts, and so does what selection left
cat >"$tmp/page.md" <<'END'
---
name: Ada Quill
---
# Talks
- Kites at dusk, Kite Conference, 2021
- Kites at dawn, Kite Conference, 2012

# Garden
I grow **beans**.

| bed | crop |
|---|---|
| one | peas |
END
"$mkcv" -q --since 2020 --to json -o "$tmp/cv.json" "$tmp/page.md"
grep -q dawn "$tmp/cv.json" && { echo "FAILED: --since is in vain"; failed=1; }
sed -i 's/I grow \*\*beans\*\*\.\\n/I grow *roses*.\\n/' "$tmp/cv.json"
"$mkcv" -q --dump flow -o "$tmp/flow" "$tmp/cv.json"
grep -q 'I grow \[emph:roses\]' "$tmp/flow" || { echo "FAILED: the edited text is not read"; cat "$tmp/flow"; failed=1; }
echo "${#sites[@]} sites"
exit $failed
