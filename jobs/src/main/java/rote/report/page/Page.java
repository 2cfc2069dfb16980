package rote.report.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rote.analysis.Groups;
import rote.analysis.PageFacts;
import rote.experiment.Experiment;
import rote.report.Resources;
import rote.store.MemorisedExample;
import rote.trial.TrialRecord;

/** An experiment's result as one HTML file that needs nothing else: charts, tables, and what was run. */
public final class Page {
  /**
   * The page's scripts, of which the last one starts. They are plain scripts without imports: a page has them one after
   * another in one function, and Node's tests load the same files.
   */
  static final List<String> SCRIPTS = List.of(
      "numbers.js", "texts.js", "data.js", "curves.js", "paths.js", "colours.js", "scales.js", "chart-parts.js",
      "view.js", "lines.js", "panel-scales.js", "marks.js", "panel-words.js", "panel-tooltip.js", "panel-chart.js",
      "heat.js", "scatter.js", "parallel.js", "columns.js", "filter.js", "rows.js", "elements.js", "charts.js", "controls.js",
      "legend.js", "panels.js", "overview.js", "clipboard.js", "table.js", "page.js");

  private Page() {}

  /** A page without pictures of training examples. */
  public static String html(Experiment experiment, List<TrialRecord> records, PageFacts facts) {
    return html(experiment, records, facts, List.of());
  }

  /** @param pictured the training examples of highest memorisation score, with their pixels */
  public static String html(
      Experiment experiment, List<TrialRecord> records, PageFacts facts, List<MemorisedExample> pictured) {
    Groups groups = Groups.of(experiment, records);
    Map<String, Object> values = new PageModel(groups, facts).values();
    values.put("style", Resources.own("page.css"));
    values.put("script", SCRIPTS.stream().map(Resources::own).collect(Collectors.joining("\n")));
    values.put("library", Resources.charts());
    values.putAll(new MemorisationSection(groups, pictured).values());
    Template template = Mustache.compiler().escapeHTML(true).compile(Resources.own("page.mustache"));
    return template.execute(values);
  }
}
