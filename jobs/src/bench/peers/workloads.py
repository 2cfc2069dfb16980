"""What the peers train, and how they are called and timed: import it first, it holds BLAS and OpenMP to one thread."""
import os

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"  # read once, when the library is loaded

import argparse
import ctypes
import gzip
import json
import sys
import time
from dataclasses import dataclass

import numpy as np

# Freed memory stays with the process: by default glibc gives large blocks back, to fault them in again at every
# mini-batch, which makes autograd, whose every gradient is a new tensor, up to three times as slow on large networks.
for _option in (-1, -3):  # M_TRIM_THRESHOLD, M_MMAP_THRESHOLD
    ctypes.CDLL(None).mallopt(_option, 1 << 25)

np.seterr(over="ignore")  # e^z may become infinite: the sigmoid 1 / (1 + e^z) is then 0, as it should be


@dataclass(frozen=True)
class Workload:
    widths: tuple
    batch: int
    rate: float
    momentum: float = 0.0
    inputs: str = "images"  # images: 784 bytes, inner: 100 bytes, dense: 784 floats
    quadratic: bool = False  # sigmoid everywhere and the quadratic cost; otherwise ReLU and softmax cross-entropy


WORKLOADS = {
    "W1": Workload((784, 16, 16, 10), 10, 1.5, quadratic=True),
    "W2": Workload((784, 16, 16, 10), 128, 0.1),
    "W3-128": Workload((784, 128, 10), 128, 0.05, momentum=0.9),
    "W3-512": Workload((784, 512, 10), 128, 0.05, momentum=0.9),
    "W4": Workload((784, 512, 512, 512, 10), 128, 0.1),
    "W4-dense": Workload((784, 512, 512, 512, 10), 128, 0.1, inputs="dense"),
    "W5-25": Workload((100, 25, 10), 100, 0.1, inputs="inner"),
    "W5-250": Workload((100, 250, 10), 100, 0.1, inputs="inner"),
}


def _idx(name, header):
    with gzip.open(os.path.join(os.environ["ROTE_DATA"], "mnist", name)) as file:
        return np.frombuffer(file.read(), np.uint8, offset=header)


def load(workload, part="train"):
    """The inputs of part train or t10k, [examples, pixels] bytes (a pixel is a byte / 255) or float32, and the labels."""
    labels = _idx(f"{part}-labels-idx1-ubyte.gz", 8).astype(np.int64)
    images = _idx(f"{part}-images-idx3-ubyte.gz", 16).reshape(len(labels), 28, 28)
    if workload.inputs == "inner":
        quads = images[:, 4:24, 4:24].reshape(-1, 10, 2, 10, 2).sum((2, 4), np.uint16)
        images = ((quads + 2) // 4).astype(np.uint8)
    if workload.inputs == "dense":
        normals = np.random.default_rng(1).standard_normal((len(labels), 784), np.float32)
        return normals * np.float32(images.std() / 255) + np.float32(images.mean() / 255), labels
    return images.reshape(len(labels), -1), labels


def floats(inputs):
    return inputs if inputs.dtype == np.float32 else inputs.astype(np.float32) / np.float32(255)


def one_hot(labels):
    return np.eye(10, dtype=np.float32)[labels]


def padded(inputs):
    """The inputs with a column of ones (for the biases) and zeros up to a whole cache line; and what stands for one."""
    one = 255 if inputs.dtype == np.uint8 else 1
    n = inputs.shape[1]
    wide = np.zeros((len(inputs), n // 16 * 16 + 16), inputs.dtype)
    wide[:, :n] = inputs
    wide[:, n] = one
    return wide, one


def pieces(count, batch, at_least):
    """An epoch in pieces for one gather each: (start, mini-batches, their size); the last mini-batch may be smaller."""
    at_once, whole, found = -(-at_least // batch), count // batch, []
    for i in range(0, whole, at_once):
        found.append((i * batch, min(at_once, whole - i), batch))
    if count % batch:
        found.append((whole * batch, 1, count % batch))
    return found


def draw(workload, rng):
    """Initial (weights [inputs, outputs], biases) of every layer: N(0, 1 / inputs), for ReLU N(0, 2 / inputs)."""
    gain = 1 if workload.quadratic else 2
    return [(rng.standard_normal((m, n), np.float32) * np.float32((gain / m) ** 0.5), np.zeros(n, np.float32))
            for m, n in zip(workload.widths, workload.widths[1:])]


def cost(workload, layers, inputs, labels, linear_outputs=False):
    """The mean cost over the first 10,000 examples, computed alike for every peer."""
    a, hot = floats(inputs[:10000]), one_hot(labels[:10000])
    for i, (weights, biases) in enumerate(layers):
        z = a @ weights + biases
        if workload.quadratic and not (linear_outputs and i == len(layers) - 1):
            a = 1 / (1 + np.exp(-z))
        else:
            a = np.maximum(z, 0)
    if workload.quadratic:
        return float(np.square((z if linear_outputs else a) - hot).sum(1).mean())
    z -= z.max(1, keepdims=True)
    return float((np.log(np.exp(z).sum(1)) - (z * hot).sum(1)).mean())


def arguments(*contenders):
    parser = argparse.ArgumentParser()
    parser.add_argument("workload", choices=WORKLOADS)
    parser.add_argument("--seconds", type=float, default=3.0, help="of thread CPU time to measure, at least")
    if len(contenders) > 1:
        parser.add_argument("--contender", choices=contenders, default=contenders[0])
    return parser.parse_args()


def measure(training, seconds, warm_up=0.7):
    """Examples per second of thread CPU time, from an iterator that trains and then gives on how many examples."""
    start = time.thread_time()
    while time.thread_time() - start < warm_up:
        next(training)
    examples, process, start = 0, time.process_time(), time.thread_time()
    while (spent := time.thread_time() - start) < seconds:
        examples += next(training)
    process = time.process_time() - process
    if process > 1.05 * spent + 0.05:
        sys.exit(f"not one thread: the process used {process:.2f} s of CPU time where its thread used {spent:.2f} s")
    return examples / spent


def openblas():
    """Version and kernel of the OpenBLAS in this process, and its threads."""
    with open("/proc/self/maps") as maps:
        paths = {line.split()[-1] for line in maps if "libopenblas" in line}
    if not paths:
        return "no OpenBLAS", "?"
    library = ctypes.CDLL(paths.pop())
    config, core = library.openblas_get_config, library.openblas_get_corename
    config.restype = core.restype = ctypes.c_char_p
    release = " ".join(config().decode().split()[:2])
    return f"{release} {core().decode()}", str(library.openblas_get_num_threads())


def report(name, contender, speed, final_cost, threads, version):
    print(json.dumps({"workload": name, "contender": contender, "examples_per_second": round(speed, 1),
                      "final_cost": round(final_cost, 5), "threads": threads, "version": version}))
