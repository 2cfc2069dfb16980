package rote.report.export;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import rote.analysis.metrics.Metric;
import rote.experiment.MetricName;
import rote.files.Folder;
import rote.files.parquet.Column;
import rote.network.Measure;
import rote.store.Tables;
import rote.trial.EpochRow;
import rote.trial.TrialRecord;

/**
 * Writes {@code trials.csv}, a row per trial with the columns of the Parquet table and then other metrics, and {@code curves.csv}, a row per trial and epoch.
 *
 * <p>UTF-8, commas, a line of names, RFC 4180; nothing for a value that there is not. Numbers are those of the Parquet tables to the bit.
 */
public final class CsvFiles {
  public static final String TRIALS = "trials.csv";
  public static final String CURVES = "curves.csv";
  private static final CSVFormat FORM = CSVFormat.RFC4180;

  private CsvFiles() {}

  /** @param records in the order of the rows */
  public static void write(Folder folder, List<TrialRecord> records) throws IOException {
    List<Column<TrialRecord>> columns = new ArrayList<>(Tables.trialColumns());
    List<String> names = columns.stream().map(Column::name).toList();
    Arrays.stream(MetricName.values()).filter(name -> !names.contains(name.column()))
        .filter(name -> records.stream().anyMatch(record -> Metric.of(name).reader().of(record.result()).isPresent()))
        .forEach(name -> columns.add(metric(name)));
    write(folder, TRIALS, columns.stream().map(Column::name).toList(),
        records.stream().map(record -> columns.stream().map(column -> column.value(record)).toList()));
    write(folder, CURVES, List.of("trial_id", "epoch", "training_cost", "training_accuracy", "validation_cost",
        "validation_accuracy", "test_cost", "test_accuracy", "seconds"), records.stream().flatMap(record ->
            record.result().curve().rows().stream().map(row -> epoch(record.trialId(), row))));
  }

  private static Column<TrialRecord> metric(MetricName name) {
    Function<TrialRecord, OptionalDouble> value = record -> Metric.of(name).reader().of(record.result());
    return switch (name.kind()) {
      case EPOCH, COUNT -> Column.whole(name.column(), value.andThen(number -> number.isPresent() ? (Long) Math.round(number.getAsDouble()) : null));
      default -> Column.real(name.column(), value.andThen(number -> number.isPresent() ? (Double) number.getAsDouble() : null));
    };
  }

  private static List<Object> epoch(String id, EpochRow row) {
    List<Object> values = new ArrayList<>(List.of(id, row.epoch()));
    Stream.of(row.training(), row.validation(), row.test()).map(Optional::ofNullable).forEach(measure -> {
      values.add(measure.map(Measure::cost).orElse(null));
      values.add(measure.map(Measure::accuracy).orElse(null));
    });
    values.add(row.seconds());
    return values;
  }

  private static void write(Folder folder, String name, List<String> names, Stream<List<Object>> rows) throws IOException {
    folder.write(name, out -> {
      CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORM);
      printer.printRecord(names);
      for (List<Object> row : (Iterable<List<Object>>) rows::iterator) {
        printer.printRecord(row);
      }
      printer.flush();
    });
  }
}
