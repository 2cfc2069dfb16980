"""Writes the MNIST of the second folder into the first, under the names that Keras uses."""
import glob
import gzip
import os
import sys

import numpy as np


def idx(name):
    path = (glob.glob(os.path.join(sys.argv[2], name)) + glob.glob(os.path.join(sys.argv[2], name + ".gz")))[0]
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
        content = file.read()
    dimensions = content[3]
    shape = np.frombuffer(content, ">i4", dimensions, 4)
    return np.frombuffer(content, "u1", -1, 4 + 4 * dimensions).reshape(shape)


np.savez_compressed(os.path.join(sys.argv[1], "mnist.npz"),
                    x_train=idx("train-images-idx3-ubyte"), y_train=idx("train-labels-idx1-ubyte").astype("<i8"),
                    x_test=np.asfortranarray(idx("t10k-images-idx3-ubyte")), y_test=idx("t10k-labels-idx1-ubyte").astype(">u2"))
