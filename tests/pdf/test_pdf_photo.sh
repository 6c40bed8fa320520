#!/bin/bash
# test_pdf_photo.sh MKCV: a photo in the CV: which one is shown and where, upright, on white and without the camera's
# notes; tagged; the same bytes each time; in every format; a broken one leaves the CV without.
. pdf/lib.sh
export LC_ALL=C.UTF-8
pictures=$tools/../photo
mkdir -p home/images home/_pages
cp "$pictures"/*.jpg "$pictures"/*.png home/images
cat >home/_config.yml <<'Y'
title: Ada Quill
url: https://quill.example
author: {name: Ada Quill, avatar: face.jpg}
Y
cat >home/_pages/about.md <<'M'
---
permalink: /
title: Home
---
I am a lecturer at Kite University.

## Publications
- Ada Quill, Bo Wu. *The physics of strings*. Journal of Kites, 2020.
M

images() { pdfimages -list "$1" | tail -n +3 | wc -l; }
cv() { # FILE STATUS ARGUMENTS
    local file=$1 status=$2
    shift 2
    "$mkcv" -q home "$@" -o "$file" 2>err.txt
    local got=$?
    [ $got = "$status" ] || { fail "$file: exit $got"; cat err.txt; }
}

# the site's own is data, and shown when it is asked for
cv plain.pdf 0
[ "$(images plain.pdf)" = 0 ] || fail "a photo that nobody asked for"
"$mkcv" -q home -o - --to json | grep -q '"image": "https://quill.example/images/face.jpg"' || fail "no address in the JSON"
"$mkcv" -q home -o - --to json --set photo=no | grep -q '"image"' && fail "photo=no leaves the address in the JSON"
"$mkcv" -q home --dump pages >plain.txt
cv styled.pdf 0 --set photo.show=yes
[ "$(images styled.pdf)" = 1 ] || fail "photo.show shows none"
cv no.pdf 0 --set photo.show=yes --set photo=no
[ "$(images no.pdf)" = 0 ] || fail "photo=no shows one"
echo 'photo: images/face.jpg' >home/mkcv.yaml
cv named.pdf 0
cmp -s styled.pdf named.pdf || fail "the same photo, named, gives another file"

# tagged, in every style and place, the same bytes each time, nothing of the camera's
for photo in face.jpg turned.jpg grey.jpg face.png alpha.png; do
    for style in classic compact sidebar; do
        for place in right left sidebar; do
            name=$style-$place-${photo%.*}
            cv "$name.pdf" 0 --style $style --set photo=images/$photo --set photo.place=$place
            [ "$(images "$name.pdf")" = 1 ] || fail "$name: no image"
            python3 "$tools/tagged.py" "$name.pdf" || fail "$name: tags"
            qpdf --qdf --object-streams=disable "$name.pdf" open.pdf 2>/dev/null
            grep -aqE 'GPS|Exif|garden|ICC_PROFILE' "$name.pdf" open.pdf && fail "$name: notes of the camera"
            cv again.pdf 0 --style $style --set photo=images/$photo --set photo.place=$place
            cmp -s "$name.pdf" again.pdf || fail "$name: other bytes"
        done
    done
    cv page.pdf 0 --set photo=images/$photo
    grep -q '/Alt (Portrait of Ada Quill)' <(qpdf --qdf --object-streams=disable page.pdf -) || fail "$photo: no alternate text"
done

python3 "$tools/tagged_broken.py" classic-right-face.pdf figure || fail "a broken figure goes unnoticed"

# the red cap is above, or at the right where the camera was turned; transparent is white
color() { # FILE X Y: of the photo's pixel, from the first page at 72 pixels to an inch
    local box
    box=$("$mkcv" -q home --set "photo=images/$1" --dump pages | sed -n 's/^  image \([0-9.]*\) \([0-9.]*\) \([0-9.]*\) \([0-9.]*\) .*/\1 \2 \3 \4/p')
    "$mkcv" -q home --set "photo=images/$1" -o spot.pdf
    pdftoppm -r 72 -f 1 -l 1 spot.pdf spot
    python3 - spot-1.ppm "$2" "$3" $box <<'P'
import re, sys
data = open(sys.argv[1], "rb").read()
head = re.match(rb"P6\s(\d+)\s(\d+)\s255\s", data)
fx, fy, x, y, w, h = map(float, sys.argv[2:])
at = head.end() + 3 * (int(y + fy * h) * int(head[1]) + int(x + fx * w))
r, g, b = data[at:at + 3]
print("red" if r > g + 80 else "white" if min(r, g, b) > 250 else "blue" if b > r + 20 else "other")
P
}
[ "$(color face.jpg .45 .2)" = red ] || fail "the cap is not above: $(color face.jpg .45 .2)"
[ "$(color turned.jpg .8 .45)" = red ] || fail "the turned cap is not at the right: $(color turned.jpg .8 .45)"
[ "$(color face.png .45 .2)" = red ] || fail "PNG: the cap is not above"
[ "$(color alpha.png .9 .9)" = white ] || fail "what is transparent is not white"
[ "$(color alpha.png .9 .1)" = blue ] || fail "what is opaque is not its color"

# other formats
cv cv.html 0
grep -q '<img class="photo" alt="Portrait of Ada Quill" width="120" height="150" src="data:image/jpeg;base64,' cv.html || fail "HTML has no image"
sed -n 's/.*base64,\([^"]*\)".*/\1/p' cv.html | base64 -d >html.jpg
cv 'my cv.tex' 0
grep -q '\\includegraphics\[width=73.701bp\]{my-cv-photo.jpg}' 'my cv.tex' || fail "LaTeX does not name the photo"
cmp -s my-cv-photo.jpg html.jpg || fail "the photos of LaTeX and HTML differ"
cv cv.md 0
grep -q '^!\[Portrait of Ada Quill\](cv-photo.jpg)$' cv.md || fail "Markdown does not name the photo"
cmp -s cv-photo.jpg html.jpg || fail "the photo beside the Markdown"
grep -aqE 'GPS|Exif' html.jpg && fail "notes of the camera in the HTML"
"$mkcv" home --to tex -o - >out.tex 2>err.txt
grep -q includegraphics out.tex && fail "LaTeX on standard output names a file"
grep -q photo-beside err.txt || fail "it is not said that the photo is left out"
"$mkcv" -q home --lang de --to html -o - | grep -q 'alt="Porträt von Ada Quill"' || fail "German has other words"
cp "$pictures/face.png" mine-photo.jpg
cv mine.tex 4
cmp -s "$pictures/face.png" mine-photo.jpg || fail "a file that mkcv did not make was replaced"

# where themes keep theirs
shows() { # SITE FORMAT
    "$mkcv" -q "$1" --set photo=yes --dump pages 2>err.txt | grep -q "^  image .* $2 " || { fail "$1: no photo"; cat err.txt; }
}
mkdir -p alfolio/_pages alfolio/assets/img hugo/content/authors/admin/ hugo/config/_default hugo/content/publication data up/site
printf 'title: Ada Quill\nfirst_name: Ada\nlast_name: Quill\n' >alfolio/_config.yml
printf -- '---\nlayout: about\npermalink: /\nprofile:\n  image: me.png\n---\nI fly kites.\n' >alfolio/_pages/about.md
cp "$pictures/face.png" alfolio/assets/img/me.png
printf 'title: Ada Quill\nbaseURL: https://quill.example/\n' >hugo/config/_default/hugo.yaml
printf -- '---\ntitle: Ada Quill\nsuperuser: true\nrole: Lecturer\n---\nI fly kites.\n' >hugo/content/authors/admin/_index.md
cp "$pictures/face.jpg" hugo/content/authors/admin/avatar.jpg
echo '{"basics": {"name": "Ada Quill", "email": "ada@quill.example", "image": "me.jpg"}, "work": [{"name": "Kite University", "position": "Lecturer"}]}' >data/resume.json
cp "$pictures/face.jpg" data/me.jpg
shows alfolio png
shows hugo jpeg
shows data jpeg
shows data/resume.json jpeg
sed 's|me.jpg|../me.jpg|' data/resume.json >up/site/resume.json
cp data/me.jpg up/me.jpg
"$mkcv" up/site --set photo=yes --dump pages 2>err.txt | grep -q '^  image ' && fail "a site's own name leads out of it"
grep -q photo-none err.txt || fail "it is not said that the site has none"

# what it depends on
"$mkcv" -q home -o deps.pdf --deps deps.mk && grep -q 'images/face\.jpg' deps.mk || fail "--deps does not list the photo"

# what is no photo
for photo in short.jpg short.png damaged.png huge.png other.jpg print.jpg nowhere.jpg; do
    echo "photo: images/$photo" >home/mkcv.yaml
    rm -f broken.pdf
    cv broken.pdf 1
    cmp -s <("$mkcv" -q home --dump pages 2>/dev/null) plain.txt || fail "$photo: another CV than one without a photo"
    grep -qE 'photo-(read|missing)' err.txt || fail "$photo: nothing is said"
    "$mkcv" check -q home >check.txt 2>&1
    grep -qE 'photo-(read|missing)' check.txt || fail "$photo: check says nothing"
done
# 64 scans over 63 million pixels in 130 KB
cat >scans.py <<'P'
import struct
def segment(marker, data):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data
def coded(bits):
    bits += "1" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\0")
columns, rows = 8000, 7900
blocks = columns // 8 * ((rows + 7) // 8)
runs = "".join("0" + format(min(max(blocks - at, 16384), 32767) - 16384, "014b") for at in range(0, blocks, 32767))
table = bytes([1] + [0] * 15)
out = b"\xff\xd8" + segment(0xDB, b"\0" + bytes([1] * 64)) + segment(0xC4, b"\0" + table + b"\0")
out += segment(0xC4, b"\x10" + table + b"\xe0") + segment(0xC2, struct.pack(">BHHB", 8, rows, columns, 1) + b"\1\x11\0")
out += segment(0xDA, b"\1\1\0\0\0\0") + coded("0" * blocks)
out += b"".join(segment(0xDA, bytes([1, 1, 16, k, k, 0])) + coded(runs) for k in range(1, 64))
open("home/images/scans.jpg", "wb").write(out + b"\xff\xd9")
P
python3 scans.py
"$mkcv" home -o scans.pdf --set photo=images/scans.jpg 2>&1 | grep -q 'too many scans' || fail "a picture of many scans is decoded"

printf 'photo: images/face.jpg\nphoto.width: 45mm\n' >home/mkcv.yaml
cv coarse.pdf 0
grep -q photo-coarse err.txt || "$mkcv" home -o coarse.pdf 2>&1 | grep -q photo-coarse || fail "a coarse photo is not reported"
exit $failed
