#!/usr/bin/env python3
"""kept.py MKCV: under every heading that mkcv knows, in every shape that people write, no word of a page is lost.

Each page holds four rare words in a shape (paragraphs of an item, lists in lists, quotations, tables ...) under a heading of
a kind; all of them, and the year, stand in the JSON that mkcv makes of the page and in the flow that it sets; styles show no news."""
import subprocess
import sys
import tempfile

KINDS = """Projects, Talks, Teaching, Awards, Service, Grants, Students, Skills, Education, Experience, Memberships, References,
Media, Volunteer work, Certificates, News, Languages, Publications, Research Interests, Biography""".replace("\n", " ")
WORDS = ("Mosquero", "quokka", "xylophone", "zeppelin", "2021")
SHAPES = {
    "paragraphs of an item": "- **Mosquero Atlas**\n\n  Maps of quokka roofs.\n\n  2021, xylophone\n- **Roof**\n\n  Counts zeppelin moss.\n",
    "lists in a list": "- Mosquero Atlas, 2021\n  - quokka maps of roofs\n    - deeper xylophone thing\n  - zeppelin\n",
    "paragraphs of points": "- Mosquero, 2021\n  - quokka maps\n\n    second xylophone thing\n\n  - zeppelin\n",
    "text behind a list": "- Mosquero Atlas, 2021\n\n  - quokka maps\n\n  Then xylophone words zeppelin.\n",
    "quotation": "- Mosquero Atlas, 2021\n\n  > quokka said\n  >\n  > xylophone again\n\n  zeppelin\n",
    "code": "- Mosquero Atlas, 2021\n\n  ```\n  quokka code\n  xylophone\n  ```\n\n  zeppelin\n",
    "table in an item": "- Mosquero Atlas, 2021\n\n  <table><tr><td>quokka</td><td>xylophone</td></tr><tr><td>zeppelin</td></tr></table>\n",
    "line breaks": "- Mosquero Atlas, 2021<br>quokka maps<br>xylophone words\n  zeppelin\n",
    "paragraph": "Mosquero Atlas, 2021. The quokka maps of xylophone roofs, zeppelin too.\n\n",
    "paragraphs": "**Mosquero Atlas**, 2021\n\nThe quokka maps of roofs.\n\nThe xylophone of the zeppelin.\n",
    "heading": "### Mosquero Atlas quokka\n\nThe xylophone of roofs, 2021.\n\n- zeppelin\n",
    "definitions": "Mosquero Atlas quokka\n: 2021, xylophone\n: zeppelin\n",
    "table": "| Year | What | Where |\n|---|---|---|\n| 2021 | Mosquero quokka | xylophone |\n| 2020 | zeppelin | Lund |\n",
    "lines": "Mosquero Atlas quokka  \n2021, xylophone  \nzeppelin\n",
    "numbers": "1. Mosquero Atlas quokka\n2. xylophone, 2021\n   1. zeppelin\n",
    "HTML": "<ul><li><b>Mosquero Atlas</b><p>quokka maps</p><p>xylophone 2021</p><div>zeppelin</div></li></ul>\n",
    "details": "<details><summary>Mosquero quokka</summary>\n\nxylophone 2021\n\n- zeppelin\n\n</details>\n",
    "heading in an item": "- ### Mosquero Atlas quokka\n  xylophone, 2021\n\n  zeppelin\n",
}
# what a table in a reference or in the biography says is not looked for
EXCEPT = {("Publications", "table in an item"), ("Biography", "table in an item")}

failed = 0
with tempfile.NamedTemporaryFile("w", suffix=".md") as page:
    for kind in [k.strip() for k in KINDS.split(",")]:
        for shape, text in SHAPES.items():
            page.seek(0)
            page.truncate()
            page.write(f"---\nname: Ada Brook\n---\n\n# Ada Brook\n\n## {kind}\n\n{text}\n")
            page.flush()
            for form in ["--to", "json", "-o", "-"], ["--dump", "flow"]:
                run = subprocess.run([sys.argv[1], "-q", *form, page.name], capture_output=True, text=True)
                lost = [w for w in WORDS if w in text and w.lower() not in run.stdout.lower()]
                if lost and (kind, shape) not in EXCEPT and (kind, form[1]) != ("News", "flow"):
                    print(f"FAILED: {shape} under {kind}: {', '.join(lost)} lost in {form[1]}")
                    failed = 1
sys.exit(failed)
