package rote.data.formats;

import java.util.List;
import java.util.stream.IntStream;
import rote.data.Classes;
import rote.files.InputException;

/** Refuses what no network can learn, as tables do: a single class, and labels of the test set that training lacks. */
final class LabelCheck {
  private LabelCheck() {}

  /**
   * @param training names the training labels in the error message, as {@code test} does those of the test set
   * @param tested empty for a set without a test set
   */
  static void demandLearnable(String training, byte[] trained, String test, byte[] tested) {
    Classes known = Classes.in(trained);
    List<Integer> unseen = Classes.in(tested).labels().stream().filter(label -> !known.labels().contains(label)).toList();
    if (!unseen.isEmpty()) {
      long count = IntStream.range(0, tested.length).filter(e -> unseen.contains(tested[e] & 0xff)).count();
      throw new InputException(test + ": the test set has classes that the training set lacks: labels " + new Classes(unseen) + " (" + count
          + " of " + tested.length + " examples), and " + training + " has " + known
          + "; take those examples out of the test set, or put some of them into training");
    }
    if (known.count() == 1) {
      throw new InputException(training + ": all labels are " + known + "; to tell classes apart there must be two");
    }
  }
}
