package rote.experiment.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.experiment.MetricName;
import rote.experiment.Relation;
import rote.experiment.StandsFor;
import rote.files.yaml.YamlNode;

/** Reads one claim of an experiment file. */
final class ClaimReader {
  private static final List<String> KEYS =
      Stream.concat(Stream.of("claim", "metric", "where", "stands-for"), RelationReader.KEYS.stream()).toList();
  private static final List<String> STANDS_FOR = List.of("sentence", "source");

  private ClaimReader() {}

  static Claim read(YamlNode node) {
    Map<String, YamlNode> keys = node.map(KEYS);
    Relation relation = new RelationReader(node, keys).read();
    if (!keys.containsKey("claim") || !keys.containsKey("metric")) {
      throw node.error("needs claim and metric");
    }
    Conditions where = keys.containsKey("where") ? Conditions.read(keys.get("where")) : Conditions.NONE;
    return new Claim(keys.get("claim").line(), PublishedReader.metric(keys.get("metric")), where, relation,
        Optional.ofNullable(keys.get("stands-for")).map(ClaimReader::standsFor));
  }

  private static StandsFor standsFor(YamlNode node) {
    Map<String, YamlNode> keys = node.map(STANDS_FOR);
    if (keys.size() < STANDS_FOR.size()) {
      throw node.error("needs sentence and source");
    }
    return new StandsFor(keys.get("sentence").line(), keys.get("source").line());
  }

  /** Refuses a claim that no result can decide. @param then what follows a search; null without one */
  static void demandDecidable(YamlNode node, YamlNode then) {
    Claim claim = read(node);
    String ofSearch = then == null ? "" : whyOfSearch(claim.relation(), then.map());
    String why = ofSearch.isEmpty() ? why(claim.metric(), claim.relation()) : ofSearch;
    if (!why.isEmpty()) {
      throw node.error("can never be decided: " + why);
    }
  }

  private static String whyOfSearch(Relation relation, Map<String, YamlNode> then) {
    if (isOfOneGroup(relation)) {
      return "";
    }
    if (!then.containsKey("for-each") || !(relation instanceof Relation.Difference difference)) {
      return "with then, claims are about the chosen setting, and others have no fresh seeds to compare it with;"
          + " then.for-each makes several choices, which above, below and within compare";
    }
    List<String> known = then.get("for-each").list().stream().map(YamlNode::text).toList();
    return Stream.concat(Stream.of(difference.than()), difference.moreThanFor().stream())
        .flatMap(than -> than.values().keySet().stream()).filter(setting -> !known.contains(setting.path())).findFirst()
        .map(setting -> "with then, choices are compared by the settings that for-each names, and " + setting.path()
            + " is none of them").orElse("");
  }

  private static boolean isOfOneGroup(Relation relation) {
    return relation instanceof Relation.Range || relation instanceof Relation.Before;
  }

  private static String why(MetricName metric, Relation relation) {
    if (relation instanceof Relation.Before && metric.kind() != MetricName.Kind.EPOCH) {
      return metric.column() + " is no epoch, so it cannot come before one";
    }
    if (metric == MetricName.PERMUTATION_P && !(relation instanceof Relation.Range range && range.low() == Double.NEGATIVE_INFINITY
        && range.high() > 0)) {
      return "permutation_p can be shown to be small and nothing else; use at-most, such as at-most: 0.05";
    }
    if (relation instanceof Relation.Range && metric.isJoint()) {
      return metric.column() + " of one group has no interval that holds for long tails; compare two groups by above or below";
    }
    boolean needsTrials = relation instanceof Relation.Trend || relation instanceof Relation.PeakAt
        || relation instanceof Relation.Difference difference && difference.needsTrials();
    return isOfOneGroup(relation) || metric.isPaired() && !(needsTrials && metric.scope() == MetricName.Scope.GROUP) ? ""
        : metric.column() + " is no value of single trials, so there are no pairs of them; use at-least, at-most or between";
  }
}
