package rote.cli;

import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rote.store.Output;

/** The options that name an existing output, which {@code report} and {@code show} share. */
final class OutputOptions {
  @Parameters(paramLabel = "OUT", description = "The output of a run, such as notebooks-out/true-vs-random, or a URI.")
  private String out;

  @Option(names = "--conf", paramLabel = "KEY=VALUE",
      description = "A setting of Spark, such as spark.hadoop.fs.s3a.endpoint=URL; may be repeated.")
  private Map<String, String> conf = Map.of();

  Output output(Call call) {
    return call.remember(Output.at(out, call.spark(conf).fileSystems()));
  }
}
