package io.digitalworker.document.writing.functional;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.api.Options;
import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.verification.Verification;
import io.digitalworker.document.verification.Verified;
import io.digitalworker.document.writing.ExtractiveWriter;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FunctionalSpecTest {
    private static final Sample SAMPLE = Sample.example();

    private static Material material(String detail) {
        try {
            ObjectMapper json = new ObjectMapper();
            ObjectNode options = json.valueToTree(Options.defaults());
            options.putArray("documents").add("functional-spec");
            options.put("detail", detail);
            Outline outline = Outline.all(json.treeToValue(options, Options.class)).get(0);
            return SAMPLE.material().under(outline);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SectionDraft> drafts(String detail) {
        return material(detail).briefs().stream().map(new ExtractiveWriter()::write).toList();
    }

    private static SectionDraft section(String id) {
        return drafts("standard").stream()
                .filter(draft -> draft.section().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> rows(SectionDraft draft) {
        return draft.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .flatMap(table -> ((Block.Table) table).rows().stream())
                .map(row -> row.stream().map(Sentence::shown).collect(Collectors.joining(" | ")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"overview", "standard", "comprehensive"})
    void nothingWrittenFailsTheCheck(String detail) {
        Material material = material(detail);
        Verified verified = Verification.of(SAMPLE.tree(), material).check(drafts(detail));
        assertThat(verified.faults()).isEmpty();
        assertThat(verified.ghosts()).isZero();
        assertThat(verified.citations()).isPositive().isEqualTo(verified.citationsValid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"overview", "standard", "comprehensive"})
    void whateverIsLinkedToAFeatureIsNamed(String detail) {
        Set<String> shown =
                drafts(detail).stream()
                        .flatMap(SectionDraft::sentences)
                        .flatMap(sentence -> sentence.spans().stream())
                        .map(Span::shown)
                        .collect(Collectors.toSet());
        List<Class<? extends Fact>> kinds =
                List.of(
                        Endpoint.class,
                        Entity.class,
                        ConfigurationKey.class,
                        Message.class,
                        Permission.class);
        for (Class<? extends Fact> kind : kinds) {
            assertThat(SAMPLE.material().linked().all(kind))
                    .extracting(FactNames::headline)
                    .allSatisfy(name -> assertThat(shown).contains(name));
        }
    }

    @Test
    void aUseCaseGoesFromTheScreenThroughTheEntriesToTheAnswer() {
        assertThat(rows(section("use-cases")))
                .containsSubsequence(
                        "1 | opens GET /cart/wrap/{cartItemId} | shows Views/Wrap/Choose",
                        "2 | enters ShoppingCartItemId, Greeting | ",
                        "3 | sends it to POST /cart/wrap/{cartItemId}"
                                + " | takes it up in GiftWrapController.Choose",
                        " |  | goes by giftwrappingsettings.maximumgreetinglength",
                        "5 | is led on to another page | answers with 302",
                        "Or | meets a failure | “The greeting is too long”");
    }

    @Test
    void anEventIsAUseCaseOfTheFeatureThatItFitsBest() {
        List<Block> blocks = section("use-cases").blocks();
        int feature = indexOf(blocks, "GW-4");
        assertThat(indexOf(blocks, "Order placed: OrderPlacedEvent")).isGreaterThan(feature);
    }

    private static int indexOf(List<Block> blocks, String words) {
        for (int i = 0; i < blocks.size(); i++) {
            if (!(blocks.get(i) instanceof Block.Table)
                    && blocks.get(i).sentences().anyMatch(s -> s.shown().equals(words))) {
                return i;
            }
        }
        throw new AssertionError(words + " is not there");
    }

    @Test
    void aFeatureThatNobodyImplementedStaysBareWithAQuestion() {
        SectionDraft draft = section("use-cases");
        assertThat(draft.questions()).extracting(Question::id).contains("Q-way-in-GW-5");
        assertThat(draft.sentences().filter(FunctionalSpecTest::aboutTheCourier)).hasSize(1);
    }

    private static boolean aboutTheCourier(Sentence sentence) {
        return sentence.spans().stream()
                .anyMatch(
                        span ->
                                span instanceof Span.Mention mention
                                        && mention.kind() == MentionKind.FEATURE
                                        && mention.id().equals("GW-5"));
    }

    @Test
    void aSettingIsToldInItsAuthorsWordsWithThePlaceWhereItDecides() {
        assertThat(rows(section("settings")))
                .anySatisfy(
                        row ->
                                assertThat(row)
                                        .startsWith("giftwrappingsettings.freefromsubtotal")
                                        .contains("Order subtotal from which wrapping is free")
                                        .contains("GiftWrappingService.GetWrappingFeeAsync"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"overview", "standard", "comprehensive"})
    void noSentencePatternOccursMoreThanThreeTimesInASection(String detail) {
        for (SectionDraft draft : drafts(detail)) {
            Map<String, Integer> patterns = new TreeMap<>();
            told(draft)
                    .map(FunctionalSpecTest::pattern)
                    .filter(pattern -> pattern.matches(".*[a-z].*"))
                    .forEach(pattern -> patterns.merge(pattern, 1, Integer::sum));
            assertThat(patterns.values()).as("%s", patterns).allMatch(times -> times <= 3);
        }
    }

    private static Stream<Sentence> told(SectionDraft draft) {
        return draft.blocks().stream()
                .filter(b -> b instanceof Block.Paragraph || b instanceof Block.Bullets)
                .flatMap(Block::sentences);
    }

    private static String pattern(Sentence sentence) {
        return sentence.spans().stream()
                .map(span -> span instanceof Span.Text ? span.shown() : "…")
                .collect(Collectors.joining());
    }

    @Test
    void titlesAreWordsAndNoNamesOfCode() {
        assertThat(Titles.of("GiftWrapController.Choose")).isEqualTo("Choose (gift wrap)");
        assertThat(Titles.of("RegisterModel.OnPostAsync")).isEqualTo("Register");
        assertThat(Titles.of("CreateCatalogItemEndpoint.HandleAsync"))
                .isEqualTo("Create catalog item");
        assertThat(Titles.of("TodoController.Create")).isEmpty();
        assertThat(Titles.of("")).isEmpty();
    }
}
