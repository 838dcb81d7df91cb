package io.digitalworker.document.verification;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Requirement;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.ClosingSections;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks drafts against archive, facts and descriptor (design §5): mentions, citations, quotes and
 * numbers, names against the lines cited, relations and denials, arrows of diagrams, words that stand
 * for something unwritten, sections and requirements that must be there.
 * What fails is taken out, and the section says so.
 */
public final class Verification {
    /** The content of the section that every feature must appear in. */
    private static final String REQUIREMENTS = "requirements";

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
        SentenceCheck check = new SentenceCheck(universe, material);
        DiagramCheck pictures = new DiagramCheck(material);
        List<Fault> faults = new ArrayList<>();
        List<SectionDraft> kept = new ArrayList<>();
        int removed = 0;
        int diagrams = 0;
        int diagramsValid = 0;
        for (Section section : material.outline().sections()) {
            SectionDraft draft = draftOf(section, drafts, faults);
            Removal removal = new Removal(check, pictures, section.id(), faults);
            kept.add(cut(draft, removal));
            removed += removal.removed();
            diagrams += removal.diagrams();
            diagramsValid += removal.diagramsValid();
        }
        requirements(kept, faults);
        Terms terms = new Terms(universe);
        List<SectionDraft> whole =
                ClosingSections.filledIn(kept, material.outline().detail()).stream()
                        .map(terms::in)
                        .toList();
        return new Verified(
                whole,
                faults,
                Style.faults(material.outline(), whole),
                claims(whole),
                removed,
                check.identifiers(),
                check.ghosts(),
                check.citations(),
                check.citationsValid(),
                diagrams,
                diagramsValid);
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
                section,
                SectionStatus.INCOMPLETE,
                "The section was not written.",
                List.of(),
                List.of());
    }

    private static SectionDraft cut(SectionDraft draft, Removal removal) {
        List<Block> blocks = removal.keep(draft.blocks());
        List<Question> questions = removal.keepQuestions(draft.questions());
        if (removal.removed() == 0) {
            return draft;
        }
        String reason =
                draft.reason().isEmpty()
                        ? "Statements that the archive does not bear out were taken out."
                        : draft.reason();
        return new SectionDraft(
                draft.section(), SectionStatus.INCOMPLETE, reason, blocks, questions);
    }

    /** Every feature asked for has its requirements, whatever was found for it. */
    private void requirements(List<SectionDraft> drafts, List<Fault> faults) {
        for (SectionDraft draft : drafts) {
            if (draft.section().content().equals(REQUIREMENTS)) {
                Set<String> told =
                        mentions(draft).map(Span.Mention::shown).collect(Collectors.toSet());
                for (Requirement requirement : material.requirements()) {
                    if (!told.contains(requirement.id())) {
                        faults.add(
                                new Fault(
                                        draft.section().id(),
                                        "missing-requirement",
                                        requirement.id()));
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
