package rote.network.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed tiles are what their generator writes. */
class GeneratedTilesTest {
  private static final Path SOURCES = Path.of("src/main/java/rote/network/vector");

  @Test
  void areWhatTheGeneratorWrites(@TempDir Path folder) throws Exception {
    Process generator = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "src/generate/GenerateTiles.java", folder.toString()).inheritIO().start();
    assertThat(generator.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(generator.exitValue()).isZero();
    for (String name : List.of("DenseTiles.java", "RowTiles.java", "BlockTiles.java", "FmaPeak.java")) {
      assertThat(SOURCES.resolve(name)).hasSameTextualContentAs(folder.resolve(name));
    }
  }
}
