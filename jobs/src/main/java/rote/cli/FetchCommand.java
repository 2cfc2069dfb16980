package rote.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import rote.data.download.Download;
import rote.data.download.DownloadSource;
import rote.data.download.Fetch;
import rote.files.DataFolder;
import rote.files.InputException;
import rote.files.LocalFiles;
import rote.files.Place;
import rote.files.Secrets;
import rote.files.UserCache;
import rote.files.Web;

/** {@code rote fetch}: downloads a data set to where run, plan and verify find it. */
@Command(name = "fetch", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
    description = "Downloads a data set, checks its SHA-256, and keeps it where run, plan and verify find it.")
final class FetchCommand implements Callable<Integer> {
  @ParentCommand private Main rote;

  @Parameters(paramLabel = "DATASET", description = "mnist, fashion-mnist or cifar-10.")
  private String dataset;

  @Option(names = "--to", paramLabel = "URI",
      description = "The folder that receives its files, on any Hadoop file system; by default one in the user's cache.")
  private String to;

  @Option(names = "--conf", paramLabel = "KEY=VALUE",
      description = "A setting of Spark, such as spark.hadoop.fs.s3a.endpoint=URL; may be repeated.")
  private Map<String, String> conf = Map.of();

  @Override
  public Integer call() throws IOException {
    DownloadSource home = DownloadSource.of(dataset);
    if (to != null && Web.isAddress(to)) {
      throw new InputException("--to " + Secrets.hiddenLocation(to) + ": web addresses can only be read; name a folder of this machine,"
          + " or of a file system such as hdfs:// or s3a://");
    }
    DataFolder folder = new DataFolder(to == null ? UserCache.folder(dataset).toString() : to,
        rote.current().spark(conf).fileSystems());
    Optional<Path> kept = to == null ? UserCache.ifKnown(dataset) : Place.of(to).local().or(() -> UserCache.ifKnown(dataset));
    if (kept.isPresent()) {
      check(kept.get());
      fetch(home, folder, kept.get());
    } else {
      fetchByTemporary(home, folder);
    }
    rote.current().out().println(dataset + " is in " + folder);
    return Main.COMPLETE;
  }

  private void fetchByTemporary(DownloadSource home, DataFolder folder) throws IOException {
    Path parts = newFolder();
    try {
      fetch(home, folder, parts);
    } finally {
      FileUtils.deleteQuietly(parts.toFile());
    }
  }

  /** Creates a folder for the parts of a user without a home, which nobody else can write to. */
  static Path newFolder() throws IOException {
    return Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "rote-fetch-");
  }

  private void fetch(DownloadSource home, DataFolder folder, Path parts) throws IOException {
    DownloadProgress progress = new DownloadProgress(rote.current().err(), rote.current().isTerminal());
    new Fetch(home, folder, parts, new Download(Web.ofThisMachine(), progress), progress::line).run();
  }

  private static void check(Path folder) {
    LocalFiles.obstacle(folder).or(() -> LocalFiles.closed(folder)).ifPresent(obstacle -> {
      throw new InputException(folder + ": " + obstacle + "; give another --to, or set XDG_CACHE_HOME");
    });
  }
}
