package rote.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rote.data.Dataset;
import rote.data.Shape;
import rote.store.MemorisedExample;
import rote.trial.training.DrawnExamples;
import rote.trial.training.TrialRun;

/** Makes the table of memorisation scores. It needs the data, for labels and for the pixels of the highest scores. */
public final class MemorisationTable {
  /** For wrong labels, and again for true ones. */
  private static final int PICTURES = 32;

  private MemorisationTable() {}

  public static List<MemorisedExample> of(Analysis analysis, Dataset dataset) {
    return analysis.memorising().stream().flatMap(group -> of(group, dataset).stream()).toList();
  }

  private static List<MemorisedExample> of(Group group, Dataset dataset) {
    MemorisationScores scores = group.memorisation().orElseThrow();
    Dataset shaped = TrialRun.shaped(group.trial(), dataset);
    DrawnExamples drawn = DrawnExamples.of(group.trial(), shaped).inOrderOfRows();
    Set<Integer> pictured = new HashSet<>(scores.highest(true, PICTURES));
    pictured.addAll(scores.highest(false, PICTURES));
    List<MemorisedExample> rows = new ArrayList<>();
    int size = shaped.shape().size();
    for (int e = 0; e < scores.examples(); e++) {
      int image = drawn.rows()[e];
      rows.add(new MemorisedExample(group.label(), image, label(shaped, shaped.training().labels()[image]),
          label(shaped, drawn.labels().labels()[e]),
          scores.trained(e), scores.trainedRight(e), scores.leftOut(e), scores.leftOutRight(e),
          scores.isKnown(e) ? scores.score(e) : null, shape(shaped.shape()),
          pictured.contains(e) && !shaped.isReal() ? Arrays.copyOfRange(shaped.training().pixels(), image * size, (image + 1) * size) : null));
    }
    return rows;
  }

  /** The label that the data set's files use. */
  private static int label(Dataset dataset, byte c) {
    return dataset.label(c & 0xff);
  }

  private static List<Integer> shape(Shape shape) {
    return shape.channels() == 1
        ? List.of(shape.height(), shape.width()) : List.of(shape.channels(), shape.height(), shape.width());
  }
}
