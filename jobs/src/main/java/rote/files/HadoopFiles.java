package rote.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NotDirectoryException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A folder on a file system that Hadoop reaches. */
record HadoopFiles(Path folder, FileSystem files) implements FolderFiles {
  @Override
  public Optional<List<String>> names(String subfolder) throws IOException {
    Path path = at(subfolder);
    FileStatus[] found = files.listStatus(path);
    if (found.length == 1 && found[0].isFile() && found[0].getPath().toUri().getPath().equals(path.toUri().getPath())) {
      throw new NotDirectoryException(path.toString());
    }
    return Optional.of(Arrays.stream(found)
        .map(status -> status.getPath().getName() + (status.isDirectory() ? "/" : "")).toList());
  }

  @Override
  public InputStream open(String name) throws IOException {
    return files.open(at(name));
  }

  private Path at(String name) {
    return name.isEmpty() ? folder : new Path(folder, name);
  }
}
