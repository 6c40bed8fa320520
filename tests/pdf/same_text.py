#!/usr/bin/env python3
"""same_text.py FLOW TEXT: is TEXT, what a reader got out of a PDF, the text of FLOW (mkcv --dump flow)?

Every word, in order, with white space between words and nowhere else. A line may end inside a word, after a hyphen that
the word does not have or without one; headings may be in capitals; an aside (a date, a label, a bullet) may stand at any
place of its node, and a sign between the contacts of the header. Prints the first difference and exits with 1."""
import re
import sys
import unicodedata

ESCAPES = {"~": " ", ",": " ", "n": " "}
ADDRESS = re.compile(r"[A-Za-z]+:")


def plain(line):
    """The text of a dumped line: roles, links and escapes undone."""
    out, i, depth = [], 0, 0
    while i < len(line):
        c = line[i]
        if c == "\\" and i + 1 < len(line):
            out.append(ESCAPES.get(line[i + 1], line[i + 1]))
            i += 2
        elif c == "[":
            i = line.index(":", i) + 1
            depth += 1
        elif c == "]":
            i += 1
            if i < len(line) and line[i] == "(" and (ADDRESS.match(line, i + 1) or line.startswith("()", i)):
                level = 0
                while i < len(line):
                    level += (line[i] == "(") - (line[i] == ")")
                    i += 1
                    if not level:
                        break
        else:
            out.append(c)
            i += 1
    return " ".join("".join(out).split())


def nodes(flow):
    """(kind, words of head and lines, words of the aside) of each node."""
    found = []
    for line in flow.split("\n\n", 1)[1].split("\n"):
        head = re.match(r"(header|heading|paragraph|entry|item|listing|code)\b[^:]*:? ?(.*)", line)
        if line.startswith("  aside: ") and found:
            found[-1][2].extend(plain(line[9:]).split())
        elif line.startswith("  line: ") and found:
            found[-1][1].extend(plain(line[8:]).split())
        elif head:
            found.append((head[1], plain(head[2]).split(), []))
    return found


def match_words(text, at, words, kind):
    """The place behind `words` in `text`, or None."""
    fold = kind == "heading"
    for word in words:
        blank = re.compile(r"\s+").match(text, at)
        if not blank and at:
            return None
        at = blank.end() if blank else at
        sign = re.compile(r"[^\w\s]\s+").match(text, at)
        if kind == "header" and sign and text[at] != word[0]:
            at = sign.end()
        for c in word:
            while True:
                if at < len(text) and (text[at] == c or (fold and text[at].casefold() == c.casefold())):
                    at += 1
                    break
                cut = re.compile(r"-?[\n\f]+").match(text, at)
                if not cut or cut.end() == at:
                    return None
                at = cut.end()
    return at


def match_node(text, at, node):
    kind, body, aside = node
    for k in range(len(body) + 1 if aside else 1):
        end = match_words(text, at, body[:k], kind) if aside else at
        if end is None:
            break
        end = match_words(text, end, aside, kind)
        if end is not None:
            end = match_words(text, end, body[k:] if aside else body, kind)
        if end is not None:
            return end
    return None


def main():
    flow, text = (unicodedata.normalize("NFC", open(name, encoding="utf-8").read()) for name in sys.argv[1:3])
    at, found = 0, nodes(flow)
    if not found:
        sys.exit("the flow is empty")
    for node in found:
        end = match_node(text, at, node)
        if end is None:
            print("in the flow:", node[0], " ".join(node[1])[:200], "| aside:", " ".join(node[2]))
            print("in the PDF: ", repr(text[at:at + 200]))
            sys.exit(1)
        at = end
    if text[at:].strip():
        sys.exit("more text in the PDF: " + repr(text[at:at + 200]))


main()
