package rote.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The names and files of a folder, wherever it is; what lies below is named with a {@code /}. */
interface FolderFiles {
  /**
   * The names in a subfolder ({@code ""} for the folder itself), those of folders with a {@code /} behind.
   *
   * @return empty where there is no way to list a folder
   * @throws java.nio.file.NoSuchFileException or {@link FileNotFoundException} if there is no such folder
   * @throws java.nio.file.NotDirectoryException if it is a file
   */
  Optional<List<String>> names(String subfolder) throws IOException;

  /** @throws java.nio.file.NoSuchFileException or {@link FileNotFoundException} if there is no such file */
  InputStream open(String name) throws IOException;
}
