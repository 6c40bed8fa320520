#!/bin/bash
# test_pdf_structure.sh MKCV: other programs find the file whole: syntax, version, fonts, information.
. pdf/lib.sh

check_file() { # FILE
    qpdf --check "$1" >check.txt 2>&1 || { fail "qpdf --check $1"; cat check.txt; }
    grep -i warning check.txt && fail "qpdf warns of $1"
    [ "$(head -c 8 "$1")" = "%PDF-1.7" ] || fail "$1: header is not 1.7"
    pdffonts "$1" >fonts.txt 2>fonts.err
    [ -s fonts.err ] && { fail "pdffonts complains of $1"; cat fonts.err; }
    [ "$(tail -n +3 fonts.txt | wc -l)" -gt 0 ] || fail "$1: no fonts"
    # the last columns: encoding emb sub uni object-number generation
    tail -n +3 fonts.txt | awk '$(NF-5) != "Identity-H" || $(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes"' | grep . &&
        fail "$1: a font is not embedded, subset and with Unicode"
    tail -n +3 fonts.txt | awk '{print $1}' | grep -v '^[A-Z]\{6\}+' && fail "$1: a font without a subset tag"
    mutool draw -q -F trace "$1" >/dev/null 2>trace.err
    grep -v 'ICC support' trace.err && fail "mutool complains of $1"
    pdftoppm -r 20 "$1" page >/dev/null 2>ppm.err
    [ -s ppm.err ] && { fail "pdftoppm complains of $1"; cat ppm.err; }
    return 0
}

make cv.pdf
check_file cv.pdf
make compact.pdf --style compact --paper letter
check_file compact.pdf
for family in Vollkorn; do # TrueType outlines; the default family's are CFF
    make truetype.pdf --set "font.family=$family"
    check_file truetype.pdf
    grep -q TrueType fonts.txt || fail "$family gives no TrueType font"
done

pdfinfo cv.pdf >info.txt
grep -q '^Title: .*Zoë Ångström' info.txt || fail "no name in the title"
grep -q '^Author: *Zoë Ångström$' info.txt || fail "no author"
grep -q '^Producer: *mkcv [0-9]' info.txt || fail "no producer"
grep -q 'Date:' info.txt && fail "a date that nobody gave"
grep -q '^Page size: .*(A4)' info.txt || fail "not A4"
pdfinfo compact.pdf | grep -q '^Page size: .*(letter)' || fail "not letter"
qpdf --json cv.pdf >cv.json
python3 - <<'P' || failed=1
import json
d = json.load(open("cv.json"))
o = d["objects"] if "objects" in d else {k[4:]: v.get("value", v.get("stream", {}).get("dict")) for k, v in d["qpdf"][1].items()}
catalog = [v for v in o.values() if isinstance(v, dict) and v.get("/Type") == "/Catalog"][0]
assert str(catalog["/Lang"]).startswith(("en", "u:en")), catalog
assert catalog["/ViewerPreferences"]["/DisplayDocTitle"] is True, catalog
assert "/PageMode" not in catalog, "the reader's own view is left alone"
P
size=$(stat -c %s cv.pdf)
[ "$size" -le 61440 ] || fail "cv.pdf has $size bytes"
exit $failed
