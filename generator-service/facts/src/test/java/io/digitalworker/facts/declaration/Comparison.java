package io.digitalworker.facts.declaration;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Declared.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which of an oracle's claims are found among others. */
final class Comparison {
    private final Map<String, List<Declared>> left = new HashMap<>();

    /** What is found in the end is found once only. */
    private Comparison(List<Declared> ours) {
        for (Declared declared : ours) {
            left.computeIfAbsent(declared.key(), key -> new ArrayList<>()).add(declared);
        }
    }

    static List<Declared> missed(List<Declared> claims, List<Declared> ours) {
        Comparison comparison = new Comparison(ours);
        return claims.stream().sorted().filter(claim -> !comparison.finds(claim)).toList();
    }

    private boolean finds(Declared claim) {
        List<Declared> same = left.getOrDefault(claim.key(), List.of());
        return same.stream()
                .filter(declared -> declared.answers(claim))
                .min(Comparator.comparing(d -> d.lastLine() - d.firstLine()))
                .map(same::remove)
                .isPresent();
    }

    /** Our own declarations, as an oracle would name them. */
    static List<Declared> ours(List<CodeFile> files) {
        List<Declared> ours = new ArrayList<>();
        for (CodeFile file : files) {
            for (TypeDeclaration type : file.types()) {
                if (type.kind() != TypeKind.FILE) {
                    ours.add(
                            declared(file, Sort.TYPE, type.simpleName())
                                    .over(type.evidence().startLine(), type.evidence().endLine()));
                }
                for (Member member : type.members()) {
                    ours.add(
                            declared(file, sort(member.kind()), member.name())
                                    .over(
                                            member.evidence().startLine(),
                                            member.evidence().endLine()));
                }
            }
        }
        return ours;
    }

    private static Declared declared(CodeFile file, Sort sort, String name) {
        return Declared.of(file.path(), 1, sort, name);
    }

    private static Sort sort(MemberKind kind) {
        return switch (kind) {
            case METHOD, CONSTRUCTOR, FUNCTION -> Sort.CALLABLE;
            case PROPERTY, FIELD, EVENT, ENUM_CONSTANT -> Sort.VALUE;
        };
    }

    static double share(int claims, int missed) {
        return claims == 0 ? 1 : (claims - missed) / (double) claims;
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f %%", share * 100);
    }
}
