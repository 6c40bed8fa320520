#!/bin/bash
# test_works.sh MKCV: publications as the style wants them: groups, order, numbers, authors, links, a summary.
set -u
mkcv=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0
fail() { echo "FAILED: $*"; failed=1; }
cat >page.md <<'M'
---
title: Home
---
# Petra Halm

## Publications
- A. Able, B. Best, C. Cole, D. Dorn, P. Halm, E. Eder. *Thaw under bridges*. Journal of Snow, 12(3), 1–9, 2021. [PDF](https://snow.example/thaw.pdf) [Code](https://snow.example/code)
- P. Halm, A. Able. *Rime on wires*. Proceedings of the International Conference on Ice, 2024. [doi](https://doi.org/10.1000/rime)
- P. Halm. *Ice in pipes*. Journal of Snow, 14, 2024.
- B. Best, P. Halm, et al. *Frost and mortar*. arXiv:2301.00001, 2023.
M
# text SET...: the publications alone, a line each
text() {
    local sets=() set
    for set in "$@"; do sets+=(--set "publications.$set"); done
    "$mkcv" -q --only publications "${sets[@]}" --to txt -o - page.md | sed '1,/^=/d' | sed -e ':a' -e '$!N;s/\n   *\([^ ]\)/ \1/;ta' -e 'P;D'
}
shows() { # WANTED-LINE... < text: each as the beginning of a line, in this order
    local text at=0 line n
    text=$(cat)
    for line in "$@"; do
        n=$(tail -n +$((at + 1)) <<<"$text" | grep -nF -- "$line" | head -1 | cut -d: -f1)
        [ -n "$n" ] || { fail "no '$line' in its place in: $text"; return; }
        at=$((at + n))
    done
}
text | shows '4. Rime on wires' '3. Ice in pipes' '2. Frost and mortar' '1. Thaw under bridges'
text sort=homepage downwards=no | shows '1. Thaw' '2. Rime' '3. Ice' '4. Frost'
text group=type | shows 'Journal articles' 'Ice in pipes' 'Thaw' 'Conference papers' 'Rime' 'Preprints' 'Frost'
text group=year | shows '2024' 'Rime' 'Ice' '2023' 'Frost' '2021' 'Thaw'
text group=type subgroup=year | shows 'Journal articles' '2024' 'Ice' '2021' 'Thaw' 'Conference papers' '2024' 'Rime'
text group=year restart=yes | shows '2024' '2. Rime' '1. Ice' '2023' '1. Frost' '2021' '1. Thaw'
text 'number=[{t}{n}]' | shows '[C1] Rime' '[J2] Ice' '[P1] Frost' '[J1] Thaw'
text 'number=[{t}{n}]' downwards=no sort=homepage | shows '[J1] Thaw' '[C1] Rime' '[J2] Ice' '[P1] Frost'
text summary=yes | shows 'Journal articles 2 · Conference papers 1 · Preprints 1' '4. Rime'
text authors=3 | shows 'Best, P. Halm, et al.' 'A. Able, B. Best, …, P. Halm and 3 more.'
text authors=5 | shows 'A. Able, B. Best, C. Cole, D. Dorn, P. Halm and 1 more.'
text authors=1 | shows 'P. Halm and 1 more.' '… P. Halm, et al.' '… P. Halm and 5 more.'
text authors=6 | shows 'D. Dorn, P. Halm and E. Eder.'
text links=labels | shows '2024. DOI <https://doi.org/10.1000/rime>' 'Code <https://snow.example/code>'
text links=labels | grep -q 'Thaw under bridges <' && fail "labels, and the title linked"
text links=urls | shows '2024. https://doi.org/10.1000/rime'
text links=none | grep -q 'https:' && fail "links that nobody wants"
text | shows 'Rime on wires <https://doi.org/10.1000/rime>'
"$mkcv" -q --lang de --set publications.group=type --set publications.authors=3 --to txt -o - page.md | shows Zeitschriftenartikel 'und 3 weitere' Konferenzbeiträge
text format=ieee numbered=no links=none | shows '- P. Halm and A. Able, “Rime on wires,” Proceedings of the International Conference on Ice, 2024.' '- B. Best, P. Halm, et al., “Frost and mortar,”'
text format=acm links=none | shows 'P. Halm and A. Able. 2024. Rime on wires. Proceedings of the International Conference on Ice. https://doi.org/10.1000/rime' 'et al. 2023. Frost'
text format=apa links=none | shows 'P. Halm (2024). Ice in pipes. Journal of Snow, 14' 'P. Halm and E. Eder (2021). Thaw under bridges. Journal of Snow, 12(3), 1–9.'
text format=nature links=none | shows 'P. Halm. Ice in pipes.'
text format=acl links=none | shows 'P. Halm. 2024. Ice in pipes.'
text format=short links=none | shows 'Rime on wires. Proceedings' 'Frost and mortar. arXiv, 2023.'
# a part vanishes with its field, a bracket behind a backslash stays; LaTeX and Markdown have the same words
mine='\[{year}\] {title}[ (DOI {doi})][, status: {status}].'
text "format=$mine" links=none | shows '4. [2024] Rime on wires (DOI https://doi.org/10.1000/rime).' '3. [2024] Ice in pipes.' '1. [2021] Thaw under bridges.'
text 'format={authors}. {title}.' | grep -q '\.\.' && fail "a stop is said twice"
printf 'publications:\n  format: "{authors}. {titel}."\n' >s.yaml
"$mkcv" --diagnostics short --style ./s.yaml -o x.txt page.md 2>err
[ $? = 1 ] && grep -q "^./s.yaml:2:11: error: .*no field 'titel'; did you mean 'title'" err && [ -s x.txt ] || fail "an unknown field: $(cat err)"
for wrong in 'format={title' 'format={title}]' 'format=[{title}' format=mla group=topics sort=size links=chips authors=-1 authors=few; do
    text "$wrong" >/dev/null 2>err
    "$mkcv" --set "publications.$wrong" -o x.txt page.md >out 2>&1
    [ $? = 2 ] && grep -q 'is not a value for' out || fail "$wrong: $(cat out)"
done

# students are marked and explained once, after the marks that the page explains; a status that is not asked for is left out
mkdir site
cat >site/index.md <<'M'
# Petra Halm

## Publications
- Petra Halm, Bo Best and C. Cole. "Peat and its water." Journal of Snow, 2019.
- B. Best*, Petra Halm*. "Moss on stones." Journal of Snow, accepted.
- Petra Halm, Carl Cole. "Sand under moors." Submitted, 2024.

\* equal contribution
M
site() { printf '%s\n' "$@" >site/mkcv.yaml; "$mkcv" -q --to txt -o - site; }
site 'students: {PhD student: [Bo Best], "Master student": Carl Cole}' | shows '*equal contribution; †PhD student; ‡Master student' \
    'Petra Halm and Carl Cole‡' 'Petra Halm, Bo Best† and C. Cole‡' 'B. Best*† and Petra Halm*'
site 'students: Bo Best' 'lang: de' | shows '†unter meiner Betreuung' 'Bo Best†'
site 'status: [Accepted, published]' | shows '2. Peat' '1. Moss'
site 'status: [Accepted, published]' | grep -q Sand && fail "a work of another status is shown"
site 'status: submitted' | shows '1. Sand'
site 'status: [publishd]' | shows Sand Peat Moss
"$mkcv" -o none.txt site 2>&1 | grep -q "mkcv.yaml:1:9: error: '\[...\]' is not a value for 'status'" || fail "a wrong status is not told"
exit $failed
