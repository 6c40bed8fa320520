#!/bin/bash
# test_pdf_links.sh MKCV: links and bookmarks as other programs read them.
. pdf/lib.sh

make cv.pdf
"$mkcv" -q --dump flow "$site" >flow.txt 2>/dev/null
qpdf --json cv.pdf >cv.json
python3 - <<'P' || failed=1
import json, re, sys
d = json.load(open("cv.json"))
o = d["objects"] if "objects" in d else {k[4:]: v.get("value", v.get("stream", {}).get("dict")) for k, v in d["qpdf"][1].items()}
text = lambda s: s[2:] if re.match("[ub]:", s) else s
failed = []
def check(ok, *what):
    if not ok: failed.append(" ".join(map(str, what)))

pages = [v for v in o.values() if isinstance(v, dict) and v.get("/Type") == "/Page"]
links = [o[r] for p in pages for r in p.get("/Annots", [])]
check(links, "no links at all")
width, height = pages[0]["/MediaBox"][2:]
for a in links:
    x0, y0, x1, y1 = a["/Rect"]
    check(0 <= x0 < x1 <= width and 0 <= y0 < y1 <= height, "rectangle", a["/Rect"])
    check(a["/Subtype"] == "/Link" and a["/F"] == 4 and a["/Border"] == [0, 0, 0], a)
    check(text(a.get("/Contents", "")).strip(), "no tool tip", a)
found = [text(a["/A"]["/URI"]) for a in links]
for uri in found:
    check(uri.isascii() and re.match("(https?|mailto|ftp|tel|doi):[!-~]+$", uri), "address", uri)
for uri in """mailto:zoe@northern-isles.test
https://people.example.org/%E7%8E%8B%E5%B0%8F%E6%98%8E?lang=f%C3%B8&ok=1
https://en.wikipedia.example.org/wiki/Tide_(disambiguation)
https://people.example.org/~%C3%B6berg
https://awards.example.org/2016?title=100%25%20best&q=a%26b
https://doi.example.org/10.1000/tide(2022)3;1-9
https://papers.example.org/waffles%20final.pdf""".split():
    check(uri in found, "lost", uri)
check(not [u for u in found if "alert" in u], "a script got through")

# the outline: one item for each heading of the flow, in order, each on a page that is there
headings = [re.sub(r"\[[a-z-]+(?:\+[a-z]+)*:|\]", "", l.split(": ", 1)[1]) for l in open("flow.txt") if l.startswith("heading")]
catalog = [v for v in o.values() if isinstance(v, dict) and v.get("/Type") == "/Catalog"][0]
check("/Outlines" in catalog, "no bookmarks")
titles, numbers = [], {r for r, v in o.items() if isinstance(v, dict) and v.get("/Type") == "/Page"}
def walk(up, ref):
    node, child, before, below = o[ref], o[ref].get("/First"), None, 0
    while child:
        c = o[child]
        titles.append(text(c["/Title"]))
        check(c["/Parent"] == ref and c.get("/Prev") == before, "chain", c)
        check(c["/Dest"][0] in numbers and c["/Dest"][1:3] == ["/XYZ", None] and c["/Dest"][4] == 0, "destination", c)
        check(0 < c["/Dest"][3] <= height, "destination off the page", c)
        below += 1 + walk(ref, child)
        before, child = child, c.get("/Next")
    check(node.get("/Last") == before, "last child", node)
    check(node.get("/Count", 0) == below, "count", node, below)
    return below
if "/Outlines" in catalog: walk(None, catalog["/Outlines"])
words = lambda l: [" ".join(s.casefold().split()) for s in l]
left = iter(words(titles)) # there may be more bookmarks than headings, such as the name
for h in words(headings):
    check(h in left, "no bookmark", h, titles)
if failed: print("\n".join(failed[:20]))
sys.exit(bool(failed))
P
[ $failed -eq 0 ] || echo "FAILED: links and bookmarks"
mutool show cv.pdf outline >outline.txt 2>/dev/null
grep -q 'page=1' outline.txt || fail "mutool finds no bookmark"
exit $failed
