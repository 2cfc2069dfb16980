package rote.data.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rote.data.Classes;
import rote.data.Dataset;
import rote.data.DatasetInfo;
import rote.data.Examples;
import rote.data.Shape;
import rote.files.InputException;

/** The four IDX files of a data set, which together determine its classes and its shape. */
public record IdxSet(IdxFile trainingImages, IdxFile trainingLabels, IdxFile testImages, IdxFile testLabels) {
  private static final Logger LOG = LoggerFactory.getLogger(IdxSet.class);

  /**
   * @param known what the set's name says about it; without it, the classes are the labels that occur
   * @throws InputException if the files do not fit together
   */
  public Dataset dataset(String name, Optional<DatasetInfo> known) {
    Shape shape = known.map(DatasetInfo::shape).orElseGet(trainingImages::shape);
    Classes classes = known.map(set -> Classes.upTo(set.classes()))
        .orElseGet(() -> Classes.in(trainingLabels.labels(), testLabels.labels()));
    known.ifPresent(set -> Stream.of(trainingLabels, testLabels).forEach(labels -> labels.labels(set.classes())));
    Examples training = examples(trainingImages, trainingLabels, shape, classes);
    checkTestLabels(Classes.in(trainingLabels.labels()));
    Examples test = examples(testImages, testLabels, shape, classes);
    return new Dataset(name, shape, classes, training, test, former(classes, shape));
  }

  private static Examples examples(IdxFile images, IdxFile labels, Shape shape, Classes classes) {
    byte[] pixels = images.images(shape);
    if (images.count() != labels.count()) {
      throw new InputException(
          images + ": " + images.count() + " images, but " + labels + ": " + labels.count() + " labels");
    }
    return new Examples(pixels, classes.classesOf(labels.labels()));
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

  /** Returns the digest of the same files as earlier versions read them, and the difference. */
  private Map<String, String> former(Classes classes, Shape shape) {
    List<String> differences = new ArrayList<>();
    if (!classes.isFull()) {
      differences.add("its trials count " + (classes.label(classes.count() - 1) + 1) + " classes, and the classes are the "
          + classes.count() + " labels that occur (" + classes + ")");
    }
    if (trainingImages.isChannelsLast()) {
      differences.add("its trials read image rows as channels, and images are " + shape.height() + "x"
          + shape.width() + " pixels of " + shape.channels() + " channels");
    }
    return differences.isEmpty() ? Map.of() : Map.of(Dataset.digestOf(
        List.of(trainingImages.formerDigest(), trainingLabels.digest(), testImages.formerDigest(), testLabels.digest())),
        String.join("; ", differences));
  }
}
