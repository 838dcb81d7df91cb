package io.digitalworker.document.writing.srs;

import io.digitalworker.api.Feature;
import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.Requirement;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Permission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpecificationTest {
    private static final Sample EXAMPLE = Sample.example();
    private static final Sample LOANS =
            Sample.of(
                    Map.of(
                            "README.md",
                            "# Library\n\nLends books to readers and reminds them when a loan is due.\n",
                            "pom.xml",
                            """
                            <project><modelVersion>4.0.0</modelVersion>
                              <groupId>org.example</groupId><artifactId>library</artifactId><version>1</version>
                              <dependencies><dependency><groupId>org.springframework.boot</groupId>
                                <artifactId>spring-boot-starter-web</artifactId><version>3.2.1</version></dependency></dependencies>
                            </project>
                            """,
                            "src/main/java/org/example/loan/Loan.java",
                            """
                            package org.example.loan;
                            import jakarta.persistence.*;
                            /** A book that a reader has taken home. */
                            @Entity
                            public class Loan {
                                @Id private Long id;
                                @Column(length = 20, nullable = false) private String readerCard;
                                @Version private int version;
                            }
                            """,
                            "src/main/java/org/example/loan/LoanController.java",
                            """
                            package org.example.loan;
                            import org.springframework.web.bind.annotation.*;
                            @RestController
                            @RequestMapping("/loans")
                            public class LoanController {
                                private final LoanService loans;
                                LoanController(LoanService loans) { this.loans = loans; }
                                /** Lends a book to a reader. */
                                @PostMapping
                                public Loan lend(@RequestBody LoanRequest request) { return loans.lendBookToReader(request); }
                            }
                            """,
                            "src/main/java/org/example/loan/LoanService.java",
                            """
                            package org.example.loan;
                            import org.springframework.stereotype.Service;
                            @Service
                            public class LoanService {
                                /** A reader takes a book home; the loan ends on its due date. */
                                public Loan lendBookToReader(LoanRequest request) { return new Loan(); }
                            }
                            """,
                            "src/main/java/org/example/catalog/ReaderSigning.java",
                            """
                            package org.example.catalog;
                            public class ReaderSigning {
                                public void signReaderIn(String reader) { }
                            }
                            """,
                            "src/test/java/org/example/loan/LoanServiceTest.java",
                            """
                            package org.example.loan;
                            import org.junit.jupiter.api.Test;
                            class LoanServiceTest {
                                @Test void readerTakesBookHomeAndLoanEndsOnDueDate() { new LoanService().lendBookToReader(null); }
                            }
                            """),
                    "Loan",
                    new Feature("LN-1", "A signed-in reader takes a book home until its due date."),
                    new Feature("LN-2", "Fines are settled by bank transfer in cryptocurrency."));

    static List<Sample> samples() {
        return List.of(EXAMPLE, LOANS);
    }

    private static List<SectionDraft> drafts(Sample sample) {
        return sample.verified().drafts();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nothingWrittenFailsTheCheck(Sample sample) {
        assertThat(sample.verified().faults()).isEmpty();
        assertThat(sample.verified().claimsRemoved()).isZero();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whateverIsLinkedToAFeatureIsMentioned(Sample sample) {
        Set<String> shown =
                drafts(sample).stream()
                        .flatMap(SectionDraft::sentences)
                        .flatMap(sentence -> sentence.spans().stream())
                        .map(Span::shown)
                        .collect(Collectors.toSet());
        List<Fact> linked = sample.material().linked().facts();
        assertThat(linked).isNotEmpty();
        assertThat(linked)
                .filteredOn(SpecificationTest::mustBeMentioned)
                .extracting(FactNames::headline)
                .isSubsetOf(shown);
    }

    private static boolean mustBeMentioned(Fact fact) {
        return fact instanceof Endpoint
                || fact instanceof Entity
                || fact instanceof ConfigurationKey
                || fact instanceof Message
                || fact instanceof Permission;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noPatternOfASentenceOccursMoreThanThreeTimesInASection(Sample sample) {
        for (SectionDraft draft : drafts(sample)) {
            Map<String, Integer> patterns = new HashMap<>();
            narrative(draft).forEach(s -> patterns.merge(pattern(s), 1, Integer::sum));
            assertThat(patterns)
                    .as(draft.section().id())
                    .allSatisfy((p, n) -> assertThat(n).isLessThan(4));
        }
    }

    private static List<Sentence> narrative(SectionDraft draft) {
        return draft.blocks().stream()
                .filter(b -> b instanceof Block.Paragraph || b instanceof Block.Bullets)
                .flatMap(Block::sentences)
                .toList();
    }

    private static String pattern(Sentence sentence) {
        return sentence.spans().stream()
                .map(span -> span instanceof Span.Text ? span.shown() : "#")
                .collect(Collectors.joining())
                .replaceAll("#(, #)*", "#");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theNarrativeKeepsToThreeThousandWords(Sample sample) {
        long words =
                drafts(sample).stream()
                        .flatMap(draft -> narrative(draft).stream())
                        .mapToLong(sentence -> sentence.shown().split("\\s+").length)
                        .sum();
        assertThat(words).isBetween(100L, 3000L);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyRequirementHasAnIdOfItsOwnAndItsFeatureComesFirst(Sample sample) {
        List<Requirement> all = sample.material().requirements();
        assertThat(all).extracting(Requirement::id).doesNotHaveDuplicates();
        for (FeatureEvidence feature : sample.material().features()) {
            List<Requirement> own = sample.material().requirements(feature.feature().id());
            assertThat(own.get(0).kind()).isEqualTo(Requirement.Kind.FEATURE);
            assertThat(own).hasSize(feature.status() == FeatureStatus.NO_EVIDENCE ? 1 : own.size());
        }
    }

    @Test
    void whatFeaturesShareBelongsToTheNearest() {
        assertThat(EXAMPLE.material().requirements("GW-4"))
                .anySatisfy(each -> assertThat(each.kind()).isEqualTo(Requirement.Kind.REACTION));
        assertThat(EXAMPLE.material().requirements("GW-1"))
                .noneSatisfy(each -> assertThat(each.kind()).isEqualTo(Requirement.Kind.REACTION));
    }

    @Test
    void theModulesNameLeadsToItsCodeAndTestsComeLater() {
        FeatureEvidence feature = LOANS.material().features().get(0);
        assertThat(feature.matches().get(0).chunk().symbol())
                .isEqualTo("LoanService.lendBookToReader");
        assertThat(LOANS.material().features().get(1).status())
                .isEqualTo(FeatureStatus.NO_EVIDENCE);
    }

    @Test
    void typesThatSayMoreAboutLinkedFactsAreLinked() {
        assertThat(EXAMPLE.material().linked().types())
                .extracting(TypeDeclaration::name)
                .contains("IGiftWrappingService", "GiftWrappingSettings", "WrappingPaperBuilder");
    }

    @Test
    void authorsAreQuotedFromCommentsAndReadme() {
        List<Span.Quote> quotes =
                drafts(LOANS).stream()
                        .flatMap(SectionDraft::sentences)
                        .flatMap(sentence -> sentence.spans().stream())
                        .filter(Span.Quote.class::isInstance)
                        .map(Span.Quote.class::cast)
                        .toList();
        assertThat(quotes)
                .contains(
                        new Span.Quote(
                                "README.md:L3-L3",
                                "Lends books to readers and reminds them when a loan is due."))
                .extracting(Span.Quote::shown)
                .contains("A reader takes a book home; the loan ends on its due date.");
    }
}
