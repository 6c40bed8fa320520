#!/bin/bash
# test_usage.sh MKCV: what a wrong command line is told, and its exit status: usage.txt is a transcript, whose commands
# ("$ mkcv ...") are run again in a folder with one small site, s, and compared with it byte for byte. UPDATE=1 takes
# over what differs.
set -u
mkcv=$(realpath "$1")
transcript=$(realpath golden/usage.txt)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C
mkdir -p "$work/here/s/_pages" "$work/bin"
ln -s "$mkcv" "$work/bin/mkcv"
PATH=$work/bin:$PATH
cat >"$work/here/s/_config.yml" <<'END'
url: https://mira-tolle.example.org
author:
  name: Mira Tolle
END
cat >"$work/here/s/_pages/about.md" <<'END'
---
permalink: /
---
## Publications
- M. Tolle. "Cornices as they lean before they fall." *Journal of Snow*. [PDF]()

<!-- a shovel that is hidden -->
END
cd "$work/here" || exit 1

grep '^[$#]' "$transcript" | while IFS= read -r line; do
    echo "$line"
    [ "${line:0:1}" = '$' ] || continue
    eval "${line#\$ }" 2>&1 </dev/null
    code=$?
    [ $code -eq 0 ] || echo "[$code]"
done >"$work/transcript"

grep -q '^\$' "$work/transcript" || { echo "FAILED: no commands"; exit 1; }
diff -u --label usage.txt --label mkcv "$transcript" "$work/transcript" && exit 0
if [ "${UPDATE-}" = 1 ]; then
    cp "$work/transcript" "$transcript"
    exit 0
fi
echo "FAILED: UPDATE=1 takes it over when it is right"
exit 1
