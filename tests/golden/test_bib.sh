#!/bin/bash
# test_bib.sh MKCV: the works of a site and those of its bibliography are the same: titles, authors, venues, years,
# DOIs, identifiers; keys are those of one work each. And a page of what BibTeX could take for more than text.
set -u
mkcv=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export LC_ALL=C
cat >"$tmp/page.md" <<'END'
---
name: Ada Kern
---
# Publications
- A. Kern, L. van der Heide, and Bo Wu Jr. "50% of $n^2$ kites & their #1 {string}: a_b ~ c^d \\input{x}." *Journal of R&D*, 12(3), 1--9, 2021.
- A. Kern. "GPT-4 – what iOS says." *Kites*, 2021.
- A. Kern. "GPT-4 – what iOS says, again." *Kites*, 2021.
END
mkdir "$tmp/site" && mv "$tmp/page.md" "$tmp/site/index.md"
cat >"$tmp/site/more.bib" <<'END'
@phdthesis{x, author={de la Cruz, Mar{\'i}a}, title={Kites}, school={Kite University}, year=2019, month=jul}
@article{y, author={{Kite Collaboration} and {\'A}ron, Nagy and others}, title={What iOS knows of Ada --- and ``others'' of size <b>}, journal={Kites}, year=2020, doi={10.1000/a_b<c>}, pages={3--9}}
@inproceedings{z, author={Kern, Ada}, title={{NeRF}s of Kites}, booktitle={Proc. of Kites \& Birds}, year=2018, keywords={selected, kites}, eprint={2405.09786}, archiveprefix={arXiv}}
@patent{p, author={Kern, Ada}, title={A kite of paper}, number={US 1,234}, year=2017, url={https://example.org/a_b?c=d%20e#f~g}}
END
cat >"$tmp/compare.py" <<'END'
import json, re, sys

def words(text):
    text = re.sub(r"[*_`\\]|\$", "", re.sub("[’‘]", "'", re.sub("[“”]", '"', text)))
    return re.sub(r"\s+", " ", text).strip()

def works(path):
    found = []
    for work in json.load(open(path, encoding="utf-8")).get("publications", []):
        if not work.get("name"):
            continue
        found.append({"title": words(work["name"]), "authors": [words(a["name"]).replace(",", "") for a in work.get("authors", [])],
                      "venue": words(work.get("publisher", "")), "year": work.get("releaseDate", "")[:4],
                      "doi": work.get("doi"), "arxiv": work.get("arxiv"), "others": work.get("etAl", False),
                      "pages": work.get("pages"), "volume": work.get("volume"), "selected": work.get("selected")})
    return sorted(found, key=str)

one, other = works(sys.argv[1]), works(sys.argv[2])
for a, b in zip(one, other):
    if a != b:
        print("\n".join(f"  {k}: {a[k]!r} is read again as {b[k]!r}" for k in a if a[k] != b[k]))
if len(one) != len(other):
    print(f"  {len(one)} works, {len(other)} read again")
keys = re.findall(r"^@\w+\{(.*),$", open(sys.argv[3], encoding="utf-8").read(), re.M)
if len(keys) != len(one) or len(set(keys)) != len(keys) or not all(re.fullmatch("[a-z0-9-]+", k) for k in keys):
    print(f"  keys: {keys}")
print(len(one), file=sys.stderr)
END
failed=0 total=0
for site in "$here"/{scholar,bilingual,data-bib,alfolio-old,alfolio-rendercv,hugo-academic,hugo-blox,shapes} "$here/../../content" "$tmp/site"; do
    "$mkcv" -q --to json -o "$tmp/site.json" "$site" 2>/dev/null
    "$mkcv" -q -o "$tmp/cv.bib" "$site" 2>/dev/null
    name=$(sed -n 's/^    "name": "\(.*\)",$/\1/p' "$tmp/site.json" | head -1)
    "$mkcv" -q --name "$name" --to json -o "$tmp/bib.json" "$tmp/cv.bib" 2>"$tmp/err" ||
        { cat "$tmp/err"; echo "FAILED: $site"; failed=1; continue; }
    faults=$(python3 "$tmp/compare.py" "$tmp/site.json" "$tmp/bib.json" "$tmp/cv.bib" 2>"$tmp/count") || failed=1
    [ -z "$faults" ] || { echo "FAILED: $site"; echo "$faults"; failed=1; }
    total=$((total + $(tail -1 "$tmp/count")))
done
[ "$total" -gt 40 ] || { echo "FAILED: $total works"; failed=1; }
# expect LINE: the bibliography of the page has it
expect() { grep -qF -- "$1" "$tmp/cv.bib" || { echo "FAILED: no '$1'"; cat "$tmp/cv.bib"; failed=1; }; }
expect 'title = {50\% of $n^2$ kites \& their \#1 \{string\}: a\_b \textasciitilde{} c\textasciicircum{}d'
expect 'van der Heide, L. and Wu, Jr., Bo}'
expect 'title = {{GPT}-4 -- what {iOS} says, again}'
expect 'author = {{Kite Collaboration} and Áron, Nagy and others}'
expect 'title = {What {iOS} knows of {Ada} --- and “others” of size'
expect 'title = {{NeRFs} of Kites}'
expect 'keywords = {selected'
expect 'url = {https://example.org/a_b?c=d%20e#f~g}'
expect '@phdthesis{delacruz2019kites,'
echo "$total works"
exit $failed
