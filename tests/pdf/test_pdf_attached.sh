#!/bin/bash
# test_pdf_attached.sh MKCV: with --attach the CV as JSON and its works as BibTeX are in the PDF: two other programs find
# them, they say what the CV shows and nothing else, mkcv makes the same CV of the JSON, and the PDF says what it is.
. pdf/lib.sh

make with.pdf --attach --date 2024-05-09
make again.pdf --attach --date 2024-05-09
cmp with.pdf again.pdf || fail "another run gives other bytes"
python3 "$tools/tagged.py" with.pdf || fail "tags"
[ "$(qpdf --list-attachments with.pdf | sed 's/ .*//' | tr '\n' ' ')" = 'cv.json publications.bib ' ] || fail "qpdf: $(qpdf --list-attachments with.pdf)"
mkdir files
pdfdetach -saveall -o files with.pdf || fail "pdfdetach"
for file in cv.json publications.bib; do
    qpdf --show-attachment=$file with.pdf | cmp - files/$file || fail "$file: the two read differently"
    "$mkcv" -q --date 2024-05-09 -o "own.${file##*.}" "$site" && cmp "own.${file##*.}" files/$file || fail "$file is another"
done
"$mkcv" -q --dump flow -o flow.txt "$site"
"$mkcv" -q --dump flow -o back.txt files/cv.json
cmp flow.txt back.txt || fail "the JSON inside is another CV"
python3 - <<'P' || fail "the dictionaries"
import json, subprocess, sys
o = json.loads(subprocess.run(["qpdf", "--json", "with.pdf"], capture_output=True).stdout)["qpdf"][1]
at = lambda v: (lambda x: x.get("value", x.get("stream", {}).get("dict")))(o["obj:" + v]) if isinstance(v, str) and v.endswith(" R") else v
catalog = at(o["trailer"]["value"]["/Root"])
names = at(at(at(catalog["/Names"])["/EmbeddedFiles"])["/Names"])
bad = [] if names[1::2] == catalog["/AF"] else ["what is associated is not what is embedded"]
for ref, kind, relation in zip(catalog["/AF"], ("/application/json", "/application/x-bibtex"), ("/Source", "/Data")):
    spec = at(ref)
    stream = at(at(spec["/EF"])["/F"])
    want = [(spec["/Type"], "/Filespec"), (spec["/AFRelationship"], relation), (stream["/Subtype"], kind), (stream["/Type"], "/EmbeddedFile"),
            (at(stream["/Params"]).get("/ModDate"), "u:D:20240509000000Z"), (at(spec["/EF"])["/UF"], at(spec["/EF"])["/F"])]
    bad += [f"{is_} instead of {should}" for is_, should in want if is_ != should]
print("\n".join(bad))
sys.exit(bool(bad))
P

# without it none, and PDF/A-2; of a CV without works no bibliography; what selection hides is not inside
make without.pdf
[ "$(qpdf --list-attachments without.pdf)" = 'without.pdf has no embedded files' ] || fail "files that nobody asked for"
make only.pdf --attach --skip publications
[ "$(qpdf --list-attachments only.pdf | wc -l)" = 1 ] || fail "a bibliography without works"
pdfdetach -save 1 -o skipped.json only.pdf
grep -q '"publications"' skipped.json && fail "what is left out is inside"
cp -r "$tools/../golden/variants" s
"$mkcv" -q --variant open --attach -o open.pdf s && pdfdetach -save 1 -o open.json open.pdf
grep -E '0199|1980|Bo Tarn|petra@' open.json && fail "what is private is inside"
"$mkcv" -q --attach -o cv.tex "$site" 2>err
[ $? = 2 ] && grep -q 'another format' err && [ ! -e cv.tex ] || fail "files in LaTeX: $(cat err)"
exit $failed
