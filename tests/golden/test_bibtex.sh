#!/bin/bash
# test_bibtex.sh MKCV: the works that --to bib writes are those that mkcv reads back from the file, and its keys are unique.
set -u
mkcv=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
cat >"$work/page.md" <<'END'
# Ada Quill
## Publications
- Quill A, Wu BC. Kites & strings: 100 % {of} the #1_way ~ to ^fly \\o/. *Kite Letters* 3(2):10–20, 2019. doi:10.1000/a_b%c
- Quill A, Wu BC. Kites & strings in the rain. *Kite Letters*, 2019.
- A. Quill and 李四. Learning $x_1^2$ from H<sub>2</sub>O. In Proceedings of the Kite Days, 2020. Best Paper Award
END
for site in golden/scholar golden/data-bib golden/alfolio-old golden/hugo-blox golden/references golden/shapes/page.md "$work/page.md"; do
    "$mkcv" -q --to bib -o "$work/cv.bib" "$site" || { echo "FAILED: $site: mkcv exits with $?"; failed=1; }
    "$mkcv" -q --to json -o "$work/a.json" "$site"
    "$mkcv" -q --to json -o "$work/b.json" "$work/cv.bib" || { echo "FAILED: $site: cv.bib is not read"; failed=1; }
    python3 - "$work/a.json" "$work/b.json" "$work/cv.bib" "$site" <<'END' || failed=1
import json, re, sys
def works(path):
    out = []
    for p in json.load(open(path, encoding="utf-8")).get("publications", []):
        if not p.get("name"):
            continue
        plain = re.sub(r"[*`\\$]|</?su[bp]>|\]\([^)]*\)", "", p["name"]).replace("[", "")
        names = sorted(re.sub(r"[^\w]", "", n["name"]) for n in p.get("authors", []))
        out.append((plain, p.get("publisher"), str(p.get("releaseDate", ""))[:7], p.get("doi"), p.get("volume"), p.get("pages"), len(names)))
    return sorted(map(str, out))
a, b = works(sys.argv[1]), works(sys.argv[2])
keys = re.findall(r"^@\w+\{(.*),$", open(sys.argv[3], encoding="utf-8").read(), re.M)
bad = [f"only on the page: {w}" for w in a if w not in b] + [f"only in the file: {w}" for w in b if w not in a]
if len(keys) != len(set(keys)) or len(keys) != len(a) or not keys:
    bad.append(f"{len(keys)} keys, {len(set(keys))} of them different, for {len(a)} works")
for line in bad:
    print(f"FAILED: {sys.argv[4]}: {line}")
sys.exit(bool(bad))
END
done
exit $failed
