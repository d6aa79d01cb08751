package io.tenantry.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.PartFailure;
import io.tenantry.wire.Endpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.application.Platform;
import org.jspecify.annotations.NullMarked;

/**
 * The arrows between packages that the module graph cannot draw. It lives in the console because
 * the console sees every module; the reasons are in CONTRIBUTING.md.
 */
@AnalyzeClasses(packages = "io.tenantry", importOptions = ArchitectureTest.MainCode.class)
final class ArchitectureTest {

  static final class MainCode implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-") && !location.contains("testkit");
    }
  }

  @ArchTest
  static final ArchRule onlyConnectSeesEngines =
      noClasses()
          .that()
          .resideInAPackage("io.tenantry.app..")
          .and()
          .resideOutsideOfPackage("io.tenantry.app.connect..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tenantry.core..",
              "io.tenantry.client..",
              "io.tenantry.wire..",
              "io.tenantry.server..")
          .because("screens must work on any engine, local or remote");

  @ArchTest
  static final ArchRule viewModelsKnowNoNode =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene..", "javafx.stage..")
          .because("view models are tested without a toolkit");

  @ArchTest
  static final ArchRule enginesKnowNoToolkit =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.tenantry.contract..",
              "io.tenantry.wire..",
              "io.tenantry.core..",
              "io.tenantry.server..",
              "io.tenantry.client..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx..");

  @ArchTest
  static final ArchRule sqlTextsAreReadWithoutAnEngine =
      noClasses()
          .that()
          .resideInAPackage("io.tenantry.sql..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("io.tenantry.sql..", "java..", "org.jspecify..")
          .because("console and core read SQL by the same rules, and nobody else scans it");

  @ArchTest
  static final ArchRule wordsOfErrorsAreOurs =
      noClasses()
          .that()
          .resideInAnyPackage("io.tenantry.app.*..")
          .and()
          .resideOutsideOfPackages("io.tenantry.app.errors..", "io.tenantry.app.tour..")
          .should()
          .callMethod(EngineException.class, "message")
          .orShould()
          .callMethod(EngineException.class, "getMessage")
          .orShould()
          .callMethod(PartFailure.class, "message")
          .because("engines name calls of their API; ErrorPresenter has the words for people");

  @ArchTest
  static final ArchRule screensDoNotKnowEachOther =
      slices().matching("io.tenantry.app.screens.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule onlyIconsKnowThePack =
      noClasses()
          .that()
          .resideInAPackage("io.tenantry.app..")
          .and()
          .resideOutsideOfPackage("io.tenantry.app.controls.icons..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.kordamp.ikonli..")
          .because("a meaning has one icon everywhere");

  @ArchTest
  static final ArchRule coreFeaturesHaveNoCycles =
      slices().matching("io.tenantry.core.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule consolePackagesHaveNoCycles =
      slices().matching("io.tenantry.app.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule workLeavesTheUiThreadInOnePlace =
      noClasses()
          .that()
          .resideInAPackage("io.tenantry.app.*..")
          .and()
          .resideOutsideOfPackages("io.tenantry.app.tasks..", "io.tenantry.app.fx..")
          .should()
          .callConstructorWhere(target(owner(assignableTo(Thread.class))))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(CompletableFuture.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("javafx.concurrent..")
          .orShould()
          .callMethod(Platform.class, "runLater", Runnable.class)
          .because("TaskRunner reports errors and drops stale results; a bare thread does neither");

  @ArchTest
  static final ArchRule sqliteHasTwoDoors =
      outsideTheDoorsToSqlite()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                  .and(not(belongToAnyOf(ResultSet.class, SQLException.class))))
          .because("a native binding is to replace the driver without a change elsewhere");

  @ArchTest
  static final ArchRule onlyRepositoriesReadCatalogRows =
      outsideTheDoorsToSqlite()
          .and()
          .haveNameNotMatching(".*Repository(\\$.*)?")
          .should()
          .dependOnClassesThat(belongToAnyOf(ResultSet.class, SQLException.class));

  private static GivenClassesConjunction outsideTheDoorsToSqlite() {
    return noClasses()
        .that()
        .resideInAnyPackage(
            "io.tenantry.core..",
            "io.tenantry.server..",
            "io.tenantry.client..",
            "io.tenantry.wire..",
            "io.tenantry.app..")
        .and()
        .resideOutsideOfPackages("io.tenantry.core.sqlite..", "io.tenantry.core.catalog..");
  }

  @ArchTest
  static final ArchRule serverRoutesTakeAnyEngine =
      noClasses()
          .that()
          .resideInAPackage("io.tenantry.server.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.tenantry.core..");

  /** Calls that other clients make, and ours has no use for. */
  private static final Set<String> FOR_OTHER_CLIENTS =
      Set.of(
          "HEALTH",
          "ERRORS",
          "OPENAPI",
          "PATCH_SETTINGS",
          "TEMPLATES",
          "DELETE_DATABASE",
          "SWITCH");

  @ArchTest
  static final ArchRule everyCallIsServed =
      fields()
          .that()
          .haveRawType(Endpoint.class)
          .and()
          .areStatic()
          .should(beUsedIn("io.tenantry.server"))
          .because("the OpenAPI document describes every constant");

  @ArchTest
  static final ArchRule everyCallIsMadeByTheClient =
      fields()
          .that()
          .haveRawType(Endpoint.class)
          .and()
          .areStatic()
          .and()
          .haveNameNotMatching(String.join("|", FOR_OTHER_CLIENTS))
          .should(beUsedIn("io.tenantry.client"));

  private static ArchCondition<JavaField> beUsedIn(String module) {
    return new ArchCondition<>("be used in " + module) {
      @Override
      public void check(JavaField constant, ConditionEvents events) {
        boolean used =
            constant.getAccessesToSelf().stream()
                .anyMatch(access -> access.getOriginOwner().getPackageName().startsWith(module));
        events.add(new SimpleConditionEvent(constant, used, constant.getFullName()));
      }
    };
  }

  /** Whoever reads a name must not think of another class, or search twice. */
  @ArchTest
  static void noNameStandsForTwoClasses(JavaClasses all) {
    Map<String, Long> times =
        all.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));
    assertThat(times).isNotEmpty();
    assertThat(times.entrySet()).filteredOn(name -> name.getValue() > 1).isEmpty();
  }

  @ArchTest
  static final ArchRule noPublicMutableStatics =
      fields().that().arePublic().and().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule noLocators =
      noMethods().that().areStatic().should().haveName("getInstance");

  @ArchTest
  static final ArchRule everyPackageIsNullMarked = classes().should(resideInANullMarkedPackage());

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(type, marked, type.getPackageName()));
      }
    };
  }
}
