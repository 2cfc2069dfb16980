"""The scikit-learn peer: the workloads' networks trained by MLPClassifier, or MLPRegressor for the quadratic cost."""
from workloads import WORKLOADS, arguments, cost, floats, load, measure, one_hot, openblas, report

import numpy as np
import sklearn
from sklearn.neural_network import MLPClassifier, MLPRegressor


def epochs(network, inputs, targets, classes):
    """partial_fit is one shuffled epoch; it has no mini-batches of its own to call."""
    while True:
        network.partial_fit(inputs, targets, **classes)
        yield len(inputs)


def main():
    args = arguments("sklearn")
    workload = WORKLOADS[args.workload]
    inputs, labels = load(workload)
    settings = {
        "hidden_layer_sizes": workload.widths[1:-1],
        "activation": "logistic" if workload.quadratic else "relu",
        "solver": "sgd",
        "alpha": 0,
        "batch_size": workload.batch,
        "learning_rate_init": workload.rate,
        "momentum": workload.momentum,
        "nesterovs_momentum": False,
        "shuffle": True,
        "random_state": 0,
    }
    if workload.quadratic:
        # Outputs are linear, one sigmoid less than the workload has: at its rate that diverges, and speed does not
        # depend on the rate.
        settings["learning_rate_init"] = 0.1
        network, targets, classes = MLPRegressor(**settings), one_hot(labels), {}
    else:
        network, targets, classes = MLPClassifier(**settings), labels, {"classes": np.arange(10)}
    speed = measure(epochs(network, floats(inputs), targets, classes), args.seconds)
    layers = list(zip(network.coefs_, network.intercepts_))
    library, threads = openblas()
    report(args.workload, "sklearn", speed, cost(workload, layers, inputs, labels, linear_outputs=workload.quadratic),
           f"OpenBLAS {threads}", f"scikit-learn {sklearn.__version__}, numpy {np.__version__}, {library}")


if __name__ == "__main__":
    main()
