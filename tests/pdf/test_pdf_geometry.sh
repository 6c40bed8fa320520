#!/bin/bash
# test_pdf_geometry.sh MKCV: what another program draws stands where the dump of the pages says: each line's first glyph
# and its end, in its size and colour; rules; links.
. pdf/lib.sh

for look in $("$mkcv" --list-styles) "$styles/columns.yaml" "$styles/sidebar.yaml"; do
    style=$(basename "$look" .yaml)
    make $style.pdf --style "$look"
    "$mkcv" -q --style "$look" --dump pages "$site" >$style.txt 2>/dev/null
    mutool draw -q -F trace $style.pdf >$style.xml 2>/dev/null
    qpdf --json $style.pdf >$style.json
    python3 - $style <<'P' || fail "$style: drawn elsewhere"
import json, re, sys
name = sys.argv[1]
near = lambda a, b, most=0.03: abs(a - b) <= most
pages = re.split(r"^page \d+\n", open(name + ".txt", encoding="utf-8").read(), flags=re.M)
height = float(pages[0].split()[3])
drawn = open(name + ".xml", encoding="utf-8").read().split("<page ")[1:]
o = json.load(open(name + ".json"))
o = o["objects"] if "objects" in o else {k[4:]: v.get("value", v.get("stream", {}).get("dict")) for k, v in o["qpdf"][1].items()}
kids = lambda r: [r] if o[r]["/Type"] == "/Page" else [p for k in o[r]["/Kids"] for p in kids(k)]
order = kids([v for v in o.values() if isinstance(v, dict) and v.get("/Type") == "/Catalog"][0]["/Pages"])
# heads and the name may be letterspaced: the dump ends such a line behind the space that follows its last letter
heads = {t.casefold() for t in re.findall(r'^bookmark .*?"(.*)"$', pages[-1], flags=re.M)} | {"zoë ångström"}
bad, lines = [], 0
if not len(pages) - 1 == len(drawn) == len(order): sys.exit(f"{len(pages) - 1} pages in the dump, {len(drawn)} drawn")
for number, (dump, xml) in enumerate(zip(pages[1:], drawn)):
    glyphs, paths = [], []  # (x, y, end, size, colour); ((x, y, x, y), colour)
    for text in re.findall(r"<fill_text .*?</fill_text>", xml, re.S):
        color = [float(c) for c in re.search(r'color="([^"]*)"', text)[1].split()]
        for span in re.findall(r"<span .*?</span>", text, re.S):
            wide, size = (float(v) for v in re.search(r'trm="(\S+) \S+ \S+ (\S+)"', span).groups())
            for x, y, adv in re.findall(r'<g [^>]*x="([^"]+)" y="([^"]+)" adv="([^"]+)"', span):
                glyphs.append((float(x), float(y), float(x) + float(adv) * wide, size, color))
    for path in re.findall(r"<fill_path .*?</fill_path>", xml, re.S):
        xs, ys = ([float(v) for v in re.findall(k + '="([-0-9.]+)"', path[path.index("\n"):])] for k in "xy")
        paths.append((min(xs), min(ys), max(xs), max(ys)))
    rgb = lambda h: [int(h[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    same_color = lambda c, h: all(near(v, w, 0.002) for v, w in zip(c * (3 // len(c)), rgb(h)))
    for line in dump.splitlines():
        if found := re.match(r"  (?:line|foot) (\S+) (\S+) <(\S+) \S+ #(\w+).* to (\S+)$", line):
            x, y, size, end = float(found[1]), height - float(found[2]), float(found[3]), float(found[5])
            lines += 1
            if not [g for g in glyphs if near(g[0], x) and near(g[1], y) and near(g[3], size, 0.001) and same_color(g[4], found[4])]:
                bad.append(f"page {number + 1}: no glyph at the start of: {line}")
            spaced = 0.1 * size if re.sub("<[^>]*>", "", line[7:].split(" ", 2)[2]).rsplit(" to ", 1)[0].casefold() in heads else 0
            if not [g for g in glyphs if abs(end - g[2]) < 0.04 + spaced and near(g[1], y, 0.5 * size)]:
                bad.append(f"page {number + 1}: no glyph at the end of: {line}")
        elif found := re.match(r"  rule (\S+) (\S+) (\S+) (\S+) ", line):
            x, y, w, h = map(float, found.groups())
            if not [p for p in paths if near(p[0], x) and near(p[3], height - y) and near(p[2], x + w) and near(p[1], height - y - h)]:
                bad.append(f"page {number + 1}: not drawn: {line}")
        elif found := re.match(r"  link (\S+) (\S+) (\S+) (\S+) (?!javascript)", line):
            x, y, w, h = map(float, found.groups())
            rects = [o[r]["/Rect"] for r in o[order[number]].get("/Annots", [])]
            want = [x, height - y - h, x + w, height - y]
            if not [r for r in rects if all(near(a, b, 0.13) for a, b in zip(r, want))]:
                bad.append(f"page {number + 1}: no annotation for: {line}")
if bad: print("\n".join(bad[:20]))
if not lines: sys.exit("no lines in the dump")
sys.exit(bool(bad))
P
done
exit $failed
