package io.digitalworker.document.verification;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes false sentences of a true one, each by a single edit. */
final class Edits {
    private static final Pattern LINES = Pattern.compile(":L(\\d+)-L(\\d+)");
    private static final List<String> NEGATIONS =
            List.of(
                    " does not",
                    " never",
                    " no longer",
                    " does in no case",
                    " without exception not");

    private final Material material;
    private final List<Sentence> others;
    private final BiConsumer<String, Sentence> told;
    private int turn;

    /**
     * @param others true sentences, whose names are taken for real ones of something else
     * @param told gets each kind of edit with what became of the sentence
     */
    Edits(Material material, List<Sentence> others, BiConsumer<String, Sentence> told) {
        this.material = material;
        this.others = others;
        this.told = told;
    }

    void of(Sentence sentence) {
        turn++;
        swapped(sentence);
        another(sentence);
        moved(sentence);
        mentions(sentence);
        negated(sentence);
        inWords(sentence);
    }

    private void swapped(Sentence sentence) {
        for (int i = 0; i < sentence.spans().size(); i++) {
            for (int j = i + 1; j < sentence.spans().size(); j++) {
                if (sentence.spans().get(i) instanceof Span.Mention one
                        && sentence.spans().get(j) instanceof Span.Mention other
                        && !same(one, other)) {
                    List<Span> spans = new ArrayList<>(sentence.spans());
                    spans.set(i, other);
                    spans.set(j, one);
                    told.accept("two names swapped", with(sentence, spans));
                }
            }
        }
    }

    /** Whether the two are the same part of their fact, so that it makes no difference which comes first. */
    private boolean same(Span.Mention one, Span.Mention other) {
        Set<String> parts = new HashSet<>();
        for (Fact fact : material.factsOf(one.id())) {
            Part.of(fact, one.shown()).forEach(part -> parts.add(part.name()));
        }
        return one.shown().equals(other.shown())
                || material.factsOf(other.id()).stream()
                        .flatMap(fact -> Part.of(fact, other.shown()).stream())
                        .anyMatch(part -> parts.contains(part.name()));
    }

    /** A real name of something else, with its own lines cited: true by itself. */
    private void another(Sentence sentence) {
        for (int i = 0; i < sentence.spans().size(); i++) {
            int at = i;
            if (sentence.spans().get(i) instanceof Span.Mention mention
                    && mention.kind() == MentionKind.FACT
                    && Named.in(sentence).count() > 1) {
                others.stream()
                        .skip(turn % Math.max(1, others.size() / 2))
                        .filter(other -> foreign(sentence, mention, other))
                        .findFirst()
                        .ifPresent(other -> another(sentence, at, other));
            }
        }
    }

    private void another(Sentence sentence, int at, Sentence other) {
        Named name = Named.in(other).findFirst().orElseThrow();
        List<Span> spans = new ArrayList<>(sentence.spans());
        spans.set(at, new Span.Mention(name.kind(), name.id(), name.shown()));
        List<String> evidence = new ArrayList<>(sentence.evidence());
        evidence.addAll(other.evidence());
        told.accept(
                "name of something else",
                new Sentence(spans, ClaimClass.EXTRACTED, evidence.stream().distinct().toList()));
    }

    /** Whether no fact holds both the names left and the other one. */
    private boolean foreign(Sentence sentence, Span.Mention left, Sentence other) {
        Named name = Named.in(other).findFirst().orElse(null);
        if (name == null || !name.isFact() || other.evidence().equals(sentence.evidence())) {
            return false;
        }
        return Named.in(sentence)
                .filter(kept -> !kept.shown().equals(left.shown()))
                .noneMatch(
                        kept ->
                                kept.shown().equals(name.shown())
                                        || material.facts().facts().stream()
                                                .anyMatch(
                                                        fact ->
                                                                FactNames.of(fact)
                                                                        .containsAll(
                                                                                Set.of(
                                                                                        kept
                                                                                                .shown(),
                                                                                        name
                                                                                                .shown()))));
    }

    private void moved(Sentence sentence) {
        if (!sentence.evidence().isEmpty()) {
            List<String> evidence = new ArrayList<>(sentence.evidence());
            evidence.set(0, fiveLinesOff(evidence.get(0)));
            told.accept(
                    "citation five lines off",
                    new Sentence(sentence.spans(), sentence.claimClass(), evidence));
        }
    }

    private static String fiveLinesOff(String place) {
        Matcher lines = LINES.matcher(place);
        return lines.replaceFirst(
                found ->
                        ":L%d-L%d"
                                .formatted(
                                        Integer.parseInt(found.group(1)) + 5,
                                        Integer.parseInt(found.group(2)) + 5));
    }

    private void mentions(Sentence sentence) {
        for (int i = 0; i < sentence.spans().size(); i++) {
            if (sentence.spans().get(i) instanceof Span.Mention mention) {
                String shown = mention.shown();
                String kind = "ghost name";
                String lie = renamed(shown);
                if (shown.matches("[\\d,]+")) {
                    kind = "number changed";
                    lie = String.format("%,d", Long.parseLong(shown.replace(",", "")) + 1);
                } else if (shown.contains("/") && mention.id().startsWith("endpoints")) {
                    kind = "ghost route";
                    lie = shown + "/archive";
                } else if (mention.id().startsWith("configuration")) {
                    kind = "ghost key";
                    lie = shown + ".enabled";
                }
                List<Span> spans = new ArrayList<>(sentence.spans());
                spans.set(i, new Span.Mention(mention.kind(), mention.id(), lie));
                told.accept(kind, with(sentence, spans));
            }
        }
    }

    private static String renamed(String name) {
        int at = Math.max(0, name.length() - 2);
        char other = name.charAt(at) == 'x' ? 'y' : 'x';
        return name.substring(0, at) + other + name.substring(at + 1);
    }

    private void negated(Sentence sentence) {
        for (int i = 0; i < sentence.spans().size(); i++) {
            if (sentence.spans().get(i) instanceof Span.Text text
                    && text.shown().startsWith(" ")
                    && text.shown().matches("(?s) [a-z].*")) {
                List<Span> spans = new ArrayList<>(sentence.spans());
                String negation = NEGATIONS.get(turn % NEGATIONS.size());
                spans.set(i, new Span.Text(negation + text.shown()));
                told.accept("negation", with(sentence, spans));
                return;
            }
        }
    }

    /** Names that are in no mention: a writer may try to say them in plain words. */
    private void inWords(Sentence sentence) {
        ending(sentence, "ghost name", " together with the InvoiceArchiveService.");
        ending(sentence, "ghost name", " together with the Invoice Archive.");
        ending(sentence, "ghost route", " and at /api/invoices as well.");
        ending(sentence, "ghost route", " and at slash api slash invoices as well.");
        ending(sentence, "ghost key", " as set by invoices.archive.enabled.");
        ending(sentence, "number in words", " with seven exceptions.");
        ending(sentence, "universal", " in every case, always.");
        ending(sentence, "judgement", " in a secure and efficient way.");
    }

    private void ending(Sentence sentence, String kind, String words) {
        List<Span> spans = new ArrayList<>(sentence.spans());
        int last = spans.size() - 1;
        String end = spans.get(last) instanceof Span.Text text ? text.shown() : "";
        if (end.endsWith(".")) {
            spans.set(last, new Span.Text(end.substring(0, end.length() - 1) + words));
            told.accept(kind, with(sentence, spans));
        }
    }

    private static Sentence with(Sentence sentence, List<Span> spans) {
        return new Sentence(spans, sentence.claimClass(), sentence.evidence());
    }
}
