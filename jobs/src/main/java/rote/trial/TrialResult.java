package rote.trial;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result of one trial.
 *
 * @param curve up to the last epoch that could be measured; empty if the trial failed
 * @param changedLabels the share of training labels that are not the true ones, 0 to 1
 * @param seconds in its task, measuring included
 * @param error the stack trace of a failed trial, otherwise null
 * @param probes in the order of probes; empty if the trial did not complete
 */
public record TrialResult(
    Status status, Curve curve, double changedLabels, double seconds, String error, List<ProbeItem> probes)
    implements Serializable {
  public TrialResult {
    probes = List.copyOf(probes);
  }

  public TrialResult(Status status, Curve curve, double changedLabels, double seconds, String error) {
    this(status, curve, changedLabels, seconds, error, List.of());
  }

  /** The result without its times: all that training decides. */
  public TrialResult untimed() {
    List<EpochRow> rows = curve.rows().stream().map(EpochRow::untimed).toList();
    return new TrialResult(status, new Curve(rows), changedLabels, 0, error, probes);
  }

  public Set<Probe> probed() {
    return probes.stream().map(ProbeItem::probe).collect(Collectors.toCollection(TreeSet::new));
  }

  public Optional<ProbeItem> item(Probe probe, String name) {
    return probes.stream().filter(item -> item.probe() == probe && item.name().equals(name)).findFirst();
  }

  public TrialResult withOnly(Set<Probe> these) {
    return with(probes.stream().filter(item -> these.contains(item.probe())));
  }

  /** Adds the probes that only another training of the trial has. */
  public TrialResult joined(TrialResult other) {
    Set<Probe> here = probed();
    return with(Stream.concat(probes.stream(), other.probes.stream().filter(item -> !here.contains(item.probe())))
        .sorted(Comparator.comparing(ProbeItem::probe))); // stable: the items of a probe keep their order
  }

  private TrialResult with(Stream<ProbeItem> items) {
    return new TrialResult(status, curve, changedLabels, seconds, error, items.toList());
  }
}
