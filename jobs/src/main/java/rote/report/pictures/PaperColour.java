package rote.report.pictures;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import rote.report.LineStyle;

/** Chooses colours on white paper: those of the page's light scheme. */
public final class PaperColour {
  /** Okabe and Ito's palette, with the lighter half darkened. */
  private static final int[] KINDS = {0x0072b2, 0xd55e00, 0x009e73, 0xb5588c, 0xc98600, 0x3a9bd4, 0x1f2226};
  /** Viridis; its lightest part would be invisible on paper. */
  private static final int[] RAMP = {0x440154, 0x414487, 0x2a788e, 0x22a884, 0x7ad151, 0xfde725};
  static final double RAMP_TO = 0.82;

  static final Color INK = new Color(0x1f2226);
  static final Color MUTED = new Color(0x5f656d);
  static final Color GRID = new Color(0xebe8e2);

  private PaperColour() {}

  public static Color of(LineStyle style) {
    if (!style.ordered()) {
      return new Color(KINDS[style.colour() % KINDS.length]);
    }
    double at = RAMP_TO * style.colour() / Math.max(1, style.colours() - 1) * (RAMP.length - 1);
    int left = Math.min(RAMP.length - 2, (int) at);
    return mix(new Color(RAMP[left]), new Color(RAMP[left + 1]), at - left);
  }

  public static List<String> ramp() {
    return IntStream.of(RAMP).mapToObj(colour -> hex(new Color(colour))).toList();
  }

  public static String hex(Color colour) {
    return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
  }

  static Color veil(Color colour) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 36);
  }

  private static Color mix(Color a, Color b, double share) {
    return new Color(mix(a.getRed(), b.getRed(), share), mix(a.getGreen(), b.getGreen(), share),
        mix(a.getBlue(), b.getBlue(), share));
  }

  private static int mix(int a, int b, double share) {
    return (int) Math.round(a + (b - a) * share);
  }
}
