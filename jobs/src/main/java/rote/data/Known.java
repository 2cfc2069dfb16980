package rote.data;

/**
 * What can be said of a data set without its content.
 *
 * @param digest see {@link Dataset#digest()}
 */
public record Known(Shape shape, int classes, int trainingExamples, int testExamples, String digest) {
  public static Known of(Dataset dataset) {
    return new Known(dataset.shape(), dataset.classes(), dataset.training().count(), dataset.test().count(),
        dataset.digest());
  }
}
