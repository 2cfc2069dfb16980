package rote.data;

/** The middle of images; of a margin that cannot be halved the smaller part goes at the top and on the left. */
final class CentralCrop {
  private CentralCrop() {}

  /**
   * Cuts.
   *
   * @param from the shape of the images
   * @param to not larger in any direction, with as many channels
   */
  static Examples of(Examples images, Shape from, Shape to) {
    if (to.channels() != from.channels() || to.height() > from.height() || to.width() > from.width()) {
      throw new IllegalArgumentException("cannot crop " + from + " to " + to);
    }
    byte[] pixels = new byte[Math.multiplyExact(images.count(), to.size())];
    int top = (from.height() - to.height()) / 2;
    int left = (from.width() - to.width()) / 2;
    int lines = images.count() * to.channels() * to.height(); // of all channels of all images
    for (int line = 0; line < lines; line++) {
      int old = line / to.height() * from.height() + top + line % to.height();
      System.arraycopy(images.pixels(), old * from.width() + left, pixels, line * to.width(), to.width());
    }
    return new Examples(pixels, images.labels());
  }
}
