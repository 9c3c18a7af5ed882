package io.custard.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.custard.testkit.ArchitectureRules;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the shared rules by hand: under Quarkus' test class loader ArchUnit's own engine finds no
 * rules and passes without a word.
 */
class ArchitectureTest {
  @TestFactory
  Stream<DynamicTest> everySharedRuleHolds() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.custard.auth");
    assertThat(classes).isNotEmpty();
    return Arrays.stream(ArchitectureRules.class.getDeclaredFields())
        .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
        .map(field -> DynamicTest.dynamicTest(field.getName(), () -> rule(field).check(classes)));
  }

  private static ArchRule rule(Field field) throws IllegalAccessException {
    field.setAccessible(true);
    return (ArchRule) field.get(null);
  }
}
