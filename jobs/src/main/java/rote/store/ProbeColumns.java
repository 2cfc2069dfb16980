package rote.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import rote.experiment.Probe;
import rote.experiment.ProbeItem;
import rote.experiment.YamlName;

/** The columns that hold what probes found without loss, and the way back from them: common to segments and the table. */
final class ProbeColumns {
  private static final String LIST = "probes";

  static final List<Column<ProbeItem>> ITEM = List.of(
      Column.text("probe", item -> YamlName.of(item.probe())),
      Column.text("item", ProbeItem::name),
      Column.integers("shape", ProbeItem::shape),
      Column.floats("values", ProbeItem::values),
      Column.<ProbeItem>bytes("bits", ProbeItem::bits).orNull());

  private ProbeColumns() {}

  /** The list of a segment's row. */
  static Type list() {
    return Types.requiredList().element(new GroupType(Repetition.REQUIRED, "element", Column.types(ITEM))).named(LIST);
  }

  static void fill(Group row, List<ProbeItem> items) {
    Group list = row.addGroup(LIST);
    items.forEach(item -> Column.fill(list.addGroup("list").addGroup("element"), ITEM, item));
  }

  /** The items of a segment's row; none in a segment that was written before there were probes. */
  static List<ProbeItem> items(Group row) {
    List<ProbeItem> items = new ArrayList<>();
    if (row.getType().containsField(LIST)) {
      Group list = row.getGroup(LIST, 0);
      for (int i = 0; i < list.getFieldRepetitionCount("list"); i++) {
        items.add(item(list.getGroup("list", i).getGroup("element", 0)));
      }
    }
    return items;
  }

  static ProbeItem item(Group row) {
    Probe probe = Probe.valueOf(RecordColumns.text(row, "probe").toUpperCase(Locale.ROOT).replace('-', '_'));
    Group list = row.getGroup(TableForm.name(row, "values"), 0);
    float[] values = new float[list.getFieldRepetitionCount("list")];
    for (int k = 0; k < values.length; k++) {
      values[k] = list.getGroup("list", k).getFloat("element", 0);
    }
    boolean hasBits = row.getType().containsField("bits") && row.getFieldRepetitionCount("bits") > 0;
    byte[] bits = hasBits ? row.getBinary("bits", 0).getBytes() : null;
    return new ProbeItem(probe, RecordColumns.text(row, "item"), integers(row, "shape"), values, bits);
  }

  /** A list of integers. */
  static List<Integer> integers(Group row, String name) {
    Group list = row.getGroup(name, 0);
    List<Integer> integers = new ArrayList<>();
    for (int d = 0; d < list.getFieldRepetitionCount("list"); d++) {
      integers.add(list.getGroup("list", d).getInteger("element", 0));
    }
    return integers;
  }
}
