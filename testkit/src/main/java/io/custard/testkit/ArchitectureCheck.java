package io.custard.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the shared rules on one module: {@code class ArchitectureTest extends ArchitectureCheck}.
 * They are run by hand because ArchUnit's own engine finds no rules under Quarkus' test class
 * loader and passes without a word.
 */
public abstract class ArchitectureCheck {
  private final String rootPackage;

  /** Checks the main classes below this package. */
  protected ArchitectureCheck(String rootPackage) {
    this.rootPackage = rootPackage;
  }

  @TestFactory
  Stream<DynamicTest> everySharedRuleHolds() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(rootPackage);
    if (classes.isEmpty()) {
      throw new AssertionError("there are no classes below " + rootPackage);
    }
    return Arrays.stream(ArchitectureRules.class.getDeclaredFields())
        .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
        .map(field -> DynamicTest.dynamicTest(field.getName(), () -> rule(field).check(classes)));
  }

  /** Fails on methods that take requests and do not say who may call them. */
  protected static void checkResourceMethods(Class<?>... resources) {
    ArchitectureRules.resourceMethodsSayWhoMayCallThem.check(
        new ClassFileImporter().importClasses(resources));
  }

  private static ArchRule rule(Field field) throws IllegalAccessException {
    return (ArchRule) field.get(null);
  }
}
