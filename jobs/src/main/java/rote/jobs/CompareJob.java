package rote.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import rote.analysis.Groups;
import rote.analysis.compare.ComparedRun;
import rote.analysis.compare.Comparison;
import rote.files.InputException;
import rote.files.Place;
import rote.report.page.ComparisonPage;
import rote.store.EditedFiles;
import rote.store.Manifest;
import rote.store.Output;
import rote.store.TextSeal;

/** Reads several outputs and compares them with the first. */
public final class CompareJob {
  private final List<Output> outputs;

  /** @throws InputException if there are too few outputs or too many, or one of them twice */
  public CompareJob(List<Output> outputs) {
    this.outputs = List.copyOf(outputs);
    Comparison.checkNumber(outputs.size());
    Map<String, Output> known = new HashMap<>();
    for (Output output : outputs) {
      Output same = known.put(place(output), output);
      if (same != null) {
        throw new InputException("OUT: " + output + (same.location().equals(output.location()) ? "" : " and " + same)
            + " are one output; a run is compared with others");
      }
    }
  }

  /** Returns the same for every spelling of a folder. */
  private static String place(Output output) {
    return Place.of(output.location()).identity();
  }

  /**
   * @param metrics numeric columns of the trials table
   * @throws InputException if one is no output, if there is no such metric, or nothing to compare
   */
  public Comparison run(Collection<String> metrics) throws IOException {
    List<ComparedRun> runs = new ArrayList<>();
    for (Output output : outputs) {
      ReportJob job = new ReportJob(output);
      Manifest facts = job.facts();
      if (job.records().isEmpty()) {
        throw new InputException("output " + output + " holds no recorded trials");
      }
      runs.add(new ComparedRun(output.location(), Groups.of(job.experiment(), job.records()), ManifestFacts.of(facts),
          ManifestTexts.of(facts)));
    }
    return Comparison.of(runs, metrics);
  }

  /** Writes the page and returns where. */
  public String write(Comparison comparison, Collection<String> metrics, Output to, Consumer<String> lines)
      throws IOException {
    String name = ComparisonFile.name(outputs.stream().map(CompareJob::place).toList(), metrics);
    EditedFiles.replace(to, name, ComparisonPage.html(comparison) + TextSeal.OF_PAGE, lines);
    return to.path(name);
  }
}
