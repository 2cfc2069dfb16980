package rote.harness;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/** A Java agent that makes trials with one hidden layer of 7 units throw. */
public final class FaultAgent {
  public static final String MESSAGE = "put in by a test";

  private FaultAgent() {}

  public static void premain(String arguments, Instrumentation instrumentation) {
    new AgentBuilder.Default().type(named("rote.trial.training.TrialRun"))
        .transform((type, description, loader, module, domain) ->
            type.visit(Advice.to(FaultAgent.class).on(named("measure"))))
        .installOn(instrumentation);
  }

  /** Copied to the beginning of the method. */
  @Advice.OnMethodEnter
  public static void fail(@Advice.FieldValue("trial") Object trial) {
    if (trial.toString().contains("hidden=[7]")) {
      throw new IllegalStateException(MESSAGE);
    }
  }

  /** Returns the JVM option that loads the agent. */
  public static String option(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", FaultAgent.class.getName());
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, home(FaultAgent.class) + " " + home(Advice.class));
    Path jar = folder.resolve("fault.jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return "-javaagent:" + jar;
  }

  private static String home(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().toString();
  }
}
