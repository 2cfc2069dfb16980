package rote.experiment.file;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rote.data.Dataset;
import rote.data.description.Description;
import rote.files.yaml.YamlFlow;
import rote.files.yaml.YamlLiteral;

/**
 * The text of an experiment on data of one's own, for three sizes of network: a permutation test. Where the data have a test set, which
 * such a test would have to draw anew, or groups whose labels cannot be exchanged, it is true labels against shuffled ones.
 *
 * @param section what the experiment says of the data
 * @param command what the file is called on a command line, with the options it needs
 */
public record NewExperiment(String name, Map<String, Object> section, String command, Description of) {
  private static final String EXPERIMENT = "new-experiment-of-data.yaml";
  private static final String PERMUTATION_TEST = "new-permutation-test.yaml";
  private static final String SHUFFLED_LABELS = "new-comparison-with-shuffled-labels.yaml";
  private static final int LARGE = 10_000; // rows
  private static final int SOME = 5_000;
  private static final int SMALL = 2_000;
  private static final int FOLDS = 5;
  private static final BigDecimal ABOVE_CHANCE = new BigDecimal("0.1");
  private static final BigDecimal MOST = new BigDecimal("0.99");

  public String text() throws IOException {
    Dataset data = of.data();
    BigDecimal largest = new BigDecimal(Collections.max(of.rows()));
    BigDecimal share = largest.divide(new BigDecimal(data.training().count()), 2, RoundingMode.HALF_UP);
    boolean isSmall = data.training().count() <= SMALL;
    String question = "Is there anything to learn in " + data.name() + ", or does a network find as much in labels in another order?";
    Map<String, String> values = Map.of("<command>", command.replaceAll("\\p{Cntrl}", "?"), "<name>", name,
        "<question>", YamlFlow.of(question), "<facts>", of.sentence(), "<data>", lines(), "<mini-batch>", isSmall ? "8" : "32",
        "<epochs>", isSmall ? "60" : "20", "<share>", share.toPlainString(),
        "<at-most>", share.add(ABOVE_CHANCE).min(MOST).toPlainString());
    String template = resource(EXPERIMENT).replace("<design>\n", resource(isPermuted() ? PERMUTATION_TEST : SHUFFLED_LABELS));
    return Pattern.compile("<[a-z-]+>").matcher(template).replaceAll(word -> Matcher.quoteReplacement(values.get(word.group())));
  }

  private boolean isPermuted() {
    return !of.hasTest() && areExchangeable();
  }

  private boolean areExchangeable() {
    return of.data().groups() == null || of.data().groups().facts(of.data().training().labels()).areExchangeable();
  }

  /** A key that was given stays as it is, also if it says null. */
  private String lines() {
    Map<String, Object> keys = new LinkedHashMap<>(section);
    int rows = of.data().training().count();
    boolean isGrouped = of.data().groups() != null;
    if (!of.hasTest() && keys.get("test-share") == null && keys.get("folds") == null) {
      keys.put("folds", Math.max(2, Math.min(FOLDS, isGrouped ? of.data().groups().count() : rows)));
    }
    if (rows > LARGE && !isGrouped && !keys.containsKey("training-examples") && left(keys, rows) >= SOME) {
      keys.put("training-examples", SOME);
    }
    return keys.entrySet().stream().map(key -> "  " + key.getKey() + ": " + YamlFlow.of(key.getValue()) + comment(key.getKey()))
        .collect(Collectors.joining("\n"));
  }

  /** How many rows are left to train on, or one fewer. */
  private static double left(Map<String, Object> keys, int rows) {
    double share = number(keys, "folds").map(folds -> 1 / folds).or(() -> number(keys, "test-share")).orElse(0.0);
    return rows * (1 - share) - 1 - number(keys, "validation-examples").orElse(0.0);
  }

  private static Optional<Double> number(Map<String, Object> keys, String key) {
    return YamlLiteral.meaning(keys.get(key)) instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
  }

  private String comment(String key) {
    return switch (key) {
      case "label" -> "   # the column of the classes; all others are features";
      case "group-column" -> "   # rows of one group are tested together"
          + (areExchangeable() ? "" : "; some groups have one label and some several, so no permutation of the labels is exact");
      case "folds" -> "   # each row is tested once, by networks that have not seen it";
      case "test-share" -> "   # each seed draws a test set, the same share of every class";
      case "training-examples" -> "   # a random subset, another one for each seed; null takes all";
      default -> "";
    };
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = NewExperiment.class.getResourceAsStream("/rote/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
