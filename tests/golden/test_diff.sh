#!/bin/bash
# test_diff.sh MKCV: what a CV says against what the homepage says: `check --stale` and `diff`, of PDF and JSON, of git
# revisions and days.
set -u
mkcv=$(realpath "$1")
content=$(realpath ../content)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 TMPDIR=$work/tmp
fail() { echo "FAILED: $*"; exit 1; }
expect() { # STATUS PATTERN COMMAND...
    local status=$1 pattern=$2 out code
    shift 2
    out=$("$@" 2>&1)
    code=$?
    [ $code -eq "$status" ] || fail "$* gives $code, not $status: $out"
    [ -z "$pattern" ] && { [ -z "$out" ] || [ "$out" = "0 errors, 0 warnings, 0 notes" ] || fail "$* says: $out"; return; }
    [[ $out == *"$pattern"* ]] || fail "$* does not say '$pattern': $out"
}
mkdir "$work/tmp" "$work/repository"
cd "$work/repository" || exit 1

cat >page.md <<'END'
# Mira Tolle
## Positions
- Lecturer, University of Tarn, 2021 - present
## Publications
1. M. Tolle and A. Berg. Cornices as they lean before they fall. *Journal of Snow*, 2021.
2. M. Tolle. Rime on fences. *Journal of Snow*, 2022.
END
"$mkcv" -q -o cv.pdf page.md && "$mkcv" -q -o cv.json page.md || fail "mkcv"
expect 0 "" "$mkcv" check -q --stale cv.pdf page.md
expect 0 "" "$mkcv" check -q --stale cv.json page.md
expect 0 "" "$mkcv" diff cv.json page.md
"$mkcv" -q -o other.pdf --date 2020-01-01 -s sidebar --pages 1 page.md || fail "mkcv in another style"
expect 0 "" "$mkcv" check -q --stale other.pdf page.md
{ echo; cat page.md; } >lower.md # other lines, the same content
expect 0 "" "$mkcv" check -q --stale cv.pdf lower.md

git init -q . && git add page.md && GIT_COMMITTER_DATE=2020-06-01T12:00:00Z git -c user.name=x -c user.email=x@example.org commit -qm one
sed -i -e 's/Rime on fences/Rime on gates/' -e 's/Lecturer/Reader/' page.md
echo '3. M. Tolle. Drifts. *Journal of Snow*, 2023.' >>page.md
expect 1 "page.md:7:4: error: 'cv.pdf' lacks 'Drifts' (publications)" "$mkcv" check --stale cv.pdf page.md
expect 1 "'cv.pdf' lacks 'Reader, University of Tarn' (work)" "$mkcv" check --stale cv.pdf page.md
expect 1 "error: 'cv.pdf' has an entry that the homepage lacks (work)" "$mkcv" check --stale cv.pdf page.md
expect 1 "'cv.json' says otherwise of 'Rime on gates' (publications: name) [stale-changed]" "$mkcv" check --stale cv.json page.md
expect 1 "::error file=page.md,line=7" "$mkcv" check --diagnostics github --stale cv.pdf page.md
for old in cv.json HEAD:page.md HEAD:; do
    expect 1 "basics
  ~ name, post and contacts
      label: “Lecturer” → “Reader”
work
  ~ Reader, University of Tarn
      position: “Lecturer” → “Reader”
publications
  ~ Rime on gates
      name: “Rime on fences” → “Rime on gates”
  + Drifts" "$mkcv" diff "$old" page.md
done
expect 1 "  - Drifts" "$mkcv" diff page.md HEAD:./page.md
expect 1 "  + Drifts" "$mkcv" diff --since 2020-06-02 page.md
expect 1 "  + Drifts" "$mkcv" diff --since 2021 page.md
expect 4 "its history begins later" "$mkcv" diff --since 2020-01-01 page.md
expect 2 "--since wants" "$mkcv" diff --since yesterday page.md
expect 4 "git has no 'HEAD:nothing'" "$mkcv" diff HEAD:nothing page.md
expect 4 "git has no 'gone:page.md'" "$mkcv" diff gone:page.md page.md
"$mkcv" -q --only work -o work.pdf page.md || fail "mkcv --only"
expect 2 "go with --stale" "$mkcv" check --only work page.md
expect 0 "" "$mkcv" check -q --only work --stale work.pdf page.md
expect 1 "lacks" "$mkcv" check -q --stale work.pdf page.md
expect 2 "a difference is text or json" "$mkcv" diff --to pdf cv.json
expect 2 "what to compare with is missing" "$mkcv" diff
"$mkcv" diff cv.json page.md --to json | python3 -c '
import json, sys
changes = [(c["change"], c["section"], c["entry"]) for c in json.load(sys.stdin)]
assert changes[1:] == [("changed", "work", "Reader, University of Tarn"), ("changed", "publications", "Rime on gates"),
                   ("added", "publications", "Drifts")], changes' || fail "JSON"
expect 0 "" "$mkcv" diff --only education "$content" "$content"

# documents that carry no record, or not ours
sed 's/mkcv:content/mkcv:nothing/g' cv.pdf >old.pdf
sed 's,/Producer (mkcv ,/Producer (none ,' old.pdf >foreign.pdf
sed 's/<mkcv:content>1 /<mkcv:content>9 /' cv.pdf >later.pdf
echo '% nothing' >cv.tex
expect 1 "an older mkcv made it" "$mkcv" check --stale old.pdf page.md
expect 1 "made by other means" "$mkcv" check --stale foreign.pdf page.md
expect 1 "of another version" "$mkcv" check --stale later.pdf page.md
expect 1 "LaTeX carries no record" "$mkcv" check --stale cv.tex page.md
expect 4 "cannot read 'gone.pdf'" "$mkcv" check --stale gone.pdf page.md
qpdf --check cv.pdf >/dev/null || fail "qpdf"
pdfinfo -meta cv.pdf | python3 -c 'import sys, xml.dom.minidom as x; x.parse(sys.stdin)' || fail "the metadata is no XML"

# nothing is left behind, and the repository is as it was
[ -z "$(ls -A "$TMPDIR")" ] || fail "left behind: $(ls -A "$TMPDIR")"
[ "$(git status --short --untracked-files=no)" = " M page.md" ] || fail "the repository: $(git status --short)"
exit 0
