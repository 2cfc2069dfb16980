package rote.jobs.verify;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rote.files.DataFolder;
import rote.files.FileSystems;
import rote.jobs.start.SparkStart;
import rote.store.Output;

/**
 * What the user asked to be verified.
 *
 * @param out an output
 * @param sample how many recorded trials are trained again, at most; 0 checks the files alone and needs no data
 * @param folders where to look for the data set of a name, in this order
 * @param spark Spark settings of the command line; they stand above all others
 */
public record VerifyRequest(
    String out, int sample, Function<String, List<String>> folders, Map<String, String> spark) {

  Output output() {
    return Output.at(out, SparkStart.fileSystems(spark));
  }

  List<DataFolder> folders(String dataset) {
    FileSystems systems = SparkStart.fileSystems(spark);
    return folders.apply(dataset).stream().map(folder -> new DataFolder(folder, systems)).toList();
  }
}
