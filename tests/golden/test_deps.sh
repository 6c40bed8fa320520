#!/bin/bash
# test_deps.sh MKCV: make, given the rule that --deps writes, makes the CV again when a file that it came from changes,
# is deleted or renamed, and not otherwise; whatever the files are called.
set -u
mkcv=$(realpath "$1")
content=$(realpath ../content)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "FAILED: $*"; exit 1; }

cd "$work" || exit 1
site='a b#$/x:y%z\ w'
mkdir -p "$site"
cp -r "$content/." "$site"
printf 'inherit: classic\n' >my.yaml
make_cv() { "$mkcv" -q -s ./my.yaml --set font.family=vollkorn -o 'my cv%.pdf' --deps cv.mk "$site"; }
{
    printf 'all: my\\ cv%%.pdf\n\t@:\ninclude cv.mk\nmy\\ cv\\%%.pdf:\n\t@echo made\n'
} >Makefile
made() { [ "$(make --no-print-directory all 2>&1)" = made ]; }

make_cv || fail "mkcv"
grep -q '_pages/about\.md' cv.mk || fail "the pages are not named"
grep -q 'my\.yaml' cv.mk || fail "the style is not named"
grep -q 'Vollkorn' cv.mk || fail "the font is not named"
find "$site" my.yaml -exec touch -d '-2 hours' {} +
touch -d '-1 hour' 'my cv%.pdf'
made && fail "made again, though nothing changed: $(make all)"
for file in "$site/_pages/about.md" my.yaml; do
    touch "$file"
    made || fail "not made again after a change of $file: $(make all 2>&1)"
    touch -d '-2 hours' "$file"
done
touch "$site/unread.md.orig"
made && fail "made again after a change of a file that was not read"
mv "$site/_pages/awards.md" "$site/_pages/honours.md"
made || fail "not made again after a file was renamed: $(make all 2>&1)"

"$mkcv" -q -o - --deps cv.mk "$site" >/dev/null 2>&1
[ $? -eq 2 ] || fail "a rule for standard output"
exit 0
