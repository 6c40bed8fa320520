#!/bin/bash
# test_content.sh MKCV: what content/ states is in its CV, whole and once; the CV keeps its size.
set -u
mkcv=$1
content=$(cd "$(dirname "$0")/../../content" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$mkcv" --diagnostics short --to json -o "$work/cv.json" "$content" 2>"$work/err" || { cat "$work/err"; exit 1; }
for style in $("$mkcv" --list-styles); do "$mkcv" -q -s $style -o "$work/$style.pdf" "$content" || exit 1; done
python3 - "$work" <<'PY'
import collections, json, os, re, subprocess, sys
work = sys.argv[1]
cv = json.load(open(work + "/cv.json"))
bad = []
def check(ok, what):
    if not ok: bad.append(what)
count = {k: len(cv.get(k, [])) for k in ("work", "education", "awards", "service", "publications", "news", "projects", "media")}
want = {"work": 2, "education": 2, "awards": 5, "service": 8, "publications": 39, "news": 5, "projects": 2, "media": 2}
check(count == want, f"{count} instead of {want}")
check(cv["basics"].get("name") == "Yiming Li", "name")
check(all(cv["work"][0].get(k) for k in ("position", "name", "current", "people")), "the current post")
paths = collections.Counter(tuple(c) for p in cv["publications"] for c in p.get("category", []))
topics = {k: n for k, n in paths.items() if k[0] in ("AI Risk Management", "AI Copyright Protection", "Explainable AI")}
check(sorted(topics.values()) == [2, 5, 6, 8, 20], f"topics {topics}")
check(sum(1 for p in cv["publications"] if not p.get("url")) == 1, "one work has no address")
check(sum(1 for p in cv["publications"] if p.get("name")) == 9, "titles")
check(any("Journal" not in p["publisher"] and "Transactions" in p["publisher"] and p.get("authors") for p in cv["publications"]), "venues and authors of the bibliography")
check("talks" not in cv and "teaching" not in cv, "placeholders are not published")
roles = {(s["role"], s["venue"]): s.get("dates", []) for s in cv["service"]}
check(any("2025" in d for d in roles.get(("Area Chair", "ACM MM"), [])), f"the year of a role {roles}")
for name in sorted(f for f in os.listdir(work) if f.endswith(".pdf")):
    style, pages = name[:-4], 1 if name == "compact.pdf" else 2
    info = subprocess.run(["pdfinfo", f"{work}/{style}.pdf"], capture_output=True, text=True).stdout
    check(int(re.search(r"Pages: *(\d+)", info)[1]) == pages, f"{style}: not {pages} pages")
    check(os.path.getsize(f"{work}/{style}.pdf") <= 90000, f"{style}: over 90 kB")
for b in bad: print("FAILED:", b)
sys.exit(bool(bad))
PY
