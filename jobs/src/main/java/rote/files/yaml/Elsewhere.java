package rote.files.yaml;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What other tools call what Rote has. */
final class Elsewhere {
  /** In lower case, without hyphens and underscores. */
  private static final Map<String, String> OURS = Map.ofEntries(
      Map.entry("lr", "learning-rate"), Map.entry("eta", "learning-rate"), Map.entry("stepsize", "learning-rate"),
      Map.entry("learningrateinit", "learning-rate"), Map.entry("batchsize", "mini-batch"), Map.entry("batch", "mini-batch"),
      Map.entry("maxiter", "epochs"), Map.entry("numepochs", "epochs"), Map.entry("iterations", "epochs"), Map.entry("l2", "weight-decay"),
      Map.entry("alpha", "weight-decay"), Map.entry("layers", "hidden"), Map.entry("units", "hidden"),
      Map.entry("hiddenlayersizes", "hidden"), Map.entry("loss", "cost"), Map.entry("init", "weights"),
      Map.entry("earlystopping", "stop-at-training-accuracy"), Map.entry("ntrials", "trials"), Map.entry("numsamples", "trials"),
      Map.entry("randomstate", "seeds"), Map.entry("seed", "seeds"), Map.entry("title", "question"),
      Map.entry("logistic", "sigmoid"), Map.entry("mse", "quadratic"), Map.entry("l2loss", "quadratic"),
      Map.entry("softmax", "cross-entropy"), Map.entry("logloss", "cross-entropy"), Map.entry("categoricalcrossentropy", "cross-entropy"),
      Map.entry("bce", "sigmoid-cross-entropy"), Map.entry("binarycrossentropy", "sigmoid-cross-entropy"),
      Map.entry("glorot", "xavier"), Map.entry("kaiming", "he"), Map.entry("normal", "standard-normal"),
      Map.entry("acc", "test_accuracy"), Map.entry("accuracy", "test_accuracy"), Map.entry("testacc", "test_accuracy"),
      Map.entry("trainacc", "training_accuracy"), Map.entry("trainaccuracy", "training_accuracy"),
      Map.entry("valacc", "validation_accuracy"), Map.entry("valaccuracy", "validation_accuracy"),
      Map.entry("testloss", "test_cost"), Map.entry("trainloss", "training_cost"),
      Map.entry("valloss", "validation_cost"), Map.entry("greaterthan", "above"), Map.entry("morethan", "above"),
      Map.entry("lessthan", "below"), Map.entry("min", "at-least"), Map.entry("max", "at-most"));

  private Elsewhere() {}

  static Optional<String> ours(String word) {
    return Optional.ofNullable(OURS.get(plain(word)));
  }

  /** Returns a word without what people write differently: case, hyphens, underscores and blanks. */
  static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }
}
