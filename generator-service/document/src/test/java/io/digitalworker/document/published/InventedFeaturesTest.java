package io.digitalworker.document.published;

import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.verification.Verified;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What nobody implemented has no evidence in any document, however familiar its words are. */
class InventedFeaturesTest {
    /** Some with words of every code, some with words of these codes in another sense. */
    private static final List<String> INVENTED =
            List.of(
                    "Astronauts book a seat on a rocket and choose a window.",
                    "A beekeeper records the weight of each hive and is warned of swarming.",
                    "Subscribers pay a monthly invoice by bank transfer and receive a dunning letter.",
                    "Users order paper rolls from the mill and follow the print run on a map.",
                    "The recipient signs on glass for the parcel and rates the courier.",
                    "A seat in the reading room is reserved by tag of the library card.",
                    "Customers trade loyalty points for vouchers of partner airlines.");

    @ParameterizedTest
    @MethodSource("io.digitalworker.document.published.Case#all")
    void comesOutWithoutEvidenceInAllDocuments(Case asked) throws Exception {
        Case invented = asked.asking(INVENTED);
        for (Material material : invented.documents("standard")) {
            Verified verified = invented.verified(material);
            for (FeatureEvidence feature : material.features()) {
                String words = feature.feature().description();
                System.out.printf(
                        "%s: %s %.2f %s%n",
                        asked, feature.feature().id(), feature.coverage(), feature.status().key());
                assertThat(feature.status()).as(words).isEqualTo(FeatureStatus.NO_EVIDENCE);
                assertThat(material.linked(feature.feature().id()).facts()).as(words).isEmpty();
                assertThat(material.requirements(feature.feature().id())).as(words).hasSize(1);
            }
            assertThat(evidenced(verified)).as(material.outline().document()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.digitalworker.document.published.Case#all")
    void theLastFeatureOfEachDescriptorIsInvented(Case asked) {
        for (Material material : asked.documents("comprehensive")) {
            List<FeatureEvidence> features = material.features();
            FeatureEvidence last = features.get(features.size() - 1);
            assertThat(last.status()).as(last.toString()).isEqualTo(FeatureStatus.NO_EVIDENCE);
            assertThat(material.linked(last.feature().id()).facts()).isEmpty();
        }
    }

    /** Sentences that name an invented requirement or feature and cite code. */
    private static List<String> evidenced(Verified verified) {
        return verified.drafts().stream()
                .flatMap(SectionDraft::sentences)
                .filter(sentence -> !sentence.evidence().isEmpty())
                .filter(
                        sentence ->
                                sentence.spans().stream()
                                        .filter(Span.Mention.class::isInstance)
                                        .map(Span.Mention.class::cast)
                                        .anyMatch(
                                                mention ->
                                                        mention.kind() == MentionKind.FEATURE
                                                                || mention.kind()
                                                                        == MentionKind.REQUIREMENT))
                .map(Objects::toString)
                .toList();
    }
}
