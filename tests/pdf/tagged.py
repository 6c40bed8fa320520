"""tagged.py FILE.pdf ...: does a tagged PDF hold together? What can be told without a validator of PDF/A-2a
(ISO 19005-2) and PDF/UA-1 (ISO 14289-1): the structure tree, the parent tree, the contents that pages mark, links and
their annotations, fonts, metadata. Prints complaints; exits with 1 when there are any. By the objects as qpdf tells
them (--json)."""
import base64
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

HEADINGS = ["/H%d" % i for i in range(1, 7)]
INLINE = {"/Link", "/Span", "/Code"}
BLOCKS = {"/P", "/L", "/Table", "/Figure", *HEADINGS}
KIDS = {  # what an element may hold: elements of a kind; "text" stands for contents and elements within lines
    "/Document": BLOCKS | {"/Sect"}, "/Sect": BLOCKS | {"/Sect"}, "/L": {"/LI"}, "/LI": {"/Lbl", "/LBody"},
    "/LBody": BLOCKS | {"text"}, "/Table": {"/TR"}, "/TR": {"/TH", "/TD"}, "/TH": {"text"}, "/TD": {"text"},
    "/Lbl": {"text"}, "/P": {"text"}, "/Link": {"text"}, "/Span": {"text"}, "/Code": {"text"}, "/Figure": {"text"},
    **{h: {"text"} for h in HEADINGS}}
LANG = re.compile(r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")
PAINTING = set("Tj TJ ' \" f F f* S s B B* b b* Do sh BI".split())
TOKEN = re.compile(rb"""\((?:[^()\\]|\\.)*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|/[^\s()<>\[\]{}/%]*|[^\s()<>\[\]{}/%]+""", re.S)


def load(path):
    run = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path],
                         stdout=subprocess.PIPE, check=True)
    return json.loads(run.stdout)["qpdf"][1]


def text(s):
    """A text string without qpdf's mark of its kind."""
    return s[2:] if isinstance(s, str) and s[:2] in ("u:", "b:") else None


class Checker:
    def __init__(self, objects):
        self.objects = objects
        self.complaints = []
        self.order = []  # (kind, heading's place) of the elements, as they are read
        self.claimed = {}  # (page, MCID) -> element
        self.object_kids = {}  # annotation -> element
        self.read = []  # (page, MCID) as they are read
        self.images = {}  # (page, MCID) -> the box that its image fills

    def complain(self, *what):
        self.complaints.append(" ".join(map(str, what)))

    def at(self, v):
        """What a value is, behind its reference: of a stream its dictionary."""
        if not (isinstance(v, str) and re.match(r"^\d+ \d+ R$", v)):
            return v
        o = self.objects.get("obj:" + v, {})
        return o["stream"]["dict"] if "stream" in o else o.get("value")

    def stream(self, ref):
        return base64.b64decode(self.objects["obj:" + ref]["stream"]["data"])

    def check(self):
        self.catalog = self.at(self.objects["trailer"]["value"]["/Root"])
        self.pages = self.page_list(self.catalog["/Pages"])
        self.check_catalog()
        root = self.at(self.catalog.get("/StructTreeRoot"))
        if not root:
            self.complain("no structure tree")
            return self.complaints
        self.walk_root(root)
        self.check_parents(root)
        self.check_headings()
        self.check_metadata()
        return self.complaints

    def page_list(self, ref):
        node = self.at(ref)
        if node["/Type"] == "/Page":
            return [ref]
        return [p for kid in node["/Kids"] for p in self.page_list(kid)]

    def check_catalog(self):
        c = self.catalog
        if (self.at(c.get("/MarkInfo")) or {}).get("/Marked") is not True:
            self.complain("not marked as tagged")
        if not LANG.match(text(c.get("/Lang")) or ""):
            self.complain("language of the document:", c.get("/Lang"))
        if (self.at(c.get("/ViewerPreferences")) or {}).get("/DisplayDocTitle") is not True:
            self.complain("the title is not displayed")
        intents = [self.at(i) for i in self.at(c.get("/OutputIntents")) or []]
        if [i.get("/S") for i in intents] != ["/GTS_PDFA1"]:
            self.complain("output intent:", intents)
            return
        profile = intents[0].get("/DestOutputProfile")
        if not profile or self.at(profile).get("/N") != 3 or self.stream(profile)[36:40] != b"acsp":
            self.complain("output intent without an ICC profile of three components")

    # the structure tree

    def walk_root(self, root):
        self.seen = set()
        kids = root.get("/K")
        kids = kids if isinstance(kids, list) else [kids]
        self.root_ref = next(k for k, v in self.objects.items() if v.get("value") is root)[4:]
        for kid in kids:
            if (self.at(kid) or {}).get("/S") != "/Document":
                self.complain("the tree's root holds", kid)
            self.walk(kid, self.root_ref)

    def walk(self, ref, parent):
        e = self.at(ref)
        if ref in self.seen or not isinstance(e, dict):
            return self.complain("element", ref, "stands twice" if ref in self.seen else "is none")
        self.seen.add(ref)
        kind = e.get("/S")
        self.order.append(kind)
        if e.get("/P") != parent:
            self.complain("parent of", kind, ref, "is", e.get("/P"))
        if kind not in KIDS:
            self.complain("unknown element", kind)
        if "/Lang" in e and not LANG.match(text(e["/Lang"]) or ""):
            self.complain("language of", kind, ref)
        if kind == "/Figure" and not text(e.get("/Alt")):
            self.complain("figure without alternate text", ref)
        kids = e.get("/K", [])
        held = [self.walk_kid(kid, ref, e) for kid in (kids if isinstance(kids, list) else [kids])]
        self.check_kids(ref, kind, e, held)

    def walk_kid(self, kid, ref, e):
        """Gives what the kid is: the kind of an element, "text" or "object"."""
        value = self.at(kid)
        if isinstance(value, int):
            return self.claim(e.get("/Pg"), value, ref)
        if value and value.get("/Type") == "/MCR":
            return self.claim(value.get("/Pg", e.get("/Pg")), value["/MCID"], ref)
        if value and value.get("/Type") == "/OBJR":
            if value.get("/Obj") in self.object_kids:
                self.complain("object", value["/Obj"], "stands in two elements")
            self.object_kids[value.get("/Obj")] = ref
            return "object"
        self.walk(kid, ref)
        return (value or {}).get("/S")

    def claim(self, page, mcid, ref):
        if page not in self.pages:
            self.complain("content", mcid, "of", ref, "is on no page")
        if (page, mcid) in self.claimed:
            self.complain("content", mcid, "of page", page, "stands in two elements")
        self.claimed[page, mcid] = ref
        self.read.append((page, mcid))
        return "text"

    def check_kids(self, ref, kind, e, held):
        if not held:
            self.complain("empty element", kind, ref)
        may = KIDS.get(kind, set())
        for h in held:
            if h != "object" and not (h in may or "text" in may and h in INLINE):
                self.complain(kind, ref, "holds", h)
        inline = [h in INLINE or h == "text" for h in held if h != "object"]
        if any(inline) and not all(inline):
            self.complain(kind, ref, "mixes blocks and text")
        if ("object" in held) != (kind == "/Link"):
            self.complain(kind, ref, "and annotations: it holds", held.count("object"))
        if kind == "/LI" and (held.count("/LBody") != 1 or held[-1] != "/LBody" or held.count("/Lbl") > 1):
            self.complain("item", ref, "holds", held)
        attributes = self.at(e.get("/A")) or {}
        if kind == "/L":
            labels = any("/Lbl" in [(self.at(k) or {}).get("/S") for k in self.at(item).get("/K", [])] for item in e["/K"])
            if labels and attributes.get("/ListNumbering", "/None") == "/None":
                self.complain("list", ref, "has labels and no numbering")
        if kind == "/TH" and attributes.get("/Scope") not in ("/Row", "/Column", "/Both"):
            self.complain("head cell", ref, "without scope")
        if kind == "/Table" and len({len(self.at(row)["/K"]) for row in e["/K"]}) > 1:
            self.complain("table", ref, "with rows of several lengths")

    def check_headings(self):
        before = 0
        for level in [HEADINGS.index(k) + 1 for k in self.order if k in HEADINGS]:
            if level > before + 1:
                self.complain("heading of level", level, "after one of level", before)
            before = level

    # the parent tree, pages, annotations

    def numbers(self, node):
        """The rows of a number tree."""
        node = self.at(node) or {}
        rows = [(node["/Nums"][i], node["/Nums"][i + 1]) for i in range(0, len(node.get("/Nums", [])), 2)]
        for kid in node.get("/Kids", []):
            rows += self.numbers(kid)
        return rows

    def check_parents(self, root):
        rows = self.numbers(root.get("/ParentTree"))
        keys = [k for k, _ in rows]
        if keys != sorted(set(keys)):
            self.complain("keys of the parent tree are not in order")
        if root.get("/ParentTreeNextKey", -1) <= max(keys, default=-1):
            self.complain("next key of the parent tree:", root.get("/ParentTreeNextKey"))
        parents, used = dict(rows), set()
        for ref in self.pages:
            self.check_page(ref, parents, used)
        if set(parents) - used:
            self.complain("keys of the parent tree that nothing has:", sorted(set(parents) - used))
        marked = {(p, m) for p in self.pages for m in self.marked[p]}
        for page, mcid in sorted(set(self.claimed) - marked, key=str):
            self.complain("content", mcid, "of page", page, "is not on the page")
        for page in self.pages:
            read = [m for p, m in self.read if p == page]
            if read != sorted(read):
                self.complain("page", page, "is drawn in another order than it is read")
        for page, mcid in self.claimed:
            self.check_figure(page, mcid)
        for ref in set(self.object_kids) - self.annotations:
            self.complain("annotation", ref, "is on no page")

    marked, annotations = {}, set()

    def check_figure(self, page, mcid):
        """A figure is an image, and the other way round; its box is where the image stands, on the page."""
        ref, image = self.claimed[page, mcid], self.images.get((page, mcid))
        element = self.at(ref)
        if (element.get("/S") == "/Figure") != (image is not None):
            return self.complain(element.get("/S"), ref, "and image", image)
        if image is None:
            return None
        attributes = self.at(element.get("/A")) or {}
        box, paper = attributes.get("/BBox") or [0, 0, 0, 0], self.at(page)["/MediaBox"]
        if attributes.get("/O") != "/Layout" or any(abs(a - b) > 0.01 for a, b in zip(box, image)):
            self.complain("figure", ref, "has the box", box, "its image", image)
        if not (paper[0] <= image[0] < image[2] <= paper[2] and paper[1] <= image[1] < image[3] <= paper[3]):
            self.complain("figure", ref, "is not on the page:", image)
        return None

    def check_image(self, ref):
        """What PDF/A takes: no transparency, grey or RGB."""
        image = self.at(ref) or {}
        if image.get("/Subtype") != "/Image" or image.get("/ColorSpace") not in ("/DeviceGray", "/DeviceRGB"):
            self.complain("image", ref, "has colors", image.get("/ColorSpace"))
        if {"/SMask", "/Mask", "/Alternates", "/OPI"} & set(image) or image.get("/Interpolate") is True:
            self.complain("image", ref, "has what PDF/A does not take")

    def check_page(self, ref, parents, used):
        page = self.at(ref)
        contents = page["/Contents"]
        data = b"\n".join(self.stream(s) for s in (contents if isinstance(contents, list) else [contents]))
        mcids = Content(self, ref, page, data).mcids
        self.marked = {**self.marked, ref: mcids}
        row = self.at(parents.get(page.get("/StructParents")))
        row = row if isinstance(row, list) else []
        if mcids and "/StructParents" not in page:
            self.complain("page", ref, "has no key in the parent tree")
        used.add(page.get("/StructParents"))
        if len(row) != len(mcids) or sorted(mcids) != list(range(len(mcids))):
            self.complain("page", ref, "marks", len(mcids), "contents, the parent tree has", len(row))
        for mcid in mcids:
            if (ref, mcid) not in self.claimed:
                self.complain("content", mcid, "of page", ref, "is in no element")
            elif mcid >= len(row) or row[mcid] != self.claimed[ref, mcid]:
                self.complain("content", mcid, "of page", ref, "has another parent than its element")
        annotations = self.at(page.get("/Annots")) or []
        self.annotations = self.annotations | set(annotations)
        if annotations and page.get("/Tabs") != "/S":
            self.complain("page", ref, "has another order of tabs")
        for a in annotations:
            self.check_annotation(a, parents, used)

    def check_annotation(self, ref, parents, used):
        a = self.at(ref)
        if not (text(a.get("/Contents")) or "").strip():
            self.complain("annotation", ref, "without contents")
        if not a.get("/F", 0) & 4 or a.get("/F", 0) & 0b100011:
            self.complain("annotation", ref, "is not printed or hidden")
        key = a.get("/StructParent")
        used.add(key)
        element = parents.get(key)
        if not isinstance(element, str) or self.at(element).get("/S") != "/Link":
            self.complain("annotation", ref, "has no element")
        if self.object_kids.get(ref) != element:
            self.complain("annotation", ref, "and its element do not name each other")

    # metadata

    def check_metadata(self):
        if "/Metadata" not in self.catalog:
            return self.complain("no metadata")
        xmp = ET.fromstring(self.stream(self.catalog["/Metadata"]))
        name = {"dc": "http://purl.org/dc/elements/1.1/", "pdf": "http://ns.adobe.com/pdf/1.3/",
                "xmp": "http://ns.adobe.com/xap/1.0/", "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
                "pdfuaid": "http://www.aiim.org/pdfua/ns/id/", "schema": "http://www.aiim.org/pdfa/ns/schema#"}

        def told(path):
            return ["".join(e.itertext()).strip() for e in xmp.iterfind(".//" + path, name)]
        info = self.at(self.objects["trailer"]["value"].get("/Info")) or {}
        part = "3" if "/AF" in self.catalog else "2"
        for path, want in (("pdfaid:part", [part]), ("pdfaid:conformance", ["A"]), ("pdfuaid:part", ["1"])):
            if told(path) != want:
                self.complain("metadata:", path, told(path))
        for path, key in (("dc:title", "/Title"), ("dc:creator", "/Author"), ("pdf:Producer", "/Producer"),
                          ("xmp:CreateDate", "/CreationDate"), ("xmp:ModifyDate", "/ModDate")):
            have, want = told(path), text(info.get(key))
            if path.startswith("xmp") and want:
                want = "%s-%s-%sT%s:%s:%sZ" % re.match(r"D:(....)(..)(..)(..)(..)(..)Z", want).groups()
            if have != ([want] if want else []):
                self.complain("metadata:", path, have, "and the information:", want)
        if not told("dc:title"):
            self.complain("no title")
        known = set(name.values()) | set(told("schema:namespaceURI"))
        for e in xmp.iter():
            space = e.tag[1:].split("}")[0]
            if space not in known and not re.search("adobe:ns:meta|rdf-syntax|aiim.org/pdfa/ns", space):
                self.complain("metadata: the schema of", e.tag, "is not described")


class Content:
    """A page's operators: all that is drawn is marked, each content once, each glyph tells its text."""

    def __init__(self, checker, ref, page, data):
        self.c, self.ref = checker, ref
        self.objects = checker.at(checker.at(page["/Resources"]).get("/XObject")) or {}
        self.matrix = None
        self.fonts = checker.at(checker.at(page["/Resources"]).get("/Font")) or {}
        self.mcids, self.stack, self.font, self.text_depth = [], [], None, None
        self.unicode = {}
        operands = []
        for token in TOKEN.findall(data):
            if token[:1] in b"(</[]>+-.0123456789" and token not in (b"'", b'"'):
                operands.append(token)
                continue
            self.operator(token.decode("latin-1"), operands)
            operands = []
        if self.stack:
            self.complain("a mark is left open")

    def complain(self, *what):
        self.c.complain("page", self.ref + ":", *what)

    def operator(self, name, operands):
        if name in ("BMC", "BDC"):
            self.open(operands)
        elif name == "EMC":
            if not self.stack or (self.text_depth is not None and len(self.stack) <= self.text_depth):
                self.complain("a mark ends that did not begin there")
            self.stack = self.stack[:-1]
        elif name == "BT":
            self.text_depth = len(self.stack)
        elif name == "ET":
            if self.text_depth != len(self.stack):
                self.complain("a mark goes over the end of a text object")
            self.text_depth = None
        elif name == "Tf":
            self.font = operands[0].decode()
        elif name == "cm":
            self.matrix = [float(v) for v in operands]
        elif name == "Do":
            self.draw(operands[0].decode())
        if name in PAINTING:
            if not any(m is not None for m in self.stack):
                self.complain("unmarked", name)
            if name == "TJ":
                self.show(operands)

    def draw(self, name):
        self.c.check_image(self.objects.get(name))
        width, _, _, height, x, y = self.matrix
        mcids = [m for m in self.stack if isinstance(m, int)]
        for mcid in mcids[-1:]:
            self.c.images[self.ref, mcid] = [x, y, x + width, y + height]

    def open(self, operands):
        """A mark is on the stack as its number, "artifact", or None for one that says something of its text alone."""
        rest = b" ".join(operands[1:])
        mcid, lang = re.search(rb"/MCID (\d+)", rest), re.search(rb"/Lang \(([^)]*)\)", rest)
        if lang and not LANG.match(lang[1].decode("latin-1")):
            self.complain("language", lang[1])
        mark = int(mcid[1]) if mcid else "artifact" if operands[0] == b"/Artifact" else None
        if mark is not None and any(m is not None for m in self.stack):
            self.complain("content or artifact within another")
        if mcid and int(mcid[1]) in self.mcids:
            self.complain("content", mcid[1].decode(), "is marked twice")
        if mcid:
            self.mcids.append(int(mcid[1]))
        self.stack.append(mark)

    def show(self, operands):
        if self.font not in self.unicode:
            self.unicode[self.font] = self.read_font(self.c.at(self.fonts.get(self.font)))
        for hexes in (o[1:-1] for o in operands if o[:1] == b"<"):
            for i in range(0, len(hexes), 4):
                code = hexes[i:i + 4].decode().upper()
                if code == "0000":
                    self.complain("draws .notdef")
                if code not in self.unicode[self.font]:
                    self.complain("code", code, "of", self.font, "tells no text")

    def read_font(self, font):
        """Codes and what they tell."""
        if not font or "/ToUnicode" not in font:
            self.complain("font", self.font, "tells no text")
            return {}
        descriptor = self.c.at(self.c.at(font["/DescendantFonts"][0])["/FontDescriptor"])
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor):
            self.complain("font", self.font, "is not embedded")
        rows = re.findall(rb"^<([0-9A-F]{4})> <([0-9A-F]*)>", self.c.stream(font["/ToUnicode"]), re.M)
        for code, told in rows:
            if not told or told in (b"0000", b"FEFF", b"FFFE"):
                self.complain("code", code.decode(), "of", self.font, "tells", told.decode())
        return {code.decode() for code, _ in rows}


if __name__ == "__main__":
    failed = False
    for path in sys.argv[1:]:
        for complaint in Checker(load(path)).check()[:20]:
            print(path + ":", complaint)
            failed = True
    sys.exit(failed)
