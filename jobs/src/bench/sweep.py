#!/usr/bin/python3
"""Times one sweep, 64 seeds of W1 on MNIST for 10 epochs, by Rote on two cores and by the peers in two processes, from start to end.

Every program measures both sets after every epoch. Round after round, each is started in turn.
"""
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
PEER = HERE / "peers" / "sweep_peer.py"
PYTHON = "/usr/bin/python3"  # Debian's, for which its packages of numpy and the others are made
SAME = ["numpy", "torch-plain"]  # the same arithmetic as Rote's
TUNED = ["numpy-tuned", "torch"]
# These give their networks one order of examples, where all others draw one per seed. With how many at once: what
# compare.py found fastest.
ENSEMBLES = ["numpy-ensemble:16", "numpy-ensemble-tuned:16", "torch-ensemble:32", "torch-ensemble-tuned:32"]
APART = 0.01  # accuracies that differ by more are not those of the same sweep
LIMIT = 1800  # seconds for a process


def command(program, folder):
    if program == "rote":
        return [ROTE, "run", HERE / "sweep.yaml", "--data", Path(os.environ["ROTE_DATA"]) / "mnist", "--out", folder,
                "--master", "local[2,4]"]
    name, _, networks = program.partition(":")
    return [PYTHON, PEER, name, *(["--networks", networks] if networks else [])]


def timed(program):
    """Seconds from start to end, and what the program says of the networks' accuracy on the test set."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        done = subprocess.run([str(part) for part in command(program, Path(folder) / "out")], text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=LIMIT, env=environment())
        seconds = time.monotonic() - start
    if done.returncode != 0:
        sys.exit(f"{program}: exit code {done.returncode}\n{done.stdout}\n{done.stderr}")
    if program == "rote":  # the row of the only group: n, training accuracy, test accuracy
        return seconds, float(re.search(r"^64 +\S+ ± \S+ +(\S+) ±", done.stdout, re.MULTILINE)[1])
    return seconds, json.loads(done.stdout)["accuracy"]


def environment():
    """OpenBLAS shall take the kernels, and the sizes of its blocks, that it has itself for this processor."""
    return {name: value for name, value in os.environ.items() if name not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programs", metavar="PROGRAM", nargs="*", default=["rote", *SAME, *TUNED, *ENSEMBLES])
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    subprocess.run([ROTE, "--help"], check=True, stdout=subprocess.DEVNULL)  # builds it where it is stale
    seconds = {program: [] for program in args.programs}
    accuracy = {}
    for number in range(1, args.rounds + 1):
        for program in args.programs:
            spent, accuracy[program] = timed(program)
            seconds[program].append(spent)
            print(f"round {number} of {args.rounds}: {program} {spent:.1f} s, {accuracy[program]:.4f}", file=sys.stderr)
    if max(accuracy.values()) - min(accuracy.values()) > APART:
        sys.exit(f"not the same sweep: {accuracy}")
    medians = {program: statistics.median(all) for program, all in seconds.items()}
    print("| program | seconds (median) | from | to | times Rote's | test accuracy |\n|---|---:|---:|---:|---:|---:|")
    for program, median in medians.items():
        print(f"| {program} | {median:.1f} | {min(seconds[program]):.1f} | {max(seconds[program]):.1f} | "
              f"{median / medians.get('rote', median):.2f} | {accuracy[program]:.4f} |")


if __name__ == "__main__":
    main()
