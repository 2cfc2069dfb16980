package rote.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder of this machine, read without Hadoop: its local file system believes checksum files that lie beside, and wants
 * the user's name.
 */
record LocalFolderFiles(Path folder) implements FolderFiles {
  @Override
  public Optional<List<String>> names(String subfolder) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder.resolve(subfolder))) {
      paths.forEach(path -> names.add(path.getFileName() + (Files.isDirectory(path) ? "/" : "")));
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return Optional.of(names);
  }

  @Override
  public InputStream open(String name) throws IOException {
    return LocalFiles.open(folder.resolve(name));
  }
}
