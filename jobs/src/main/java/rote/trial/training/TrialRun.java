package rote.trial.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import rote.data.Dataset;
import rote.data.Shape;
import rote.data.View;
import rote.network.Architecture;
import rote.network.GradientDescent;
import rote.network.Kernels;
import rote.network.Measure;
import rote.network.Network;
import rote.network.Targets;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.ProbeItem;
import rote.trial.Seeds;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialResult;

/**
 * Trains one trial epoch by epoch. A new object has its data and first weights; epoch 0 is to be measured before the first is trained.
 *
 * <p>Apart from the clock it depends on trial and data only, and it writes nothing.
 */
public final class TrialRun {
  private final Trial trial;
  private final Dataset dataset;
  private final TrialData data;
  private final Function<TrainedTrial, List<ProbeItem>> probes;
  private final Kernels kernels;
  private final LongSupplier clock;
  private final Network network;
  private final Network velocity; // null for plain descent
  private final GradientDescent descent;
  private final List<EpochRow> rows = new ArrayList<>();
  private List<ProbeItem> found = List.of();
  private int epoch; // trained so far
  private double secondsBefore; // of the shorter trial from which it goes on
  private Status status; // null until training is over

  /**
   * Prepares the trial.
   *
   * @param view makes the trial's view of the data set; its time counts as the trial's
   * @param probes runs on the trained network, if the trial completes
   * @param clock in nanoseconds
   */
  public TrialRun(Trial trial, Dataset dataset, Supplier<TrialData> view, Function<TrainedTrial, List<ProbeItem>> probes,
      Kernels kernels, LongSupplier clock) {
    long start = clock.getAsLong();
    this.trial = trial;
    this.dataset = dataset;
    this.data = view.get();
    this.probes = probes;
    this.kernels = kernels;
    this.clock = () -> clock.getAsLong() - start;
    Architecture form = architecture(trial, dataset.shape(), dataset.classes());
    this.network = initial(trial, form);
    this.velocity = trial.hasVelocity() ? Network.zeros(form) : null;
    this.descent = new GradientDescent(kernels, network, velocity,
        Math.min(trial.get(Setting.MINI_BATCH), data.trainedOn().count()), trial.get(Setting.MOMENTUM),
        trial.get(Setting.WEIGHT_DECAY), targets(trial, form.outputs()), trial.get(Setting.FROZEN));
  }

  private static Targets targets(Trial trial, int classes) {
    Targets targets = Targets.of(classes, trial.get(Setting.LABEL_SMOOTHING));
    return trial.get(Setting.NOISE_EXAMPLES) == 0 ? targets : targets.withNoClass();
  }

  public static Network initial(Trial trial, Architecture form) {
    return trial.get(Setting.WEIGHTS).draw(form, Seeds.ofWeights(trial).stream("weights", 0));
  }

  public static Architecture architecture(Trial trial, Shape images, int classes) {
    return Architecture.of(
        shape(trial, images).size(), trial.get(Setting.HIDDEN), classes, trial.get(Setting.ACTIVATION), trial.get(Setting.COST));
  }

  /** The shape of images after they are cropped and scaled. */
  public static Shape shape(Trial trial, Shape images) {
    return with(trial.get(Setting.SCALE_TO), croppedShape(trial, images));
  }

  public static Shape croppedShape(Trial trial, Shape images) {
    return with(trial.get(Setting.CROP_TO), images);
  }

  private static Shape with(List<Integer> extent, Shape images) {
    return extent == null ? images : new Shape(images.channels(), extent.get(0), extent.get(1));
  }

  /**
   * The data set with images cropped and scaled, with all labels permuted if the trial asks for it, and then with the test set that the
   * trial draws if it has none.
   */
  public static Dataset shaped(Trial trial, Dataset dataset) {
    Dataset shaped = dataset.croppedTo(croppedShape(trial, dataset.shape())).scaledTo(shape(trial, dataset.shape()));
    Dataset labelled = trial.isPermuted() ? shaped.permuted(trial.get(Setting.PERMUTATION), Seeds.ofPermutations()) : shaped;
    return trial.get(Setting.FOLDS) == null ? labelled.withTest(trial.testOf(dataset.training().count()), Seeds.ofData(trial))
        : labelled.withFold(trial.get(Setting.FOLD), trial.get(Setting.FOLDS), Seeds.ofData(trial));
  }

  /** Goes on from the end of a shorter trial, in the place of measuring the first weights. */
  void goOn(Beginning beginning) {
    beginning.copyInto(network, velocity);
    beginning.curve().rows().forEach(this::add);
    EpochRow last = beginning.curve().last();
    epoch = last.epoch();
    secondsBefore = last.seconds();
    endIfLast(last);
  }

  boolean isOver() {
    return status != null;
  }

  void tell(EpochWatch watch) {
    watch.measured(trial, epoch, isOver());
  }

  public void trainEpoch() {
    beginEpoch();
    descent.epoch(data.trainedOn(), order(), rate());
  }

  /** The number of epochs trained so far. */
  int epoch() {
    return epoch;
  }

  void beginEpoch() {
    epoch++;
  }

  /** Returns the epoch's order of the examples that it trains on. */
  int[] order() {
    return Seeds.ofOrder(trial).permutation(data.trainedOn().count(), "shuffle", epoch);
  }

  float rate() {
    return trial.get(Setting.LEARNING_RATE).at(epoch);
  }

  static float[] rates(List<TrialRun> runs) {
    float[] rates = new float[runs.size()];
    IntStream.range(0, rates.length).forEach(t -> rates[t] = runs.get(t).rate());
    return rates;
  }

  TrialData data() {
    return data;
  }

  GradientDescent descent() {
    return descent;
  }

  public Network network() {
    return network;
  }

  /** Whether what comes of an epoch is looked at: of permuted labels it is the end, and what may be one. */
  boolean isMeasured() {
    return !trial.isPermuted() || epoch == trial.get(Setting.EPOCHS) || trial.get(Setting.STOP_AT_TRAINING_ACCURACY) != null;
  }

  /** Ends an epoch: measures if that is asked for, and decides whether training is over. */
  void measure() {
    if (isMeasured()) {
      measureAll();
    }
  }

  private void measureAll() {
    measured(measure(data.training()), data.validation() == null ? null : measure(data.validation()), measure(data.test()));
  }

  /** Ends an epoch by what has been measured, and decides whether training is over. @param validation null if there is none */
  void measured(Measure training, Measure validation, Measure test) {
    EpochRow row = new EpochRow(epoch, training, validation, test, seconds());
    if (!network.isFinite() || velocity != null && !velocity.isFinite() || !isFinite(row)) {
      status = Status.DIVERGED;
      return;
    }
    add(row);
    endIfLast(row);
  }

  private void add(EpochRow row) {
    if (trial.isPermuted()) {
      rows.clear();
    }
    rows.add(row);
  }

  private void endIfLast(EpochRow row) {
    if (isLast(row)) {
      status = Status.COMPLETED;
      found = probes.apply(new TrainedTrial(trial, dataset, data, kernels, network, velocity, epoch));
    }
  }

  private Measure measure(View view) {
    return Measure.of(kernels, network, view);
  }

  private boolean isLast(EpochRow row) {
    Float enough = trial.get(Setting.STOP_AT_TRAINING_ACCURACY);
    return row.epoch() == trial.get(Setting.EPOCHS) || enough != null && (float) row.training().accuracy() >= enough;
  }

  private static boolean isFinite(EpochRow row) {
    return Double.isFinite(row.training().cost()) && Double.isFinite(row.test().cost())
        && (row.validation() == null || Double.isFinite(row.validation().cost()));
  }

  TrialResult result() {
    return new TrialResult(status, new Curve(rows), data.changedLabels(), seconds(), null, found);
  }

  private double seconds() {
    return secondsBefore + clock.getAsLong() * 1e-9;
  }
}
