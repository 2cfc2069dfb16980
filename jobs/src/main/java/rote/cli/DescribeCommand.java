package rote.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import rote.data.Dataset;
import rote.data.catalog.Catalog;
import rote.data.catalog.DataKeys;
import rote.data.description.Description;
import rote.data.tables.TableSet;
import rote.experiment.file.ExperimentFile;
import rote.experiment.file.NamedData;
import rote.files.DataFolder;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.files.Place;
import rote.report.page.DescriptionPage;
import rote.report.terminal.DescriptionText;
import rote.store.EditedFiles;
import rote.store.Output;
import rote.store.TextSeal;

/** {@code rote describe}: says what a data set holds. */
@Command(name = "describe", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
    description = "Says what a data set holds: rows, features, classes, missing and repeated rows, and what may make a verdict"
        + " false. Trains nothing.")
final class DescribeCommand implements Callable<Integer> {
  @ParentCommand private Main rote;

  @Parameters(paramLabel = "DATA", description = "A CSV, Parquet or .npz file, a folder of such or of IDX files, an experiment file, or the name of a data set.")
  private String named;

  @Option(names = "--label", paramLabel = "COLUMN", description = "The column of the classes, by name or number.")
  private String label;

  @Option(names = "--html", paramLabel = "FILE", description = "Also writes a page with examples, on any Hadoop file system.")
  private String html;

  @Option(names = "--set", paramLabel = "KEY=VALUE",
      description = "A key of section data, such as 'separator=\";\"'; may be repeated.")
  private List<String> keys = List.of();

  @Option(names = "--conf", paramLabel = "KEY=VALUE",
      description = "A setting of Spark, such as spark.hadoop.fs.s3a.endpoint=URL; may be repeated.")
  private Map<String, String> conf = Map.of();

  @Mixin private DataOption data;

  @Override
  public Integer call() throws IOException {
    FileSystems systems = rote.current().spark(conf).fileSystems();
    checkPage();
    Description description = Description.of(dataset(systems));
    rote.current().out().println(DescriptionText.of(description));
    if (html != null) {
      write(description, systems);
    }
    return Main.COMPLETE;
  }

  private void checkPage() {
    if (html != null && !html.matches(".*[^/]\\.html?")) {
      throw new InputException("--html " + html + ": must be the name of a page, such as data.html");
    }
  }

  /** Pages that a person has edited are kept under another name. */
  private void write(Description description, FileSystems systems) throws IOException {
    int slash = html.lastIndexOf('/');
    Output folder = Output.at(slash < 0 ? "." : html.substring(0, slash + 1), systems);
    folder.checkFolder();
    EditedFiles.replace(folder, html.substring(slash + 1), DescriptionPage.html(description) + TextSeal.OF_PAGE, rote.current().err()::println);
    rote.current().out().println("page: " + Place.of(html));
  }

  private Dataset dataset(FileSystems systems) {
    if (Catalog.names().contains(named)) {
      return Catalog.load(named, folders(named, systems));
    }
    if (!named.matches(".*\\.(ya?ml|json)")) {
      return NamedData.of(named, label, keys, systems).read(data.tableFolders(null), systems);
    }
    DataKeys declared = ExperimentFile.read(named, changes(), systems).experiment().data();
    return declared.table().map(table -> TableSet.read(table, data.tableFolders(named), systems))
        .orElseGet(() -> Catalog.load(declared, folders(declared.dataset(), systems)));
  }

  private List<DataFolder> folders(String name, FileSystems systems) {
    return data.folders(name, rote.current().err()).stream().map(folder -> new DataFolder(folder, systems)).toList();
  }

  /** The options as an experiment file's {@code --set} takes them. */
  private List<String> changes() {
    List<String> changes = new ArrayList<>(keys.stream().map(key -> key.startsWith("data.") ? key : "data." + key).toList());
    if (label != null) {
      changes.add("data.label=" + NamedData.label(label));
    }
    return changes;
  }
}
