package rote.store;

import java.util.List;
import java.util.Locale;
import rote.files.parquet.Column;
import rote.files.parquet.Row;
import rote.files.yaml.YamlName;
import rote.trial.Probe;
import rote.trial.ProbeItem;

/** The columns that hold what probes found, without loss: the same in segments and tables. */
final class ProbeColumns {
  static final List<Column<ProbeItem>> ITEM = List.of(
      Column.text("probe", item -> YamlName.of(item.probe())),
      Column.text("item", ProbeItem::name),
      Column.integers("shape", ProbeItem::shape),
      Column.floats("values", ProbeItem::values),
      Column.<ProbeItem>bytes("bits", ProbeItem::bits).orNull());

  private ProbeColumns() {}

  /** Files from before there were bits have no column for them. */
  static ProbeItem item(Row row) {
    Probe probe = Probe.valueOf(row.text("probe").toUpperCase(Locale.ROOT).replace('-', '_'));
    byte[] bits = row.has("bits") && !row.isNull("bits") ? row.bytes("bits") : null;
    return new ProbeItem(probe, row.text("item"), row.integers("shape"), row.floats(TableForm.name(row, "values")), bits);
  }
}
