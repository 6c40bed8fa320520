#!/bin/bash
# test_init.sh MKCV: mkcv init writes a mkcv.yaml that changes nothing and offers what was found, never over a file; with no
# homepage one to start from, of which nothing is doubted.
set -u
mkcv=$(realpath "$1")
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0
fail() { echo "FAILED: $*"; failed=1; }

"$mkcv" init >out 2>err || fail "nothing there: exit $?: $(cat err)"
grep -q 'Next: ' out || fail "what is next is not said"
[ "$(find . -path './content/*' | sort | tr '\n' ' ')" = './content/index.md ./content/mkcv.yaml ./content/publications.bib ' ] || fail "$(find .)"
"$mkcv" check --strict >doubts || fail "the start is doubted: $(cat doubts)"
grep -q '^0 errors, 0 warnings, 0 notes' doubts || fail "the start is doubted: $(cat doubts)"
"$mkcv" -q --strict -o cv.txt || fail "no CV of the start"
for word in 'Ada Moss' 'ada.moss@tarn.example' Education Publications 'How Lichens Settle' Awards Teaching Service; do
    grep -q "$word" cv.txt || fail "the start lacks $word"
done
"$mkcv" -q --strict --all-variants -o out.d || fail "the variants of the start"
cp -r content before
"$mkcv" init >out 2>err
[ $? = 4 ] && grep -q "'content/mkcv.yaml' is there already" err && diff -r content before || fail "a second time: $(cat err)"

for site in scholar hugo-blox alfolio-rendercv forms; do
    rm -rf site && mkdir site
    cp -r "$here/golden/$site" site/ && rm -rf site/*/expected site/*/mkcv.yaml
    at=site/$(basename "$site")
    "$mkcv" -q --dump flow -o flow "$at"
    "$mkcv" init "$at" >out 2>err || { fail "$site: exit $?: $(cat err)"; continue; }
    yaml=$(find site -name mkcv.yaml)
    grep -q "written: [1-9][0-9]* sections" out && grep -q '^# name: "..*"' "$yaml" && grep -q '^# order: \[profile, ' "$yaml" || fail "$site: $(cat "$yaml")"
    "$mkcv" -q --dump flow -o again "$at"
    cmp flow again || fail "$site: the CV is another"
    # what stands there as an example is right, too
    sed -n 's/^# \(titles:\|name: .*\|names: .*\|hide: .*\|order: .*\|private: .*\|  [a-z]*: .*\)$/\1/p; /^[^#]/p' "$yaml" >mine.yaml
    cp mine.yaml "$yaml"
    "$mkcv" -q -o x.txt "$at" 2>err || fail "$site: without the #: $(cat err)"
    "$mkcv" -q --variant short -o x.txt "$at" 2>err || fail "$site: short: $(cat err)"
done
"$mkcv" init "$here/golden/prose/page.md" >out 2>err
[ $? = 2 ] && grep -q "the folder of a homepage" err || fail "one page: $(cat err)"
"$mkcv" init nowhere >out 2>err
[ $? = 4 ] || fail "a site that is not there: $(cat err)"
"$mkcv" init --style compact >out 2>&1
[ $? = 2 ] || fail "an option of another command"
exit $failed
