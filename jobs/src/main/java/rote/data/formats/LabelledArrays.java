package rote.data.formats;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rote.data.Classes;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Shape;
import rote.files.InputException;

/**
 * The arrays of a data set, wherever they are stored.
 *
 * @param testImages null for a set without a test set, as {@code testLabels} then is
 */
public record LabelledArrays(ArrayFile trainingImages, ArrayFile trainingLabels, ArrayFile testImages, ArrayFile testLabels) {
  private static final Logger LOG = LoggerFactory.getLogger(LabelledArrays.class);

  private boolean hasTest() {
    return testImages != null;
  }

  /** Returns the classes of a set of no known name: the labels that occur. */
  public Classes classes() {
    return hasTest() ? Classes.in(trainingLabels.labels(), testLabels.labels()) : Classes.in(trainingLabels.labels());
  }

  /**
   * @param former see {@link rote.data.DatasetInfo#former}
   * @throws InputException if the arrays do not fit together
   */
  public Dataset dataset(String name, Shape shape, Classes classes, Map<String, String> former) {
    Examples training = examples(trainingImages, trainingLabels, shape, classes);
    if (!hasTest()) {
      return new Dataset(name, shape, classes, training, Examples.none(), former);
    }
    checkTestLabels(Classes.in(trainingLabels.labels()));
    Examples test = examples(testImages, testLabels, shape, classes);
    return new Dataset(name, shape, classes, training, test, former);
  }

  private static Examples examples(ArrayFile images, ArrayFile labels, Shape shape, Classes classes) {
    if (images.count() != labels.count()) {
      throw new InputException(
          images + ": " + images.count() + " images, but " + labels + ": " + labels.count() + " labels");
    }
    return images.examples(shape, classes.classesOf(labels.labels()));
  }

  /**
   * Checks for test labels that training lacks, which no network can learn. Labels beyond those of training are a mistake;
   * others may be missing by chance from a small training set.
   */
  private void checkTestLabels(Classes trained) {
    List<Integer> unseen =
        Classes.in(testLabels.labels()).labels().stream().filter(label -> !trained.labels().contains(label)).toList();
    if (unseen.isEmpty()) {
      return;
    }
    String line = testLabels + ": the test set has classes that the training set lacks: labels " + new Classes(unseen) + " ("
        + count(unseen) + " of " + testLabels.count() + " examples), and " + trainingLabels + " has " + trained;
    if (unseen.get(unseen.size() - 1) > trained.labels().get(trained.count() - 1)) {
      throw new InputException(line + "; take those examples out of the test set, or put some of them into training");
    }
    LOG.warn("{}; no network will get them right", line);
  }

  private long count(List<Integer> unseen) {
    byte[] labels = testLabels.labels();
    return IntStream.range(0, labels.length).filter(e -> unseen.contains(labels[e] & 0xff)).count();
  }
}
