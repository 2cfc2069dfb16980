package rote.data.catalog;

import java.util.Optional;
import java.util.stream.Stream;
import rote.data.Dataset;
import rote.data.formats.CifarBatches;
import rote.data.formats.CifarForm;
import rote.files.DataFolder;

/** CIFAR-10 or CIFAR-100: its files, in the folder or in the one that the archive unpacks to, or the archive. */
record CifarStorage(CifarForm form) implements Storage {
  @Override
  public Optional<DataFolder> in(DataFolder place) {
    return Stream.of(place, place.below(form.folder()))
        .filter(folder -> folder.holds(first()) || folder.holds(form.archive())).findFirst();
  }

  @Override
  public Dataset read(DataFolder folder) {
    CifarBatches batches = new CifarBatches(form);
    if (folder.holds(first())) {
      form.files().forEach(name -> folder.read(name, (in, file) -> batches.read(name, in, file)));
    } else {
      folder.read(form.archive(), batches::readArchive);
    }
    return batches.dataset(folder.toString());
  }

  @Override
  public String first() {
    return form.files().get(0);
  }

  @Override
  public String wanted() {
    return first() + " or " + form.archive();
  }
}
