package rote.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rote.experiment.Experiment;
import rote.store.TrialRecord;

/** An experiment's result as one HTML file that needs nothing else: charts, tables, and what was run. */
public final class Page {
  /** Of one script; the last one starts. */
  private static final List<String> SCRIPTS = List.of(
      "page-data.js", "page-words.js", "page-theme.js", "page-panels.js", "page-sweep.js", "page-table.js", "page.js");

  private Page() {}

  public static String html(Experiment experiment, List<TrialRecord> records, PageFacts facts) {
    Map<String, Object> values = new PageModel(Groups.of(experiment, records), facts).values();
    values.put("style", Resources.own("page.css"));
    values.put("script", SCRIPTS.stream().map(Resources::own).collect(Collectors.joining("\n")));
    values.put("library", Resources.charts());
    Template template = Mustache.compiler().escapeHTML(true).compile(Resources.own("page.mustache"));
    return template.execute(values);
  }
}
