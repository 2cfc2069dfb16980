"""A sweep by a peer: W1 on MNIST for many seeds, shared out over processes, both sets measured after every epoch.

Prints the mean accuracy on the test set at the end. An ensemble gives its networks one order of examples; the others
draw one per seed.
"""
import argparse
import importlib
import json
import multiprocessing

from workloads import WORKLOADS, floats, load, one_hot

import numpy as np

CHUNK = 1000  # examples measured at once
CLASSES = {
    "numpy": ("numpy_peer", "Peer"),
    "numpy-tuned": ("numpy_tuned_peer", "Peer"),
    "torch-plain": ("torch_peer", "Plain"),
    "torch": ("torch_peer", "ByHand"),
    "numpy-ensemble": ("numpy_ensemble_peer", "Plain"),
    "numpy-ensemble-tuned": ("numpy_ensemble_peer", "Tuned"),
    "torch-ensemble": ("torch_ensemble_peer", "Plain"),
    "torch-ensemble-tuned": ("torch_ensemble_peer", "Tuned"),
}
ENSEMBLES = [name for name in CLASSES if "ensemble" in name]
BYTES = [name for name in CLASSES if name == "torch" or "tuned" in name]  # the others train on floats
WORKLOAD = WORKLOADS["W1"]


def peer(contender, inputs, labels, networks, seed):
    """A peer that trains, and a function that gives the layers of each of its networks."""
    module, name = CLASSES[contender]
    kind = getattr(importlib.import_module(module), name)
    if contender in ENSEMBLES:
        made = kind(WORKLOAD, inputs, labels, networks, seed)
        return made, lambda: list(made.networks())
    made = kind(WORKLOAD, inputs, labels, seed)
    return made, lambda: [made.layers()]


class Measured:
    """A set of examples on which networks are measured: the first layers of all in one product."""

    def __init__(self, inputs, labels):
        self.inputs, self.hot, self.labels = floats(inputs), one_hot(labels), labels

    def cost_and_accuracy(self, networks):
        """The mean quadratic cost and the share of right answers, of each network: [networks, 2]."""
        first = np.concatenate([layers[0][0] for layers in networks], axis=1)
        biases = np.concatenate([layers[0][1] for layers in networks])
        found = np.zeros((len(networks), 2))
        for start in range(0, len(self.labels), CHUNK):
            part = slice(start, start + CHUNK)
            below = self.sigmoid(self.inputs[part] @ first, biases).reshape(-1, len(networks), WORKLOAD.widths[1])
            for t, (_, *above) in enumerate(networks):
                a = below[:, t]
                for weights, b in above:
                    a = self.sigmoid(a @ weights, b)
                found[t] += np.square(a - self.hot[part]).sum(), (a.argmax(1) == self.labels[part]).sum()
        return found / len(self.labels)

    @staticmethod
    def sigmoid(z, biases):
        z += biases
        np.negative(z, z)
        np.exp(z, z)
        z += 1
        return np.reciprocal(z, z)


def train(contender, seeds, epochs, networks):
    """The test accuracies after the last epoch of these seeds, trained in one process."""
    if contender.startswith("torch"):
        import torch
        torch.set_num_threads(1)
        torch.inference_mode().__enter__()
    inputs, labels = load(WORKLOAD)
    sets = [Measured(inputs, labels), Measured(*load(WORKLOAD, "t10k"))]
    together = networks if contender in ENSEMBLES else 1
    inputs = inputs if contender in BYTES else floats(inputs)  # once for all
    accuracies = []
    for start in range(0, len(seeds), together):
        some = seeds[start: start + together]
        made, layers = peer(contender, inputs, labels, len(some), some[0])
        steps, curve = made.epochs(), [[each.cost_and_accuracy(layers()) for each in sets]]
        for _ in range(epochs):
            trained = 0
            while trained < len(labels) * len(some):
                trained += next(steps)
            curve.append([each.cost_and_accuracy(layers()) for each in sets])
        accuracies += list(curve[-1][1][:, 1])
    return accuracies


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("contender", choices=CLASSES)
    parser.add_argument("--seeds", type=int, default=64)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--networks", type=int, default=16, help="of an ensemble at once")
    args = parser.parse_args()
    shares = [list(range(p, args.seeds, args.processes)) for p in range(args.processes)]
    with multiprocessing.get_context("spawn").Pool(args.processes) as pool:
        found = pool.starmap(train, [(args.contender, share, args.epochs, args.networks) for share in shares])
    accuracies = [accuracy for share in found for accuracy in share]
    print(json.dumps({"contender": args.contender, "networks": len(accuracies), "accuracy": float(np.mean(accuracies))}))


if __name__ == "__main__":
    main()
