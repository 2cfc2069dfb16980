package rote.data.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Shape;
import rote.data.catalog.ArrayNames;
import rote.data.catalog.Catalog;
import rote.data.catalog.DataKeys;
import rote.files.DataFolder;
import rote.files.FileSystems;
import rote.harness.CifarFixtures;
import rote.harness.LoopbackHome;
import rote.harness.NumpyFiles;

/** Arrays that NumPy wrote are read element by element as NumPy has them. */
class NpyArrayTest {
  @TempDir static Path folder;

  @BeforeAll
  static void write() throws Exception {
    NumpyFiles.write("good.py", folder);
  }

  @Test
  void everyTypeByteOrderVersionAndLayoutIsReadElementByElement() throws IOException {
    List<Path> arrays;
    try (Stream<Path> files = Files.list(folder)) {
      arrays = files.filter(file -> file.toString().endsWith(".npy")).sorted().toList();
    }
    assertThat(arrays).hasSize(48);
    for (Path file : arrays) {
      List<String> expected = Files.readAllLines(Path.of(file.toString().replace(".npy", ".txt")));
      NpyArray array = read(file);
      assertThat(numbers(array, expected.get(0).matches("30(x1)?"))).as(file.toString())
          .isEqualTo(floats(expected.get(1)));
      assertThat(array.count()).isEqualTo(Integer.parseInt(expected.get(0).split("x")[0]));
    }
  }

  /** Returns the numbers in NumPy's order, in which channels come last. */
  private static float[] numbers(NpyArray array, boolean areLabels) {
    Examples examples = areLabels ? null : array.examples(array.shape(), new byte[array.count()]);
    byte[] bytes = areLabels ? array.labels() : examples.pixels();
    int channels = areLabels ? 1 : array.shape().channels();
    int area = channels == 1 ? 1 : 25;
    int count = bytes == null ? examples.values().length : bytes.length;
    float[] numbers = new float[count];
    for (int k = 0; k < count; k++) {
      int within = k % (area * channels);
      int at = k - within + within % channels * area + within / channels;
      numbers[k] = bytes == null ? examples.values()[at] : bytes[at] & 0xff;
    }
    return numbers;
  }

  private static float[] floats(String line) {
    String[] texts = line.split(" ");
    float[] floats = new float[texts.length];
    for (int k = 0; k < floats.length; k++) {
      floats[k] = (float) Double.parseDouble(texts[k]);
    }
    return floats;
  }

  @Test
  void onlyBytesAndTruthValuesArePixels() throws IOException {
    for (String pixels : List.of("little-u1", "big-u1", "truth", "fortran-colour", "flat")) {
      assertThat(read(folder.resolve(pixels + ".npy")).isReal()).as(pixels).isFalse();
    }
    for (String features : List.of("little-i2", "big-u8", "signed-bytes", "fortran", "little-f4", "big-wide-i1")) {
      assertThat(read(folder.resolve(features + ".npy")).isReal()).as(features).isTrue();
    }
  }

  @Test
  void numbersOfOtherTypesAreFeaturesAsTheyAre() {
    Dataset set = load("whole-numbers.npz");
    assertThat(set.isReal()).isTrue();
    assertThat(set.shape()).isEqualTo(Shape.ofFeatures(6));
    assertThat(set.training().values()).startsWith(0, 1, 2).endsWith(22, 23);
  }

  @Test
  void aSetMayHaveNoTestSet() {
    Dataset reals = load("no-test.npz");
    assertThat(reals.isReal()).isTrue();
    assertThat(reals.test().count()).isZero();
    assertThat(reals.labels()).containsExactly(1, 2);
    Dataset pixels = load("no-test-pixels.npz");
    assertThat(pixels.test().count()).isZero();
    assertThat(pixels.training().count()).isEqualTo(20);
    assertThat(pixels.croppedTo(new Shape(3, 4, 4)).training().size()).isEqualTo(48);
  }

  @Test
  void flatArraysAreImagesOfOneRow() throws IOException {
    assertThat(read(folder.resolve("flat.npy")).shape()).isEqualTo(new Shape(1, 1, 9));
  }

  @Test
  void allWaysToStoreASetGiveTheSameSet() {
    Dataset set = load("keras.npz");
    assertThat(set.shape()).isEqualTo(new Shape(3, 6, 6));
    assertThat(set.classes()).isEqualTo(4);
    assertThat(set.training().count()).isEqualTo(12);
    assertThat(set.test().count()).isEqualTo(8);
    assertThat(set.test().labels()).containsExactly(0, 1, 2, 3, 0, 1, 2, 3);
    for (String other : List.of("medmnist.npz", "capitals.npz", "singles", "singles/")) {
      assertThat(load(other).digest()).as(other).isEqualTo(set.digest());
    }
    assertThat(Catalog.load(named("first", "second", "third", "fourth"), at("own.npz")).digest()).isEqualTo(set.digest());
    String start = "größe-" + "x".repeat(100);
    assertThat(Catalog.load(named(start + "first", start + "second", start + "third", start + "fourth"), at("names.npz")).digest()).isEqualTo(set.digest());
    assertThat(Catalog.load(named("First", "second"), at("own.npz")).digests()).isEqualTo(set.digests().subList(0, 2));
  }

  private static DataKeys named(String... arrays) {
    return new DataKeys("npz", Optional.of(new ArrayNames(List.of(arrays))), Optional.empty(), Optional.empty(), DataKeys.Labels.FINE, Optional.empty());
  }

  @Test
  void mnistAsArraysIsMnist() throws Exception {
    String data = System.getenv("ROTE_DATA");
    Assumptions.assumeTrue(data != null, "ROTE_DATA is not set"); // CatalogTest demands it where CI=true
    Path mnist = Files.createDirectories(folder.resolve("mnist"));
    NumpyFiles.write("mnist.py", mnist, data + "/mnist");
    assertThat(load("mnist/mnist.npz").digest()).isEqualTo(Catalog.known("mnist").orElseThrow().digest());
  }

  @Test
  void theOnlyArchiveOfAFolderIsTheSet() throws IOException {
    Path alone = Files.createDirectories(folder.resolve("alone"));
    Files.copy(folder.resolve("keras.npz"), alone.resolve("Mine.NPZ"));
    assertThat(load("alone").digest()).isEqualTo(load("keras.npz").digest());
    Files.write(alone.resolve("Mine.NPZ"), CifarFixtures.gzip(Files.readAllBytes(folder.resolve("keras.npz"))));
    assertThat(load("alone/Mine.NPZ").digest()).isEqualTo(load("keras.npz").digest());
  }

  @Test
  void anArchiveOnTheWebIsRead() throws IOException {
    try (LoopbackHome server = new LoopbackHome()) {
      server.at("/data/set.npz", LoopbackHome.whole(Files.readAllBytes(folder.resolve("keras.npz"))));
      DataFolder web = new DataFolder(server.address("/data/set.npz"), new FileSystems());
      assertThat(Catalog.load("npz", List.of(web)).digest()).isEqualTo(load("keras.npz").digest());
      DataFolder signed = new DataFolder(server.address("/data/set.npz?sig=S"), new FileSystems());
      assertThat(signed.name()).isEqualTo("set.npz");
    }
  }

  private static NpyArray read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return NpyArray.read(in, file.toString(), ArrayMemory.ofHeap());
    }
  }

  private static Dataset load(String name) {
    return Catalog.load("npz", at(name));
  }

  private static List<DataFolder> at(String name) {
    return List.of(new DataFolder(folder + "/" + name, new FileSystems()));
  }
}
