#!/bin/bash
# test_variants.sh MKCV: variants of mkcv.yaml and what comments in the pages ask for, on the site variants/: what each CV
# shows, in every format; what is told of mistakes; all variants in one run.
set -u
mkcv=$(realpath "$1")
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$here/golden/variants" "$work/s"
cd "$work" || exit 1
failed=0
fail() { echo "FAILED: $*"; failed=1; }
text() { "$mkcv" -q --to txt -o - "$@" s; }
shows() { grep -qF -- "$2" <<<"$1" || fail "$3 lacks '$2'"; }
lacks() { grep -qF -- "$2" <<<"$1" && fail "$3 has '$2'"; }

# comments: hidden items and sections are gone, tags and priorities stand on their entries, sections are as asked for
all=$(text)
for word in 'Thaw under bridges' 'Rime on wires' 'Medal of Firnhall' 'Reviewer: Journal of Snow'; do shows "$all" "$word" 'the CV'; done
for word in 'Frost and mortar' Beehives 'Three of them' Honey lime '<!--' 'cv:'; do lacks "$all" "$word" 'the CV'; done
"$mkcv" -q --dump cv -o dump s || fail "exit $?"
[ "$(grep -A9 'Thaw under' <(grep -A9 'title: Thaw' dump) | grep -cE 'tag: bridges|priority: 3')" = 2 ] || fail "tags and priority"
grep -A4 '^section grants' dump | grep -q Medal || fail "an entry was not moved"
grep -A4 '^section service' dump | grep -q Reviewer || fail "a heading does not mean the kind that is asked for"
[ "$(grep -c 'tag: prizes' dump)" = 2 ] || fail "the tag of a section"

# variants
short=$(text --variant short)
shows "$short" 'Thaw under bridges' short # by its priority
lacks "$short" 'Ice in pipes' short
lacks "$short" 'Medal of Firnhall' short # before 2015
industry=$(text --variant industry)
for word in 'Ice in pipes' 'Duties' '[1]'; do shows "$industry" "$word" industry; done
lacks "$industry" 'Thaw under bridges' industry
lacks "$industry" 'Prize of the Bridge Guild' industry # by file and line
"$mkcv" -q --variant industry --dump pages -o pages s
grep -q '<12 TeXGyreHeros' pages || fail "set of a variant"
shows "$(text --variant industry --since 2000)" 'Medal of Firnhall' 'an option over a variant'

# for everybody
for format in txt md html tex json bib pdf; do
    "$mkcv" -q --variant open -o "open.$format" s || fail "open.$format: exit $?"
    grep -aiE '0199|0170|1980|bo@tarn|Bo Tarn|petra@|Bridge Guild|private' "open.$format" && fail "open.$format says what is private"
done
shows "$(text --public)" 'Ploughs snow' '--public'
shows "$(text --public)" 'Rime on wires' '--public'
pdftotext open.pdf - | grep -qE '555|1980|petra' && fail "open.pdf says what is private"
shows "$all" '0170 555' 'the CV that is not public'

cp -r s portrait && cp "$here/photo/face.jpg" portrait/
printf 'photo: face.jpg\nprivate: [photo]\n' >portrait/mkcv.yaml
for public in '' --public; do "$mkcv" -q $public -o "portrait$public.pdf" portrait; done
grep -q DCTDecode portrait.pdf && ! grep -q DCTDecode portrait--public.pdf || fail "a private photo"

# a CV of a variant, read back, is the same
"$mkcv" -q --variant industry -o cv.json s && "$mkcv" -q --dump flow -o again cv.json && "$mkcv" -q --variant industry --dump flow -o flow s
diff flow again >/dev/null || fail "the JSON of a variant is another CV"

# mistakes: each told at its place, the CV made all the same when the file is at fault
told() { # STATUS PATTERN ARGUMENTS
    local status=$1 pattern=$2
    shift 2
    "$mkcv" --diagnostics short "$@" -o told.txt s 2>err
    local got=$?
    [ $got = "$status" ] || fail "$*: exit $got"
    grep -qE -- "$pattern" err || fail "$*: $(cat err)"
}
told 2 "error: no variant 'shrot'; did you mean 'short'" --variant shrot
[ -e told.txt ] && fail "an unknown variant is written"
told 1 "^s/mkcv.yaml:1[56]:[0-9]*: error: variant 'ring' inherits from itself" --variant ring
told 1 "^s/mkcv.yaml:17:18: error: no variant 'shrot'; did you mean 'short'" --variant odd
told 1 "^s/mkcv.yaml:17:.*: note: the CV has no section 'talks'; it has publications" --variant odd
told 1 "^s/mkcv.yaml:17:.*: error: 'awards' is named by both only and skip" --variant odd
told 1 "^s/mkcv.yaml:17:.*: warning: 'Thaw under bridge' of 'drop' is no tag.*did you mean 'Thaw under bridges'" --variant odd
told 1 "^s/mkcv.yaml:18:9: error: '\[...\]' is not a value for 'flat'" --variant flat
told 2 "'awards' is named by both" --only awards --skip awards
"$mkcv" -q --variant shrot --all-variants s >out 2>&1
[ $? = 2 ] || fail "one variant and all"
printf -- '- Item <!-- cv: hyde -->\n\n<!-- cv: hide -->\n' >>s/index.md
told 0 "^s/index.md:[0-9]*:8: warning: the comment 'cv:' does not take 'hyde'; did you mean 'hide'"
told 0 "^s/index.md:[0-9]*:1: warning: nothing stands where this comment"

# corrections that find nothing to correct (those that do: corrections/)
cp -r s c
cat >c/mkcv.yaml <<'END'
add: {talsk: [x], talks: [Snow by Day]}
replace:
  - {entry: Ice in pipe, year: 2000}
  - {year: 2000}
END
"$mkcv" --diagnostics short -o c.txt c 2>err
[ $? = 1 ] || fail "corrections: exit $?"
for line in "c/mkcv.yaml:1:7: error: no section 'talsk' in this CV; did you mean 'talks'" \
    "c/mkcv.yaml:3:13: warning: 'Ice in pipe' of 'replace' is no tag, .*; did you mean 'Ice in pipes'" \
    "c/mkcv.yaml:4:5: error: '{...}' is not a value for 'replace': 'entry' says which entry"; do
    grep -q "^$line" err || fail "corrections: $line"
done
grep -q 'Snow by Day' c.txt || fail "what else is added is lost"

# what a variant leaves out, and why
"$mkcv" check --diagnostics short --variant industry s >out
grep -q "'Thaw under bridges' is left out: its section is over its limit" out || fail "check: $(cat out)"
grep -q "'Medal of Firnhall' is left out: it ended before the year of since" out || fail "check: since"
grep -q "'Prize of the Bridge Guild' is left out: drop names it" out || fail "check: drop"
"$mkcv" check --diagnostics short --variant open s | grep -q "'References' is left out: it is private" || fail "check: private"
"$mkcv" check s | grep -q 'left out: drop' && fail "check says of no variant what one leaves out"

# all in one run, a faulty one stops no other
"$mkcv" -q --all-variants -o out.d s 2>err
[ $? = 1 ] || fail "all variants: exit $?"
[ "$(ls out.d | tr '\n' ' ')" = 'flat.pdf gnir.pdf industry.pdf odd.pdf open.pdf ring.pdf short.pdf ' ] || fail "all variants: $(ls out.d)"
[ "$(grep -c 'no variant .shrot' err)" = 1 ] || fail "what one says is not said once"
"$mkcv" -q --variant open -o one.pdf s && cmp one.pdf out.d/open.pdf || fail "a variant by itself is another"
"$mkcv" -q --all-variants --to md -o out.d s 2>/dev/null
[ -s out.d/open.md ] || fail "all variants in another format"
rm s/mkcv.yaml
"$mkcv" -q --all-variants -o none s 2>err
[ $? = 2 ] && grep -q 'no variants' err && [ ! -e none ] || fail "no variants: $(cat err)"
exit $failed
