"""Writes small files of arrays that unpack to hundreds of megabytes. The folder is the argument."""
import gzip
import os
import sys

import numpy as np

folder = sys.argv[1]
labels = np.arange(400_000) % 2
images = np.zeros((400_000, 20, 20), "u1")
few = dict(x_train=images[:80_000], y_train=labels[:80_000], x_test=images[:80_000], y_test=labels[:80_000])
np.savez_compressed(os.path.join(folder, "images.npz"), x_train=images, y_train=labels, x_test=images[:2], y_test=labels[:2])
np.savez_compressed(os.path.join(folder, "several.npz"), **few)
np.savez_compressed(os.path.join(folder, "features.npz"), x_train=np.zeros((80_000, 200)), y_train=labels[:80_000])
os.mkdir(os.path.join(folder, "singles"))
for name, array in dict(few, x_train=images, y_train=labels).items():
    with gzip.open(os.path.join(folder, "singles", name + ".npy.gz"), "wb", 1) as file:
        np.save(file, array)
