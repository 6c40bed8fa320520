#!/bin/bash
# test_bad_input.sh MKCV: what is wrong in the input is said with its place, nothing is lost, every run ends in time, and
# the exit status is the one of the manual.
set -u
mkcv=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0
slow=${MKCV_TEST_SECONDS:-10} # a run may take this long

fail() {
    echo "FAILED: $*"
    [ -s err ] && sed 's/^/    /' err | head -5
    failed=1
}

# run STATUS ARGUMENTS: runs mkcv; its output is in out, its diagnostics in err
run() {
    local want=$1
    shift
    timeout "$slow" "$mkcv" --diagnostics short "$@" >out 2>err </dev/null
    local got=$?
    [ $got -eq "$want" ] || fail "exit $got instead of $want: mkcv $*"
}
says() { grep -qF -- "$1" err || fail "no word of '$1'"; }
keeps() { grep -qF -- "$1" out || fail "lost '$1'"; }

# --- what cannot be read
run 4 no-such-folder;                    says "no-such-folder"
mkdir empty;  run 1 -o x.pdf empty;      says "[site-nothing]"; [ -e x.pdf ] && fail "an empty site wrote a file"
: >empty.md;  run 1 -o x.pdf empty.md;   says "[file-empty]";   [ -e x.pdf ] && fail "an empty file wrote a file"
head -c 4096 /dev/zero >binary.md
run 1 -o x.pdf binary.md;                says "[file-binary]"
head -c 52428800 /dev/zero | tr '\0' 'a' >large.md
run 1 -o x.pdf large.md;                 says "'large.md' is larger than the limit of 4 MiB"
mkdir site;   cp binary.md site/;        printf '## Biography\nAda Kern works here.\n' >site/about.md
run 1 --dump cv site;                    says "[file-binary]"; keeps "Ada Kern works here"

as_nobody=(setpriv --reuid 65534 --regid 65534 --clear-groups)
[ "$(id -u)" -eq 0 ] || as_nobody=()
if [ ${#as_nobody[@]} -gt 0 ]; then # root may read everything
    chmod 755 .
    cp "$mkcv" ./mkcv-copy; chmod 755 mkcv-copy
    mkdir noread; printf '## Biography\nAda.\n' >noread/about.md; chmod 000 noread/about.md
    "${as_nobody[@]}" ./mkcv-copy --diagnostics short -o - noread >out 2>err
    [ $? -eq 4 ] || fail "an unreadable page is not 4"; says "Permission denied"
    chmod 000 noread
    "${as_nobody[@]}" ./mkcv-copy --diagnostics short -o - noread >out 2>err
    [ $? -eq 4 ] || fail "an unreadable folder is not 4"; says "Permission denied"
    chmod 755 noread
fi

# --- encodings
printf '## Biography\nA caf\xe9 and na\xc3\xafve.\n' >latin1.md
run 0 --dump cv latin1.md;               says "latin1.md:2:1: warning"; says "[utf8-invalid]"; keeps "naïve"
printf '\xef\xbb\xbf---\r\ntitle: T\r\n---\r\n## Biography\r\nWith a mark.\r\n' >bom.md
run 0 --dump cv bom.md;                  keeps "With a mark."
grep -q $'\r' out && fail "a carriage return came through"

# --- pages that include others, themselves among them
mkdir parts; printf 'Ada Kern works here.\n' >parts/intro.md
printf '{%% include_relative parts/intro.md %%}\n{%% include_relative self.md %%}\n{%% include_relative gone.md %%}\n## Biography\nOnce.\n' >self.md
run 0 --dump records self.md;            keeps "Ada Kern works here"
[ "$(grep -c Once. out)" -eq 1 ] || fail "a page was included in itself"

# --- YAML
printf -- '---\ntitle: "x\nkey: [1,\n---\n## Biography\nThe body stays.\n' >yaml.md
run 1 --dump cv yaml.md;                 says "[yaml-syntax]"; keeps "The body stays."
grep -qE '^yaml\.md:[234]:[0-9]+: error' err || fail "no line and column of the YAML error"
{
    echo '---'
    echo 'a: &a [x,x,x,x,x,x,x,x,x,x]'
    for i in b c d e f g h i j; do
        p=$(echo "$i" | tr 'bcdefghij' 'abcdefghi')
        echo "$i: &$i [*$p,*$p,*$p,*$p,*$p,*$p,*$p,*$p,*$p]"
    done
    printf -- '---\n## Biography\nThe bomb is dull.\n'
} >bomb.md
run 1 --dump cv bomb.md;                 says "[yaml-aliases]"; keeps "The bomb is dull."

# --- nesting: each ends in time, the text kept
nest() { # NAME PYTHON-EXPRESSION EXPECTED
    python3 -c "import sys; sys.stdout.write('## Biography\n\nBefore it.\n\n' + ($2) + '\n\nAfter it.\n')" >"$1.md"
    run 0 --dump cv "$1.md"
    keeps "Before it."
    keeps "$3"
    run 0 -o nest.pdf "$1.md"
    pdftotext -raw nest.pdf - 2>/dev/null | tr -d '\n\f -' | grep -q -- "$(printf %s "$3" | tr -d ' -')" || fail "$1: '$3' is not in the PDF"
}
for n in 10000 200000; do
    nest "lists-$n" "''.join('  ' * min(i, 300) + '- x\n' for i in range($n // 100)) + '- ' * $n + 'kernel'" kernel
    nest "quotes-$n" "'> ' * $n + 'kernel'" kernel
    nest "emphasis-$n" "'*a **a ' * $n + 'kernel'" kernel
    nest "brackets-$n" "'[' * $n + 'kernel' + ']' * $n" kernel
    nest "links-$n" "'[a](' * $n + 'kernel'" kernel
    nest "div-$n" "'<div>' * $n + 'kernel' + '</div>' * $n" kernel
    nest "inline-$n" "'<b><i>' * $n + 'kernel' + '</i></b>' * $n" kernel
    nest "ticks-$n" "' '.join('\`' * (i % 700 + 1) for i in range($n // 100)) + 'kernel'" kernel
done
nest images "'![[]()' * 60000 + 'kernel'" kernel
nest word "'k' * 1000000" kkkkkkkk
nest end "'k' * 470000 + 'kernel'" kernel
nest comment "'<!-- never closed'" "Before it."

# --- long texts under every kind of heading: read up to the limit, kept beyond it
long() { # PYTHON-EXPRESSION EXPECTED
    for heading in Biography Publications Awards Service Education Interests News Teaching; do
        python3 -c "import sys; sys.stdout.write('## $heading\n\nBefore it.\n\n' + ($1) + '\n\nAfter it.\n')" >long.md
        run 0 --dump cv long.md
        keeps "$2"
        [ "$3" = said ] && says "[text-limit]"
    done
}
long "'Prof. A B, ' * 90000" "Prof. A B, Prof. A B, Prof. A B" said
long "'I was the recipient of A at X (2023), ' * 25000" "recipient of A at X (2023), I was" said
long "'- I received my Ph.D. from X, 2019\n' * 29500" "I received my Ph.D. from X, 2019" said
long "'- Award, X, 2019; ' * 50000" "Award, X, 2019; - Award" said
long "('Prof. A B, ' * 1400 + '\n\n') * 60" "Prof. A B, Prof. A B, Prof. A B" said
python3 -c "
print('## Service\n\n' + ''.join('- Reviewer for Venue %d\n' % i for i in range(25000)))
print('## News\n\n' + ''.join('- 2024.03: I serve as Reviewer for Place %d\n' % i for i in range(1000)))" >news.md
run 0 --dump cv news.md;                 keeps "Venue 24999"; keeps "Place 999"

python3 -c "print('## Biography\n' + ''.join('[a]() x%d\n\n' % i for i in range(40000)))" >many.md
timeout "$slow" "$mkcv" -o many.pdf many.md 2>err; [ $? -eq 0 ] || fail "40,000 diagnostics take too long"
says "39990 more of [link-empty]"

# --- links
printf '## Biography\n[press](javascript:alert(1)) and [there]().\n' >links.md
run 0 --dump cv links.md;                says "links.md:2:1: warning"; says "[link-scheme]"; says "[link-empty]"; keeps "press"
grep -q 'javascript' out && fail "a javascript: address came through"

# --- the command line
echo 'x' >a.md
run 2 --style clasic a.md;               says "did you mean 'classic'"
run 2 --styel classic a.md;              says "did you mean '--style'"
run 2 --set page.siez=a4 a.md;           says "did you mean 'page.size'"
run 2 --set page.size=a44 a.md;          says "[style-value]"
run 2 -t pfd a.md;                       says "did you mean 'pdf'"
run 2 -o cv.docx a.md
run 2 --date 2024-13-01 a.md
run 2 --site jekyll a.md
run 2 --only nosuch site
run 2 a.md b.md
run 2 --set font.family=Libertin a.md;   says "did you mean"
printf 'inherit: ./loop.yaml\n' >loop.yaml
run 1 --style ./loop.yaml -o x.pdf site/about.md; says "[style-loop]"
printf 'page:\n  sizes: a4\n' >key.yaml
run 1 --style ./key.yaml -o x.pdf site/about.md;  says "key.yaml:2:3: error"; says "did you mean 'page.size'"

# --- mkcv.yaml: its mistakes have a place and do not stop the CV
mkdir set; printf '## Biography\nAda Kern works here.\n' >set/about.md
for line in 'style: compat' 'only: [profile, wrok]' 'font: {family: nosuch}' 'page: {size: a44}' 'stile: compact'; do
    printf 'name: Ada Kern\n%s\n' "$line" >set/mkcv.yaml
    rm -f set.pdf
    run 1 -o set.pdf set
    [ -s set.pdf ] || fail "no CV for the sake of '$line'"
done
printf 'style: compat\n' >set/mkcv.yaml
run 1 -o set.pdf set;                    says "set/mkcv.yaml:1:8: error"; says "did you mean 'compact'"
run 2 --only wrok set;                   says "did you mean 'work'"
printf 'order: [work]\nhide: newz\ntitles:\n  awrds: Prizes\nlang: xx\n' >set/mkcv.yaml
run 1 -o set.pdf set;                    says "set/mkcv.yaml:2:7: error"; says "did you mean 'news'"
                                         says "set/mkcv.yaml:4:3: error"; says "did you mean 'awards'"
                                         says "set/mkcv.yaml:5:7: error"
rm set/mkcv.yaml
run 2 --set order=work,awrds set;        says "did you mean 'awards'"
run 2 --set titles.awrds=Prizes set;     says "did you mean 'awards'"
run 2 --lang xx set;                     says "--lang 'xx'"
run 0 --lang pt-BR --dump cv set;        keeps "cv lang=pt-BR"

# --- output: the old file stays until the new one is whole
mkdir -p site2; printf '## Biography\nAda Kern works here.\n' >site2/about.md
run 0 -o good.pdf site2; cp good.pdf before.pdf
run 4 -o /dev/full site2;                says "cannot write"
for words in --help --version 'check site2' 'explain site2'; do
    "$mkcv" $words >/dev/full 2>err
    [ $? -eq 4 ] || fail "mkcv $words says that it could write"; says "cannot write"
done
run 4 -o no/such/folder/cv.pdf site2;    says "no/such/folder/cv.pdf"
run 4 -o site2 site2
printf 'mine' >cv.pdf; run 4 site2;      says "[file-foreign]"; [ "$(cat cv.pdf)" = mine ] || fail "a foreign cv.pdf was replaced"
run 0 -o cv.pdf site2;                   [ "$(head -c 5 cv.pdf)" = %PDF- ] || fail "-o did not replace the foreign file"
printf 'a note on mkcv' >cv.pdf; run 4 site2; says "[file-foreign]"
rm cv.pdf; run 0 site2; run 0 site2;     [ "$(head -c 5 cv.pdf)" = %PDF- ] || fail "its own cv.pdf was not replaced"
ln -s later.pdf link.pdf; run 0 -o link.pdf site2; [ -L link.pdf ] && [ -s later.pdf ] || fail "a dangling link was not followed"
ln -s round.pdf round.pdf; run 4 -o round.pdf site2; [ -L round.pdf ] || fail "a link to itself was replaced"
cp site2/about.md same.md; run 2 -t pdf -o same.md same.md; cmp -s same.md site2/about.md || fail "the page itself was overwritten"
run 1 --strict -o good.pdf latin1.md;    cmp -s good.pdf before.pdf || fail "--strict replaced the old file"
if mkdir full && mount -t tmpfs -o size=64k tmpfs full 2>/dev/null; then
    cp good.pdf full/cv.pdf 2>/dev/null
    dd if=/dev/zero of=full/rest bs=1k 2>/dev/null
    run 4 -o full/cv.pdf site2
    cmp -s full/cv.pdf good.pdf || fail "a full disk cost the old file"
    [ "$(find full -type f | wc -l)" -eq 2 ] || fail "a temporary file was left on the full disk"
    umount full
else
    echo "note: a full tmpfs was not tried (no right to mount)"
fi
exit $failed
