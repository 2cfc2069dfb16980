package rote.harness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Small sets in four IDX files, whose labels repeat the given ones in turn. */
public final class IdxFixtures {
  private IdxFixtures() {}

  /** Images of 4 x 4 pixels, ten for each label of training and of test. */
  public static Path write(Path folder, int[] trainingLabels, int[] testLabels) throws IOException {
    return write(folder, trainingLabels, testLabels, 4, 4);
  }

  /** @param extent of an image: two or three numbers */
  public static Path write(Path folder, int[] trainingLabels, int[] testLabels, int... extent) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("train-images-idx3-ubyte"), images(10 * trainingLabels.length, extent));
    Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(10 * trainingLabels.length, trainingLabels));
    Files.write(folder.resolve("t10k-images-idx3-ubyte"), images(10 * testLabels.length, extent));
    Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels(10 * testLabels.length, testLabels));
    return folder;
  }

  private static byte[] images(int count, int... extent) {
    int size = count * IntStream.of(extent).reduce(1, (a, b) -> a * b);
    ByteBuffer file = ByteBuffer.allocate(8 + 4 * extent.length + size).putInt(0x801 + extent.length).putInt(count);
    IntStream.of(extent).forEach(file::putInt);
    IntStream.range(0, size).forEach(k -> file.put((byte) (k * 31 % 251)));
    return file.array();
  }

  private static byte[] labels(int count, int... labels) {
    ByteBuffer file = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
    IntStream.range(0, count).forEach(k -> file.put((byte) labels[k % labels.length]));
    return file.array();
  }
}
