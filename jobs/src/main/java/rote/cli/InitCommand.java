package rote.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import rote.experiment.file.ExperimentFile;
import rote.experiment.file.ShippedExperiments;
import rote.files.InputException;
import rote.files.Place;
import rote.files.yaml.YamlNode;

/** {@code rote init}: writes an experiment file to begin with. */
@Command(name = "init", mixinStandardHelpOptions = true, versionProvider = VersionText.class, description = "Writes a commented experiment file, ready to run and to change.")
final class InitCommand implements Callable<Integer> {
  @ParentCommand private Main rote;

  private static final String TEMPLATE = "/rote/new-experiment.yaml";

  @Parameters(paramLabel = "NAME", description = "The experiment's name, or a path that ends in it; the file is NAME.yaml.")
  private String path;

  @Option(names = "--like", paramLabel = "EXPERIMENT",
      description = "Begins with a copy of this shipped experiment; rote list names them.")
  private String like;

  @Override
  public Integer call() throws IOException {
    Place place = Place.of(path.replaceFirst("\\.ya?ml$", "") + ".yaml");
    Path file = place.local().orElseThrow(() -> new InputException("init " + place + ": is a URI; name a file of this machine"));
    String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
    ExperimentFile.demandName(new YamlNode("init " + path, "name", name));
    write(file, beginning(name, file));
    rote.current().out().println("wrote " + place + "\n\n./rote plan " + place + "   says what will be trained, and how long that takes\n./rote run "
        + place + "    trains it, and writes the report");
    return Main.COMPLETE;
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
  private String beginning(String name, Path file) throws IOException {
    String text = like == null ? template() : Files.readString(ShippedExperiments.demand(like));
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
