"""make.py [FOLDER]: makes the pictures of the tests anew, here or in FOLDER: a drawn face before a sky, in the shapes that
cameras and programs leave. JPEGs are coded by cjpeg (libjpeg-turbo-progs); what is added to them is written here."""
import os
import struct
import subprocess
import sys
import zlib

COLUMNS, ROWS = 120, 150


def pixel(x, y):
    """A face with a red cap on the left side of a sky that darkens to the right: no symmetry, to see each turn."""
    dx, dy = (x - COLUMNS * 0.45) / (COLUMNS * 0.3), (y - ROWS * 0.55) / (ROWS * 0.33)
    if y < ROWS * 0.3 and abs(dx) < 0.9 and y > ROWS * 0.12:
        return 190, 40, 40
    if dx * dx + dy * dy < 1:
        eye = abs(abs(dx) - 0.4) < 0.12 and abs(dy + 0.2) < 0.1
        mouth = abs(dx) < 0.4 and abs(dy - 0.45) < 0.06
        return (30, 30, 30) if eye or mouth else (230, 190, 160)
    return 200 - x, 220 - x, 250 - x // 2


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(path, kind, rows, depth=8, extra=b"", columns=COLUMNS, interlace=0):
    lines = b"".join(b"\0" + r for r in rows)
    head = struct.pack(">IIBBBBB", columns, len(rows), depth, kind, 0, 0, interlace)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + chunk(b"IDAT", zlib.compress(lines, 9)) + chunk(b"IEND", b"")
    open(path, "wb").write(data)
    return data


def tiff(orientation):
    """A directory with an orientation and a place: 52 degrees north."""
    entries = [struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0), struct.pack(">HHII", 0x8825, 4, 1, 38)]
    gps = [struct.pack(">HHI4s", 1, 2, 2, b"N\0\0\0"), struct.pack(">HHII", 2, 5, 3, 68)]
    place = struct.pack(">6I", 52, 1, 22, 1, 13, 1) + b"GPS-of-the-garden"
    return (b"MM\0*" + struct.pack(">I", 8) + struct.pack(">H", 2) + b"".join(entries) + struct.pack(">I", 0) +
            struct.pack(">H", 2) + b"".join(gps) + struct.pack(">I", 0) + place)


def segment(marker, data):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data


def with_notes(jpeg, orientation):
    """Exif, a comment, a profile of colors and something behind the end, as cameras write them."""
    notes = (segment(0xE1, b"Exif\0\0" + tiff(orientation)) + segment(0xFE, b"GPS-of-the-garden") +
             segment(0xE2, b"ICC_PROFILE\0\1\1" + bytes(128)))
    return jpeg[:2] + notes + jpeg[2:] + b"GPS-of-the-garden"


def cjpeg(source, *options):
    return subprocess.run(["cjpeg", "-quality", "85", *options, source], stdout=subprocess.PIPE, check=True).stdout


def four_colors(grey):
    """8 x 8 pixels of four components, the tables borrowed: of each a block without differences, 00 1010."""
    tables, at = b"", 2
    while grey[at + 1] != 0xDA:
        end = at + 2 + struct.unpack(">H", grey[at + 2:at + 4])[0]
        tables += grey[at:end] if grey[at + 1] in (0xDB, 0xC4) else b""
        at = end
    frame = struct.pack(">BHHB", 8, 8, 8, 4) + b"".join(bytes([i, 0x11, 0]) for i in range(1, 5))
    scan = b"\4" + b"".join(bytes([i, 0]) for i in range(1, 5)) + b"\0\x3f\0"
    adobe = segment(0xEE, b"Adobe\0\x64\0\0\0\0\0")
    return b"\xff\xd8" + adobe + tables + segment(0xC0, frame) + segment(0xDA, scan) + b"\x28\xa2\x8a\xff\xd9"


def main(folder):
    os.chdir(folder)
    rows = [bytes(v for x in range(COLUMNS) for v in pixel(x, y)) for y in range(ROWS)]
    with open("face.ppm", "wb") as f:
        f.write(b"P6\n%d %d\n255\n" % (COLUMNS, ROWS) + b"".join(rows))
    plain = cjpeg("face.ppm")
    open("face.jpg", "wb").write(with_notes(plain, 1))
    open("turned.jpg", "wb").write(with_notes(plain, 6))
    open("grey.jpg", "wb").write(cjpeg("face.ppm", "-grayscale"))
    open("print.jpg", "wb").write(four_colors(open("grey.jpg", "rb").read()))
    open("progressive.jpg", "wb").write(cjpeg("face.ppm", "-progressive"))
    open("short.jpg", "wb").write(plain[:len(plain) * 2 // 3])
    os.remove("face.ppm")
    whole = png("face.png", 2, rows, extra=chunk(b"tEXt", b"Comment\0GPS-of-the-garden") + chunk(b"eXIf", tiff(1)))
    png("turned.png", 2, rows, extra=chunk(b"eXIf", tiff(6)))
    open("short.png", "wb").write(whole[:len(whole) * 2 // 3])
    open("damaged.png", "wb").write(whole[:-40] + bytes([whole[-40] ^ 1]) + whole[-39:])
    png("alpha.png", 6, [b"".join(bytes(pixel(x, y)) + bytes([255 if y < ROWS // 2 else 0]) for x in range(COLUMNS))
                         for y in range(ROWS)])
    # 30000 x 30000 pixels in a few bytes of header
    open("huge.png", "wb").write(whole[:8] + chunk(b"IHDR", struct.pack(">IIBBBBB", 30000, 30000, 8, 2, 0, 0, 0)) + whole[33:])
    open("other.jpg", "wb").write(b"GIF89a\1\0\1\0\0\0\0;")


main(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__)))
