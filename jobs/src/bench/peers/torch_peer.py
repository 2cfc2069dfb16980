"""The PyTorch peers: the workloads' networks by hand-written in-place operations, or by autograd as usually written."""
from workloads import (WORKLOADS, arguments, cost, draw, floats, load, measure, one_hot, openblas, padded, pieces,
                       report)

import numpy as np
import torch

GATHERED = 300  # examples gathered at once at least: few calls, yet the floats stay in the second-level cache
NARROW = 16  # up to this width OpenBLAS multiplies a large mini-batch faster with examples as rows


class ByHand:
    """A column is an example, with a one below its activations for the biases; weights change within a product.

    Softmax is much faster so, and biases cost no call of their own. Images are gathered as bytes and stay 0 to 255: the
    first layer's weights are held divided by 255, and its gradient's factor by 255 twice.
    """

    def __init__(self, workload, inputs, labels, seed=0):
        torch.manual_seed(seed)
        self.workload = workload
        inputs, self.unit = padded(inputs)
        self.inputs, self.hot = torch.from_numpy(inputs), torch.from_numpy(one_hot(labels))
        drawn = draw(workload, np.random.default_rng(seed))
        rows = [inputs.shape[1]] + [n + 1 for n in workload.widths[1:-1]]
        sizes = [m * n for m, n in zip(rows, workload.widths[1:])]
        self.parameters = torch.zeros(sum(sizes))
        self.velocity = torch.zeros(sum(sizes))
        self.weights = [w.view(-1, m) for w, m in zip(self.parameters.split(sizes), rows)]
        self.speeds = [v.view(-1, m) for v, m in zip(self.velocity.split(sizes), rows)]
        for l, (weights, biases) in enumerate(drawn):
            self.weights[l][:, : len(weights)] = torch.from_numpy(weights.T) / self.scale(l)
            self.weights[l][:, len(weights)] = torch.from_numpy(biases) / self.scale(l)

    def scale(self, l):
        return self.unit if l == 0 else 1

    def layers(self):
        held = [(w * self.scale(l)).numpy() for l, w in enumerate(self.weights)]
        return [(w[:, :m].T, w[:, m]) for w, m in zip(held, self.workload.widths)]

    def epochs(self):
        cuts = pieces(len(self.inputs), self.workload.batch, GATHERED)
        trainers = {shape: self.trainer(*shape) for shape in {cut[1:] for cut in cuts}}
        schedule = [(trainers[b, n], start, start + b * n) for start, b, n in cuts]
        while True:
            order = torch.randperm(len(self.inputs))
            for train, start, end in schedule:
                train(order[start:end])
                yield end - start

    def trainer(self, batches, n):
        """A function that trains on batches of n examples, with everything it needs made beforehand."""
        gathered = torch.empty(batches * n, self.inputs.shape[1], dtype=self.inputs.dtype)
        x = gathered.float()  # itself if it holds floats
        hot = torch.empty(batches * n, 10)
        columns = torch.empty(batches, 10, n)
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
        workload, sigmoid = self.workload, self.workload.quadratic
        widths, last = workload.widths[1:], len(workload.widths) - 2
        sizes = [(h + 1) * n for h in widths[:-1]] + [widths[-1] * n]
        flat, slopes = torch.ones(sum(sizes)), torch.empty(sum(sizes))
        below = [a.view(-1, n) for a in flat.split(sizes)]  # a layer's activations and their row of ones
        above = [a[:h] for a, h in zip(below, widths)]
        slope = [s.view(-1, n)[:h] for s, h in zip(slopes.split(sizes), widths)]
        deltas = [torch.empty(h, n) for h in widths]
        targets = self.speeds if workload.momentum else self.weights
        kept = workload.momentum or 1.0
        gain = (2 if sigmoid else 1) * -workload.rate / n
        forward = [(self.weights[l], below[l - 1], above[l]) for l in range(1, last + 1)]
        backward = [(self.weights[l][:, :-1].t(), deltas[l], deltas[l - 1], above[l - 1], slope[l - 1],
                     targets[l], below[l - 1].t()) for l in range(last, 0, -1)]
        first, z0, target, d0 = self.weights[0], above[0], targets[0], deltas[0]
        factor = gain / self.unit ** 2
        outputs, delta, output_slope = above[last], deltas[last], slope[last]
        rows = torch.empty(n, widths[0]) if widths[0] <= NARROW < n else None
        turned, by_rows = None if rows is None else rows.t(), first.t()
        mm, passed = torch.mm, torch.ops.aten.threshold_backward.grad_input

        def sigmoid_step(x, x_columns, y):
            mm(first, x_columns, out=z0).sigmoid_()
            for w, a, z in forward:
                mm(w, a, out=z).sigmoid_()
            torch.addcmul(flat, flat, flat, value=-1, out=slopes)  # a - a a, of all layers at once
            torch.sub(outputs, y, out=delta).mul_(output_slope)
            for w, d, e, _, s, t, a in backward:
                mm(w, d, out=e).mul_(s)
                t.addmm_(d, a, beta=kept, alpha=gain)
            target.addmm_(d0, x, beta=kept, alpha=factor)

        def relu_step(x, x_columns, y):
            if rows is None:
                mm(first, x_columns, out=z0).relu_()
            else:
                mm(x, by_rows, out=rows)
                z0.copy_(turned).relu_()
            for w, a, z in forward[:-1]:
                mm(w, a, out=z).relu_()
            w, a, z = forward[-1]
            mm(w, a, out=z)
            torch.softmax(z, 0, out=delta).sub_(y)
            for w, d, e, h, _, t, a in backward:
                mm(w, d, out=e)
                passed(e, h, 0, grad_input=e)
                t.addmm_(d, a, beta=kept, alpha=gain)
            target.addmm_(d0, x, beta=kept, alpha=factor)
            if workload.momentum:
                self.parameters.add_(self.velocity)

        return sigmoid_step if sigmoid else relu_step


class Plain:
    """The same arithmetic operation by operation: examples as rows, floats, biases of their own."""

    def __init__(self, workload, inputs, labels, seed=0):
        torch.manual_seed(seed)
        self.workload = workload
        self.inputs, self.hot = torch.from_numpy(floats(inputs)), torch.from_numpy(one_hot(labels))
        self.parameters = [tuple(map(torch.from_numpy, layer))
                           for layer in draw(workload, np.random.default_rng(seed))]
        self.speeds = [tuple(map(torch.zeros_like, layer)) for layer in self.parameters]

    def layers(self):
        return [(weights.numpy(), biases.numpy()) for weights, biases in self.parameters]

    def epochs(self):
        while True:
            for examples in torch.randperm(len(self.inputs)).split(self.workload.batch):
                self.step(self.inputs.index_select(0, examples), self.hot.index_select(0, examples))
                yield len(examples)

    def step(self, x, y):
        workload, last = self.workload, len(self.parameters) - 1
        activations = [x]
        for l, (weights, biases) in enumerate(self.parameters):
            z = torch.addmm(biases, activations[-1], weights)
            if workload.quadratic:
                z.sigmoid_()
            elif l < last:
                z.relu_()
            activations.append(z)
        if workload.quadratic:
            deltas = [(activations[-1] - y).mul_(2).mul_(self.slope(activations[-1]))]
        else:
            deltas = [torch.softmax(activations[-1], 1).sub_(y)]
        for l in range(last, 0, -1):
            deltas.insert(0, torch.mm(deltas[0], self.parameters[l][0].t()).mul_(self.slope(activations[l])))
        for below, delta, layer, speed in zip(activations, deltas, self.parameters, self.speeds):
            self.update(layer, speed, below.t(), delta, len(x))

    def slope(self, a):
        return a * (1 - a) if self.workload.quadratic else (a > 0).float()

    def update(self, layer, speed, below, delta, n):
        (weights, biases), (v, u) = layer, speed
        rate, momentum = self.workload.rate, self.workload.momentum
        if momentum:
            weights.sub_(v.addmm_(below, delta, beta=momentum, alpha=1 / n), alpha=rate)
            biases.sub_(u.mul_(momentum).add_(delta.sum(0), alpha=1 / n), alpha=rate)
        else:
            weights.addmm_(below, delta, alpha=-rate / n)
            biases.sub_(delta.sum(0), alpha=rate / n)


class Autograd:
    def __init__(self, workload, inputs, labels):
        self.workload = workload
        self.inputs, self.labels = torch.from_numpy(floats(inputs)), torch.from_numpy(labels)
        self.hot = torch.from_numpy(one_hot(labels))
        modules = []
        for m, n in zip(workload.widths, workload.widths[1:]):
            modules += [torch.nn.Linear(m, n), torch.nn.Sigmoid() if workload.quadratic else torch.nn.ReLU()]
        if not workload.quadratic:
            modules.pop()  # the loss applies softmax
        self.model = torch.nn.Sequential(*modules)

    def layers(self):
        return [(m.weight.detach().numpy().T, m.bias.detach().numpy()) for m in self.model if hasattr(m, "weight")]

    def epochs(self):
        workload, model = self.workload, self.model
        optimizer = torch.optim.SGD(model.parameters(), workload.rate, workload.momentum)
        entropy = torch.nn.CrossEntropyLoss()
        while True:
            order = torch.randperm(len(self.inputs))
            for examples in order.split(workload.batch):
                optimizer.zero_grad(set_to_none=True)
                outputs = model(self.inputs[examples])
                if workload.quadratic:
                    loss = (outputs - self.hot[examples]).square().sum(1).mean()
                else:
                    loss = entropy(outputs, self.labels[examples])
                loss.backward()
                optimizer.step()
                yield len(examples)


def main():
    args = arguments("torch", "torch-plain", "torch-autograd")
    torch.set_num_threads(1)
    torch.manual_seed(0)
    workload = WORKLOADS[args.workload]
    inputs, labels = load(workload)
    kind = {"torch": ByHand, "torch-plain": Plain, "torch-autograd": Autograd}[args.contender]
    with torch.inference_mode(kind is not Autograd):
        peer = kind(workload, inputs, labels)
        speed = measure(peer.epochs(), args.seconds)
        final = cost(workload, peer.layers(), inputs, labels)
    library, threads = openblas()
    report(args.workload, args.contender, speed, final, f"torch {torch.get_num_threads()}, OpenBLAS {threads}",
           f"torch {torch.__version__}, {library}")


if __name__ == "__main__":
    main()
