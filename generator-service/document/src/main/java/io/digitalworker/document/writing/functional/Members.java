package io.digitalworker.document.writing.functional;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the members of the code stand, and which of them holds a line. */
final class Members {
    private final Map<String, List<Evidence>> places = new HashMap<>();
    private final Map<String, List<Member>> byPath = new HashMap<>();

    Members(Material material) {
        for (TypeDeclaration type : material.facts().types()) {
            for (Member member : type.members()) {
                places.computeIfAbsent(member.qualifiedName(), any -> new ArrayList<>())
                        .add(member.evidence());
                byPath.computeIfAbsent(member.evidence().path(), any -> new ArrayList<>())
                        .add(member);
            }
        }
    }

    /** All members of that name: overloads stand at several places. */
    List<Evidence> places(String member) {
        return places.getOrDefault(member, List.of());
    }

    /** The innermost member that a fact stands in. */
    Optional<Member> around(Fact fact) {
        Optional<Member> found = Optional.empty();
        for (Member member : byPath.getOrDefault(fact.evidence().path(), List.of())) {
            boolean closer = found.isEmpty() || within(member.evidence(), found.get().evidence());
            if (closer && within(fact.evidence(), member.evidence())) {
                found = Optional.of(member);
            }
        }
        return found;
    }

    static boolean within(Evidence inner, Evidence outer) {
        return inner.path().equals(outer.path())
                && inner.startLine() >= outer.startLine()
                && inner.endLine() <= outer.endLine();
    }

    static Span symbol(Member member) {
        return new Span.Mention(
                MentionKind.SYMBOL,
                member.evidence().id() + "#" + member.qualifiedName(),
                member.qualifiedName());
    }
}
