package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Bits;
import rote.harness.JarRun;
import rote.harness.SmallImages;

/** The shipped jar gives the same curves in JVMs with and without vectors and fused multiply-add. */
@Timeout(300)
@Tag("machines")
class KernelsIT {
  private static final String YAML = """
      name: kernels
      data: {dataset: idx}
      trial: {epochs: 3, learning-rate: 0.5}
      grid: {label-corruption: [0, 1], hidden: [[5], [40]]}
      """;

  @TempDir Path folder;

  @Test
  void withoutTheIncubatorModuleEverythingRunsAndOneLineSaysWhy() throws Exception {
    assertThat(log("plain", List.of())).containsOnlyOnce(
        "reference kernels: the JVM was started without --add-modules=jdk.incubator.vector; training is slow");
    assertThat(log("vectors", JarRun.VECTORS)).doesNotContain("training is slow");
    assertThat(bits("plain")).hasSize(4).isEqualTo(bits("vectors"));
    assertThat(manifest("plain")).contains("\"kernels\" : \"reference\"");
    assertThat(manifest("vectors")).contains("\"kernels\" : \"vector\"");
  }

  @Test
  void withoutFusedMultiplyAddAWarningSaysWhyItIsSlow() throws Exception {
    assertThat(log("software", List.of("--add-modules=jdk.incubator.vector", "-XX:-UseFMA")))
        .containsOnlyOnce("offer fused multiply-add, and without it every one is computed in software; training is slow");
    log("hardware", JarRun.VECTORS);
    assertThat(bits("software")).isEqualTo(bits("hardware"));
  }

  @Test
  void kernelsThatCannotBeHadAreAnErrorBeforeAnythingIsWritten() throws Exception {
    Process run = run().start("forced", List.of("-Drote.kernels=vector"));
    assertThat(run.waitFor()).isEqualTo(2);
    assertThat(run().log("forced")).startsWith("rote: -Drote.kernels=vector is unavailable: ").hasLineCount(1);
    assertThat(folder.resolve("forced")).doesNotExist();
  }

  /** A few small images: without hardware support each fused multiply-add takes a microsecond. */
  @BeforeEach
  void writeImages() throws IOException {
    SmallImages.write(folder, 40);
  }

  private JarRun run() {
    return new JarRun(folder, YAML);
  }

  private String log(String out, List<String> jvmOptions) throws Exception {
    assertThat(run().start(out, jvmOptions, "--data", folder.toString()).waitFor()).as(out).isZero();
    return run().log(out);
  }

  private Map<String, List<Object>> bits(String out) throws Exception {
    return Bits.of(run().records(out));
  }

  private String manifest(String out) throws Exception {
    return Files.readString(folder.resolve(out).resolve("manifest.json"));
  }
}
