package rote.trial.probes;

import java.util.ArrayList;
import java.util.List;
import rote.data.Shape;

/**
 * Finds how much of an image one stroke of a digit explains: a straight line or a loop, bright on dark, at any place.
 *
 * <p>A line of width s in direction t is exp(-u^2 / (2 s^2)) where |v| is at most 4 s, with u across the line and v along it,
 * both counted from its middle; widths are 1 and 2 pixels, directions all multiples of 22.5 degrees. A loop of radius r is
 * exp(-(d - r)^2 / 2) at the distance d from its middle; radii are 3, 4, 5 and 6 pixels.
 *
 * <p>The share is the squared correlation with the best of them over the pixels in use, 0 where none correlates above 0. With
 * several channels a stroke has one place and form, and in each channel a strength of its own.
 */
record Strokes(PixelsInUse used) {
  private static final int DIRECTIONS = 8;
  private static final int[] WIDTHS = {1, 2};
  private static final int[] RADII = {3, 4, 5, 6};
  private static final int REACH = 9; // of a window that holds the longest line and the widest loop
  private static final int SIDE = 2 * REACH + 1;
  private static final double FAINT = 0.01; // less of a stroke is nothing
  private static final double SINGULAR = 1e-9; // of a stroke that is even over the pixels in use

  /** Returns the share of each image's energy that the best stroke explains, 0 to 1; NaN for an image without any. */
  double[] shares(List<float[]> images) {
    List<double[]> centred = images.stream().map(used::centred).toList();
    double[] shares = new double[centred.size()];
    for (double[] window : windows()) {
      for (int place = 0; place < plane(); place++) {
        List<Stroke> strokes = strokes(window, place);
        for (int i = 0; i < shares.length; i++) {
          shares[i] = Math.max(shares[i], explained(strokes, centred.get(i)));
        }
      }
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= EdgePair.product(centred.get(i), centred.get(i));
    }
    return shares;
  }

  private static double explained(List<Stroke> strokes, double[] image) {
    double sum = 0;
    for (Stroke stroke : strokes) {
      sum += stroke.explained(image);
    }
    return sum;
  }

  private int plane() {
    return used.shape().height() * used.shape().width();
  }

  /** One per channel in which the middle is in use. */
  private List<Stroke> strokes(double[] window, int place) {
    List<Stroke> strokes = new ArrayList<>();
    for (int first = 0; first < used.shape().size(); first += plane()) {
      if (used.has(first + place)) {
        strokes.add(stroke(window, first, place));
      }
    }
    return strokes;
  }

  private Stroke stroke(double[] window, int first, int place) {
    Shape shape = used.shape();
    Stroke stroke = new Stroke(used.count(first, first + plane()));
    for (int k = 0; k < window.length; k++) {
      int x = place % shape.width() + k % SIDE - REACH;
      int y = place / shape.width() + k / SIDE - REACH;
      boolean isInside = x >= 0 && y >= 0 && x < shape.width() && y < shape.height();
      if (window[k] > 0 && isInside && used.has(first + y * shape.width() + x)) {
        stroke.add(first + y * shape.width() + x, window[k]);
      }
    }
    return stroke;
  }

  /** Every form in the middle of a window, [SIDE * SIDE]. */
  static List<double[]> windows() {
    List<double[]> windows = new ArrayList<>();
    for (int width : WIDTHS) {
      for (int direction = 0; direction < DIRECTIONS; direction++) {
        double angle = Math.PI * direction / DIRECTIONS;
        windows.add(window((x, y) -> line(x, y, angle, width)));
      }
    }
    for (int radius : RADII) {
      windows.add(window((x, y) -> bell(Math.sqrt(x * x + y * y) - radius, 1)));
    }
    return windows;
  }

  private interface Form {
    double at(int x, int y);
  }

  private static double[] window(Form form) {
    double[] window = new double[SIDE * SIDE];
    for (int k = 0; k < window.length; k++) {
      double value = form.at(k % SIDE - REACH, k / SIDE - REACH);
      window[k] = value < FAINT ? 0 : value;
    }
    return window;
  }

  private static double line(int x, int y, double angle, int width) {
    double across = y * StrictMath.cos(angle) - x * StrictMath.sin(angle);
    double along = x * StrictMath.cos(angle) + y * StrictMath.sin(angle);
    return Math.abs(along) <= 4 * width ? bell(across, width) : 0;
  }

  private static double bell(double distance, double width) {
    return StrictMath.exp(-distance * distance / (2 * width * width));
  }

  /** One form at one place of one channel. */
  private static final class Stroke {
    private final int n; // the pixels in use of the channel
    private final int[] pixels = new int[SIDE * SIDE];
    private final double[] values = new double[SIDE * SIDE];
    private int size;
    private double sum;
    private double squares;

    Stroke(int n) {
      this.n = n;
    }

    void add(int pixel, double value) {
      pixels[size] = pixel;
      values[size] = value;
      size++;
      sum += value;
      squares += value * value;
    }

    /** Returns the sum of squares that it takes from an image whose channels have mean 0 over the pixels in use. */
    double explained(double[] image) {
      double product = 0;
      for (int k = 0; k < size; k++) {
        product += values[k] * image[pixels[k]];
      }
      double centred = squares - sum * sum / n;
      return product > 0 && centred > SINGULAR * squares ? product * product / centred : 0;
    }
  }
}
