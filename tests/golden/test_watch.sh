#!/bin/bash
# test_watch.sh MKCV: mkcv watch makes the CV again when a page changes, however an editor writes it, when one is new or has
# gone, when a style outside the homepage changes; says what changed and new doubts once; not for what it writes itself.
set -u
mkcv=$(realpath "$1")
work=$(mktemp -d)
watcher=
trap '[ -z "$watcher" ] || kill -KILL $watcher 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0
fail() { echo "FAILED: $*"; failed=1; }
seconds=${MKCV_TEST_SECONDS:-10}

# waits for PATTERN in FILE, COUNT times
sees() {
    for ((i = 0; i < seconds * 50; i++)); do
        [ "$(grep -cE -- "$2" "$1")" -ge "${3:-1}" ] && return 0
        sleep 0.02
    done
    fail "no '$2' in $1: $(cat "$1")"
    return 1
}
made() { grep -c 'made in' out; }

mkdir -p site/_pages site/_publications
printf 'url: https://ada.example.org\nauthor:\n  name: Ada Moss\n' >site/_config.yml
printf -- '---\npermalink: /\n---\nI work on snow.\n\n## Awards\n- Silver Shovel, 2021\n- [Broken]()\n' >site/_pages/about.md
printf 'inherit: classic\n' >mine.yaml
(cd site && exec "$mkcv" watch -s ../mine.yaml >../out 2>../err) &
watcher=$!
sees out 'cv.pdf made in' || exit 1
sees err 'link-empty'

printf -- '- Golden Shovel, 2022\n' >>site/_pages/about.md
sees out '  \+ Golden Shovel'
sed 's/Golden/Iron/' site/_pages/about.md >site/_pages/.about.md.swp && mv site/_pages/.about.md.swp site/_pages/about.md
sees out '  \+ Iron Shovel'
sees out '  - Golden Shovel'
printf -- '---\ntitle: How Lichens Settle\nauthors: Ada Moss\nvenue: Journal of Bark\ndate: 2024-03-01\n---\n' >site/_publications/lichens.md
sees out '  \+ How Lichens Settle'
rm site/_publications/lichens.md
sees out '  - How Lichens Settle'
mkdir site/_talks
printf -- '---\ntitle: Lichens at Night\ndate: 2024-05-01\nvenue: Bark Days\n---\n' >site/_talks/night.md
sees out '  \+ Lichens at Night'
n=$(made)
printf 'page: {size: letter}\n' >>mine.yaml
sees out 'made in' $((n + 1)) && pdfinfo site/cv.pdf | grep -q letter || fail 'a style outside the homepage'
[ "$(grep -c 'link-empty' err)" = 1 ] || fail "a doubt is repeated: $(cat err)"

# what stops it is said, the CV stays, and it goes on
cp site/cv.pdf before.pdf
n=$(made)
mv mine.yaml gone.yaml
sees out 'cv.pdf stays as it was'
sees err 'mine.yaml'
cmp -s site/cv.pdf before.pdf || fail 'the CV did not stay'
printf 'inherit: compact\n' >gone.yaml && mv gone.yaml mine.yaml
sees out 'made in' $((n + 1))

# a homepage that goes, as when another branch is checked out, and comes back
mv site/_pages/about.md about.md
sees out '  - Silver Shovel'
mv about.md site/_pages/about.md
sees out '  \+ Silver Shovel'

# its own files do not make it run, and at the end none is left behind
sleep 0.3
n=$(made)
sleep 0.5
[ "$(made)" = "$n" ] || fail 'it runs without a change'
kill -TERM $watcher
wait $watcher
watcher=
[ "$(ls -A site | tr '\n' ' ')" = '_config.yml _pages _publications _talks cv.pdf ' ] || fail "left behind: $(ls -A site)"

"$mkcv" watch nowhere >out 2>err
[ $? = 4 ] && grep -q nowhere err || fail "no homepage: $(cat err)"
"$mkcv" watch -o - site >out 2>err
[ $? = 2 ] || fail 'standard output'
exit $failed
