package rote.report.export;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import rote.analysis.metrics.Metric;
import rote.experiment.MetricName;
import rote.files.Folder;
import rote.network.Measure;
import rote.trial.EpochRow;
import rote.trial.Setting;
import rote.trial.TrialRecord;

/**
 * Writes {@code trials.csv}, a row per trial with its settings and its metrics, and {@code curves.csv}, a row per trial and epoch.
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
    List<MetricName> metrics = Arrays.stream(MetricName.values()).filter(name -> records.stream()
        .anyMatch(record -> Metric.of(name).reader().of(record.result()).isPresent())).toList();
    write(folder, TRIALS, trialNames(metrics), records.stream().map(record -> trial(record, metrics)));
    write(folder, CURVES, List.of("trial_id", "epoch", "training_cost", "training_accuracy", "validation_cost",
        "validation_accuracy", "test_cost", "test_accuracy", "seconds"), records.stream().flatMap(record ->
            record.result().curve().rows().stream().map(row -> epoch(record.trialId(), row))));
  }

  private static List<String> trialNames(List<MetricName> metrics) {
    return Stream.of(Stream.of("trial_id", "dataset", "seed", "status"), Setting.all().stream().map(CsvFiles::column),
        metrics.stream().map(MetricName::column)).flatMap(names -> names).toList();
  }

  private static String column(Setting<?> setting) {
    return setting.key().replace('-', '_');
  }

  private static List<Object> trial(TrialRecord record, List<MetricName> metrics) {
    List<Object> row = new ArrayList<>(List.of(record.trialId(), record.dataset(), record.trial().seed(), record.result().status()));
    Setting.all().forEach(setting -> row.add(Setting.plain(record.trial().get(setting))));
    metrics.forEach(name -> row.add(number(Metric.of(name).reader().of(record.result()))));
    return row;
  }

  private static Object number(OptionalDouble value) {
    return value.isPresent() ? (Object) value.getAsDouble() : null;
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
