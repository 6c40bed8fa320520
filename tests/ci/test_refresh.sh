#!/bin/bash
# test_refresh.sh MKCV: ci/refresh.sh as a whole, in a repository with another that it pushes to: what changes the CV is
# committed once, what does not is not, a broken page fails and leaves the old CV.
set -u
mkcv=$(realpath "$1")
root=$(realpath ..)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C HOME=$work GIT_CONFIG_NOSYSTEM=1 MKCV=$mkcv
unset CI GITHUB_ACTIONS CI_COMMIT_BRANCH XDG_CACHE_HOME
fail() { echo "FAILED: $*"; cat "$work/said"; exit 1; }
refresh() { sh "$root/ci/refresh.sh" "$@" >"$work/said" 2>&1; }
commits() { git rev-list --count HEAD; }
expect_commits() { [ "$(commits)" = "$1" ] || fail "$(commits) commits, not $1: $2"; }

for script in "$root"/ci/*.sh; do sh -n "$script" || fail "$script"; done
git init -q --bare "$work/remote"
mkdir "$work/homepage" && cd "$work/homepage" && git init -q && git remote add origin "$work/remote" || exit 1
mkdir -p _pages
printf 'url: https://mira-tolle.example.org\nauthor:\n  name: Mira Tolle\n' >_config.yml
cat >_pages/about.md <<'END'
---
permalink: /
---
## Publications
- M. Tolle. "Cornices as they lean before they fall." *Journal of Snow*, 2021.
END
printf '*.pdf\n' >.gitignore
save() { git add . && git -c user.name=Mira -c user.email=mira@example.org commit -q --date "$1" -m homepage; }
save 2020-01-01

refresh --push || fail "first run"
expect_commits 2 "the CV is new"
[ "$(git show --format=%an --name-only HEAD | tr -s '\n' ' ')" = "mkcv cv.pdf " ] || fail "$(git show --stat HEAD)"
[ "$(git -C "$work/remote" rev-parse HEAD)" = "$(git rev-parse HEAD)" ] || fail "not pushed"
cp cv.pdf "$work/first.pdf"

refresh --push || fail "second run"
expect_commits 2 "nothing changed"
grep -q 'the CV is as it was' "$work/said" || fail "does not say so"

# another commit, date and time, in an environment that states one: the same CV
echo 'unread' >notes.txt && save 2021-05-05
SOURCE_DATE_EPOCH=1600000000 TZ=Asia/Tokyo refresh --commit || fail "with a date around"
expect_commits 3 "the content did not change"
cmp cv.pdf "$work/first.pdf" || fail "other bytes"

sed -i 's/2021/2022/' _pages/about.md && save 2021-06-06
echo 'staged by hand' >staged.txt && git add staged.txt
refresh --commit --formats 'pdf, json' || fail "changed content"
expect_commits 5 "the content changed"
[ "$(git show --format= --name-only HEAD | tr '\n' ' ')" = "cv.json cv.pdf " ] || fail "$(git show --stat HEAD)"
[ "$(git diff --cached --name-only)" = staged.txt ] || fail "what was staged"
"$mkcv" check -q --stale cv.pdf >"$work/said" 2>&1 || fail "stale after a refresh"

refresh --commit --style compact || fail "another style"
expect_commits 6 "the style changed"

# broken
cp cv.pdf "$work/good.pdf"
sed -i 's/^permalink.*/permalink: [/' _pages/about.md && save 2021-07-07
GITHUB_ACTIONS=true refresh --push --formats 'pdf json' --style compact && fail "a broken page passes"
expect_commits 7 "the page is broken"
grep -q '^::error file=_pages/about.md,line=' "$work/said" || fail "no annotation"
cmp cv.pdf "$work/good.pdf" || fail "the old CV is gone"
refresh && fail "a broken page passes without annotations"
grep -q '^_pages/about.md:[0-9:]* error' "$work/said" || fail "no place"
sed -i 's/^permalink.*/permalink: \//' _pages/about.md
echo '- [PDF]() of nothing' >>_pages/about.md && save 2021-07-08
refresh --commit --style compact --strict && fail "a warning passes --strict"
expect_commits 8 "warnings count"
refresh --commit --style compact || fail "a warning fails"

refresh --formats 'tex md html txt bib' --output all/cv || fail "all formats"
[ "$(cd all && echo *)" = 'cv.bib cv.html cv.md cv.tex cv.txt' ] || fail "$(ls all)"
refresh --commit --formats docx; [ $? -eq 2 ] || fail "a format that is none"
refresh --nothing; [ $? -eq 2 ] || fail "an option that is none"
refresh --site; [ $? -eq 2 ] || fail "a value that is missing"
refresh --site gone; [ $? -eq 4 ] || fail "a site that is missing"
MKCV= PATH=/usr/bin:/bin refresh; [ $? -eq 4 ] || fail "builds without being asked"

# the action passes what it takes, and each name in it exists
python3 - "$root/action.yml" "$root/ci/refresh.sh" <<'END' || fail "action.yml"
import re, sys
action, script = open(sys.argv[1]).read(), open(sys.argv[2]).read()
inputs = set(re.findall(r'^  (\w+):\n    description', action, re.M))
assert inputs == set(re.findall(r'\$\{\{ inputs\.(\w+) \}\}', action)), inputs
for option in set(re.findall(r'--(\w+)', action.split('run: |')[1])):
    assert f'--{option}' in script, option
assert 'inputs.' not in action.split('run: |')[1]
END
exit 0
