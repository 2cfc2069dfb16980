package rote.network.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import rote.network.Matrix;

/**
 * Multiplies two matrices tile by tile: the sums of a tile ({@link DenseTiles}) stay in registers while the
 * terms run by.
 *
 * <p>Each sum is one chain of fused multiply-adds in ascending order, whatever the tile. The left factor is read number by
 * number, the right one vector by vector along its rows. With 512 bits nothing is copied; the tall tiles have two forms, for
 * contiguous rows and for contiguous columns of the left factor, since twelve addresses with two variable strides need more
 * registers than the CPU has. With fewer bits, a number's address and bounds check cost as much as its two multiplications. So
 * the factors of a product wider than a tile and of five rows or more are first copied to contiguous memory.
 */
final class VectorProduct {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int LANES = SPECIES.length();
  private static final int WIDTH = 2 * LANES; // of a tile
  private static final boolean MANY_REGISTERS = LANES >= 16;

  /** Rows of a tile of copies: 10 sums, 2 factors and the scalars that the compiler reads ahead fit into 16 registers. */
  private static final int COPIED = 5;
  /** The distance between two tiles' columns in the copy of the left factor, in whole vectors. */
  private static final int SLOT = 8;
  /**
   * The distance between terms in both copies, so that the compiler keeps a single address; a power of two, so that it can move
   * bounds checks out of the loop.
   */
  static final int STEP = Math.max(SLOT, WIDTH);
  /** Tiles side by side in the copy of the left factor. */
  private static final int TILES = STEP / SLOT;
  /** Rows copied at once, in whole tiles, so that copies stay small whatever the mini-batch. */
  private static final int MAX_ROWS = 192 * COPIED;
  private static final int MAX_TERMS = 1024;

  private float[] left = {}; // [groups of TILES][terms][TILES][SLOT]
  private float[] right = {}; // [terms][STEP], of the current columns
  private final float[] rest = new float[Matrix.START + COPIED * WIDTH]; // the sums of a tile with fewer rows

  /**
   * Computes {@code c = start + a * b}, each sum beginning at its start.
   *
   * @param a [rows][terms], its rows or its columns contiguous
   * @param b [terms][columns], its rows contiguous and padded, like those of start and c; where {@link #copies}, its columns
   *     may be instead
   * @param start [rows][columns]; may be c
   * @param c [rows][columns]
   */
  void multiply(Slice a, Slice b, int rows, int terms, int columns, Slice start, Slice c) {
    if (!copies(rows, columns)) {
      inPlace(a, b, rows, terms, columns, start, c);
      return;
    }
    for (int r = 0; r < rows; r += MAX_ROWS) {
      for (int k = 0; k < terms; k += MAX_TERMS) { // a sum continues from the terms before
        Slice from = k == 0 ? start : c;
        copied(a.fromRow(r).fromColumn(k), b.fromRow(k), Math.min(MAX_ROWS, rows - r), Math.min(MAX_TERMS, terms - k),
            columns, from.fromRow(r), c.fromRow(r));
      }
    }
  }

  /** Returns whether the factors of such a product are copied. */
  static boolean copies(int rows, int columns) {
    return !MANY_REGISTERS && columns > WIDTH && rows >= COPIED;
  }

  private static void inPlace(Slice a, Slice b, int rows, int terms, int columns, Slice start, Slice c) {
    for (int j = 0; j < columns; j += WIDTH) {
      if (columns - j > LANES) {
        DenseTiles.columns2(a, b, rows, terms, start, c, j);
      } else {
        DenseTiles.columns1(a, b, rows, terms, start, c, j);
      }
    }
  }

  private void copied(Slice a, Slice b, int rows, int terms, int columns, Slice start, Slice c) {
    copyLeft(a, rows, terms);
    right = VectorKernels.room(right, terms * STEP);
    for (int j = 0; j < columns; j += WIDTH) {
      if (b.row() == 1) {
        copyTransposed(b, j, Math.min(WIDTH, columns - j), terms);
      } else if (columns - j > LANES) {
        copyRight(b.values(), b.from() + j, b.row(), terms, right);
      } else {
        DenseTiles.columns1(a, b, rows, terms, start, c, j);
        continue;
      }
      tiles(rows, terms, start, c, j);
    }
  }

  /** Either the rows of the left factor are contiguous or its columns are. */
  private void copyLeft(Slice a, int rows, int terms) {
    int groups = (rows + TILES * COPIED - 1) / (TILES * COPIED);
    left = VectorKernels.room(left, groups * terms * STEP);
    for (int r = 0; r < rows; r += COPIED) {
      int to = leftAt(r, terms);
      int height = Math.min(COPIED, rows - r);
      if (a.row() == 1) {
        copyColumns(a.values(), a.at(r), a.column(), height, terms, left, to);
        continue;
      }
      for (int i = 0; i < height; i++) {
        copyRow(a.values(), a.at(r + i), terms, left, to + i);
      }
    }
  }

  /** Returns the start of the copy of the tile that begins with this row. */
  private static int leftAt(int row, int terms) {
    int tile = row / COPIED;
    return Matrix.START + tile / TILES * terms * STEP + tile % TILES * SLOT;
  }

  private static void copyRow(float[] a, int at, int terms, float[] to, int toAt) {
    for (int k = 0; k < terms; k++) {
      to[toAt + k * STEP] = a[at + k];
    }
  }

  /**
   * Copies some numbers of each column, by whole vectors if the array is long enough; the surplus affects no sum that is kept.
   */
  private static void copyColumns(float[] a, int at, int column, int height, int terms, float[] to, int toAt) {
    int whole = Math.max(0, Math.min(terms, Math.floorDiv(a.length - SLOT - at, column) + 1));
    for (int k = 0; k < whole; k++) {
      for (int i = 0; i < SLOT; i += LANES) {
        FloatVector.fromArray(SPECIES, a, at + k * column + i).intoArray(to, toAt + k * STEP + i);
      }
    }
    for (int k = whole; k < terms; k++) {
      System.arraycopy(a, at + k * column, to, toAt + k * STEP, height);
    }
  }

  private static void copyRight(float[] b, int at, int row, int terms, float[] to) {
    for (int k = 0; k < terms; k++) {
      FloatVector.fromArray(SPECIES, b, at + k * row).intoArray(to, Matrix.START + k * STEP);
      FloatVector.fromArray(SPECIES, b, at + k * row + LANES).intoArray(to, Matrix.START + k * STEP + LANES);
    }
  }

  /** Copies some columns of a right factor whose columns are contiguous, and adds zeros. */
  private void copyTransposed(Slice b, int j, int columns, int terms) {
    if (columns < WIDTH) {
      Arrays.fill(right, Matrix.START, Matrix.START + terms * STEP, 0);
    }
    for (int i = 0; i < columns; i++) {
      copyRow(b.values(), b.from() + (j + i) * b.column(), terms, right, Matrix.START + i);
    }
  }

  /** Two vectors of every row, from copies. */
  private void tiles(int rows, int terms, Slice start, Slice c, int j) {
    int r = 0;
    for (; r + COPIED <= rows; r += COPIED) {
      DenseTiles.copied5(left, leftAt(r, terms), terms, right, start, c, r, j);
    }
    if (r == rows) {
      return;
    }
    for (int i = 0; r + i < rows; i++) {
      System.arraycopy(start.values(), start.at(r + i) + j, rest, Matrix.START + i * WIDTH, WIDTH);
    }
    Slice tile = Slice.scratch(rest, WIDTH);
    DenseTiles.copied5(left, leftAt(r, terms), terms, right, tile, tile, 0, 0);
    for (int i = 0; r + i < rows; i++) {
      System.arraycopy(rest, Matrix.START + i * WIDTH, c.values(), c.at(r + i) + j, WIDTH);
    }
  }
}
