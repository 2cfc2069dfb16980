package rote.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rote.files.parquet.Column;
import rote.files.parquet.Columns;
import rote.trial.Probe;
import rote.trial.ProbeItem;

class ProbeColumnsTest {
  /** As files have it that were written before there were bits. */
  @Test
  void readsItemsOfAFileWithoutBits() {
    List<Column<ProbeItem>> before =
        ProbeColumns.ITEM.stream().filter(column -> !column.name().equals("bits")).toList();
    assertThat(before).hasSize(ProbeColumns.ITEM.size() - 1);
    ProbeItem item = new ProbeItem(Probe.HIDDEN_WEIGHTS, "unit-0", List.of(1, 2), new float[] {1, -0f});
    assertThat(ProbeColumns.item(new Columns<>("item", before).row(item))).isEqualTo(item);
  }
}
