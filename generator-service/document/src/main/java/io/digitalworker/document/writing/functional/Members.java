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
    /** So many lines in a block; a member is looked for among those of the block only. */
    private static final int BLOCK = 64;

    private final Map<String, List<Evidence>> places = new HashMap<>();
    private final Map<Lines, List<Member>> byLines = new HashMap<>();

    private record Lines(String path, int block) {}

    Members(Material material) {
        for (TypeDeclaration type : material.facts().types()) {
            for (Member member : type.members()) {
                places.computeIfAbsent(member.qualifiedName(), any -> new ArrayList<>())
                        .add(member.evidence());
                file(member);
            }
        }
    }

    private void file(Member member) {
        Evidence place = member.evidence();
        for (int n = place.startLine() / BLOCK; n <= place.endLine() / BLOCK; n++) {
            byLines.computeIfAbsent(new Lines(place.path(), n), any -> new ArrayList<>(4))
                    .add(member);
        }
    }

    /** All members of that name: overloads stand at several places. */
    List<Evidence> places(String member) {
        return places.getOrDefault(member, List.of());
    }

    /** The innermost member that a fact stands in. */
    Optional<Member> around(Fact fact) {
        Optional<Member> found = Optional.empty();
        Lines lines = new Lines(fact.evidence().path(), fact.evidence().startLine() / BLOCK);
        for (Member member : byLines.getOrDefault(lines, List.of())) {
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
