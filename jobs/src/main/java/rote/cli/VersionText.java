package rote.cli;

import picocli.CommandLine.IVersionProvider;
import rote.jobs.start.Platform;
import rote.jobs.start.ProgramJar;

/** What {@code rote --version} prints. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String commit = ProgramJar.commit();
    return new String[] {
      "rote " + ProgramJar.built("rote") + (commit == null ? "" : ", commit " + commit),
      "built for: " + Platform.builtFor(),
      "runs on:   " + Platform.runsOn()};
  }
}
