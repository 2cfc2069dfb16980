package rote.data.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rote.data.download.DownloadSource;
import rote.files.DataFolder;
import rote.files.InputException;

/**
 * The names of four IDX files: MNIST's, or those of one of EMNIST's splits.
 *
 * @param files training images and labels, test images and labels
 * @param isOfEmnist whether the images lie on their side, as all of EMNIST's do
 */
record IdxNames(List<String> files, boolean isOfEmnist) {
  static final List<String> SPLITS = List.of("balanced", "byclass", "bymerge", "digits", "letters", "mnist");
  static final IdxNames MNIST = new IdxNames(DownloadSource.IDX_FILES, false);

  static IdxNames ofSplit(String split) {
    return new IdxNames(Stream.of("train-images-idx3", "train-labels-idx1", "test-images-idx3", "test-labels-idx1")
        .map(file -> "emnist-" + split + "-" + file + "-ubyte").toList(), true);
  }

  String first() {
    return files.get(0);
  }

  /**
   * Returns the names that a folder has; empty if it has none.
   *
   * @param split the one that is asked for
   * @throws InputException if none is asked for, and there are several
   */
  static Optional<IdxNames> in(DataFolder folder, Optional<String> split) {
    if (split.isPresent()) {
      return split.map(IdxNames::ofSplit).filter(names -> folder.holds(names.first()));
    }
    if (folder.holds(MNIST.first())) {
      return Optional.of(MNIST);
    }
    List<String> there = SPLITS.stream().filter(name -> folder.holds(ofSplit(name).first())).toList();
    if (there.size() > 1) {
      throw new InputException(folder + ": holds several splits of EMNIST: " + String.join(", ", there)
          + "; choose one by data.split, such as --set data.split=" + there.get(0));
    }
    return there.stream().map(IdxNames::ofSplit).findFirst();
  }
}
