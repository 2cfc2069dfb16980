package rote.trial.probes;

import java.util.ArrayList;
import java.util.List;
import rote.data.Shape;

/**
 * Finds how much of an image one oriented edge explains.
 *
 * <p>An edge at a place, of scale s and direction t, is the derivative of a Gaussian: (x cos t + y sin t) exp(-(x^2 + y^2) /
 * (2 s^2)), with x and y counted from the place (the edge detector of Canny 1986). Scales are 1, 2 and 4 pixels, places all
 * pixels in use, and filters end at 3 s. The edges of all directions are combinations of two, along x and along y (Freeman
 * and Adelson 1991), so least squares finds the best direction and strength.
 *
 * <p>The share is 1 - (what is left after the best edge) / (all), in sums of squares over the pixels in use, around the mean
 * of each channel. With several channels, an edge has one place and scale, and in each channel a direction of its own.
 */
record OrientedEdges(PixelsInUse used) {
  private static final int[] SCALES = {1, 2, 4};
  private static final int REACH = 3; // times the scale

  /** Returns the share of each image's energy that the best edge explains, 0 to 1; NaN for an image without any. */
  double[] shares(List<float[]> images) {
    List<double[]> centred = images.stream().map(used::centred).toList();
    double[] shares = new double[centred.size()];
    for (int scale : SCALES) {
      for (int place = 0; place < plane(); place++) {
        List<EdgePair> edges = edges(place, scale);
        for (int i = 0; i < shares.length; i++) {
          shares[i] = Math.max(shares[i], explained(edges, centred.get(i)));
        }
      }
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= EdgePair.product(centred.get(i), centred.get(i));
    }
    return shares;
  }

  private static double explained(List<EdgePair> edges, double[] image) {
    double sum = 0;
    for (EdgePair edge : edges) {
      sum += edge.explained(image);
    }
    return sum;
  }

  private int plane() {
    return used.shape().height() * used.shape().width();
  }

  /** One per channel in which the place is in use. */
  private List<EdgePair> edges(int place, int scale) {
    List<EdgePair> edges = new ArrayList<>();
    for (int first = 0; first < used.shape().size(); first += plane()) {
      if (used.has(first + place)) {
        edges.add(edge(first, place, scale));
      }
    }
    return edges;
  }

  /** @param first the first pixel of the channel */
  private EdgePair edge(int first, int place, int scale) {
    Shape shape = used.shape();
    int atX = place % shape.width();
    int atY = place / shape.width();
    int reach = REACH * scale;
    EdgePair edge = new EdgePair(used.count(first, first + plane()), (2 * reach + 1) * (2 * reach + 1));
    for (int y = Math.max(0, atY - reach); y <= Math.min(shape.height() - 1, atY + reach); y++) {
      for (int x = Math.max(0, atX - reach); x <= Math.min(shape.width() - 1, atX + reach); x++) {
        int pixel = first + y * shape.width() + x;
        if (used.has(pixel)) {
          edge.add(pixel, x - atX, y - atY, scale);
        }
      }
    }
    return edge;
  }
}
