package rote.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Names;
import rote.data.Shape;
import rote.data.catalog.Catalog;
import rote.data.description.Description;

/** The page of a data set, read as a browser without scripts would. */
class DescriptionPageTest {
  private static final String HOSTILE = "<script>alert(1)</script>\"'&{{name}} -->";
  private static final Pattern IMAGE = Pattern.compile("<img class=\"pixels\" src=\"data:image/png;base64,([^\"]+)\" width=\"(\\d+)\" height=\"(\\d+)\" alt=\"([^\"]+)\">");

  @Test
  void aTableHasItsFactsWarningsAndFirstRowsPerClass() {
    float[] values = new float[30];
    byte[] labels = new byte[10];
    for (int row = 0; row < 10; row++) {
      labels[row] = (byte) (row % 2);
      values[3 * row] = row;
      values[3 * row + 1] = row == 4 ? Float.NaN : 0.5f * (row % 3);
      values[3 * row + 2] = 7;
    }
    Dataset data = Dataset.ofTable("t.csv", Shape.ofFeatures(3), new Names(List.of("id", "size", "same"), List.of("no", "yes")),
        Examples.ofValues(values, labels), Examples.none());
    String page = DescriptionPage.html(Description.of(data));
    assertThat(page).contains("10 rows without a test set, 3 features, 2 classes.", data.digest(), "The same as an earlier row: 0.",
        "<li>column id: numbers the rows:", "<li>column same: has the same value in all rows,", ">no</th><td>5</td><td>0.500</td>",
        "<th scope=\"row\" class=\"text\">size</th><td class=\"text\">real</td><td>0</td><td>0.44444445</td><td>1</td><td>1</td>");
    assertThat(cells(page, "rows")).containsExactly("no 0 0 7", "no 2 1 7", "no 4 missing 7", "yes 1 0.5 7", "yes 3 0 7", "yes 5 1 7");
    assertThat(page).doesNotContain("<img", "test rows");
  }

  @Test
  void imagesAreShownPerClassAsTheyAre() throws IOException {
    Dataset digits = Catalog.load("pen-digits", List.of());
    String page = DescriptionPage.html(Description.of(digits));
    assertThat(page).contains("20000 training and 5000 test examples, images of 28 x 28 pixels, 10 classes.", ">test rows<");
    List<BufferedImage> pictures = pictures(page);
    assertThat(pictures).hasSize(10);
    int first = IntStream.range(0, digits.training().count()).filter(e -> digits.training().labels()[e] == 3).findFirst().orElseThrow();
    for (int k = 0; k < 784; k++) {
      int grey = digits.training().pixels()[first * 784 + k] & 0xff;
      assertThat(pictures.get(3).getRGB(k % 28, k / 28)).isEqualTo(0xff000000 | grey << 16 | grey << 8 | grey);
    }
    assertThat(pictures.get(3).getRGB(28, 0) >>> 24).isZero();
  }

  @Test
  void colouredAndLargeImagesAreShownSmallAndInColour() throws IOException {
    byte[] pixels = new byte[2 * 3 * 100 * 200];
    for (int k = 0; k < 100 * 200; k++) {
      pixels[k] = (byte) 200; // red of the first, which has no other colour
    }
    Dataset data = Dataset.ofTable("p.parquet", new Shape(3, 100, 200), new Names(List.of(), List.of("red", "black")),
        new Examples(pixels, new byte[] {0, 1}), Examples.none());
    List<BufferedImage> pictures = pictures(DescriptionPage.html(Description.of(data)));
    assertThat(pictures).extracting(BufferedImage::getWidth).containsExactly(64, 64);
    assertThat(pictures).extracting(BufferedImage::getHeight).containsExactly(32, 32);
    assertThat(pictures).extracting(picture -> picture.getRGB(63, 31)).containsExactly(0xffc80000, 0xff000000);
  }

  @Test
  void textsOfAFileStayTexts() {
    Dataset data = Dataset.ofTable(HOSTILE, Shape.ofFeatures(1), new Names(List.of(HOSTILE), List.of(HOSTILE, "b"), List.of(HOSTILE), List.of()),
        Examples.ofValues(new float[] {1, 1, 1}, new byte[] {0, 1, 1}), Examples.none());
    String page = DescriptionPage.html(Description.of(data));
    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;{{name}} --&gt;").doesNotContain("<script", "{{name}} -->");
  }

  @Test
  void manyFeaturesAndClassesAreCut() {
    int width = 300;
    List<String> names = IntStream.range(0, width).mapToObj(k -> "f" + k).toList();
    Dataset data = Dataset.ofTable("wide.csv", Shape.ofFeatures(width), new Names(names, List.of("a", "b")),
        Examples.ofValues(new float[4 * width], new byte[] {0, 1, 0, 1}), Examples.none());
    assertThat(DescriptionPage.html(Description.of(data))).contains("And 44 more features.", "without 280 more features", ">f19<", ">f255<").doesNotContain(">f256<");
  }

  private static List<String> cells(String page, String section) {
    String part = page.substring(page.indexOf("<section id=\"" + section), page.indexOf("</section>", page.indexOf("<section id=\"" + section)));
    return part.substring(part.indexOf("<tbody>")).lines().filter(line -> line.contains("<tr")).map(line -> line.replaceAll("<[^>]+>", " ").strip().replaceAll(" +", " ")).toList();
  }

  private static List<BufferedImage> pictures(String page) throws IOException {
    List<BufferedImage> pictures = new ArrayList<>();
    for (Matcher image = IMAGE.matcher(page); image.find();) {
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(image.group(1).replace("&#x3D;", "="))));
      assertThat(Integer.parseInt(image.group(2)) % picture.getWidth()).isZero();
      assertThat(image.group(4)).contains("class");
      pictures.add(picture);
    }
    return pictures;
  }
}
