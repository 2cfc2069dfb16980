package rote.report.pictures;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import rote.analysis.ProbeTable;
import rote.report.LineStyle;
import rote.trial.Probe;
import rote.trial.ProbeItem;

/** Draws what a probe found in the first network of each group. */
public final class ProbeSheets {
  private static final int MAX_GROUPS = 4;
  private static final int SCALE = 2; // points per pixel of an image
  private static final int MARGIN = 8;
  private static final int LABEL = 22;
  private static final int BARS = 70;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

  private ProbeSheets() {}

  /** The notebook's code that draws the picture; empty if there is nothing to draw. */
  public static Optional<String> code(ProbeTable table) {
    return drawn(table).isEmpty() ? Optional.empty() : code(table.words().probe());
  }

  private static Optional<String> code(Probe probe) {
    return switch (probe) {
      case HIDDEN_WEIGHTS -> Optional.of("draw_images(\"hidden-weights\", \"PuOr\")");
      case DRAWN_DIGITS -> Optional.of("draw_images(\"drawn-digits\", \"gray\", lowest=0)");
      case NOISE_CONFIDENCE -> Optional.of("draw_confidence()");
      case JUDGED_DRAWINGS -> Optional.of("draw_images(\"judged-drawings\", \"gray\", lowest=0)");
      case SECOND_LAYER -> Optional.of("draw_images(\"second-layer\", \"gray\", lowest=0)");
      case CRITICAL_SAMPLE_RATIO, EXAMPLE_CORRECTNESS, NOISE_ANSWERS, LEARNED_WEIGHTS, MOVED_DIGITS, LOCAL_MINIMUM,
          WEIGHT_NUDGES, TEST_ANSWERS, LEARNING_ORDER, FEATURE_SCALES -> Optional.empty();
    };
  }

  public static Picture picture(ProbeTable table) {
    List<ProbeTable.Row> rows = drawn(table);
    return table.words().probe() == Probe.NOISE_CONFIDENCE ? histograms(rows) : sheets(rows, table.words().probe());
  }

  /** The second layer has images only where there is one. */
  private static List<ProbeTable.Row> drawn(ProbeTable table) {
    Probe probe = table.words().probe();
    return table.probed().stream().filter(row -> probe == Probe.NOISE_CONFIDENCE || !Sheet.images(row.results().get(0), probe).isEmpty())
        .limit(MAX_GROUPS).toList();
  }

  private static Picture sheets(List<ProbeTable.Row> rows, Probe probe) {
    List<BufferedImage> sheets = rows.stream().map(row -> image(Sheet.of(row.results().get(0), probe))).toList();
    int width = sheets.stream().mapToInt(sheet -> SCALE * sheet.getWidth()).max().orElse(0);
    int height = sheets.stream().mapToInt(sheet -> SCALE * sheet.getHeight() + LABEL + MARGIN).sum();
    return Picture.of(Math.max(400, width + 2 * MARGIN), height + MARGIN, graphics -> {
      int y = MARGIN;
      for (int k = 0; k < sheets.size(); k++) {
        y = label(graphics, rows.get(k).label(), y);
        BufferedImage sheet = sheets.get(k);
        graphics.drawImage(sheet, MARGIN, y, SCALE * sheet.getWidth(), SCALE * sheet.getHeight(), null);
        y += SCALE * sheet.getHeight() + MARGIN;
      }
    });
  }

  private static Picture histograms(List<ProbeTable.Row> rows) {
    int wide = 200;
    return Picture.of(3 * (wide + MARGIN) + MARGIN, rows.size() * (BARS + 2 * LABEL + MARGIN) + MARGIN, graphics -> {
      int y = MARGIN;
      for (ProbeTable.Row row : rows) {
        y = label(graphics, row.label(), y);
        int x = MARGIN;
        for (ProbeItem item : row.results().get(0).probes()) {
          if (item.probe() == Probe.NOISE_CONFIDENCE && item.name().endsWith("-confidence")) {
            bars(graphics, item, x, y, wide);
            x += wide + MARGIN;
          }
        }
        y += BARS + LABEL + MARGIN;
      }
    });
  }

  private static void bars(Graphics2D graphics, ProbeItem item, int x, int y, int wide) {
    float[] shares = item.values();
    graphics.setColor(PaperColour.of(new LineStyle(0, 1, false, LineStyle.Dash.SOLID)));
    for (int bin = 0; bin < shares.length; bin++) {
      int from = wide * bin / shares.length;
      int high = Math.round(BARS * shares[bin]);
      graphics.fillRect(x + from, y + BARS - high, wide * (bin + 1) / shares.length - from - 1, high);
    }
    graphics.setColor(PaperColour.MUTED);
    graphics.fillRect(x, y + BARS, wide, 1);
    graphics.drawString(item.name().replace('-', ' '), x, y + BARS + LABEL - 6);
  }

  private static int label(Graphics2D graphics, String text, int y) {
    graphics.setColor(PaperColour.INK);
    graphics.setFont(FONT);
    graphics.drawString(text, MARGIN, y + LABEL - 8);
    return y + LABEL;
  }

  private static BufferedImage image(Sheet sheet) {
    try {
      return ImageIO.read(new ByteArrayInputStream(sheet.png()));
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory", e);
    }
  }
}
