package rote.report.page;

import com.samskivert.mustache.Mustache;
import java.util.List;
import rote.analysis.Analysis;
import rote.analysis.PageFacts;
import rote.report.Resources;
import rote.store.MemorisedExample;

/** An experiment's result as one self-contained HTML file. */
public final class Page {
  /**
   * The page's scripts; the last one starts. They have no imports: a page joins them in one function, and Node's tests load
   * the same files.
   */
  static final List<String> SCRIPTS = List.of(
      "numbers.js", "texts.js", "data.js", "curves.js", "paths.js", "colours.js", "scales.js", "chart-parts.js",
      "view.js", "lines.js", "panel-scales.js", "marks.js", "panel-words.js", "panel-tooltip.js", "panel-chart.js",
      "heat.js", "scatter.js", "parallel.js", "permutations.js", "columns.js", "filter.js", "rows.js", "elements.js",
      "charts.js", "controls.js", "legend.js", "panels.js", "overview.js", "clipboard.js", "table.js", "page.js");

  private Page() {}

  /** @param pictured the training examples of highest memorisation score, with their pixels */
  public static String html(Analysis analysis, PageFacts facts, List<MemorisedExample> pictured) {
    return html(analysis, facts, pictured, null);
  }

  /** @param live what is said of a run that goes on; null for none */
  public static String html(Analysis analysis, PageFacts facts, List<MemorisedExample> pictured, LiveRun live) {
    return filled("page.mustache", new PageModel(analysis, facts, pictured, live));
  }

  /** Fills in a template with what a model's methods return; an empty list, an empty text and 0 leave out a section. */
  static String filled(String template, Object model) {
    return Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).zeroIsFalse(true)
        .compile(Resources.own(template)).execute(model);
  }
}
