#!/bin/bash
# test_pdf_tagged.sh MKCV: the file is tagged as PDF/A-2a and PDF/UA-1 want it: what tagged.py can tell, in every style;
# the tree as poppler reads it. UPDATE=1 takes over the trees.
. pdf/lib.sh
export LC_ALL=C.UTF-8
lamps=$tools/lamps

check_tags() { # NAME SITE ARGUMENTS
    local name=$1 from=$2
    shift 2
    "$mkcv" -q "$from" "$@" -o "$name.pdf" 2>err.txt || { fail "$name: exit $?"; cat err.txt; return; }
    python3 "$tools/tagged.py" "$name.pdf" || fail "$name"
}

check_tags classic "$lamps" --date 2024-05-09
for style in $("$mkcv" --list-styles) "$styles/columns.yaml" "$styles/sidebar.yaml"; do
    check_tags "lamps-$(basename "$style" .yaml)" "$lamps" --style "$style"
    check_tags "site-$(basename "$style" .yaml)" "$site" --style "$style"
done
check_tags site "$site"
check_tags vollkorn "$site" --set font.family=Vollkorn
check_tags fallback "$site" --set font.family=Lato
check_tags narrow "$site" --set page.margin=45mm --style sidebar # several pages
check_tags example "$tools/../../content"
check_tags left "$lamps" --set section.place=left

mkdir rtl
cat >rtl/index.md <<'M'
---
title: Home
---
# שרה כהן

## Publications
- שרה כהן, Bo Wu. *מבוא לשפות עתיקות: 12 פרקים*. Journal of Words, 2020.
- ليلى حداد, Bo Wu. *مُقَدِّمَةٌ فِي عِلْمِ اللُّغَاتِ*. Journal of Words, 2021.
- 王小明. *灯塔的光*. 灯塔学报, 2022. [code](javascript:alert(1))
M
check_tags english rtl
check_tags hebrew rtl --lang he

# letters of several glyphs in this face: each glyph tells its part, the page the letter
mkdir letters
printf -- '---\ntitle: Home\n---\n# Bo Wu\n\n## Biography\nI study ȱx, Ṩ and Ǟ here.\n' >letters/index.md
check_tags letters letters --set 'font.family=TeX Gyre Pagella'
pdftotext letters.pdf - | grep -q 'ȱx, Ṩ and Ǟ here' || fail "poppler reads other letters"
mutool draw -q -F text letters.pdf 2>/dev/null | python3 -c '
import sys, unicodedata as u
sys.exit("ȱx, Ṩ and Ǟ here" not in u.normalize("NFC", sys.stdin.read()))' || fail "mutool reads other letters"

python3 "$tools/tagged_broken.py" classic.pdf || fail "a broken file goes unnoticed"

# names of objects aside; what stands at a line's end is in the text
for style in classic sidebar; do
    "$mkcv" -q "$lamps" --style $style -o tree.pdf
    pdfinfo -struct-text tree.pdf 2>tree.err | sed 's/Object [0-9]* 0/Object/' >tree.txt
    [ -s tree.err ] && { fail "pdfinfo complains of $style"; cat tree.err; }
    [ "${UPDATE-}" = 1 ] && cp tree.txt "$tools/tree-$style.txt"
    diff -u "$tools/tree-$style.txt" tree.txt || fail "the tree of $style"
done
exit $failed
