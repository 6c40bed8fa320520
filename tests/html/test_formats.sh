#!/bin/bash
# test_formats.sh MKCV: HTML of every small site and style is well-formed, valid to tidy, small, asks for nothing and runs
# nothing; it has the links of the PDF; and it, the Markdown (read by cmark) and the plain text say the same words.
set -eu
mkcv=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export LC_ALL=C.UTF-8
failed=0

cat >"$tmp/check.py" <<'END'
"""check.py CV: faults of CV.html, CV.md.xml (cmark's), CV.txt and CV.links, the links of the PDF."""
import re, sys
import unicodedata
import xml.etree.ElementTree as tree
from urllib.parse import unquote

name, faults = sys.argv[1], []
text = open(name + ".html", encoding="utf-8").read()
if not text.startswith("<!DOCTYPE html>\n<html lang=\""):
    faults.append("no doctype or language")
page = tree.fromstring(text.replace("<!DOCTYPE html>\n", "", 1))
style = page.find("head/style").text
if len(style) > 4096:
    faults.append(f"a style sheet of {len(style)} bytes")
if re.search(r"@import|url\(|https?:", style):
    faults.append("the style sheet asks for something")
ids = [e.get("id") for e in page.iter() if e.get("id")]
if len(ids) != len(set(ids)):
    faults.append(f"ids are not unique: {ids}")
heads = [int(e.tag[1]) for e in page.iter() if re.fullmatch("h[1-6]", e.tag)]
if heads[:1] != [1] or heads.count(1) != 1 or any(b > a + 1 for a, b in zip(heads, heads[1:])):
    faults.append(f"headings jump: {heads}")
allowed = {"html", "head", "meta", "title", "style", "body", "header", "main", "section", "div", "address", "h1", "h2",
           "h3", "h4", "p", "ul", "ol", "li", "span", "a", "b", "i", "em", "strong", "cite", "code", "pre", "var",
           "sub", "sup", "time", "br", "wbr", "hr"}
attributes = {"lang", "dir", "name", "content", "charset", "class", "id", "role", "href", "rel", "value", "style",
              "tabindex"}
for e in page.iter():
    if e.tag not in allowed or set(e.attrib) - attributes:
        faults.append(f"<{e.tag} {e.attrib}>")
    if e.tag == "a" and not re.match(r"(?i)(https?|mailto|tel):", e.get("href", "")):
        faults.append(f"a link to {e.get('href')}")
    if e.tag == "time" and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", e.text or ""):
        faults.append(f"no time: {e.text}")

hrefs = {unquote(e.get("href")) for e in page.iter("a")}
links = {unquote(line) for line in open(name + ".links", encoding="utf-8").read().split()}
if hrefs != links:
    faults.append(f"the PDF has other links: {sorted(hrefs ^ links)[:4]}")

# The same words: but for numbers, which Markdown and HTML have as those of items, and the signs around dates and addresses.
def words(s):
    s = re.sub(r"[\s\u200b\u00ad]+", " ", s)
    return [w for w in re.findall(r"[^\W_]+", unicodedata.normalize("NFC", s))]

def spoken(e, skip):
    parts = [e.text or ""]
    for child in e:
        if child.tag not in skip:
            parts.append(spoken(child, skip))
        if e.tag == "var" and child.tag in ("sub", "sup"):
            parts.insert(-1, "^")
        parts.append((" " if child.tag in ("p", "li", "h1", "h2", "h3", "h4", "br", "linebreak", "paragraph", "heading") else "") + (child.tail or ""))
    return (" " if e.tag in ("p", "li", "pre", "paragraph", "heading", "softbreak", "linebreak") else "") + "".join(parts)

html = words(re.sub(r"\^", " ", spoken(page.find("body"), ())))
plain = words(spoken(page.find("body"), ("var",))) # Markdown has formulas as TeX
ns = "{http://commonmark.org/xml/1.0}"
md = tree.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", re.sub(r"\$[^$<]*\$", "", open(name + ".md.xml", encoding="utf-8").read())).replace(' xmlns="http://commonmark.org/xml/1.0"', ""))
md = words(re.sub(r"\n\s*", "", "").join([spoken(md, ("html_block", "html_inline"))]))
lines = open(name + ".txt", encoding="utf-8").read()
for line in lines.split("\n"):
    wide = sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in line)
    if (wide > 78 and " " in line.strip()[3:] and not line.startswith("    ")) or line != line.rstrip():
        faults.append(f"a line of {wide} columns: {line!r}")
txt = re.sub(r"(?i)<(?:https?|mailto|tel):[^>\s]*>", "", re.sub(r"(?m)^ *\[?\d{1,2}[.\]]* ", "", lines))
for said, other, what in ((plain, md, "Markdown"), (html, words(txt), "the text")):
    extra, lacking = [w for w in other if w not in said][:5], [w for w in said if w not in other][:5]
    # a year or page at the start of a line looks like a number
    if extra or lacking or abs(len(said) - len(other)) > 2 + len(said) // 200:
        faults.append(f"{what} says {extra}, does not say {lacking}: {len(other)} words, not {len(said)}")
if len(html) < 3:
    faults.append("nothing is said")
for fault in faults:
    print(f"FAILED: {name.split('/')[-1]}: {fault}")
sys.exit(1 if faults else 0)
END

# check NAME MKCV-ARGUMENTS...
check() {
    local cv=$tmp/$1
    shift
    for format in html md txt pdf; do
        "$mkcv" -q -o "$cv.$format" "$@" 2>/dev/null || [ $? -eq 1 ] || { echo "FAILED: $* as $format"; failed=1; return; }
    done
    [ -s "$cv.html" ] || return 0
    cmark --to xml "$cv.md" | tr -d '\r' >"$cv.md.xml"
    qpdf --qdf --object-streams=disable "$cv.pdf" - | grep -a -o '/URI (.*)' |
        sed 's/^.URI (\(.*\))$/\1/; s/\\\([()\\]\)/\1/g' | sort -u >"$cv.links"
    python3 "$tmp/check.py" "$cv" || failed=1
    tidy -q -e --drop-empty-elements no "$cv.html" >"$tmp/tidy" 2>&1 || { echo "FAILED: $cv.html"; cat "$tmp/tidy"; failed=1; }
    pages=$((pages + 1))
}
pages=0
for expected in "$here"/../golden/*/expected; do
    site=${expected%/expected}
    page=("$site"/page.*)
    [ -e "${page[0]}" ] && site=${page[0]}
    check "$(basename "${expected%/expected}")" --set "publications.downwards=no" "$site"
done
for style in $("$mkcv" --list-styles); do check "content-$style" --style $style --set publications.downwards=no "$here/../../content"; done
check hebrew --lang he "$here/page.md"
[ $pages -gt 15 ] || { echo "FAILED: $pages pages"; failed=1; }
echo "$pages pages"
exit $failed
