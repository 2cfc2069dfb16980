package rote.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import rote.data.catalog.Catalog;
import rote.experiment.Experiment;
import rote.experiment.file.ShippedExperiments;
import rote.files.Secrets;
import rote.files.UserCache;

/** The option that says where data is, and where it is looked for without it. */
final class DataOption {
  @Option(names = "--data", paramLabel = "URI", description = "The folder with the files of the data set, or its one .npz file.")
  private String data;

  boolean isNamed() {
    return data != null;
  }

  /** Returns where the data of an experiment is looked for: a table beside its file too, and in the working directory. */
  List<String> folders(Experiment experiment, String file, PrintStream messages) {
    return experiment.data().table().isEmpty() ? folders(experiment.dataset(), messages) : tableFolders(file);
  }

  /** Beside the experiment, then the working directory, then the shipped experiments. @param file of the experiment; null if it is not known */
  List<String> tableFolders(String file) {
    int slash = file == null ? -1 : file.lastIndexOf('/');
    String shipped = ShippedExperiments.folder().toString();
    return data != null ? List.of(data)
        : slash < 0 ? List.of("", shipped) : List.of(file.substring(0, Math.max(1, slash)), "", shipped);
  }

  /** Returns what the user named, or else the places where data sets are kept. */
  List<String> folders(String dataset, PrintStream messages) {
    if (data != null) {
      if (Catalog.isBuiltIn(dataset)) {
        messages.println("--data " + Secrets.hiddenLocation(data) + " is ignored, because " + dataset
            + " is built in; run and plan take another set by --set data.dataset=NAME");
      }
      return List.of(data);
    }
    Stream<String> shared = Stream.ofNullable(System.getenv("ROTE_DATA")).filter(folder -> !folder.isEmpty());
    return Stream.concat(shared.map(folder -> folder + (folder.endsWith("/") ? "" : "/") + dataset),
        UserCache.ifKnown(dataset).map(Path::toString).stream())
        .toList();
  }
}
