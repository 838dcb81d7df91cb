package io.digitalworker.facts.source;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.digitalworker.archive.CheckedArchive;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Raw bytes do not leave the source package (design §5). */
class RawBytesTest {
    private static final String SOURCE = "io.digitalworker.facts.source";
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.digitalworker.facts");

    @Test
    void onlyTheSourcePackageReadsArchives() {
        DescribedPredicate<JavaClass> archive =
                DescribedPredicate.describe(
                        "archive", owner -> owner.isEquivalentTo(CheckedArchive.class));
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(SOURCE)
                        .should()
                        .callMethodWhere(target(owner(archive)).and(target(name("read")))));
    }

    @Test
    void nothingPublicInTheSourcePackageGivesBytes() {
        check(
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(SOURCE)
                        .and()
                        .areDeclaredInClassesThat()
                        .arePublic()
                        .and()
                        .arePublic()
                        .should()
                        .notHaveRawReturnType(byte[].class));
    }

    @Test
    void onlyASourceTreeMakesEvidence() {
        check(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(SourceTree.class.getName())
                        .should()
                        .callConstructor(Evidence.class, SourceFile.class, int.class, int.class));
        check(constructorsOf(Evidence.class));
    }

    @Test
    void nobodyElseMakesTexts() {
        check(constructorsOf(SourceText.class));
        check(constructorsOf(SourceTree.class));
    }

    private static ArchRule constructorsOf(Class<?> type) {
        return constructors()
                .that()
                .areDeclaredIn(type)
                .should()
                .notHaveModifier(JavaModifier.PUBLIC);
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
