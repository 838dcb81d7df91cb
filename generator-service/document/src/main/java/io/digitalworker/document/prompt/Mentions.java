package io.digitalworker.document.prompt;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Fact;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns what a model writes between braces into mentions, and mentions into what it may write: {@code
 * {F3}}, {@code {F3.handler}}, {@code {F3.fields[2].name}}, {@code {S1}}, {@code {S1.file}}, {@code {N1}},
 * {@code {M1}}, {@code {feature:ID}}, {@code {requirement:ID}}, {@code {section:ID}}, {@code {module}}, {@code
 * {version}}.
 */
final class Mentions {
    private static final Pattern FORM =
            Pattern.compile("([A-Z][0-9]{1,6})(?:\\.([A-Za-z][A-Za-z0-9.\\[\\]]{0,80}))?");
    private static final Pattern NAMED =
            Pattern.compile("(feature|requirement|section):([\\p{L}\\p{N}._-]{1,90})");

    /** Longer values are code to be read and no names to be told in a sentence. */
    private static final int LONGEST = 200;

    private final Handles handles;
    private final Material material;

    Mentions(Handles handles, Material material) {
        this.handles = handles;
        this.material = material;
    }

    /**
     * What stands between braces.
     *
     * @throws AnswerFault if it stands for nothing
     */
    Span.Mention of(String written) throws AnswerFault {
        String inner = written.strip();
        if (inner.equals("module")) {
            return new Span.Mention(MentionKind.SUBJECT, subject(), subject());
        }
        if (inner.equals("version")) {
            return new Span.Mention(MentionKind.VERSION, material.version(), material.version());
        }
        Matcher named = NAMED.matcher(inner);
        if (named.matches()) {
            return named(named.group(1), named.group(2));
        }
        Matcher form = FORM.matcher(inner);
        if (!form.matches()) {
            throw new AnswerFault("braces hold something that is no handle of the catalogue");
        }
        return handle(form.group(1), Optional.ofNullable(form.group(2)));
    }

    private String subject() {
        return material.moduleName();
    }

    private Span.Mention named(String kind, String id) throws AnswerFault {
        if (kind.equals("section")) {
            for (Section section : material.outline().sections()) {
                if (section.id().equals(id)) {
                    return new Span.Mention(MentionKind.SECTION, id, section.title());
                }
            }
        } else if (kind.equals("feature") ? isFeature(id) : isRequirement(id)) {
            return new Span.Mention(
                    kind.equals("feature") ? MentionKind.FEATURE : MentionKind.REQUIREMENT, id, id);
        }
        throw new AnswerFault("there is no " + kind + " of that id");
    }

    private boolean isFeature(String id) {
        return material.features().stream().anyMatch(each -> each.feature().id().equals(id));
    }

    private boolean isRequirement(String id) {
        return material.requirements().stream().anyMatch(each -> each.id().equals(id));
    }

    private Span.Mention handle(String handle, Optional<String> part) throws AnswerFault {
        Optional<Fact> fact = handles.facts.of(handle);
        if (fact.isPresent()) {
            return fact(handle, fact.get(), part);
        }
        Optional<Symbol> symbol = handles.symbols.of(handle);
        if (symbol.isPresent()) {
            return symbol(handle, symbol.get(), part);
        }
        Optional<Span.Mention> other =
                handles.counts.of(handle).or(() -> handles.others.of(handle));
        if (other.isPresent() && part.isEmpty()) {
            return other.get();
        }
        throw new AnswerFault(refused(handle, other.isPresent()));
    }

    private String refused(String handle, boolean known) {
        if (known) {
            return handle + " has no parts";
        }
        if (handles.places.of(handle).isPresent()) {
            return handle + " is a place: cite it as evidence, do not mention it";
        }
        return handle + " is not in the catalogue";
    }

    private static Span.Mention symbol(String handle, Symbol symbol, Optional<String> part)
            throws AnswerFault {
        if (part.isEmpty() || part.get().equals("name")) {
            return symbol.mention();
        }
        if (part.get().equals("file")) {
            String path = symbol.evidence().path();
            return new Span.Mention(MentionKind.FILE, path, path);
        }
        throw new AnswerFault(handle + " has the parts name and file only");
    }

    private static Span.Mention fact(String handle, Fact fact, Optional<String> part)
            throws AnswerFault {
        String shown = part.isEmpty() ? FactNames.headline(fact) : value(handle, fact, part.get());
        if (!FactNames.of(fact).contains(shown)) {
            throw new AnswerFault(handle + " has no name of its own: say which part");
        }
        if (shown.isBlank() || shown.length() > LONGEST) {
            throw new AnswerFault(handle + " holds no name there that fits into a sentence");
        }
        return new Span.Mention(MentionKind.FACT, FactNames.id(fact), shown);
    }

    private static String value(String handle, Fact fact, String path) throws AnswerFault {
        List<FactPart> all = FactPart.of(fact);
        for (FactPart each : all) {
            if (each.path().equals(path)) {
                return each.value();
            }
        }
        List<String> named =
                all.stream()
                        .filter(each -> each.name().equals(path))
                        .map(FactPart::value)
                        .distinct()
                        .toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        throw new AnswerFault(
                named.isEmpty()
                        ? handle + " has no such part"
                        : handle + " has several of that part: give the number, as in keys[1]");
    }

    /** What a model would write for a piece of a sentence; an ellipsis for what it cannot name. */
    String written(Span span) {
        if (!(span instanceof Span.Mention mention)) {
            return Plain.seen(span.shown()).replace("{", "(").replace("}", ")");
        }
        return switch (mention.kind()) {
            case SUBJECT -> "{module}";
            case VERSION -> "{version}";
            case FEATURE -> "{feature:" + mention.shown() + "}";
            case REQUIREMENT -> "{requirement:" + mention.shown() + "}";
            case SECTION -> "{section:" + mention.id() + "}";
            case FACT, TERM -> fact(mention).orElse("…");
            case SYMBOL ->
                    handles.symbol(mention.id())
                            .flatMap(handles.symbols::find)
                            .map(handle -> "{" + handle + "}")
                            .orElse("…");
            case COUNT -> handles.counts.find(mention).map(n -> "{" + n + "}").orElse("…");
            default -> handles.others.find(mention).map(m -> "{" + m + "}").orElse("…");
        };
    }

    private Optional<String> fact(Span.Mention mention) {
        for (Fact fact : material.factsOf(mention.id())) {
            Optional<String> handle = handles.facts.find(fact);
            if (handle.isPresent() && FactNames.of(fact).contains(mention.shown())) {
                return Optional.of("{" + handle.get() + part(fact, mention.shown()) + "}");
            }
        }
        return Optional.empty();
    }

    private static String part(Fact fact, String shown) {
        if (FactNames.headline(fact).equals(shown)) {
            return "";
        }
        for (FactPart part : FactPart.of(fact)) {
            if (part.value().equals(shown)) {
                return "." + part.path();
            }
        }
        return "";
    }
}
