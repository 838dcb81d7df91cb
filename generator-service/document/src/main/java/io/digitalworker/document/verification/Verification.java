package io.digitalworker.document.verification;

import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.outline.SectionContent;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks drafts against archive, facts and descriptor (design §5): mentions, citations, quotes and
 * numbers, words that stand for something unwritten, sections and requirements that must be there.
 * What fails is taken out, and the section says so.
 */
public final class Verification {
    private final Material material;
    private final Universe universe;

    private Verification(Material material, Universe universe) {
        this.material = material;
        this.universe = universe;
    }

    /** A check of documents written from this material. */
    public static Verification of(SourceTree tree, Material material) {
        return new Verification(material, new Universe(tree, material));
    }

    /** Checks all sections of a document; sections that the outline asks for are never lost. */
    public Verified check(List<SectionDraft> drafts) {
        SentenceCheck check = new SentenceCheck(universe);
        List<Fault> faults = new ArrayList<>();
        List<SectionDraft> kept = new ArrayList<>();
        int removed = 0;
        for (Section section : material.outline().sections()) {
            SectionDraft draft = draftOf(section, drafts, faults);
            Removal removal = new Removal(check, section.id(), faults);
            kept.add(cut(draft, removal));
            removed += removal.removed();
        }
        requirements(kept, faults);
        List<SectionDraft> whole = Completeness.tableOf(kept);
        return new Verified(
                whole,
                faults,
                claims(whole),
                removed,
                check.identifiers(),
                check.ghosts(),
                check.citations(),
                check.citationsValid());
    }

    private static SectionDraft draftOf(
            Section section, List<SectionDraft> drafts, List<Fault> faults) {
        for (SectionDraft draft : drafts) {
            if (draft.section().equals(section) && !draft.blocks().isEmpty()) {
                return draft;
            }
        }
        faults.add(new Fault(section.id(), "missing-section", "the outline asks for it"));
        return new SectionDraft(
                section, SectionStatus.INCOMPLETE, "The section was not written.", List.of());
    }

    private static SectionDraft cut(SectionDraft draft, Removal removal) {
        List<Block> blocks = removal.keep(draft.blocks());
        if (removal.removed() == 0) {
            return draft;
        }
        String reason =
                draft.reason().isEmpty()
                        ? "Statements that the archive does not bear out were taken out."
                        : draft.reason();
        return new SectionDraft(draft.section(), SectionStatus.INCOMPLETE, reason, blocks);
    }

    /** Every feature asked for has its requirement, whatever was found for it. */
    private void requirements(List<SectionDraft> drafts, List<Fault> faults) {
        for (SectionDraft draft : drafts) {
            if (draft.section().content() == SectionContent.REQUIREMENTS) {
                for (FeatureEvidence feature : material.features()) {
                    if (mentions(draft).noneMatch(m -> m.shown().equals(feature.requirement()))) {
                        faults.add(
                                new Fault(
                                        draft.section().id(),
                                        "missing-requirement",
                                        feature.requirement()));
                    }
                }
            }
        }
    }

    private static Stream<Span.Mention> mentions(SectionDraft draft) {
        return draft.sentences()
                .flatMap(sentence -> sentence.spans().stream())
                .filter(Span.Mention.class::isInstance)
                .map(Span.Mention.class::cast)
                .filter(mention -> mention.kind() == MentionKind.REQUIREMENT);
    }

    private static Map<ClaimClass, Integer> claims(List<SectionDraft> drafts) {
        Map<ClaimClass, Integer> claims = new EnumMap<>(ClaimClass.class);
        for (ClaimClass claimClass : ClaimClass.values()) {
            claims.put(claimClass, 0);
        }
        drafts.stream()
                .flatMap(SectionDraft::sentences)
                .filter(Sentence::isClaim)
                .forEach(sentence -> claims.merge(sentence.claimClass(), 1, Integer::sum));
        return claims;
    }
}
