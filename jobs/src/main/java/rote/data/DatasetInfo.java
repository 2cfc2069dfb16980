package rote.data;

import java.util.Map;

/**
 * What is known about a data set without its content.
 *
 * @param testExamples 0 where each trial draws its test set from the training examples
 * @param isReal whether the examples are real features and not bytes
 * @param groups what is known of groups of examples; null if each example stands for itself
 * @param digest see {@link Dataset#digest()}
 * @param former digests of the same files as earlier versions read them, each with the difference
 */
public record DatasetInfo(Shape shape, int classes, int trainingExamples, int testExamples, boolean isReal, Grouping.Facts groups,
    String digest, Map<String, String> former) {
  public DatasetInfo(Shape shape, int classes, int trainingExamples, int testExamples, String digest) {
    this(shape, classes, trainingExamples, testExamples, false, null, digest, Map.of());
  }

  public static DatasetInfo of(Dataset dataset) {
    return new DatasetInfo(dataset.shape(), dataset.classes(), dataset.training().count(), dataset.test().count(),
        dataset.isReal(), dataset.groups() == null ? null : dataset.groups().facts(dataset.training().labels()), dataset.digest(),
        dataset.former());
  }
}
