package rote.report.notebook;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rote.analysis.Analysis;
import rote.analysis.Groups;
import rote.analysis.PageFacts;
import rote.analysis.Words;
import rote.analysis.metrics.Metric;
import rote.experiment.Resampling;
import rote.report.AxisLines;
import rote.report.Chart;
import rote.report.LineStyle;
import rote.report.Resources;
import rote.report.pictures.PaperColour;
import rote.report.pictures.PermutationPlot;
import rote.report.pictures.Picture;
import rote.report.pictures.Plots;
import rote.report.pictures.ProbeSheets;
import rote.trial.Probe;
import rote.trial.Setting;

/**
 * An experiment's result as a Jupyter notebook: words, tables, and pictures that show without running, each with the code
 * that draws it from the tables. Nothing that a user wrote gets into the code, and the words escape it.
 */
public final class Notebook {
  private final Analysis analysis;
  private final Groups groups;
  private final PageFacts facts;
  private final NotebookCells cells = new NotebookCells();
  private final boolean pictures = Picture.canBeDrawn();

  private Notebook(Analysis analysis, PageFacts facts) {
    this.analysis = analysis;
    this.groups = analysis.groups();
    this.facts = facts;
  }

  /** Equal analyses and facts give equal bytes on one machine. */
  public static String ipynb(Analysis analysis, PageFacts facts) {
    Notebook notebook = new Notebook(analysis, facts);
    NotebookWords words = new NotebookWords(analysis, facts);
    NotebookCells cells = notebook.cells;
    cells.markdown(words.opening());
    words.published().ifPresent(cells::markdown);
    cells.markdown(words.groupTable());
    notebook.readTables();
    if (!analysis.records().isEmpty()) {
      notebook.byEpoch();
      words.permutations().ifPresent(notebook::permutations);
      AxisLines.of(notebook.groups).ifPresent(notebook::afterTraining);
      notebook.probes(words);
    }
    return cells.json();
  }

  private void readTables() {
    cells.markdown("## The tables\n\nThe pictures below are drawn by the run. To draw them anew, run the cells; they need"
        + " `pip install duckdb pandas matplotlib`. If this notebook is not beside its tables, set `FOLDER` to their"
        + " folder." + (pictures ? "" : "\n\nNo pictures are stored, because the machine had no fonts."));
    cells.code(constants());
    cells.code(Resources.own("notebook-read.py"));
    cells.code(groupQuery());
  }

  private String constants() {
    long lastSeed = groups.experiment().sweep().seeds().stream().max(Long::compare).orElse(0L);
    return "from pathlib import Path\n\nimport duckdb\nimport matplotlib.pyplot as plt\nimport numpy\nimport pandas as pd\n\n"
        + "FOLDER = Path(\".\")  # where trials/ and curves/ lie\n"
        + "CHANCE = " + facts.chance() + "  # the accuracy of guessing\n"
        + "IS_PERMUTED = " + python(groups.experiment().resampling().permutations() > 0) + "  # whether some trials have permuted labels\n"
        + "FOLDS = " + python(groups.experiment().groups().stream().anyMatch(group -> Resampling.folds(group) > 1)) + "  # whether a seed has several\n"
        + "LAST_SEED = " + (groups.haveParts() ? lastSeed : Long.MAX_VALUE) + "  # of the plan; fresh seeds follow a search\n"
        + "BANDS = " + (Plots.haveBands(groups) ? "True" : "False") + "  # of more groups they would cover one another\n"
        + "GROUPS = [  # label, colour, line\n" + styles() + "]";
  }

  /** Of the groups with records, which the tables know. */
  private String styles() {
    List<LineStyle> styles = LineStyle.of(groups);
    return recorded().stream().map(g -> "    (" + literal(groups.all().get(g).label()) + ", "
        + literal(PaperColour.hex(PaperColour.of(styles.get(g)))) + ", " + literal(line(styles.get(g))) + "),\n")
        .collect(Collectors.joining());
  }

  private List<Integer> recorded() {
    return IntStream.range(0, groups.all().size()).filter(g -> !groups.all().get(g).records().isEmpty()).boxed().toList();
  }

  private static String line(LineStyle style) {
    return switch (style.dash()) {
      case SOLID -> "-";
      case DOTTED -> ":";
      case DASHED -> "--";
    };
  }

  private String groupQuery() {
    List<String> columns = new ArrayList<>();
    for (Setting<?> axis : groups.axes()) {
      axis.parts().forEach(part -> columns.add(part.column()));
    }
    columns.addAll(List.of("count(*) as n", "avg(final_training_accuracy) as training_accuracy",
        "avg(final_test_accuracy) as test_accuracy", "stddev_samp(final_test_accuracy) as deviation",
        "avg(fit_epoch) as fit_epoch", "avg(final_test_cost) as test_cost"));
    return "duckdb.sql(f\"\"\"\n    select " + String.join(",\n        ", columns) + "\n    from {table('trials')}"
        + "\n    where status = 'COMPLETED' and permutation = 0\n    group by all\n    order by all\n\"\"\").df()";
  }

  private void permutations(String words) {
    cells.markdown(words);
    groups.all().stream().filter(group -> group.permutations().isPresent()).limit(1).forEach(group ->
        cells.code(Resources.own("notebook-permutations.py") + "draw_permutations(" + groups.all().indexOf(group) + ", " + literal(group.label()) + ")",
            picture(() -> PermutationPlot.of(group.permutations().orElseThrow()))));
  }

  private void byEpoch() {
    Plots plots = new Plots(groups, facts.chance());
    cells.markdown("## By epoch\n\nEach line is the mean over the seeds of one group"
        + (Plots.haveBands(groups) ? ", its band from the lowest to the highest seed" : "")
        + ". A trial that stopped early carries its last value forward; the dotted line is guessing.");
    cells.code(Resources.own("notebook-draw.py"));
    for (Chart chart : Chart.of(groups)) {
      cells.markdown("### " + chart.title() + "\n\n" + Markdown.text(chart.description(groups)));
      cells.code("draw_by_epoch(" + literal(chart.id()) + ", " + literal(chart.title()) + ")",
          picture(() -> plots.byEpoch(chart)));
    }
  }

  private void afterTraining(AxisLines axis) {
    Metric metric = Metric.TEST_ACCURACY;
    String axisWords = Words.of(axis.axis());
    cells.markdown("## After training\n\nTest accuracy against " + axisWords
        + ": mean over seeds, with bars of one standard deviation.");
    cells.code("draw_after_training(" + literal(metric.column()) + ", " + literal(axis.axis().parts().get(0).column()) + ", [\n"
        + lines(axis) + "], joined=" + python(axis.joined()) + ", logarithmic=" + python(axis.logarithmic()) + ", title="
        + literal(metric.words()) + ")", picture(() -> new Plots(groups, facts.chance()).afterTraining(metric, axis)));
  }

  /** With the groups' places in the tables. */
  private String lines(AxisLines axis) {
    List<Integer> recorded = recorded();
    return IntStream.range(0, axis.lines().size()).mapToObj(k -> "    (" + literal(axis.lines().get(k).label()) + ", "
        + literal(PaperColour.hex(PaperColour.of(axis.style(k)))) + ", "
        + axis.lines().get(k).groups().stream().filter(recorded::contains).map(recorded::indexOf).toList() + "),\n")
        .collect(Collectors.joining());
  }

  private void probes(NotebookWords words) {
    if (groups.records().stream().allMatch(record -> record.result().probes().isEmpty())) {
      return;
    }
    cells.markdown("## The trained networks, probed");
    cells.code(Resources.own("notebook-probes.py"));
    analysis.probes().stream().filter(table -> !table.probed().isEmpty()).forEach(table -> {
      cells.markdown(words.probe(table));
      if (table.words().probe() == Probe.TEST_ANSWERS) {
        List<String> names = words.facts().classNames();
        cells.code("confusion(0" + (names.isEmpty() ? "" : ", " + names.stream().map(Notebook::literal).toList()) + ")  # of the first group that was asked");
      }
      ProbeSheets.code(table)
          .ifPresent(code -> cells.code(code, picture(() -> ProbeSheets.picture(table))));
    });
  }

  private Optional<Picture> picture(Supplier<Picture> drawn) {
    return pictures ? Optional.of(drawn.get()) : Optional.empty();
  }

  private static String python(boolean value) {
    return value ? "True" : "False";
  }

  /** Python reads JSON texts as they are meant. */
  private static String literal(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
