package rote.store;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import rote.files.Folder;
import rote.files.Sha256;
import rote.trial.KeptState;

/**
 * The states of trained networks, one file per trial with the SHA-256 of its bytes at the end. They can be made again by
 * training, so an output without them is whole.
 */
public final class States {
  private static final String ENDING = ".state";
  private static final String FORMAT = "rote-state-1";
  private static final int DIGEST = 32;

  private final Folder folder;

  public States(Output output) {
    this.folder = output.folder();
  }

  /** Returns the ids of the trials whose state is kept. */
  public Set<String> ids() throws IOException {
    return names().stream().map(name -> name.substring(0, name.length() - ENDING.length())).collect(Collectors.toSet());
  }

  private List<String> names() throws IOException {
    return folder.list(Output.STATES).stream().filter(name -> name.endsWith(ENDING) && !name.startsWith(".")).toList();
  }

  public String path(String trialId) {
    return folder.path(file(trialId));
  }

  private static String file(String trialId) {
    return Output.STATES + "/" + trialId + ENDING;
  }

  /** Writes a state, which gets its name when it is complete. */
  public void write(KeptState state) throws IOException {
    folder.write(file(state.trialId()), file -> write(state, file));
  }

  private static void write(KeptState state, OutputStream file) throws IOException {
    DigestOutputStream digested = new DigestOutputStream(file, Sha256.digest());
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(digested, 1 << 16));
    out.writeUTF(FORMAT);
    out.writeUTF(state.trialId());
    out.writeInt(state.epochs());
    out.writeInt(state.values().length);
    for (float value : state.values()) {
      out.writeInt(Float.floatToRawIntBits(value));
    }
    out.flush();
    file.write(digested.getMessageDigest().digest());
    file.flush();
  }

  /**
   * Reads a state.
   *
   * @throws IOException if it is not there, or not what was written
   */
  public KeptState read(String trialId) throws IOException {
    try (InputStream in = folder.open(file(trialId))) {
      byte[] bytes = in.readAllBytes();
      MessageDigest digest = Sha256.digest();
      digest.update(bytes, 0, Math.max(0, bytes.length - DIGEST));
      if (bytes.length < DIGEST || !MessageDigest.isEqual(digest.digest(),
          Arrays.copyOfRange(bytes, bytes.length - DIGEST, bytes.length))) {
        throw new IOException("damaged: its bytes are not those of the SHA-256 at its end");
      }
      return state(trialId, new DataInputStream(new ByteArrayInputStream(bytes)));
    }
  }

  private static KeptState state(String trialId, DataInputStream in) throws IOException {
    String format = in.readUTF();
    String of = in.readUTF();
    if (!format.equals(FORMAT) || !of.equals(trialId)) {
      throw new IOException("it is of trial " + of + " and format " + format);
    }
    int epochs = in.readInt();
    float[] values = new float[in.readInt()];
    for (int v = 0; v < values.length; v++) {
      values[v] = Float.intBitsToFloat(in.readInt());
    }
    return new KeptState(trialId, epochs, values);
  }
}
