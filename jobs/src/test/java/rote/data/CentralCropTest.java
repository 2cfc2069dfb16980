package rote.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CentralCropTest {
  /** Two images of two channels of 3 x 4 pixels, numbered from 0 on. */
  private static final Examples IMAGES = images(2, 2 * 3 * 4);
  private static final Shape FROM = new Shape(2, 3, 4);

  @Test
  void keepsTheMiddle() {
    assertThat(CentralCrop.of(IMAGES, FROM, new Shape(2, 1, 2)).pixels()).containsExactly(5, 6, 17, 18, 29, 30, 41, 42);
  }

  @Test
  void anOddMarginIsSmallerAtTheTopAndLeft() {
    assertThat(CentralCrop.of(IMAGES, FROM, new Shape(2, 2, 1)).pixels()).containsExactly(1, 5, 13, 17, 25, 29, 37, 41);
  }

  @Test
  void theSameSizeChangesNothing() {
    assertThat(CentralCrop.of(IMAGES, FROM, FROM).pixels()).isEqualTo(IMAGES.pixels());
  }

  @Test
  void imagesDoNotGrow() {
    assertThatThrownBy(() -> CentralCrop.of(IMAGES, FROM, new Shape(2, 4, 4))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDataSetIsCroppedThenScaled() {
    Dataset set = new Dataset("any", FROM, 1, IMAGES, IMAGES);
    Dataset seen = set.croppedTo(new Shape(2, 1, 2)).scaledTo(new Shape(2, 1, 1));
    assertThat(seen.training().pixels()).containsExactly(6, 18, 30, 42); // (5 + 6) / 2 and so on, rounded
    assertThat(set.croppedTo(new Shape(2, 1, 2))).isSameAs(set.croppedTo(new Shape(2, 1, 2)));
    assertThat(set.croppedTo(new Shape(2, 1, 2)).digest()).isNotEqualTo(set.scaledTo(new Shape(2, 1, 2)).digest());
  }

  private static Examples images(int count, int size) {
    byte[] pixels = new byte[count * size];
    for (int k = 0; k < pixels.length; k++) {
      pixels[k] = (byte) k;
    }
    return new Examples(pixels, new byte[count]);
  }
}
