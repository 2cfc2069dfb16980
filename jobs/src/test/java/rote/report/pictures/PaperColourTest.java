package rote.report.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rote.report.LineStyle.Dash;
import rote.report.LineStyle;
import rote.report.Resources;
import rote.report.notebook.Notebook;

/** Notebook and page draw in the same colours. */
class PaperColourTest {
  private static final String SHEET = Resources.own("page.css");

  @Test
  void kindsAreThePagesOnLightPaper() {
    assertThat(IntStream.range(0, LineStyle.MAX_KINDS).mapToObj(i -> hex(i, LineStyle.MAX_KINDS, false)))
        .containsExactlyElementsOf(IntStream.range(0, LineStyle.MAX_KINDS).mapToObj(i -> onLightPaper("kind-" + i)).toList());
    assertThat(SHEET).doesNotContain("--kind-" + LineStyle.MAX_KINDS);
  }

  @Test
  void inkAndLinesAreThePagesOnLightPaper() {
    assertThat(PaperColour.hex(PaperColour.INK)).isEqualTo(onLightPaper("ink"));
    assertThat(PaperColour.hex(PaperColour.MUTED)).isEqualTo(onLightPaper("muted"));
    assertThat(PaperColour.hex(PaperColour.GRID)).isEqualTo(onLightPaper("grid"));
  }

  @Test
  void anOrderRunsAlongThePagesRampAsFarAsThere() {
    List<String> ramp = PaperColour.ramp();
    assertThat(PaperColour.RAMP_TO).isEqualTo(Double.parseDouble(onLightPaper("ramp-to")));
    assertThat(onLightPaper("ramp-from")).isEqualTo("0");
    int parts = ramp.size() - 1;
    int colours = 1 + (int) Math.round(100 * PaperColour.RAMP_TO * parts); // a hundred steps from one colour to the next
    assertThat(IntStream.range(0, parts).mapToObj(i -> hex(100 * i, colours, true)))
        .containsExactlyElementsOf(ramp.subList(0, parts));
  }

  private static String hex(int colour, int colours, boolean ordered) {
    return PaperColour.hex(PaperColour.of(new LineStyle(colour, colours, ordered, Dash.SOLID)));
  }

  /** The first that the sheet has of a name: the others are those on dark paper. */
  private static String onLightPaper(String name) {
    return found(SHEET, "--" + name + ": ([^;]+);");
  }

  private static String found(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
