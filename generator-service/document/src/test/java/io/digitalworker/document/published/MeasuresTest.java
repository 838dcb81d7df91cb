package io.digitalworker.document.published;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.verification.Verified;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Measures over all types of documents that have an outline. */
class MeasuresTest {
    private static final String CASES = "io.digitalworker.document.published.Case#all";
    private static final List<Class<? extends Fact>> TOLD =
            List.of(
                    Endpoint.class,
                    Entity.class,
                    ConfigurationKey.class,
                    Message.class,
                    Permission.class);

    @ParameterizedTest
    @MethodSource(CASES)
    void everythingLinkedToAFeatureIsMentioned(Case asked) {
        List<Material> documents = asked.documents("comprehensive");
        Set<String> shown = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (Material material : documents) {
            Verified verified = asked.verified(material);
            Stream.concat(
                            mentions(verified, MentionKind.FACT),
                            mentions(verified, MentionKind.TERM))
                    .forEach(
                            mention -> {
                                ids.add(mention.id());
                                shown.add(mention.shown());
                            });
        }
        assumeThat(ids).as("a section tells of facts").isNotEmpty();
        Set<String> left = new TreeSet<>();
        int all = 0;
        for (Class<? extends Fact> kind : TOLD) {
            for (Fact fact : asked.sample().material().linked().all(kind)) {
                all++;
                String name = FactNames.headline(fact);
                if (!ids.contains(FactNames.id(fact)) && !shown.contains(name)) {
                    left.add(FactNames.id(fact) + " " + name);
                }
            }
        }
        System.out.printf("%s: %d of %d linked facts mentioned%n", asked, all - left.size(), all);
        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(CASES)
    void everyFeatureAppearsWithItsEvidenceOrWithout(Case asked) {
        for (Material material : asked.documents("standard")) {
            Verified verified = asked.verified(material);
            Set<String> named = new HashSet<>();
            mentions(verified, MentionKind.REQUIREMENT).forEach(m -> named.add(m.shown()));
            mentions(verified, MentionKind.FEATURE).forEach(m -> named.add(m.shown()));
            Set<String> cited = new HashSet<>();
            verified.drafts().stream()
                    .flatMap(SectionDraft::sentences)
                    .forEach(sentence -> cited.addAll(sentence.evidence()));
            for (FeatureEvidence feature : material.features()) {
                assertThat(named)
                        .as(material.outline().document())
                        .containsAnyOf(feature.requirement(), feature.feature().id());
                if (feature.status() != FeatureStatus.NO_EVIDENCE) {
                    assertThat(cited)
                            .as(feature.requirement())
                            .containsAnyElementsOf(places(material, feature));
                }
            }
        }
    }

    private static Set<String> places(Material material, FeatureEvidence feature) {
        Set<String> places = new HashSet<>();
        feature.matches().forEach(match -> places.add(match.chunk().evidence().id()));
        for (Fact fact : material.linked(feature.feature().id()).facts()) {
            places.add(fact.evidence().id());
        }
        return places;
    }

    @ParameterizedTest
    @MethodSource(CASES)
    void noSentencePatternOccursMoreThanThreeTimesInASection(Case asked) {
        for (String detail : List.of("overview", "standard", "comprehensive")) {
            for (Material material : asked.documents(detail)) {
                Verified verified = asked.verified(material);
                assumeThat(mentions(verified, MentionKind.FACT))
                        .as("a section tells of facts")
                        .isNotEmpty();
                assertThat(verified.style())
                        .as(material.outline().document() + ", " + detail)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource(CASES)
    void twoTypesOfDocumentsShareAtMostThreeSentencesInTen(Case asked) {
        List<Material> documents = asked.documents("standard");
        List<Set<String>> sentences =
                documents.stream().map(asked::verified).map(MeasuresTest::sentences).toList();
        for (int one = 0; one < documents.size(); one++) {
            for (int other = one + 1; other < documents.size(); other++) {
                Set<String> shared = new TreeSet<>(sentences.get(one));
                shared.retainAll(sentences.get(other));
                int shorter = Math.min(sentences.get(one).size(), sentences.get(other).size());
                System.out.printf(
                        "%s: %s and %s share %d of %d sentences%n",
                        asked,
                        documents.get(one).outline().document(),
                        documents.get(other).outline().document(),
                        shared.size(),
                        shorter);
                assertThat(shared.size() / (double) shorter)
                        .as(shared.toString())
                        .isLessThanOrEqualTo(0.3);
            }
        }
    }

    private static Set<String> sentences(Verified verified) {
        return verified.drafts().stream()
                .flatMap(draft -> draft.blocks().stream())
                .filter(
                        block ->
                                block instanceof Block.Paragraph
                                        || block instanceof Block.Bullets
                                        || block instanceof Block.Quotation)
                .flatMap(Block::sentences)
                .map(Sentence::shown)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource(CASES)
    void anotherOrderOfTheArchiveAnotherLocaleAndTimeZoneGiveTheSameBytes(Case asked)
            throws IOException {
        List<String> expected = hashes(asked);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Case again = Case.of("shuffled", shuffled(asked.zip()), asked.descriptor());
            assertThat(hashes(again)).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** Of all documents in both languages. */
    private static List<String> hashes(Case asked) {
        return Stream.of("en", "de")
                .flatMap(language -> asked.documents("standard", language).stream())
                .map(asked::rendered)
                .flatMap(List::stream)
                .map(MeasuresTest::hash)
                .toList();
    }

    private static String hash(RenderedFile file) {
        return file.name() + " " + file.sha256();
    }

    private static Path shuffled(Path zip) throws IOException {
        Path other = Files.createTempFile("shuffled", ".zip");
        other.toFile().deleteOnExit();
        try (ZipFile from = new ZipFile(zip.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(other))) {
            List<ZipEntry> entries = new ArrayList<>(from.stream().toList());
            Collections.shuffle(entries, new java.util.Random(7));
            for (ZipEntry entry : entries) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(from.getInputStream(entry).readAllBytes());
                to.closeEntry();
            }
        }
        return other;
    }

    private static Stream<Span.Mention> mentions(Verified verified, MentionKind kind) {
        return verified.drafts().stream()
                .flatMap(SectionDraft::sentences)
                .flatMap(sentence -> sentence.spans().stream())
                .filter(Span.Mention.class::isInstance)
                .map(Span.Mention.class::cast)
                .filter(mention -> mention.kind() == kind);
    }
}
