#!/bin/bash
# test_pdf_text.sh MKCV: what two independent readers copy out of the PDF is the text of the flow, word by word.
. pdf/lib.sh

# what may not be copied: soft hyphens, private-use and replacement characters, zero-width characters
foreign='[\x{AD}\x{E000}-\x{F8FF}\x{F0000}-\x{10FFFF}\x{FFFD}\x{200B}-\x{200F}\x{2060}\x{FEFF}]'

check_text() { # NAME ARGUMENTS
    local name=$1
    shift
    make "$name.pdf" "${bare[@]}" "$@"
    "$mkcv" -q "${bare[@]}" "$@" --dump flow "$site" >flow.txt 2>/dev/null
    pdftotext "$name.pdf" default.txt
    pdftotext -raw "$name.pdf" raw.txt
    pdftotext -layout "$name.pdf" layout.txt
    mutool draw -q -F text "$name.pdf" >mutool.txt 2>/dev/null
    for reader in raw mutool; do
        python3 "$tools/same_text.py" flow.txt $reader.txt || fail "$name: $reader differs from the flow"
    done
    # the other two order by place; nothing is lost there, and the name is still first
    letters raw.txt >raw.letters
    for reader in default layout; do
        letters $reader.txt | cmp -s - raw.letters || fail "$name: characters lost or added by $reader"
    done
    for reader in default raw layout mutool; do
        grep -nP "$foreign" $reader.txt && fail "$name: a foreign character in $reader"
        [ $reader = layout ] && continue
        # by place the sidebar comes first where it begins at the top
        [ "$name $reader" = 'tinted default' ] && continue
        head -1 $reader.txt | grep -q '^ *Zoë Ångström\b' || fail "$name: the name does not come first in $reader"
    done
    return 0
}
# hyphens aside: poppler joins words that a line's end cut
letters() { tr -d '[:space:]-' <"$1" | sed 's/./&\n/g' | LC_ALL=C sort | uniq -c; }

export LC_ALL=C.UTF-8
for style in $("$mkcv" --list-styles); do
    [ "$style" = sidebar ] || check_text "$style" --style "$style"
done
check_text columns --style "$styles/columns.yaml"
check_text sidebar --style "$styles/sidebar.yaml"
check_text tinted --style sidebar
check_text vollkorn --set font.family=Vollkorn
check_text narrow --set page.margin=60mm   # every other line hyphenated
for word in 'office' 'affine' 'fjords' 'coffee' 'uncontrolled' 'rediscovery' 'soft hyphen' 'Ωμέγα' 'Привет' 'Łódź' '王小明'; do
    pdftotext -raw classic.pdf - | tr '\n' ' ' | sed 's/- //g' | grep -qi -- "$word" || fail "'$word' cannot be found"
done

# page furniture is there, but marked as no part of the text
make furnished.pdf
pdftotext furnished.pdf - | grep -q '1 of' || fail "no page number"
qpdf --qdf --object-streams=disable furnished.pdf qdf.pdf
LC_ALL=C grep -aA1 '^/Artifact<</Type/Pagination>>BDC' qdf.pdf | grep -q '^BT' || fail "the page number is not marked as an artifact"

# word spaces are glyphs of the file, not guesses of the reader
mutool draw -q -F trace classic.pdf 2>/dev/null | sed -n 's/.*<g unicode="\([^"]*\)".*/\1/p' | tr -d '\n' >glyphs.txt
for phrase in 'Professor of Tidal Computation' 'Office for Affine Workflow' 'uncontrolled sedimentation and the rediscovery of'; do
    grep -qF "$phrase" glyphs.txt || fail "no space glyphs in '$phrase'"
done

# right to left, by two readers that take text in different ways; the same in a language that is written so
mkdir rtl
cat >rtl/index.md <<'M'
---
title: Home
---
# שרה כהן

## Publications
- שרה כהן, Bo Wu. *מבוא לשפות עתיקות: 12 פרקים*. Journal of Words, 2020.
M
for lang in en he; do
    "$mkcv" -q --lang $lang "${bare[@]}" rtl -o rtl.pdf 2>/dev/null || fail "right to left, $lang: exit $?"
    mutool draw -q -F text rtl.pdf 2>/dev/null | tr '\n' ' ' >rtl.mutool
    pdftotext rtl.pdf - | tr -d '\n' | sed 's/[\xe2][\x80][\x8e\x8f\xaa-\xae]//g' >rtl.poppler
    for words in 'שרה כהן' 'מבוא לשפות עתיקות' 'Journal of Words'; do
        grep -q -- "$words" rtl.mutool || fail "right to left, $lang: '$words' not in mutool's text"
        grep -q -- "$words" rtl.poppler || fail "right to left, $lang: '$words' not in poppler's text"
    done
done
exit $failed
