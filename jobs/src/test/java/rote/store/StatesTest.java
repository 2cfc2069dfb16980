package rote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.trial.KeptState;

class StatesTest {
  private static final float[] VALUES = {1.5f, -0f, Float.MIN_VALUE, 3e38f};

  @TempDir Path folder;

  @Test
  void aStateIsReadAsItWasWritten() throws IOException {
    States states = new States(output());
    assertThat(states.ids()).isEmpty();
    states.write(new KeptState("t1", 7, VALUES));
    states.write(new KeptState("t2", 8, new float[0]));
    states.write(new KeptState("t1", 7, VALUES)); // a retried task
    assertThat(states.ids()).containsExactlyInAnyOrder("t1", "t2");
    KeptState read = states.read("t1");
    assertThat(read.trialId()).isEqualTo("t1");
    assertThat(read.epochs()).isEqualTo(7);
    assertThat(read.values()).containsExactly(VALUES); // compares bits: -0 is not 0
  }

  @Test
  void everyDamageIsAnError() throws IOException {
    States states = new States(output());
    states.write(new KeptState("t1", 7, VALUES));
    Path file = folder.resolve("states/t1.state");
    byte[] whole = Files.readAllBytes(file);
    for (int b = 0; b < whole.length; b++) {
      byte[] damaged = whole.clone();
      damaged[b] ^= 4;
      Files.write(file, damaged);
      assertThatThrownBy(() -> states.read("t1")).as("byte " + b).isInstanceOf(IOException.class);
      Files.write(file, Arrays.copyOf(whole, b));
      assertThatThrownBy(() -> states.read("t1")).as("cut to " + b).isInstanceOf(IOException.class);
    }
    Files.write(folder.resolve("states/t3.state"), whole);
    assertThatThrownBy(() -> states.read("t3")).isInstanceOf(IOException.class).hasMessageContaining("of trial t1");
    assertThatThrownBy(() -> states.read("t4")).isInstanceOf(IOException.class);
  }

  @Test
  void overwritingDeletesThem() throws IOException {
    new States(output()).write(new KeptState("t1", 7, VALUES));
    Files.createDirectories(folder.resolve("segments"));
    output().overwrite();
    assertThat(folder.resolve("states")).doesNotExist();
  }

  private Output output() {
    return Output.at(folder.toString());
  }
}
