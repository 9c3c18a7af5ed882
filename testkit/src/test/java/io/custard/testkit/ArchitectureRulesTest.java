package io.custard.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Date;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {
  @Test
  void standardStreamsAreFound() {
    JavaClasses talkative = new ClassFileImporter().importClasses(Talkative.class);

    assertThatThrownBy(() -> ArchitectureRules.nothingWritesToTheStandardStreams.check(talkative))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void oldDatesAreFound() {
    JavaClasses old = new ClassFileImporter().importClasses(OldFashioned.class);

    assertThatThrownBy(() -> ArchitectureRules.timeIsJavaTime.check(old))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void protocolIsPure() {
    JavaClasses protocol = new ClassFileImporter().importPackages("io.custard.protocol");

    assertThatCode(() -> ArchitectureRules.pureModulesUseOnlyTheirLibraries.check(protocol))
        .doesNotThrowAnyException();
    assertThatCode(() -> ArchitectureRules.servicesDoNotKnowEachOther.check(protocol))
        .doesNotThrowAnyException();
  }

  static final class Talkative {
    void speak() {
      System.out.println("hello");
    }
  }

  static final class OldFashioned {
    Date today() {
      return new Date(0);
    }
  }
}
