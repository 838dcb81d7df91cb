package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a body looks like: the declared fields of a type as JSON, each with its declared type in place of
 * a value. All names are read off the declarations.
 */
final class Shapes {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** What holds other types; a type of our own may bear the same name. */
    private static final Pattern HOLDER =
            Pattern.compile(
                    "(?:I|IReadOnly|ReadOnly|Immutable|Mutable|Array|Linked|Hash|Sorted)?"
                            + "(?:List|Set|Collection|Enumerable|Iterable|Array|Map|Dictionary|Optional)");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.?\\[\\]<>]+");
    private static final int FIELDS = 40;
    private static final int DEEP = 2;

    private final Map<String, Entity> entities = new HashMap<>();
    private final Map<String, TypeDeclaration> types = new HashMap<>();

    Shapes(Material material) {
        material.facts().entities().forEach(entity -> entities.putIfAbsent(entity.name(), entity));
        for (TypeDeclaration type : material.facts().types()) {
            types.putIfAbsent(type.simpleName(), type);
        }
    }

    /** A field: its name and type as spans that can be checked, and the lines that have it. */
    private record Part(Span name, Span type, String declared, String evidence) {}

    /** The name of the type of our own within a declared type, such as Order in a list of them. */
    Optional<String> own(String declared) {
        Matcher names = NAME.matcher(declared);
        while (names.find()) {
            if (!holder(declared, names) && !parts(names.group()).isEmpty()) {
                return Optional.of(names.group());
            }
        }
        return Optional.empty();
    }

    private static boolean holder(String declared, Matcher name) {
        return declared.startsWith("<", name.end()) && HOLDER.matcher(name.group()).matches();
    }

    /** The name of a type as a mention; only of one that {@link #own} gave. */
    Sentence title(String name) {
        Entity entity = entities.get(name);
        if (entity != null) {
            return Phrases.told(List.of(entity), Phrases.headline(entity));
        }
        TypeDeclaration type = java.util.Objects.requireNonNull(types.get(name), name);
        String id = type.evidence().id();
        Span.Mention symbol =
                new Span.Mention(MentionKind.SYMBOL, id + "#" + type.name(), type.name());
        return new Sentence(List.of(symbol), ClaimClass.EXTRACTED, List.of(id));
    }

    /** A type of our own as a mention; empty if there is none of that name. */
    Optional<Sentence> part(String name) {
        return types.containsKey(name) ? Optional.of(title(name)) : Optional.empty();
    }

    /** Whether a type is an entity, whose fields stand with the data model. */
    boolean isEntity(String name) {
        return entities.containsKey(name);
    }

    Block.Listing listing(String name) {
        List<Sentence> lines = new ArrayList<>();
        lines.add(Phrases.extracted(Phrases.text("{")));
        fields(name, "  ", List.of(name), lines);
        lines.add(Phrases.extracted(Phrases.text("}")));
        return new Block.Listing("json", lines);
    }

    private void fields(String type, String indent, List<String> within, List<Sentence> lines) {
        List<Part> parts = parts(type);
        for (int i = 0; i < parts.size(); i++) {
            field(parts.get(i), i + 1 == parts.size() ? "" : ",", indent, within, lines);
        }
    }

    private void field(
            Part part, String comma, String indent, List<String> within, List<Sentence> lines) {
        String inner = own(part.declared()).orElse("");
        if (inner.isEmpty() || within.contains(inner) || within.size() >= DEEP) {
            lines.add(
                    line(
                            part,
                            indent,
                            Phrases.text("\": \""),
                            part.type(),
                            Phrases.text("\"" + comma)));
            return;
        }
        boolean many =
                part.declared()
                        .matches(".*(\\[\\]|List|Collection|Enumerable|Set|Iterable|Array).*");
        lines.add(line(part, indent, Phrases.text(many ? "\": [{" : "\": {")));
        List<String> deeper = new ArrayList<>(within);
        deeper.add(inner);
        fields(inner, indent + "  ", deeper, lines);
        lines.add(Phrases.extracted(Phrases.text(indent + (many ? "}]" : "}") + comma)));
    }

    private static Sentence line(Part part, String indent, Span... rest) {
        List<Span> spans = new ArrayList<>(List.of(Phrases.text(indent + "\""), part.name()));
        spans.addAll(List.of(rest));
        return new Sentence(spans, ClaimClass.EXTRACTED, List.of(part.evidence()));
    }

    private List<Part> parts(String type) {
        Entity entity = entities.get(type);
        if (entity != null) {
            return entity.fields().stream().limit(FIELDS).map(f -> part(entity, f)).toList();
        }
        TypeDeclaration declared = types.get(type);
        if (declared == null) {
            return List.of();
        }
        return declared.members().stream()
                .filter(Shapes::holds)
                .limit(FIELDS)
                .map(Shapes::part)
                .toList();
    }

    private static boolean holds(Member member) {
        return (member.kind() == MemberKind.PROPERTY || member.kind() == MemberKind.FIELD)
                && !member.has("static")
                && !member.has("const")
                && (member.kind() == MemberKind.PROPERTY || !member.has("readonly"));
    }

    private static Part part(Entity entity, Field field) {
        Span type =
                field.type().isEmpty() ? Phrases.text("…") : Phrases.named(entity, field.type());
        String evidence = entity.evidence().id();
        return new Part(Phrases.named(entity, field.name()), type, field.type(), evidence);
    }

    private static Part part(Member member) {
        String evidence = member.evidence().id();
        boolean written =
                PLAIN.matcher(member.type()).matches()
                        && member.signature().contains(member.type());
        Span type = written ? new Span.Quote(evidence, member.type()) : Phrases.text("…");
        return new Part(new Span.Quote(evidence, member.name()), type, member.type(), evidence);
    }
}
