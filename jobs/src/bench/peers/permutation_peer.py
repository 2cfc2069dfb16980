"""A permutation test by scikit-learn: permutation_test_score of an MLPClassifier in a pipeline that standardises, in two processes.

Prints the accuracy with the true labels and the mean with permuted ones, both means over folds, and p.
"""
import argparse
import csv
import json
import warnings

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.model_selection import StratifiedKFold, permutation_test_score
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table")
    parser.add_argument("--permutations", type=int, required=True)
    parser.add_argument("--folds", type=int, required=True)
    parser.add_argument("--hidden", type=int, required=True)
    parser.add_argument("--batch", type=int, required=True)
    parser.add_argument("--rate", type=float, required=True)
    parser.add_argument("--epochs", type=int, required=True)
    args = parser.parse_args()
    with open(args.table, newline="", encoding="utf-8") as table:
        rows = list(csv.reader(table))[1:]
    inputs = np.array([[float(cell) for cell in row[:-1]] for row in rows])
    labels = np.array([row[-1] for row in rows])
    # Nothing stops training before the last epoch: there are not so many without improvement.
    network = make_pipeline(StandardScaler(), MLPClassifier(
        (args.hidden,), activation="relu", solver="sgd", alpha=0, batch_size=args.batch, learning_rate="constant",
        learning_rate_init=args.rate, max_iter=args.epochs, momentum=0, nesterovs_momentum=False, early_stopping=False,
        tol=0, n_iter_no_change=args.epochs + 1, random_state=1))
    warnings.simplefilter("ignore", ConvergenceWarning)
    truth, permuted, p = permutation_test_score(
        network, inputs, labels, cv=StratifiedKFold(args.folds, shuffle=True, random_state=1),
        n_permutations=args.permutations, n_jobs=2, random_state=1)
    print(json.dumps({"accuracy": truth, "permuted": permuted.mean(), "p": p}))


if __name__ == "__main__":
    main()
