package io.digitalworker.document.verification;

import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.SectionDraft;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Drafts as they may be published, and what the check found.
 *
 * @param drafts without the sentences that failed
 * @param faults what was found in the drafts as written
 * @param style what does not read well: told, not taken out
 * @param claims claims in {@code drafts}, by class
 * @param claimsRemoved sentences taken out for a fault
 * @param identifiers names of the code mentioned in the drafts as written
 * @param ghosts of these, the ones that do not exist
 * @param citations places cited in the drafts as written
 * @param citationsValid of these, the ones that exist
 * @param diagrams drawn in the drafts as written
 * @param diagramsValid of these, the ones whose names and arrows are all facts
 */
public record Verified(
        List<SectionDraft> drafts,
        List<Fault> faults,
        List<Fault> style,
        Map<ClaimClass, Integer> claims,
        int claimsRemoved,
        int identifiers,
        int ghosts,
        int citations,
        int citationsValid,
        int diagrams,
        int diagramsValid) {
    public Verified {
        drafts = List.copyOf(drafts);
        faults = List.copyOf(faults);
        style = List.copyOf(style);
        Map<ClaimClass, Integer> sorted = new EnumMap<>(ClaimClass.class);
        sorted.putAll(claims);
        claims = Collections.unmodifiableMap(sorted);
    }
}
