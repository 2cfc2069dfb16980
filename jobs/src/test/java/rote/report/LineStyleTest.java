package rote.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rote.analysis.Groups;
import rote.harness.Sample;
import rote.report.LineStyle.Dash;
import rote.trial.Setting;

class LineStyleTest {
  private static final List<Object> LEVELS = List.of(0.2f, 0f, 0.4f, 0.6f, 0.8f, 1f, 0.1f, 0.3f);

  @Test
  void givesLabelCorruptionTheDashAndTheOtherSettingsTheColour() {
    List<LineStyle> styles = of(List.of(1f, 0f), List.of(List.of(16), List.of(64)));
    assertThat(styles).extracting(LineStyle::dash).containsExactly(Dash.DASHED, Dash.DASHED, Dash.SOLID, Dash.SOLID);
    assertThat(styles).extracting(LineStyle::colour).containsExactly(0, 1, 0, 1);
    assertThat(styles).noneMatch(LineStyle::ordered);
  }

  @Test
  void ordersManyLevelsOfLabelCorruptionByColour() {
    List<LineStyle> styles = of(LEVELS, List.of(List.of(16)));
    assertThat(styles).extracting(LineStyle::colour).containsExactly(2, 0, 4, 5, 6, 7, 1, 3);
    assertThat(styles).allMatch(LineStyle::ordered).allMatch(style -> style.dash() == Dash.SOLID);
  }

  @Test
  void givesManyGroupsAColourEach() {
    List<LineStyle> styles = of(LEVELS, List.of(List.of(1), List.of(2), List.of(3), List.of(4)));
    assertThat(styles).extracting(LineStyle::colour).doesNotHaveDuplicates().hasSize(32);
  }

  private static List<LineStyle> of(List<Object> corruption, List<Object> hidden) {
    Map<Setting<?>, List<Object>> grid = new LinkedHashMap<>();
    grid.put(Setting.LABEL_CORRUPTION, corruption);
    grid.put(Setting.HIDDEN, hidden);
    return LineStyle.of(Groups.of(Sample.experiment(grid, 1), List.of()));
  }
}
