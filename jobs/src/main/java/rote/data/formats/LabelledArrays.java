package rote.data.formats;

import java.util.Map;
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
    LabelCheck.demandLearnable(trainingLabels.toString(), trainingLabels.labels(), String.valueOf(testLabels),
        hasTest() ? testLabels.labels() : new byte[0]);
    Examples test = hasTest() ? examples(testImages, testLabels, shape, classes) : Examples.none();
    return new Dataset(name, shape, classes, training, test, former);
  }

  private static Examples examples(ArrayFile images, ArrayFile labels, Shape shape, Classes classes) {
    if (images.count() != labels.count()) {
      throw new InputException(
          images + ": " + images.count() + " images, but " + labels + ": " + labels.count() + " labels");
    }
    return images.examples(shape, classes.classesOf(labels.labels()));
  }
}
