"""Writes the images beside this file with Pillow, and the numbers that Pillow reads in them as .raw (run by hand; Debian's python3-pil)."""
import random
import struct
import zlib

from PIL import Image, PngImagePlugin

SIZE = (7, 5)
draw = random.Random(1)


def save(name, image, mode=None, **options):
    image.save(name + ".png", **options)
    if mode:
        image = Image.open(name + ".png").convert(mode)
        bands = image.split()
        open(name + ".raw", "wb").write(b"".join(band.tobytes() for band in bands))


def noise(mode, bands):
    return Image.frombytes(mode, SIZE, bytes(draw.randrange(256) for _ in range(SIZE[0] * SIZE[1] * bands)))


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


grey, colour = noise("L", 1), noise("RGB", 3)
save("grey", grey, "L")
save("grey-small", grey.resize((6, 5)), "L")
save("colour", colour, "RGB")
save("best", colour, "RGB", optimize=True)
text = PngImagePlugin.PngInfo()
text.add_text("comment", "a" * 100_000, zip=True)
save("with-text", grey, "L", pnginfo=text, dpi=(300, 300))
save("one-bit", grey.convert("1"), "L")
save("palette", colour.quantize(20), "RGB")
save("palette-of-two", grey.convert("1").convert("RGB").quantize(2), "RGB", bits=1)
opaque = colour.copy()
opaque.putalpha(255)
save("opaque", opaque, "RGB")
grey_alpha = grey.copy()
grey_alpha.putalpha(255)
save("grey-opaque", grey_alpha, "L")
save("transparent", noise("RGBA", 4))
save("transparent-palette", colour.quantize(20), transparency=3)
save("sixteen-bits", Image.new("I;16", SIZE, 1000))
colour.save("photo.jpg")
colour.save("moving.gif")

# What Pillow does not write: grey levels of 2 and 4 bits, and a header that announces a huge image.
for bits in (2, 4):
    lines = b"".join(b"\0" + bytes(draw.randrange(256) for _ in range((SIZE[0] * bits + 7) // 8)) for _ in range(SIZE[1]))
    header = struct.pack(">IIBBBBB", *SIZE, bits, 0, 0, 0, 0)
    name = f"grey-{bits}-bits"
    open(name + ".png", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b""))
    image = Image.open(name + ".png")
    open(name + ".raw", "wb").write(image.convert("L").tobytes())
header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
open("bomb.png", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1 << 20), 9)) + chunk(b"IEND", b""))
