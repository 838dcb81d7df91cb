package io.digitalworker.document.verification;

import io.digitalworker.document.Sample;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SeededLiesTest {
    private static final Sample SAMPLE = Sample.example();
    private static final String FILE =
            "Nop.Plugin.Misc.GiftWrapping/Services/GiftWrappingService.cs";
    private static final String PLACE = FILE + ":L70-L86";
    private static final String SYMBOL = "GiftWrappingService.ChooseAsync";

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("unknown-symbol", MentionKind.SYMBOL, PLACE + "#" + SYMBOL, "Other.Name"),
                lie("unknown-symbol", MentionKind.SYMBOL, PLACE + "#Other.Name", "Other.Name"),
                lie("unknown-symbol", MentionKind.SYMBOL, FILE + ":L71-L86#" + SYMBOL, SYMBOL),
                lie("unknown-symbol", MentionKind.SYMBOL, SYMBOL, SYMBOL),
                lie(
                        "unknown-signature",
                        MentionKind.SIGNATURE,
                        PLACE + "#" + SYMBOL,
                        "void Choose()"),
                lie("unknown-file", MentionKind.FILE, "Services/X.cs", "Services/X.cs"),
                lie(
                        "unknown-citation",
                        MentionKind.CITATION,
                        FILE + ":L1-L9999",
                        FILE + ":L1-L9999"),
                lie("unknown-citation", MentionKind.CITATION, FILE + ":L9-L3", FILE + ":L9-L3"),
                lie("unknown-module", MentionKind.MODULE, "Nop.Other", "Nop.Other"),
                lie("unknown-language", MentionKind.LANGUAGE, "Cobol", "Cobol"),
                lie("unknown-subject", MentionKind.SUBJECT, "Misc.Other", "Misc.Other"),
                lie("unknown-version", MentionKind.VERSION, "9.9", "9.9"),
                lie("unknown-feature", MentionKind.FEATURE, "GW-9", "GW-9"),
                lie("unknown-requirement", MentionKind.REQUIREMENT, "FR-GW-9-1", "FR-GW-9-1"),
                lie("unknown-count", MentionKind.COUNT, "inventory.files", "21"),
                lie("unknown-count", MentionKind.COUNT, "inventory.nothing", "1"),
                lie("unknown-section", MentionKind.SECTION, "code-base", "Code"),
                lie("unknown-fact", MentionKind.FACT, "entities@" + PLACE, "Product"),
                lie("unknown-count", MentionKind.COUNT, "count/all/endpoints", "4,711"),
                lie("unknown-count", MentionKind.COUNT, "count/all/nothing", "1"),
                lie("unknown-count", MentionKind.COUNT, "size/fields/entities@x", "1"),
                Arguments.of("altered-quote", new Span.Quote("feature:GW-1", "A shopper pays.")),
                Arguments.of("altered-quote", new Span.Quote(PLACE, "not in these lines")),
                Arguments.of("altered-quote", new Span.Quote("nowhere", "x")),
                Arguments.of("placeholder", new Span.Text("The rest is TBD.")),
                Arguments.of("unproven-number", new Span.Text("It takes 3 seconds.")),
                Arguments.of("name-in-plain-words", new Span.Text("See ChooseAsync for it.")),
                Arguments.of("name-in-plain-words", new Span.Text("See snake_case for it.")));
    }

    private static Arguments lie(String rule, MentionKind kind, String id, String shown) {
        return Arguments.of(rule, new Span.Mention(kind, id, shown));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void aLieIsFoundAndTakenOut(String rule, Span lie) {
        Sentence sentence = Sentence.of(ClaimClass.EXTRACTED, new Span.Text("It is "), lie);
        Verified verified = check(0, new Block.Paragraph(List.of(sentence)));
        assertThat(verified.faults()).extracting(Fault::rule).containsExactly(rule);
        assertThat(verified.claimsRemoved()).isEqualTo(1);
        assertThat(verified.drafts().get(0).status()).isEqualTo(SectionStatus.INCOMPLETE);
        assertThat(verified.drafts().get(0).sentences()).doesNotContain(sentence);
    }

    @Test
    void aRowWithoutValidEvidenceIsTakenOutAsAWhole() {
        Sentence sound = Sentence.of(ClaimClass.EXTRACTED, new Span.Text("sound"));
        Sentence unsound =
                new Sentence(
                        List.of(new Span.Text("unsound")),
                        ClaimClass.EXTRACTED,
                        List.of(FILE + ":L1-L9999"));
        Block table =
                new Block.Table(
                        List.of("a", "b"),
                        List.of(false, false),
                        List.of(List.of(sound, sound), List.of(sound, unsound)));
        Verified verified = check(0, table);
        assertThat(verified.faults()).extracting(Fault::rule).containsExactly("invalid-evidence");
        assertThat(verified.citations()).isEqualTo(verified.citationsValid() + 1);
        assertThat(verified.drafts().get(0).blocks())
                .last()
                .isInstanceOfSatisfying(
                        Block.Table.class, kept -> assertThat(kept.rows()).hasSize(1));
    }

    @Test
    void bulletsAndHeadingsAreCheckedAsWell() {
        Sentence lie = Sentence.of(ClaimClass.EXTRACTED, new Span.Text("lorem ipsum"));
        assertThat(check(0, new Block.Bullets(List.of(lie))).faults()).hasSize(1);
        assertThat(check(0, new Block.Heading(lie)).faults()).hasSize(1);
    }

    @Test
    void aSectionThatIsNotThereIsNeverLost() {
        List<SectionDraft> drafts = new ArrayList<>(SAMPLE.drafts());
        drafts.remove(2);
        Verified verified = Verification.of(SAMPLE.tree(), SAMPLE.material()).check(drafts);
        assertThat(verified.faults())
                .extracting(Fault::rule)
                .contains("missing-section", "missing-requirement");
        assertThat(verified.drafts()).hasSameSizeAs(SAMPLE.material().outline().sections());
        assertThat(verified.drafts().get(2).status()).isEqualTo(SectionStatus.INCOMPLETE);
    }

    private static Verified check(int section, Block extra) {
        List<SectionDraft> drafts = new ArrayList<>(SAMPLE.drafts());
        SectionDraft draft = drafts.get(section);
        List<Block> blocks = new ArrayList<>(draft.blocks());
        blocks.add(extra);
        drafts.set(section, draft.with(blocks));
        return Verification.of(SAMPLE.tree(), SAMPLE.material()).check(drafts);
    }
}
