package rote.cli;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rote.files.InputException;
import rote.files.Place;

/**
 * Hadoop's own settings, such as core-site.xml, in the folders that HADOOP_CONF_DIR and YARN_CONF_DIR name.
 *
 * <p>Hadoop and Spark look for them on the class path, to which {@code spark-submit} adds those folders.
 */
final class HadoopSettings {
  private HadoopSettings() {}

  /**
   * Lets this thread, and those that it starts, find the files.
   *
   * @throws InputException that names the variable, if its value cannot be a folder
   */
  static void find(Map<String, String> environment) {
    List<URL> folders = new ArrayList<>();
    for (String variable : List.of("HADOOP_CONF_DIR", "YARN_CONF_DIR")) {
      String folder = environment.getOrDefault(variable, "");
      if (!folder.isBlank()) {
        place(variable, folder).local().filter(Files::isDirectory).map(HadoopSettings::url).ifPresent(folders::add);
      }
    }
    if (!folders.isEmpty()) {
      ClassLoader above = Thread.currentThread().getContextClassLoader();
      Thread.currentThread().setContextClassLoader(new URLClassLoader(folders.toArray(new URL[0]), above));
    }
  }

  private static Place place(String variable, String folder) {
    try {
      return Place.of(folder);
    } catch (InputException e) {
      throw new InputException(variable + ": " + e.getMessage(), e);
    }
  }

  private static URL url(Path folder) {
    try {
      return folder.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a path has a URL", e);
    }
  }
}
