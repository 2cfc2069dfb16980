package rote.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rote.data.DataFolder;
import rote.data.Download;
import rote.data.Fetch;
import rote.data.Home;
import rote.data.InputException;
import rote.data.LocalFiles;
import rote.data.Place;
import rote.data.Secrets;
import rote.data.Web;
import rote.jobs.SparkStart;

/** {@code rote fetch}: downloads a data set to where run, plan and verify find it. */
@Command(name = "fetch", mixinStandardHelpOptions = true,
    description = "Downloads a data set, checks its SHA-256, and keeps it where run, plan and verify find it.")
final class FetchCommand implements Callable<Integer> {
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
    Home home = Home.of(dataset);
    if (to != null && Web.isAddress(to)) {
      throw new InputException("--to " + Secrets.hidden(to) + ": web addresses can only be read; name a folder of this machine,"
          + " or of a file system such as hdfs:// or s3a://");
    }
    DataFolder folder =
        new DataFolder(to == null ? UserCache.folder(dataset).toString() : to, SparkStart.fileSystems(conf));
    Path parts = UserCache.ifKnown(dataset).orElse(Path.of(System.getProperty("java.io.tmpdir"), "rote", dataset));
    check(Place.of(to == null ? UserCache.folder(dataset).toString() : to).local().orElse(parts));
    DownloadProgress progress = new DownloadProgress(System.err, Terminal.isStandardError());
    Download download = new Download(Web.ofThisMachine(), progress);
    new Fetch(home, folder, parts, download, progress::line).run();
    System.out.println(dataset + " is in " + folder);
    return Main.COMPLETE;
  }

  /** Before the first byte is brought. */
  private static void check(Path folder) {
    LocalFiles.obstacle(folder).or(() -> LocalFiles.closed(folder)).ifPresent(obstacle -> {
      throw new InputException(folder + ": " + obstacle + "; give another --to, or set XDG_CACHE_HOME");
    });
  }
}
