#!/bin/bash
# test_fit.sh MKCV: --pages N for every N up to the natural length of several contents, and --fit: never more pages than
# asked for, a last page that looks full where anything was changed, the same on every run; and what may be left out.
golden=$PWD/golden
. pdf/lib.sh

# pages SITE STYLE ARGUMENTS: the dump in $work/dump, what was said in $work/said
pages() {
    local site=$1 style=$2
    shift 2
    "$mkcv" -s "$style" --set page.margin=20mm --dump pages -o dump "$@" "$site" >said 2>&1
}
count() { grep -c '^page ' dump; }
# the last baseline of the last page, thousandths of the text's height (20 mm are 56.693 pt)
fill() { awk '/^page /{y=0} $1=="line"{if($3>y)y=$3} END{printf "%d", (y-56.693)*1000/(841.89-113.386)}' dump; }
changed() { grep -q 'fit-' said; }

for content in scholar alfolio-rendercv hugo-academic references; do
    for style in $("$mkcv" --list-styles); do
        pages "$golden/$content" $style
        [ $? -le 1 ] || fail "$content $style: exit $?"
        natural=$(count)
        cp dump natural
        for ((n = 1; n <= natural + 1; n++)); do
            pages "$golden/$content" $style --pages $n
            status=$?
            [ $status -le 1 ] || { fail "$content $style --pages $n: exit $status"; continue; }
            [ "$(count)" -le $n ] || fail "$content $style --pages $n: $(count) pages"
            if ((n >= natural)); then
                cmp -s dump natural || fail "$content $style --pages $n: changed, though it fits"
            else
                changed || fail "$content $style --pages $n: what was changed is not said"
                [ "$(fill)" -ge 850 ] || fail "$content $style --pages $n: the last page is filled to $(fill)"
                cp dump first
                pages "$golden/$content" $style --pages $n
                cmp -s dump first || fail "$content $style --pages $n: another run gives other pages"
            fi
        done
        pages "$golden/$content" $style --fit
        [ "$(count)" -le "$natural" ] || fail "$content $style --fit: $(count) pages, $natural before"
        ! grep -q 'fit-left-out' said || fail "$content $style --fit: leaves something out"
        # a page of a few lines is spread to the style's limit and may still be half empty
        grep 'fit-space' said | grep -qv ' 220 %' && [ "$(fill)" -lt 600 ] && fail "$content $style --fit: filled to $(fill)"
    done
done

# what goes first: optional sections, low priority, old works; what stays: selected works
mkdir order
{
    printf -- '---\ntitle: Home\n---\n# Ada Moss\n\n## Publications\n'
    for ((y = 2024; y >= 1950; y--)); do
        printf -- '- Ada Moss. *The growth of lichens on walls of the town, as seen in %d*. Journal of Walls, %d.\n' $y $y
    done
    printf '\n## Awards\n- Prize of the Society, 2001\n\n## Collections\nStones of walls, and mosses beside them.\n'
} >order/index.md
pages order classic --pages 1 --set fit.optional=awards
grep -q "'Prize" said || fail "an optional section stays"
grep -q "seen in 1950' was left out" said || fail "the oldest work stays"
grep -q "seen in 2024' was left out" said && fail "the newest work goes"
grep -q "index.md:[0-9]*:[0-9]*: note: .* was left out" said || fail "what was left out has no place"
grep -q "set on 1 page with [0-9]* % of .* letters of 9.[0-9] pt in place of 10.5 pt" said || fail "the sizes are not said"

# not even the tightest: exit 3, the old file stays
{
    printf '# Ada Moss\n\n'
    for ((i = 0; i < 400; i++)); do printf 'I have looked at the walls of many towns and found that lichens like them. '; done
    printf '\n'
} >long.md
echo old >kept.pdf
"$mkcv" --pages 1 -o kept.pdf long.md >said 2>&1
[ $? -eq 3 ] || fail "what cannot fit is not exit 3"
grep -q 'cannot be set on 1 page: what must stay takes [0-9.]* pages' said || fail "the shortfall is not said"
[ "$(cat kept.pdf)" = old ] || fail "the old file is gone"

for bad in 0 -1 x 1000 ''; do
    "$mkcv" --pages "$bad" -o kept.pdf order >said 2>&1
    [ $? -eq 2 ] || fail "--pages '$bad' is not wrong use"
done
printf 'pages: 1\n' >order/mkcv.yaml
pages order compact
[ "$(count)" -eq 1 ] || fail "pages of mkcv.yaml does not hold"

# LaTeX is of the same content and sizes
"$mkcv" -q -o fit.tex order 2>/dev/null
grep -q 'seen in 2024' fit.tex && ! grep -q 'seen in 1950' fit.tex || fail "LaTeX has other content"
# what a style says of a section: a page of its own, or no page break in it
rm order/mkcv.yaml
heads() { awk '/^page /{p=$2} /^bookmark/{print}' dump | sed 's/^bookmark 1 page \([0-9]*\) [^ ]* \(.*\)$/\1 \2/' | tr '\n' ';'; }
pages order classic --set section.new-page=awards,collections
heads | grep -q '"Publications";\([0-9]\) "Awards";.*"Collections"' || fail "the heads are $(heads)"
first=$(heads | sed 's/.*;\([0-9]*\) "Awards".*/\1/')
grep -q "^bookmark 1 page $first 56.6.. \"Awards\"" dump || fail "Awards begins no page"
[ "$(heads | grep -c "$first \"Collections\"")" -eq 0 ] || fail "Collections begins no page"
"$mkcv" -q -o new.tex --set section.new-page=awards order 2>/dev/null
grep -q 'newpage' new.tex || fail "LaTeX has no new page"
# what the homepage asks for: the next thing in its source begins a page, with its heads
cat >breaks.md <<'PAGE'
# Ada Moss
<!-- pagebreak -->
## Education
- Ph.D. in Botany, University of Moss, 2015

## Awards
- Medal of Bark, 2020
- Medal of Walls, 2019

<!--pagebreak-->
## Publications
- Ada Moss. *Walls*. Journal of Walls, 2022.
  <!-- pagebreak -->
- Ada Moss. *Bark*. Journal of Walls, 2018.

<!-- pagebreak: not so -->
<!-- pagebreak -->
PAGE
pages breaks.md classic
[ "$(count)" -eq 3 ] || fail "two page breaks make $(count) pages"
where() { awk -v word="$1" '/^page /{p=$2} index($0, word){print p; exit}' dump; }
[ "$(where Education)$(where Publications)$(where Walls.)$(where Bark.)" = 1223 ] || fail "page breaks stand elsewhere"
"$mkcv" -q -o breaks.tex breaks.md 2>/dev/null
[ "$(grep -c '^\\newpage' breaks.tex)" -eq 2 ] || fail "LaTeX has other page breaks"
"$mkcv" --diagnostics short -o breaks.pdf breaks.md 2>&1 | grep -q '^breaks.md:17:1: warning: .*pagebreak-idle' || fail "an idle page break is not said"
{ printf '# Ada Moss\n\n## Publications\n'; for ((y = 2024; y >= 1999; y--)); do
    printf -- '- Ada Moss. *The growth of lichens on walls of the town, as seen in %d*. Journal of Walls, %d.\n' $y $y; done
  printf '\n## Awards\n'; for ((y = 2024; y >= 2000; y--)); do printf -- '- Prize of the Society, %d\n' $y; done; } >keep.md
pages keep.md classic
cut=$(awk '/^page /{p=$2} /Prize/{seen[p]} END{for(k in seen)n++; print n}' dump)
pages keep.md classic --set section.keep=awards
[ "$cut" -eq 2 ] || fail "the section is not cut, and says nothing"
[ "$(awk '/^page /{p=$2} /Prize/{seen[p]} END{for(k in seen)n++; print n}' dump)" -eq 1 ] || fail "a section to be kept is cut"
exit $failed
