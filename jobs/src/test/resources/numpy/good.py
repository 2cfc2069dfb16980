"""Writes arrays into the folder that is named, and beside each a text with its numbers as NumPy has them."""
import os
import sys

import numpy as np

folder = sys.argv[1]
random = np.random.default_rng(1)


def keep(name, array):
    numbers = np.where(array, 255, 0) if array.dtype == bool else array
    lines = ["x".join(map(str, array.shape)), " ".join(repr(float(np.float32(number))) for number in numbers.ravel(order="C"))]
    with open(os.path.join(folder, name + ".txt"), "w") as text:
        text.write("\n".join(lines))


def save(name, array):
    np.save(os.path.join(folder, name + ".npy"), array)
    keep(name, array)


numbers = random.integers(0, 256, (5, 3, 4))
for code in ["u1", "i2", "u2", "i4", "u4", "i8", "u8"]:
    for order in "<>":
        save(("little" if order == "<" else "big") + "-" + code, numbers.astype(order + code))
save("signed-bytes", (numbers % 128).astype("i1"))
save("truth", numbers > 100)
save("fortran", np.asfortranarray(numbers.astype("<i8")))
save("fortran-colour", np.asfortranarray(random.integers(0, 256, (7, 5, 5, 3)).astype("u1")))
for code, least, greatest in [("i1", -128, 127), ("i2", -(2**15), 2**15 - 1), ("u2", 0, 2**16 - 1), ("i4", -(2**31), 2**31 - 1),
                              ("u4", 0, 2**32 - 1), ("i8", -(2**63), 2**63 - 1), ("u8", 0, 2**64 - 1)]:
    for order in "<>":
        dtype = np.dtype(order + code)
        ends = np.array([[least, greatest, 0, 1], [greatest // 3, least // 2, 255, 100]], dtype=object).astype(dtype)
        save(("little" if order == "<" else "big") + "-wide-" + code, ends)
for code in ["f2", "f4", "f8"]:
    for order in "<>":
        reals = np.concatenate([random.normal(0, 3, 20), [0.0, -0.0, 6e-8, -3e-5, 65504, 255, 1 / 3, 1e-7]]).reshape(7, 4).astype(order + code)
        save(("little" if order == "<" else "big") + "-" + code, reals)
save("fortran-reals", np.asfortranarray(random.normal(0, 1, (4, 5, 5, 2)).astype("<f4")))
save("many-reals", np.concatenate([np.zeros(70000), random.normal(0, 1, 70000)]).reshape(-1, 4))  # become floats late
save("flat", random.integers(0, 256, (6, 9)).astype("u1"))
save("labels", random.integers(0, 10, 30))
save("real-labels", random.integers(0, 10, 30).astype("f8"))
save("column", random.integers(0, 10, (30, 1)).astype("u1"))
save("many", random.integers(0, 256, (500, 20, 20)).astype("i2"))  # more than a chunk
for version in [1, 2, 3]:
    with open(os.path.join(folder, "version-%d.npy" % version), "wb") as file:
        np.lib.format.write_array(file, numbers.astype("u1"), version=(version, 0))
    keep("version-%d" % version, numbers.astype("u1"))

colour = random.integers(0, 256, (20, 6, 6, 3)).astype("u1")
labels = np.arange(20) % 4
keras = dict(x_train=colour[:12], y_train=labels[:12], x_test=colour[12:], y_test=labels[12:])
med = dict(train_images=colour[:12], train_labels=labels[:12, None].astype("u1"), val_images=colour[:3], val_labels=labels[:3, None],
           test_images=colour[12:], test_labels=labels[12:, None].astype("u1"))
own = dict(first=colour[:12], second=labels[:12], third=colour[12:], fourth=labels[12:])
np.savez(os.path.join(folder, "keras.npz"), **keras)
np.savez_compressed(os.path.join(folder, "medmnist.npz"), **med)
np.savez_compressed(os.path.join(folder, "own.npz"), **own)
np.savez(os.path.join(folder, "names.npz"), **{"größe-" + "x" * 100 + name: array for name, array in own.items()})
np.savez(os.path.join(folder, "capitals.npz"), **{name[0].upper() + name[1:]: array for name, array in keras.items()})
os.makedirs(os.path.join(folder, "singles"))
for name, array in keras.items():
    np.save(os.path.join(folder, "singles", name + ".npy"), array)
    keep(name, array)

half = dict(x_train=random.normal(5, 2, (40, 3)), y_train=np.arange(40) % 2 + 1)
half["x_train"][:, 0] += 8.0 * half["y_train"]
np.savez(os.path.join(folder, "no-test.npz"), **half)
np.savez(os.path.join(folder, "no-test-pixels.npz"), x_train=colour, y_train=labels)
whole = np.arange(24).reshape(4, 6)
np.savez(os.path.join(folder, "whole-numbers.npz"), x_train=whole, y_train=[0, 1, 0, 1], x_test=whole, y_test=[0, 1, 0, 1])
