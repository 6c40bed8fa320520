#!/usr/bin/env python3
"""growth.py MKCV [PAGES...]: processor time and peak memory of mkcv and of one pass of pdflatex with microtype, over documents
of growing length: prose, and dense links (about 110 a page), in files of some 200 pages each. The limits: 1 ms a page of
prose, 3 ms a page of links, 150 KiB a page, linear. KiB/page: what each page more than the row before takes. None of it is
a biography, which is searched for facts first, a sentence at a time."""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import lines

PROSE = "A breaker that sees the paragraph as a whole can loosen one line a little so that the next need not be loose. " * 5
WORDS = "study wall river clock stone archive record method noon sail".split()


def make_prose(i):
    return "Note %d. %s" % (i, PROSE)


def make_links(i):
    return " ".join("[%s %s %d](https://example.org/%d/%d), told again at %s," % (
        WORDS[(i + k) % 10], WORDS[(7 * i + k) % 10], 11 * i + k, i, k, WORDS[(3 * i + k) % 10]) for k in range(11))


def run(command, folder):
    """(processor seconds, KiB at most); by time, since what Python starts has as much memory as Python at first"""
    subprocess.run(["time", "-f", "%U %S %M", "-o", "used"] + command, cwd=folder, stdout=subprocess.DEVNULL, check=True)
    user, system, memory = (folder / "used").read_text().split()
    return float(user) + float(system), int(memory)


def write_site(folder, paragraphs):
    """A homepage of as many pages as mkcv's limit on one file asks for."""
    for old in folder.glob("_pages/*.md"):
        old.unlink()
    (folder / "_pages").mkdir(exist_ok=True)
    (folder / "_config.yml").write_text("title: N\nauthor:\n  name: Nora Quill\n")
    (folder / "_pages" / "about.md").write_text("---\npermalink: /\ntitle: Home\n---\n\nI study clocks.\n")
    for k in range(0, len(paragraphs), 2000):
        (folder / "_pages" / ("part%d.md" % k)).write_text("---\npermalink: /part%d/\ntitle: Part %d\n---\n\n%s\n" % (
            k, k, "\n\n".join(paragraphs[k:k + 2000])))


def set_by_mkcv(folder, mkcv, paragraphs):
    write_site(folder / "site", paragraphs)
    keys = ("font.family=TeX Gyre Termes", "font.size=10pt", "font.leading=12pt", "page.margin=25mm")
    command = [mkcv, "-q", "-o", "m.pdf", "site"] + [a for k in keys for a in ("--set", k)]
    return min(run(command, folder) for _ in range(3))


def set_by_tex(folder, paragraphs):
    body = "\n\n".join(re.sub(r"\[([^]]*)\]\(([^)]*)\)", r"\\href{\2}{\1}", p) for p in paragraphs)
    source = lines.TEX % ("english", 16, "1em", body)
    (folder / "t.tex").write_text(source.replace(r"\frenchspacing", r"\usepackage[hidelinks]{hyperref}\frenchspacing"))
    return run(["pdflatex", "-interaction=batchmode", "t.tex"], folder)


def count_pages(folder, pdf):
    info = subprocess.run(["pdfinfo", pdf], cwd=folder, stdout=subprocess.PIPE).stdout.decode()
    return int(re.search(r"Pages: *(\d+)", info)[1])


def measure_row(kind, who, pages, used, before):
    """Prints a row and gives it; memory a page is that of the pages more than `before` had."""
    slope = "%8.0f" % ((used[1] - before[1]) / (pages - before[0])) if before else "       -"
    print("%-6s %-9s %6d %8.2f s %7.2f ms/page %7.1f MiB %s KiB/page" % (
        kind, who, pages, used[0], 1e3 * used[0] / pages, used[1] / 1024, slope), flush=True)
    return pages, used[1]


def main():
    mkcv = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        (folder / "site").mkdir()
        for kind, make in (("prose", make_prose), ("links", make_links)):
            rows = [None, None]
            for pages in [int(n) for n in sys.argv[2:]] or [10, 30, 100, 300, 1000]:
                paragraphs = [make(i) for i in range(11 * pages)]
                used = set_by_mkcv(folder, mkcv, paragraphs)
                rows[0] = measure_row(kind, "mkcv", count_pages(folder, "m.pdf"), used, rows[0])
                used = set_by_tex(folder, paragraphs)
                rows[1] = measure_row(kind, "pdflatex", count_pages(folder, "t.pdf"), used, rows[1])


if __name__ == "__main__":
    main()
