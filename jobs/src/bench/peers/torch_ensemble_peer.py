"""The PyTorch ensembles: many networks on one data order, their first layers in one product, the layers above in batches.

"torch-ensemble" does the arithmetic of torch-plain: addmm below, baddbmm above. "torch-ensemble-tuned" has examples as
columns, pixels as bytes and biases within the products, as the torch peer.
"""
from workloads import floats, one_hot, openblas, padded, pieces

import ensembles
import numpy as np
import torch
from numpy_ensemble_peer import drawn
from numpy_tuned_peer import GATHERED


class Plain:
    """Examples are rows. Above the first layer a tensor is [networks, examples, units]."""

    def __init__(self, workload, inputs, labels, networks, seed):
        torch.manual_seed(seed)
        self.workload, self.count = workload, networks
        self.inputs, self.hot = torch.from_numpy(floats(inputs)), torch.from_numpy(one_hot(labels))
        first, *above = drawn(workload, networks, seed)
        self.first = torch.from_numpy(np.concatenate([w for w, _ in first], axis=1))
        self.first_biases = torch.from_numpy(np.concatenate([b for _, b in first]))
        self.weights = [torch.from_numpy(np.stack([w for w, _ in layer])) for layer in above]
        self.biases = [torch.from_numpy(np.stack([b for _, b in layer])[:, None]) for layer in above]

    def networks(self):
        width = self.workload.widths[1]
        for t in range(self.count):
            units = slice(t * width, (t + 1) * width)
            yield [(self.first[:, units].numpy(), self.first_biases[units].numpy()),
                   *((w[t].numpy(), b[t, 0].numpy()) for w, b in zip(self.weights, self.biases))]

    def epochs(self):
        while True:
            for examples in torch.randperm(len(self.inputs)).split(self.workload.batch):
                self.step(self.inputs.index_select(0, examples), self.hot.index_select(0, examples))
                yield len(examples) * self.count

    def step(self, x, y):
        workload, last = self.workload, len(self.weights)
        z = torch.addmm(self.first_biases, x, self.first)
        activations = [self.activate(z).view(len(x), self.count, -1).transpose(0, 1)]
        for l, (weights, biases) in enumerate(zip(self.weights, self.biases), 1):
            z = torch.baddbmm(biases, activations[-1], weights)
            activations.append(self.activate(z) if workload.quadratic or l < last else z)
        top = activations[-1]
        if workload.quadratic:
            deltas = [(top - y).mul_(2).mul_(self.slope(top))]
        else:
            deltas = [torch.softmax(top, 2).sub_(y)]
        for l in range(last, 0, -1):
            deltas.insert(0, torch.bmm(deltas[0], self.weights[l - 1].transpose(1, 2)).mul_(self.slope(activations[l - 1])))
        factor = -workload.rate / len(x)
        for below, delta, weights, biases in zip(activations, deltas[1:], self.weights, self.biases):
            weights.baddbmm_(below.transpose(1, 2), delta, alpha=factor)
            biases.add_(delta.sum(1, keepdim=True), alpha=factor)
        first = deltas[0].transpose(0, 1).reshape(len(x), -1)
        self.first.addmm_(x.t(), first, alpha=factor)
        self.first_biases.add_(first.sum(0), alpha=factor)

    def activate(self, z):
        return z.sigmoid_() if self.workload.quadratic else z.relu_()

    def slope(self, a):
        return a * (1 - a) if self.workload.quadratic else (a > 0).float()


class Tuned:
    """Columns are examples, a row of ones carries the biases, pixels stay bytes. Above: [networks, units, examples]."""

    def __init__(self, workload, inputs, labels, networks, seed):
        torch.manual_seed(seed)
        self.workload, self.count = workload, networks
        inputs, self.unit = padded(inputs)
        self.inputs, self.hot = torch.from_numpy(inputs), torch.from_numpy(one_hot(labels))
        first, *above = drawn(workload, networks, seed)
        pixels, units = workload.widths[:2]
        self.first = torch.zeros(networks * units, inputs.shape[1])
        for t, (weights, biases) in enumerate(first):
            rows = self.first[t * units: (t + 1) * units]
            rows[:, :pixels] = torch.from_numpy(weights.T) / self.unit
            rows[:, pixels] = torch.from_numpy(biases) / self.unit
        self.weights = [torch.from_numpy(np.stack([np.vstack((w, b)).T for w, b in layer])).contiguous()
                        for layer in above]

    def networks(self):
        pixels, units = self.workload.widths[:2]
        for t in range(self.count):
            rows = (self.first[t * units: (t + 1) * units] * self.unit).numpy()
            held = [w[t].numpy() for w in self.weights]
            yield [(rows[:, :pixels].T, rows[:, pixels]), *((w[:, :-1].T, w[:, -1]) for w in held)]

    def epochs(self):
        cuts = pieces(len(self.inputs), self.workload.batch, GATHERED)
        trainers = {shape: self.trainer(*shape) for shape in {cut[1:] for cut in cuts}}
        schedule = [(trainers[b, n], start, start + b * n) for start, b, n in cuts]
        while True:
            order = torch.randperm(len(self.inputs))
            for train, start, end in schedule:
                train(order[start:end])
                yield (end - start) * self.count

    def trainer(self, batches, n):
        """A function that trains on batches of n examples, with everything it needs made beforehand."""
        gathered = torch.empty(batches * n, self.inputs.shape[1], dtype=self.inputs.dtype)
        x = gathered.float()  # itself if it holds floats
        hot, columns = torch.empty(batches * n, 10), torch.empty(batches, 10, n)
        turned = hot.view(batches, n, 10).transpose(1, 2)
        slots = [(part, part.t(), y) for part, y in zip(x.split(n), columns)]
        step = self.step(n)

        def train(examples):
            torch.index_select(self.inputs, 0, examples, out=gathered)
            if x is not gathered:
                x.copy_(gathered)
            torch.index_select(self.hot, 0, examples, out=hot)
            columns.copy_(turned)
            for part, transposed, y in slots:
                step(part, transposed, y)

        return train

    def step(self, n):
        workload, t, widths = self.workload, self.count, self.workload.widths[1:]
        sigmoid, last, units = workload.quadratic, len(widths) - 1, self.workload.widths[1]
        sums, first_delta = torch.empty(t * units, n), torch.empty(t * units, n)
        below = [torch.ones(t, h + 1, n) for h in widths[:-1]]
        a = [b[:, :-1] for b in below] + [torch.empty(t, 10, n)]
        z = [sums.view(t, units, n)] + [torch.empty(t, h, n) for h in widths[1:]]
        deltas = [first_delta.view(t, units, n)] + [torch.empty(t, h, n) for h in widths[1:]]
        slopes = [torch.empty(t, h, n) for h in widths]
        gain = (2 if sigmoid else 1) * -workload.rate / n
        factor = gain / self.unit ** 2
        first, weights = self.first, self.weights
        transposed = [w[:, :, :-1].transpose(1, 2) for w in weights]
        below_columns = [b.transpose(1, 2) for b in below]
        mm, bmm, passed = torch.mm, torch.bmm, torch.ops.aten.threshold_backward.grad_input

        def activate(l):
            if sigmoid:
                torch.sigmoid(z[l], out=a[l])
            elif l < last:
                torch.clamp(z[l], min=0, out=a[l])

        def slope(l):
            if sigmoid:
                torch.addcmul(a[l], a[l], a[l], value=-1, out=slopes[l])
                deltas[l].mul_(slopes[l])
            else:
                passed(deltas[l], a[l], 0, grad_input=deltas[l])

        def step(x, x_columns, y):
            mm(first, x_columns, out=sums)
            activate(0)
            for l in range(1, last + 1):
                bmm(weights[l - 1], below[l - 1], out=z[l])
                activate(l)
            if sigmoid:
                torch.sub(a[last], y, out=deltas[last])
                slope(last)
            else:
                torch.softmax(z[last], 1, out=deltas[last]).sub_(y)
            for l in range(last, 0, -1):
                bmm(transposed[l - 1], deltas[l], out=deltas[l - 1])
                slope(l - 1)
                weights[l - 1].baddbmm_(deltas[l], below_columns[l - 1], alpha=gain)
            first.addmm_(first_delta, x, alpha=factor)

        return step


def version():
    library, threads = openblas()
    return f"torch {torch.__version__}, {library}", f"torch {torch.get_num_threads()}, OpenBLAS {threads}"


if __name__ == "__main__":
    torch.set_num_threads(1)
    with torch.inference_mode():
        ensembles.main({"torch-ensemble": Plain, "torch-ensemble-tuned": Tuned}, version)
