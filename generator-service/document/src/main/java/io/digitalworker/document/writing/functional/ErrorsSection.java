package io.digitalworker.document.writing.functional;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What users meet when something goes wrong, and what keeps it from going wrong. */
public final class ErrorsSection {
    private static final int FROM = 400;
    private static final int ASKED = 6;

    private final Usage usage;
    private final List<Block> blocks = new ArrayList<>();

    private ErrorsSection(Usage usage) {
        this.usage = usage;
    }

    public static SectionDraft compose(SectionBrief brief) {
        ErrorsSection section = new ErrorsSection(Usage.of(brief.material()));
        boolean statuses = section.statuses();
        boolean failures = section.failures();
        boolean told = section.precautions() || statuses || failures;
        SectionDraft draft =
                told
                        ? SectionDraft.complete(brief.section(), section.blocks)
                        : SectionDraft.incomplete(
                                brief.section(),
                                "The code declares no answer for errors at the features' addresses.",
                                List.of(
                                        paragraph(
                                                extracted(
                                                        text(
                                                                "Which errors users may meet, the"
                                                                        + " declarations of the"
                                                                        + " addresses do not tell.")))));
        return draft.asking(section.questions());
    }

    private boolean statuses() {
        Map<Integer, List<Endpoint>> byStatus = new TreeMap<>();
        for (Endpoint endpoint : usage.addresses()) {
            for (Response response : endpoint.responses()) {
                if (response.status() >= FROM) {
                    byStatus.computeIfAbsent(response.status(), any -> new ArrayList<>())
                            .add(endpoint);
                }
            }
        }
        Grid rows = new Grid(usage.material(), "Status", "The caller", "Where");
        int most = usage.material().outline().detail().rows();
        byStatus.forEach(
                (status, at) ->
                        rows.row(
                                Cells.of(at.get(0), String.valueOf(status)),
                                Cells.words(Answers.of(status)),
                                Cells.names("", at, Steps::address, most)));
        if (!rows.isEmpty()) {
            blocks.add(
                    paragraph(
                            extracted(
                                    text(
                                            "These answers tell the caller that a request failed;"
                                                    + " their meaning is the usual one of the"
                                                    + " protocol."))));
            blocks.addAll(rows.under(""));
        }
        return !rows.isEmpty();
    }

    /** What the code says when it gives up, by use case. */
    private boolean failures() {
        Grid rows = new Grid(usage.material(), "Words of the code", "In the use case");
        for (UseCase each : usage.cases()) {
            if (each.near()) {
                Failures.of(usage.material(), usage.reach(each))
                        .forEach(
                                words ->
                                        rows.row(
                                                Cells.quoted(List.of(words)),
                                                Cells.words(Titles.of(each.member()))));
            }
        }
        blocks.addAll(rows.under("Failures in the code's own words"));
        return !rows.isEmpty();
    }

    private boolean precautions() {
        Grid rows = new Grid(usage.material(), "When", "About");
        for (Mark mark : usage.linked(Mark.class)) {
            rows.row(Cells.words(situation(mark.kind())), Cells.of(mark, mark.subject()));
        }
        if (!rows.isEmpty()) {
            blocks.add(heading("Provided for"));
            blocks.addAll(rows.under(""));
        }
        return !rows.isEmpty();
    }

    private static String situation(String kind) {
        return switch (kind) {
            case "row-version" -> "two people change the same thing: the later one is told";
            case "condition-expression" -> "a change is made only while a condition holds";
            case "idempotency-key" -> "the same request comes twice: it counts once";
            case "soft-delete" -> "something is deleted: it is hidden and kept";
            case "lock" -> "two do the same at once: one waits";
            case "retry" -> "a step fails for a moment: it is tried again";
            case "timeout" -> "a step takes too long: it is given up";
            case "circuit-breaker" -> "another system keeps failing: it is left alone for a while";
            default -> "a precaution of another kind";
        };
    }

    /** Addresses that change something and declare no failure. */
    private List<Question> questions() {
        List<Span> spans =
                new ArrayList<>(List.of(text("What does a user see after a failure of ")));
        List<String> evidence = new ArrayList<>();
        boolean more = false;
        for (Endpoint each : usage.addresses()) {
            boolean silent = each.responses().stream().noneMatch(r -> r.status() >= FROM);
            if (silent && !UseCases.reads(each)) {
                more = evidence.size() >= ASKED;
                if (!more) {
                    spans.add(text(evidence.isEmpty() ? "" : ", "));
                    spans.add(Phrases.named(each, Steps.address(each)));
                    evidence.add(each.evidence().id());
                }
            }
        }
        spans.add(text(more ? " or of another address?" : "?"));
        return evidence.isEmpty()
                ? List.of()
                : List.of(
                        new Question(
                                Question.id("failures"),
                                "product owner",
                                new Sentence(
                                        spans,
                                        ClaimClass.NEEDS_SME,
                                        evidence.stream().distinct().toList())));
    }
}
