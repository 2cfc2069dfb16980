package rote.experiment.file;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rote.data.Dataset;
import rote.data.description.Description;
import rote.files.yaml.YamlFlow;

/**
 * The text of an experiment on data of one's own, for three sizes of network: a permutation test, or where the data have a test set,
 * which such a test would have to draw anew, true labels against shuffled ones.
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
    String template = resource(EXPERIMENT).replace("<design>\n", resource(of.hasTest() ? SHUFFLED_LABELS : PERMUTATION_TEST));
    return Pattern.compile("<[a-z-]+>").matcher(template).replaceAll(word -> Matcher.quoteReplacement(values.get(word.group())));
  }

  private String lines() {
    Map<String, Object> keys = new LinkedHashMap<>(section);
    if (!of.hasTest() && !keys.containsKey("test-share")) {
      keys.putIfAbsent("folds", 5);
    }
    if (of.data().training().count() > LARGE) {
      keys.putIfAbsent("training-examples", SOME);
    }
    return keys.entrySet().stream().map(key -> "  " + key.getKey() + ": " + YamlFlow.of(key.getValue()) + comment(key.getKey()))
        .collect(Collectors.joining("\n"));
  }

  private static String comment(String key) {
    return switch (key) {
      case "label" -> "   # the column of the classes; all others are features";
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
