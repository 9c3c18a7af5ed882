package io.custard.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rules of the architecture that a machine can judge. Each module runs them on its own main
 * classes with an {@link ArchitectureCheck}.
 */
final class ArchitectureRules {
  private static final List<String> SERVICES =
      List.of("auth", "connection", "query", "gateway", "agent");

  /** The libraries of ours that a cell of this table may use beside the JDK, and no others. */
  private static final Map<String, List<String>> PURE_MODULES =
      Map.of(
          "protocol", List.of("io.custard.protocol..", "com.fasterxml.jackson.annotation.."),
          "guard", List.of("io.custard.guard..", "net.sf.jsqlparser.."),
          "check",
              List.of(
                  "io.custard.check..",
                  "io.custard.guard..",
                  "io.custard.protocol..",
                  "net.sf.jsqlparser.."),
          "translate", List.of("io.custard.translate..", "io.custard.guard.."));

  private static final DescribedPredicate<JavaClass> SPEAKING_HTTP =
      describe(
          "resources, mappers and filters",
          type ->
              type.getPackageName().equals("io.custard.problem.rest")
                  || Stream.of("Resource", "Mapper", "Filter")
                      .anyMatch(outermost(type).getSimpleName()::endsWith));

  private static final DescribedPredicate<JavaClass> MADE_FOR_A_TERMINAL =
      describe(
          "programs for a terminal",
          type ->
              type.getPackageName().startsWith("io.custard.cli")
                  || type.getPackageName().startsWith("io.custard.launcher"));

  static final ArchRule featuresFormNoCycle =
      slices().matching("io.custard.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  static final ArchRule onlyResourcesMappersAndFiltersSpeakHttp =
      noClasses()
          .that(DescribedPredicate.not(SPEAKING_HTTP))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..")
          .allowEmptyShould(true);

  static final ArchRule dependenciesComeThroughTheConstructor =
      noFields()
          .should()
          .beAnnotatedWith("jakarta.inject.Inject")
          .orShould()
          .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
          .orShould()
          .beAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Channel")
          .allowEmptyShould(true);

  static final ArchRule nothingWritesToTheStandardStreams =
      noClasses()
          .that(DescribedPredicate.not(MADE_FOR_A_TERMINAL))
          .should(ACCESS_STANDARD_STREAMS)
          .allowEmptyShould(true);

  static final ArchRule timeIsJavaTime =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date")
          .allowEmptyShould(true);

  static final ArchRule nothingWaitsForAUni =
      noClasses().should().callMethod("io.smallrye.mutiny.Uni", "await").allowEmptyShould(true);

  /** Answered by the filter of the module {@code access}; nobody may do without. */
  static final ArchRule resourceMethodsSayWhoMayCallThem =
      methods()
          .that()
          .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
          .should()
          .beAnnotatedWith("io.custard.access.Needs")
          .orShould()
          .beAnnotatedWith("io.custard.access.Open")
          .allowEmptyShould(true);

  static final ArchRule pureModulesUseOnlyTheirLibraries = pureModules();

  static final ArchRule servicesDoNotKnowEachOther = services();

  private ArchitectureRules() {}

  private static ArchRule pureModules() {
    return CompositeArchRule.of(
            PURE_MODULES.entrySet().stream()
                .<ArchRule>map(module -> pure(module.getKey(), module.getValue()))
                .toList())
        .allowEmptyShould(true);
  }

  private static ArchRule pure(String module, List<String> libraries) {
    String[] allowed =
        Stream.concat(Stream.of("java..", "org.jspecify.."), libraries.stream())
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage("io.custard." + module + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .allowEmptyShould(true);
  }

  private static ArchRule services() {
    return CompositeArchRule.of(SERVICES.stream().map(ArchitectureRules::unknownToOthers).toList())
        .allowEmptyShould(true);
  }

  private static ArchRule unknownToOthers(String service) {
    String own = "io.custard." + service + "..";
    return noClasses()
        .that()
        .resideOutsideOfPackage(own)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(own)
        .allowEmptyShould(true);
  }

  private static JavaClass outermost(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }
}
