package rote.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** The option that says where data is, and where it is looked for without. */
final class DataOption {
  @Option(names = "--data", paramLabel = "URI", description = "The folder with the files of the data set.")
  private String data;

  /** Where a data set is looked for: what the user named, or else the places where named sets are kept. */
  List<String> folders(String dataset) {
    if (data != null) {
      return List.of(data);
    }
    String shared = System.getenv("ROTE_DATA");
    return shared == null || shared.isEmpty() ? List.of() : List.of(shared + "/" + dataset);
  }
}
