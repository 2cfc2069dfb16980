package rote.data.catalog;

import java.util.Optional;
import rote.data.Dataset;
import rote.files.DataFolder;

/** How one kind of data set is kept in a folder. */
interface Storage {
  /** Returns the folder, or the one in it, that has the set; empty if neither does. */
  Optional<DataFolder> in(DataFolder place);

  /**
   * @param folder one that {@link #in} returned
   * @throws rote.files.InputException if files are missing, damaged or those of another set
   */
  Dataset read(DataFolder folder);

  /** Returns a file without which there is no set. */
  String first();

  /** Names in a message what a folder lacks. */
  String wanted();
}
