"""How an ensemble peer is called: networks on one data order, as many as make the most examples per second."""
from workloads import WORKLOADS, arguments, cost, load, measure, report

NETWORKS = (4, 8, 16, 32, 64, 128)  # tried
SEARCH_SECONDS = 0.8  # for each


def main(contenders, version):
    """Measures the contender named on the command line, and reports the mean cost of its networks.

    contenders: {name: a class of (workload, inputs, labels, networks, seed)}; version: a function of nothing.
    """
    args = arguments(*contenders)
    workload = WORKLOADS[args.workload]
    inputs, labels = load(workload)
    kind = contenders[getattr(args, "contender", next(iter(contenders)))]

    def speed(networks):
        return measure(kind(workload, inputs, labels, networks, 0).epochs(), SEARCH_SECONDS, warm_up=0.2)

    networks = max(NETWORKS, key=speed)
    peer = kind(workload, inputs, labels, networks, 0)
    fastest = measure(peer.epochs(), args.seconds)
    costs = [cost(workload, layers, inputs, labels) for layers in peer.networks()]
    library, threads = version()
    report(args.workload, args.contender, fastest, sum(costs) / len(costs), threads, f"{networks} networks, {library}")
