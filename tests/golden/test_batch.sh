#!/bin/bash
# test_batch.sh MKCV: many homepages in one run: their names and report, what fails and stops no other, what is left alone
# because it did not change and what is not, shards and their merging.
set -u
mkcv=$(realpath "$1")
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0
fail() { echo "FAILED: $*"; failed=1; }

for site in scholar hugo-blox forms chronicle; do
    mkdir -p "faculty/$site"
    cp -r "$here/golden/$site" faculty/ && rm -rf "faculty/$site/expected"
done
mkdir -p faculty/alpha/site faculty/beta/site
printf '# Ada Moss\n\n## Awards\n- Silver Shovel, 2021\n' | tee faculty/alpha/site/index.md >faculty/beta/site/index.md
printf '# Bo Tarn\n\n## Awards\n- Golden Shovel, 2022\n' >faculty/bo.md
find faculty -exec touch -d '-1 hour' {} +
cat >list <<'END'
# the faculty
faculty/scholar	ada

faculty/hugo-blox
faculty/alpha/site
faculty/beta/site/
  faculty/bo.md
END
field() { # REPORT NAME KEY: of the homepage's line
    python3 -c '
import json, sys
for line in open(sys.argv[1]):
    o = json.loads(line)
    if o["name"] == sys.argv[2]: print(o[sys.argv[3]])' "$@"
}
state() { field out/report.jsonl "$1" state; }

# names, CVs, report
"$mkcv" batch list faculty/forms -o out >said 2>err || fail "exit $?: $(cat err)"
grep -qx '6 made, 0 unchanged, 0 failed: out/report.jsonl' said || fail "$(cat said)"
[ "$(ls out | tr '\n' ' ')" = 'ada.pdf alpha-site.pdf beta-site.pdf bo.pdf forms.pdf hugo-blox.pdf report.jsonl ' ] || fail "$(ls out)"
[ "$(python3 -c 'import json; print(*[json.loads(l)["name"] for l in open("out/report.jsonl")])')" = 'ada hugo-blox alpha-site beta-site bo forms' ] || fail 'the order of the report'
"$mkcv" -q -o one.pdf faculty/alpha/site && cmp one.pdf out/alpha-site.pdf || fail 'a batch makes another CV'

# what did not change is left alone; what did is not: a page, a new one, a CV that has gone or is another, an option
again() { "$mkcv" batch "$@" list faculty/forms -o out >said 2>err || fail "$*: exit $?: $(cat err)"; }
touch -d '-1 hour' out/*.pdf
again
grep -q '^0 made, 6 unchanged' said || fail "$(cat said)"
[ -n "$(find out -name '*.pdf' -newer list)" ] && fail 'a CV is written again'
printf -- '- Iron Shovel, 2023\n' >>faculty/alpha/site/index.md
touch -d '-1 hour' faculty/alpha/site/index.md
printf -- '---\ntitle: Sleet\ndate: 2024-01-02\n---\n' >faculty/scholar/_publications/new.md
rm out/bo.pdf
echo x >>out/forms.pdf
again
for name in alpha-site ada bo forms; do [ "$(state "$name")" = made ] || fail "$name is $(state "$name")"; done
for name in beta-site hugo-blox; do [ "$(state "$name")" = unchanged ] || fail "$name is $(state "$name")"; done
again --style compact
grep -q '^6 made' said || fail "another style: $(cat said)"
again -t txt
[ -s out/ada.txt ] || fail 'another format'
# one that changes while it is read is read again
cat >slow.yaml <<'END'
inherit: classic
END
printf '\n' >>faculty/beta/site/index.md
touch -d '+1 hour' faculty/beta/site/index.md
again -s ./slow.yaml
again -s ./slow.yaml
[ "$(state beta-site)" = made ] || fail 'a file from after the start of the reading'

# what is wrong with one is said, and stops no other
mkdir broken && printf -- '---\ntitle: [\n---\n# Cy Rill\n\n## Awards\n- Shovel, 2020\n' >broken/index.md
printf 'nowhere\nbroken\nfaculty/bo.md\tb/o\nfaculty/beta/site\nfaculty/beta/site\n' >wrong
"$mkcv" batch --diagnostics short wrong -o bad >said 2>err
[ $? = 4 ] || fail "wrong: exit $?"
grep -q "^wrong:1:1: error: 'nowhere' has no CV: no homepage 'nowhere'" err || fail "$(cat err)"
grep -q "^wrong:2:1: error: 'broken' has errors: broken/index.md:[23]: " err || fail "$(cat err)"
grep -q "^wrong:3:15: error: 'b/o' cannot be the name" err || fail "$(cat err)"
grep -q "^wrong:5:1: warning: the homepage 'faculty/beta/site' is listed twice" err || fail "$(cat err)"
grep -q '^3 made, 0 unchanged, 1 failed' said || fail "$(cat said)"
[ "$(field bad/report.jsonl nowhere output)" = None ] && [ "$(field bad/report.jsonl nowhere code)" = 4 ] || fail 'the report of one that is missing'
[ "$(field bad/report.jsonl broken errors)" = 1 ] || fail 'the report of one with errors'
"$mkcv" batch -q wrong -o bad 2>err
[ $? = 4 ] || fail 'a second time'
: >empty
"$mkcv" batch empty -o bad >said 2>err
[ $? = 1 ] && grep -q "'empty' lists no homepage" err || fail "an empty list: $(cat err)"
"$mkcv" batch list >said 2>err
[ $? = 2 ] && grep -q -- '-o names the folder' err || fail 'no folder'
for bad in '-j 0' '-j x' '--shard 3/2' '--shard 1' '--merge --shard 1/2'; do
    # shellcheck disable=SC2086
    "$mkcv" batch $bad list -o bad >/dev/null 2>&1
    [ $? = 2 ] || fail "$bad: exit $?"
done
touch file
"$mkcv" batch list -o file 2>err
[ $? = 4 ] || fail "a file for a folder: $(cat err)"

# a worker that is killed is one homepage that failed
mkfifo stop.yaml
"$mkcv" batch -j 1 -s ./stop.yaml faculty/bo.md.d faculty/forms faculty/chronicle -o killed >said 2>err &
batch=$!
for round in 1 2; do
    for try in $(seq 100); do
        worker=$(cat /proc/$batch/task/$batch/children 2>/dev/null)
        [ -n "$worker" ] && [ "$worker" != "${last-}" ] && grep -qs 'stop.yaml' /proc/${worker% }/cmdline && break
        sleep 0.05
    done
    sleep 0.2
    kill -KILL $worker
    last=$worker
done
wait $batch
[ $? = 4 ] || fail "killed: exit $?"
[ "$(field killed/report.jsonl forms state)" = failed ] && grep -q "'forms' has no CV: the program was stopped: Killed" err || fail "killed: $(cat err)"
[ "$(wc -l <killed/report.jsonl)" -ge 2 ] || fail 'killed: the report'

# from standard input, as many at once as wanted: the same
"$mkcv" batch -q -j 3 - -o in <list || fail 'standard input'
"$mkcv" batch -q -j 1 list -o in1 || fail '-j 1'
cmp in/report.jsonl in1/report.jsonl || fail 'the report depends on the number of workers'

# shards: each once, put together in the order of the list, in the same folder or another; what is missing is said
touch -d '-1 hour' faculty/beta/site/index.md
"$mkcv" batch -q list -o whole || fail whole
for i in 1 2 3; do
    "$mkcv" batch -q list -o same --shard $i/3 || fail "shard $i"
    "$mkcv" batch -q list -o "shard$i" --shard $i/3 || fail "shard $i in a folder of its own"
done
"$mkcv" batch --merge same -o same >/dev/null 2>err || fail "merge: $(cat err)"
"$mkcv" batch --merge shard1 shard2 shard3 -o apart 2>err || fail "merge apart: $(cat err)"
for folder in same apart; do
    cmp whole/report.jsonl $folder/report.jsonl || fail "the report of $folder"
    for cv in whole/*.pdf; do cmp "$cv" "$folder/${cv#whole/}" || fail "$cv in $folder"; done
done
"$mkcv" batch list -o apart | grep -q '^0 made, 5 unchanged' || fail 'after a merge all are current'
"$mkcv" batch --merge shard1 shard3 -o part 2>err
[ $? = 1 ] && grep -q 'shard 2 of 3 is missing' err && [ "$(wc -l <part/report.jsonl)" = 3 ] || fail "a shard that is missing: $(cat err)"
"$mkcv" batch --merge whole -o none 2>err
[ $? = 1 ] && grep -q 'no reports of shards' err || fail 'nothing to merge'
exit $failed
