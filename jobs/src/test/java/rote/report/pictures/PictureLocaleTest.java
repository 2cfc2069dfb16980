package rote.report.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rote.harness.Sample;
import rote.report.notebook.NotebookTest;

/** A notebook's bytes, pictures among them, in the locales of the world: digits, decimal points and letters are the same. */
class PictureLocaleTest {
  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "ar-EG", "fa-IR", "tr-TR", "th-TH-u-nu-thai"})
  void aNotebookIsTheSameInEveryLocale(String tag) {
    Supplier<String> notebook = () -> NotebookTest.notebook(Sample.trueAndRandom(2));

    assertThat(in(Locale.forLanguageTag(tag), notebook)).isEqualTo(in(Locale.ROOT, notebook));
  }

  private static String in(Locale locale, Supplier<String> text) {
    Locale before = Locale.getDefault();
    Locale.setDefault(locale);
    try {
      return text.get();
    } finally {
      Locale.setDefault(before);
    }
  }
}
