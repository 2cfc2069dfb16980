package rote;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The libraries of the Spark that runs have every method and field that the program uses of them, with the very same types. */
@Tag("cells")
class LinkageIT {
  private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString", "getClass"); // interfaces have them too
  private final Map<JavaClass, Set<String>> members = new HashMap<>();

  @Test
  void everyMemberThatIsUsedIsThere() {
    List<JavaAccess<?>> used = classesAndThoseOfLibraries().stream().flatMap(type -> type.getAccessesFromSelf().stream())
        .filter(access -> access.getTargetOwner().getName().matches("(org\\.apache|com\\.fasterxml|org\\.slf4j|scala)\\..*"))
        .filter(access -> !OF_OBJECT.contains(access.getTarget().getName())).collect(Collectors.toList());
    assertThat(used).hasSizeGreaterThan(300);
    assertThat(used.stream().filter(access -> !members(access.getTargetOwner()).contains(target(access)))
        .map(JavaAccess::getDescription)).isEmpty();
  }

  private static JavaClasses classesAndThoseOfLibraries() {
    return ArchConfiguration.withThreadLocalScope((ArchConfiguration configuration) -> {
      configuration.setResolveMissingDependenciesFromClassPath(true); // archunit.properties leaves libraries out
      return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("rote");
    });
  }

  private static String target(JavaAccess<?> access) {
    return access.getTarget() instanceof FieldAccessTarget field ? signature(field.getName(), List.of(), field.getRawType())
        : access.getTarget() instanceof CodeUnitAccessTarget code
            ? signature(code.getName(), code.getRawParameterTypes(), code.getRawReturnType()) : null;
  }

  private Set<String> members(JavaClass type) {
    return members.computeIfAbsent(type, any -> Stream.of(
        type.getAllFields().stream().map(field -> signature(field.getName(), List.of(), field.getRawType())),
        Stream.concat(type.getAllMethods().stream(), type.getConstructors().stream())
            .map(code -> signature(code.getName(), code.getRawParameterTypes(), code.getRawReturnType())))
        .flatMap(signatures -> signatures).collect(Collectors.toSet()));
  }

  private static String signature(String name, List<JavaClass> parameters, JavaClass type) {
    return name + parameters.stream().map(JavaClass::getName).toList() + type.getName();
  }
}
