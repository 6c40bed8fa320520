#!/bin/bash
# test_latex.sh MKCV: the LaTeX of several sites, in several styles, is compiled by pdflatex, xelatex and lualatex without an
# error, an overfull box or a missing character, and its text is that of the flow, word by word.
#
# Formulas are aside: they are compiled, then taken out of a copy of the site before the words are compared. What pdfTeX's
# fonts lack stands there as U+XXXX, and is read as that character.
set -u
mkcv=$(realpath "$1")
tests=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
unset SOURCE_DATE_EPOCH TEXINPUTS
export LC_ALL=C.UTF-8
failed=0

fail() {
    echo "FAILED: $*"
    failed=1
}

# compile ENGINE NAME: runs it on NAME.tex; true when there is nothing to complain of. openin and openout are checked by
# what the engine says it read: nothing outside of TeX's own files
compile() {
    timeout 300 "$1" -no-shell-escape -halt-on-error -interaction=nonstopmode -recorder "$2.tex" >/dev/null 2>&1 || {
        fail "$1 stops at $2.tex"
        grep -m3 -A4 '^!' "$2.log"
        return 1
    }
    grep -E -A3 '^Overfull|^Missing character|Package .* Error' "$2.log" && fail "$1: $2"
    grep -E '^INPUT .*passwd' "$2.fls" && fail "$1 read a file that the homepage names"
    return 0
}

# words ENGINE NAME: the words of NAME.pdf are those of NAME.flow. Fonts of 256 characters give them in compatibility form
# ("..." for the ellipsis, the Greek mu for the micro sign)
words() {
    cp "$2.flow" "$2.wanted"
    pdftotext -raw -enc UTF-8 "$2.pdf" "$2.raw"
    python3 -c '
import re, sys, unicodedata
for name in sys.argv[2:]:
    text = open(name, encoding="utf-8").read()
    text = re.sub(r"U\+([0-9A-F]{4,5})", lambda m: chr(int(m[1], 16)), text)
    if sys.argv[1] == "pdflatex":
        # each by itself: whole, a combining sign would take the blank before it
        text = "".join(unicodedata.normalize("NFKC", c) if ord(c) > 0x80 else c for c in text.replace("\u0338=", "≠"))
    open(name, "w", encoding="utf-8").write(unicodedata.normalize("NFC", text))' "$1" "$2.raw" "$2.wanted"
    python3 "$tests/pdf/same_text.py" "$2.wanted" "$2.raw" || fail "$1: the text of $2 is another"
}

bare=(--set footer.left= --set footer.center= --set footer.right=)

# check SITE STYLE ENGINE...
check() {
    local site=$1 style=$2 name engine
    shift 2
    name=$(basename "$site" .md)-$(basename "$style" .yaml)
    "$mkcv" -q --style "$style" -o "$name.tex" "$site" 2>err || fail "mkcv: $(cat err)"
    # the same without formulas
    rm -rf plain
    cp -r "$site" plain
    find plain -type f -exec sed -i -E 's/\$[^$]+\$/formula/g' {} +
    "$mkcv" -q --style "$style" "${bare[@]}" -o "$name-plain.tex" plain 2>/dev/null
    "$mkcv" -q --style "$style" "${bare[@]}" --dump flow plain >"$name-plain.flow" 2>/dev/null
    for engine in "$@"; do
        [ "$engine" = pdflatex ] && { compile "$engine" "$name" || continue; }
        compile "$engine" "$name-plain" && words "$engine" "$name-plain"
    done
}

cat >hostile.md <<'END'
## Biography
I am a Lecturer at the University of `\input{/etc/passwd}`, \\input{/etc/passwd} \\write18{touch written} ^^41 \# \$ \% & \_ { } ~ < > | " ` '.

Quotes "a" 'b' ``c'' ,,d`` <<e>> ?` !` -- --- ---- ... and fi ff ffi ffl; a/b\c; 100 %; x_1^2; #1 ##2; \^^M; a^^5c; %% end.

Greek αβγ Ωμέγα, Cyrillic Привет, Han 漢字, Hangul 한글, arrows → ⇒ ↔, signs ½ € ™ § ✓ ★ ≤ ≥ ≠ ∞ × ± µ °, emoji 😀, combining x̂, accents ẽ ǆ ŵ Ḩ.

- A list [with a link](https://a.example/%7Eb?c=d&e=f#g_h^{i}~\j) and https://a.example/a/very/long/address/that/goes/on_and_on/and-on/until/nobody/reads/it/any/more?key=value&other=value
- Averylongwordwithoutanyplacetobreakitbutitmustnotrunoverthemarginofthepagewhateveritsaysandhoweverlongitmaybecomeintheendofthisline
- deeper
  - and deeper
    - still

| Years | Title |
|---|---|
| 2001 | A cell with } and { and \\end{document} |

## 研究 & Äußerstüberlangewörterinüberschriften % # \\relax ✓

Some text.

## Awards
- 2020: Prize of \\end{document}, Society % of comments
- A prize with a date that is none at all, sometime in the long and golden years of the last century
END

if ! command -v pdflatex >/dev/null; then
    echo "no TeX here: script/setup --test installs it"
    exit 1
fi
for style in classic compact; do
    check "$tests/golden/scholar" $style pdflatex xelatex lualatex
    check "$tests/../content" $style pdflatex xelatex lualatex
    check "$tests/golden/bilingual" $style pdflatex xelatex lualatex
    check hostile.md $style pdflatex xelatex lualatex
    check "$tests/golden/prose/page.md" $style xelatex
    check "$tests/pdf/site" $style pdflatex
done
for style in $("$mkcv" --list-styles | grep -vx 'classic\|compact\|sidebar'); do
    check "$tests/../content" "$style" pdflatex xelatex lualatex
    check "$tests/golden/scholar" "$style" lualatex
    check "$tests/pdf/site" "$style" pdflatex
done
check "$tests/golden/scholar" "$tests/styles/columns.yaml" pdflatex xelatex lualatex
check "$tests/pdf/site" "$tests/styles/columns.yaml" pdflatex
check "$tests/golden/scholar" "$tests/styles/sidebar.yaml" pdflatex xelatex lualatex
check "$tests/pdf/site" "$tests/styles/sidebar.yaml" pdflatex
# beside a sidebar that begins at the top, TeX reads the left column first: its words are another order of the flow's
for site in golden/scholar ../content pdf/site; do
    "$mkcv" -q --style sidebar -o tinted.tex "$tests/$site" 2>/dev/null
    compile pdflatex tinted
done
[ -e written ] && fail "the homepage ran a command"
# twice, for the number of pages
compile pdflatex scholar-classic && compile pdflatex scholar-classic
pdftotext scholar-classic.pdf - | grep -q '1 of 2' || fail "the foot does not know the number of pages"
# a photo, from the file beside: one image, as wide and as high from the foot as in our own PDF (2 bp)
for case in classic-right classic-left compact-right sidebar-sidebar sidebar-right; do
    set -- --style "${case%-*}" --set "photo=$tests/photo/face.jpg" --set "photo.place=${case#*-}"
    "$mkcv" -q "$tests/pdf/lamps" "$@" -o "photo-$case.tex" || fail "mkcv: photo-$case"
    compile pdflatex "photo-$case" || continue
    [ "$(pdfimages -list "photo-$case.pdf" | tail -n +3 | wc -l)" = 1 ] || fail "photo-$case: not one image"
    "$mkcv" -q "$tests/pdf/lamps" "$@" --dump pages >photo.dump
    mutool trace "photo-$case.pdf" 1 2>/dev/null >photo.trace
    python3 - photo.dump photo.trace <<'P' || fail "photo-$case: it stands elsewhere"
import re, sys
x, y, w, h = map(float, re.search(r"^  image (\S+) (\S+) (\S+) (\S+)", open(sys.argv[1]).read(), re.M).groups())
m = [float(v) for v in re.search(r'<fill_image [^>]*transform="([^"]*)"', open(sys.argv[2]).read())[1].split()]
top = m[5] + min(m[3], 0)
sys.exit(any(abs(a - b) > 2 for a, b in zip([x, y, w, h], [m[4], top, m[0], abs(m[3])])))
P
done
exit $failed
