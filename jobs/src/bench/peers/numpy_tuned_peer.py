"""The numpy-tuned peer: the same descent rearranged for numpy, OpenBLAS and SciPy, rounded differently: as fast as it goes.

Measured choices:
- A column is an example, so that a layer's activations are whole rows: a row of ones below them carries the biases,
  softmax runs along rows and no operand is copied.
- Weights change within the product of deltas and activations: SciPy's sgemm, of the same OpenBLAS, adds to a matrix,
  which numpy's dot cannot. Its factor takes the rate, so that nothing else is scaled.
- Images are gathered as bytes and then widened, less to read than floats. Pixels stay 0 to 255; instead the first
  layer's weights are held divided by 255, and its factor of the gradient is divided by 255 twice.
- For sigmoids all weights are held negated, which saves a negation: 1 / (1 + e^z), with the slope a (a - 1).
- Operands of equal shape are faster than broadcast scalars, bound methods than functions of numpy.
"""
from workloads import WORKLOADS, arguments, cost, draw, load, measure, one_hot, openblas, padded, pieces, report

import numpy as np
import scipy
from scipy.linalg.blas import sgemm

GATHERED = 300  # examples gathered at once at least: few calls, yet the floats stay in the second-level cache
NARROW = 16  # up to this width OpenBLAS multiplies a large mini-batch faster with examples as rows


def full(shape, value, dtype=np.float32):
    """An array at a cache line's start, where wide loads are fastest; numpy's own start anywhere."""
    size = int(np.prod(shape)) * np.dtype(dtype).itemsize
    memory = np.empty(size + 64, np.uint8)
    start = -memory.ctypes.data % 64
    array = memory[start: start + size].view(dtype).reshape(shape)
    array[...] = value
    return array


class Peer:
    def __init__(self, workload, inputs, labels, seed=0):
        self.workload = workload
        self.inputs, self.unit = padded(inputs)
        self.width = self.inputs.shape[1]
        self.hot = one_hot(labels)
        self.rng = np.random.default_rng(seed)
        shapes = [(n, self.width if l == 0 else m + 1)
                  for l, (m, n) in enumerate(zip(workload.widths, workload.widths[1:]))]
        sizes = [m * n for m, n in shapes]
        self.parameters = full(sum(sizes), 0)
        self.velocity = full(sum(sizes), 0)
        cuts = np.cumsum(sizes)[:-1]
        self.weights = [w.reshape(s) for w, s in zip(np.split(self.parameters, cuts), shapes)]
        self.speeds = [v.reshape(s) for v, s in zip(np.split(self.velocity, cuts), shapes)]
        for l, (weights, biases) in enumerate(draw(workload, self.rng)):
            self.weights[l][:, : len(weights)] = weights.T / self.scale(l)
            self.weights[l][:, len(weights)] = biases / self.scale(l)

    def scale(self, l):
        return (-1 if self.workload.quadratic else 1) * (self.unit if l == 0 else 1)

    def layers(self):
        return [(w[:, :m].T * np.float32(self.scale(l)), w[:, m] * np.float32(self.scale(l)))
                for l, (w, m) in enumerate(zip(self.weights, self.workload.widths))]

    def epochs(self):
        order = np.arange(len(self.inputs))
        cuts = pieces(len(order), self.workload.batch, GATHERED)
        trainers = {shape: self.trainer(*shape) for shape in {cut[1:] for cut in cuts}}
        schedule = [(trainers[b, n], order[start: start + b * n], b * n) for start, b, n in cuts]
        while True:
            self.rng.shuffle(order)
            for train, examples, n in schedule:
                train(examples)
                yield n

    def trainer(self, batches, n):
        """A function that trains on batches of n examples, with everything it needs made beforehand."""
        gathered = full((batches * n, self.width), 0, self.inputs.dtype)
        x = full((batches * n, self.width), 0) if self.unit == 255 else gathered
        hot = full((batches * n, 10), 0)
        columns = full((batches, 10, n), 0)
        turned = hot.reshape(batches, n, 10).transpose(0, 2, 1)
        slots = [(part, part.T, y) for part, y in zip(x.reshape(batches, n, -1), columns)]
        step = self.sigmoid_step(n) if self.workload.quadratic else self.relu_step(n)
        take_inputs, take_hot, copyto, widen = self.inputs.take, self.hot.take, np.copyto, x is not gathered

        def train(examples):
            take_inputs(examples, 0, gathered, "clip")
            if widen:
                copyto(x, gathered)
            take_hot(examples, 0, hot, "clip")
            copyto(columns, turned)
            for part, transposed, y in slots:
                step(part, transposed, y)

        return train

    def buffers(self, n):
        """Of all layers: activations, with ones below them, cut from one array; that array; the same rows for deltas.

        Of a hidden layer the last row of deltas is not used: numpy would copy weights without their column of biases.
        """
        hidden = self.workload.widths[1:-1]
        flat = full(sum(h + 1 for h in hidden) * n + 10 * n, 1)
        ends = np.cumsum([(h + 1) * n for h in hidden])
        activations = [a.reshape(-1, n) for a in np.split(flat, ends)]
        return activations, flat, [full(a.shape, 0) for a in activations]

    def factors(self, n):
        gain = (2 if self.workload.quadratic else 1) * -self.workload.rate / n
        return [gain / self.scale(l) ** 2 for l in range(len(self.weights))]

    def targets(self):
        """The matrices to which gradients are added, transposed as Fortran sees them, and what is kept of them."""
        momentum = self.workload.momentum
        return [m.T for m in (self.speeds if momentum else self.weights)], momentum or 1.0

    def sigmoid_step(self, n):
        activations, flat, spreads = self.buffers(n)
        slopes, ones = full(flat.shape, 0), full(flat.shape, 1)
        widths, last = self.workload.widths[1:], len(spreads) - 1
        sums = [a[:h] for a, h in zip(activations, widths)]
        deltas = [d[:h] for d, h in zip(spreads, widths)]
        ends = np.cumsum([a.size for a in activations])[:-1]
        slope = [s.reshape(-1, n)[:h] for s, h in zip(np.split(slopes, ends), widths)]
        units = [full(s.shape, 1) for s in sums]
        first, z0, one0 = self.weights[0].dot, sums[0], units[0]
        forward = [(self.weights[l].dot, activations[l - 1], sums[l], units[l]) for l in range(1, last + 1)]
        targets, kept = self.targets()
        factors = self.factors(n)
        backward = [(self.weights[l].T.dot, deltas[l], spreads[l - 1], deltas[l - 1], slope[l - 1], factors[l],
                     activations[l - 1].T, deltas[l].T, targets[l]) for l in range(last, 0, -1)]
        outputs, delta, output_slope, d0 = sums[last], deltas[last], slope[last], deltas[0].T
        factor, target = factors[0], targets[0]
        exp, add, reciprocal, subtract, multiply = np.exp, np.add, np.reciprocal, np.subtract, np.multiply

        def step(x, x_columns, y):
            first(x_columns, z0)
            exp(z0, z0)
            add(z0, one0, z0)
            reciprocal(z0, z0)
            for dot, a, z, one in forward:
                dot(a, z)
                exp(z, z)
                add(z, one, z)
                reciprocal(z, z)
            subtract(flat, ones, slopes)  # of all layers at once
            multiply(slopes, flat, slopes)
            subtract(outputs, y, delta)
            multiply(delta, output_slope, delta)
            for dot, d, spread, below, s, f, a, d_rows, w in backward:
                dot(d, spread)
                multiply(below, s, below)
                sgemm(f, a, d_rows, kept, w, 1, 0, 1)
            sgemm(factor, x_columns, d0, kept, target, 0, 0, 1)

        return step

    def relu_step(self, n):
        activations, _, spreads = self.buffers(n)
        last = len(spreads) - 1
        deltas = [d[:h] for d, h in zip(spreads, self.workload.widths[1:])]
        hidden = [a[:-1] for a in activations[:-1]]
        zeros = [full(h.shape, 0) for h in hidden]
        masks = [full(h.shape, False, bool) for h in hidden]
        first, h0, zero0 = self.weights[0].dot, hidden[0], zeros[0]
        rows = full((n, len(h0)), 0) if len(h0) <= NARROW < n else None
        columns, by_rows = None if rows is None else rows.T, self.weights[0].T
        forward = [(self.weights[l].dot, activations[l - 1], hidden[l], zeros[l]) for l in range(1, last)]
        targets, kept = self.targets()
        factors = self.factors(n)
        backward = [(self.weights[l].T.dot, deltas[l], spreads[l - 1], deltas[l - 1], hidden[l - 1], zeros[l - 1],
                     masks[l - 1], factors[l], activations[l - 1].T, deltas[l].T, targets[l])
                    for l in range(last, 0, -1)]
        out, top, p, d0 = self.weights[last].dot, activations[last - 1], deltas[last], deltas[0].T
        largest, total, add_up = full(n, 0), full(n, 0), full(10, 1).dot
        factor, target = factors[0], targets[0]
        parameters, velocity = self.parameters, self.velocity if self.workload.momentum else None
        maximum, greater, multiply, maxima = np.maximum, np.greater, np.multiply, np.maximum.reduce
        exp, add, subtract, divide = np.exp, np.add, np.subtract, np.divide

        def step(x, x_columns, y):
            if rows is None:
                first(x_columns, h0)
                maximum(h0, zero0, h0)
            else:
                x.dot(by_rows, rows)
                maximum(columns, zero0, h0)
            for dot, a, h, zero in forward:
                dot(a, h)
                maximum(h, zero, h)
            out(top, p)
            maxima(p, 0, None, largest)
            subtract(p, largest, p)
            exp(p, p)
            add_up(p, total)
            divide(p, total, p)
            subtract(p, y, p)
            for dot, d, spread, below, h, zero, mask, f, a, d_rows, w in backward:
                dot(d, spread)
                greater(h, zero, mask)
                multiply(below, mask, below)
                sgemm(f, a, d_rows, kept, w, 1, 0, 1)
            sgemm(factor, x_columns, d0, kept, target, 0, 0, 1)
            if velocity is not None:
                add(parameters, velocity, parameters)

        return step


def main():
    args = arguments("numpy-tuned")
    workload = WORKLOADS[args.workload]
    inputs, labels = load(workload)
    peer = Peer(workload, inputs, labels)
    speed = measure(peer.epochs(), args.seconds)
    library, threads = openblas()
    report(args.workload, "numpy-tuned", speed, cost(workload, peer.layers(), inputs, labels), f"OpenBLAS {threads}",
           f"numpy {np.__version__}, SciPy {scipy.__version__}, {library}")


if __name__ == "__main__":
    main()
