package rote.experiment.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rote.experiment.Conditions;
import rote.experiment.MetricName;
import rote.experiment.Relation;
import rote.files.yaml.QuotedValue;
import rote.files.yaml.Suggestion;
import rote.files.yaml.YamlNode;
import rote.trial.Setting;

/**
 * Reads the relation of a claim.
 *
 * @param node the claim
 * @param keys its keys
 */
record RelationReader(YamlNode node, Map<String, YamlNode> keys) {
  private static final List<String> RELATIONS =
      List.of("at-least", "at-most", "between", "above", "below", "within", "before", "trend", "peak-at");
  /** Keys that say more about a relation, and the relations that they go with. */
  private static final Map<String, List<String>> DETAILS = Map.of(
      "of", List.of("within"), "more-than-for", List.of("above", "below"), "ratio", List.of("above", "below"));
  static final List<String> KEYS = Stream.concat(Stream.of("of", "more-than-for", "ratio"), RELATIONS.stream()).toList();

  Relation read() {
    List<String> given = RELATIONS.stream().filter(keys::containsKey).toList();
    if (given.size() != 1) {
      throw node.error("needs claim, metric and one of " + String.join(", ", RELATIONS));
    }
    String name = given.get(0);
    DETAILS.forEach((detail, with) -> {
      if (keys.containsKey(detail) && !with.contains(name)) {
        throw keys.get(detail).error("goes with " + String.join(" and ", with) + ", not with " + name);
      }
    });
    YamlNode relation = keys.get(name);
    return switch (name) {
      case "at-least" -> new Relation.Range(relation.finite(), Double.POSITIVE_INFINITY);
      case "at-most" -> new Relation.Range(Double.NEGATIVE_INFINITY, relation.finite());
      case "between" -> between(relation);
      case "above" -> difference(Conditions.read(relation), Relation.Form.ABOVE);
      case "below" -> difference(Conditions.read(relation), Relation.Form.BELOW);
      case "within" -> within(relation);
      case "before" -> before(relation);
      case "trend" -> trend(relation);
      default -> peakAt(relation);
    };
  }

  private static Relation between(YamlNode relation) {
    List<Double> ends = relation.list().stream().map(YamlNode::finite).toList();
    if (ends.size() != 2 || ends.get(0) > ends.get(1)) {
      throw relation.error("must be [LEAST, MOST], was " + QuotedValue.of(relation.typed()));
    }
    return new Relation.Range(ends.get(0), ends.get(1));
  }

  private Relation difference(Conditions than, Relation.Form form) {
    Optional<Conditions> moreThanFor = Optional.ofNullable(keys.get("more-than-for")).map(Conditions::read);
    return new Relation.Difference(than, form, moreThanFor, keys.containsKey("ratio") && keys.get("ratio").flag());
  }

  private Relation within(YamlNode relation) {
    double margin = relation.finite();
    if (margin <= 0) {
      throw relation.error("must be > 0, was " + QuotedValue.of(relation.typed()));
    }
    if (!keys.containsKey("of")) {
      throw node.error("within needs of: the settings in which the trials differ that it is compared with");
    }
    return difference(Conditions.read(keys.get("of")), Relation.Form.within(margin));
  }

  private static Relation before(YamlNode relation) {
    MetricName other = PublishedReader.metric(relation);
    if (other.kind() != MetricName.Kind.EPOCH) {
      throw relation.error("must be a metric that is an epoch, was " + other.column());
    }
    return new Relation.Before(other);
  }

  private static Relation trend(YamlNode relation) {
    Setting<?> axis = axis(relation);
    YamlNode value = relation.map().values().iterator().next();
    return switch (value.text()) {
      case "rising" -> new Relation.Trend(axis, true);
      case "falling" -> new Relation.Trend(axis, false);
      default -> throw value.error("must be rising or falling, was " + QuotedValue.of(value.text()));
    };
  }

  private static Relation peakAt(YamlNode relation) {
    Setting<?> axis = axis(relation);
    YamlNode value = relation.map().values().iterator().next();
    List<Double> ends = value.list().stream().map(end -> place(axis, end)).toList();
    if (ends.size() != 2 || ends.get(0) > ends.get(1)) {
      throw value.error("must be [LEAST, MOST], was " + QuotedValue.of(value.typed()));
    }
    return new Relation.PeakAt(axis, ends.get(0), ends.get(1));
  }

  private static double place(Setting<?> axis, YamlNode value) {
    return Relation.place(axis.read(value)).orElseThrow(() -> value.error("must be a number on the axis, was "
        + QuotedValue.of(value.typed())));
  }

  /** The one setting that a map names. */
  private static Setting<?> axis(YamlNode relation) {
    Map<String, YamlNode> entries = relation.map();
    if (entries.size() != 1) {
      throw relation.error("must name one setting, such as {label-corruption: rising}");
    }
    String key = entries.keySet().iterator().next();
    Setting<?> axis = Setting.named(key).orElseThrow(() -> relation.error("unknown setting " + QuotedValue.of(key) + "; "
        + Suggestion.of(key, Setting.all().stream().map(Setting::key).toList())));
    if (axis.type() == Setting.Type.CHOICE || axis.type() == Setting.Type.FLAG) {
      throw relation.error(key + " has no order; name a setting of numbers");
    }
    return axis;
  }
}
