#!/bin/bash
# test_json.sh MKCV - the JSON of whole sites keeps to JSON Resume 1.3.1: types and formats of every key that its schema knows, dates, addresses, no
# empty value, a source for every entry; and two runs give the same bytes.
set -eu
mkcv=$1
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

mkdir -p "$tmp/site/_pages" "$tmp/site/_publications" "$tmp/site/_bibliography"
cat >"$tmp/site/_config.yml" <<'END'
name: Ada Quill
url: https://quill.example.org
author:
  name: Ada Quill
  email: ada@example.org
  location: Delft
  github: adaquill
publication_category:
  manuscripts:
    title: Journal articles
END
cat >"$tmp/site/_pages/about.md" <<'END'
---
permalink: /
title: About me
---
I am an Assistant Professor of Aerology at Kite University, working with Prof. [Bo Wu](https://example.org/wu ü). I received my Ph.D. degree
in Physics from String University in 2019, advised by Prof. [Cy Ma](/people/ma). Write to [me](mailto:ada@example.org).

## Selected Research
- **Kites**: [[ICLR'25](https://openreview.net/pdf?id=a1), [S&P'26 (Oral)]()]
- **Birds**: [[ICLR'25](https://openreview.net/forum?id=a1), [TIFS'24](https://www.researchgate.net/publication/370000000_Knots_that_Hold_at_Night)]

## Awards
- Best Paper Award, Kite Conference, 2023
- Medal of the Air, sometime

## News
* 02/2025: One paper is accepted by *Kite Letters*.

## Garden
I grow `beans` & **peas**.

- one
  - two
END
cat >"$tmp/site/_publications/2014-01-01-strings.md" <<'END'
---
title: "Strings: A Theory of $n$ Knots"
collection: publications
category: manuscripts
date: 2014-01-01
venue: 'Kite Journal'
paperurl: 'https://example.org/a paper[1].pdf'
citation: 'Quill, A., Wu, B. (2014). &quot;Strings: A Theory of $n$ Knots.&quot; <i>Kite Journal</i>. 119(2), 371-383.'
---
END
cat >"$tmp/site/_bibliography/papers.bib" <<'END'
@article{k, title={Knots that Hold at Night}, author={Quill, Ada and Wu, Bo and others}, journal={Transactions on Forensic Strings}, year=2024, month=jul, pages={1--9}}
END
printf '# Nothing\n' >"$tmp/poor.md"

cat >"$tmp/check.py" <<'END'
"""Checks documents by the part of the JSON Resume 1.3.1 schema that is written down here; prints each fault."""
import json, re, sys

S = "string"
DATE = re.compile(r"([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3})\Z")
URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+\Z")
MAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+\Z")
span = {"startDate": "date", "endDate": "date"}
SCHEMA = {
    "basics": {"name": S, "label": S, "image": S, "email": "mail", "phone": S, "url": "uri", "summary": S,
               "location": {k: S for k in ("address", "postalCode", "city", "countryCode", "region")},
               "profiles": [{"network": S, "username": S, "url": "uri"}]},
    "work": [{"name": S, "location": S, "description": S, "position": S, "url": "uri", **span, "summary": S, "highlights": [S]}],
    "volunteer": [{"organization": S, "position": S, "url": "uri", **span, "summary": S, "highlights": [S]}],
    "education": [{"institution": S, "url": "uri", "area": S, "studyType": S, **span, "score": S, "courses": [S]}],
    "awards": [{"title": S, "date": "date", "awarder": S, "summary": S}],
    "certificates": [{"name": S, "date": "date", "url": "uri", "issuer": S}],
    "publications": [{"name": S, "publisher": S, "releaseDate": "date", "url": "uri", "summary": S,
                      "authors": [{"name": S, "url": "uri", "marks": S}], "category": [[S]], "honors": [S], "type": S,
                      "links": [{"label": S, "url": "uri"}], "doi": S, "arxiv": S, "pages": S}],
    "skills": [{"name": S, "level": S, "keywords": [S]}],
    "languages": [{"language": S, "fluency": S}],
    "interests": [{"name": S, "keywords": [S]}],
    "references": [{"name": S, "reference": S}],
    "projects": [{"name": S, "description": S, "highlights": [S], "keywords": [S], **span, "url": "uri", "roles": [S], "entity": S, "type": S}],
    "service": [{"role": S, "venue": S, "dates": ["date"], **span}],
    "news": [{"date": "date", "text": S, "url": "uri"}],
    "talks": [{"name": S, "event": S, "date": "date", "url": "uri"}],
    "sections": [{"title": S, "text": S}],
    "meta": {"canonical": "uri", "version": S, "lastModified": S},
}
FORMATS = {"string": lambda v: True, "date": DATE.match, "uri": URI.match, "mail": MAIL.match}
ENTRIES = set(SCHEMA) - {"basics", "meta", "sections"}
faults = []


def check(value, rule, path):
    if isinstance(rule, str):
        if not isinstance(value, str) or not FORMATS[rule](value):
            faults.append(f"{path}: {value!r} is no {rule}")
    elif isinstance(rule, list):
        if not isinstance(value, list):
            faults.append(f"{path}: {value!r} is no list")
        else:
            for i, v in enumerate(value):
                check(v, rule[0], f"{path}[{i}]")
    elif not isinstance(value, dict):
        faults.append(f"{path}: {value!r} is no object")
    else:
        for k, v in value.items():
            if k in rule:
                check(v, rule[k], f"{path}.{k}")


def check_empty(value, path):
    if value in ("", [], {}, None):
        faults.append(f"{path}: an empty value")
    if isinstance(value, (dict, list)):
        for k, v in value.items() if isinstance(value, dict) else enumerate(value):
            check_empty(v, f"{path}.{k}")


for name in sys.argv[1:]:
    text = open(name, encoding="utf-8").read()
    doc = json.loads(text)
    check(doc, SCHEMA, name)
    check_empty(doc, name)
    if not text.endswith("}\n") or (len(text) > 5 and not text.startswith('{\n  "')):
        faults.append(f"{name}: not laid out by two blanks with a last newline")
    if "\\u" in text:
        faults.append(f"{name}: escaped characters instead of UTF-8")
    for key in ENTRIES & set(doc):
        for i, e in enumerate(doc[key]):
            if "file" not in e.get("source", {}):
                faults.append(f"{name}.{key}[{i}]: no source")
print("\n".join(faults))
sys.exit(1 if faults else 0)
END

# the check itself must be able to fail
printf '{\n  "work": [{"url": "a b", "startDate": "May", "name": 3, "highlights": []}]\n}\n' >"$tmp/bad.json"
if faults=$(python3 "$tmp/check.py" "$tmp/bad.json"); then
    echo "the check lets everything pass"
    exit 1
fi
[ "$(grep -c . <<<"$faults")" = 5 ] || { echo "the check sees other faults than there are: $faults"; exit 1; }

status=0
"$mkcv" --to json -o "$tmp/site.json" "$tmp/site" 2>"$tmp/log" || status=$?
[ "$status" -le 1 ] || { cat "$tmp/log"; exit 1; }
"$mkcv" --to json -o "$tmp/again.json" "$tmp/site" 2>/dev/null || true
cmp "$tmp/site.json" "$tmp/again.json"
list=("$tmp/site.json")
if [ -d "$here/../../content" ]; then
    "$mkcv" --to json -o "$tmp/content.json" "$here/../../content" 2>/dev/null || true
    list+=("$tmp/content.json")
fi
python3 "$tmp/check.py" "${list[@]}"

# what must be in it
python3 - "$tmp/site.json" <<'END'
import json, sys

m = json.load(open(sys.argv[1], encoding="utf-8"))
pubs = m["publications"]
assert m["basics"]["name"] == "Ada Quill", m["basics"]
assert [p for p in pubs if [["Kites"], ["Birds"]] == p.get("category")], "one work in two categories"
theory = [p for p in pubs if p.get("name") == "Strings: A Theory of $n$ Knots"]
assert len(theory) == 1, pubs
assert theory[0]["category"] == [["Journal articles"]] and theory[0]["pages"] == "371–383", theory
assert [a["name"] for a in theory[0]["authors"]] == ["A. Quill", "B. Wu"] and theory[0]["authors"][0]["self"] is True, theory
knots = [p for p in pubs if p.get("name") == "Knots that Hold at Night"]
assert len(knots) == 1 and knots[0]["venueAbbr"] == "TIFS" and knots[0]["publisher"] == "Transactions on Forensic Strings", knots
assert knots[0]["releaseDate"] == "2024-07" and knots[0]["etAl"] is True and knots[0]["source"]["alsoIn"], knots
assert {p["source"]["file"] for p in pubs} <= {"_pages/about.md", "_publications/2014-01-01-strings.md", "_bibliography/papers.bib"}, pubs
assert any(s["key"] == "publications" for s in m["meta"]["mkcv"]["sections"])
END
