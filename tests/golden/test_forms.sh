#!/bin/bash
# test_forms.sh MKCV: the ready variants of funders: each makes a CV that keeps its own form, and a CV that breaks a form
# is told which bound, where it is said and by how much.
set -u
mkcv=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0
fail() { echo "FAILED: $*"; failed=1; }
words() { for ((k = 0; k < $1; k++)); do printf 'sand '; done; }

mkdir s
{
    printf -- '---\ntitle: Ida Bergfeld\n---\n# Ida Bergfeld\nida@bergfeld.example\n\n## Education\n'
    printf -- '- Ph.D. in Soil Science, Moor University, 2009\n\n## Employment\n- Reader, Moor University, 2012 - 2020\n\n## Publications\n'
    for ((n = 1; n <= 14; n++)); do
        printf -- '- Ida Bergfeld and Tom Hollow. "The %d. layer of peat under fields and its water." Journal of Peat, %d.\n' $n $((2000 + n))
    done
    printf '\n## Contributions to the wider research and innovation community\n%s\n' "$(words 1010)"
} >s/index.md

said() { "$mkcv" check --diagnostics short "$@" s 2>&1; }
# the ready ones keep their own forms; ukri's text is too long here
for file in "$OLDPWD"/../styles/variants/*.yaml; do
    name=$(basename "$file" .yaml)
    "$mkcv" -q --variant "$name" -o "$name.pdf" s || fail "$name: exit $?"
    [ "$name" = ukri ] && continue
    said --variant "$name" | grep 'warning.*\[form-' && fail "$name breaks its own form"
done
[ "$("$mkcv" -q --variant erc --to json -o - s | grep -c '"releaseDate"')" = 10 ] || fail "erc has not ten works"
"$mkcv" -q --variant ukri --to txt -o - s | grep -q 'Moor University, 2012' && fail "ukri has more than its modules"
out=$(said --variant ukri)
grep -qE "^variants/ukri.yaml:[0-9]+:[0-9]+: warning: the form allows 1000 words for 'all'; the CV has 1010" <<<"$out" || fail "words: $out"
[ "$(grep -c form-absent <<<"$out")" = 3 ] || fail "modules that are not there: $out"
grep -q 'select-unknown' <<<"$out" && fail "a ready variant asks for sections"

# broken bounds, by options and by mkcv.yaml
cat >s/mkcv.yaml <<'Y'
variants:
  erc: {inherit: erc, limit: {publications: 99}, pages: 9}
  own:
    inherit: erc
    style: compact
    pages: 9
    form: {pages: 1, entries: {education: 0}, characters: {publications: 40}}
  bad: {form: {pagse: 1, font: red, words: 7}}
Y
out=$(said --variant erc)
grep -q "warning: the form allows 10 of 'publications'; the CV has 14" <<<"$out" || fail "entries: $out"
out=$(said --variant own --set font.size=14pt --set page.margin=12mm)
for word in 'mkcv.yaml:7:.*the form allows 1 page; the CV has [2-9]' "mkcv.yaml:7:.*the form allows 0 of 'education'; the CV has 1" \
    "mkcv.yaml:7:.*the form allows 40 characters for 'publications'; the CV has [0-9]{3,}" \
    'variants/erc.yaml:.*margin of 20mm at least; the left one is 12mm' 'variants/erc.yaml:.*margin of 15mm at least; the upper one is 12mm'; do
    grep -qE "$word" <<<"$out" || fail "not told: $word in $out"
done
said --variant own --set font.size=9pt | grep -q "letters of 11pt at least; '.*' is set in" || fail "small letters"
"$mkcv" --diagnostics short --variant own --set page.margin=12mm -o own.pdf s 2>&1 | grep -q form-margin || fail "told by check alone"
out=$(said --variant bad)
for word in "unknown key 'form.pagse'; did you mean 'pages'" "'red' is not a value for 'font'" "'7' is not a value for 'words'"; do
    grep -qF "$word" <<<"$out" || fail "not told: $word in $out"
done
"$mkcv" --variant ecr -o no.pdf s 2>&1 | grep -q "no variant 'ecr'; did you mean 'erc'" || fail "a wrong name"
exit $failed
