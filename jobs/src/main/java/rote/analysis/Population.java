package rote.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rote.data.InputCorruption;
import rote.data.catalog.Catalog;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;

/**
 * Says of which population the intervals over seeds speak: what differs between the seeds of a group, and what is the same
 * for all of them. It follows from the settings.
 */
public final class Population {
  private static final String TEST_EXAMPLES = "test examples";
  private static final String CORRUPTED = "test examples before corruption";

  /** What a seed may draw. A group has only those that its settings ask for. */
  private record Part(String name, boolean varies) {}

  private Population() {}

  /** Such as {@code over weights and order; training examples and test examples fixed}. */
  public static String words(Group group) {
    return words(List.of(group), false);
  }

  /** A sentence about all groups that have intervals; empty if none has. */
  public static Optional<String> sentence(Groups groups) {
    List<Group> some = groups.all().stream().filter(group -> group.count(Status.COMPLETED) > 1).toList();
    List<Group> kept = some.stream().filter(group -> group.overTestImages().isPresent()).toList();
    String both = kept.isEmpty() ? "" : " Those over seeds and test examples are " + words(kept, true) + ".";
    return some.isEmpty() ? Optional.empty()
        : Optional.of("95 % intervals over seeds are " + words(some, false) + "." + both);
  }

  /** @param images whether test examples are drawn too */
  private static String words(List<Group> groups, boolean images) {
    List<List<Part>> parts = groups.stream().map(group -> parts(group.trial(), group.dataset(), images)).toList();
    String varied = joined(names(parts, true), "", "");
    List<List<String>> fixed = names(parts, false);
    boolean isMixed = fixed.stream().anyMatch(of -> of.contains(CORRUPTED)) && fixed.stream().anyMatch(of -> of.contains(TEST_EXAMPLES));
    if (isMixed) {
      fixed.forEach(of -> of.replaceAll(name -> name.equals(CORRUPTED) ? TEST_EXAMPLES : name));
    }
    String kept = joined(fixed, " fixed" + (isMixed ? ", in some groups before corruption" : ""), " too");
    return "over " + (varied.isEmpty() ? "nothing" : varied) + (kept.isEmpty() ? "" : "; " + kept);
  }

  private static List<List<String>> names(List<List<Part>> parts, boolean varies) {
    return parts.stream().map(all -> (List<String>) new ArrayList<>(
        all.stream().filter(part -> part.varies() == varies).map(Part::name).toList())).toList();
  }

  /**
   * First what is so in all groups.
   *
   * @param afterAll comes after that, where there is any
   * @param afterSome comes after what is so in some groups, where that is not all
   */
  private static String joined(List<List<String>> names, String afterAll, String afterSome) {
    List<String> some = new ArrayList<>(names.stream().flatMap(List::stream).distinct().toList());
    List<String> all = some.stream().filter(name -> names.stream().allMatch(group -> group.contains(name))).toList();
    some.removeAll(all);
    String rest = some.isEmpty() ? "" : "in some groups " + listed(some);
    if (all.isEmpty()) {
      return rest + (some.isEmpty() ? "" : afterAll);
    }
    return listed(all) + afterAll + (some.isEmpty() ? "" : ", " + rest + afterSome);
  }

  private static String listed(List<String> names) {
    int last = names.size() - 1;
    return last < 1 ? String.join("", names) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static List<Part> parts(Trial trial, String dataset, boolean images) {
    boolean drawsData = trial.get(Setting.DATA_SEED) == null;
    boolean corruptsInputs = trial.get(Setting.INPUT_CORRUPTION) != InputCorruption.NONE;
    boolean drawsTestImages = drawsData && corruptsInputs && trial.get(Setting.INPUT_CORRUPTION_SHARE) == null;
    boolean isDealt = trial.get(Setting.FOLDS) != null;
    boolean drawsSubset = drawsData && (isSubset(trial, dataset) || trial.get(Setting.TEST_SHARE) != null) || trial.get(Setting.TRAINING_SHARE) < 1;
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("weights", trial.get(Setting.WEIGHTS_SEED) == null));
    parts.add(new Part("order", trial.get(Setting.ORDER_SEED) == null));
    if (trial.get(Setting.TEST_SHARE) != null && drawsData) {
      parts.add(new Part("test set", true));
    }
    if (isDealt) {
      parts.add(new Part("folds", drawsData));
    }
    parts.add(drawsSubset ? new Part("subset", true) : new Part(isDealt ? "examples" : "training examples", false));
    if (trial.get(Setting.LABEL_CORRUPTION) > 0) {
      parts.add(new Part("label noise", drawsData));
    }
    if (corruptsInputs) {
      parts.add(new Part("input corruption", drawsData));
    }
    if (trial.get(Setting.SHIFT) > 0) {
      parts.add(new Part("shifts", drawsData));
    }
    if (trial.get(Setting.NOISE_EXAMPLES) > 0) {
      parts.add(new Part("examples of noise", drawsData));
    }
    if (!isDealt && (trial.get(Setting.TEST_SHARE) == null || !drawsData)) {
      parts.add(new Part(drawsTestImages ? CORRUPTED : TEST_EXAMPLES, images));
    }
    return parts;
  }

  /** Whether the examples drawn leave some out, as far as is known. */
  private static boolean isSubset(Trial trial, String dataset) {
    Integer drawn = trial.get(Setting.TRAINING_EXAMPLES);
    return drawn == null
        ? trial.get(Setting.VALIDATION_EXAMPLES) > 0
        : Catalog.known(dataset).filter(known -> known.trainingExamples() == drawn).isEmpty();
  }
}
