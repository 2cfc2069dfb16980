package rote.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import rote.files.FileSystems;
import rote.files.Folder;
import rote.files.InputException;
import rote.files.Place;
import rote.jobs.ReportJob;
import rote.report.export.CsvFiles;
import rote.report.export.MlflowRuns;

/** {@code rote export}: writes results for other programs. */
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
    description = "Writes trials and curves of a run, finished or not, as CSV or for MLflow.")
final class ExportCommand implements Callable<Integer> {
  @ParentCommand private Main rote;
  @Mixin private OutputOptions options;

  @ArgGroup(multiplicity = "1")
  private Form form;

  private static final class Form {
    @Option(names = "--csv", paramLabel = "DIR", description = "The folder that receives trials.csv and curves.csv.")
    private String csv;

    @Option(names = "--mlflow", paramLabel = "DIR",
        description = "The folder that receives the experiment as MLflow keeps it: mlflow ui --backend-store-uri DIR")
    private String mlflow;
  }

  @Override
  public Integer call() throws IOException {
    ReportJob job = new ReportJob(options.output(rote.current()));
    Folder folder = folder(form.csv == null ? form.mlflow : form.csv);
    if (form.csv != null) {
      CsvFiles.write(folder, job.records());
    } else {
      new MlflowRuns(folder, job.experiment(), job.began()).write(job.records());
    }
    rote.current().out().println(job.records().size() + " trials are in " + folder.location());
    return Main.COMPLETE;
  }

  private static Folder folder(String place) throws IOException {
    Folder folder = Folder.at(Place.of(place), new FileSystems());
    folder.obstacle().ifPresent(obstacle -> {
      throw new InputException("export to " + folder.location() + ": " + obstacle);
    });
    return folder;
  }
}
