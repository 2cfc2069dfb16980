package rote.data.formats;

import java.util.List;
import java.util.stream.Stream;
import rote.files.InputException;

/**
 * How one of the CIFAR data sets is laid out in files.
 *
 * @param folder the one in the archive
 * @param training the files of the training set, all with the same number of rows
 * @param labelBytes how many labels stand before the pixels of a row
 * @param label which of them is read, from 0
 * @param classes of that label
 */
public record CifarForm(String dataset, String archive, String folder, List<String> training, int trainingRows, String test, int testRows,
    int labelBytes, int label, int classes) {
  public static final CifarForm CIFAR_10 = new CifarForm("cifar-10", "cifar-10-binary.tar.gz", "cifar-10-batches-bin",
      List.of("data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin"), 10_000,
      "test_batch.bin", 10_000, 1, 0, 10);

  /** CIFAR-100 with its 20 superclasses, and with its 100 classes. */
  public static final CifarForm COARSE = of100(0, 20);
  public static final CifarForm FINE = of100(1, 100);

  private static CifarForm of100(int label, int classes) {
    return new CifarForm("cifar-100", "cifar-100-binary.tar.gz", "cifar-100-binary", List.of("train.bin"), 50_000, "test.bin", 10_000,
        2, label, classes);
  }

  /** Returns the same form of smaller files. */
  public CifarForm withRows(int inTraining, int inTest) {
    return new CifarForm(dataset, archive, folder, training, inTraining, test, inTest, labelBytes, label, classes);
  }

  public List<String> files() {
    return Stream.concat(training.stream(), Stream.of(test)).toList();
  }

  int rowBytes() {
    return labelBytes + CifarFile.SHAPE.size();
  }

  /** Returns the label of a row. @throws InputException if it is too large */
  byte label(byte[] bytes, String file, int row) {
    int found = bytes[label] & 0xff;
    if (found >= classes) {
      throw new InputException(file + ": label " + row + " is " + found + "; labels are 0 to " + (classes - 1));
    }
    return bytes[label];
  }
}
