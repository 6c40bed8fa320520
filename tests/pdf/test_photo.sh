#!/bin/bash
# test_photo.sh MKCV: the owner's photo in every format: taken from where the site keeps it, upright, without the notes of
# cameras, where the style places it, with a text in its place; what is no photo is refused, and the CV made without.
. pdf/lib.sh
photos=$tools/../photo
mkdir -p s
printf -- '---\ntitle: Home\n---\n# Ada Moss\n\nReader at the University of Tarn.\n\n## Awards\n- Prize, 2001\n' >s/index.md
cp "$photos"/*.jpg "$photos"/*.png s/

# picture PDF: its size and components
picture() { pdfimages -list "$1" | awk 'NR > 2 {print $4 "x" $5, $6, $7}'; }
is() { [ "$2" = "$3" ] || fail "$1: '$2' instead of '$3'"; }

is 'without' "$("$mkcv" -q -o plain.pdf s && picture plain.pdf)" ''
for photo in face.jpg progressive.jpg face.png alpha.png; do
    "$mkcv" -q --set photo=$photo -o $photo.pdf s || fail "$photo: exit $?"
    is $photo "$(picture $photo.pdf)" '120x150 rgb 3'
    python3 "$tools/tagged.py" $photo.pdf || fail "$photo: tags"
done
"$mkcv" -q --set photo=grey.jpg -o grey.pdf s
is grey "$(picture grey.pdf)" '120x150 gray 1'
"$mkcv" -q --set photo=turned.jpg -o turned.pdf s
is turned "$(picture turned.pdf)" '150x120 rgb 3'
pdfinfo -struct-text face.jpg.pdf | grep -q Figure || fail "no figure"
qpdf --qdf --object-streams=disable face.jpg.pdf - | grep -aq '/Alt (Portrait of Ada Moss)' || fail "no alternate text"
"$mkcv" -q --set photo=face.jpg -o again.pdf s && cmp face.jpg.pdf again.pdf || fail "another run gives other bytes"

# nothing of the camera, in any format
strings s/turned.jpg | grep -q GPS || fail "the fixture has no place"
mkdir clean
for format in pdf tex html md json; do "$mkcv" -q --set photo=turned.jpg -o "clean/cv.$format" s || fail "$format: exit $?"; done
grep -rlaE 'GPS|Exif|R1BT' clean | grep . && fail "what a camera noted is carried along"
[ -s clean/cv-photo.jpg ] && grep -q '\\includegraphics\[width=' clean/cv.tex && grep -q 'cv-photo' clean/cv.tex || fail "LaTeX"
grep -q '!\[Portrait of Ada Moss\](cv-photo.jpg)' clean/cv.md || fail "Markdown"
grep -q '<img class="photo" alt="Portrait of Ada Moss" .*src="data:image/jpeg;base64,' clean/cv.html || fail "HTML"
"$mkcv" -q --set photo=face.jpg --deps deps -o deps.pdf s && grep -q 'face.jpg' deps || fail "--deps"

# what mkcv.yaml and the style say
echo 'photo: face.png' >s/mkcv.yaml
is 'mkcv.yaml' "$("$mkcv" -q -o named.pdf s && picture named.pdf)" '120x150 rgb 3'
is 'no' "$("$mkcv" -q --set photo=no -o no.pdf s && picture no.pdf)" ''
printf 'photo: face.png\nprivate: [photo]\n' >s/mkcv.yaml
is 'private' "$("$mkcv" -q --public -o public.pdf s && picture public.pdf)" ''
rm s/mkcv.yaml
# place STYLE SET: the left edge of the photo, points
place() { "$mkcv" -q --style "$1" --set photo=face.jpg ${2-} --dump pages s 2>/dev/null | awk '/^ +image / {print int($2); exit}'; }
[ "$(place classic)" -gt 400 ] || fail "not at the right: $(place classic)"
[ "$(place classic '--set photo.place=left')" -lt 100 ] || fail "not at the left"
[ "$(place sidebar)" -lt 100 ] || fail "not in the sidebar"
"$mkcv" --set photo=face.jpg --set photo.width=60mm -o wide.pdf s 2>&1 | grep -q 'photo-coarse' || fail "enlarged without a word"

# refused, each for what it is; the CV is made all the same
refused() { # FILE WORDS
    "$mkcv" --diagnostics short --set "photo=$1" -o refused.pdf s 2>err
    is "$1: exit" $? 1
    grep -q "photo.* cannot be used: .*$2" err || fail "$1: $(cat err)"
    is "$1" "$(picture refused.pdf)" ''
}
refused short.jpg 'Premature end'
refused short.png 'too early'
refused damaged.png ''
refused huge.png 'larger than'
refused other.jpg 'GIF'
: >s/empty.png
refused empty.png 'empty'
"$mkcv" -q --set photo=nowhere.jpg -o refused.pdf s 2>err
grep -q "there is no photo" err || fail "a file that is not there: $(cat err)"
exit $failed
