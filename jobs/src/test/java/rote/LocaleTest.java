package rote;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No code asks for the locale or the charset of the machine: it may run in an executor, whose start is not the program's. */
class LocaleTest {
  private static final Set<String> FORBIDDEN = Stream.of(
      "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
      "java.lang.String.formatted([Ljava.lang.Object;)",
      "java.lang.String.toLowerCase()",
      "java.lang.String.toUpperCase()",
      "java.lang.String.getBytes()",
      "java.lang.String.<init>([B)",
      "java.lang.String.<init>([B, int, int)",
      "java.io.PrintStream.printf(java.lang.String, [Ljava.lang.Object;)",
      "java.io.PrintStream.format(java.lang.String, [Ljava.lang.Object;)",
      "java.io.PrintStream.<init>(java.io.OutputStream)",
      "java.io.PrintStream.<init>(java.io.OutputStream, boolean)",
      "java.io.PrintWriter.printf(java.lang.String, [Ljava.lang.Object;)",
      "java.io.PrintWriter.format(java.lang.String, [Ljava.lang.Object;)",
      "java.io.PrintWriter.<init>(java.io.OutputStream)",
      "java.io.PrintWriter.<init>(java.io.OutputStream, boolean)",
      "java.io.InputStreamReader.<init>(java.io.InputStream)",
      "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
      "java.io.ByteArrayOutputStream.toString()",
      "java.io.FileReader.<init>(java.lang.String)",
      "java.io.FileReader.<init>(java.io.File)",
      "java.io.FileWriter.<init>(java.lang.String)",
      "java.io.FileWriter.<init>(java.io.File)",
      "java.util.Scanner.<init>(java.io.InputStream)",
      "java.util.Formatter.<init>()",
      "java.util.Formatter.<init>(java.lang.Appendable)",
      "java.util.Locale.getDefault()",
      "java.nio.charset.Charset.defaultCharset()",
      "java.text.DecimalFormat.<init>(java.lang.String)",
      "java.text.NumberFormat.getInstance()",
      "java.text.NumberFormat.getNumberInstance()",
      "java.text.NumberFormat.getPercentInstance()",
      "java.text.NumberFormat.getIntegerInstance()",
      "java.text.SimpleDateFormat.<init>(java.lang.String)",
      "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)").collect(Collectors.toSet());
  private static final ArchRule RULE = noClasses().should().accessTargetWhere(new DescribedPredicate<JavaAccess<?>>(
      "the target depends on the machine's locale or charset") {
    @Override
    public boolean test(JavaAccess<?> access) {
      return FORBIDDEN.contains(access.getTarget().getFullName());
    }
  });

  @Test
  void noCodeAsksForTheMachinesLocaleOrCharset() {
    RULE.check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("rote"));
  }

  @Test
  void theRuleSeesCallsConstructorsAndReferences() {
    JavaClasses wrong = new ClassFileImporter().importClasses(Wrong.class);
    assertThatThrownBy(() -> RULE.check(wrong)).hasMessageContaining("formatted").hasMessageContaining("toLowerCase")
        .hasMessageContaining("InputStreamReader").hasMessageContaining("(4 times)");
    assertThat(wrong).isNotEmpty();
  }

  /** What the rule must find. */
  private static final class Wrong {
    private static final Function<String, String> REFERENCE = String::toLowerCase;

    static String all() {
      return "%d".formatted(1) + Locale.getDefault() + REFERENCE
          + new InputStreamReader(new ByteArrayInputStream(new byte[0]));
    }
  }
}
