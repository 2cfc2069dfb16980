"""The numpy peer: the workloads' networks trained by hand-written numpy on OpenBLAS, the same arithmetic operation by operation.

Every array is made once, every operation writes into one, and the three products of a layer are numpy's dot.
"""
from workloads import WORKLOADS, arguments, cost, draw, floats, load, measure, one_hot, openblas, report

import numpy as np


class Peer:
    def __init__(self, workload, inputs, labels, seed=0):
        self.workload = workload
        self.inputs = floats(inputs)
        self.hot = one_hot(labels)
        self.rng = np.random.default_rng(seed)
        self.parameters = draw(workload, self.rng)
        self.speeds = [(np.zeros_like(w), np.zeros_like(b)) for w, b in self.parameters]
        self.gradients = [(np.zeros_like(w), np.zeros_like(b)) for w, b in self.parameters]

    def layers(self):
        return self.parameters

    def epochs(self):
        count, batch = len(self.inputs), self.workload.batch
        steps = {n: self.step(n) for n in {batch, count % batch} if n}
        while True:
            order = self.rng.permutation(count)
            for start in range(0, count, batch):
                examples = order[start: start + batch]
                steps[len(examples)](examples)
                yield len(examples)

    def step(self, n):
        """A function that trains on one mini-batch of n examples."""
        widths = self.workload.widths
        x = [np.empty((n, width), np.float32) for width in widths]
        deltas = [None] + [np.empty((n, width), np.float32) for width in widths[1:]]
        slopes = [np.empty((n, width), np.float32) for width in widths]
        y = np.empty((n, 10), np.float32)
        column = np.empty((n, 1), np.float32)
        last = len(self.parameters)
        quadratic, rate, momentum = self.workload.quadratic, np.float32(self.workload.rate), self.workload.momentum

        def forward():
            for l, (weights, biases) in enumerate(self.parameters, 1):
                np.dot(x[l - 1], weights, out=x[l])
                x[l] += biases
                if quadratic:
                    np.negative(x[l], out=x[l])
                    np.exp(x[l], out=x[l])
                    x[l] += 1
                    np.reciprocal(x[l], out=x[l])
                elif l < last:
                    np.maximum(x[l], 0, out=x[l])

        def output_deltas():
            if quadratic:
                np.subtract(x[last], y, out=deltas[last])
                deltas[last] *= 2
                slope(last)
            else:
                np.max(x[last], axis=1, keepdims=True, out=column)
                np.subtract(x[last], column, out=deltas[last])
                np.exp(deltas[last], out=deltas[last])
                np.sum(deltas[last], axis=1, keepdims=True, out=column)
                deltas[last] /= column
                deltas[last] -= y

        def slope(l):
            if quadratic:
                np.subtract(1, x[l], out=slopes[l])
                slopes[l] *= x[l]
            else:
                np.greater(x[l], 0, out=slopes[l])
            deltas[l] *= slopes[l]

        def update(l):
            for parameter, speed, gradient in zip(self.parameters[l - 1], self.speeds[l - 1], self.gradients[l - 1]):
                if gradient.ndim == 2:
                    np.dot(x[l - 1].T, deltas[l], out=gradient)
                else:
                    np.sum(deltas[l], axis=0, out=gradient)
                gradient *= rate / n
                if momentum:
                    speed *= momentum
                    speed += gradient
                    gradient = speed
                parameter -= gradient

        def train(examples):
            np.take(self.inputs, examples, axis=0, out=x[0], mode="clip")
            np.take(self.hot, examples, axis=0, out=y, mode="clip")
            forward()
            output_deltas()
            for l in range(last, 0, -1):
                if l > 1:
                    np.dot(deltas[l], self.parameters[l - 1][0].T, out=deltas[l - 1])
                    slope(l - 1)
                update(l)

        return train


def main():
    args = arguments("numpy")
    workload = WORKLOADS[args.workload]
    inputs, labels = load(workload)
    peer = Peer(workload, inputs, labels)
    speed = measure(peer.epochs(), args.seconds)
    library, threads = openblas()
    report(args.workload, "numpy", speed, cost(workload, peer.layers(), inputs, labels), f"OpenBLAS {threads}",
           f"numpy {np.__version__}, {library}")


if __name__ == "__main__":
    main()
