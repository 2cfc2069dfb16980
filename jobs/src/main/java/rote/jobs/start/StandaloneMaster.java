package rote.jobs.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

/** Checks that a master of a standalone cluster answers: Spark would ask for a minute, and then stop halfway. */
final class StandaloneMaster {
  static final String SCHEME = "spark://";
  private static final int PATIENCE = 10_000; // milliseconds per master

  private StandaloneMaster() {}

  /**
   * @param master {@code spark://HOST:PORT,HOST:PORT…}
   * @throws IOException if none answers, with the reason of the last
   */
  static void check(String master) throws IOException {
    Exception last = null;
    for (String place : master.substring(SCHEME.length()).split(",")) {
      int colon = place.lastIndexOf(':');
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1))), PATIENCE);
        return;
      } catch (IOException | IllegalArgumentException e) { // the latter for a port beyond 65535
        last = e;
      }
    }
    throw new IOException("--master " + master + ": no master answers there (" + reason(last) + ")", last);
  }

  private static String reason(Exception e) {
    return e instanceof UnknownHostException ? "no such host" : e.getMessage();
  }
}
