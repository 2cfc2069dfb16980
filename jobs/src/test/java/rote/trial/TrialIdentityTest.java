package rote.trial;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Trials are looked up by their keys: no code can compare whole settings. */
class TrialIdentityTest {
  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("rote");

  @Test
  void aTrialHasNoEqualityOfItsOwn() throws NoSuchMethodException {
    assertThat(Trial.class.getMethod("equals", Object.class).getDeclaringClass()).isEqualTo(Object.class);
    assertThat(Trial.class.getMethod("hashCode").getDeclaringClass()).isEqualTo(Object.class);
    assertThat(Trial.defaults(1)).isNotEqualTo(Trial.defaults(1));
  }

  @Test
  void nothingAsksTrialsWhetherTheyAreEqual() {
    noClasses().should().callMethod(Trial.class, "equals", Object.class).orShould().callMethod(Trial.class, "hashCode")
        .check(CLASSES);
  }

  @Test
  void noSetAndNoMapIsKeptOrHandedOnByTrial() {
    List<String> byTrial = CLASSES.stream().flatMap(TrialIdentityTest::types).filter(TrialIdentityTest::isByTrial)
        .map(JavaType::getName).toList();
    assertThat(byTrial).isEmpty();
    assertThat(CLASSES.get(Trap.class).getFields()).extracting(JavaField::getType).allMatch(TrialIdentityTest::isByTrial);
  }

  /** An example that the rule must find. */
  private record Trap(Set<Trial> set, Map<Trial, String> map, Map<List<Trial>, String> nested) {}

  private static Stream<JavaType> types(JavaClass type) {
    return type.isEquivalentTo(Trap.class) ? Stream.of() : Stream.concat(type.getFields().stream().map(JavaField::getType),
        type.getCodeUnits().stream().flatMap(TrialIdentityTest::types));
  }

  private static Stream<JavaType> types(JavaCodeUnit unit) {
    return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
  }

  /** Whether it is a set of trials, or a map whose keys contain trials, and does not say that it looks for the very same. */
  private static boolean isByTrial(JavaType type) {
    if (!(type instanceof JavaParameterizedType generic)) {
      return false;
    }
    JavaClass raw = type.toErasure();
    boolean looksUp = (raw.isAssignableTo(Set.class) || raw.isAssignableTo(Map.class)) && !raw.isEquivalentTo(IdentityHashMap.class);
    JavaType key = generic.getActualTypeArguments().get(0);
    return looksUp && key.getAllInvolvedRawTypes().stream().anyMatch(part -> part.isEquivalentTo(Trial.class));
  }
}
