package rote.data;

/** Crops images to their middle; if a margin is odd, the smaller part is at the top or left. */
final class CentralCrop {
  private CentralCrop() {}

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
