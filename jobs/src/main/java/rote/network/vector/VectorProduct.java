package rote.network.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import rote.network.Matrix;

/**
 * Multiplies two matrices tile by tile: twelve rows by two vectors of sums, or by the one that is left, stay in registers while
 * the reduction index runs; six or five rows if vectors have less than 512 bits, with half as many registers.
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
  private static final int TALL = 12; // 24 sums, 2 factors and a scalar fit into the 32 registers of AVX-512
  private static final int LOW = 4; // rows after tall tiles: enough sums to keep both multipliers busy
  private static final int HEIGHT = 6; // 12 sums, 2 factors and a scalar fit into the 16 registers of AVX2
  private static final boolean MANY_REGISTERS = LANES >= 16;

  /** Rows of a tile of copies: 10 sums, 2 factors and the scalars that the compiler reads ahead fit into 16 registers. */
  private static final int COPIED = 5;
  /** The distance between two tiles' columns in the copy of the left factor, in whole vectors. */
  private static final int SLOT = 8;
  /**
   * The distance between steps in both copies, so that the compiler keeps a single address; a power of two, so that it can move
   * bounds checks out of the loop.
   */
  private static final int STEP = Math.max(SLOT, WIDTH);
  /** Tiles side by side in the copy of the left factor. */
  private static final int TILES = STEP / SLOT;
  /** Rows copied at once, in whole tiles, so that copies stay small whatever the mini-batch. */
  private static final int MAX_ROWS = 192 * COPIED;
  private static final int MAX_STEPS = 1024;

  private float[] left = {}; // [groups of TILES][steps][TILES][SLOT]
  private float[] right = {}; // [steps][STEP], of the current columns
  private final float[] rest = new float[Matrix.START + COPIED * WIDTH]; // the sums of a tile with fewer rows

  /**
   * Computes {@code c = start + a * b}, each sum beginning at its start.
   *
   * @param a [rows][steps], its rows or its columns contiguous
   * @param b [steps][columns], its rows contiguous and padded, like those of start and c; where {@link #copies}, its columns
   *     may be instead
   * @param start [rows][columns]; may be c
   * @param c [rows][columns]
   */
  void multiply(Slice a, Slice b, int rows, int steps, int columns, Slice start, Slice c) {
    if (!copies(rows, columns)) {
      inPlace(a, b, rows, steps, columns, start, c);
      return;
    }
    for (int r = 0; r < rows; r += MAX_ROWS) {
      for (int k = 0; k < steps; k += MAX_STEPS) { // a sum continues from the steps before
        Slice from = k == 0 ? start : c;
        copied(a.fromRow(r).fromColumn(k), b.fromRow(k), Math.min(MAX_ROWS, rows - r), Math.min(MAX_STEPS, steps - k),
            columns, from.fromRow(r), c.fromRow(r));
      }
    }
  }

  /** Returns whether the factors of such a product are copied. */
  static boolean copies(int rows, int columns) {
    return !MANY_REGISTERS && columns > WIDTH && rows >= COPIED;
  }

  private static void inPlace(Slice a, Slice b, int rows, int steps, int columns, Slice start, Slice c) {
    for (int j = 0; j < columns; j += WIDTH) {
      if (columns - j > LANES) {
        wide(a, b, rows, steps, start, c, j);
      } else {
        narrow(a, b, rows, steps, start, c, j);
      }
    }
  }

  private void copied(Slice a, Slice b, int rows, int steps, int columns, Slice start, Slice c) {
    copyLeft(a, rows, steps);
    right = VectorKernels.room(right, steps * STEP);
    for (int j = 0; j < columns; j += WIDTH) {
      if (b.row() == 1) {
        copyTurned(b, j, Math.min(WIDTH, columns - j), steps);
      } else if (columns - j > LANES) {
        copyRight(b.values(), b.from() + j, b.row(), steps, right);
      } else {
        narrow(a, b, rows, steps, start, c, j);
        continue;
      }
      tiles(rows, steps, start, c, j);
    }
  }

  /** Either the rows of the left factor are contiguous or its columns are. */
  private void copyLeft(Slice a, int rows, int steps) {
    int groups = (rows + TILES * COPIED - 1) / (TILES * COPIED);
    left = VectorKernels.room(left, groups * steps * STEP);
    for (int r = 0; r < rows; r += COPIED) {
      int to = leftAt(r, steps);
      int height = Math.min(COPIED, rows - r);
      if (a.row() == 1) {
        copyColumns(a.values(), a.at(r), a.column(), height, steps, left, to);
        continue;
      }
      for (int i = 0; i < height; i++) {
        copyRow(a.values(), a.at(r + i), steps, left, to + i);
      }
    }
  }

  /** Returns the start of the copy of the tile that begins with this row. */
  private static int leftAt(int row, int steps) {
    int tile = row / COPIED;
    return Matrix.START + tile / TILES * steps * STEP + tile % TILES * SLOT;
  }

  private static void copyRow(float[] a, int at, int steps, float[] to, int toAt) {
    for (int k = 0; k < steps; k++) {
      to[toAt + k * STEP] = a[at + k];
    }
  }

  /**
   * Copies some numbers of each column, by whole vectors if the array is long enough; the surplus affects no sum that is kept.
   */
  private static void copyColumns(float[] a, int at, int column, int height, int steps, float[] to, int toAt) {
    int whole = Math.max(0, Math.min(steps, Math.floorDiv(a.length - SLOT - at, column) + 1));
    for (int k = 0; k < whole; k++) {
      for (int i = 0; i < SLOT; i += LANES) {
        FloatVector.fromArray(SPECIES, a, at + k * column + i).intoArray(to, toAt + k * STEP + i);
      }
    }
    for (int k = whole; k < steps; k++) {
      System.arraycopy(a, at + k * column, to, toAt + k * STEP, height);
    }
  }

  private static void copyRight(float[] b, int at, int row, int steps, float[] to) {
    for (int k = 0; k < steps; k++) {
      FloatVector.fromArray(SPECIES, b, at + k * row).intoArray(to, Matrix.START + k * STEP);
      FloatVector.fromArray(SPECIES, b, at + k * row + LANES).intoArray(to, Matrix.START + k * STEP + LANES);
    }
  }

  /** Copies some columns of a right factor whose columns are contiguous, and adds zeros. */
  private void copyTurned(Slice b, int j, int columns, int steps) {
    for (int i = 0; i < WIDTH; i++) {
      if (i < columns) {
        copyRow(b.values(), b.from() + (j + i) * b.column(), steps, right, Matrix.START + i);
      } else {
        clearRow(right, Matrix.START + i, steps);
      }
    }
  }

  private static void clearRow(float[] to, int toAt, int steps) {
    for (int k = 0; k < steps; k++) {
      to[toAt + k * STEP] = 0;
    }
  }

  /** Two vectors of every row, from copies. */
  private void tiles(int rows, int steps, Slice start, Slice c, int j) {
    int r = 0;
    for (; r + COPIED <= rows; r += COPIED) {
      copied5x2(left, leftAt(r, steps), steps, right,
          start.values(), start.at(r) + j, start.row(), c.values(), c.at(r) + j, c.row());
    }
    if (r == rows) {
      return;
    }
    for (int i = 0; r + i < rows; i++) {
      System.arraycopy(start.values(), start.at(r + i) + j, rest, Matrix.START + i * WIDTH, WIDTH);
    }
    copied5x2(left, leftAt(r, steps), steps, right, rest, Matrix.START, WIDTH, rest, Matrix.START, WIDTH);
    for (int i = 0; r + i < rows; i++) {
      System.arraycopy(rest, Matrix.START + i * WIDTH, c.values(), c.at(r + i) + j, WIDTH);
    }
  }

  /** Two vectors of every row. */
  private static void wide(Slice a, Slice b, int rows, int steps, Slice start, Slice c, int j) {
    float[] x = a.values();
    int bAt = b.from() + j;
    int r = 0;
    for (; MANY_REGISTERS && r + TALL <= rows; r += TALL) {
      if (a.column() == 1) {
        rows12x2(x, a.at(r), a.row(), steps, b.values(), bAt, b.row(),
            start.values(), start.at(r) + j, start.row(), c.values(), c.at(r) + j, c.row());
      } else {
        columns12x2(x, a.at(r), a.column(), steps, b.values(), bAt, b.row(),
            start.values(), start.at(r) + j, start.row(), c.values(), c.at(r) + j, c.row());
      }
    }
    for (; MANY_REGISTERS && r + LOW <= rows; r += LOW) {
      tile4x2(x, a.at(r), a.row(), a.column(), steps, b.values(), bAt, b.row(),
          start.values(), start.at(r) + j, start.row(), c.values(), c.at(r) + j, c.row());
    }
    for (; r + HEIGHT <= rows; r += HEIGHT) {
      tile6x2(x, a.at(r), a.row(), a.column(), steps, b.values(), bAt, b.row(),
          start.values(), start.at(r) + j, start.row(), c.values(), c.at(r) + j, c.row());
    }
    for (; r + 2 <= rows; r += 2) {
      tile2x2(x, a.at(r), a.row(), a.column(), steps, b.values(), bAt, b.row(),
          start.values(), start.at(r) + j, start.row(), c.values(), c.at(r) + j, c.row());
    }
    if (r < rows) {
      tile1x2(x, a.at(r), a.row(), a.column(), steps, b.values(), bAt, b.row(),
          start.values(), start.at(r) + j, start.row(), c.values(), c.at(r) + j, c.row());
    }
  }

  /** One vector of every row. */
  private static void narrow(Slice a, Slice b, int rows, int steps, Slice start, Slice c, int j) {
    float[] x = a.values();
    int bAt = b.from() + j;
    int r = 0;
    for (; MANY_REGISTERS && r + TALL <= rows; r += TALL) {
      if (a.column() == 1) {
        rows12x1(x, a.at(r), a.row(), steps, b.values(), bAt, b.row(),
            start.values(), start.at(r) + j, start.row(), c.values(), c.at(r) + j, c.row());
      } else {
        columns12x1(x, a.at(r), a.column(), steps, b.values(), bAt, b.row(),
            start.values(), start.at(r) + j, start.row(), c.values(), c.at(r) + j, c.row());
      }
    }
    for (; r + HEIGHT <= rows; r += HEIGHT) {
      tile6x1(x, a.at(r), a.row(), a.column(), steps, b.values(), bAt, b.row(),
          start.values(), start.at(r) + j, start.row(), c.values(), c.at(r) + j, c.row());
    }
    for (; r + 2 <= rows; r += 2) {
      tile2x1(x, a.at(r), a.row(), a.column(), steps, b.values(), bAt, b.row(),
          start.values(), start.at(r) + j, start.row(), c.values(), c.at(r) + j, c.row());
    }
    if (r < rows) {
      tile1x1(x, a.at(r), a.row(), a.column(), steps, b.values(), bAt, b.row(),
          start.values(), start.at(r) + j, start.row(), c.values(), c.at(r) + j, c.row());
    }
  }

  /** Rows of the left factor are contiguous, so that a single address moves from row to row. */
  private static void rows12x2(float[] a, int at, int row, int depth, float[] b, int bAt, int bRow,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s0_0 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s0_1 = FloatVector.fromArray(SPECIES, s, sAt + LANES);
    FloatVector s1_0 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    FloatVector s1_1 = FloatVector.fromArray(SPECIES, s, sAt + sRow + LANES);
    FloatVector s2_0 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow);
    FloatVector s2_1 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow + LANES);
    FloatVector s3_0 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow);
    FloatVector s3_1 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow + LANES);
    FloatVector s4_0 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow);
    FloatVector s4_1 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow + LANES);
    FloatVector s5_0 = FloatVector.fromArray(SPECIES, s, sAt + 5 * sRow);
    FloatVector s5_1 = FloatVector.fromArray(SPECIES, s, sAt + 5 * sRow + LANES);
    FloatVector s6_0 = FloatVector.fromArray(SPECIES, s, sAt + 6 * sRow);
    FloatVector s6_1 = FloatVector.fromArray(SPECIES, s, sAt + 6 * sRow + LANES);
    FloatVector s7_0 = FloatVector.fromArray(SPECIES, s, sAt + 7 * sRow);
    FloatVector s7_1 = FloatVector.fromArray(SPECIES, s, sAt + 7 * sRow + LANES);
    FloatVector s8_0 = FloatVector.fromArray(SPECIES, s, sAt + 8 * sRow);
    FloatVector s8_1 = FloatVector.fromArray(SPECIES, s, sAt + 8 * sRow + LANES);
    FloatVector s9_0 = FloatVector.fromArray(SPECIES, s, sAt + 9 * sRow);
    FloatVector s9_1 = FloatVector.fromArray(SPECIES, s, sAt + 9 * sRow + LANES);
    FloatVector s10_0 = FloatVector.fromArray(SPECIES, s, sAt + 10 * sRow);
    FloatVector s10_1 = FloatVector.fromArray(SPECIES, s, sAt + 10 * sRow + LANES);
    FloatVector s11_0 = FloatVector.fromArray(SPECIES, s, sAt + 11 * sRow);
    FloatVector s11_1 = FloatVector.fromArray(SPECIES, s, sAt + 11 * sRow + LANES);
    for (int k = 0; k < depth; k++) {
      int from = bAt + k * bRow;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LANES);
      int x = at + k;
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[x]);
      s0_0 = x0.fma(b0, s0_0);
      s0_1 = x0.fma(b1, s0_1);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[x += row]);
      s1_0 = x1.fma(b0, s1_0);
      s1_1 = x1.fma(b1, s1_1);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[x += row]);
      s2_0 = x2.fma(b0, s2_0);
      s2_1 = x2.fma(b1, s2_1);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[x += row]);
      s3_0 = x3.fma(b0, s3_0);
      s3_1 = x3.fma(b1, s3_1);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[x += row]);
      s4_0 = x4.fma(b0, s4_0);
      s4_1 = x4.fma(b1, s4_1);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[x += row]);
      s5_0 = x5.fma(b0, s5_0);
      s5_1 = x5.fma(b1, s5_1);
      FloatVector x6 = FloatVector.broadcast(SPECIES, a[x += row]);
      s6_0 = x6.fma(b0, s6_0);
      s6_1 = x6.fma(b1, s6_1);
      FloatVector x7 = FloatVector.broadcast(SPECIES, a[x += row]);
      s7_0 = x7.fma(b0, s7_0);
      s7_1 = x7.fma(b1, s7_1);
      FloatVector x8 = FloatVector.broadcast(SPECIES, a[x += row]);
      s8_0 = x8.fma(b0, s8_0);
      s8_1 = x8.fma(b1, s8_1);
      FloatVector x9 = FloatVector.broadcast(SPECIES, a[x += row]);
      s9_0 = x9.fma(b0, s9_0);
      s9_1 = x9.fma(b1, s9_1);
      FloatVector x10 = FloatVector.broadcast(SPECIES, a[x += row]);
      s10_0 = x10.fma(b0, s10_0);
      s10_1 = x10.fma(b1, s10_1);
      FloatVector x11 = FloatVector.broadcast(SPECIES, a[x += row]);
      s11_0 = x11.fma(b0, s11_0);
      s11_1 = x11.fma(b1, s11_1);
    }
    s0_0.intoArray(c, cAt);
    s0_1.intoArray(c, cAt + LANES);
    s1_0.intoArray(c, cAt + cRow);
    s1_1.intoArray(c, cAt + cRow + LANES);
    s2_0.intoArray(c, cAt + 2 * cRow);
    s2_1.intoArray(c, cAt + 2 * cRow + LANES);
    s3_0.intoArray(c, cAt + 3 * cRow);
    s3_1.intoArray(c, cAt + 3 * cRow + LANES);
    s4_0.intoArray(c, cAt + 4 * cRow);
    s4_1.intoArray(c, cAt + 4 * cRow + LANES);
    s5_0.intoArray(c, cAt + 5 * cRow);
    s5_1.intoArray(c, cAt + 5 * cRow + LANES);
    s6_0.intoArray(c, cAt + 6 * cRow);
    s6_1.intoArray(c, cAt + 6 * cRow + LANES);
    s7_0.intoArray(c, cAt + 7 * cRow);
    s7_1.intoArray(c, cAt + 7 * cRow + LANES);
    s8_0.intoArray(c, cAt + 8 * cRow);
    s8_1.intoArray(c, cAt + 8 * cRow + LANES);
    s9_0.intoArray(c, cAt + 9 * cRow);
    s9_1.intoArray(c, cAt + 9 * cRow + LANES);
    s10_0.intoArray(c, cAt + 10 * cRow);
    s10_1.intoArray(c, cAt + 10 * cRow + LANES);
    s11_0.intoArray(c, cAt + 11 * cRow);
    s11_1.intoArray(c, cAt + 11 * cRow + LANES);
  }

  /** Columns of the left factor are contiguous. */
  private static void columns12x2(float[] a, int at, int column, int depth, float[] b, int bAt, int bRow,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s0_0 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s0_1 = FloatVector.fromArray(SPECIES, s, sAt + LANES);
    FloatVector s1_0 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    FloatVector s1_1 = FloatVector.fromArray(SPECIES, s, sAt + sRow + LANES);
    FloatVector s2_0 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow);
    FloatVector s2_1 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow + LANES);
    FloatVector s3_0 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow);
    FloatVector s3_1 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow + LANES);
    FloatVector s4_0 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow);
    FloatVector s4_1 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow + LANES);
    FloatVector s5_0 = FloatVector.fromArray(SPECIES, s, sAt + 5 * sRow);
    FloatVector s5_1 = FloatVector.fromArray(SPECIES, s, sAt + 5 * sRow + LANES);
    FloatVector s6_0 = FloatVector.fromArray(SPECIES, s, sAt + 6 * sRow);
    FloatVector s6_1 = FloatVector.fromArray(SPECIES, s, sAt + 6 * sRow + LANES);
    FloatVector s7_0 = FloatVector.fromArray(SPECIES, s, sAt + 7 * sRow);
    FloatVector s7_1 = FloatVector.fromArray(SPECIES, s, sAt + 7 * sRow + LANES);
    FloatVector s8_0 = FloatVector.fromArray(SPECIES, s, sAt + 8 * sRow);
    FloatVector s8_1 = FloatVector.fromArray(SPECIES, s, sAt + 8 * sRow + LANES);
    FloatVector s9_0 = FloatVector.fromArray(SPECIES, s, sAt + 9 * sRow);
    FloatVector s9_1 = FloatVector.fromArray(SPECIES, s, sAt + 9 * sRow + LANES);
    FloatVector s10_0 = FloatVector.fromArray(SPECIES, s, sAt + 10 * sRow);
    FloatVector s10_1 = FloatVector.fromArray(SPECIES, s, sAt + 10 * sRow + LANES);
    FloatVector s11_0 = FloatVector.fromArray(SPECIES, s, sAt + 11 * sRow);
    FloatVector s11_1 = FloatVector.fromArray(SPECIES, s, sAt + 11 * sRow + LANES);
    for (int k = 0; k < depth; k++) {
      int from = bAt + k * bRow;
      int x = at + k * column;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LANES);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[x]);
      s0_0 = x0.fma(b0, s0_0);
      s0_1 = x0.fma(b1, s0_1);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[x + 1]);
      s1_0 = x1.fma(b0, s1_0);
      s1_1 = x1.fma(b1, s1_1);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[x + 2]);
      s2_0 = x2.fma(b0, s2_0);
      s2_1 = x2.fma(b1, s2_1);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[x + 3]);
      s3_0 = x3.fma(b0, s3_0);
      s3_1 = x3.fma(b1, s3_1);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[x + 4]);
      s4_0 = x4.fma(b0, s4_0);
      s4_1 = x4.fma(b1, s4_1);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[x + 5]);
      s5_0 = x5.fma(b0, s5_0);
      s5_1 = x5.fma(b1, s5_1);
      FloatVector x6 = FloatVector.broadcast(SPECIES, a[x + 6]);
      s6_0 = x6.fma(b0, s6_0);
      s6_1 = x6.fma(b1, s6_1);
      FloatVector x7 = FloatVector.broadcast(SPECIES, a[x + 7]);
      s7_0 = x7.fma(b0, s7_0);
      s7_1 = x7.fma(b1, s7_1);
      FloatVector x8 = FloatVector.broadcast(SPECIES, a[x + 8]);
      s8_0 = x8.fma(b0, s8_0);
      s8_1 = x8.fma(b1, s8_1);
      FloatVector x9 = FloatVector.broadcast(SPECIES, a[x + 9]);
      s9_0 = x9.fma(b0, s9_0);
      s9_1 = x9.fma(b1, s9_1);
      FloatVector x10 = FloatVector.broadcast(SPECIES, a[x + 10]);
      s10_0 = x10.fma(b0, s10_0);
      s10_1 = x10.fma(b1, s10_1);
      FloatVector x11 = FloatVector.broadcast(SPECIES, a[x + 11]);
      s11_0 = x11.fma(b0, s11_0);
      s11_1 = x11.fma(b1, s11_1);
    }
    s0_0.intoArray(c, cAt);
    s0_1.intoArray(c, cAt + LANES);
    s1_0.intoArray(c, cAt + cRow);
    s1_1.intoArray(c, cAt + cRow + LANES);
    s2_0.intoArray(c, cAt + 2 * cRow);
    s2_1.intoArray(c, cAt + 2 * cRow + LANES);
    s3_0.intoArray(c, cAt + 3 * cRow);
    s3_1.intoArray(c, cAt + 3 * cRow + LANES);
    s4_0.intoArray(c, cAt + 4 * cRow);
    s4_1.intoArray(c, cAt + 4 * cRow + LANES);
    s5_0.intoArray(c, cAt + 5 * cRow);
    s5_1.intoArray(c, cAt + 5 * cRow + LANES);
    s6_0.intoArray(c, cAt + 6 * cRow);
    s6_1.intoArray(c, cAt + 6 * cRow + LANES);
    s7_0.intoArray(c, cAt + 7 * cRow);
    s7_1.intoArray(c, cAt + 7 * cRow + LANES);
    s8_0.intoArray(c, cAt + 8 * cRow);
    s8_1.intoArray(c, cAt + 8 * cRow + LANES);
    s9_0.intoArray(c, cAt + 9 * cRow);
    s9_1.intoArray(c, cAt + 9 * cRow + LANES);
    s10_0.intoArray(c, cAt + 10 * cRow);
    s10_1.intoArray(c, cAt + 10 * cRow + LANES);
    s11_0.intoArray(c, cAt + 11 * cRow);
    s11_1.intoArray(c, cAt + 11 * cRow + LANES);
  }

  private static void copied5x2(float[] a, int at, int depth, float[] b,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s0_0 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s0_1 = FloatVector.fromArray(SPECIES, s, sAt + LANES);
    FloatVector s1_0 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    FloatVector s1_1 = FloatVector.fromArray(SPECIES, s, sAt + sRow + LANES);
    FloatVector s2_0 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow);
    FloatVector s2_1 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow + LANES);
    FloatVector s3_0 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow);
    FloatVector s3_1 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow + LANES);
    FloatVector s4_0 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow);
    FloatVector s4_1 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow + LANES);
    for (int k = 0; k < depth * STEP; k += STEP) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, Matrix.START + k);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, Matrix.START + k + LANES);
      int x = at + k;
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[x]);
      s0_0 = x0.fma(b0, s0_0);
      s0_1 = x0.fma(b1, s0_1);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[x + 1]);
      s1_0 = x1.fma(b0, s1_0);
      s1_1 = x1.fma(b1, s1_1);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[x + 2]);
      s2_0 = x2.fma(b0, s2_0);
      s2_1 = x2.fma(b1, s2_1);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[x + 3]);
      s3_0 = x3.fma(b0, s3_0);
      s3_1 = x3.fma(b1, s3_1);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[x + 4]);
      s4_0 = x4.fma(b0, s4_0);
      s4_1 = x4.fma(b1, s4_1);
    }
    s0_0.intoArray(c, cAt);
    s0_1.intoArray(c, cAt + LANES);
    s1_0.intoArray(c, cAt + cRow);
    s1_1.intoArray(c, cAt + cRow + LANES);
    s2_0.intoArray(c, cAt + 2 * cRow);
    s2_1.intoArray(c, cAt + 2 * cRow + LANES);
    s3_0.intoArray(c, cAt + 3 * cRow);
    s3_1.intoArray(c, cAt + 3 * cRow + LANES);
    s4_0.intoArray(c, cAt + 4 * cRow);
    s4_1.intoArray(c, cAt + 4 * cRow + LANES);
  }

  private static void tile6x2(float[] a, int at, int row, int column, int depth, float[] b, int bAt, int bRow,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s01 = FloatVector.fromArray(SPECIES, s, sAt + LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    FloatVector s11 = FloatVector.fromArray(SPECIES, s, sAt + sRow + LANES);
    FloatVector s20 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow);
    FloatVector s21 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow + LANES);
    FloatVector s30 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow);
    FloatVector s31 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow + LANES);
    FloatVector s40 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow);
    FloatVector s41 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow + LANES);
    FloatVector s50 = FloatVector.fromArray(SPECIES, s, sAt + 5 * sRow);
    FloatVector s51 = FloatVector.fromArray(SPECIES, s, sAt + 5 * sRow + LANES);
    int a1 = at + row;
    int a2 = at + 2 * row;
    int a3 = at + 3 * row;
    int a4 = at + 4 * row;
    int a5 = at + 5 * row;
    for (int k = 0; k < depth; k++) {
      int from = bAt + k * bRow;
      int x = k * column;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LANES);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[at + x]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + x]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + x]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + x]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + x]);
      s40 = x4.fma(b0, s40);
      s41 = x4.fma(b1, s41);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + x]);
      s50 = x5.fma(b0, s50);
      s51 = x5.fma(b1, s51);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + LANES);
    s10.intoArray(c, cAt + cRow);
    s11.intoArray(c, cAt + cRow + LANES);
    s20.intoArray(c, cAt + 2 * cRow);
    s21.intoArray(c, cAt + 2 * cRow + LANES);
    s30.intoArray(c, cAt + 3 * cRow);
    s31.intoArray(c, cAt + 3 * cRow + LANES);
    s40.intoArray(c, cAt + 4 * cRow);
    s41.intoArray(c, cAt + 4 * cRow + LANES);
    s50.intoArray(c, cAt + 5 * cRow);
    s51.intoArray(c, cAt + 5 * cRow + LANES);
  }

  private static void tile4x2(float[] a, int at, int row, int column, int depth, float[] b, int bAt, int bRow,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s01 = FloatVector.fromArray(SPECIES, s, sAt + LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    FloatVector s11 = FloatVector.fromArray(SPECIES, s, sAt + sRow + LANES);
    FloatVector s20 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow);
    FloatVector s21 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow + LANES);
    FloatVector s30 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow);
    FloatVector s31 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow + LANES);
    int a1 = at + row;
    int a2 = at + 2 * row;
    int a3 = at + 3 * row;
    for (int k = 0; k < depth; k++) {
      int from = bAt + k * bRow;
      int x = k * column;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LANES);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[at + x]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + x]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + x]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + x]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + LANES);
    s10.intoArray(c, cAt + cRow);
    s11.intoArray(c, cAt + cRow + LANES);
    s20.intoArray(c, cAt + 2 * cRow);
    s21.intoArray(c, cAt + 2 * cRow + LANES);
    s30.intoArray(c, cAt + 3 * cRow);
    s31.intoArray(c, cAt + 3 * cRow + LANES);
  }

  private static void tile2x2(float[] a, int at, int row, int column, int depth, float[] b, int bAt, int bRow,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s01 = FloatVector.fromArray(SPECIES, s, sAt + LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    FloatVector s11 = FloatVector.fromArray(SPECIES, s, sAt + sRow + LANES);
    int a1 = at + row;
    for (int k = 0; k < depth; k++) {
      int from = bAt + k * bRow;
      int x = k * column;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LANES);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[at + x]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + x]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + LANES);
    s10.intoArray(c, cAt + cRow);
    s11.intoArray(c, cAt + cRow + LANES);
  }

  private static void tile1x2(float[] a, int at, int row, int column, int depth, float[] b, int bAt, int bRow,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s01 = FloatVector.fromArray(SPECIES, s, sAt + LANES);
    for (int k = 0; k < depth; k++) {
      int from = bAt + k * bRow;
      int x = k * column;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LANES);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[at + x]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + LANES);
  }

  /** Rows of the left factor are contiguous. */
  private static void rows12x1(float[] a, int at, int row, int depth, float[] b, int bAt, int bRow,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s1 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    FloatVector s2 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow);
    FloatVector s3 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow);
    FloatVector s4 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow);
    FloatVector s5 = FloatVector.fromArray(SPECIES, s, sAt + 5 * sRow);
    FloatVector s6 = FloatVector.fromArray(SPECIES, s, sAt + 6 * sRow);
    FloatVector s7 = FloatVector.fromArray(SPECIES, s, sAt + 7 * sRow);
    FloatVector s8 = FloatVector.fromArray(SPECIES, s, sAt + 8 * sRow);
    FloatVector s9 = FloatVector.fromArray(SPECIES, s, sAt + 9 * sRow);
    FloatVector s10 = FloatVector.fromArray(SPECIES, s, sAt + 10 * sRow);
    FloatVector s11 = FloatVector.fromArray(SPECIES, s, sAt + 11 * sRow);
    for (int k = 0; k < depth; k++) {
      FloatVector y = FloatVector.fromArray(SPECIES, b, bAt + k * bRow);
      int x = at + k;
      s0 = FloatVector.broadcast(SPECIES, a[x]).fma(y, s0);
      s1 = FloatVector.broadcast(SPECIES, a[x += row]).fma(y, s1);
      s2 = FloatVector.broadcast(SPECIES, a[x += row]).fma(y, s2);
      s3 = FloatVector.broadcast(SPECIES, a[x += row]).fma(y, s3);
      s4 = FloatVector.broadcast(SPECIES, a[x += row]).fma(y, s4);
      s5 = FloatVector.broadcast(SPECIES, a[x += row]).fma(y, s5);
      s6 = FloatVector.broadcast(SPECIES, a[x += row]).fma(y, s6);
      s7 = FloatVector.broadcast(SPECIES, a[x += row]).fma(y, s7);
      s8 = FloatVector.broadcast(SPECIES, a[x += row]).fma(y, s8);
      s9 = FloatVector.broadcast(SPECIES, a[x += row]).fma(y, s9);
      s10 = FloatVector.broadcast(SPECIES, a[x += row]).fma(y, s10);
      s11 = FloatVector.broadcast(SPECIES, a[x += row]).fma(y, s11);
    }
    s0.intoArray(c, cAt);
    s1.intoArray(c, cAt + cRow);
    s2.intoArray(c, cAt + 2 * cRow);
    s3.intoArray(c, cAt + 3 * cRow);
    s4.intoArray(c, cAt + 4 * cRow);
    s5.intoArray(c, cAt + 5 * cRow);
    s6.intoArray(c, cAt + 6 * cRow);
    s7.intoArray(c, cAt + 7 * cRow);
    s8.intoArray(c, cAt + 8 * cRow);
    s9.intoArray(c, cAt + 9 * cRow);
    s10.intoArray(c, cAt + 10 * cRow);
    s11.intoArray(c, cAt + 11 * cRow);
  }

  /** Columns of the left factor are contiguous. */
  private static void columns12x1(float[] a, int at, int column, int depth, float[] b, int bAt, int bRow,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s1 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    FloatVector s2 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow);
    FloatVector s3 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow);
    FloatVector s4 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow);
    FloatVector s5 = FloatVector.fromArray(SPECIES, s, sAt + 5 * sRow);
    FloatVector s6 = FloatVector.fromArray(SPECIES, s, sAt + 6 * sRow);
    FloatVector s7 = FloatVector.fromArray(SPECIES, s, sAt + 7 * sRow);
    FloatVector s8 = FloatVector.fromArray(SPECIES, s, sAt + 8 * sRow);
    FloatVector s9 = FloatVector.fromArray(SPECIES, s, sAt + 9 * sRow);
    FloatVector s10 = FloatVector.fromArray(SPECIES, s, sAt + 10 * sRow);
    FloatVector s11 = FloatVector.fromArray(SPECIES, s, sAt + 11 * sRow);
    for (int k = 0; k < depth; k++) {
      FloatVector y = FloatVector.fromArray(SPECIES, b, bAt + k * bRow);
      int x = at + k * column;
      s0 = FloatVector.broadcast(SPECIES, a[x]).fma(y, s0);
      s1 = FloatVector.broadcast(SPECIES, a[x + 1]).fma(y, s1);
      s2 = FloatVector.broadcast(SPECIES, a[x + 2]).fma(y, s2);
      s3 = FloatVector.broadcast(SPECIES, a[x + 3]).fma(y, s3);
      s4 = FloatVector.broadcast(SPECIES, a[x + 4]).fma(y, s4);
      s5 = FloatVector.broadcast(SPECIES, a[x + 5]).fma(y, s5);
      s6 = FloatVector.broadcast(SPECIES, a[x + 6]).fma(y, s6);
      s7 = FloatVector.broadcast(SPECIES, a[x + 7]).fma(y, s7);
      s8 = FloatVector.broadcast(SPECIES, a[x + 8]).fma(y, s8);
      s9 = FloatVector.broadcast(SPECIES, a[x + 9]).fma(y, s9);
      s10 = FloatVector.broadcast(SPECIES, a[x + 10]).fma(y, s10);
      s11 = FloatVector.broadcast(SPECIES, a[x + 11]).fma(y, s11);
    }
    s0.intoArray(c, cAt);
    s1.intoArray(c, cAt + cRow);
    s2.intoArray(c, cAt + 2 * cRow);
    s3.intoArray(c, cAt + 3 * cRow);
    s4.intoArray(c, cAt + 4 * cRow);
    s5.intoArray(c, cAt + 5 * cRow);
    s6.intoArray(c, cAt + 6 * cRow);
    s7.intoArray(c, cAt + 7 * cRow);
    s8.intoArray(c, cAt + 8 * cRow);
    s9.intoArray(c, cAt + 9 * cRow);
    s10.intoArray(c, cAt + 10 * cRow);
    s11.intoArray(c, cAt + 11 * cRow);
  }

  private static void tile6x1(float[] a, int at, int row, int column, int depth, float[] b, int bAt, int bRow,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s10 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    FloatVector s20 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow);
    FloatVector s30 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow);
    FloatVector s40 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow);
    FloatVector s50 = FloatVector.fromArray(SPECIES, s, sAt + 5 * sRow);
    int a1 = at + row;
    int a2 = at + 2 * row;
    int a3 = at + 3 * row;
    int a4 = at + 4 * row;
    int a5 = at + 5 * row;
    for (int k = 0; k < depth; k++) {
      int from = bAt + k * bRow;
      int x = k * column;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[at + x]);
      s00 = x0.fma(b0, s00);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + x]);
      s10 = x1.fma(b0, s10);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + x]);
      s20 = x2.fma(b0, s20);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + x]);
      s30 = x3.fma(b0, s30);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + x]);
      s40 = x4.fma(b0, s40);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + x]);
      s50 = x5.fma(b0, s50);
    }
    s00.intoArray(c, cAt);
    s10.intoArray(c, cAt + cRow);
    s20.intoArray(c, cAt + 2 * cRow);
    s30.intoArray(c, cAt + 3 * cRow);
    s40.intoArray(c, cAt + 4 * cRow);
    s50.intoArray(c, cAt + 5 * cRow);
  }

  private static void tile2x1(float[] a, int at, int row, int column, int depth, float[] b, int bAt, int bRow,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s10 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    int a1 = at + row;
    for (int k = 0; k < depth; k++) {
      int from = bAt + k * bRow;
      int x = k * column;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[at + x]);
      s00 = x0.fma(b0, s00);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + x]);
      s10 = x1.fma(b0, s10);
    }
    s00.intoArray(c, cAt);
    s10.intoArray(c, cAt + cRow);
  }

  private static void tile1x1(float[] a, int at, int row, int column, int depth, float[] b, int bAt, int bRow,
      float[] s, int sAt, int sRow, float[] c, int cAt, int cRow) {
    FloatVector s00 = FloatVector.fromArray(SPECIES, s, sAt);
    for (int k = 0; k < depth; k++) {
      int from = bAt + k * bRow;
      int x = k * column;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[at + x]);
      s00 = x0.fma(b0, s00);
    }
    s00.intoArray(c, cAt);
  }
}
