package rote.harness;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import rote.files.Folder;
import rote.files.SeekableInput;

/**
 * A real folder that calls a step before, during and after every change, when a reader may look or the process may die. During
 * means that a file is written but does not have its name; a deletion has no such moment.
 */
public record SteppedFolder(Folder folder, Runnable step) implements Folder {
  /** Ends a run like a killed process: nothing catches it or cleans up. */
  public static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void write(String name, Body body) throws IOException {
    step.run();
    folder.write(name, out -> {
      body.writeTo(out);
      out.flush();
      step.run();
    });
    step.run();
  }

  @Override
  public void delete(String name) throws IOException {
    step.run();
    folder.delete(name);
    step.run();
  }

  @Override
  public String location() {
    return folder.location();
  }

  @Override
  public Optional<String> obstacle() throws IOException {
    return folder.obstacle();
  }

  @Override
  public List<String> names(String subfolder) throws IOException {
    return folder.names(subfolder);
  }

  @Override
  public boolean exists(String name) throws IOException {
    return folder.exists(name);
  }

  @Override
  public SeekableInput open(String name) throws IOException {
    return folder.open(name);
  }

  @Override
  public Closeable lock() throws IOException {
    return folder.lock();
  }
}
