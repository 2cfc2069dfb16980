package rote.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.junit.jupiter.api.Test;
import rote.experiment.Probe;
import rote.experiment.ProbeItem;

class ProbeColumnsTest {
  /** As files have it that were written before there were bits. */
  @Test
  void readsItemsOfAFileWithoutBits() {
    List<Column<ProbeItem>> before =
        ProbeColumns.ITEM.stream().filter(column -> !column.type().getName().equals("bits")).toList();
    assertThat(before).hasSize(ProbeColumns.ITEM.size() - 1);
    ProbeItem item = new ProbeItem(Probe.HIDDEN_WEIGHTS, "unit-0", List.of(1, 2), new float[] {1, -0f});
    Group row = new SimpleGroup(Column.schema("item", before));
    Column.fill(row, before, item);
    assertThat(ProbeColumns.item(row)).isEqualTo(item);
  }
}
