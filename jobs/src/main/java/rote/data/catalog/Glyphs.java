package rote.data.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ways in which people write the ten digits, each as a few strokes of the pen.
 *
 * <p>A stroke is a smooth line through points on a square of 100 by 100, with y downwards; an exclamation mark makes a corner. A
 * bar separates strokes.
 */
final class Glyphs {
  private static final String[][] WRITTEN = {
    { // 0
      "52,4 26,14 14,40 16,70 34,94 58,96 80,76 86,46 76,16 52,4",
      "66,10 44,2 22,22 12,54 22,86 46,98 72,86 86,56 80,24 62,8 46,12",
      "50,2 34,18 28,50 34,82 50,98 66,82 72,50 66,18 50,2",
    },
    { // 1
      "52,2 50,50 48,98",
      "30,24 54,3! 52,50 51,98",
      "32,22 54,3! 52,50 52,96 | 28,97 52,96 78,96",
      "62,2 50,50 40,98",
    },
    { // 2
      "16,24 30,6 56,3 76,18 72,42 46,68 14,95! 48,93 88,94",
      "20,20 42,4 68,8 78,28 62,54 34,78 16,92 22,80 40,82 62,94 90,88",
      "14,30 26,8 54,2 80,16 80,36 56,58 20,94! 54,96 84,86",
    },
    { // 3
      "18,14 42,3 70,8 76,26 62,42 40,47! 66,50 82,68 72,88 44,97 14,86",
      "18,6 50,5 80,5! 60,22 42,40! 68,44 82,66 72,88 44,98 16,88",
      "24,10 50,2 72,14 70,34 46,46 70,54 78,76 58,94 34,98 12,88",
    },
    { // 4
      "34,4 24,30 14,58! 50,58 88,54 | 66,24 64,60 60,98",
      "64,3 36,32 12,64! 50,64 90,62 | 64,3 64,50 63,98",
      "22,6 20,30 24,50 46,54 74,48 | 78,6 74,50 68,98",
    },
    { // 5
      "78,5 52,5 28,6! 24,26 20,44! 44,38 70,46 80,66 70,88 42,97 14,88",
      "30,6 26,28 24,46! 50,40 74,52 78,74 58,94 34,97 14,90 | 30,6 54,7 82,4",
      "80,8 50,4 30,14 26,34 46,46 70,58 74,80 50,97 18,90",
    },
    { // 6
      "70,4 44,18 24,46 18,74 34,96 62,94 76,76 64,58 40,58 22,74",
      "56,2 34,28 22,60 30,90 54,98 74,84 70,62 48,56 28,68",
      "78,12 56,4 32,22 18,54 22,84 46,98 72,90 80,70 62,54 38,58 20,72",
    },
    { // 7
      "14,10 48,8 84,6! 64,38 50,68 42,98",
      "14,14 46,8 82,8! 62,42 48,70 40,98 | 34,52 56,50 78,48",
      "16,26 18,8! 50,9 84,7! 70,30 54,60 48,98",
    },
    { // 8
      "66,14 44,4 24,16 32,38 58,52 76,72 66,92 42,97 22,82 32,60 60,42 74,22 60,6 46,5",
      "50,48 28,34 30,10 52,3 72,14 70,36 50,48 26,62 22,84 48,98 76,86 74,62 50,48",
      "76,14 54,2 30,12 30,32 52,46 70,62 70,86 48,98 26,88 28,66 50,48 72,32 76,14",
    },
    { // 9
      "74,24 54,4 30,12 22,36 40,52 64,44 76,22! 74,54 68,98",
      "76,30 62,6 36,6 22,28 34,50 60,48 76,28 76,56 62,86 30,97",
      "70,14 46,2 24,20 28,44 52,50 72,32 72,10! 66,50 50,97",
    },
  };

  private final List<List<double[][]>> ways = new ArrayList<>();

  private Glyphs(String[] written) {
    for (String way : written) {
      ways.add(Arrays.stream(way.split(" \\| ")).map(Glyphs::stroke).toList());
    }
  }

  static List<Glyphs> all() {
    return Arrays.stream(WRITTEN).map(Glyphs::new).toList();
  }

  /** Returns the ways to write this digit, each a list of strokes [points][x, y, 1 for a corner]. */
  List<List<double[][]>> ways() {
    return ways;
  }

  private static double[][] stroke(String points) {
    return Arrays.stream(points.split(" ")).map(Glyphs::point).toArray(double[][]::new);
  }

  private static double[] point(String text) {
    String[] numbers = text.replace("!", "").split(",");
    return new double[] {Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), text.endsWith("!") ? 1 : 0};
  }
}
