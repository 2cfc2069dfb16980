package rote.analysis;

import java.util.List;
import rote.experiment.Experiment;
import rote.trial.TrialRecord;

/**
 * What the records of an experiment say, computed once: page, notebook and terminal only draw it.
 *
 * @param records of the trials that the experiment asks for, in plan order
 */
public record Analysis(List<TrialRecord> records, Groups groups, List<KeyFigure> keyFigures, List<Verdict> verdicts,
    List<PublishedFigure> published, List<AnalysisTable> findings, List<ProbeTable> probes) {

  public static Analysis of(Experiment experiment, List<TrialRecord> records) {
    Groups groups = Groups.of(experiment, records);
    return new Analysis(List.copyOf(records), groups, KeyFigure.of(groups), Verdicts.of(groups), PublishedFigures.of(groups),
        AnalysisTable.of(groups), ProbeTable.of(groups));
  }

  /** The experiment's question, or its name if it asks none. */
  public String title() {
    return groups.experiment().question().isBlank() ? groups.experiment().name() : groups.experiment().question();
  }

  public List<PublishedFigure> measured() {
    return published.stream().filter(PublishedFigure::isMeasured).toList();
  }

  public List<PublishedFigure> notMeasured() {
    return published.stream().filter(figure -> !figure.isMeasured()).toList();
  }

  /** The groups of which models were asked about training examples. */
  public List<Group> memorising() {
    return groups.all().stream().filter(group -> group.memorisation().isPresent()).toList();
  }
}
