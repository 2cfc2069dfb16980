package rote.data.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rote.data.Classes;
import rote.data.Dataset;
import rote.data.DatasetInfo;
import rote.data.Shape;
import rote.files.InputException;

/** The four IDX files of a data set, which together determine its classes and its shape. */
public record IdxSet(IdxFile trainingImages, IdxFile trainingLabels, IdxFile testImages, IdxFile testLabels) {
  /**
   * @param known what the set's name says about it; without it, the classes are the labels that occur
   * @throws InputException if the files do not fit together
   */
  public Dataset dataset(String name, Optional<DatasetInfo> known) {
    LabelledArrays arrays = new LabelledArrays(trainingImages, trainingLabels, testImages, testLabels);
    Shape shape = known.map(DatasetInfo::shape).orElseGet(trainingImages::shape);
    Classes classes = known.map(set -> Classes.upTo(set.classes())).orElseGet(arrays::classes);
    known.ifPresent(set -> Stream.of(trainingLabels, testLabels).forEach(labels -> labels.labels(set.classes())));
    return arrays.dataset(name, shape, classes, former(classes, shape));
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
