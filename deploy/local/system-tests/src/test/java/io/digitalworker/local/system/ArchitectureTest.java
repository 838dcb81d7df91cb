package io.digitalworker.local.system;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** What may know what (docs/architecture.md). */
@AnalyzeClasses(packages = "io.digitalworker", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.digitalworker.";

    @ArchTest
    static final ArchRule contractsForCallersKnowNoFrameworkAndNoCloud =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "api..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "software.amazon..",
                            "io.quarkus..",
                            "jakarta..",
                            "com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule theGateIsPlainJava =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "archive..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("software.amazon..", "io.quarkus..", "jakarta..");

    @ArchTest
    static final ArchRule factsAndDocumentsKnowNeitherQuarkusNorAws =
            noClasses()
                    .that()
                    .resideInAnyPackage(ROOT + "facts..", ROOT + "document..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "software.amazon..", "io.quarkus..", "jakarta..", ROOT + "ledger..");

    @ArchTest
    static final ArchRule factsDoNotKnowDocuments =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "facts..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + "document..");

    @ArchTest
    static final ArchRule theLedgerKnowsNoService =
            noClasses()
                    .that()
                    .resideInAnyPackage(ROOT + "ledger..", ROOT + "queue..", ROOT + "runtime..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "ingest..",
                            ROOT + "generator..",
                            ROOT + "notifier..",
                            ROOT + "cleanup..",
                            ROOT + "facts..",
                            ROOT + "document..");

    @ArchTest
    static final ArchRule servicesKnowEachOtherOnlyThroughContracts =
            slices().matching(ROOT + "(ingest|generator|notifier|cleanup)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule aResourceSeesAJobOnlyThroughItsOwner =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "ingest.inbound..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(ROOT + "ledger.JobLedger");

    @ArchTest
    static final ArchRule onlyInboundDecidesAboutAMessage =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..inbound..", ROOT + "queue..", ROOT + "runtime..")
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching("io\\.digitalworker\\.queue\\.Outcome.*");

    @ArchTest
    static final ArchRule timeIsInjected =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + "local..")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(java.time.LocalDate.class, "now")
                    .because("a test must be able to hold the clock");

    @ArchTest
    static final ArchRule onlyOnePlaceLooksAtTheSystemClockAndMakesRandomIds =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + "local..")
                    .and()
                    .doNotHaveFullyQualifiedName(ROOT + "runtime.TimeAndIds")
                    .should()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule nobodyWaitsBySleeping =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + "local..")
                    .should()
                    .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule everyPackageRefusesNullUnlessItSaysSo =
            classes()
                    .that(areOfTheProject())
                    .should()
                    .resideInAPackage(ROOT + "..")
                    .andShould(BeInANullMarkedPackage.beInANullMarkedPackage());

    private static DescribedPredicate<JavaClass> areOfTheProject() {
        return DescribedPredicate.describe(
                "are top-level classes of the project",
                c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"));
    }
}
