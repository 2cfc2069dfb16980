"""Checks that the ensembles do the arithmetic of the numpy peer: the same networks after one epoch of few examples.

Run by hand after a change to a peer: /usr/bin/python3 jobs/src/bench/peers/check.py
"""
from workloads import WORKLOADS, draw, load

import numpy as np
import torch

import numpy_ensemble_peer
import numpy_peer
import torch_ensemble_peer

EXAMPLES = 300  # not a multiple of a mini-batch of 128
NETWORKS = 3


class InOrder:
    """In place of a peer's random numbers: examples keep their order."""

    def permutation(self, count):
        return np.arange(count)

    def shuffle(self, order):
        pass


def main():
    torch.set_num_threads(1)
    torch.randperm = torch.arange
    for name in ("W1", "W2"):
        workload = WORKLOADS[name]
        inputs, labels = (array[:EXAMPLES] for array in load(workload))
        expected = []
        for number in range(NETWORKS):
            peer = numpy_peer.Peer(workload, inputs, labels)
            peer.parameters[:] = draw(workload, np.random.default_rng((7, number)))
            peer.rng = InOrder()
            train(peer, EXAMPLES)
            expected.append(peer.layers())
        for kind in (numpy_ensemble_peer.Plain, numpy_ensemble_peer.Tuned, torch_ensemble_peer.Plain, torch_ensemble_peer.Tuned):
            with torch.inference_mode():
                peer = kind(workload, inputs, labels, NETWORKS, 7)
                peer.rng = InOrder()
                train(peer, EXAMPLES * NETWORKS)
                found = list(peer.networks())
            apart = max(float(np.abs(a - b).max()) for one, other in zip(expected, found)
                        for layer, same in zip(one, other) for a, b in zip(layer, same))
            print(f"{name} {kind.__module__}.{kind.__name__}: weights differ by at most {apart:.1e}")
            assert len(found) == NETWORKS and apart < 1e-4


def train(peer, examples):
    steps, trained = peer.epochs(), 0
    while trained < examples:
        trained += next(steps)


if __name__ == "__main__":
    main()
