#!/bin/bash
# test_golden.sh MKCV: what each stage makes of the small sites here is what expected/ beside them says, byte for byte.
#
# A case is a folder with expected/; its site is the folder, or page.md in it. What expected/ does not hold is not compared;
# a new case begins with the empty files that it wants. UPDATE=1 shows every difference and takes it over.
set -u
mkcv=$(realpath "$1")
cd golden || exit 1
unset SOURCE_DATE_EPOCH
export LC_ALL=C
actual=$(mktemp)
trap 'rm -f "$actual" "$actual.err"' EXIT
cases=0 compared=0 failed=0

# make SITE FILE: what FILE of expected/ should hold, into $actual
make() {
    case $2 in
    records.txt) "$mkcv" -q --dump records "$1" ;;
    cv.txt) "$mkcv" -q --dump cv "$1" ;;
    cv-*.txt) local lang=${2#cv-}; "$mkcv" -q --lang "${lang%.txt}" --dump cv "$1" ;;
    flow.txt) "$mkcv" -q --dump flow "$1" ;;
    flow-*.txt) local style=${2#flow-}; "$mkcv" -q --style "${style%.txt}" --dump flow "$1" ;;
    pages.txt) "$mkcv" -q --dump pages "$1" ;;
    pages-*.txt) local style=${2#pages-}; "$mkcv" -q --style "../styles/${style%.txt}.yaml" --dump pages "$1" ;;
    cv-*.tex) local style=${2#cv-}; "$mkcv" -q --style "../styles/${style%.tex}.yaml" --to tex -o - "$1" ;;
    cv.json) "$mkcv" -q --to json -o - "$1" ;;
    cv.md | cv.html | cv.bib) "$mkcv" -q --to "${2#cv.}" -o - "$1" ;;
    text.txt) "$mkcv" -q --to txt -o - "$1" ;;
    cv.tex) "$mkcv" -q --to tex -o - "$1" ;;
    check.txt) "$mkcv" check "$1"; [ $? -le 1 ] ;;
    check-*) local form=${2#check-}; "$mkcv" check --diagnostics "${form%.txt}" "$1"; [ $? -le 1 ] ;;
    explain.txt) "$mkcv" explain "$1"; [ $? -le 1 ] ;;
    explain-*.txt) local word=${2#explain-}; "$mkcv" explain "$1" "${word%.txt}" ;;
    diagnostics.txt) "$mkcv" -v --diagnostics short --dump cv "$1" 2>&1 >/dev/null; return 0 ;;
    *) echo "no stage makes '$2'"; return 1 ;;
    esac >"$actual" 2>"$actual.err"
    local code=$?
    [ $code -eq 0 ] || { echo "mkcv exits with $code"; cat "$actual.err"; }
    return $code
}

for expected in */expected; do
    [ -d "$expected" ] || continue
    name=${expected%/expected} site=$name
    [ -e "$name/page.md" ] && site=$name/page.md
    cases=$((cases + 1))
    for file in "$expected"/*; do
        [ -e "$file" ] || continue
        compared=$((compared + 1))
        if [ "${file##*/}" = diagnostics.txt ]; then
            make "$site" diagnostics.txt >"$actual"
        elif ! make "$site" "${file##*/}"; then
            echo "FAILED: $name: ${file##*/}"
            failed=1
            continue
        fi
        diff -u --label "$file" --label "mkcv $site" "$file" "$actual" && continue
        if [ "${UPDATE-}" = 1 ]; then
            cp "$actual" "$file"
        else
            echo "FAILED: $name: ${file##*/}; UPDATE=1 takes it over when it is right"
            failed=1
        fi
    done
done
[ $compared -gt 0 ] || { echo "FAILED: nothing to compare"; failed=1; }
echo "$cases cases, $compared files compared"
exit $failed
