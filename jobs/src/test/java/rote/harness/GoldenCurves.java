package rote.harness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import rote.trial.Curve;
import rote.trial.EpochRow;

/** The pinned curves of three trials, whose every bit is frozen for all platforms. */
public final class GoldenCurves {
  private GoldenCurves() {}

  /** Returns the pinned text of the three trials. */
  public static String pinned() throws IOException {
    try (InputStream in = GoldenCurves.class.getResourceAsStream("/golden/three-epochs.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Writes a trial's id and curve down, without its times. */
  public static String text(String id, Curve curve) {
    StringBuilder text = new StringBuilder(id).append('\n');
    for (EpochRow row : curve.rows()) {
      text.append(row.epoch()).append(' ').append(Double.toHexString(row.training().cost())).append(' ')
          .append(row.training().accuracy()).append(' ').append(Double.toHexString(row.test().cost())).append(' ')
          .append(row.test().accuracy()).append('\n');
    }
    return text.toString();
  }
}
