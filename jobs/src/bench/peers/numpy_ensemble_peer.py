"""The numpy ensembles: many networks on one data order, their first layers in one product, the layers above in batches.

A mini-batch is gathered once for all networks, and a product of 784 inputs with the first layers of all is as large as
BLAS likes. The layers above are products of stacked matrices, one small product per network. "numpy-ensemble" does the
arithmetic of the numpy peer; "numpy-ensemble-tuned" is arranged as numpy_tuned_peer.py, whose choices hold here too.
"""
from workloads import draw, floats, one_hot, openblas, padded, pieces

import ensembles
import numpy as np
import scipy
from numpy_tuned_peer import GATHERED, full
from scipy.linalg.blas import sgemm


def drawn(workload, networks, seed):
    """The initial (weights [inputs, outputs], biases) of each network, layer by layer: one list per layer."""
    each = [draw(workload, np.random.default_rng((seed, number))) for number in range(networks)]
    return list(zip(*each))


class Plain:
    """Examples are rows. Above the first layer an array is [networks, examples, units]."""

    def __init__(self, workload, inputs, labels, networks, seed):
        self.workload, self.count = workload, networks
        self.inputs, self.hot = floats(inputs), one_hot(labels)
        self.rng = np.random.default_rng(seed)
        first, *above = drawn(workload, networks, seed)
        self.first = np.concatenate([w for w, _ in first], axis=1)
        self.first_biases = np.concatenate([b for _, b in first])
        self.weights = [np.stack([w for w, _ in layer]) for layer in above]
        self.biases = [np.stack([b for _, b in layer])[:, None] for layer in above]

    def networks(self):
        width = self.workload.widths[1]
        for t in range(self.count):
            units = slice(t * width, (t + 1) * width)
            yield [(self.first[:, units], self.first_biases[units]),
                   *((w[t], b[t, 0]) for w, b in zip(self.weights, self.biases))]

    def epochs(self):
        count, batch = len(self.inputs), self.workload.batch
        steps = {n: self.step(n) for n in {batch, count % batch} if n}
        while True:
            order = self.rng.permutation(count)
            for start in range(0, count, batch):
                examples = order[start: start + batch]
                steps[len(examples)](examples)
                yield len(examples) * self.count

    def step(self, n):
        """A function that trains every network on one mini-batch of n examples."""
        workload, t, widths = self.workload, self.count, self.workload.widths[1:]
        quadratic, last = workload.quadratic, len(widths) - 1
        x, y = np.empty((n, workload.widths[0]), np.float32), np.empty((n, 10), np.float32)

        def pair():  # an array of the first layer as one product writes it, and the same by network
            rows = np.empty((n, t * widths[0]), np.float32)
            return rows, rows.reshape(n, t, widths[0]).transpose(1, 0, 2)

        (sums, below), (first_delta, below_delta), (_, below_slope) = pair(), pair(), pair()
        a = [below] + [np.empty((t, n, width), np.float32) for width in widths[1:]]
        deltas = [below_delta] + [np.empty((t, n, width), np.float32) for width in widths[1:]]
        slopes = [below_slope] + [np.empty((t, n, width), np.float32) for width in widths[1:]]
        column = np.empty((t, n, 1), np.float32)
        first_gradient, gradients = np.empty_like(self.first), [np.empty_like(w) for w in self.weights]
        rate = np.float32(workload.rate / n)

        def activate(l):
            if quadratic:
                np.negative(a[l], out=a[l])
                np.exp(a[l], out=a[l])
                a[l] += 1
                np.reciprocal(a[l], out=a[l])
            elif l < last:
                np.maximum(a[l], 0, out=a[l])

        def slope(l):
            if quadratic:
                np.subtract(1, a[l], out=slopes[l])
                slopes[l] *= a[l]
            else:
                np.greater(a[l], 0, out=slopes[l])
            deltas[l] *= slopes[l]

        def output_deltas():
            if quadratic:
                np.subtract(a[last], y, out=deltas[last])
                deltas[last] *= 2
                slope(last)
            else:
                np.max(a[last], axis=2, keepdims=True, out=column)
                np.subtract(a[last], column, out=deltas[last])
                np.exp(deltas[last], out=deltas[last])
                np.sum(deltas[last], axis=2, keepdims=True, out=column)
                deltas[last] /= column
                deltas[last] -= y

        def train(examples):
            np.take(self.inputs, examples, axis=0, out=x, mode="clip")
            np.take(self.hot, examples, axis=0, out=y, mode="clip")
            np.dot(x, self.first, out=sums)
            np.add(sums, self.first_biases, out=sums)
            activate(0)
            for l in range(1, last + 1):
                np.matmul(a[l - 1], self.weights[l - 1], out=a[l])
                a[l] += self.biases[l - 1]
                activate(l)
            output_deltas()
            for l in range(last, 0, -1):
                weights, gradient = self.weights[l - 1], gradients[l - 1]
                np.matmul(deltas[l], weights.transpose(0, 2, 1), out=deltas[l - 1])
                slope(l - 1)
                np.matmul(a[l - 1].transpose(0, 2, 1), deltas[l], out=gradient)
                gradient *= rate
                weights -= gradient
                self.biases[l - 1] -= rate * np.sum(deltas[l], axis=1, keepdims=True)
            np.dot(x.T, first_delta, out=first_gradient)
            np.multiply(first_gradient, rate, out=first_gradient)
            np.subtract(self.first, first_gradient, out=self.first)
            np.subtract(self.first_biases, rate * np.sum(first_delta, axis=0), out=self.first_biases)

        return train


class Tuned:
    """Columns are examples, a row of ones carries the biases, pixels stay bytes; for sigmoids weights are held negated.

    Above the first layer an array is [networks, units, examples].
    """

    def __init__(self, workload, inputs, labels, networks, seed):
        self.workload, self.count = workload, networks
        self.inputs, self.unit = padded(inputs)
        self.width, self.hot = self.inputs.shape[1], one_hot(labels)
        self.rng = np.random.default_rng(seed)
        first, *above = drawn(workload, networks, seed)
        pixels, units = workload.widths[:2]
        self.first = full((networks * units, self.width), 0)
        for t, (weights, biases) in enumerate(first):
            rows = self.first[t * units: (t + 1) * units]
            rows[:, :pixels], rows[:, pixels] = weights.T / self.scale(0), biases / self.scale(0)
        self.weights = []
        for layer in above:
            inputs_of, outputs = layer[0][0].shape
            stacked = full((networks, outputs, inputs_of + 1), 0)
            for held, (weights, biases) in zip(stacked, layer):
                held[:, :-1], held[:, -1] = weights.T / self.scale(1), biases / self.scale(1)
            self.weights.append(stacked)

    def scale(self, l):
        return (-1 if self.workload.quadratic else 1) * (self.unit if l == 0 else 1)

    def networks(self):
        pixels, units = self.workload.widths[:2]
        for t in range(self.count):
            rows = self.first[t * units: (t + 1) * units] * np.float32(self.scale(0))
            held = [w[t] * np.float32(self.scale(1)) for w in self.weights]
            yield [(rows[:, :pixels].T, rows[:, pixels]), *((w[:, :-1].T, w[:, -1]) for w in held)]

    def epochs(self):
        order = np.arange(len(self.inputs))
        cuts = pieces(len(order), self.workload.batch, GATHERED)
        trainers = {shape: self.trainer(*shape) for shape in {cut[1:] for cut in cuts}}
        schedule = [(trainers[b, n], order[start: start + b * n], b * n * self.count) for start, b, n in cuts]
        while True:
            self.rng.shuffle(order)
            for train, examples, n in schedule:
                train(examples)
                yield n

    def trainer(self, batches, n):
        """A function that trains on batches of n examples, with everything it needs made beforehand."""
        gathered = full((batches * n, self.width), 0, self.inputs.dtype)
        x = full((batches * n, self.width), 0) if self.unit == 255 else gathered
        hot, columns = full((batches * n, 10), 0), full((batches, 10, n), 0)
        turned = hot.reshape(batches, n, 10).transpose(0, 2, 1)
        slots = [(part, part.T, y) for part, y in zip(x.reshape(batches, n, -1), columns)]
        step = self.step(n)

        def train(examples):
            self.inputs.take(examples, 0, gathered, "clip")
            if x is not gathered:
                np.copyto(x, gathered)
            self.hot.take(examples, 0, hot, "clip")
            np.copyto(columns, turned)
            for _, transposed, y in slots:
                step(transposed, y)

        return train

    def step(self, n):
        workload, t, widths = self.workload, self.count, self.workload.widths[1:]
        quadratic, last, units = workload.quadratic, len(widths) - 1, self.workload.widths[1]
        sums, first_delta, slope0 = (full((t * units, n), 0) for _ in range(3))
        below = [full((t, h + 1, n), 1) for h in widths[:-1]]  # a layer's activations and a row of ones
        a = [b[:, :-1] for b in below] + [full((t, 10, n), 0)]
        deltas = [first_delta.reshape(t, units, n)] + [full((t, h, n), 0) for h in widths[1:]]
        slopes = [slope0.reshape(t, units, n)] + [full((t, h, n), 0) for h in widths[1:]]
        masks = [full(d.shape, False, bool) for d in deltas]
        by_network = sums.reshape(t, units, n)
        transposed = [w[:, :, :-1].transpose(0, 2, 1) for w in self.weights]
        below_columns = [b.transpose(0, 2, 1) for b in below]
        gradients = [np.empty_like(w) for w in self.weights]
        largest, total = full((t, 1, n), 0), full((t, 1, n), 0)
        gain = np.float32((2 if quadratic else 1) * -workload.rate / n)
        factor, target, d0 = gain / self.scale(0) ** 2, self.first.T, first_delta.T
        first, weights = self.first.dot, self.weights
        exp, add, reciprocal, maximum, multiply = np.exp, np.add, np.reciprocal, np.maximum, np.multiply
        subtract, divide, greater, matmul = np.subtract, np.divide, np.greater, np.matmul
        maxima, sum_up = np.maximum.reduce, np.add.reduce

        def activate(z, out):
            if quadratic:
                exp(z, out)
                add(out, 1, out)
                reciprocal(out, out)
            else:
                maximum(z, 0, out)

        def slope(l):
            if quadratic:
                subtract(a[l], 1, slopes[l])
                multiply(slopes[l], a[l], slopes[l])
                multiply(deltas[l], slopes[l], deltas[l])
            else:
                greater(a[l], 0, masks[l])
                multiply(deltas[l], masks[l], deltas[l])

        def output_deltas(y):
            p = deltas[last]
            if quadratic:
                subtract(a[last], y, p)
                slope(last)
            else:
                maxima(a[last], 1, None, largest, True)
                subtract(a[last], largest, p)
                exp(p, p)
                sum_up(p, 1, None, total, True)
                divide(p, total, p)
                subtract(p, y, p)

        def step(x_columns, y):
            first(x_columns, sums)
            activate(by_network, a[0])
            for l in range(1, last + 1):
                matmul(weights[l - 1], below[l - 1], a[l])
                if quadratic or l < last:
                    activate(a[l], a[l])
            output_deltas(y)
            for l in range(last, 0, -1):
                matmul(transposed[l - 1], deltas[l], deltas[l - 1])
                slope(l - 1)
                gradient = gradients[l - 1]
                matmul(deltas[l], below_columns[l - 1], gradient)
                multiply(gradient, gain, gradient)
                add(weights[l - 1], gradient, weights[l - 1])
            sgemm(factor, x_columns, d0, 1, target, 0, 0, 1)

        return step


def version():
    library, threads = openblas()
    return f"numpy {np.__version__}, SciPy {scipy.__version__}, {library}", f"OpenBLAS {threads}"


if __name__ == "__main__":
    ensembles.main({"numpy-ensemble": Plain, "numpy-ensemble-tuned": Tuned}, version)
