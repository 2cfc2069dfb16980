package rote.experiment.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.files.yaml.QuotedValue;
import rote.files.yaml.YamlNode;

/** Reads one claim of an experiment file. */
record ClaimReader(YamlNode node, Map<String, YamlNode> keys) {
  private static final List<String> RELATIONS = List.of("at-least", "at-most", "between", "above", "below");
  private static final List<String> KEYS = Stream.concat(Stream.of("claim", "metric", "where"), RELATIONS.stream()).toList();

  static Claim read(YamlNode node) {
    return new ClaimReader(node, node.map(KEYS)).claim();
  }

  /** Refuses a comparison that no result can decide. */
  static void demandDecidable(YamlNode node, boolean isSearch) {
    Claim claim = read(node);
    if (claim.than().isPresent() && (isSearch || !claim.metric().isPaired())) {
      throw node.error("can never be decided: " + (isSearch
          ? "with then, claims are about the chosen setting, and above or below would compare it with one that has no fresh seeds"
          : claim.metric().column() + " is no value of single trials, so above or below find no pairs;"
              + " use at-least, at-most or between"));
    }
  }

  private Claim claim() {
    List<String> relations = RELATIONS.stream().filter(keys::containsKey).toList();
    if (!keys.containsKey("claim") || !keys.containsKey("metric") || relations.size() != 1) {
      throw node.error("needs claim, metric and one of " + String.join(", ", RELATIONS));
    }
    YamlNode relation = keys.get(relations.get(0));
    return switch (relations.get(0)) {
      case "at-least" -> claim(relation.finite(), Double.POSITIVE_INFINITY, Optional.empty());
      case "at-most" -> claim(Double.NEGATIVE_INFINITY, relation.finite(), Optional.empty());
      case "between" -> between(relation);
      case "above" -> claim(0, Double.POSITIVE_INFINITY, Optional.of(Conditions.read(relation)));
      default -> claim(Double.NEGATIVE_INFINITY, 0, Optional.of(Conditions.read(relation)));
    };
  }

  private Claim between(YamlNode relation) {
    List<Double> ends = relation.list().stream().map(YamlNode::finite).toList();
    if (ends.size() != 2 || ends.get(0) > ends.get(1)) {
      throw relation.error("must be [LEAST, MOST], was " + QuotedValue.of(relation.typed()));
    }
    return claim(ends.get(0), ends.get(1), Optional.empty());
  }

  private Claim claim(double low, double high, Optional<Conditions> than) {
    Conditions where = keys.containsKey("where") ? Conditions.read(keys.get("where")) : Conditions.NONE;
    return new Claim(keys.get("claim").line(), PublishedReader.metric(keys.get("metric")), where, low, high, than);
  }
}
