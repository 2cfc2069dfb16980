package rote.data.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rote.data.Shape;
import rote.files.InputException;

/** Images that Pillow has written are read as Pillow reads them, number by number. */
class PngImagesTest {
  private static final Path MADE = Path.of("src/test/resources/png");

  private final PngImages images = new PngImages();

  @ParameterizedTest
  @CsvSource({"grey, 1", "grey-small, 1", "colour, 3", "best, 3", "with-text, 1", "one-bit, 1", "grey-2-bits, 1", "grey-4-bits, 1",
      "palette, 3", "palette-of-two, 3", "opaque, 3", "grey-opaque, 1"})
  void theNumbersArePillows(String name, int channels) throws IOException {
    PngImages.Image image = images.decode(bytes(name + ".png"), name);
    assertThat(image.shape()).isEqualTo(new Shape(channels, 5, name.endsWith("small") ? 6 : 7));
    assertThat(image.pixels()).isEqualTo(bytes(name + ".raw"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "photo.jpg               | is not a PNG image: it begins with ffd8ffe0, as JPEG does; save the images as PNG",
      "moving.gif              | is not a PNG image: it begins with 47494638, and PNG with 89504e47",
      "bomb.png                | is an image of 50000 x 50000 pixels in colour; an image has from 1 to 1048576 numbers",
      "transparent.png         | is transparent in places; save the images without transparency",
      "transparent-palette.png | is transparent in places; save the images without transparency",
      "sixteen-bits.png        | has 16 bits for a number; save the images with 8"})
  void whatIsNotReadIsSaid(String name, String message) throws IOException {
    refuses(bytes(name), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grey", "colour", "palette", "with-text"})
  void everyByteThatIsCutOffOrChangedIsFound(String name) throws IOException {
    byte[] whole = bytes(name + ".png");
    for (int length = 0; length < whole.length; length++) {
      refuses(Arrays.copyOf(whole, length), length < 8 ? "is not a PNG image" : "is a damaged PNG image: it ends too early");
      byte[] changed = whole.clone();
      changed[length] ^= 0x20;
      refuses(changed, "");
    }
  }

  @Test
  void pixelsThatAreMissingBehindRightChecksumsAreFound() throws IOException {
    byte[] whole = bytes("colour.png");
    int data = 33; // behind signature and header
    int length = ByteBuffer.wrap(whole).getInt(data);
    for (int kept = 0; kept < length - 4; kept++) { // the last four are zlib's checksum
      ByteBuffer cut = ByteBuffer.allocate(data + 12 + kept + 12);
      cut.put(whole, 0, data).putInt(kept).put(whole, data + 4, 4 + kept);
      CRC32 sum = new CRC32();
      sum.update(whole, data + 4, 4 + kept);
      cut.putInt((int) sum.getValue()).put(whole, whole.length - 12, 12);
      refuses(cut.array(), "is a damaged PNG image: its pixels cannot be unpacked");
    }
  }

  @Test
  void aFailureLeavesNothingBehind() throws IOException {
    byte[] whole = bytes("grey.png");
    refuses(Arrays.copyOf(whole, 50), "damaged");
    assertThat(images.decode(whole, "grey").pixels()).isEqualTo(bytes("grey.raw"));
  }

  private void refuses(byte[] file, String message) {
    assertThatThrownBy(() -> images.decode(file, "place")).isInstanceOf(InputException.class)
        .message().startsWith("place: ").contains(message).doesNotContain("\n");
  }

  private static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(MADE.resolve(name));
  }
}
