package io.digitalworker.document.writing.hybrid;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.source.Evidence;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every name that the facts know, to look up what somebody has written. */
final class NamesInCode {
    /** A name with its place; without a mention if prose may not name it in this short form. */
    record Known(Optional<Span> mention, String evidence) {}

    private final Map<String, Known> names = new HashMap<>();
    private final Map<String, String> folded = new HashMap<>();

    NamesInCode(Material material) {
        for (TypeDeclaration type : material.facts().types()) {
            symbol(type.evidence(), type.name());
            shortForm(type.simpleName(), type.evidence());
            for (Member member : type.members()) {
                symbol(member.evidence(), member.qualifiedName());
            }
        }
        for (Fact fact : material.facts().facts()) {
            for (String name : FactNames.of(fact)) {
                Span mention = new Span.Mention(MentionKind.FACT, FactNames.id(fact), shown(name));
                add(name, new Known(Optional.of(mention), fact.evidence().id()));
            }
        }
        for (TypeDeclaration type : material.facts().types()) {
            file(type.evidence());
            type.members().forEach(member -> shortForm(member.name(), member.evidence()));
        }
    }

    private static String shown(String name) {
        return name.isEmpty() ? " " : name;
    }

    private void symbol(Evidence evidence, String name) {
        String id = evidence.id() + "#" + name;
        Span mention = new Span.Mention(MentionKind.SYMBOL, id, name);
        add(name, new Known(Optional.of(mention), evidence.id()));
    }

    private void shortForm(String name, Evidence evidence) {
        add(name, new Known(Optional.empty(), evidence.id()));
    }

    private void file(Evidence evidence) {
        Span mention = new Span.Mention(MentionKind.FILE, evidence.path(), evidence.path());
        add(evidence.path(), new Known(Optional.of(mention), evidence.id()));
        String name = evidence.path().substring(evidence.path().lastIndexOf('/') + 1);
        add(name, new Known(Optional.empty(), evidence.id()));
    }

    private void add(String name, Known known) {
        if (!name.isBlank()) {
            names.putIfAbsent(name, known);
            folded.putIfAbsent(fold(name), name);
        }
    }

    Optional<Known> find(String name) {
        return Optional.ofNullable(names.get(bare(name)));
    }

    /** The name that differs from this one in capitals and signs only. */
    Optional<Known> nearly(String name) {
        return Optional.ofNullable(folded.get(fold(bare(name)))).map(names::get);
    }

    /** Without the brackets of a call. */
    private static String bare(String name) {
        return name.endsWith("()") ? name.substring(0, name.length() - 2) : name;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}/]", "");
    }
}
