package rote.data.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rote.data.Dataset;
import rote.data.DatasetInfo;
import rote.data.download.DownloadSource;
import rote.data.formats.ArrayMemory;
import rote.data.formats.IdxFile;
import rote.data.formats.IdxSet;
import rote.files.DataFolder;
import rote.files.InputException;

/**
 * A set in four IDX files.
 *
 * @param known what the set's name says about it
 * @param checksums the SHA-256 of each file's content; empty for any files
 */
record IdxStorage(DataKeys keys, Optional<DatasetInfo> known, Optional<List<String>> checksums) implements Storage {
  private static final String EMNIST_FOLDER = "gzip"; // in its archive

  @Override
  public Optional<DataFolder> in(DataFolder place) {
    return Stream.of(place, place.below(EMNIST_FOLDER)).limit(known.isPresent() ? 1 : 2)
        .filter(folder -> names(folder).isPresent()).findFirst();
  }

  private Optional<IdxNames> names(DataFolder folder) {
    return known.isPresent() ? Optional.of(IdxNames.MNIST).filter(names -> folder.holds(names.first())) : IdxNames.in(folder, keys.split());
  }

  @Override
  public Dataset read(DataFolder folder) {
    IdxNames names = names(folder).orElse(IdxNames.MNIST);
    ArrayMemory memory = ArrayMemory.ofHeap();
    List<IdxFile> files = names.files().stream().map(name -> folder.read(name, (in, file) -> IdxFile.read(in, file, memory))).toList();
    return checked(folder, set(files, keys.isTransposed().orElse(names.isOfEmnist())).dataset(keys.dataset(), known));
  }

  private static IdxSet set(List<IdxFile> files, boolean isTransposed) {
    return isTransposed ? new IdxSet(files.get(0).transposed(), files.get(1), files.get(2).transposed(), files.get(3))
        : new IdxSet(files.get(0), files.get(1), files.get(2), files.get(3));
  }

  @Override
  public String first() {
    return keys.split().map(IdxNames::ofSplit).orElse(IdxNames.MNIST).first();
  }

  @Override
  public String wanted() {
    return first() + " or " + first() + ".gz";
  }

  private Dataset checked(DataFolder folder, Dataset dataset) {
    List<String> expected = checksums.orElse(dataset.digests());
    for (int f = 0; f < DownloadSource.IDX_FILES.size(); f++) {
      if (!expected.get(f).equals(dataset.digests().get(f))) {
        throw new InputException(folder + "/" + DownloadSource.IDX_FILES.get(f) + ": not the file of " + dataset.name()
            + ": its SHA-256 is " + dataset.digests().get(f) + ", not " + expected.get(f)
            + "; for data of your own, name the set idx");
      }
    }
    return dataset;
  }
}
