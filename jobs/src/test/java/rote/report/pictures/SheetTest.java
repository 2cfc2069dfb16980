package rote.report.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import rote.trial.Probe;
import rote.trial.ProbeItem;

/** Sheets as the JDK's own reader of PNG sees them. */
class SheetTest {
  @Test
  void anImageHasTheColoursOfItsValues() throws IOException {
    ProbeItem image = image(List.of(2, 3), -2, 0, 2, -1, 1, 5);
    BufferedImage png = read(new Sheet(List.of(image), Sheet.Palette.DIVERGING, -2, 2));
    assertThat(List.of(png.getWidth(), png.getHeight())).containsExactly(3, 2);
    assertThat(colours(png)).containsExactly(0xffd55e00, 0xffffffff, 0xff0072b2, 0xffeaaf81, 0xff7eb8d8, 0xff0072b2);
  }

  @Test
  void greyGoesFromBlackToWhite() throws IOException {
    BufferedImage png = read(new Sheet(List.of(image(List.of(1, 3), 0, 0.5f, 1)), Sheet.Palette.GREY, 0, 1));
    assertThat(colours(png)).containsExactly(0xff000000, 0xff808080, 0xffffffff);
  }

  @Test
  void imagesAreInRowsOfTenWithATransparentGap() throws IOException {
    ProbeItem white = image(List.of(2, 2), 1, 1, 1, 1);
    BufferedImage png = read(new Sheet(Collections.nCopies(11, white), Sheet.Palette.GREY, 0, 1));
    assertThat(List.of(png.getWidth(), png.getHeight())).containsExactly(10 * 3 - 1, 5);
    assertThat(png.getRGB(1, 1)).isEqualTo(0xffffffff);
    assertThat(png.getRGB(2, 1) >>> 24).isZero();
    assertThat(png.getRGB(28, 0)).isEqualTo(0xffffffff);
    assertThat(png.getRGB(1, 3)).isEqualTo(0xffffffff);
    assertThat(png.getRGB(3, 3) >>> 24).as("behind the last image").isZero();
  }

  @Test
  void channelsAreDrawnBelowEachOther() throws IOException {
    BufferedImage png = read(new Sheet(List.of(image(List.of(2, 1, 2), 0, 0, 1, 1)), Sheet.Palette.GREY, 0, 1));
    assertThat(colours(png)).containsExactly(0xff000000, 0xff000000, 0xffffffff, 0xffffffff);
  }

  private static ProbeItem image(List<Integer> shape, float... values) {
    return new ProbeItem(Probe.HIDDEN_WEIGHTS, "unit-0", shape, values);
  }

  private static int[] colours(BufferedImage png) {
    return png.getRGB(0, 0, png.getWidth(), png.getHeight(), null, 0, png.getWidth());
  }

  private static BufferedImage read(Sheet sheet) throws IOException {
    String start = "data:image/png;base64,";
    assertThat(sheet.uri()).startsWith(start);
    byte[] png = Base64.getDecoder().decode(sheet.uri().substring(start.length()));
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
