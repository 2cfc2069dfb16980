"""Writes one folder for each mistake that a file of arrays can have. The folder's name is the mistake's."""
import io
import os
import struct
import sys
import zipfile

import numpy as np

folder = sys.argv[1]
x = np.full((12, 4, 4), 200, "u1")
y = np.arange(12) % 3
good = dict(x_train=x, y_train=y, x_test=x, y_test=y)


def file(case, name="set.npz"):
    os.makedirs(os.path.join(folder, case), exist_ok=True)
    return os.path.join(folder, case, name)


def case(name, **changed):
    np.savez(file(name), **{key: array for key, array in dict(good, **changed).items() if array is not None})


def npy(array):
    out = io.BytesIO()
    np.lib.format.write_array(out, array, allow_pickle=True)
    return out.getvalue()


def header(text, version=1):
    text = text.encode("latin1") + b"\n"
    return b"\x93NUMPY" + bytes([version, 0]) + struct.pack("<H" if version == 1 else "<I", len(text)) + text


def raw(name, compression=zipfile.ZIP_STORED, **entries):
    """An archive whose entries are bytes; the good arrays stand for those that are not given."""
    with zipfile.ZipFile(file(name), "w", compression) as archive:
        for key in good:
            if key not in entries:
                archive.writestr(key + ".npy", npy(good[key]))
        for key, content in entries.items():
            archive.writestr(key + ".npy", content)


case("objects", y_train=np.array(["a", 1, None] * 4, dtype=object))
case("texts", y_train=np.array(["cat", "dog", "owl"] * 4))
case("mixed", x_train=x.astype("f4") / 255)
case("long-doubles", x_train=x.astype("g"))
case("nan", x_train=np.where(np.arange(12 * 16).reshape(12, 4, 4) == 21, np.nan, 1.5), x_test=x / 2)
case("infinity", x_train=np.full((12, 3), -np.inf, ">f4"), x_test=np.ones((12, 3)))
case("beyond-floats", x_train=np.full((12, 3), 1e300), x_test=np.ones((12, 3)))
case("real-labels", y_train=y + 0.5)
case("complex", x_train=x.astype("c8"))
case("dates", y_train=np.array(["2020-01-01"] * 12, dtype="M8[D]"))
case("records", x_train=np.zeros(12, dtype=[("a", "u1"), ("b", "f4")]))
case("negative", y_train=np.array([0, 1, -1] * 4))
case("too-many-classes", y_train=np.arange(12) + 250)
case("huge-labels", y_train=np.full(12, 2**64 - 1, "u8"))
case("flat-labels-as-images", x_train=y.astype("u1"))
case("half-a-test", y_test=None)
case("unequal", y_train=y[:11])
case("one-hot", y_train=np.eye(3, dtype="u1")[y])
case("empty-array", x_train=np.zeros((0, 4, 4), "u1"))
case("single-number", y_train=np.array(3))
case("five-dimensions", x_train=np.zeros((12, 1, 4, 4, 1), "u1"))
case("other-size", x_test=np.zeros((12, 5, 4), "u1"))
case("new-classes", y_test=y + 7)
case("new-lower-class", y_train=y // 2 * 2)
case("one-class", y_train=y * 0 + 5, y_test=y * 0 + 5)
case("one-class-without-a-test", y_train=y * 0 + 5, x_test=None, y_test=None)
case("no-test", x_test=None, y_test=None)
np.savez(file("other-names"), a=x, b=y)
raw("claims", x_train=header("{'descr': '|u1', 'fortran_order': False, 'shape': (1099511627776,), }"))
raw("claims-more-than-memory", x_train=header("{'descr': '|u1', 'fortran_order': False, 'shape': (2147483600,), }"))
raw("claims-a-lot", x_train=header("{'descr': '|u1', 'fortran_order': False, 'shape': (9999999, 10), }"))
raw("evaluated", x_train=header("{'descr': __import__('os').system('touch /tmp/x'), 'fortran_order': False, 'shape': (3,), }"))
raw("no-dictionary", x_train=header("['descr', '|u1']"))
raw("unknown-key", x_train=header("{'descr': '|u1', 'fortran_order': False, 'shape': (3,), 'more': 1}"))
raw("long-header", x_train=header(" " * 70000, 2))
raw("version", x_train=header("{}", 9))
raw("no-magic", x_train=b"\x89PNG\r\n\x1a\n")
raw("truncated-array", x_train=npy(x)[:-5])
raw("trailing-bytes", x_train=npy(x) + b"more")
raw("bomb", zipfile.ZIP_DEFLATED, x_train=npy(x) + bytes(200_000_000))
raw("path", **{"x_train": npy(x), "x_train.npy/../x_train": npy(x)})
whole = open(file("objects"), "rb").read()
open(file("truncated-archive"), "wb").write(whole[:-1400])
open(file("no-archive"), "wb").write(b"x,y\n1,2\n" * 50)
open(file("empty-file"), "wb").write(b"")
with zipfile.ZipFile(file("twice"), "w") as archive:
    for key in list(good) + ["x_train"]:
        archive.writestr(key + ".npy", npy(good[key]))
content = bytearray(open(file("unequal"), "rb").read())
content[6] |= 1  # the flag of encryption of the first entry
open(file("encrypted"), "wb").write(content)
np.savez(file("several", "a.npz"), **good)
np.savez(file("several", "b.npz"), **good)
np.save(file("lonely", "x_train.npy"), x)
