#!/usr/bin/env python3
"""lines.py MKCV [--cm CM] [--show] [TEXT...]: mkcv's lines beside those of pdfTeX with microtype: the same texts,
10 bp TeX Gyre Termes, the same measure, one run (TeX's own pt are smaller).

Texts are the biography of content/ and those of lines/, or TEXT... Each is set at 16 and 7.5 cm by both, and the PDFs are
read back with pdftotext alike. Of every line but a paragraph's last:
  mean, sd   of the lines' mean spaces [pt]; the font's own space is 2.5
  hyph       lines that end in a hyphen
  over       lines past the margin, protruding marks apart; the worst [pt]
Where TeX leaves one, `TeX+` is TeX under \\emergencystretch=1em. `!` marks what is beyond the limits: sd and mean at most
1.05 of TeX's, hyphens at most TeX's and one in 20 lines more, nothing over. Exit status 1: all texts together are."""
import argparse
import json
import re
import statistics as st
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path

HERE = Path(__file__).resolve().parent
BABEL = {"en": "english", "de": "ngerman", "fr": "french", "es": "spanish"}
CM = 72 / 2.54
LEFT = 2.5 * CM
TEX = r"""\documentclass[10pt]{article}
\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{tgtermes}\usepackage[%s]{babel}\usepackage{microtype}
\usepackage[a4paper,left=2.5cm,textwidth=%scm,vmargin=2cm]{geometry}
\frenchspacing\parindent=0pt\parskip=4pt\pagestyle{empty}\emergencystretch=%s
\begin{document}\fontsize{10bp}{12bp}\selectfont
%s
\end{document}
"""


def read_text(path):
    """(language, paragraphs) of a page: the part About Me, or all below its title; links and emphasis are dropped."""
    text = path.read_text(encoding="utf-8")
    lang = re.search(r"^lang: (\w+)", text, re.M)
    about = "## About Me\n"
    body = text.split(about)[1].split("\n## ")[0] if about in text else text.split("\n# ")[1].split("\n", 1)[1]
    body = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", body).replace("*", "")
    return lang[1] if lang else "en", [" ".join(p.split()) for p in body.split("\n\n") if p.strip()]


def run(command, folder):
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        sys.exit("lines.py: %s: %s" % (command[0], done.stdout.decode(errors="replace")[-400:]))


def set_by_tex(folder, lang, paragraphs, cm, stretch="0pt"):
    body = "\n\n".join(re.sub(r"([&%#_$])", r"\\\1", p) for p in paragraphs)
    body = re.sub(r"\b(Prof\.|Dr\.) ", r"\1~", body)  # where mkcv breaks no line either
    (folder / "t.tex").write_text(TEX % (BABEL[lang], cm, stretch, body), encoding="utf-8")
    run(["pdflatex", "-interaction=batchmode", "t.tex"], folder)
    return folder / "t.pdf"


def set_by_mkcv(folder, mkcv, lang, paragraphs, cm):
    """As mkcv's own JSON, so that nothing is understood and every sentence stays where it is."""
    summary = "\n\n".join(paragraphs)
    (folder / "m.json").write_text(json.dumps({"basics": {"name": "N", "summary": summary}, "meta": {
        "mkcv": {"site": {"lang": lang}}}}), encoding="utf-8")
    keys = {"font.family": "TeX Gyre Termes", "font.size": "10pt", "font.leading": "12pt", "page.margin.left": "25mm",
            "page.margin.right": "%gmm" % (185 - 10 * cm), "footer.left": "", "footer.right": "", "font.figures": "lining"}
    run([mkcv, "-q", "-o", "m.pdf", "m.json"] + [a for k, v in keys.items() for a in ("--set", k + "=" + v)], folder)
    return folder / "m.pdf"


def read_rows(pdf):
    """The words of each line, left to right: (x from, x to, y, text)."""
    out = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], stdout=subprocess.PIPE, check=True).stdout
    rows = []
    for page in ET.fromstring(out).iter("{http://www.w3.org/1999/xhtml}page"):
        words = [(float(w.get("xMin")), float(w.get("xMax")), float(w.get("yMax")), w.text)
                 for w in page.iter("{http://www.w3.org/1999/xhtml}word")]
        found = []
        for w in sorted(words, key=lambda w: w[2]):
            if found and abs(found[-1][0][2] - w[2]) < 4:
                found[-1].append(w)
            else:
                found.append([w])
        rows += [sorted(r) for r in found]
    return rows


def letters(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text) if c.isalnum())


def cut_paragraphs(rows, paragraphs):
    """The rows of each paragraph; those of head and foot are left out."""
    first = letters(paragraphs[0])
    while rows and not (len(rows[0]) > 1 and first.startswith(letters("".join(w[3] for w in rows[0])))):
        rows = rows[1:]
    for p in paragraphs:
        left, lines = letters(p), []
        while left:
            text = letters("".join(w[3] for w in rows[0]))
            if not left.startswith(text):
                sys.exit("lines.py: '%s' is not the text that follows" % " ".join(w[3] for w in rows[0]))
            left = left[len(text):]
            lines.append(rows[0])
            rows = rows[1:]
        yield lines


def measure(pdf, paragraphs, cm, show):
    spaces, hyphens, over, worst = [], 0, 0, 0
    for lines in cut_paragraphs(read_rows(pdf), paragraphs):
        for row in lines[:-1]:
            gaps = [b[0] - a[1] for a, b in zip(row, row[1:]) if not re.fullmatch("[;:!?»]+", b[3])]
            spaces.append(st.mean(gaps) if gaps else 2.5)
            hyphens += row[-1][3][-1] in "-\u2010"
            past = row[-1][1] - LEFT - cm * CM
            if past > (3.5 if row[-1][3][-1] in "-\u2010.,;:!?'\"’”»)–—" else 0.8):
                over += 1
                worst = max(worst, past)
            if show:
                print("%5.2f %+5.1f  %s" % (spaces[-1], past, " ".join(w[3] for w in row)))
    return {"lines": len(spaces), "mean": st.mean(spaces), "sd": st.pstdev(spaces), "most": max(spaces), "hyph": hyphens,
            "over": over, "worst": worst}


def misses(ours, tex):
    """What of ours is beyond the limits."""
    out = [k for k in ("mean", "sd") if ours[k] > 1.05 * tex[k]]
    out += ["hyph"] * (ours["hyph"] > tex["hyph"] + tex["lines"] / 20)
    return out + ["over"] * (ours["over"] > 0)


def print_row(name, who, m, tex=None):
    """A row; ours with its share of TeX's mean and sd, and the hyphens it has more."""
    wrong = misses(m, tex) if tex else ()
    cells = ["%5d" % m["lines"]]
    for key, form in (("mean", "%6.2f"), ("sd", "%6.2f"), ("most", "%6.2f"), ("hyph", "%4d"), ("over", "%4d")):
        cells.append(form % m[key] + ("!" if key in wrong else " "))
    if tex:
        cells.append("%6.2f %6.2f %+5d" % (m["mean"] / tex["mean"], m["sd"] / tex["sd"], m["hyph"] - tex["hyph"]))
    print("%-14s %-5s %s" % (name, who, " ".join(cells)) + ("%5.1f pt" % m["worst"] if m["over"] else ""))


def pool(rows):
    """All texts as one."""
    lines = sum(m["lines"] for m in rows)
    mean = sum(m["lines"] * m["mean"] for m in rows) / lines
    spread = sum(m["lines"] * (m["sd"] ** 2 + (m["mean"] - mean) ** 2) for m in rows) / lines
    return {"lines": lines, "mean": mean, "sd": spread ** 0.5, "most": max(m["most"] for m in rows),
            "hyph": sum(m["hyph"] for m in rows), "over": sum(m["over"] for m in rows),
            "worst": max(m["worst"] for m in rows)}


class Tex:
    """TeX's figures: measured, or those that stand in a file."""

    def __init__(self, path, recorded):
        self.path = path
        self.known = json.loads(path.read_text()) if recorded else None
        self.found = {}

    def rows(self, folder, path, cm, show):
        """By (no stretch), and where that leaves lines too wide by \\emergencystretch as well; the last one counts."""
        key = "%s %g" % (path.stem, cm)
        if self.known is not None:
            return self.known[key]
        lang, paragraphs = read_text(path)
        rows = [measure(set_by_tex(folder, lang, paragraphs, cm), paragraphs, cm, show)]
        if rows[0]["over"]:
            rows.append(measure(set_by_tex(folder, lang, paragraphs, cm, "1em"), paragraphs, cm, show))
        self.found[key] = rows
        return rows

    def save(self):
        self.path.write_text(json.dumps(self.found, indent=1) + "\n")


def compare(opt, tex, texts, cm, folder):
    """Prints the table of one measure; (texts beyond the limits, what all texts together have beyond them)"""
    print("%-20s %5s %6s  %6s  %6s  %4s  %4s   of TeX's mean, sd, hyph" % (
        "%g cm" % cm, "lines", "mean", "sd", "most", "hyph", "over"))
    beyond, ours, theirs = 0, [], []
    for path in texts:
        rows = tex.rows(folder, path, cm, opt.show)
        for i, row in enumerate(rows):
            print_row("" if i else path.stem, "TeX+" if i else "TeX", row)
        lang, paragraphs = read_text(path)
        ours.append(measure(set_by_mkcv(folder, opt.mkcv, lang, paragraphs, cm), paragraphs, cm, opt.show))
        theirs.append(rows[-1])
        print_row("", "mkcv", ours[-1], rows[-1])
        beyond += bool(misses(ours[-1], rows[-1]))
    print_row("all", "TeX", pool(theirs))
    print_row("", "mkcv", pool(ours), pool(theirs))
    print()
    return beyond, misses(pool(ours), pool(theirs))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("mkcv", type=lambda p: str(Path(p).resolve()))
    ap.add_argument("text", nargs="*", type=Path)
    ap.add_argument("--cm", type=float, action="append", help="a measure; default: 16 and 7.5")
    ap.add_argument("--show", action="store_true", help="every line with its space")
    ap.add_argument("--recorded", action="store_true", help="TeX's figures from lines/tex.json, without TeX")
    ap.add_argument("--record", action="store_true", help="writes them there")
    opt = ap.parse_args()
    opt.cm = opt.cm or [16, 7.5]
    texts = opt.text or [HERE.parent.parent / "content/_pages/about.md"] + sorted(HERE.glob("lines/??-*.md"))
    tex = Tex(HERE / "lines/tex.json", opt.recorded)
    with tempfile.TemporaryDirectory() as folder:
        results = [compare(opt, tex, texts, cm, Path(folder)) for cm in opt.cm]
    print("%d of %d texts beyond the limits" % (sum(r[0] for r in results), len(opt.cm) * len(texts)))
    if opt.record:
        tex.save()
    sys.exit(any(r[1] for r in results))


if __name__ == "__main__":
    main()
