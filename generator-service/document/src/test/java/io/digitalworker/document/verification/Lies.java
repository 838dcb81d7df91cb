package io.digitalworker.document.verification;

import io.digitalworker.document.diagram.Diagram;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes false blocks of true ones, each wrong in one place. */
final class Lies {
    private static final Pattern LINES = Pattern.compile(":L(\\d+)-L(\\d+)");
    private static final Pattern LISTING = Pattern.compile("\\s*(,|,?\\s*(and|or))\\s+");

    /** Ties what follows to the last name before it, and not to the list. */
    private static final Pattern BINDING = Pattern.compile("\\s*[:(]?\\s*");

    private static final Set<MentionKind> NAMES =
            EnumSet.of(
                    MentionKind.FACT,
                    MentionKind.SYMBOL,
                    MentionKind.SIGNATURE,
                    MentionKind.FILE,
                    MentionKind.MODULE);

    private final List<Span.Mention> others;
    private final BiPredicate<String, String> same;
    private final BiConsumer<String, Block> told;

    /**
     * @param others names that are true elsewhere
     * @param same whether the code says at the second place just what it says at the first
     * @param told gets each kind of lie with a block that holds one
     */
    Lies(
            List<Span.Mention> others,
            BiPredicate<String, String> same,
            BiConsumer<String, Block> told) {
        this.others = others;
        this.same = same;
        this.told = told;
    }

    void about(Block block) {
        if (block instanceof Block.Figure figure) {
            edges(figure);
            return;
        }
        if (block instanceof Block.Table table) {
            for (int row = 0; row < table.rows().size(); row++) {
                int at = row;
                within(
                        table.rows().get(at),
                        cells -> {
                            List<List<Sentence>> rows = new ArrayList<>(table.rows());
                            rows.set(at, cells);
                            return new Block.Table(table.header(), table.numeric(), rows);
                        });
            }
            return;
        }
        within(
                block.sentences().toList(),
                changed -> {
                    if (block instanceof Block.Paragraph) {
                        return new Block.Paragraph(changed);
                    } else if (block instanceof Block.Bullets) {
                        return new Block.Bullets(changed);
                    } else if (block instanceof Block.Listing listing) {
                        return new Block.Listing(listing.language(), changed);
                    } else if (block instanceof Block.Heading) {
                        return new Block.Heading(changed.get(0));
                    }
                    return new Block.Quotation(changed.get(0));
                });
    }

    private interface Around {
        Block with(List<Sentence> sentences);
    }

    private void within(List<Sentence> sentences, Around around) {
        for (int i = 0; i < sentences.size(); i++) {
            int at = i;
            of(
                    sentences.get(i),
                    (kind, lie) -> {
                        List<Sentence> changed = new ArrayList<>(sentences);
                        changed.set(at, lie);
                        told.accept(kind, around.with(changed));
                    });
        }
    }

    private static void of(Sentence sentence, int at, Span lie, String kind, Telling telling) {
        List<Span> spans = new ArrayList<>(sentence.spans());
        spans.set(at, lie);
        telling.accept(kind, new Sentence(spans, sentence.claimClass(), sentence.evidence()));
    }

    private interface Telling extends BiConsumer<String, Sentence> {}

    private void of(Sentence sentence, Telling telling) {
        for (int i = 0; i < sentence.spans().size(); i++) {
            if (sentence.spans().get(i) instanceof Span.Mention mention) {
                int at = i;
                mention(mention, (kind, lie) -> of(sentence, at, lie, kind, telling));
                swap(sentence, at, mention, telling);
            }
        }
        for (int i = 0; i < sentence.evidence().size(); i++) {
            List<String> evidence = new ArrayList<>(sentence.evidence());
            evidence.set(i, moved(evidence.get(i)));
            if (!same.test(sentence.evidence().get(i), evidence.get(i))) {
                telling.accept(
                        "lines", new Sentence(sentence.spans(), sentence.claimClass(), evidence));
            }
        }
        negate(sentence, telling);
    }

    private interface Lie extends BiConsumer<String, Span> {}

    private void mention(Span.Mention true_, Lie lie) {
        String shown = true_.shown();
        if (true_.kind() == MentionKind.COUNT) {
            long number = Long.parseLong(shown.replace(",", ""));
            lie.accept("numbers", changed(true_, any -> String.format("%,d", number + 1)));
        } else if (true_.kind() == MentionKind.CITATION) {
            String moved = moved(shown);
            lie.accept("lines", new Span.Mention(MentionKind.CITATION, moved, moved));
        } else if (NAMES.contains(true_.kind())) {
            lie.accept(kind(true_), changed(true_, Lies::renamed));
            if (true_.kind() == MentionKind.FACT && !sameFact(true_.id(), moved(true_.id()))) {
                lie.accept("lines", new Span.Mention(MentionKind.FACT, moved(true_.id()), shown));
            }
        }
    }

    private boolean sameFact(String id, String moved) {
        return same.test(id.substring(id.indexOf('@') + 1), moved.substring(id.indexOf('@') + 1));
    }

    private static String kind(Span.Mention mention) {
        if (mention.id().startsWith("endpoints@")) {
            return "routes";
        }
        boolean key = mention.id().startsWith("configuration@");
        return key || mention.id().startsWith("localization@") ? "keys" : "names";
    }

    /** The last letter but one becomes another: of an id that holds the name, too. */
    private static Span.Mention changed(Span.Mention mention, UnaryOperator<String> change) {
        String lie = change.apply(mention.shown());
        boolean inId = mention.kind() != MentionKind.FACT && mention.kind() != MentionKind.COUNT;
        String id = inId ? mention.id().replace(mention.shown(), lie) : mention.id();
        return new Span.Mention(mention.kind(), id, lie);
    }

    private static String renamed(String name) {
        int at = Math.max(0, name.length() - 2);
        char other = name.charAt(at) == 'x' ? 'y' : 'x';
        return name.substring(0, at) + other + name.substring(at + 1);
    }

    /** One line further down. */
    private static String moved(String place) {
        Matcher lines = LINES.matcher(place);
        return lines.replaceFirst(
                found ->
                        ":L%d-L%d"
                                .formatted(
                                        Integer.parseInt(found.group(1)) + 1,
                                        Integer.parseInt(found.group(2)) + 1));
    }

    private void swap(Sentence sentence, int at, Span.Mention mention, Telling telling) {
        if (mention.kind() != MentionKind.FACT && mention.kind() != MentionKind.SYMBOL) {
            return;
        }
        others.stream()
                .filter(other -> other.kind() == mention.kind())
                .filter(other -> !other.shown().equals(mention.shown()))
                .filter(other -> !other.id().equals(mention.id()))
                .findFirst()
                .ifPresent(other -> of(sentence, at, other, "swaps", telling));
        for (int i = at + 1; i < sentence.spans().size(); i++) {
            if (sentence.spans().get(i) instanceof Span.Mention next
                    && next.kind() == mention.kind()
                    && !next.shown().equals(mention.shown())
                    && !inOneList(sentence.spans(), at, i)) {
                List<Span> spans = new ArrayList<>(sentence.spans());
                spans.set(at, next);
                spans.set(i, mention);
                telling.accept(
                        "swaps within a sentence",
                        new Sentence(spans, sentence.claimClass(), sentence.evidence()));
                return;
            }
        }
    }

    /**
     * Whether it makes no difference which of two names comes first: nothing but commas, "and" or "or"
     * stands between them, and what follows the second belongs to it no more than to the first.
     */
    private static boolean inOneList(List<Span> spans, int first, int second) {
        for (int i = first + 1; i < second; i++) {
            if (spans.get(i) instanceof Span.Text text
                    && !LISTING.matcher(text.shown()).matches()) {
                return false;
            }
        }
        boolean followed =
                second + 2 < spans.size()
                        && spans.get(second + 2) instanceof Span.Mention
                        && spans.get(second + 1) instanceof Span.Text;
        return !followed || !BINDING.matcher(spans.get(second + 1).shown()).matches();
    }

    private static void negate(Sentence sentence, Telling telling) {
        boolean names = Named.in(sentence).findAny().isPresent();
        for (int i = 0; names && i < sentence.spans().size(); i++) {
            if (sentence.spans().get(i) instanceof Span.Text text
                    && text.shown().matches("(?s).*\\w\\W*")
                    && sentence.claimClass() == ClaimClass.EXTRACTED) {
                of(sentence, i, new Span.Text(text.shown() + " not "), "denials", telling);
                return;
            }
        }
    }

    private void edges(Block.Figure figure) {
        Diagram true_ = figure.diagram();
        for (int i = 0; !true_.proposed() && i < true_.edges().size(); i++) {
            Diagram.Edge edge = true_.edges().get(i);
            edge(figure, i, edge.from(), edge.to(), List.of());
            if (edge.facts().stream().noneMatch(fact -> sameFact(fact, moved(fact)))) {
                List<String> facts = edge.facts().stream().map(Lies::moved).toList();
                edge(figure, i, edge.from(), edge.to(), facts);
            }
            for (Diagram.Node node : true_.nodes()) {
                boolean another =
                        !node.id().equals(edge.to())
                                && !node.id().equals(edge.from())
                                && true_.edges().stream()
                                        .noneMatch(
                                                e ->
                                                        e.from().equals(edge.from())
                                                                && e.to().equals(node.id()))
                                && Named.in(node.label()).findAny().isPresent();
                if (another) {
                    edge(figure, i, edge.from(), node.id(), edge.facts());
                }
            }
        }
    }

    private void edge(Block.Figure figure, int at, String from, String to, List<String> facts) {
        Diagram true_ = figure.diagram();
        Diagram.Edge edge = true_.edges().get(at);
        List<Diagram.Edge> edges = new ArrayList<>(true_.edges());
        edges.set(at, new Diagram.Edge(from, to, edge.label(), edge.kind(), facts));
        told.accept(
                "edges",
                new Block.Figure(
                        new Diagram(
                                true_.id(), true_.kind(), true_.proposed(), true_.nodes(), edges),
                        figure.caption()));
    }
}
