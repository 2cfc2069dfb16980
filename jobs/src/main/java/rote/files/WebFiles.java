package rote.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A folder of the web, which cannot be listed: a file is there if it can be opened. */
record WebFiles(String folder, Web web) implements FolderFiles {
  @Override
  public Optional<List<String>> names(String subfolder) {
    return Optional.empty();
  }

  @Override
  public InputStream open(String name) throws IOException {
    return web.open(Web.address(Web.within(folder, name)));
  }
}
