package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.brief.Tally;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.fact.Unresolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.headline;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.tally;
import static io.digitalworker.document.writing.Phrases.text;

/** What this document takes for granted, and what could go wrong by what the code has or lacks. */
public final class DesignRisks {
    private final Scope scope;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    private DesignRisks(Scope scope) {
        this.scope = scope;
    }

    public static SectionDraft compose(SectionBrief brief) {
        DesignRisks risks = new DesignRisks(new Scope(brief.material()));
        risks.assumptions();
        risks.risks();
        return SectionDraft.complete(brief.section(), risks.blocks).asking(risks.questions);
    }

    private void assumptions() {
        Grid grid =
                new Grid(
                        scope.material(),
                        "Taken for granted",
                        "Facts that hang on it",
                        "How to validate");
        assumption(
                grid,
                Confidence.CONVENTION,
                "The frameworks' defaults are in force where the code does not say otherwise",
                "run the application and compare its routes and tables");
        assumption(
                grid,
                Confidence.HEURISTIC,
                "Names and shapes mean what they usually mean",
                "ask a developer to read the rows marked so in the list of facts");
        assumption(
                grid,
                Confidence.UNRESOLVED,
                "Values put together at run time stay what their expressions suggest",
                "look at the settings of a running installation");
        Tally unresolved = scope.countAll(FactKind.UNRESOLVED);
        if (unresolved.value() > 0) {
            grid.row(
                    Cells.judged("What could not be told exactly does not change the design"),
                    inferred(tally(unresolved)),
                    Cells.names(scope.linkedFirst(Unresolved.class), Unresolved::expression, 3));
        }
        blocks.addAll(
                grid.under(
                        "Assumptions",
                        inferred(text("Not every fact is read off the code word for word."))));
    }

    private void assumption(Grid grid, Confidence confidence, String assumed, String validate) {
        List<Span> spans = new ArrayList<>();
        for (FactKind kind : FactKind.values()) {
            if (kind == FactKind.CALL || kind == FactKind.CONTRADICTION) {
                continue;
            }
            Tally tally =
                    Tally.where(
                            scope.material(), Tally.LINKED, kind, "confidence", confidence.name());
            if (tally.value() > 0) {
                spans.add(text(spans.isEmpty() ? "" : ", "));
                spans.add(tally(tally));
                spans.add(text(" " + noun(kind, tally.value())));
            }
        }
        if (!spans.isEmpty()) {
            grid.row(
                    Cells.judged(assumed),
                    inferred(spans.toArray(Span[]::new)),
                    Cells.words(validate));
        }
    }

    /** {@code data store} or {@code data stores}. */
    private static String noun(FactKind kind, long value) {
        String one =
                kind.type()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT);
        if (value == 1) {
            return one;
        }
        return one.endsWith("y") && !one.endsWith("key")
                ? one.substring(0, one.length() - 1) + "ies"
                : one + "s";
    }

    private void risks() {
        blocks.add(heading("Known risks"));
        List<Risk> risks = Risks.of(scope);
        if (risks.isEmpty()) {
            blocks.add(
                    paragraph(
                            inferred(
                                    text(
                                            "None of the rules found a risk; what people know beyond"
                                                    + " the code is asked for."))));
        } else {
            blocks.add(
                    paragraph(
                            inferred(
                                    text(
                                            "Each risk follows from something that is there without"
                                                    + " its guard; severity is the rule's, likelihood"
                                                    + " and mitigation stand where the archive tells"
                                                    + " them."))));
            blocks.addAll(table(risks).blocks());
        }
        risks.forEach(this::ask);
        questions.add(
                new Question(
                        Question.id("risk", "others"),
                        "architect",
                        asked(text("Which risks are known that the code does not show?"))));
    }

    private Grid table(List<Risk> risks) {
        Grid grid =
                new Grid(scope.material(), "Risk", "Where", "Severity", "Likelihood", "Mitigation");
        for (Risk risk : risks) {
            grid.row(
                    Cells.judged(risk.title()),
                    risk.where(),
                    Cells.judged(risk.severity()),
                    told(risk.likelihood(), "asked for"),
                    told(risk.mitigation(), "none found"));
        }
        return grid;
    }

    private static Sentence told(String known, String otherwise) {
        return known.isEmpty() ? Cells.words(otherwise) : Cells.judged(known);
    }

    private void ask(Risk risk) {
        if (risk.likelihood().isEmpty() || risk.mitigation().isEmpty()) {
            Fact first = risk.facts().get(0);
            questions.add(
                    new Question(
                            Question.id("risk", risk.rule()),
                            "architect",
                            asked(
                                    text(question(risk.rule())),
                                    risk.where().spans().stream()
                                            .filter(span -> !(span instanceof Span.Text))
                                            .findFirst()
                                            .orElseGet(() -> headline(first)),
                                    text(risk.facts().size() == 1 ? "?" : " and the like?"))));
        }
    }

    private static String question(String rule) {
        return switch (rule) {
            case "unchecked-caller" ->
                    "What stands in front of, or inside, to keep strangers from ";
            case "lost-update" -> "May two writers meet, and may the later one win, on ";
            case "unconditional-write" -> "Is it safe to repeat or to race the write of ";
            case "unguarded-call" -> "What happens to the caller when nobody answers the call in ";
            case "no-dead-letter" -> "Where do messages go that fail for good in ";
            default -> "Is the platform's default time limit right for ";
        };
    }
}
