#!/usr/bin/python3
"""Times one permutation test on Fisher's iris, 1,000 permutations of 5 folds, by Rote and by scikit-learn, both on two cores, from process start to end."""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROTE = HERE.parents[2] / "rote"
EXPERIMENT = HERE / "permutations.yaml"
PEER = HERE / "peers" / "permutation_peer.py"
PYTHON = "/usr/bin/python3"  # Debian's, for which its package of scikit-learn is made
WARNINGS = {"PYTHONWARNINGS": "ignore"}  # of joblib's processes, that training did not converge
APART = 0.03  # accuracies that differ by more are not those of the same test
LIMIT = 7200  # seconds for a process
CORES = 2
ACCURACY, PERMUTED = r"test accuracy is ([\d.]+)", r"it is ([\d.]+) on average"


def setting(key):
    """A value of the experiment, so that both train the same."""
    return re.search(rf"^ *{key}: \[?([\d.]+)", EXPERIMENT.read_text(encoding="utf-8"), re.MULTILINE)[1]


def command(program, permutations, folder):
    if program == "rote":
        return [ROTE, "run", EXPERIMENT, "--set", f"permutation-test.permutations={permutations}", "--out", folder, "--master", "local[2,4]"]
    return [PYTHON, PEER, HERE.parents[2] / "experiments" / "iris.csv", "--permutations", permutations, "--folds", setting("folds"),
            "--hidden", setting("hidden"), "--batch", setting("mini-batch"), "--rate", setting("learning-rate"), "--epochs", setting("epochs")]


def timed(program, permutations):
    """Seconds from start to end, the accuracy with the true labels, and the mean with permuted ones."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        done = subprocess.run([str(part) for part in command(program, permutations, Path(folder) / "out")], text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=LIMIT, env={**os.environ, **WARNINGS})
        seconds = time.monotonic() - start
    if done.returncode != 0:
        sys.exit(f"{program}: exit code {done.returncode}\n{done.stdout}\n{done.stderr}")
    if program == "rote":
        return seconds, float(re.search(ACCURACY, done.stdout)[1]), float(re.search(PERMUTED, done.stdout)[1])
    found = json.loads(done.stdout)
    return seconds, found["accuracy"], found["permuted"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--permutations", type=int, default=int(setting("permutations")))
    parser.add_argument("--least", type=float, default=20, help="how many times as many permutations per second are no failure; 20")
    args = parser.parse_args()
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])  # which the processes below inherit
    subprocess.run([ROTE, "--help"], check=True, stdout=subprocess.DEVNULL)  # builds it where it is stale
    seconds = {"rote": [], "sklearn": []}
    found = {}
    for number in range(1, args.rounds + 1):
        for program, spent in seconds.items():
            took, *found[program] = timed(program, args.permutations)
            spent.append(took)
            print(f"round {number} of {args.rounds}: {program} {took:.1f} s, {found[program]}", file=sys.stderr)
    if any(abs(ours - theirs) > APART for ours, theirs in zip(found["rote"], found["sklearn"])):
        sys.exit(f"not the same test: {found}")
    medians = {program: statistics.median(spent) for program, spent in seconds.items()}
    print("| program | seconds (median) | from | to | permutations per second | true labels | permuted |\n|---|---:|---:|---:|---:|---:|---:|")
    for program, spent in seconds.items():
        print(f"| {program} | {medians[program]:.1f} | {min(spent):.1f} | {max(spent):.1f} | {args.permutations / medians[program]:.2f} | "
              f"{found[program][0]:.3f} | {found[program][1]:.3f} |")
    times = medians["sklearn"] / medians["rote"]
    print(f"\nRote does {times:.1f} times as many permutations per second.")
    sys.exit(times < args.least)


if __name__ == "__main__":
    main()
