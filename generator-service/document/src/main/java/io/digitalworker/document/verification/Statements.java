package io.digitalworker.document.verification;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether names stand in the parts that the words between them give them. Some words tell of a kind of
 * fact which part stands before them and which after; names that words put in a list are the same part
 * of one kind, or go by the headline of their facts, and stand in it once. Words that are not known here
 * tell nothing.
 */
final class Statements {
    private static final Pattern LISTING = Pattern.compile("\\s*(,|,?\\s*(and|or))\\s+");

    /**
     * What words say of the names before and after them.
     *
     * @param left parts, one of which the name before is; none if it may be any
     * @param joined whether both are of one fact, and of one entry of its list
     */
    private record Saying(
            FactKind kind, List<String> left, Pattern words, List<String> right, boolean joined) {}

    private static final List<Saying> SAYINGS =
            List.of(
                    says(FactKind.ENDPOINT, "", ".* reaches ", "handler"),
                    says(
                            FactKind.ENDPOINT,
                            "",
                            ".* caller who (is|may be|passes as) ",
                            "authorization"),
                    says(FactKind.ENDPOINT, "responses.type", ", ", "responses.status"),
                    says(FactKind.ENDPOINT, "parameters.type", ", ", "parameters.name"),
                    joins(
                            FactKind.ENDPOINT,
                            "handler authorization",
                            " and is answered with ",
                            "responses.status"),
                    joins(FactKind.ENDPOINT, Part.ADDRESS, ", from ", "handler"),
                    joins(
                            FactKind.ENDPOINT,
                            "parameters.name",
                            "( |\\*? in \\w+: )",
                            "parameters.type"),
                    joins(FactKind.ENDPOINT, "parameters.name", " and fills in ", "request"),
                    joins(
                            FactKind.ENDPOINT,
                            "responses.status",
                            " (with |and )?",
                            "responses.type"),
                    says(FactKind.VALIDATION, "rule bound", "; ", "field rule"),
                    says(FactKind.VALIDATION, "bound", ", ", "rule"),
                    joins(FactKind.VALIDATION, "field", ": ", "rule"),
                    joins(FactKind.VALIDATION, "rule", " ", "bound"),
                    says(FactKind.ENTITY, "relations.field", "\\), ", "relations.to"),
                    joins(FactKind.ENTITY, "fields.name", "(\"| ): \"?", "fields.type"),
                    joins(FactKind.ENTITY, "relations.to", " \\([\\w-]+ by ", "relations.field"),
                    joins(FactKind.CONFIGURATION, "type", ", ", "value"),
                    says(FactKind.CALL, "to", " in ", "from"),
                    joins(FactKind.MESSAGE, "name channel payload", ", from ", "handler"),
                    says(FactKind.DATA_STORE, "name settings.value", ", ", "settings.key"),
                    joins(FactKind.DATA_STORE, "settings.key", ", ", "settings.value"),
                    joins(FactKind.DATA_STORE, "settings.key", " ", "settings.value"),
                    says(FactKind.RESOURCE, "name settings.value", ", ", "settings.key"),
                    joins(FactKind.RESOURCE, "settings.key", ", ", "settings.value"),
                    joins(FactKind.RESOURCE, "settings.key", " ", "settings.value"));

    private final Material material;

    Statements(Material material) {
        this.material = material;
    }

    private static Saying says(FactKind kind, String left, String words, String right) {
        return saying(kind, left, words, right, false);
    }

    private static Saying joins(FactKind kind, String left, String words, String right) {
        return saying(kind, left, words, right, true);
    }

    private static Saying saying(
            FactKind kind, String left, String words, String right, boolean joined) {
        List<String> before = left.isEmpty() ? List.of() : List.of(left.split(" "));
        List<String> after = List.of(right.split(" "));
        return new Saying(kind, before, Pattern.compile(words), after, joined);
    }

    /** Whether a name of the sentence stands in a part that is another's. */
    boolean misplaced(Sentence sentence) {
        Span.@Nullable Mention left = null;
        StringBuilder words = new StringBuilder();
        Set<String> listed = new HashSet<>();
        for (Span span : sentence.spans()) {
            Span.Mention right = fact(span);
            if (right == null) {
                words.append(span.shown());
                continue;
            }
            boolean list = left != null && LISTING.matcher(words).matches();
            if (!list) {
                listed.clear();
            }
            if ((left != null && !fits(left, words.toString(), right))
                    || !listed.add(right.id() + " " + right.shown())) {
                return true;
            }
            left = right;
            words.setLength(0);
        }
        return false;
    }

    private static Span.@Nullable Mention fact(Span span) {
        return span instanceof Span.Mention mention
                        && (mention.kind() == MentionKind.FACT
                                || mention.kind() == MentionKind.TERM)
                ? mention
                : null;
    }

    private boolean fits(Span.Mention left, String words, Span.Mention right) {
        List<Fact> before = facts(left);
        List<Fact> after = facts(right);
        if (before.isEmpty() || after.isEmpty()) {
            return true;
        }
        FactKind kind = FactKind.of(after.get(0));
        boolean sameKind = FactKind.of(before.get(0)) == kind;
        boolean list = LISTING.matcher(words).matches();
        List<Saying> said =
                SAYINGS.stream()
                        .filter(
                                each ->
                                        each.kind() == kind
                                                && each.words().matcher(words).matches())
                        .toList();
        if (list && (sameKind ? alike(before, left, after, right) : headlines(left, right))) {
            return true;
        }
        boolean known = SAYINGS.stream().anyMatch(each -> each.kind() == kind);
        return (said.isEmpty() || !sameKind)
                ? !list || !known
                : said.stream().anyMatch(each -> says(each, left, right));
    }

    private List<Fact> facts(Span.Mention mention) {
        return material.factsOf(mention.id()).stream()
                .filter(fact -> FactNames.of(fact).contains(mention.shown()))
                .toList();
    }

    private boolean headlines(Span.Mention... mentions) {
        for (Span.Mention mention : mentions) {
            if (facts(mention).stream().noneMatch(fact -> goesBy(fact, mention.shown()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether people know the fact by that name; what callers must have stands beside permissions. */
    private static boolean goesBy(Fact fact, String name) {
        return FactNames.headline(fact).equals(name)
                || (fact instanceof Endpoint endpoint && endpoint.authorization().contains(name));
    }

    private static boolean alike(
            List<Fact> before, Span.Mention left, List<Fact> after, Span.Mention right) {
        Set<String> names = names(before, left.shown());
        return names(after, right.shown()).stream().anyMatch(names::contains);
    }

    private static Set<String> names(List<Fact> facts, String shown) {
        Set<String> names = new HashSet<>();
        facts.forEach(fact -> Part.of(fact, shown).forEach(part -> names.add(part.name())));
        return names;
    }

    private boolean says(Saying saying, Span.Mention left, Span.Mention right) {
        List<Fact> before = facts(left);
        List<Fact> after = facts(right);
        if (!saying.joined()) {
            return stands(before, left, saying.left()) && stands(after, right, saying.right());
        }
        return before.stream()
                .filter(after::contains)
                .anyMatch(
                        fact ->
                                parts(fact, left, saying.left()).stream()
                                        .anyMatch(
                                                one ->
                                                        parts(fact, right, saying.right()).stream()
                                                                .anyMatch(one::goesWith)));
    }

    private static boolean stands(List<Fact> facts, Span.Mention mention, List<String> names) {
        return names.isEmpty()
                || facts.stream().anyMatch(fact -> !parts(fact, mention, names).isEmpty());
    }

    private static List<Part> parts(Fact fact, Span.Mention mention, List<String> names) {
        return Part.of(fact, mention.shown()).stream()
                .filter(part -> names.contains(part.name()))
                .toList();
    }
}
