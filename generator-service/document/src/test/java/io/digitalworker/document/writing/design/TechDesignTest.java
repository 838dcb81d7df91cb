package io.digitalworker.document.writing.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lowagie.text.pdf.PdfReader;
import io.digitalworker.api.Options;
import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.rendering.Rendering;
import io.digitalworker.document.verification.Verified;
import io.digitalworker.facts.fact.AccessPattern;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Permission;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.fact.Service;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TechDesignTest {
    private static final Sample EXAMPLE = Sample.example();
    private static final Sample SERVERLESS =
            Sample.of(
                    Path.of("../facts/src/test/resources/fixtures/aws"),
                    "Shop Orders",
                    "A customer places an order; the order is stored and an order added event is"
                            + " published on the shop bus.",
                    "A customer lists the orders and looks up an order by its id.",
                    "When an order has been shipped, the shipped event is consumed and the order's"
                            + " stock is updated.",
                    "A cart is read and changed through the carts API.");

    /** Kinds that a reader of a design must be able to find. */
    private static final Set<Class<? extends Fact>> TOLD =
            Set.of(
                    Endpoint.class,
                    Entity.class,
                    ConfigurationKey.class,
                    Message.class,
                    Permission.class,
                    Resource.class,
                    DataStore.class,
                    AccessPattern.class,
                    Service.class);

    private static Sample design(Sample sample, String detail) {
        List<String> documents = List.of("tech-design");
        Options options = new Options(documents, detail, null, null, null, null, null);
        return sample.as(Outline.all(options).get(0));
    }

    /** The outline with all its sections, as for a migration. */
    private static Sample migration(Sample sample) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode file =
                mapper.readTree(
                        TechDesignTest.class.getResourceAsStream("/outline/tech-design.json"));
        List<Section> sections = new ArrayList<>();
        for (JsonNode section : file.get("sections")) {
            sections.add(mapper.treeToValue(section, Section.class));
        }
        Outline outline = design(sample, "standard").material().outline();
        return sample.as(
                new Outline(
                        outline.document(),
                        outline.title(),
                        outline.detail(),
                        outline.language(),
                        "migration",
                        outline.diagrams(),
                        outline.words(),
                        sections));
    }

    private static SectionDraft section(Sample sample, String id) {
        return sample.verified().drafts().stream()
                .filter(draft -> draft.section().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String words(SectionDraft draft) {
        return draft.sentences().map(Sentence::shown).collect(Collectors.joining("\n"));
    }

    private static Stream<Span.Mention> mentions(Stream<Sentence> sentences) {
        return sentences
                .flatMap(sentence -> sentence.spans().stream())
                .filter(Span.Mention.class::isInstance)
                .map(Span.Mention.class::cast);
    }

    @ParameterizedTest
    @ValueSource(strings = {"overview", "standard", "comprehensive"})
    void nothingWrittenFailsTheCheck(String detail) {
        for (Sample sample : List.of(EXAMPLE, SERVERLESS)) {
            Verified verified = design(sample, detail).verified();
            assertThat(verified.faults()).isEmpty();
            assertThat(verified.ghosts()).isZero();
            assertThat(verified.citations()).isEqualTo(verified.citationsValid());
        }
    }

    @Test
    void whateverBelongsToAFeatureIsMentioned() {
        for (Sample sample : List.of(EXAMPLE, SERVERLESS)) {
            Verified verified = design(sample, "standard").verified();
            Set<String> shown =
                    mentions(verified.drafts().stream().flatMap(SectionDraft::sentences))
                            .map(Span.Mention::shown)
                            .collect(Collectors.toSet());
            List<String> linked =
                    sample.material().linked().facts().stream()
                            .filter(fact -> TOLD.contains(fact.getClass()))
                            .map(FactNames::headline)
                            .toList();
            assertThat(linked).isNotEmpty().isSubsetOf(shown);
        }
    }

    @Test
    void noSentencePatternOccursMoreThanThreeTimesInASection() throws IOException {
        for (Sample sample : List.of(migration(EXAMPLE), migration(SERVERLESS))) {
            for (SectionDraft draft : sample.verified().drafts()) {
                Map<String, Long> patterns =
                        draft.blocks().stream()
                                .filter(TechDesignTest::isProse)
                                .flatMap(Block::sentences)
                                .collect(
                                        Collectors.groupingBy(
                                                TechDesignTest::pattern, Collectors.counting()));
                assertThat(patterns.values()).as(draft.section().id()).allMatch(n -> n <= 3);
            }
        }
    }

    private static boolean isProse(Block block) {
        return block instanceof Block.Paragraph || block instanceof Block.Bullets;
    }

    private static String pattern(Sentence sentence) {
        return sentence.spans().stream()
                .map(span -> span instanceof Span.Text ? span.shown() : "#")
                .collect(Collectors.joining());
    }

    @Test
    void sharesAtMostThirtyPercentOfItsSentencesWithTheRequirements() {
        Set<String> requirements = prose(EXAMPLE);
        Set<String> own = prose(design(EXAMPLE, "standard"));
        Set<String> shared = new HashSet<>(own);
        shared.retainAll(requirements);
        assertThat(shared.size() * 100 / own.size()).isLessThanOrEqualTo(30);
    }

    private static Set<String> prose(Sample sample) {
        return sample.verified().drafts().stream()
                .flatMap(draft -> draft.blocks().stream())
                .filter(TechDesignTest::isProse)
                .flatMap(Block::sentences)
                .map(Sentence::shown)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({"overview, 10", "standard, 25"})
    void keepsToThePagesOfItsDetail(String detail, int pages) throws IOException {
        byte[] pdf =
                Rendering.all(design(EXAMPLE, detail).document()).stream()
                        .filter(file -> file.name().endsWith(".pdf"))
                        .findFirst()
                        .orElseThrow()
                        .bytes();
        assertThat(new PdfReader(new ByteArrayInputStream(pdf)).getNumberOfPages())
                .isLessThanOrEqualTo(pages);
    }

    @Test
    void aMigrationIsProposedInPhasesAndNamesNoCode() throws IOException {
        SectionDraft migration = section(migration(EXAMPLE), "migration");
        assertThat(words(migration))
                .contains("Dual write", "Backfill", "Dual read", "Cutover", "Clean-up")
                .contains("checksums", "Go back when");
        List<Sentence> proposed =
                migration.sentences().filter(s -> s.claimClass() == ClaimClass.PROPOSED).toList();
        assertThat(proposed).hasSizeGreaterThan(20);
        assertThat(mentions(proposed.stream())).isEmpty();
        assertThat(design(EXAMPLE, "standard").material().outline().sections())
                .extracting(Section::id)
                .doesNotContain("migration");
    }

    @Test
    void aBodyIsShownWithTheFieldsThatItsTypeDeclares() {
        Block.Listing body =
                section(design(EXAMPLE, "standard"), "api-contracts").blocks().stream()
                        .filter(Block.Listing.class::isInstance)
                        .map(Block.Listing.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(body.language()).isEqualTo("json");
        assertThat(body.lines())
                .extracting(Sentence::shown)
                .contains(
                        "  \"Greeting\": \"string\",",
                        "  \"Papers\": [{",
                        "    \"Fee\": \"decimal\",");
    }

    @Test
    void eachEventHasItsBothEnds() {
        assertThat(words(section(design(EXAMPLE, "standard"), "events")))
                .contains("OrderPlacedEvent", "OrderPlacedConsumer.HandleEventAsync")
                .contains("not in the archive");
        assertThat(words(section(design(SERVERLESS, "standard"), "events")))
                .contains("shop@shop-bus", "DeadOrders", "rate(5 minutes)");
    }

    @Test
    void operationsOfASchemaStandWithTheirResolvers() {
        SectionDraft contracts = section(design(SERVERLESS, "standard"), "api-contracts");
        assertThat(words(contracts)).contains("Mutation.placeOrder", "[Order!]!", "OrdersSource");
        assertThat(contracts.questions())
                .anySatisfy(
                        question ->
                                assertThat(question.text())
                                        .startsWith("What resolves Query.orders"));
    }

    @Test
    void costFollowsFromDeclaredSizesAndDatedPrices() {
        String capacity = words(section(design(SERVERLESS, "standard"), "capacity-and-cost"));
        // 1,000,000 requests × 30 s × 512 / 1,024 GB × 0.0000166667
        assertThat(capacity).contains("2025-01-26", "250.00", "2,500.01", "3.50", "35.00");
        assertThat(section(design(EXAMPLE, "standard"), "capacity-and-cost").questions())
                .extracting(question -> question.id())
                .contains("Q-load-requests", "Q-load-duration", "Q-load-volume");
    }

    @Test
    void risksAreToldFromWhatLacksItsGuard() {
        assertThat(Risks.of(new Scope(design(EXAMPLE, "standard").material())))
                .extracting(Risk::rule)
                .containsExactly("unchecked-caller", "lost-update");
        assertThat(Risks.of(new Scope(design(SERVERLESS, "standard").material())))
                .extracting(Risk::rule)
                .contains("contradiction", "unconditional-write", "default-timeout")
                .doesNotContain("no-dead-letter");
    }

    @Test
    void theReviewGivesAVerdictOnEachItemOfTheChecklist() {
        SectionDraft review = section(design(EXAMPLE, "standard"), "technical-review");
        List<String> items =
                Checklist.read().groups().stream()
                        .flatMap(group -> group.items().stream())
                        .map(Checklist.Item::item)
                        .toList();
        assertThat(words(review)).contains(items);
        assertThat(review.blocks())
                .filteredOn(Block.Table.class::isInstance)
                .flatExtracting(block -> ((Block.Table) block).rows())
                .hasSameSizeAs(items)
                .allSatisfy(
                        row ->
                                assertThat(row.get(1).shown())
                                        .isIn("met", "partly", "not met", "not asked for"));
    }

    @Test
    void sectionsOfTheChecklistAreThoseOfTheOutline() throws IOException {
        List<String> ids =
                migration(EXAMPLE).material().outline().sections().stream()
                        .map(Section::id)
                        .toList();
        assertThat(Checklist.read().groups())
                .flatExtracting(Checklist.Group::items)
                .flatExtracting(Checklist.Item::sections)
                .isSubsetOf(ids);
    }

    @Test
    void pricesStandAsMentionsThatCanBeLookedUpAgain() {
        List<Span.Mention> prices =
                mentions(section(design(SERVERLESS, "standard"), "capacity-and-cost").sentences())
                        .filter(mention -> mention.kind() == MentionKind.PRICE)
                        .toList();
        assertThat(prices).hasSizeGreaterThan(20);
    }
}
