package rote.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import rote.data.DatasetInfo;
import rote.data.description.Description;
import rote.experiment.file.ExperimentFile;
import rote.experiment.file.NamedData;
import rote.experiment.file.NewExperiment;
import rote.experiment.file.ShippedExperiments;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.files.Place;
import rote.files.yaml.YamlNode;
import rote.files.yaml.YamlText;
import rote.jobs.DataFit;

/** {@code rote init}: writes an experiment file to begin with. */
@Command(name = "init", mixinStandardHelpOptions = true, versionProvider = VersionText.class, description = "Writes a commented experiment file, ready to run and to change.")
final class InitCommand implements Callable<Integer> {
  @ParentCommand private Main rote;

  private static final String TEMPLATE = "/rote/new-experiment.yaml";

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "The experiment's name, or a path that ends in it; the file is NAME.yaml. With --data, by default the data's name.")
  private String path;

  @Option(names = "--like", paramLabel = "EXPERIMENT",
      description = "Begins with a copy of this shipped experiment; rote list names them.")
  private String like;

  @Option(names = "--data", paramLabel = "FILE",
      description = "Asks whether there is anything to learn in this CSV, Parquet or .npz file, or folder of such or of IDX files.")
  private String data;

  @Option(names = "--label", paramLabel = "COLUMN", description = "The column of the classes, by name or number.")
  private String label;

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A key of section data, such as 'separator=\";\"'; may be repeated.")
  private List<String> keys = List.of();

  @Option(names = "--conf", paramLabel = "KEY=VALUE",
      description = "A setting of Spark, such as spark.hadoop.fs.s3a.endpoint=URL; may be repeated.")
  private Map<String, String> conf = Map.of();

  @Override
  public Integer call() throws IOException {
    checkOptions();
    Place place = Place.of((path == null ? nameOf(data) : path).replaceFirst("\\.ya?ml$", "") + ".yaml");
    Path file = place.local().orElseThrow(() -> new InputException("init " + place + ": is a URI; name a file of this machine"));
    String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
    ExperimentFile.demandName(new YamlNode("init " + place, "name", name));
    String command = place.toString();
    if (data == null) {
      write(file, beginning(like == null ? template() : Files.readString(ShippedExperiments.demand(like)), name, file));
    } else {
      FileSystems systems = rote.current().spark(conf).fileSystems();
      NamedData named = NamedData.of(data, label, keys, systems);
      command += named.folder().map(folder -> " --data " + (folder.matches("[A-Za-z0-9_./:=@%+,~-]+") ? folder : "'" + folder.replace("'", "'\\''") + "'")).orElse("");
      write(file, beginning(ofData(named, name, command, file, systems), name, file));
    }
    rote.current().out().println("wrote " + place + "\n\n./rote plan " + command + "   says what will be trained, and how long that takes\n./rote run "
        + command + "    trains it, and writes the report");
    return Main.COMPLETE;
  }

  private void checkOptions() {
    if (data == null && (label != null || !keys.isEmpty())) {
      throw new InputException("init: --label and --set are about data of your own; name it by --data FILE");
    }
    if (data != null && like != null) {
      throw new InputException("init: --data and --like each say what the experiment is; leave one of them out");
    }
    if (data == null && path == null) {
      throw new InputException("init: the name of the experiment is missing, as in rote init my-experiment");
    }
  }

  /** Reads the data first, so that what is wrong with it is said before there is an experiment on it, and writes none that no plan takes. */
  private String ofData(NamedData named, String name, String command, Path file, FileSystems systems) throws IOException {
    Description read = Description.of(named.read(new DataOption().tableFolders(null), systems));
    Map<String, Object> section = new LinkedHashMap<>(named.section());
    section.computeIfPresent("file", (key, typed) -> seenFrom(file.getParent(), (String) typed));
    String text = new NewExperiment(name, section, command, read).text();
    String init = "init " + file;
    new DataFit(init, ExperimentFile.experiment(init, YamlText.map(init, text)), DatasetInfo.of(read.data())).check();
    read.warnings().forEach(line -> rote.current().err().println("warning: " + line));
    return text;
  }

  /** A path that begins in the working directory, from the folder of the experiment, where it is looked for first. */
  private static String seenFrom(Path folder, String typed) {
    boolean isHere = !typed.startsWith("~") && !typed.contains(":/") && Files.exists(Path.of(typed));
    return isHere ? Place.of(typed).seenFrom(folder) : typed;
  }

  private static String nameOf(String data) {
    String name = data.replaceFirst("/+$", "").replaceFirst(".*/", "").replaceFirst("(?i)\\.gz$", "").replaceFirst("\\.[A-Za-z]+$", "")
        .replaceAll("[^A-Za-z0-9._-]+", "-").replaceFirst("^[^A-Za-z0-9]+", "");
    return name.isEmpty() ? "my-data" : name;
  }

  private static void write(Path file, String text) throws IOException {
    if (!Files.isDirectory(file.getParent())) {
      throw new InputException("init: there is no folder " + file.getParent() + "; create it first");
    }
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new InputException("init: " + file + " is there already; give another name", e);
    }
  }

  /** Returns the text with its new name, and the way from its folder to the schema, with which editors help. */
  private static String beginning(String text, String name, Path file) {
    Path schema = ShippedExperiments.folder().resolve(ShippedExperiments.SCHEMA).toAbsolutePath().normalize();
    String hint = Files.exists(schema) ? "# yaml-language-server: $schema="
        + file.getParent().relativize(schema).toString().replace('\\', '/') + "\n" : "";
    return text.replaceFirst("(?m)^# yaml-language-server:.*\n", Matcher.quoteReplacement(hint))
        .replaceFirst("(?m)^name: [A-Za-z0-9._-]+", "name: " + name);
  }

  private static String template() throws IOException {
    try (InputStream in = InitCommand.class.getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
