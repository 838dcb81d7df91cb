package io.digitalworker.document.writing.functional;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.document.writing.functional.UseCase.Request;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Validation;
import io.digitalworker.facts.fact.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What people see and may enter, and the rules that their entries must keep. */
public final class ScreensSection {
    private static final int FIELDS = 12;

    private final Usage usage;
    private final List<View> views;
    private final List<Validation> rules;

    /** The address that brings up a screen. */
    private final Map<View, Endpoint> openings = new HashMap<>();

    private final List<Block> blocks = new ArrayList<>();

    private ScreensSection(Usage usage) {
        this.usage = usage;
        for (UseCase each : usage.cases()) {
            if (each.start() instanceof Request request) {
                Endpoint first = request.all().get(0);
                usage.screens().of(request).forEach(view -> openings.putIfAbsent(view, first));
            }
        }
        this.views = usage.screens().all(usage.cases());
        this.rules = usage.screens().allRules(usage.cases(), views);
    }

    public static SectionDraft compose(SectionBrief brief) {
        ScreensSection section = new ScreensSection(Usage.of(brief.material()));
        if (section.views.isEmpty() && section.rules.isEmpty()) {
            Question question =
                    new Question(
                            Question.id("screens"),
                            "product owner",
                            asked(
                                    text(
                                            "Which screens show these features, if they are part of"
                                                    + " another system?")));
            return SectionDraft.incomplete(
                            brief.section(),
                            "The archive holds no screen and no rule for entries of the features.",
                            List.of(
                                    paragraph(
                                            extracted(
                                                    text(
                                                            "What is built here has no screen of"
                                                                    + " its own in the archive.")))))
                    .asking(List.of(question));
        }
        section.screens();
        section.rules();
        return SectionDraft.complete(brief.section(), section.blocks);
    }

    private void screens() {
        Grid rows = new Grid(usage.material(), "Screen", "Reached at", "Entries");
        for (View view : views) {
            Sentence fields = Cells.list("", view, view.fields(), FIELDS);
            rows.row(Cells.of(view, view.name()), reached(view), fields);
        }
        if (!rows.isEmpty()) {
            blocks.add(
                    paragraph(
                            extracted(
                                    text(
                                            "A screen is listed with the address that brings it up,"
                                                    + " as far as names tell, and with what can be"
                                                    + " entered on it."))));
            blocks.addAll(rows.under(""));
        }
    }

    private Sentence reached(View view) {
        if (!view.route().isEmpty()) {
            return Cells.of(view, view.route());
        }
        Endpoint opening = openings.get(view);
        if (opening != null) {
            return Cells.concluded(Cells.of(opening, Steps.address(opening)));
        }
        return Cells.none();
    }

    private void rules() {
        Map<String, List<Validation>> byField = new LinkedHashMap<>();
        for (Validation rule : rules) {
            String field = rule.target() + " " + rule.field();
            byField.computeIfAbsent(field, any -> new ArrayList<>()).add(rule);
        }
        Grid rows = new Grid(usage.material(), "Form or record", "Entry", "Rule");
        byField.values().forEach(same -> row(rows, same));
        if (!rows.isEmpty()) {
            blocks.add(heading("Rules for entries"));
            blocks.addAll(rows.under(""));
        }
    }

    private static void row(Grid rows, List<Validation> same) {
        Validation first = same.get(0);
        Sentence told = rule(first);
        List<String> known = new ArrayList<>(List.of(told.shown()));
        for (Validation other : same) {
            Sentence next = rule(other);
            if (!known.contains(next.shown())) {
                known.add(next.shown());
                told = Cells.joined(told, "; ", next);
            }
        }
        Sentence entry =
                first.field().isEmpty()
                        ? Cells.words("as a whole")
                        : Cells.of(first, first.field());
        rows.row(Cells.of(first, first.target()), entry, told);
    }

    private static Sentence rule(Validation rule) {
        String words =
                switch (rule.rule()) {
                    case "required" -> "must be given";
                    case "max-length" -> "longest length";
                    case "min-length" -> "shortest length";
                    case "length" -> "length";
                    case "range" -> "range";
                    case "min" -> "at least";
                    case "max" -> "at most";
                    case "email" -> "must be an address for e-mail";
                    case "pattern" -> "must match";
                    case "compare" -> "must equal";
                    case "unique" -> "must be the only one";
                    case "url" -> "must be a web address";
                    case "phone" -> "must be a telephone number";
                    default -> plain(rule.rule());
                };
        if (rule.bound().isEmpty()) {
            return Phrases.told(List.of(rule), text(words));
        }
        return Phrases.told(List.of(rule), text(words + ": "), Phrases.named(rule, rule.bound()));
    }

    /** The name of a rule as words; one that is a name of code is only said to be there. */
    private static String plain(String rule) {
        String words = rule.replace('-', ' ');
        return words.matches("[a-z ]+") ? words : "is checked by a rule of its own";
    }
}
