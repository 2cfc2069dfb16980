package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonFileTest {
  private static final List<String> METRICS = List.of("test_accuracy");

  @Test
  void isNamedByWhatIsCompared() {
    assertThat(name("/x/one", "/x/two")).matches("compare-one-two-[0-9a-f]{8}\\.html").isEqualTo(name("/x/one", "/x/two"));
  }

  @Test
  void isAnotherForOtherFoldersOrdersAndMetrics() {
    assertThat(List.of(name("/x/one", "/x/two"), name("/y/one", "/x/two"), name("/x/two", "/x/one"),
        ComparisonFile.name(List.of("/x/one", "/x/two"), List.of("test_cost")), name("/x/one", "/x/two", "/x/two2")))
        .doesNotHaveDuplicates();
  }

  @Test
  void isAFileNameForAnyComparison() {
    String all = name("s3a://bucket/a b", "/x/..", "/x/\u00e9\n<&>'\"", "/x/" + "long".repeat(100), "/");
    assertThat(all).matches("compare-[A-Za-z0-9._-]+-and-2-more-[0-9a-f]{8}\\.html");
    assertThat(name(IntStream.range(0, 26).mapToObj(run -> "/" + "x".repeat(300) + run).toArray(String[]::new)))
        .hasSizeLessThan(200);
  }

  private static String name(String... places) {
    return ComparisonFile.name(List.of(places), METRICS);
  }
}
