package io.digitalworker.local.system;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** What may know what (docs/architecture.md). */
class ArchitectureTest {
    private static final String ROOT = "io.digitalworker.";

    /** Every rule below, under its name. */
    @TestFactory
    Stream<DynamicTest> rules() {
        JavaClasses all =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.digitalworker");
        return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field -> dynamicTest(field.getName(), () -> rule(field).check(all)));
    }

    private static ArchRule rule(Field field) throws IllegalAccessException {
        return (ArchRule) field.get(null);
    }

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

    static final ArchRule theGateIsPlainJava =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "archive..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("software.amazon..", "io.quarkus..", "jakarta..");

    static final ArchRule factsAndDocumentsKnowNeitherQuarkusNorAws =
            noClasses()
                    .that()
                    .resideInAnyPackage(ROOT + "facts..", ROOT + "document..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "software.amazon..", "io.quarkus..", "jakarta..", ROOT + "ledger..");

    static final ArchRule factsDoNotKnowDocuments =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "facts..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + "document..");

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

    static final ArchRule servicesKnowEachOtherOnlyThroughContracts =
            slices().matching(ROOT + "(ingest|generator|notifier|cleanup)..")
                    .should()
                    .notDependOnEachOther();

    static final ArchRule aResourceSeesAJobOnlyThroughItsOwner =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "ingest.inbound..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + "ledger..")
                    .because("it has OwnedJobs, which know whose they are (design §4.1)");

    static final ArchRule nobodyAnswersHttpButBehindTheFrontDoor =
            classes()
                    .that()
                    .areAnnotatedWith("jakarta.ws.rs.Path")
                    .should()
                    .resideInAnyPackage(ROOT + "ingest.inbound..", ROOT + "cleanup.inbound..")
                    .because("these services have the front door, the others serve health alone");

    static final ArchRule onlyInboundDecidesAboutAMessage =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..inbound..", ROOT + "queue..", ROOT + "runtime..")
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching("io\\.digitalworker\\.queue\\.Outcome.*");

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

    static final ArchRule onlyOnePlaceLooksAtTheSystemClockAndMakesRandomIds =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + "local..")
                    .and()
                    .doNotHaveFullyQualifiedName(ROOT + "runtime.TimeAndIds")
                    .and()
                    .doNotHaveFullyQualifiedName(ROOT + "queue.WorkQueues")
                    .should()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID")
                    .because("a test must be able to hold them; the connector goes by SQS's time");

    static final ArchRule nobodyWaitsBySleeping =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + "local..")
                    .and()
                    .doNotHaveFullyQualifiedName(ROOT + "ledger.Retries")
                    .should()
                    .callMethod(Thread.class, "sleep", long.class);

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

    static final ArchRule everyPackageRefusesNullUnlessItSaysSo =
            classes()
                    .that(areOfTheProject())
                    .should()
                    .resideInAPackage("io.digitalworker..")
                    .andShould(BeInANullMarkedPackage.beInANullMarkedPackage());

    private static DescribedPredicate<JavaClass> areOfTheProject() {
        return DescribedPredicate.describe(
                "are top-level classes of the project",
                c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"));
    }
}
