#!/usr/bin/python3
"""Runs Rote and the peers in turn, round after round, and prints their speeds and ratios as Markdown tables."""
import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROTE = HERE.parents[2] / "rote"
PEERS = HERE / "peers"
PYTHON = "/usr/bin/python3"  # Debian's, for which its packages of numpy and the others are made
MAX_COST = 0.6  # after a second of training; cross-entropies begin at 2.3 or more
MAX_COST_OF_NOISE = 2.5  # W4-dense has random inputs, from which nothing can be learned so soon
LIMIT = 900  # seconds for a process: scikit-learn looks at the clock once an epoch
WORKLOADS = ["W1", "W2", "W3-128", "W3-512", "W4", "W4-dense", "W5-25", "W5-250"]

# What is started in each round, and the contenders whose speeds it prints. The first must be among them; lock-step is
# not where it does not apply.
PROGRAMS = {
    "rote": ([ROTE, "bench", "{workload}", "--json", "--seconds", "{seconds}"],
             ["rote", "rote-whole-trials", "rote-lock-step"]),
    **{name: ([PYTHON, PEERS / script, "{workload}", "--seconds", "{seconds}", *options], [name])
       for name, script, *options in [
           ("numpy", "numpy_peer.py"),
           ("numpy-tuned", "numpy_tuned_peer.py"),
           ("torch", "torch_peer.py"),
           ("torch-plain", "torch_peer.py", "--contender", "torch-plain"),
           ("torch-autograd", "torch_peer.py", "--contender", "torch-autograd"),
           ("sklearn", "sklearn_peer.py"),
           ("numpy-ensemble", "numpy_ensemble_peer.py"),
           ("numpy-ensemble-tuned", "numpy_ensemble_peer.py", "--contender", "numpy-ensemble-tuned"),
           ("torch-ensemble", "torch_ensemble_peer.py"),
           ("torch-ensemble-tuned", "torch_ensemble_peer.py", "--contender", "torch-ensemble-tuned")]},
}
NARROW = ("W1", "W2", "W5-25")  # networks of which many are trained together, by Rote in lock-step and by ensembles
TITLES = {"rote-whole-trials": "rote whole trials", "rote-lock-step": "rote lock-step", "sklearn": "scikit-learn"}
CONTENDERS = [contender for _, contenders in PROGRAMS.values() for contender in contenders]
BEST_PEER, BEST_ENSEMBLE = "best of all peers", "best ensemble"
RATIOS = [("rote", "numpy"), ("rote", BEST_PEER), ("rote-lock-step", "numpy"), ("rote-whole-trials", "numpy"),
          ("rote", "torch-autograd"), ("rote-lock-step", BEST_ENSEMBLE), ("rote-whole-trials", "rote"),
          ("numpy-ensemble", "numpy")]


# Vectors of another width, for Rote and for what the peers stand on. OpenBLAS has no 128-bit kernel with fused
# multiply-add, so its kernel of that width is at a disadvantage.
AVX512 = "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL"
WIDTHS = {
    256: {"ROTE_JAVA_OPTIONS": "-XX:UseAVX=2", "OPENBLAS_CORETYPE": "Haswell", "ATEN_CPU_CAPABILITY": "avx2",
          "NPY_DISABLE_CPU_FEATURES": AVX512},
    128: {"ROTE_JAVA_OPTIONS": "-XX:MaxVectorSize=16", "OPENBLAS_CORETYPE": "Nehalem", "ATEN_CPU_CAPABILITY": "default",
          "NPY_DISABLE_CPU_FEATURES": AVX512 + " AVX2 FMA3"},
}


class Results:
    def __init__(self):
        self.speeds = {}  # (workload, contender): examples a second of thread CPU time, one number a round
        self.costs = {}  # of the peers: the mean cost at the end of each round
        self.failures = {}  # (workload, contender): the error of each round that failed
        self.versions = {}  # contender: what it says it is

    def add(self, workload, line):
        contender = line["contender"]
        self.speeds.setdefault((workload, contender), []).append(float(line["examples_per_second"]))
        self.costs.setdefault((workload, contender), []).append(float(line.get("final_cost", "nan")))
        self.versions[contender] = line.get("version", "")

    def fail(self, workload, contender, error):
        """Tells an error on stderr; in full where the program has not failed alike before."""
        known = any(error in errors for (_, c), errors in self.failures.items() if c == contender)
        self.failures.setdefault((workload, contender), []).append(error)
        print(f"{contender} {workload}: {'failed as before' if known else error}", file=sys.stderr)

    def median(self, workload, contender):
        """None where there is no speed."""
        speeds = self.speeds.get((workload, contender))
        return statistics.median(speeds) if speeds else None

    def best_peer(self, workload, kind):
        """The fastest that trains one network, or the fastest ensemble."""
        peers = [p for p in PROGRAMS if p != "rote" and self.median(workload, p)
                 and ("ensemble" in p) == (kind == BEST_ENSEMBLE)]
        return max(peers, key=lambda p: self.median(workload, p), default=None)


def run(program, workload, seconds, environment, results):
    """Runs one program on one workload and adds its speeds, or its error, to the results."""
    command, contenders = PROGRAMS[program]
    command = [str(part).format(workload=workload, seconds=seconds) for part in command]
    try:
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=LIMIT)
        lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        lines = [line for line in lines if line["contender"] in contenders]
        if done.returncode != 0:
            error = f"exit code {done.returncode}\n{done.stderr.strip()}"
        elif any(not line.get("final_cost", 0) < (MAX_COST_OF_NOISE if workload == "W4-dense" else MAX_COST) for line in lines):
            error = f"does not learn: {lines}"
        elif program not in [line["contender"] for line in lines]:
            error = f"no speed of {program} among its output\n{done.stdout.strip()}\n{done.stderr.strip()}"
        else:
            for line in lines:
                results.add(workload, line)
            return
    except subprocess.TimeoutExpired:
        error = f"no end within {LIMIT} seconds"
    except (OSError, ValueError, KeyError, TypeError) as problem:
        error = repr(problem)
    results.fail(workload, program, error.strip())


def cell(results, workload, contender, text):
    """A text, or what stands in its place; and how many rounds failed."""
    failed = len(results.failures.get((workload, contender), []))
    if (workload, contender) not in results.speeds:
        return "failed" if failed else "–"
    return text() + (f" ({failed} failed)" if failed else "")


def ratio(results, workload, above, below):
    """Of medians; where the best of some is meant, it is named."""
    peer = results.best_peer(workload, below) if below in (BEST_PEER, BEST_ENSEMBLE) else below
    dividend, divisor = results.median(workload, above), results.median(workload, peer)
    if not dividend or not divisor:
        return "–"
    return f"{dividend / divisor:.2f}" + (f" ({title(peer)})" if peer != below else "")


def title(contender):
    return TITLES.get(contender, contender)


def table(head, rows):
    aligned = ["---"] + ["---:"] * (len(head) - 1)
    return ["| " + " | ".join(row) + " |" for row in [head, aligned, *rows]]


def spread(speeds):
    low, high = min(speeds), max(speeds)
    return f"{low:,.0f} to {high:,.0f} ({100 * (high - low) / statistics.median(speeds):.0f} %)"


def cost(costs):
    """Rote's own are in its tests, not here."""
    return "–" if costs[0] != costs[0] else f"{statistics.median(costs):.4f}"


def processor():
    with open("/proc/cpuinfo") as file:
        names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    return names[0] if names else "unknown processor"


def markdown(results, workloads, rounds, seconds):
    medians = [[w, *(cell(results, w, c, lambda: f"{results.median(w, c):,.0f}") for c in CONTENDERS),
                *(ratio(results, w, a, b) for a, b in RATIOS)] for w in workloads]
    spreads = [[w, *(cell(results, w, c, lambda: spread(results.speeds[w, c])) for c in CONTENDERS)]
               for w in workloads]
    names = [title(c) for c in CONTENDERS]
    short = {"rote-lock-step": "lock-step", "rote-whole-trials": "whole"}
    ratios = [f"{short.get(a, a)} / {b}" for a, b in RATIOS]
    return "\n".join([
        f"Training examples a second of thread CPU time, one thread each, on {processor()}: medians, and "
        f"ratios of medians; rounds: {rounds}, seconds a round: {seconds:g}.",
        "",
        *table(["workload", *names, *ratios], medians),
        "",
        "From the slowest round to the fastest, and their distance as a share of the median:",
        "",
        *table(["workload", *names], spreads),
        "",
        "The peers' mean cost on 10,000 training examples at the end (medians; the faster trains longer):",
        "",
        *table(["workload", *names], [[w, *(cell(results, w, c, lambda: cost(results.costs[w, c]))
                                          for c in CONTENDERS)] for w in workloads]),
        "",
        "Versions:",
        "",
        *(f"- {title(p)}: {results.versions[p]}" for p in PROGRAMS if results.versions.get(p)),
    ]) + "\n"


def arguments():
    def positive(kind):
        def parse(text):
            number = kind(text)
            if not 0 < number < float("inf"):
                raise ValueError(text)
            return number
        parse.__name__ = f"positive {kind.__name__}"
        return parse

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workloads", metavar="WORKLOAD", nargs="*", help=f"of {', '.join(WORKLOADS)}; by default all")
    parser.add_argument("--rounds", type=positive(int), default=5)
    parser.add_argument("--seconds", type=positive(float), default=2.0, help="of thread CPU time for each speed")
    parser.add_argument("--bits", type=int, choices=WIDTHS, help="holds all programs to vectors of this width")
    parser.add_argument("--programs", metavar="NAME", nargs="*", choices=PROGRAMS, default=list(PROGRAMS))
    parser.add_argument("--markdown", metavar="FILE", type=Path, help="writes the tables there too")
    args = parser.parse_args()
    unknown = [w for w in args.workloads if w not in WORKLOADS]
    if unknown:
        parser.error(f"unknown workload {', '.join(unknown)}; known: {', '.join(WORKLOADS)}")
    if not os.environ.get("ROTE_DATA"):
        parser.error("ROTE_DATA is not set: it names the folder that holds the folder mnist")
    args.workloads = args.workloads or WORKLOADS
    return args


def main():
    args = arguments()
    # An older setting of these slows a current numpy by up to a half: OpenBLAS shall take the kernels, and the sizes of
    # its blocks, that it has itself for this processor.
    environment = {name: value for name, value in os.environ.items()
                   if name not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")} | WIDTHS.get(args.bits, {})
    results = Results()
    for number in range(1, args.rounds + 1):
        for workload in args.workloads:
            print(f"round {number} of {args.rounds}: {workload}", file=sys.stderr)
            for program in args.programs:
                if "ensemble" in program and workload not in NARROW:
                    continue
                run(program, workload, args.seconds, environment, results)
    tables = markdown(results, args.workloads, args.rounds, args.seconds)
    print(tables, end="")
    if args.markdown:
        args.markdown.write_text(tables)
    return 1 if results.failures else 0


if __name__ == "__main__":
    sys.exit(main())
