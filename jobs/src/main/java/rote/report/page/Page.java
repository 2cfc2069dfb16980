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
  /** Of one script; the last one starts. */
  private static final List<String> SCRIPTS = List.of(
      "page-data.js", "page-words.js", "page-theme.js", "page-panels.js", "page-sweep.js", "page-table.js", "page-place.js",
      "page.js");

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
