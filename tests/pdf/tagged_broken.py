"""tagged_broken.py FILE.pdf [figure]: breaks a good tagged file in one place at a time; tagged.py has to complain of
each. With "figure", the figure of a file that has one."""
import base64
import copy
import re
import sys

from tagged import Checker, load


class File:
    """The objects of a file, to be broken."""

    def __init__(self, objects):
        self.objects = copy.deepcopy(objects)
        self.catalog = self.at(self.objects["trailer"]["value"]["/Root"])
        self.root = self.at(self.catalog["/StructTreeRoot"])
        self.nums = self.at(self.root["/ParentTree"])["/Nums"]

    def at(self, ref):
        o = self.objects["obj:" + ref]
        return o["stream"]["dict"] if "stream" in o else o["value"]

    def all(self, key, value):
        return [(k[4:], self.at(k[4:])) for k, o in self.objects.items() if k != "trailer" and
                isinstance(o.get("value", o.get("stream", {}).get("dict")), dict) and self.at(k[4:]).get(key) == value]

    def first(self, key, value):
        return self.all(key, value)[0][1]

    def element(self, kind):
        return self.first("/S", kind)

    def edit(self, ref, pattern, by):
        stream = self.objects["obj:" + ref]["stream"]
        data, n = re.subn(pattern, by, base64.b64decode(stream["data"]), count=1, flags=re.S | re.M)
        assert n == 1, pattern
        stream["data"] = base64.b64encode(data).decode()

    def page(self, pattern, by):
        self.edit(self.first("/Type", "/Page")["/Contents"], pattern, by)

    def xmp(self, pattern, by):
        self.edit(self.catalog["/Metadata"], pattern, by)

    def font(self, key):
        return self.at(self.first("/Type", "/Font" if key != "/FontFile3" else "/FontDescriptor")[key])


def swap(kids, i, j):
    kids[i], kids[j] = kids[j], kids[i]


def loses(f, kind, key):
    del f.element(kind)[key]


CASES = [  # (what is complained of, how the file is broken)
    ("not marked as tagged", lambda f: f.catalog.pop("/MarkInfo")),
    ("language of the document", lambda f: f.catalog.pop("/Lang")),
    ("language of the document", lambda f: f.catalog.update({"/Lang": "u:not a language"})),
    ("title is not displayed", lambda f: f.catalog.pop("/ViewerPreferences")),
    ("output intent", lambda f: f.catalog.pop("/OutputIntents")),
    ("ICC profile", lambda f: f.edit(f.first("/S", "/GTS_PDFA1")["/DestOutputProfile"], rb"acsp", b"pcsa")),
    ("no structure tree", lambda f: f.catalog.pop("/StructTreeRoot")),
    ("stands twice", lambda f: f.element("/Document")["/K"].append(f.element("/Document")["/K"][0])),
    ("parent of /P", lambda f: f.element("/P").update({"/P": f.element("/H1")["/P"][:-4] + "9 0 R"})),
    ("unknown element /Quux", lambda f: f.element("/P").update({"/S": "/Quux"})),
    ("heading of level 3 after one of level 1", lambda f: f.element("/H2").update({"/S": "/H3"})),
    ("heading of level 2 after one of level 0", lambda f: f.element("/H1").update({"/S": "/H2"})),
    ("empty element /P", lambda f: f.element("/P").update({"/K": []})),
    ("holds /P", lambda f: f.element("/LI").update({"/S": "/P"})),
    ("item", lambda f: f.at(f.element("/Lbl")["/P"])["/K"].reverse()),
    ("item", lambda f: f.element("/LI")["/K"].clear()),
    ("has labels and no numbering", lambda f: f.at(f.at(f.element("/Lbl")["/P"])["/P"]).pop("/A")),
    ("head cell", lambda f: loses(f, "/TH", "/A")),
    ("rows of several lengths", lambda f: f.element("/TR")["/K"].pop()),
    ("holds /LBody", lambda f: f.element("/TD").update({"/S": "/LBody"})),
    ("mixes blocks and text", lambda f: f.element("/LBody")["/K"].append(0)),
    ("stands in two elements", lambda f: f.element("/H2")["/K"].append(f.element("/H1")["/K"][0])),
    ("is in no element", lambda f: f.element("/H2")["/K"].clear()),
    ("is on no page", lambda f: loses(f, "/H1", "/Pg")),
    ("another parent than its element", lambda f: swap(f.nums[1], 0, 1)),
    ("the parent tree has", lambda f: f.nums[1].pop()),
    ("not in order", lambda f: swap(f.nums, 0, 2)),
    ("that nothing has", lambda f: f.nums.extend([100000, f.nums[-1]])),
    ("next key", lambda f: f.root.update({"/ParentTreeNextKey": 1})),
    ("no key in the parent tree", lambda f: f.first("/Type", "/Page").pop("/StructParents")),
    ("order of tabs", lambda f: f.first("/Type", "/Page").update({"/Tabs": "/R"})),
    ("drawn in another order", lambda f: swap(f.element("/Document")["/K"], 1, 2)),
    ("without contents", lambda f: f.first("/Subtype", "/Link").pop("/Contents")),
    ("is not printed", lambda f: f.first("/Subtype", "/Link").update({"/F": 0})),
    ("has no element", lambda f: f.first("/Subtype", "/Link").pop("/StructParent")),
    ("do not name each other", lambda f: swap(f.nums, -1, -3)),
    ("and annotations", lambda f: [f.element("/Link")["/K"].pop() for _ in range(1)]),
    ("and annotations", lambda f: f.element("/P").update({"/S": "/Link"})),
    ("is on no page", lambda f: f.first("/Type", "/Page")["/Annots"].pop()),
    ("unmarked TJ", lambda f: f.page(rb"/H1<</MCID 0>>BDC\n(.*?)EMC\n", rb"\1")),
    ("unmarked f", lambda f: f.page(rb"/Artifact<</Type/Layout>>BDC\n(.*?)EMC\n", rb"\1")),
    ("is marked twice", lambda f: f.page(rb"/MCID 1>>", b"/MCID 0>>")),
    ("is not on the page", lambda f: f.page(rb"/MCID 1>>", b"/MCID 9999>>")),
    ("left open", lambda f: f.page(rb"EMC\n(?!.*EMC)", b"")),
    ("within another", lambda f: f.page(rb"(/H1<</MCID 0>>BDC)", rb"/Artifact BMC \1")),
    ("mark ends that did not begin", lambda f: f.page(rb"BT\n", b"BT\nEMC\n")),
    ("over the end of a text object", lambda f: f.page(rb"EMC\nET", b"ET\nEMC")),
    ("language", lambda f: f.page(rb"/Lang\(\w+\)", b"/Lang(x y)")),
    ("draws .notdef", lambda f: f.page(rb"\[<....", b"[<0000")),
    ("tells no text", lambda f: f.edit(f.first("/Subtype", "/Type0")["/ToUnicode"], rb"^<0001> <\w+>\n", b"")),
    ("tells 0000", lambda f: f.edit(f.first("/Subtype", "/Type0")["/ToUnicode"], rb"^<0001> <\w+>", b"<0001> <0000>")),
    ("is not embedded", lambda f: [d.pop("/FontFile3") for _, d in f.all("/Type", "/FontDescriptor")]),
    ("no metadata", lambda f: f.catalog.pop("/Metadata")),
    ("pdfaid:part", lambda f: f.xmp(rb"<pdfaid:part>2", b"<pdfaid:part>1")),
    ("pdfuaid:part", lambda f: f.xmp(rb"<pdfuaid:part>1</pdfuaid:part>", b"")),
    ("dc:title", lambda f: f.xmp(rb"(<dc:title>.*?<rdf:li[^>]*>)", rb"\1x")),
    ("dc:creator", lambda f: f.at(f.objects["trailer"]["value"]["/Info"]).pop("/Author")),
    ("xmp:CreateDate", lambda f: f.xmp(rb"<xmp:CreateDate>2", b"<xmp:CreateDate>3")),
    ("is not described", lambda f: f.xmp(rb"<pdfaSchema:namespaceURI>urn:x-mkcv:", b"<pdfaSchema:namespaceURI>urn:y:")),
]

def box_of(f):
    return f.at(f.element("/Figure")["/A"]) if isinstance(f.element("/Figure")["/A"], str) else f.element("/Figure")["/A"]


def image_of(f):
    return f.first("/Subtype", "/Image")


FIGURE_CASES = [
    ("without alternate text", lambda f: loses(f, "/Figure", "/Alt")),
    ("has the box", lambda f: loses(f, "/Figure", "/A")),
    ("has the box", lambda f: box_of(f)["/BBox"].reverse()),
    ("/P", lambda f: f.element("/Figure").update({"/S": "/P"})),
    ("unmarked Do", lambda f: f.page(rb"/Figure<</MCID \d+>>BDC\n(.*?)EMC\n", rb"\1")),
    ("is not on the page", lambda f: f.page(rb"^q [0-9.]+", b"q 9000")),
    ("has colors /DeviceCMYK", lambda f: image_of(f).update({"/ColorSpace": "/DeviceCMYK"})),
    ("does not take", lambda f: image_of(f).update({"/SMask": "1 0 R"})),
    ("drawn in another order", lambda f: swap(f.element("/Document")["/K"], 0, 1)),
]
good = load(sys.argv[1])
failed = Checker(good).check()
cases = FIGURE_CASES if sys.argv[2:] == ["figure"] else CASES
for want, damage in cases:
    broken = File(good)
    damage(broken)
    complaints = Checker(broken.objects).check()
    if not any(want in c for c in complaints):
        failed.append("%s: %s" % (want, complaints[:3]))
for f in failed:
    print("not noticed:", f)
print(len(cases), "ways to break the file")
sys.exit(bool(failed))
