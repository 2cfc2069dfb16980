package rote.harness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** A set of training images and 20 test images of 6x6 pixels in three classes, in the four files of the IDX form. */
public final class SmallImages {
  private SmallImages() {}

  public static void write(Path folder, int trainingImages) throws IOException {
    write(folder.resolve("train-images-idx3-ubyte"), 0x803, trainingImages, 6, 6);
    write(folder.resolve("train-labels-idx1-ubyte"), 0x801, trainingImages);
    write(folder.resolve("t10k-images-idx3-ubyte"), 0x803, 20, 6, 6);
    write(folder.resolve("t10k-labels-idx1-ubyte"), 0x801, 20);
  }

  private static void write(Path path, int... header) throws IOException {
    int size = IntStream.of(header).skip(1).reduce(1, (a, b) -> a * b);
    ByteBuffer file = ByteBuffer.allocate(4 * header.length + size);
    IntStream.of(header).forEach(file::putInt);
    for (int k = 0; k < size; k++) {
      boolean isImage = header.length > 2;
      file.put((byte) (isImage ? k * 7919 % 5 < 4 ? 0 : k * 31 % 256 : k % 3));
    }
    Files.write(path, file.array());
  }
}
